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
      ["DOT0501 7, 8, 9, 13 and more people cannot be put into groups of 5..6"],
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

  @Test func `groups inside the parts of a phase are not counted with everybody`() {
    expectNothing(
      in: Sample.method(
        #"<phase with="halves"><step time="1m" with="trios"><title>A</title></step></phase>"#,
        head: #"<groupings><groups id="halves" size="4..8"/><groups id="trios" size="3..4"/></groupings>"#))
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
          #"<‸roles><role id="a" people="2" exclusive="yes"/><role id="b" people="2" exclusive="yes"/><role id="c"/></roles>"#
      ))
    expectFindings(
      ["DOT0503 this role needs 6 people, and the method is made for 4 or more"],
      in: Sample.method(Sample.ideas, head: #"<roles><role id="a" people="‸6..8"/></roles>"#))
    expectNothing(
      in: Sample.method(Sample.ideas, head: #"<roles><role id="a" people="3"/><role id="b" people="4"/></roles>"#))
  }
}

@Suite struct SilentRolesTests {
  private static let head = #"<roles><role id="client"/><role id="expert" marks="no"/></roles>"#

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
}
