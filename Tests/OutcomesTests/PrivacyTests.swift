import MethodModel
import SessionEngine
import Testing

@testable import Outcomes

/// What may not be seen appears in no file.
@Suite struct PrivacyTests {
  @Test func `what was written alone and never revealed is counted, not told`() throws {
    var sitting = try Sitting(Sample.ideas, people: 4, settings: ["question": ["What helps?"]])
    try sitting.add("o1", "my secret worry", by: "p1")
    try sitting.send(.reword(RewordEntry(id: "o1", fields: ["text": "my second secret"])), by: .person("p1"))
    try sitting.add("o2", "another secret", by: "p2")
    try sitting.send(.withdraw("o2"))
    try sitting.next()
    for (path, text) in sitting.files {
      #expect(!text.contains("secret") && !text.contains("o1\"") && !text.contains("o2\""), "\(path)")
    }
    let outcome = try #require(sitting.record.outcomes.first { $0.id == "private" })
    #expect(outcome.entries.isEmpty)
    #expect(outcome.withheld == [WithheldCount(count: 2, take: 1, why: .private)])
    #expect(sitting.record.deviations.map(\.subject) == ["an entry (private)"])
  }

  @Test func `a photo taken where entries are private is in no file`() throws {
    var sitting = try Sitting(Sample.ideas, people: 4, settings: ["question": ["What helps?"]])
    try sitting.send(.photo("my-sheet.jpg sha256:\(String(repeating: "2c", count: 32))"))
    try sitting.send(.note("the room is quiet"))
    try sitting.next()
    try sitting.send(.photo("wall.jpg sha256:\(String(repeating: "3d", count: 32))"))
    for (path, text) in sitting.files { #expect(!text.contains("my-sheet"), "\(path)") }
    #expect(sitting.record.files.map(\.name) == ["wall.jpg"])
    #expect(sitting.record.notes.map(\.text).prefix(2) == ["a photo (private)", "the room is quiet"])
  }

  /// Each private thing is gone through by name, in a title, a condition, a branch and a checkpoint.
  private static let goingThroughPrivateThings = Sample.method(
    "aloud", "Going through", delivers: [], scales: [Sample.hold],
    agenda: [
      Sample.step("write", "Write", with: .alone, Sample.collect(into: "worries")),
      FlowElement(
        id: "each",
        kind: .each(
          ForEach(
            itemOf: SourceRef(name: "worries"), name: "worry",
            body: [
              Sample.step(
                "rate", "Weigh {worry}!",
                Activity(
                  kind: .rate(Rating(scale: "hold")), of: SourceRef(name: "worry"), into: "weights"))
            ]))),
      FlowElement(
        id: "gate",
        kind: .checkpoint(
          Checkpoint(
            by: Role.facilitator, timebox: Sample.time(1), question: LocalizedText("Enough?"),
            criteria: [
              .every(
                Quantifier(
                  itemOf: SourceRef(name: "worries"), name: "w",
                  condition: .test(
                    Test(
                      measure: .median, of: SourceRef(name: "weights"), subject: .reference(Reference(path: "w")),
                      thresholds: [.init(.atLeast, .number(1))], text: LocalizedText("{w} is light")))))
            ]))),
    ])

  @Test func `private words are covered in titles, paths, sentences and ballots`() throws {
    var sitting = try Sitting(Self.goingThroughPrivateThings, people: 2)
    try sitting.add("w1", "my boss-to-be", by: "p1")
    try sitting.add("w2", "the cellar", by: "p2")
    try sitting.next()
    try sitting.mark("p1", "entry:w1", "4", because: "it is the boss")
    try sitting.next()
    try sitting.next()
    try sitting.send(.verdict(GiveVerdict(.pass)), because: "time is up")
    for (path, text) in sitting.files {
      #expect(!text.contains("boss-to-be") && !text.contains("boss to be") && !text.contains("cellar"), "\(path)")
      #expect(!text.contains("@w1") && !text.contains("entry:w1"), "\(path)")
    }
    #expect(
      sitting.record.timing.takes.map(\.place.title) == ["Write", "Weigh (private)!", "Weigh (private)!", "Enough?"])
    #expect(sitting.record.timing.takes[1].place.path == "each@private-worries-1/rate")
    let criterion = try #require(sitting.record.checkpoints.first?.criteria.first)
    #expect(criterion.children.map(\.label) == ["(private) is light", "(private) is light"])
  }

