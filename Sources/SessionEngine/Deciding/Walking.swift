import MethodModel

/// What came of entering an element.
enum Entered {
  /// A leaf, a stop point or the end: nothing moves on from here by itself.
  case reached
  /// There was nothing to do here.
  case passed
  /// A container was entered, and its first child is next.
  case inside
  /// The position was moved, and that child of the innermost frame is next.
  case moved(Int)
  /// A used method was ended, and that child of the innermost frame is next.
  case left(Int)
}

extension Decision {
  /// `next`: closes the present activity, then the step, and goes on to the following leaf or stop point.
  mutating func next() throws(Rejection) {
    try requireHost()
    let take = try openTake()
    if take.kind == .checkpoint, take.decision == nil {
      if case .checkpoint(let checkpoint)? = index.element(take.place)?.kind,
        let said = engine.verdict(of: checkpoint, at: take.path, state, scope)
      {
        return try give(GiveVerdict(said))
      }
      let ways = engine.ways(of: take, state).map { "/\($0.rawValue)" }
      throw Rejection(.answerNeeded, "the checkpoint wants a verdict: \(ways.joined(separator: " or "))")
    }
    if let run = take.runs.last {
      try closeForGood(run)
      if run.runOff != nil, openTie(run) != nil { return }
      if openActivity(of: take, after: run.runOff?.deciding.activity ?? run.id.activity) { return }
    }
    closeTake(take.number)
    if let decision = take.decision {
      try follow(enterVerdict(decision.verdict, take.place, take.path), after: take.path)
    } else {
      try advance(after: take.path)
    }
  }

  /// Reveals what was to be shown at the end, and closes a take.
  mutating func closeTake(_ number: Int) {
    revealAtEnd(of: number)
    emit(TakeClosed(number: number))
  }

  /// Reveals what was to be shown at a take's end, or once all had answered: nobody is waited for any more.
  mutating func revealAtEnd(of number: Int) {
    for run in state.takes[number - 1].runs where !run.isRevealed {
      switch engine.activity(of: run.id, state)?.reveal {
      case .endOfStep?, .allAnswered?: reveal(run.id)
      case .host?, .step?, nil: break
      }
    }
  }

  /// Goes on after a leaf: to a step inserted behind it, else to the next child.
  mutating func advance(after path: InstancePath?) throws(Rejection) {
    if let path, let step = state.inserted.last(where: { $0.after == path && !hasRun($0) }) {
      openInserted(step)
      return
    }
    let insertedAfter = path.flatMap { path in state.inserted.first { pathOf($0) == path } }
    if let insertedAfter { return try advance(after: insertedAfter.after) }
    try goOn(at: (state.frames.last?.index ?? 0) + 1)
  }

  private func pathOf(_ step: InsertedStep) -> InstancePath {
    InstancePath("\(step.after)+\(step.place)")
  }

  private func hasRun(_ step: InsertedStep) -> Bool { state.takesByPath[pathOf(step)] != nil }

  /// Goes on at a child of the innermost frame, and outward, until something is reached.
  mutating func goOn(at first: Int, pastUntil: Bool = false) throws(Rejection) {
    var child = first
    var isPastUntil = pastUntil
    while let frame = state.frames.last {
      guard state.frames.count > state.track.base else { return try finishTrack() }
      if !isPastUntil, let until = index.until(of: frame), until.position == child {
        guard let next = try read(until.condition, of: frame, at: child) else { return }
        child = next.child
        isPastUntil = next.isPast
        continue
      }
      isPastUntil = false
      let body = index.body(of: frame)
      if let queue = spentQueue(of: frame), child > 0 {
        child = leaveThings(queue)
        continue
      }
      guard child < body.count else {
        guard let next = try finishBody(of: frame) else { return }
        child = next
        continue
      }
      var advanced = frame
      advanced.index = child
      if advanced != frame {
        advanced.given = nil
        emit(FrameAdvanced(frame: advanced))
      }
      if try pauseIfDue(before: child, in: body) { return }
      switch try enter(body[child]) {
      case .reached: return
      case .passed: child += 1
      case .inside: child = 0
      case .moved(let target): (child, isPastUntil) = (target, true)
      case .left(let target): child = target
      }
    }
  }

  /// Opens the break that floats among the children of the innermost frame, where people need one before the next.
  private mutating func pauseIfDue(before child: Int, in body: [FlowElement]) throws(Rejection) -> Bool {
    guard let floating = body.floating, floating.id != body[child].id, !isLeftOutByPlan(floating.id),
      floating.isThere(in: state.start?.mode, round: state.frames.round), let frame = state.frames.last
    else { return false }
    let course = CoursePlan(
      engine: engine, state: state, scope: scope, lap: state.frames.round,
      circle: engine.largestCircle(in: state.frames, state))
    let rest = course.stretches(of: body.dropFirst(child).filter { $0.id != floating.id })
    let since = engine.sinceBreak(state, on: state.focus, elapsed: command.elapsed)
    guard FloatingBreaks.isDue(since: since, next: Array(rest.prefix(1)).untilPause, rest: rest.seconds()) else {
      return false
    }
    var before = frame
    before.index = child - 1
    before.given = nil
    emit(FrameAdvanced(frame: before))
    let path = frame.path.appending("\(floating.id)#\(child + 1)")
    try openTake(floating, path, replacing: newestCurrentTake(at: path))
    return true
  }

