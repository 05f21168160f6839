import Diagnostics
import MethodModel

/// DOT0601 (of percentages): what is held against a percentage is a part of a whole, or a change.
enum PercentOfSomething: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .test {
      guard let measure: Measure = tree.word(.measure, of: id), !measure.isPart,
        let percent = tree.percentages(of: id).first
      else { continue }
      if !tree.has(.change, of: id) {
        log.error(
          .unfitMeasure, "a \(measure.rawValue) is no part of a whole, so \(percent.value) of it says nothing",
          at: percent.valueRange,
          help: measure == .count
            ? "take measure=\"share\", or write how many" : "write the number, or with change=\"…\" how far it moves")
      } else if let number = tree.numbers(of: id).first {
        log.error(
          .unfitMeasure, "one threshold is a percentage and the other is none", at: number.valueRange,
          help: "write both with %, as parts of the figure before, or both without, as how far it moves")
      }
    }
  }

  static let explanations: [Explanation] = []
}

extension MethodTree {
  /// Whether a change is held against a part of the figure before: fallen by at least 20%.
  func isRelativeChange(_ test: ID) -> Bool {
    guard has(.change, of: test), let measure: Measure = word(.measure, of: test) else { return false }
    return !measure.isPart && !percentages(of: test).isEmpty
  }

  fileprivate func percentages(of test: ID) -> [Attribute] {
    Percentage.comparisons.compactMap { attribute($0, of: test) }.filter { $0.isSound && $0.value.hasSuffix("%") }
  }

  /// Thresholds that are numbers as they stand.
  fileprivate func numbers(of test: ID) -> [Attribute] {
    Percentage.comparisons.compactMap { attribute($0, of: test) }.filter { Number($0.value) != nil }
  }
}
