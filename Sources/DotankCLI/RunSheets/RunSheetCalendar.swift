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
    lines.append("NAME:\(Self.escaped(sheet.title))")
    for row in sheet.rows { lines += event(row) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func event(_ row: RunSheet.Row) -> [String] {
    guard let begins = row.begins, row.seconds > 0, [.step, .rest, .checkpoint].contains(row.kind) else { return [] }
    return [
      "BEGIN:VEVENT", "UID:\(Self.plain("\(sheet.method)/\(row.path)"))-\(day.text)@dotank",
      "DTSTAMP:\(utc(stamp))", "DTSTART:\(local(begins))", "DTEND:\(local(begins + row.seconds))",
      "SUMMARY:\(Self.escaped(row.title))", "DESCRIPTION:\(Self.escaped(description(row)))", "END:VEVENT",
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

  /// Letters, digits, dots and hyphens; whatever else a path holds becomes a dot.
  private static func plain(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "." })
  }

  /// A text value (RFC 5545, 3.3.11): marks escaped, line ends as `\n`, other control characters gone.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\\(character)"
      case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
      case "\t": result += " "
      default:
        result.unicodeScalars += character.unicodeScalars.filter {
          $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        }
      }
    }
    return result
  }

  /// Lines of at most 75 octets (RFC 5545, 3.1), never cut inside a character.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let count = String(scalar).utf8.count
      if octets + count > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += count
    }
    return result
  }
}
