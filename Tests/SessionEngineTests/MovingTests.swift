import MethodModel
import SessionEngine
import Testing

/// Moves that leave the path: back, again, jump, return, revisit, undo; and what stays on record of them.
@Suite struct MovingTests {
  private func three() -> Given {
    Given(step("one", collect("ideas")), step("two", collect("risks")), step("three")).people("Aino", "Bo")
  }

  @Test func `back reopens the step before as it was`() {
    let given = three().seconds(60).adds("Aino", "a").next().goes(to: .before).stands("one")
    #expect(given.open?.attempt == 1)
    given.adds("Aino", "b").holds("ideas", ["a", "b"])
  }

  @Test func `a reopened step goes on with its clock`() {
    let given = three().seconds(60).adds("Aino", "a").next().seconds(30).goes(to: .before).seconds(10)
    #expect(given.view().time.used == 70)
  }

  @Test func `before the first step there is nothing`() { three().start().goes(to: .before).refused(.noSuchPlace) }

  @Test func `again runs a step anew, and its things are carried along`() {
    let given = three().adds("Aino", "a").next().goes(to: .place("one"), again: true).stands("one")
    #expect(given.open?.attempt == 2)
    given.adds("Aino", "b").next().holds("ideas", ["a", "b"])
    #expect(given.state.takes.map(\.status) == [.superseded, .dropped, .closed, .open])
  }

  @Test func `again begins marks anew`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks'/>"), step("last"), head: fiveScale + topics
    )
    .people("Aino").marks("Aino", "a", "2").next().goes(to: .place("rate"), again: true).next()
    let reading = given.reading(.test(MethodModel.Test(measure: .count, of: SourceRef(name: "marks"), thresholds: [])))
    #expect(reading.value == 0)
  }

  @Test func `a repetition that is skipped leaves what it was to replace`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks'/>"), step("last"), head: fiveScale + topics
    )
    .people("Aino").marks("Aino", "a", "2").next().goes(to: .place("rate"), again: true).when(.skip)
    let reading = given.reading(.test(MethodModel.Test(measure: .count, of: SourceRef(name: "marks"), thresholds: [])))
    #expect(reading.value == 1)
  }

  @Test func `rerun of the open step closes it and opens another take`() {
    let given = three().adds("Aino", "a").goes(to: .here, again: true).stands("one")
    #expect(given.open?.number == 2)
    three().start().goes(to: .here).refused(.noSuchPlace)
  }

  @Test func `return goes where one came from and keeps all`() {
    let given = three().adds("Aino", "a").next().adds("Aino", "r").goes(to: .before).adds("Aino", "b")
    #expect(given.view().canReturn)
    given.when(.returnToOrigin).stands("two").holds("ideas", ["a", "b"]).holds("risks", ["r"])
    #expect(!given.view().canReturn)
    given.when(.returnToOrigin).refused(.noSuchPlace)
  }

  @Test func `return to an untouched step runs it anew`() {
    let given = three().adds("Aino", "a").next().goes(to: .before).when(.returnToOrigin).stands("two")
    #expect(!given.view().canReturn)
  }

  @Test func `return to a question asks it again`() {
    let agenda = [step("one", collect("ideas")), step("maybe", more: "optional='yes'"), step("last")]
    let given = Given(load(agenda: agenda.joined())).people("Aino").adds("Aino", "a").next().asks(.optional)
    given.goes(to: .before).stands("one").when(.returnToOrigin).asks(.optional)
    #expect(!given.view().canReturn)
    given.answers("do").stands("maybe")
  }

  @Test(arguments: [("keep", "two"), ("again", "two"), ("continue", "two")])
  func `on the way forward each step that has run is asked about`(option: String, title: String) {
    let given = three().adds("Aino", "a").next().adds("Aino", "r").next().stands("three")
      .goes(to: .place("one")).next().asks(.revisit)
    given.answers(option)
    switch option {
    case "keep": given.stands("three")
    case "again":
      given.stands("two")
      #expect(given.open?.attempt == 2)
    default:
      given.stands("two")
      #expect(given.open?.attempt == 1)
    }
  }

  @Test func `a jump forward enters a step that has not run`() {
    three().start().goes(to: .place("three")).stands("three").goes(to: .place("nowhere")).refused(.noSuchPlace)
  }

  @Test func `a jump into a loop and a for-each enters the first lap and thing`() {
    let inner = "<for-each id='all' item-of='topics' as='it'>\(step("deep"))</for-each>"
    Given(step("one"), loop("rounds", rounds: 2, inner), head: topics).people("Aino").start()
      .goes(to: .place("deep")).stands(path: "rounds#1/all@a/deep").next().stands(path: "rounds#1/all@b/deep")
  }

  @Test func `a jump into a for-each over nothing is refused`() {
    Given(step("one", collect("ideas")), "<for-each id='all' item-of='ideas' as='it'>\(step("deep"))</for-each>")
      .people("Aino").start().goes(to: .place("deep")).refused(.noSuchPlace)
  }

  @Test func `a take left untouched leaves no trace in what is read`() {
    let given = three().start().goes(to: .place("three")).goes(to: .place("one")).stands("one")
    #expect(given.state.takes.filter(\.isCurrent).count == 1)
  }

  @Test func `what was revealed stays so when a step is reopened, and new entries are late`() {
    let given = Given(step("one", collect("ideas", "reveal='end-of-step'"), with: "alone"), step("two")).people("Aino")
      .adds("Aino", "a").next().goes(to: .before).adds("Aino", "b").holds("ideas", ["a"])
    #expect(given.entry("b")?.isLate == true)
  }

  @Test func `the decision of a step left by a jump is taken about its own thing`() {
    let body = step("signal", "<decide of='it' rule='consent' into='consent'/>", with: "alone")
    let given = Given("<for-each id='all' item-of='topics' as='it'>\(body)</for-each>", step("last"), head: topics)
      .people("Aino").marks("Aino", "a", "consent").next().marks("Aino", "b", "consent").goes(to: .place("last"))
    #expect(given.state.outcomes["consent"]?.verdicts.map(\.verdict.subject).map { $0.map(\.word) } == [["a"], ["b"]])
  }
}

