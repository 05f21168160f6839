import Console
import MethodModel
import SessionEngine
import Testing

/// What a person reads at each kind of place, 80 cells wide; the texts stand in `Goldens`.
@Suite struct AnnouncementTests {
  private static let texts = [
    Sample.say(
      "Turn to your partner. One minute each: tell what you wrote, then build on what you hear from the other."),
    Sample.show("In pairs: tell each other, and build on what you hear."),
    StepText(audience: .role("proposer"), text: LocalizedText("Read the proposal word for word.")),
    StepText(audience: .tip, text: LocalizedText("An odd number makes one trio.")),
    StepText(audience: .cue(at: CueMoment(.seconds(30), isFromEnd: true)), text: LocalizedText("Half a minute left.")),
  ]

  private static let people = Sample.names + ["Gabriel"]

  private static let fields = [
    Field(
      id: "indicator", kind: .source(SourceRef(name: "indicators")), required: true,
      ask: LocalizedText("Which indicator?")),
    Field(id: "size", kind: .choice, values: [NamedValue(id: "small"), NamedValue(id: "large")]),
  ]

  static let steps: [(name: String, step: Step)] = [
    ("collect-in-groups", Sample.step("In pairs", Sample.collect, with: .groups("pairs"), texts: texts)),
    ("collect-alone", Sample.step("Alone", Sample.collect, with: .alone, reveal: .endOfStep, texts: [texts[0]])),
    ("collect-from-earlier", Sample.step("All", Sample.collect, from: "indicators", fields: fields)),
    ("commit", Sample.step("Who does what", .commit(Limits(atLeast: .fixed(1)), expect: nil), into: "actions")),
    (
      "choose",
      Sample.step(
        "Keep two", .select(Selection(limits: Limits(atMost: .fixed(2)))), with: .groups("pairs"), from: "indicators",
        into: "kept")
    ),
    ("vote", Sample.step("Dots", .vote(Vote(budget: .fixed(3))), of: "indicators", into: "votes")),
    (
      "rate",
      Sample.step(
        "Rate", .rate(Rating(scale: "hold", reason: .required)), with: .alone, of: "indicators", into: "r",
        reveal: .endOfStep)
    ),
    (
      "rate-in-words",
      Sample.step("Rate", .rate(Rating(scale: "words", reason: .optional)), of: "indicators", into: "r")
    ),
    ("signal", Sample.step("Consent", .decide(Decide(rule: .consent)), into: "consent", reveal: .allAnswered)),
    ("fill", Sample.step("Write it down", .fill(freeze: nil, limits: .none), into: "record", fields: fields)),
    (
      "nothing-entered",
      Step(title: LocalizedText("Listen"), timebox: Sample.minutes(4), voice: .turns, turn: .seconds(30))
    ),
  ]

  @Test(arguments: steps.map(\.name))
  func `each kind of step`(name: String) throws {
    let step = try #require(Self.steps.first { $0.name == name }).step
    var stage = try Stage(step: step, people: Self.people)
    let shown = stage.type("/show")
    #expect(shown == Golden(name).text(or: shown))
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `a whole session`() throws {
    let rest = FlowElement(
      id: "pause", kind: .rest(Break(timebox: Sample.minutes(10), title: LocalizedText("Coffee"))))
    let loop = FlowElement(
      id: "rounds",
      kind: .loop(Repeat(rounds: .fixed(2), body: [Sample.element("rate", Self.steps[6].step)])))
    let phase = FlowElement(
      id: "begin",
      kind: .phase(
        Phase(title: LocalizedText("Beginning"), body: [Sample.element("pairs-talk", Self.steps[0].step), rest])))
    var stage = try Stage(Sample.method([phase, loop, Sample.element("last", Sample.plain)]))
    var transcript = [stage.open()]
    for line in [
      "2: more breaks", "Aino: a bell that is kind", "/extend 2 they are still talking", "/next",
      "/insert 3 Stretch | Stand up.",
      "/next", "/next", "Aino: 4 3 2", "need: 4 4", "/items", "/pause", "Bo: 4 4 4", "/resume", "/next",
      "/skip no time",
      "/back", "/return", "/next", "/late Gabriel",
    ] {
      transcript.append("> \(line)")
      transcript.append(stage.type(line))
      stage.elapsed += 60
    }
    let shown = transcript.joined(separator: "\n")
    #expect(shown == Golden("session").text(or: shown))
  }

  @Test func `help`() throws {
    var stage = try Stage(step: Sample.plain)
    let shown = stage.type("/help") + "\n" + stage.type("/help extend")
    #expect(shown == Golden("help").text(or: shown))
  }
}
