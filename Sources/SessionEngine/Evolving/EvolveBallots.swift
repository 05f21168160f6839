extension SessionState {
  mutating func evolveBallots(_ event: Event) {
    switch event.body {
    case .markSet(let content): mark(content)
    case .ballotHandedIn(let content): take(content)
    case .ballotAdmitted(let content):
      hasReplacements = true
      change(run: content.run) { run in
        run.lateMarks[content.unit] = nil
        run.lateWhole.remove(content.unit)
        run.admittedAt = event.sequence
        run.hold(content.marks, of: content.unit, at: event.sequence)
      }
    case .ballotRestored(let content): restore(content)
    case .tallyEntered(let content):
      rememberUndo(.tally(content.run, content.thing, before: run(content.run)?.tallies[content.thing]))
      change(run: content.run) { run in
        run.tallies[content.thing] = Tally(total: content.total, ballots: content.ballots)
      }
    case .tallyRestored(let content):
      change(run: content.run) { $0.tallies[content.thing] = content.tally }
    case .thingsChosen(let content):
      rememberUndo(.choice(content.run, content.unit, before: run(content.run)?.choice(of: content.unit)))
      choose(content.run, content.unit, content.things, content.reason)
      noteChosen(content.things, in: content.run)
      if let author = content.author {
        change(run: content.run) { $0.choosers[content.unit, default: []].append(author) }
      }
    case .choiceRestored(let content):
      choose(content.run, content.unit, content.things, content.reason)
      change(run: content.run) { _ = $0.choosers[content.unit]?.popLast() }
    default: break
    }
  }

  /// Where something is chosen those who see the choice see it.
  mutating func noteChosen(_ things: [ThingRef], in run: RunID) {
    for id in things.compactMap(\.entry) where chosenIn[id]?.last != run { chosenIn[id, default: []].append(run) }
  }

  /// A run by its id; `nil` for one that never was.
  package func run(_ id: RunID) -> ActivityRun? {
    guard takes.indices.contains(id.take - 1) else { return nil }
    return takes[id.take - 1].runs.first { $0.id == id }
  }

  /// The ballot of an earlier step that a run repeats.
  func runOff(of id: RunID) -> RunOff? {
    let runs = takes[id.take - 1].runs
    return runs.firstIndex { $0.id == id }.flatMap { runs[$0].runOff }
  }

  private mutating func mark(_ content: MarkSet) {
    rememberBallot(content.run, content.unit, isLate: content.late)
    let sequence = sequence
    change(run: content.run) { run in
      let key = MarkKey(thing: content.thing, criterion: content.criterion)
      let mark = Mark(value: content.value, reason: content.reason, isLate: content.late, sequence: sequence)
      guard !content.late else { return run.lateMarks[content.unit, default: [:]][key] = mark }
      run.marks[content.unit, default: [:]][key] = mark
      run.answered.insert(content.unit)
      if content.completes { run.complete.insert(content.unit) }
    }
  }

  private mutating func take(_ content: BallotHandedIn) {
    rememberBallot(content.run, content.unit, isLate: content.late)
    let sequence = sequence
    change(run: content.run) { run in
      guard content.late else { return run.hold(content.marks, of: content.unit, at: sequence) }
      run.lateMarks[content.unit] = Mark.table(content.marks, isLate: true, at: sequence)
      run.lateWhole.insert(content.unit)
    }
  }

  /// A late one changes nothing that counts, so there is nothing to take back.
  private mutating func rememberBallot(_ id: RunID, _ unit: UnitRef, isLate: Bool) {
    guard !isLate, let run = run(id) else { return }
    rememberUndo(
      .ballot(
        id, unit,
        before: BallotBefore(
          marks: run.marks[unit] ?? [:], answered: run.answered.contains(unit), complete: run.complete.contains(unit))))
  }

  private mutating func restore(_ content: BallotRestored) {
    let sequence = sequence
    change(run: content.run) { run in
      run.hold(content.marks, of: content.unit, at: sequence)
      if content.marks.isEmpty { run.marks[content.unit] = nil }
      if !content.answered { run.answered.remove(content.unit) }
      if !content.complete { run.complete.remove(content.unit) }
    }
  }

  private mutating func choose(_ id: RunID, _ unit: UnitRef, _ things: [ThingRef]?, _ reason: String?) {
    let sequence = sequence
    change(run: id) { run in
      run.chosenAt = sequence
      run.choiceReasons[unit] = things == nil ? nil : reason
      guard let things else {
        run.choices[unit] = nil
        run.choiceOrder.removeAll { $0 == unit }
        run.answered.remove(unit)
        run.complete.remove(unit)
        return
      }
      if run.choices[unit] == nil { run.choiceOrder.append(unit) }
      run.choices[unit] = things
      run.answered.insert(unit)
      run.complete.insert(unit)
    }
  }
}

extension ActivityRun {
  fileprivate func choice(of unit: UnitRef) -> ChoiceBefore? {
    choices[unit].map { ChoiceBefore(things: $0, reason: choiceReasons[unit]) }
  }

  /// These marks and no others are the unit's, and it has answered with them.
  fileprivate mutating func hold(_ ballot: [BallotMark], of unit: UnitRef, at sequence: Int) {
    marks[unit] = Mark.table(ballot, isLate: false, at: sequence)
    answered.insert(unit)
    complete.insert(unit)
  }
}

extension Mark {
  fileprivate static func table(_ ballot: [BallotMark], isLate: Bool, at sequence: Int) -> [MarkKey: Mark] {
    Dictionary(
      ballot.map { ($0.key, Mark(value: $0.value, reason: $0.reason, isLate: isLate, sequence: sequence)) }
    ) { _, last in last }
  }
}
