import MethodModel
import SessionEngine
import TerminalTestSupport
import Testing

@testable import Console

/// Whatever is typed, in whatever size: what a terminal shows after each change is the frame, and nothing else was sent.
@Suite struct FramePropertyTests {
  private static let words = [
    "more breaks", "学校の一日", "شكرا: ٣", "👩‍🏫 opettaja", "e\u{301}té", "\u{1B}]0;title\u{7}", "a\tb", "\u{202E}evil",
    "1: ", "Aino: ", "/", "?", "3 = Time", "//next", "🇫🇮🇫🇷", "ﷺ", "\u{200D}\u{200D}", "x\u{9B}2J", "ตำบล",
  ]
  private static let keys: [Key] = [
    .enter, .enter, .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    .backspace, .delete, .function(1), .function(2), .function(3), .function(4), .control("a"), .control("w"),
    .control("u"), .control("l"), .text("1"), .text("2"), .text("y"), .text("n"), .text(" "), .text("-"),
  ]

  private static func event(_ random: inout SeededNumbers) -> Cockpit.Event {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<7: return .key(.text(words.randomElement(using: &random) ?? ""))
    case 7: return .key(.paste("\(words.randomElement(using: &random) ?? "")\nsecond\nthird"))
    case 8:
      return .resized(
        ScreenFrame.Size(
          columns: Int.random(in: 1...210, using: &random), rows: Int.random(in: 1...70, using: &random)))
    default: return .key(keys.randomElement(using: &random) ?? .enter)
    }
  }

  private static func stage(_ seed: UInt64) throws -> CockpitStage {
    switch seed % 5 {
    case 0: CockpitStage(try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs"))))
    case 1: CockpitStage(try Stage(step: MarkContentTests.rating))
    case 2: CockpitStage(try ClusterContentTests.things(9))
    case 3: CockpitStage(try Stage(step: SignalAndFillTests.consent))
    default: try CockpitStage(method: "impact-effort")
    }
  }

  @Test(arguments: 0..<UInt64(25))
  func `a terminal shows the frame after every change`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var stage = try Self.stage(seed)
    let writing = FrameWriting(inColour: seed % 2 == 0)
    var shown = stage.cockpit.frame()
    var terminal = TerminalEmulator(columns: shown.size.columns, rows: shown.size.rows)
    terminal.feed(Array(writing.update(from: nil, to: shown).utf8))
    for _ in 0..<40 {
      stage.send(Self.event(&random))
      let frame = stage.cockpit.frame()
      if frame.size != shown.size { terminal.resize(columns: frame.size.columns, rows: frame.size.rows) }
      terminal.feed(Array(writing.update(from: shown, to: frame).utf8))
      var whole = TerminalEmulator(columns: frame.size.columns, rows: frame.size.rows)
      whole.feed(Array(writing.update(from: nil, to: frame).utf8))
      #expect(terminal.page == whole.page, "what changed is not what the whole frame is")
      #expect(frame.rows.count == frame.size.rows)
      #expect(frame.rows.allSatisfy { $0.width <= frame.size.columns })
      #expect(terminal.strange == [] && whole.strange == [])
      shown = frame
    }
  }
}
