import MethodModel
import SessionEngine
import Testing

@Suite struct CollectTests {
  @Test func `an entry is one event, with author, unit and words`() {
    let given = Given(step("one", collect("ideas"))).people("Aino").adds("Aino", "  Fewer forms ", as: "e1")
      .made("entryAdded").holds("ideas", ["Fewer forms"])
    #expect(given.entry("e1")?.author == "aino")
    #expect(given.entry("e1")?.unit == .part("room"))
  }

  @Test func `no words, an unknown field and an id in use are refused`() {
    let given = Given(step("one", collect("ideas"))).people("Aino")
    given.adds("Aino", "   ").refused(.empty)
    given.adds("Aino", "a", ["colour": "red"]).refused(.unknownField)
    given.adds("Aino", "a", as: "e").adds("Aino", "b", as: "e").refused(.idReused)
  }

  @Test(arguments: [
    ("number", "many"), ("minutes", "-5"), ("minutes", "9999999999999"), ("date", "soon"), ("choice", "green"),
  ])
  func `a field takes only what is of its kind`(kind: String, text: String) {
    let field = "<field id='x' type='\(kind)'>\(kind == "choice" ? "<value id='red'/>" : "")</field>"
    Given(step("one", collect("ideas", "", field))).people("Aino").adds("Aino", "a", ["x": text]).refused(.valueInvalid)
  }

  @Test func `a required field is needed`() {
    Given(step("one", collect("ideas", "", "<field id='to' required='yes'/>"))).people("Aino").adds("Aino", "a")
      .refused(.empty)
  }

  @Test func `an entry of a choice alone was taken where words are collected`() {
    let slot = "<field id='slot' type='choice'><value id='third'/></field><field id='points' type='number'/>"
    let given = Given(step("one", collect("ideas", "", slot))).people("Aino")
    given.adds("Aino", "", ["slot": "third"], as: "e1").refused(.empty)
    given.adds("Aino", "", ["points": "7"], as: "e0").made("entryAdded")
    given.when(.withdraw("e0"))
    given.adds("Aino", "Homework", ["slot": "third"], as: "e1").holds("ideas", ["Homework"])
  }

  @Test func `an entry that lacks a field was not told how to add it`() {
    let given = Given(step("one", collect("ideas", "", "<field id='slot' required='yes'/>"))).people("Aino")
    given.adds("Aino", "a")
    #expect(given.rejection?.message == "“slot” is needed; add it behind a bar, as in “| slot=…”")
    given.refused(.empty)
  }

  @Test func `the limit counts per unit, and what is withdrawn or late makes no difference`() {
    let given = Given(step("one", collect("ideas", "at-most='2'"), with: "alone")).people("Aino", "Bo")
    given.adds("Aino", "a").adds("Aino", "b").adds("Aino", "c").refused(.limit)
    given.adds("Bo", "d").when(.withdraw("a")).adds("Aino", "e").adds("Aino", "f").refused(.limit)
    given.when(.close).adds("Aino", "g")
    #expect(given.entry("g")?.isLate == true)
  }

  @Test func `a limit may come from a setting`() {
    let head = "<settings><setting id='most' type='number' default='1'><ask>How many?</ask></setting></settings>"
    Given(step("one", collect("ideas", "at-most='{most}'")), head: head).people("Aino").adds("Aino", "a")
      .adds("Aino", "b").refused(.limit)
  }

  @Test func `unique compares without case and outer blanks, and forgets what was withdrawn or reworded`() {
    let given = Given(step("one", collect("ideas", "unique='yes'"))).people("Aino")
    given.adds("Aino", "Fewer forms", as: "e1").adds("Aino", " fewer  FORMS", as: "e2").refused(.notUnique)
    given.when(.reword(RewordEntry(id: "e1", fields: ["text": "More time"])))
    given.adds("Aino", "Fewer forms", as: "e3").adds("Aino", "more time", as: "e4").refused(.notUnique)
    given.when(.withdraw("e3")).adds("Aino", "fewer forms", as: "e5").holds("ideas", ["More time", "fewer forms"])
  }

  @Test func `a copy takes the words over and names its source`() {
    let given = Given(step("one", collect("notes"), with: "alone"), step("two", collect("ideas", "from='notes'")))
      .people("Aino").adds("Aino", "a").next().adds("Aino", "", as: "copy", copyOf: .entry("a"))
      .holds("ideas", ["a"])
    #expect(given.entry("copy")?.copyOf == .entry("a"))
    given.adds("Aino", "x", copyOf: .entry("zzz")).refused(.unknownThing)
  }

