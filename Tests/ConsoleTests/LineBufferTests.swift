import Console
import Testing

@Suite struct LineBufferTests {
  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]), ("", []),
    ("\r\n", [""]),
    ("äiti 😀\nسلام\n", ["äiti 😀", "سلام"]),
  ])
  func `lines are cut at their ends, wherever the bytes are torn`(text: String, lines: [String]) {
    let bytes = Array(text.utf8)
    for size in 1...max(1, bytes.count) {
      #expect(pieces(bytes, inPiecesOf: size) == lines.map { .line($0) })
    }
  }

  @Test func `bytes that are no UTF-8 are replaced`() {
    #expect(pieces([0x61, 0xFF, 0x62, 0x0A], inPiecesOf: 1) == [.line("a\u{FFFD}b")])
    #expect(pieces([0xE4, 0x69, 0x74, 0x69], inPiecesOf: 4) == [.line("\u{FFFD}iti")])
  }

  @Test(arguments: [1, 7, 100])
  func `a line that is too long is thrown away and told once`(size: Int) {
    let long = [UInt8](repeating: 0x78, count: 1_000) + [0x0A, 0x61, 0x0A]
    #expect(pieces(long, inPiecesOf: size, limit: 10) == [.tooLong, .line("a")])
    #expect(pieces(Array(long.prefix(1_000)), inPiecesOf: size, limit: 10) == [.tooLong])
  }

  @Test func `a line just within the limit is kept`() {
    #expect(pieces(Array("0123456789\n".utf8), inPiecesOf: 3, limit: 10) == [.line("0123456789")])
  }

  @Test(arguments: [
    ("more \u{1B}[Dbreaks", "more breaks"), ("\u{1B}[4~", ""), ("\u{1B}[1;5Cå\u{1B}OP", "å"), ("a\u{1B}[", "a"),
    ("a\u{1B}b", "a\u{1B}b"),
  ])
  func `keys that are no letters were kept as words of an idea`(typed: String, line: String) {
    var buffer = LineBuffer(dropsKeys: true)
    buffer.append(Array("\(typed)\n".utf8))
    #expect(buffer.next() == .line(line))
  }

  private func pieces(_ bytes: [UInt8], inPiecesOf size: Int, limit: Int = 64 * 1024) -> [LineBuffer.Piece] {
    var buffer = LineBuffer(limit: limit)
    var found: [LineBuffer.Piece] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      buffer.append(bytes[start..<min(start + size, bytes.count)])
      while let piece = buffer.next() { found.append(piece) }
    }
    buffer.finish()
    while let piece = buffer.next() { found.append(piece) }
    return found
  }
}
