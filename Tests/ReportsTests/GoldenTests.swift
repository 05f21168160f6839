import Outcomes
import SessionEngine
import Testing

@testable import Reports

/// Given a record, then these pages.
@Suite struct GoldenTests {
  @Test(arguments: Recorded.allCases) func `the reports of a small session`(session: Recorded) throws {
    for file in ReportFiles.all(try session.record()) {
      try Checkout.check(
        String(decoding: file.bytes, as: UTF8.self), "Tests/ReportsTests/Goldens/\(session.rawValue)/\(file.path)")
    }
  }

  @Test func `the same record gives the same bytes`() throws {
    let record = try Recorded.gate.record()
    let first = ReportFiles.all(record).map(\.bytes)
    #expect(first == ReportFiles.all(record).map(\.bytes))
    #expect(first.allSatisfy { $0.last == UInt8(ascii: "\n") })
    #expect(first.map { $0.count } == ReportFiles.Format.allCases.map { ReportFiles.file($0, of: record).count })
  }

  @Test(arguments: ["fi", "fr", "en-GB", "de"]) func `a report speaks the session's language`(language: String) throws {
    var record = try Recorded.gate.record()
    record.session.language = language
    let page = String(decoding: ReportFiles.file(.page, of: record), as: UTF8.self)
    let words = Words(language: language)
    #expect(page.contains(#"lang="\#(words.language.rawValue)""#))
    #expect(page.contains(">\(HTMLText.escaped(words.label("decisions")))</h2>"))
    if words.language != .english {
      let english = Words(language: "en")
      for label in ["decisions", "actions", "deviations", "howItWent", "steps"] {
        #expect(!page.contains(">\(HTMLText.escaped(english.label(label)))<"), "\(label)")
      }
    }
  }

  @Test func `dates and numbers are written as the language does`() {
    let moment = Moment(.init(milliseconds: 1_773_478_800_000))
    #expect(Words(language: "en").date(moment) == "14 March 2026")
    #expect(Words(language: "fi").date(moment) == "14. maaliskuuta 2026")
    #expect(Words(language: "fr").date(moment) == "14 mars 2026")
    #expect(Words(language: "en").time(moment) == "09:00")
    #expect(Words(language: "fr").duration(5_400) == "1 h 30 min" && Words(language: "en").clock(-65) == "−1:05")
  }

  @Test func `a session that has not begun has a report too`() throws {
    var record = try Recorded.ideas.record()
    record.session.status = .notStarted
    record.session.started = nil
    record.session.ended = nil
    record.session.end = nil
    record.outcomes = []
    record.timing.takes = []
    record.actions = []
    for format in ReportFiles.Format.allCases {
      #expect(String(decoding: ReportFiles.file(format, of: record), as: UTF8.self).contains("has not started"))
    }
  }
}
