import MethodModel
import SessionEngine

// MARK: Votes

extension SimulatedActivity {
  /// Votes gather on favourites; now and then the room is counted instead of each person.
  mutating func vote(_ imagination: inout Imagination) {
    guard case .vote(let vote) = activity.kind, !run.ballot.isEmpty else { return }
    let appeal = Dictionary(uniqueKeysWithValues: run.ballot.map { ($0, imagination.number(1...9)) })
    let isCounted =
      activity.enter == .sum
      || (vote.kind != .ranking && !vote.neverOwn && vote.apart.isEmpty && imagination.once(in: 4))
    var totals: [ThingRef: Int] = [:]
    var ballots = 0
    for unit in electors where !imagination.once(in: 12) {
      ballots += 1
      let second = moment(&imagination)
      let given = ballot(of: unit, vote, appeal, &imagination)
      for (thing, value) in given { totals[thing, default: 0] += points(value, vote) }
      if !isCounted { handIn(unit, given.map { BallotMark($0.0, value: String($0.1)) }, at: second) }
    }
    guard isCounted, ballots > 0 else { return }
    for thing in run.ballot {
      let tally = EnterTally(run: run.id, thing: thing, total: Number(totals[thing] ?? 0), ballots: ballots)
      act(.tally(tally), at: time)
    }
  }

  /// What a value adds to the sum of a thing.
  private func points(_ value: Int, _ vote: Vote) -> Int {
    vote.kind == .ranking && vote.best == .first ? places(vote) + 1 - value : value
  }

  private func places(_ vote: Vote) -> Int { min(engine.budget(of: vote, run, state), run.ballot.count) }

  private mutating func handIn(_ unit: UnitRef, _ marks: [BallotMark], at second: Int) {
    act(.handIn(HandIn(run: run.id, unit: unit, marks: marks)), at: second, by: unit.person)
  }

