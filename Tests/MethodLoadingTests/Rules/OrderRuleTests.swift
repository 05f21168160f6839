import Diagnostics
import MethodLoading
import Testing

@Suite struct SuppliersTests {
  private static let send = Sample.step(#"<select from="people" into="sent" exactly="1"/>"#)
  private static let role = #"<roles><role id="rep" filled="selected" from="sent"/></roles>"#

  @Test func `a role is filled before it is asked`() {
    expectFindings(
      ["DOT0302 `rep` comes from `sent`, which nothing has produced by then"],
      in: Sample.method(Sample.step(#"<do role="‸rep">Speak.</do>"#) + Self.send, head: Self.role))
    expectNothing(in: Sample.method(Self.send + Sample.step(#"<do role="rep">Speak.</do>"#), head: Self.role))
  }

  @Test func `groups for things form when there are things`() {
    let head = #"<groupings><groups id="tables" per="ideas"/></groupings>"#
    expectFindings(
      ["DOT0302 `tables` comes from `ideas`, which nothing has produced by then"],
      in: Sample.method(Sample.step("", #"with="‸tables""#) + Sample.ideas, head: head))
    expectNothing(in: Sample.method(Sample.ideas + Sample.step("", #"with="tables""#), head: head))
  }

  @Test func `a choice by a decision comes after it`() {
    let choice =
      #"<choice by="‸plan"><option id="adopted"><title>A</title></option><option id="rejected"><title>B</title></option>"#
      + "</choice>"
    let decide = Sample.step(#"<decide of="ideas" rule="consent" into="plan"/>"#)
    expectFindings(
      ["DOT0302 `plan` is read here before anything has produced it"],
      in: Sample.method(Sample.ideas + choice + decide))
    expectNothing(in: Sample.method(Sample.ideas + decide + choice.replacing("‸", with: "")))
  }

  @Test func `what only a loop over nothing makes may be missing, and the way is shown`() {
    let text = { (limit: String) in
      Sample.method(
        Sample.step(#"<collect into="topics" \#(limit)/>"#)
          + #"<for-each item-of="topics" as="topic">\#(Sample.step(#"<collect into="ideas"/>"#))</for-each>"#
          + Sample.step(#"<show of="‸ideas"/>"#))
    }
    expectFindings(
      ["DOT0302 on some ways through the method `ideas` is read here before anything has produced it"], in: text(""))
    let notes = Sample.load(text("").replacing("‸", with: "")).diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes.last == "it is missing when there is nothing to go through")
    expectNothing(in: text(#"at-least="1""#).replacing("‸", with: ""))
  }

  @Test func `a session of a mode has something to do`() {
    expectFindings(
      ["DOT0410 in a room nothing happens: every step is for mode=\"remote\" only"],
      in: Sample.method("", head: "").replacing(
        "<agenda></agenda>", with: #"<‸agenda><step time="5m" mode="remote"><title>A</title></step></agenda>"#))
    expectNothing(
      in: Sample.method(
        #"<step time="5m" mode="remote"><title>A</title></step>"#, fit: #"<fit people="4..12" mode="remote"/>"#))
  }

  @Test func `a pass that ends shows that what is delivered later is missing`() {
    let text = Sample.method(
      #"<checkpoint by="facilitator" time="2m"><question>Q?</question><pass><end as="done"/></pass><stop/></checkpoint>"#
        + Sample.step(#"<fill into="plan"/>"#), head: #"<delivers><outcome ref="plan"/></delivers>"#)
    let found = Sample.load(text).diagnostics
    #expect(found.map(\.code) == [.deliveredNeverProduced])
    #expect(found.flatMap(\.notes).map(\.message) == ["the session may end here, without it"])
  }
}

@Suite struct MeetingsApartTests {
  @Test func `meetings stand one behind the other`() {
    expectFindings(
      ["DOT0411 a meeting stands in another meeting"],
      in: Sample.method("<meeting><‸meeting>\(Sample.ideas)</meeting></meeting>"))
    expectNothing(in: Sample.method("<meeting>\(Sample.ideas)</meeting><meeting>\(Sample.step(""))</meeting>"))
  }

  @Test func `a track holds no meeting`() {
    expectFindings(
      ["DOT0411 a track of a <parallel> is no place for a meeting"],
      in: Sample.method(
        #"<parallel><phase with="a"><‸meeting>\#(Sample.ideas)</meeting></phase>"#
          + #"<phase with="b">\#(Sample.step(""))</phase></parallel>"#,
        head: #"<roles><role id="a" people="2"/><role id="b" filled="rest"/></roles>"#))
  }
}

@Suite struct AnsweredOptionsTests {
  private static func choice(_ first: String, of source: String = "plans") -> String {
    Sample.method(
      Sample.ideas
        + Sample.step(
          #"<vote of="\#(source)" into="votes" kind="approval"/>"#
            + #"<decide of="\#(source)" from="votes" rule="plurality" into="plan"/>"#)
        + #"<choice by="\#(source == "ideas" ? "‸" : "")plan">\#(first)<option id="library"><title>Books</title>"#
        + "</option></choice>",
      head:
        #"<lists><list id="plans"><value id="garden"><text>The garden</text></value><value id="library"/></list></lists>"#
    )
  }

  @Test func `an option is called like something that can win`() {
    expectFindings(
      ["DOT0412 no result of `plan` names the option `gardn`"],
      in: Self.choice(#"<option id="‸gardn"><title>Beds</title></option>"#))
    expectNothing(in: Self.choice(#"<option id="garden"><title>Beds</title></option>"#))
    expectNothing(in: Self.choice(#"<option id="beds"><title>The garden</title></option>"#))
    expectNothing(in: Self.choice(#"<option id="tied"><title>Once more</title></option>"#))
  }

  @Test func `of what people say nobody knows the words`() {
    expectFindings(
      ["DOT0412 `plan` is about what people say, so no result of it is sure to name one of these options"],
      in: Self.choice(#"<option id="garden"><title>Beds</title></option>"#, of: "ideas"))
  }
}

@Suite struct UsedTogetherTests {
  private static let looped = Sample.method(
    #"<repeat rounds="3"><step time="5m"><title>A</title><collect into="ideas"/></step>"#
      + #"<until><test measure="count" of="ideas" at-least="3"/></until></repeat>"#)

  private static func inPairs(_ clock: String) -> [Diagnostic] {
    Sample.load(
      Sample.method(
        #"<phase with="pairs" \#(clock)><use id="talk" method="looped"/></phase>"#,
        head: #"<groupings><groups id="pairs" size="4..5"/></groupings>"#, fit: #"<fit people="4 5 8..10"/>"#),
      with: Shelf(methods: ["looped": looped])
    ).diagnostics
  }

  @Test func `a loop inside of a used method parts the groups, too`() {
    #expect(
      Self.inPairs("").map { "\($0.code) \($0.message)" } == [
        "DOT0408 the parts of this phase share one clock, and in `looped` this may hold for one and not for another"
      ])
    #expect(Self.inPairs(#"clock="own""#).map(described) == [])
  }
}
