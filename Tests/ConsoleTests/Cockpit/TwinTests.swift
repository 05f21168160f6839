import Foundation
import MethodModel
import SessionEngine
import Testing

@testable import Console

/// The full screen and the line mode are two views of one screen: what one says and takes, the other does.
@Suite struct TwinTests {
  /// So large that nothing has to be cut; both halves have as many cells as a line of the line mode.
  private static let huge = ScreenFrame.Size(columns: 203, rows: 400)
  private static let width = 100

  static let methods = [
    "one-two-four-all", "brainwriting-635", "affinity-kj", "impact-effort", "consent-decision",
    "adoption-readiness-hexagon", "adaptation-review", "pdsa-cycle", "delphi", "open-space", "policy-dialogue-lab",
    "do-tank-day",
  ]

  @Test(arguments: methods)
  func `at every place of a method both say the same`(method: String) throws {
    var stage = try CockpitStage(method: method, people: (1...12).map { "Person \($0)" }, size: Self.huge)
    for _ in 0..<80 {
      guard case .running = stage.stage.view.status else { break }
      let (missing, added) = Self.difference(stage)
      #expect(missing == [], "not on the full screen, at “\(stage.stage.view.place.title)”")
      #expect(added == [], "not in the line mode, at “\(stage.stage.view.place.title)”")
      for size in [CockpitStage.small, CockpitStage.large, ScreenFrame.Size(columns: 41, rows: 13)] {
        #expect(Self.flaw(stage, size) == nil, "at “\(stage.stage.view.place.title)”")
      }
      if !goOn(&stage) { break }
    }
  }

  /// What is wrong with the frame at a size: rows that do not fit, or words to be said that are neither there nor named.
  private static func flaw(_ stage: CockpitStage, _ size: ScreenFrame.Size) -> String? {
    var other = stage.cockpit
    _ = other.update(.resized(size))
    let frame = other.frame()
    guard frame.rows.count == size.rows else { return "\(frame.rows.count) rows" }
    if let row = frame.rows.first(where: { $0.width > size.columns }) { return "too wide: \(row.text)" }
    guard let cursor = frame.cursor, cursor.row < size.rows, cursor.column < size.columns else { return "no cursor" }
    let words = frame.text.split(whereSeparator: { $0.isWhitespace || $0 == "│" }).joined(separator: " ")
    let said = stage.stage.view.say.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isCut = ["more, PgDn", "… PgDn", "PgDn shows"].contains { words.contains($0) }
    // Beside each other, the two columns break into each other's words.
    return size.columns >= 110 || isCut || said.isEmpty || words.contains(said) ? nil : "not said: \(said)"
  }

  /// Takes the likeliest way on; false where there is none.
  private func goOn(_ stage: inout CockpitStage) -> Bool {
    let before = stage.stage.view.controlSequence
    if let activity = stage.stage.view.activity, activity.kind == .collect, activity.isOpen {
      for word in ["quiet rooms", "1: longer breaks"] { stage.type(word) }
      stage.press(.control("u"))
    }
    for line in ["1", "/pass we want to go on", "/next we go on", "/skip we leave it out", "/back"] {
      stage.type(line)
      stage.press(.escape, .control("u"))
      if stage.stage.view.controlSequence != before { return line != "/back" }
    }
    return false
  }

  /// Lines of the line mode that no row shows, and rows that the line mode does not say.
  private static func difference(_ stage: CockpitStage) -> (missing: [String], added: [String]) {
    var alone = stage.cockpit
    alone.replies = []
    let rows = alone.frame().rows.map(\.text)
    let step = spoken("/show", stage)
    let all = Set((step + spoken("/items", stage) + spoken("/time", stage)).map(bare))
    let shown = Set(rows.flatMap { $0.split(separator: "│").map { bare(String($0)) } })
    let words = rows.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let missing = step.map(bare).filter { !$0.isEmpty && !shown.contains($0) && !words.contains($0) }
    let added = shown.filter { row in
      !row.isEmpty && !all.contains(row) && !isChrome(row) && !all.contains { row.hasPrefix($0) && !$0.isEmpty }
    }
    return (missing, added.sorted())
  }

  /// What the line mode answers to a command at the same place.
  private static func spoken(_ command: String, _ stage: CockpitStage) -> [String] {
    var screen = stage.stage.screen
    screen.view = stage.cockpit.screen.view
    screen.numbers = stage.cockpit.screen.numbers
    screen.options.width = width
    screen.options.height = nil
    return screen.update(.line(command)).flatMap { effect in
      if case .print(let lines, _) = effect { lines.map(\.text) } else { [String]() }
    }
  }

  private static func bare(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }

  /// Rules, the input line, and the countdown's digits say nothing of their own.
  private static func isChrome(_ row: String) -> Bool {
    row == ">" || row.hasPrefix("──") || row.hasSuffix("──") || row.allSatisfy { "█▀▄ ".contains($0) }
  }

  @Test func `every command is in the palette when it can be done, and the line mode knows it`() throws {
    let all = Set(ConsoleCommand.allCases)
    var seen: Set<ConsoleCommand> = []
    for method in Self.methods {
      var stage = try CockpitStage(method: method, people: (1...12).map { "Person \($0)" }, size: Self.huge)
      for _ in 0..<80 {
        let possible = ConsoleCommand.possible(in: stage.stage.view)
        seen.formUnion(possible)
        let spoken = Self.spoken("/help now", stage).filter { $0.hasPrefix("/") }.map {
          String($0.prefix { $0 != ":" })
        }
        #expect(spoken == possible.map { "/\($0.rawValue)" })
        if !goOn(&stage) { break }
      }
    }
    // What the methods do not come to on this way is listed, so that nothing is left out in silence.
    #expect(all.subtracting(seen) == [.return, .replan, .choose, .admit, .keep, .reveal])
  }
}
