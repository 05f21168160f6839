import MethodModel

/// The least and the most seconds that a formula can give, as far as it can be told without people.
struct TimeBounds {
  let least: Int
  /// `nil`: it grows with people, groups or things.
  let most: Int?

  init(exactly seconds: Int) { (least, most) = (seconds, seconds) }

  /// `nil` for a setting or a field.
  init?(_ formula: TimeFormula) {
    switch formula {
    case .reference: return nil
    case .perLap(let laps):
      least = laps.min() ?? 0
      most = laps.max()
    case .sum(let terms, let atMost):
      // Every unit there is at least once: a person, a group, a thing.
      let once = terms.reduce(0) { $0 + $1.seconds }
      least = min(once, atMost ?? once)
      most = terms.allSatisfy { $0.per == nil } ? least : atMost
    }
  }
}

extension MethodFacts {
  /// The bounds of a formula; of a setting or field, its default.
  func bounds(of formula: TimeFormula, at id: MethodTree.ID) -> TimeBounds? {
    guard case .reference(let reference) = formula else { return TimeBounds(formula) }
    return seconds(of: .reference(reference), at: id).map { TimeBounds(exactly: $0) }
  }
}
