import MethodModel
import SessionEngine
import Testing

@testable import Outcomes
@testable import Reports

/// Reports tell what stands, whose it is, and what it was about.
@Suite struct StandingTests {
  private static func texts(_ record: Record) -> [String] {
    [ReportFiles.Format.markdown, .page].map { String(decoding: ReportFiles.file($0, of: record), as: UTF8.self) }
  }

  private static let chosen = [ThingRecord(id: "person:p1", label: "Aino"), ThingRecord(id: "person:p2", label: "Bo")]

  @Test func `everybody who was ever proposed stood under who is elected`() throws {
    var record = try Recorded.ideas.record()
    record.outcomes[1].kind = .selections
    record.outcomes[1].selections = Self.chosen.enumerated().map { round, person in
      SelectionRecord(
        id: "shared#\(round + 1)", place: record.timing.takes[round].place, round: round + 1, counts: round == 1,
        at: nil, rule: "choice", by: .room, among: Self.chosen, taken: [person], rest: [], scores: [], withheld: nil,
        remark: nil)
    }
    let part = OutcomePart(
      desk: Desk(record), title: "Who", isDelivered: true, isTold: false, outcome: record.outcomes[1])
    #expect((part.child(named: "selections") as? [SelectionPart])?.map(\.selection.taken) == [[Self.chosen[1]]])
    #expect((part.child(named: "earlierSelections") as? [SelectionPart])?.map(\.selection.taken) == [[Self.chosen[0]]])
    #expect(Self.texts(record)[0].contains("Earlier rounds and attempts:\n\n- round 1: Aino\n"))
    #expect(Self.texts(record)[1].contains("<li>round 1: Aino</li>"))
  }

  /// The vote again in another step, over the same things.
  private static func votedTwice() throws -> Record {
    var record = try Recorded.ideas.record()
    let index = try #require(record.outcomes.firstIndex { $0.kind == .votes })
    record.outcomes[index].title = nil
    record.method.delivers.removeAll { $0.source == record.outcomes[index].id }
    var again = try #require(record.outcomes[index].ballots.first)
    for row in record.outcomes[index].ballots[0].statistics.indices {
      record.outcomes[index].ballots[0].statistics[row].newest = false
    }
    (again.place.step, again.place.title, again.round) = ("change", "Change round", 2)
    record.outcomes[index].ballots.append(again)
    return record
  }

  @Test func `figures of the second vote stood under the title of the first`() throws {
    for text in Self.texts(try Self.votedTwice()) {
      let evidence = try #require(text.split(separator: "Evidence").last)
      #expect(evidence.contains("Change round") && text.contains("Change round"))
    }
    let evidence = OutcomePart.evidence(Desk(try Self.votedTwice()))
    #expect(evidence.map(\.title) == ["Change round"])
  }

  @Test func `figures of several steps were called by the first of them`() throws {
    var record = try Self.votedTwice()
    let index = try #require(record.outcomes.firstIndex { $0.kind == .votes })
    record.outcomes[index].ballots[0].statistics[0].newest = true
    #expect(OutcomePart.evidence(Desk(record)).map(\.title) == ["Votes"])
  }

