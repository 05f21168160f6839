import Diagnostics
import MethodLoading
import Testing

@Suite struct NumbersTogetherTests {
  @Test(arguments: [
    (#"<collect into="a" at-least="5" at-most="‸2"/>"#, "at-least asks for 5, and at-most allows 2"),
    (#"<vote of="ideas" into="v" budget="2" per-item="‸5"/>"#, "one thing may get 5 from a person who has 2"),
    (
      #"<vote of="ideas" into="v"/><select from="ideas" into="b" top="‸4" ranked-by="v" at-most="3"/>"#,
      "top takes 4, and at-most allows 3"
    ),
    (
      #"<vote of="ideas" into="v"/><select from="ideas" into="b" top="‸5" ranked-by="v"/>"#,
      "the best 5 are taken, and `ideas` has 3 at most"
    ),
  ])
  func `two numbers that cannot both be kept`(contents: String, message: String) {
    expectFindings(
      ["DOT0902 \(message)"],
      in: Sample.method(Sample.step(#"<collect into="ideas" at-most="3"/>"#) + Sample.step(contents)))
  }

  @Test func `no more rounds are expected than there are`() {
    let loop = { (expect: String) in
      Sample.method(#"<repeat rounds="3" expect="\#(expect)">\#(Sample.step("<say>A</say>"))</repeat>"#)
    }
    expectFindings(["DOT0902 9 rounds are expected, and there are 3 at most"], in: loop("‸1 2 9"))
    expectNothing(in: loop("1 2 3"))
  }

  @Test func `what may come again has no most`() {
    expectNothing(
      in: Sample.method(
        #"<repeat rounds="3">\#(Sample.step(#"<collect into="ideas" at-most="3"/>"#))</repeat>"#
          + Sample.step(#"<vote of="ideas" into="v"/><select from="ideas" into="b" top="5" ranked-by="v"/>"#)))
  }
}

@Suite struct SharesAndScoresTests {
  private static func decide(_ attributes: String, setting: String = "0.8") -> String {
    Sample.method(
      Sample.ideas + Sample.step(#"<vote of="ideas" into="votes" kind="approval"/>"#)
        + Sample.step(#"<rate of="ideas" scale="one-to-five" into="ratings"/>"#)
        + Sample.step(#"<decide of="ideas" into="decision" \#(attributes)/>"#),
      head: #"<settings><setting id="part" type="number" default="\#(setting)"><ask>?</ask></setting></settings>"#
        + Sample.scale)
  }

  @Test(arguments: [
    (#"from="votes" rule="share" at-least="‸80""#, "a share of 8000% cannot be reached: all of them are 100%"),
    (#"from="votes" rule="share" at-least="‸120%""#, "a share of 120% cannot be reached: all of them are 100%"),
    (#"from="votes" rule="plurality" quorum="‸67""#, "a quorum of 6700% cannot be reached: all of them are 100%"),
    (#"from="ratings" rule="score" measure="median" at-least="‸6""#, "no median can be at least 6"),
  ])
  func `parts are no more than the whole, scores lie on their scale`(attributes: String, message: String) {
    expectFindings(["DOT0602 \(message)"], in: Self.decide(attributes))
  }

  @Test func `a part may be the whole, and come from a setting`() {
    expectNothing(in: Self.decide(#"from="votes" rule="share" at-least="100%" quorum="0.5""#))
    expectNothing(in: Self.decide(#"from="votes" rule="share" at-least="{part}""#))
    let wrong = Self.decide(#"from="votes" rule="share" at-least="‸{part}""#, setting: "80")
    expectFindings(["DOT0602 `part` is 80 if nobody says anything else, which is 8000%"], in: wrong)
    #expect(
      helps(in: wrong.replacing("‸", with: ""))
        == ["write default=\"0.8\" where it is asked, and say there that 0.8 is 80%"])
  }

  @Test func `a remedy is a percentage that can be reached`() {
    #expect(
      helps(in: Self.decide(#"from="votes" rule="share" at-least="80""#)) == [
        "write 80% for a percentage, or a part of 1"
      ])
    #expect(
      helps(in: Self.decide(#"from="votes" rule="share" at-least="120%""#)) == [
        "write a percentage up to 100%, or a part of 1"
      ])
  }
}

@Suite struct CountableMarksTests {
  private static func decide(_ attributes: String, marks: String) -> String {
    Sample.method(
      Sample.ideas + Sample.step(marks) + Sample.step(#"<decide of="ideas" into="decision" \#(attributes)/>"#),
      head: Sample.scale + "")
  }

  private static let ratings = #"<rate of="ideas" scale="one-to-five" into="marks"/>"#
  private static let dots = #"<vote of="ideas" into="marks" budget="3"/>"#
  private static let ranking = #"<vote of="ideas" into="marks" kind="ranking"/>"#

  @Test(arguments: [
    (#"rule="majority" from="‸marks""#, ratings, "the rule majority counts votes, and `marks` holds ratings"),
    (
      #"rule="share" at-least="60%" from="‸marks""#, ranking,
      "the rule share counts who is for an option, and `marks` holds points"
    ),
    (
      #"rule="majority" from="‸marks""#, dots,
      "the rule majority counts who is for an option, and one person may give it several dots in `marks`"
    ),
    (
      #"rule="share" at-least="60%" from="‸marks""#, #"<vote of="ideas" into="marks"/>"#,
      "the rule share counts who is for an option, and one person may give it several dots in `marks`"
    ),
    (#"rule="consent" from="‸marks""#, dots, "consent collects its own signals, and `marks` holds none"),
    (
      #"rule="consensus" from="‸marks""#, dots,
      "consensus counts who agrees and who blocks, and `marks` does not say that"
    ),
    (#"rule="‸one""#, dots, "the rule one does not say who decides"),
    (
      #"rule="one" by="facilitator" from="‸marks""#, dots,
      "one person decides by choosing, and counts nothing of `marks`"
    ),
    (
      #"rule="plurality" from="marks" ties="‸one""#, dots,
      "ties=\"one\" does not say who decides, so the facilitator is asked"
    ),
  ])
  func `a rule counts what it can count`(attributes: String, marks: String, message: String) {
    expectFindings(["DOT0604 \(message)"], in: Self.decide(attributes, marks: marks))
  }

  @Test func `dots and rankings have a most, and somebody decides`() {
    expectNothing(in: Self.decide(#"rule="plurality" from="marks""#, marks: Self.ranking))
    expectNothing(in: Self.decide(#"rule="plurality" from="marks" ties="one" by="facilitator""#, marks: Self.dots))
    expectNothing(
      in: Sample.method(
        Sample.ideas + Sample.step(#"<decide of="ideas" rule="one" into="decision"/>"#, #"with="lead""#),
        head: #"<roles><role id="lead"/></roles>"#))
  }

  @Test func `a session that had begun with what is refused now could not be read again`() {
    let text = Self.decide(#"rule="majority" from="marks""#, marks: Self.dots)
    let source = SourceText(name: "method.xml", text: text)
    #expect(MethodLoader.load(source).method == nil)
    let pinned = MethodLoader.load(source, isPinned: true)
    #expect(pinned.method != nil && pinned.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `where each has one dot for a thing, dots say who is for it`() {
    for limits in [#"budget="1""#, #"budget="3" per-item="1""#] {
      let marks = #"<vote of="ideas" into="marks" \#(limits)/>"#
      expectNothing(in: Self.decide(#"rule="majority" from="marks""#, marks: marks))
    }
  }

  @Test func `the remedy of a share fits what is counted`() {
    func share(_ marks: String) -> String {
      Sample.method(
        Sample.ideas + Sample.step(marks)
          + #"<checkpoint by="facilitator" time="2m"><question>Q?</question><criteria>"#
          + #"<test measure="share" of="marks" at-least="50%"/></criteria></checkpoint>"#, head: Sample.scale)
    }
    #expect(
      helps(in: share(#"<vote of="ideas" into="marks" kind="approval"/>"#).replacing(Sample.scale, with: "")) == [
        #"write <where field="value" is="1"/> in it"#
      ])
    #expect(helps(in: share(Self.ratings)) == [#"write <where field="value" is="4..5"/> in it"#])
  }
}

@Suite struct RelatedMarksTests {
  private static func chosen(from source: String, by marks: String) -> String {
    Sample.method(
      Sample.ideas + Sample.step(#"<collect into="risks"/>"#) + Sample.step(#"<vote of="ideas" into="dots"/>"#)
        + Sample.step(#"<collect from="ideas" into="copies"/>"#)
        + Sample.step(#"<select from="\#(source)" into="best" top="2" ranked-by="\#(marks)"/>"#))
  }

  @Test func `things are ranked by marks that they were given`() {
    expectFindings(
      ["DOT0609 `dots` holds marks on `ideas`, none on `risks`"], in: Self.chosen(from: "risks", by: "‸dots"))
    expectNothing(in: Self.chosen(from: "ideas", by: "dots"))
    expectNothing(in: Self.chosen(from: "copies", by: "dots"))
  }

  @Test func `a change is taken between rounds of one kind`() {
    let test = { (before: String) in
      Sample.method(
        Sample.ideas + Sample.step(#"<vote of="ideas" into="dots"/><vote of="ideas" into="more"/>"#)
          + Sample.step(#"<rate of="ideas" scale="one-to-five" into="ratings"/>"#)
          + #"<checkpoint by="facilitator" time="2m"><question>Q?</question><criteria>"#
          + #"<test measure="sum" of="dots" change="\#(before)" at-least="1"/></criteria></checkpoint>"#,
        head: Sample.scale)
    }
    expectFindings(
      ["DOT0609 `dots` holds dots, and `ratings` ratings on `one-to-five`, so there is no change between them"],
      in: test("‸ratings"))
    expectNothing(in: test("more"))
    expectNothing(in: test("last-round"))
  }
}

@Suite struct HoldableRolesTests {
  private static func roles(_ roles: String) -> String {
    Sample.method(Sample.ideas, head: "<roles>\(roles)</roles>")
  }

  @Test func `somebody can hold a role, and only one takes the rest`() {
    expectFindings(
      ["DOT0507 nobody can hold this role"],
      in: Self.roles(#"<role id="a" people="‸0"><text>Watches.</text></role>"#))
    expectNothing(in: Self.roles(#"<role id="a" people="0..1"><text>Watches.</text></role>"#))
    expectFindings(
      ["DOT0507 another role takes everybody who is left"],
      in: Self.roles(
        #"<role id="a" filled="rest"><text>Plan.</text></role><role id="b" filled="‸rest"><text>Cook.</text></role>"#))
  }

  @Test func `several may take all but the holders of some roles`() {
    let chair = #"<role id="chair"><text>Leads.</text></role>"#
    let others = { (except: String) in
      chair + #"<role id="a" filled="rest" except="chair"><text>Plan.</text></role>"#
        + #"<role id="b" filled="rest" except="\#(except)"><text>Cook.</text></role>"#
    }
    expectNothing(in: Self.roles(others("chair")))
    expectFindings(["DOT0507 `a` takes whoever is left itself"], in: Self.roles(others("‸a")))
  }

  @Test func `a role is filled from a choice of people`() {
    expectFindings(
      ["DOT0507 `ideas` is no choice of people, so nobody would ever hold this role"],
      in: Self.roles(#"<role id="a" filled="selected" from="‸ideas"><text>Speaks.</text></role>"#))
  }
}
