import MethodModel
import SessionEngine
import Testing

@Suite struct VoteTests {
  private func vote(_ more: String, _ after: String = step("last"), head: String = "") -> Given {
    Given(load(agenda: step("vote", "<vote of='topics' into='votes' \(more)/>") + after, head: head + topics))
      .people("Aino", "Bo", "Chen")
  }

  private func scores(_ given: Given) -> [String: String] {
    let scores = given.engine.scores(of: SourceRef(name: "votes"), measure: .sum, given.state, Scope())
    return Dictionary(uniqueKeysWithValues: scores.map { ($0.key.word, $0.value?.description ?? "none") })
  }

  @Test func `dots stay within the budget and the most for one`() {
    let given = vote("budget='3' per-item='2'").marks("Aino", "a", "3").refused(.overBudget)
    given.marks("Aino", "a", "2").marks("Aino", "b", "2").refused(.overBudget)
    given.marks("Aino", "b", "1").marks("Aino", "a", "1").marks("Aino", "c", "1")
    #expect(scores(given) == ["a": "1", "b": "1", "c": "1"])
  }

  @Test(arguments: ["-1", "1.5", "many", "9223372036854775807", "99999999999999999999"])
  func `a vote is a whole number that the budget allows`(value: String) {
    let given = vote("budget='3'").marks("Aino", "b", "1").marks("Aino", "a", value)
    #expect([.valueInvalid, .overBudget].contains(given.rejection?.code))
    given.refused(given.rejection?.code ?? .empty)
  }

  @Test func `an approval is one or none, and none does not count`() {
    let given = vote("kind='approval' budget='2'").marks("Aino", "a", "1").marks("Aino", "b", "0")
      .marks("Aino", "c", "2")
    given.refused(.valueInvalid).marks("Bo", "a", "1").marks("Bo", "b", "1").marks("Bo", "c", "1").refused(.overBudget)
    #expect(scores(given) == ["a": "2", "b": "1", "c": "0"])
  }

  @Test(arguments: [("first", ["a": "3", "b": "2", "c": "1"]), ("last", ["a": "1", "b": "2", "c": "3"])])
  func `a ranking gives points by place, in its direction`(best: String, points: [String: String]) {
    let given = vote("kind='ranking' best='\(best)'")
    given.marks("Aino", "a", "1").marks("Aino", "b", "2").marks("Aino", "c", "3")
    #expect(scores(given) == points)
  }

  @Test func `a ranking of few places gives each once`() {
    let given = vote("kind='ranking' budget='2'").marks("Aino", "a", "3").refused(.valueInvalid)
    given.marks("Aino", "a", "1").marks("Aino", "b", "1").refused(.overBudget)
    given.marks("Aino", "a", nil).marks("Aino", "b", "1").marks("Aino", "a", "2")
    #expect(scores(given) == ["a": "1", "b": "2", "c": "0"])
  }

  @Test func `own items are left to others`() {
    let given = Given(step("ideas", collect("ideas")), step("vote", "<vote of='ideas' into='votes' never='own'/>"))
      .people("Aino", "Bo").adds("Aino", "a").adds("Bo", "b").next().marks("Aino", "a", "1").refused(.ownItem)
    given.marks("Aino", "b", "1").holds("votes", ["a", "b"])
  }

  @Test func `who may not vote for what won was told as against it`() {
    let given = Given(
      step("ideas", collect("ideas")),
      step("vote", "<vote of='ideas' into='votes' kind='approval' budget='1' never='own'/>", with: "alone"),
      step("decide", "<decide of='ideas' from='votes' rule='majority' into='d'/>")
    ).people("Aino", "Bo", "Chen", "Dina").adds("Aino", "a").adds("Bo", "b").next()
    given.marks("Aino", "b", "1").marks("Bo", "a", "1").marks("Chen", "a", "1").marks("Dina", "a", "1").next(2)
    #expect(given.verdict("d")?.winners.count == 1)
    #expect(given.verdict("d")?.dissent == [])
  }

