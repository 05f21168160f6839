package import MethodModel

/// What a measure came to, and on what it rests.
package struct Figure: Sendable, Hashable {
  package var value: Number?
  package var answered: Int?
  package var electorate: Int?
  /// Why there is no value.
  package var why: String?
  /// How many answers were entered, where not all of the paper was.
  package var entered: Int?
  /// What stands on paper and was not entered could make it more.
  package var isAtLeast = false

  /// "9 of 11 answered"; "3 entered, not all".
  package var basis: String? {
    if let entered { return "\(entered) entered, not all" }
    guard let answered else { return nil }
    return electorate.map { "\(answered) of \($0) answered" } ?? "\(answered)"
  }
}

/// One given value with what it was given to.
struct GivenMark {
  var unit: UnitRef
  var key: MarkKey
  var value: String
  var reason: String?
}

extension SessionEngine {
  /// A measure over an outcome, as a test asks for it.
  func figure(of test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    if let earlier = earlier(test.of.name, state), scope.names[test.of.name] == nil {
      return figure(of: test, in: earlier, state, scope)
    }
    if let change = test.change { return changedFigure(of: test, since: change, state, scope) }
    if let why = missingRounds(of: test, state.outcomes[test.of.name], state, scope) { return Figure(why: why) }
    switch index.outcomeKinds[test.of.name] {
    case .votes?, .ratings?: return figureOfMarks(test, state, scope)
    case .placements? where !isCorner(test.of, state, scope): return figureOfPlacements(test, state, scope)
    case .decisions? where test.of.part == nil: return figureOfDecision(test, state, scope)
    default: return figureOfEnteredThings(test, state, scope)
    }
  }

  // MARK: Things

  private func figureOfThings(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    let isOutcome = index.outcomeKinds[test.of.name] != nil && scope.names[test.of.name] == nil
    if isOutcome, !hasCurrentRun(test.of.name, state, scope) {
      return Figure(why: "“\(spoken(test.of.name))” has not been worked on yet")
    }
    let newest = state.outcomes[test.of.name].map { newestRound(of: $0, state, scope) } ?? 0
    let subject = test.subject.map { word(of: $0, state, scope) }
    let all = picked(
      thingsInRounds(of: test, state, scope).filter { isInRounds($0, of: test, newest: newest, state) }, by: subject,
      state)
    let base = narrowed(all, within: test.within, except: test.except, filters: [], naming: "", state, scope)
    if let stale = stalenessOfThings(base, of: test, state, scope) { return Figure(why: stale) }
    let things = base.filter { thing in test.filters.allSatisfy { passes(thing, $0, state, scope) } }
    let values = test.of.part.map { part in things.map { field(part, of: $0, state) }.filter { !$0.isEmpty } } ?? []
    switch test.measure {
    case .count: return Figure(value: Number(isField(test.of, scope) ? values.count : things.count))
    case .distinct: return Figure(value: Number(Set(values).count))
    case .share:
      // Without a filter it is `in` that says which of all are counted.
      let whole = test.filters.isEmpty ? all.count : base.count
      guard let share = Number.ratio(things.count, of: whole) else { return Figure(why: "there is nothing yet") }
      return Figure(value: share)
    case .objections: return Figure(value: Number(things.count))
    case .decided: return Figure(value: things.isEmpty ? 0 : 1)
    default: return statistic(test, values.compactMap { Number($0) })
    }
  }

  /// The same, where not all of the paper was entered as what that leaves open.
  private func figureOfEnteredThings(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    let figure = figureOfThings(test, state, scope)
    return isEnteredInPart(test.of, state, scope) ? figure.ofThingsEnteredInPart(by: test.measure) : figure
  }

  private func hasCurrentRun(_ name: String, _ state: SessionState, _ scope: Scope) -> Bool {
    guard let outcome = outcome(name, state) ?? state.outcomes[index.writers[name]?.target ?? ""] else { return false }
    return !currentRuns(outcome, state, scope).isEmpty
  }