  @Test func `a commitment could not take over what it starts with`() {
    let given = Given(step("a", collect("gaps")), step("b", "<commit into='actions' from='gaps'/>"))
      .people("Aino").adds("Aino", "no cover").next()
      .adds("Aino", "", ["owner": "Aino"], as: "action", copyOf: .entry("no cover"))
    #expect(given.entry("action")?.text == "no cover")
  }

  @Test func `a group's entry needs the group's name, or a member as author`() {
    let head = "<groupings><groups id='pairs' size='2'/></groupings>"
    let given = Given(step("one", collect("ideas"), with: "pairs"), head: head).people("Aino", "Bo", "Chen", "Dina")
    given.adds(nil, "a").refused(.unknownThing)
    given.adds(nil, "a", part: "pairs/1").adds("Aino", "b").adds(nil, "c", part: "pairs/9").refused(.unknownThing)
    #expect(given.entry("b")?.unit == given.open?.parts.first { $0.members.contains("aino") }.map { .part($0.key) })
  }

  @Test func `late entries are kept and count when the host admits them`() {
    let given = Given(step("one", collect("ideas")), step("two")).people("Aino").adds("Aino", "a")
    given.next().adds("Aino", "b", run: RunID(take: 1, activity: 0)).holds("ideas", ["a"])
    given.when(.admit("b")).holds("ideas", ["a", "b"]).when(.admit("b")).refused(.unknownThing)
  }

  @Test func `rewording keeps every version; withdrawing keeps the entry`() {
    let given = Given(step("one", collect("ideas"))).people("Aino", "Bo").adds("Aino", "a")
    given.when(.reword(RewordEntry(id: "a", fields: ["text": "b"]))).holds("ideas", ["b"])
    #expect(given.entry("a")?.versions.map(\.text) == ["a", "b"])
    given.when(.reword(RewordEntry(id: "a", fields: ["text": " "]))).refused(.empty)
    given.when(.reword(RewordEntry(id: "a", fields: ["colour": "red"]))).refused(.unknownField)
    given.when(.withdraw("a")).holds("ideas", []).when(.withdraw("a")).refused(.unknownThing)
    given.when(.withdraw("z")).refused(.unknownThing)
  }

  @Test func `a commitment from earlier things offers them, and can take one over`() {
    let given = Given(step("gaps", collect("gaps")), step("own", "<commit into='actions' from='gaps'/>")).people("Aino")
      .adds("Aino", "No hours").next()
    #expect(given.view().activity?.ballot.map(\.label) == ["No hours"])
    given.adds(nil, "Free two hours", copyOf: .entry("No hours")).holds("actions", ["Free two hours"])
  }

  @Test func `a field that takes one of a list says which there are`() {
    let field = "<field id='matter' type='topics'><ask>What about?</ask></field>"
    let given = Given(step("one", collect("ideas", "", field)), head: topics).people("Aino").start()
    #expect(given.view().activity?.fields.first { $0.id == "matter" }?.values.map(\.id) == ["a", "b", "c"])
  }

  @Test func `a commitment has an owner, a date and a measure`() {
    let given = Given(step("one", "<commit into='actions'/>")).people("Aino")
    given.adds("Aino", "Call the school", ["owner": "Bo", "due": "2027-03-01", "measure": "a date"])
    #expect(given.entry("Call the school")?.kind == .action)
    given.adds("Aino", "x", ["due": "tomorrow"]).refused(.valueInvalid)
  }

  @Test func `a silent role enters nothing`() {
    let head = "<roles><role id='guest'/></roles>"
    let given = Given(step("one", collect("ideas"), more: "silent='guest'"), head: head).people("Aino", "Bo")
      .role("guest", "Bo").adds("Bo", "a").refused(.silentRole)
    given.adds("Aino", "b").holds("ideas", ["b"])
  }

  @Test func `only those whom by names contribute`() {
    let head = "<roles><role id='scribe'/></roles>"
    Given(step("one", collect("ideas", "by='scribe'")), head: head).people("Aino", "Bo").role("scribe", "Bo")
      .adds("Aino", "a").refused(.notElector)
  }

  @Test func `nothing is added where nothing is collected`() {
    Given(step("one")).people("Aino").adds("Aino", "a").refused(.notActive)
    Given(step("one", "<vote of='topics' into='votes'/>"), head: topics).people("Aino").adds("Aino", "a")
      .refused(.notActive)
  }

