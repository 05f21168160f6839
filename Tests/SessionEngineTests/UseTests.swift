import Diagnostics
import MethodLoading
import MethodModel
import SessionEngine
import Testing

/// Methods by their ids, as a folder would hold them.
struct Folder: MethodSources {
  let methods: [String: String]

  func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod {
    guard let text = methods[method] else { return .missing(help: "put it there") }
    return .found(SourceText(name: "\(method).xml", text: text))
  }
}

/// A method that collects ideas on a question and selects among them; a group that finds none ends as `nothing`.
private let talk = """
  <method xmlns="urn:dotank:method:1" id="talk" version="2.1" xml:lang="en">
  <title>Talk</title><purpose>To hear everybody.</purpose><fit people="2..12"/>
  <settings>
    <setting id="question" required="yes"><ask>What about?</ask></setting>
    <setting id="most" type="number" default="2"><ask>How many each?</ask></setting>
    <setting id="options" type="list"><ask>Which?</ask></setting>
    <setting id="length" type="minutes" default="4"><ask>How long?</ask></setting>
  </settings>
  <groupings><groups id="pairs" size="2"/></groupings>
  <delivers><outcome ref="insights"/></delivers>
  <agenda>
    <step id="write" time="{length}"><title>On {question}</title><collect into="ideas" at-most="{most}"/></step>
    <branch id="any"><when><test measure="count" of="ideas" at-most="0"/><end as="nothing"><text>No {question}</text></end></when><otherwise/></branch>
    <step id="choose" time="2m"><title>Choose</title><select from="ideas" into="insights"/></step>
    <step id="weigh" time="2m"><title>Weigh</title><vote of="options" into="dots"/></step>
  </agenda></method>
  """

private func given(_ agenda: String..., head: String = "", methods: [String: String] = ["talk": talk]) -> Given {
  let text = """
    <method xmlns="urn:dotank:method:1" id="day" version="1" xml:lang="en">
    <title>Day</title><purpose>To use others.</purpose><fit people="1..500"/>\(head)
    <agenda>\(agenda.joined())</agenda></method>
    """
  let loading = MethodLoader.load(SourceText(name: "day.xml", text: text), methods: Folder(methods: methods))
  for finding in loading.diagnostics where loading.method == nil && finding.severity == .error {
    Issue.record(Comment(rawValue: "\(finding.code) \(finding.message)"))
  }
  return Given(loading.method ?? load(agenda: step("broken")))
}

/// A method that uses another in the room, in groups and beside a track, for made-up sessions.
enum UsingMethods {
  static var trial: MethodLoader.Loading {
    let text = """
      <method xmlns="urn:dotank:method:1" id="uses" version="1" xml:lang="en">
      <title>Uses</title><purpose>To use others.</purpose><fit people="2..500"/>
      <roles><role id="leader" filled="drawn"/><role id="others" people="1.." filled="rest"/></roles>
      <groupings><groups id="threes" size="3"/></groupings>
      <agenda>\(step("topic", collect("topics")))\(use("one", asking))
      \(phase("apart", "with='threes'", use("two", asking)))
      <parallel id="beside">\(phase("left", "with='others'", use("three", asking)))\(phase("right", "with='leader'", step("wait")))</parallel>
      \(step("last", collect("more", "from='needs'")))</agenda></method>
      """
    return MethodLoader.load(SourceText(name: "uses.xml", text: text), methods: Folder(methods: ["talk": talk]))
  }

  private static let asking =
    "<give setting='question'>{topics}</give><give setting='options' outcome='topics'/><take outcome='ideas' into='needs'/>"
}

private func use(_ id: String, _ inside: String = "<give setting='question'>tea</give>") -> String {
  "<use id='\(id)' method='talk'>\(inside)</use>"
}

@Suite struct UseTests {
  private let names = ["Aino", "Bo", "Chen", "Dina"]

