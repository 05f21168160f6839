import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct TrackScreenTests {
  private static func phase(_ id: String, _ title: String) -> FlowElement {
    var step = Sample.plain
    step.title = LocalizedText(title)
    let phase = Phase(
      title: LocalizedText(id), body: [Sample.element("\(id)-1", step), Sample.element("\(id)-2", Sample.plain)])
    return FlowElement(id: id, kind: .phase(phase))
  }

  private static func stage() throws -> Stage {
    let parallel = Parallel(phases: [phase("Kitchen", "Cook"), phase("Garden", "Dig")])
    var stage = try Stage(
      Sample.method([
        FlowElement(id: "beside", kind: .parallel(parallel)), Sample.element("last", Sample.plain),
      ]))
    _ = stage.open()
    return stage
  }

  /// The families of commands that tracks bring, for the test that all can be typed.
  static func typed() throws -> Set<String> {
    Set(try stage().reading("/track 2").map { String($0.prefix { $0 != " " }) })
  }

  @Test func `a step says which track it stands in`() throws {
    var stage = try Self.stage()
    #expect(stage.type("/show").contains("Track: Kitchen, one of 2 going on; /track lists them"))
  }

  @Test func `tracks are listed with what is left of their time`() throws {
    var stage = try Self.stage()
    let text = stage.type("/track")
    #expect(text.contains("1  Kitchen: “Cook”, 1:00 left (here)"), "\(text)")
    #expect(text.contains("2  Garden: “Dig”, 1:00 left"), "\(text)")
  }

  @Test func `the host goes over by number or title`() throws {
    var stage = try Self.stage()
    #expect(stage.type("/track 2").contains("Step: Dig"))
    #expect(stage.type("/track kit").contains("Step: Cook"))
    #expect(stage.type("/track pool").contains("There is no “pool” going on"))
  }

  @Test func `a track that is done is said, and the next one shown`() throws {
    var stage = try Self.stage()
    _ = stage.type("/next")
    let text = stage.type("/next")
    #expect(text.contains("“Kitchen” is done and waits for the others."))
    #expect(text.contains("Step: Dig"))
    #expect(stage.type("/track 1").contains("“Kitchen” is done."))
    _ = stage.type("/next")
    #expect(stage.type("/next").contains("All tracks are done; everybody goes on together."))
    #expect(stage.type("/track").contains("Nothing goes on side by side here."))
  }

  @Test func `time that is up in another track is told`() throws {
    var stage = try Self.stage()
    _ = stage.type("/next")
    let text = try stage.wait(70)
    #expect(text.contains("Time is up in “Garden”: “Dig”."), "\(text)")
  }
}
