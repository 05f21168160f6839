import Outcomes
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that is compared with what was recorded; `DOTANK_RECORD_GOLDENS=1` records it anew.
enum Golden {
  private static let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Goldens/"

  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = folder + name
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      let parent = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      return try Data(text.utf8).write(to: URL(filePath: path))
    }
    let data = try #require(
      FileManager.default.contents(atPath: path), "no golden \(name); record it with DOTANK_RECORD_GOLDENS=1",
      sourceLocation: sourceLocation)
    let recorded = String(decoding: data, as: UTF8.self)
    guard recorded != text else { return }
    let old = recorded.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let new = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      "\(name), line \(line + 1): recorded “\(old.dropFirst(line).first ?? "")”, made “\(new.dropFirst(line).first ?? "")”",
      sourceLocation: sourceLocation)
  }
}
