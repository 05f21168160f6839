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
    let outer = state.frames.dropLast()
    let hasMore = outer.contains { $0.index + 1 < index.body(of: $0).count }
    let title = state.meeting?.title ?? frame.place
    emit(MeetingClosed(path: frame.path, place: frame.place, pauses: hasMore))
    let next = leaveFrame()
    guard hasMore else { return next }
    stop(.closed, at: frame.path, frame.place, "“\(title)” is over.", [.init("open", "Begin what comes next")])
    return nil
  }

  /// Begins what comes after a meeting that has closed.
  mutating func openNextMeeting() throws(Rejection) {
    guard case .stop(let stop) = state.leaf else { return }
    emit(StopAnswered(path: stop.path, kind: stop.kind, option: "open"))
    try goOn(at: (state.frames.last?.index ?? 0) + 1)
  }
}
