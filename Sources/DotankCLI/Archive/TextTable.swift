import Diagnostics

/// A table for the terminal: columns beside each other, blanks between them, nothing drawn.
///
/// Where the terminal is too narrow, columns that may shrink give way, and what is cut ends in `…`.
struct TextTable {
  struct Column {
    var title: String
    var isNumber = false
    /// To how few cells it may shrink; nil: never.
    var least: Int?
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells.map { harmless($0) }) }

  func text(width: Int) -> String {
    let widths = fitted(to: width)
    return ([columns.map(\.title)] + rows).map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let placed = cells.enumerated().map { place, cell in
      let shown = Self.cut(cell, to: widths[place])
      let blanks = String(repeating: " ", count: widths[place] - displayWidth(of: shown))
      return columns[place].isNumber ? blanks + shown : shown + blanks
    }
    let line = placed.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func fitted(to width: Int) -> [Int] {
    var widths = columns.indices.map { place in
      ([columns[place].title] + rows.map { $0[place] }).map { displayWidth(of: $0) }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    while excess > 0 {
      let shrinkable = columns.indices.filter { place in columns[place].least.map { widths[place] > $0 } ?? false }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard displayWidth(of: text) > width else { return text }
    var shown = ""
    var room = width - 1
    for character in text {
      room -= displayWidth(of: character)
      if room < 0 { break }
      shown.append(character)
    }
    return shown + "…"
  }
}
