import Console
import MethodModel
import SessionEngine
import Testing

/// Zones, forms and tables by keyboard: always a line that the line mode takes.
@Suite struct FormBoardTests {
  private static func submitted(_ stage: CockpitStage) -> [String] { stage.stage.submitted.map { brief($0.body) } }

  private static func placing(axes: Placing.Axes? = nil, with: Participation = .room) -> Step {
    Sample.step(
      "Place", .place(Placing(axes: axes, zones: SourceRef(path: "indicators"))), with: with, of: "indicators",
      into: "places")
  }

  @Test func `a zone is named by its number`() throws {
    var stage = CockpitStage(try Stage(step: Self.placing()))
    stage.press(.function(2), .text("2"), .text("9"))
    #expect(stage.frame().contains("1 need, 2 fit, 3 capacity"))
    #expect(stage.frame().contains("Type a number from 1 to 3."))
    stage.press(.text("3"))
    #expect(
      Self.submitted(stage).map { $0.replacing("value:indicators/", with: "") } == [
        "mark person:p1 need zone=fit", "mark person:p1 fit zone=capacity",
      ])
  }

  @Test func `a zone has a column beside the axes`() throws {
    var stage = CockpitStage(
      try Stage(step: Self.placing(axes: .scales(["hold", "words"]), with: .alone)))
    stage.press(.function(2), .text("4"), .text("2"), .text("1"))
    #expect(stage.frame().contains("Aino, Need"))
    #expect(Self.submitted(stage) == [])
    stage.press(.enter)
    #expect(Self.submitted(stage).count == 3)
    #expect(Self.submitted(stage).last?.hasSuffix("zone=need") == true)
  }

  private static let canvas: [Field] = [
    Field(id: "aim", ask: LocalizedText("What for?")), Field(id: "who"),
    Field(
      id: "size", kind: .choice,
      values: [NamedValue(id: "small"), NamedValue(id: "large")]),
  ]

  @Test func `a form is filled in field by field`() throws {
    var stage = CockpitStage(
      try Stage(step: Sample.step("Write", .fill(freeze: nil, limits: .none), into: "plan", fields: Self.canvas)))
    stage.press(.function(2))
    #expect(stage.frame().contains("What for?"))
    stage.press(.text("B"))
    #expect(stage.frame().hasSuffix("\n> aim: B"))
    stage.press(.text("etter lessons"), .enter)
    #expect(stage.frame().contains("▸ who"))
    stage.press(.down, .text("2"))
    #expect(Self.submitted(stage) == ["fill aim=Better lessons", "fill size=large"])
    stage.press(.home, .enter)
    #expect(stage.frame().hasSuffix("\n> aim: Better lessons"))
    stage.press(.escape, .up)
    #expect(stage.frame().contains("▸ aim"))
  }

  @Test func `each group has its own form`() throws {
    var stage = CockpitStage(
      try Stage(
        step: Sample.step(
          "Write", .fill(freeze: nil, limits: .none), with: .groups("pairs"), into: "plan", fields: Self.canvas)))
    stage.press(.function(2), .end, .text("1"))
    #expect(Self.submitted(stage) == ["fill pairs/3 size=small"])
  }

  @Test func `a table has a new row at its end, and its cells can be mended`() throws {
    var step = Sample.step(
      "Rows", .fill(freeze: nil, limits: .none), into: "rows", fields: [Field(id: "what"), Field(id: "who")])
    if case .activity(var table) = step.contents[0] {
      table.shape = .table
      step.contents[0] = .activity(table)
    }
    var stage = CockpitStage(try Stage(step: step))
    stage.press(.function(2))
    #expect(stage.frame().contains("what | who"))
    stage.press(.text("c"), .text("hairs | Bo"), .enter)
    #expect(stage.frame().contains("row 1"))
    stage.press(.home, .enter)
    #expect(stage.frame().hasSuffix("\n> 1 what: chairs"))
    stage.press(.text("!"), .enter)
    #expect(Self.submitted(stage).count == 2)
  }

  @Test func `a form goes when its step does`() throws {
    var stage = CockpitStage(
      try Stage(step: Sample.step("Write", .fill(freeze: nil, limits: .none), into: "plan", fields: Self.canvas)))
    stage.press(.function(2))
    #expect(stage.frame().contains("arrows move"))
    stage.type("/next")
    #expect(!stage.frame().contains("arrows move"))
  }
}
