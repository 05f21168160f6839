import MethodModel

/// What a measure over votes and ratings comes to.
extension SessionEngine {
  static let notCounted = "it was not entered how many sheets there were"

  func figureOfMarks(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    guard let outcome = outcome(test.of.name, state) else { return Figure(why: "nobody has been asked yet") }
    let subject = test.subject.map { word(of: $0, state, scope) }
    let readings = runsForReading(outcome, test, subject, state, scope)
    guard !readings.isEmpty else { return Figure(why: "nobody has been asked yet") }
    if let stale = stalenessOfMarks(readings, test, state) { return Figure(why: stale) }
    let basis = basis(of: readings, test, subject, state, scope)
    let answered = basis.present.isEmpty ? basis.answered.count : min(basis.answered.count, basis.present.count)
    var figure = Figure(
      answered: basis.isUncounted ? nil : answered, electorate: basis.isUncounted ? nil : basis.present.count)
    let sums = SummedMarks(readings, carried: { carriedPoints(in: $0, state) })
    if let why = unknown(test, readings, sums, state) {
      return enteredInPart(figure.unknown(why), test, readings, state)
    }
    if test.measure == .answered {
      figure.value = basis.isUncounted ? nil : Number.ratio(answered, of: basis.present.count)
      figure.why = basis.isUncounted ? Self.notCounted : "nobody may answer"
    } else {
      let value = value(of: test, subject, readings, sums, basis, state, scope)
      (figure.value, figure.why) = (value.value, value.why)
    }
    figure = enteredInPart(figure, test, readings, state)
    let isLeftOpen = readings.contains { reading in
      reading.things.contains { isUnentered($0, in: reading.run, state) }
    }
    guard isLeftOpen, !figure.isAtLeast, [.sum, .count, .share].contains(test.measure) else { return figure }
    return test.measure == .share ? figure.unknown(Self.notAllEntered) : figure.atLeast
  }

  private func value(
    of test: Test, _ subject: String?, _ readings: [MarkReading], _ sums: SummedMarks, _ basis: MarkBasis,
    _ state: SessionState, _ scope: Scope
  ) -> Figure {
    let scale = scale(of: test.of.name)
    func isMeant(_ mark: GivenMark) -> Bool {
      test.filters.allSatisfy {
        matches(mark, $0, scale: $0.field == "value" ? scale : nil, state, scope)
      }
    }
    // By which criterion is no question of who said what: it says what is counted.
    func isByCriterion(_ mark: GivenMark) -> Bool {
      test.filters.allSatisfy {
        $0.field != "criterion" || matches(mark, $0, state, scope)
      }
    }
    let given = readings.map { givenMarks($0, subject, state) }
    let matching = given.map { $0.filter(isMeant) }
    let count = matching.reduce(0) { $0 + $1.count } + summedCount(sums, readings, test, isMeant, state)
    switch test.measure {
    case .count: return Figure(value: Number(count))
    case .distinct: return Figure(value: Number(Set(matching.joined().map(\.value)).count))
    case .share:
      let base =
        switch test.among {
        case .given:
          areBallots(readings, state) ? basis.ballotAnswers : given.reduce(0) { $0 + $1.count(where: isByCriterion) }
        case .present: basis.presentAnswers
        case .entitled: basis.entitledAnswers
        }
      return Figure(value: Number.ratio(count, of: base), why: "nobody has answered yet")
    default:
      let values = zip(readings, matching).flatMap { reading, marks in
        marks.compactMap { mark in
          number(of: mark, in: test.of.name, reading.run, state).map {
            CriterionValue(criterion: mark.key.criterion, number: $0)
          }
        }
      }
      guard test.measure == .product || test.weights != nil else {
        return statistic(test, values.map(\.number), sums, readings, state)
      }
      return weighed(test, values, state, scope)
    }
  }

  /// One figure out of those by each criterion.
  private func weighed(
    _ test: Test, _ values: [CriterionValue], _ state: SessionState, _ scope: Scope
  ) -> Figure {
    let enough = statistic(test, values.map(\.number))
    guard enough.why == nil || test.measure == .product else { return enough }
    let scoring = Scoring(
      marks: test.of, measure: test.measure, weights: test.weights.map { weights($0, state, scope) },
      criteria: criteria(of: test.of.name, state))
    return Figure(
      value: scoring.value(of: values), why: "not every criterion has a value, or nobody has said what it weighs")
  }

