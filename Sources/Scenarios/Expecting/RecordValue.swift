#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A value of the record's JSON form, for looking something up by its path.
indirect enum RecordValue: Decodable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case list([RecordValue])
  case object([String: RecordValue])

  /// `nil` for bytes that are no JSON.
  init?(json bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(RecordValue.self, from: Data(bytes)) else { return nil }
    self = value
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let list = try? container.decode([RecordValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: RecordValue].self))
    }
  }

  /// What stands at a path of names and numbers from 0; in a list, `name=word` finds the first with that member.
  func value(at path: String) -> RecordValue? {
    var current = self
    for step in path.split(separator: "/") {
      switch current {
      case .object(let members):
        guard let member = members[String(step)] else { return nil }
        current = member
      case .list(let values):
        guard let value = Self.element(of: values, String(step)) else { return nil }
        current = value
      default: return nil
      }
    }
    return current
  }

  private static func element(of values: [RecordValue], _ step: String) -> RecordValue? {
    if let index = Int(step) { return values.indices.contains(index) ? values[index] : nil }
    let sides = step.split(separator: "=", maxSplits: 1).map { String($0) }
    guard sides.count == 2 else { return nil }
    return values.first { value in
      if case .object(let members) = value { members[sides[0]]?.text == sides[1] } else { false }
    }
  }

  /// How many are in it; 1 for what is neither a list nor an object.
  var count: Int {
    switch self {
    case .list(let values): values.count
    case .object(let members): members.count
    default: 1
    }
  }

  /// As it is compared: `null`, `true`, digits, the words; a list's values with semicolons between them.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .string(let value): value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .list(let values): values.map(\.text).joined(separator: "; ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }.joined(separator: "; ")
    }
  }
}
