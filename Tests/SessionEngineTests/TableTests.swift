import MethodModel
import SessionEngine
import Testing

@Suite struct TableTests {
  private static let columns = "<field id='what'/><field id='who' type='person'/><field id='cost' type='number'/>"

  private func table(_ more: String = "", then: String = "") -> Given {
    Given(step("plan", "<fill into='plan' shape='table' \(more)>\(Self.columns)</fill>"), then).people("Aino", "Bo")
  }

  @Test func `rows are things, with a cell for each column`() {
    let given = table().adds("Aino", "", ["what": "school", "cost": "4"], as: "r1")
      .adds("Bo", "", ["what": "shop"], as: "r2").holds("plan", ["school", "shop"])
      .holds("plan/rows", ["school", "shop"]).holds("plan/cost", ["school"])
    given.adds("Bo", "", ["where": "town"], as: "r3").refused(.unknownField)
    given.adds("Bo", "", ["what": "x", "cost": "much"], as: "r3").refused(.valueInvalid)
    given.fills("5", field: "cost", thing: "r2").then { #expect($0.entry("r2")?.fields["cost"] == "5") }
    given.fills("5", field: "cost").refused(.unknownThing)
    given.when(.withdraw("r1")).holds("plan", ["shop"]).when(.undo).holds("plan", ["school", "shop"])
  }

  @Test func `a table takes no more rows than at-most`() {
    table("at-most='1'").adds("Aino", "", ["what": "a"], as: "r1").adds("Aino", "", ["what": "b"], as: "r2")
      .refused(.limit)
  }

  @Test func `rows are gone through one by one`() {
    let each =
      "<for-each item-of='plan/rows' as='row'>\(step("look", "<fill of='row'><field id='who'/></fill>"))</for-each>"
    let given = table(then: each).adds("Aino", "", ["what": "a"], as: "r1").adds("Aino", "", ["what": "b"], as: "r2")
    given.next().fills("Bo", field: "who").then { #expect($0.entry("r1")?.fields["who"] == "Bo") }
  }
}

@Suite struct ReplyTests {
  private static let groups = "<groupings><groups id='teams' size='2'/></groupings>"
  private static let requests =
    "<collect into='requests'><field id='to' type='teams' never='own' required='yes'/></collect>"
  private static let replies = "<collect of='requests' into='replies'><where field='to' is='own'/></collect>"

  /// Two teams that ask each other.
  private func asking() -> Given {
    Given(step("ask", Self.requests, with: "teams"), step("reply", Self.replies, with: "teams"), head: Self.groups)
      .people("Aino", "Bo", "Chen", "Dina")
      .adds(nil, "Hours?", ["to": "2"], part: "teams/1", as: "q1")
  }

  @Test func `a request goes to another group that exists`() {
    let given = asking()
    #expect(given.entry("q1")?.fields["to"] == "2")
    given.adds(nil, "Ours", ["to": "1"], part: "teams/1").refused(.ownItem)
    given.adds(nil, "Nobody's", ["to": "9"], part: "teams/1").refused(.valueInvalid)
    given.adds(nil, "By title", ["to": "teams 1"], part: "teams/2", as: "q2")
    #expect(given.entry("q2")?.fields["to"] == "1")
  }

  @Test func `a reply answers what was asked of its group`() {
    let given = asking().adds(nil, "Money?", ["to": "1"], part: "teams/2", as: "q2").next()
    given.adds(nil, "From May", part: "teams/2", as: "a1").holds("replies", ["From May"])
    #expect(given.entry("a1")?.subject == .entry("q1"))
    given.when(.add(AddEntry(id: "a2", part: "teams/2", fields: ["text": "x"], about: .entry("q2"))))
      .refused(.unknownThing)
  }
}

@Suite struct DocumentTests {
  @Test func `a frozen document stays frozen for whoever continues it`() {
    let given = Given(
      step("plan", "<fill into='plan' freeze='results'/>"), step("more", "<fill of='plan'/>"), step("results")
    ).people("Aino").fills("do it").next().fills("do it well")
    let more = given.run?.id
    given.next().fills("did it", run: more).refused(.frozen)
    #expect(given.document("plan")?.fields["text"] == "do it well")
  }

  @Test func `the next lap has a fresh document`() {
    let body = step("plan", "<fill into='plan' freeze='look'/>") + step("look", collect("notes"))
    let given = Given("<repeat id='laps' rounds='2'>\(body)</repeat>").people("Aino").fills("one").next(2).fills("two")
    #expect(given.document("plan")?.fields["text"] == "two")
  }

  @Test func `a selection names what an own choice left`() {
    Given(step("ideas", collect("ideas")), step("pick", "<select from='ideas' into='kept' rest='open'/>"))
      .people("Aino").adds("Aino", "a").adds("Aino", "b").next().chooses(nil, "b").holds("open", ["a"])
  }
}
