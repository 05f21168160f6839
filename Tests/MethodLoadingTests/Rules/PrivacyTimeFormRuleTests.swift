import Diagnostics
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

  @Test func `each alone, or a role, rated what groups kept for themselves, and nothing said so`() {
    func method(_ attributes: String, _ with: String, _ of: String = "‸notes") -> String {
      Sample.method(
        Sample.step(#"<collect into="notes" \#(attributes)/>"#, #"with="tables""#)
          + Sample.step(
            #"<rate of="\#(of)" scale="one-to-five" into="liking" reveal="end-of-step"/>"#, #"with="\#(with)""#),
        head:
          #"<roles><role id="chair" people="2..3"><text>Leads.</text></role></roles><groupings><groups id="tables" size="2..4"/></groupings>"#
          + Sample.scale)
    }
    let finding =
      "DOT0701 `notes` stays private to the groups that enter it: whoever marks it here can mark only what their own"
      + " group wrote, and the rest is refused as not-shown"
    expectFindings([finding], in: method("", "alone"))
    expectFindings([finding], in: method("", "chair"))
    expectNothing(in: method(#"visible="room""#, "alone", "notes"))
    expectNothing(in: method("", "tables", "notes"))
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

@Suite struct MinutesInWindowTests {
  private static func method(_ fit: String, _ agenda: String) -> String {
    Sample.method(agenda, fit: "<fit \(fit)/>")
  }

  private static let round = #"<step id="round" time="5m per person"><title>A</title></step>"#

  @Test func `the plan is held against the minutes for every number of people`() throws {
    let text = Self.method(#"people="4..12" minutes="‸20..30""#, Self.round)
    expectFindings(
      ["DOT0801 with 7..12 people the method takes 35 to 60 minutes, longer than the 20..30 that are stated"], in: text)
    let finding = try #require(Sample.load(text.replacing("‸", with: "")).diagnostics.first)
    #expect(finding.help == #"give steps less time, or write minutes="20..60""#)
    #expect(finding.notes.map(\.message) == ["with 12 people most of it, 1h, goes here"])
    expectNothing(in: Self.method(#"people="4..12" minutes="20..60""#, Self.round))
    expectNothing(in: Self.method(#"people="4..12""#, Self.round))
  }

  @Test func `too short is outside as well, and half minutes are said`() {
    expectFindings(
      ["DOT0801 with 4..6 people the method takes 5.5 minutes, shorter than the 6.. that are stated"],
      in: Self.method(#"people="4..6" minutes="‸6..""#, #"<step time="5m30s"><title>A</title></step>"#))
  }

  @Test func `each range of people may have minutes of its own`() {
    expectNothing(in: Self.method(#"people="4..6 7..12" minutes="20..30 35..60""#, Self.round))
    expectFindings(
      ["DOT0801 with 11 or 12 people the method takes 55 to 60 minutes, longer than the 35..50 that are stated"],
      in: Self.method(#"people="4..6 7..12" minutes="‸20..30 35..50""#, Self.round))
    expectFindings(
      ["DOT0801 there are 3 ranges of minutes for 2 ranges of people"],
      in: Self.method(#"people="4..6 7..12" minutes="‸20..30 35..60 9""#, Self.round))
  }

  @Test func `of several ways the longest is counted, and named`() throws {
    let choice = """
      <choice id="way"><question>Which?</question>
        <option id="short"><title>S</title><step id="s" time="2m"><title>S</title></step></option>
        <option id="long"><title>L</title><step id="l" time="9m"><title>L</title></step></option>
      </choice>
      """
    let finding = try #require(
      Sample.load(Self.method(#"people="4" minutes="2..8""#, choice)).diagnostics.first)
    #expect(finding.message == "with 4 people the method takes 9 minutes, longer than the 2..8 that are stated")
    #expect(finding.notes.map(\.message).last == "counted on the longest way, through this `option`")
    expectNothing(in: Self.method(#"people="4" minutes="9""#, choice))
  }

  @Test func `each meeting may state its minutes`() {
    func days(_ minutes: String) -> String {
      Self.method(
        #"people="4..12""#,
        """
        <meeting id="first" minutes="\(minutes)"><step time="2m per person"><title>A</title></step></meeting>
        <window lasts="5d"><step time="3h"><title>A</title></step></window>
        <meeting id="second"><step time="50m"><title>A</title></step></meeting>
        """)
    }
    expectNothing(in: days("8..24"))
    expectFindings(
      ["DOT0801 with 11 or 12 people this meeting takes 22 to 24 minutes, longer than the 8..20 that are stated"],
      in: days("‸8..20"))
  }

  @Test func `in a call other steps may be run than in a room`() {
    let steps = #"<step mode="remote" time="9m"><title>A</title></step><step time="5m"><title>A</title></step>"#
    expectFindings(
      ["DOT0801 with 4 people the method takes 14 minutes, longer than the 5..9 that are stated"],
      in: Self.method(#"people="4" minutes="‸5..9""#, steps))
    expectNothing(in: Self.method(#"people="4" minutes="5..14""#, steps))
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

  @Test func `a time that grows is no less than its shortest in any room`() {
    expectNothing(in: Sample.method(#"<step time="1m per person" shortest="4m" longest="20m"><title>A</title></step>"#))
    expectFindings(
      ["DOT0802 with 4 people shortest is longer than the time itself, which is 4m with the fewest"],
      in: Sample.method(#"<step time="1m per person" shortest="‸5m" longest="20m"><title>A</title></step>"#))
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

  @Test func `what a selection leaves was none as long as nothing says what it keeps`() {
    func method(_ expect: String, _ unit: String) -> String {
      Sample.method(
        Sample.step(#"<collect into="ideas" expect="9"><field id="cost" type="number"/></collect>"#)
          + Sample.step(
            #"<select from="ideas" into="kept" rest="open" as="i" \#(expect)>"#
              + #"<test measure="max" of="ideas/cost" for="{i}" at-least="5"/></select>"#)
          + #"<step time="1m per \#(unit)"><title>A</title><show of="open"/></step>"#)
    }
    expectFindings(
      ["DOT0803 nobody can tell before the session how many items `open` will have"], in: method("", "‸item"))
    expectNothing(in: method(#"expect="2 3 6""#, "item"))
  }

  @Test func `minutes per group were none where nobody is in groups`() {
    func method(_ before: String, _ unit: String) -> String {
      Sample.method(
        before + #"<step time="5m per \#(unit)"><title>A</title></step>"#,
        head: #"<groupings><groups id="pairs" size="2..3"/></groupings>"#)
    }
    let paired = Sample.step("", #"with="pairs""#)
    expectFindings(
      ["DOT0803 nobody is in groups here or before, so its time cannot be counted"],
      in: Sample.method(#"<step time="5m per ‸group"><title>A</title></step>"#))
    expectNothing(in: method(paired, "group"))
    expectNothing(in: method("", "pairs"))
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
