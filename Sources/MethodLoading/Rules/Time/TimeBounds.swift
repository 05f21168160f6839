import MethodModel

/// The least and the most seconds that a formula can give, as far as it can be told without people.
struct TimeBounds {
  let least: Int
  /// `nil`: it grows with people, groups or things.
  let most: Int?
}

extension MethodFacts {
  /// The bounds of a formula, with the defaults of the settings and fields in it; `nil` where one has none.
  func bounds(of formula: TimeFormula, at id: MethodTree.ID) -> TimeBounds? {
    switch formula {
    case .perLap(let laps): return TimeBounds(least: laps.min() ?? 0, most: laps.max())
    case .sum(let terms, let atMost):
      let seconds = terms.compactMap { self.seconds(of: $0.span, at: id) }
      guard seconds.count == terms.count else { return nil }
      // Every unit there is at least once: a person, a group, a thing.
      let once = seconds.reduce(0, +)
      let most = atMost.flatMap { self.seconds(of: $0, at: id) }
      let least = min(once, most ?? once)
      return TimeBounds(least: least, most: terms.allSatisfy { $0.per == nil } ? least : most)
    }
  }
}
