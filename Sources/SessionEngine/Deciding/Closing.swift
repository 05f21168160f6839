import MethodModel

extension Decision {
  /// Closes a run as `next` does: a tie must be settled before.
  mutating func closeForGood(_ run: ActivityRun) throws(Rejection) {
    if run.status == .open, run.runOff != nil { return closeEntries(run.id) }
    if let tied = openTie(run) {
      throw Rejection(.answerNeeded, "\(tied.remark ?? "a tie"): choose first, by /choose and the numbers")
    }
    closeEntries(run.id)
  }

  /// Takes no more entries that count, freezes who was there, and decides what was to be decided.
  mutating func closeEntries(_ id: RunID, early: Bool? = nil) {
    guard let run = state.takes[id.take - 1].runs.first(where: { $0.id == id }), run.status == .open else { return }
    count(run, early: early)
  }

  /// Decides once more what a closed run decided, after the host has put an answer right.
  mutating func countAnew(_ id: RunID) {
    guard let run = state.takes[id.take - 1].runs.first(where: { $0.id == id }), run.status == .closed else { return }
    count(run)
  }

  private mutating func count(_ run: ActivityRun, early: Bool? = nil) {
    let id = run.id
    guard let activity = engine.activity(of: id, state) else { return }
    let electorate = engine.electorate(of: run, state)
    emit(
      EntriesClosed(
        run: id, outcome: activity.target,
        present: electorate.present.flatMap(\.members).uniqued.filter { run.present.contains($0) },
        entitled: electorate.entitled.flatMap(\.members).uniqued, answered: electorate.answered,
        early: early))
    seal(run, activity)
    if run.runOff != nil { return settleByRunOff(engine.run(id, state) ?? run) }
    guard case .decide(let decide) = activity.kind else { return }
    let isFromSignals = decide.collectsSignals && activity.from == nil
    guard isFromSignals || decide.rule == .one else { return }
    let raised = (state.outcomes[activity.target]?.entries ?? []).filter { $0.run == id && !$0.isRetired }
    var standing: Set<EntryID> = []
    let take = state.takes[id.take - 1]
    for unit in engine.decidingUnits(of: activity, take, state) {
      var verdict = decided(decide, activity, id, for: unit)
      if isFromSignals, let whole = engine.run(id, state) {
        let own = unit.map { engine.narrowed(whole, to: $0, deciding: take, state) } ?? whole
        standing.formUnion(raiseObjections(activity, own, raised, &verdict))
      }
      emit(Decided(run: id, outcome: activity.target, verdict: verdict))
    }
    for entry in raised where isFromSignals && !standing.contains(entry.id) {
      emit(EntryRetired(id: entry.id, outcome: activity.target))
    }
  }

  /// Objections and concerns become things of their own, which can be heard one by one.
  ///
  /// A run that is closed once more keeps those that stand; the caller takes back those that nobody raises any more.
  private mutating func raiseObjections(
    _ activity: Activity, _ run: ActivityRun, _ raised: [Entry], _ verdict: inout Verdict
  ) -> Set<EntryID> {
    var standing: Set<EntryID> = []
    var voices = run.marks.sorted { $0.key < $1.key }
    if activity.names == .hidden { voices.shuffle(using: &random) }
    for (unit, marks) in voices {
      for (key, mark) in marks.sorted(by: { $0.key.thing < $1.key.thing }) {
        guard let kind = mark.value.flatMap({ Signal(rawValue: $0) })?.raises else { continue }
        let words = mark.reason ?? ""
        let known = raised.first { $0.unit == unit && $0.kind == kind && $0.firstWords == words }
        let entry = known?.id ?? raise(kind, words, run.isSealed ? nil : unit, about: key.thing, activity, run.id)
        standing.insert(entry)
        if kind == .objection { verdict.objections.append(entry) } else { verdict.concerns.append(entry) }
      }
    }
    return standing
  }

  private mutating func raise(
    _ kind: Entry.Kind, _ words: String, _ unit: UnitRef?, about thing: ThingRef, _ activity: Activity, _ run: RunID
  ) -> EntryID {
    let number = (state.outcomes[activity.target]?.entries.count { $0.run == run } ?? 0) + 1
    let entry = EntryID("\(activity.target)-\(run)-\(kind.rawValue)-\(number)")
    var fields = ["text": words]
    if kind == .objection { fields["status"] = "open" }
    emit(
      EntryAdded(
        run: run, outcome: activity.target, id: entry, kind: kind, author: unit?.person, unit: unit, fields: fields,
        copyOf: nil, about: thing, late: false))
    return entry
  }

  /// Shows a run's entries to their audience, in the order made, or shuffled where names are hidden.
  mutating func reveal(_ id: RunID) {
    guard let activity = engine.activity(of: id, state) else { return }
    var order = (state.outcomes[activity.target]?.entries ?? []).filter { $0.run == id && !$0.isRetired }.map(\.id)
    if activity.names == .hidden { order.shuffle(using: &random) }
    emit(Revealed(run: id, outcome: activity.target, order: order))
  }

