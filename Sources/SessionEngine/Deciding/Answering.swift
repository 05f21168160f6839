import MethodModel

extension Decision {
  /// Answers the stop point and goes on.
  mutating func answer(_ answer: Answer) throws(Rejection) {
    guard let (track, stop) = question(answer.stop) else {
      throw Rejection(.movedOn, "that question no longer stands")
    }
    try requireHolder(of: stop.by, in: state.tracks[track]?.frames ?? [])
    focus(track)
    guard stop.options.contains(where: { $0.id == answer.option }) else {
      let known = stop.options.map(\.id).joined(separator: ", ")
      throw Rejection(.noSuchOption, "the answers to this are: \(known)")
    }
    emit(StopAnswered(path: stop.path, kind: stop.kind, option: answer.option))
    switch stop.kind {
    case .optional: try answerOptional(stop, answer.option)
    case .choice: try answerChoice(stop, answer.option)
    case .branch: try answerBranch(stop, answer.option)
    case .until: try answerUntil(answer.option)
    case .exhausted: try answerExhausted(answer.option)
    case .revisit: try answerRevisit(stop, answer.option)
    case .spent: try answerSpent(answer.option)
    case .fit: try answerFit(stop, answer.option)
    case .closed: try goOn(at: (state.frames.last?.index ?? 0) + 1)
    }
  }

  /// The question that stands at a path, in whatever track.
  private func question(_ path: InstancePath) -> (TrackID, StopPoint)? {
    for track in [state.track] + state.liveTracks {
      if case .stop(let stop) = track.leaf, stop.path == path { return (track.id, stop) }
    }
    return nil
  }

  /// The host may answer for whoever holds a role; a participant only as its holder.
  func requireHolder(of role: String, in frames: [Frame], at parts: [Part] = []) throws(Rejection) {
    switch command.actor {
    case .host, .shell: return
    case .person(let person):
      let part = parts.first { $0.members.contains(person) }
      guard engine.people(called: role, in: frames, at: part, state).contains(person) else {
        throw Rejection(.notYours, "only \(engine.title(ofRole: role, state)) can do this")
      }
    }
  }

  /// Only who holds a role sends it, and only theirs is what the host types in for somebody.
  func requireHolder(of role: String, in take: Take, for author: PersonID? = nil) throws(Rejection) {
    try requireHolder(of: role, in: take.frames, at: take.parts)
    guard let author else { return }
    let part = take.parts.first { $0.members.contains(author) }
    guard engine.people(called: role, in: take.frames, at: part, state).contains(author) else {
      throw Rejection(.notYours, "only \(engine.title(ofRole: role, state)) can do this")
    }
  }

  /// Goes on after an element was entered; `path` is the leaf that was done before, if there was one.
  mutating func follow(_ entered: Entered, after path: InstancePath? = nil) throws(Rejection) {
    switch entered {
    case .reached: return
    case .passed: try advance(after: path)
    case .inside: try goOn(at: 0)
    case .moved(let target): try goOn(at: target, pastUntil: true)
    case .left(let target): try goOn(at: target)
    }
  }

  private mutating func answerOptional(_ stop: StopPoint, _ option: String) throws(Rejection) {
    guard let element = index.element(stop.place) else { return try advance(after: nil) }
    guard option == "do" else {
      emit(TakeSkipped(path: stop.path, place: stop.place, title: render(element), number: nil, missing: []))
      return try advance(after: nil)
    }
    if case .phase = element.kind { return try follow(enterPhase(element, stop.path)) }
    try openTake(element, stop.path, replacing: nil)
  }

  private mutating func answerChoice(_ stop: StopPoint, _ option: String) throws(Rejection) {
    try follow(enterArm(.option(option), option, stop.place, stop.path))
  }

  private mutating func answerBranch(_ stop: StopPoint, _ option: String) throws(Rejection) {
    guard case .branch(let branch)? = index.element(stop.place)?.kind, let arm = stop.arm else { return }
    if option == "holds" {
      try follow(enterArm(.arm(arm), "\(arm + 1)", stop.place, stop.path))
    } else {
      try follow(enterBranch(branch, stop.place, stop.path, from: arm + 1))
    }
  }

  private mutating func answerUntil(_ option: String) throws(Rejection) {
    guard let frame = state.frames.last else { return }
    if option == "leave" {
      try goOn(at: leaveFrame())
    } else {
      try goOn(at: index.until(of: frame)?.position ?? 0, pastUntil: true)
    }
  }

  private mutating func answerExhausted(_ option: String) throws(Rejection) {
    guard let frame = state.frames.last else { return }
    if option == "one-more" {
      beginLap((frame.lap ?? 1) + 1, of: frame)
      return try goOn(at: 0)
    }
    guard case .loop(let loop)? = index.element(frame.place)?.kind, loop.exhausted != nil else {
      return try goOn(at: leaveFrame())
    }
    var out = frame
    out.slot = .exhausted
    out.index = -1
    out.path = InstancePath("\(parentPath.appending(frame.place))%exhausted")
    emit(FrameAdvanced(frame: out))
    try goOn(at: 0)
  }

  private mutating func answerRevisit(_ stop: StopPoint, _ option: String) throws(Rejection) {
    guard let element = index.element(stop.place), let take = newestCurrentTake(at: stop.path) else {
      return try advance(after: stop.path)
    }
    switch option {
    case "continue": emit(TakeReopened(number: take.number))
    case "again": try openTake(element, stop.path, replacing: take)
    default:
      // One went away before its end; now it has ended.
      revealAtEnd(of: take.number)
      if take.kind == .checkpoint, let decision = take.decision {
        try follow(enterVerdict(decision.verdict, element.id, stop.path), after: stop.path)
      } else {
        try advance(after: stop.path)
      }
    }
  }

  private mutating func answerSpent(_ option: String) throws(Rejection) {
    guard let frame = state.frames.last, var queue = frame.queue,
      case .each(let each)? = index.element(frame.place)?.kind
    else { return try goOn(at: leaveFrame()) }
    queue.waiting = waiting(after: queue, of: each)
    guard option == "go-on", let next = queue.waiting.first else { return try goOn(at: leaveThings(queue)) }
    queue.done.append(queue.current)
    (queue.current, queue.waiting, queue.began) = (next, Array(queue.waiting.dropFirst()), running)
    beginThing(queue, of: frame)
    try goOn(at: 0)
  }
}
