import MethodLoading
import Testing

@Suite struct LoopEndsTests {
  @Test func `exhausted needs until`() {
    expectFindings(
      ["DOT0401 <exhausted> stands in a loop that nothing ends early"],
      in: Sample.method(#"<repeat rounds="2">\#(Sample.ideas)<‸exhausted/></repeat>"#))
  }

  @Test func `the body changes what until looks at`() {
    let test = #"<test measure="count" of="ideas" at-least="3"/>"#
    expectFindings(
      ["DOT0402 nothing in this loop changes what its <until> looks at"],
      in: Sample.method(
        Sample.ideas + #"<repeat rounds="2">\#(Sample.step(#"<collect into="b"/>"#))<‸until>\#(test)</until></repeat>"#)
    )
    expectNothing(in: Sample.method(#"<repeat rounds="2">\#(Sample.ideas)<until>\#(test)</until></repeat>"#))
  }

  @Test func `a person may judge, and filling counts`() {
    let judge = #"<judge by="facilitator"><text>Enough</text></judge>"#
    expectNothing(in: Sample.method(#"<repeat rounds="2">\#(Sample.step(""))<until>\#(judge)</until></repeat>"#))
    expectNothing(
      in: Sample.method(
        Sample.step(#"<decide of="people" rule="consent" into="consent"/>"#)
          + #"<repeat rounds="2"><for-each item-of="consent/objections" as="o">"#
          + Sample.step(#"<fill of="o"><field id="status"/></fill>"#)
          + #"</for-each><until><test measure="objections" of="consent" equals="0"/></until></repeat>"#))
  }
}

@Suite struct BackToEarlierTests {
  private static let start = #"<step id="start" time="1m"><title>A</title></step>"#

  private static func choice(_ back: String) -> String {
    #"<choice><option id="a"><title>A</title>\#(back)</option><option id="b"><title>B</title></option></choice>"#
  }

  @Test func `back goes back`() {
    expectNothing(in: Sample.method(Self.start + Self.choice(#"<back to="start"/>"#)))
    expectFindings(
      ["DOT0403 `start` does not come before this <back>"],
      in: Sample.method(Sample.ideas + Self.choice(#"<back to="‸start"/>"#) + Self.start))
  }

  @Test func `back does not enter a loop from outside`() {
    expectFindings(
      ["DOT0403 `start` lies inside a <repeat> that this <back> is outside of"],
      in: Sample.method(#"<repeat rounds="2">\#(Self.start)</repeat>"# + Self.choice(#"<back to="‸start"/>"#)))
  }

  @Test func `a way back into a meeting that is over was offered, and refused whenever it was gone`() {
    func meetings(_ back: String, first: String = "", between: String = "") -> String {
      Sample.method(
        #"<meeting id="one" \#(first)><title>A</title>\#(Self.start)</meeting>\#(between)"#
          + #"<meeting><title>B</title><step id="here" time="1m"><title>B</title></step>"#
          + "\(Self.choice(back))</meeting>")
    }
    let inside = "DOT0403 `start` lies in a meeting that is over before this <back>"
    expectFindings([inside], in: meetings(#"<back to="‸start"/>"#))
    expectNothing(in: meetings(#"<back to="here"/>"#))
    let step = #"<step id="between" time="1m"><title>C</title></step>"#
    expectNothing(in: meetings(#"<back to="between"/>"#, between: step))
    expectFindings(
      ["DOT0403 a meeting is over between `between` and this <back>"],
      in: meetings(#"<back to="‸between"/>"#, between: step + #"<meeting><title>C</title>\#(Sample.ideas)</meeting>"#))
  }

  @Test func `where nobody chooses there is a limit`() {
    func branch(_ back: String) -> String {
      Sample.ideas + Self.start + #"<branch><when><test measure="count" of="ideas" at-least="3"/></when>"#
        + "<otherwise>\(back)</otherwise></branch>"
    }
    expectFindings(
      ["DOT0403 this <back> could be taken without end: nobody chooses it and nothing limits it"],
      in: Sample.method(branch(#"<‸back to="start"/>"#)))
    expectNothing(in: Sample.method(branch(#"<back to="start" at-most="2"/>"#)))
  }
}

@Suite struct EndlessForEachTests {
  @Test func `a for-each that feeds itself needs a limit`() {
    expectFindings(
      ["DOT0405 this for-each adds to `ideas`, which it goes through, so it may never end"],
      in: Sample.method(Sample.ideas + #"<‸for-each item-of="ideas" as="idea">\#(Sample.ideas)</for-each>"#))
    expectNothing(
      in: Sample.method(Sample.ideas + #"<for-each item-of="ideas" as="idea" within="10m">\#(Sample.ideas)</for-each>"#)
    )
  }
}

@Suite struct SkippableSourceTests {
  @Test func `what stays does not live on what may be skipped`() {
    func method(_ cut: String, _ other: String = "") -> String {
      Sample.method(
        Sample.step(#"<collect into="ideas"/>"#, cut) + Sample.step(#"<vote of="ideas" into="dots"/>"#, other))
    }
    expectFindings(
      ["DOT0409 a shortage of time may skip this step, and a later one needs `ideas` from it"],
      in: method(#"cut="‸skip""#))
    expectNothing(in: method(#"cut="skip""#, #"cut="skip""#))
    expectNothing(in: method(#"cut="keep""#))
  }
}
