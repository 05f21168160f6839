internal import MethodModel
internal import SessionEngine

/// Of which round each score of a verdict is, once a run-off has scored those that were tied anew.
struct ScoredRounds {
  private let runOff: ActivityRun
  private let tied: Set<ThingRef>
  private let before: [ActivityRun]

  /// `nil` where no run-off went into the verdict.
  init?(of recorded: RecordedVerdict, _ state: SessionState) {
    let take = state.takes[recorded.run.take - 1]
    guard let runOff = take.runs.last(where: { $0.runOff?.deciding == recorded.run && $0.status == .closed }),
      let off = runOff.runOff, let marks = state.outcomes[runOff.outcome]
    else { return nil }
    // The verdict that was tied came first, and its scores are all of the round before.
    let verdicts = state.outcomes.values.lazy.flatMap(\.verdicts)
    let first = verdicts.first { $0.run == recorded.run && $0.verdict.unit == recorded.verdict.unit }
    let own = off.parts.map { parts in parts.filter { $0.unit == recorded.verdict.unit }.flatMap(\.things) }
    tied = Set(own ?? runOff.ballot)
    guard first != recorded, !tied.isEmpty else { return nil }
    self.runOff = runOff
    before = marks.runs.compactMap { id in state.takes[id.take - 1].runs.first { $0.id == id } }
      .filter { $0.round < runOff.round }
  }

  subscript(thing: ThingRef) -> Int? {
    tied.contains(thing) ? runOff.round : before.last { $0.ballot.contains(thing) }?.round
  }
}
