import MethodModel

extension Decision {
  /// A unit's whole ballot: held against the rules as one, and complete by being handed in.
  mutating func handIn(_ ballot: HandIn) throws(Rejection) {
    let (run, activity, take) = try run(ballot.run)
    if run.isWithoutNames { return try handInSealed(ballot, run, activity, take) }
    try requireMarks(activity)
    try checkElector(ballot.unit, run, activity, take)
    let marks = try checked(ballot, run, activity)
    let isCorrection = isCorrection(run)
    conclude(
      BallotHandedIn(
        run: run.id, outcome: activity.target, unit: ballot.unit, marks: marks, late: isLate(run) && !isCorrection))
    countWhenDue(run, adding: ballot.unit, isComplete: true, isCorrection)
  }

  /// Single ballots are taken here, not only their sums.
  func requireMarks(_ activity: Activity) throws(Rejection) {
    guard activity.takesMarks else { throw Rejection(.notActive, "nothing is voted or rated in this step") }
    guard activity.enter != .sum || activity.isSignal else {
      throw Rejection(.notActive, "only the sums are entered here, as in “1=7 2=4 of 12”")
    }
  }

  func checked(
    _ ballot: HandIn, _ run: ActivityRun, _ activity: Activity
  ) throws(Rejection) -> [BallotMark] {
    var marks: [BallotMark] = []
    var seen: Set<MarkKey> = []
    let offered = Set(engine.offered(in: run, to: ballot.unit, state))
    let form = form(of: activity, for: ballot.unit, in: state.takes[run.id.take - 1])
    let numbers = ballot.marks.map { $0.value.flatMap { Int($0.trimmed) } }
    let all = OtherMarks(numbers)
    for (place, given) in ballot.marks.enumerated() {
      let thing = try markable(given.thing, isOffered: offered.contains(given.thing), ballot.unit, run, activity)
      try checkOwn(ballot.unit, thing, activity)
      let criterion = try checkedCriterion(form.filed(given.criterion), form, activity)
      guard seen.insert(MarkKey(thing: thing, criterion: criterion)).inserted else {
        throw Rejection(.valueInvalid, "“\(engine.label(of: thing, state))” is on this ballot twice")
      }
      let value = try given.value.map { value throws(Rejection) in
        try checked(value, on: criterion, others: all.without(numbers[place]), form, run, activity)
      }
      try checkReason(given.reason, value, activity)
      marks.append(BallotMark(thing, criterion: criterion, value: value, reason: given.reason?.trimmed))
    }
    return marks
  }

  /// After a ballot or mark: reveals when it was the last one waited for, counts anew what was put right.
  mutating func countWhenDue(
    _ run: ActivityRun, adding unit: UnitRef, isComplete: Bool, _ isCorrection: Bool
  ) {
    if isCorrection {
      followEvents()
      countAnew(run.id)
    } else if isComplete, !isLate(run) {
      revealWhenComplete(run, adding: unit)
    }
  }

  /// Counts a ballot that came after the end, one at a time.
  mutating func admit(_ admitted: AdmitBallot) throws(Rejection) {
    try requireHost()
    let (run, activity, _) = try run(admitted.run)
    guard let late = run.lateMarks[admitted.unit], !late.isEmpty else {
      throw Rejection(.unknownThing, "no ballot of theirs came after the end")
    }
    let isOpenHere = state.takes[run.id.take - 1].status == .open
    guard !activity.isSignal || isOpenHere else {
      throw Rejection(.frozen, "this has been decided; go back to that step to count it anew")
    }
    let before = run.lateWhole.contains(admitted.unit) ? [:] : run.marks[admitted.unit] ?? [:]
    conclude(
      BallotAdmitted(
        run: run.id, outcome: activity.target, unit: admitted.unit,
        marks: BallotMark.list(before.merging(late) { _, new in new })))
    guard isOpenHere else { return }
    followEvents()
    countAnew(run.id)
  }

  // MARK: Taking back

  /// Makes a ballot what it was before, and counts anew what had been decided by it.
  mutating func restore(_ id: RunID, _ unit: UnitRef, _ before: BallotBefore) {
    guard let run = engine.run(id, state) else { return }
    emit(
      BallotRestored(
        run: id, outcome: run.outcome, unit: unit, marks: BallotMark.list(before.marks), answered: before.answered,
        complete: before.complete))
    if state.takes[id.take - 1].status == .open { countAnew(id) }
  }

  mutating func restore(_ id: RunID, _ unit: UnitRef, choice: ChoiceBefore?) {
    guard let run = engine.run(id, state) else { return }
    emit(
      ChoiceRestored(
        run: id, outcome: run.outcome, unit: unit, things: choice?.things, reason: choice?.reason))
  }

  mutating func restore(_ id: RunID, _ thing: ThingRef, tally: Tally?) {
    guard let run = engine.run(id, state) else { return }
    emit(TallyRestored(run: id, outcome: run.outcome, thing: thing, tally: tally))
  }
}

extension BallotMark {
  /// The marks of a unit as a list, in an order that does not hang on chance.
  static func list(_ marks: [MarkKey: Mark]) -> [BallotMark] {
    marks.sorted { ($0.key.thing, $0.key.criterion ?? "") < ($1.key.thing, $1.key.criterion ?? "") }.map { key, mark in
      BallotMark(key.thing, criterion: key.criterion, value: mark.value, reason: mark.reason)
    }
  }
}
