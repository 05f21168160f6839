import Foundation
import TerminalTestSupport
import Testing

/// A person before the program's full screen: types, looks, gives the window another size.
final class ScreenSession {
  let child: Child
  private(set) var terminal: TerminalEmulator
  /// How the terminal was set before the program began.
  let settings: [tcflag_t]
  private var taken = 0

  init(_ child: Child, columns: Int, rows: Int) throws {
    self.child = child
    settings = try child.settings()
    terminal = TerminalEmulator(columns: columns, rows: rows)
  }

  convenience init(_ workplace: Workplace, _ arguments: [String], columns: Int = 80, rows: Int = 24) throws {
    let mode = Child.Mode.terminal(columns: UInt16(columns), rows: UInt16(rows))
    try self.init(try workplace.start(arguments, in: mode), columns: columns, rows: rows)
  }

  // MARK: Looking

  /// Takes in what has come, waiting a moment for it.
  func look(milliseconds: Int32 = 50) {
    let more = child.written(after: taken, waiting: milliseconds)
    taken += more.count
    terminal.feed(more)
  }

  /// Looks on until the screen is as wanted.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isThere: (TerminalEmulator) -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: Child.patience)
    while !isThere(terminal) {
      try #require(
        deadline > .now && (child.isTalking || child.written.utf8.count > taken),
        "\(what) never came; the screen:\n\(terminal.page)", sourceLocation: sourceLocation)
      look()
    }
  }

  func wait(forText text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "“\(text)”", sourceLocation: sourceLocation) { $0.page.contains(text) }
  }

  /// The first row without the clock: `Step: Read the files`.
  var place: String {
    let row = terminal.text.first ?? ""
    return row.firstRange(of: "  ").map { String(row[..<$0.lowerBound]) } ?? row
  }

  /// What stands on the line in which one types.
  var inputLine: String { terminal.text.last ?? "" }

  // MARK: Typing

  func type(_ text: String) throws { try child.send(text) }

  /// As a terminal marks what is pasted.
  func paste(_ text: String) throws { try child.send("\u{1B}[200~\(text)\u{1B}[201~") }

  /// A line, Enter, and everything that comes of it.
  func enter(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try type(line + "\r")
    try settle(sourceLocation: sourceLocation)
  }

  /// Ctrl-L: all keys before it have been done when everything is drawn anew.
  func settle(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let before = terminal.erasures
    try child.send("\u{C}")
    try wait(for: "the whole screen", sourceLocation: sourceLocation) { $0.erasures > before && $0.isWhole }
  }

  // MARK: The window

  /// Another size, and what the program makes of it.
  func resize(columns: Int, rows: Int, waits: Bool = true) throws {
    let before = terminal.erasures
    try child.resize(columns: UInt16(columns), rows: UInt16(rows))
    terminal.resize(columns: columns, rows: rows)
    guard waits else { return }
    try wait(for: "the new size") { $0.erasures > before && $0.isWhole }
    // The size and the signal that tells of it may each have everything drawn anew.
    var known = 0
    repeat {
      known = taken
      look(milliseconds: 150)
    } while taken > known
  }

  // MARK: Holding

  /// What changes wrote, one after the other, is what the whole frame shows.
  func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
    for attempt in 1...3 {
      try settle(sourceLocation: sourceLocation)
      let (before, now) = (terminal.erased, terminal.cells)
      let different = now.indices.filter { !before.indices.contains($0) || before[$0] != now[$0] }
      if different.isEmpty { return }
      // The clock may go on between the one and the other; it does not do so each time.
      guard different.allSatisfy({ $0 < 6 }), attempt < 3 else {
        Issue.record(
          "rows \(different) were not what they should be:\n\(Self.page(before))\n--\n\(terminal.page)",
          sourceLocation: sourceLocation)
        return
      }
      for _ in 0..<5 { look(milliseconds: 300) }
    }
  }

  private static func page(_ cells: [[TerminalEmulator.Cell]]) -> String {
    cells.map { $0.map(\.text).joined() }.joined(separator: "\n")
  }

  /// The program has gone, or sleeps, and has given the terminal back as it was.
  func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(!terminal.isAlternate, "the shell's screen is back", sourceLocation: sourceLocation)
    #expect(terminal.isCursorShown, sourceLocation: sourceLocation)
    #expect(!terminal.marksPastes, sourceLocation: sourceLocation)
    #expect(terminal.strange == [], sourceLocation: sourceLocation)
    #expect(try child.settings() == settings, "the terminal is set as before", sourceLocation: sourceLocation)
  }

  /// Waits for the program to end, with its last words on the screen.
  func finish(sourceLocation: SourceLocation = #_sourceLocation) throws -> Finished {
    let finished = try child.finish(sourceLocation: sourceLocation)
    look(milliseconds: 0)
    return finished
  }
}
