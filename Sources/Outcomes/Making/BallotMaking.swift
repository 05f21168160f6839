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
    var figuresWithheld = lens.figuresWithheld(run)
    let isTooMuch = isTooMuch(run)
    if isTooMuch { figuresWithheld = .tooMany }
    let marksWithheld =
      isTooMuch ? .tooMany : sight == .counted ? lens.reason(for: run) : sight == .words ? figuresWithheld : nil
    let vote: Vote? = if case .vote(let vote) = activity.kind { vote } else { nil }
    return BallotRecord(
      id: run.id.description, kind: kind, unit: kind.unit, place: place, round: run.round,
      counts: state.takes[run.id.take - 1].isCurrent,
      closed: run.status == .closed, revealed: run.isRevealed, namesShown: sight == .named, scale: scale?.id,
      ordered: scale?.ordered ?? true, answers: answers(to: activity, scale),
      axes: axes(of: run, activity).map { axis in
        BallotRecord.Axis(
          id: axis.word, label: axis.label, points: axis.points.map { answer($0, axis.number(of: $0.id)) })
      },
      criteria: criteria(of: activity),
      budget: vote.map { engine.budget(of: $0, run, state) },
      things: isTooMuch ? [] : run.ballot.map { thing($0, in: run) },
      entitled: electorate.entitled.count, present: electorate.present.count,
      answered: run.isUncounted || activity.isEnteredInPart && !run.isCounted ? nil : electorate.answered,
      enter: activity.enter == .each ? nil : activity.enter,
      marks: marksWithheld == nil ? marks(run, activity, sight) : [], withheld: marksWithheld ?? figuresWithheld,
      tallies: figuresWithheld == nil ? tallies(run) : [],
      statistics: kind == .signal
        || isTooMuch ? [] : StatisticsMaking(maker: self, run: run, activity: activity, withheld: figuresWithheld).all()
    )
  }

  /// Those whose words may not be seen are left out.
  private func criteria(of activity: Activity) -> [BallotRecord.Criterion] {
    guard case .rate(let rating) = activity.kind, let source = rating.criteria else { return [] }
    return engine.things(source, state, Scope()).compactMap { thing in
      lens.thing(thing).label.map { BallotRecord.Criterion(id: thing.word, label: $0) }
    }
  }

  /// More than anybody reads, which a file made to keep us busy may hold.
  func isTooMuch(_ run: ActivityRun) -> Bool {
    run.ballot.count + run.marks.values.reduce(0) { $0 + $1.count } > lens.most
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
    case .place: .placement
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
    return (scale?.points ?? []).map { answer($0, scale?.number(of: $0.id)) }
  }

  private func answer(_ point: NamedValue, _ number: Number?) -> BallotRecord.Answer {
    BallotRecord.Answer(
      id: point.id, number: Figure(number), label: point.text.isEmpty ? point.id : point.text.raw(in: language))
  }

  // MARK: Marks

  /// Named marks by voter in the order of the list; unnamed ones by what they were given to, so that nothing joins
  /// what one person gave.
  private func marks(_ run: ActivityRun, _ activity: Activity, _ sight: Sight) -> [BallotRecord.Mark] {
    let order = Dictionary(run.ballot.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = units(of: run).flatMap { unit in
      given(unit, run).map { key, value in
        (place: order[key.thing] ?? 0, mark: mark(value, key, unit, run, activity, sight))
      }.sorted { first, second in
        let (left, right) = (first.mark, second.mark)
        return (first.place, left.criterion ?? "", left.late ? 1 : 0)
          < (second.place, right.criterion ?? "", right.late ? 1 : 0)
      }
    }
    guard sight != .named else { return rows.map(\.mark) }
    let thin = Set(lens.thinThings(of: run).map { thing($0, in: run) })
    let late = Set(run.lateMarks.filter { !$0.value.isEmpty }.keys).count
    let mayTellLate = late >= SessionEngine.smallestShownGroup
    return rows.filter { !thin.contains($0.mark.thing) && (mayTellLate || !$0.mark.late) }.sorted { first, second in
      let (left, right) = (first.mark, second.mark)
      return (first.place, left.criterion ?? "", left.value ?? "", left.reason ?? "")
        < (second.place, right.criterion ?? "", right.value ?? "", right.reason ?? "")
    }.map(\.mark)
  }

  /// A thing as it read when its step was closed.
  func thing(_ thing: ThingRef, in run: ActivityRun) -> ThingRecord {
    lens.thing(thing, at: state.takes[run.id.take - 1].closedWall)
  }

  /// Units with marks: people as on the list, then groups, then sheets.
  private func units(of run: ActivityRun) -> [UnitRef] {
    let marking = Set(run.marks.keys).union(run.lateMarks.keys)
    let people = state.roster.people.map { UnitRef.person($0.id) }.filter { marking.contains($0) }
    return people + marking.subtracting(people).sorted()
  }

  /// What a unit gave, late marks after those that count.
  private func given(_ unit: UnitRef, _ run: ActivityRun) -> [(key: MarkKey, value: Mark)] {
    Array(run.marks[unit] ?? [:]) + Array(run.lateMarks[unit] ?? [:])
  }

  private func mark(
    _ mark: Mark, _ key: MarkKey, _ unit: UnitRef, _ run: ActivityRun, _ activity: Activity, _ sight: Sight
  ) -> BallotRecord.Mark {
    BallotRecord.Mark(
      by: lens.attribution(unit, sight), thing: thing(key.thing, in: run), criterion: key.criterion, value: mark.value,
      number: Figure(mark.value.flatMap { number(of: $0, run, activity) }),
      reason: (mark.reason ?? "").isEmpty ? nil : mark.reason, late: mark.isLate)
  }

  /// What a value counts: a point's number, dots, 1 or 0 for an approval, the points of a place.
  func number(of value: String, _ run: ActivityRun, _ activity: Activity) -> Number? {
    switch activity.kind {
    case .rate(let rating): return method.scale(rating.scale)?.number(of: value)
    case .place: return axes(of: run, activity).lazy.compactMap { $0.number(of: value) }.first
    case .vote(let vote):
      guard vote.kind == .ranking else { return Number(value) }
      let places = min(engine.budget(of: vote, run, state), run.ballot.count)
      guard let place = Int(value), (1...max(1, places)).contains(place) else { return nil }
      return vote.best == .first ? Number(places + 1 - place) : Number(place)
    default: return nil
    }
  }

  func axes(of run: ActivityRun, _ activity: Activity) -> [Axis] {
    engine.allAxes(of: activity, in: state.takes[run.id.take - 1], state)
  }

  private func tallies(_ run: ActivityRun) -> [BallotRecord.Tally] {
    run.ballot.compactMap { thing in
      run.tallies[thing].map {
        BallotRecord.Tally(thing: self.thing(thing, in: run), total: Figure($0.total), ballots: $0.ballots)
      }
    }
  }
}
