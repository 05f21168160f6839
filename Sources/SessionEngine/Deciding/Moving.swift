import MethodModel

extension Decision {
  /// Goes to a leaf by hand: its newest take as it was, or a new one.
  mutating func move(_ goTo: GoTo) throws(Rejection) {
    try requireHost()
    let target = try leaf(goTo.target)
    guard let target else {
      guard case .place(let place) = goTo.target else {
        throw Rejection(.noSuchPlace, "no step before this one has run; /goto goes to any step")
      }
      return try jump(to: place)
    }
    if case .take(let number) = state.leaf, number == target.number, !goTo.again {
      throw Rejection(.noSuchPlace, "this step is the one that is open")
    }
    try requireOpenMeeting(target.path)
    try takeUp(target.track, remembersOrigin: true)
    emit(PositionMoved(frames: target.frames, due: [], cause: nil, remembersOrigin: false, leaving: nil))
    try reenter(state.takes[target.number - 1], again: goTo.again)
  }

  private func requireOpenMeeting(_ path: InstancePath) throws(Rejection) {
    guard !state.isClosed(path) else {
      throw Rejection(.meetingClosed, "that was in a meeting that is over; what came of it stays as it is")
    }
  }

  /// Opens a take as it was, or a new one in its place; one that no longer counts is only ever run anew.
  mutating func reenter(_ target: Take, again: Bool) throws(Rejection) {
    guard again || !target.isCurrent else { return emit(TakeReopened(number: target.number)) }
    guard let element = index.element(target.place) else {
      throw Rejection(.noSuchPlace, "an inserted step cannot be run again; insert another")
    }
    try openTake(element, target.path, replacing: target.isCurrent ? target : nil)
  }

  /// Closes what is open before moving away; a take in which nothing happened leaves no trace in the reading.
  mutating func leaveTakes(around track: TrackID) {
    for take in state.takes where take.status == .open && isAround(take, track) {
      if isUntouched(take) {
        emit(TakesDropped(numbers: [take.number]))
      } else {
        if let run = take.runs.last { closeEntries(run.id) }
        emit(TakeClosed(number: take.number))
      }
    }
  }

  private func isUntouched(_ take: Take) -> Bool {
    take.decision == nil && take.judgements.isEmpty
      && take.runs.allSatisfy { run in
        run.answered.isEmpty && run.tallies.isEmpty && run.marks.isEmpty
          && !(state.outcomes[run.outcome]?.entries ?? []).contains { $0.run == run.id }
      }
  }

  /// The newest take at the target; `nil` if there is none.
  private func leaf(_ target: GoTo.Target) throws(Rejection) -> Take? {
    switch target {
    case .here:
      return try openTake()
    case .before:
      if case .take(let present) = state.leaf {
        return takesHere.last { $0.number != present && $0.isCurrent && comesBefore($0, state.takes[present - 1]) }
      }
      return takesHere.filter { $0.isCurrent && $0.status != .open }.max { $0.openedSequence < $1.openedSequence }
    case .place(let place):
      let exact = (state.takesByPath[InstancePath(place)] ?? []).map { state.takes[$0 - 1] }
      return exact.last(where: \.isCurrent) ?? exact.last ?? state.takes.last { $0.place == place && $0.isCurrent }
    }
  }

  /// Takes on the way to here: those of tracks that go on beside this one are not.
  private var takesHere: [Take] {
    guard state.track.parent != nil else { return state.takes }
    return state.takes.filter { state.isAncestor($0.track, of: state.focus) }
  }

  /// Whether a take lies before another on the way.
  private func comesBefore(_ take: Take, _ other: Take) -> Bool {
    let first = state.takesByPath[other.path]?.first ?? other.number
    return take.openedSequence < state.takes[first - 1].openedSequence
  }

