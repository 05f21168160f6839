import MethodModel

/// What a run-off repeats, and for what.
package struct RunOff: Hashable, Sendable, Codable {
  /// What is tied in a part that decides for itself.
  package struct Own: Hashable, Sendable, Codable {
    package var unit: UnitRef
    package var things: [ThingRef]
  }

  /// The step whose ballot comes once more.
  package var place: String
  /// The activity's place in that step, from 0.
  package var activity: Int
  /// The decision or selection that was tied.
  package var deciding: RunID
  /// The parts in which there is a tie; `nil`: it is everybody's.
  package var parts: [Own]?

  package init(place: String, activity: Int, deciding: RunID, parts: [Own]? = nil) {
    self.place = place
    self.activity = activity
    self.deciding = deciding
    self.parts = parts
  }
}

extension Decision {
  /// Opens the ballot once more over those tied, as a new round of the marks, where the author wants that.
  ///
  /// Parts that decide for themselves vote at once, each over what is tied there.
  mutating func openRunOff(_ deciding: RunID) {
    guard let activity = engine.activity(of: deciding, state), activity.ties == .runOff,
      let marks = activity.marksCounted,
      let earlier = state.outcomes[marks.name].flatMap({ engine.currentRuns($0, state, scope).last }),
      let ballot = ballotPlace(of: earlier)
    else { return }
    let ties = engine.verdicts(of: deciding, in: activity.target, state).filter { $0.result == .tied }
    guard !ties.isEmpty else { return }
    let parts = ties.compactMap { tie in tie.unit.map { RunOff.Own(unit: $0, things: tie.tiedThings) } }
    let taken = state.takes[deciding.take - 1].runs.map(\.id.activity).max() ?? 0
    let count = index.element(state.takes[deciding.take - 1].place)?.activityCount ?? 0
    emit(
      ActivityOpened(
        run: RunID(take: deciding.take, activity: max(taken, count - 1) + 1), outcome: marks.name,
        round: (state.outcomes[marks.name]?.rounds ?? 0) + 1, ballot: ties.flatMap(\.tiedThings).uniqued,
        runOff: RunOff(
          place: ballot.place, activity: ballot.activity, deciding: deciding, parts: parts.isEmpty ? nil : parts),
        withoutNames: earlier.isWithoutNames ? true : nil))
  }

  private func ballotPlace(of run: ActivityRun) -> (place: String, activity: Int)? {
    guard run.runOff == nil else { return nil }
    return (state.takes[run.id.take - 1].place, run.id.activity)
  }

  /// Decides what was tied by the run-off alone; still tied, or nobody voting: somebody is asked.
  mutating func settleByRunOff(_ run: ActivityRun) {
    guard let off = run.runOff, let activity = engine.activity(of: off.deciding, state) else { return }
    for tie in openTies(run) {
      let unit = tie.unit.map { engine.decidingUnit($0, of: off.deciding, state) }
      emit(Decided(run: off.deciding, outcome: activity.target, verdict: settled(tie, by: run, for: unit, activity)))
    }
  }

  private func settled(
    _ tie: Verdict, by whole: ActivityRun, for unit: OwningUnit?, _ activity: Activity
  ) -> Verdict {
    let run = unit.map { engine.narrowed(whole, to: $0, deciding: state.takes[whole.id.take - 1], state) } ?? whole
    let scores = Dictionary(
      uniqueKeysWithValues: run.ballot.map {
        ($0, engine.score(of: $0, in: run, run.outcome, activity.measureCounted, state))
      })
    let ranking = Ranking(run.ballot, scores, best: activity.bestCounted)
    var verdict = tie
    let (certain, tied) = ranking.order.isEmpty ? ([], run.ballot) : ranking.top(placesLeft(tie, activity))
    verdict.winners += certain
    verdict.tied = tied.isEmpty ? nil : tied
    verdict.rest = tie.subject.filter { !verdict.winners.contains($0) }
    verdict.remark =
      (tie.remark ?? "a tie") + (tied.isEmpty ? ", settled by a run-off" : ", and still after a run-off")
    for place in verdict.scores.indices {
      guard let score = scores[verdict.scores[place].thing] else { continue }
      verdict.scores[place].score = score
    }
    if tied.isEmpty { conclude(runOff: &verdict, activity, whole, run, unit) }
    return verdict
  }

  /// A winner of a run-off must meet the rule by the run-off's own marks.
  private func conclude(
    runOff verdict: inout Verdict, _ activity: Activity, _ whole: ActivityRun, _ run: ActivityRun, _ unit: OwningUnit?
  ) {
    guard case .decide(let decide) = activity.kind else {
      verdict.result = .selected
      return
    }
    let take = state.takes[whole.id.take - 1]
    let electorate =
      unit.map { engine.electorate(of: whole, in: $0, deciding: take, state) } ?? engine.electorate(of: whole, state)
    verdict.answered = electorate.answered
    verdict.electorate = electorate.present.count
    let holding = verdict.winners.filter { thing in
      guard let score = verdict.scores.first(where: { $0.thing == thing })?.score else { return false }
      return isMet(decide, score, run, electorate, scope)
    }
    verdict.result = holding.isEmpty ? .rejected : .won
    verdict.winners = holding
    hold(&verdict, to: decide, run, electorate, scope)
    let winners = verdict.winners
    verdict.rest = verdict.subject.filter { !winners.contains($0) }
  }
}

/// Who takes part in a run-off of parts, and over what.
extension SessionEngine {
  /// A part that decided for itself, with who is in it now.
  func decidingUnit(_ ref: UnitRef, of deciding: RunID, _ state: SessionState) -> OwningUnit {
    let all = activity(of: deciding, state).map { units(of: $0, state.takes[deciding.take - 1], state) } ?? []
    return all.first { $0.ref == ref } ?? OwningUnit(ref: ref, title: "", members: [])
  }

  /// What is tied where somebody belongs; `nil` where a run is no run-off of parts, or nobody said whose sheet it is.
  func tied(for unit: UnitRef, in run: ActivityRun, _ state: SessionState) -> [ThingRef]? {
    guard let off = run.runOff, let parts = off.parts else { return nil }
    if case .sheet = unit { return nil }
    let own = parts.filter { part in
      part.unit == unit
        || unit.person.map { decidingUnit(part.unit, of: off.deciding, state).members.contains($0) } ?? false
    }
    return own.flatMap(\.things)
  }
}

extension Activity {
  /// What happens at a cut between equals.
  var ties: Ties? {
    switch kind {
    case .select(let selection): selection.ties
    case .decide(let decide): decide.ties
    default: nil
    }
  }

  /// The marks that a decision or selection counts.
  var marksCounted: SourceRef? {
    switch kind {
    case .select(let selection): selection.rankedBy
    case .decide: from
    default: nil
    }
  }

  /// Which score wins.
  var bestCounted: Best {
    switch kind {
    case .select(let selection): selection.best
    case .decide(let decide): decide.best
    default: .highest
    }
  }

  /// How an option is scored by them.
  var measureCounted: Measure {
    switch kind {
    case .select(let selection): selection.measure
    case .decide(let decide): decide.measure ?? .median
    default: .median
    }
  }
}

extension FlowElement {
  var activityCount: Int { if case .step(let step) = kind { step.activities.count } else { 0 } }
}
