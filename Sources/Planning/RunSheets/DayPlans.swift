import SessionEngine

/// How each day of a course is made to end in time.
struct DayPlans {
  /// Seconds from the beginning of a day to its end.
  let wanted: Int
  let plans: [Replan]

  init(_ course: [Stretch], in seconds: Int) {
    wanted = seconds
    plans = course.days.map { $0.replanned(into: seconds) }
  }

  var isCut: Bool { plans.contains { $0.cutting != .nothing } }

  /// Coarse times take a little more than exact ones, which a tight end does not have; one that is missed has a minute.
  func longest(on day: Int) -> Int { max(wanted, (plans[day].seconds + 59) / 60 * 60) }

  /// All days in one: what is left out on any, the most that is taken, the latest end and what holds it.
  var whole: Replan {
    let latest = plans.max { $0.overrun < $1.overrun }
    return Replan(
      cutting: Cutting(
        percent: plans.map(\.cutting.percent).max() ?? 0,
        skipped: plans.reduce(into: []) { $0.formUnion($1.cutting.skipped) }),
      seconds: plans.reduce(0) { $0 + $1.seconds }, overrun: latest?.overrun ?? 0, holding: latest?.holding ?? [])
  }
}

extension [Stretch] {
  /// Parted where a window is open for days, and where a meeting follows another.
  var days: [[Stretch]] {
    var days: [[Stretch]] = [[]]
    for (number, stretch) in zip(dayNumbers, self) {
      if number == days.count { days.append([]) }
      days[number].append(stretch)
    }
    return days
  }

  /// On which day each stretch comes, from 0.
  var dayNumbers: [Int] {
    var (day, hasMet) = (0, false)
    return map { stretch in
      let isNext = stretch.kind == .window || (stretch.kind == .meeting && hasMet)
      if isNext { day += 1 }
      hasMet = stretch.kind == .meeting || (hasMet && !isNext)
      return day
    }
  }
}

extension [RunSheet.Row] {
  /// A heading over a meeting comes on the day of that meeting, not at the end of the day before.
  mutating func dateHeadings() {
    for place in indices.dropLast().reversed() where self[place].kind == .heading && self[place].begins != nil {
      let first = self[place + 1]
      guard first.depth > self[place].depth, first.day > self[place].day, let begins = first.begins else { continue }
      (self[place].day, self[place].begins) = (first.day, begins)
    }
  }
}
