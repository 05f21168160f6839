import Planning
import SessionEngine

/// A time of day as people write it, counted from the midnight before a session.
struct DayTime {
  /// May lie on a later day.
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  /// Reads `9:00`, `09:00`, `09:00:30`; hours from 24 on mean the next day.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? Int(part) : nil }
    guard numbers.count == parts.count, numbers[0] >= 0, numbers[0] < 48,
      numbers.dropFirst().allSatisfy({ (0...59).contains($0) })
    else { return nil }
    seconds = numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  var days: Int { seconds / 86_400 }

  /// `09:00`, with seconds where there are some, and `+1` on the next day.
  var text: String { clock + (days > 0 ? " +\(days)" : "") }

  private var clock: String {
    let (hours, minutes, rest) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60)
    return Self.padded(hours) + ":" + Self.padded(minutes) + (rest > 0 ? ":" + Self.padded(rest) : "")
  }

  /// `090000`, as iCalendar writes it.
  var compact: String {
    [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(Self.padded).joined()
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension CalendarDate {
  /// `2026-11-23`.
  var text: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// So many days later; none for less than one.
  func adding(days: Int) -> CalendarDate {
    var date = self
    for _ in 0..<max(0, days) { date = date.following }
    return date
  }

  private var following: CalendarDate {
    let candidates = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)]
    return candidates.lazy.compactMap { year, month, day in
      CalendarDate("\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))")
    }.first ?? self
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension RunSheet {
  /// The time of day of a moment of the sheet.
  func time(_ seconds: Int) -> DayTime { DayTime(seconds: start + seconds) }

  /// Where the sheet takes place in time: `2026-11-23, 09:00–12:00 (3 h)`.
  var when: String {
    let span = "\(time(0).text)–\(time(seconds).text) (\(Minutes.spoken(seconds)))"
    return day.map { "\($0.text), \(span)" } ?? span
  }

  /// Whether and how the end that is wanted is met; empty where none was named.
  var verdict: [String] {
    guard let fitting else { return [] }
    let end = time(fitting.wanted).text
    if fitting.plan.overrun > 0 {
      return [
        "It cannot end at \(end): everything cut to its shortest time, it ends at \(time(seconds).text), "
          + "\(Minutes.spoken(fitting.plan.overrun)) late.",
        "What takes longest even so: \(fitting.holding.joined(separator: ", ")).",
      ]
    }
    let percent = fitting.plan.cutting.percent
    guard percent > 0 || !fitting.leftOut.isEmpty else {
      let spare = fitting.wanted - seconds
      return [spare > 0 ? "It ends \(Minutes.spoken(spare)) before \(end)." : "It ends at \(end), as wanted."]
    }
    let left = fitting.leftOut.isEmpty ? [] : ["Left out: \(fitting.leftOut.joined(separator: ", "))."]
    return [
      "To end at \(end), \(Minutes.spoken(planned - seconds)) are saved: everything gives \(percent) % of what it can."
    ] + left
  }
}
