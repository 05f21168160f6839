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
}