  /// After an entry of that unit, or after somebody left: when everyone has answered and that was declared, closes and
  /// reveals.
  mutating func revealWhenComplete(_ run: ActivityRun, adding unit: UnitRef?) {
    guard let activity = engine.activity(of: run.id, state), activity.reveal == .allAnswered, !run.isRevealed
    else { return }
    var complete = activity.takesMarks ? run.complete : run.answered
    if let unit { complete.insert(unit) }
    guard complete.count >= engine.fewestElectors(of: run, activity, state) else { return }
    let electorate = engine.electorate(of: run, state)
    let sheets = complete.count { if case .sheet = $0 { true } else { false } }
    let named = electorate.present.count { complete.contains($0.ref) }
    guard !complete.isEmpty, named + sheets >= electorate.present.count else { return }
    followEvents()
    closeEntries(run.id)
    reveal(run.id)
  }

  /// Reveals what was to be shown when this place opens.
  mutating func revealWhatWaited(for place: String) {
    guard index.revealingSteps.contains(place) else { return }
    for take in state.takes {
      for run in take.runs where !run.isRevealed {
        if case .step(place)? = engine.activity(of: run.id, state)?.reveal { reveal(run.id) }
      }
    }
  }

  mutating func closeNow() throws(Rejection) {
    try requireHost()
    let take = try openTake()
    guard let run = take.runs.last, run.status == .open else {
      throw Rejection(.notActive, "nothing is open for entries")
    }
    let electorate = engine.electorate(of: run, state)
    let isEarly = !take.isTimeUp && electorate.answered < electorate.present.count
    closeEntries(run.id, early: isEarly ? true : nil)
  }

  /// The host reveals early what was declared to be revealed: in the open step, else the newest that waits.
  mutating func revealNow() throws(Rejection) {
    try requireHost()
    let waiting = state.takes.filter(\.isCurrent).flatMap(\.runs).filter { run in
      !run.isRevealed && engine.activity(of: run.id, state)?.reveal != nil
    }
    let open: Int? = if case .take(let number) = state.leaf { number } else { nil }
    guard let hidden = waiting.last(where: { $0.id.take == open }) ?? waiting.last else {
      throw Rejection(.noReveal, "nothing is waiting to be revealed")
    }
    closeEntries(hidden.id)
    reveal(hidden.id)
  }

  // MARK: Ties

  /// The verdict of a run that waits for somebody to settle a tie; of several parts the first one's.
  func openTie(_ run: ActivityRun) -> Verdict? { openTies(run).first }

  func openTies(_ run: ActivityRun) -> [Verdict] {
    let deciding = run.runOff?.deciding ?? run.id
    guard let activity = engine.activity(of: deciding, state) else { return [] }
    return engine.verdicts(of: deciding, in: activity.target, state).filter { $0.result == .tied }
  }

  /// Settles a tie by choice of the host, or of who `by` names.
  mutating func settle(
    _ tied: Verdict, _ run: ActivityRun, _ activity: Activity, _ things: [ThingRef], by author: PersonID?
  ) throws(Rejection) {
    if let by = activity.by {
      try requireHolder(of: by, in: state.takes[run.id.take - 1], for: author)
    } else {
      try requireHost()
    }
    let open = tied.tiedThings
    for thing in things where !open.contains(thing) {
      throw Rejection(.unknownThing, "“\(engine.label(of: thing, state))” is not among those tied")
    }
    let places = placesLeft(tied, activity)
    guard Set(things).count == things.count, things.count == places else {
      throw Rejection(.limit, "choose \(places == 1 ? "one" : "\(places)") of those tied")
    }
    var settled = tied
    settled.winners += things
    settled.rest = tied.subject.filter { !settled.winners.contains($0) }
    if case .decide = activity.kind { settled.result = .won } else { settled.result = .selected }
    settled.remark = "\(tied.remark ?? "a tie"), settled by choice"
    settled.tied = nil
    conclude(Decided(run: run.runOff?.deciding ?? run.id, outcome: activity.target, verdict: settled))
  }
}

extension Decision {
  /// How many a tie is about.
  func placesLeft(_ tied: Verdict, _ activity: Activity) -> Int {
    guard case .select(let selection) = activity.kind else { return 1 }
    return max(1, (engine.count(selection.top, state, scope) ?? 1) - tied.winners.count)
  }
}

extension Verdict {
  /// What stands at the cut of a tie: the best of those that have not won.
  package var tiedThings: [ThingRef] {
    if let tied { return tied }
    let won = Set(winners)
    let rest = scores.filter { $0.score != nil && !won.contains($0.thing) && (rule != "rank" || $0.holds) }
    let best = rest.compactMap(\.score).max()
    return rest.filter { $0.score == best }.map(\.thing)
  }
}

extension Signal {
  /// What a signal leaves behind besides its count.
  var raises: Entry.Kind? {
    switch self {
    case .objection: .objection
    case .concern: .concern
    default: nil
    }
  }
}
