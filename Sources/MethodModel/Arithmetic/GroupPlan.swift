/// How many groups of which sizes a number of people, or of whole groups, makes.
///
/// Pure arithmetic of the language: the checks, the plan and the session all count by it.
package struct GroupPlan: Hashable, Sendable {
  /// Largest first.
  package var sizes: [Int]
  /// How many are in no group, because the author lets them observe.
  package var observers = 0
  /// What became of the remainder, when the declared way could not be taken.
  package var remark: String?

  package init(sizes: [Int], observers: Int = 0, remark: String? = nil) {
    self.sizes = sizes
    self.observers = observers
    self.remark = remark
  }

  /// Sizes that differ by at most one, within the range; for one exact size the remainder goes as declared.
  ///
  /// A range a…b needs a count g with g·a ≤ n ≤ g·b, and takes the one nearest to the ideal (else the middle).
  /// `nil` when there is none.
  package static func of(
    _ people: Int, size: CountRange, ideal: Int? = nil, remainder: Grouping.Remainder = .join
  ) -> GroupPlan? {
    if size.lower == size.upper { return exact(people, size.lower, remainder) }
    guard people > 0, size.lower > 0 else { return nil }
    let fewest = size.upper.map { (people + $0 - 1) / max(1, $0) } ?? 1
    let most = people / size.lower
    guard fewest <= most else { return nil }
    let wanted = ideal.map { 2 * $0 } ?? size.lower + (size.upper ?? size.lower)
    let below = 2 * people / max(1, wanted)
    let candidates = [below, below + 1].map { min(max($0, fewest), most) }
    let groups = isNearer(candidates[1], than: candidates[0], people, wanted) ? candidates[1] : candidates[0]
    return GroupPlan(sizes: even(people, groups))
  }

  /// How many whole groups are joined in each new one. `smaller` leaves spare ones as they are.
  package static func joining(_ groups: Int, each: Int, remainder: Grouping.Remainder = .join) -> GroupPlan {
    guard each > 0, groups > each else { return GroupPlan(sizes: groups > 0 ? [groups] : []) }
    let (whole, spare) = groups.quotientAndRemainder(dividingBy: each)
    guard spare > 0 else { return GroupPlan(sizes: Array(repeating: each, count: whole)) }
    let joined = Array(repeating: each, count: whole)
    switch remainder {
    case .smaller: return GroupPlan(sizes: joined + Array(repeating: 1, count: spare))
    case .observe: return GroupPlan(sizes: joined, observers: spare, remark: "\(spare) of the groups only observe")
    case .join:
      let sizes = even(groups, whole)
      guard 2 * (sizes.first ?? 0) > 3 * each else { return GroupPlan(sizes: sizes) }
      return GroupPlan(
        sizes: joined + Array(repeating: 1, count: spare),
        remark: "spare groups stay as they are, so that none grows too large")
    }
  }

  /// So many parts whose sizes differ by at most one, the larger ones first.
  package static func even(_ people: Int, _ groups: Int) -> [Int] {
    let (each, left) = people.quotientAndRemainder(dividingBy: max(1, groups))
    return (0..<max(1, groups)).map { $0 < left ? each + 1 : each }
  }

  /// Whether the mean size of so many groups is nearer to half of `wanted` than that of others; fewer win a tie.
  private static func isNearer(_ groups: Int, than other: Int, _ people: Int, _ wanted: Int) -> Bool {
    let first = abs(2 * people - wanted * groups) * other
    let second = abs(2 * people - wanted * other) * groups
    return first == second ? groups < other : first < second
  }

  private static func exact(_ people: Int, _ size: Int, _ remainder: Grouping.Remainder) -> GroupPlan? {
    guard people > 0, size > 0 else { return nil }
    guard people > size else { return GroupPlan(sizes: [people]) }
    let (whole, left) = people.quotientAndRemainder(dividingBy: size)
    if left == 0 { return GroupPlan(sizes: Array(repeating: size, count: whole)) }
    switch remainder {
    case .observe:
      return GroupPlan(
        sizes: Array(repeating: size, count: whole), observers: left,
        remark: left == 1 ? "one person observes" : "\(left) people observe")
    case .join:
      let sizes = even(people, whole)
      guard 2 * (sizes.first ?? 0) > 3 * size else { return GroupPlan(sizes: sizes) }
      return GroupPlan(sizes: smaller(people, size), remark: "some groups are smaller, so that none grows too large")
    case .smaller: return GroupPlan(sizes: smaller(people, size))
    }
  }

  /// One more group, none below two.
  private static func smaller(_ people: Int, _ size: Int) -> [Int] {
    let groups = (people + size - 1) / size
    let sizes = even(people, groups)
    return (sizes.last ?? 2) >= 2 ? sizes : even(people, max(1, groups - 1))
  }
}
