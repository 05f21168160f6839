internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// The ballot of a run that took marks; `nil` for any other.
  func ballot(_ run: ActivityRun) -> BallotRecord? {
    guard let activity = engine.activity(of: run.id, state), let kind = kind(of: activity),
      let place = place(run.id.take)
    else { return nil }
    let electorate = engine.electorate(of: run, state)
    let scale = scale(of: activity)
    let sight = engine.sightOfMarks(in: run, state, for: .record)
    let figuresWithheld = lens.figuresWithheld(run)
    let marksWithheld = sight == .counted ? lens.reason(for: run) : sight == .words ? figuresWithheld : nil
    let vote: Vote? = if case .vote(let vote) = activity.kind { vote } else { nil }
    return BallotRecord(
      kind: kind, place: place, round: run.round, counts: state.takes[run.id.take - 1].isCurrent,
      closed: run.status == .closed, revealed: run.isRevealed, namesShown: sight == .named, scale: scale?.id,
      ordered: scale?.ordered ?? true, answers: answers(to: activity, scale),
      budget: vote.map { engine.budget(of: $0, run, state) }, things: run.ballot.map { lens.thing($0) },
      entitled: electorate.entitled.count, present: electorate.present.count, answered: electorate.answered,
      marks: marksWithheld == nil ? marks(run, activity, sight) : [], withheld: marksWithheld ?? figuresWithheld,
      tallies: figuresWithheld == nil ? tallies(run) : [],
      statistics: kind == .signal
        ? [] : StatisticsMaking(maker: self, run: run, activity: activity, withheld: figuresWithheld).all())
  }

  private func kind(of activity: Activity) -> BallotRecord.Kind? {
    switch activity.kind {
    case .vote(let vote):
      switch vote.kind {
      case .dots: .dots
      case .approval: .approval
      case .ranking: .ranking
      }
    case .rate: .rating
    case .decide: activity.isSignal ? .signal : nil
    default: nil
    }
  }

  func scale(of activity: Activity) -> Scale? {
    guard case .rate(let rating) = activity.kind else { return nil }
    return method.scale(rating.scale)
  }

  private func answers(to activity: Activity, _ scale: Scale?) -> [BallotRecord.Answer] {
    if case .decide(let decide) = activity.kind {
      return Signal.signals(for: decide.rule).map {
        BallotRecord.Answer(id: $0.rawValue, number: nil, label: $0.rawValue)
      }
    }
    return (scale?.points ?? []).map { point in
      BallotRecord.Answer(
        id: point.id, number: Figure(scale?.number(of: point.id)),
        label: point.text.isEmpty ? point.id : point.text.raw(in: language))
    }
  }

  // MARK: Marks

  /// Named marks by voter in the order of the list; unnamed ones by what they were given to, so that nothing joins
  /// what one person gave.
  private func marks(_ run: ActivityRun, _ activity: Activity, _ sight: Sight) -> [BallotRecord.Mark] {
    let order = Dictionary(run.ballot.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = units(of: run).flatMap { unit in
      (run.marks[unit] ?? [:]).sorted { first, second in
        (order[first.key.thing] ?? 0, first.key.criterion ?? "") < (
          order[second.key.thing] ?? 0, second.key.criterion ?? ""
        )
      }.map { (place: order[$0.key.thing] ?? 0, mark: mark($0.value, $0.key, unit, run, activity, sight)) }
    }
    guard sight != .named else { return rows.map(\.mark) }
    return rows.sorted { first, second in
      let (left, right) = (first.mark, second.mark)
      return (first.place, left.criterion ?? "", left.value ?? "", left.reason ?? "")
        < (second.place, right.criterion ?? "", right.value ?? "", right.reason ?? "")
    }.map(\.mark)
  }

  /// Units with marks: people as on the list, then groups, then sheets.
  private func units(of run: ActivityRun) -> [UnitRef] {
    let people = state.roster.people.map { UnitRef.person($0.id) }.filter { run.marks[$0] != nil }
    let known = Set(people)
    return people + run.marks.keys.filter { !known.contains($0) }.sorted()
  }

  private func mark(
    _ mark: Mark, _ key: MarkKey, _ unit: UnitRef, _ run: ActivityRun, _ activity: Activity, _ sight: Sight
  ) -> BallotRecord.Mark {
    BallotRecord.Mark(
      by: lens.attribution(unit, sight), thing: lens.thing(key.thing), criterion: key.criterion, value: mark.value,
      number: Figure(mark.value.flatMap { number(of: $0, run, activity) }),
      reason: (mark.reason ?? "").isEmpty ? nil : mark.reason, late: mark.isLate)
  }

  /// What a value counts: a point's number, dots, 1 or 0 for an approval, the points of a place.
  func number(of value: String, _ run: ActivityRun, _ activity: Activity) -> Number? {
    switch activity.kind {
    case .rate(let rating): return method.scale(rating.scale)?.number(of: value)
    case .vote(let vote):
      guard vote.kind == .ranking else { return Number(value) }
      let places = min(engine.budget(of: vote, run, state), run.ballot.count)
      guard let place = Int(value), (1...max(1, places)).contains(place) else { return nil }
      return vote.best == .first ? Number(places + 1 - place) : Number(place)
    default: return nil
    }
  }

  private func tallies(_ run: ActivityRun) -> [BallotRecord.Tally] {
    run.ballot.compactMap { thing in
      run.tallies[thing].map {
        BallotRecord.Tally(thing: lens.thing(thing), total: Figure($0.total), ballots: $0.ballots)
      }
    }
  }
}

