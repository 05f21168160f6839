import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct CheckpointTests {
  private static let checkpoint = Checkpoint(
    by: Role.facilitator, timebox: Sample.minutes(5), question: LocalizedText("Do we adopt it?"),
    criteria: [
      .test(
        Test(
          measure: .count, of: SourceRef(name: "ideas"), thresholds: [.init(.atLeast, .number(2))],
          text: LocalizedText("There are ideas"))),
      .judge(by: Role.facilitator, text: LocalizedText("Everybody was heard")),
    ],
    pass: [Sample.element("after", Sample.plain)], rework: [Sample.element("again", Sample.plain)],
    stop: [FlowElement(id: "no", kind: .end(End(name: "not-adopted", text: LocalizedText("We do not adopt it."))))])

  static func stage() throws -> Stage {
    var stage = try Stage(
      Sample.method([
        Sample.element("talk", Sample.step("Talk", Sample.collect)),
        FlowElement(id: "adopt", kind: .checkpoint(checkpoint)), Sample.element("last", Sample.plain),
      ]))
    _ = stage.open()
    _ = stage.type("Aino: an idea")
    _ = stage.type("/next")
    return stage
  }

  /// The families of commands that a checkpoint and a question bring, for the test that all can be typed.
  static func typed() throws -> Set<String> {
    let families = try ["/judge 1 yes", "/pass"].flatMap { try stage().reading($0) } + StopTests.typed()
    return Set(families.map { String($0.prefix { $0 != " " }) })
  }

  @Test(arguments: [
    ("/judge 1 yes", "judge 0 yes"), ("/judge not-yet", "judge 0 not-yet"), ("/j no", "judge 0 no"),
    ("/judge 2 yes", "judge 0 yes"),
    ("/judge 3 yes", "There is no criterion 3 for a person to judge here. Nothing was done."),
    ("/judge 1 maybe", "Answer yes, no or not-yet, as in /judge 1 yes. Nothing was done."),
    ("/pass", "verdict pass"), ("/pass we try it", "verdict pass because we try it"),
    ("/pass we try it | a budget; a date", "verdict pass if a budget if a date because we try it"),
    ("/rework not clear", "verdict rework because not clear"),
    ("yes", "A checkpoint is answered by /pass, /rework or /stop. /note keeps a remark. Nothing was entered."),
  ])
  func `a checkpoint is answered`(line: String, command: String) throws {
    #expect(try Self.stage().reading(line) == [command])
  }

  @Test func `data were told as missing where something failed and there was no way back`() throws {
    let criterion = Test(
      measure: .count, of: SourceRef(name: "ideas"), thresholds: [.init(.atLeast, .number(2))],
      text: LocalizedText("There are ideas"))
    let gate = Checkpoint(
      by: Role.facilitator, timebox: Sample.minutes(5), question: LocalizedText("Do we adopt it?"),
      criteria: [.test(criterion)], pass: [Sample.element("after", Sample.plain)])
    var stage = try Stage(
      Sample.method([
        Sample.element("talk", Sample.step("Talk", Sample.collect)),
        FlowElement(id: "adopt", kind: .checkpoint(gate)),
      ]))
    _ = stage.open()
    _ = stage.type("Aino: an idea")
    _ = stage.type("/next")
    #expect(stage.type("/show").contains("Advice: none: something fails, and this checkpoint has no way back."))
  }

  @Test func `stopping is asked for twice`() throws {
    var stage = try Self.stage()
    let before = stage.submitted.count
    #expect(stage.type("/stop no money").contains("type: stop"))
    #expect(stage.submitted.count == before)
    #expect(stage.type("stop").contains("The session has ended: not adopted.\nWe do not adopt it."))
  }

  @Test func `the room sees how each criterion stands`() throws {
    var stage = try Self.stage()
    #expect(stage.type("/show") == Golden("checkpoint").text(or: stage.type("/show")))
  }

  @Test func `a verdict against the advice wants its reason`() throws {
    var stage = try Self.stage()
    #expect(
      stage.type("/pass")
        == "The criteria advise “rework”; to decide “pass” all the same, give a reason.\nNothing was done.")
    #expect(stage.type("/pass we try it").contains("Step: Last"))
  }
}

@Suite struct StopTests {
  private static let choice = Choice(
    question: LocalizedText("Which way do we go?"),
    options: [
      .init(id: "short", title: LocalizedText("The short way"), body: [Sample.element("a", Sample.plain)]),
      .init(id: "long", title: LocalizedText("The long way"), body: [Sample.element("b", Sample.plain)]),
    ])

  static func typed() throws -> [String] { try stage().reading("1") }

  static func stage() throws -> Stage {
    var stage = try Stage(Sample.method([FlowElement(id: "way", kind: .choice(choice))]))
    _ = stage.open()
    return stage
  }

  @Test(arguments: [
    ("1", "answer short"), ("long", "answer long"), ("lo", "answer long"), ("The long way", "answer long"),
    ("the", "“the” could be short or long. Type the number."),
    ("3", "A question stands first: Which way do we go? Type a number from 1 to 2."),
  ])
  func `a question is answered by number or word`(line: String, command: String) throws {
    #expect(try Self.stage().reading(line) == [command])
  }

  @Test func `a question shows its answers`() throws {
    var stage = try Self.stage()
    #expect(stage.type("/show") == Golden("question").text(or: stage.type("/show")))
  }
}
