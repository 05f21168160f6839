import MethodModel
import Outcomes
import SessionEngine
import Testing

/// What a reader learns from the record alone.
@Suite struct RecordTests {
  @Test func `first words, rewordings and withdrawals stay on record`() throws {
    let shared = try #require(try Story.ideas().record.outcomes.first { $0.id == "shared" })
    let coffee = shared.entries[1]
    #expect(coffee.first == ["text": "More coffe"] && coffee.text == "More coffee")
    #expect(coffee.rewordings.map(\.by.kind) == [.facilitator])
    #expect(coffee.author.name == "Chen" && coffee.owner.id == "pairs/2")
    #expect(shared.entries.map(\.counts) == [true, true, false])
    #expect(shared.entries[2].withdrawn && shared.entries[2].text == "Free beer")
  }

  @Test func `a skipped step says what later steps miss and why it was left out`() throws {
    var sitting = try Sitting(Sample.ideas, people: 4, settings: ["question": ["What?"]])
    try sitting.next()
    try sitting.send(.skip, because: "no time")
    try sitting.next()
    try sitting.next()
    let record = sitting.record
    #expect(record.deviations.map(\.kind) == ["skipped"])
    #expect(record.deviations[0].missing == ["shared"] && record.deviations[0].reason == "no time")
    #expect(record.timing.takes[1].status == "skipped" && record.timing.takes[1].skipReason == "no time")
    #expect(record.method.delivers.map(\.delivered) == [false, false, false])
  }

  @Test func `consent over two rounds keeps both verdicts, and how each objection ended`() throws {
    let record = try Story.consent().record
    let decisions = record.outcomes.flatMap(\.decisions)
    #expect(decisions.map(\.result) == ["rejected", "adopted"] && decisions.map(\.counts) == [false, true])
    #expect(decisions[0].objections.map(\.status) == ["resolved", "withdrawn"])
    #expect(decisions[0].about.map(\.label) == ["We meet every week."])
    #expect(decisions[1].about.map(\.label) == ["We meet every second week."])
    #expect(decisions[1].dissent.isEmpty, "a concern goes along")
    #expect(decisions[1].concerns.map(\.by.name) == ["Chen"] && decisions[1].concerns.map(\.text) == ["watch the load"])
    #expect(record.conditions.map(\.reading.result) == ["fails", "holds"])
    #expect(record.conditions.map(\.reading.value?.description) == ["2", "0"])
  }

  @Test func `a checkpoint keeps the values of its moment, and conditions become actions`() throws {
    let record = try Story.gate().record
    #expect(record.checkpoints.map(\.verdict) == ["rework", "pass"])
    #expect(record.checkpoints.map(\.overruled) == [false, true])
    #expect(record.checkpoints.map { $0.criteria[0].children[0].value?.description } == ["2", "4"])
    #expect(record.checkpoints[1].deciders.map(\.name) == ["Aino"])
    #expect(record.checkpoints[1].reason == "the money comes in May")
    #expect(record.actions.map(\.source) == [.commitment, .condition])
    #expect(record.actions.map(\.owner) == ["Bo", nil])
    #expect(record.actions.map(\.missing) == [["due", "measure"], ["owner", "due", "measure"]])
    #expect(record.session.end?.name == "adopted" && record.session.end?.text == "We adopt it.")
    #expect(record.timing.takes.map(\.status) == ["superseded", "superseded", "closed", "closed", "closed"])
  }

  @Test func `what the second of two ratings was given stood as all that was given`() throws {
    let list = ValueList(id: "plans", values: ["tram", "bus"].map { NamedValue(id: $0, text: LocalizedText($0)) })
    let ratings = Sample.step("rate", "Rate", Sample.rate("plans", into: "marks"), Sample.rate("plans", into: "marks"))
    let method = Sample.method(
      "twice", "Twice", delivers: [], scales: [Sample.hold], lists: [list], agenda: [ratings])
    var sitting = try Sitting(method, people: 2)
    let (tram, bus) = (ThingRef.value("tram", of: "plans"), ThingRef.value("bus", of: "plans"))
    for (person, value) in [("p1", "5"), ("p2", "4")] { try sitting.mark(PersonID(person), tram, value) }
    try sitting.next()
    try sitting.mark("p1", tram, "1")
    try sitting.mark("p1", bus, "2")
    try sitting.next()
    let marks = try #require(sitting.record.outcomes.first { $0.id == "marks" })
    #expect(marks.ballots.map { $0.statistics.map(\.newest) } == [[true, true], [true, true]])
    #expect(marks.figures.map(\.thing.label) == ["tram", "bus"])
    #expect(marks.figures.map(\.n) == [3, 1])
    #expect(marks.figures.map { $0.median?.description } == ["4", "2"])
    // A later session that is compared with this one reads them, too.
    let earlier = try #require(sitting.record.earlier("marks", session: "then"))
    #expect(earlier.things.map { $0.figures["median"]?.description } == ["4", "2"])
  }

  @Test func `comings and goings are told by person`() throws {
    let record = try Story.ideas().record
    #expect(record.attendance.map(\.presentAtStart) == [true, true, true, true, false])
    #expect(record.attendance[3].movements.map(\.kind) == [.left])
    #expect(record.attendance[4].movements.map(\.reason) == ["his bus was late"])
    #expect(record.groups[0].groups.flatMap(\.members).map(\.name).sorted() == ["Aino", "Bo", "Chen", "Dina", "Eero"])
    #expect(!record.deviations.contains { $0.kind == "moved" })
  }

