import Diagnostics
import SessionEngine

/// Lays out what the screen model says: a header with the countdown, the step, what was said last, the input line.
struct CockpitLayout {
  let cockpit: Cockpit
  let size: ScreenFrame.Size

  init(_ cockpit: Cockpit) {
    self.cockpit = cockpit
    size = cockpit.size
  }

  /// Fewer cells than these show the countdown and the input only.
  static let least = ScreenFrame.Size(columns: 40, rows: 12)

  /// Columns from which the step stands in two columns beside each other.
  private var isWide: Bool { size.columns >= 110 }

  func frame() -> ScreenFrame {
    var frame = ScreenFrame(size: size)
    guard size.columns >= 10, size.rows >= 3 else {
      frame.put([Row("Too small")], at: 0)
      return frame
    }
    let header = header()
    let foot = foot()
    let top = min(header.count, max(0, size.rows - foot.count - 1))
    frame.put(Array(header.prefix(top)), at: 0)
    let bodyRows = size.rows - top - foot.count
    if bodyRows > 0 { frame.put(body(rows: bodyRows), at: top) }
    let footTop = size.rows - min(foot.count, size.rows)
    frame.put(Array(foot.suffix(size.rows)), at: footTop)
    frame.cursor = ScreenFrame.Place(row: size.rows - 1, column: input().cursor)
    return frame
  }

  // MARK: Header

  /// The place and time, with the countdown large at the right.
  private func header() -> [Row] {
    let clock = clock()
    let clockWidth = clock.map { $0.width }.max() ?? 0
    let width = max(20, size.columns - clockWidth - (clockWidth > 0 ? 2 : 0))
    let sections = cockpit.screen.screenText(width: width)?.sections(groups: 0, only: [.place, .time]) ?? []
    var lines = sections.flatMap(\.lines)
    if cockpit.farewell != nil { lines = [Line(cockpit.screen.view?.method ?? "", .heading)] }
    let isSmall = size.rows < Self.least.rows
    var rows = (isSmall ? Array(lines.prefix(1)) : lines).map { Row($0) }
    if cockpit.screen.view?.status == .paused, !rows.isEmpty {
      rows[0].add("  PAUSED: /resume goes on", .warning)
    }
    while rows.count < clock.count { rows.append(Row()) }
    for (number, digits) in clock.enumerated() {
      rows[number] = rows[number].clipped(to: width)
      rows[number].pad(to: size.columns - clockWidth)
      rows[number].add(digits)
    }
    if !isSmall { rows.append(rule(hints())) }
    return rows
  }

  private func clock() -> [Row] {
    guard let text = cockpit.screen.screenText(width: 80), let countdown = text.countdown else { return [] }
    guard size.rows >= Self.least.rows, size.columns >= 60 else { return [Row(countdown.text, countdown.ink)] }
    let scale = size.rows >= 45 && size.columns >= 140 ? 2 : 1
    return BigDigits.rows(countdown.text, scale: scale).map { Row($0, countdown.ink) }
  }

  /// A rule with words at its right end.
  private func rule(_ words: String) -> Row {
    var row = Row()
    let text = words.isEmpty ? "" : " \(words) "
    let room = max(0, size.columns - displayWidth(of: text) - 2)
    row.add(String(repeating: "─", count: room), .rule)
    row.add(text, .rule)
    row.add("──", .rule)
    return row
  }

  /// Keys that do something here.
  private func hints() -> String {
    switch cockpit.overlay {
    case .pages: return "PgUp PgDn leaf, Esc closes"
    case .palette: return "type to search, Enter takes, Esc closes"
    case .paste: return "yes each, 1 together, no none; then Enter"
    case .grid, .clusters, .form: return "Esc closes"
    case nil: break
    }
    let board = cockpit.hasBoard ? "F2 table, " : ""
    let tips = cockpit.screen.view?.tips.isEmpty ?? true ? "" : "F3 tips, "
    return "? what can be done, \(board)\(tips)PgDn whole step, F4 what was said"
  }

  // MARK: Body

  private func body(rows: Int) -> [Row] {
    if let farewell = cockpit.farewell { return FarewellLayout(lines: farewell, width: size.columns).rows }
    switch cockpit.overlay {
    case .pages(let pager): return pages(pager, rows)
    case .palette(let palette): return PaletteLayout(palette, size.columns).rows(rows)
    case .paste(let paste): return pasted(paste, rows)
    case .grid(let grid): return GridLayout(grid: grid, width: size.columns).rows(rows)
    case .clusters(let board): return ClusterLayout(board: board, width: size.columns).rows(rows)
    case .form(let form): return FormLayout(form: form, width: size.columns).rows(rows)
    case nil: return step(rows)
    }
  }

