import MethodModel
import Outcomes
import Testing

@testable import Reports

/// Sessions side by side on a page.
@Suite struct ComparisonTests {
  @Test func `the page of three sessions`() throws {
    try Checkout.check(Self.page(Self.three), "Tests/ReportsTests/Goldens/comparison/compare.html")
  }

  @Test func `many sessions have no columns, but the least, the middle and the most, and how often`() throws {
    let page = Self.page(Self.many(40))
    #expect(page.contains("40 sessions") && page.contains("used 1 – 20.5 – 40 min"))
    #expect(page.contains("<dt>adopted: <strong>20</strong></dt>") && page.contains("overruled 10 times"))
    #expect(!page.contains("<dl class=\"results\">") && !page.contains(#"class="head""#))
    #expect(page.contains("and 4 more") && page.contains("in 20 sessions; kept back in 20"))
  }

  @Test func `what one session alone rated has no drawing where there are several`() throws {
    var sheet = Self.three
    sheet.marks.append(.init("tea", group: "need", [nil, Self.rated(3, 2, 4, n: 6), nil]))
    #expect(ComparisonPart(sheet).value("ratings.more") == "1 more has no drawing; dotank compare --csv has it.")
    sheet.sessions = [sheet.sessions[1]]
    sheet.marks = [.init("tea", group: "need", [Self.rated(3, 2, 4, n: 6)])]
    #expect(PanelsPart.ratings(sheet)?.panels.map(\.title) == ["tea"])
  }

  @Test func `ratings of one group are drawn on one scale`() throws {
    let panels = try #require(PanelsPart.ratings(Self.three)).panels
    #expect(panels.map(\.title) == ["Need", "Fit", "Idea 1"])
    #expect(Set(panels.prefix(2).map { "\($0.low) to \($0.high)" }) == ["1 to 5"])
    #expect(panels[2].low == "0" && panels[2].high == "9")
  }

  @Test func `figures that were kept back are drawn as kept back`() throws {
    let panel = try #require(PanelsPart.ratings(Self.three)?.panels[1])
    #expect(!panel.squares.isEmpty && panel.cells[2] == "too few to show")
    #expect(panel.sayings.last == "kept back in 1")
  }

  @Test(arguments: ["fi", "fr"]) func `the page speaks the sessions' language`(language: String) {
    var sheet = Self.three
    sheet.language = language
    let (page, words, english) = (Self.page(sheet), Words(language: language), Words(language: "en"))
    for label in ["comparedTimes", "comparedWays", "howOften"] {
      #expect(page.contains(HTMLText.escaped(words.label(label))), "\(label)")
      #expect(!page.contains(">\(HTMLText.escaped(english.label(label)))<"), "\(label)")
    }
  }

  @Test func `no hostile text is live in a comparison`() {
    for (number, text) in Hostile.texts.enumerated() {
      for finding in PageReading(Self.page(Self.hostile(text))).findings { Issue.record("\(number): \(finding)") }
    }
  }

  @Test func `three teams at once were told as three attempts`() {
    var sheet = Self.three
    sheet.verdicts = [
      .init(
        "Consent in the team",
        [
          .init(
            ["adopted", "adopted", "rejected"].map {
              .init(
                $0, winners: nil, isOverruled: $0 == "rejected", reason: $0 == "rejected" ? "no time" : nil, attempts: 1
              )
            }), nil, nil,
        ])
    ]
    let page = Self.page(sheet)
    #expect(page.contains("<strong>2 adopted, 1 rejected</strong>") && page.contains("overruled once"))
    #expect(page.contains("Reason: no time") && !page.contains("attempts"))
  }

  @Test func `sessions after Z are called AA`() {
    #expect([0, 25, 26, 701, 702].map { SessionLetters.letter($0) } == ["A", "Z", "AA", "ZZ", "AAA"])
  }

  // MARK: Sheets

  private static func page(_ sheet: ComparisonSheet) -> String {
    String(decoding: ReportFiles.comparison(sheet), as: UTF8.self)
  }

  private static func session(_ day: String, _ site: String?, version: String = "2") -> ComparisonSheet.Session {
    var session = ComparisonSheet.Session(folder: "\(day)-gate", day: day, method: "gate", version: version)
    (session.site, session.people, session.verdict) = (site, 8, "pass")
    (session.fidelity, session.changes) = (90, 2)
    return session
  }

  private static func rated(_ median: Int, _ least: Int, _ most: Int, n: Int) -> ComparisonSheet.Marks {
    .init(
      n: n, median: Figure(Number(median)), least: Figure(Number(least)), most: Figure(Number(most)), sum: nil,
      withheld: nil)
  }