  @Test func `a session that runs has a record too`() throws {
    var sitting = try Sitting(Sample.gate(), people: 5, roles: ["leader": ["p1"]], rehearsal: true, site: nil)
    #expect(sitting.record.session.status == .running && sitting.record.session.end == nil)
    try sitting.send(.pause)
    #expect(sitting.record.session.status == .paused && sitting.record.timing.paused == 0)
    #expect(sitting.record.session.rehearsal)
    #expect(Record.make(from: SessionState(), engine: sitting.engine).session.status == .notStarted)
  }

  @Test func `more people than the method is made for is a deviation`() throws {
    var method = Sample.gate()
    method.fit = Fit(people: [CountRange(3, 4)])
    let record = try Sitting(method, people: 5, roles: ["leader": ["p1"]], acceptsSize: true).record
    #expect(record.deviations.map(\.kind) == ["outside-fit"])
    #expect(record.deviations[0].subject == "5 people; the method is made for 3..4")
  }

  @Test func `a rating that was left by going back and then kept is revealed`() throws {
    var method = Sample.gate()
    method.agenda.insert(Sample.step("talk", "Talk", Sample.collect(into: "talk")), at: 0)
    var sitting = try Sitting(method, people: 2, roles: ["leader": ["p1"]])
    try sitting.add("t", "First words", by: "p1")
    try sitting.next()
    try sitting.mark("p1", "value:indicators/need", "4")
    try sitting.send(.goTo(GoTo(.before, again: false)))
    try sitting.next()
    #expect(sitting.record.outcomes.flatMap(\.ballots).map(\.withheld) == [.notRevealed])
    try sitting.answer("keep")
    #expect(sitting.record.outcomes.flatMap(\.ballots).map(\.withheld) == [nil])
    #expect(sitting.record.answers.map(\.answer) == ["kept as it was"])
  }

  @Test func `late marks are told and not counted`() throws {
    var sitting = try Sitting(Sample.gate(), people: 2, roles: ["leader": ["p1"]])
    try sitting.mark("p1", "value:indicators/need", "4")
    try sitting.next()
    try sitting.send(
      .mark(
        SetMark(
          run: RunID(take: 1, activity: 0), unit: .person("p2"), thing: "value:indicators/need", value: "1")))
    let ballot = try #require(sitting.record.outcomes.first?.ballots.first)
    #expect(ballot.marks.map(\.late) == [false, true])
    #expect(ballot.statistics[0].n == 1 && ballot.statistics[0].median?.description == "4")
  }

  @Test func `a tally counts with the marks`() throws {
    var sitting = try Sitting(Sample.ideas, people: 4, settings: ["question": ["What?"]])
    try sitting.next()
    try sitting.add("s1", "One", by: "p1")
    try sitting.add("s2", "Two", by: "p1")
    try sitting.next()
    try sitting.send(.tally(EnterTally(thing: "entry:s1", total: 7, ballots: 4)))
    try sitting.mark("p1", "entry:s1", "2")
    let ballot = try #require(sitting.record.outcomes.flatMap(\.ballots).first)
    #expect(ballot.tallies.map(\.total.description) == ["7"] && ballot.tallies.map(\.ballots) == [4])
    #expect(ballot.statistics.map(\.sum?.description) == ["9", nil])
    #expect(ballot.statistics.map(\.withheld) == [nil, .notEntered])
  }

  @Test func `a placement says what its axes are called and from where to where they go`() throws {
    let axes = ValueList(
      id: "axes", values: [NamedValue(id: "gain", text: LocalizedText("What it brings")), NamedValue(id: "cost")])
    let things = ValueList(id: "things", values: [NamedValue(id: "tea")])
    let place = Activity(
      kind: .place(Placing(axes: .things(SourceRef(name: "axes"), scale: "hold"))), of: SourceRef(name: "things"),
      into: "map")
    let method = Sample.method(
      "map", "Map", delivers: [("map", "Where it stands")], scales: [Sample.hold], lists: [axes, things],
      agenda: [Sample.step("put", "Put", place)])
    var sitting = try Sitting(method, people: 6)
    try sitting.mark("p1", "value:things/tea", "4", criterion: "gain")
    let ballot = try #require(sitting.record.outcomes.first?.ballots.first)
    #expect(ballot.axes.map(\.id) == ["gain", "cost"] && ballot.axes[0].label == "What it brings")
    #expect(ballot.axes[1].points.map(\.label) == (1...5).map { "Point \($0)" })
    #expect(ballot.axes[1].points.map { $0.number?.description } == (1...5).map { "\($0)" })
    #expect(sitting.files["tables/axes.csv"]?.contains("gain,What it brings,4,4,4,Point 4") == true)
  }

  @Test func `tables of several sessions could not be put under each other`() throws {
    let sitting = try Story.ideas()
    let identity = try #require(sitting.record.session.id)
    let tables = Tables.all(sitting.record)
    for table in tables {
      let lines = table.csv.split(separator: "\r\n")
      #expect(lines.first?.hasPrefix("session,") == true, "\(table.name)")
      #expect(table.key.isEmpty || table.key.first == "session", "\(table.name)")
    }
    let people = try #require(tables.first { $0.name == "attendance" })
    #expect(people.csv.split(separator: "\r\n").dropFirst().allSatisfy { $0.hasPrefix(identity + ",") })
    #expect(sitting.files["datapackage.json"]?.contains(#""primaryKey": ["session", "item_id"]"#) == true)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (1_795_308_396_250, "2026-11-22T00:46:36.250Z"), (4_107_542_399_000, "2100-02-28T23:59:59.000Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (253_402_300_800_000, "10000-01-01T00:00:00.000Z"),
  ])
  func `moments are written by the common calendar`(milliseconds: Int64, text: String) {
    #expect(Moment(WallTime(milliseconds: milliseconds)).description == text)
  }
}
