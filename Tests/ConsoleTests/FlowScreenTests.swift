import Console
import MethodModel
import SessionEngine
import Testing

/// Turns, what is gone through one by one, and ways to end in time, as a host sees them.
@Suite struct FlowScreenTests {
  private static func turns() throws -> Stage {
    try Stage(step: Step(title: LocalizedText("Round"), timebox: Sample.minutes(4), voice: .turns, turn: .seconds(30)))
  }

  private static func queue() throws -> Stage {
    let each = ForEach(
      itemOf: SourceRef(name: "indicators"), name: "i", body: [Sample.element("talk", Sample.plain)])
    var stage = try Stage(
      Sample.method([FlowElement(id: "each", kind: .each(each)), Sample.element("end", Sample.plain)]))
    _ = stage.open()
    return stage
  }

  private static func late() throws -> Stage {
    var stage = try Stage(
      Sample.method([
        Sample.element("one", Sample.step("One", Sample.collect)),
        Sample.element("two", Sample.step("Two", Sample.collect)),
        Sample.element("three", Sample.step("Three", Sample.collect)),
      ]))
    _ = stage.open()
    return stage
  }

  @Test func `it is said whose turn it is`() throws {
    var stage = try Self.turns()
    #expect(stage.type("/turn").contains("Turn: Bo (0:30 left), then Chen, Dina and Eero and 1 more. /turn goes on"))
    #expect(try stage.wait(40).contains("Turn: Bo has used the time of one turn; /turn goes on."))
    #expect(stage.type("/turn dina").contains("Turn: Dina"))
    #expect(stage.type("/turn Zoe").contains("“Zoe” has no turn here."))
    #expect(stage.type("/turn round").contains("Not everybody has had a turn in this round: Chen, Eero, Fatima"))
  }

  @Test func `what is gone through is listed and put into another order`() throws {
    var stage = try Self.queue()
    #expect(stage.type("/queue").contains("1  Fit"))
    #expect(stage.type("/queue first 2").contains("1  Capacity"))
    #expect(stage.type("/queue drop Fit").contains("Taken out: Fit"))
    #expect(stage.type("/queue add Fit").contains("2  Fit"))
    #expect(stage.type("/queue turn 2").contains("Say first, drop or add, and which one"))
  }

  @Test func `a session that falls behind is offered ways to end in time`() throws {
    var stage = try Self.late()
    #expect(stage.type("/replan").contains("The session is on time"))
    #expect(try stage.wait(360).contains("/replan shows how it can still end in time"))
    #expect(stage.type("/replan").contains("1  Shorten what is left"))
    #expect(stage.type("/replan 9").contains("Type /replan and a number from 1 to"))
    #expect(stage.type("/replan 1 lunch waits").contains("Planned anew. The session"))
    #expect(stage.submitted.last?.reason == "lunch waits")
    #expect(stage.view.time.behind <= 0)
  }
}
