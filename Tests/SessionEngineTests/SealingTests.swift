import MethodModel
import SessionEngine
import Testing

@Suite struct SealingTests {
  private let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima"]

  private func vote(_ more: String = "", _ people: Int = 6) -> Given {
    Given(
      step("vote", "<vote of='topics' into='votes' names='unkept' \(more)/>"),
      step("pick", "<select from='topics' ranked-by='votes' top='1' into='picked'/>"), step("last"), head: topics
    ).people(Array(names.prefix(people)))
  }

  /// Every event as the journal would hold it.
  private func journal(_ given: Given) -> [String] { given.journal.map { "\($0.body)" } }

  private func score(_ given: Given, _ thing: String) -> String? {
    let scores = given.engine.scores(of: SourceRef(name: "votes"), measure: .sum, given.state, Scope())
    return scores.first { $0.key.word == thing }?.value.map { $0.description }
  }

  @Test func `more sheets were handed in than there are people`() {
    let given = Given(step("write", collect("worries", "names='unkept'"), with: "alone"), step("last"))
      .people("Aino", "Bo")
    for number in 1...3 {
      given.when(.handIn(HandIn(unit: .sheet(number), marks: [], entries: [["text": "worry \(number)"]])))
    }
    given.refused(.notElector)
    #expect(given.engine.electorate(of: given.run!, given.state).answered == 2)
  }

  @Test func `who handed in is noted, and nothing of what`() {
    let given = vote().handsIn("Aino", "a=2").made("handedIn")
    #expect(given.run?.marks.isEmpty == true)
    #expect(given.engine.electorate(of: given.run!, given.state).answered == 1)
    #expect(score(given, "a") == "0")
    #expect(given.urn.slots.count == 1)
  }

  @Test func `closing brings the ballots, sorted and without a name, and the next step can count them`() {
    let given = vote("budget='3'")
    for (name, ballot) in zip(names, ["c=1", "b=2", "a=3", "a=1 b=1", "b=1", "c=3"]) { given.handsIn(name, ballot) }
    given.next().stands("pick")
    #expect(given.labels("picked") == ["a"] || given.verdict("picked")?.result == .tied)
    let sealed = given.journal.compactMap { if case .urnSealed(let content) = $0.body { content } else { nil } }
    #expect(sealed.first?.ballots.count == 6)
    #expect(sealed.first?.ballots.first?.marks.map(\.value) == ["1", "1"])
    #expect(given.urn.slots.isEmpty)
    for line in journal(given) where line.contains("urnSealed") {
      for name in names { #expect(!line.contains(name.lowercased())) }
    }
  }

  @Test func `no event links a person with a ballot`() {
    let given = vote("budget='3'")
    for (name, ballot) in zip(names, ["c=1", "b=2", "a=3", "a=1 b=1", "b=1", "c=3"]) { given.handsIn(name, ballot) }
    given.next()
    let naming = journal(given).filter { $0.hasPrefix("handedIn") }
    #expect(naming.count == 6)
    for line in naming { #expect(!line.contains("value:topics")) }
    for unit in given.state.takes[0].runs[0].marks.keys { #expect(unit.person == nil) }
  }

  @Test func `from fewer than five people only totals are sealed`() {
    let given = vote("budget='3'", 3).handsIn("Aino", "a=2").handsIn("Bo", "a=1 b=1").next()
    let sealed = given.journal.compactMap { if case .urnSealed(let content) = $0.body { content } else { nil } }
    #expect(sealed.first?.ballots == [])
    #expect(sealed.first?.totals.map { "\($0.thing.word) \($0.total) \($0.given)" } == ["a 3 2", "b 1 1"])
    #expect(given.labels("picked") == ["a"])
    #expect(given.state.takes[0].runs[0].marks.isEmpty)
  }

  @Test func `the last ballot seals and reveals, with itself in it`() {
    let given = vote("budget='3' reveal='all-answered'", 5)
    for name in names.prefix(4) { given.handsIn(name, "a=1") }
    given.handsIn("Eero", "b=3").made("handedIn", "entriesClosed", "urnSealed", "revealed")
    #expect(score(given, "a") == "4")
    #expect(score(given, "b") == "3")
  }

  @Test func `a sealed activity takes nothing more, and nothing in pieces`() {
    let given = vote().handsIn("Aino", "a=1").marks("Bo", "a", "1").refused(.notActive)
    given.handsIn("Bo", "a=2 b=2").refused(.overBudget)
    given.handsIn("Aino", "b=1").refused(.alreadyIn)
    given.when(.undo).refused(.nothingToUndo)
    given.when(.close).handsIn("Bo", "b=1").refused(.sealed)
    #expect(given.urn.slots.isEmpty)
  }

  @Test func `whoever keeps the receipt replaces a ballot without another event`() {
    let given = vote("budget='3'", 5).handsIn("Aino", "a=1")
    var again = Command(
      id: "again", actor: .host, wall: WallTime(milliseconds: 0), elapsed: 0,
      body: .handIn(HandIn(unit: .person("aino"), marks: [BallotMark(given.thing("b"), value: "3")])))
    again.replacesBallot = true
    given.receives(again).made()
    #expect(given.urn.slots.count == 1)
    for name in names.dropFirst().prefix(4) { given.handsIn(name, "c=1") }
    given.next()
    #expect(score(given, "a") == "0")
    #expect(score(given, "b") == "3")
  }

  @Test func `things without names come sorted, with nobody's name`() {
    let given = Given(
      step("write", collect("worries", "names='unkept' reveal='end-of-step'"), with: "alone"), step("last")
    ).people(Array(names)).start()
    let run = given.run?.id
    for (name, words) in [("Aino", ["the pace"]), ("Bo", ["a quiet room", "my desk"])] {
      given.when(
        .handIn(HandIn(run: run, unit: .person(given.id(name)), marks: [], entries: words.map { ["text": $0] })))
    }
    given.adds("Chen", "one by one").refused(.notActive)
    given.next().holds("worries", ["a quiet room", "my desk", "the pace"])
    #expect(given.state.outcomes["worries"]?.entries.allSatisfy { $0.author == nil && $0.unit == nil } == true)
  }

  @Test func `objections without names can be heard, with nobody behind them`() {
    let given = Given(
      step("one", "<decide of='topics' rule='consent' into='d' names='unkept'/>", with: "alone"), step("last"),
      head: topics
    ).people("Aino", "Bo").start()
    for (name, value) in [("Aino", "consent"), ("Bo", "objection")] {
      given.when(
        .handIn(
          HandIn(
            unit: .person(given.id(name)),
            marks: [BallotMark(given.run!.ballot[0], value: value, reason: value == "objection" ? "dear" : nil)])))
    }
    given.next().holds("d/objections", ["dear"])
    #expect(given.verdict("d")?.result == .rejected)
    #expect(given.state.outcomes["d"]?.entries.map(\.author) == [nil])
    #expect(given.verdict("d")?.dissent.map(\.unit.person) == [nil])
  }

  @Test func `a code links rounds and stands with no name`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks' names='coded'/>", with: "alone"), step("last"),
      head: fiveScale + topics
    ).people(Array(names)).start()
    for (place, name) in names.enumerated() {
      given.when(
        .handIn(
          HandIn(
            unit: .person(given.id(name)), marks: [BallotMark(given.thing("a"), value: "\(place % 5 + 1)")],
            code: "lake\(place)")))
    }
    given.next()
    let run = given.state.takes[0].runs[0]
    #expect(Set(run.codes.values) == Set((0..<6).map { "lake\($0)" }))
    #expect(run.codes.keys.allSatisfy { $0.person == nil })
  }
}
