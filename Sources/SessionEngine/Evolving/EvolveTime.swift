extension SessionState {
  mutating func evolveTime(_ event: Event) {
    switch event.body {
    case .planChanged(let content): replan(content, event)
    case .paused: pause(event)
    case .resumed(let content): resume(content, event)
    case .replanned(let content): replan(content, event)
    case .turnUp(let content): change(take: content.take) { $0.turns?.isUp = true }
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
      content.takesBack == true ? .takenBack : difference < 0 ? .shortened : .extended, event, take: content.take,
      subject: take.title, seconds: difference)
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

  private mutating func replan(_ content: Replanned, _ event: Event) {
    if event.actor != .shell, !content.isTakenBack {
      let before = openTakes.map { Replanned.Allotment(take: $0.number, seconds: $0.allotted) }
      rememberUndo(.replan(before: replan, end: agreedEnd, allotments: before))
      record(.replanned, event, subject: content.title)
    }
    replan = content
    if let end = content.agreedEnd { agreedEnd = end }
    for allotment in content.allotments {
      change(take: allotment.take) { take in
        if allotment.seconds > take.allotted { take.isTimeUp = false }
        take.allotted = allotment.seconds
      }
    }
  }

  private mutating func resume(_ content: Resumed, _ event: Event) {
    let isBetween = isBetweenMeetings
    if let since = clock.pausedSince, isBetween { clock.between += clock.elapsed - since }
    if let since = clock.pausedSince {
      clock.paused += clock.elapsed - since
      clock.pausedSince = nil
    } else {
      record(.interrupted, event, subject: "session", seconds: content.gap)
    }
    if isBetween { clock.away += content.gap } else { clock.lost += content.gap }
    status = .running
    undoable.removeAll { $0.undo == .pause }
  }
}
