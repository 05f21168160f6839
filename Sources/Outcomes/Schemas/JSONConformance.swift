#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension RecordFiles {
  /// The first place where an `outcome.json` is not as the description of the record has it, as `session/rehearsal: true
  /// or false is wanted`; `nil`: it holds, as it would by `outcome.schema.json`, which is written from the same.
  ///
  /// Refused when it is no JSON, not a record, or that of a newer dotank.
  package static func breach(inJSON bytes: [UInt8]) throws(RecordReadingError) -> String? {
    guard bytes.count <= largestRecord else { throw RecordReadingError(reason: .tooLarge(bytes.count)) }
    guard let value = try? JSONDecoder().decode(JSONTree.self, from: Data(bytes)) else {
      throw RecordReadingError(reason: .halfWritten)
    }
    guard case .object(let members) = value, case .text(Record.formatName)? = members["format"] else {
      throw RecordReadingError(reason: .notARecord)
    }
    if case .number(let version, _)? = members["version"], version != Double(Record.formatVersion) {
      guard let version = Int(exactly: version), version > Record.formatVersion else { return "version: 1 is wanted" }
      throw RecordReadingError(reason: .newer(version))
    }
    return JSONConformance.breach(value, Record.form, at: [])
  }
}

/// JSON of any form.
enum JSONTree: Decodable {
  case null
  case flag(Bool)
  case number(Double, isWhole: Bool)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let members = try? value.decode([String: JSONTree].self) {
      self = .object(members)
    } else if let items = try? value.decode([JSONTree].self) {
      self = .list(items)
    } else if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .number(try value.decode(Double.self), isWhole: (try? value.decode(Int.self)) != nil)
    }
  }
}

/// Holds JSON against the description from which both schemas are written.
private enum JSONConformance {
  static func breach(_ value: JSONTree, _ form: ValueForm, at path: [String]) -> String? {
    switch (form, value) {
    case (.optional, .null): nil
    case (.optional(let inner), _): breach(value, inner, at: path)
    case (.text, .text), (.number, .number), (.flag, .flag), (.integer, .number(_, isWhole: true)): nil
    case (.moment, .text(let text)): Self.isMoment(text) ? nil : "\(told(path)): \(wanted(form)) is wanted"
    case (.part(let part), .object(let members)): breach(members, part.facts, at: path)
    case (.list(let inner), .list(let items)):
      items.enumerated().lazy.compactMap { breach($1, inner, at: path + [String($0)]) }.first
    case (.map(let inner), .object(let members)):
      members.sorted { $0.key < $1.key }.lazy.compactMap { breach($1, inner, at: path + [$0]) }.first
    default: "\(told(path)): \(wanted(form)) is wanted"
    }
  }

  private static func breach(_ members: [String: JSONTree], _ facts: [MemberFacts], at path: [String]) -> String? {
    for fact in facts {
      guard let value = members[fact.name] else { return "\(told(path)): the member “\(fact.name)” is missing" }
      if let found = breach(value, fact.form, at: path + [fact.name]) { return found }
      if case .text(let word) = value, !fact.words.isEmpty, !fact.words.contains(word) {
        return "\(told(path + [fact.name])): one of \(fact.words.joined(separator: ", ")) is wanted"
      }
    }
    let known = Set(facts.map(\.name))
    return members.keys.sorted().first { !known.contains($0) }.map { "\(told(path)): there is no member “\($0)”" }
  }

  private static func told(_ path: [String]) -> String { path.isEmpty ? "the top" : path.joined(separator: "/") }

  private static func wanted(_ form: ValueForm) -> String {
    switch form {
    case .text: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .flag: "true or false"
    case .moment: "a moment such as 2026-11-22T00:46:36.000Z"
    case .part(let part): "the object “\(part.name)”"
    case .list: "a list"
    case .map: "an object"
    case .optional(let inner): "\(wanted(inner)) or null"
    }
  }

  /// As the pattern in the schema has it.
  private static func isMoment(_ text: String) -> Bool {
    let digits = String(text.map { $0.isASCII && $0.isNumber ? "0" : $0 })
    let date = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    return date.drop { $0 == "0" } == "-00-00T00:00:00.000Z" && date.prefix { $0 == "0" }.count >= 4
  }
}