  @Test func `entries without names tell neither author, time nor sender's id`() throws {
    let method = Sample.method(
      "unnamed", "Unnamed", delivers: [("ideas", "Ideas")],
      agenda: [
        Sample.step("write", "Write", Sample.collect(into: "ideas", reveal: .endOfStep, names: .hidden)),
        Sample.step("sort", "Sort"),
      ])
    var sitting = try Sitting(method, people: 5)
    try sitting.add("from-aino", "b first said", by: "p1")
    try sitting.add("from-bo", "a second said", by: "p2")
    try sitting.send(.reword(RewordEntry(id: "from-bo", fields: ["text": "a second meant"])), by: .person("p2"))
    #expect(sitting.record.outcomes[0].withheld == [WithheldCount(count: 2, take: 1, why: .notRevealed)])
    try sitting.next()
    let entries = sitting.record.outcomes[0].entries
    #expect(entries.map(\.id) == ["ideas-1", "ideas-2"])
    #expect(entries.map(\.text) == ["a second meant", "b first said"])
    #expect(entries.map(\.author.kind) == [.withheld, .withheld])
    #expect(entries.map(\.firstAt) == [nil, nil] && entries[0].rewordings.map(\.at) == [nil])
    #expect(entries[0].rewordings.map(\.by.kind) == [.withheld])
    for (path, text) in sitting.files { #expect(!text.contains("from-"), "\(path)") }
  }

  @Test func `figures from fewer than five people without names are not told, but results are`() throws {
    let sitting = try Story.gate(names: .hidden, people: 4)
    let ballots = sitting.record.outcomes.flatMap(\.ballots)
    #expect(ballots.map(\.withheld) == [.fewerThanFive, .fewerThanFive])
    #expect(ballots.allSatisfy { $0.marks.isEmpty && $0.statistics.allSatisfy { $0.median == nil && $0.n == nil } })
    #expect(ballots.map(\.answered) == [4, 4])
    let reading = try #require(sitting.record.checkpoints.first?.criteria.first?.children.first)
    #expect(reading.result == "fails" && reading.value == nil && reading.withheld == .fewerThanFive)
    #expect(reading.sentence == "median of Need at least 3: too few to show")
    #expect(sitting.files["tables/statistics.csv"]?.contains("fewer-than-five") == true)
    #expect(sitting.files["outcome.json"]?.contains("reason 1") == false)
  }

  @Test func `five people without names are told by figures and by marks that nothing joins`() throws {
    let sitting = try Story.gate(names: .hidden, people: 6)
    let ballot = try #require(sitting.record.outcomes.flatMap(\.ballots).last)
    #expect(ballot.withheld == nil && !ballot.namesShown)
    #expect(ballot.statistics.map(\.median?.description) == ["4", "4"])
    #expect(ballot.marks.map(\.by.kind).allSatisfy { $0 == .withheld })
    #expect(ballot.marks.prefix(6).compactMap(\.value) == ["4", "4", "4", "4", "4", "5"])
  }

  /// Nine people in two teams that each decide for themselves; one of the four in the smaller team has a concern.
  private func teams(names: Activity.Names) throws -> [DecisionRecord] {
    let decide = Activity(
      kind: .decide(Decide(rule: .consent)), of: SourceRef(name: "topics"), into: "agreement",
      reveal: .endOfStep, names: names)
    let phase = FlowElement(
      id: "agreeing",
      kind: .phase(
        Phase(
          with: .groups("teams"), title: LocalizedText("Agreeing"),
          body: [Sample.step("consent", "Consent", with: .alone, decide)])))
    let method = Sample.method(
      "teams", "Teams", delivers: [("agreement", "What each agreed")],
      groupings: [Grouping(id: "teams", basis: .size(CountRange(4, 5)), title: LocalizedText("Teams"))],
      lists: [ValueList(id: "topics", values: [NamedValue(id: "tea")])], agenda: [phase])
    var sitting = try Sitting(method, people: 9)
    let small = try #require(sitting.state.groups["teams"]?.groups.first { $0.members.count == 4 })
    for number in 1...9 {
      let person = PersonID("p\(number)")
      try sitting.mark(person, "value:topics/tea", person == small.members[0] ? "concern" : "consent")
    }
    try sitting.next()
    return sitting.record.outcomes.flatMap(\.decisions)
  }

  @Test func `a part of fewer than five that decides without names gives no counts, nor do the parts beside it`() throws
  {
    let hidden = try teams(names: .hidden)
    #expect(hidden.map(\.entitled).sorted() == [4, 5] && hidden.compactMap(\.answered).sorted() == [4, 5])
    #expect(hidden.map(\.figuresWithheld) == [.fewerThanFive, .fewerThanFive])
    #expect(hidden.allSatisfy { $0.signals.isEmpty && $0.dissent.isEmpty && $0.result == "adopted" })
    let shown = try teams(names: .shown)
    #expect(shown.allSatisfy { $0.figuresWithheld == nil && !$0.signals.isEmpty })
    #expect(shown.map(\.electorate.count).sorted() == [4, 5])
  }

  @Test func `a rating that four of six passed tells nothing of the two`() throws {
    var sitting = try Sitting(Sample.gate(names: .hidden), people: 6, roles: ["leader": ["p1"]])
    for number in 1...6 {
      let person = PersonID("p\(number)")
      try sitting.mark(person, "value:indicators/need", "3")
      try sitting.mark(person, "value:indicators/fit", number < 3 ? "5" : nil)
    }
    try sitting.next()
    let ballot = try #require(sitting.record.outcomes.flatMap(\.ballots).first)
    #expect(ballot.statistics.map(\.withheld) == [nil, .fewerThanFive])
    #expect(ballot.marks.allSatisfy { $0.thing.label == "Need" })
    let reading = try #require(sitting.record.checkpoints.first?.criteria.first?.children.last)
    #expect(reading.value == nil && reading.withheld == .fewerThanFive)
  }

  @Test func `private marks of fewer than five give no figures, though their names are not hidden`() throws {
    for (people, expected) in [(4, Withheld.fewerThanFive), (5, .private)] {
      let method = Sample.method(
        "private", "Private marks", delivers: [], scales: [Sample.hold],
        lists: [ValueList(id: "topics", values: [NamedValue(id: "one")])],
        agenda: [Sample.step("rate", "Rate", with: .alone, Sample.rate("topics", into: "marks"))])
      var sitting = try Sitting(method, people: people)
      for number in 1...people { try sitting.mark(PersonID("p\(number)"), nil, "3", because: "whispered") }
      try sitting.next()
      let ballot = try #require(sitting.record.outcomes.first?.ballots.first)
      #expect(ballot.withheld == (people == 4 ? .private : expected))
      #expect(ballot.statistics.map(\.withheld) == [people == 4 ? .fewerThanFive : nil])
      for (path, text) in sitting.files { #expect(!text.contains("whispered"), "\(path)") }
    }
  }

  @Test func `more entries than the files should hold are counted, and everything else is told`() throws {
    let sitting = try Story.ideas()
    let record = Record.make(from: sitting.state, engine: sitting.engine, most: 4)
    let shared = try #require(record.outcomes.first { $0.id == "shared" })
    #expect(shared.entries.isEmpty && shared.withheld == [WithheldCount(count: 3, take: 2, why: .tooMany)])
    #expect(!record.timing.takes.isEmpty && !record.actions.isEmpty)
    let files = RecordFiles.all(record).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(files.contains { $0.contains("shared,2,3,too-many\r\n") })
  }

  @Test func `an older round that differs by one person from the newest tells no figures`() throws {
    var sitting = try Sitting(Sample.gate(names: .hidden), people: 7, roles: ["leader": ["p1"]])
    func everybody(_ sitting: inout Sitting, _ value: String, _ people: ClosedRange<Int>) throws {
      for number in people {
        for indicator in ["need", "fit"] {
          try sitting.mark(PersonID("p\(number)"), ThingRef(kind: .value, id: "indicators/\(indicator)"), value)
        }
      }
    }
    try everybody(&sitting, "1", 1...6)
    try sitting.mark("p7", ThingRef(kind: .value, id: "indicators/need"), "5")
    try sitting.next()
    try sitting.send(.verdict(GiveVerdict(.rework)), because: "once more")
    try sitting.send(.leave("p7"))
    try everybody(&sitting, "1", 1...6)
    try sitting.next()
    let ballots = sitting.record.outcomes.flatMap(\.ballots)
    #expect(ballots.map(\.withheld) == [.byDifference, nil])
    #expect(ballots[0].marks.isEmpty && ballots[0].statistics.allSatisfy { $0.counts.isEmpty })
  }

  @Test func `before the reveal nothing is told of marks`() throws {
    var sitting = try Sitting(Sample.gate(), people: 5, roles: ["leader": ["p1"]])
    try sitting.mark("p1", "value:indicators/need", "5", because: "early bird")
    let ballot = try #require(sitting.record.outcomes.first?.ballots.first)
    #expect(ballot.withheld == .notRevealed && ballot.marks.isEmpty)
    #expect(ballot.statistics.map(\.withheld) == [.notRevealed, .notRevealed])
    for (path, text) in sitting.files { #expect(!text.contains("early bird"), "\(path)") }
  }

  @Test func `a consent without names keeps who objected, in ids and paths too`() throws {
    var method = Sample.consent
    guard case .loop(var loop) = method.agenda[1].kind else { return }
    loop.body[0] = Sample.step(
      "signal", "Signal", with: .alone,
      Activity(
        kind: .decide(Decide(rule: .consent)), of: SourceRef(name: "proposal"), into: "consent", reveal: .allAnswered,
        names: .hidden))
    method.agenda[1].kind = .loop(loop)
    var sitting = try Sitting(method, people: 5)
    try sitting.send(.fill(FillCell(text: "Every week")))
    try sitting.next()
    for number in 1...4 { try sitting.mark(PersonID("p\(number)"), nil, "consent") }
    try sitting.mark("p5", nil, "objection", because: "too often")
    try sitting.next()
    try sitting.send(.fill(FillCell(text: "Every month")))
    let record = sitting.record
    let decision = try #require(record.outcomes.flatMap(\.decisions).first)
    #expect(decision.signals == ["consent": 4, "objection": 1])
    #expect(decision.dissent.map(\.by.kind) == [.withheld] && decision.dissent.map(\.reason) == ["too often"])
    #expect(decision.objections.map(\.entry) == ["consent-1"] && decision.objections.map(\.status) == ["open"])
    for (path, text) in sitting.files where path != "tables/attendance.csv" {
      #expect(!text.contains("person:p5") && !text.contains("person-p5"), "\(path)")
    }
    #expect(record.timing.takes.last?.place.path == "rounds#1/each-objection@consent-1/hear")
  }
}
