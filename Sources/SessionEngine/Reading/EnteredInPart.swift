package import MethodModel

/// Paper of which only some was entered: what was not entered is not known, and never zero.
extension SessionEngine {
  static let notAllEntered = "not all of the paper was entered"
  static let notEntered = "not entered"

  /// Whether what is entered in a run may be less than what stands on paper.
  package func isEnteredInPart(_ run: ActivityRun, _ state: SessionState) -> Bool {
    activity(of: run.id, state)?.isEnteredInPart ?? false
  }

  /// Whether a thing of a run stands on paper only: it has neither a mark nor a count, and not for want of voters.
  package func isUnentered(_ thing: ThingRef, in run: ActivityRun, _ state: SessionState) -> Bool {
    guard !run.isSealed, run.tallies[thing] == nil,
      !run.tallies.isEmpty || isEnteredInPart(run, state) || activity(of: run.id, state)?.enter == .sum
    else { return false }
    return !isFull(run, state)
      && !run.marks.values.contains { marks in marks.contains { $0.key.thing == thing && !$0.value.isLate } }
  }

  /// Whether the sums that were entered use up all dots of all sheets, so that the rest got none.
  private func isFull(_ run: ActivityRun, _ state: SessionState) -> Bool {
    guard let activity = activity(of: run.id, state), case .vote(let vote) = activity.kind, vote.kind == .dots,
      !activity.isEnteredInPart, run.isCounted
    else { return false }
    let total = run.tallies.values.reduce(Number.zero) { $0 + $1.total }
    return total >= Number(budget(of: vote, run, state) * run.sheetsSummed)
  }

  /// Whether some of what a source holds may stand on paper only.
  func isEnteredInPart(_ source: SourceRef, _ state: SessionState, _ scope: Scope) -> Bool {
    guard scope.names[source.name] == nil, let outcome = outcome(source.name, state) else { return false }
    return currentRuns(outcome, state, scope).contains { isEnteredInPart($0, state) }
  }

  /// A figure over marks as far as it holds whatever else stands on the paper.
  func enteredInPart(
    _ figure: Figure, _ test: Test, _ runs: [(run: ActivityRun, things: Set<ThingRef>)], _ state: SessionState
  ) -> Figure {
    let inPart = runs.filter { isEnteredInPart($0.run, state) }
    guard !inPart.isEmpty else { return figure }
    let isCounted = inPart.allSatisfy { $0.run.isCounted }
    var figure = figure
    if !isCounted { (figure.entered, figure.answered, figure.electorate) = (figure.answered, nil, nil) }
    switch test.measure {
    case .answered: return isCounted ? figure : figure.unknown(Self.notAllEntered)
    case .share where test.among == .given: return figure
    case .sum where inPart.allSatisfy { reading in reading.things.allSatisfy { reading.run.tallies[$0] != nil } }:
      return figure
    case .sum where index.outcomeKinds[test.of.name] != .votes: return figure.unknown(Self.notAllEntered)
    case .sum, .count, .distinct, .share: return figure.atLeast
    default: return figure
    }
  }
}

extension Activity {
  /// Of what stands on paper only some is typed, or none.
  package var isEnteredInPart: Bool { enter == .selected || enter == .photo }
}

extension ActivityRun {
  /// Whether it was said how many sheets there were.
  package var isCounted: Bool { tallies.values.contains { $0.ballots != nil } }
}

extension Figure {
  /// No value, and why.
  func unknown(_ why: String) -> Figure {
    var figure = self
    (figure.value, figure.why) = (nil, why)
    return figure
  }

  /// The same as the least that it can be; nought was not counted, it was not entered.
  var atLeast: Figure {
    guard let value, value != .zero else { return unknown(why ?? SessionEngine.notEntered) }
    var figure = self
    figure.isAtLeast = true
    return figure
  }

  /// What a figure over things says where there may be more of them on paper.
  func ofThingsEnteredInPart(by measure: Measure) -> Figure {
    switch measure {
    case .count, .distinct: atLeast
    case .sum: unknown(SessionEngine.notAllEntered)
    default: self
    }
  }
}

extension Test.Comparison {
  /// What a value says that may be more: enough is enough, and too much too much.
  func result(_ value: Number, _ wanted: Number, isAtLeast: Bool) -> Trilean {
    guard isAtLeast else { return Trilean(holds(value, wanted)) }
    switch self {
    case .atLeast, .above: return holds(value, wanted) ? .holds : .noData
    case .atMost, .below: return holds(value, wanted) ? .noData : .fails
    case .equals: return value > wanted ? .fails : .noData
    }
  }
}
