import MethodModel

extension Decision {
  /// Enters a meeting or window, and says when it is to end.
  mutating func open(_ meeting: Meeting, _ element: FlowElement, _ path: InstancePath) {
    push(Frame(place: element.id, path: path, index: -1))
    let spent = state.clock.spent(at: command.elapsed)
    let planned = engine.plannedSeconds(inside: element, state, scope)
    emit(
      MeetingOpened(
        path: path, place: element.id, title: render(element),
        agreedEnd: meeting.isWindow ? nil : spent + planned,
        closes: engine.seconds(meeting.lasts, state, scope).map { command.wall.adding(seconds: $0) }))
  }

  /// A meeting's body is done: the session pauses, unless nothing follows.
  mutating func finishMeeting(_ frame: Frame) -> Int? {
    // One in which nothing was to be done is none that anybody came to.
    let isHeld = state.takes.contains { $0.path.isWithin(frame.path) }
    let hasMore =
      isHeld && state.frames.dropLast().contains { $0.index + 1 < index.body(of: $0).count || comesRound($0) }
    let title = state.meeting?.title ?? frame.place
    emit(MeetingClosed(path: frame.path, place: frame.place, pauses: hasMore))
    let next = leaveFrame()
    guard hasMore else { return next }
    stop(.closed, at: frame.path, frame.place, "“\(title)” is over.", [.init("open", "Begin what comes next")])
    return nil
  }

  /// Whether the body of a frame is gone through once more after its end.
  private func comesRound(_ frame: Frame) -> Bool {
    if let queue = frame.queue { return !queue.waiting.isEmpty }
    guard let lap = frame.lap else { return false }
    if let plan = frame.rotation.flatMap({ state.rotations[$0] }) { return lap < plan.laps }
    guard case .loop(let loop)? = index.element(frame.place)?.kind, frame.slot == .main else { return false }
    let isDone = loop.until.map { engine.read($0.condition, state, scope).result == .holds } ?? false
    return !isDone && lap < engine.rounds(of: loop, state, scope)
  }

  /// Begins what comes after a meeting that has closed.
  mutating func openNextMeeting() throws(Rejection) {
    guard case .stop(let stop) = state.leaf else { return }
    emit(StopAnswered(path: stop.path, kind: stop.kind, option: "open"))
    try goOn(at: (state.frames.last?.index ?? 0) + 1)
  }
}
