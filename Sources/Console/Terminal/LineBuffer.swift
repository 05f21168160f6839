/// Cuts a stream of bytes into lines: bytes in, lines out, without a terminal.
///
/// `\n` and `\r\n` end a line; the last line needs no end. Bytes that are no UTF-8 are replaced by U+FFFD. A line
/// longer than the limit is thrown away and told once.
package struct LineBuffer: Sendable {
  package enum Piece: Sendable, Hashable {
    case line(String)
    case tooLong
  }

  /// The most bytes of one line.
  package let limit: Int
  private var bytes: [UInt8] = []
  /// What has been looked at and holds no line end.
  private var searched = 0
  private var isSkipping = false
  private var isAtEnd = false

  /// Whether arrow and function keys, which a terminal sends as escape sequences, are left out of lines.
  private let dropsKeys: Bool

  package init(limit: Int = 64 * 1024, dropsKeys: Bool = false) {
    self.limit = limit
    self.dropsKeys = dropsKeys
  }

  package mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// No more bytes will come; what is left is the last line.
  package mutating func finish() { isAtEnd = true }

  /// The next whole line; `nil` while there is none.
  package mutating func next() -> Piece? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else { return rest() }
    let line = bytes[..<end]
    defer { remove(through: end) }
    if isSkipping {
      isSkipping = false
      return .tooLong
    }
    return line.count > limit ? .tooLong : .line(text(line))
  }

  /// What stands after the last line end.
  private mutating func rest() -> Piece? {
    searched = bytes.count
    if isAtEnd {
      guard isSkipping || !bytes.isEmpty else { return nil }
      defer { (bytes, searched, isSkipping) = ([], 0, false) }
      return isSkipping || bytes.count > limit ? .tooLong : .line(text(bytes[...]))
    }
    if bytes.count > limit {
      isSkipping = true
      bytes = []
      searched = 0
    }
    return nil
  }

  private mutating func remove(through end: Int) {
    bytes.removeSubrange(...end)
    searched = 0
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    let isWindows = line.last == UInt8(ascii: "\r")
    let content = isWindows ? line.dropLast() : line
    return String(decoding: dropsKeys ? Self.withoutKeys(content) : content, as: UTF8.self)
  }

  /// Without control sequences (ECMA-48: ESC `[`, parameters, one final byte) and `ESC O` with the byte after it.
  private static func withoutKeys(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.contains(0x1B) else { return line }
    var kept: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      guard byte == 0x1B, let kind = rest.first, kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else {
        kept.append(byte)
        continue
      }
      rest = rest.dropFirst()
      if kind == UInt8(ascii: "[") { rest = rest.drop { (0x20...0x3F).contains($0) } }
      rest = rest.dropFirst()
    }
    return kept[...]
  }
}
