import Planning
import SessionEngine
import Testing

@testable import Planning

@Suite struct WordsTests {
  @Test(arguments: ["en", "fi", "fr"]) func `people speak the session's language`(language: String) throws {
    let engine = try Rehearsed.engine("one-two-four-all")
    let session = RehearsedSession(engine, people: 8, seed: 2, language: language)
    let phrases = Phrasebook.inLanguage(language)
    #expect(!session.texts.isEmpty)
    for text in session.texts {
      #expect(phrases.openings.contains { text.hasPrefix($0) }, "\(text)")
    }
  }

  @Test func `a language without a phrasebook is spoken in English`() {
    #expect(Phrasebook.inLanguage("sv").openings == Phrasebook.english.openings)
    #expect(Phrasebook.inLanguage("fi-FI").openings == Phrasebook.finnish.openings)
  }

  @Test func `no idea is had twice`() {
    var imagination = Imagination(seed: 1, language: "fi")
    let ideas = (0..<2_000).map { _ in imagination.idea() }
    #expect(Set(ideas).count == ideas.count)
  }

  @Test func `wording grows by changes, but not for ever`() {
    var imagination = Imagination(seed: 1, language: "en")
    var text = imagination.idea()
    for _ in 0..<50 { text = imagination.amended(text) }
    #expect(text.count < 400)
  }

  @Test func `dates exist and lie after the session`() throws {
    var imagination = Imagination(seed: 3, language: "en")
    for _ in 0..<500 {
      let date = imagination.date()
      let day = try #require(CalendarDate(date), "\(date)")
      let monday = try #require(CalendarDate("2030-01-07"))
      #expect(day > monday)
    }
  }
}
