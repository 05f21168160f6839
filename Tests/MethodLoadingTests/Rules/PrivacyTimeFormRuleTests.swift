import MethodLoading
import Testing

@Suite struct NeverRevealedTests {
  @Test func `the room is not shown what stays private`() {
    func method(_ attributes: String, _ of: String = "‸notes") -> String {
      Sample.method(
        Sample.step(#"<collect into="notes" \#(attributes)/>"#, #"with="alone""#) + Sample.step(#"<show of="\#(of)"/>"#)
      )
    }
    expectFindings(
      ["DOT0701 `notes` is private and never revealed, so the room has nothing to see here"], in: method(""))
    expectNothing(in: method(#"reveal="end-of-step""#, "notes"))
    expectNothing(in: method(#"visible="room""#, "notes"))
  }
}

@Suite struct RevealInTimeTests {
  private static func method(_ reveal: String, closing: String) -> String {
    Sample.method(
      #"<step id="start" time="1m"><title>A</title></step>"#
        + Sample.step(#"<collect into="notes" reveal="\#(reveal)"/>"#, #"with="alone""#)
        + Sample.step(#"<show of="notes"/>"#) + #"<step id="closing" time="1m"><title>A</title>\#(closing)</step>"#)
  }

  @Test func `a reveal comes later, and before the room looks`() {
    expectFindings(
      ["DOT0703 `start` opens before this is entered, so nothing would be revealed"],
      in: Self.method("‸start", closing: ""))
    expectFindings(
      ["DOT0703 `notes` is shown to the room before `closing` opens, which reveals it"],
      in: Self.method("‸closing", closing: ""))
  }
}

@Suite struct LimitsInOrderTests {
  @Test(arguments: [
    (#"time="5m" shortest="‸10m""#, "shortest is longer than the time itself"),
    (#"time="5m" longest="‸4m""#, "longest is shorter than the time itself"),
    (#"time="5m" shortest="‸4m" longest="3m""#, "shortest is longer than longest"),
    (#"time="5m" on-overrun="‸extend""#, "this step extends itself, and nothing says how far"),
    (#"time="2m per person, at most 9m" shortest="‸10m""#, "shortest is longer than the time itself"),
  ])
  func `shortest, time, longest`(attributes: String, message: String) {
    expectFindings(["DOT0802 \(message)"], in: Sample.method("<step \(attributes)><title>A</title></step>"))
  }

  @Test func `a time that grows may pass its shortest`() {
    expectNothing(in: Sample.method(#"<step time="1m per person" shortest="5m" longest="20m"><title>A</title></step>"#))
  }
}

@Suite struct ItemsExpectedTests {
  @Test func `minutes per item need a number of items`() {
    func method(_ expect: String, _ unit: String = "‸item") -> String {
      Sample.method(
        Sample.step(#"<collect into="ideas" \#(expect)/>"#)
          + #"<step time="1m per \#(unit)"><title>A</title><show of="ideas"/></step>"#)
    }
    expectFindings(["DOT0803 nobody can tell before the session how many items `ideas` will have"], in: method(""))
    expectNothing(in: method(#"expect="5 12 20""#, "item"))
    expectFindings(
      ["DOT0803 this step is about no items, so its time cannot be counted"],
      in: Sample.method(#"<step time="1m per ‸item"><title>A</title></step>"#))
  }
}

@Suite struct CueInsideStepTests {
  @Test func `a cue comes while its step runs`() {
    expectFindings(
      ["DOT0804 this cue lies outside of its step, which takes 5m"],
      in: Sample.method(Sample.step(#"<cue at="‸-6m">A</cue><cue at="-30s">B</cue>"#)))
  }
}

@Suite struct AttributesTogetherTests {
  @Test(arguments: [
    (#"<collect into="a" at-most="3" ‸exactly="3"/>"#, "exactly and at-most exclude each other"),
    (#"<‸fill/>"#, "<fill> needs of or into"),
    (#"<vote of="people" into="v" ‸best="last"/>"#, "best says something only with kind=\"ranking\""),
    (#"<vote of="people" into="v" kind="approval" ‸per-item="2"/>"#, "per-item says something only with kind=\"dots\""),
    (#"<select from="people" into="v" ‸top="2"/>"#, "top says nothing without ranked-by"),
    (#"<show ‸stats="count">A</show>"#, "stats says nothing without of"),
  ])
  func `in a step`(contents: String, message: String) {
    let marked =
      contents.hasPrefix(#"<collect into="a" at-most"#)
      ? contents.replacing("‸exactly", with: "exactly").replacing("at-most", with: "‸at-most") : contents
    expectFindings(["DOT0901 \(message)"], in: Sample.method(Sample.step(marked)))
  }

  @Test(arguments: [
    (#"<groupings><‸groups id="g"/></groupings>"#, "<groups> needs size, merge, split, match or per"),
    (
      #"<groupings><groups id="f" size="2"/><groups id="g" ‸merge="f"/></groupings>"#, "merge says nothing without each"
    ),
    (#"<scales><‸scale id="s"/></scales>"#, "this scale has no values"),
    (
      #"<scales><scale id="s" range="1..5"><‸value id="a"/></scale></scales>"#,
      "a scale has a range or values, not both"
    ),
    (#"<scales><scale id="s" range="‸1.."/></scales>"#, "a scale needs at least two values"),
    (#"<lists><‸list id="l"/></lists>"#, "this list has no values"),
    (
      #"<lists><list id="l"><value id="a" ‸number="2"/></list></lists>"#,
      "number says something only at the values of a scale"
    ),
    (#"<settings><‸setting id="a" type="choice"><ask>A</ask></setting></settings>"#, "there is nothing to choose from"),
    (
      #"<settings><setting id="a"><ask>A</ask><‸value id="b"/></setting></settings>"#,
      "values say something only with type=\"choice\""
    ),
    (
      #"<settings><setting id="a" type="date" default="‸tomorrow"><ask>A</ask></setting></settings>"#,
      "the default is not a date such as 2026-11-30"
    ),
  ])
  func `in the head`(head: String, message: String) {
    expectFindings(["DOT0901 \(message)"], in: Sample.method(Sample.ideas, head: head))
  }

  @Test func `a test compares with something, and a way out keeps its when to itself`() {
    expectFindings(
      ["DOT0901 <test> needs at-least, at-most, equals, above or below"],
      in: Sample.method(
        #"<repeat rounds="2">\#(Sample.ideas)<until><‸test measure="count" of="ideas"/></until></repeat>"#))
    expectFindings(
      ["DOT0901 here <when> only says when <stop> is advised"],
      in: Sample.method(
        Sample.ideas + #"<checkpoint by="facilitator" time="1m"><question>A</question><stop><when>"#
          + #"<test measure="count" of="ideas" equals="0"/><‸end as="over"/></when></stop></checkpoint>"#))
  }
}
