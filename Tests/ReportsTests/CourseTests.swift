import MethodModel
import SessionEngine
import Testing

@testable import Outcomes
@testable import Reports

/// What happened on the way, as reports tell it.
@Suite struct CourseTests {
  @Test func `a drawing of two axes says their names and ends, over the whole of what could be given`() throws {
    var record = try Recorded.gate.record()
    let (outcome, place) = try #require(
      record.outcomes.indices.lazy.compactMap { index in
        record.outcomes[index].ballots.firstIndex { $0.kind == .rating }.map { (index, $0) }
      }.first)
    var ballot = record.outcomes[outcome].ballots[place]
    ballot.kind = .placement
    ballot.axes = [Self.axis("cost", "What it costs"), Self.axis("gain", "What it brings")]
    ballot.statistics = [Self.row("Tea", "cost", 2), Self.row("Tea", "gain", 5)]
    record.outcomes[outcome].ballots = [ballot]
    let part = try #require(BallotPart(ballot, Desk(record)).child(named: "plane") as? PlanePart)
    #expect(part.across == "What it costs" && part.up == "What it brings")
    #expect(part.acrossEnds == ("little", "much"))
    let mark = try #require(MarkedPlacePart.all(part.things).first)
    #expect(mark.x == 95 && mark.y == 30)
    let page = String(decoding: ReportFiles.file(.page, of: record), as: UTF8.self)
    #expect(page.contains("↑ What it brings") && page.contains("What it costs →"))
  }

  @Test func `people who move at the same time are one line, others are not`() throws {
    var record = try Recorded.ideas.record()
    let moment = Moment(.init(milliseconds: 1_773_478_800_000))
    record.deviations = ["Aino", "Bo", "Aino"].map { Self.moved($0, moment) }
    record.deviations.append(Self.moved("Chen", Moment(.init(milliseconds: 1_773_479_800_000))))
    record.deviations.append(
      DeviationRecord(
        kind: "extended", subject: "Talk", take: 1, at: moment, seconds: 60, reason: nil, missing: []))
    record.deviations.append(record.deviations[4])
    let subjects = DeviationPart.all(Desk(record)).map(\.subjects)
    #expect(subjects == [["Aino", "Bo"], ["Chen"], ["Talk"], ["Talk"]])
  }

  @Test func `tracks, meetings, rounds of things, turns and cells are told`() throws {
    var record = try Recorded.ideas.record()
    let moment = try #require(record.session.started)
    let (tea, cake) = (ThingRecord(id: "value:tea", label: "Tea"), ThingRecord(id: "value:cake", label: "Cake"))
    record.tracks = [.init(id: "a", title: "North table", parent: nil, done: false, result: nil, takes: [1])]
    record.meetings = [
      .init(
        id: "m", path: "m", kind: .meeting, title: "First evening", opened: moment, closed: nil, closes: nil,
        agreedEnd: nil, takes: [2],
        present: [NamedPerson(id: "p1", name: "Aino"), NamedPerson(id: "p2", name: "Bo")])
    ]
    record.queues = [.init(id: "q", path: "q", reached: [tea], waiting: [cake], dropped: [])]
    record.queues.append(record.queues[0])
    record.timing.takes[0].turns = TurnsRecord(
      round: 1, spoke: [Attribution(kind: .person, id: "p1", name: "Aino")],
      passed: [Attribution(kind: .person, id: "p3", name: "Chen")],
      waiting: [Attribution(kind: .person, id: "p2", name: "Bo")])
    record.outcomes[0].cells = [.init(thing: tea, fields: ["text": "hot"], withheld: nil)]
    record.outcomes[0].cells.append(.init(thing: cake, fields: [:], withheld: .fewerThanFive))
    for format in [ReportFiles.Format.page, .markdown] {
      let text = String(decoding: ReportFiles.file(format, of: record), as: UTF8.self)
      for words in [
        "North table", "still open", "First evening", "Present", "Aino, Bo", "reached: Tea", "Spoke in turn", "Aino",
        "passed",
        "not heard: Bo", "hot",
        "Not shown: too few to show",
      ] {
        #expect(text.contains(words), "\(words) in \(format.fileName)")
      }
      #expect(text.split(separator: "reached: Tea").count == 2, "the same round of things is told once")
    }
  }

  @Test func `a meeting in which the session ended was told as not ended`() throws {
    var record = try Recorded.ideas.record()
    let moment = try #require(record.session.started)
    record.meetings = [
      .init(
        id: "m", path: "m", kind: .meeting, title: "Only evening", opened: moment, closed: nil, closes: nil,
        agreedEnd: nil, takes: [1], present: [])
    ]
    #expect(record.session.ended != nil)
    #expect(!String(decoding: ReportFiles.file(.markdown, of: record), as: UTF8.self).contains("not ended"))
    record.session.ended = nil
    #expect(String(decoding: ReportFiles.file(.markdown, of: record), as: UTF8.self).contains("not ended"))
  }

  @Test func `the same step on ways beside each other had one name for all`() throws {
    var record = try Recorded.ideas.record()
    record.tracks = [.init(id: "a", title: "North table", parent: nil, done: true, result: nil, takes: [1])]
    record.timing.takes[0].track = "a"
    let title = record.timing.takes[0].place.title
    #expect(Desk(record).title(of: record.timing.takes[0]) == "\(title), North table")
    record.tracks[0].title = title
    #expect(Desk(record).title(of: record.timing.takes[0]) == title, "unless the title says it")
  }

  @Test func `entries of several rounds say of which they are, and where they were made`() throws {
    var record = try Recorded.ideas.record()
    let outcome = try #require(record.outcomes.firstIndex { $0.promised && $0.entries.count { $0.counts } > 1 })
    let tea = ThingRecord(id: "value:tea", label: "Table Tea")
    for index in record.outcomes[outcome].entries.indices {
      record.outcomes[outcome].entries[index].place.path = "laps#\(index + 1)/say"
      record.outcomes[outcome].entries[index].at = [tea]
    }
    let first = record.outcomes[outcome].entries[0].text
    for format in [ReportFiles.Format.page, .markdown] {
      let text = String(decoding: ReportFiles.file(format, of: record), as: UTF8.self)
      #expect(text.contains("round 1: ") || text.contains(">round 1:<"))
      #expect(text.contains("Table Tea: \(first)") || text.contains(">Table Tea:</span> <span class=\"text\">\(first)"))
    }
  }

  // MARK: Given

  private static func axis(_ id: String, _ label: String) -> BallotRecord.Axis {
    let points = (1...5).map { number in
      BallotRecord.Answer(
        id: "\(number)", number: Figure(Number(number)), label: number == 1 ? "little" : number == 5 ? "much" : "")
    }
    return .init(id: id, label: label, points: points)
  }

  private static func row(_ thing: String, _ axis: String, _ median: Int) -> BallotRecord.Statistics {
    .init(
      thing: ThingRecord(id: "value:\(thing)", label: thing), criterion: axis, newest: true, withheld: nil, n: 6,
      passes: 0, median: Figure(Number(median)), mean: nil, min: Figure(Number(median)), max: Figure(Number(median)),
      spread: Figure(Number(0)), sum: nil, counts: [:])
  }

  private static func moved(_ name: String, _ at: Moment) -> DeviationRecord {
    DeviationRecord(kind: "moved", subject: name, take: nil, at: at, seconds: nil, reason: nil, missing: [])
  }
}
