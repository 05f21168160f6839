import MethodModel

extension Decision {
  private static let day = 86_400
  /// A month: longer than any step, short enough that no sum of seconds overflows.
  private static let longestStep = day * 30

  /// Adds seconds to the open leaf, or takes some away; never below its shortest time.
  mutating func extend(_ seconds: Int) throws(Rejection) {
    try requireHost()
    let take = try openTake()
    guard seconds != 0 else { throw Rejection(.valueInvalid, "say by how many minutes, as in /extend 5") }
    guard (-Self.longestStep...Self.longestStep).contains(seconds) else {
      throw Rejection(.valueInvalid, "that is longer than a step can be")
    }
    guard seconds <= Self.day || take.allotted > Self.day else {
      throw Rejection(.valueInvalid, "that is more than a day; say minutes, as in /extend 5")
    }
    let allotted = take.allotted + seconds
    if seconds < 0 {
      let shortest = engine.shortest(of: take, state)
      guard allotted >= shortest else {
        throw Rejection(
          .belowShortest, "“\(take.title)” needs at least \(Minutes.spoken(shortest)); /next ends it now")
      }
    }
    guard allotted <= Self.longestStep else { throw Rejection(.valueInvalid, "that is longer than a step can be") }
    emit(PlanChanged(take: take.number, allotted: allotted))
  }

  mutating func pause() throws(Rejection) {
    try requireHost()
    emit(Paused())
  }

  /// Goes on after a pause, or after a gap in which the program did not run; a gap is never negative.
  mutating func resume(_ gap: Int) throws(Rejection) {
    try requireHost()
    let isBetween = state.isBetweenMeetings
    emit(Resumed(gap: min(max(0, gap), 86_400 * 3660)))
    if isBetween { try openNextMeeting() }
  }

  /// Cues and the end of the step's time, as far as they are due; overdue ones in order, each once.
  mutating func timeReached() throws(Rejection) {
    try requireHost()
    closeWindow()
    while let deadline = engine.nextDeadline(state), deadline.running <= running, state.status == .running {
      switch deadline.kind {
      case .cue(let index): emit(CueFired(take: deadline.take, index: index))
      case .turn: emit(TurnUp(take: deadline.take))
      case .end: reachEnd(of: state.takes[deadline.take - 1])
      }
    }
  }

  /// A window closes by the calendar: its open leaf has no time left, and the host goes on.
  private mutating func closeWindow() {
    guard let closes = state.meeting?.closes, command.wall >= closes else { return }
    for take in state.openTakes where take.isInWindow && !take.isTimeUp { emit(TimeUp(take: take.number)) }
  }

  private mutating func reachEnd(of take: Take) {
    let overrun: Step.Overrun
    let longest: Int?
    if case .step(let step)? = index.element(take.place)?.kind {
      (overrun, longest) = (step.onOverrun, engine.seconds(step.timebox.longest, state, engine.scope(of: take)))
    } else {
      (overrun, longest) = (.ask, nil)
    }
    if overrun == .extend, let longest, take.allotted < longest {
      return emit(PlanChanged(take: take.number, allotted: longest))
    }
    emit(TimeUp(take: take.number))
    if overrun == .stop, let run = take.runs.last { closeEntries(run.id) }
  }

  /// Takes back the newest thing that can be taken back, in a way that stays on record: of a line that was several
  /// commands all that it did.
  mutating func undo() throws(Rejection) {
    try requireHost()
    guard let last = state.undoable.last else {
      throw Rejection(.nothingToUndo, "there is nothing to take back")
    }
    var first = last
    for step in state.undoable.reversed() {
      guard step == last || step.line != nil && step.line == last.line else { break }
      try takeBack(step.undo)
      first = step
    }
    emit(UndoMade(until: first.sequence))
  }

  private mutating func takeBack(_ undo: Undoable) throws(Rejection) {
    switch undo {
    case .entry(let id):
      guard let outcome = state.outcomeOfEntry[id] else { return }
      emit(EntryRetired(id: id, outcome: outcome))
    case .photo(let note): emit(PhotoWithdrawn(note: note))
    case .withdrawal(let id): bringBack(id)
    case .lineage(let children): undoLineage(children)
    case .sorting(let before): undoSorting(before)
    case .wording(let id, let fields):
      guard let outcome = state.outcomeOfEntry[id] else { return }
      emit(EntryReworded(id: id, outcome: outcome, fields: fields, by: nil))
    case .moved(let number): try undoMove(from: number)
    case .replan(let before, let end, let allotments): takeBack(to: before, end, allotments)
    case .plan(let take, let before): emit(PlanChanged(take: take, allotted: before, takesBack: true))
    case .arrival(let id): emit(PersonLeft(id: id))
    case .departure(let id):
      guard let person = state.roster[id] else { return }
      emit(PersonArrived(person: person))
    case .pause: emit(Resumed(gap: 0))
    case .filling(var cell, let before):
      (cell.text, cell.author, cell.base) = (before, nil, nil)
      emit(cell)
    case .ballot(let run, let unit, let before): restore(run, unit, before)
    case .choice(let run, let unit, let before): restore(run, unit, choice: before)
    case .tally(let run, let thing, let before): restore(run, thing, tally: before)
    case .keeping(let before): emit(before)
    case .handIn:
      throw Rejection(
        .nothingToUndo, "what was handed in without a name cannot be told apart; the same person may hand in again")
    case .answer:
      throw Rejection(
        .nothingToUndo, "the last thing was the step's next part; /back goes to the one before")
    }
  }

  private mutating func undoMove(from number: Int) throws(Rejection) {
    let take = state.takes[number - 1]
    try takeUp(take.track)
    emit(PositionMoved(frames: take.frames, due: [], cause: nil, remembersOrigin: false, leaving: nil))
    emit(TakeReopened(number: number))
  }
}