  /// Enters a place that has not run: by lap 1, the first thing, its own arm.
  private mutating func jump(to place: String) throws(Rejection) {
    guard index.element(place) != nil else {
      throw Rejection(.noSuchPlace, "there is no step “\(place)”; /agenda lists them")
    }
    let line = Array(index.ancestry(of: place).reversed())
    let start = nearestTrack(to: line)
    if let closed = state.closedMeetings.first(where: { path in line.contains { path.isInstance(of: $0) } }) {
      try requireOpenMeeting(closed)
    }
    try takeUp(start.track, remembersOrigin: true)
    emit(
      PositionMoved(
        frames: start.frames, due: [], cause: nil, remembersOrigin: false, leaving: nil, change: .jumped,
        subject: engine.title(ofPlace: place, state)))
    for (depth, ancestor) in line.enumerated().dropFirst(start.depth) {
      guard let element = index.element(ancestor), let spot = index.spot(of: ancestor) else { continue }
      var frame = state.frames[state.frames.count - 1]
      frame.index = spot.index
      emit(FrameAdvanced(frame: frame))
      guard depth < line.count - 1, let next = index.spot(of: line[depth + 1]) else {
        return try follow(enter(element))
      }
      try enterOnTheWay(element, slot: next.slot)
    }
  }

  /// The track that is in the innermost part of the way there, its frames so far, and how much of the way they make.
  private func nearestTrack(to line: [String]) -> (track: TrackID, frames: [Frame], depth: Int) {
    for track in [state.track] + state.liveTracks.reversed() where track.parent != nil && !track.isDone {
      guard let own = track.frames.dropFirst(track.base).first, let depth = line.firstIndex(of: own.place) else {
        continue
      }
      guard depth + 1 < line.count, index.spot(of: line[depth + 1])?.slot == own.slot else { continue }
      return (track.id, Array(track.frames.prefix(track.base)) + [own], depth + 1)
    }
    return (.agenda, [Frame(place: "", path: .agenda, index: -1)], 0)
  }

  private mutating func enterOnTheWay(_ element: FlowElement, slot: BodySlot) throws(Rejection) {
    let path = (state.frames.last?.path ?? .agenda).appending(element.id)
    switch (element.kind, slot) {
    case (.meeting(let meeting), _): open(meeting, element, path)
    case (.phase(let phase), _) where phase.clock == .own && phase.with != nil:
      try beginAnew(try enterPhase(element, path), element)
    case (.each(let each), _) where each.atOnce: try beginAnew(try enter(element), element)
    case (.phase, _): _ = try enterPhase(element, path)
    case (.use(let use), _): pushUse(use, element.id, path)
    case (.each(let each), _):
      guard let first = engine.things(for: each, state, scope).first else {
        throw Rejection(.noSuchPlace, "there is nothing yet to go through in “\(element.id)”")
      }
      let rest = Array(engine.things(for: each, state, scope).dropFirst())
      push(
        Frame(
          place: element.id, path: InstancePath("\(path)@\(first.pathWord)"), index: -1,
          queue: ForEachQueue(current: first, waiting: rest, began: running)))
    case (.parallel, _):
      let entered = try enter(element)
      try takeUp(path.sibling("\(element.id)%\(slot.name)"))
      try beginAnew(entered, element)
    case (.rotate(let rotate), _): _ = try enterRotate(rotate, element.id, path)
    case (.loop, .main): push(Frame(place: element.id, path: InstancePath("\(path)#1"), index: -1, lap: 1))
    default: push(Frame(place: element.id, path: InstancePath("\(path)%\(slot.name)"), slot: slot, index: -1))
    }
  }

  /// Puts the focused track back to before its first leaf.
  private mutating func beginAnew(_ entered: Entered, _ element: FlowElement) throws(Rejection) {
    guard case .reached = entered else {
      throw Rejection(.noSuchPlace, "there is nobody and nothing yet for whom “\(element.id)” would run")
    }
    try takeUp(state.focus)
    let frames = Array(state.frames.prefix(state.track.base + 1))
    emit(PositionMoved(frames: frames, due: [], cause: nil, remembersOrigin: false, leaving: nil))
  }

