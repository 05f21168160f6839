extension SessionState {
  mutating func open(_ content: MeetingOpened, _ event: Event) {
    meeting = content
    if content.closes != nil { clock.openWindow() }
    meetings.append(HeldMeeting(opened: content, openedWall: event.wall))
    if let end = content.agreedEnd { agreedEnd = end }
  }

  /// The session pauses; nothing that was done in the meeting can be taken back any more.
  mutating func close(_ content: MeetingClosed, _ event: Event) {
    meeting = nil
    clock.closeWindow()
    if let held = meetings.lastIndex(where: { $0.opened.path == content.path }) {
      meetings[held].closedWall = event.wall
    }
    closedMeetings.insert(content.path)
    undoable = []
    origin = nil
    replan = nil
    if content.pauses, status == .running {
      status = .paused
      clock.pausedSince = clock.elapsed
    }
  }

  /// Whether a place lies in a meeting that is over.
  package func isClosed(_ path: InstancePath) -> Bool { closedMeetings.contains { path.isWithin($0) } }

  /// Whether the session waits for its next meeting.
  package var isBetweenMeetings: Bool { if case .stop(let stop) = leaf { stop.kind == .closed } else { false } }
}
