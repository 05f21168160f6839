import Diagnostics
import SessionEngine

/// What lies over the step for a while; Escape takes it away.
enum Overlay: Sendable {
  case pages(Pager), palette(Palette), paste(Paste), grid(BallotGrid), clusters(ClusterBoard), form(FormBoard)
}

/// Lines that are too long for the screen, to be leafed through.
struct Pager: Sendable, Hashable {
  let lines: [Line]
  private(set) var top = 0
  private var startsAtEnd: Bool

  init(_ lines: [Line], atEnd: Bool = false) {
    self.lines = Array(lines.drop { $0.text.isEmpty })
    startsAtEnd = atEnd
  }

  /// The first line that is seen on so many rows.
  func first(rows: Int) -> Int {
    let last = max(0, lines.count - rows)
    return startsAtEnd ? last : min(top, last)
  }

  /// False for a key that leafs nowhere.
  mutating func press(_ key: Key, rows: Int) -> Bool {
    var place = first(rows: rows)
    switch key {
    case .down: place += 1
    case .up: place -= 1
    case .pageDown, .text(" "): place += max(1, rows - 1)
    case .pageUp: place -= max(1, rows - 1)
    case .home: place = 0
    case .end: place = lines.count
    default: return false
    }
    startsAtEnd = false
    top = max(0, min(place, lines.count - rows))
    return true
  }
}

/// Everything that can be done now, to choose from; typing narrows it down.
struct Palette: Sendable, Hashable {
  private let all: [ConsoleCommand]
  private(set) var filter = ""
  private(set) var chosen = 0

  init(_ screen: ScreenModel) { all = screen.view.map { ConsoleCommand.possible(in: $0) } ?? [] }

  /// Those whose name or explanation has what was typed.
  var commands: [ConsoleCommand] {
    guard !filter.isEmpty else { return all }
    let wanted = filter.lowercased()
    return all.filter { $0.rawValue.hasPrefix(wanted) }
      + all.filter { !$0.rawValue.hasPrefix(wanted) && $0.summary.lowercased().contains(wanted) }
  }

  /// The command that Enter takes.
  var command: ConsoleCommand? { commands.indices.contains(chosen) ? commands[chosen] : nil }

  mutating func press(_ key: Key) {
    switch key {
    case .up: chosen = max(0, chosen - 1)
    case .down, .tab: chosen = min(max(0, commands.count - 1), chosen + 1)
    case .pageUp, .home: chosen = 0
    case .pageDown, .end: chosen = max(0, commands.count - 1)
    case .backspace:
      filter = String(filter.dropLast())
      chosen = 0
    case .text(let text):
      filter += text.filter { $0 != "/" }
      chosen = 0
    default: break
    }
  }
}

/// Several lines put in at once, before it is said what becomes of them.
struct Paste: Sendable, Hashable {
  let lines: [String]
  /// What was typed of the answer so far.
  var answer = ""

  init(lines: [String]) { self.lines = lines }

  /// As content, whatever it begins with: only what is typed can be a command.
  var entries: [String] { lines.map { $0.hasPrefix("/") ? "/" + $0 : $0 } }

  /// The text of a line that was made content.
  static func unescaped(_ line: String) -> String { line.hasPrefix("//") ? String(line.dropFirst()) : line }
}

extension Cockpit {
  /// What a key does to what lies over the step; nil: the key is for the input line.
  mutating func pressOverlay(_ key: Key) -> [Effect]? {
    if key == .escape, editor.isEmpty {
      overlay = nil
      return []
    }
    switch overlay {
    case .pages(var pager): return leaf(&pager, key)
    case .palette(var palette): return choose(&palette, key)
    case .paste(let paste): return decide(paste, key)
    case .grid(let grid): return press(key, on: grid) { .grid($0) }
    case .clusters(let board): return press(key, on: board) { .clusters($0) }
    case .form(let form): return press(key, on: form) { .form($0) }
    case nil: return nil
    }
  }

  /// While something stands in the input line, keys are for that.
  private mutating func press<Kind: Board>(
    _ key: Key, on board: Kind, _ lying: (Kind) -> Overlay
  ) -> [Effect]? {
    guard editor.isEmpty else { return nil }
    var board = board
    let act = board.press(key)
    overlay = lying(board)
    return carryOut(act)
  }

  private mutating func leaf(_ pager: inout Pager, _ key: Key) -> [Effect]? {
    if editor.isEmpty, pager.press(key, rows: CockpitLayout(self).overlayRows) {
      overlay = .pages(pager)
      return []
    }
    if key == .enter, editor.isEmpty {
      overlay = nil
      return []
    }
    if key == .enter { overlay = nil }
    return nil
  }

  private mutating func choose(_ palette: inout Palette, _ key: Key) -> [Effect] {
    guard key == .enter else {
      palette.press(key)
      overlay = .palette(palette)
      return []
    }
    overlay = nil
    guard let command = palette.command else { return [] }
    // It is only put into the line: nothing happens before Enter is pressed on it.
    let wantsMore = command.examples.contains { $0.contains(" ") }
    editor.replace(with: "/\(command.rawValue)" + (wantsMore ? " " : ""))
    return []
  }

  private mutating func decide(_ paste: Paste, _ key: Key) -> [Effect] {
    var paste = paste
    switch key {
    case .text(let text): paste.answer += text
    case .backspace: paste.answer = String(paste.answer.dropLast())
    case .enter: return carryOut(paste)
    default: break
    }
    overlay = .paste(paste)
    return []
  }

  /// A whole word is taken, as elsewhere; anything else leaves the question standing.
  private mutating func carryOut(_ paste: Paste) -> [Effect] {
    replies = []
    overlay = nil
    switch paste.answer.trimmed.lowercased() {
    case "yes", "y":
      waiting = paste.entries
      return enterNext()
    case "1": return editor.insert(paste.lines.joined(separator: " ")) == .full ? full() : []
    case "no", "n": replies = [Line("Nothing of what was pasted was entered.")]
    default: overlay = .paste(Paste(lines: paste.lines))
    }
    return []
  }
}