@Suite struct BackTests {
  private func checkpoint(_ rework: String, more: String = "") -> String {
    "<checkpoint id='gate' by='facilitator' time='5m'><question>Go?</question>\(more)<pass/><rework>\(rework)</rework></checkpoint>"
  }

  @Test func `back runs the place again, and what ran since, without asking`() {
    let given = Given(step("one"), step("two"), checkpoint("<back to='one'/>"), step("last")).people("Aino").start()
    given.next(2).stands("Go?").decides(.rework, because: "not yet").stands("one").next().stands("two").next().stands(
      "Go?")
    #expect(given.state.takes.filter { $0.place == "one" }.map(\.status) == [.superseded, .closed])
    given.decides(.pass).stands("last")
  }

  @Test func `a back that is used up refuses the rework`() {
    let given = Given(step("one"), checkpoint("<back to='one' at-most='1'/>"), step("last")).people("Aino").start()
    given.next().decides(.rework, because: "not yet").next()
    #expect(given.view().checkpoint?.offered == [.pass])
    given.decides(.rework, because: "not yet").refused(.noReworkLeft)
  }

  @Test func `a rework that does something first is refused too when its back is used up`() {
    let rework = step("mend") + "<back to='one' at-most='1'/>"
    let given = Given(step("one"), checkpoint(rework), step("last")).people("Aino").start()
    given.next().decides(.rework, because: "not yet").stands("mend").next().stands("one").next().decides(
      .rework, because: "not yet"
    ).refused(.noReworkLeft)
  }

  @Test func `back goes to the very step, not to the start of the phase around it`() {
    let given = Given(phase("part", "", step("one"), step("two")), checkpoint("<back to='two'/>")).people("Aino")
      .start()
    given.next(2).decides(.rework, because: "not yet").stands(path: "part/two").next().stands("Go?")
  }

  @Test func `back to a phase begins with its first step`() {
    let given = Given(phase("part", "", step("one"), step("two")), checkpoint("<back to='part'/>")).people("Aino")
      .start()
    given.next(2).decides(.rework, because: "not yet").stands(path: "part/one").next().stands(path: "part/two")
  }

  @Test func `back inside a loop stays in its lap`() {
    let given = Given(loop("rounds", rounds: 2, step("one"), checkpoint("<back to='one'/>"))).people("Aino").start()
    given.next().decides(.pass).stands(path: "rounds#2/one").next().decides(.rework, because: "not yet").stands(
      path: "rounds#2/one")
  }

  @Test func `a back that meets nothing on its way lets pass instead of turning for ever`() {
    let empty = "<for-each id='all' item-of='ideas' as='it'>\(step("talk"))</for-each>"
    let fork =
      "<branch id='fork'><when>\(test("count", "ideas", "equals='0'"))<back to='all' at-most='9'/></when><otherwise/></branch>"
    let given = Given(step("ideas", collect("ideas")), empty, fork, step("last")).people("Aino").next().stands("last")
    #expect(given.state.backs.values.reduce(0, +) == 1)
  }
}

@Suite struct UndoTests {
  private func two() -> Given {
    Given(step("one", collect("ideas"), time: "10m"), step("two")).people("Aino", "Bo").start()
  }

  @Test func `nothing done, nothing to undo`() { two().when(.undo).refused(.nothingToUndo) }

  @Test func `an entry is withdrawn and stays on record`() {
    let given = two().adds("Aino", "a").when(.undo).holds("ideas", []).recorded(.withdrawn)
    #expect(given.entry("a")?.isRetired == true)
    given.when(.undo).refused(.nothingToUndo)
  }

  @Test func `a withdrawal is taken back`() {
    two().adds("Aino", "a").when(.withdraw("a")).when(.undo).holds("ideas", ["a"])
  }

  @Test func `earlier words come back, and fields that were not there are empty again`() {
    let field = "<field id='why'/>"
    let given = Given(step("one", collect("ideas", "", field))).people("Aino").adds("Aino", "a")
      .when(.reword(RewordEntry(id: "a", fields: ["text": "b", "why": "because"]))).holds("ideas", ["b"])
    given.when(.undo).holds("ideas", ["a"])
    #expect(given.entry("a")?.fields["why"] == "")
    #expect(given.entry("a")?.versions.map(\.text) == ["a", "b", "because", "a", ""])
  }

