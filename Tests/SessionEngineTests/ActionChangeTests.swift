import MethodModel
import SessionEngine
import Testing

/// What came of actions, said while the session runs and after its end.
struct ActionChangeTests {
  private static let own = #"<step id="own" time="2m"><title>Own</title><commit into="actions"/></step>"#

  /// One action of Bo's, in a session that has ended.
  private func ended() -> Given {
    Given(Self.own).people("Aino", "Bo").adds("Aino", "Hang the list", ["owner": "bo", "due": "2030-02-01"]).next()
  }

  private func change(_ id: String, _ change: ChangeAction.Change) -> CommandBody { .action(ChangeAction(id, change)) }

  @Test func `an action is done after the session's end, with a note`() {
    ended().when(change("Hang the list", .done), because: "it hangs").then { given in
      #expect(given.events.map { type(of: $0.body.content).type } == ["actionChanged"])
      #expect(given.events.first?.reason == "it hangs")
      #expect(given.state.actions.map(\.status) == [.done])
      #expect(given.state.actions.map(\.owner) == ["Bo"])
      if case .ended = given.state.status {} else { Issue.record("it is no longer over") }
    }
  }

  @Test func `it is moved to a day and dropped only with a reason`() {
    ended().when(change("Hang the list", .moved(to: "2030-03-01"))).refused(.reasonNeeded)
      .when(change("Hang the list", .moved(to: "soon")), because: "the hall is shut").refused(.valueInvalid)
      .when(change("Hang the list", .moved(to: "2030-03-01")), because: "the hall is shut").then { given in
        #expect(given.state.actions.map(\.due) == ["2030-03-01"])
        #expect(given.state.actions.map(\.status) == [.open])
      }
      .when(change("Hang the list", .dropped)).refused(.reasonNeeded)
      .when(change("Hang the list", .dropped), because: "nobody needs it").then { given in
        #expect(given.state.actions.map(\.status) == [.dropped])
      }
  }

  @Test func `what is done is not done again, and can be opened again`() {
    ended().when(change("Hang the list", .reopened)).refused(.alreadyIn)
      .when(change("Hang the list", .done)).when(change("Hang the list", .done)).refused(.alreadyIn)
      .when(change("Hang the list", .reopened)).then { given in
        #expect(given.state.actions.map(\.status) == [.open])
      }
  }

  @Test func `only the host says it, and only of actions that there are`() {
    ended().when(change("Hang the list", .done), by: .person("bo")).refused(.notYours)
      .when(change("Paint", .done)).refused(.unknownThing)
    Given(Self.own).people("Aino").adds("Aino", "Paint").when(.withdraw("Paint")).when(change("Paint", .done))
      .refused(.unknownThing)
  }

  @Test func `nothing else is taken after the end`() {
    ended().when(.note("late")).refused(.notRunning)
  }

  private static let carried = CarriedAction(
    id: "3f2a91", session: "2030-01-01-talk", root: "r", action: "a1", text: "Paint the wall", owner: "Chen",
    due: "2030-01-15")

  @Test func `what was carried opens as a step of its own before the method begins`() {
    Given(Self.own).people("Aino").setup { $0.carried = [Self.carried] }.start().then { given in
      #expect(given.open?.title == "What is still open")
      #expect(given.view().say.first?.contains("Chen: Paint the wall (due 2030-01-15)") == true)
      #expect(given.state.changes == [], "it is no departure from the method")
    }
    .when(change("3f2a91", .done), because: "painted").next().then { given in
      #expect(given.open?.place == "own")
      #expect(given.state.actions.map(\.status) == [.done])
      #expect(given.view().actions.map(\.carriedFrom) == ["2030-01-01-talk"])
    }
  }

  @Test func `a session with nothing carried begins with its method`() {
    Given(Self.own).people("Aino").setup { $0.carried = [] }.start().then { #expect($0.open?.place == "own") }
  }
}

/// That a person's name and words are erased goes on record; what is erased is worked out where the journal is.
struct RedactionDecidingTests {
  private let redaction = CommandBody.redact(
    RedactPerson(
      "bo", by: "Chen", standIns: [BodiesErased.StandIn(sequence: 1, body: "{}")],
      removed: BodiesErased.Removed(names: 1, texts: 2)))

  @Test func `needs a reason and somebody on the list`() {
    let talk = #"<step id="talk" time="2m"><title>Talk</title></step>"#
    Given(talk).people("Aino", "Bo").when(redaction).refused(.reasonNeeded).when(redaction, because: "asked for it")
      .then {
        given in
        #expect(given.state.redactions.map(\.person) == ["bo"])
        #expect(given.state.redactions.map(\.reason) == ["asked for it"])
      }
    Given(talk).people("Aino").when(redaction, because: "asked for it").refused(.unknownPerson)
  }
}
