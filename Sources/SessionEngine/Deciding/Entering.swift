import MethodModel

extension Decision {
  /// Enters an element as the present child of the innermost frame.
  mutating func enter(_ element: FlowElement) throws(Rejection) -> Entered {
    guard element.isThere(in: state.start?.mode, round: state.frames.round) else { return .passed }
    fillSelectedRoles()
    let path = (state.frames.last?.path ?? .agenda).appending(element.id)
    if lacksGroups(element) {
      leaveQueue(element.id, rest: [], scope, wasEmpty: true)
      return .passed
    }
    switch element.kind {
    case .step(let step): return try enterLeaf(element, path, isOptional: step.optional)
    case .rest(let rest) where rest.floats && !state.due.contains(path): return .passed
    case .rest, .checkpoint: return try enterLeaf(element, path, isOptional: false)
    case .phase(let phase):
      if phase.optional, !state.due.contains(path) {
        askWhether(element, path)
        return .reached
      }
      return try enterPhase(element, path)
    case .loop:
      push(Frame(place: element.id, path: InstancePath("\(path)#1"), index: -1, lap: 1))
      return .inside
    case .each(let each): return try enterEach(each, element.id)
    case .rotate(let rotate): return try enterRotate(rotate, element.id, path)
    case .branch(let branch): return enterBranch(branch, element.id, path, from: 0)
    case .choice(let choice): return enterChoice(choice, element.id, path)
    case .use(let use): return enterUse(use, element, path)
    case .back(let back): return try goBack(back, path)
    case .end(let end): return try meet(end)
    case .meeting(let meeting):
      open(meeting, element, path)
      return .inside
    case .parallel(let parallel):
      let outer = state.frames.last?.path ?? .agenda
      return try fork(
        parallel.phases.filter { $0.isThere(in: state.start?.mode, round: state.frames.round) }.map { phase in
          TracksForked.Start(
            title: render(phase),
            frame: Frame(
              place: element.id, path: outer.appending("\(element.id)%\(phase.id)"), slot: .option(phase.id),
              index: -1))
        }, at: element.id)
    }
  }

  /// Whether groups would be formed for each of things that there are none of, and none will come: nobody has a part in
  /// it, as in a for-each over nothing.
  private func lacksGroups(_ element: FlowElement) -> Bool {
    guard let (set, source) = engine.groupsPerThing(of: element), engine.isSettled(source, state),
      set.formed == .eachTime || circles.contains(where: { !engine.isFormed(set.id, in: $0, state) })
    else { return false }
    return engine.things(source, state, scope).allSatisfy { engine.isRetired($0, state) }
  }

  /// An `end` ends the method, or the used one that it stands in; in a track of a part it ends that part's way, and the
  /// others go on.
  private mutating func meet(_ end: End) throws(Rejection) -> Entered {
    let text = end.text.isEmpty ? nil : render(end.text)
    let use = state.frames.lastIndex { $0.given != nil }
    if let part = trackOfPart(state.focus), state.tracks[part]?.base ?? 0 > use ?? -1 {
      if part != state.focus { try takeUp(part) }
      try finishTrack(as: end.name)
      return .reached
    }
    if let use {
      var owner = state.track
      while owner.base > use, let parent = owner.parent.flatMap({ state.tracks[$0] }) { owner = parent }
      if owner.id != state.focus { try takeUp(owner.id) }
      if let next = endUse(as: end.name, text: text) { return .left(next) }
    }
    closeOpenTakes()
    emit(Ended(name: end.name, text: text))
    return .reached
  }

  /// The nearest track around that is a part's own.
  private func trackOfPart(_ id: TrackID) -> TrackID? {
    var next: TrackID? = id
    while let track = next.flatMap({ state.tracks[$0] }) {
      if track.frames.dropFirst(track.base).first?.part != nil { return track.id }
      next = track.parent
    }
    return nil
  }

  mutating func push(_ frame: Frame) { emit(FrameEntered(frame: frame)) }

