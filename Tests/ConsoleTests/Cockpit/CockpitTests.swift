import Console
import MethodModel
import SessionEngine
import Testing

/// What keys come to.
@Suite struct CockpitTests {
  private static func collecting() throws -> CockpitStage {
    CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs"))))
  }

  @Test func `what is typed is content, and Enter keeps it`() throws {
    var stage = try Self.collecting()
    stage.type("2: more breaks")
    #expect(stage.stage.submitted.map { brief($0.body) } == ["add pairs/2 text=more breaks"])
    #expect(stage.frame().contains("more breaks"))
    #expect(stage.frame().hasSuffix("\n>"))
  }

  @Test func `what could not be taken stands in the line again`() throws {
    var stage = try Self.collecting()
    stage.type("9: more breaks")
    #expect(stage.stage.submitted == [])
    #expect(stage.frame().contains("There is no group 9 here: the groups are 1 to 3. Nothing was entered."))
    #expect(stage.frame().hasSuffix("\n> 9: more breaks"))
  }

  @Test func `a question mark on an empty line lists what can be done, elsewhere it is text`() throws {
    var stage = try Self.collecting()
    stage.press(.text("?"), .text("min"), .down, .enter)
    #expect(stage.frame().hasSuffix("\n> /shorten"))
    #expect(stage.stage.submitted == [])
    stage.press(.control("u"), .text("1: why"), .text("?"), .enter)
    #expect(stage.stage.submitted.map { brief($0.body) } == ["add pairs/1 text=why?"])
  }

  @Test(arguments: [
    ("/exte", "/extend "), ("/go", "/go"), ("/gone A", "/gone Aino"), ("/move Aino pairs", "/move Aino pairs/"),
  ])
  func `Tab fills in what can only go on one way`(typed: String, completed: String) throws {
    var stage = try Self.collecting()
    stage.press(.text(typed), .tab, .text("x"))
    #expect(stage.frame().hasSuffix("\n> \(completed)x"))
  }

