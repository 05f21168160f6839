import MethodModel

/// Who goes where in each lap when people are put together anew, so that over the whole schedule as few as can be meet
/// again, and then as few as can be come to a place twice.
///
/// Numbers only: movers first, then those who stay at a place. What happened before counts, too.
struct Scattering {
  let movers: Int
  let places: Int
  /// The place of each who stays.
  let stays: [Int]
  /// How often each two have been together, row by row over movers and those who stay; from before, then with the laps.
  private var meetings: [Int32]
  /// How often each mover has been at a place, row by row.
  private var visits: [Int32]
  /// Lap → mover → place.
  private(set) var laps: [[Int]] = []

  /// - Parameters:
  ///   - meetings: from before; empty: nobody has met anybody.
  ///   - visits: from before; empty: nobody has been anywhere.
  init(movers: Int, places: Int, stays: [Int] = [], meetings: [Int32] = [], visits: [Int32] = []) {
    self.movers = movers
    self.places = places
    self.stays = stays
    let all = movers + stays.count
    self.meetings = meetings.isEmpty ? [Int32](repeating: 0, count: all * all) : meetings
    self.visits = visits.isEmpty ? [Int32](repeating: 0, count: movers * places) : visits
  }

  /// Above so many people nobody's meetings are counted, and a plain spread has to do.
  static let mostCounted = 240

  private var all: Int { movers + stays.count }

  /// Plans so many laps anew.
  mutating func plan(_ count: Int, using random: inout SeededRandom) {
    guard places > 0, movers > 0 else { return laps = Array(repeating: [], count: count) }
    if let known = ScatterDesign.withoutRepeats(people: movers, places: places, laps: count) {
      let order = Array(0..<movers).shuffled(using: &random)
      begin(known.map { lap in (0..<movers).map { lap[order[$0]] } })
      if repeats == 0 { return }
    }
    let designed = laps
    let cost = laps.isEmpty ? nil : total
    begin((0..<count).map { _ in [] })
    for lap in 0..<count { seat(lap, anew: true, using: &random) }
    search(using: &random)
    if let cost, cost <= total { begin(designed) }
  }

  /// Takes over laps as they are, and makes them better.
  mutating func improve(_ given: [[Int]], using random: inout SeededRandom) {
    begin(given)
    search(using: &random)
  }

  // MARK: Search

  /// Looks through all laps again and again, now and then with one of them dealt anew.
  private mutating func search(using random: inout SeededRandom) {
    settle(using: &random)
    for _ in 0..<attempts where repeats > 0 {
      let before = (laps, total)
      seat(Int.random(in: laps.indices, using: &random), anew: true, using: &random)
      settle(using: &random)
      if total > before.1 { begin(before.0) }
    }
  }

  /// So many as a computer does in the twinkling of an eye.
  private var attempts: Int { laps.isEmpty ? 0 : min(40, 400_000 / max(1, all * all * laps.count)) }

  private mutating func settle(using random: inout SeededRandom) {
    var cost = total
    while cost > 0 {
      for lap in laps.indices { seat(lap, anew: false, using: &random) }
      guard total < cost else { return }
      cost = total
    }
  }

  /// Seats one lap as well as the others allow: from where people are, or dealt anew.
  private mutating func seat(_ lap: Int, anew: Bool, using random: inout SeededRandom) {
    count(lap, -1)
    var sizes = laps[lap].isEmpty ? GroupPlan.even(movers, places) : [Int](repeating: 0, count: places)
    for place in laps[lap] + stays { sizes[place] += 1 }
    var seating = Seating(count: all, sizes: sizes)
    for (number, place) in stays.enumerated() { seating.pinned[movers + number] = place }
    let weight = Int32(4 * laps.count + 1)
    seating.cost = meetings.map { $0 * weight }
    seating.placeCost = visits + [Int32](repeating: 0, count: stays.count * places)
    if anew || laps[lap].isEmpty {
      let seats = seating.seat(Array(0..<movers).shuffled(using: &random), using: &random)
      laps[lap] = [Int](repeating: 0, count: movers)
      for (place, here) in seats.enumerated() { for person in here where person < movers { laps[lap][person] = place } }
    } else {
      laps[lap] = Array(seating.settled(from: laps[lap] + stays).prefix(movers))
    }
    count(lap, 1)
  }

  // MARK: Counting

  private mutating func begin(_ given: [[Int]]) {
    for lap in laps.indices { count(lap, -1) }
    laps = given
    for lap in laps.indices { count(lap, 1) }
  }

  private mutating func count(_ lap: Int, _ change: Int32) {
    guard !laps[lap].isEmpty else { return }
    var here = Array(repeating: [Int](), count: places)
    for (person, place) in (laps[lap] + stays).enumerated() {
      here[place].append(person)
      if person < movers { visits[person * places + place] += change }
    }
    for group in here {
      for person in group { for other in group where other != person { meetings[person * all + other] += change } }
    }
  }

  /// How many times two meet who have met before.
  var repeats: Int { Self.again(meetings) / 2 }

  /// What the schedule costs: meeting again outweighs any number of second visits.
  private var total: Int { repeats * (movers * laps.count * laps.count + 1) + Self.again(visits) }

  private static func again(_ counts: [Int32]) -> Int {
    counts.reduce(0) { $1 > 1 ? $0 + Int($1) * Int($1 - 1) / 2 : $0 }
  }
}