  /// One person's dots, approvals or places.
  private func ballot(
    of unit: UnitRef, _ vote: Vote, _ appeal: [ThingRef: Int], _ imagination: inout Imagination
  ) -> [(ThingRef, Int)] {
    let members = unit.person.map { [$0] } ?? []
    let options = engine.offered(in: run, to: unit, state).filter { !isKeptApart($0, from: unit, members) }
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
      let places = places(vote)
      return options.prefix(places).enumerated().map {
        ($0.element, vote.number(ofPlace: $0.offset + 1, among: places))
      }
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

  /// Everything of one person at once, where no names are kept.
  mutating func handInWithoutNames() {
    var ballots: [UnitRef: HandIn] = [:]
    var seconds: [UnitRef: Int] = [:]
    var rest: [Action] = []
    for action in actions {
      let unit: UnitRef
      switch action.body {
      case .mark(let mark):
        unit = mark.unit
        let given = BallotMark(mark.thing, criterion: mark.criterion, value: mark.value, reason: mark.reason)
        ballots[unit, default: HandIn(run: run.id, unit: unit, marks: [])].marks.append(given)
      case .add(let entry):
        guard let author = entry.author else { continue }
        unit = .person(author)
        let words = entry.copyOf.map { ["text": engine.label(of: $0, state)] } ?? [:]
        ballots[unit, default: HandIn(run: run.id, unit: unit, marks: [])].entries.append(
          entry.fields.merging(words) { own, _ in own })
      default:
        rest.append(action)
        continue
      }
      seconds[unit] = max(seconds[unit] ?? 0, action.second)
    }
    replaceActions(
      rest
        + ballots.sorted { $0.key < $1.key }.map { unit, ballot in
          Action(second: seconds[unit] ?? 1, body: .handIn(ballot), person: unit.person)
        })
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
    if activity.enter == .sum { return sumRatings(scale, &imagination) }
    let points = scale.points.map(\.id)
    var ballots: [UnitRef: [BallotMark]] = [:]
    let criteria: [String?] = rating.criteria.map { engine.things($0, state, scope).map(\.word) } ?? [nil]
    let electors = electors
    let offered = offers
    for thing in run.ballot {
      for criterion in criteria {
        let key = MarkKey(thing: thing, criterion: criterion)
        if run.round > 1 { imagination.liftOpinion(of: key, by: imagination.number(0...12)) }
        let middle = imagination.opinion(of: key) * (points.count - 1) / 100
        for unit in electors where offered[unit]?.contains(thing) ?? true && !imagination.once(in: 16) {
          let members = unit.person.map { [$0] } ?? []
          guard !isKeptApart(thing, from: unit, members) else { continue }
          ballots[unit, default: []].append(rated(key, around: middle, points, rating, &imagination))
        }
      }
    }
    for unit in electors {
      guard let ballot = ballots[unit] else { continue }
      let second = moment(&imagination)
      handIn(unit, ballot, at: second)
      if activity.names.areStored { changeMind(unit, ballot, points, at: second + 5, &imagination) }
    }
  }

  /// What is put up to each elector, where it may differ between them.
  private var offers: [UnitRef: Set<ThingRef>] {
    guard isApart else { return [:] }
    return Dictionary(uniqueKeysWithValues: electors.map { ($0, Set(engine.offered(in: run, to: $0, state))) })
  }

  /// The sums on the sheets of everybody who filled one in.
  private mutating func sumRatings(_ scale: Scale, _ imagination: inout Imagination) {
    let sheets = max(1, electors.count - imagination.number(0...1))
    let least = scale.points.compactMap { scale.number(of: $0.id) }.min() ?? .zero
    let most = scale.points.compactMap { scale.number(of: $0.id) }.max() ?? .zero
    for thing in run.ballot {
      let middle = imagination.opinion(of: MarkKey(thing: thing))
      let mean = least + Number(units: (most - least).units * Int64(middle) / 100)
      let total = Number(Int(mean.multiplied(by: sheets).units / Number.unitsPerOne))
      act(.tally(EnterTally(run: run.id, thing: thing, total: total, ballots: sheets)), at: time)
    }
  }

  private func rated(
    _ key: MarkKey, around middle: Int, _ points: [String], _ rating: Rating, _ imagination: inout Imagination
  ) -> BallotMark {
    let place = min(points.count - 1, max(0, middle + distance(&imagination)))
    let reasons = place * 2 >= points.count ? imagination.phrases.praise : imagination.phrases.doubts
    let isReasoned = rating.reason == .required || (rating.reason == .optional && imagination.percent(40))
    let value = imagination.once(in: 16) ? nil : points[place]
    return BallotMark(
      key.thing, criterion: key.criterion, value: value,
      reason: isReasoned && value != nil ? imagination.word(reasons) : nil)
  }

  /// Now and then somebody puts one value right after all.
  private mutating func changeMind(
    _ unit: UnitRef, _ ballot: [BallotMark], _ points: [String], at second: Int, _ imagination: inout Imagination
  ) {
    guard imagination.once(in: 12), let one = ballot.first, let middle = points.dropFirst(points.count / 2).first
    else { return }
    mark(unit, one.thing, middle, at: second, criterion: one.criterion, reason: one.reason ?? "so")
  }

  /// Everybody puts each thing near where the room sees it, on both axes, and names a zone; all at once when done.
  mutating func place(_ imagination: inout Imagination) {
    let zones = engine.zones(of: activity, state, scope).map(\.word)
    let electors = electors
    let offered = offers
    var ballots: [UnitRef: [BallotMark]] = [:]
    for thing in run.ballot {
      let zone = imagination.pick(zones)
      for unit in electors where offered[unit]?.contains(thing) ?? true && !imagination.once(in: 16) {
        for axis in engine.axes(of: activity, for: unit, in: take, state) {
          let last = axis.points.count - 1
          let middle = imagination.opinion(of: MarkKey(thing: thing, criterion: axis.word)) * last / 100
          let point = min(last, max(0, middle + distance(&imagination)))
          ballots[unit, default: []].append(
            BallotMark(thing, criterion: axis.word, value: axis.points[point].id))
        }
        if let usual = zone {
          let named = imagination.percent(75) ? usual : imagination.pick(zones) ?? usual
          ballots[unit, default: []].append(BallotMark(thing, criterion: Placing.zone, value: named))
        }
      }
    }
    for unit in electors {
      guard let ballot = ballots[unit] else { continue }
      handIn(unit, ballot, at: moment(&imagination))
    }
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
    let isConsent = decide.rule == .consent
    // Objections that are to be expected in the whole room in a first round, in hundredths.
    let expected = max(20, 260 - imagination.mood * 3)
    let most = min(30, expected * 2 / (run.round + 1) / max(1, electors.count))
    for unit in electors where !imagination.once(in: 60) {
      let thing = engine.offered(in: run, to: unit, state).first ?? .value("proposal", of: activity.target)
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
