import Diagnostics

/// Ballots in rows and columns.
struct GridLayout {
  let grid: BallotGrid
  let width: Int

  private var shape: GridShape { grid.shape }

  func rows(_ count: Int) -> [Row] {
    let help = help()
    let legend = legend()
    let listed = max(1, count - help.count - legend.count - 1)
    let first = max(0, min(grid.row - listed / 2, shape.rows.count - listed))
    let columns = visibleColumns()
    var rows = [heading(columns)]
    for (number, row) in shape.rows.enumerated().dropFirst(first).prefix(listed) {
      rows.append(line(row, number, columns))
    }
    return legend + rows + help
  }

  private var titleWidth: Int { min(24, max(8, shape.rows.map { displayWidth(of: $0.title) }.max() ?? 8)) }
  private var cellWidth: Int { 5 }

  /// The columns around the chosen one that there is room for.
  private func visibleColumns() -> Range<Int> {
    let fitting = max(1, (width - titleWidth - 12) / cellWidth)
    let first = max(0, min(grid.column - fitting / 2, shape.columns.count - fitting))
    return first..<min(shape.columns.count, first + fitting)
  }

  /// What the numbers of the columns stand for; the chosen one alone where there is no room for all.
  private func legend() -> [Row] {
    guard shape.columns.count > 1 else { return [Row(shape.columns.first ?? "", .heading)] }
    let chosen = "\(grid.column + 1)  \(shape.columns[grid.column])"
    return [Row(chosen, .heading)]
  }

  private func heading(_ columns: Range<Int>) -> Row {
    var row = Row("")
    row.pad(to: titleWidth + 2)
    for column in columns {
      row.add(String(repeating: " ", count: max(0, cellWidth - 1 - "\(column + 1)".count)))
      row.add("\(column + 1) ", column == grid.column ? .label : .quiet)
    }
    return row
  }

  private func line(_ content: GridShape.Row, _ number: Int, _ columns: Range<Int>) -> Row {
    let isHere = number == grid.row
    var row = Row(isHere ? "▸ " : "  ", .label)
    row.add(Row(content.title, isHere ? .label : .plain).clipped(to: titleWidth))
    row.pad(to: titleWidth + 2)
    for column in columns {
      let text = grid.text(number, column)
      let cell = text.isEmpty ? (isHere && column == grid.column ? "_" : "·") : text
      row.add(String(repeating: " ", count: max(0, cellWidth - 1 - cell.count)))
      row.add(cell, isHere && column == grid.column ? .chosen : (text.isEmpty ? .quiet : .plain))
      row.add(" ")
    }
    if let sum = sum(number) { row.add("  \(sum)", .quiet) }
    if grid.hasDraft(number) { row.add("  Enter hands it in", .cue) } else if content.hasAnswered { row.add("  kept") }
    return row
  }

  /// How much of what may be given a row has given.
  private func sum(_ number: Int) -> String? {
    guard let budget = shape.budget, grid.hasDraft(number) else { return nil }
    let given = shape.columns.indices.reduce(0) { sum, column in
      let text = grid.text(number, column)
      return sum + (text == "x" ? 1 : Int(text) ?? 0)
    }
    return "\(given) of \(budget)" + (given > budget ? ", too many" : "")
  }

  private func help() -> [Row] {
    let keys =
      switch shape.taking(grid.column) {
      case .ticks: "space sets a cross"
      case .numbers: "type numbers, space goes on"
      case .values(let values): "type \(spokenList(values, "or")), - for no answer"
      case .words(let words):
        words.enumerated().map { "\($0.offset + 1) \($0.element.word)" }.joined(separator: ", ")
          + (shape.everybody == nil ? "" : ", * all others")
      }
    let text = "\(keys); arrows move, Enter hands the row in. What was kept is not shown again."
    return wrapped(text, width: width).map { Row($0, .quiet) }
  }
}

/// Things to sort at the left, clusters at the right.
struct ClusterLayout {
  let board: ClusterBoard
  let width: Int

