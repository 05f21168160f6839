import MethodModel

extension Decision {
  /// Closes a run as `next` does: a tie must be settled before.
  mutating func closeForGood(_ run: ActivityRun) throws(Rejection) {
    if let tied = openTie(run) {
      throw Rejection(.answerNeeded, "\(tied.remark ?? "a tie"): choose first, by /choose and the numbers")
    }
    closeEntries(run.id)
  }

  /// Takes no more entries that count, freezes who was there, and decides what was to be decided.
  mutating func closeEntries(_ id: RunID) {
    guard let run = state.takes[id.take - 1].runs.first(where: { $0.id == id }), run.status == .open,
      let activity = engine.activity(of: id, state)
    else { return }
    let electorate = engine.electorate(of: run, state)
    emit(
      EntriesClosed(
        run: id, outcome: activity.target, present: electorate.present.flatMap(\.members).uniqued,
        entitled: electorate.entitled.flatMap(\.members).uniqued, answered: electorate.answered))
    guard case .decide(let decide) = activity.kind else { return }
    let isFromSignals = decide.collectsSignals && activity.from == nil
    guard isFromSignals || decide.rule == .one else { return }
    var verdict = decided(decide, activity, id)
    if isFromSignals { raiseObjections(activity, id, &verdict) }
    emit(Decided(run: id, outcome: activity.target, verdict: verdict))
  }

  /// Objections and concerns become things of their own, which can be heard one by one.
  private mutating func raiseObjections(_ activity: Activity, _ id: RunID, _ verdict: inout Verdict) {
    guard let run = state.takes[id.take - 1].runs.first(where: { $0.id == id }) else { return }
    for (unit, marks) in run.marks.sorted(by: { $0.key < $1.key }) {
      for (key, mark) in marks where !mark.isLate {
        let kind: Entry.Kind
        switch mark.value {
        case Signal.objection.rawValue?: kind = .objection
        case Signal.concern.rawValue?: kind = .concern
        default: continue
        }
        let entry = EntryID("\(kind.rawValue)-\(id)-\(unit)")
        var fields = ["text": mark.reason ?? ""]
        if kind == .objection { fields["status"] = "open" }
        emit(
          EntryAdded(
            run: id, outcome: activity.target, id: entry, kind: kind, author: unit.person, unit: unit, fields: fields,
            copyOf: nil, about: key.thing, late: false))
        if kind == .objection { verdict.objections.append(entry) } else { verdict.concerns.append(entry) }
      }
    }
  }

  /// Shows a run's entries to their audience, in the order made, or shuffled where names are hidden.
  mutating func reveal(_ id: RunID) {
    guard let activity = engine.activity(of: id, state) else { return }
    var order = (state.outcomes[activity.target]?.entries ?? []).filter { $0.run == id && !$0.isRetired }.map(\.id)
    if activity.names == .hidden { order.shuffle(using: &random) }
    emit(Revealed(run: id, outcome: activity.target, order: order))
  }

  /// After an entry: when everyone has answered and that was declared, closes and reveals.
  mutating func revealWhenComplete(_ run: ActivityRun, adding unit: UnitRef) {
    guard let activity = engine.activity(of: run.id, state), activity.reveal == .allAnswered, !run.isRevealed
    else { return }
    let electorate = engine.electorate(of: run, state)
    let complete = activity.takesMarks ? run.complete.union([unit]) : run.answered.union([unit])
    let sheets = complete.count { if case .sheet = $0 { true } else { false } }
    let named = electorate.present.count { complete.contains($0.ref) }
    guard named + sheets >= electorate.present.count else { return }
    followEvents()
    closeEntries(run.id)
    reveal(run.id)
  }

  /// Reveals what was to be shown when this place opens.
  mutating func revealWhatWaited(for place: String) {
    for take in state.takes {
      for run in take.runs where !run.isRevealed {
        if case .step(place)? = engine.activity(of: run.id, state)?.reveal { reveal(run.id) }
      }
    }
  }

  mutating func closeNow() throws(Rejection) {
    try requireHost()
    guard let run = try openTake().runs.last, run.status == .open else {
      throw Rejection(.notActive, "nothing is open for entries")
    }
    closeEntries(run.id)
  }

  /// The host reveals early what was declared to be revealed.
  mutating func revealNow() throws(Rejection) {
    try requireHost()
    let take = try openTake()
    let hidden = take.runs.last { !$0.isRevealed && engine.activity(of: $0.id, state)?.reveal != nil }
    guard let hidden else { throw Rejection(.noReveal, "nothing is waiting to be revealed in this step") }
    closeEntries(hidden.id)
    reveal(hidden.id)
  }

  // MARK: Ties

  /// The verdict of a run that waits for somebody to settle a tie.
  func openTie(_ run: ActivityRun) -> Verdict? {
    guard let activity = engine.activity(of: run.id, state) else { return nil }
    let verdict = state.outcomes[activity.target]?.verdicts.last { $0.run == run.id }?.verdict
    return verdict?.result == .tied ? verdict : nil
  }

  /// Settles a tie by choice of the host, or of who `by` names.
  mutating func settle(
    _ tied: Verdict, _ run: ActivityRun, _ activity: Activity, _ things: [ThingRef]
  ) throws(Rejection) {
    if let by = activity.by { try requireHolder(of: by) } else { try requireHost() }
    let open = tied.subject.filter { !tied.winners.contains($0) }
    for thing in things where !open.contains(thing) {
      throw Rejection(.unknownThing, "“\(engine.label(of: thing, state))” is not among those tied")
    }
    var settled = tied
    settled.winners += things
    settled.rest = tied.subject.filter { !settled.winners.contains($0) }
    if case .decide = activity.kind { settled.result = .won } else { settled.result = .selected }
    settled.remark = "\(tied.remark ?? "a tie"), settled by choice"
    conclude(Decided(run: run.id, outcome: activity.target, verdict: settled))
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in its first place.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
