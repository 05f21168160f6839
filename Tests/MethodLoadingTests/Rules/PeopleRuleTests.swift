import MethodLoading
import MethodModel
import Testing

@Suite struct GroupSizesTests {
  private static func groups(_ attributes: String, people: String) -> String {
    Sample.method(
      Sample.step("", #"with="trios""#), head: #"<groupings><groups id="trios" \#(attributes)/></groupings>"#,
      fit: #"<fit people="\#(people)"/>"#)
  }

  @Test func `every number of people can be cut into a range of sizes`() {
    expectFindings(
      ["DOT0501 5 people cannot be put into groups of 3..4"], in: Self.groups(#"size="‸3..4""#, people: "4..12"))
    expectFindings(
      ["DOT0501 7..9, 13, 14 or 19 people cannot be put into groups of 5..6"],
      in: Self.groups(#"size="‸5..6""#, people: "5..40"))
    expectNothing(in: Self.groups(#"size="3..5""#, people: "3.."))
  }

  @Test func `exact sizes are never far off`() {
    expectNothing(in: Self.groups(#"size="2""#, people: "2..60"))
    expectFindings(
      ["DOT0501 with 6 people some groups of 4 are off by more than one"],
      in: Self.groups(#"size="‸4""#, people: "6"))
    expectNothing(in: Self.groups(#"size="4" remainder="observe""#, people: "6"))
  }

  @Test func `groups inside the parts of a phase are counted from the sizes of the parts`() {
    let inParts = { (size: String) in
      Sample.method(
        #"<phase with="halves"><step time="1m" with="trios"><title>A</title></step></phase>"#,
        head: #"<groupings><groups id="halves" size="4..8"/><groups id="trios" size="\#(size)"/></groupings>"#)
    }
    expectFindings(
      ["DOT0501 with 5 or 9..11 people a part has 5, who cannot be put into groups of 3..4"], in: inParts("‸3..4"))
    expectNothing(in: inParts("2..4"))
  }

  @Test func `what is split is counted from the groups it is cut of`() {
    let head =
      #"<groupings><groups id="halves" size="5..6"/><groups id="parts" split="halves" size="‸3..4"/></groupings>"#
    expectFindings(
      ["DOT0501 with 5 or 10 people `halves` has groups of 5, which cannot be cut into 3..4"],
      in: Sample.method(
        Sample.step("", #"with="halves""#) + Sample.step("", #"with="parts""#), head: head,
        fit: #"<fit people="5 6 10 12"/>"#))
  }

  @Test func `merged groups are at most one group off`() {
    let head = { (each: String) in
      #"<groupings><groups id="pairs" size="2"/><groups id="many" merge="pairs" each="\#(each)" remainder="smaller"/></groupings>"#
    }
    let agenda = Sample.step("", #"with="pairs""#) + Sample.step("", #"with="many""#)
    expectFindings(
      ["DOT0501 with 8 or 9 people some of these are not made of 3 groups, but of two more or fewer"],
      in: Sample.method(agenda, head: head("‸3"), fit: #"<fit people="6..9"/>"#))
    expectNothing(in: Sample.method(agenda, head: head("2")))
  }

  @Test func `a group per thing of a list has people enough and not too many`() {
    let head =
      #"<groupings><groups id="tables" per="topics" size="‸2..3"/></groupings>"#
      + #"<lists><list id="topics"><value id="a"/><value id="b"/><value id="c"/></list></lists>"#
    expectFindings(
      ["DOT0501 4 or 5 people are too few for a group of 2..3 on each of `topics`"],
      in: Sample.method(Sample.step("", #"with="tables""#), head: head, fit: #"<fit people="4..9"/>"#))
    expectFindings(
      ["DOT0501 10..12 people are too many for a group of 2..3 on each of `topics`"],
      in: Sample.method(Sample.step("", #"with="tables""#), head: head, fit: #"<fit people="6..12"/>"#))
  }
}

@Suite struct PartnersRepeatTests {
  private static func rounds(_ rounds: String, _ with: String = "pairs") -> String {
    Sample.method(
      #"<repeat rounds="\#(rounds)"><step time="5m" with="\#(with)"><title>Talk</title></step></repeat>"#,
      head: #"<groupings><groups id="pairs" size="2" avoid="earlier" formed="each-time"/></groupings>"#,
      fit: #"<fit people="4 6 8"/>"#)
  }

  @Test func `pairs that are formed anew too often meet again`() {
    expectFindings(
      ["DOT0504 with 4 people partners must repeat from lap 4 on"], in: Self.rounds("5", "‸pairs"))
    expectNothing(in: Self.rounds("3"))
  }

  @Test func `groups that are formed anew for one step after the other run out of new partners`() {
    let method = { (count: Int) in
      Sample.method(
        (1...count).map { Sample.step("", #"with="\#($0 == 4 ? "‸" : "")pairs""#) }.joined(),
        head: #"<groupings><groups id="pairs" size="2" avoid="earlier" formed="each-time"/></groupings>"#,
        fit: #"<fit people="4"/>"#)
    }
    expectFindings(["DOT0504 with 4 people partners must repeat here"], in: method(4))
    expectNothing(in: method(3))
  }

  @Test func `people who scatter over too few places meet again`() {
    let rotate = { (rounds: String) in
      Sample.method(
        #"<rotate move="people" through="topics" rounds="\#(rounds)"><step time="5m"><title>T</title></step></rotate>"#,
        head: #"<lists><list id="topics"><value id="a"/><value id="b"/><value id="c"/></list></lists>"#,
        fit: #"<fit people="6..12"/>"#)
    }
    expectFindings(["DOT0504 with 10..12 people partners must repeat from lap 2 on"], in: rotate("‸2"))
    expectNothing(in: rotate("1"))
  }
}

@Suite struct RotationHoldsTests {
  private static func rotate(_ attributes: String, people: String = "8..12") -> String {
    Sample.method(
      Sample.step(#"<collect into="cards" exactly="1"/>"#, #"with="alone""#)
        + #"<rotate \#(attributes)><step time="5m"><title>T</title></step></rotate>"#,
      head:
        #"<roles><role id="client"><text>Asks.</text></role></roles><groupings><groups id="fours" size="4..6"/></groupings>"#
        + #"<lists><list id="topics"><value id="a"/><value id="b"/><value id="c"/></list></lists>"#,
      fit: #"<fit people="\#(people)"/>"#)
  }

  @Test func `laps are no more than places`() {
    expectFindings(
      ["DOT0505 with 8..12 people places come again from lap 4 on"],
      in: Self.rotate(#"move="fours" through="topics" rounds="‸5""#))
    expectNothing(in: Self.rotate(#"move="fours" through="topics" rounds="2""#))
    expectNothing(in: Self.rotate(#"move="fours" through="topics""#))
  }

  @Test func `what never comes home has one lap fewer`() {
    expectFindings(
      ["DOT0505 with 8 people the last lap would bring things back to their authors"],
      in: Self.rotate(#"move="cards" through="people" never="own" rounds="‸8""#))
    expectNothing(in: Self.rotate(#"move="cards" through="people" never="own""#))
  }

  @Test func `more groups than places is a warning`() {
    expectFindings(
      ["DOT0505 with 18..20 people there are more groups than places, so some wait in each lap"],
      in: Self.rotate(#"move="fours" through="topics" rounds="‸3""#, people: "8..20"))
  }

  @Test func `a group that waits in every lap comes nowhere`() {
    expectFindings(
      [
        "DOT0505 with 12..16 people some groups come nowhere: they wait in every lap",
        "DOT0505 with 9..11 people there are more groups than places, so some wait in each lap",
      ],
      in: Sample.method(
        #"<rotate move="outer-seats" through="inner-seats" rounds="‸‸4"><step time="5m"><title>T</title></step></rotate>"#,
        head: #"<roles><role id="inner" filled="drawn" people="4..8" exclusive="yes"><text>Sits.</text></role>"#
          + #"<role id="outer" filled="rest"><text>Moves.</text></role></roles><groupings>"#
          + #"<groups id="inner-seats" by="inner" size="1"/><groups id="outer-seats" by="outer" size="1"/></groupings>"#,
        fit: #"<fit people="8..16"/>"#))
  }

  @Test func `a role goes through groups, things through hands, people over places`() {
    expectFindings(
      ["DOT0505 a role goes through the members of groups, and `topics` is no set of groups"],
      in: Self.rotate(#"move="client" through="‸topics""#))
    expectFindings(
      ["DOT0505 things go through hands, and `topics` is neither groups nor `people`"],
      in: Self.rotate(#"move="cards" through="‸topics""#))
    expectFindings(
      ["DOT0505 people scatter over places, and `fours` is made of people"],
      in: Self.rotate(#"move="people" through="‸fours""#))
    expectFindings(
      ["DOT0505 never=\"own\" says nothing where a role goes round"],
      in: Self.rotate(#"move="client" through="fours" never="‸own""#))
    expectFindings(
      ["DOT0505 nobody stays where things go round"],
      in: Self.rotate(#"move="cards" through="people" stay="‸client""#))
  }

  @Test func `a role that goes round is none that stands alone`() {
    let method = { (exclusive: String) in
      Sample.method(
        #"<rotate move="‸lead" through="fours" rounds="2"><step time="5m" with="fours"><title>T</title></step></rotate>"#,
        head: #"<roles><role id="lead" per="group" exclusive="\#(exclusive)"><text>Hosts.</text></role></roles>"#
          + #"<groupings><groups id="fours" size="4..6"/></groupings>"#,
        fit: #"<fit people="8..12"/>"#)
    }
    expectFindings(
      [
        "DOT0505 `lead` is for people without another role (exclusive=\"yes\"), and every member of the groups gets it in turn"
      ],
      in: method("yes"))
    expectNothing(in: method("no").replacing("‸", with: ""))
  }

  @Test func `nobody keeps a role that goes with no other where one comes to everybody, unless it is drawn anew`() {
    let method = { (filled: String) in
      Sample.method(
        #"<rotate move="‸lead" through="fours" rounds="2"><step time="5m" with="fours"><title>T</title></step></rotate>"#,
        head: #"<roles><role id="lead" per="group"><text>Hosts.</text></role>"#
          + #"<role id="watch" exclusive="yes" \#(filled)><text>Watches.</text></role></roles>"#
          + #"<groupings><groups id="fours" size="4..6"/></groupings>"#,
        fit: #"<fit people="8..12"/>"#)
    }
    expectFindings(
      [
        "DOT0505 `lead` comes to every member of the groups, and `watch` goes with no other role (exclusive=\"yes\")"
      ],
      in: method(""))
    expectNothing(in: method(#"filled="drawn""#).replacing("‸", with: ""))
  }

  @Test func `documents of groups are counted, so that a lap that brings all of them home is found`() {
    expectFindings(
      ["DOT0505 with 8..10 people the last lap would bring things back to their authors"],
      in: Sample.method(
        Sample.step(#"<fill into="plan"/>"#, #"with="fours""#)
          + #"<rotate move="plan" through="fours" as="sheet" never="own" rounds="‸2"><step time="5m"><title>{sheet}</title></step></rotate>"#,
        head: #"<groupings><groups id="fours" size="4..5"/></groupings>"#, fit: #"<fit people="8..10"/>"#))
  }
}

@Suite struct RoleInOtherGroupsTests {
  private static func rotate(_ step: String, through: String = "sixes") -> String {
    Sample.method(
      #"<rotate move="asker" through="\#(through)">\#(step)</rotate>"#,
      head: #"<roles><role id="asker" filled="drawn" per="group"><text>Asks.</text></role></roles>"#
        + #"<groupings><groups id="pairs" size="2"/><groups id="sixes" merge="pairs" each="3"/></groupings>"#,
      fit: #"<fit people="12"/>"#)
  }

  @Test func `who has the role was missing in the smaller groups of a step`() {
    let asked = #"<collect into="stories" by="asker"/>"#
    expectFindings(
      [
        "DOT0505 `asker` goes through `sixes`, and this step works in `pairs`, of which some have nobody in the role"
      ], in: Self.rotate(Sample.step(asked, #"with="‸pairs""#)))
    expectNothing(in: Self.rotate(Sample.step(asked, #"with="sixes""#)))
    expectNothing(in: Self.rotate(Sample.step(asked, #"with="sixes""#), through: "pairs"))
    expectNothing(in: Self.rotate(Sample.step(#"<collect into="stories"/>"#, #"with="pairs""#)))
  }
}

@Suite struct MergeAfterGroupsTests {
  private static let head =
    #"<groupings><groups id="pairs" size="2"/><groups id="fours" merge="pairs" each="2" remainder="smaller"/></groupings>"#

  @Test func `the base forms first`() {
    expectNothing(
      in: Sample.method(Sample.step("", #"with="pairs""#) + Sample.step("", #"with="fours""#), head: Self.head))
    expectFindings(
      ["DOT0502 `fours` is made of `pairs`, which has not been formed by then"],
      in: Sample.method(Sample.step("", #"with="‸fours""#) + Sample.step("", #"with="pairs""#), head: Self.head))
  }

  @Test func `no circles`() {
    let head = #"<groupings><groups id="a" merge="‸b" each="2"/><groups id="b" merge="‸a" each="2"/></groupings>"#
    expectFindings(
      ["DOT0502 these groups are made of themselves", "DOT0502 these groups are made of themselves"],
      in: Sample.method(Sample.ideas, head: head))
  }
}

@Suite struct EnoughPeopleTests {
  @Test func `the smallest room fills the roles`() {
    expectFindings(
      ["DOT0503 the roles need 5 people, and the method is made for 4 or more"],
      in: Sample.method(
        Sample.ideas,
        head:
          #"<‸roles><role id="a" people="2" exclusive="yes"/><role id="b" people="2" exclusive="yes"/>"#
          + "<role id=\"c\"><text>Helps.</text></role></roles>"
      ))
    expectFindings(
      ["DOT0503 this role needs 6 people, and the method is made for 4 or more"],
      in: Sample.method(Sample.ideas, head: #"<roles><role id="a" people="‸6..8"><text>Sings.</text></role></roles>"#))
    expectNothing(
      in: Sample.method(
        Sample.ideas,
        head: #"<roles><role id="a" people="3"><text>Sings.</text></role>"#
          + #"<role id="b" people="4"><text>Plays.</text></role></roles>"#))
  }
}

@Suite struct SilentRolesTests {
  private static let head =
    #"<roles><role id="client"><text>Asks.</text></role><role id="expert" marks="no"/></roles>"#

  @Test func `a silent role is not asked`() {
    expectFindings(
      ["DOT0506 `client` must be silent in this step and is asked to contribute"],
      in: Sample.method(Sample.step(#"<collect into="a" by="‸client"/>"#, #"silent="client""#), head: Self.head))
    expectFindings(
      ["DOT0506 `client` works here and must be silent here"],
      in: Sample.method(Sample.step(#"<collect into="a"/>"#, #"with="‸client" silent="client""#), head: Self.head))
  }

  @Test func `who does not mark is not asked to`() {
    expectFindings(
      ["DOT0506 holders of `expert` do not mark (marks=\"no\") and are asked to"],
      in: Sample.method(Sample.step(#"<vote of="people" into="a" by="‸expert"/>"#), head: Self.head))
    expectNothing(in: Sample.method(Sample.step(#"<collect into="a" by="expert"/>"#), head: Self.head))
  }

  @Test func `who listens writes, and cannot be silent as well`() {
    let head = Self.head
    expectNothing(in: Sample.method(Sample.step(#"<collect into="a" by="client"/>"#, #"listens="client""#), head: head))
    expectFindings(
      ["DOT0506 `client` listens here, which is to write, and must be silent, which is to write nothing"],
      in: Sample.method(
        Sample.step(#"<collect into="a" by="expert"/>"#, #"silent="client" listens="‸client""#), head: head))
    expectFindings(
      ["DOT0508 `client` has a turn here and only listens"],
      in: Sample.method(
        Sample.step(#"<collect into="a"/>"#, #"voice="turns" order="‸client" listens="client""#), head: head))
  }

  @Test func `a group of a silent role works and must be silent`() {
    expectFindings(
      ["DOT0506 `client` works here and must be silent here"],
      in: Sample.method(
        Sample.step(#"<collect into="a"/>"#, #"with="‸clients" silent="client""#),
        head: Self.head + #"<groupings><groups id="clients" by="client" size="1"/></groupings>"#))
  }
}
