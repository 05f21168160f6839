import MethodLoading
import MethodModel
import Testing

@Suite struct DefaultTests {
  @Test func `what is not written has its default`() throws {
    let head = #"""
      <settings><setting id="q"><ask>A</ask></setting></settings>
      <people><field id="school"/></people>
      <roles><role id="scribe"/></roles>
      <groupings><groups id="trios" size="3..5"/></groupings>
      <scales><scale id="five" range="0..2"/></scales>
      <materials><item>pens</item></materials>
      """#
    let agenda =
      Sample.step(#"<collect into="a"/><vote of="a" into="b"/><rate of="a" scale="five" into="c"/>"#)
      + #"<choice><option id="x"><title>X</title></option><option id="y"><title>Y</title></option></choice>"#
    let method = try #require(Sample.load(Sample.method(agenda, head: head)).method)
    #expect(method.settings[0] == Setting(id: "q", kind: .text, ask: LocalizedText("A")))
    #expect(method.people[0] == Field(id: "school"))
    #expect(method.roles[0] == Role(id: "scribe", people: CountRange(1, 1), filled: .named, marks: true))
    #expect(method.groupings[0] == Grouping(id: "trios", basis: .size(CountRange(3, 5)), remainder: .join))
    #expect(method.materials[0] == Material(text: LocalizedText("pens"), count: 1))
    guard case .step(let step) = method.agenda[0].kind, case .choice(let choice) = method.agenda[1].kind else {
      return #expect(Bool(false))
    }
    #expect(step.with == .room)
    #expect(step.voice == .spoken)
    #expect(step.timebox.cut == .shorten)
    #expect(step.onOverrun == .ask)
    #expect(step.activities[0] == Activity(kind: .collect(.none, unique: false, expect: nil), into: "a"))
    #expect(step.activities[1].kind == .vote(Vote(kind: .dots, best: .first)))
    #expect(step.activities[2].kind == .rate(Rating(scale: "five", reason: .no)))
    #expect(choice.by == "facilitator")
  }

  @Test func `the range of a scale becomes its points`() throws {
    let head = #"<scales><scale id="five" range="0..2"/></scales>"#
    let scale = try #require(Sample.load(Sample.method(Sample.ideas, head: head)).method?.scale("five"))
    #expect(scale.points.map(\.id) == ["0", "1", "2"])
    #expect(scale.number(of: "0") == 0)
  }

  @Test func `elements without an id get one that lasts`() throws {
    let body = Sample.step("")
    let agenda =
      Sample.ideas + #"<repeat rounds="2">\#(body)\#(body)</repeat><repeat rounds="2">\#(body)</repeat>"#
      + #"<for-each item-of="ideas" as="idea">\#(body)</for-each><step id="step-2" time="1m"><title>A</title></step>"#
    let method = try #require(Sample.load(Sample.method(agenda)).method)
    #expect(
      method.allElements.map(\.id) == [
        "step-1", "repeat-1", "repeat-1-step-1", "repeat-1-step-2", "repeat-2", "repeat-2-step-1", "idea",
        "idea-step-1",
        "step-2",
      ])
  }

  @Test func `until stands where it stands`() throws {
    let agenda = #"""
      <repeat rounds="3">\#(Sample.ideas)<until><test measure="count" of="ideas" at-least="3"/></until>\#(Sample.step(""))
      <exhausted><end as="parked"/></exhausted></repeat>
      """#
    let method = try #require(Sample.load(Sample.method(agenda)).method)
    guard case .loop(let loop) = method.agenda[0].kind else { return #expect(Bool(false)) }
    #expect(loop.body.count == 2)
    #expect(loop.until?.position == 1)
    #expect(loop.exhausted?.count == 1)
  }

  @Test func `exactly is both limits, everyone is nobody in particular`() throws {
    let agenda = Sample.step(#"<collect into="a" exactly="3" by="everyone"/>"#)
    let method = try #require(Sample.load(Sample.method(agenda)).method)
    guard case .step(let step) = method.agenda[0].kind else { return #expect(Bool(false)) }
    #expect(step.activities[0].by == nil)
    #expect(
      step.activities[0].kind
        == .collect(Limits(atLeast: .fixed(3), atMost: .fixed(3)), unique: false, expect: nil))
  }
}
