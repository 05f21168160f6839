import MethodModel
import SessionEngine
import Testing

/// Ways and checkpoints that a decision answers.
@Suite struct DecidedWayTests {
  private let ways =
    "<lists><list id='ways'><value id='walk'/><value id='ride'><text>By bike</text></value></list></lists>"
  private let vote = "<vote of='ways' into='votes' kind='approval' budget='1'/>"
  private let choice = """
    <choice id='way' by='decision'><option id='walk'><title>We walk</title>\(step("walking"))</option>
    <option id='bikes'><title>By bike</title>\(step("riding"))</option></choice>
    """

  private func given(_ rule: String) -> Given {
    Given(
      step("ballot", vote, "<decide of='ways' from='votes' rule='\(rule)' into='decision'/>"), choice, step("last"),
      head: ways
    ).people("Aino", "Bo", "Chen").start()
  }

  private func votes(_ given: Given, _ names: [(String, String)]) {
    for (name, word) in names {
      given.when(.mark(SetMark(unit: .person(given.id(name)), thing: .value(word, of: "ways"), value: "1")))
    }
    given.next().next()
  }

  @Test func `what won names the option, by its word`() {
    let given = given("majority")
    votes(given, [("Aino", "walk"), ("Bo", "walk"), ("Chen", "ride")])
    given.stands("walking")
    #expect(given.state.answers.last?.option == "walk")
  }

  @Test func `what won names the option, by its label`() {
    let given = given("majority")
    votes(given, [("Aino", "ride"), ("Bo", "walk"), ("Chen", "ride")])
    given.stands("riding")
  }

  @Test func `where the decision says nothing, the facilitator is asked`() {
    let given = given("majority")
    given.next().next()
    #expect(given.stop?.kind == .choice && given.stop?.by == Role.facilitator)
    given.when(.answer(Answer(stop: given.stop?.path ?? .agenda, option: "bikes"))).stands("riding")
  }

  private func checkpoint(_ criteria: String = "") -> Given {
    Given(
      step("signal", "<decide of='ways' rule='consent' into='agreed'/>"),
      """
      <checkpoint id='gate' by='agreed' time='2m'><question>Do we?</question>\(criteria)<pass/>
      <rework><back to='signal' at-most='1'/></rework><stop><end as='no'><text>No.</text></end></stop></checkpoint>
      """, step("last"), head: ways
    ).people("Aino", "Bo").start()
  }

  private func signal(_ given: Given, _ aino: Signal, _ bo: Signal) {
    for (name, signal) in [("Aino", aino), ("Bo", bo)] {
      given.when(
        .mark(
          SetMark(
            unit: .person(given.id(name)), thing: given.run?.ballot.first ?? .value("walk", of: "ways"),
            value: signal.rawValue, reason: signal == .objection ? "too far" : nil)))
    }
    given.next().stands("Do we?")
  }

  @Test func `an adopted decision passes, and next follows it`() {
    let given = checkpoint()
    signal(given, .consent, .consent)
    #expect(given.view().checkpoint?.decided == .pass)
    given.when(.verdict(GiveVerdict(.stop))).refused(.notYours)
    given.next().stands("last")
    #expect(given.state.takes.first { $0.place == "gate" }?.decision?.role == "agreed")
  }

  @Test func `a rejected decision asks for rework, and stops when that is used up`() {
    let given = checkpoint()
    signal(given, .consent, .objection)
    given.next().stands("signal")
    signal(given, .consent, .objection)
    given.next()
    guard case .ended(let end) = given.state.status else { return #expect(Bool(false)) }
    #expect(end.name == "no")
  }

  @Test func `a decision against the advice is marked overruled without a reason of somebody's`() {
    let given = checkpoint("<criteria><test measure='objections' of='agreed' at-least='1'/></criteria>")
    signal(given, .consent, .consent)
    given.next().stands("last")
    #expect(given.state.takes.first { $0.place == "gate" }?.decision?.overruled == true)
  }

  @Test func `a deferred decision leaves the verdict to the facilitator`() {
    let given = checkpoint()
    given.next().stands("Do we?")
    #expect(given.view().checkpoint?.decided == nil)
    given.when(.next).refused(.answerNeeded)
    given.when(.verdict(GiveVerdict(.pass))).stands("last")
  }
}
