import MethodModel
import SessionEngine
import Testing

/// Several meetings with days between, and windows in which each works in their own time.
@Suite struct MeetingTests {
  private func two() -> Given {
    Given(
      "<meeting id='first'><title>Day one</title>\(step("one", collect("ideas")))</meeting>",
      "<meeting id='second'>\(step("two"))</meeting>"
    ).people("Aino", "Bo").start()
  }

  @Test func `a meeting that closes pauses the session, and resuming opens the next`() {
    let given = two().adds("Aino", "a").next()
    #expect(given.state.status == .paused)
    given.asks(.closed).when(.next).refused(.notRunning)
    given.when(.resume(gap: 86_400)).stands("two").holds("ideas", ["a"]).next().ended("completed")
  }

  @Test func `nobody was told to say who came to the next meeting`() {
    let given = two().next()
    #expect(given.view().presentLastTime == 2)
    let second = given.when(.resume(gap: 86_400))
    #expect(second.view().presentLastTime == 2)
    #expect(two().view().presentLastTime == nil)
  }

  @Test func `days between meetings are no lost time`() {
    let given = two().seconds(60).next().when(.resume(gap: 86_400))
    #expect(given.state.clock.lost == 0)
    #expect(given.view().time.behind == 0)
    #expect(given.state.agreedEnd == 360)
  }

  @Test func `waiting for the next meeting with the program open is not the meeting's time`() {
    let given = two().next().seconds(7_200).when(.resume(gap: 0))
    #expect(given.view().time.behind == 0)
  }

  @Test func `a closed meeting stays closed`() {
    let given = two().next().when(.resume(gap: 10))
    given.goes(to: .place("one")).refused(.meetingClosed)
    given.goes(to: .before).refused(.meetingClosed)
    given.when(.undo).refused(.nothingToUndo)
  }

  @Test func `the last meeting ends the session without a pause`() {
    two().next().when(.resume(gap: 5)).next().ended("completed")
  }

  @Test func `each meeting has an end of its own`() {
    let given = two()
    #expect(given.state.agreedEnd == 300)
    given.seconds(400)
    #expect(given.view().time.behind == 100)
    given.next().when(.resume(gap: 86_400))
    #expect(given.view().time.behind == 0)
  }

  private func window() -> Given {
    Given(
      "<window id='homework' lasts='2d'><title>At home</title>\(step("read", collect("notes", "reveal='all-answered'"), with: "alone"))</window>",
      "<meeting id='meet'>\(step("talk"))</meeting>"
    ).people("Aino", "Bo").setup { $0.people[1].isPresent = false }.start()
  }

  @Test func `in a window everybody counts as present`() {
    let given = window().stands("read")
    #expect(given.open?.parts.map(\.key) == ["aino", "bo"])
    #expect(given.run?.present == ["aino", "bo"])
    given.adds("Aino", "a")
    #expect(given.run?.isRevealed == false)
    given.adds("Bo", "b")
    #expect(given.run?.isRevealed == true)
  }

  @Test func `a window closes by the calendar, and its minutes are not the session's`() {
    let given = window()
    #expect(given.engine.nextDeadline(given.state)?.running == 172_800)
    given.seconds(400)
    #expect(given.open?.isTimeUp == false)
    #expect(given.view().time.behind <= 0)
    #expect(given.state.clock.spent(at: given.elapsed) == 0)
    given.seconds(172_800)
    #expect(given.open?.isTimeUp == true)
    given.next().asks(.closed).when(.resume(gap: 5)).stands("talk")
  }

  @Test func `a window of two steps began an hour behind plan`() {
    let given = Given(
      "<window id='home' lasts='2d'><title>At home</title>\(step("read", with: "alone", time: "1h"))\(step("write", with: "alone", time: "1h"))</window>",
      "<meeting id='meet'>\(step("talk", time: "5m"))\(step("close", time: "5m"))</meeting>"
    ).people("Aino", "Bo").start()
    #expect(given.view().time.behind <= 0 && given.view().ways.isEmpty)
    given.seconds(100_000).next().stands("write").next().asks(.closed).when(.resume(gap: 5)).stands("talk")
    #expect(given.view().time.behind == 0)
    #expect(given.state.clock.spent(at: given.elapsed) < 60)
  }
}
