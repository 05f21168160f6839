import Console
import Foundation
import MethodModel
import SessionEngine
import TerminalTestSupport
import Testing

/// A full screen with a session behind it and a terminal before it.
private struct WatchedCockpit {
  var stage: Stage
  var cockpit: Cockpit
  var terminal: TerminalEmulator
  private let writing: FrameWriting
  private var shown: ScreenFrame?

  init(_ step: Step, size: ScreenFrame.Size, inColour: Bool) throws {
    stage = try Stage(step: step)
    cockpit = Cockpit(screen: stage.screen, size: size)
    terminal = TerminalEmulator(columns: size.columns, rows: size.rows)
    writing = FrameWriting(inColour: inColour)
    send(.message(.opened(stage.view, elapsed: 0)))
  }

  /// What happens, what comes of it, and the difference to the frame before, written.
  mutating func send(_ event: Cockpit.Event) {
    if case .resized(let size) = event { terminal.resize(columns: size.columns, rows: size.rows) }
    for effect in cockpit.update(event) {
      guard case .submit(let submissions) = effect else { continue }
      send(.message(.answered(answer(to: submissions))))
    }
    let frame = cockpit.frame()
    terminal.feed(writing.update(from: shown, to: frame).utf8)
    shown = frame
  }

  private mutating func answer(to submissions: [Submission]) -> Answered {
    var accepted: [CommandBody] = []
    for submission in submissions {
      do throws(Rejection) { try stage.send(submission) } catch {
        return Answered(accepted: accepted, rejection: error, view: stage.view, elapsed: stage.elapsed)
      }
      accepted.append(submission.body)
    }
    return Answered(accepted: accepted, view: stage.view, elapsed: stage.elapsed)
  }

  /// The same frame on a terminal of which nobody knows what it shows.
  var anew: TerminalEmulator {
    let frame = cockpit.frame()
    var terminal = TerminalEmulator(columns: frame.size.columns, rows: frame.size.rows)
    terminal.feed(writing.update(from: nil, to: frame).utf8)
    return terminal
  }
}

/// What is written shows the frame, whatever stood there before.
@Suite struct FrameWritingPropertyTests {
  private static let texts = [
    "more breaks", "Väsymys näkyy jo bussissa", "الصباح مبكر جدا", "עברית", "月が綺麗ですね", "👩‍🏫", "🇫🇮", "e\u{301}", "한글", "ﷺ",
    "1️⃣", "a\u{200D}b", "Aino: ", "?", "/ne", "/help", "x", " ", "क्षि", "👍🏽", "\u{301}",
  ]

  private static let hostile: [String] = {
    let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let data = FileManager.default.contents(atPath: folder + "/HostileTexts.json") ?? Data()
    return (try? JSONDecoder().decode([String].self, from: data)) ?? []
  }()

  private static let step = Sample.step("Ideas 月", Sample.collect, texts: [Sample.say("Say it. 👩‍🏫 Sano se ääneen.")])

  @Test(arguments: 0..<24) func `after any keys, sizes and texts the terminal shows the frame`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var stage = try WatchedCockpit(
      Self.step, size: ScreenFrame.Size(columns: 80, rows: 24), inColour: seed.isMultiple(of: 2))
    try #require(Self.hostile.count > 100)
    for step in 0..<120 {
      let event = Self.event(using: &random)
      stage.send(event)
      expectShown(stage, after: "\(step): \(event)")
    }
  }

  @Test func `a hostile text typed, pasted and kept never becomes a sequence`() throws {
    var stage = try WatchedCockpit(Self.step, size: ScreenFrame.Size(columns: 100, rows: 30), inColour: true)
    for text in Self.hostile {
      stage.send(.key(.paste(text)))
      expectShown(stage, after: "the paste of \(text.debugDescription)")
      stage.send(.key(.enter))
      expectShown(stage, after: "\(text.debugDescription) was entered")
    }
    #expect(stage.stage.view.activity?.entries.count ?? 0 > 100)
  }

  private static func event(using random: inout SeededNumbers) -> Cockpit.Event {
    let keys: [Key] = [
      .enter, .enter, .tab, .escape, .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown,
      .wordLeft,
      .control("u"), .control("w"), .control("y"), .function(1), .function(2), .function(3), .function(4),
      .control("l"),
    ]
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      return .resized(
        ScreenFrame.Size(columns: Int.random(in: 8...180, using: &random), rows: Int.random(in: 2...60, using: &random))
      )
    case 1: return .message(.tick(elapsed: Int.random(in: 0...400, using: &random)))
    case 2: return .key(.paste((0...2).compactMap { _ in texts.randomElement(using: &random) }.joined(separator: "\n")))
    case 3: return .key(.paste(hostile.randomElement(using: &random) ?? ""))
    case 4...6: return .key(keys.randomElement(using: &random) ?? .enter)
    default: return .key(.text(texts.randomElement(using: &random) ?? ""))
    }
  }

  private func expectShown(
    _ stage: WatchedCockpit, after what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (terminal, anew, frame) = (stage.terminal, stage.anew, stage.cockpit.frame())
    #expect(terminal.strange == [], "\(what)", sourceLocation: sourceLocation)
    for (row, (here, there)) in zip(terminal.text, frame.text.split(separator: "\n", omittingEmptySubsequences: false))
      .enumerated() where here != there
    {
      Issue.record("row \(row) shows “\(here)” for “\(there)” after \(what)", sourceLocation: sourceLocation)
    }
    #expect(terminal.cells == anew.cells, "drawn anew it is the same, after \(what)", sourceLocation: sourceLocation)
    guard let cursor = frame.cursor else { return }
    #expect(terminal.isCursorShown, sourceLocation: sourceLocation)
    #expect(terminal.cursor == (cursor.row, cursor.column), "\(what)", sourceLocation: sourceLocation)
  }

  /// Without blanks at the end, also those that carry a mark.
  private func ended(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