  private func statistic(
    _ test: Test, _ numbers: [Number], _ sums: SummedMarks, _ readings: [MarkReading], _ state: SessionState
  ) -> Figure {
    switch test.measure {
    case .sum:
      guard numbers.isEmpty, sums.isEmpty else { return statistic(test, numbers + sums.totals) }
      return readings.contains { isVoted($0.run, state) } ? Figure(value: .zero) : statistic(test, [])
    case .mean where !sums.isEmpty:
      guard let sheets = sums.sheets else { return Figure(why: "only sums were entered, and \(Self.notCounted)") }
      let total = numbers.reduce(.zero, +) + sums.totals.reduce(.zero, +)
      return Figure(value: total.divided(by: Number(numbers.count + sheets)), why: "no values yet")
    default: return statistic(test, numbers)
    }
  }

  /// Why a measure can say nothing although something was given; `nil` where it can.
  private func unknown(
    _ test: Test, _ readings: [MarkReading], _ sums: SummedMarks, _ state: SessionState
  ) -> String? {
    guard test.measure != .answered else { return nil }
    if readings.allSatisfy({ reading in reading.things.allSatisfy { isUnentered($0, in: reading.run, state) } }) {
      return Self.notEntered
    }
    if let nameless = readings.first(where: { $0.run.isWithoutNames && $0.run.marks.isEmpty }), test.measure != .sum,
      test.measure != .mean, !nameless.run.answered.isEmpty
    {
      return nameless.run.isSealed
        ? "only sums are kept of what fewer than \(Self.smallestShownGroup) people gave without names"
        : "what was handed in without names is counted when entries close"
    }
    guard !sums.isEmpty else { return nil }
    switch test.measure {
    case .sum, .mean: return test.filters.isEmpty ? nil : Self.onlySums
    case .count, .share: return isCountable(test, readings, sums, state) ? nil : Self.onlySums
    default: return Self.onlySums
    }
  }

  private static let onlySums = "only sums were entered"

  /// Whether sums tell how many marks there were: an approval is a mark, dots are not; ratings by their sheets.
  private func isCountable(
    _ test: Test, _ readings: [MarkReading], _ sums: SummedMarks, _ state: SessionState
  ) -> Bool {
    guard test.filters.allSatisfy({ $0.field == "value" }) else { return false }
    return readings.allSatisfy { reading in
      switch activity(of: reading.run.id, state)?.kind {
      case .vote(let vote)?: vote.kind == .approval
      case .rate?: test.measure == .count && test.filters.isEmpty && sums.sheets != nil
      default: false
      }
    }
  }

  /// How many marks that are meant stand behind the sums.
  private func summedCount(
    _ sums: SummedMarks, _ readings: [MarkReading], _ test: Test, _ isMeant: (GivenMark) -> Bool, _ state: SessionState
  ) -> Int {
    guard !sums.isEmpty else { return 0 }
    guard areBallots(readings, state) else { return sums.sheets ?? 0 }
    let approval = GivenMark(unit: .sheet(0), key: MarkKey(thing: .value("", of: "")), value: "1")
    guard isMeant(approval) else { return 0 }
    return Int(sums.totals.reduce(.zero, +).units / Number.unitsPerOne)
  }

  private func areBallots(_ readings: [MarkReading], _ state: SessionState) -> Bool {
    readings.contains { reading in
      if case .vote? = activity(of: reading.run.id, state)?.kind { true } else { false }
    }
  }

  /// Whether a vote was given: what got nothing in it has nought, where a rating that nobody gave says nothing.
  private func isVoted(_ run: ActivityRun, _ state: SessionState) -> Bool {
    guard case .vote? = activity(of: run.id, state)?.kind, !run.isWithoutNames || run.isSealed else { return false }
    return !run.answered.isEmpty
  }
}

/// What was entered as sums of what is read.
private struct SummedMarks {
  let totals: [Number]
  /// How many answers they add up; `nil` where that was not said of each.
  let sheets: Int?

  init(_ readings: [MarkReading], carried: (ActivityRun) -> [ThingRef: ThingRef]) {
    let tallies = readings.flatMap { reading in
      guard !reading.run.tallies.isEmpty else { return [Tally]() }
      let carried = carried(reading.run)
      return reading.run.tallies.filter { reading.things.contains(carried[$0.key] ?? $0.key) }.map(\.value)
    }
    totals = tallies.map(\.total)
    sheets = tallies.contains { $0.ballots == nil } ? nil : tallies.compactMap(\.ballots).reduce(0, +)
  }

  var isEmpty: Bool { totals.isEmpty }
}
