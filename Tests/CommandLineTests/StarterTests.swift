import Foundation
import Testing

/// A method of one's own from a starter: written once, never over another file, and good to run at once.
@Suite struct StarterTests {
  private static let home = ["DOTANK_HOME": Program.root]
  static let starters =
    (try? FileManager.default.contentsOfDirectory(atPath: Program.root + "/Templates"))?
    .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted() ?? []

  @Test(arguments: starters) func `a starter is a method that runs for few and for many`(starter: String) throws {
    let workplace = try Workplace()
    let made = try workplace.run("new", "our-day", "--from", starter, environment: Self.home)
    #expect(made.code == 0, made.told)
    let checked = try workplace.run("validate", "our-day", "--strict", environment: Self.home)
    #expect(checked.code == 0, checked.told)
    let text = try workplace.read("Methods/our-day.xml")
    let comments = text.matches(of: /<!--/).count
    #expect(comments >= 5, "a starter teaches by its comments")
    let people = try #require(text.firstMatch(of: /<fit people="(\d+)\.\.(\d+)" ideal="(\d+)"/))
    for count in [people.1, people.2, people.3] {
      let finished = try workplace.run("rehearse", "our-day", "--people", String(count), environment: Self.home)
      #expect(finished.code == 0, finished.told)
    }
  }

  @Test func `starters are listed`() throws {
    let finished = try Workplace().run("new", "--list", environment: Self.home)
    #expect(finished.code == 0, finished.told)
    for starter in Self.starters { #expect(finished.output.contains("\(starter)  ·  "), finished.told) }
    #expect(Self.starters.count >= 5)
  }

  @Test func `nothing is overwritten`() throws {
    let workplace = try Workplace()
    try workplace.write("mine", to: "Methods/our-day.xml")
    let refused = try workplace.run("new", "our-day", environment: Self.home)
    try expectOneMessage(refused, code: 2, says: ["Methods/our-day.xml", "is there already"])
    #expect(try workplace.read("Methods/our-day.xml") == "mine")
  }

  @Test func `a name that cannot be one is put right, and a path is taken as it is`() throws {
    let workplace = try Workplace()
    try expectOneMessage(
      try workplace.run("new", "Our Day", environment: Self.home), code: 2, says: ["`Our Day`", "write `our-day`"])
    try expectOneMessage(
      try workplace.run("new", "drafts/our-day.xml", environment: Self.home), code: 73,
      says: ["there is no folder drafts", "mkdir -p drafts"])
    try workplace.write("", to: "drafts/notes.txt")
    let made = try workplace.run("new", "drafts/our-day.xml", environment: Self.home)
    #expect(made.code == 0, made.told)
    #expect(try workplace.read("drafts/our-day.xml").contains(#" id="our-day""#))
  }

  @Test func `a shipped method was hidden by a new one of its name without a word`() throws {
    let workplace = try Workplace()
    try expectOneMessage(
      try workplace.run("new", "one-two-four-all", environment: Self.home), code: 2,
      says: ["there is a method one-two-four-all already", "yours would hide it"])
    for word in ["room", "facilitator"] {
      try expectOneMessage(
        try workplace.run("new", word, environment: Self.home), code: 2, says: ["`\(word)` is a word of the language"])
    }
  }

  @Test func `an unknown starter is told with the likeliest`() throws {
    let workplace = try Workplace()
    try expectOneMessage(
      try workplace.run("new", "a", "--from", "prioritizing", environment: Self.home), code: 66,
      says: ["there is no starter `prioritizing`", "did you mean `prioritising`?"])
    try expectOneMessage(try workplace.run("new", "a"), code: 66, says: ["there is no starter", "--templates"])
  }
}