  /// Enters a phase; the groups it runs for are formed here.
  mutating func enterPhase(_ element: FlowElement, _ path: InstancePath) throws(Rejection) -> Entered {
    guard case .phase(let phase) = element.kind else { return .passed }
    if case .groups(let set)? = phase.with { try formIfNeeded(set, in: circles) }
    if phase.clock == .own, let with = phase.with {
      return try fork(
        circles.flatMap { circle in
          engine.narrowed(engine.parts(of: with, in: circle, state), of: with, in: state.frames, state)
        }.map { part in
          TracksForked.Start(
            title: part.title,
            frame: Frame(
              place: element.id, path: InstancePath("\(path)%\(InstancePath.word(part.key))"), index: -1, part: part))
        }, at: element.id)
    }
    push(Frame(place: element.id, path: path, index: -1))
    return .inside
  }

  func render(_ text: LocalizedText) -> String { engine.render(text, state, scope) }

  /// A leaf that has run is asked about, unless a `back` made it due; an optional one is asked about at first.
  private mutating func enterLeaf(
    _ element: FlowElement, _ path: InstancePath, isOptional: Bool
  ) throws(Rejection) -> Entered {
    if leaveOutByPlan(element, path) { return .passed }
    let earlier = newestCurrentTake(at: path)
    if state.due.contains(path) {
      try openTake(element, path, replacing: earlier)
    } else if earlier != nil {
      stop(
        .revisit, at: path, element.id, "“\(render(element))” has run before.",
        [
          .init("continue", "Open it again as it was left"),
          .init("keep", "Leave it as it is and go on behind it"),
          .init("again", "Run it again from the start"),
        ])
    } else if isOptional {
      askWhether(element, path)
    } else {
      try openTake(element, path, replacing: nil)
    }
    return .reached
  }

  func render(_ element: FlowElement) -> String {
    TextPart.parts(of: element.title(in: language)).map { part in
      switch part {
      case .literal(let text): text
      case .reference(let reference): engine.value(of: reference, state, scope) ?? "{\(reference)}"
      }
    }.joined()
  }

  func newestCurrentTake(at path: InstancePath) -> Take? {
    guard let number = state.takesByPath[path]?.last(where: { state.takes[$0 - 1].isCurrent }) else { return nil }
    return state.takes[number - 1]
  }

  /// A decision answers by itself; where it says nothing, the facilitator is asked.
  private mutating func enterChoice(_ choice: Choice, _ place: String, _ path: InstancePath) -> Entered {
    fillSelectedRoles()
    let isDecided = engine.isDecision(choice.by)
    if isDecided, let option = engine.option(of: choice, state, scope) {
      emit(StopAnswered(path: path, kind: .choice, option: option, by: choice.by))
      return enterArm(.option(option), option, place, path)
    }
    let asked = choice.question.isEmpty ? "Which way?" : render(choice.question)
    let silence = isDecided ? " (\(engine.title(ofRole: choice.by, state)) does not say)" : ""
    stop(
      .choice, at: path, place, asked + silence, choice.options.map { .init($0.id, render($0.title)) },
      by: isDecided ? Role.facilitator : choice.by)
    return .reached
  }

  private mutating func askWhether(_ element: FlowElement, _ path: InstancePath) {
    stop(
      .optional, at: path, element.id, "Do we do “\(render(element))”? It can be left out.",
      [.init("do", "Do it"), .init("leave-out", "Leave it out")])
  }

  private mutating func enterEach(_ each: ForEach, _ place: String) throws(Rejection) -> Entered {
    var things = engine.things(for: each, state, scope)
    if each.order == .drawn { things.shuffle(using: &random) }
    guard let first = things.first else {
      leaveQueue(place, rest: [], scope, wasEmpty: true)
      return .passed
    }
    if each.atOnce { return try fork(for: things, at: place) }
    let path = (state.frames.last?.path ?? .agenda).appending("\(place)@\(first.pathWord)")
    let queue = ForEachQueue(current: first, waiting: Array(things.dropFirst()), began: running)
    push(Frame(place: place, path: path, index: -1, queue: queue))
    return .inside
  }

  /// One track for each thing.
  mutating func fork(for things: [ThingRef], at place: String) throws(Rejection) -> Entered {
    let outer = state.frames.last?.path ?? .agenda
    return try fork(
      things.map { thing in
        TracksForked.Start(
          title: engine.openLabel(of: thing, state),
          frame: Frame(
            place: place, path: outer.appending("\(place)@\(thing.pathWord)"), index: -1,
            queue: ForEachQueue(current: thing, waiting: [], began: running)))
      }, at: place)
  }

