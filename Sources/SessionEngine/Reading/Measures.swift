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

extension SessionEngine {
  /// A measure over an outcome, as a test asks for it.
  func figure(of test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    if let earlier = earlier(test.of.name, state), scope.names[test.of.name] == nil {
      return figure(of: test, in: earlier, state, scope)
    }
    if let criterion = criterion(in: test.of), scope.names[test.of.name] == nil {
      var narrowed = test
      narrowed.of = SourceRef(name: test.of.name)
      narrowed.filters.append(FieldTest(field: "criterion", expected: .words([.word(criterion)])))
      return figure(of: narrowed, state, scope)
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
      return Figure(why: "\(quoted(SourceRef(name: test.of.name), state)) has not been worked on yet")
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
    // 2.5 and 2.50 are one number.
    case .distinct: return Figure(value: Number(Set(values.map { Number($0)?.description ?? $0 }).count))
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
    return currentRuns(outcome, state, scope).contains { !isLeftOut($0, state) }
  }

  private func figureOfDecision(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    if let stale = stalenessOfVerdicts(test.of.name, state, scope) { return Figure(why: stale) }
    let subject = test.subject.map { word(of: $0, state, scope) }
    let verdicts = picked(newestRecords(test.of.name, state, scope), by: subject, state).map(\.verdict)
    switch test.measure {
    case .decided:
      guard !verdicts.isEmpty else { return Figure(why: "nothing has been decided yet") }
      return Figure(value: verdicts.allSatisfy { $0.isInFavour(of: subject) } ? 1 : 0)
    case .objections:
      guard let verdict = verdicts.together else { return Figure(why: "nobody has been asked yet") }
      let open = openObjections(verdicts, state).count
      if open == 0, [.deferred, .noQuorum].contains(verdict.result) {
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

  /// The statistic a test asks for, over at least `needs` values.
  func statistic(_ test: Test, _ numbers: [Number]) -> Figure {
    guard numbers.count >= max(1, test.needs) else {
      let wanted = max(1, test.needs)
      return Figure(why: numbers.isEmpty ? "no values yet" : "\(numbers.count) of \(wanted) values needed")
    }
    return Figure(value: Statistics(numbers).value(of: test.measure))
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
