import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct RotationScreenTests {
  private static func stage(rounds: Int? = nil, changeover: Int? = nil) throws -> Stage {
    var talk = Sample.plain
    talk.title = LocalizedText("Talk")
    let rotate = Rotate(
      move: SourceRef(name: "pairs"), through: SourceRef(name: "indicators"), rounds: rounds.map { .fixed($0) },
      changeover: changeover.map { .seconds($0) },
      body: [Sample.element("talk", talk)])
    var stage = try Stage(
      Sample.method([
        FlowElement(id: "round", kind: .rotate(rotate)), Sample.element("last", Sample.plain),
      ]))
    _ = stage.open()
    return stage
  }

  @Test func `a lap says what is promised, where everybody is, and where they go next`() throws {
    var stage = try Self.stage()
    let text = stage.type("/show")
    #expect(text.contains("In: lap 1 of 3"), "\(text)")
    #expect(text.contains("Each group visits each station once."), "\(text)")
    #expect(text.contains("Now:"), "\(text)")
    #expect(text.contains("Pairs 1: at Need"), "\(text)")
    #expect(text.contains("Next lap:"), "\(text)")
  }

  @Test func `the last lap has no next one`() throws {
    var stage = try Self.stage(rounds: 2)
    #expect(stage.type("/show").contains("Each group visits 2 of the 3 stations."))
    let text = stage.type("/next")
    #expect(text.contains("lap 2 of 2") && !text.contains("Next lap:"), "\(text)")
    #expect(stage.type("/groups").contains("Now:"))
  }

  @Test func `a changeover is announced with the new places`() throws {
    var stage = try Self.stage(changeover: 60)
    let text = stage.type("/next")
    #expect(text.contains("Changeover") && text.contains("lap 2 of 3"), "\(text)")
    #expect(stage.type("/next").contains("Step: Talk"))
  }

  @Test func `a group that has become too small is told with the way to help it`() throws {
    var method = Sample.method([])
    var talk = Sample.plain
    talk.with = .groups("pairs")
    method.agenda = [Sample.element("talk", talk), Sample.element("last", Sample.plain)]
    var stage = try Stage(method)
    _ = stage.open()
    let text = stage.type("/gone Aino")
    #expect(text.contains(" left; /move pairs/") && text.contains("joins them to Pairs"), "\(text)")
  }

  /// Pairs at work, each of which should have a keeper.
  private static func kept() throws -> Stage {
    var method = Sample.method([])
    method.roles = [Role(id: "keeper", per: .group, title: LocalizedText("Keeper"))]
    var talk = Sample.plain
    talk.with = .groups("pairs")
    method.agenda = [Sample.element("talk", talk), Sample.element("last", Sample.plain)]
    var stage = try Stage(method)
    _ = stage.open()
    return stage
  }

  private static func room(_ stage: Stage) -> String {
    var room = StageModel(method: stage.engine.method, language: "en", size: .init(columns: 100, rows: 40))
    room.show(stage.engine.view(stage.state, for: .room, elapsed: stage.elapsed), elapsed: stage.elapsed)
    return room.frame().text
  }

  @Test func `the host and the room are told which group has lost the holder of a role`() throws {
    var stage = try Self.kept()
    for name in ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima"] { _ = stage.type("/role keeper \(name)") }
    #expect(!Self.room(stage).contains("who takes it?"))
    let pair = try #require(stage.view.parts.first { $0.members.contains("Aino") }?.title)
    for name in stage.view.parts.first(where: { $0.title == pair })?.members ?? [] where name != "Aino" {
      _ = stage.type("/role keeper Aino")
      let text = stage.type("/gone Aino")
      #expect(text.contains("Aino has left.") && text.contains("Nobody is “Keeper” in \(pair) now"), "\(text)")
      #expect(Self.room(stage).contains("Nobody is “Keeper” in \(pair): who takes it?"))
      #expect(stage.type("/role keeper \(name)").contains("Keeper"))
    }
    #expect(!Self.room(stage).contains("who takes it?"))
  }

  @Test func `the host and the room are told of a group that nobody is left in`() throws {
    var stage = try Self.kept()
    let pair = try #require(stage.view.parts.first { $0.members.contains("Aino") })
    var text = ""
    for name in pair.members { text = stage.type("/gone \(name)") }
    #expect(text.contains("\(pair.title) has nobody left; the others go on, and what it made stays."), "\(text)")
    #expect(Self.room(stage).contains("Nobody is left in \(pair.title)."))
  }
}
