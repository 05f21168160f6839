import Outcomes
import Planning

extension RunSheet {
  /// The rows as a table by RFC 4180; times as `09:00:00`, lengths in seconds.
  var csv: String {
    var table = Table(
      "run-sheet",
      [
        "path", "kind", "depth", "begins", "ends", "seconds", "planned_seconds", "how", "title", "who", "groups",
        "say", "notes", "remarks", "day", "open_seconds",
      ])
    for row in rows {
      let ends = row.begins.map { $0 + (row.lasts ?? row.seconds) }
      table.add([
        .text(row.path), .text(row.kind.rawValue), .integer(row.depth), .text(row.begins.map(moment)),
        .text(ends.map(moment)), .integer(row.seconds), .integer(row.planned), .text(row.how), .text(row.title),
        .text(row.who), .text(row.groups.map { String($0) }.joined(separator: " ")),
        .text(row.says.joined(separator: "\n")),
        .text(row.notes.map(\.line).joined(separator: "\n")), .text(row.remarks.joined(separator: "\n")),
        .text(day.map { $0.adding(days: row.day).text } ?? String(row.day)), .integer(row.lasts),
      ])
    }
    return table.csv
  }

  /// `2026-11-23T09:00:00` where the day is known, else the time of day.
  func moment(_ seconds: Int) -> String {
    let time = time(seconds)
    let digits = Array(time.compact)
    let clock = "\(digits[0])\(digits[1]):\(digits[2])\(digits[3]):\(digits[4])\(digits[5])"
    return day.map { "\($0.adding(days: time.days).text)T\(clock)" } ?? clock
  }
}

extension RunSheet.Note {
  /// `Innovator: answer briefly`.
  var line: String { label.isEmpty ? "Tip: \(text)" : "\(label): \(text)" }
}