  @Test func `several pasted lines are entries of their own, after asking`() throws {
    var stage = try Self.collecting()
    stage.press(.paste("1: one\n\n2: two\r\n3: /end three\n"))
    #expect(stage.stage.submitted == [])
    #expect(stage.frame().contains("3 lines were pasted."))
    stage.press(.text("y"), .enter)
    #expect(
      stage.stage.submitted.map { brief($0.body) } == [
        "add pairs/1 text=one", "add pairs/2 text=two", "add pairs/3 text=/end three",
      ])
  }

  @Test(arguments: ["no", "n", "", "nope"])
  func `the rest of the word no became content, and Enter alone entered the whole paste`(word: String) throws {
    var stage = try Self.collecting()
    stage.press(.paste("1: one\n2: two"))
    for letter in word { stage.press(.text(String(letter))) }
    stage.press(.enter)
    #expect(stage.stage.submitted == [])
    #expect(stage.frame().contains("2 lines were pasted.") == !["no", "n"].contains(word))
    #expect(stage.frame().hasSuffix("\n>"))
  }

  @Test func `a long paste goes in many at once, and says so in one line`() throws {
    var stage = CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect)))
    stage.press(.paste((1...600).map { "idea \($0)" }.joined(separator: "\n")), .text("y"), .enter)
    #expect(stage.stage.submitted.map { brief($0.body) } == (1...600).map { "add text=idea \($0)" })
    #expect(stage.frame().contains("100 kept; 600 so far."))
    #expect(!stage.frame().contains("PgUp PgDn leaf"))
  }

  @Test func `what a limit refuses in the middle of a paste is asked about, with all that follows`() throws {
    let step = Sample.step("Talk", .collect(Limits(atMost: .fixed(3)), unique: false, expect: nil))
    var stage = CockpitStage(try Stage(step: step))
    stage.press(.paste("one\ntwo\nthree\n/four\nfive"), .text("y"), .enter)
    #expect(stage.stage.view.activity?.entries.map(\.text) == ["one", "two", "three"])
    #expect(stage.frame().contains("2 lines were pasted."))
    #expect(stage.frame().contains("  /four\n  five"))
  }

  @Test func `a line of a paste that needs a word of doubt is entered by itself`() throws {
    var stage = CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect)))
    stage.press(.paste("one\ntwo\nAyno: three\nfour\nfive"), .text("y"), .enter)
    #expect(stage.stage.submitted.count == 5)
    #expect(stage.cockpit.lastWords.isEmpty == false)
  }

  @Test func `nothing of a paste is lost when the disk fails`() throws {
    var stage = CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect)))
    _ = stage.cockpit.update(.key(.paste("one\ntwo\nthree")))
    _ = stage.cockpit.update(.key(.text("y")))
    let effects = stage.cockpit.update(.key(.enter))
    #expect(effects.count == 1)
    _ = stage.cockpit.update(.message(.storeFailed("the disk is full")))
    #expect(stage.frame().contains("3 lines were pasted."))
    #expect(stage.frame().contains("  one\n  two\n  three"))
  }

  @Test func `a tick that cannot be stored does not bring back a line that was kept`() throws {
    var stage = CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect)))
    stage.type("an idea")
    stage.send(.message(.storeFailed("the disk is full")))
    #expect(stage.frame().hasSuffix("\n>"))
  }

  @Test func `a command takes the place of a line that was refused`() throws {
    var stage = try Self.collecting()
    stage.type("9: two")
    #expect(stage.frame().hasSuffix("\n> 9: two"))
    stage.press(.text("/ti"))
    #expect(stage.frame().hasSuffix("\n> /ti"))
    stage.press(.text("me"), .enter, .text("1: a/b"))
    #expect(stage.frame().hasSuffix("\n> 1: a/b"))
  }

  @Test func `the number of what comes next begins it, though the session rests between meetings`() throws {
    var stage = try CockpitStage(method: "policy-dialogue-lab")
    for _ in 0..<6 where !stage.frame().contains("is over.") { stage.type("/next") }
    #expect(stage.frame().contains("1  Begin what comes next"))
    stage.type("1")
    #expect(stage.stage.view.stop == nil)
    #expect(stage.stage.view.status == .running)
  }

  @Test func `where nobody decides yet, the command that names somebody is told`() throws {
    var stage = try CockpitStage(method: "adaptation-review")
    for _ in 0..<30 where stage.stage.view.checkpoint == nil { stage.type("/next") }
    stage.type("/pass it is good enough")
    #expect(stage.frame().contains("/role innovator Aino"))
  }

  @Test func `a pasted line is never a command`() throws {
    var stage = CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect)))
    stage.press(.paste("/next\n/quit"), .text("y"), .enter)
    #expect(stage.stage.submitted.map { brief($0.body) } == ["add text=/next", "add text=/quit"])
    #expect(stage.effects == [])
  }

  @Test func `the rest of a paste is asked about again when one line is refused`() throws {
    var stage = try Self.collecting()
    stage.press(.paste("1: one\n9: two\n3: three"), .text("y"), .enter)
    #expect(stage.stage.submitted.map { brief($0.body) } == ["add pairs/1 text=one"])
    #expect(stage.frame().contains("2 lines were pasted."))
  }

  @Test func `a pasted line without a line end is put into the line`() throws {
    var stage = try Self.collecting()
    stage.press(.text("1: "), .paste("from the clipboard"))
    #expect(stage.frame().hasSuffix("\n> 1: from the clipboard"))
  }

  @Test(arguments: [Key.control("c"), .control("d")])
  func `leaving wants the key twice`(key: Key) throws {
    var stage = try Self.collecting()
    stage.press(key)
    #expect(stage.effects == [])
    #expect(stage.frame().contains("once more pauses the session and leaves"))
    stage.press(.text("a"), key == .control("d") ? .control("u") : .escape, key)
    #expect(stage.effects == [])
    stage.press(key)
    #expect(stage.effects == [.leave(.paused)])
    #expect(stage.stage.submitted.map(\.body) == [.pause])
  }

  @Test func `any key between the two, a function key too, means to stay`() throws {
    var stage = try Self.collecting()
    for between in [Key.function(3), .function(4), .control("d"), .control("l")] {
      stage.press(.control("c"), between)
    }
    stage.press(.escape, .control("c"))
    #expect(!stage.effects.contains(.leave(.paused)))
  }

  @Test func `Enter pressed twice does not go on twice`() throws {
    var stage = try Self.collecting()
    stage.press(.text("/next"), .enter, .enter)
    #expect(stage.stage.submitted.count { $0.body == .next } == 1)
  }

  @Test func `a command typed before the answer to the last could be seen is not carried out on what came of it`()
    throws
  {
    let steps = ["one", "two", "three"].map { Sample.element($0, Sample.plain) }
    var stage = CockpitStage(try Stage(Sample.method(steps)))
    stage.press(.text("/next"), .enter, .text("/next"))
    stage.send(.key(.enter, ahead: true))
    #expect(stage.stage.view.place.path.description.contains("two"))
    #expect(stage.frame().contains("The session had moved on before this came, so it was not done."))
  }

  @Test func `nothing irreversible happens without its word`() throws {
    var stage = try Self.collecting()
    stage.type("/end")
    #expect(stage.frame().hasSuffix("\nend?"))
    stage.type("no")
    #expect(stage.frame().contains("Nothing was done."))
    stage.type("/end")
    stage.type("end")
    #expect(stage.effects == [.close])
    stage.send(.closed([Line("The record is in Sessions/example")]))
    #expect(stage.frame().contains("The session has ended: ended early.\n\nThe record is in Sessions/example"))
    stage.press(.text("x"))
    #expect(stage.effects == [.close, .leave(.ended)])
  }

  @Test func `a change of size in the middle of a word loses nothing`() throws {
    var stage = try Self.collecting()
    stage.press(.text("1: more bre"))
    stage.send(.resized(ScreenFrame.Size(columns: 41, rows: 12)))
    stage.press(.text("aks"))
    stage.send(.resized(ScreenFrame.Size(columns: 3, rows: 2)))
    stage.send(.resized(CockpitStage.large))
    #expect(stage.frame().hasSuffix("\n> 1: more breaks"))
  }

  @Test func `what was typed stays while a cue comes`() throws {
    var stage = try Self.collecting()
    stage.press(.text("1: half a thou"))
    try stage.wait(300)
    #expect(stage.effects == [.bell])
    #expect(stage.frame().contains("Time is up"))
    #expect(stage.frame().hasSuffix("\n> 1: half a thou"))
  }

  @Test func `Ctrl-Z gives the terminal back and Ctrl-L draws it anew`() throws {
    var stage = try Self.collecting()
    stage.press(.control("z"), .control("l"))
    #expect(stage.effects == [.suspend, .redraw])
  }
}
