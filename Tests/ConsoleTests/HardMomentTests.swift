import Console
import MethodModel
import SessionEngine
import Testing

/// The moments that decide about a day, as the person in front of the room sees them.
@Suite struct HardMomentTests {
  private static let room = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Goran", "Hana"]
  private static let question = ["question": ["What can we try next week?"]]

  /// Both sizes below each other, compared with what is kept.
  private func expect(_ stage: CockpitStage, _ name: String) {
    let frames = [CockpitStage.small, CockpitStage.large].map { size in
      "\(size.columns)x\(size.rows)\n" + stage.frame(size)
    }
    let text = frames.joined(separator: "\n\n")
    #expect(text == Golden("Moments/\(name)").text(or: text))
  }

  private static func pairs() throws -> CockpitStage {
    var stage = try CockpitStage(method: "one-two-four-all", people: room, settings: question)
    stage.type("/next")
    return stage
  }

  @Test func `settings and roles are asked for before it starts`() throws {
    let method = try CockpitStage(method: "adoption-readiness-hexagon").stage.engine.method
    let people = Self.room.enumerated().map { Person(id: PersonID("p\($0.offset + 1)"), name: $0.element) }
    var interview = Interview(method: method, language: "en", settings: [:], people: people, roles: [:])
    var screen = Questioning(title: method.title.raw(in: "en"), size: CockpitStage.small)
    for answer in ["Peer visits", "", "Ayno"] {
      screen.ask(try #require(interview.question(width: 80)))
      _ = screen.update(.text(answer))
      #expect(screen.update(.enter) == .answered(answer))
      screen.tell(interview.answer(answer))
    }
    screen.ask(try #require(interview.question(width: 80)))
    _ = screen.update(.text("Ai"))
    let text = screen.frame().text
    #expect(text == Golden("Moments/starting").text(or: text))
  }

  @Test func `a session begins`() throws {
    expect(try CockpitStage(method: "one-two-four-all", people: Self.room, settings: Self.question), "beginning")
  }

  @Test func `ideas come in from groups`() throws {
    var stage = try Self.pairs()
    stage.type("Aino: visit each other's lessons")
    stage.type("2: 学校 start with the two who want to")
    stage.press(.text("3: half a "))
    expect(stage, "ideas")
  }

  @Test func `time runs low, and is over`() throws {
    var stage = try Self.pairs()
    try stage.wait(110)
    expect(stage, "time-low")
    try stage.wait(40)
    expect(stage, "time-over")
  }

  @Test func `the session is paused`() throws {
    var stage = try Self.pairs()
    stage.type("/pause")
    expect(stage, "paused")
  }

  @Test func `what can be done is looked for`() throws {
    var stage = try Self.pairs()
    stage.press(.text("?"), .down, .down)
    expect(stage, "palette")
  }

  @Test func `a command is begun`() throws {
    var stage = try Self.pairs()
    stage.press(.text("/gone "))
    expect(stage, "completion")
  }

  @Test func `many lines are pasted`() throws {
    var stage = try Self.pairs()
    stage.press(.paste("1: longer breaks\n2: quiet rooms\n2: a walk at noon"))
    expect(stage, "paste")
  }

  @Test func `somebody leaves, and somebody comes late`() throws {
    var stage = try Self.pairs()
    stage.type("/gone Chen")
    expect(stage, "somebody-left")
    stage.type("/late Inka")
    expect(stage, "somebody-came")
  }

  @Test func `one goes back, and can return`() throws {
    var stage = try Self.pairs()
    stage.type("/next")
    stage.type("/back")
    expect(stage, "gone-back")
  }

  @Test func `ratings are entered in a grid`() throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.rating))
    stage.press(.function(2), .text("4"), .text("3"), .text("5"), .enter, .text("2"), .text("2"))
    expect(stage, "grid-ratings")
  }

  @Test func `dots are entered in a grid`() throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.vote(.dots)))
    stage.press(.function(2), .text("2"), .right, .right, .text("1"))
    expect(stage, "grid-dots")
  }

  @Test func `objections are heard in a round of consent`() throws {
    var stage = CockpitStage(try Stage(step: SignalAndFillTests.consent))
    stage.press(.function(2), .text("1"), .text("3"))
    expect(stage, "grid-consent")
    stage.press(.text("it costs too much"), .enter, .text("*"), .enter)
    expect(stage, "objection")
  }

  @Test func `fifty things are sorted`() throws {
    var stage = CockpitStage(try ClusterContentTests.things(50))
    stage.press(.function(2), .text(" "), .down, .text(" "), .enter, .text("Time"), .enter)
    stage.press(.down, .text("a"), .text(" "))
    expect(stage, "clusters")
  }

  @Test func `a checkpoint is decided`() throws {
    var stage = CockpitStage(try CheckpointTests.stage())
    expect(stage, "checkpoint")
    stage.type("/pass")
    expect(stage, "checkpoint-reason")
  }

  @Test func `a question stands`() throws {
    expect(CockpitStage(try StopTests.stage()), "question")
  }

  @Test func `a session that has fallen behind shows how it can end in time`() throws {
    var stage = try CockpitStage(
      method: "adoption-readiness-hexagon", people: Array(Self.room), settings: ["innovation": ["Peer visits"]])
    try stage.wait(900)
    stage.type("/replan")
    expect(stage, "replan")
  }

  @Test func `it goes on after a crash`() throws {
    let pairs = try Self.pairs()
    var stage = pairs
    // Another program: it knows nothing but what it is told.
    let model = ScreenModel(
      method: pairs.stage.engine.method, language: "en",
      options: ScreenOptions(utcOffset: 3600, resumeCommand: "dotank resume Sessions/example", idPrefix: "f"))
    stage.cockpit = Cockpit(screen: model, size: CockpitStage.small)
    let report = ResumeReport(
      away: 1_500, wasInterrupted: true, setAside: "the last 12 bytes were cut off; they are kept in journal.torn")
    stage.send(.message(.resumed(pairs.stage.view, elapsed: pairs.stage.elapsed, report)))
    expect(stage, "resumed")
  }

  @Test func `nothing can be stored any more`() throws {
    var stage = try Self.pairs()
    stage.send(.message(.storeFailed("no space left on the device")))
    expect(stage, "not-stored")
  }

  @Test func `it ends, and says where the record lies`() throws {
    var stage = try Self.pairs()
    stage.type("/end")
    expect(stage, "before-the-end")
    stage.type("end")
    stage.send(.closed([Line("The record is in Sessions/2026-11-21-one-two-four-all")]))
    expect(stage, "end")
  }

  @Test func `words from right to left and wide ones stay in their rows`() throws {
    var stage = CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect)))
    for idea in ["زيارة دروس بعضنا", "ביקור הדדי", "互相听课", "👩‍👩‍👧 family evening", "cafe\u{301} in the hall"] {
      stage.type(idea)
    }
    expect(stage, "scripts")
  }

  @Test func `a small window keeps the countdown and the line`() throws {
    var stage = try Self.pairs()
    stage.press(.text("1: more"))
    #expect(stage.frame(ScreenFrame.Size(columns: 40, rows: 6)).hasSuffix("\n> 1: more"))
    #expect(stage.frame(ScreenFrame.Size(columns: 40, rows: 6)).contains("2:00"))
  }
}
