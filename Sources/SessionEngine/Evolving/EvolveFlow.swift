extension SessionState {
  mutating func evolveFlow(_ event: Event) {
    switch event.body {
    case .frameEntered(let content):
      enter(content.frame)
      noteUse(content.frame, event)
    case .frameAdvanced(let content): replaceInnermost(content.frame)
    case .frameLeft: leaveInnermost()
    case .tracksForked(let content): fork(content)
    case .trackFocused(let content): focus(content)
    case .trackDone(let content): finish(content)
    case .queueChanged(let content): change(content, event)
    case .queueLeft(let content): leftQueues.append(LeftQueue(sequence: event.sequence, content: content))
    case .meetingOpened(let content): open(content, event)
    case .meetingClosed(let content): close(content, event)
    case .turnMoved(let content):
      change(take: content.take) { take in
        guard var round = content.turns else {
          let (passing, began) = (content.passes ?? false, content.began ?? take.openedAt)
          take.turns = take.turns?.moved(to: content.to, passing: passing, at: began)
          return
        }
        round.since = event.sequence
        take.turns = round
      }
    case .takeOpened(let content): open(content, event)
    case .activityOpened(let content): open(content, event)
    case .takeClosed(let content): close(take: content.number, event)
    case .takeSkipped(let content): skip(content, event)
    case .takesDropped(let content): drop(content.numbers)
    case .takeReopened(let content): reopen(content.number, event)
    case .positionMoved(let content): move(content, event)
    case .stopReached(let content):
      leaf = .stop(content.stop)
      if origin?.stop?.path == content.stop.path { origin = nil }
    case .stopAnswered(let content): answer(content, event)
    case .conditionRead(let content):
      readings.append(
        RecordedReading(
          sequence: event.sequence, path: content.path, purpose: content.purpose, reading: content.reading))
    case .judged(let content): change(take: content.take) { $0.judgements[content.index] = content.answer }
    case .checkpointDecided(let content): decide(content, event)
    case .stepInserted(let content): insert(content, event)
    case .useEnded(let content): endUse(content, event)
    case .ended(let content): end(content, event)
    default: break
    }
  }

  mutating func change(take number: Int, _ body: (inout Take) -> Void) {
    guard takes.indices.contains(number - 1) else { return }
    body(&takes[number - 1])
  }

  private mutating func enter(_ frame: Frame) {
    frames.append(frame)
    leaf = .none
    noteLap(frame)
  }

  private mutating func replaceInnermost(_ frame: Frame) {
    leaf = .none
    guard let last = frames.indices.last else { return }
    let given = frames[last].given
    frames[last] = frame
    // What was given stands in the frame's entering only.
    if frame.given == nil { frames[last].given = given }
    noteLap(frame)
  }

  private mutating func leaveInnermost() {
    if frames.count > 1 { frames.removeLast() }
    leaf = .none
  }

  private mutating func open(_ content: TakeOpened, _ event: Event) {
    takes.append(
      Take(
        number: content.number, path: content.path, place: content.place, kind: content.kind, title: content.title,
        attempt: content.attempt, status: .open, openedAt: clock.running(at: event.elapsed), closedAt: nil,
        openedWall: event.wall, closedWall: nil, usedBefore: 0, planned: content.planned, allotted: content.planned,
        parts: content.parts, about: content.about, supersedes: content.supersedes, supersededBy: nil,
        carries: content.carries, runs: [], firedCues: [], isTimeUp: false, frames: frames, track: focus,
        judgements: [:], decision: nil, decisionReason: nil, skipReason: nil, missing: [],
        openedSequence: event.sequence))
    takes[takes.count - 1].isInWindow = meeting?.closes != nil
    if let allotted = content.allotted { takes[takes.count - 1].allotted = allotted }
    if content.supersedes != nil, !due.contains(content.path) {
      record(.again, event, take: content.number, subject: content.title)
    }
    if let left = origin?.take, takes.indices.contains(left - 1), takes[left - 1].path == content.path { origin = nil }
    takesByPath[content.path, default: []].append(content.number)
    noteVisits(content)
    due.remove(content.path)
    leaf = .take(content.number)
  }

  private mutating func open(_ content: ActivityOpened, _ event: Event) {
    openingCommand = event.command
    let present = Set((meeting?.closes == nil ? roster.present : roster.people).map(\.id))
    var isFirst = true
    change(take: content.run.take) { take in
      isFirst = take.runs.isEmpty
      take.runs.append(
        ActivityRun(
          id: content.run, outcome: content.outcome, round: content.round, ballot: content.ballot, status: .open,
          isRevealed: false, present: present, complete: [], answered: [], marks: [:], tallies: [:], choices: [:],
          choiceOrder: [], entitledAtClose: nil, answeredAtClose: nil, openedSequence: event.sequence,
          offers: content.offers, runOff: content.runOff, isWithoutNames: content.withoutNames ?? false,
          onBallot: Set(content.ballot), reads: content.reads ?? [], versionsRead: content.versions ?? []))
    }
    // Going back from here is a move, not the taking back of an entry before it.
    if !isFirst { rememberUndo(.answer) }
    outcomes[content.outcome, default: OutcomeState()].runs.append(content.run)
    let rounds = max(outcomes[content.outcome]?.rounds ?? 0, content.round)
    outcomes[content.outcome]?.rounds = rounds
  }

  private mutating func close(take number: Int, _ event: Event) {
    finish(take: number, as: .closed, event)
    rememberUndo(.moved(from: number))
  }

  private mutating func finish(take number: Int, as status: Take.Status, _ event: Event) {
    let running = clock.running(at: event.elapsed)
    var superseded: Int?
    change(take: number) { take in
      take.status = status
      take.closedAt = running
      take.closedWall = event.wall
      for index in take.runs.indices { take.runs[index].status = .closed }
      if status == .closed { superseded = take.supersedes }
    }
    if let superseded {
      change(take: superseded) { take in
        take.status = .superseded
        take.supersededBy = number
        take.supersededAt = event.sequence
      }
      hasReplacements = true
    }
    leave(take: number)
  }

  /// A repetition that is left out leaves what it was to replace.
  private mutating func skip(_ content: TakeSkipped, _ event: Event) {
    if let number = content.number {
      let replaces = takes.indices.contains(number - 1) && takes[number - 1].supersedes != nil
      finish(take: number, as: replaces ? .dropped : .skipped, event)
      change(take: number) { take in
        take.skipReason = event.reason
        take.missing = content.missing
      }
      rememberUndo(.moved(from: number))
    }
    record(.skipped, event, take: content.number, subject: content.title, missing: content.missing)
    leaf = .none
  }

  /// The track that stood on a take stands on nothing until the next event.
  private mutating func leave(take number: Int) {
    guard takes.indices.contains(number - 1) else { return }
    let track = takes[number - 1].track
    if tracks[track]?.leaf == .take(number) { tracks[track]?.leaf = .none }
  }

  private mutating func drop(_ numbers: [Int]) {
    for number in numbers {
      change(take: number) { $0.status = .dropped }
      leave(take: number)
    }
  }

  private mutating func reopen(_ number: Int, _ event: Event) {
    let running = clock.running(at: event.elapsed)
    let present = roster.present.map(\.id)
    change(take: number) { take in
      take.usedBefore = take.used(at: running)
      take.status = .open
      take.openedAt = running
      take.closedAt = nil
      take.closedWall = nil
      take.skipReason = nil
      take.missing = []
      if let last = take.runs.indices.last { take.runs[last].reopen(present) }
    }
    guard takes.indices.contains(number - 1) else { return }
    let track = takes[number - 1].track
    tracks[track]?.frames = takes[number - 1].frames
    tracks[track]?.leaf = .take(number)
    if origin?.take == number { origin = nil }
    due.remove(takes[number - 1].path)
    record(.reopened, event, take: number, subject: takes[number - 1].title)
  }

  private mutating func move(_ content: PositionMoved, _ event: Event) {
    if content.remembersOrigin { rememberOrigin(leaving: content.leaving) }
    frames = content.frames
    leaf = .none
    due.formUnion(content.due)
    if let cause = content.cause {
      backs[cause, default: 0] += 1
      reworks.append(UsedBack(sequence: event.sequence, path: cause, due: content.due))
    }
    if let change = content.change { record(change, event, subject: content.subject ?? "session") }
  }

  /// A rework that was undone can be used again, and what it had made due is asked about as before.
  mutating func takeBackReworks(from sequence: Int) {
    while let last = reworks.last, last.sequence >= sequence {
      backs[last.path, default: 1] -= 1
      due.subtract(last.due)
      reworks.removeLast()
    }
  }

  private mutating func change(_ content: QueueChanged, _ event: Event) {
    for id in tracks.keys {
      guard let frames = tracks[id]?.frames else { continue }
      for index in frames.indices where frames[index].queue != nil && frames[index].path == content.path {
        tracks[id]?.frames[index].queue = content.queue
      }
    }
    for take in openTakes {
      for index in take.frames.indices where take.frames[index].path == content.path {
        takes[take.number - 1].frames[index].queue = content.queue
      }
    }
    record(.requeued, event, subject: content.change)
  }

  mutating func rememberOrigin(leaving take: Int?) {
    guard origin == nil else { return }
    let stop: StopPoint? = if case .stop(let stop) = leaf { stop } else { nil }
    origin = Origin(track: focus, take: take, frames: frames, stop: stop)
  }

  private mutating func answer(_ content: StopAnswered, _ event: Event) {
    leaf = .none
    answers.append(
      RecordedAnswer(
        sequence: event.sequence, path: content.path, kind: content.kind, option: content.option,
        reason: event.reason, actor: event.actor))
  }

  private mutating func decide(_ content: CheckpointDecided, _ event: Event) {
    change(take: content.take) { take in
      take.decision = content
      take.decisionReason = event.reason
    }
    if content.overruled, takes.indices.contains(content.take - 1) {
      record(.overruled, event, take: content.take, subject: takes[content.take - 1].title)
    }
  }

  private mutating func insert(_ content: StepInserted, _ event: Event) {
    inserted.append(
      InsertedStep(
        after: content.after, place: content.place, title: content.title, seconds: content.seconds,
        say: content.say))
    // Looking at what was carried here is no departure from the method.
    if content.place != InsertedStep.carried {
      record(.inserted, event, subject: content.title, seconds: content.seconds)
    }
  }

  private mutating func end(_ content: Ended, _ event: Event) {
    status = .ended(content)
    endedWall = event.wall
    formerTracks = tracks
    tracks = [.agenda: Track(id: .agenda)]
    focus = .agenda
    if content.name == Ended.early { record(.endedEarly, event, subject: "session") }
  }
}

extension Ended {
  package static let completed = "completed"
  package static let early = "ended-early"
}
