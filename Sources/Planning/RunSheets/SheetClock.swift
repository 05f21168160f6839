import SessionEngine

/// The time along the likely path of a run sheet, in seconds from the start of its first meeting.
struct SheetClock {
  private(set) var now: Int
  /// The day of the meeting that is on, counted from the first meeting's.
  private(set) var day = 0
  /// Seconds that were taken, without the days in between.
  private(set) var taken = 0
  /// Times are brought to multiples of so many seconds, such as whole minutes: nobody reads a watch to the second.
  var grid = 1
  /// Where the time would stand without that.
  private var exact: Int
  private var hasMet = false
  private static let dayLong = 86_400

  /// `seconds`: how long windows are open before the first meeting.
  init(before seconds: Int = 0) {
    day = -Self.days(seconds)
    now = day * Self.dayLong
    exact = now
  }

  /// Seconds since the meetings of this day began.
  var sinceMorning: Int { now - day * Self.dayLong }

  private static func days(_ seconds: Int) -> Int { (seconds + dayLong - 1) / dayLong }

  /// A meeting begins: where one was held since the last window, on the day after that.
  mutating func meet() {
    if hasMet { wait(1) }
    hasMet = true
  }

  /// A window opens now; what comes next begins on the day on which it closes, at the time of day of the first meeting.
  mutating func wait(_ seconds: Int) {
    day += Self.days(seconds)
    now = day * Self.dayLong
    exact = now
    hasMet = false
  }

  /// Things that were laid out one by one are left once so many seconds have passed.
  mutating func leave(at seconds: Int, since began: SheetClock) {
    let taken = min(taken - began.taken, seconds)
    (now, exact, self.taken) = (began.now + taken, began.exact + taken, began.taken + taken)
  }

  /// Lets a leaf pass; how long it is by the clock.
  mutating func take(_ seconds: Int, of leaf: Stretch) -> Int {
    exact += seconds
    var length = seconds
    if grid > 1, seconds > 0, seconds < leaf.seconds {
      let end = (exact + grid / 2) / grid * grid
      length = min(max(grid, end - now), leaf.seconds)
      let least = (leaf.shortest + grid - 1) / grid * grid
      length = max(length, min(least, leaf.seconds))
    }
    now += length
    taken += length
    return length
  }
}

extension [Stretch] {
  /// How long windows are open before the first meeting, or the first leaf outside of any.
  func leadingWindows(_ lasts: (String) -> Int) -> Int {
    var seconds = 0
    for stretch in self {
      guard stretch.isExpected else { continue }
      if stretch.kind == .window {
        seconds += (lasts(stretch.place) + 86_399) / 86_400 * 86_400
      } else if stretch.kind == .meeting || stretch.seconds > 0 {
        return stretch.kind == .meeting ? seconds : seconds + stretch.inside.leadingWindows(lasts)
      }
    }
    // Where nobody meets at all, the first day is that of the first window.
    return 0
  }
}
