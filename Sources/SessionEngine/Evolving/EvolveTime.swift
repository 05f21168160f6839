extension SessionState {
  mutating func evolveTime(_ event: Event) {
    switch event.body {
    case .planChanged(let content): replan(content, event)
    case .paused: pause(event)
    case .resumed(let content): resume(content, event)
    case .cueFired(let content): change(take: content.take) { $0.firedCues.insert(content.index) }
    case .timeUp(let content): change(take: content.take) { $0.isTimeUp = true }
    default: break
    }
  }

  private mutating func replan(_ content: PlanChanged, _ event: Event) {
    guard takes.indices.contains(content.take - 1) else { return }
    let take = takes[content.take - 1]
    let difference = content.allotted - take.allotted
    if event.actor != .shell { rememberUndo(.plan(take: content.take, before: take.allotted)) }
    record(
      difference < 0 ? .shortened : .extended, event, take: content.take, subject: take.title, seconds: difference)
    change(take: content.take) { take in
      take.allotted = content.allotted
      if difference > 0 { take.isTimeUp = false }
    }
  }

  private mutating func pause(_ event: Event) {
    guard status == .running else { return }
    status = .paused
    clock.pausedSince = clock.elapsed
    record(.paused, event, subject: "session")
    rememberUndo(.pause)
  }

  private mutating func resume(_ content: Resumed, _ event: Event) {
    if let since = clock.pausedSince {
      clock.paused += clock.elapsed - since
      clock.pausedSince = nil
    } else {
      record(.interrupted, event, subject: "session", seconds: content.gap)
    }
    clock.lost += content.gap
    status = .running
    undoable.removeAll { $0.undo == .pause }
  }
}
