package import MethodModel

extension SessionEngine {
  /// Each option's score by the marks of an outcome: dots, approvals and ranking points are summed, ratings measured. A
  /// number field, as in `ideas/score`, is the score itself.
  ///
  /// Of ratings by several criteria, `ratings/need` takes those by one; without it all are taken together, or each weighs
  /// what `weights` say.
  ///
  /// Nobody's mark on an option: zero for votes that somebody took part in, `nil` for ratings, for what was not entered,
  /// and where nobody voted: nothing is zero for want of an answer.
  package func scores(
    of marks: SourceRef, measure: Measure, weights: SourceRef? = nil, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef: Number?] {
    guard index.outcomeKinds[marks.name]?.isMarks ?? (marks.part == nil) else { return fields(marks, state, scope) }
    let scoring = Scoring(
      marks: marks, measure: measure, weights: weights.map { self.weights($0, state, scope) },
      criteria: criteria(of: marks.name, state))
    var scores: [ThingRef: Number?] = [:]
    var sums: [ThingRef: Number?] = [:]
    var given: [RunID: [ThingRef: [CriterionValue]]] = [:]
    for (thing, runs) in newestAskings(of: marks.name, state, scope) {
      for run in runs where given[run.id] == nil { given[run.id] = values(in: run, marks, state) }
      let score =
        runs.count > 1
        ? pooled(thing, runs, scoring, state)
        : runs.first.flatMap { self.score(of: thing, given: given[$0.id]?[thing] ?? [], in: $0, scoring, state) }
      guard let carrier = runs.last.flatMap({ carriedPoints(in: $0, state)[thing] }) else {
        scores[thing] = score
        continue
      }
      sums[carrier] = .some((sums[carrier] ?? .zero).flatMap { sum in score.map { sum + $0 } })
    }
    return scores.merging(sums) { $1 }
  }

  /// The numbers that a field of things holds.
  private func fields(_ source: SourceRef, _ state: SessionState, _ scope: Scope) -> [ThingRef: Number?] {
    guard let field = source.part else { return [:] }
    let things = things(SourceRef(name: source.name), state, scope)
    return Dictionary(things.map { ($0, Number(self.field(field, of: $0, state))) }, uniquingKeysWith: { $1 })
  }

  /// A thing's score after one run; `nil` where it is not known.
  package func score(
    of thing: ThingRef, in run: ActivityRun, _ outcome: String, _ measure: Measure, _ state: SessionState
  ) -> Number? {
    let marks = SourceRef(name: outcome)
    let scoring = Scoring(marks: marks, measure: measure, weights: nil, criteria: criteria(of: outcome, state))
    return score(of: thing, given: values(in: run, marks, state)[thing] ?? [], in: run, scoring, state)
  }

  private func score(
    of thing: ThingRef, given values: [CriterionValue], in run: ActivityRun, _ scoring: Scoring, _ state: SessionState
  ) -> Number? {
    let tally = run.tallies[thing]?.total
    switch index.outcomeKinds[scoring.marks.name] {
    case .ratings?: return run.tallies.isEmpty ? scoring.value(of: values) : summed(run, thing, scoring.measure)
    default:
      // What was not entered is not known: only a room that voted has given nothing to what it left out.
      let isVoted = run.hasBallots || !run.tallies.isEmpty
      let isUnentered = tally == nil && values.isEmpty && (!isVoted || self.isUnentered(thing, in: run, state))
      return isUnentered ? nil : (Statistics(values.map(\.number)).value(of: .sum) ?? .zero) + (tally ?? .zero)
    }
  }

