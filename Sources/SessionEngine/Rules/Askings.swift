import MethodModel

/// What was put up several times: to circles apart, one thing after the other, or again in a later round.
extension SessionEngine {
  /// The newest askings of each thing, one of each circle and for each thing in hand, in the order in which they were made.
  func newestAskings(of marks: String, _ state: SessionState, _ scope: Scope) -> [ThingRef: [ActivityRun]] {
    guard let outcome = outcome(marks, state) else { return [:] }
    var ages = RoundAges()
    var askings: [ThingRef: [ActivityRun]] = [:]
    for run in currentRuns(outcome, state, scope).reversed() {
      let take = state.takes[run.id.take - 1]
      let path = withoutRotationLaps(take.path)
      for thing in run.ballot where ages.age(of: thing, in: take, at: path) == 0 {
        askings[thing, default: []].insert(run, at: 0)
      }
    }
    return askings
  }

  /// Several askings as if they were one: all that was put up, all who were asked, and all that they gave.
  func together(_ askings: [ThingRef: [ActivityRun]], _ state: SessionState) -> (run: ActivityRun, Electorate)? {
    var runs: [RunID: ActivityRun] = [:]
    for run in askings.values.joined() { runs[run.id] = run }
    let ordered = runs.values.sorted { ($0.id.take, $0.id.activity) < ($1.id.take, $1.id.activity) }
    guard ordered.count > 1, var whole = ordered.last else { return nil }
    whole.ballot = ordered.flatMap(\.ballot).uniqued
    whole.onBallot = Set(whole.ballot)
    whole.answered = ordered.reduce(into: []) { $0.formUnion($1.answered) }
    whole.tallies = ordered.reduce(into: [:]) { $0.merge($1.tallies) { $0.adding($1) } }
    whole.marks = [:]
    for (place, run) in ordered.enumerated() {
      for (unit, marks) in run.marks {
        whole.marks[unit.apart(by: place), default: [:]].merge(marks) { _, newer in newer }
      }
    }
    return (whole, electorate(of: ordered, state))
  }

  private func electorate(of runs: [ActivityRun], _ state: SessionState) -> Electorate {
    var whole = Electorate(entitled: [], present: [], answered: 0)
    var answered = VoterCount()
    for run in runs {
      let own = electorate(of: run, state)
      whole.entitled += own.entitled
      whole.present += own.present
      let refs = Set(own.entitled.map(\.ref))
      answered.add(
        run.answered.filter { $0.isSheet || refs.contains($0) }, sheets: run.isSealed ? 0 : run.sheetsSummed,
        in: state.takes[run.id.take - 1].commonCircles)
    }
    whole.entitled = whole.entitled.uniqued
    whole.present = whole.present.uniqued
    whole.answered = answered.count
    return whole
  }
}

extension UnitRef {
  var isSheet: Bool { if case .sheet = self { true } else { false } }

  /// A sheet of one asking is none of another one's.
  fileprivate func apart(by asking: Int) -> UnitRef {
    if case .sheet(let number) = self { .sheet(asking * 100_000 + number) } else { self }
  }
}

extension Tally {
  fileprivate func adding(_ other: Tally) -> Tally {
    Tally(total: total + other.total, ballots: ballots.flatMap { own in other.ballots.map { own + $0 } })
  }
}
