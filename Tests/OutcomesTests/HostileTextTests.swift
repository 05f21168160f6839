import MethodModel
import SessionEngine
import Testing

@testable import Outcomes

/// People's words stay words.
@Suite struct HostileTextTests {
  @Test(arguments: HostileTexts.all) func `a cell of people's words starts no formula`(text: String) {
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
      Sample.ideas, people: 0, settings: ["question": [HostileTexts.all[9]]], site: HostileTexts.all[0],
      people: HostileTexts.all.prefix(12).enumerated().map { index, text in
        Person(id: PersonID("p\(index + 1)"), name: "\(text) \(index)", fields: ["school": text])
      })
    try sitting.next()
    for (index, text) in HostileTexts.all.enumerated() {
      try sitting.add("e\(index)", text, by: PersonID("p\(index % 12 + 1)"))
    }
    for text in HostileTexts.all { try sitting.send(.note(text)) }
    try sitting.send(.extend(seconds: 60), because: HostileTexts.all[11])
    try sitting.next()
    try sitting.next()
    try sitting.add(
      "a", HostileTexts.all[13], by: "p1", fields: ["owner": HostileTexts.all[3], "measure": HostileTexts.all[27]])
    try sitting.next()
    #expect(HostileTexts.all.count >= 200)
    let files = sitting.files
    for (path, text) in files {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && !"\r\n".unicodeScalars.contains($0) }, "\(path)")
      #expect(!text.unicodeScalars.contains { Self.turns($0) }, "\(path)")
    }
    #expect(files["outcome.json"]?.contains("<") == false)
    #expect(files["outcome.xml"]?.contains("<script") == false && files["outcome.xml"]?.contains("<svg") == false)
    // The record itself keeps every word as it was.
    #expect(try RecordFiles.record(fromJSON: Array((files["outcome.json"] ?? "").utf8)) == sitting.record)
    func unblanked(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let words = Set(sitting.record.outcomes.flatMap(\.entries).map { unblanked($0.text) })
    #expect(HostileTexts.all.allSatisfy { words.contains(unblanked($0)) })
  }

  /// It turns the direction of writing, is seen by nobody, or is a control character of eight bits.
  private static func turns(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200B
      || (0x7F...0x9F).contains(scalar.value)
  }
}
