import Diagnostics

/// Turns the difference between two frames into what a terminal is sent.
///
/// Only what changed is written, each run of cells where it stands. The only sequences are those made here: text is
/// harmless before it comes to a row.
package struct FrameWriting: Sendable, Hashable {
  /// Whether colours are wanted; bold and reverse are kept without.
  package var inColour: Bool

  package init(inColour: Bool) { self.inColour = inColour }

  /// What makes a screen that shows `old` show `new`; nil: nobody knows what it shows.
  package func update(from old: ScreenFrame?, to new: ScreenFrame) -> String {
    var out = ""
    let known = old?.size == new.size ? old : nil
    if known == nil { out += "\u{1B}[0m\u{1B}[2J" }
    for (number, row) in new.rows.enumerated() {
      let before = known?.rows[number] ?? Row()
      if row != before { out += change(from: before, to: row, at: number) }
    }
    if out.isEmpty, known?.cursor == new.cursor { return "" }
    // Hidden while it jumps about.
    let hidden = out.isEmpty ? "" : "\u{1B}[?25l" + out
    guard let cursor = new.cursor else { return hidden.isEmpty ? "\u{1B}[?25l" : hidden }
    return hidden + Self.move(cursor.row, cursor.column) + "\u{1B}[?25h"
  }

  private static func move(_ row: Int, _ column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }

  private func change(from old: Row, to new: Row, at number: Int) -> String {
    let (before, after) = (Self.cells(of: old), Self.cells(of: new))
    var first = 0
    while first < min(before.count, after.count), before[first] == after[first] { first += 1 }
    // Not into the middle of a wide character, of the old or the new.
    while first > 0, isTail(first, before) || isTail(first, after) { first -= 1 }
    let clears = before.count > after.count
    var end = after.count
    if before.count == after.count {
      while end > first, before[end - 1] == after[end - 1] { end -= 1 }
      while end < after.count, isTail(end, before) || isTail(end, after) { end += 1 }
    }
    var out = Self.move(number, first)
    var ink: Ink = .plain
    for (place, cell) in zip(first..<end, after[first..<end]) where !cell.text.isEmpty {
      if cell.ink != ink { out += sequence(cell.ink) }
      ink = cell.ink
      out += cell.text
      // A mark without width behind words from right to left: what follows them stays behind them.
      if cell.isFromRight, place + 1 == after.count || !after[place + 1].isFromRight { out += "\u{200E}" }
    }
    if ink != .plain { out += "\u{1B}[0m" }
    return clears ? out + "\u{1B}[K" : out
  }

  private func isTail(_ place: Int, _ cells: [Cell]) -> Bool { place < cells.count && cells[place].text.isEmpty }

  /// One place of a row; the second half of a wide character has no text.
  private struct Cell: Equatable {
    var text: String
    var ink: Ink

    /// Hebrew, Arabic and the other scripts that run from right to left.
    var isFromRight: Bool {
      guard let value = text.unicodeScalars.first?.value, value >= 0x590 else { return false }
      return [0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EEFF]
        .contains { $0.contains(value) }
    }
  }

  private static func cells(of row: Row) -> [Cell] {
    var cells: [Cell] = []
    for piece in row.pieces {
      for character in piece.text {
        let width = displayWidth(of: character)
        if width == 0 {
          if !cells.isEmpty { cells[cells.count - 1].text.append(character) }
          continue
        }
        cells.append(Cell(text: String(character), ink: piece.style))
        for _ in 1..<width { cells.append(Cell(text: "", ink: piece.style)) }
      }
    }
    return cells
  }

  /// Only attributes, red and magenta: they can be read on light and on dark ground, and say nothing alone.
  private func sequence(_ ink: Ink) -> String {
    let attributes =
      switch ink {
      case .plain, .say: "0"
      case .heading, .label, .time: "0;1"
      case .cue: inColour ? "0;1;35" : "0;1"
      case .warning: inColour ? "0;1;31" : "0;1"
      case .quiet, .rule: "0;2"
      case .chosen: "0;7"
      case .timeLow: inColour ? "0;1;35" : "0;1"
      case .timeOver: inColour ? "0;1;31" : "0;1"
      }
    return "\u{1B}[\(attributes)m"
  }
}
