package import MethodModel

/// Where the people who placed a thing put it, taken together.
package struct Position: Sendable, Hashable {
  /// The median on each axis; `nil` where nobody said.
  package let values: [Number?]
  /// `low-high` and the like, the first axis first; `nil` in the middle or without two values.
  package let corner: String?
  /// The zone that was named most often; `nil` where two were named equally often.
  package let zone: String?
  /// How many placed it.
  package let count: Int
}

extension Position {
  /// "8 / 2, high-low", as far as it is known.
  var words: String {
    let numbers = values.map { $0?.description ?? "–" }.joined(separator: " / ")
    return [numbers, corner ?? "", zone ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension SessionEngine {
  /// Where a thing stands after a run, pooled over all who placed it; late marks and passes left out.
  package func position(of thing: ThingRef, in run: ActivityRun, _ state: SessionState) -> Position? {
    guard let activity = activity(of: run.id, state) else { return nil }
    // On the axes of several circles it has no one position.
    let all = axes(of: activity, behind: thing, in: run, state)
    let axes = all.count > 2 ? [] : all
    let given = run.marks.values.map { marks in marks.filter { $0.key.thing == thing && $0.value.value != nil } }
    let count = given.count { !$0.isEmpty }
    guard count > 0 else { return nil }
    let values = axes.map { axis in
      let key = MarkKey(thing: thing, criterion: axis.word)
      return Statistics(given.compactMap { $0[key]?.value.flatMap { axis.number(of: $0) } }).value(of: .median)
    }
    let sides = zip(axes, values).compactMap { axis, value in value.flatMap { axis.side(of: $0) } }
    let zones = given.compactMap { $0[MarkKey(thing: thing, criterion: Placing.zone)]?.value }
    return Position(
      values: values, corner: sides.count == 2 ? sides.joined(separator: "-") : nil, zone: mostFrequent(zones),
      count: count)
  }

  private func mostFrequent(_ words: [String]) -> String? {
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    let best = counts.filter { $0.value == most }.keys
    return best.count == 1 ? best.first : nil
  }

  /// The things of an outcome of placements, or those in one zone or corner.
  func thingsPlaced(
    _ source: SourceRef, _ outcome: OutcomeState, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    var newest: [ThingRef: ActivityRun] = [:]
    var order: [ThingRef] = []
    for run in currentRuns(outcome, state, scope) {
      for thing in run.ballot where newest.updateValue(run, forKey: thing) == nil { order.append(thing) }
    }
    let standing = order.filter { !isRetired($0, state) }
    guard let part = source.part, !["answers", "reasons"].contains(part) else { return standing }
    return standing.filter { thing in
      newest[thing].flatMap { position(of: thing, in: $0, state) }.map { $0.corner == part || $0.zone == part } ?? false
    }
  }

  /// Whether a path names a zone or corner rather than an axis: then it is about things.
  func isCorner(_ source: SourceRef, _ state: SessionState, _ scope: Scope) -> Bool {
    guard let part = source.part, let activity = index.writers[source.name] else { return false }
    return !["first", "second", "answers", "reasons"].contains(part)
      && !axes(of: activity, state, scope).contains { $0.word == part }
  }

  /// A figure over one axis: `of="map/effort"`, or the first or second by `map/first` and `map/second`.
  func figureOfPlacements(_ test: Test, _ state: SessionState, _ scope: Scope) -> Figure {
    guard let outcome = state.outcomes[test.of.name] else { return Figure(why: "nobody has been asked yet") }
    let subject = test.subject.map { word(of: $0, state, scope) }
    let standing = Set(thingsPlaced(SourceRef(name: test.of.name), outcome, state, scope))
    let readings = runsForReading(outcome, test, subject, state, scope).map { reading in
      (run: reading.run, things: reading.things.intersection(standing))
    }
    guard !readings.isEmpty else { return Figure(why: "nobody has been asked yet") }
    if let stale = stalenessOfMarks(readings, test, state) { return Figure(why: stale) }
    let basis = basis(of: readings, test, subject, state, scope)
    let answered = min(basis.answered.count, basis.present.count)
    let isInPart = readings.contains { isEnteredInPart($0.run, state) }
    var figure =
      isInPart ? Figure(entered: answered) : Figure(answered: answered, electorate: basis.present.count)
    if test.measure == .answered {
      guard !isInPart else { return figure.unknown(Self.notAllEntered) }
      figure.value = Number.ratio(answered, of: basis.present.count)
      figure.why = "nobody may answer"
      return figure
    }
    if test.of.part ?? "answers" == "answers", test.measure == .share || test.measure == .distinct {
      let zones = figureOfZones(test, readings, basis, figure, state, scope)
      return isInPart && !(test.measure == .share && test.among == .given) ? zones.atLeast : zones
    }
    let numbers = readings.flatMap { self.numbers(of: $0.things, on: test.of.part, in: $0.run, state) }
    if test.measure == .count, test.of.part == nil {
      let placed = readings.flatMap { reading in
        reading.things.filter { position(of: $0, in: reading.run, state) != nil }
      }
      figure.value = Number(Set(placed).count)
      if isInPart { figure = figure.atLeast }
    } else if numbers.count < max(1, test.needs) {
      figure.why = numbers.isEmpty ? "no values yet" : "\(numbers.count) of \(test.needs) values needed"
    } else {
      figure.value = Statistics(numbers).value(of: test.measure)
      figure.why = "a placement has no \(test.measure.rawValue)"
    }
    return figure
  }

  /// Which zones were named: how many different ones, or how large a share named those that `where` asks for.
  private func figureOfZones(
    _ test: Test, _ readings: [MarkReading], _ basis: MarkBasis, _ begun: Figure, _ state: SessionState,
    _ scope: Scope
  ) -> Figure {
    var figure = begun
    let named = readings.flatMap { reading in
      reading.run.marks.sorted { $0.key < $1.key }.flatMap { unit, marks in
        reading.things.compactMap { thing -> GivenMark? in
          let key = MarkKey(thing: thing, criterion: Placing.zone)
          guard let mark = marks[key], !mark.isLate, let value = mark.value else { return nil }
          return GivenMark(unit: unit, key: key, value: value, reason: mark.reason)
        }
      }
    }
    figure.why = "nobody has named a zone yet"
    guard !named.isEmpty else { return figure }
    if test.measure == .distinct {
      figure.value = Number(Set(named.map(\.value)).count)
      return figure
    }
    let matching = named.count { mark in
      test.filters.allSatisfy { matches(mark, $0, state, scope) }
    }
    let base =
      switch test.among {
      case .given: named.count
      case .present: basis.presentAnswers
      case .entitled: basis.entitledAnswers
      }
    figure.value = Number.ratio(matching, of: base)
    return figure
  }

  private func numbers(
    of things: Set<ThingRef>, on part: String?, in run: ActivityRun, _ state: SessionState
  ) -> [Number] {
    guard let activity = activity(of: run.id, state), let part else { return [] }
    let take = state.takes[run.id.take - 1]
    return run.marks.sorted { $0.key < $1.key }.flatMap { unit, marks -> [Number] in
      guard let axis = axes(of: activity, for: unit, in: take, state).called(part) else { return [] }
      return things.compactMap {
        marks[MarkKey(thing: $0, criterion: axis.word)]?.value.flatMap { axis.number(of: $0) }
      }
    }
  }
}
