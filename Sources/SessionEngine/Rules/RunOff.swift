import MethodModel

/// What a run-off repeats, and for what.
package struct RunOff: Hashable, Sendable, Codable {
  /// The step whose ballot comes once more.
  package var place: String
  /// The activity's place in that step, from 0.
  package var activity: Int
  /// The decision or selection that was tied.
  package var deciding: RunID

  package init(place: String, activity: Int, deciding: RunID) {
    self.place = place
    self.activity = activity
    self.deciding = deciding
  }
}

extension Decision {
  /// Opens the ballot once more over those tied, as a new round of the marks, where the author wants that.
  mutating func openRunOff(_ deciding: RunID) {
    guard let activity = engine.activity(of: deciding, state), activity.ties == .runOff,
      let tied = state.outcomes[activity.target]?.verdicts.last(where: { $0.run == deciding })?.verdict,
      tied.result == .tied, tied.unit == nil, let marks = activity.marksCounted,
      let earlier = state.outcomes[marks.name].flatMap({ engine.currentRuns($0, state, scope).last }),
      let ballot = ballotPlace(of: earlier)
    else { return }
    let taken = state.takes[deciding.take - 1].runs.map(\.id.activity).max() ?? 0
    let count = index.element(state.takes[deciding.take - 1].place)?.activityCount ?? 0
    emit(
      ActivityOpened(
        run: RunID(take: deciding.take, activity: max(taken, count - 1) + 1), outcome: marks.name,
        round: (state.outcomes[marks.name]?.rounds ?? 0) + 1, ballot: tied.tiedThings,
        runOff: RunOff(place: ballot.place, activity: ballot.activity, deciding: deciding),
        withoutNames: earlier.isWithoutNames ? true : nil))
  }

  private func ballotPlace(of run: ActivityRun) -> (place: String, activity: Int)? {
    guard run.runOff == nil else { return nil }
    return (state.takes[run.id.take - 1].place, run.id.activity)
  }

  /// Decides what was tied by the run-off alone; still tied, or nobody voting: somebody is asked.
  mutating func settleByRunOff(_ run: ActivityRun) {
    guard let off = run.runOff, let activity = engine.activity(of: off.deciding, state),
      let marks = activity.marksCounted, let earlier = openTie(run)
    else { return }
    let measure = activity.measureCounted
    let scores = Dictionary(
      uniqueKeysWithValues: run.ballot.map { ($0, engine.score(of: $0, in: run, marks.name, measure, state)) })
    let ranking = Ranking(run.ballot, scores)
    var verdict = earlier
    let (certain, tied) = ranking.order.isEmpty ? ([], run.ballot) : ranking.top(placesLeft(earlier, activity))
    verdict.winners += certain
    verdict.tied = tied.isEmpty ? nil : tied
    verdict.rest = earlier.subject.filter { !verdict.winners.contains($0) }
    verdict.remark =
      (earlier.remark ?? "a tie") + (tied.isEmpty ? ", settled by a run-off" : ", and still after a run-off")
    for place in verdict.scores.indices {
      guard let score = scores[verdict.scores[place].thing] else { continue }
      verdict.scores[place].score = score
    }
    if tied.isEmpty { conclude(runOff: &verdict, activity, run) }
    emit(Decided(run: off.deciding, outcome: activity.target, verdict: verdict))
  }

  /// A winner of a run-off must meet the rule by the run-off's own marks.
  private func conclude(runOff verdict: inout Verdict, _ activity: Activity, _ run: ActivityRun) {
    guard case .decide(let decide) = activity.kind else {
      verdict.result = .selected
      return
    }
    let electorate = engine.electorate(of: run, state)
    verdict.answered = electorate.answered
    verdict.electorate = electorate.present.count
    let holding = verdict.winners.filter { thing in
      guard let score = verdict.scores.first(where: { $0.thing == thing })?.score else { return false }
      return isMet(decide, score, run, electorate, scope)
    }
    verdict.result = holding.isEmpty ? .rejected : .won
    verdict.winners = holding
    verdict.rest = verdict.subject.filter { !holding.contains($0) }
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
