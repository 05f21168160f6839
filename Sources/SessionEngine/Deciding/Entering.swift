import MethodModel

extension Decision {
  /// Enters an element as the present child of the innermost frame.
  mutating func enter(_ element: FlowElement) throws(Rejection) -> Entered {
    guard element.mode == nil || element.mode == state.start?.mode else { return .passed }
    let path = (state.frames.last?.path ?? .agenda).appending(element.id)
    switch element.kind {
    case .step(let step): return try enterLeaf(element, path, isOptional: step.optional)
    case .rest, .checkpoint: return try enterLeaf(element, path, isOptional: false)
    case .phase(let phase):
      if phase.optional, !state.due.contains(path) {
        askWhether(element, path)
        return .reached
      }
      return enterPhase(element, path)
    case .loop:
      push(Frame(place: element.id, path: InstancePath("\(path)#1"), index: -1, lap: 1))
      return .inside
    case .each(let each): return enterEach(each, element.id)
    case .branch(let branch): return enterBranch(branch, element.id, path, from: 0)
    case .choice(let choice):
      stop(
        .choice, at: path, element.id, choice.question.isEmpty ? "Which way?" : render(choice.question),
        choice.options.map { .init($0.id, render($0.title)) }, by: choice.by)
      return .reached
    case .back(let back): return try goBack(back, path)
    case .end(let end):
      emit(Ended(name: end.name, text: end.text.isEmpty ? nil : render(end.text)))
      return .reached
    }
  }

  mutating func push(_ frame: Frame) { emit(FrameEntered(frame: frame)) }

  mutating func enterPhase(_ element: FlowElement, _ path: InstancePath) -> Entered {
    push(Frame(place: element.id, path: path, index: -1))
    return .inside
  }

  func render(_ text: LocalizedText) -> String { engine.render(text, state, scope) }

  /// A leaf that has run is asked about, unless a `back` made it due; an optional one is asked about at first.
  private mutating func enterLeaf(
    _ element: FlowElement, _ path: InstancePath, isOptional: Bool
  ) throws(Rejection) -> Entered {
    let earlier = newestCurrentTake(at: path)
    if state.due.contains(path) {
      try openTake(element, path, replacing: earlier)
    } else if earlier != nil {
      stop(
        .revisit, at: path, element.id, "“\(render(element))” has run before.",
        [
          .init("continue", "Go on with it as it stands"), .init("keep", "Keep its result and go on"),
          .init("again", "Run it again"),
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

  private mutating func askWhether(_ element: FlowElement, _ path: InstancePath) {
    stop(
      .optional, at: path, element.id, "Do we do “\(render(element))”? It can be left out.",
      [.init("do", "Do it"), .init("leave-out", "Leave it out")])
  }

  private mutating func enterEach(_ each: ForEach, _ place: String) -> Entered {
    var things = engine.things(for: each, state, scope)
    if each.order == .drawn { things.shuffle(using: &random) }
    guard let first = things.first else { return .passed }
    let path = (state.frames.last?.path ?? .agenda).appending("\(place)@\(first.word)")
    let queue = ForEachQueue(current: first, waiting: Array(things.dropFirst()), began: running)
    push(Frame(place: place, path: path, index: -1, queue: queue))
    return .inside
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
  private mutating func goBack(_ back: Back, _ path: InstancePath) throws(Rejection) -> Entered {
    if let most = back.atMost, state.backs[path, default: 0] >= most { return .passed }
    let line = index.ancestry(of: back.to)
    for depth in state.frames.indices.reversed() {
      let frame = state.frames[depth]
      let body = index.body(of: frame)
      guard let target = body.firstIndex(where: { line.contains($0.id) }) else { continue }
      var frames = Array(state.frames[...depth])
      frames[depth].index = target - 1
      emit(
        PositionMoved(
          frames: frames, due: dueAfter(frame.path, body[target].id), cause: path, remembersOrigin: false,
          leaving: nil))
      return .moved(target)
    }
    throw Rejection(.noSuchPlace, "“\(back.to)” is not on the way to here")
  }

  /// Instances that have run since the first take at that element.
  private func dueAfter(_ parent: InstancePath, _ place: String) -> [InstancePath] {
    let base = parent.appending(place).raw
    let first = state.takes.first { take in
      take.isCurrent && take.path.raw.hasPrefix(base)
        && (take.path.raw.count == base.count || "/#@%".contains(take.path.raw.dropFirst(base.count).first ?? " "))
    }
    guard let first else { return [] }
    let later = state.takes.filter { $0.isCurrent && $0.openedSequence >= first.openedSequence }
    return Set(later.map(\.path)).sorted()
  }
}
