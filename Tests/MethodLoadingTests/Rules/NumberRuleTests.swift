import Testing

/// Numbers and lengths of time that are read from settings and fields.
@Suite struct NumberRuleTests {
  private func looped(_ rounds: String, setting: String = "", field: String = "") -> String {
    Sample.method(
      Sample.step(#"<fill into="plan">\#(field)</fill>"#)
        + #"<repeat rounds="\#(rounds)">\#(Sample.step(""))</repeat>"#, head: setting)
  }

  private func setting(_ attributes: String) -> String {
    "<settings><setting id=\"laps\" \(attributes)><ask>How often?</ask></setting></settings>"
  }

  @Test func `rounds from a setting need a number with a default`() {
    expectNothing(in: looped("{laps}", setting: setting(#"type="number" default="2""#)))
    expectFindings(
      ["DOT0901 the setting `laps` has no default, so no plan can be made"],
      in: looped("‸{laps}", setting: setting(#"type="number""#)))
    expectFindings(
      ["DOT0223 `laps` is a setting of type text, and a number is needed here"],
      in: looped("‸{laps}", setting: setting("")))
  }

  @Test func `a threshold that everybody has to give needed a default`() {
    func method(_ attributes: String, _ goal: String) -> String {
      Sample.method(
        Sample.step(#"<fill into="r"><field id="after" type="number"/></fill>"#)
          + #"<checkpoint by="facilitator" time="1m"><question>A</question><criteria>"#
          + #"<test measure="max" of="r/after" at-most="\#(goal)"/></criteria></checkpoint>"#,
        head: setting(#"type="number" \#(attributes)"#))
    }
    expectNothing(in: method(#"required="yes""#, "{laps}"))
    expectFindings(
      ["DOT0901 the setting `laps` has no default, and may stay without an answer, which no figure reaches"],
      in: method("", "‸{laps}"))
  }

  @Test func `rounds from a field need a number with a default`() {
    expectNothing(in: looped("{plan/laps}", field: #"<field id="laps" type="number" default="3"/>"#))
    expectFindings(
      ["DOT0901 the field `plan/laps` has no default, so no plan can be made"],
      in: looped("‸{plan/laps}", field: #"<field id="laps" type="number"/>"#))
    expectFindings(
      ["DOT0223 `plan/laps` is of type text, and a number is needed here"],
      in: looped("‸{plan/laps}", field: #"<field id="laps"/>"#))
    expectFindings(
      ["DOT0901 the default is not a number"],
      in: looped("2", field: #"<field id="laps" type="number" default="‸many"/>"#))
  }

  @Test func `a length of time may be set, and a cue counts with its default`() {
    let head = #"<settings><setting id="least" type="minutes" default="6"><ask>?</ask></setting></settings>"#
    expectFindings(
      ["DOT0802 shortest is longer than the time itself"],
      in: Sample.method(#"<step time="5m" shortest="‸{least}"><title>T</title></step>"#, head: head))
    expectFindings(
      ["DOT0804 this cue lies outside of its step, which takes 5m"],
      in: Sample.method(#"<step time="5m"><title>T</title><cue at="‸-{least}">Soon</cue></step>"#, head: head))
    expectNothing(
      in: Sample.method(
        #"<step time="{least}" longest="{least}"><title>T</title><cue at="-30s">Soon</cue></step>"#, head: head))
  }

  @Test func `cover wants values to choose from`() {
    expectFindings(
      ["DOT0901 cover says something only where there are values to choose from"],
      in: Sample.method(
        Sample.step(#"<collect into="ideas"><field id="size" ‸cover="each-value"/></collect>"#)))
  }

  @Test func `what is shown is narrowed only where something is shown`() {
    expectFindings(
      ["DOT0901 where says something only with of, which names what is shown"],
      in: Sample.method(Sample.ideas + Sample.step(#"<show>Look<‸where field="text" is="tea"/></show>"#)))
  }

  @Test func `an ideal size is one of the sizes`() {
    let groups = { (ideal: String) in
      Sample.method(
        Sample.step("", #"with="tables""#),
        head: #"<groupings><groups id="tables" size="4..6" ideal="\#(ideal)"/></groupings>"#,
        fit: #"<fit people="4..6"/>"#)
    }
    expectFindings(["DOT0902 groups of 9 are wanted, and 4..6 are allowed"], in: groups("‸9"))
    expectNothing(in: groups("5"))
  }
}