  @Test func `one turnout was told for things that differ in it`() throws {
    var record = try Self.votedTwice()
    let index = try #require(record.outcomes.firstIndex { $0.kind == .votes })
    record.outcomes[index].ballots[0].statistics[0].newest = true
    record.outcomes[index].ballots[1].statistics.removeFirst()
    (record.outcomes[index].ballots[0].answered, record.outcomes[index].ballots[0].present) = (5, 6)
    (record.outcomes[index].ballots[1].answered, record.outcomes[index].ballots[1].present) = (6, 6)
    let figures = try #require(OutcomePart.evidence(Desk(record)).first?.figures)
    #expect(
      figures.turnout == "5 of 6 answered: Fewer meetings. 6 of 6 answered: More coffee.", "\(figures.turnout)")
    record.outcomes[index].ballots[0].answered = 6
    #expect(OutcomePart.evidence(Desk(record)).first?.figures?.turnout == "6 of 6 answered.")
  }

  @Test func `observations of all pupils stood under the name of one`() {
    func place(_ step: String, _ title: String) -> PlaceRecord {
      PlaceRecord(step: step, path: step, title: title, take: 1, attempt: 1)
    }
    let observed = [place("watch", "Observe the reading of Mia"), place("watch", "Observe the reading of Noa")]
    #expect(OutcomeNames.name(of: "case-notes", madeIn: observed) == "Observe the reading of …")
    #expect(OutcomeNames.name(of: "case-notes", madeIn: [place("w", "Mia"), place("w", "Noa")]) == "Case notes")
    #expect(OutcomeNames.name(of: "case-notes", madeIn: [place("a", "First"), place("b", "Then")]) == "Case notes")
    #expect(OutcomeNames.name(of: "case-notes", madeIn: [place("a", "First")]) == "First")
    #expect(OutcomeNames.name(of: "signs/where", madeIn: []) == "Signs where")
  }

  @Test func `what a record of before had promised without a title was missing under no name`() throws {
    var record = try Recorded.ideas.record()
    record.method.delivers[0].title = ""
    record.method.delivers[0].delivered = false
    for text in Self.texts(record) { #expect(text.contains("missing: Shared.")) }
  }

  private static func team(_ number: Int) -> Attribution {
    Attribution(kind: .group, id: "teams/\(number)", name: "Team \(number)")
  }

  @Test func `the trees of two teams stood in one list`() throws {
    var record = try Recorded.ideas.record()
    record.outcomes[1].kind = .graphs
    for index in record.outcomes[1].entries.indices {
      record.outcomes[1].entries[index].kind = "link"
      record.outcomes[1].entries[index].members = Self.chosen
      record.outcomes[1].entries[index].owner = Self.team(index + 1)
    }
    let part = OutcomePart(
      desk: Desk(record), title: "Tree", isDelivered: true, isTold: false, outcome: record.outcomes[1])
    #expect((part.child(named: "trees") as? [TreePart])?.map(\.head) == ["Team 1", "Team 2"])
    #expect(Self.texts(record)[0].contains("Team 1:\n\n- Aino Fewer meetings: Bo"))
    #expect(Self.texts(record)[1].contains("<h4>Team 2</h4>"))
    let brief = String(decoding: ReportFiles.file(.brief, of: record), as: UTF8.self)
    #expect(brief.contains("Team 2: Aino → Bo"))
    record.outcomes[1].entries[1].owner = Self.team(1)
    #expect(TreePart.all(record.outcomes[1].entries.filter(\.counts), Desk(record)).map(\.head) == [nil])
  }

  @Test func `a reply did not say what it answers, step by step`() throws {
    var record = try Recorded.ideas.record()
    let tea = ThingRecord(id: "value:tea", label: "Tea")
    let take = record.outcomes[1].entries[0].place.take
    record.outcomes[1].entries[0].about = [tea, Self.chosen[0]]
    record.timing.takes[take - 1].about = [tea]
    let texts = Self.texts(record)
    #expect(texts[0].contains("- Aino: Fewer meetings"))
    #expect(texts[1].contains("<span class=\"soft\">Aino:</span> <span class=\"text\">Fewer meetings"))
  }

  @Test func `actions of several teams were told without the team`() throws {
    var record = try Recorded.ideas.record()
    let index = try #require(record.outcomes.firstIndex { $0.id == "actions" })
    record.outcomes[index].entries[0].owner = Self.team(2)
    record.outcomes[index].entries[1].group = ThingRecord(id: "group:teams/1", label: "Team 1")
    let text = Self.texts(record)[0]
    #expect(text.contains("| Agree actions, Team 2") && text.contains("| Agree actions, Team 1"))
  }

  @Test func `what a replaced run handed over was not said to stand`() throws {
    var record = try Recorded.ideas.record()
    let take = record.outcomes[1].entries[0].place.take
    record.timing.takes[take - 1].status = "superseded"
    record.timing.takes[take - 1].supersededBy = take + 1
    for text in Self.texts(record) {
      #expect(text.contains("carried over into the run that replaced this one"))
    }
  }

  @Test func `a pause in a window was told as steps side by side`() throws {
    var record = try Recorded.ideas.record()
    record.timing.paused = 900
    record.timing.used = record.timing.total
    #expect(!Self.texts(record)[0].contains("side by side took"))
  }

  @Test func `the figures that a session was compared with stood nowhere`() throws {
    var record = try Recorded.ideas.record()
    let need = EarlierRecord.Thing(
      id: "need", label: "The need", fields: ["text": "The need", "owner": "Aino"],
      figures: ["median": Figure(4), "min": Figure(2)])
    record.earlier = [
      EarlierRecord(setting: "before", session: "2026-spring", method: "gate 1", outcome: "ratings", things: [need])
    ]
    for text in Self.texts(record) {
      #expect(text.contains("Read of earlier sessions") && text.contains("2026-spring"))
      #expect(text.contains("The need: Median 4, Lowest 2, owner: Aino"))
    }
  }
}
