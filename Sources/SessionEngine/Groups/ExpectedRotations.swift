package import MethodModel

/// A rotation as it would be for some people: what it promises, and where the first movers would go.
package struct ExpectedRotation: Sendable, Hashable {
  /// The id of the flow element.
  package let place: String
  package let guarantee: RotationGuarantee
  /// What the places are called, as far as they are known beforehand; else "station 1", "station 2"…
  package let places: [String]
  /// What goes round: "Pairs 1"…; nothing for people, who are drawn anew.
  package let movers: [String]
  /// Lap → mover → place; nothing where movers are drawn.
  package let table: [[Int?]]
  /// Seconds between laps.
  package let changeover: Int
}

extension SessionEngine {
  /// Every rotation of the method as it would be for the people at the start, in document order.
  package func expectedRotations(for start: SessionStarted) -> [ExpectedRotation] {
    let state = stateBefore(start)
    return index.allElements.compactMap { element in
      guard case .rotate(let rotate) = element.kind, let guarantee = expectedRotation(rotate, at: element.id, state)
      else { return nil }
      return expected(rotate, element.id, guarantee, state)
    }
  }

  private func expected(
    _ rotate: Rotate, _ place: String, _ guarantee: RotationGuarantee, _ state: SessionState
  ) -> ExpectedRotation {
    let isGoingRound = guarantee.manner == .groups || guarantee.manner == .things
    let table = isGoingRound ? self.table(of: guarantee).laps : []
    let noun = rotate.through.name == "people" ? "seat" : "station"
    return ExpectedRotation(
      place: place, guarantee: guarantee, places: names(of: rotate.through, guarantee.places, noun, state),
      movers: isGoingRound ? names(of: rotate.move, guarantee.movers, "sheet", state) : [], table: table,
      changeover: seconds(rotate.changeover, state, Scope()) ?? 0)
  }

  /// Movers in their order: each from a place of its own, or from the one behind that where none comes to its own.
  private func table(of guarantee: RotationGuarantee) -> RotationTable {
    let places = guarantee.places
    let own: [Int?] =
      guarantee.isNeverOwn ? (0..<guarantee.movers).map { $0 < places ? $0 : nil } : []
    return RotationTable(
      movers: guarantee.movers, places: places, laps: guarantee.laps,
      starts: own.map { $0.map { ($0 + 1) % places } }, own: own)
  }

  private func names(
    of source: SourceRef, _ count: Int, _ noun: String, _ state: SessionState
  ) -> [String] {
    if let grouping = method.grouping(source.name) {
      let title = grouping.title.isEmpty ? grouping.id : grouping.title.raw(in: language(state))
      return (1...max(1, count)).prefix(count).map { "\(title) \($0)" }
    }
    let known = things(source, state, Scope()).map { label(of: $0, state) }
    return known.count == count ? known : (1...max(1, count)).prefix(count).map { "\(noun) \($0)" }
  }

  /// What a rotation would promise to the people present, in the largest circle that it runs for; `nil` when there is
  /// nothing to tell from.
  func expectedRotation(_ rotate: Rotate, at place: String, _ state: SessionState) -> RotationGuarantee? {
    expectedRotation(rotate, at: place, in: largestCircle(around: place, state), state)
  }

  func expectedRotation(
    _ rotate: Rotate, at place: String, in circle: ExpectedCircle, _ state: SessionState
  ) -> RotationGuarantee? {
    let manner = method.manner(of: rotate)
    let hosts = rotate.stay.reduce(0) { $0 + expectedHolders($1, state) }
    let movers: Int
    let places: Int
    switch manner {
    case .role:
      let sizes = expectedSizes(rotate.through.name, state, in: circle)
      (movers, places) = (sizes.count, sizes.max() ?? 0)
    case .people:
      (movers, places) = (max(0, circle.people - hosts), expectedCount(rotate.through, circle, state, place))
    case .groups:
      movers = expectedCount(rotate.move, circle, state, place)
      places = expectedCount(rotate.through, circle, state, place)
    case .things:
      places = expectedCount(rotate.through, circle, state, place)
      let said = expectedCount(rotate.move, circle, state, place)
      // Where nobody says how many, every hand begins with something of its own.
      movers = said > 1 || isKnown(rotate.move, state) ? said : max(said, places)
    }
    guard movers > 0, places > 0 else { return nil }
    var guarantee = RotationGuarantee(
      manner: manner, movers: movers, places: places, laps: rounds(of: rotate, state, Scope()),
      isNeverOwn: rotate.neverOwn)
    guarantee.roles = rotate.roles.count
    guarantee.isUneven = manner == .role && Set(expectedSizes(rotate.through.name, state, in: circle)).count > 1
    return guarantee
  }

  private func isKnown(_ source: SourceRef, _ state: SessionState) -> Bool {
    !things(source, state, Scope()).isEmpty || index.writers[source.name]?.expect != nil
  }

  private func expectedCount(
    _ source: SourceRef, _ circle: ExpectedCircle, _ state: SessionState, _ place: String
  ) -> Int {
    if source.name == "people" { return circle.people }
    if method.grouping(source.name) != nil { return expectedGroups(source.name, state, in: circle) }
    let expected = expectedItems(source, state, at: place)
    let known = things(source, state, Scope()).count
    guard known > 0 else { return expected }
    // Of what all circles have made, this one has its part; while they are still at it, there is more to come.
    let all = max(1, state.roster.present.count)
    let own = circle.isGroup ? (known * circle.people + all - 1) / all : known
    return isBeingMade(source, state) ? max(own, expected) : own
  }

  private func isBeingMade(_ source: SourceRef, _ state: SessionState) -> Bool {
    state.openTakes.contains { take in take.runs.contains { $0.outcome == source.name && $0.status == .open } }
  }
}