  @Test func `a count is entered for the room and adds to the ballots`() {
    let given = vote("budget='3'")
    given.start().when(.tally(EnterTally(thing: given.thing("a"), total: 7, ballots: 9))).refused(.valueInvalid)
    given.when(.tally(EnterTally(thing: given.thing("a"), total: 5, ballots: 2))).marks("Aino", "a", "1")
    #expect(scores(given)["a"] == "6")
    #expect(given.view().activity?.answered == 3)
    given.when(.tally(EnterTally(thing: given.thing("a"), total: -1))).refused(.valueInvalid)
    given.when(.tally(EnterTally(thing: .entry("zzz"), total: 1))).refused(.unknownThing)
    given.when(.close).when(.tally(EnterTally(thing: given.thing("a"), total: 5))).refused(.frozen)
  }

  @Test func `the first dot of several does not complete a ballot`() {
    let given = vote("budget='2' reveal='all-answered'", head: "").leaves("Chen").leaves("Bo")
    given.marks("Aino", "a", "1").made("markSet").marks("Aino", "b", "1").made("markSet", "entriesClosed", "revealed")
  }

  @Test func `roles without marks do not vote`() {
    let given = vote("budget='3'", head: "<roles><role id='expert' marks='no'/></roles>").role("expert", "Bo")
      .marks("Bo", "a", "1").refused(.notElector)
    #expect(given.view().activity?.electorate == 2)
  }

  @Test func `sheets of paper are numbered from one and no more than people`() {
    let given = vote("budget='3'").start()
    func sheet(_ number: Int) -> CommandBody {
      .mark(SetMark(unit: .sheet(number), thing: given.thing("a"), value: "1"))
    }
    given.when(sheet(0)).refused(.notElector).when(sheet(-1)).refused(.notElector)
    given.when(sheet(1)).when(sheet(2)).when(sheet(3)).when(sheet(4)).refused(.notElector)
    given.when(sheet(3)).made("markSet")
  }

  @Test func `a late mark leaves the one that counts`() {
    let given = vote("budget='3'").marks("Aino", "a", "1").when(.close)
    given.when(.mark(SetMark(unit: .person("aino"), thing: given.thing("a"), value: "3")), by: .person("aino"))
    #expect(scores(given)["a"] == "1")
    #expect(given.view().activity?.lateCount == 1)
  }

  @Test func `a mark that the host puts right after the close counts, while the step is open`() {
    let given = vote("budget='3'").marks("Aino", "a", "1").when(.close).marks("Aino", "a", "3")
    #expect(scores(given)["a"] == "3")
    #expect(given.view().activity?.lateCount == 0)
  }
}

@Suite struct RatingTests {
  private func rate(_ more: String = "", head: String = "") -> Given {
    Given(
      load(
        agenda: step("rate", "<rate of='topics' scale='five' into='marks' \(more)/>") + step("last"),
        head: head + fiveScale + topics)
    ).people("Aino", "Bo")
  }

  private func reading(_ given: Given, _ measure: Measure, for word: String? = nil, needs: Int = 1) -> Reading {
    given.reading(
      .test(
        MethodModel.Test(
          measure: measure, of: SourceRef(name: "marks"), subject: word.map { .word($0) }, needs: needs,
          thresholds: [.init(.atLeast, .number(4))])))
  }

  @Test func `only points of the scale are taken, and a pass`() {
    let given = rate().marks("Aino", "a", "6").refused(.valueInvalid).marks("Aino", "zzz", "4").refused(.unknownThing)
    given.marks("Aino", "a", "4").marks("Bo", "a", nil)
    #expect(reading(given, .median, for: "a").sentence == "median of a at least 4: 4 (2 of 2 answered)")
  }

  @Test func `later replaces earlier`() {
    let given = rate().marks("Aino", "a", "1").marks("Aino", "a", "5")
    #expect(reading(given, .mean, for: "a").value == 5)
  }

  @Test func `a required reason is required of a value, not of a pass`() {
    rate("reason='required'").marks("Aino", "a", "4").refused(.reasonNeeded).marks("Aino", "a", nil)
      .marks("Aino", "a", "4", because: "seen it")
  }

