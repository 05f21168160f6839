import MethodModel
import SessionEngine
import Testing

/// Parts under a shared clock decide for themselves.
@Suite struct PartDecisionTests {
  private let pairs = "<groupings><groups id='pairs' size='2'/></groupings>"
  private let ways = "<lists><list id='ways'><value id='walk'/><value id='ride'/></list></lists>"

  private func given(_ body: String...) -> Given {
    Given(phase("apart", "with='pairs'", body.joined()), step("last"), head: pairs + ways)
      .people("Aino", "Bo", "Chen", "Dina").start()
  }

  private func parts(_ given: Given) -> [[PersonID]] { given.open?.parts.map(\.members) ?? [] }

  private func verdicts(_ given: Given, _ outcome: String) -> [UnitRef?: Verdict] {
    Dictionary(
      (given.state.outcomes[outcome]?.verdicts ?? []).map { ($0.verdict.unit, $0.verdict) },
      uniquingKeysWith: { $1 })
  }

  @Test func `each part puts up what it made itself, and decides on that alone`() {
    let given = given(
      step("ideas-step", collect("ideas")),
      step(
        "vote-step", "<vote of='ideas' into='votes' kind='approval' budget='1'/>",
        "<decide of='ideas' from='votes' rule='plurality' into='best'/>"))
    let parts = parts(given)
    given.adds(nil, "One", part: "pairs/1").adds(nil, "Two", part: "pairs/2").next().stands("vote-step")
    given.when(.mark(SetMark(unit: .person(parts[0][0]), thing: given.thing("One"), value: "1")))
    given.when(.mark(SetMark(unit: .person(parts[1][1]), thing: given.thing("Two"), value: "1"))).next()
    let verdicts = verdicts(given, "best")
    #expect(verdicts.count == 2)
    let first = verdicts[.part("pairs/1")]
    #expect(first?.winners == [.entry("One")] && first?.subject == [.entry("One")])
    #expect(first?.electorate == 2 && first?.answered == 1)
    #expect(verdicts[.part("pairs/2")]?.winners == [.entry("Two")])
    #expect(given.labels("best/winners") == ["One", "Two"])
    given.next().stands("last")
  }

  @Test func `an objection in one part leaves the consent of the other alone`() {
    let given = given(step("signal", "<decide of='ways' rule='consent' into='agreed'/>"))
    let parts = parts(given)
    for person in parts.joined() {
      let objects = person == parts[0][0]
      given.when(
        .mark(
          SetMark(
            unit: .person(person), thing: given.run?.ballot.first ?? .value("walk", of: "ways"),
            value: objects ? "objection" : "consent", reason: objects ? "too far" : nil)))
    }
    given.next()
    let verdicts = verdicts(given, "agreed")
    #expect(verdicts[.part("pairs/1")]?.result == .rejected && verdicts[.part("pairs/2")]?.result == .adopted)
    #expect(given.things("agreed/objections").count == 1)
  }

  @Test func `a tie in one part is settled there, and the other stands`() {
    let given = given(
      step(
        "vote-step", "<vote of='ways' into='votes' kind='approval' budget='1'/>",
        "<decide of='ways' from='votes' rule='plurality' into='best'/>"))
    let parts = parts(given)
    for (person, word) in [(parts[0][0], "walk"), (parts[0][1], "ride"), (parts[1][0], "ride")] {
      given.when(.mark(SetMark(unit: .person(person), thing: .value(word, of: "ways"), value: "1")))
    }
    given.next()
    #expect(verdicts(given, "best")[.part("pairs/1")]?.result == .tied)
    given.when(.next).refused(.answerNeeded)
    given.when(.choose(ChooseThings(things: [.value("walk", of: "ways")])))
    let settled = verdicts(given, "best")
    #expect(settled[.part("pairs/1")]?.winners == [.value("walk", of: "ways")])
    #expect(settled[.part("pairs/2")]?.winners == [.value("ride", of: "ways")])
    given.next().stands("last")
  }

