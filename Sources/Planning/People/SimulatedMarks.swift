import MethodModel
import SessionEngine

// MARK: Votes

extension SimulatedActivity {
  /// Votes gather on favourites; now and then the room is counted instead of each person.
  mutating func vote(_ imagination: inout Imagination) {
    guard case .vote(let vote) = activity.kind, !run.ballot.isEmpty else { return }
    let appeal = Dictionary(uniqueKeysWithValues: run.ballot.map { ($0, imagination.number(1...9)) })
    let isCounted = vote.kind != .ranking && !vote.neverOwn && imagination.once(in: 4)
    var totals: [ThingRef: Int] = [:]
    var ballots = 0
    for unit in electors where !imagination.once(in: 12) {
      ballots += 1
      let second = moment(&imagination)
      for (thing, value) in ballot(of: unit, vote, appeal, &imagination) {
        if isCounted {
          totals[thing, default: 0] += value
        } else {
          mark(unit, thing, String(value), at: second)
        }
      }
    }
    guard isCounted, ballots > 0 else { return }
    for thing in run.ballot {
      let tally = EnterTally(run: run.id, thing: thing, total: Number(totals[thing] ?? 0), ballots: ballots)
      act(.tally(tally), at: time)
    }
  }

  /// One person's dots, approvals or places.
  private func ballot(
    of unit: UnitRef, _ vote: Vote, _ appeal: [ThingRef: Int], _ imagination: inout Imagination
  ) -> [(ThingRef, Int)] {
    let members = unit.person.map { [$0] } ?? []
    let options = run.ballot.filter { !vote.neverOwn || !isOwn($0, of: unit, members) }
      .map { ($0, (appeal[$0] ?? 1) * imagination.number(1...9)) }
      .enumerated().sorted { ($0.element.1, $1.offset) > ($1.element.1, $0.offset) }.map(\.element.0)
    let budget = engine.budget(of: vote, run, state)
    switch vote.kind {
    case .dots:
      let perItem = engine.count(vote.perItem, state, scope) ?? budget
      return dots(options, budget, max(1, perItem), &imagination)
    case .approval:
      let count = imagination.number(1...max(1, min(budget, options.count)))
      return options.prefix(min(count, budget)).map { ($0, 1) }
    case .ranking:
      return options.prefix(min(budget, run.ballot.count)).enumerated().map { ($0.element, $0.offset + 1) }
    }
  }

  private func dots(
    _ options: [ThingRef], _ budget: Int, _ perItem: Int, _ imagination: inout Imagination
  ) -> [(ThingRef, Int)] {
    var left = budget
    var dots: [(ThingRef, Int)] = []
    for thing in options where left > 0 {
      let given = imagination.number(1...min(left, perItem))
      dots.append((thing, given))
      left -= given
    }
    return dots
  }

  private mutating func mark(
    _ unit: UnitRef, _ thing: ThingRef, _ value: String?, at second: Int, criterion: String? = nil,
    reason: String? = nil
  ) {
    act(
      .mark(SetMark(run: run.id, unit: unit, thing: thing, criterion: criterion, value: value, reason: reason)),
      at: second, by: unit.person)
  }
}

// MARK: Ratings and signals

extension SimulatedActivity {
  /// Ratings gather around what the room thinks of each thing; some stand apart, some pass, some change their mind.
  mutating func rate(_ imagination: inout Imagination) {
    guard case .rate(let rating) = activity.kind, let scale = engine.method.scale(rating.scale) else { return }
    let points = scale.points.map(\.id)
    let criteria: [String?] = rating.criteria.map { engine.things($0, state, scope).map(\.word) } ?? [nil]
    for thing in run.ballot {
      for criterion in criteria {
        let key = MarkKey(thing: thing, criterion: criterion)
        if run.round > 1 { imagination.liftOpinion(of: key, by: imagination.number(0...12)) }
        let middle = imagination.opinion(of: key) * (points.count - 1) / 100
        for unit in electors where !imagination.once(in: 16) {
          let members = unit.person.map { [$0] } ?? []
          guard !rating.neverOwn || !isOwn(thing, of: unit, members) else { continue }
          rate(unit, key, around: middle, points, rating, &imagination)
        }
      }
    }
  }

  private mutating func rate(
    _ unit: UnitRef, _ key: MarkKey, around middle: Int, _ points: [String], _ rating: Rating,
    _ imagination: inout Imagination
  ) {
    let place = min(points.count - 1, max(0, middle + distance(&imagination)))
    let reasons = place * 2 >= points.count ? imagination.phrases.praise : imagination.phrases.doubts
    let isReasoned = rating.reason == .required || (rating.reason == .optional && imagination.percent(40))
    let second = moment(&imagination)
    let value = imagination.once(in: 16) ? nil : points[place]
    mark(
      unit, key.thing, value, at: second, criterion: key.criterion,
      reason: isReasoned && value != nil ? imagination.word(reasons) : nil)
    guard value != nil, place != middle, imagination.once(in: 12) else { return }
    mark(
      unit, key.thing, points[middle], at: second + 5, criterion: key.criterion,
      reason: rating.reason == .required ? imagination.word(reasons) : nil)
  }

  /// How far somebody stands from the middle: in later rounds, having heard the others, less.
  private func distance(_ imagination: inout Imagination) -> Int {
    if run.round > 1 { return imagination.percent(85) ? 0 : imagination.number(-1...1) }
    return imagination.percent(55)
      ? 0 : imagination.percent(85) ? imagination.number(-1...1) : imagination.number(-2...2)
  }

  /// About one objection in a room of any size, fewer with every round, so that most proposals come through.
  mutating func signal(_ imagination: inout Imagination) {
    guard case .decide(let decide) = activity.kind else { return }
    let thing = run.ballot.first ?? .value("proposal", of: activity.target)
    let isConsent = decide.rule == .consent
    // Objections that are to be expected in the whole room in a first round, in hundredths.
    let expected = max(20, 260 - imagination.mood * 3)
    let most = min(30, expected * 2 / (run.round + 1) / max(1, electors.count))
    for unit in electors where !imagination.once(in: 60) {
      let drawn = imagination.number(0...99)
      let second = moment(&imagination)
      if drawn < most {
        let signal: Signal = isConsent ? .objection : .block
        mark(
          unit, thing, signal.rawValue, at: second, reason: imagination.word(imagination.phrases.objections))
      } else if drawn < most + 15 {
        let signal: Signal = isConsent ? .concern : .aside
        mark(unit, thing, signal.rawValue, at: second, reason: imagination.word(imagination.phrases.concerns))
      } else {
        mark(unit, thing, (isConsent ? Signal.consent : .agree).rawValue, at: second)
      }
    }
  }
}
