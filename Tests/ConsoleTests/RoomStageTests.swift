import Console
import MethodModel
import SessionEngine
import Testing

/// What the room sees on a projector.
@Suite struct RoomStageTests {
  private static func frame(_ stage: Stage, _ size: ScreenFrame.Size = CockpitStage.small) -> String {
    var room = StageModel(method: stage.engine.method, language: "en", size: size)
    room.show(stage.engine.view(stage.state, for: .room, elapsed: stage.elapsed), elapsed: stage.elapsed)
    return room.frame().text
  }

  private static func consent() throws -> Stage {
    var stage = try Stage(step: SignalAndFillTests.consent)
    _ = stage.type("Aino: objection it costs too much")
    return stage
  }

  @Test func `groups at work`() throws {
    let stage = try CockpitStage(
      method: "one-two-four-all", people: Sample.names, settings: ["question": ["What can we try next week?"]])
    var pairs = stage
    pairs.type("/next")
    pairs.type("Aino: a word that stays in the pair")
    let frames = [CockpitStage.small, CockpitStage.large].map { Self.frame(pairs.stage, $0) }
    #expect(!frames.joined().contains("stays in the pair"))
    let text = "80x24\n\(frames[0])\n\n120x40\n\(frames[1])"
    #expect(text == Golden("Moments/stage-groups").text(or: text))
  }

  @Test func `what only the host is told is not on it`() throws {
    var stage = try Stage(
      step: Sample.step("Talk", Sample.collect, texts: [Sample.say("To be said."), Sample.show("To be seen.")]))
    _ = stage.type("an idea for all")
    let text = Self.frame(stage)
    #expect(text.contains("To be seen.") && text.contains("an idea for all"))
    #expect(!text.contains("To be said.") && !text.contains("/"))
  }

  @Test func `what was not revealed is only counted`() throws {
    let text = Self.frame(try Self.consent())
    #expect(text.contains("1 of 6 have answered."))
    #expect(!text.contains("objection") && !text.contains("costs"))
  }

  @Test func `the result is seen when it may be`() throws {
    var stage = try Self.consent()
    _ = stage.type("all: consent")
    #expect(Self.frame(stage).contains("Result: Not adopted by consent."))
  }

  @Test func `time goes on without news, a pause holds it`() throws {
    let stage = try CockpitStage(method: "one-two-four-all", people: Sample.names).stage
    var room = StageModel(method: stage.engine.method, language: "en", size: CockpitStage.small)
    room.show(stage.engine.view(stage.state, for: .room, elapsed: 0), elapsed: 0)
    let before = room.frame().text
    room.tick(elapsed: 30)
    #expect(room.frame().text != before)
  }

  @Test func `a session that is over says how`() throws {
    var stage = try Self.consent()
    _ = stage.type("/end")
    _ = stage.type("end")
    #expect(Self.frame(stage).contains("The session has ended: ended early."))
  }
}
