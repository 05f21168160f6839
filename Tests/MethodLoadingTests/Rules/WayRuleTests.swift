import Diagnostics
import MethodLoading
import Testing

@Suite struct WaysTests {
  private static let delivers = #"<delivers><outcome ref="‸plan"/></delivers>"#
  private static let plan = Sample.step(#"<fill into="plan"/>"#)
  private static let ideas = Sample.ideas
  private static let test = #"<test measure="count" of="ideas" at-least="3"/>"#

  @Test func `what is delivered comes on every way to a good end, and the way without it is shown`() {
    let text = Sample.method(
      Self.ideas + "<branch><when>\(Self.test)\(Self.plan)</when><otherwise/></branch>", head: Self.delivers)
    expectFindings(["DOT0305 `plan` is delivered, but some ways to a good end do not produce it"], in: text)
    let notes = Sample.load(text.replacing("‸", with: "")).diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes == ["the way through `otherwise` comes without it"])
  }

  @Test func `a promise kept only where the method stops is no promise`() {
    expectFindings(
      ["DOT0305 `plan` is delivered, but no way to a good end produces it"],
      in: Sample.method(
        Self.ideas
          + #"<checkpoint by="facilitator" time="5m"><question>Go on?</question><criteria>\#(Self.test)</criteria>"#
          + #"<stop>\#(Self.plan)<end as="stopped"/></stop></checkpoint>"#, head: Self.delivers))
  }

  @Test func `other named ends are results of their own and promise nothing`() {
    expectNothing(
      in: Sample.method(
        Self.ideas
          + #"<branch><when>\#(Self.test)</when><otherwise><end as="too-few"/></otherwise></branch>"# + Self.plan,
        head: Self.delivers.replacing("‸", with: "")))
  }

  @Test func `what an optional step leaves out is named as the way`() {
    let text = Sample.method(
      Sample.step(#"<collect into="ideas"/>"#, #"id="gather" optional="yes""#)
        + Sample.step(#"<show of="ideas"/>"#))
    let notes = Sample.load(text).diagnostics.filter { $0.code == .readTooEarly }.flatMap(\.notes).map(\.message)
    #expect(notes.last == "it is missing when this is left out")
  }

  @Test func `nothing stands behind an end`() {
    expectFindings(
      ["DOT0410 no way through the method comes here"],
      in: Sample.method(
        Self.ideas
          + #"<choice><option id="a"><title>A</title><end as="a"/></option>"#
          + #"<option id="b"><title>B</title><end as="b"/></option></choice>"#
          + "<‸step time=\"5m\"><title>A</title></step>" + Sample.step("<say>Again</say>")))
  }
}

@Suite struct ChosenDocumentTests {
  private static let drafts = Sample.step(#"<fill into="draft" visible="room"/>"#, #"with="alone""#)

  @Test func `the room does not write in documents of single people`() {
    expectFindings(
      ["DOT0306 `draft` is one document for each person, and here the whole room works on it"],
      in: Sample.method(Self.drafts + Sample.step(#"<fill of="‸draft"/>"#)))
    expectFindings(
      ["DOT0306 `draft` is one document for each person, and here the whole room works on it"],
      in: Sample.method(
        Self.drafts + Sample.step(#"<decide of="‸draft" rule="consent" into="consent" per="room"/>"#, #"with="alone""#)
      ))
  }

  @Test func `one at a time, chosen, or in the same circle they may go on`() {
    expectNothing(
      in: Sample.method(
        Self.drafts + #"<for-each item-of="draft" as="one">"# + Sample.step(#"<fill of="one"/>"#) + "</for-each>"
          + Sample.step(#"<fill of="draft"/>"#, #"with="alone""#)))
  }
}

@Suite struct PartsTogetherTests {
  private static let head = #"<groupings><groups id="pairs" size="2"/></groupings>"#

  @Test func `a test that one pair passes and another fails wants a clock for each`() {
    expectFindings(
      ["DOT0408 the parts of this phase share one clock, and this may hold for one and not for another"],
      in: Sample.method(
        #"<phase with="pairs"><repeat rounds="3">\#(Sample.ideas)<‸until>"#
          + #"<test measure="count" of="ideas" at-least="3"/></until></repeat></phase>"#, head: Self.head))
  }

  @Test func `a loop over what each pair has made wants a clock for each`() {
    expectFindings(
      ["DOT0408 the parts of this phase share one clock, and one may have more things to go through than another"],
      in: Sample.method(
        #"<phase with="pairs">"# + Sample.ideas
          + #"<‸for-each item-of="ideas" as="idea">\#(Sample.step("<say>{idea}</say>"))</for-each></phase>"#,
        head: Self.head))
  }

  @Test func `a loop over what is a pair's own went through everything of all`() {
    let loop = #"<‸for-each item-of="ideas" as="idea"><where field="by" is="own"/>\#(Sample.step("<say>{idea}</say>"))"#
    expectFindings(
      ["DOT0408 the parts of this phase share one clock, and what is one's own is another's for each of them"],
      in: Sample.method(Sample.ideas + #"<phase with="pairs">\#(loop)</for-each></phase>"#, head: Self.head))
    expectNothing(
      in: Sample.method(
        Sample.ideas + #"<phase with="pairs" clock="own">\#(loop.replacing("‸", with: ""))</for-each></phase>"#,
        head: Self.head))
  }

  @Test func `what the whole room has made is the same for every pair`() {
    expectNothing(
      in: Sample.method(
        Sample.ideas + #"<phase with="pairs"><for-each item-of="ideas" as="idea">\#(Sample.step("<say>{idea}</say>"))"#
          + "</for-each></phase>", head: Self.head))
  }
}