  private static func voted(_ sum: Int, n: Int) -> ComparisonSheet.Marks {
    .init(n: n, median: nil, least: nil, most: nil, sum: Figure(Number(sum)), withheld: nil)
  }

  private static let withheld = ComparisonSheet.Marks(
    n: nil, median: nil, least: nil, most: nil, sum: nil, withheld: .fewerThanFive)

  private static var three: ComparisonSheet {
    var sheet = ComparisonSheet(
      language: "en", title: "Small gate",
      sessions: [
        session("2026-03-14", "North School", version: "1"), session("2026-04-01", nil),
        session("2026-05-20", "South School"),
      ])
    sheet.verdicts = [
      .init(
        "Do we adopt it?",
        [
          .init([.init("pass", winners: nil, isOverruled: false, reason: nil, attempts: 1)]),
          .init([.init("pass", winners: nil, isOverruled: true, reason: "the room was sure", attempts: 2)]), nil,
        ])
    ]
    sheet.marks = [
      .init("Need", group: "need", [rated(4, 2, 5, n: 8), rated(3, 1, 5, n: 7), rated(2, 2, 2, n: 6)]),
      .init("Fit", group: "need", [rated(3, 3, 4, n: 8), nil, withheld]),
      .init("Idea 1", group: "vote", [voted(9, n: 8), voted(0, n: 7), nil]),
    ]
    sheet.times = [
      .init(
        "Rate", [.init(planned: 300, used: 250, isSkipped: false), .init(planned: 300, used: 0, isSkipped: true), nil]),
      .init(
        "Talk",
        [.init(planned: 600, used: 725, isSkipped: false), nil, .init(planned: 600, used: 30, isSkipped: false)]),
    ]
    sheet.amounts = [.init("Ideas", [.init(12), .init(0), .init(0, keptBack: 7, why: .private)])]
    sheet.ways = [
      .init(session: 1, kind: "skipped", subject: "Rate", reason: "no time"),
      .init(session: 2, kind: "skipped", subject: "Rate", reason: "no time"),
      .init(session: 1, kind: "overruled", subject: "Do we adopt it?", reason: nil),
    ]
    sheet.versions = [.init(from: "1", to: "2", changes: ["step 1 “Rate” shortened: 5 min, before 10 min"])]
    return sheet
  }

  private static func many(_ count: Int) -> ComparisonSheet {
    let places = Array(0..<count)
    var sheet = ComparisonSheet(
      language: "en", title: "Small gate", sessions: places.map { session("2026-03-14", "School \($0 % 3)") })
    sheet.verdicts = [
      .init(
        "Do we adopt it?",
        places.map {
          .init([
            .init(
              $0.isMultiple(of: 2) ? "adopted" : "rejected", winners: nil, isOverruled: $0.isMultiple(of: 4),
              reason: nil, attempts: 1)
          ])
        })
    ]
    sheet.marks = [.init("Need", group: "need", places.map { $0.isMultiple(of: 2) ? rated(3, 1, 5, n: 8) : withheld })]
    sheet.times = [.init("Rate", places.map { .init(planned: 600, used: 60 * $0 + 60, isSkipped: false) })]
    sheet.ways = places.prefix(10).map { .init(session: $0, kind: "skipped", subject: "Rate", reason: "reason \($0)") }
    return sheet
  }

  private static func hostile(_ text: String) -> ComparisonSheet {
    var sheet = ComparisonSheet(language: text, title: text, sessions: [session(text, text, version: text)])
    sheet.sessions[0].verdict = text
    sheet.verdicts = [.init(text, [.init([.init(text, winners: text, isOverruled: true, reason: text, attempts: 2)])])]
    sheet.marks = [.init(text, group: text, [rated(3, 1, 5, n: 8)])]
    sheet.times = [.init(text, [.init(planned: 1, used: 2, isSkipped: true)])]
    sheet.amounts = [.init(text, [.init(3, keptBack: 1, why: .private)])]
    sheet.ways = [.init(session: 0, kind: text, subject: text, reason: text)]
    sheet.versions = [.init(from: text, to: text, changes: [text])]
    return sheet
  }
}

extension ComparisonPart {
  /// What a template prints for a name.
  fileprivate func value(_ name: String) -> String? {
    let names = name.split(separator: ".").map { String($0) }
    guard let inner = child(named: names[0]) as? PanelsPart else { return nil }
    return (inner.child(named: names[1]) as? Printed)?.renderText
  }
}