  func rows(_ count: Int) -> [Row] {
    let help = help
    let listed = max(1, count - 1 - help.count)
    let items = board.shown
    let first = max(0, min(board.place - listed / 2, items.count - listed))
    let leftWidth = min(width - 24, max(30, width * 3 / 5))
    let left = items.enumerated().dropFirst(first).prefix(listed).map { number, item in
      line(item, isHere: number == board.place).clipped(to: leftWidth)
    }
    let right = clusters()
    let open = board.items.count(where: \.letters.isEmpty)
    var rows = [Row(open == 0 ? "Everything is sorted." : "\(open) of \(board.items.count) left to sort", .heading)]
    for number in 0..<max(left.count, min(right.count, listed)) {
      var row = number < left.count ? left[number] : Row()
      row.pad(to: leftWidth)
      row.add(" │ ", .rule)
      if number < right.count { row.add(right[number]) }
      rows.append(row)
    }
    return rows + help
  }

  private var help: [Row] {
    let keys =
      "A letter puts it into that cluster, Enter into a new one; space marks several; - takes out, + makes one of "
      + "several, / splits, = renames; Backspace takes back; Tab \(board.hidesSorted ? "shows all" : "hides what is sorted")."
    return wrapped(keys, width: width).map { Row($0, .quiet) }
  }

  private func line(_ item: ClusterBoard.Item, isHere: Bool) -> Row {
    var row = Row(isHere ? "▸" : " ", .label)
    row.add(board.marked.contains(item.number) ? "* " : "  ", .cue)
    row.add(item.letters.isEmpty ? "  " : "\(item.letters.joined()) ", .label)
    row.pad(to: 6)
    row.add("\(item.number)  \(item.text)", isHere ? .chosen : .plain)
    return row
  }

  private func clusters() -> [Row] {
    guard !board.clusters.isEmpty else { return [Row("No clusters yet.", .quiet)] }
    return board.clusters.map { cluster in
      var row = Row("\(cluster.letter)  ", .label)
      row.add("\(cluster.title) (\(cluster.count))")
      return row
    }
  }
}

/// Fields one below the other, with what stands there; above them what the chosen one asks for.
struct FormLayout {
  let form: FormBoard
  let width: Int

  func rows(_ count: Int) -> [Row] {
    let (heading, help) = (heading, help)
    let listed = max(1, count - heading.count - help.count)
    let first = max(0, min(form.place - listed / 2, form.rows.count - listed))
    let rows = form.rows.indices.dropFirst(first).prefix(listed).map { line($0, isFirst: $0 == first) }
    return heading + rows + help
  }

  private var titleWidth: Int { min(24, form.rows.map { displayWidth(of: $0.title) }.max() ?? 0) }
  private var fieldWidth: Int { min(20, form.rows.map { displayWidth(of: $0.field) }.max() ?? 0) }

  /// What the chosen field asks for, and what it can say.
  private var heading: [Row] {
    let row = form.rows[form.place]
    var words = row.ask.isEmpty ? row.field : row.ask
    if !row.values.isEmpty {
      words += "  " + row.values.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
    }
    return wrapped(words, width: width).prefix(3).map { Row($0, .heading) }
  }

  /// A title stands once for its fields.
  private func line(_ number: Int, isFirst: Bool) -> Row {
    let (content, isHere) = (form.rows[number], number == form.place)
    let isNew = isFirst || isHere || form.rows[number - 1].title != content.title
    var row = Row(isHere ? "▸ " : "  ", .label)
    if titleWidth > 0 {
      row.add(Row(isNew ? content.title : "", isHere ? .label : .plain).clipped(to: titleWidth))
      row.pad(to: titleWidth + 4)
    }
    let start = row.width
    row.add(Row(content.field, isHere ? .label : .quiet).clipped(to: fieldWidth))
    row.pad(to: start + fieldWidth + 2)
    row.add(content.text ?? "·", isHere ? .chosen : (content.text == nil ? .quiet : .plain))
    return row.clipped(to: width)
  }

  private var help: [Row] {
    let values = form.rows[form.place].values
    let keys =
      values.isEmpty ? "Type what goes there, or Enter to mend what is there" : "A number chooses, Enter begins a line"
    return wrapped("\(keys); arrows move.", width: width).map { Row($0, .quiet) }
  }
}
