extension SessionState {
  mutating func open(_ content: MeetingOpened, _ event: Event) {
    meeting = content
    if content.closes != nil { clock.openWindow() }
    let present = content.closes == nil ? roster.present.map(\.id) : []
    meetings.append(HeldMeeting(opened: content, openedWall: event.wall, present: present))
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

  /// Somebody comes into the meeting that goes on.
  mutating func meet(_ person: PersonID) {
    guard let meeting, meeting.closes == nil, let held = meetings.indices.last,
      !meetings[held].present.contains(person)
    else { return }
    meetings[held].present.append(person)
  }

  /// Who is taken off early in a later meeting had only been carried over from the last one.
  mutating func miss(_ person: PersonID, _ event: Event) {
    guard let held = meetings.indices.dropFirst().last, meeting != nil,
      meetings[held].openedWall.seconds(to: event.wall) <= HeldMeeting.rollCall
    else { return }
    meetings[held].present.removeAll { $0 == person }
  }

  /// How many were at the last meeting, while it is not yet settled who is at this one: before it, and in its first
  /// step.
  package var presentLastTime: Int? {
    let before = meeting == nil ? meetings[...] : meetings.dropLast()
    guard let last = before.last(where: { $0.opened.closes == nil }) else { return nil }
    let isBeginning =
      meeting.map { open in open.closes == nil && takes.count { $0.path.isWithin(open.path) } == 1 }
      ?? isBetweenMeetings
    return isBeginning ? last.present.count : nil
  }

  /// Whether a place lies in a meeting that is over.
  package func isClosed(_ path: InstancePath) -> Bool { closedMeetings.contains { path.isWithin($0) } }

  /// Whether the session waits for its next meeting.
  package var isBetweenMeetings: Bool { if case .stop(let stop) = leaf { stop.kind == .closed } else { false } }
}