  @Test func `each criterion is rated by itself`() {
    let lists =
      "<lists><list id='topics'><value id='a'/></list><list id='views'><value id='cost'/><value id='gain'/></list></lists>"
    let given = Given(
      step("rate", "<rate of='topics' scale='five' criteria='views' into='marks'/>"), head: fiveScale + lists
    ).people("Aino").marks("Aino", "a", "4").refused(.unknownField)
    given.marks("Aino", "a", "2", criterion: "cost").marks("Aino", "a", "5", criterion: "gain")
    #expect(reading(given, .median, for: "cost").value == 2)
    #expect(reading(given, .median, for: "gain").value == 5)
    #expect(given.run?.complete == [.person("aino")])
  }

  @Test func `rated again in a further round, the newest round of each thing counts`() {
    let again = step("again", "<rate of='topics' in='kept' scale='five' into='marks'/>")
    let pick = "<select from='topics' as='i' into='kept'>\(test("median", "marks", "for='{i}' at-most='2'"))</select>"
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks'/>"), step("pick", pick), again, head: fiveScale + topics
    ).people("Aino").marks("Aino", "a", "1").marks("Aino", "b", "5").next(2).stands("again")
    #expect(given.run?.ballot.map(\.word) == ["a"])
    given.marks("Aino", "a", "3")
    #expect(reading(given, .median, for: "a").value == 3)
    #expect(reading(given, .median, for: "b").value == 5)
    #expect(given.run?.round == 2)
  }

  @Test func `too few values are no data, and say how many are missing`() {
    let given = rate().marks("Aino", "a", "4")
    let read = reading(given, .median, for: "a", needs: 2)
    #expect(read.result == .noData)
    #expect(read.why == "1 of 2 values needed")
  }
}

@Suite struct DecisionTests {
  private func consent(_ more: String = "", after: String = step("last"), head: String = "") -> Given {
    let proposal = step("write", "<fill into='proposal'/>")
    let signal = step("signal", "<decide of='proposal' rule='consent' into='consent' \(more)/>", with: "alone")
    return Given(load(agenda: proposal + signal + after, head: head)).people("Aino", "Bo", "Chen").fills("Try it")
      .next()
  }

  @Test func `everybody consenting adopts`() {
    let given = consent().signals("Aino", "consent").signals("Bo", "consent").signals(
      "Chen", "concern", because: "cost"
    )
    .next()
    #expect(given.verdict("consent")?.result == .adopted)
    #expect(given.verdict("consent")?.counts == ["consent": 2, "concern": 1])
    given.holds("consent/concerns", ["cost"]).holds("consent/objections", [])
  }

  @Test func `an objection needs its reason, and becomes a thing with a status`() {
    let each =
      "<for-each id='hear-all' item-of='consent/objections' as='o'>\(step("hear", "<fill of='o'><field id='status'/></fill>"))</for-each>"
    let given = consent(after: each + step("last")).signals("Aino", "objection").refused(.reasonNeeded)
    given.signals("Aino", "objection", because: "too dear").signals("Bo", "consent").signals("Chen", "consent").next()
    #expect(given.verdict("consent")?.result == .rejected)
    #expect(given.verdict("consent")?.dissent.map(\.reason) == ["too dear"])
    given.holds("consent/objections", ["too dear"]).stands("hear")
    given.fills("settled", field: "status").refused(.valueInvalid)
    given.fills("resolved", field: "status").holds("consent/objections", [])
  }

  @Test func `somebody silent defers, unless silence passes`() {
    let given = consent().signals("Aino", "consent").signals("Bo", "consent").next()
    #expect(given.verdict("consent")?.result == .deferred)
    #expect(given.verdict("consent")?.remark == "1 did not answer")
    let passing = consent("silence='passes'").signals("Aino", "consent").next()
    #expect(passing.verdict("consent")?.result == .adopted)
    #expect(passing.verdict("consent")?.remark == "silence counted as consent")
  }

