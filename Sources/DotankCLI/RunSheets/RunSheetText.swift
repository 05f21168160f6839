import Console
import Diagnostics
import Planning
import SessionEngine

/// A run sheet as lines for a terminal or a printer, never wider than the width.
struct RunSheetText {
  let sheet: RunSheet
  private let width: Int
  /// The columns of the clock and of the lengths, which stand before each title.
  private let clockWidth: Int
  private let lengthWidth: Int

  init(_ sheet: RunSheet, width: Int) {
    self.sheet = sheet
    self.width = max(60, width)
    clockWidth = sheet.rows.map { Self.clock($0, sheet).count }.max() ?? 5
    lengthWidth = sheet.rows.map { Self.length($0).count }.max() ?? 5
  }

  var text: String {
    var lines = wrapped("\(sheet.title) (\(sheet.method) \(sheet.version))", "")
    lines += wrapped("\(sheet.when), \(sheet.people) people\(sheet.isRemote ? ", in a call" : "")", "")
    lines += sheet.verdict.flatMap { wrapped($0, "") }
    lines += list(
      "Bring",
      sheet.materials.map { item in
        "\(item.count) × \(item.text)" + (item.how.isEmpty ? "" : " (\(item.how))")
      })
    lines += list(
      "Roles",
      sheet.roles.map { role in
        "\(role.title) (\(role.people.replacing("..", with: "–"))), \(role.how)"
          + (role.text.isEmpty ? "" : ": \(role.text)")
      })
    lines += list(
      "Set",
      sheet.settings.map { setting in
        if let value = setting.value { return "\(setting.id): \(value)" }
        return "\(setting.id)\(setting.isNeeded ? " (needed)" : ""): \(setting.ask)"
      })
    lines.append("")
    var told: Set<String> = []
    var day: Int?
    for row in sheet.rows {
      if row.begins != nil {
        if let line = sheet.dayLine(before: row, after: day) {
          lines += (lines.last == "" ? [] : [""]) + ["── \(line)"]
        }
        day = row.day
      }
      let isFirst = told.insert(row.told).inserted
      lines += self.row(row, isFirst: isFirst || [.heading, .way, .window].contains(row.kind))
    }
    lines.append("\(sheet.endText)  The end")
    return lines.map { $0 + "\n" }.joined()
  }

  private func wrapped(_ text: String, _ first: String, rest: String? = nil) -> [String] {
    Console.wrapped(text, width: width, first: first, rest: rest ?? String(repeating: " ", count: first.count))
  }

  private func list(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["", title] + items.flatMap { wrapped($0, "  • ") }
  }

  /// A step that comes again is named; what is said and done in it stands where it comes first.
  private func row(_ row: RunSheet.Row, isFirst: Bool) -> [String] {
    let indent = String(repeating: "  ", count: min(row.depth, 6))
    let blank = String(repeating: " ", count: clockWidth + lengthWidth + 3)
    let isOpening = [.heading, .way, .window].contains(row.kind)
    var lines =
      (isOpening && row.depth == 0 ? [""] : []) + wrapped(title(row), head(row) + indent, rest: blank + indent)
    guard isFirst else { return lines }
    let facts = [row.who, row.how].filter { !$0.isEmpty } + row.remarks
    if !facts.isEmpty { lines += wrapped(facts.joined(separator: "; "), blank + indent) }
    if let say = row.says.first { lines += wrapped("“\(Self.brief(say))”", blank + indent) }
    return lines
  }

  private func title(_ row: RunSheet.Row) -> String {
    switch row.kind {
    case .rest, .checkpoint, .step, .exit: row.label
    case .heading, .way, .window: row.title.last.map { ".?!:".contains($0) } ?? true ? row.title : row.title + ":"
    }
  }

  private static func clock(_ row: RunSheet.Row, _ sheet: RunSheet) -> String {
    sheet.time(of: row)?.text ?? ""
  }

  /// In brackets what is not on the likely path.
  private static func length(_ row: RunSheet.Row) -> String {
    guard row.hasLength else { return "" }
    return row.begins == nil ? "(\(Minutes.spoken(row.seconds)))" : Minutes.spoken(row.seconds)
  }

  /// `09:00       5 min  `, in columns.
  private func head(_ row: RunSheet.Row) -> String {
    let (clock, length) = (Self.clock(row, sheet), Self.length(row))
    let gap = String(repeating: " ", count: clockWidth - clock.count + 1 + lengthWidth - length.count)
    return clock + gap + length + "  "
  }

  /// The first sentences of what is said, as much as a glance takes in.
  static func brief(_ text: String, most: Int = 140) -> String {
    guard text.count > most else { return text }
    let start = text.prefix(most)
    let ends = start.indices.filter { ".?!".contains(start[$0]) && start.distance(from: start.startIndex, to: $0) > 30 }
    if let end = ends.last(where: { start.index(after: $0) == start.endIndex || start[start.index(after: $0)] == " " })
    {
      return String(start[...end])
    }
    return start.lastIndex(of: " ").map { String(start[..<$0]) + " …" } ?? String(start) + "…"
  }
}

extension RunSheet.Row {
  /// The title with what kind of row it is, where that is not plain.
  var label: String {
    switch kind {
    case .rest where isChangeover: title
    case .rest: title.lowercased() == "break" ? title : "Break: \(title)"
    case .checkpoint: "Checkpoint: \(title)"
    case .step, .heading, .way, .exit, .window: title
    }
  }

  var hasLength: Bool { kind != .exit && (seconds > 0 || planned > 0) }
}