  @Test func `all answered reveals at the last answer, a leaver's is not waited for`() {
    let agenda = step("one", collect("ideas", "reveal='all-answered'"), with: "alone")
    let given = Given(agenda).people("Aino", "Bo", "Chen").adds("Aino", "a").made("entryAdded").adds("Bo", "b")
    given.leaves("Chen").made("personLeft", "entriesClosed", "revealed")
    #expect(given.run?.isRevealed == true)
    Given(agenda).people("Aino", "Bo").adds("Aino", "a").adds("Bo", "b").made("entryAdded", "entriesClosed", "revealed")
  }

  @Test func `an entry without a name does not stand for somebody who has not answered`() {
    let given = Given(step("one", collect("ideas", "reveal='all-answered'"), with: "alone")).people("Aino", "Bo")
      .adds("Aino", "a").adds(nil, "b").made("entryAdded")
    #expect(given.run?.isRevealed == false)
  }

  @Test func `what all were to answer is shown when the step is over`() {
    let given = Given(step("one", collect("ideas", "reveal='all-answered'"), with: "alone"), step("two"))
      .people("Aino", "Bo").adds("Aino", "a").next()
    #expect(given.state.takes[0].runs[0].isRevealed)
  }

  @Test func `the host reveals early what was declared, and only that`() {
    let given = Given(step("one", collect("ideas", "reveal='host'"), with: "alone"), step("two", collect("open")))
      .people("Aino", "Bo").adds("Aino", "a").when(.reveal).made("entriesClosed", "revealed").when(.reveal)
    given.refused(.noReveal)
  }

  @Test func `what waits for the host can still be revealed in a later step`() {
    let given = Given(step("one", collect("ideas", "reveal='host'"), with: "alone"), step("two")).people("Aino")
      .adds("Aino", "a").next().when(.reveal).made("revealed")
    #expect(given.state.takes[0].runs[0].isRevealed)
  }

  @Test func `what waits for a later step is revealed when that opens`() {
    let given = Given(step("one", collect("ideas", "reveal='three'"), with: "alone"), step("two"), step("three"))
      .people("Aino").adds("Aino", "a").next()
    #expect(!given.state.takes[0].runs[0].isRevealed)
    given.next()
    #expect(given.state.takes[0].runs[0].isRevealed)
  }
}

@Suite struct FillTests {
  private let form = "<fill into='plan'><field id='aim'/><field id='due' type='date'/></fill>"

  @Test func `a cell keeps its versions, and an unknown one is refused`() {
    let given = Given(step("one", form)).people("Aino").fills("calm", field: "aim").fills("quiet", field: "aim")
    #expect(given.things("plan").count == 1)
    #expect(given.document("plan")?.versions.map(\.text) == ["calm", "quiet"])
    given.fills("x", field: "colour").refused(.unknownField)
    given.fills("x", field: "due").refused(.valueInvalid)
  }

  @Test func `rival edits are both kept and said to be rivals`() {
    let given = Given(step("one", form)).people("Aino").fills("a", field: "aim", base: 0).fills(
      "b", field: "aim", base: 0)
    #expect(given.document("plan")?.versions.map(\.isRival) == [false, true])
  }

  @Test func `each lap starts a document, and of continues one`() {
    let given = Given(
      loop("laps", rounds: 2, step("write", "<fill into='plan'/>"), step("mend", "<fill of='plan'/>"))
    ).people("Aino").fills("first").next().fills("first, mended").next()
    #expect(given.state.outcomes["plan"]?.entries.count == 1)
    given.fills("second").holds("plan", ["second"])
    #expect(given.state.outcomes["plan"]?.entries.map(\.text) == ["first, mended", "second"])
  }

  @Test func `each subject has a document of its own, and from outside all are read`() {
    let each = "<for-each id='all' item-of='topics' as='it'>\(step("write", "<fill into='plan'/>"))</for-each>"
    let given = Given(each, step("last"), head: topics).people("Aino").fills("for a").holds("plan", ["for a"]).next()
      .fills("for b").next().next().stands("last")
    given.holds("plan", ["for a", "for b"])
  }

  @Test func `from begins with a copy`() {
    let head = "<settings><setting id='draft'><ask>Draft?</ask></setting></settings>"
    Given(step("one", "<fill into='plan' from='draft'/>"), head: head).people("Aino").setting("draft", "As is")
      .start().holds("plan", ["As is"])
    Given(step("one", "<fill into='plan' from='draft'/>"), head: head).people("Aino").start().holds("plan", [])
  }

