/// Decodes an event's content from its body; only what the engine's events are made of, and nothing guessed.
struct BodyDecoder: Decoder {
  let body: JSONBody
  let node: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try BodyObject<Key>(self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try BodyArray(self) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// What does not fit; where in the body is nobody's concern, since a body is whole or its frame is damaged.
  var misfit: DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "the body is not what its type says"))
  }

  var kind: JSONBody.Kind { body.nodes[node].kind }
  func at(_ node: Int) -> BodyDecoder { BodyDecoder(body: body, node: node) }
}

extension BodyDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch kind {
    case .yes: return true
    case .no: return false
    default: throw misfit
    }
  }

  func decode(_ type: String.Type) throws -> String {
    guard let text = body.text(node) else { throw misfit }
    return text
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard let number = body.number(node).flatMap({ Double($0) }), number.isFinite else { throw misfit }
    return number
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try integer() }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
  func decode(_ type: UInt.Type) throws -> UInt { try integer() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  private func integer<Number: FixedWidthInteger>() throws -> Number {
    guard let number = body.number(node).flatMap({ Number($0) }) else { throw misfit }
    return number
  }
}

/// An object's values by their keys.
private struct BodyObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let decoder: BodyDecoder
  /// Where the next key probably stands; in a class, for decoding does not change the container.
  private let hint: Hint

  private final class Hint {
    var place: Int
    init(_ place: Int) { self.place = place }
  }

  init(_ decoder: BodyDecoder) throws {
    guard decoder.kind == .object else { throw decoder.misfit }
    self.decoder = decoder
    hint = Hint(decoder.node + 1)
  }

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var place = decoder.node + 1
    while place < decoder.body.nodes[decoder.node].next {
      if let key = decoder.body.text(place).flatMap({ Key(stringValue: $0) }) { keys.append(key) }
      place = decoder.body.nodes[place + 1].next
    }
    return keys
  }

  private func find(_ key: Key) -> BodyDecoder? {
    decoder.body.value(of: key.stringValue, in: decoder.node, from: &hint.place).map(decoder.at)
  }

  private func value(_ key: Key) throws -> BodyDecoder {
    guard let value = find(key) else {
      throw DecodingError.keyNotFound(key, DecodingError.Context(codingPath: [], debugDescription: "missing"))
    }
    return value
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).decode(type) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: try value(key))
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let value = find(key), !value.decodeNil() else { return nil }
    return try Value(from: value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try value(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw decoder.misfit }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw decoder.misfit }
}

/// An array's values in their order.
private struct BodyArray: UnkeyedDecodingContainer {
  private let decoder: BodyDecoder
  private var place: Int
  private(set) var currentIndex = 0
  let count: Int?

  init(_ decoder: BodyDecoder) throws {
    guard decoder.kind == .array else { throw decoder.misfit }
    self.decoder = decoder
    place = decoder.node + 1
    var (number, node) = (0, decoder.node + 1)
    while node < decoder.body.nodes[decoder.node].next {
      number += 1
      node = decoder.body.nodes[node].next
    }
    count = number
  }

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { place >= decoder.body.nodes[decoder.node].next }

  private mutating func next() throws -> BodyDecoder {
    guard !isAtEnd else { throw decoder.misfit }
    defer {
      place = decoder.body.nodes[place].next
      currentIndex += 1
    }
    return decoder.at(place)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, decoder.at(place).decodeNil() else { return false }
    _ = try next()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
  mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().decode(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().decode(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().decode(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().decode(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().decode(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next().decode(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().decode(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().decode(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().decode(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().decode(type) }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: try next()) }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}
