extension SessionState {
  /// Takes an event in. Total: what an event says is never refused, and what it names but is not there is ignored.
  package mutating func evolve(_ event: Event) {
    sequence = event.sequence
    clock.elapsed = max(clock.elapsed, event.elapsed)
    clock.wall = event.wall
    line = event.command.line
    remember(event)
    if event.body.isControl { controlSequence = event.sequence }
    switch event.body {
    case .sessionStarted(let content): begin(content, event)
    case .frameEntered, .frameAdvanced, .frameLeft, .tracksForked, .trackFocused, .trackDone, .queueChanged, .queueLeft,
      .meetingOpened, .meetingClosed, .turnMoved, .takeOpened,
      .activityOpened, .takeClosed, .takeSkipped,
      .takesDropped, .takeReopened, .positionMoved, .stopReached, .stopAnswered, .conditionRead, .judged,
      .checkpointDecided, .stepInserted, .useEnded, .ended:
      evolveFlow(event)
    case .entryAdded, .entryReworded, .entryRetired, .entryRevived, .entryAdmitted, .thingsSorted, .cellFilled,
      .entriesClosed, .revealed, .decided, .staleKept, .noteTaken, .photoWithdrawn:
      evolveEntries(event)
    case .markSet, .ballotHandedIn, .ballotAdmitted, .ballotRestored, .tallyEntered, .tallyRestored, .thingsChosen,
      .choiceRestored:
      evolveBallots(event)
    case .handedIn, .urnSealed: evolveSealing(event)
    case .personArrived, .personLeft, .groupsFormed, .memberMoved, .scheduleSet, .partJoined, .roleFilled, .roleLeft:
      evolvePeople(event)
    case .planChanged, .replanned, .turnUp, .paused, .resumed, .cueFired, .timeUp:
      evolveTime(event)
    case .actionChanged, .bodiesErased: evolveAfterwards(event)
    case .undoMade(let content):
      recordTakingBack(content, event)
      takeBackMeanings(from: content.until)
      undoable.removeAll { $0.sequence >= content.until }
      takeBackReworks(from: content.until)
    }
  }

  private mutating func begin(_ content: SessionStarted, _ event: Event) {
    status = .running
    start = content
    startedWall = event.wall
    for person in content.people { roster.put(person) }
    roles = content.roles
    agreedEnd = content.agreedEnd
    frames = [Frame(place: "", path: .agenda, index: -1)]
  }

  private mutating func remember(_ event: Event) {
    let first = accepted[event.command]?.first ?? event.sequence
    accepted[event.command] = Receipt(digest: event.commandDigest, first: first, last: event.sequence)
  }

  mutating func record(
    _ kind: RecordedChange.Kind, _ event: Event, take: Int? = nil, subject: String, seconds: Int? = nil,
    missing: [String] = []
  ) {
    changes.append(
      RecordedChange(
        sequence: event.sequence, wall: event.wall, kind: kind, take: take, subject: subject, seconds: seconds,
        reason: event.reason, missing: missing))
  }

  mutating func rememberUndo(_ undo: Undoable) {
    if undo == .answer, undoable.last?.undo == .answer { return }
    undoable.append(UndoStep(sequence: sequence, undo: undo, line: line))
    if undoable.count > 200 { undoable.removeFirst() }
  }
}

extension EventBody {
  /// Whether it moves the position, forms groups or changes the plan: what a second host must have seen.
  var isControl: Bool {
    switch self {
    case .sessionStarted, .frameEntered, .frameAdvanced, .frameLeft, .tracksForked, .trackFocused, .trackDone,
      .takeOpened, .takeClosed, .takeSkipped,
      .takeReopened, .positionMoved, .stopReached, .stopAnswered, .checkpointDecided, .stepInserted, .useEnded, .ended,
      .activityOpened, .groupsFormed, .memberMoved, .scheduleSet, .planChanged, .replanned, .turnMoved, .queueChanged,
      .queueLeft,
      .meetingOpened, .meetingClosed, .paused, .resumed:
      true
    default: false
    }
  }
}
