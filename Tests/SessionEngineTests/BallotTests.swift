import MethodModel
import SessionEngine
import Testing

@Suite struct BallotTests {
  private func vote(_ more: String, _ after: String = step("last")) -> Given {
    Given(load(agenda: step("vote", "<vote of='topics' into='votes' \(more)/>") + after, head: topics))
      .people("Aino", "Bo", "Chen")
  }

  private func score(_ given: Given, _ thing: String) -> String? {
    let scores = given.engine.scores(of: SourceRef(name: "votes"), measure: .sum, given.state, Scope())
    return scores.first { $0.key.word == thing }?.value.map { $0.description }
  }

  @Test func `the last voter's first dot does not close the vote, the whole ballot does`() {
    let given = vote("budget='3' reveal='all-answered'").handsIn("Aino", "a=1").handsIn("Bo", "b=2 c=1")
    given.marks("Chen", "a", "1")
    #expect(given.run?.status == .open)
    given.handsIn("Chen", "a=2").made("ballotHandedIn", "entriesClosed", "revealed")
    #expect(score(given, "a") == "3")
  }

  @Test func `a ballot replaces the earlier one whole`() {
    let given = vote("budget='3'").handsIn("Aino", "a=2 b=1").handsIn("Aino", "c=1")
    #expect(score(given, "a") == "0")
    #expect(score(given, "c") == "1")
  }

  @Test func `a ballot is held against the rules as one`() {
    vote("budget='3'").handsIn("Aino", "a=2 b=2").refused(.overBudget)
    vote("kind='ranking'").handsIn("Aino", "a=1 b=1").refused(.overBudget)
    vote("kind='approval' budget='1'").handsIn("Aino", "a=1 b=1").refused(.overBudget)
    vote("").handsIn("Aino", "a=1 a=1").refused(.valueInvalid)
    vote("").handsIn("Dina", "a=1").refused(.notElector)
    vote("").handsIn("Aino", "a=1", by: .person("bo")).refused(.notYours)
  }

  @Test func `a blank ballot is an answer`() {
    let given = vote("reveal='all-answered'").handsIn("Aino", "").handsIn("Bo", "a=-").handsIn("Chen", "b=1")
    #expect(given.run?.isRevealed == true)
    #expect(score(given, "a") == "0")
  }

  @Test func `undo gives back the ballot that was there before`() {
    let given = vote("budget='3'").handsIn("Aino", "a=2 b=1").handsIn("Aino", "c=1")
    given.when(.undo)
    #expect(score(given, "a") == "2")
    #expect(score(given, "c") == "0")
    given.when(.undo)
    #expect(given.run?.answered == [])
    #expect(given.engine.electorate(of: given.run!, given.state).answered == 0)
  }

  @Test func `undo took back half of what one line had placed, and one answer of the whole room's`() {
    let given = vote("").marks("Aino", "a", "1")
    let lines = [("aino", "b", "7"), ("bo", "a", "7"), ("bo", "b", "7"), ("chen", "a", "12")]
    for (number, (person, thing, line)) in lines.enumerated() {
      let mark = SetMark(unit: .person(PersonID(person)), thing: given.thing(thing), value: "1")
      given.receives(
        Command(
          id: CommandID("\(number)", ofLine: "screen-\(line)"), actor: .host, wall: WallTime(milliseconds: 0),
          elapsed: 0,
          seed: 0, digest: "\(number)", body: .mark(mark)))
    }
    given.when(.undo)
    #expect(given.run?.marks.mapValues(\.count) == [.person("aino"): 2, .person("bo"): 2])
    given.when(.undo)
    #expect(given.run?.marks.mapValues(\.count) == [.person("aino"): 1])
    #expect(given.run?.answered == [.person("aino")])
    given.when(.undo).when(.undo).refused(.nothingToUndo)
  }

  @Test func `undo takes back a single mark, a count and a choice`() {
    let marked = vote("").marks("Aino", "a", "1").marks("Aino", "a", "2").when(.undo)
    #expect(marked.run?.marks[.person("aino")]?.values.map(\.value) == ["1"])
    let counted = vote("").start()
    counted.when(.tally(EnterTally(thing: counted.thing("a"), total: 7))).when(
      .tally(EnterTally(thing: counted.thing("a"), total: 4))
    ).when(.undo)
    #expect(score(counted, "a") == "7")
    #expect(score(counted.when(.undo), "a") == nil)
    let chosen = Given(step("pick", "<select from='topics' into='picked'/>"), step("last"), head: topics)
      .people("Aino").chooses(nil, "a").chooses(nil, "b")
    chosen.when(.undo).holds("picked", ["a"]).when(.undo).holds("picked", [])
  }