/// Figures over the marks of one run.
struct StatisticsMaking {
  let maker: RecordMaker
  let run: ActivityRun
  let activity: Activity
  let withheld: Withheld?

  private struct Key: Hashable {
    var thing: ThingRef
    var criterion: String?
  }

  /// One for each thing put up, and for each criterion that was used, in the order of the ballot.
  func all() -> [BallotRecord.Statistics] {
    var given: [Key: [String?]] = [:]
    for marks in run.marks.values {
      for (key, mark) in marks where !mark.isLate {
        given[Key(thing: key.thing, criterion: key.criterion), default: []].append(mark.value)
      }
    }
    let criteria = Set(given.keys.compactMap(\.criterion)).sorted()
    return run.ballot.flatMap { thing in
      (criteria.isEmpty ? [nil] : criteria.map { Optional($0) }).map { criterion in
        statistics(thing, criterion, given[Key(thing: thing, criterion: criterion)] ?? [])
      }
    }
  }

  private func statistics(_ thing: ThingRef, _ criterion: String?, _ given: [String?]) -> BallotRecord.Statistics {
    let values = given.compactMap { $0 }
    var row = BallotRecord.Statistics(
      thing: maker.lens.thing(thing), criterion: criterion, withheld: why(values.count), n: nil, passes: nil,
      median: nil, mean: nil, min: nil, max: nil, spread: nil, sum: nil, counts: [:])
    guard row.withheld == nil else { return row }
    row.n = values.count
    row.passes = given.count - values.count
    for value in values { row.counts[value, default: 0] += 1 }
    let numbers = Statistics(values.compactMap { maker.number(of: $0, run, activity) })
    if case .vote = activity.kind {
      row.sum = Figure((numbers.value(of: .sum) ?? .zero) + (run.tallies[thing]?.total ?? .zero))
    } else if let scale = maker.scale(of: activity), scale.ordered {
      row.median = Figure(numbers.value(of: .median))
      row.mean = scale.points.allSatisfy { $0.number != nil } ? Figure(numbers.value(of: .mean)) : nil
      row.min = Figure(numbers.value(of: .min))
      row.max = Figure(numbers.value(of: .max))
      row.spread = Figure(numbers.value(of: .spread))
    }
    return row
  }

  /// A rating without names needs five values on the thing itself; a vote's count is over all who voted.
  private func why(_ count: Int) -> Withheld? {
    if let withheld { return withheld }
    guard case .rate = activity.kind, count > 0, count < SessionEngine.smallestShownGroup else { return nil }
    return maker.engine.sightOfMarks(in: run, maker.state, for: .record) == .named ? nil : .fewerThanFive
  }
}
