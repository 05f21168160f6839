import Foundation
import Outcomes
import Testing

@testable import Reports

/// Files of the checkout that tests read and record.
enum Checkout {
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  static func text(_ path: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: "\(root)/\(path)"), "there is no \(path)")
    return String(decoding: data, as: UTF8.self)
  }

  /// Compares with what was recorded; `DOTANK_RECORD_GOLDENS=1` records it anew.
  static func check(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      let file = URL(filePath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try Data(text.utf8).write(to: file)
    }
    let recorded = try Self.text(path)
    guard recorded != text else { return }
    let old = recorded.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let new = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      "\(path), line \(line + 1): recorded “\(old.dropFirst(line).first ?? "")”, made “\(new.dropFirst(line).first ?? "")”",
      sourceLocation: sourceLocation)
  }
}

/// Small sessions whose records the tests of `Outcomes` hold.
enum Recorded: String, CaseIterable {
  case ideas, consent, gate

  func record() throws -> Record {
    try RecordFiles.record(fromJSON: Array(try Checkout.text(path).utf8))
  }

  /// The record with every text that people or methods wrote put through `change`.
  func record(_ change: (String) -> String) throws -> Record {
    let whole = try JSONSerialization.jsonObject(with: Data(try Checkout.text(path).utf8))
    let changed = try JSONSerialization.data(withJSONObject: Self.changed(whole, under: "", change))
    return try RecordFiles.record(fromJSON: Array(changed))
  }

  private var path: String { "Tests/OutcomesTests/Goldens/\(rawValue)/outcome.json" }

  /// Members that hold words of people or of the method's author, alone or in lists and dictionaries.
  private static let texts: Set<String> = [
    "text", "title", "purpose", "origins", "label", "labels", "ask", "name", "fields", "first", "reason", "remark",
    "question", "option", "answer", "sentence", "subject", "owner", "due", "measure", "conditions", "by", "site",
    "skipReason", "criterion", "words", "guarantee", "deciderTitle", "role", "variantOf", "id", "version", "value",
  ]

  private static func changed(_ value: Any, under key: String, _ change: (String) -> String) -> Any {
    switch value {
    case let object as [String: Any]:
      return Dictionary(
        uniqueKeysWithValues: object.map { name, inner in
          let isWords = texts.contains(name) || ["fields", "first"].contains(key)
          return (name, changed(inner, under: isWords && inner is String ? "text" : name, change))
        })
    case let list as [Any]: return list.map { changed($0, under: key, change) }
    case let text as String where texts.contains(key): return change(text)
    default: return value
    }
  }
}