  @Test func `undo of the ballot that closed a decision decides it anew`() {
    let given = Given(
      step("one", "<decide of='topics' rule='consent' into='d' reveal='all-answered'/>", with: "alone"), step("last"),
      head: topics
    ).people("Aino", "Bo").signals("Aino", "consent").signals("Bo", "objection", because: "dear")
    #expect(given.verdict("d")?.result == .rejected)
    given.when(.undo)
    #expect(given.verdict("d")?.result == .deferred)
    given.holds("d/objections", [])
  }

  @Test func `a decision that nobody took part in was told as delivered`() {
    let decide = "<decide of='topics' rule='consent' into='d'/>"
    let given = Given(step("one", decide, with: "alone"), step("last"), head: topics).people("Aino", "Bo")
    given.next()
    #expect(given.verdict("d")?.result == .deferred)
    #expect(!given.engine.holdsSomething("d", given.state))
    let asked = Given(step("one", decide, with: "alone"), step("last"), head: topics).people("Aino", "Bo")
    asked.signals("Aino", "consent").signals("Bo", "consent").next()
    #expect(asked.engine.holdsSomething("d", asked.state))
  }

  @Test func `ratings over things and criteria come in one ballot`() {
    let given = Given(
      step("rate", "<rate of='topics' criteria='sides' scale='five' into='marks' reveal='all-answered'/>"),
      step("last"),
      head: fiveScale
        + "<lists><list id='topics'><value id='a'/></list><list id='sides'><value id='x'/><value id='y'/></list></lists>"
    ).people("Aino", "Bo").handsIn("Aino", "a/x=4 a/y=2").handsIn("Bo", "a/x=5")
    #expect(given.run?.isRevealed == true)
    given.handsIn("Bo", "a/z=1").refused(.unknownField)
  }

  @Test func `late ballots are admitted one by one`() {
    let given = vote("budget='2'").handsIn("Aino", "a=1").when(.close)
    let run = given.run?.id
    given.handsIn("Bo", "b=2", by: .person("bo")).handsIn("Chen", "c=1", by: .person("chen"))
    #expect(score(given, "b") == "0")
    given.when(.admitBallot(AdmitBallot(run: run, unit: .person("bo"))))
    #expect(score(given, "b") == "2")
    #expect(score(given, "c") == "0")
    given.next().when(.admitBallot(AdmitBallot(run: run, unit: .person("bo")))).refused(.unknownThing)
    given.when(.admitBallot(AdmitBallot(run: run, unit: .person("chen"))))
    #expect(score(given, "c") == "1")
  }

  @Test func `what was not entered is not known, never nought`() {
    let given = vote("capture='paper' enter='sum'").start()
    given.handsIn("Aino", "a=1").refused(.notActive)
    given.when(.tally(EnterTally(thing: given.thing("a"), total: 3, ballots: 2)))
    #expect(score(given, "a") == "3")
    #expect(score(given, "b") == nil)
  }

  @Test func `a vote in which nobody votes gives nothing a score`() {
    let given = vote("").start().next()
    #expect(score(given, "a") == nil)
  }

  @Test func `sums of ratings give their sum and mean`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='votes' capture='paper' enter='sum'/>"), step("last"),
      head: fiveScale + topics
    ).people("Aino", "Bo").start()
    given.when(.tally(EnterTally(thing: given.thing("a"), total: 11, ballots: 2))).refused(.valueInvalid)
    given.when(.tally(EnterTally(thing: given.thing("a"), total: 9, ballots: 2)))
    #expect(score(given, "a") == "9")
    let means = given.engine.scores(of: SourceRef(name: "votes"), measure: .mean, given.state, Scope())
    #expect(means[given.thing("a")] == .some(Number("4.5")))
  }
}