  @Test func `a field of the thing around is filled`() {
    let each =
      "<for-each id='all' item-of='ideas' as='it'>\(step("size", "<fill of='it'><field id='size' type='number'/></fill>"))</for-each>"
    let given = Given(step("ideas", collect("ideas")), each).people("Aino").adds("Aino", "a").next()
      .fills("4", field: "size")
    #expect(given.entry("a")?.fields["size"] == "4")
    given.fills("big", field: "size").refused(.valueInvalid)
  }

  @Test func `frozen is frozen once that place opens, for each document on its own`() {
    let given = Given(
      loop("laps", rounds: 2, step("predict", "<fill into='guess' freeze='look'/>"), step("look"))
    ).people("Aino").fills("ten").next().fills("eleven", run: RunID(take: 1, activity: 0)).refused(.frozen)
    given.next().fills("twenty").holds("guess", ["twenty"])
  }

  @Test func `a document is not withdrawn, which would hide what is filled in later`() {
    let given = Given(step("one", "<fill into='plan'/>")).people("Aino").fills("a")
    given.when(.withdraw(given.document("plan")?.id ?? "")).refused(.notActive)
  }

  @Test func `a document is filled, not reworded`() {
    let given = Given(step("one", "<fill into='plan'/>")).people("Aino").fills("a")
    given.when(.reword(RewordEntry(id: given.document("plan")?.id ?? "", fields: ["text": "b"]))).refused(.notActive)
  }
}

@Suite struct SelectTests {
  @Test func `a group chooses for itself, and its later choice replaces the earlier`() {
    let given = Given(step("ideas", collect("ideas")), step("pick", "<select from='ideas' into='kept' at-most='2'/>"))
      .people("Aino").adds("Aino", "a").adds("Aino", "b").adds("Aino", "c").next()
    given.chooses("Aino", "a", "b", "c").refused(.limit)
    given.chooses("Aino", "zzz").refused(.unknownThing)
    given.chooses("Aino", "a", "b").chooses("Aino", "c", "c").holds("kept", ["c"])
    given.when(.close).chooses("Aino", "a").refused(.frozen)
  }

  @Test func `a condition takes what it holds for and names the rest`() {
    let pick = """
      <select from='topics' as='i' into='kept' rest='open'>\(test("median", "marks", "for='{i}' at-least='3'"))</select>
      """
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks'/>"), step("pick", pick), head: fiveScale + topics
    )
    .people("Aino").marks("Aino", "a", "5").marks("Aino", "b", "1").next()
    given.holds("kept", ["a"]).holds("open", ["b", "c"])
  }

  private func ranked(_ ties: String, top: Int = 2) -> Given {
    Given(
      step("vote", "<vote of='topics' into='votes' budget='6'/>"),
      step("pick", "<select from='topics' into='kept' rest='open' top='\(top)' ranked-by='votes' ties='\(ties)'/>"),
      step("last"), head: topics
    ).people("Aino").marks("Aino", "a", "3").marks("Aino", "b", "1").marks("Aino", "c", "1").next()
  }

  @Test func `a tie at the cut is asked about, and settled by choosing as many as there are places`() {
    let given = ranked("ask").holds("kept", ["a"])
    #expect(given.verdict("kept")?.tiedThings.map(\.word) == ["b", "c"])
    given.when(.next).refused(.answerNeeded)
    given.chooses(nil, "b", "c").refused(.limit)
    given.chooses(nil, "a").refused(.unknownThing)
    given.chooses(nil, "c").holds("kept", ["a", "c"]).holds("open", ["b"]).next().stands("last")
  }

  @Test func `all and none take every one or no one of those tied`() {
    ranked("all").holds("kept", ["a", "b", "c"])
    ranked("none").holds("kept", ["a"]).holds("open", ["b", "c"])
  }

  @Test func `a draw takes as many as there are places`() {
    let given = ranked("draw")
    #expect(given.things("kept").count == 2)
    #expect(given.verdict("kept")?.remark == "a tie: decided by draw")
  }

  @Test func `no tie where the cut is clear`() { ranked("ask", top: 1).holds("kept", ["a"]).next().stands("last") }

  @Test func `choices about several subjects are all read from outside`() {
    let each =
      "<for-each id='all' item-of='topics' as='it'>\(step("pick", "<select from='people' into='owners'/>"))</for-each>"
    let given = Given(each, step("last"), head: topics).people("Aino", "Bo").start()
    given.when(.choose(ChooseThings(author: "aino", things: [.person("aino")]))).next()
    given.when(.choose(ChooseThings(author: "aino", things: [.person("bo")]))).next(2)
    given.holds("owners", ["Aino", "Bo"])
  }
}
