import MethodModel
import Outcomes
import SessionEngine
import Testing

/// What of a session still holds at its end, and what was about something else by then.
@Suite struct CurrentTests {
  private static func filled(of name: String? = nil, into outcome: String? = nil) -> Activity {
    Activity(kind: .fill(freeze: nil, limits: .none), of: name.map { SourceRef(name: $0) }, into: outcome)
  }

  @Test func `what a select left was missing where the method promises it`() throws {
    let keep = Activity(
      kind: .select(Selection(limits: Limits(atMost: .fixed(2)), rest: "others")), from: SourceRef(name: "people"),
      into: "kept")
    let method = Sample.method(
      "rest", "Rest", delivers: [("kept", "Kept"), ("others", "The others")],
      agenda: [Sample.step("keep", "Keep", keep), Sample.step("after", "After")])
    var sitting = try Sitting(method, people: 3)
    try sitting.send(.choose(ChooseThings(things: ["person:p1"])))
    try sitting.next()
    let others = try #require(sitting.record.outcomes.first { $0.id == "others" })
    #expect(others.promised && others.delivered && others.kind == .selections)
    #expect(others.selections.map(\.id) == ["others#1"] && others.selections.map(\.counts) == [true])
    #expect(others.selections[0].taken.map(\.label) == ["Bo", "Chen"])
    #expect(others.selections[0].rest.map(\.label) == ["Aino"])
    #expect(sitting.engine.holdsSomething("others", sitting.state))
  }

  @Test func `a criterion that the room had made stood under its id`() throws {
    let rate = Activity(
      kind: .rate(Rating(scale: "hold", criteria: SourceRef(name: "criteria"))), of: SourceRef(name: "people"),
      into: "scores")
    let method = Sample.method(
      "criteria", "Criteria", delivers: [("scores", "Scores")], scales: [Sample.hold],
      agenda: [Sample.step("make", "Make", Sample.collect(into: "criteria")), Sample.step("rate", "Rate", rate)])
    var sitting = try Sitting(method, people: 2)
    try sitting.add("c-1", "What it costs", by: nil)
    try sitting.next()
    try sitting.send(
      .mark(SetMark(unit: .person("p1"), thing: "person:p1", criterion: "what it costs", value: "4")))
    let record = sitting.record
    #expect(record.outcomes.flatMap(\.ballots).flatMap(\.marks).map(\.criterion) == ["c-1"])
    let ballot = try #require(record.outcomes.flatMap(\.ballots).first)
    #expect(ballot.words(ofCriterion: "c-1") == "What it costs" && ballot.words(ofCriterion: "need") == "need")
    for name in ["marks", "statistics"] {
      let file = try #require(RecordFiles.all(record).first { $0.path.hasSuffix("tables/\(name).csv") })
      #expect(String(decoding: file.bytes, as: UTF8.self).contains(",c-1,What it costs,"))
    }
  }

  @Test func `who was proposed in the first round was elected beside the one of the second`() throws {
    let propose = Activity(
      kind: .select(Selection(limits: Limits(atMost: .fixed(1)))), from: SourceRef(name: "people"), into: "elected")
    let rounds = FlowElement(
      id: "rounds", kind: .loop(Repeat(rounds: .fixed(2), body: [Sample.step("propose", "Propose", propose)])))
    let method = Sample.method("election", "Election", delivers: [("elected", "Who is elected")], agenda: [rounds])
    var sitting = try Sitting(method, people: 3)
    try sitting.send(.choose(ChooseThings(things: ["person:p1"])))
    #expect(sitting.record.outcomes[0].selections.map(\.counts) == [true])
    try sitting.next()
    try sitting.send(.choose(ChooseThings(things: ["person:p2"])))
    let record = sitting.record
    #expect(record.outcomes[0].selections.map(\.round) == [1, 2])
    #expect(record.outcomes[0].selections.map(\.counts) == [false, true])
    #expect(record.earlier("elected", session: "s")?.things.map(\.label) == ["Bo"])
    #expect(record.method.delivers.map(\.delivered) == [true])
    try sitting.send(.choose(ChooseThings(things: [])))
    #expect(sitting.record.method.delivers.map(\.delivered) == [false], "the newest round chose nobody")
  }