  /// Leaves the innermost frame; the child of its parent that comes next.
  mutating func leaveFrame() -> Int {
    if let path = state.frames.last?.path { emit(FrameLeft(path: path)) }
    return (state.frames.last?.index ?? 0) + 1
  }

  /// Looks at a loop's test: where to go on, or `nil` when somebody has to answer.
  private mutating func read(
    _ condition: Condition, of frame: Frame, at child: Int
  ) throws(Rejection) -> (child: Int, isPast: Bool)? {
    let reading = engine.read(condition, state, scope)
    emit(ConditionRead(path: frame.path, purpose: .until, reading: reading))
    switch reading.result {
    case .holds:
      dropLaps(after: frame)
      return (leaveFrame(), false)
    case .fails: return (child, true)
    case .noData:
      stop(
        .until, at: frame.path, frame.place, "Is this loop done? \(reading.title)",
        [.init("leave", "Yes, leave it"), .init("go-on", "No, go on with one more round")], reading: reading)
      return nil
    }
  }

  /// What follows when the last child of a frame is done; `nil` when something was reached.
  private mutating func finishBody(of frame: Frame) throws(Rejection) -> Int? {
    guard let element = index.element(frame.place) else {
      emit(Ended(name: Ended.completed))
      return nil
    }
    switch element.kind {
    case .loop(let loop) where frame.slot == .main: return finishLap(of: frame, loop)
    case .each(let each): return finishThing(of: frame, each)
    case .use: return endUse(as: Ended.completed, text: nil)
    case .meeting: return finishMeeting(frame)
    case .rotate(let rotate): return finishLap(of: frame, rotate)
    default: return leaveFrame()
    }
  }

  private mutating func finishLap(of frame: Frame, _ loop: Repeat) -> Int? {
    let lap = frame.lap ?? 1
    let rounds = engine.rounds(of: loop, state, scope)
    if lap < rounds {
      beginLap(lap + 1, of: frame)
      return 0
    }
    guard loop.until != nil else {
      dropLaps(after: frame)
      return leaveFrame()
    }
    let way = loop.exhausted == nil ? "Go on without" : "Take the way out"
    stop(
      .exhausted, at: frame.path, frame.place, "All \(rounds) rounds are used and the test still fails.",
      [.init("exhausted", way), .init("one-more", "One more round")])
    return nil
  }

  mutating func beginLap(_ lap: Int, of frame: Frame) {
    var next = frame
    next.lap = lap
    next.index = -1
    next.path = parentPath.appending("\(frame.place)#\(lap)")
    emit(FrameAdvanced(frame: next))
  }

  /// The path of the frame around the innermost one.
  var parentPath: InstancePath { state.frames.dropLast().last?.path ?? .agenda }

  private mutating func finishThing(of frame: Frame, _ each: ForEach) -> Int? {
    guard var queue = frame.queue, !each.atOnce else { return leaveFrame() }
    let done = queue.done + [queue.current]
    let waiting = waiting(after: queue, of: each)
    queue.waiting = waiting
    guard let next = waiting.first else { return leaveThings(queue) }
    if let limit = engine.seconds(each.limit, state, scope), running - queue.began >= limit {
      guard each.atEnd == .ask else { return leaveThings(queue) }
      stop(
        .spent, at: frame.path, frame.place, "The time for all of them is used; \(waiting.count) are left.",
        [.init("go-on", "Go on with the next"), .init("leave", "Leave the rest")])
      return nil
    }
    (queue.done, queue.current, queue.waiting) = (done, next, Array(waiting.dropFirst()))
    beginThing(queue, of: frame)
    return 0
  }

  /// The queue of a for-each that is to be left in the middle once its time is spent.
  private func spentQueue(of frame: Frame) -> ForEachQueue? {
    guard let queue = frame.queue, case .each(let each)? = index.element(frame.place)?.kind, each.atEnd == .leave,
      let limit = engine.seconds(each.limit, state, scope), running - queue.began >= limit
    else { return nil }
    return queue
  }

  mutating func beginThing(_ queue: ForEachQueue, of frame: Frame) {
    var next = frame
    next.queue = queue
    next.index = -1
    next.path = parentPath.appending("\(frame.place)@\(queue.current.pathWord)")
    emit(FrameAdvanced(frame: next))
  }

  /// Takes of laps beyond the present one, and of the way out when rounds are used up, are off the path.
  private mutating func dropLaps(after frame: Frame) {
    let base = parentPath.appending("\(frame.place)#").raw
    let wayOut = parentPath.appending("\(frame.place)%exhausted")
    let lap = frame.lap ?? 1
    dropTakes { path in
      if path.isWithin(wayOut) { return true }
      guard path.raw.hasPrefix(base) else { return false }
      return Int(path.raw.dropFirst(base.count).prefix { $0 != "/" }).map { $0 > lap } ?? false
    }
  }

  mutating func dropTakes(where isOff: (InstancePath) -> Bool) {
    let numbers = state.takes.filter { $0.isCurrent && $0.status != .open && isOff($0.path) }.map(\.number)
    if !numbers.isEmpty { emit(TakesDropped(numbers: numbers)) }
  }

  mutating func stop(
    _ kind: StopPoint.Kind, at path: InstancePath, _ place: String, _ question: String, _ options: [StopPoint.Option],
    by role: String = Role.facilitator, arm: Int? = nil, reading: Reading? = nil
  ) {
    emit(
      StopReached(
        stop: StopPoint(
          kind: kind, path: path, place: place, question: question, options: options, by: role, arm: arm,
          reading: reading)))
  }
}
