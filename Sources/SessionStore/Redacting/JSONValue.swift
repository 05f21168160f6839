#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// An event's body whatever its type, so that words are found also where nobody thought of them.
indirect enum JSONValue: Hashable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Int)
  case flag(Bool)
  case null

  /// Nil for bytes that no event has.
  init?(_ bytes: some Sequence<UInt8>) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else { return nil }
    self = value
  }

  /// With sorted keys, as the journal has it.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(self)) } catch {
      preconditionFailure("a value of JSON can be written as such: \(error)")
    }
  }

  subscript(key: String) -> JSONValue? {
    get { if case .object(let members) = self { members[key] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
}

extension JSONValue: Codable {
  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let flag = try? single.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? single.decode(Int.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let items = try? single.decode([JSONValue].self) {
      self = .array(items)
    } else {
      self = .object(try single.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .object(let members): try single.encode(members)
    case .array(let items): try single.encode(items)
    case .text(let text): try single.encode(text)
    case .number(let number): try single.encode(number)
    case .flag(let flag): try single.encode(flag)
    case .null: try single.encodeNil()
    }
  }
}
