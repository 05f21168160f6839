import Diagnostics
import MethodLoading
import Testing

@Suite struct KnownPartsTests {
  @Test func `a path leads to something`() {
    expectFindings(
      ["DOT0304 `consent` has no part `objection`"],
      in: Sample.method(
        Sample.ideas + Sample.step(#"<decide of="ideas" rule="consent" into="consent"/>"#)
          + #"<for-each item-of="‸consent/objection" as="o">\#(Sample.step(""))</for-each>"#))
    expectFindings(
      ["DOT0304 `ideas` has no part `owner`"],
      in: Sample.method(Sample.ideas + Sample.step(#"<show of="‸ideas/owner"/>"#)))
  }

  @Test func `a filter looks at a field that exists, or at a tag`() {
    expectFindings(
      ["DOT0304 `ideas` has no field `colour`"],
      in: Sample.method(
        Sample.ideas + Sample.step(#"<vote of="ideas" into="v"><where field="‸colour" is="red"/></vote>"#)))
    expectNothing(
      in: Sample.method(Sample.ideas + Sample.step(#"<vote of="ideas" into="v"><where field="by" is="own"/></vote>"#)))
  }

  @Test func `a part in hand has the fields of that part`() {
    let decide = Sample.ideas + Sample.step(#"<decide of="ideas" rule="consent" into="consent"/>"#)
    expectNothing(
      in: Sample.method(
        decide + #"<for-each item-of="consent/objections" as="o">"#
          + Sample.step(#"<say>{o/text} {o/status} {o/owner}</say><fill of="o"><field id="owner"/></fill>"#)
          + "</for-each>"))
    expectFindings(
      ["DOT0304 `o` has no field `objections`"],
      in: Sample.method(
        decide
          + #"<for-each item-of="consent/objections" as="o">\#(Sample.step("<say>‸{o/objections}</say>"))</for-each>"#))
  }

  @Test func `outcomes made of each other end the search`() {
    let circle = (0..<12).map { index in
      Sample.step((0..<4).map { #"<collect into="x\#(index)" from="x\#((index * 3 + $0) % 12)"/>"# }.joined())
    }
    let text = Sample.method(circle.joined() + #"<step time="1m per item"><title>A</title><show of="x3/size"/></step>"#)
    #expect(Sample.load(text).diagnostics.contains { $0.code == .itemsUnexpected })
  }

  @Test func `fields come along with what is copied, chosen and filled`() {
    expectNothing(
      in: Sample.method(
        Sample.step(#"<collect into="a" at-least="1"><field id="size"/></collect>"#)
          + Sample.step(#"<collect into="b" from="a"/>"#) + Sample.step(#"<select from="b" into="c"/>"#)
          + #"<for-each item-of="c" as="thing">"#
          + Sample.step(#"<say>{thing/size}</say><fill of="thing"><field id="owner"/></fill>"#) + "</for-each>"
          + Sample.step(#"<show of="c/size"/>"#)))
  }
}

@Suite struct ProducedInTimeTests {
  private static let read = #"<show of="‸ideas"/>"#
  private static let error = "DOT0302 `ideas` is read here before anything has produced it"
  private static let warning =
    "DOT0302 on some ways through the method `ideas` is read here before anything has produced it"

  @Test func `reading before writing`() {
    expectFindings([Self.error], in: Sample.method(Sample.step(Self.read) + Sample.ideas))
    expectNothing(in: Sample.method(Sample.step(#"<collect into="ideas"/><show of="ideas"/>"#)))
  }

  @Test func `what stands in braces is read too`() {
    let number = Sample.step(#"<fill into="plan" shape="form"><field id="most" type="number" default="3"/></fill>"#)
    let vote = #"<vote of="ideas" into="v" budget="‸{plan/most}"/>"#
    expectFindings(
      ["DOT0302 `plan` is read here before anything has produced it"],
      in: Sample.method(Sample.ideas + Sample.step(vote) + number))
    expectNothing(in: Sample.method(Sample.ideas + number + Sample.step(vote.replacing("‸", with: ""))))
  }

  @Test func `except may name what does not exist yet`() {
    expectNothing(
      in: Sample.method(
        Sample.ideas + Sample.step(#"<vote of="ideas" except="later" into="v"/>"#)
          + Sample.step(#"<select from="ideas" into="later"/>"#)))
  }

  @Test func `an optional step may be left out`() {
    expectFindings(
      [Self.warning],
      in: Sample.method(
        Sample.step(#"<collect into="ideas"/>"#, #"optional="yes""#) + Sample.step(Self.read)))
  }

  @Test func `each arm of a branch has to produce it`() {
    func branch(_ otherwise: String) -> String {
      Sample.step(#"<collect into="a" at-least="1"/>"#)
        + #"<branch><when><test measure="count" of="a" at-least="3"/>\#(Sample.ideas)</when>"#
        + "<otherwise>\(otherwise)</otherwise></branch>"
    }
    expectFindings([Self.warning], in: Sample.method(branch("") + Sample.step(Self.read)))
    expectNothing(in: Sample.method(branch(Sample.ideas) + Sample.step(#"<show of="ideas"/>"#)))
    expectNothing(in: Sample.method(branch(#"<end as="over"/>"#) + Sample.step(#"<show of="ideas"/>"#)))
  }

  @Test func `the second lap knows what the first has produced`() {
    expectFindings(
      [Self.warning], in: Sample.method(#"<repeat rounds="2">\#(Sample.step(Self.read))\#(Sample.ideas)</repeat>"#))
  }

  @Test func `a loop is left where its until stands`() {
    let until = #"<until><test measure="count" of="a" at-least="3"/></until>"#
    expectFindings(
      [Self.warning],
      in: Sample.method(
        #"<repeat rounds="2">\#(Sample.step(#"<collect into="a"/>"#))\#(until)\#(Sample.ideas)</repeat>"#
          + Sample.step(Self.read)))
  }

  @Test func `a way back brings along what came later`() {
    expectFindings(
      [Self.warning],
      in: Sample.method(
        #"<step id="start" time="1m"><title>A</title>\#(Self.read)</step>"# + Sample.ideas
          + #"<choice><option id="again"><title>A</title><back to="start"/></option>"#
          + #"<option id="on"><title>B</title></option></choice>"#))
  }

  @Test func `a mode has to produce it for itself`() {
    expectFindings(
      ["DOT0302 in a room `ideas` is read here, and only in a call it is written"],
      in: Sample.method(
        Sample.step(#"<collect into="ideas"/>"#, #"mode="remote""#) + Sample.step(Self.read)))
  }
}

@Suite struct OneTypeTests {
  @Test func `one name holds one kind of thing`() {
    expectFindings(
      ["DOT0303 `ideas` holds things, and ballots (dots) are written into it here"],
      in: Sample.method(Sample.ideas + Sample.step(#"<vote of="ideas" into="‸ideas"/>"#)))
    expectFindings(
      ["DOT0303 the field `size` of `a` has the type number, and here date"],
      in: Sample.method(
        Sample.step(#"<collect into="a"><field id="size" type="number"/></collect>"#)
          + Sample.step(#"<collect into="a"><field id="‸size" type="date"/></collect>"#)))
  }

  @Test func `a document belongs to one unit`() {
    expectFindings(
      ["DOT0303 `plan` is one document per person, and here per room"],
      in: Sample.method(Sample.step(#"<fill into="plan"/>"#, #"with="alone""#) + Sample.step(#"<fill into="‸plan"/>"#)))
  }
}

@Suite struct NothingAfterFreezeTests {
  @Test func `a frozen document stays as it is`() {
    expectFindings(
      ["DOT0307 `plan` is frozen by then, so nothing can be written"],
      in: Sample.method(
        Sample.step(#"<fill into="plan" freeze="results"/>"#)
          + #"<step id="results" time="1m"><title>A</title></step>"# + Sample.step(#"<fill of="‸plan"/>"#)))
    expectFindings(
      ["DOT0307 `start` comes before this activity, so nothing could ever be written"],
      in: Sample.method(
        #"<step id="start" time="1m"><title>A</title></step>"# + Sample.step(#"<fill into="plan" freeze="‸start"/>"#)))
  }
}
