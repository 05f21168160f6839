extension SessionState {
  /// What may happen when a session is over.
  mutating func evolveAfterwards(_ event: Event) {
    switch event.body {
    case .actionChanged(let content):
      actionChanges[content.action, default: []].append(
        RecordedActionChange(
          sequence: event.sequence, wall: event.wall, kind: content.kind, due: content.due, note: event.reason))
    case .bodiesErased(let content):
      redactions.append(
        RecordedRedaction(
          sequence: event.sequence, wall: event.wall, person: content.person, by: content.by, reason: event.reason,
          removed: content.removed))
    default: break
    }
  }
}