  /// Goes where one came from before moving by hand; everything in between is kept.
  mutating func returnToOrigin() throws(Rejection) {
    try requireHost()
    guard let origin = state.origin else {
      throw Rejection(.noSuchPlace, "there is nowhere to return to; you have not gone back")
    }
    if let number = origin.take, state.takes[number - 1].status == .open {
      return emit(TrackFocused(track: origin.track))
    }
    try takeUp(origin.track)
    let frames = origin.take.map { state.takes[$0 - 1].frames } ?? origin.frames
    let subject = origin.take.map { state.takes[$0 - 1].title } ?? origin.stop.map(\.question)
    emit(
      PositionMoved(
        frames: frames, due: [], cause: nil, remembersOrigin: false, leaving: nil, change: .returned, subject: subject))
    if let number = origin.take {
      try reenter(state.takes[number - 1], again: false)
    } else if let stop = origin.stop {
      emit(StopReached(stop: stop))
    }
  }

  /// Leaves out the present leaf, or the question that stands.
  mutating func skip() throws(Rejection) {
    try requireHost()
    if case .stop(let stop) = state.leaf { return try skip(stop) }
    let take = try openTake()
    if take.kind == .checkpoint, take.decision != nil { return try next() }
    if let run = take.runs.last { closeEntries(run.id) }
    emit(
      TakeSkipped(
        path: take.path, place: take.place, title: take.title, number: take.number, missing: missing(without: take)))
    try advance(after: take.path)
  }

  private mutating func skip(_ stop: StopPoint) throws(Rejection) {
    let title = index.element(stop.place).map { render($0) } ?? stop.place
    emit(TakeSkipped(path: stop.path, place: stop.place, title: title, number: nil, missing: []))
    switch stop.kind {
    case .until, .exhausted, .spent: try goOn(at: leaveFrame())
    default: try advance(after: nil)
    }
  }

  /// Outcomes that would have come from here and that something reads.
  private func missing(without take: Take) -> [String] {
    index.element(take.place).map { engine.missing(without: $0, state, scope) } ?? []
  }

  mutating func insert(_ step: InsertStep) throws(Rejection) {
    try requireHost()
    guard step.seconds > 0, step.seconds <= 86_400 else {
      throw Rejection(.valueInvalid, "an inserted step takes between one minute and a day")
    }
    guard !step.title.allSatisfy(\.isWhitespace) else {
      throw Rejection(.empty, "say what the inserted step is called")
    }
    let present = try openTake()
    emit(
      StepInserted(
        after: present.path, place: "inserted-\(state.inserted.count + 1)", title: step.title, seconds: step.seconds,
        say: step.say))
  }

  mutating func end(_ name: String) throws(Rejection) {
    try requireHost()
    guard !name.allSatisfy(\.isWhitespace) else { throw Rejection(.empty, "say under which name it ends") }
    closeOpenTakes()
    emit(Ended(name: name, text: nil))
  }

  /// Ends whatever is open, in every track.
  mutating func closeOpenTakes() {
    for take in state.takes where take.status == .open {
      if let run = take.runs.last { closeEntries(run.id) }
      closeTake(take.number)
    }
  }
}

extension SessionEngine {
  /// Outcomes that would come from a step and that something reads.
  func missing(without element: FlowElement, _ state: SessionState, _ scope: Scope) -> [String] {
    guard case .step(let step) = element.kind else { return [] }
    return step.activities.map(\.target).filter { name in
      index.namesRead.contains(name) && things(SourceRef(name: name), state, scope).isEmpty
    }
  }
}

extension BodySlot {
  /// The word in an instance path.
  package var name: String {
    switch self {
    case .main: "main"
    case .arm(let arm): "\(arm + 1)"
    case .otherwise: "otherwise"
    case .option(let id): id
    case .pass: "pass"
    case .rework: "rework"
    case .stop: "stop"
    case .exhausted: "exhausted"
    }
  }
}
