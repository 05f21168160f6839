import MethodLoading
import Testing

/// Ideas, ratings of them, ballots on them, a decision, and a checkpoint with one criterion.
private func judged(_ criterion: String, scale: String = #"<scale id="s" range="1..5"/>"#, rate: String = "") -> String
{
  Sample.method(
    Sample.step(#"<collect into="ideas" at-least="1"><field id="cost" type="number"/></collect>"#)
      + Sample.step(#"<rate of="ideas" scale="s" into="ratings" \#(rate)/><vote of="ideas" into="dots"/>"#)
      + Sample.step(#"<decide of="ideas" rule="consent" into="consent"/>"#)
      + #"<checkpoint by="facilitator" time="1m"><question>A</question><criteria>\#(criterion)</criteria></checkpoint>"#,
    head: "<scales>\(scale)</scales>")
}

@Suite struct FittingMeasureTests {
  @Test(arguments: [
    #"measure="count" of="ideas" at-least="3""#, #"measure="distinct" of="ideas/cost" at-least="2""#,
    #"measure="answered" of="ratings" at-least="80%""#, #"measure="median" of="ratings" at-least="4""#,
    #"measure="mean" of="ratings" above="3.5""#, #"measure="spread" of="ratings" at-most="2""#,
    #"measure="mean" of="ideas/cost" below="100""#, #"measure="sum" of="dots" at-least="3""#,
    #"measure="sum" of="ideas/cost" at-most="1000""#, #"measure="objections" of="consent" equals="0""#,
    #"measure="decided" of="consent" equals="1""#, #"measure="count" of="consent/objections" equals="0""#,
  ])
  func `measures over what they can be taken over`(test: String) { expectNothing(in: judged("<test \(test)/>")) }

  @Test(arguments: [
    (#"measure="‸median" of="ideas" at-least="3""#, "`ideas` holds no ratings or numbers, so it has no median"),
    (#"measure="‸mean" of="dots" at-least="3""#, "`dots` holds no ratings or numbers, so it has no mean"),
    (#"measure="‸distinct" of="ideas" at-least="3""#, "distinct needs a field"),
    (#"measure="‸answered" of="ideas" at-least="3""#, "`ideas` holds no marks, so nobody can have answered"),
    (#"measure="‸objections" of="dots" equals="0""#, "`dots` is no decision by consent, so it has no objections"),
    (#"measure="‸decided" of="dots" equals="1""#, "`dots` decides nothing"),
    (#"measure="‸count" of="consent" equals="0""#, "`consent` is a decision, which cannot be counted"),
    (#"measure="‸sum" of="ideas" at-least="3""#, "`ideas` holds no numbers, so it has no sum"),
  ])
  func `measures over what they cannot be taken over`(test: String, message: String) {
    expectFindings(["DOT0601 \(message)"], in: judged("<test \(test)/>"))
  }

  @Test(arguments: [
    (#"measure="count" of="ideas" at-least="‸50%""#, "a count is no part of a whole, so 50% of it says nothing"),
    (#"measure="median" of="ideas/cost" at-most="‸50%""#, "a median is no part of a whole, so 50% of it says nothing"),
    (
      #"measure="median" of="ratings" change="last-round" at-least="20%" below="‸2""#,
      "one threshold is a percentage and the other is none"
    ),
  ])
  func `percentages of what has no whole`(test: String, message: String) {
    expectFindings(["DOT0601 \(message)"], in: judged("<test \(test)/>"))
  }

  @Test func `a change may be many times the figure before`() {
    expectNothing(
      in: judged(#"<test measure="median" of="ratings" change="last-round" direction="up" at-least="150%"/>"#))
  }

  @Test func `words have no mean, and without order no median`() {
    let words = #"<scale id="s"><value id="no"/><value id="yes"/></scale>"#
    expectNothing(in: judged(#"<test measure="median" of="ratings" at-least="2"/>"#, scale: words))
    expectFindings(
      ["DOT0601 not all values of `s` have a number, so there is no mean"],
      in: judged(#"<test measure="‸mean" of="ratings" at-least="1"/>"#, scale: words))
    expectFindings(
      ["DOT0601 the values of `s` have no order, so there is no median"],
      in: judged(
        #"<test measure="‸median" of="ratings" at-least="1"/>"#,
        scale: #"<scale id="s" ordered="no"><value id="no"/><value id="yes"/></scale>"#))
  }

  @Test func `of sums that are entered only the sum is known`() {
    expectFindings(
      ["DOT0601 only sums are entered into `ratings`, so it has no median"],
      in: judged(#"<test measure="‸median" of="ratings" at-least="4"/>"#, rate: #"enter="sum""#))
  }

  @Test func `a sum of opinions is a warning`() {
    expectFindings(
      ["DOT0605 `ratings` holds opinions on a scale, and a sum of opinions says nothing"],
      in: judged(#"<test measure="‸sum" of="ratings" at-least="20"/>"#))
  }

  @Test func `ratings by several criteria are weighed, each by a number`() {
    let criteria =
      Sample.step(#"<collect into="criteria" at-least="1"><field id="weight" type="number"/></collect>"#)
      + Sample.ideas + Sample.step(#"<rate of="ideas" criteria="criteria" scale="s" into="ratings"/>"#)
    let select = { (attributes: String) in
      Sample.method(
        criteria + Sample.step(#"<select from="ideas" into="best" top="1" \#(attributes)/>"#),
        head: #"<scales><scale id="s" range="1..5"/></scales>"#)
    }
    expectNothing(in: select(#"ranked-by="ratings" weights="criteria/weight""#))
    expectNothing(in: select(#"ranked-by="ratings" measure="product""#))
    expectFindings(
      ["DOT0601 `criteria` says of no criterion what it weighs"],
      in: select(#"ranked-by="ratings" weights="‸criteria""#))
    expectFindings(
      ["DOT0601 a product has no weights"],
      in: select(#"ranked-by="ratings" measure="product" weights="‸criteria/weight""#))
    expectFindings(
      ["DOT0601 `ratings` holds no ratings by several criteria, so there is nothing to weigh"],
      in: judged(#"<test measure="mean" of="ratings" weights="‸ideas/cost" at-least="2"/>"#))
    expectFindings(
      ["DOT0601 `dots` holds no ratings, so it has no product"],
      in: judged(#"<test measure="‸product" of="dots" at-least="2"/>"#))
  }

  @Test func `things are ranked by a number of theirs, not by that of others`() {
    let costs = Sample.step(#"<collect into="ideas" at-least="1"><field id="cost" type="number"/></collect>"#)
    let others = Sample.step(#"<collect into="others" at-least="1"><field id="cost" type="number"/></collect>"#)
    let select = { (field: String) in
      Sample.method(
        costs + others + Sample.step(#"<select from="ideas" into="best" top="2" ranked-by="\#(field)"/>"#))
    }
    expectNothing(in: select("ideas/cost"))
    expectFindings(["DOT0609 `others/cost` is a number of other things than `ideas`"], in: select("‸others/cost"))
  }

  @Test func `ranks come from marks`() {
    expectFindings(
      ["DOT0601 `ideas` holds no marks, so nothing can be ranked by it"],
      in: Sample.method(
        Sample.ideas + Sample.step(#"<select from="ideas" into="best" top="2" ranked-by="‸ideas"/>"#)))
  }
}

@Suite struct ReachableThresholdTests {
  @Test(arguments: [
    (#"measure="median" of="ratings" at-least="‸6""#, "no median can be at least 6"),
    (#"measure="median" of="ratings" at-most="‸0""#, "no median can be at most 0"),
    (#"measure="median" of="ratings" above="‸5""#, "no median can be above 5"),
    (#"measure="spread" of="ratings" at-least="‸4.5""#, "no spread can be at least 4.5"),
    (#"measure="count" of="ideas" below="‸0""#, "no count can be below 0"),
    (#"measure="count" of="ideas" equals="‸-1""#, "no count can be exactly -1"),
    (#"measure="answered" of="ratings" at-least="‸80""#, "the part of those who answered cannot be at least 8000%"),
    (
      #"measure="decided" of="consent" equals="‸2""#,
      "what is decided counts 1, what is not 0, and neither is exactly 2"
    ),
    (
      #"measure="count" of="ideas" at-least="4" at-most="‸3""#,
      "no value is at most 3 and meets the other threshold as well"
    ),
  ])
  func `some value reaches a threshold`(test: String, message: String) {
    expectFindings(["DOT0602 \(message)"], in: judged("<test \(test)/>"))
  }

  @Test func `a forgotten percent sign is guessed`() {
    #expect(
      helps(in: judged(#"<test measure="answered" of="ratings" at-least="80"/>"#))
        == ["it lies between 0 and 100%; write 80% for a percentage, or a part of 1"])
  }
}

@Suite struct DecidingTestsTests {
  private static let lead = #"<roles><role id="lead"/></roles>"#

  private static func gate(_ criteria: String, after step: String, mark: String = "") -> String {
    Sample.method(
      step
        + "<checkpoint by=\"lead\" time=\"2m\"><question>Q?</question><\(mark)criteria>\(criteria)</criteria></checkpoint>",
      head: lead + Sample.scale)
  }

  private static func collect(_ limit: String, _ with: String = "room") -> String {
    Sample.step(#"<collect into="ideas" \#(limit)/>"#, #"with="\#(with)""#)
  }

  @Test(arguments: [
    #"<‸test measure="count" of="ideas" at-least="0"/>"#, #"<‸test measure="distinct" of="ideas/text" at-least="0"/>"#,
  ])
  func `what holds whatever comes in decides nothing`(test: String) {
    let measure = test.contains("count") ? "count" : "distinct"
    expectFindings(
      ["DOT0607 this can never fail: every \(measure) passes it"], in: Self.gate(test, after: Self.collect("")))
  }

  @Test func `a median on its scale never fails at the lowest value`() {
    let rated = Self.collect("") + Sample.step(#"<rate of="ideas" scale="one-to-five" into="marks"/>"#)
    expectFindings(
      ["DOT0607 this can never fail: every median passes it"],
      in: Self.gate(#"<‸test measure="median" of="marks" at-least="1"/>"#, after: rated))
    expectNothing(in: Self.gate(#"<test measure="median" of="marks" at-least="2"/>"#, after: rated))
  }

  @Test func `criteria that contradict each other never pass`() {
    let criteria =
      #"<test measure="count" of="ideas" at-least="5"/><test measure="count" of="ideas" below="3"/>"#
    expectFindings(
      ["DOT0607 this checkpoint can never pass: its criteria contradict each other"],
      in: Self.gate(criteria, after: Self.collect(""), mark: "‸"))
    expectFindings(
      ["DOT0607 this checkpoint can never pass: its criteria contradict each other"],
      in: Self.gate("<all>\(criteria)</all>", after: Self.collect(""), mark: "‸"))
    expectNothing(in: Self.gate("<any>\(criteria)</any>", after: Self.collect("")))
  }

  @Test func `more than may come in is never there, said for which sizes`() {
    let test = #"<test measure="count" of="ideas" at-least="‸20"/>"#
    expectFindings(
      ["DOT0607 this can never hold: `ideas` has 3 at most"], in: Self.gate(test, after: Self.collect(#"at-most="3""#)))
    expectFindings(
      ["DOT0607 with 4..6 people this can never hold: `ideas` has 18 at most then"],
      in: Self.gate(test, after: Self.collect(#"at-most="3""#, "alone")))
    expectNothing(
      in: Self.gate(test.replacing("‸20", with: "12"), after: Self.collect(#"at-most="3""#, "alone")))
  }

  @Test func `what may be collected again is not limited`() {
    let test = #"<test measure="count" of="ideas" at-least="5"/>"#
    expectNothing(
      in: Self.gate(test, after: "<repeat rounds=\"3\">\(Self.collect(#"at-most="3""#))</repeat>"))
    let back = Sample.method(
      #"<step id="first" time="5m"><title>A</title><collect into="ideas" at-most="3"/></step>"#
        + #"<checkpoint by="lead" time="2m"><question>Q?</question><criteria>\#(test)</criteria>"#
        + #"<rework><back to="first" at-most="2"/></rework></checkpoint>"#, head: Self.lead)
    expectNothing(in: back)
  }
}

@Suite struct EveryOfSomethingTests {
  private static let inner = #"<test measure="median" of="ratings" for="{i}" at-least="3"/>"#

  @Test func `every one of what may be nothing is a warning`() {
    expectFindings(
      ["DOT0603 `consent/objections` may be empty, and a condition on every one of nothing has no data"],
      in: judged(#"<every item-of="‸consent/objections" as="i">\#(Self.inner)</every>"#))
    expectNothing(in: judged(#"<every item-of="ideas" as="i">\#(Self.inner)</every>"#))
  }
}

@Suite struct CompleteRuleTests {
  private static func decide(_ attributes: String, marks: String = #"<vote of="ideas" into="marks" kind="approval"/>"#)
    -> String
  {
    Sample.method(
      Sample.ideas + Sample.step(marks) + Sample.step(#"<decide of="ideas" into="decision" \#(attributes)/>"#),
      head:
        #"<scales><scale id="s"><value id="no"/><value id="yes"/></scale><scale id="m"><value id="a" means="block"/>"#
        + #"<value id="b" means="agree"/></scale></scales>"#)
  }

  @Test(arguments: [
    #"rule="consent""#, #"rule="consensus" silence="passes""#, #"rule="majority" from="marks""#,
    #"rule="share" from="marks" at-least="2""#.replacing("2", with: "66%"),
    #"rule="plurality" from="marks" ties="draw""#, #"rule="one" by="facilitator""#,
  ])
  func `complete rules`(attributes: String) { expectNothing(in: Self.decide(attributes)) }

  @Test(arguments: [
    (#"rule="‸majority""#, "the rule majority counts marks, and no marks are named"),
    (#"rule="majority" from="‸ideas""#, "`ideas` holds no marks for the rule majority to count"),
    (#"rule="‸share" from="marks""#, "the rule share has no threshold"),
    (#"rule="‸score" from="marks""#, "the rule score does not say how an option is scored"),
  ])
  func `incomplete rules`(attributes: String, message: String) {
    expectFindings(["DOT0604 \(message)"], in: Self.decide(attributes))
  }

  @Test func `a score is taken of what has one`() {
    expectNothing(
      in: Self.decide(#"rule="score" from="marks" measure="sum""#, marks: #"<vote of="ideas" into="marks"/>"#))
  }

  @Test func `consensus by ratings needs meanings`() {
    expectFindings(
      ["DOT0604 no value of `s` says what it means for a consensus"],
      in: Self.decide(#"rule="consensus" from="‸marks""#, marks: #"<rate of="ideas" scale="s" into="marks"/>"#))
    expectNothing(
      in: Self.decide(#"rule="consensus" from="marks""#, marks: #"<rate of="ideas" scale="m" into="marks"/>"#))
  }

  @Test func `a share is a share of something`() {
    expectFindings(
      ["DOT0604 a share needs a <where> that says which answers it counts"],
      in: judged(#"<‸test measure="share" of="ratings" at-least="80%"/>"#))
    expectNothing(
      in: judged(#"<test measure="share" of="ratings" at-least="80%"><where field="value" is="4..5"/></test>"#))
    expectFindings(
      ["DOT0604 a share needs something that says which things it counts"],
      in: judged(#"<‸test measure="share" of="ideas" at-least="80%"/>"#))
    expectNothing(in: judged(#"<test measure="share" of="ideas" except="ideas" at-most="80%"/>"#))
  }

  // MARK: Words and names

  private static let sides =
    #"<scales><scale id="five"><value id="low"/><value id="high"/></scale></scales>"#
    + #"<lists><list id="sides"><value id="need"/><value id="fit"/></list></lists>"#

  private func tested(_ test: String, of activity: String = #"<rate of="sides" scale="five" into="ratings"/>"#)
    -> String
  {
    Sample.method(
      Sample.step(activity)
        + #"<checkpoint by="facilitator" time="5m"><question>On?</question><criteria>\#(test)</criteria></checkpoint>"#,
      head: Self.sides)
  }

  @Test func `a bare word in for is one of the things that are tested`() {
    expectNothing(in: tested(#"<test measure="median" of="ratings" for="need" at-least="2"/>"#))
    let wrong = tested(#"<test measure="median" of="ratings" for="‸nead" at-least="2"/>"#)
    expectFindings(["DOT0606 `nead` is no value of `ratings`"], in: wrong)
    #expect(helps(in: wrong.replacing("‸", with: "")) == ["did you mean `need`?"])
  }

  @Test func `a name in for stands in braces`() {
    let wrong = tested(
      #"<every item-of="sides" as="i"><test measure="median" of="ratings" for="‸i" at-least="2"/></every>"#)
    expectFindings(["DOT0606 `i` is no value of `ratings`"], in: wrong)
    #expect(helps(in: wrong.replacing("‸", with: "")) == ["a name stands in braces: write {i}"])
  }

  @Test func `what is paid for has a number field for its price`() {
    let method = { (field: String, cost: String) in
      Sample.method(
        Sample.step(#"<collect into="plans">\#(field)</collect>"#)
          + Sample.step(#"<vote of="plans" into="votes" kind="approval"/>"#, #"with="alone""#)
          + Sample.step(#"<select from="plans" into="kept" ranked-by="votes" cost="\#(cost)" budget="100"/>"#))
    }
    expectFindings(
      ["DOT0601 `price` is no number field of `plans`, so nobody knows what it costs"],
      in: method(#"<field id="price"/>"#, "‸price"))
    expectNothing(in: method(#"<field id="price" type="number"/>"#, "price"))
  }

  @Test func `forgotten braces are found where nobody knows the values yet`() {
    expectFindings(
      ["DOT0606 `story` is no value of `points`"],
      in: Sample.method(
        #"<for-each item-of="stories" as="story"><repeat rounds="2">"#
          + Sample.step(#"<rate of="story" scale="one-to-five" into="points"/>"#)
          + #"<until><test measure="spread" of="points" for="‸story" at-most="1"/></until></repeat></for-each>"#,
        head:
          #"<settings><setting id="stories" type="list" required="yes" expect="3"><ask>Which?</ask></setting></settings>"#
          + Sample.scale))
  }

  @Test func `nothing that is made in the session has a word beforehand`() {
    expectFindings(
      ["DOT0606 `tea` is no value of `dots`"],
      in: tested(
        #"<test measure="sum" of="dots" for="‸tea" at-least="2"/>"#,
        of: #"<collect into="ideas" at-least="1"/><vote of="ideas" into="dots"/>"#))
  }

  @Test func `a bare word in is is a value of the field`() {
    expectNothing(
      in: tested(
        #"<test measure="share" of="ratings" at-least="50%"><where field="value" is="high"/></test>"#))
    expectFindings(
      ["DOT0606 `hihg` is no value of `value`"],
      in: tested(#"<test measure="share" of="ratings" at-least="50%"><where field="value" is="low ‸hihg"/></test>"#))
    expectFindings(
      ["DOT0606 `smal` is no value of `size`"],
      in: Sample.method(
        Sample.step(
          #"<collect into="ideas"><field id="size" type="choice"><value id="small"/><value id="large"/></field></collect>"#
        )
          + Sample.step(#"<show of="ideas"><where field="size" is="‸smal"/></show>"#)))
  }
}

@Suite struct WholePaperTests {
  private func walls(_ more: String, enter: String = "selected") -> String {
    Sample.method(
      Sample.step(#"<collect into="cards" capture="paper" enter="\#(enter)"/>"#)
        + Sample.step(#"<vote of="cards" kind="approval" into="dots" capture="paper" enter="\#(enter)"/>"#) + more)
  }

  private func asked(_ test: String) -> String {
    #"<checkpoint by="facilitator" time="1m"><question>A</question><criteria>\#(test)</criteria></checkpoint>"#
  }

  @Test func `nothing waits for paper that nobody types`() {
    expectFindings(
      ["DOT0608 how many answered is not known: only some of the paper is entered"],
      in: walls(asked(#"<test measure="‸answered" of="dots" at-least="50%"/>"#)))
    expectFindings(
      ["DOT0608 this can never hold: there may be more on the paper than is entered"],
      in: walls(asked(#"<test measure="count" of="cards" ‸at-most="9"/>"#), enter: "photo"))
    expectFindings(
      ["DOT0608 consensus hears everybody, and only some of the paper is entered"],
      in: walls(Sample.step(#"<decide of="cards" rule="‸consensus" into="c" capture="paper" enter="selected"/>"#)))
  }

  @Test func `phones leave nothing on paper`() {
    expectFindings(
      ["DOT0608 what comes from phones is there; nothing of it is left on paper"],
      in: Sample.method(Sample.step(#"<collect into="cards" capture="phone" enter="‸photo"/>"#)))
  }

  @Test func `enough is enough, and a majority may be met by some`() {
    expectNothing(in: walls(asked(#"<test measure="count" of="cards" at-least="9"/>"#)))
    expectNothing(in: walls(Sample.step(#"<decide of="cards" from="dots" rule="majority" into="d"/>"#)))
    expectNothing(in: walls(asked(#"<test measure="answered" of="dots" at-least="50%"/>"#), enter: "sum"))
  }
}
