import MethodModel
import SessionEngine
import Testing

/// From leaf to leaf: steps, activities, modes, optional ones, choices, branches, named ends.
@Suite struct WalkingTests {
  @Test func `next goes from step to step and ends after the last`() {
    Given(step("one"), "<break id='pause' time='5m'><title>pause</title></break>", step("two")).people("Aino")
      .stands("one").next().stands("pause").next().stands("two").next().ended("completed")
  }

  @Test func `a step's activities come one after the other`() {
    let given = Given(step("one", collect("ideas"), collect("risks")), step("two")).people("Aino").start()
    #expect(given.run?.outcome == "ideas")
    given.next().stands("one")
    #expect(given.run?.outcome == "risks")
    given.next().stands("two")
  }

  @Test func `what belongs to the other mode is left out`() {
    let agenda = [
      step("room-only", more: "mode='room'"), step("remote-only", more: "mode='remote'"),
      step("both", collect("cards", "mode='room'"), collect("chat", "mode='remote'")),
    ]
    let given = Given(load(agenda: agenda.joined())).people("Aino").setup { $0.mode = .remote }.start()
    given.stands("remote-only").next().stands("both")
    #expect(given.run?.outcome == "chat")
  }

  @Test func `an optional step is asked about, and done or left out`() {
    let agenda = step("maybe", more: "optional='yes'")
    Given(agenda, step("last")).people("Aino").asks(.optional).answers("do").stands("maybe")
    Given(agenda, step("last")).people("Aino").asks(.optional).answers("leave-out").stands("last").recorded(.skipped)
    Given(agenda, step("last")).people("Aino").asks(.optional).answers("perhaps").refused(.noSuchOption)
    Given(agenda, step("last")).people("Aino").asks(.optional).when(.next).refused(.answerNeeded)
  }

  @Test func `an optional phase is asked about once`() {
    Given(phase("part", "optional='yes'", step("one"), step("two")), step("last")).people("Aino")
      .asks(.optional).answers("do").stands("one").next().stands("two").next().stands("last")
  }

  private let choice = """
    <choice id='way'><question>Which way?</question>
    <option id='fast'><title>Fast</title>\(step("sprint"))</option>
    <option id='none'><title>None</title></option></choice>
    """

  @Test func `a choice takes the way that is answered`() {
    Given(choice, step("last")).people("Aino").asks(.choice).answers("fast").stands(path: "way%fast/sprint").next()
      .stands("last")
    Given(choice, step("last")).people("Aino").asks(.choice).answers("none").stands("last")
  }

  @Test func `an answer to a question that stands no longer is moved on`() {
    Given(choice, step("last")).people("Aino").asks(.choice).answers("fast")
      .when(.answer(Answer(stop: "way", option: "none"))).refused(.movedOn)
  }

  @Test func `a choice by a role is not everybody's`() {
    let head = "<roles><role id='leader'/></roles>"
    let given = Given(choice.replacing("id='way'", with: "id='way' by='leader'"), step("last"), head: head)
      .people("Aino", "Bo").role("leader", "Aino").start()
    given.answers("fast", by: .person("bo")).refused(.notYours)
    given.answers("fast", by: .person("aino")).stands("sprint")
  }

  private func branch(_ condition: String, otherwise: String = "") -> String {
    "<branch id='fork'><when>\(condition)\(step("yes"))</when><otherwise>\(otherwise)</otherwise></branch>"
  }

  private let enough = test("count", "ideas", "at-least='2'")

  @Test func `a branch takes the arm whose test holds, else the other`() {
    let agenda = [step("ideas", collect("ideas")), branch(enough, otherwise: step("no")), step("last")].joined()
    Given(load(agenda: agenda)).people("Aino").adds("Aino", "a").adds("Aino", "b").next()
      .stands(path: "fork%1/yes").next().stands("last")
    Given(load(agenda: agenda)).people("Aino").adds("Aino", "a").next().stands(path: "fork%otherwise/no")
  }

  @Test func `a branch without data stops and asks`() {
    let rated = step("rate", "<rate of='topics' scale='five' into='marks'/>")
    let agenda = [rated, branch(test("median", "marks", "at-least='3'")), step("last")].joined()
    Given(load(agenda: agenda, head: fiveScale + topics)).people("Aino").start().next().asks(.branch)
      .answers("holds").stands("yes")
    Given(load(agenda: agenda, head: fiveScale + topics)).people("Aino").start().next().asks(.branch)
      .answers("fails").stands("last")
  }

  @Test func `a judge in a branch is asked there`() {
    let judge = "<judge by='facilitator'><text>Are we ready?</text></judge>"
    Given(branch(judge), step("last")).people("Aino").asks(.branch).answers("holds").stands("yes")
  }

  @Test func `a named end ends the session with its text`() {
    let end = "<when>\(enough)<end as='done'><text>Enough.</text></end></when><otherwise/>"
    let given = Given(step("ideas", collect("ideas")), "<branch id='fork'>\(end)</branch>", step("last"))
      .people("Aino").adds("Aino", "a").adds("Aino", "b").next().ended("done")
    guard case .ended(let ended) = given.state.status else { return }
    #expect(ended.text == "Enough.")
    given.when(.next).refused(.notRunning)
  }

  @Test func `an inserted step comes after the open one, once`() {
    let given = Given(step("one"), step("two")).people("Aino")
      .when(.insert(InsertStep(title: "Stretch", seconds: 120, say: "Up!"))).next().stands("Stretch")
    #expect(given.view().say == ["Up!"])
    given.next().stands("two").recorded(.inserted)
  }

  @Test func `what is inserted needs a name, a length, and no question in the way`() {
    let given = Given(step("one"), choice).people("Aino")
    given.when(.insert(InsertStep(title: " ", seconds: 60))).refused(.empty)
    given.when(.insert(InsertStep(title: "x", seconds: 0))).refused(.valueInvalid)
    given.next().asks(.choice).when(.insert(InsertStep(title: "x", seconds: 60))).refused(.answerNeeded)
  }

  @Test func `skip leaves a step out and says what later ones will miss`() {
    let given = Given(step("ideas", collect("ideas")), step("vote", "<vote of='ideas' into='votes'/>")).people("Aino")
      .when(.skip, because: "no time").stands("vote").recorded(.skipped)
    #expect(given.state.changes.first?.missing == ["ideas"])
    #expect(given.state.changes.first?.reason == "no time")
  }

  @Test func `the host ends the session at any moment, under a name`() {
    Given(step("one", collect("ideas"))).people("Aino").when(.end(as: "ended-early")).ended("ended-early")
      .recorded(.endedEarly)
    Given(step("one")).people("Aino").when(.end(as: " ")).refused(.empty)
  }
}
