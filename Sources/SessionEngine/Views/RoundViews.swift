import MethodModel

/// What came of a round of marks, for those who answer anew.
package struct RoundView: Sendable, Hashable {
  /// A thing, or a thing by a criterion.
  package struct Row: Sendable, Hashable {
    package var label: String
    /// "median 3, spread 2"; `nil` where figures may not be shown.
    package var figures: String?
    /// The viewer's own answer.
    package var own: String?
    /// Who gave the lowest and the highest value; empty unless names are shown, and where all gave the same.
    package var lowest: [String]
    package var highest: [String]
  }

  package var round: Int
  package var rows: [Row]
}

extension SessionEngine {
  /// The round of these marks before a run, as far as a viewer may see it: figures, the own answer, and, where names
  /// are shown, who was lowest and highest.
  func roundBefore(
    _ run: ActivityRun, _ activity: Activity, _ state: SessionState, _ scope: Scope, for viewer: Viewer
  ) -> RoundView? {
    guard activity.takesMarks, !activity.isSignal, run.runOff == nil,
      let outcome = outcome(activity.target, state),
      let before = currentRuns(outcome, state, scope).last(where: { $0.round < run.round && $0.id != run.id })
    else { return nil }
    return roundView(before, activity, state, for: viewer)
  }

  /// What came of a run once its figures may be seen.
  func roundView(
    _ run: ActivityRun, _ activity: Activity, _ state: SessionState, for viewer: Viewer
  ) -> RoundView? {
    let mayShowAny = mayShowFigures(of: run, state)
    let thin = MarkPrivacy(self, state).thinThings(of: run)
    let isNamed = sightOfMarks(in: run, state, for: viewer) == .named
    let own: UnitRef? = if case .person(let person) = viewer { .person(person) } else { nil }
    var given: [MarkKey: [(unit: UnitRef, value: String)]] = [:]
    for (unit, marks) in run.marks.sorted(by: { $0.key < $1.key }) {
      for (key, mark) in marks { if let value = mark.value { given[key, default: []].append((unit, value)) } }
    }
    let keys = given.keys.sorted { ($0.thing, $0.criterion ?? "") < ($1.thing, $1.criterion ?? "") }
    let rows = keys.compactMap { key -> RoundView.Row? in
      let marks = given[key] ?? []
      let numbers = marks.map { mark in
        number(
          of: GivenMark(unit: mark.unit, key: key, value: mark.value, reason: nil), in: activity.target, run, state)
      }
      let known = numbers.compactMap(\.self)
      let mine = own.flatMap { own in marks.first { $0.unit == own }?.value }
      let low = known.min()
      let high = known.max()
      let isSpread = isNamed && low != high
      func names(_ number: Number?) -> [String] {
        isSpread ? zip(marks, numbers).filter { $0.1 == number }.map { name(of: $0.0.unit, state) } : []
      }
      let mayShow = mayShowAny && !thin.contains(key.thing)
      guard mayShow || mine != nil else { return nil }
      let label = label(of: key.thing, state)
      return RoundView.Row(
        label: key.criterion.map { "\(label), \(spoken(criterion: $0, of: activity, state))" } ?? label,
        figures: mayShow ? Self.figures(known) : nil, own: mine, lowest: names(low), highest: names(high))
    }
    return rows.isEmpty ? nil : RoundView(round: run.round, rows: rows)
  }

  private static func figures(_ numbers: [Number]) -> String? {
    let statistics = Statistics(numbers)
    return statistics.value(of: .median).flatMap { median in
      statistics.value(of: .spread).map { "median \(median), spread \($0)" }
    }
  }

  private func name(of unit: UnitRef, _ state: SessionState) -> String {
    switch unit {
    case .person(let person): state.roster[person]?.name ?? person.raw
    case .part(let key): title(ofGroup: key, state)
    case .sheet(let number): "sheet \(number)"
    }
  }
}
