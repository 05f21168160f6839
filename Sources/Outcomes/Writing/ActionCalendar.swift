internal import SessionEngine

/// The actions of a record as iCalendar to-dos (RFC 5545).
///
/// The same action keeps its UID; one that was taken back or replaced is cancelled, so that calendars drop it. A due date
/// that is no date stands in the description.
struct ActionCalendar {
  let record: Record

  var text: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dotank//actions 1//EN", "CALSCALE:GREGORIAN"]
    lines.append("NAME:\(Self.escaped(record.method.title))")
    for action in record.actions { lines += todo(action) }
    lines.append("END:VCALENDAR")
    return lines.map { CalendarText.folded($0) + "\r\n" }.joined()
  }

  private func todo(_ action: ActionRecord) -> [String] {
    let session = record.session.id ?? "session"
    let stamp = (record.session.upTo ?? record.session.started).map { Self.compact($0) } ?? "19700101T000000Z"
    let due = action.due.flatMap { Self.date($0) }
    // `VTODO` is the format's word for a to-do (RFC 5545, 3.6.2), no mark of work that is left.
    return [
      "BEGIN:VTODO", "UID:\(CalendarText.plain("\(session)-\(action.id)"))@dotank", "DTSTAMP:\(stamp)",
      "SUMMARY:\(Self.escaped(action.owner.map { "\($0): \(action.text)" } ?? action.text))",
    ] + (due.map { ["DUE;VALUE=DATE:\($0)"] } ?? []) + [
      "DESCRIPTION:\(Self.escaped(description(action, hasDate: due != nil)))",
      "CATEGORIES:\(Self.escaped(record.method.title))",
      "STATUS:\(Self.status(of: action))",
    ] + revision(action) + ["END:VTODO"]
  }

  /// By these a calendar that has the to-do already sees that it was done or moved.
  private func revision(_ action: ActionRecord) -> [String] {
    guard let last = action.history.last else { return [] }
    let done = action.status == .done ? action.history.last { $0.change == .done } : nil
    return (done.map { ["COMPLETED:\(Self.compact($0.at))"] } ?? []) + [
      "SEQUENCE:\(action.history.count)", "LAST-MODIFIED:\(Self.compact(last.at))",
    ]
  }

  private static func status(of action: ActionRecord) -> String {
    guard action.counts, !action.withdrawn else { return "CANCELLED" }
    return switch action.status {
    case .open: "NEEDS-ACTION"
    case .done: "COMPLETED"
    case .dropped: "CANCELLED"
    }
  }

  private func description(_ action: ActionRecord, hasDate: Bool) -> String {
    let follows = action.follows.map { "From: \($0.title) (\($0.result))" }
    let missing = action.missing.isEmpty ? nil : "Not said: \(action.missing.joined(separator: ", "))"
    let due = hasDate ? nil : action.due.map { "Due: \($0)" }
    return [action.measure.map { "Measure: \($0)" }, due, follows, missing].compactMap { $0 }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String { CalendarText.escaped(inert(text)) }

  /// `20260401` of `2026-04-01`; `nil` for whatever else was written.
  private static func date(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0, (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day) ? parts.joined() : nil
  }

  /// `20260314T090000Z`
  private static func compact(_ moment: Moment) -> String {
    moment.description.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
