import Console
import MethodModel
import SessionEngine
import Testing

/// What keys on a grid or among clusters come to: always a line that the line mode takes.
@Suite struct BoardTests {
  private static func submitted(_ stage: CockpitStage) -> [String] { stage.stage.submitted.map { brief($0.body) } }

  @Test func `a letter puts what one stands on into that cluster`() throws {
    var stage = CockpitStage(try ClusterContentTests.things(6))
    let before = stage.stage.submitted.count
    stage.press(.function(2), .text(" "), .text(" "), .enter, .text("Time"), .enter, .text("a"))
    #expect(
      Self.submitted(stage).dropFirst(before) == [
        "sort e-7 Time entry:e-1, entry:e-2", "sort e-7 entry:e-3",
      ])
  }

  @Test func `marks stay until something came of them`() throws {
    var stage = CockpitStage(try ClusterContentTests.things(6))
    stage.press(.function(2), .text("  "), .enter, .escape, .enter, .text("Time"), .enter)
    #expect(stage.frame().contains("4 of 6 left to sort"))
    #expect(stage.frame().contains("A  Time (2)"))
    stage.press(.home, .text("+"))
    #expect(stage.frame().contains("Mark two or more with the space bar first."))
    stage.press(.text("-"), .backspace)
    #expect(stage.frame().contains("A  Time (2)"))
  }

  @Test(arguments: [
    (Vote.Kind.dots, [Key.text("2"), .right, .right, .text("1"), .enter], "handIn person:p1 need 2, capacity 1"),
    (.approval, [.text(" "), .text(" "), .enter], "handIn person:p1 need 1, fit 1"),
    (
      .ranking, [.text("3"), .right, .text("1"), .right, .text("2"), .enter],
      "handIn person:p1 need 3, fit 1, capacity 2"
    ),
    (.dots, [.text("2"), .backspace, .text("1"), .down, .text("3"), .enter], "handIn person:p2 need 3"),
  ])
  func `a row of a vote is a ballot`(kind: Vote.Kind, keys: [Key], ballot: String) throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.vote(kind)))
    stage.press(.function(2))
    for key in keys { stage.press(key) }
    #expect(Self.submitted(stage).map { $0.replacing("value:indicators/", with: "") } == [ballot])
  }

  @Test(arguments: [Vote.Best.first, .last])
  func `numbers of a ranking were put into an order, and lost what they were`(best: Vote.Best) throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.vote(.ranking, best: best)))
    stage.press(.function(2), .text("1"), .right, .text("3"), .enter)
    #expect(
      Self.submitted(stage).map { $0.replacing("value:indicators/", with: "") } == ["handIn person:p1 need 1, fit 3"])
  }

  @Test func `what was handed in is not shown again`() throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.rating))
    stage.press(.function(2), .text("444"))
    #expect(stage.frame().contains("Aino                     4    4    4"))
    stage.press(.enter)
    #expect(!stage.frame().contains("4    4"))
    #expect(stage.frame().contains("kept"))
  }

  @Test func `where names are hidden the grid does not tell who has answered`() throws {
    var step = SignalAndFillTests.consent
    if case .activity(var activity) = step.contents[0] {
      activity.names = .hidden
      step.contents[0] = .activity(activity)
    }
    var stage = CockpitStage(try Stage(step: step))
    stage.press(.function(2), .text("1"))
    #expect(Self.submitted(stage).count == 1)
    #expect(!stage.frame().contains("  kept"))
  }

  @Test func `a value that is not on the scale is refused where it is typed`() throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.rating))
    stage.press(.function(2), .text("9"))
    #expect(stage.frame().contains("Type one of 1, 2, 3, 4 or 5, or - for no answer."))
    #expect(Self.submitted(stage) == [])
  }

  @Test func `a signal with a reason is begun as a line, the plain yes is taken at once`() throws {
    var stage = CockpitStage(try Stage(step: SignalAndFillTests.consent))
    stage.press(.function(2), .text("1"), .text("3"))
    #expect(stage.frame().hasSuffix("\n> Bo: objection"))
    stage.press(.text("too dear"), .enter, .text("*"), .enter)
    #expect(
      Self.submitted(stage).map { $0.replacing("value:consent/proposal ", with: "") } == [
        "mark person:p1 consent", "mark person:p2 objection because too dear", "mark person:p3 consent",
        "mark person:p4 consent", "mark person:p5 consent", "mark person:p6 consent",
      ])
  }

  @Test func `ballots that were not handed in are told when the step goes on`() throws {
    var stage = CockpitStage(try Stage(step: MarkContentTests.rating))
    stage.press(.function(2), .text("4"))
    _ = stage.stage.answer([Submission(.next)])
    stage.send(.message(.viewChanged(stage.stage.view, elapsed: 0)))
    #expect(stage.frame().contains("The step went on; 1 ballot was not handed in."))
  }

  @Test func `a room of sums has one row`() throws {
    let step = Sample.step(
      "Vote", .vote(Vote(kind: .dots, budget: .fixed(3))), of: "indicators", into: "votes", enter: .sum)
    var stage = CockpitStage(try Stage(step: step))
    stage.press(.function(2), .text("7"), .right, .text("4"), .end, .text("5"), .enter)
    #expect(
      Self.submitted(stage).map { $0.replacing("value:indicators/", with: "") } == [
        "tally need 7 of 5", "tally fit 4 of 5",
      ])
  }
}
