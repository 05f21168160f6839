import Diagnostics

/// Commands to choose from, each with what it does and how it is typed.
struct PaletteLayout {
  private let palette: Palette
  private let width: Int

  init(_ palette: Palette, _ width: Int) {
    self.palette = palette
    self.width = width
  }

  func rows(_ count: Int) -> [Row] {
    let commands = palette.commands
    guard !commands.isEmpty else { return [Row("Nothing that can be done now is called so; Esc closes.", .quiet)] }
    let shown = max(1, count - 1)
    let first = max(0, min(palette.chosen - shown / 2, commands.count - shown))
    var rows = commands.enumerated().dropFirst(first).prefix(shown).map { number, command in
      row(command, isChosen: number == palette.chosen)
    }
    if let command = palette.command {
      rows.append(Row("For example:  \(command.examples.joined(separator: "   "))", .quiet))
    }
    return rows
  }

  private func row(_ command: ConsoleCommand, isChosen: Bool) -> Row {
    var row = Row(isChosen ? "▸ " : "  ", .label)
    row.add("/\(command.rawValue)", .label)
    row.pad(to: 12)
    row.add(command.summary)
    guard isChosen else { return row }
    row.pad(to: width)
    return row.clipped(to: width).inked(.chosen)
  }
}

/// The last words on a session.
struct FarewellLayout {
  let lines: [Line]
  let width: Int

  var rows: [Row] {
    lines.flatMap { line in wrapped(line.text, width: width).map { Row($0, Ink(line.style)) } } + [
      Row(), Row("Any key leaves.", .quiet),
    ]
  }
}