@Suite struct RunOffTests {
  private func decided(_ rule: String, _ more: String = "") -> Given {
    Given(
      step("vote", "<vote of='topics' into='votes' kind='approval' \(more)/>"),
      step("decide", "<decide of='topics' from='votes' into='d' \(rule) ties='run-off'/>"), step("last"),
      head: topics
    ).people("Aino", "Bo", "Chen", "Dina").handsIn("Aino", "a=1").handsIn("Bo", "a=1").handsIn("Chen", "b=1")
      .handsIn("Dina", "b=1").next()
  }

  @Test func `the ballot comes once more over those tied, as a new round`() {
    let given = decided("rule='plurality'")
    #expect(given.run?.ballot.map(\.word) == ["a", "b"])
    #expect(given.run?.round == 2)
    #expect(given.view().activity?.isRunOff == true)
    given.handsIn("Aino", "a=1").handsIn("Bo", "a=1").handsIn("Chen", "a=1").handsIn("Dina", "b=1").next()
    #expect(given.verdict("d")?.result == .won)
    #expect(given.verdict("d")?.winners.map(\.word) == ["a"])
    #expect(given.verdict("d")?.remark == "a tie between 2 for one place, settled by a run-off")
    given.stands("last")
  }

  @Test func `those still tied after a run-off are asked about`() {
    let given = decided("rule='plurality'").handsIn("Aino", "a=1").handsIn("Chen", "b=1").next().stands("decide")
    #expect(given.view().activity?.isTieOpen == true)
    given.when(.next).refused(.answerNeeded).chooses(nil, "c").refused(.unknownThing)
    given.chooses(nil, "b").next().stands("last")
    #expect(given.verdict("d")?.winners.map(\.word) == ["b"])
  }

  @Test func `a run-off in which nobody votes leaves the tie`() {
    let given = decided("rule='plurality'").next()
    #expect(given.verdict("d")?.result == .tied)
    given.chooses(nil, "a").next().stands("last")
  }

  @Test func `a winner of a run-off must meet the rule by it`() {
    let given = decided("rule='share' at-least='75%' among='present'")
    #expect(given.verdict("d")?.result == .rejected)
    let open = decided("rule='share' at-least='50%' among='present'")
    open.handsIn("Aino", "a=1").next()
    #expect(open.verdict("d")?.result == .rejected)
  }

  @Test func `a run-off closes by itself when everybody has voted and that was declared`() {
    let given = decided("rule='plurality'", "reveal='all-answered'")
    for name in ["Aino", "Bo", "Chen"] { given.handsIn(name, "b=1") }
    given.handsIn("Dina", "a=1")
    #expect(given.verdict("d")?.winners.map(\.word) == ["b"])
  }

  @Test func `the places of a selection that are tied are filled by a run-off`() {
    let given = Given(
      step("vote", "<vote of='topics' into='votes'/>"),
      step("pick", "<select from='topics' ranked-by='votes' top='2' ties='run-off' into='picked'/>"), step("last"),
      head: topics
    ).people("Aino", "Bo").handsIn("Aino", "a=2 b=1").handsIn("Bo", "c=1").next()
    #expect(given.run?.ballot.map(\.word) == ["b", "c"])
    given.handsIn("Aino", "c=1").next().stands("last")
    #expect(given.labels("picked") == ["a", "c"])
  }

  @Test func `nothing is taken where nobody has voted`() {
    let given = Given(
      step("vote", "<vote of='topics' into='votes'/>"),
      step("pick", "<select from='topics' ranked-by='votes' top='2' into='picked'/>"), step("last"), head: topics
    ).people("Aino").start().next().holds("picked", [])
    #expect(given.verdict("picked")?.remark == "nobody has marked any of them, so none is taken")
    given.next().stands("last")
  }

  @Test func `those who voted for no winner are on record as against`() {
    let given = Given(
      step("vote", "<vote of='topics' into='votes' kind='approval'/>"),
      step("decide", "<decide of='topics' from='votes' into='d' rule='majority'/>"), step("last"), head: topics
    ).people("Aino", "Bo", "Chen").handsIn("Aino", "a=1").handsIn("Bo", "a=1").handsIn("Chen", "b=1").next()
    #expect(given.verdict("d")?.dissent.map(\.unit) == [.person("chen")])
    #expect(given.verdict("d")?.dissent.map(\.value) == ["against"])
  }
}
