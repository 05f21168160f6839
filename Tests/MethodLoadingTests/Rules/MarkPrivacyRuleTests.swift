import MethodLoading
import Testing

@Suite struct NamesKeptNowhereTests {
  private func method(_ activity: String, _ criterion: String = "") -> String {
    let gate =
      #"<checkpoint by="facilitator" time="1m"><question>A</question><criteria>\#(criterion)</criteria></checkpoint>"#
    return Sample.method(
      Sample.step(#"<collect into="ideas" at-least="1"/>"#) + Sample.step(activity) + (criterion.isEmpty ? "" : gate),
      head: #"<people><field id="school"/></people><scales><scale id="s" range="1..5"/></scales>"#)
  }

  @Test func `nobody's own things are known where names are kept nowhere`() {
    expectFindings(
      ["DOT0702 nobody's name is kept here, so nobody's own things can be told from the others'"],
      in: method(#"<vote of="ideas" into="dots" names="unkept" never="‸own"/>"#))
    expectNothing(in: method(#"<vote of="ideas" into="dots" names="hidden" never="own"/>"#))
  }

  @Test func `a change between rounds needs names or codes`() {
    func rated(_ names: String, _ change: String) -> String {
      method(
        #"<rate of="ideas" scale="s" into="ratings" names="\#(names)"/>"#,
        #"<test measure="median" of="ratings" change="\#(change)" at-most="1"/>"#)
    }
    expectFindings(
      ["DOT0702 without names or codes it cannot be told who is in both rounds, so a change says nothing"],
      in: rated("unkept", "‸last-round"))
    expectNothing(in: rated("coded", "last-round"))
  }

  @Test func `figures of some people need names`() {
    expectFindings(
      ["DOT0702 nobody's name is kept with `ratings`, so it cannot be told by `school`"],
      in: method(
        #"<rate of="ideas" scale="s" into="ratings" names="coded"/>"#,
        #"<test measure="median" of="ratings" at-least="3"><where field="‸school" is="north"/></test>"#))
  }

  @Test func `documents cannot do without names`() {
    expectFindings(
      ["DOT0702 only what is handed in whole can do without names: items, votes, ratings and signals"],
      in: method(#"<fill into="plan" names="‸unkept"/>"#))
  }
}

@Suite struct ThinBreakdownTests {
  @Test func `a figure of some of few people is a warning where names are hidden`() {
    func method(_ names: String, _ people: String, _ field: String) -> String {
      Sample.method(
        Sample.step(#"<collect into="ideas" at-least="1"/>"#)
          + Sample.step(#"<rate of="ideas" scale="s" into="ratings" names="\#(names)"/>"#)
          + #"<checkpoint by="facilitator" time="1m"><question>A</question><criteria><test measure="median" of="ratings" at-least="3"><where field="\#(field)" is="north"/></test></criteria></checkpoint>"#,
        head: #"<people><field id="school"/></people><scales><scale id="s" range="1..5"/></scales>"#,
        fit: #"<fit people="\#(people)"/>"#)
    }
    expectFindings(
      ["DOT0704 of 6 people, those of one `school` may be fewer than five, and their figure is not shown"],
      in: method("hidden", "6..30", "‸school"))
    expectNothing(in: method("shown", "6..30", "school"))
    expectNothing(in: method("hidden", "20..30", "school"))
  }
}

@Suite struct ArmsThatHoldTests {
  private func branch(_ first: String, _ second: String, _ mark: String = "") -> String {
    Sample.method(
      Sample.step(#"<collect into="ideas"/>"#)
        + "<branch><when>\(first)<end as=\"a\"/></when><\(mark)when>\(second)<end as=\"b\"/></when><otherwise/></branch>"
        + Sample.step(""))
  }

  private func count(_ thresholds: String) -> String { #"<test measure="count" of="ideas" \#(thresholds)/>"# }

  @Test func `a wider test first leaves nothing for a narrower one`() {
    expectFindings(
      ["DOT0404 this arm cannot be entered: an earlier one holds whenever it does"],
      in: branch(count(#"at-least="2""#), count(#"at-least="9""#), "‸"))
    expectNothing(in: branch(count(#"at-least="9""#), count(#"at-least="2""#)))
    expectNothing(in: branch(count(#"above="2""#), count(#"at-least="2""#)))
  }

  @Test func `tests that exclude each other never hold together`() {
    expectFindings(
      ["DOT0404 this arm cannot be entered: its tests contradict each other"],
      in: branch(
        count(#"equals="1""#), "<all>\(count(#"at-least="9""#))\(count(#"below="9""#))</all>", "‸"))
    expectNothing(
      in: branch(count(#"equals="1""#), "<all>\(count(#"at-least="3""#))\(count(#"below="9""#))</all>"))
  }
}
