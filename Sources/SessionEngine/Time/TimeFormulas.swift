import MethodModel

/// What a time formula is multiplied by at one place.
///
/// Circles go through a step side by side on one clock, so each count is that of the circle in which it is greatest.
struct TimeBasis {
  /// The circles that go through it.
  enum Rooms {
    case known([Circle])
    case expected(ExpectedCircle)
  }

  var people: Int
  /// `nil` where the step is not held in groups: then those that people were in last count.
  var groups: Int?
  /// Members of the largest part.
  var largest: Int
  var scope: Scope
  var activities: [Activity] = []
  /// What is shown there.
  var shown: [SourceRef] = []
  /// The lap of the nearest loop, from 1.
  var lap: Int?
  /// The flow element whose time it is.
  var place: String?
  let rooms: Rooms

  /// Everybody of a circle together, before it is there.
  init(expecting circle: ExpectedCircle, scope: Scope) {
    (people, largest, groups) = (circle.people, circle.people, circle.isGroup ? 1 : nil)
    (rooms, self.scope) = (.expected(circle), scope)
  }

  init(parts: [Part], in circles: [Circle], at place: String, scope: Scope) {
    let sides = Dictionary(grouping: parts) { Offer.Standing($0) }.values
    people = sides.map { $0.reduce(0) { $0 + $1.members.count } }.max() ?? 0
    largest = parts.map(\.members.count).max() ?? 0
    let groups = sides.map { $0.count { $0.kind == .group } }.max() ?? 0
    self.groups = groups > 0 ? groups : nil
    (rooms, self.scope, self.place) = (.known(circles), scope, place)
  }
}

extension SessionEngine {
  /// The seconds of a formula for the people, groups and things that are there.
  func seconds(of formula: TimeFormula, _ state: SessionState, _ basis: TimeBasis) -> Int {
    reckoning(of: formula, state, basis).seconds
  }

  /// The same with how it comes about.
  func reckoning(of formula: TimeFormula, _ state: SessionState, _ basis: TimeBasis) -> Reckoning {
    switch formula {
    case .sum(let terms, let most):
      let reckoned = terms.map { term in
        Reckoning.Term(
          seconds: seconds(term.span, state, basis.scope) ?? 0, reference: term.span.reference, per: term.per,
          count: term.per.map { count($0, state, basis) } ?? 1)
      }
      let sum = reckoned.reduce(0) { $0 + $1.seconds * $1.count }
      let limit = seconds(most, state, basis.scope)
      return Reckoning(seconds: limit.map { min($0, sum) } ?? sum, basis: .sum(reckoned, atMost: limit))
    case .perLap(let laps):
      let lap = basis.lap ?? state.frames.round ?? 1
      return Reckoning(seconds: laps.isEmpty ? 0 : laps[min(lap, laps.count) - 1], basis: .lap(lap))
    }
  }

  private func count(_ unit: TimeUnit, _ state: SessionState, _ basis: TimeBasis) -> Int {
    switch unit {
    case .person: basis.people
    case .group:
      basis.groups ?? basis.place.flatMap(nearestGrouping(at:)).map { count(ofGroups: $0, state, basis) } ?? 0
    case .grouping(let set): count(ofGroups: set, state, basis)
    case .member: basis.largest
    case .item: items(state, basis)
    }
  }

  private func count(ofGroups set: String, _ state: SessionState, _ basis: TimeBasis) -> Int {
    if method.role(set) != nil { return expectedHolders(set, state) }
    switch basis.rooms {
    case .expected(let circle): return expectedGroups(set, state, in: circle)
    case .known(let circles):
      // Where none were formed yet, or only elsewhere, as many as there would be.
      return circles.map { circle in
        let formed = state.groups[set] == nil ? 0 : formedGroups(of: set, in: circle, state).count
        guard formed == 0 else { return formed }
        var expected = ExpectedCircle(people: circle.members.count)
        expected.isGroup = !circle.circles.isEmpty
        return expectedGroups(set, state, in: expected)
      }.max() ?? 0
    }
  }

  /// Things the step is about; before they exist, as many as the author expects.
  private func items(_ state: SessionState, _ basis: TimeBasis) -> Int {
    for activity in basis.activities {
      guard let source = activity.of ?? activity.from else { continue }
      let things = ballot(of: activity, state, basis.scope)
      if !things.isEmpty || isSettled(source, within: activity.within, state) { return things.count }
      return expectedItems(of: activity, state, at: basis.place) ?? 0
    }
    // A step in which nobody enters anything is about what it shows.
    guard let source = basis.shown.first else { return 0 }
    let things = things(source, state, basis.scope)
    return !things.isEmpty || isSettled(source, state)
      ? things.count : expectedItems(source, state, at: basis.place)
  }

  /// The least seconds a take may be cut to.
  func shortest(of take: Take, _ state: SessionState) -> Int {
    guard let box = index.element(take.place)?.timebox else { return min(take.planned, (take.planned * 2 + 2) / 3) }
    return shortest(of: box, take.planned, isBreak: take.kind == .rest, state, scope(of: take))
  }
}

extension Step {
  /// What is shown in it, in a room or in a call, in that round.
  func sourcesShown(in mode: Mode?, round: Int?) -> [SourceRef] {
    texts.compactMap { text in
      if case .show(let showing) = text.audience, text.isThere(in: mode, round: round) { showing.of } else { nil }
    }
  }
}

/// Durations as people say them.
package enum Minutes {
  /// `45 s`, `5 min`, `5 min 30 s`, `1 h 30 min`.
  package static func spoken(_ seconds: Int) -> String {
    let magnitude = abs(seconds)
    let (hours, minutes, rest) = (magnitude / 3600, magnitude % 3600 / 60, magnitude % 60)
    var words: [String] = []
    if hours > 0 { words.append("\(hours) h") }
    if minutes > 0 { words.append("\(minutes) min") }
    if rest > 0, hours == 0 { words.append("\(rest) s") }
    return (seconds < 0 ? "−" : "") + (words.isEmpty ? "0 min" : words.joined(separator: " "))
  }

  /// How long something stays open: `14 days`, `1 day 12 h`, `36 min`.
  package static func calendar(_ seconds: Int) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    guard days > 0 else { return spoken(seconds) }
    return (days == 1 ? "1 day" : "\(days) days") + (rest >= 60 ? " \(spoken(rest))" : "")
  }

  /// `4:07`, `1:04:07`, `-0:30`.
  package static func clock(_ seconds: Int) -> String {
    let magnitude = abs(seconds)
    let (hours, minutes, rest) = (magnitude / 3600, magnitude % 3600 / 60, magnitude % 60)
    let tail = (rest < 10 ? "0" : "") + String(rest)
    let sign = seconds < 0 ? "-" : ""
    guard hours > 0 else { return "\(sign)\(minutes):\(tail)" }
    return "\(sign)\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}
