import Planning
import SessionEngine

/// A time of day as people write it, counted from the midnight before a session.
struct DayTime {
  /// May lie on a later day, or on an earlier one.
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

  var days: Int { seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400) }
  private var inDay: Int { seconds - days * 86_400 }

  /// `09:00`, with seconds where there are some, and `+1` on the next day.
  var text: String { clock + (days == 0 ? "" : " \(days > 0 ? "+" : "−")\(abs(days))") }

  private var clock: String {
    let (hours, minutes, rest) = (inDay / 3_600, inDay / 60 % 60, inDay % 60)
    return Self.padded(hours) + ":" + Self.padded(minutes) + (rest > 0 ? ":" + Self.padded(rest) : "")
  }

  /// `090000`, as iCalendar writes it.
  var compact: String {
    [inDay / 3_600, inDay / 60 % 60, inDay % 60].map(Self.padded).joined()
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension CalendarDate {
  /// `2026-11-23`.
  var text: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// So many days later; earlier for less than none.
  func adding(days: Int) -> CalendarDate {
    var date = self
    for _ in 0..<abs(days) { date = days > 0 ? date.following : date.preceding }
    return date
  }

  private var preceding: CalendarDate {
    let before = (month > 1 ? (28...31).map { (year, month - 1, $0) } : [(year - 1, 12, 31)]).reversed()
    let candidates = (day > 1 ? [(year, month, day - 1)] : []) + before
    return candidates.lazy.compactMap { year, month, day in
      CalendarDate("\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))")
    }.first ?? self
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

  /// When a row begins, counted from the day that it belongs to, which the sheet says before it.
  func time(of row: Row) -> DayTime? { row.begins.map { DayTime(seconds: start + $0 - row.day * 86_400) } }

  /// The day that the rows from one on belong to, where it is another than before: `2026-12-15`, `14 days later`.
  func dayLine(before row: Row, after last: Int?) -> String? {
    guard isOverDays, row.day != last else { return nil }
    if let day { return day.adding(days: row.day).text }
    guard let last else { return row.day < 0 ? Self.days(-row.day) + " before the first meeting" : "The first day" }
    return row.day == 0 ? "The day of the first meeting" : Self.days(row.day - last) + " later"
  }

  private static func days(_ number: Int) -> String { number == 1 ? "1 day" : "\(number) days" }

  /// `2026-12-15, 09:40`; `09:40` where all of it is on one day.
  var endText: String {
    guard isOverDays, let last = rows.last(where: { $0.begins != nil }) else { return time(ends).text }
    return DayTime(seconds: start + ends - max(last.day, ends / 86_400) * 86_400).text
  }

  /// Where the sheet takes place in time: `2026-11-23, 09:00–12:00 (3 h)`.
  var when: String {
    if isOverDays { return overDays }
    let span = "\(time(0).text)–\(time(seconds).text) (\(Minutes.spoken(seconds)))"
    return day.map { "\($0.text), \(span)" } ?? span
  }

  private var overDays: String {
    let first = rows.map(\.day).min() ?? 0
    let last = time(ends).days
    let span = day.map { "\($0.adding(days: first).text) to \($0.adding(days: last).text)" }
    return
      "\(span ?? "over \(Self.days(last - first + 1))"), from \(time(0).text) on; \(Minutes.spoken(seconds)) in all"
  }

  /// Whether and how the end that is wanted is met; empty where none was named.
  var verdict: [String] {
    guard let fitting else { return [] }
    let end = time(fitting.wanted).text + (isOverDays ? " each day" : "")
    if fitting.plan.overrun > 0 {
      let late = (fitting.plan.overrun + 59) / 60 * 60
      let ends = (isOverDays ? "one day" : "it") + " ends at \(time(fitting.wanted + late).text)"
      return [
        "It cannot end at \(end): everything cut to its shortest time, \(ends), \(Minutes.spoken(late)) late.",
        "What takes longest even so: \(fitting.holding.joined(separator: ", ")).",
      ]
    }
    let percent = fitting.plan.cutting.percent
    guard percent > 0 || !fitting.leftOut.isEmpty else {
      let spare = fitting.wanted - seconds
      guard !isOverDays else { return ["It ends by \(end)."] }
      return [spare > 0 ? "It ends \(Minutes.spoken(spare)) before \(end)." : "It ends at \(end), as wanted."]
    }
    let left = fitting.leftOut.isEmpty ? [] : ["Left out: \(fitting.leftOut.joined(separator: ", "))."]
    return [
      "To end at \(end), \(Minutes.spoken(planned - seconds)) are saved: everything gives \(isOverDays ? "at most " : "")\(percent) % of what it can."
    ] + left
  }
}
