import Diagnostics

/// What stands on the whole screen at one moment: a value that tests compare as text.
package struct ScreenFrame: Sendable, Hashable {
  /// Cells and rows.
  package struct Size: Sendable, Hashable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Where the cursor stands, from 0.
  package struct Place: Sendable, Hashable {
    package var row: Int
    package var column: Int
  }

  package let size: Size
  package internal(set) var rows: [Row]
  package internal(set) var cursor: Place?

  /// Empty rows.
  package init(size: Size) {
    self.size = size
    rows = Array(repeating: Row(), count: size.rows)
  }

  /// The rows as text, without blanks at their ends and without styles.
  package var text: String { rows.map(\.text).joined(separator: "\n") }

  /// Puts rows below each other from `row` on; what does not fit is left out.
  mutating func put(_ content: [Row], at row: Int) {
    for (offset, line) in content.enumerated() where rows.indices.contains(row + offset) {
      rows[row + offset] = line.clipped(to: size.columns)
    }
  }
}

/// One row of a frame: pieces of text beside each other.
package struct Row: Sendable, Hashable {
  struct Piece: Sendable, Hashable {
    var text: String
    var style: Ink
  }

  private(set) var pieces: [Piece] = []
  /// Cells taken.
  private(set) var width = 0

  package init() {}

  init(_ text: String, _ style: Ink = .plain) {
    self.init()
    add(text, style)
  }

  init(_ line: Line) { self.init(line.text, Ink(line.style)) }

  var isEmpty: Bool { width == 0 }

  package var text: String { String(pieces.map(\.text).joined().trimmedAtEnd) }

  /// Whatever in the text a terminal would obey is shown instead.
  mutating func add(_ text: String, _ style: Ink = .plain) {
    let text = harmless(text)
    guard !text.isEmpty else { return }
    width += displayWidth(of: text)
    if pieces.last?.style == style {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  mutating func add(_ row: Row) { for piece in row.pieces { add(piece.text, piece.style) } }

  /// Blanks up to a column.
  mutating func pad(to column: Int, _ style: Ink = .plain) {
    if column > width { add(String(repeating: " ", count: column - width), style) }
  }

  /// At most so many cells; a text that is cut says so.
  func clipped(to columns: Int) -> Row {
    guard width > columns else { return self }
    guard columns > 0 else { return Row() }
    var row = Row()
    for piece in pieces {
      for character in piece.text {
        if row.width + displayWidth(of: character) > columns - 1 {
          row.add("…", piece.style)
          return row
        }
        row.add(String(character), piece.style)
      }
    }
    return row
  }

  /// All of it in one style, as for what is chosen.
  func inked(_ style: Ink) -> Row {
    var row = Row()
    for piece in pieces { row.add(piece.text, style) }
    return row
  }
}

/// What a piece of text is; how it looks is decided where it is written, and what it says never depends on it.
package enum Ink: Sendable, Hashable {
  case plain, heading, say, cue, warning, quiet
  /// What is chosen, and the cursor of a grid.
  case chosen
  /// The rules between the parts of the screen, and names of keys.
  case rule, label
  /// The countdown: enough time, little time, none.
  case time, timeLow, timeOver

  init(_ style: Line.Style) {
    self =
      switch style {
      case .plain: .plain
      case .heading: .heading
      case .say: .say
      case .cue: .cue
      case .warning: .warning
      case .quiet: .quiet
      }
  }
}