  @Test func `a used method runs in its caller with what it is given`() {
    given(
      step("topic", "<fill into='topic'/>"),
      use("talk", "<give setting='question'>{topic} at work</give><give setting='most'>1</give>"), step("after"),
      head: ""
    ).people(names).fills("Tea").next().stands("On Tea at work")
      .adds("Aino", "Green").adds("Aino", "Black").refused(.limit).next()
      .stands("Choose").chooses("Aino", "Green").next().stands("Weigh").next().stands("after")
      .next().ended("completed")
      .then { #expect($0.state.uses.map(\.end) == ["completed"]) }
      .then { #expect($0.state.uses.map(\.given.settings["talk.question"]) == [["Tea at work"]]) }
  }

  @Test func `what was given stays as it was when it was entered`() {
    given(
      step("topic", "<collect into='topics'/>"), use("talk", "<give setting='question'>{topics}</give>")
    ).people(names).adds("Aino", "Tea").next().stands("On Tea")
      .when(.reword(RewordEntry(id: "Tea", fields: ["text": "Coffee"]))).next()
      .then { #expect($0.state.uses[0].given.settings["talk.question"] == ["Tea"]) }
  }

  @Test func `an end of a used method ends only that, and is on record`() {
    given(use("talk"), step("after")).people(names).stands("On tea").next().stands("after")
      .then { #expect($0.state.uses.map(\.end) == ["nothing"]) }
      .then { #expect($0.state.uses[0].endText == "No tea") }
      .next().ended("completed")
  }

  @Test func `what is taken from several uses comes together and keeps its identity`() {
    let take = "<give setting='question'>tea</give><take outcome='insights' into='needs'/>"
    let given = given(use("first", take), use("second", take), step("all", "<select from='needs' into='best'/>"))
      .people(names).adds("Aino", "Green").next().chooses("Aino", "Green").next(2)
    given.stands("On tea").holds("first.insights", ["Green"]).holds("second.insights", [])
      .adds("Bo", "Black").next()
      .then { #expect($0.run?.ballot.map(\.word) == ["Black"]) }
      .chooses("Bo", "Black").next(2).stands("all").holds("needs", ["Green", "Black"])
      .then { #expect($0.run?.ballot == [.entry("Green"), .entry("Black")]) }
  }

  @Test func `each run of a used method has a scope of its own`() {
    given(
      loop("twice", rounds: 2, use("talk", "<give setting='question'>tea</give><take outcome='ideas' into='all'/>"))
    )
    .people(names).adds("Aino", "Green").next(3).stands("On tea").holds("all", ["Green"])
    .adds("Bo", "Black").next().stands("Choose")
    .then { #expect($0.run?.ballot.map(\.word) == ["Black"]) }
    .next(2).ended("completed").holds("all", ["Green", "Black"])
  }

  @Test func `a list setting may be given the things of an outcome, or words`() {
    given(
      step("gather", collect("cards")),
      use("talk", "<give setting='question'>tea</give><give setting='options' outcome='cards'/>"),
      use(
        "words",
        "<give setting='question'>tea</give><give setting='options'>Red</give><give setting='options'>Blue</give>")
    ).people(names).adds("Aino", "Green").next().adds("Bo", "x").next(2).stands("Weigh")
      .then { #expect($0.run?.ballot == [.entry("Green")]) }
      .next().adds("Bo", "y").next(2).stands("Weigh")
      .then { given in #expect(given.run?.ballot.map { given.engine.label(of: $0, given.state) } == ["Red", "Blue"]) }
      .marks("Aino", "Blue", "1")
  }

  @Test func `a used method in groups is run by each group, and its room is the group`() {
    given(
      phase(
        "own", "with='fours'", use("talk", "<give setting='question'>tea</give><take outcome='ideas' into='needs'/>")),
      head: "<groupings><groups id='fours' size='4'/></groupings>"
    ).people((1...8).map { "P\($0)" }).stands("On tea")
      .then { #expect($0.open?.parts.map(\.members.count) == [4, 4]) }
      .adds("P1", "one").next().holds("needs", ["one"])
  }

  @Test func `a used method that is made for others asks before it runs`() {
    given(use("talk"), step("after")).people("Aino").asks(.fit)
      .then { #expect($0.stop?.question == "“Talk” is made for 2..12 people, and here are 1. Do we do it?") }
      .answers("do").stands("On tea")
    given(use("talk"), step("after")).people("Aino").asks(.fit).answers("leave-out").stands("after")
  }

  @Test func `one goes back into a used method and finds it as it was`() {
    given(step("before"), use("talk"), step("after")).people(names).next().stands("On tea").adds("Aino", "Green").next(
      3
    )
    .stands("after").goes(to: .place("talk.choose")).stands("Choose")
    .then { #expect($0.run?.ballot.map(\.word) == ["Green"]) }
    .when(.returnToOrigin).stands("after")
    .goes(to: .place("talk.write"), again: true).stands("On tea")
  }

  @Test func `one jumps into a used method that has not run`() {
    given(step("before"), use("talk")).people(names).goes(to: .place("talk.choose")).stands("Choose")
      .then { #expect($0.state.frames.last?.given?.settings["talk.question"] == ["tea"]) }
  }

  @Test func `a used method may use another one`() {
    let outer = """
      <method xmlns="urn:dotank:method:1" id="outer" version="1" xml:lang="en">
      <title>Outer</title><purpose>Between.</purpose><fit people="1..500"/>
      <settings><setting id="topic" required="yes"><ask>What?</ask></setting></settings>
      <agenda><use id="inner" method="talk"><give setting="question">{topic} now</give>
      <take outcome="ideas" into="found"/></use></agenda></method>
      """
    given(
      "<use id='o' method='outer'><give setting='topic'>tea</give><take outcome='found' into='mine'/></use>",
      methods: ["talk": talk, "outer": outer]
    ).people(names).stands("On tea now").adds("Aino", "Green").next(3).ended("completed").holds("mine", ["Green"])
      .then { #expect($0.state.uses.map(\.place) == ["o", "o.inner"]) }
      .then { #expect($0.state.uses.map(\.end) == ["completed", "completed"]) }
  }

  @Test func `the plan counts a used method with what it will be given`() {
    let engine = given(use("talk", "<give setting='question'>tea</give><give setting='length'>10</give>")).engine
    #expect(engine.plannedSeconds(for: engine.previewedStart(people: 4, language: "en")) == 14 * 60)
  }

  @Test func `a role of the same name is the same role`() {
    let spoken = talk.replacing(
      "<groupings>", with: "<roles><role id='scribe'/><role id='guard' filled='drawn'/></roles><groupings>")
    given(use("talk"), head: "<roles><role id='scribe'/></roles>", methods: ["talk": spoken])
      .people(names).role("scribe", "Bo").start()
      .then { #expect($0.engine.method.roles.map(\.id) == ["scribe", "talk.guard"]) }
      .then { #expect($0.state.roles["talk.guard"]?.count == 1) }
  }

  // MARK: Its own time

  @Test func `a used method fits into the time it is given`() throws {
    let given = given(
      "<use id='talk' method='talk' time='6m'><give setting='question'>tea</give></use>",
      step("last", time: "5m")
    ).people(names).start()
    #expect(given.state.takes.map(\.planned) == [180])
    #expect(given.engine.forecast(given.state, elapsed: given.elapsed).end == 660)
  }

  @Test func `a shortage of time takes nothing from a used method that is kept`() {
    given(
      step("first", time: "5m"), "<use id='talk' method='talk' cut='keep'><give setting='question'>tea</give></use>",
      step("last", time: "6m")
    ).people(names).start().seconds(400).when(.applyPlan(ApplyPlan(.shorten))).when(.next)
      .then { #expect($0.state.openTakes.first?.allotted == 240) }
  }
}
