import Diagnostics
import DiagnosticsTestSupport
import Testing

@Suite struct `A source text` {
  @Test(arguments: [
    ("‸a", 1, 1), ("a‸", 1, 2), ("a\n‸", 2, 1), ("a\r\n‸b", 2, 1), ("a\r‸b", 2, 1), ("ä‸b", 1, 2), ("\u{FEFF}‸b", 1, 1),
    ("e\u{301}‸b", 1, 2), ("👩‍👩‍👧‍👦‸b", 1, 2), ("日本‸語\n", 1, 3), ("\ta‸b", 1, 3), ("äö\nåå‸", 2, 3),
  ])
  func `counts lines and characters from one`(text: String, line: Int, column: Int) throws {
    let marked = MarkedText(text)
    let position = marked.source.position(at: try #require(marked.places.first))
    #expect(position == (line, column))
  }

  @Test(arguments: [1, 2, 3, 4])
  func `gives an offset inside a character that character's column`(offset: Int) {
    let position = SourceText(name: "a", text: "ae\u{301}\u{302}b").position(at: offset)
    #expect(position == (1, 2))
  }

  @Test func `answers for offsets outside`() {
    let source = SourceText(name: "a", text: "a\nbc")
    #expect(source.position(at: -5) == (1, 1))
    #expect(source.position(at: 99) == (2, 3))
    #expect(SourceText(name: "a", text: "").position(at: 0) == (1, 1))
  }

  @Test func `gives lines without their breaks`() {
    let source = SourceText(name: "a", text: "\u{FEFF}a\r\nb\rc\n")
    #expect((0...5).map(source.lineText) == ["", "a", "b", "c", "", ""])
    #expect(source.lineCount == 4)
  }

  @Test func `takes bytes that are no characters`() {
    let source = SourceText(name: "a", bytes: [0x61, 0xE4, 0x62, 0x0A, 0xFF])
    #expect(source.position(at: 2) == (1, 3))
    #expect(source.lineText(2) == "\u{FFFD}")
  }
}
