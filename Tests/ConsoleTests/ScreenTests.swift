import Console
import Diagnostics
import MethodModel
import SessionEngine
import Testing

@Suite struct ScreenTests {
  private static func talk(people: [String] = Sample.names) throws -> Stage {
    try Stage(step: Sample.step("Talk", Sample.collect), people: people)
  }

  @Test func `enter alone never advances`() throws {
    var stage = try Self.talk()
    #expect(stage.type("") == "Enter alone does nothing. /next goes on, /help lists the commands.")
    #expect(stage.type("   \t") == "Enter alone does nothing. /next goes on, /help lists the commands.")
    #expect(stage.submitted == [])
  }

  @Test func `an entry is echoed with its number and the count`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs")))
    #expect(stage.type("2: more breaks") == "  1  Pairs 2: more breaks\n  (1 so far, from 1 of 3)")
    #expect(stage.type("Aino: longer days") == "  2  Pairs 3, Aino: longer days\n  (2 so far, from 2 of 3)")
  }

  @Test func `what is private is counted, not shown`() throws {
    var stage = try Stage(step: Sample.step("Alone", Sample.collect, with: .alone))
    #expect(stage.type("Aino: my secret") == "Kept; 1 so far, from 1 of 6.")
    #expect(!stage.type("/items").contains("secret"))
    #expect(!stage.type("/show").contains("secret"))
  }

  // MARK: Two at once

  @Test func `a second next typed before the first was answered does not advance twice`() throws {
    var stage = try Stage(
      Sample.method(["a", "b", "c"].map { Sample.element($0, Sample.step($0, Sample.collect, into: $0)) }))
    _ = stage.open()
    #expect(stage.type("/next").contains("Step: b"))
    #expect(
      stage.type("/next", ahead: true)
        == "The session had moved on before this came, so it was not done. Look where it\nstands now.")
    #expect(stage.view.place.title == "b")
    #expect(stage.type("/next").contains("Step: c"))
  }

  @Test func `words typed ahead are kept`() throws {
    var stage = try Self.talk()
    _ = stage.type("one")
    #expect(stage.type("two", ahead: true).hasPrefix("  2  two"))
  }

  @Test func `the passing of time alone makes no view seen`() throws {
    var stage = try Stage(
      Sample.method(["a", "b"].map { Sample.element($0, Sample.step($0, Sample.collect, into: $0)) }))
    _ = stage.open()
    _ = stage.type("/next")
    _ = stage.run(.tick(elapsed: 0))
    #expect(stage.type("/next", ahead: true).hasPrefix("The session had moved on"))
  }

  // MARK: Time

  @Test func `cues and the end of the time come at their moment`() throws {
    let cue = StepText(
      audience: .cue(at: CueMoment(.seconds(30), isFromEnd: true)), text: LocalizedText("Half a minute left."))
    var stage = try Stage(step: Sample.step("Talk", Sample.collect, texts: [cue]))
    #expect(try stage.wait(60) == "")
    #expect(try stage.wait(150) == "Time cue: Half a minute left.")
    #expect(
      try stage.wait(30) == """
        Time is up: “Talk” has used its 4 min.
        /next goes on, /extend 2 gives two more minutes. Nothing moves on by itself.
        """)
    #expect(
      try stage.wait(120) == "The session has fallen behind; /replan shows how it can still end in time.")
    #expect(
      stage.type("/time")
        == "Time: 4 min for this, 6:00 used, 2:00 over. The session ends at 14:07, 2 min\n  behind plan.")
  }

  @Test func `time since the last view is counted`() throws {
    var stage = try Self.talk()
    _ = stage.run(.tick(elapsed: 90))
    #expect(stage.type("/time").hasPrefix("Time: 4 min for this, 1:30 used, 2:30 left. The session ends at 14:05, on"))
  }

  // MARK: Leaving

  @Test(arguments: [Message.endOfInput, .interrupted])
  func `the end of the input and an interrupt pause and say how to go on`(message: Message) throws {
    var stage = try Self.talk()
    let words = stage.run(message)
    #expect(words.contains("The session is paused and kept.\nGo on later with: dotank resume Sessions/example"))
    #expect(stage.left == .paused)
    #expect(stage.state.status == .paused)
    #expect(stage.type("more") == "")
  }

  @Test func `quit pauses`() throws {
    var stage = try Self.talk()
    _ = stage.type("/quit")
    #expect(stage.left == .paused)
    #expect(stage.state.status == .paused)
  }

  @Test func `leaving a paused session pauses it no second time`() throws {
    var stage = try Self.talk()
    _ = stage.type("/pause")
    _ = stage.run(.endOfInput)
    #expect(stage.submitted.map { brief($0.body) } == ["pause"])
    #expect(stage.left == .paused)
  }

  @Test func `a session that ends leaves`() throws {
    var stage = try Stage(Sample.method([Sample.element("last", Sample.plain)]))
    _ = stage.open()
    #expect(stage.type("/next").contains("The session has ended: completed."))
    #expect(stage.left == .ended)
  }

  @Test func `a resumed session says where it stands`() throws {
    var stage = try Self.talk()
    _ = stage.run(.endOfInput)
    try stage.send(Submission(.resume(gap: 7_300)))
    stage.screen = ScreenModel(
      method: stage.engine.method, language: "en", options: ScreenOptions(resumeCommand: "", idPrefix: "f"))
    let report = ResumeReport(away: 7_300, wasInterrupted: true, setAside: "12 bytes were set aside in journal.torn")
    let words = stage.run(.resumed(stage.view, elapsed: 0, report))
    #expect(words.contains("the session goes on where it was."))
    #expect(words.contains("2 h 1 min went by meanwhile"))
    #expect(words.contains("12 bytes were set aside in journal.torn."))
    #expect(words.contains("Step: Talk"))
  }

  @Test func `after the store failed nothing is taken, and everything can still be read`() throws {
    var stage = try Self.talk()
    let words = stage.run(.storeFailed("the disk is full"))
    #expect(words.contains("Nothing can be stored any more: The disk is full."))
    #expect(words.contains("on paper"))
    #expect(stage.type("Aino: an idea").hasPrefix("Nothing is stored any more"))
    #expect(stage.type("/end").hasPrefix("Nothing is stored any more"))
    #expect(stage.type("/show").contains("Step: Talk"))
    #expect(stage.submitted == [])
    _ = stage.type("/quit")
    #expect(stage.left == .notStored)
  }

  @Test func `a line that is too long is told`() throws {
    var stage = try Self.talk()
    #expect(
      stage.run(.lineTooLong(limit: 65_536))
        == "That line was longer than 64 KiB and was not kept. Enter it in shorter pieces.")
  }

  // MARK: Hostile and wide texts

  @Test(arguments: ["\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{202E}evil", "\u{9B}31m", "\u{8}\u{8}", "\u{2066}x", "\r"])
  func `nothing that people write reaches the terminal as a command`(payload: String) throws {
    var stage = try Self.talk(people: ["A\(payload)", "Bo"])
    var shown = stage.type("x\(payload)y") + stage.type("Bo: \(payload)z") + stage.type("/note \(payload)")
    shown += stage.type("/\(payload)") + stage.type("\(payload): b") + stage.type("/gone \(payload)")
    shown += stage.type("/show") + stage.type("/who") + stage.type("/items") + stage.type("/insert 1 \(payload)q")
    let harmful = shown.unicodeScalars.filter { scalar in
      scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
    }
    #expect(harmful.isEmpty, "\(shown.debugDescription)")
  }

  @Test(arguments: [20, 40, 80, 200])
  func `no line is wider than the screen, whatever stands in it`(width: Int) throws {
    var stage = try Self.talk(people: ["陈美丽陈美丽陈美丽陈美丽", "Fatima", "👩‍👩‍👧‍👦 Smith"])
    stage.screen.options.width = width
    let long = String(repeating: "長い文章です", count: 30) + String(repeating: "x", count: 300)
    let shown =
      stage.type(long) + "\n" + stage.type("陈: 👍🏽 \(long)") + "\n" + stage.type("/show") + "\n" + stage.type("/help")
    for line in shown.split(separator: "\n") { #expect(displayWidth(of: String(line)) <= width, "\(line)") }
    #expect(shown.filter { $0 == "x" }.count >= 600)
  }

  @Test func `colour is only there when asked for, and says nothing by itself`() {
    let line = Line("Time is up", .cue)
    #expect(line.written(inColour: false) == "Time is up")
    #expect(line.written(inColour: true) == "\u{1B}[35mTime is up\u{1B}[0m")
    #expect(Line("", .cue).written(inColour: true) == "")
  }
}