  /// The askings of circles apart, or the laps of a rotation, together.
  private func pooled(
    _ thing: ThingRef, _ runs: [ActivityRun], _ scoring: Scoring, _ state: SessionState
  ) -> Number? {
    guard index.outcomeKinds[scoring.marks.name] != .ratings else {
      return scoring.value(of: runs.flatMap { values(in: $0, scoring.marks, state)[thing] ?? [] })
    }
    let laps = runs.map { run in
      score(of: thing, given: values(in: run, scoring.marks, state)[thing] ?? [], in: run, scoring, state)
    }
    let known = laps.compactMap(\.self)
    let isOpen = zip(runs, laps).contains { run, score in score == nil && isUnentered(thing, in: run, state) }
    return known.isEmpty || isOpen ? nil : known.reduce(.zero, +)
  }

  /// What was given to each thing, in one pass over the marks.
  private func values(
    in run: ActivityRun, _ source: SourceRef, _ state: SessionState
  ) -> [ThingRef: [CriterionValue]] {
    var values: [ThingRef: [CriterionValue]] = [:]
    let criterion = criterion(in: source)
    for (unit, marks) in run.marks {
      for (key, mark) in marks where !mark.isLate {
        guard let value = mark.value, criterion == nil || key.criterion == criterion else { continue }
        let given = GivenMark(unit: unit, key: key, value: value, reason: nil)
        if let number = number(of: given, in: source.name, run, state) {
          values[key.thing, default: []].append(CriterionValue(criterion: key.criterion, number: number))
        }
      }
    }
    return values
  }

  /// What can be told of ratings of which only sums were entered.
  func summed(_ run: ActivityRun, _ thing: ThingRef, _ measure: Measure) -> Number? {
    guard let tally = run.tallies[thing] else { return nil }
    switch measure {
    case .sum: return tally.total
    case .mean: return tally.ballots.flatMap { tally.total.divided(by: Number($0)) }
    default: return nil
    }
  }

  /// A place on a ranking ballot earns m + 1 − p, with `best="last"` the entered number itself, where m is the budget
  /// or the number of options; 1 is the best place.
  func points(ofPlace place: Int, _ vote: Vote, _ run: ActivityRun, _ state: SessionState) -> Number? {
    let places = places(on: vote, run, state)
    guard (1...max(1, places)).contains(place) else { return nil }
    return vote.best == .first ? Number(places + 1 - place) : Number(place)
  }

  func places(on vote: Vote, _ run: ActivityRun, _ state: SessionState) -> Int {
    min(count(vote.budget, state, scope(of: state.takes[run.id.take - 1])) ?? run.ballot.count, run.ballot.count)
  }

  /// Dots or approvals a voter has; without a budget as many as there are options.
  package func budget(of vote: Vote, _ run: ActivityRun, _ state: SessionState) -> Int {
    count(vote.budget, state, scope(of: state.takes[run.id.take - 1])) ?? run.ballot.count
  }
}

/// The best of some options, and those that a cut falls between.
struct Ranking {
  /// Best first; equals in the order of the ballot.
  let order: [ThingRef]
  let scores: [ThingRef: Number]

  private let best: Best

  init(_ ballot: [ThingRef], _ scores: [ThingRef: Number?], best: Best = .highest) {
    self.best = best
    var known: [ThingRef: Number] = [:]
    for thing in ballot { if let score = scores[thing] ?? nil { known[thing] = score } }
    self.scores = known
    order = ballot.enumerated().filter { known[$0.element] != nil }.sorted { first, second in
      let left = known[first.element] ?? .zero
      let right = known[second.element] ?? .zero
      return left == right ? first.offset < second.offset : best == .highest ? left > right : left < right
    }.map(\.element)
  }

  /// The top ones that are certain, and those tied at the cut for the places that are left.
  func top(_ count: Int) -> (certain: [ThingRef], tied: [ThingRef]) {
    guard count < order.count, count > 0 else { return (count > 0 ? order : [], []) }
    let cut = scores[order[count - 1]] ?? .zero
    guard scores[order[count]] == cut else { return (Array(order.prefix(count)), []) }
    return (Array(order.prefix { scores[$0] != cut }), order.filter { scores[$0] == cut })
  }
}
