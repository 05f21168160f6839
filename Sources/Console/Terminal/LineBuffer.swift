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

  package init(limit: Int = 64 * 1024) { self.limit = limit }

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
    return String(decoding: isWindows ? line.dropLast() : line, as: UTF8.self)
  }
}
