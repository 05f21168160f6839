import SessionEngine

/// What a key on a board comes to.
enum BoardAct: Hashable {
  case nothing
  /// Lines as they would be typed, one after the other.
  case enter([String])
  /// A line that the person finishes: a reason, a name.
  case begin(String)
  case say(String)
}

/// What lies over the step to enter much by few keys.
protocol Board {
  mutating func press(_ key: Key) -> BoardAct
}

/// Ballots of a room entered by one person at speed: a row for each ballot, a column for each thing on it.
///
/// What is typed stays here until its row is handed in; then it comes to the line that the line mode takes, such as
/// `Aino: 4 3 5`, and is not shown again, because the screen may be seen by others.
struct BallotGrid: Board, Sendable, Hashable {
  private(set) var row = 0
  private(set) var column = 0
  /// The last digit has moved on to the next cell by itself, so that a space behind it moves no further.
  private var hasMovedOn = false
  /// What was typed and is not handed in, by row and column.
  private var drafts: [Int: [Int: String]] = [:]
  let shape: GridShape

  init?(_ view: SessionView) {
    guard let shape = GridShape(view) else { return nil }
    self.shape = shape
    row = shape.rows.firstIndex { !$0.hasAnswered } ?? 0
  }

  /// The same place and drafts over what is known now; nil when the step has gone on.
  func following(_ view: SessionView) -> BallotGrid? {
    guard let now = GridShape(view), now.run == shape.run, now.rows.map(\.title) == shape.rows.map(\.title) else {
      return nil
    }
    return BallotGrid(row: row, column: column, drafts: drafts, shape: now)
  }

  private init(row: Int, column: Int, drafts: [Int: [Int: String]], shape: GridShape) {
    (self.row, self.column, self.drafts, self.shape) = (row, column, drafts, shape)
  }

  /// What stands in a cell.
  func text(_ row: Int, _ column: Int) -> String { drafts[row]?[column] ?? "" }

  func hasDraft(_ row: Int) -> Bool { !(drafts[row] ?? [:]).isEmpty }

  /// Rows with something typed that is not handed in.
  var unfinished: Int { drafts.count { !$0.value.isEmpty } }

  mutating func press(_ key: Key) -> BoardAct {
    if case .text = key {} else { hasMovedOn = false }
    switch key {
    case .up: row = max(0, row - 1)
    case .down: row = min(shape.rows.count - 1, row + 1)
    case .left, .backTab: column = max(0, column - 1)
    case .right, .tab: column = min(shape.columns.count - 1, column + 1)
    case .home: column = 0
    case .end: column = shape.columns.count - 1
    case .pageUp: row = max(0, row - 10)
    case .pageDown: row = min(shape.rows.count - 1, row + 10)
    case .backspace, .delete: erase()
    case .enter: return handIn()
    case .text(let text):
      // Several characters at once, as a quick typist or a paste gives them, are as many keys.
      for character in text {
        let act = type(character)
        if act != .nothing { return act }
      }
    default: break
    }
    return .nothing
  }

  private mutating func erase() {
    if text(row, column).isEmpty { column = max(0, column - 1) }
    drafts[row]?[column] = nil
  }

  private mutating func type(_ character: Character) -> BoardAct {
    switch shape.taking(column) {
    case .ticks:
      guard character == " " || character == "x" || character == "X" else {
        return .say("The space bar sets and takes away a cross.")
      }
      drafts[row, default: [:]][column] = text(row, column).isEmpty ? "x" : nil
      column = min(shape.columns.count - 1, column + 1)
      return .nothing
    case .words(let words): return say(character, words)
    case .numbers: return digit(character, allowed: nil)
    case .values(let values): return digit(character, allowed: values)
    }
  }

  /// A signal by its number: at once when it needs no reason, else begun as a line.
  private mutating func say(_ character: Character, _ words: [GridShape.Word]) -> BoardAct {
    let owner = shape.rows[row].owner
    if character == "*", let all = shape.everybody { return .begin("all: \(all)") }
    guard let number = character.wholeNumberValue, words.indices.contains(number - 1) else {
      let silent = shape.everybody == nil ? "" : ", or * for everybody who is silent"
      return .say("Type a number from 1 to \(words.count)\(silent).")
    }
    if shape.columns.count > 1 {
      drafts[row, default: [:]][column] = "\(number)"
      return .nothing
    }
    let word = words[number - 1]
    row = min(shape.rows.count - 1, row + 1)
    return word.wantsReason ? .begin("\(owner)\(word.word) ") : .enter(["\(owner)\(word.word)"])
  }

  /// A figure; when it can grow no further, the next cell is at hand.
  private mutating func digit(_ character: Character, allowed: [String]?) -> BoardAct {
    if character == " ", hasMovedOn {
      hasMovedOn = false
      return .nothing
    }
    hasMovedOn = false
    if character == " " {
      column = min(shape.columns.count - 1, column + 1)
      return .nothing
    }
    let longer = text(row, column) + String(character)
    let values = allowed ?? []
    func fits(_ text: String) -> Bool {
      allowed == nil ? text.count <= 3 && Int(text) != nil : values.contains { $0.hasPrefix(text) } || text == "-"
    }
    // A figure over one that is whole takes its place.
    guard let text = [longer, String(character)].first(where: fits) else {
      return .say(allowed == nil ? "Type a number." : "Type one of \(spokenList(values, "or")), or - for no answer.")
    }
    drafts[row, default: [:]][column] = text
    if shape.wantsReason { return .begin("\(shape.rows[row].owner)\(shape.name(of: column)) \(text) because ") }
    let canGrow = allowed == nil ? false : values.contains { $0.hasPrefix(text) && $0 != text }
    if !canGrow, allowed != nil {
      hasMovedOn = column + 1 < shape.columns.count
      column = min(shape.columns.count - 1, column + 1)
    }
    return .nothing
  }

  /// The row's line; the next row is at hand.
  private mutating func handIn() -> BoardAct {
    guard let cells = drafts[row], !cells.isEmpty else {
      row = min(shape.rows.count - 1, row + 1)
      column = 0
      return .nothing
    }
    guard let line = shape.line(for: row, cells) else {
      return .say("Two things have the same place; each has its own.")
    }
    drafts[row] = nil
    row = min(shape.rows.count - 1, row + 1)
    column = 0
    if shape.wantsReason, case .ticks = shape.taking(0) { return .begin("\(line) because ") }
    return .enter([line])
  }
}
