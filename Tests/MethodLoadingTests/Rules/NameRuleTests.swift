import MethodLoading
import Testing

@Suite struct UniqueNamesTests {
  @Test func `a name stands for one thing`() {
    expectFindings(
      ["DOT0219 `ideas` is the name of a list already"],
      in: Sample.method(
        Sample.step(#"<collect into="‸ideas"/>"#),
        head: #"<lists><list id="ideas"><value id="a"/></list></lists>"#))
  }

  @Test func `several activities may write one outcome`() {
    expectNothing(in: Sample.method(Sample.ideas + Sample.ideas))
  }

  @Test func `an as ends with its element`() {
    let loop = #"<for-each item-of="ideas" as="idea">\#(Sample.step("<say>{idea}</say>"))</for-each>"#
    expectNothing(in: Sample.method(Sample.ideas + loop + loop))
    expectFindings(
      ["DOT0219 `idea` is the thing in hand of an element around this one"],
      in: Sample.method(
        Sample.ideas + #"<for-each item-of="ideas" as="idea"><for-each item-of="ideas" as="‸idea">"#
          + Sample.step("") + "</for-each></for-each>"))
    expectFindings(
      ["DOT0219 `ideas` is the name of an outcome already"],
      in: Sample.method(
        Sample.ideas + #"<for-each item-of="ideas" as="‸ideas">\#(Sample.step(""))</for-each>"#))
  }

  @Test func `a place stands once`() {
    expectFindings(
      ["DOT0220 `a` is the id of another place already"],
      in: Sample.method(#"<step id="a" time="1m"><title>A</title></step><break id="‸a" time="1m"/>"#))
  }

  @Test func `values and fields stand once`() {
    expectFindings(
      ["DOT0226 a second <value> with the id `a`"],
      in: Sample.method(
        Sample.ideas, head: #"<lists><list id="l"><value id="a"/><value id="b"/><value id="‸a"/></list></lists>"#))
    expectFindings(
      ["DOT0226 a second <field> with the id `a`"],
      in: Sample.method(Sample.step(#"<collect into="x"><field id="a"/><field id="‸a"/></collect>"#)))
  }
}

@Suite struct ReservedNamesTests {
  @Test func `words of the language are no names`() {
    expectFindings(
      ["DOT0221 `room` is a word of the language and cannot be a name"],
      in: Sample.method(Sample.ideas, head: #"<groupings><groups id="‸room" size="2"/></groupings>"#))
    expectFindings(
      ["DOT0221 `people` is a word of the language and cannot be a name"],
      in: Sample.method(Sample.step(#"<collect into="‸people"/>"#)))
    expectFindings(
      ["DOT0221 `host` is a word of the language and cannot be a name"],
      in: Sample.method(#"<step id="‸host" time="1m"><title>A</title></step>"#))
    expectFindings(
      ["DOT0221 `round` is a word of the language and cannot be a name"],
      in: Sample.method(Sample.step(#"<collect into="a"><field id="‸round"/></collect>"#)))
  }
}

@Suite struct NaturalNamesTests {
  @Test func `a person in hand may be called so, and a setting date`() {
    expectNothing(
      in: Sample.method(
        #"<for-each item-of="people" as="person">\#(Sample.step("<say>{person}, {date}</say>"))</for-each>"#,
        head: #"<settings><setting id="date" type="date"><ask>When?</ask></setting></settings>"#))
  }
}

@Suite struct ResolvedNamesTests {
  @Test func `what is read has to be produced`() {
    expectFindings(
      ["DOT0301 `idaes` is read here, but nothing in this method produces it"],
      in: Sample.method(Sample.ideas + Sample.step(#"<show of="‸idaes"/>"#)))
    #expect(helps(in: Sample.method(Sample.ideas + Sample.step(#"<show of="idaes"/>"#))) == ["did you mean `ideas`?"])
  }

  @Test func `what is delivered has to be produced`() {
    expectFindings(
      ["DOT0305 `plan` is delivered, but nothing in this method produces it"],
      in: Sample.method(Sample.ideas, head: #"<delivers><outcome ref="‸plan"/></delivers>"#))
  }

  @Test func `several sources are looked at one by one`() {
    expectFindings(
      ["DOT0301 `b` is read here, but nothing in this method produces it"],
      in: Sample.method(Sample.ideas + Sample.step(#"<vote of="ideas" except="ideas ‸b" into="dots"/>"#)))
  }

  @Test func `roles, groups and scales exist`() {
    expectFindings(
      ["DOT0222 with: there is no role or grouping `paris`"],
      in: Sample.method(
        Sample.step("", #"with="‸paris""#), head: #"<groupings><groups id="pairs" size="2"/></groupings>"#))
    expectFindings(
      ["DOT0222 by: there is no role `leader`"],
      in: Sample.method(#"<checkpoint by="‸leader" time="1m"><question>A</question></checkpoint>"#))
    expectFindings(
      ["DOT0222 scale: there is no scale `one-to-fve`"],
      in: Sample.method(
        Sample.ideas + Sample.step(#"<rate of="ideas" scale="‸one-to-fve" into="r"/>"#), head: Sample.scale))
  }

  @Test func `a name of another kind does not do`() {
    expectFindings(
      ["DOT0223 scale: `ideas` is an outcome, not a scale"],
      in: Sample.method(Sample.ideas + Sample.step(#"<rate of="ideas" scale="‸ideas" into="r"/>"#)))
    expectFindings(
      ["DOT0223 `one-to-five` is a scale, and of takes an outcome, a list, groups, people or a thing in hand"],
      in: Sample.method(Sample.step(#"<show of="‸one-to-five"/>"#), head: Sample.scale))
  }

  @Test func `a change from a session that nothing names was taken for one`() {
    let test = { (before: String, settings: String) in
      Sample.method(
        Sample.step(#"<rate of="people" scale="one-to-five" into="ratings"/>"#)
          + #"<checkpoint by="facilitator" time="2m"><question>Q?</question><criteria>"#
          + #"<test measure="median" of="ratings" change="\#(before)" at-least="1"/></criteria></checkpoint>"#,
        head: settings + Sample.scale)
    }
    let earlier =
      #"<settings><setting id="before" type="earlier" outcome="ratings"><ask>Which?</ask></setting></settings>"#
    expectFindings(["DOT0222 change: there is no earlier round or session `before`"], in: test("‸before", ""))
    expectFindings(
      ["DOT0223 change: `before` is a setting that names no earlier session"],
      in: test("‸before", #"<settings><setting id="before"><ask>What?</ask></setting></settings>"#))
    expectNothing(in: test("before", earlier))
    expectNothing(in: test("last-round", ""))
  }

  @Test func `a setting is read, and not written in`() {
    let head = #"<settings><setting id="draft"><ask>What?</ask></setting></settings>"#
    expectFindings(
      ["DOT0223 `draft` is a setting, and its words are only read"],
      in: Sample.method(Sample.step(#"<fill of="‸draft"/>"#), head: head))
    expectNothing(in: Sample.method(Sample.step(#"<fill from="draft" into="text-now"/>"#), head: head))
    expectNothing(
      in: Sample.method(Sample.step(#"<decide of="draft" rule="consent" into="agreed"/>"#), head: head))
    expectNothing(
      in: Sample.method(Sample.step(#"<fill of="draft"><field id="doubts"/></fill>"#), head: head))
  }

  @Test func `the facilitator and everybody exist everywhere`() {
    expectNothing(in: Sample.method(Sample.step(#"<do role="facilitator">A</do><vote of="people" into="v"/>"#)))
  }
}

@Suite struct ResolvedPlacesTests {
  @Test func `places exist`() {
    expectFindings(
      ["DOT0224 reveal: there is no place `end-of-stp`"],
      in: Sample.method(Sample.step(#"<collect into="a" reveal="‸end-of-stp"/>"#)))
    expectFindings(
      ["DOT0224 to: there is no place `vote`"],
      in: Sample.method(
        Sample.ideas + #"<choice><option id="a"><title>A</title><back to="‸vote"/></option>"#
          + #"<option id="b"><title>B</title></option></choice>"#))
  }
}

@Suite struct ResolvedReferencesTests {
  @Test func `braces name settings and things in hand`() {
    expectFindings(
      ["DOT0225 `{qestion}` stands for nothing"],
      in: Sample.method(
        Sample.step("<say>What about ‸{qestion}?</say>"),
        head: #"<settings><setting id="question"><ask>A</ask></setting></settings>"#))
    expectFindings(
      ["DOT0225 `{idea}` stands for nothing"],
      in: Sample.method(
        Sample.ideas
          + #"<for-each item-of="ideas" as="idea">\#(Sample.step("<say>{idea} {idea/text}</say>"))</for-each>"#
          + Sample.step("<say>‸{idea}</say>")))
    expectFindings(
      ["DOT0304 `idea` has no field `txt`"],
      in: Sample.method(
        Sample.ideas + #"<for-each item-of="ideas" as="idea">\#(Sample.step("<say>‸{idea/txt}</say>"))</for-each>"#))
  }

  @Test func `numbers come from settings that have one`() {
    let head =
      #"<settings><setting id="dots" type="number" default="3"><ask>A</ask></setting>"#
      + #"<setting id="free" type="number"><ask>A</ask></setting><setting id="word"><ask>A</ask></setting></settings>"#
    func vote(_ budget: String) -> String {
      Sample.method(Sample.ideas + Sample.step(#"<vote of="ideas" into="v" budget="\#(budget)"/>"#), head: head)
    }
    expectNothing(in: vote("{dots}"))
    expectFindings(["DOT0901 the setting `free` has no default, so no plan can be made"], in: vote("‸{free}"))
    expectFindings(
      ["DOT0223 `word` is a setting of type text, and a number is needed here"], in: vote("‸{word}"))
  }
}