  @Test func `a comment stood beside a wording that it was not about`() throws {
    let comment = Activity(
      kind: .collect(.none, unique: false, expect: nil), of: SourceRef(name: "draft"), into: "comments")
    let method = Sample.method(
      "dissent", "Dissent", delivers: [("comments", "Dissent")],
      agenda: [
        Sample.step("write", "Write", Self.filled(into: "draft")), Sample.step("comment", "Comment", comment),
        Sample.step("amend", "Amend", Self.filled(of: "draft")),
      ])
    var sitting = try Sitting(method, people: 3)
    try sitting.send(.fill(FillCell(text: "We meet every week.")))
    try sitting.next()
    try sitting.add("k1", "Too often", by: "p2", about: sitting.state.takes.last?.runs.last?.ballot.first)
    try sitting.next()
    try sitting.send(.fill(FillCell(author: "p1", text: "We meet every month.")))
    let outcomes = sitting.record.outcomes
    #expect(outcomes.first { $0.id == "draft" }?.entries.map(\.text) == ["We meet every month."])
    #expect(outcomes.first { $0.id == "comments" }?.entries.first?.about.map(\.label) == ["We meet every week."])
  }

  @Test func `a photo stayed among those to show when its entry was withdrawn`() throws {
    let photo = " sha256:" + String(repeating: "0a", count: 32)
    let finds = Sample.collect(into: "finds", fields: [Field(id: "photo", kind: .file)])
    let method = Sample.method(
      "finds", "Finds", delivers: [("finds", "Traces")], agenda: [Sample.step("look", "Look", finds)])
    var sitting = try Sitting(method, people: 3)
    for id in ["f1", "f2", "f3", "f4"] {
      try sitting.add(id, "A child draws in \(id)", by: "p1", fields: ["photo": id + ".png" + photo])
    }
    try sitting.send(.merge(MergeEntries(id: "m", entries: ["f2", "f3"], fields: ["text": "Both draw"])))
    try sitting.send(.withdraw("f1"), because: "no consent of the parents")
    let record = sitting.record
    let withdrawn = record.files.filter { $0.withdrawn != nil }
    #expect(withdrawn.map(\.name) == ["f1.png"], "what was merged still stands")
    #expect(withdrawn.map { $0.withdrawn?.reason } == ["no consent of the parents"])
    #expect(record.shownFiles.count == 3 && !record.shownFiles.contains { $0.contains("f1.png") })
    #expect(sitting.files["tables/files.csv"]?.contains("true,no consent of the parents") == true)
    #expect(try RecordFiles.record(fromJSON: RecordFiles.json(record)) == record)
    try sitting.send(.undo)
    #expect(sitting.record.shownFiles.count == 4, "taken back, the withdrawal is gone")
  }

  @Test func `what was promised without a title was called by nothing, or by one of its subjects`() throws {
    let pupils = ValueList(id: "pupils", values: [NamedValue(id: "mia"), NamedValue(id: "noa")])
    let watch = FlowElement(
      id: "watching",
      kind: .each(
        ForEach(
          itemOf: SourceRef(name: "pupils"), name: "pupil",
          body: [Sample.step("watch", "Observe {pupil}", Sample.collect(into: "case-notes"))])))
    var method = Sample.method(
      "lesson", "Lesson", delivers: [], lists: [pupils],
      agenda: [watch, Sample.step("open", "Discussion", Sample.collect(into: "learned"))])
    method.delivers = ["case-notes", "learned"].map {
      Deliverable(source: SourceRef(name: $0), title: LocalizedText(variants: []))
    }
    let record = try Sitting(method, people: 3).record
    #expect(record.method.delivers.map(\.title) == ["Case notes", "Discussion"])
    #expect(record.outcomes.map(\.title) == ["Case notes", "Discussion"])
  }

  @Test func `a session that was compared with another told only its name`() throws {
    var method = Sample.gate()
    method.settings = [
      Setting(id: "before", kind: .earlier, required: true, ask: LocalizedText("Which session?"), outcome: "ratings")
    ]
    let read = EarlierOutcome(
      session: "2026-spring", method: "gate 1",
      things: [.init(id: "need", label: "The need", fields: ["owner": "Aino"], figures: ["median": 4])])
    let sitting = try Sitting(method, people: 3, roles: ["leader": ["p1"]], earlier: ["before": read])
    let told = try #require(sitting.record.earlier.first)
    #expect(told.setting == "before" && told.session == "2026-spring" && told.method == "gate 1")
    #expect(told.outcome == "ratings" && told.things.map(\.label) == ["The need"])
    #expect(told.things[0].figures.mapValues(\.description) == ["median": "4"])
    #expect(
      sitting.files["tables/earlier.csv"]?.contains("before,2026-spring,gate 1,ratings,need,The need,4,") == true)
    #expect(try RecordFiles.record(fromJSON: RecordFiles.json(sitting.record)) == sitting.record)
    #expect(try RecordFiles.breach(inJSON: RecordFiles.json(sitting.record)) == nil)
  }
}
