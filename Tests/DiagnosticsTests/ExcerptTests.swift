import Diagnostics
import DiagnosticsTestSupport
import Testing

@Suite struct `An excerpt` {
  /// The two lines of the excerpt for the stretch between two marks.
  private func excerpt(_ text: String, width: Int = 60) -> [String] {
    let marked = MarkedText(text)
    let range = SourceRange((marked.places.first ?? 0)..<(marked.places.last ?? 0))
    let finding = Diagnostic(DiagnosticCode("DOT0000"), "m", file: "method.xml", range: range)
    let lines = ExcerptRenderer(source: marked.source, width: width).render(finding).split(separator: "\n")
    return lines.dropFirst().map { String($0.drop { $0 != "|" }.dropFirst(2)) }
  }

  @Test func `shows place, line, carets, help and notes`() {
    let source = SourceText(name: "method.xml", text: "<method>\n  <stpe>\n</method>")
    let finding = Diagnostic(
      DiagnosticCode("DOT0201"), "unknown element `stpe`", help: "did you mean `step`?", file: "method.xml",
      range: SourceRange(12..<16),
      notes: [
        .init("opened here", file: "method.xml", range: SourceRange(0..<8)), .init("no place", file: "other.xml"),
      ])
    #expect(
      ExcerptRenderer(source: source).render(finding) == """
        method.xml:2:4: error DOT0201: unknown element `stpe`
          2 |   <stpe>
            |    ^^^^
          help: did you mean `step`?
          method.xml:1:1: note: opened here
          1 | <method>
            | ^^^^^^^^
          other.xml: note: no place

        """)
  }

  @Test func `shows a whole-file finding without a line`() {
    let finding = Diagnostic(DiagnosticCode("DOT0105"), "the file is empty", severity: .warning, file: "a.xml")
    #expect(ExcerptRenderer(sources: [:]).render(finding) == "a.xml: warning DOT0105: the file is empty\n")
  }

  @Test(arguments: [
    ("日本‸語‸x", "日本語x", "    ^^"),
    ("ne\u{301}‸e\u{301}‸e", "ne\u{301}e\u{301}e", "  ^"),
    ("👩‍👩‍👧‍👦‸x‸", "👩‍👩‍👧‍👦x", "  ^"),
    ("☀\u{FE0F}‸x‸", "☀\u{FE0F}x", "  ^"),
    ("🇫🇮‸🇫🇮‸", "🇫🇮🇫🇮", "  ^^"),
    ("ｱ‸x‸", "ｱx", " ^"),
    ("한‸한‸", "한한", "  ^^"),
    ("\u{1112}\u{1161}\u{11AB}‸x‸", "\u{1112}\u{1161}\u{11AB}x", "  ^"),
    ("a\t‸b‸", "a   b", "    ^"),
    ("\t\tx‸\t‸y", "        x   y", "         ^^^"),
    ("a‸", "a", " ^"),
    ("‸", "", "^"),
  ])
  func `puts carets under the right cells`(text: String, line: String, carets: String) {
    #expect(excerpt(text) == [line, carets])
  }

  @Test(arguments: [
    ("\u{1B}[31m‸x‸", "␛[31mx", "     ^"), ("\u{202E}‸x‸", "<U+202E>x", "        ^"), ("\u{7F}‸x‸", "␡x", " ^"),
    ("a\u{200B}‸x‸", "a<U+200B>x", "         ^"), ("\u{E000}‸x‸", "<U+E000>x", "        ^"),
  ])
  func `shows harmful characters instead of obeying them`(text: String, line: String, carets: String) {
    #expect(excerpt(text) == [line, carets])
  }

  @Test func `shows bytes that are no characters as numbers`() {
    let source = SourceText(name: "a", bytes: [0x61, 0xE4, 0x62])
    let finding = Diagnostic(DiagnosticCode("DOT0000"), "m", file: "a", range: SourceRange(1..<2))
    #expect(ExcerptRenderer(source: source).render(finding).contains("a<E4>b\n    |  ^^^^\n"))
  }

  @Test func `cuts a long line around the place`() {
    let long = String(repeating: "a", count: 500) + "‸bcd‸" + String(repeating: "e", count: 500)
    let shown = excerpt(long, width: 20)
    #expect(shown == ["…aaaaaabcdeeeeeeeee…", "       ^^^"])
  }

  @Test func `cuts a long line after a place near its beginning`() {
    #expect(excerpt("a‸b‸" + String(repeating: "語", count: 50), width: 12) == ["ab語語語語…", " ^"])
  }

  @Test func `shows the end of a stretch that is longer than the line as cut`() {
    #expect(excerpt("‸" + String(repeating: "x", count: 90) + "‸", width: 10) == ["xxxxxxxx…", "^^^^^^^^"])
  }

  @Test func `marks only the first line of a stretch over several`() {
    #expect(excerpt("<a‸ b\nc‸>") == ["<a b", "  ^^"])
  }

  @Test func `of a megabyte in one line is made at once`() {
    let source = SourceText(name: "a", text: String(repeating: "語", count: 350_000))
    let finding = Diagnostic(DiagnosticCode("DOT0000"), "m", file: "a", range: SourceRange(600_000..<600_003))
    let shown = ExcerptRenderer(source: source).render(finding)
    #expect(shown.utf8.count < 1_000)
  }

  @Test func `is coloured only when asked`() {
    let finding = Diagnostic(DiagnosticCode("DOT0000"), "m", help: "h", file: "a", range: SourceRange(0..<1))
    let source = SourceText(name: "a", text: "x")
    #expect(!ExcerptRenderer(source: source).render(finding).contains("\u{1B}"))
    #expect(
      ExcerptRenderer(source: source, usesColour: true).render(finding) == """
        a:1:1: \u{1B}[1;31merror DOT0000\u{1B}[0m: \u{1B}[1mm\u{1B}[0m
          1 | x
            | \u{1B}[1;31m^\u{1B}[0m
          \u{1B}[1;36mhelp\u{1B}[0m: h

        """)
  }
}