  private func figureOfDecision(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    if let stale = stalenessOfVerdicts(test.of.name, state, scope) { return Figure(why: stale) }
    let subject = test.subject.map { word(of: $0, state, scope) }
    let verdicts = picked(newestRecords(test.of.name, state, scope), by: subject, state).map(\.verdict)
    switch test.measure {
    case .decided:
      guard !verdicts.isEmpty else { return Figure(why: "nothing has been decided yet") }
      return Figure(value: verdicts.allSatisfy(\.isPositive) ? 1 : 0)
    case .objections:
      guard let verdict = verdicts.together else { return Figure(why: "nobody has been asked yet") }
      let open = openObjections(verdicts, state).count
      if open == 0, verdict.result == .deferred {
        return Figure(
          answered: verdict.answered, electorate: verdict.electorate,
          why: verdict.enteredInPart == true
            ? Self.notAllEntered
            : verdict.answered < verdict.electorate
              ? "\(verdict.electorate - verdict.answered) have not answered" : verdict.remark)
      }
      return Figure(value: Number(open), answered: verdict.answered, electorate: verdict.electorate)
    case .count: return Figure(value: Number(verdicts.count))
    case .answered:
      guard let verdict = verdicts.together else { return Figure(why: "nobody has been asked yet") }
      guard verdict.enteredInPart != true else { return Figure(why: Self.notAllEntered) }
      return Figure(
        value: Number.ratio(verdict.answered, of: verdict.electorate), answered: verdict.answered,
        electorate: verdict.electorate, why: "nobody may answer")
    default: return Figure(why: "a decision has no \(test.measure.rawValue)")
    }
  }

  // MARK: Marks

  private func figureOfMarks(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    guard let outcome = outcome(test.of.name, state) else { return Figure(why: "nobody has been asked yet") }
    let subject = test.subject.map { word(of: $0, state, scope) }
    let runs = runsForReading(outcome, test, subject, state, scope)
    guard let newest = runs.last else { return Figure(why: "nobody has been asked yet") }
    if let stale = stalenessOfMarks(runs, test, state) { return Figure(why: stale) }
    let given = runs.flatMap { givenMarks($0, subject, state) }
    let electorate = electorate(of: newest.run, state)
    var figure = Figure(answered: answeredCount(newest, subject, electorate), electorate: electorate.present.count)
    let scale = scale(of: test.of.name)
    let matching = given.filter { mark in
      test.filters.allSatisfy {
        matches(text(of: $0.field, in: mark, state), $0, scale: $0.field == "value" ? scale : nil, state, scope)
      }
    }
    switch test.measure {
    case .count: figure.value = Number(matching.count)
    case .distinct: figure.value = Number(Set(matching.map(\.value)).count)
    case .answered:
      figure.value = Number.ratio(figure.answered ?? 0, of: electorate.present.count)
      figure.why = "nobody may answer"
    case .share:
      let base =
        switch test.among {
        case .given: given.count
        case .present: electorate.present.count
        case .entitled: electorate.entitled.count
        }
      figure.value = Number.ratio(matching.count, of: base)
      figure.why = "nobody has answered yet"
    case .mean where runs.allSatisfy({ !$0.run.tallies.isEmpty }):
      let tallies = runs.flatMap { reading in reading.things.compactMap { reading.run.tallies[$0] } }
      let ballots = tallies.compactMap(\.ballots).reduce(0, +)
      figure.value = tallies.reduce(.zero) { $0 + $1.total }.divided(by: Number(ballots))
      figure.why = "only sums were entered, without how many sheets there were"
    default:
      var numbers = matching.compactMap { number(of: $0, in: test.of.name, newest.run, state) }
      numbers += tallied(runs.map(\.run), subject, test.measure, state)
      if numbers.isEmpty, test.measure == .sum, isVoted(newest.run, state) { numbers = [.zero] }
      let statistic = statistic(test, numbers)
      figure.value = statistic.value
      figure.why = statistic.why
    }
    return enteredInPart(figure, test, runs, state)
  }

  /// Whether a vote was given: what got nothing in it has nought, where a rating that nobody gave says nothing.
  private func isVoted(_ run: ActivityRun, _ state: SessionState) -> Bool {
    guard case .vote? = activity(of: run.id, state)?.kind, !run.isWithoutNames || run.isSealed else { return false }
    return !run.answered.isEmpty || !run.tallies.isEmpty
  }

