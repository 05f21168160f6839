/// When people who are put together anew must meet somebody again, however well they are mixed.
package enum PartnerBound {
  /// The first of many formings of these sizes at which a pair must come together again, from 1; `nil`: not within
  /// `formings`.
  ///
  /// Three counts say so: all pairs are used up, somebody has met everybody, or a group is too large to be spread over
  /// as many groups as there are.
  package static func firstRepeat(sizes: [Int], formings: Int) -> Int? {
    let people = sizes.reduce(0, +)
    guard let largest = sizes.max(), let smallest = sizes.min(), largest > 1, formings > 1 else { return nil }
    if largest > sizes.count { return 2 }
    let used = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let byPairs = people * (people - 1) / 2 / max(1, used) + 1
    let byPerson = smallest > 1 ? (people - 1) / (smallest - 1) + 1 : Int.max
    let first = min(byPairs, byPerson)
    return first <= formings ? first : nil
  }
}
