import MethodModel

/// Where a break comes that its author leaves to the plan: about every 60 to 90 minutes, between two elements.
///
/// The run sheet, the forecast and the engine ask the same question at the same places, so that they agree.
enum FloatingBreaks {
  /// Nobody needs one sooner.
  static let soonest = 30 * 60
  /// From here on the next gap will do.
  static let welcome = 75 * 60
  /// Nobody sits longer, where it can be helped.
  static let longest = 90 * 60
  /// What is left is shorter: one goes home instead.
  static let last = 15 * 60

  /// `since`: seconds since the last break; `next`: seconds until the next pause, if one goes on now; `rest`: seconds of
  /// everything that is left in the sequence.
  static func isDue(since: Int, next: Int, rest: Int) -> Bool {
    guard since >= soonest, next > 0, rest >= last else { return false }
    return since >= welcome || since + next > longest
  }
}

extension [FlowElement] {
  /// The break that floats among these elements.
  var floating: FlowElement? {
    first { if case .rest(let rest) = $0.kind { rest.floats } else { false } }
  }
}

extension [Stretch] {
  /// With every floating break in its place, the first stretch beginning so many seconds after the last break.
  func placingBreaks(since: Int) -> [Stretch] {
    var placing = BreakPlacing(since: since)
    return placing.place(self)
  }

  /// Seconds until the first pause in it.
  var untilPause: Int {
    var seconds = 0
    for stretch in self where stretch.isExpected {
      if stretch.kind == .rest { return seconds }
      let isBroken = stretch.hasPause
      seconds += isBroken ? stretch.inside.untilPause : stretch.seconds
      if isBroken { return seconds }
    }
    return seconds
  }
}

extension Stretch {
  /// Whether people pause somewhere in it.
  fileprivate var hasPause: Bool {
    isExpected && (kind == .rest || kind == .float || inside.contains(where: \.hasPause))
  }
}

/// Walks along a course with the time since the last break.
private struct BreakPlacing {
  var since: Int

  mutating func place(_ stretches: [Stretch]) -> [Stretch] {
    var placed: [Stretch] = []
    for (index, stretch) in stretches.enumerated() {
      guard stretch.kind == .float else {
        placed.append(place(stretch))
        continue
      }
      let rest = Array(stretches[(index + 1)...]).filter { $0.kind != .float }
      if stretch.isExpected,
        FloatingBreaks.isDue(since: since, next: Array(rest.prefix(1)).untilPause, rest: rest.seconds())
      {
        var pause = stretch
        pause.kind = .rest
        placed.append(pause)
        since = 0
      }
    }
    return placed
  }

  private mutating func place(_ stretch: Stretch) -> Stretch {
    guard !stretch.inside.isEmpty else {
      if stretch.isExpected { since = stretch.kind == .rest ? 0 : since + stretch.seconds }
      return stretch
    }
    let before = since
    var placed = stretch
    if stretch.kind == .parallel {
      var longest = since
      placed.inside = stretch.inside.map { track in
        since = before
        let one = place(track)
        longest = max(longest, since)
        return one
      }
      since = longest
    } else {
      if stretch.isExpected, stretch.reckoning.seconds > 0 { since += stretch.reckoning.seconds }
      placed.inside = place(stretch.inside)
      if stretch.times > 1, !placed.hasPause { since += (stretch.times - 1) * placed.seconds / stretch.times }
    }
    if stretch.kind == .window { since = 0 }
    if !stretch.isExpected { since = before }
    return placed
  }
}

extension SessionEngine {
  /// Seconds since people paused last, in this track and those around it.
  func sinceBreak(_ state: SessionState, on track: TrackID, elapsed: Int) -> Int {
    var around: Set<TrackID> = []
    var next: TrackID? = track
    while let id = next, around.insert(id).inserted { next = state.tracks[id]?.parent }
    let meeting = state.meeting?.path
    let here = state.takes.filter { take in
      around.contains(take.track) && (meeting.map { take.path.isWithin($0) } ?? true)
    }
    let began = here.map(\.openedAt).min() ?? 0
    let paused = here.filter { $0.kind == .rest && $0.status != .skipped }.compactMap(\.closedAt).max()
    return max(0, state.clock.running(at: elapsed) - (paused ?? began))
  }
}
