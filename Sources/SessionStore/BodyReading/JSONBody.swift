/// An event's body taken apart once: its values in a row, each knowing where it stands and where the next one is.
///
/// Made for replay, where a hundred thousand small objects are read: nothing is copied and no dictionary is built.
final class JSONBody: Sendable {
  enum Kind: Sendable { case object, array, text, textWithEscapes, number, yes, no, null }

  /// A value; an object's come in pairs of key and value.
  struct Node: Sendable {
    var kind: Kind
    /// Its bytes; a text's are those between its quotes.
    var range: Range<Int>
    /// The number of the node behind this one and everything in it.
    var next = 0
  }

  let bytes: ArraySlice<UInt8>
  /// In the order of the text, the outermost first.
  let nodes: [Node]

  /// Nil when the bytes are not one JSON value.
  init?(_ bytes: ArraySlice<UInt8>) {
    var parser = Parser(bytes)
    guard parser.value(depth: 0), parser.isAtEnd else { return nil }
    self.bytes = bytes
    nodes = parser.nodes
  }

  /// The value of a key in the object `node`, looked for from `hint` on and around: keys mostly come in turn.
  func value(of key: String, in node: Int, from hint: inout Int) -> Int? {
    let (first, end) = (node + 1, nodes[node].next)
    var place = hint
    while place < end {
      if matches(place, key) { return take(place, &hint) }
      place = nodes[place + 1].next
    }
    place = first
    while place < hint {
      if matches(place, key) { return take(place, &hint) }
      place = nodes[place + 1].next
    }
    return nil
  }

  private func take(_ place: Int, _ hint: inout Int) -> Int {
    hint = nodes[place + 1].next
    return place + 1
  }

  private func matches(_ node: Int, _ key: String) -> Bool {
    guard nodes[node].kind == .text else { return text(node) == key }
    let range = nodes[node].range
    guard key.utf8.count == range.count else { return false }
    var index = range.lowerBound
    for byte in key.utf8 {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// The text of a node; nil when it is none, or not text at all.
  func text(_ node: Int) -> String? {
    let piece = bytes[nodes[node].range]
    switch nodes[node].kind {
    case .text: return String(validating: piece, as: UTF8.self)
    case .textWithEscapes: return Self.unescaped(piece)
    default: return nil
    }
  }

  /// The digits of a number.
  func number(_ node: Int) -> Substring? {
    guard nodes[node].kind == .number else { return nil }
    return String(decoding: bytes[nodes[node].range], as: UTF8.self)[...]
  }

  private static func unescaped(_ piece: ArraySlice<UInt8>) -> String? {
    var units: [UInt8] = []
    units.reserveCapacity(piece.count)
    var cursor = EscapeCursor(rest: piece)
    while let byte = cursor.rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        units.append(byte)
        continue
      }
      guard let scalar = cursor.scalar() else { return nil }
      units += UTF8.encode(scalar).map(Array.init) ?? []
    }
    return String(validating: units, as: UTF8.self)
  }
}

/// Reads what stands behind a backslash.
private struct EscapeCursor {
  var rest: ArraySlice<UInt8>

  mutating func scalar() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "u"): numbered()
    default: nil
    }
  }

  /// Four digits, or twice four for what lies beyond the first plane.
  private mutating func numbered() -> Unicode.Scalar? {
    guard let high = digits() else { return nil }
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
    guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"), let low = digits(),
      UTF16.isTrailSurrogate(low)
    else { return nil }
    return UTF16.decode(UTF16.EncodedScalar([high, low]))
  }

  private mutating func digits() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = rest.popFirst(), digit >= UInt8(ascii: "0"), let value = Hexadecimal.value(digit | 0x20) else {
        return nil
      }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }
}

extension JSONBody {
  /// Goes through the bytes once.
  private struct Parser {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private(set) var nodes: [Node] = []

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      position = bytes.startIndex
      nodes.reserveCapacity(32)
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// Deep enough for every event, and far from the end of the stack.
    private static let deepest = 64

    mutating func value(depth: Int) -> Bool {
      guard depth < Self.deepest, position < bytes.endIndex else { return false }
      switch bytes[position] {
      case UInt8(ascii: "{"): return collection(.object, closing: UInt8(ascii: "}"), depth)
      case UInt8(ascii: "["): return collection(.array, closing: UInt8(ascii: "]"), depth)
      case UInt8(ascii: "\""): return text()
      case UInt8(ascii: "t"): return word(Self.yes, .yes)
      case UInt8(ascii: "f"): return word(Self.no, .no)
      case UInt8(ascii: "n"): return word(Self.null, .null)
      default: return number()
      }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
      guard position < bytes.endIndex, bytes[position] == byte else { return false }
      position += 1
      return true
    }

    private mutating func collection(_ kind: Kind, closing: UInt8, _ depth: Int) -> Bool {
      let (node, start) = (nodes.count, position)
      nodes.append(Node(kind: kind, range: start..<start))
      position += 1
      if !skip(closing) {
        repeat {
          if kind == .object { guard text(), skip(UInt8(ascii: ":")) else { return false } }
          guard value(depth: depth + 1) else { return false }
        } while skip(UInt8(ascii: ","))
        guard skip(closing) else { return false }
      }
      nodes[node].range = start..<position
      nodes[node].next = nodes.count
      return true
    }

    private mutating func append(_ kind: Kind, _ range: Range<Int>) {
      nodes.append(Node(kind: kind, range: range, next: nodes.count + 1))
    }

    private mutating func text() -> Bool {
      guard skip(UInt8(ascii: "\"")) else { return false }
      let start = position
      var kind = Kind.text
      while position < bytes.endIndex {
        switch bytes[position] {
        case UInt8(ascii: "\""):
          append(kind, start..<position)
          position += 1
          return true
        case UInt8(ascii: "\\"):
          kind = .textWithEscapes
          position += 2
        default: position += 1
        }
      }
      return false
    }

    private static let yes = Array("true".utf8)
    private static let no = Array("false".utf8)
    private static let null = Array("null".utf8)

    private mutating func word(_ word: [UInt8], _ kind: Kind) -> Bool {
      let start = position
      position += word.count
      guard position <= bytes.endIndex, bytes[start..<position].elementsEqual(word) else { return false }
      append(kind, start..<position)
      return true
    }

    /// Digits with what else may stand in a number; whether they make one shows when it is read.
    private mutating func number() -> Bool {
      let start = position
      while position < bytes.endIndex, Self.mayStandInNumber(bytes[position]) { position += 1 }
      guard position > start else { return false }
      append(.number, start..<position)
      return true
    }

    private static func mayStandInNumber(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
  }
}
