import SessionEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ScreenText {
  /// Seconds used of the step's time, up to now.
  var used: Int { view.time.used + (isRunning ? since : 0) }

  private var isRunning: Bool { view.status == .running && view.place.take != nil }

  /// The step's minutes, and where the plan stands.
  func addTime(to page: inout Page) {
    let time = view.time
    if let closes = time.closes {
      let until = utcOffset.map { " until \(Self.day(closes.adding(seconds: $0)))" } ?? " for days"
      return page.add(
        "Time", "open\(until), \(Minutes.spoken(time.allotted)) of each. /quit leaves it open, /next closes it.")
    }
    var text = "\(Minutes.spoken(time.allotted)) for this"
    if time.allotted != time.planned { text += " (planned: \(Minutes.spoken(time.planned)))" }
    if used > 0 { text += ", \(Minutes.clock(used)) used, \(left)" }
    page.add("Time", "\(text). \(plan)")
  }

  func stepTime() -> [Line] {
    var page = page()
    addTime(to: &page)
    return page.lines
  }

  /// The answer to `/time`.
  func time() -> [Line] {
    var page = page()
    if view.time.isPaused { page.add("The session is paused; /resume lets the clock run again.") }
    if view.stop != nil || view.place.take == nil { page.add("Time", plan) } else { addTime(to: &page) }
    return page.lines
  }

  func plannedAnew() -> [Line] {
    var page = page()
    page.add("Planned anew. \(plan)")
    return page.lines
  }

  private var left: String {
    let rest = view.time.allotted - used
    return rest >= 0 ? "\(Minutes.clock(rest)) left" : "\(Minutes.clock(-rest)) over"
  }

  /// "The plan ends at 14:32, 3 min later than agreed."
  private var plan: String {
    let behind = view.time.behind + overrun
    let words: String
    switch behind {
    case ..<(-59): words = "\(Minutes.spoken(Self.wholeMinutes(-behind))) ahead of plan"
    case 60...: words = "\(Minutes.spoken(Self.wholeMinutes(behind))) behind plan"
    default: words = "on time"
    }
    guard let utcOffset else { return "The session is \(words)." }
    let end = view.time.projectedEnd.adding(seconds: overrun + utcOffset)
    return "The session ends at \(Self.clockTime(end)), \(words)."
  }

  /// Whether the plan ends a minute or more later than agreed.
  var isBehind: Bool { view.time.closes == nil && view.time.behind + overrun >= 60 }

  /// What the time since the view adds to the end, once the step is over its time.
  private var overrun: Int { max(0, used - max(view.time.allotted, view.time.used)) }

  /// The step's minutes and seconds that are left; over its time, with a plus. Nil where no step runs.
  var countdown: (text: String, ink: Ink)? {
    guard view.stop == nil, view.place.take != nil else { return nil }
    let rest = view.time.allotted - used
    guard rest >= 0 else { return ("+" + Minutes.clock(-rest), .timeOver) }
    return (Minutes.clock(rest), rest < Self.lowTime(of: view.time.allotted) ? .timeLow : .time)
  }

  /// From when on time is low: a tenth of the step's, at least 15 seconds and at most two minutes.
  private static func lowTime(of allotted: Int) -> Int { min(120, max(15, allotted / 10)) }

  private static func wholeMinutes(_ seconds: Int) -> Int { seconds / 60 * 60 }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The day and month of a moment that is local already, `22 December`.
  static func day(_ moment: WallTime) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = calendar.dateComponents(
      [.day, .month], from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    return "\(date.day ?? 1) \(months[(date.month ?? 1) - 1])"
  }

  /// Hours and minutes of a moment that is local already.
  static func clockTime(_ moment: WallTime) -> String {
    let minutes = Int((moment.milliseconds / 60_000) % 1440 + 1440) % 1440
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}
