package import SessionEngine

/// How a rehearsal went, for the facilitator who will run the method: times, attempts, detours and the end.
///
/// Made from the final state alone, so that it says the same after the session was stored and opened again.
package struct RehearsalSummary: Sendable, Hashable, Codable {
  /// One run of a step, break or checkpoint.
  package struct Line: Sendable, Hashable, Codable {
    package var title: String
    /// Seconds, as the method plans.
    package var planned: Int
    /// Seconds that it took.
    package var used: Int
    /// From 1.
    package var attempt: Int
    package var status: Take.Status
    /// It stood open, nothing was entered, and the session went on elsewhere.
    package var isLeft = false
  }

  /// What the session refused for one reason, and how it said so the first time.
  package struct Refusal: Sendable, Hashable, Codable {
    package var code: String
    package var count: Int
    package var message: String
  }

  package var method: String
  package var people: Int
  package var seed: UInt64
  /// Seconds from the start to the agreed end.
  package var planned: Int
  /// Seconds from the start to the real end, pauses included.
  package var actual: Int
  package var takes: [Line]
  /// Steps that lie on every way through the method, and were never opened.
  package var unopened: [String] = []
  /// Checkpoint verdicts that sent the room back to work.
  package var reworks: Int
  package var skips: Int
  /// Verdicts against the advice of the criteria.
  package var overrules: Int
  /// Entries, cells, choices and marks that count.
  package var contributions: Int
  /// Commands that the session refused, the most frequent refusal first.
  package var refused: [Refusal]
  package var rejections: Int { refused.reduce(0) { $0 + $1.count } }
  /// The name of the end; `nil` while the session is not over.
  package var endedAs: String?

  /// Reads a rehearsal's state; the seed and the refused commands are known to whoever drove it.
  ///
  /// With the engine each line names the thing it was about, its track and its lap, as in “Rate in private: need, round 2”.
  package init(_ state: SessionState, engine: SessionEngine? = nil, seed: UInt64, refused: [Rejection] = []) {
    method = state.start?.method ?? ""
    people = state.start?.people.count ?? 0
    self.seed = seed
    planned = state.start?.agreedEnd ?? 0
    actual = state.clock.spent(at: state.clock.elapsed)
    let running = state.clock.running(at: state.clock.elapsed)
    takes = state.takes.map { take in
      let isLeft = take.status == .dropped && take.closedAt == nil && take.skipReason == nil
      return Line(
        title: Self.title(of: take, state, engine), planned: take.planned,
        used: isLeft ? Self.stood(take, state, running) : take.used(at: running), attempt: take.attempt,
        status: take.status, isLeft: isLeft)
    }
    unopened = engine.map { Self.unopened(in: state, $0) } ?? []
    reworks = state.takes.count { $0.decision?.verdict == .rework }
    skips = state.changes.count { $0.kind == .skipped }
    overrules = state.changes.count { $0.kind == .overruled }
    contributions = Self.contributions(in: state)
    self.refused = Self.counted(refused)
    if case .ended(let end) = state.status { endedAs = end.name }
  }

  /// How long what was left had stood open: until the next one was opened.
  private static func stood(_ take: Take, _ state: SessionState, _ running: Int) -> Int {
    let next = state.takes.filter { $0.openedSequence > take.openedSequence && $0.track == take.track }
      .min { $0.openedSequence < $1.openedSequence }
    return take.usedBefore + max(0, (next?.openedAt ?? running) - take.openedAt)
  }

  private static func unopened(in state: SessionState, _ engine: SessionEngine) -> [String] {
    guard let start = state.start else { return [] }
    let opened = Set(state.takes.map(\.place))
    return engine.course(for: start).leavesOfEveryWay.filter { !opened.contains($0) }
      .map { engine.title(ofPlace: $0, state) }
  }

  private static func counted(_ rejections: [Rejection]) -> [Refusal] {
    let byCode = Dictionary(grouping: rejections, by: \.code.rawValue)
    return byCode.map { Refusal(code: $0, count: $1.count, message: $1.first?.message ?? "") }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }

  private static func title(of take: Take, _ state: SessionState, _ engine: SessionEngine?) -> String {
    guard let engine else { return take.title }
    let names = take.frames.compactMap { $0.queue.map { engine.label(of: $0.current, state) } }
      .filter { !$0.isEmpty && !take.title.contains($0) }
    let title = names.isEmpty ? take.title : "\(take.title): \(names.joined(separator: ", "))"
    let track = (state.tracks[take.track] ?? state.formerTracks[take.track])?.title ?? ""
    return [title, track.isEmpty || title.contains(track) ? nil : track, lap(of: take)].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// The lap of the innermost loop or rotation around it.
  private static func lap(of take: Take) -> String? {
    take.path.raw.split(separator: "/").dropLast().compactMap { component -> Int? in
      let parts = component.split(separator: "#", maxSplits: 1)
      return parts.count == 2 ? Int(parts[1]) : nil
    }.last.map { "round \($0)" }
  }

  private static func contributions(in state: SessionState) -> Int {
    let entries = state.outcomes.values.reduce(0) { sum, outcome in
      sum + outcome.entries.count { !$0.isRetired && !$0.isLate }
    }
    let answers = state.takes.filter(\.isCurrent).flatMap(\.runs).reduce(0) { sum, run in
      sum + run.choices.count + run.tallies.count + run.marks.values.reduce(0) { $0 + $1.count { !$0.value.isLate } }
    }
    return entries + answers
  }
}

extension [Stretch] {
  /// The places of steps and checkpoints that no choice, condition or want of things leads around.
  fileprivate var leavesOfEveryWay: [String] {
    var seen: Set<String> = []
    return flatMap(\.leavesOfEveryWay).filter { seen.insert($0).inserted }
  }
}

extension Stretch {
  fileprivate var leavesOfEveryWay: [String] {
    switch kind {
    case .step, .checkpoint: isExpected ? [place] : []
    case .phase, .use, .meeting, .window, .parallel, .loop, .lap: isExpected ? inside.leavesOfEveryWay : []
    case .rest, .inserted, .float, .things, .branch, .choice, .way, .back, .end: []
    }
  }
}
