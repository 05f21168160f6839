import Outcomes
import Planning
import SessionEngine
import SessionStore

/// A run sheet as an iCalendar file (RFC 5545): one event for each step, break and checkpoint on the likely path.
///
/// Times float: they are those of the place, whatever zone the calendar is in. The same row of the same method on the same
/// day keeps its UID, so that a plan that was made anew replaces the old one.
struct RunSheetCalendar {
  let sheet: RunSheet
  let day: CalendarDate
  /// When the file was made.
  let stamp: WallTime

  var text: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dotank//run sheet 1//EN", "CALSCALE:GREGORIAN"]
    lines.append("NAME:\(CalendarText.escaped(sheet.title))")
    for (place, row) in sheet.rows.enumerated() { lines += row.kind == .window ? window(row, at: place) : event(row) }
    lines.append("END:VCALENDAR")
    return lines.map { CalendarText.folded($0) + "\r\n" }.joined()
  }

  private func event(_ row: RunSheet.Row) -> [String] {
    guard let begins = row.begins, row.seconds > 0, [.step, .rest, .checkpoint].contains(row.kind) else { return [] }
    return [
      "BEGIN:VEVENT", "UID:\(CalendarText.plain("\(sheet.method)/\(row.path)"))-\(day.text)@dotank",
      "DTSTAMP:\(utc(stamp))", "DTSTART:\(local(begins))", "DTEND:\(local(begins + row.seconds))",
      "SUMMARY:\(CalendarText.escaped(row.title))", "DESCRIPTION:\(CalendarText.escaped(description(row)))",
      "END:VEVENT",
    ]
  }

  /// Days in which each works in their own time: all of them, without taking anybody's hours.
  private func window(_ row: RunSheet.Row, at place: Int) -> [String] {
    guard let begins = row.begins, let lasts = row.lasts else { return [] }
    let opens = day.adding(days: sheet.time(begins).days)
    let inside = sheet.rows.dropFirst(place + 1).prefix { $0.depth > row.depth }
    let steps = inside.filter { $0.kind == .step }.map { "\($0.title): \($0.says.first ?? $0.who)" }
    return [
      "BEGIN:VEVENT", "UID:\(CalendarText.plain("\(sheet.method)/\(row.path)"))-\(day.text)@dotank",
      "DTSTAMP:\(utc(stamp))", "DTSTART;VALUE=DATE:\(Self.digits(opens.text))",
      "DTEND;VALUE=DATE:\(Self.digits(opens.adding(days: max(1, (lasts + 86_399) / 86_400)).text))",
      "SUMMARY:\(CalendarText.escaped(row.title))", "TRANSP:TRANSPARENT",
      "DESCRIPTION:\(CalendarText.escaped(([description(row)] + steps).joined(separator: "\n")))", "END:VEVENT",
    ]
  }

  private func description(_ row: RunSheet.Row) -> String {
    let facts = [row.who, row.how].filter { !$0.isEmpty } + row.remarks
    return ([facts.joined(separator: "; ")] + row.says + row.notes.map(\.line)).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func local(_ seconds: Int) -> String {
    let time = sheet.time(seconds)
    return Self.digits(day.adding(days: time.days).text) + "T" + time.compact
  }

  private func utc(_ time: WallTime) -> String { Self.digits(String(time.iso8601.prefix(19))) + "Z" }

  /// `2026-11-23T09:00:00` without its marks but the T.
  private static func digits(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }
}
