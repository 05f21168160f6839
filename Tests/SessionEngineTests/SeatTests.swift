import MethodModel
import SessionEngine
import Testing

/// Who comes, comes back or goes elsewhere while groups are at work has a seat where that group works.
@Suite struct SeatTests {
  private let head = """
    <people><field id='team'/></people><groupings><groups id='teams' match='team'/></groupings>\(topics)
    """

  /// Two teams of two.
  private func given(_ body: String...) -> Given {
    let given = Given(body.joined(), step("last"), head: head)
    for (name, team) in [("Aino", "a"), ("Bo", "a"), ("Chen", "b"), ("Dina", "b")] {
      given.person(name, ["team": team])
    }
    return given.start()
  }

  private func parts(_ given: Given) -> [[PersonID]] { given.open?.parts.map(\.members) ?? [] }

  @Test func `who comes late to a group in which each works alone works and is waited for`() {
    let given = given(
      phase("apart", "with='teams'", step("write", collect("notes", "reveal='all-answered'"), with: "alone")))
    given.arrives("Eero", ["team": "a"])
    for name in ["Aino", "Bo", "Chen", "Dina"] { given.adds(name, "by \(name)") }
    #expect(given.run?.isRevealed == false)
    given.adds("Eero", "mine")
    #expect(given.run?.isRevealed == true)
    #expect(given.open?.parts.last?.circles == ["apart": "teams/1"])
  }

  @Test func `a group that is new works beside the others in a circle of its own`() {
    let given = given(
      phase(
        "apart", "with='teams'", step("think", collect("ideas")),
        step("pick", "<select from='ideas' into='best' at-most='1'/>")))
    given.arrives("Eero", ["team": "c"])
    #expect(given.open?.parts.last?.circles == ["apart": "teams/3"])
    given.adds("Eero", "Tea").next().stands("pick")
    given.chooses(nil, "Tea", part: "teams/1").refused(.unknownThing)
    given.chooses(nil, "Tea", part: "teams/3")
  }

  @Test func `a group that had left finds what it made when it is back`() {
    let given = given(
      phase(
        "apart", "with='teams'", step("think", collect("ideas")),
        step("pick", "<select from='ideas' into='best' at-most='1'/>")))
    given.adds(nil, "Bread", part: "teams/1").adds(nil, "Soup", part: "teams/2").leaves("Chen")
      .leaves("Dina").next()
    #expect(parts(given) == [["aino", "bo"]])
    given.arrives("Chen")
    #expect(parts(given) == [["aino", "bo"], ["chen"]])
    given.chooses(nil, "Bread", part: "teams/2").refused(.unknownThing)
    given.chooses(nil, "Soup", part: "teams/2").next().holds("best", ["Soup"])
  }

  @Test func `at their own pace nobody is put into the track of another group`() {
    let given = given(phase("apart", "with='teams' clock='own'", step("think", collect("ideas"))))
    given.arrives("Eero", ["team": "c"])
    #expect(given.state.openTakes.map { $0.parts.map(\.members) } == [[["aino", "bo"]], [["chen", "dina"]]])
    given.next(2).stands("last")
    #expect(given.open?.parts.first?.members.contains("eero") == true)
  }

  @Test func `who is moved while each works alone belongs to the other circle`() {
    let given = given(phase("apart", "with='teams'", step("write", collect("notes"), with: "alone")))
    given.when(.move(person: "bo", to: "teams/2"))
    #expect(given.open?.parts.first { $0.key == "bo" }?.circles == ["apart": "teams/2"])
  }

  @Test func `groups that are formed anew keep working in their circles`() {
    let given = given(phase("apart", "with='teams'", step("think", collect("ideas"))))
    given.when(.form(set: "teams"))
    #expect(given.open?.parts.map(\.circles) == [["apart": "teams/1"], ["apart": "teams/2"]])
  }

  @Test func `a part that is not asked any more leaves no objection behind`() {
    let given = given(
      step("write", "<fill into='plan'/>"),
      loop(
        "rounds", rounds: 3, step("ask", "<decide of='plan' rule='consent' into='agreed'/>", with: "teams"),
        until(test("objections", "agreed", "equals='0'")), step("change"), "<exhausted><end as='open'/></exhausted>"))
    given.fills("Soup").next()
    for name in ["Aino", "Bo", "Dina"] { given.signals(name, "consent") }
    given.signals("Chen", "objection", because: "no kitchen").next().stands("change")
    given.leaves("Chen").leaves("Dina").next().stands("ask")
    given.signals("Aino", "consent").signals("Bo", "consent").next().stands("last")
  }
}
