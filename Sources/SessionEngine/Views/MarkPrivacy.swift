import MethodModel

/// What figures over people's marks may be told: the one place that decides it, for screens, for conditions, for the
/// record, and with that for everything that is made from the record.
///
/// Names and single marks follow `sightOfMarks`, entries `sight(of:)`. Where names are shown, figures are; elsewhere
/// nothing is told that comes from fewer than five people, nor what would give those away beside it.
package struct MarkPrivacy: Sendable {
  package enum Reason: Sendable, Hashable { case notRevealed, tooFew }

  let engine: SessionEngine
  let state: SessionState

  package init(_ engine: SessionEngine, _ state: SessionState) {
    self.engine = engine
    self.state = state
  }

  /// Why no figure over a run's marks is told; `nil` when they may be.
  package func reason(for run: ActivityRun) -> Reason? {
    guard let activity = engine.activity(of: run.id, state) else { return nil }
    if activity.reveal != nil, !run.isRevealed { return .notRevealed }
    let isOpen =
      switch engine.audience(of: activity, run, state) {
      case .room, .group: activity.names == .shown
      case .author, .roles: false
      }
    return isOpen || !isFew(engine.electorate(of: run, state).answered, orNobody: true) ? nil : .tooFew
  }

  /// Things that, without names, fewer than five gave a value: their values could point at somebody. A vote's count is
  /// over all who voted.
  package func thinThings(of run: ActivityRun) -> Set<ThingRef> {
    guard let activity = engine.activity(of: run.id, state), activity.isOpinion,
      engine.sightOfMarks(in: run, state, for: .record) != .named
    else { return [] }
    var given: [MarkKey: Int] = [:]
    for marks in run.marks.values {
      for (key, mark) in marks where mark.value != nil && !mark.isLate { given[key, default: 0] += 1 }
    }
    return Set(given.filter { isFew($0.value) }.map(\.key.thing))
  }

  /// Why the counts of a verdict are not told: as those of the runs whose marks it counts; and where names are hidden and
  /// parts decide for themselves, for a part with fewer than five answers, which those of the other parts would tell.
  package func reason(for verdict: Verdict, of run: RunID, beside all: [Verdict]) -> Reason? {
    let runs = markedRuns(run)
    if let reason = runs.lazy.compactMap({ self.reason(for: $0) }).first { return reason }
    guard verdict.unit != nil, !runs.allSatisfy({ engine.sightOfMarks(in: $0, state, for: .record) == .named }) else {
      return nil
    }
    return all.contains { $0.unit != nil && isFew($0.answered) } ? .tooFew : nil
  }

  /// Verdicts as a viewer may see them: without counts that are kept back, and without names that are hidden.
  func discreet(_ verdicts: [Verdict], of run: RunID, for viewer: Viewer) -> [Verdict] {
    let isNamed = markedRuns(run).allSatisfy { engine.sightOfMarks(in: $0, state, for: viewer) == .named }
    return verdicts.map { verdict in
      var verdict = verdict
      if !isNamed { verdict.dissent = [] }
      if reason(for: verdict, of: run, beside: verdicts) != nil {
        verdict.counts = [:]
        verdict.scores = []
        verdict.dissent = []
      }
      return verdict
    }
  }

  /// The runs whose marks a decision counts, or by which a selection ranks: of the marks it reads, else its own.
  package func markedRuns(_ own: RunID) -> [ActivityRun] {
    guard let activity = engine.activity(of: own, state), let source = activity.marksRead,
      engine.outcome(source.name, state) != nil
    else { return engine.run(own, state).map { [$0] } ?? [] }
    let scope = engine.scope(of: state.takes[own.take - 1])
    var seen: Set<RunID> = []
    return engine.newestAskings(of: source.name, state, scope).values.joined().filter { seen.insert($0.id).inserted }
  }

  private func isFew(_ count: Int, orNobody: Bool = false) -> Bool {
    count < SessionEngine.smallestShownGroup && (count > 0 || orNobody)
  }
}

extension Activity {
  /// Each of several people says what they think of each thing.
  fileprivate var isOpinion: Bool {
    switch kind {
    case .rate, .place: true
    default: false
    }
  }
}

extension Activity {
  /// The marks that it counts or ranks by.
  fileprivate var marksRead: SourceRef? {
    if case .select(let selection) = kind { selection.rankedBy } else { from }
  }
}