  /// The newest run of each thing, with the things to read from it.
  func runsForReading(
    _ outcome: OutcomeState, _ test: Test, _ subject: String?, _ state: SessionState, _ scope: Scope
  ) -> [(run: ActivityRun, things: Set<ThingRef>)] {
    let kept = test.within.isEmpty ? nil : Set(test.within.flatMap { things($0, state, scope) })
    let removed = Set(test.except.flatMap { things($0, state, scope) })
    var ages = RoundAges()
    var result: [(run: ActivityRun, things: Set<ThingRef>)] = []
    for run in currentRuns(outcome, state, scope).reversed() {
      let path = withoutRotationLaps(state.takes[run.id.take - 1].path)
      let carried = carriedPoints(in: run, state)
      let circle = state.takes[run.id.take - 1].commonCircles
      let asked = asked(in: run, subject, carried, state)
      let fresh = Set(
        Set(asked).filter { thing in
          test.rounds.ages.contains(ages.age(of: thing, in: circle, at: path)) && (kept?.contains(thing) ?? true)
            && !removed.contains(thing)
        })
      guard !fresh.isEmpty else { continue }
      result.append((run, fresh))
    }
    return result.reversed()
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

  private func isCriterion(_ word: String, of run: ActivityRun, _ state: SessionState) -> Bool {
    guard let activity = activity(of: run.id, state), case .rate(let rating) = activity.kind,
      let criteria = rating.criteria
    else { return false }
    return things(criteria, state, Scope()).contains { $0.word == word }
  }

  /// Values given in a run to what a `for` names; passes and late ones left out.
  func givenMarks(
    _ reading: (run: ActivityRun, things: Set<ThingRef>), _ subject: String?, _ state: SessionState
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

  private func answeredCount(
    _ newest: (run: ActivityRun, things: Set<ThingRef>), _ subject: String?, _ electorate: Electorate
  ) -> Int {
    guard subject != nil else { return electorate.answered }
    let named = newest.run.marks.values.filter { marks in
      newest.things.count == 1
        ? newest.things.contains { marks.marks(on: $0).contains { !$0.value.isLate } }
        : marks.contains { newest.things.contains($0.key.thing) && !$0.value.isLate }
    }.count
    return max(named, newest.things.compactMap { newest.run.tallies[$0]?.ballots }.max() ?? 0)
  }

  private func tallied(
    _ runs: [ActivityRun], _ subject: String?, _ measure: Measure, _ state: SessionState
  ) -> [Number] {
    guard measure == .sum else { return [] }
    return runs.flatMap { run in
      let carried = carriedPoints(in: run, state)
      return run.tallies.filter { thing, _ in
        let thing = carried[thing] ?? thing
        return subject.map { thing.isCalled($0) } ?? true
      }.map(\.value.total)
    }
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

  /// The statistic a test asks for, over at least `needs` values.
  private func statistic(_ test: Test, _ numbers: [Number]) -> Figure {
    guard numbers.count >= max(1, test.needs) else {
      let wanted = max(1, test.needs)
      return Figure(why: numbers.isEmpty ? "no values yet" : "\(numbers.count) of \(wanted) values needed")
    }
    return Figure(value: Statistics(numbers).value(of: test.measure))
  }
}

extension [MarkKey: Mark] {
  /// A unit's marks on one thing: found at once where there are no criteria.
  fileprivate func marks(on thing: ThingRef) -> [(key: MarkKey, value: Mark)] {
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

/// Figures over exact numbers.
package struct Statistics: Sendable {
  private let sorted: [Number]

  package init(_ numbers: [Number]) { sorted = numbers.sorted() }

  /// `nil` over nothing, and for measures that are no statistic.
  package func value(of measure: Measure) -> Number? {
    guard let first = sorted.first, let last = sorted.last else { return nil }
    switch measure {
    case .median:
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]).divided(by: 2) : sorted[middle]
    case .mean: return sum.divided(by: Number(sorted.count))
    case .min: return first
    case .max: return last
    case .spread: return last - first
    case .sum: return sum
    default: return nil
    }
  }

  private var sum: Number { sorted.reduce(.zero, +) }
}
