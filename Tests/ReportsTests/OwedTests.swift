import MethodModel
import SessionEngine
import Testing

@testable import Outcomes
@testable import Reports

/// Who owes what, and how values read.
@Suite struct OwedTests {
  private static func text(_ format: ReportFiles.Format, _ record: Record) -> String {
    String(decoding: ReportFiles.file(format, of: record), as: UTF8.self)
  }

  @Test func `done and dropped actions stood there like open ones`() throws {
    var record = try Recorded.gate.record()
    let moment = Moment(.init(milliseconds: 1_773_478_800_000))
    var moved = record.actions[0]
    (record.actions[0].status, record.actions[1].status) = (.done, .dropped)
    record.actions[0].history = [.init(at: moment, change: .done, due: nil, note: "it hangs by the door")]
    record.actions[1].history = [.init(at: moment, change: .dropped, due: nil, note: "nobody needs it")]
    moved.history = [.init(at: moment, change: .moved, due: "2026-05-01", note: "the hall is shut")]
    record.actions.append(moved)
    for format in ReportFiles.Format.allCases {
      let text = Self.text(format, record)
      for words in ["3 actions, 1 still open", "done on 14 March 2026 (it hangs by the door)", "moved to 2026-05-01"] {
        #expect(text.contains(words), "\(words) in \(format.fileName)")
      }
    }
    let shown = BriefSheet(ReportPart(desk: Desk(record))).actions
    #expect(shown.map(\.action.status) == [.open, .done, .dropped], "what is owed comes first")
  }

  @Test func `a field that names a thing showed the thing's id`() throws {
    var record = try Recorded.ideas.record()
    let outcome = try #require(record.outcomes.firstIndex { !$0.entries.isEmpty })
    record.timing.takes[0].about = [ThingRecord(id: "value:indicators/capacity", label: "Capacity")]
    record.outcomes[outcome].fields = [
      FieldRecord(
        id: "which", kind: "thing", of: "indicators", ask: "Which does it concern?", unit: nil, required: true,
        cover: nil, uncovered: nil, choices: [])
    ]
    let desk = Desk(record)
    #expect(desk.shown("capacity", in: "which", of: record.outcomes[outcome]) == "Capacity")
    let pair = PairPart(name: desk.ask("which", of: record.outcomes[outcome]), value: "Capacity")
    #expect((pair.child(named: "asked") as? Printed)?.renderText == "Which does it concern?")
    #expect((PairPart(name: "owner", value: "Bo").child(named: "asked") as? Printed)?.renderText == "owner:")
  }

  @Test func `what an action follows was told as all that could have been chosen`() throws {
    var record = try Recorded.consent.record()
    let decision = try #require(record.outcomes.flatMap(\.decisions).last)
    record.actions[0].follows = OriginRecord(kind: .decision, id: decision.id, result: "won", title: "Tea")
    #expect(Self.text(.markdown, record).contains("(“\(decision.place.title)”, chosen: Tea) |"))
    record.actions[0].follows = nil
    #expect(!Self.text(.markdown, record).contains("chosen: Tea"))
  }

  @Test func `more dots than ballots were told as a part of them`() throws {
    var record = try Recorded.ideas.record()
    let outcome = try #require(record.outcomes.firstIndex { !$0.ballots.isEmpty })
    let tea = ThingRecord(id: "value:tea", label: "Tea")
    record.outcomes[outcome].ballots[0].tallies = [.init(thing: tea, total: Figure(Number(9)), ballots: 8)]
    let told = [
      (BallotRecord.Kind.dots, "Counted in the room, Tea: 9 dots, from 8 ballots"),
      (.approval, "Counted in the room, Tea: 9 of 8 ballots"), (.ranking, "Counted in the room, Tea: 9 in all, from 8"),
    ]
    for (kind, sentence) in told {
      record.outcomes[outcome].ballots[0].kind = kind
      #expect(Self.text(.markdown, record).contains(sentence), "\(sentence)")
    }
  }

  @Test func `things with semicolons ran into each other`() {
    let words = Words(language: "en")
    #expect(words.listed(["tea", "cake"]) == "tea; cake")
    #expect(words.listed(["tea; hot", "cake"]) == "tea; hot · cake")
  }

  @Test func `an outcome without a title had an empty heading`() throws {
    var record = try Recorded.ideas.record()
    for index in record.method.delivers.indices { record.method.delivers[index].title = "" }
    for index in record.outcomes.indices { record.outcomes[index].title = nil }
    #expect(!Self.text(.markdown, record).contains("### \n"))
  }

  @Test func `a count of the room was said to be given by nobody`() throws {
    let record = try Recorded.ideas.record()
    var ballot = try #require(record.outcomes.flatMap(\.ballots).first)
    ballot.kind = .dots
    var row = try #require(ballot.statistics.first)
    (row.n, row.sum, row.withheld) = (0, Figure(Number(20)), nil)
    let part = FigurePart(words: Words(language: "en"), row: row, ballot: ballot, most: 20)
    #expect((part.child(named: "n") as? Printed)?.renderText == "–")
  }

  @Test func `steps took longer than passed, and nothing said why`() throws {
    var record = try Recorded.ideas.record()
    #expect(!Self.text(.markdown, record).contains("side by side took"))
    record.timing.used = record.timing.total + 60
    record.timing.takes[0].track = "north"
    record.timing.takes[0].closed = record.timing.takes[1].closed
    #expect(Self.text(.markdown, record).contains("side by side took their time at once"))
  }

  @Test func `what was gone through one by one is said`() throws {
    var record = try Recorded.ideas.record()
    record.queues = [
      .init(id: "each", path: "each", reached: [ThingRecord(id: "value:tea", label: "Tea")], waiting: [], dropped: [])
    ]
    for (index, name) in ["tea", "cake"].enumerated() {
      record.timing.takes[index].place.path = "each@\(name)/taste"
      (record.timing.takes[index].place.step, record.timing.takes[index].place.title) = (
        "taste", "Taste the \(name) now"
      )
    }
    #expect(Self.text(.markdown, record).contains("**Taste the … now** reached: Tea"))
  }

  @Test(arguments: [
    ([3, 4], "3 – 3.5 – 4"), ([3, 4, 9], "3 – 4 – 9"), ([2, 2], "2"), ([1, 2, 3, 10], "1 – 2.5 – 10"),
  ])
  func `the middle of an even number of values was the upper one`(values: [Int], words: String) {
    #expect(Spread(values)?.words { "\($0)" } == words)
  }
}