  /// Reads the arms of a branch from one on; the first that holds is entered.
  mutating func enterBranch(
    _ branch: Branch, _ place: String, _ path: InstancePath, from first: Int
  ) -> Entered {
    for arm in branch.arms.indices.dropFirst(first) {
      let reading = engine.read(branch.arms[arm].condition, state, scope)
      emit(ConditionRead(path: path, purpose: .when, reading: reading))
      switch reading.result {
      case .holds: return enterArm(.arm(arm), "\(arm + 1)", place, path)
      case .noData:
        stop(
          .branch, at: path, place, "Does this hold? \(reading.title)",
          [.init("holds", "Yes, it holds"), .init("fails", "No, it does not")], arm: arm, reading: reading)
        return .reached
      case .fails: continue
      }
    }
    guard branch.otherwise != nil else {
      dropTakes { $0.raw.hasPrefix("\(path)%") }
      return .passed
    }
    return enterArm(.otherwise, "otherwise", place, path)
  }

  /// Enters one way of several; takes of the others are off the path.
  mutating func enterArm(_ slot: BodySlot, _ name: String, _ place: String, _ path: InstancePath) -> Entered {
    let arm = InstancePath("\(path)%\(name)")
    dropTakes { $0.raw.hasPrefix("\(path)%") && !$0.isWithin(arm) }
    push(Frame(place: place, path: arm, slot: slot, index: -1))
    return .inside
  }

  /// `back`: the place runs again, and so does all that ran since, without asking.
  ///
  /// One that comes round again within one command has met nothing on the way; it lets pass, or it would turn for ever.
  private mutating func goBack(_ back: Back, _ path: InstancePath) throws(Rejection) -> Entered {
    if let most = engine.count(back.atMost, state, scope), state.backs[path, default: 0] >= most { return .passed }
    guard backsTaken.insert(path).inserted else { return .passed }
    let subjects = try subjects(of: back)
    let line = index.ancestry(of: back.to)
    for depth in state.frames.indices.reversed() {
      guard let target = index.body(of: state.frames[depth]).firstIndex(where: { line.contains($0.id) }) else {
        continue
      }
      var (frames, due) = way(to: back.to, from: depth, child: target)
      if let subjects { narrow(&frames, &due, to: subjects, above: depth) }
      if let first = frames.last, state.isClosed(first.path) || due.contains(where: state.isClosed) {
        throw Rejection(.meetingClosed, "“\(engine.title(ofPlace: back.to, state))” lies in a meeting that is over")
      }
      if depth < state.track.base { try takeUp(owner(ofFrameAt: depth)) }
      emit(PositionMoved(frames: frames, due: due, cause: path, remembersOrigin: false, leaving: nil))
      return .moved((frames.last?.index ?? -1) + 1)
    }
    throw Rejection(.noSuchPlace, "“\(back.to)” is not on the way to here")
  }

  /// The track whose own the frame at that depth of the focused one is.
  private func owner(ofFrameAt depth: Int) -> TrackID {
    var track = state.track
    while track.base > depth, let parent = track.parent.flatMap({ state.tracks[$0] }) { track = parent }
    return track.id
  }

  /// The frames just before the newest take of a place beneath a frame, else before that child of it, and the instances
  /// that have run since.
  private func way(to place: String, from depth: Int, child: Int) -> (frames: [Frame], due: [InstancePath]) {
    let outer = state.frames[depth]
    let element = index.body(of: outer)[child].id
    let first: Take?
    var frames = Array(state.frames[...depth])
    frames[depth].index = child - 1
    if let newest = state.takes.last(where: { $0.place == place && $0.isCurrent && $0.path.isWithin(outer.path) }) {
      first = newest
      frames = newest.frames
      if let spot = index.spot(of: place) { frames[frames.count - 1].index = spot.index - 1 }
    } else {
      first = state.takes.first { $0.isCurrent && isOf(element, $0.path, within: outer.path) }
    }
    let later = state.takes.filter { take in
      take.isCurrent && first.map { take.openedSequence >= $0.openedSequence } ?? false
    }
    return (frames, Set(later.map(\.path)).sorted())
  }

  /// Whether a path is an instance of that child, or lies beneath one.
  private func isOf(_ child: String, _ path: InstancePath, within parent: InstancePath) -> Bool {
    let base = parent.appending(child).raw
    guard path.raw.hasPrefix(base) else { return false }
    return path.raw.count == base.count || "/#@%".contains(path.raw.dropFirst(base.count).first ?? " ")
  }
}
