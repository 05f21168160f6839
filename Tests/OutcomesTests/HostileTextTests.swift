import MethodModel
import SessionEngine
import Testing

@testable import Outcomes

/// People's words stay words.
@Suite struct HostileTextTests {
  static let texts = [
    "=HYPERLINK(\"http://evil.example\",\"click\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1",
    "  =cmd|' /C calc'!A0",
    "\u{FF1D}1+1", "'=1", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "![x](http://evil.example/x.png)",
    "[click](javascript:alert(1))", "<http://evil.example>", "https://evil.example", "www.evil.example", "# Heading",
    "- item", "1. item", "1) item", "> quote", "```\ncode", "~~~", "a | b", "---", "===", "**bold** _it_ ~~no~~ `code`",
    "&lt;b&gt; &amp; &#60;", "line\nbreak", "one\r\n\r\ntwo", "escape \u{1B}[31mred", "bell \u{07}", "null \u{00} byte",
    "right \u{202E}to left", "zero\u{200B}width", "line\u{2028}separator", "quote \" and , comma", "\\", "\\*",
    "{{ liquid }}",
    "$x^2$", "👩‍👩‍👧", "[^1]: note", "[ref]: http://evil.example", ":smile:", "</td></tr>", "\u{FEFF}=1+1",
  ]

  @Test(arguments: texts) func `a cell of people's words starts no formula`(text: String) {
    let cell = Table.harmless(text)
    let first = cell.first { !$0.isWhitespace }
    #expect(first.map { !"=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".contains($0) } ?? true, "\(cell)")
    #expect(!cell.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x202A...0x202E).contains($0.value) })
  }

  @Test func `an apostrophe is added where it is needed and nowhere else`() {
    #expect(Table.harmless("=1") == "'=1")
    #expect(Table.harmless("'=1") == "''=1")
    #expect(Table.harmless("1-2") == "1-2")
    #expect(Table.harmless("") == "")
    var table = Table("t", ["text", "number"])
    table.add([.text("a \"b\", c"), .figure(Figure(Number("-2.5")))])
    #expect(table.csv == "text,number\r\n\"a \"\"b\"\", c\",-2.5\r\n")
  }

  @Test func `hostile words, names and reasons are live in no file`() throws {
    var sitting = try Sitting(
      Sample.ideas, people: 0, settings: ["question": [Self.texts[9]]], site: Self.texts[0],
      people: Self.texts.prefix(12).enumerated().map { index, text in
        Person(id: PersonID("p\(index + 1)"), name: "\(text) \(index)", fields: ["school": text])
      })
    try sitting.next()
    for (index, text) in Self.texts.enumerated() {
      try sitting.add("e\(index)", text, by: PersonID("p\(index % 12 + 1)"))
    }
    for text in Self.texts { try sitting.send(.note(text)) }
    try sitting.send(.extend(seconds: 60), because: Self.texts[11])
    try sitting.next()
    try sitting.next()
    try sitting.add("a", Self.texts[13], by: "p1", fields: ["owner": Self.texts[3], "measure": Self.texts[27]])
    try sitting.next()
    let files = sitting.files
    for (path, text) in files where path != "outcome.json" {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && !"\r\n".unicodeScalars.contains($0) }, "\(path)")
      #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x200B }, "\(path)")
    }
    // The record itself keeps every word as it was.
    func unblanked(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let words = Set(sitting.record.outcomes.flatMap(\.entries).map { unblanked($0.text) })
    #expect(Self.texts.allSatisfy { words.contains(unblanked($0)) })
  }
}