  /// Two pairs, tied apart: the first between walk and ride, the second between ride and sail.
  private func tiedApart() -> Given {
    let ways = "<lists><list id='ways'><value id='walk'/><value id='ride'/><value id='sail'/></list></lists>"
    let votes = "<vote of='ways' into='votes' kind='approval' budget='1'/>"
    let best = "<decide of='ways' from='votes' rule='plurality' ties='run-off' into='best'/>"
    let given = Given(phase("apart", "with='pairs'", step("vote-step", votes, best)), step("last"), head: pairs + ways)
      .people("Aino", "Bo", "Chen", "Dina").start()
    let parts = parts(given)
    vote(given, [(parts[0][0], "walk"), (parts[0][1], "ride"), (parts[1][0], "ride"), (parts[1][1], "sail")])
    given.next()
    return given
  }

  private func vote(_ given: Given, _ votes: [(PersonID, String)]) {
    for (person, word) in votes {
      given.when(.mark(SetMark(unit: .person(person), thing: .value(word, of: "ways"), value: "1")))
    }
  }

  @Test func `parts that are tied vote once more at once, each over its own`() {
    let given = tiedApart()
    let parts = parts(given)
    #expect(given.run?.ballot.map(\.word) == ["walk", "ride", "sail"])
    given.when(.mark(SetMark(unit: .person(parts[0][0]), thing: .value("sail", of: "ways"), value: "1")))
      .refused(.unknownThing)
    vote(given, [(parts[0][0], "walk"), (parts[0][1], "walk"), (parts[1][0], "sail")])
    given.next().stands("last")
    let verdicts = verdicts(given, "best")
    #expect(verdicts[.part("pairs/1")]?.winners.map(\.word) == ["walk"])
    #expect(verdicts[.part("pairs/1")]?.answered == 2)
    #expect(verdicts[.part("pairs/2")]?.winners.map(\.word) == ["sail"])
    #expect(verdicts[.part("pairs/2")]?.remark == "a tie between 2 for one place, settled by a run-off")
  }

  @Test func `what stays tied in one part is asked, and the other stands`() {
    let given = tiedApart()
    let parts = parts(given)
    vote(given, [(parts[0][0], "ride"), (parts[1][0], "ride"), (parts[1][1], "sail")])
    given.next().stands("vote-step")
    #expect(verdicts(given, "best")[.part("pairs/1")]?.winners.map(\.word) == ["ride"])
    given.when(.next).refused(.answerNeeded)
    given.when(.choose(ChooseThings(things: [.value("walk", of: "ways")]))).refused(.unknownThing)
    given.when(.choose(ChooseThings(things: [.value("sail", of: "ways")]))).next().stands("last")
    #expect(verdicts(given, "best")[.part("pairs/2")]?.winners.map(\.word) == ["sail"])
  }

  @Test func `a part without a tie has no vote in the run-off of another`() {
    let given = given(
      step(
        "vote-step", "<vote of='ways' into='votes' kind='approval' budget='1'/>",
        "<decide of='ways' from='votes' rule='plurality' ties='run-off' into='best'/>"))
    let parts = parts(given)
    vote(given, [(parts[0][0], "walk"), (parts[0][1], "ride"), (parts[1][0], "ride")])
    given.next()
    #expect(given.view().activity?.electorate == 2)
    given.when(.mark(SetMark(unit: .person(parts[1][0]), thing: .value("ride", of: "ways"), value: "1")))
      .refused(.notElector)
    vote(given, [(parts[0][0], "walk"), (parts[0][1], "walk")])
    given.next().stands("last")
    #expect(verdicts(given, "best")[.part("pairs/1")]?.winners.map(\.word) == ["walk"])
    #expect(verdicts(given, "best")[.part("pairs/2")]?.winners.map(\.word) == ["ride"])
  }

  @Test func `a part that has left when the run-off closes is asked about`() {
    let given = tiedApart()
    let parts = parts(given)
    vote(given, [(parts[1][0], "sail")])
    for person in parts[0] { given.when(.leave(person)) }
    given.next().stands("vote-step")
    given.when(.choose(ChooseThings(things: [.value("walk", of: "ways")]))).next().stands("last")
  }

  @Test func `in one room there is one verdict that is nobody's in particular`() {
    let given = Given(
      step(
        "vote-step", "<vote of='ways' into='votes' kind='approval' budget='1'/>",
        "<decide of='ways' from='votes' rule='plurality' into='best'/>"), step("last"), head: ways
    ).people("Aino", "Bo").start()
    given.when(.mark(SetMark(unit: .person("aino"), thing: .value("ride", of: "ways"), value: "1"))).next()
    #expect(given.verdict("best")?.unit == nil && given.verdict("best")?.result == .won)
  }
}
