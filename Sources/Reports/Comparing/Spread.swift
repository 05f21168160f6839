package import MethodModel

/// The least, the middle and the most of some values.
package struct Spread: Sendable, Hashable {
  package let least: Number
  /// Of an even number of values, half way between the two in the middle.
  package let middle: Number
  package let most: Number

  /// `nil` of no values.
  package init?(_ values: [Number]) {
    let sorted = values.sorted { $0 < $1 }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let (before, after) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    (least, most) = (first, last)
    middle = (before + after).divided(by: Number(2)) ?? before
  }

  package init?(_ counts: [Int]) { self.init(counts.map { Number($0) }) }

  /// `3 – 4 – 9`; one where they are the same.
  package func words(_ shown: (Number) -> String) -> String {
    least == most ? shown(least) : [least, middle, most].map(shown).joined(separator: " – ")
  }
}