  @Test func `a next is taken back to the step as it was`() {
    let given = two().seconds(60).adds("Aino", "a").next().when(.undo).stands("one").holds("ideas", ["a"])
    #expect(given.open?.number == 1)
    given.when(.undo).holds("ideas", [])
  }

  @Test func `words that were filled in are taken back to those before, and what a step begins with stays`() {
    let draft = "<settings><setting id='draft' type='text'><ask>The draft?</ask></setting></settings>"
    let given = Given(step("write", "<fill into='proposal' from='draft'/>"), head: draft).people("Aino")
      .setting("draft", "Try it").start().when(.undo).refused(.nothingToUndo)
    given.fills("Stray words").when(.undo)
    #expect(given.state.outcomes["proposal"]?.entries.first?.fields["text"] == "Try it")
    given.when(.undo).refused(.nothingToUndo)
  }

  @Test func `undo after a mark takes back the mark and does not leave the step`() {
    let given = Given(
      step("one"), step("rate", "<rate of='topics' scale='five' into='marks'/>"), head: fiveScale + topics
    ).people("Aino").start().next().marks("Aino", "a", "2").when(.undo)
    #expect(given.run?.marks.isEmpty == true)
    given.stands("rate")
  }

  @Test func `the view says when going on would end the session`() {
    let given = two()
    #expect(!given.view().endsNext)
    #expect(given.next().view().endsNext)
  }

  @Test func `who leaves out a step is told that later ones read what it makes`() {
    let given = Given(step("ideas", collect("ideas")), step("show", "<show of='ideas'/>")).people("Aino").when(.skip)
    #expect(given.view().missed == ["ideas"])
    #expect(Given(step("ideas", collect("ideas")), step("talk")).people("Aino").when(.skip).view().missed.isEmpty)
  }

  @Test func `a skip is taken back`() { two().when(.skip).stands("two").when(.undo).stands("one") }

  @Test func `an extension is taken back, but not what the clock did`() {
    let given = two().when(.extend(seconds: 300)).when(.undo)
    #expect(given.open?.allotted == 600)
    #expect(given.state.changes.map(\.kind) == [.extended, .takenBack])
    let extended = Given(step("one", time: "5m", more: "on-overrun='extend' longest='6m'")).people("Aino").start()
      .seconds(310)
    #expect(extended.open?.allotted == 360)
    extended.when(.undo).refused(.nothingToUndo)
  }

  @Test func `an arrival and a departure are taken back`() {
    let given = two().arrives("Chen").when(.undo)
    #expect(given.state.roster["chen"]?.isPresent == false)
    given.leaves("Bo").when(.undo)
    #expect(given.state.roster["bo"]?.isPresent == true)
  }

  @Test func `a pause is taken back by undo, and a pause that is over is not`() {
    let given = two().when(.pause).when(.undo)
    #expect(given.state.status == .running)
    given.when(.pause).when(.resume(gap: 0)).when(.undo).refused(.nothingToUndo)
  }

  @Test func `after a mark, undo does not silently take back something older`() {
    let given = Given(step("one", collect("ideas")), step("vote", "<vote of='ideas' into='votes'/>")).people("Aino")
      .adds("Aino", "a").next().marks("Aino", "a", "1").when(.undo)
    #expect(given.run?.marks.isEmpty == true)
    given.stands("vote").holds("ideas", ["a"])
  }

  @Test func `after the next activity of a step began, undo does not take back an entry of the one before`() {
    Given(step("one", collect("ideas"), collect("risks"))).people("Aino").adds("Aino", "a").next().when(.undo)
      .refused(.nothingToUndo).holds("ideas", ["a"])
  }

  @Test func `a skipped step that is taken up again has no reason for its absence`() {
    let given = Given(step("one", collect("ideas")), step("two", "<vote of='ideas' into='votes'/>")).people("Aino")
      .when(.skip, because: "late").when(.undo)
    #expect(given.open?.skipReason == nil)
    #expect(given.open?.missing == [])
  }

  @Test func `a checkpoint's verdict is taken back and can be given anew`() {
    let gate =
      "<checkpoint id='gate' by='facilitator' time='5m'><question>Go?</question><pass/><stop><end as='no'/></stop></checkpoint>"
    let given = Given(gate, step("last")).people("Aino").start().decides(.pass).stands("last").when(.undo)
    given.stands("Go?").decides(.stop, because: "on second thought").ended("no")
  }

  @Test func `what a step that is run again carries over counts towards the most`() {
    let given = Given(step("one", collect("ideas", "at-most='1'"), with: "alone"), step("last")).people("Aino", "Bo")
      .adds("Aino", "a").goes(to: .here, again: true).adds("Aino", "b").refused(.limit)
    given.adds("Bo", "c").when(.withdraw("a")).adds("Aino", "b").holds("ideas", ["c", "b"])
  }
}