  @Test func `an objection entered after everybody had answered is counted and raised`() {
    let given = consent("reveal='all-answered'")
    for name in ["Aino", "Bo", "Chen"] { given.signals(name, "consent") }
    #expect(given.verdict("consent")?.result == .adopted)
    given.signals("Bo", "objection", because: "too dear")
    #expect(given.verdict("consent")?.result == .rejected)
    given.holds("consent/objections", ["too dear"])
    given.signals("Bo", "consent").holds("consent/objections", [])
    #expect(given.verdict("consent")?.result == .adopted)
  }

  @Test func `a pass is no silence`() {
    let given = consent().signals("Aino", "consent").signals("Bo", nil).signals("Chen", "consent").next()
    #expect(given.verdict("consent")?.result == .adopted)
  }

  @Test func `a signal step closed twice holds each objection once`() {
    let given = consent().signals("Aino", "objection", because: "dear").signals("Bo", "objection", because: "late")
      .signals("Chen", "consent").next().goes(to: .before).signals("Bo", "consent").next()
    given.holds("consent/objections", ["dear"])
    #expect(given.state.outcomes["consent"]?.entries.map(\.isRetired) == [false, true])
    #expect(given.verdict("consent")?.objections.count == 1)
  }

  @Test func `an objection under hidden names does not carry its author in its id`() {
    let given = consent("names='hidden'").signals("Aino", "objection", because: "dear").next()
    let entry = given.state.outcomes["consent"]?.entries.first
    #expect(entry.map { $0.id.raw.contains("aino") } == false)
    #expect(
      entry.map { entry in
        given.engine.entryView(entry, given.engine.sight(of: entry, given.state, for: .host), given.state).unit
      } == .some(nil))
  }

  @Test func `the loop until no objection is left has no data while somebody is silent`() {
    let condition = Condition.test(
      MethodModel.Test(
        measure: .objections, of: SourceRef(name: "consent"), thresholds: [.init(.equals, .number(0))]))
    let given = consent()
    #expect(given.reading(condition).result == .noData)
    given.signals("Aino", "consent").next()
    #expect(given.reading(condition).why == "2 have not answered")
    let open = consent().signals("Aino", "objection", because: "dear").signals("Bo", "consent").signals(
      "Chen", "consent"
    )
    .next()
    #expect(open.reading(condition).sentence == "open objections in consent exactly 0: 1 (3 of 3 answered)")
  }

  @Test(arguments: [
    (["agree", "agree", "aside"], Verdict.Result.adopted), (["agree", "agree", "block"], .rejected),
    (["aside", "aside", "aside"], .rejected), (["agree", "agree"], .deferred),
  ])
  func `consensus wants somebody agreeing and nobody blocking or silent`(signals: [String], result: Verdict.Result) {
    let given = Given(
      step("one", "<decide of='topics' rule='consensus' into='d'/>", with: "alone"), step("last"), head: topics
    )
    .people("Aino", "Bo", "Chen").start()
    for (name, signal) in zip(["Aino", "Bo", "Chen"], signals) { given.signals(name, signal, because: "so") }
    #expect(given.next().verdict("d")?.result == result)
  }

  @Test(arguments: [
    (["5", "5", "3"], Verdict.Result.adopted), (["5", "5", "1"], .rejected), (["3", "3", "3"], .rejected),
    (["5", "5"], .deferred),
  ])
  func `consensus is read from ratings whose values say what they mean`(values: [String], result: Verdict.Result) {
    let scale =
      "<scales><scale id='fist'><value id='1' means='block'/><value id='3' means='aside'/><value id='5' means='agree'/></scale></scales>"
    let given = Given(
      step("hands", "<rate of='topics' scale='fist' into='r'/>", with: "alone"),
      step("decide", "<decide of='topics' from='r' rule='consensus' into='d'/>"), step("last"), head: scale + topics
    ).people("Aino", "Bo", "Chen").start()
    for (name, value) in zip(["Aino", "Bo", "Chen"], values) {
      for topic in ["a", "b", "c"] { given.marks(name, topic, value) }
    }
    #expect(given.next().verdict("d")?.result == result)
    given.next().stands("last")
  }

  private func decided(
    _ rule: String, _ votes: [(String, String, String)], kind: String = "approval",
    people: [String] = ["Aino", "Bo", "Chen"]
  ) -> Given {
    let given = Given(
      step("vote", "<vote of='topics' into='votes' kind='\(kind)'/>"),
      step("decide", "<decide of='topics' from='votes' into='d' \(rule)/>"), step("last"), head: topics
    ).people(people).start()
    for (name, thing, value) in votes { given.marks(name, thing, value) }
    return given.next()
  }

  @Test func `plurality takes the top score`() {
    let given = decided("rule='plurality'", [("Aino", "a", "1"), ("Bo", "a", "1"), ("Chen", "b", "1")])
    #expect(given.verdict("d")?.result == .won)
    #expect(given.verdict("d")?.winners.map(\.word) == ["a"])
  }

  @Test func `majority is more than half of those who gave a vote`() {
    let won = decided("rule='majority'", [("Aino", "a", "1"), ("Bo", "a", "1"), ("Chen", "b", "1")])
    #expect(won.verdict("d")?.result == .won)
    let half = decided("rule='majority'", [("Aino", "a", "1"), ("Bo", "b", "1"), ("Bo", "a", "0")])
    #expect(half.verdict("d")?.result != .won)
    let present = decided("rule='majority' among='present'", [("Aino", "a", "1")])
    #expect(present.verdict("d")?.result == .rejected)
  }

  @Test func `share wants its part`() {
    let votes = [("Aino", "a", "1"), ("Bo", "a", "1"), ("Chen", "b", "1")]
    #expect(decided("rule='share' at-least='60%'", votes).verdict("d")?.result == .won)
    #expect(decided("rule='share' at-least='80%'", votes).verdict("d")?.result == .rejected)
  }

  @Test func `too few answers make no quorum`() {
    let given = decided("rule='plurality' quorum='60%'", [("Aino", "a", "1")])
    #expect(given.verdict("d")?.result == .noQuorum)
    #expect(given.verdict("d")?.remark == "1 of 3 answered")
    #expect(given.verdict("d")?.winners == [])
  }

  @Test func `nobody answering a vote decides nothing`() {
    #expect(decided("rule='majority'", []).verdict("d")?.result != .won)
  }

  @Test func `a tie is asked about and settled with one`() {
    let given = decided("rule='plurality'", [("Aino", "a", "1"), ("Bo", "b", "1")])
    #expect(given.verdict("d")?.result == .tied)
    given.when(.next).refused(.answerNeeded).chooses(nil, "c").refused(.unknownThing)
    given.chooses(nil, "b").next().stands("last")
    #expect(given.verdict("d")?.winners.map(\.word) == ["b"])
    #expect(given.verdict("d")?.remark == "a tie between 2 for one place, settled by choice")
  }

  @Test func `score takes the best by its measure that is good enough`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks'/>"),
      step("decide", "<decide of='topics' from='marks' into='d' rule='score' measure='mean' at-least='4'/>"),
      head: fiveScale + topics
    ).people("Aino", "Bo").marks("Aino", "a", "5").marks("Bo", "a", "4").marks("Aino", "b", "3").next()
    #expect(given.verdict("d")?.winners.map(\.word) == ["a"])
    #expect(given.verdict("d")?.scores.first { $0.thing.word == "a" }?.score == Number("4.5"))
  }

  @Test func `one person's choice, or deferred while absent`() {
    let agenda = step("one", "<decide of='topics' rule='one' by='leader' into='d'/>") + step("last")
    func given() -> Given {
      Given(load(agenda: agenda, head: "<roles><role id='leader'/></roles>" + topics)).people("Aino", "Bo").role(
        "leader", "Aino"
      ).start()
    }
    #expect(given().next().verdict("d")?.result == .deferred)
    #expect(given().chooses(nil, "b", because: "it is cheap").next().verdict("d")?.winners.map(\.word) == ["b"])
    let hasty = given()
    hasty.when(.choose(ChooseThings(things: [hasty.thing("b")]))).refused(.reasonNeeded)
    let phone = given()
    phone.when(.choose(ChooseThings(things: [phone.thing("b")])), by: .person("bo")).refused(.notYours)
  }
}
