import MethodModel
import Planning
import SessionEngine
import Testing

@Suite struct RehearsalTests {
  @Test func `the same seed gives the same events, another seed others`() throws {
    let engine = try Rehearsed.engine("consent-decision")
    let first = RehearsedSession(engine, people: 7, seed: 5)
    #expect(RehearsedSession(engine, people: 7, seed: 5).events == first.events)
    #expect(RehearsedSession(engine, people: 7, seed: 6).events != first.events)
  }

  @Test func `a rehearsal begins on a Monday at nine`() {
    let seconds = Rehearsal.start.milliseconds / 1000
    // 5 January 1970 was a Monday.
    #expect((seconds - 4 * 86_400) % (7 * 86_400) == 9 * 3_600)
  }

  @Test(arguments: Rehearsed.shipped) func `a shipped method comes to an end with any number it is made for`(
    id: String
  ) throws {
    let engine = try Rehearsed.engine(id)
    let range = try #require(engine.method.fit.people.first)
    let upper = try #require(range.upper)
    for people in Set([range.lower, range.lower + 1, range.lower + 3, 7, 12, upper]) where range.contains(people) {
      for seed: UInt64 in 1...(people > 20 ? 2 : 4) {
        let session = RehearsedSession(engine, people: people, seed: seed)
        #expect(session.end != nil && session.end != Ended.early, "\(people) people, seed \(seed)")
        #expect(session.refused == [], "\(people) people, seed \(seed)")
      }
    }
  }

  @Test(arguments: TrialMethod.allCases)
  func `every kind of activity and question is answered`(method: TrialMethod) throws {
    let engine = try Rehearsed.trial(method.text)
    var ends: Set<String> = []
    for people in 4...9 {
      for seed: UInt64 in 1...6 {
        let session = RehearsedSession(engine, people: people, seed: seed)
        #expect(session.end != nil && session.end != Ended.early, "\(people) people, seed \(seed)")
        #expect(session.refused == [], "\(people) people, seed \(seed)")
        ends.insert(session.end ?? "")
      }
    }
    #expect(ends.contains(Ended.completed))
  }

  @Test func `rehearsals do all that people and facilitators do`() throws {
    var missing = Set(Behaviour.allCases)
    let engines = try ["consent-decision", "adoption-readiness-hexagon"].map { try Rehearsed.engine($0) }
    for seed: UInt64 in 0..<60 where !missing.isEmpty {
      for engine in engines { missing.subtract(RehearsedSession(engine, people: 10, seed: seed).behaviours) }
    }
    #expect(missing == [])
  }

  @Test func `most proposals are adopted, after objections have been met`() throws {
    let engine = try Rehearsed.engine("consent-decision")
    let sessions = (0..<60).map { RehearsedSession(engine, people: 8, seed: UInt64($0)) }
    let adopted = sessions.filter { $0.end == Ended.completed }
    #expect(adopted.count >= 48)
    #expect(sessions.contains { $0.end == "deferred" })
    let statuses = Set(sessions.flatMap { $0.entries.compactMap { $0.fields["status"] } })
    #expect(statuses.isSuperset(of: ["resolved", "withdrawn", "concern"]))
  }

  @Test func `an innovation is adopted, turned down, and looked at three times`() throws {
    let engine = try Rehearsed.engine("adoption-readiness-hexagon")
    let sessions = (0..<40).map { RehearsedSession(engine, people: 9, seed: UInt64($0)) }
    #expect(Set(sessions.map(\.end)) == ["adopted", "not-adopted"])
    #expect(sessions.contains { $0.state.answers.contains { $0.kind == .choice } })
  }

  @Test func `times stay near the plan`() throws {
    let engine = try Rehearsed.engine("consent-decision")
    let sessions = (0..<40).map { RehearsedSession(engine, people: 8, seed: UInt64($0)) }
    let ratios = sessions.map { $0.state.clock.elapsed * 100 / max(1, $0.state.start?.agreedEnd ?? 1) }.sorted()
    #expect((80...130).contains(ratios[ratios.count / 2]))
    #expect(ratios.allSatisfy { (40...300).contains($0) })
  }

  @Test func `a leaver says nothing more, and a newcomer joins in`() throws {
    let engine = try Rehearsed.engine("one-two-four-all")
    var joined = 0
    for seed: UInt64 in 0..<12 {
      let session = RehearsedSession(engine, people: 20, seed: seed)
      var gone: Set<PersonID> = []
      for event in session.events {
        switch event.body {
        case .personLeft(let content): gone.insert(content.id)
        case .personArrived(let content): gone.remove(content.person.id)
        case .entryAdded(let entry) where !entry.late: #expect(entry.author.map { !gone.contains($0) } ?? true)
        default: break
        }
      }
      let late = Set(session.state.start?.people.filter { !$0.isPresent }.map(\.id) ?? [])
      joined += session.entries.count { $0.author.map { late.contains($0) } ?? false }
    }
    #expect(joined > 0)
  }

  @Test func `a paused session takes up its script where it stood`() throws {
    let engine = try Rehearsed.engine("adoption-readiness-hexagon")
    let session = try #require(
      (0..<40).lazy.map { RehearsedSession(engine, people: 8, seed: UInt64($0)) }.first { session in
        session.commands.contains { $0.body == .pause }
      })
    let resumed = try #require(session.commands.firstIndex { if case .resume = $0.body { true } else { false } })
    let atOnce = session.commands[(resumed + 1)...].prefix { $0.elapsed == session.commands[resumed].elapsed }
    #expect(atOnce.count <= 1)
  }

  /// Who volunteers holds the role only after the step was prepared, and said nothing in it.
  @Test func `a first step for volunteers once stayed empty`() throws {
    let engine = try Rehearsed.trial(
      """
      <method xmlns="urn:dotank:method:1" id="talks" version="1" xml:lang="en">
        <title>Talks</title><purpose>Volunteers begin.</purpose><fit people="6..9"/>
        <roles><role id="speaker" people="3" filled="volunteer"><text>Offers a talk.</text></role></roles>
        <agenda>
          <step id="offer" time="5m" with="speaker"><title>Offer a talk</title><collect into="talks" per="person"/></step>
          <step id="last" time="1m"><title>Thanks</title></step>
        </agenda>
      </method>
      """)
    let sessions = (0..<5).map { RehearsedSession(engine, people: 8, seed: $0) }
    #expect(sessions.contains { !$0.entries.isEmpty })
  }

  @Test func `settings are taken as given and invented where they are needed`() throws {
    let engine = try Rehearsed.engine("adoption-readiness-hexagon")
    let given = RehearsedSession(engine, people: 6, seed: 1, settings: ["site": ["the library"]])
    #expect(given.state.start?.settings["site"] == ["the library"])
    #expect(given.state.start?.settings["innovation"]?.first?.isEmpty == false)
    #expect(given.state.start?.rehearsal == true)
  }
}