  /// Rows that a page of its own has.
  var overlayRows: Int { max(1, size.rows - header().count - foot().count) }

  private func pages(_ pager: Pager, _ rows: Int) -> [Row] {
    let first = pager.first(rows: rows)
    return pager.lines.dropFirst(first).prefix(rows).map { Row($0) }
  }

  private func pasted(_ paste: Paste, _ rows: Int) -> [Row] {
    let question =
      "\(paste.lines.count) lines were pasted. Enter each as an entry of its own? Type yes or no and press Enter;"
      + " 1 makes one line of them."
    var all = wrapped(question, width: size.columns).map { Row($0, .heading) }
    if !paste.answer.isEmpty { all.append(Row("> " + paste.answer)) }
    let shown = max(0, rows - all.count - 1)
    for line in paste.lines.prefix(shown) { all.append(Row("  " + line)) }
    if paste.lines.count > shown { all.append(Row("  and \(paste.lines.count - shown) more", .quiet)) }
    return all
  }

  /// The step itself: in one column, or in two where there is room.
  private func step(_ rows: Int) -> [Row] {
    let width = (size.columns - 3) / 2
    let sections = sections(width: isWide ? width : size.columns).filter { !Self.inFrame.contains($0.kind) }
    let isBoth = Set(sections.map { Self.atRight.contains($0.kind) }).count == 2
    guard isWide, isBoth else {
      return BodyColumn(sections, rows: rows).rows
    }
    let left = BodyColumn(sections.filter { !Self.atRight.contains($0.kind) }, rows: rows).rows
    let right = BodyColumn(sections.filter { Self.atRight.contains($0.kind) }, rows: rows).rows
    return (0..<rows).map { number in
      var row = number < left.count ? left[number].clipped(to: width) : Row()
      row.pad(to: width)
      row.add(" │ ", .rule)
      if number < right.count { row.add(right[number]) }
      return row
    }
  }

  /// What header and foot show.
  private static let inFrame: Set<Section.Kind> = [.place, .time, .next]
  private static let atRight: Set<Section.Kind> = [.task, .arrivals, .tally, .checkpoint, .question]

  private func sections(width: Int) -> [Section] {
    guard let text = cockpit.screen.screenText(width: width, listed: size.rows) else { return [] }
    return text.sections(groups: size.rows, hasTips: !cockpit.foldsTips, tallies: true)
  }

  // MARK: Foot

  /// What comes then, what was said last or how a command can go on, and the input line.
  private func foot() -> [Row] {
    guard size.rows >= Self.least.rows else { return [input().row] }
    let next =
      cockpit.screen.screenText(width: max(20, size.columns - 4))?.sections(groups: 0, only: [.next])
      .first?.lines.prefix(1) ?? []
    var first = Row("── ", .rule)
    if let line = next.first { first.add(line.text + " ", .quiet) }
    first = first.clipped(to: size.columns - 1)
    first.add(String(repeating: "─", count: max(0, size.columns - first.width)), .rule)
    return [first] + said() + [input().row]
  }

  private func said() -> [Row] {
    // A line that was refused stands there with the reason, until a key is pressed.
    if cockpit.overlay == nil, cockpit.screen.question == nil, !cockpit.isPutBack {
      let ways = cockpit.completions()
      if !ways.isEmpty { return completions(ways) }
    }
    let rows = cockpit.replies.flatMap { line -> [Row] in
      guard displayWidth(of: line.text) > size.columns else { return [Row(line)] }
      return wrapped(line.text, width: size.columns).map { Row($0, Ink(line.style)) }
    }
    return Array(rows.suffix(cockpit.replyRows))
  }

  private func completions(_ ways: [Completion]) -> [Row] {
    let isMany = ways.count > cockpit.replyRows
    var rows = ways.prefix(isMany ? cockpit.replyRows - 1 : cockpit.replyRows).map { way in
      var row = Row(way.line, .label)
      row.add("  \(way.text)", .quiet)
      return row
    }
    if isMany { rows.append(Row("and \(ways.count - rows.count) more; type on to see fewer", .quiet)) }
    return rows
  }

  /// The input line; a long one shows the part around the cursor.
  private func input() -> (row: Row, cursor: Int) {
    let prompt =
      if let question = cockpit.screen.question {
        "\(question.word)? "
      } else if case .palette(let palette) = cockpit.overlay {
        "search: \(palette.filter)"
      } else {
        "> "
      }
    var row = Row(prompt, cockpit.screen.question == nil ? .label : .warning)
    let room = max(1, size.columns - row.width - 1)
    let view = cockpit.editor.window(cells: room)
    let start = row.width
    row.add(view.text)
    return (row, min(size.columns - 1, start + view.cursor))
  }
}
