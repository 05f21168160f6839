package import MethodModel

/// One given value with what it was given to.
struct GivenMark {
  var unit: UnitRef
  var key: MarkKey
  var value: String
  var reason: String?
}

/// A run of an activity with the things that are read from it.
typealias MarkReading = (run: ActivityRun, things: Set<ThingRef>)

/// Which marks a measure reads: of each thing those of the newest asking in each circle.
extension SessionEngine {
  /// The newest run of each thing, with the things to read from it.
  func runsForReading(
    _ outcome: OutcomeState, _ test: Test, _ subject: String?, _ state: SessionState, _ scope: Scope
  ) -> [MarkReading] {
    let kept = test.within.isEmpty ? nil : Set(test.within.flatMap { things($0, state, scope) })
    let removed = Set(test.except.flatMap { things($0, state, scope) })
    var ages = RoundAges()
    var result: [MarkReading] = []
    for run in currentRuns(outcome, state, scope).reversed() where !isLeftOut(run, state) {
      let take = state.takes[run.id.take - 1]
      let path = withoutRotationLaps(take.path)
      let carried = carriedPoints(in: run, state)
      let asked = asked(in: run, subject, carried, state)
      let namesNoThing = subject.map { isCriterion($0, of: run, state) } ?? true
      let fresh = Set(
        Set(asked).filter { thing in
          test.rounds.ages.contains(ages.age(of: thing, in: take, at: path)) && (kept?.contains(thing) ?? true)
            && !removed.contains(thing) && !(namesNoThing && isWithdrawn(thing, state))
        })
      guard !fresh.isEmpty else { continue }
      result.append((run, fresh))
    }
    return result.reversed()
  }

  /// Whether its step was left out before anybody had answered.
  func isLeftOut(_ run: ActivityRun, _ state: SessionState) -> Bool {
    state.takes[run.id.take - 1].status == .skipped && run.answered.isEmpty && run.tallies.isEmpty
      && run.choices.isEmpty && run.entryCounts.values.allSatisfy { $0 == 0 }
  }

  /// Whether a thing was taken back, and not merged or split.
  private func isWithdrawn(_ thing: ThingRef, _ state: SessionState) -> Bool {
    state.entry(thing).map { $0.isRetired && $0.successors.isEmpty } ?? false
  }

  /// Of what was put up the one that a `for` names by its word; all, where it names a criterion or nothing.
  private func asked(
    in run: ActivityRun, _ subject: String?, _ carried: [ThingRef: ThingRef], _ state: SessionState
  ) -> [ThingRef] {
    let things = carried.isEmpty ? run.ballot : run.ballot.map { carried[$0] ?? $0 }
    guard let subject, !subject.isEmpty, !isCriterion(subject, of: run, state) else { return things }
    let entry = ThingRef.entry(EntryID(subject))
    if carried.isEmpty, run.onBallot.contains(entry) { return [entry] }
    return things.filter { $0.isCalled(subject) }
  }

  /// The criterion that `ratings/need` names.
  func criterion(in source: SourceRef) -> String? {
    guard index.outcomeKinds[source.name] == .ratings, let part = source.part, part != "answers", part != "reasons"
    else { return nil }
    return part
  }

  private func isCriterion(_ word: String, of run: ActivityRun, _ state: SessionState) -> Bool {
    guard let activity = activity(of: run.id, state), case .rate(let rating) = activity.kind,
      let criteria = rating.criteria
    else { return false }
    return things(criteria, state, Scope()).contains { $0.word == word }
  }

  /// Values given in a run to what a `for` names; passes and late ones left out.
  func givenMarks(
    _ reading: MarkReading, _ subject: String?, _ state: SessionState
  ) -> [GivenMark] {
    let byCriterion = subject.map { isCriterion($0, of: reading.run, state) } ?? false
    let carried = carriedPoints(in: reading.run, state)
    var given: [GivenMark] = []
    let only = carried.isEmpty && reading.things.count == 1 ? reading.things.first : nil
    for (unit, marks) in reading.run.marks.sorted(by: { $0.key < $1.key }) {
      for (key, mark) in only.map({ marks.marks(on: $0) }) ?? marks.sorted(by: { $0.key.thing < $1.key.thing }) {
        let thing = carried[key.thing] ?? key.thing
        guard let value = mark.value, !mark.isLate, reading.things.contains(thing),
          !byCriterion || key.criterion == subject
        else { continue }
        let key = MarkKey(thing: thing, criterion: key.criterion)
        given.append(GivenMark(unit: unit, key: key, value: value, reason: mark.reason))
      }
    }
    return carried.isEmpty ? given : given.summedPerVoter
  }

  package func scale(of outcome: String) -> Scale? {
    guard case .rate(let rating)? = index.writers[outcome]?.kind else { return nil }
    return method.scale(rating.scale)
  }

  /// What a mark counts: a point's number, dots, 1 or 0 for an approval, the points of a place.
  func number(of mark: GivenMark, in outcome: String, _ run: ActivityRun, _ state: SessionState) -> Number? {
    switch activity(of: run.id, state)?.kind {
    case .rate(let rating)?: return method.scale(rating.scale)?.number(of: mark.value)
    case .vote(let vote)? where vote.kind == .ranking:
      return Int(mark.value).flatMap { place in points(ofPlace: place, vote, run, state) }
    default: return Number(mark.value)
    }
  }
}

extension [MarkKey: Mark] {
  /// A unit's marks on one thing: found at once where there are no criteria.
  func marks(on thing: ThingRef) -> [(key: MarkKey, value: Mark)] {
    let key = MarkKey(thing: thing)
    if let mark = self[key] { return [(key, mark)] }
    return filter { $0.key.thing == thing }.sorted { ($0.key.criterion ?? "") < ($1.key.criterion ?? "") }
  }
}

extension [GivenMark] {
  /// What each voter gave to each thing as one number: points given to several things that became one.
  fileprivate var summedPerVoter: [GivenMark] {
    var places: [String: Int] = [:]
    var result: [GivenMark] = []
    for mark in self {
      let key = "\(mark.unit) \(mark.key.thing)"
      if let place = places[key], let before = Number(result[place].value), let more = Number(mark.value) {
        result[place].value = (before + more).description
      } else {
        places[key] = result.count
        result.append(mark)
      }
    }
    return result
  }
}
