import MethodLoading
import Testing

@Suite struct RoleGroupsTests {
  @Test func `groups in a phase of a role are made of its holders`() {
    let phase = { (people: String) in
      Sample.method(
        #"<phase with="a"><step time="5m" with="\#(people == "2..3" ? "‸" : "")teams"><title>A</title></step></phase>"#,
        head:
          #"<roles><role id="a" people="\#(people)"/></roles><groupings><groups id="teams" size="4..5"/></groupings>"#
      )
    }
    expectFindings(["DOT0501 `a` has 2..3 people, who cannot be put into groups of 4..5"], in: phase("2..3"))
    expectNothing(in: phase("2..4"))
  }

  @Test func `groups by a role are made of its holders`() {
    expectFindings(
      ["DOT0501 `a` has 1..2 people, who cannot be put into groups of 3..4"],
      in: Sample.method(
        Sample.step("", #"with="teams""#),
        head:
          #"<roles><role id="a" people="1..2"/></roles><groupings><groups id="teams" by="a" size="‸3..4"/></groupings>"#
      ))
  }

  @Test func `each group has room for those whom it needs`() {
    let hosts = { (people: String) in
      Sample.method(
        Sample.step(#"<do role="\#(people == "3" ? "‸" : "")a">Lead.</do>"#, #"with="pairs""#),
        head: #"<roles><role id="a" people="\#(people)" per="group"/></roles>"#
          + #"<groupings><groups id="pairs" size="2"/></groupings>"#)
    }
    expectFindings(
      ["DOT0503 with 4..12 people a group of `pairs` has 2, and `a` needs 3 in each"], in: hosts("3"))
    expectNothing(in: hosts("2"))
  }

  @Test func `the rest are counted beside those with a role`() {
    let roles = { (rest: String) in
      Sample.method(
        Sample.step(#"<do role="a">A</do><do role="b">B</do>"#),
        head: "<\(rest == "4.." ? "‸" : "")roles><role id=\"a\" people=\"2\"/>"
          + "<role id=\"b\" people=\"\(rest)\" filled=\"rest\"/></roles>")
    }
    expectFindings(
      ["DOT0503 the roles need 6 people, and the method is made for 4 or more"], in: roles("4.."))
    expectNothing(in: roles("2.."))
  }

  @Test func `one group goes nowhere`() {
    expectFindings(
      ["DOT0505 with 4 or 5 people nothing goes round: there is no other place to go to"],
      in: Sample.method(
        #"<rotate move="‸teams" through="teams" never="own"><step time="5m"><title>A</title></step></rotate>"#,
        head: #"<groupings><groups id="teams" size="3..5"/></groupings>"#, fit: #"<fit people="4..6"/>"#))
  }

  @Test func `every number of people is named for which partners repeat`() {
    expectFindings(
      ["DOT0504 with 5 people partners must repeat from lap 2 on, with 4 from lap 4"],
      in: Sample.method(
        #"<repeat rounds="5"><step time="5m" with="‸pairs"><title>A</title></step></repeat>"#,
        head: #"<groupings><groups id="pairs" size="2" avoid="earlier" formed="each-time"/></groupings>"#,
        fit: #"<fit people="4..6"/>"#))
  }
}

@Suite struct TakenTurnsTests {
  private static let head = #"<roles><role id="client"/></roles>"#

  private static func turns(_ attributes: String, time: String = "20m") -> String {
    #"<step time="\#(time)" voice="turns" \#(attributes)><title>Round</title></step>"#
  }

  @Test func `whoever has a turn may speak`() {
    expectFindings(
      ["DOT0508 `client` has a turn here and must be silent"],
      in: Sample.method(Self.turns(#"order="‸client" silent="client""#), head: Self.head))
    expectFindings(
      ["DOT0508 everybody works alone here, so nobody waits for a turn"],
      in: Sample.method(Self.turns(#"with="‸alone""#)))
    expectFindings(
      ["DOT0508 everybody must be silent here, so nobody has a turn"],
      in: Sample.method(Self.turns(#"silent="‸all""#), head: #"<roles><role id="all" filled="rest"/></roles>"#))
    expectNothing(in: Sample.method(Self.turns(#"silent="client""#), head: Self.head))
  }

  @Test func `the fewest people get round`() {
    expectFindings(
      ["DOT0805 turns of 2m take 8m with 4 people, and the step has 5m"],
      in: Sample.method(Self.turns(#"turn="‸2m""#, time: "5m")))
    expectNothing(in: Sample.method(Self.turns(#"turn="1m""#, time: "5m")))
    expectNothing(in: Sample.method(Self.turns(#"turn="2m""#, time: "1m per person")))
  }

  @Test func `only those who speak need the time`() {
    expectFindings(
      ["DOT0805 turns of 2m take 6m with 3 who speak of 4 people, and the step has 5m"],
      in: Sample.method(Self.turns(#"turn="‸2m" silent="client""#, time: "5m"), head: Self.head))
    expectNothing(in: Sample.method(Self.turns(#"turn="2m" listens="client""#, time: "6m"), head: Self.head))
    expectNothing(in: Sample.method(Self.turns(#"turn="2m" order="client""#, time: "5m"), head: Self.head))
    expectFindings(
      ["DOT0805 turns of 6m take 6m with 1 who speak of 4 people, and the step has 5m"],
      in: Sample.method(Self.turns(#"turn="‸6m" order="client""#, time: "5m"), head: Self.head))
  }
}

@Suite struct SizesOfTimeTests {
  private static func cue(_ at: String, in time: String) -> String {
    #"<step time="\#(time)"><title>A</title><cue at="\#(at)">Soon.</cue></step>"#
  }

  @Test func `a cue lies inside in small rooms and short laps, too`() {
    expectFindings(
      ["DOT0804 with 4..6 people this cue lies outside of its step, which takes 4m with the fewest"],
      in: Sample.method(Self.cue("‸-6m", in: "1m per person")))
    expectNothing(in: Sample.method(Self.cue("-3m", in: "1m per person")))
    expectFindings(
      ["DOT0804 in lap 3 this cue lies outside of its step, which takes 3m then"],
      in: Sample.method(#"<repeat rounds="3">\#(Self.cue("‸-4m", in: "8m 5m 3m"))</repeat>"#))
    expectNothing(in: Sample.method(#"<repeat rounds="2">\#(Self.cue("-4m", in: "8m 5m 3m"))</repeat>"#))
  }

  @Test func `a window is open for as long as its work takes`() {
    let window = { (lasts: String) in
      Sample.method(
        #"<window lasts="\#(lasts)"><step time="5h" with="alone"><title>Visit</title></step></window>"#)
    }
    expectFindings(
      ["DOT0801 what is to be done here takes 5h at least, and the window is open for 1h"], in: window("‸1h"))
    expectNothing(in: window("5d"))
  }
}

@Suite struct LimitsOfMarksTests {
  private static func gate(_ criteria: String) -> String {
    Sample.method(
      Sample.step(#"<vote of="sides" into="votes" kind="approval" budget="1"/>"#, #"with="alone""#)
        + Sample.step(#"<vote of="sides" into="dots" budget="2"/>"#, #"with="alone""#)
        + Sample.step(#"<rate of="sides" scale="one-to-five" into="ratings"/>"#, #"with="alone""#)
        + Sample.step(#"<decide of="sides" rule="consent" into="consent"/>"#, #"with="alone""#)
        + Sample.step(#"<collect into="few" at-most="3" per="room"/>"#)
        + #"<checkpoint by="facilitator" time="2m"><question>Q?</question><criteria>\#(criteria)</criteria></checkpoint>"#,
      head: Sample.scale + #"<lists><list id="sides"><value id="need"/><value id="fit"/></list></lists>"#)
  }

  @Test(arguments: [
    (#"measure="count" of="votes" for="need" at-least="‸20""#, "DOT0607 this can never hold: `votes` has 12 at most"),
    (#"measure="sum" of="dots" at-least="‸25""#, "DOT0607 this can never hold: `dots` has 24 at most"),
    (#"measure="objections" of="consent" at-least="‸13""#, "DOT0607 this can never hold: `consent` has 12 at most"),
    (#"measure="count" of="few" at-least="‸4""#, "DOT0607 this can never hold: `few` has 3 at most"),
    (
      #"measure="median" of="ratings" for="need" needs="‸20" at-least="3""#,
      "DOT0607 this never has data: `ratings` has 12 at most"
    ),
    (#"measure="distinct" of="ratings" at-least="‸6""#, "DOT0602 the number of different values cannot be at least 6"),
  ])
  func `there are no more marks than people give`(test: String, message: String) {
    expectFindings([message], in: Self.gate("<test \(test)/>"))
  }

  @Test func `what some rooms reach is let be`() {
    expectNothing(in: Self.gate(#"<test measure="median" of="ratings" for="need" at-least="3"/>"#))
    expectNothing(in: Self.gate(#"<test measure="median" of="ratings" for="need" needs="4" at-least="3"/>"#))
    expectFindings(
      ["DOT0607 with 4 people this can never hold: `votes` has 4 at most then"],
      in: Self.gate(#"<test measure="count" of="votes" for="need" at-least="‸5"/>"#))
  }

  @Test func `every one of a list is each of its values`() {
    let every = #"<every item-of="sides" as="i"><test measure="median" of="ratings" for="{i}" at-least="4"/></every>"#
    expectFindings(
      ["DOT0607 this checkpoint can never pass: its criteria contradict each other"],
      in: Self.gate(every + #"<test measure="median" of="ratings" for="need" at-most="2"/>"#).replacing(
        "<criteria>", with: "<‸criteria>"))
    expectNothing(in: Self.gate(every))
  }

  @Test func `none of what always holds never holds`() {
    expectFindings(
      ["DOT0607 this can never hold: every median passes what must not hold here"],
      in: Self.gate(#"<none><‸test measure="median" of="ratings" for="need" at-least="1"/></none>"#))
    expectNothing(in: Self.gate(#"<none><test measure="median" of="ratings" for="need" at-least="2"/></none>"#))
  }

  @Test func `of two tests that leave nothing between them one always holds`() {
    let either = { (above: String) in
      Self.gate(
        #"<any><test measure="median" of="ratings" for="need" below="3"/>"#
          + #"<\#(above == "3" ? "‸" : "")test measure="median" of="ratings" for="need" at-least="\#(above)"/></any>"#)
    }
    expectFindings(["DOT0607 this can never fail: of these tests one always holds"], in: either("3"))
    expectNothing(in: either("4"))
  }
}
