import Diagnostics
import MethodModel

/// DOT0602: some value can reach a threshold.
enum ReachableThreshold: Rule {
  private static let comparisons: [AttributeName] = [.atLeast, .atMost, .equals, .above, .below]

  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .test {
      guard let measure: Measure = tree.word(.measure, of: id), let source = tree.source(.of, of: id) else { continue }
      let shape = facts.shape(of: source, at: id)
      guard MeasureDomain.objection(to: measure, over: shape, source, facts) == nil else { continue }
      let isOneWay = tree.has(.direction, of: id) && tree.value(.direction, of: id) != "either"
      let bounds =
        tree.isRelativeChange(id)
        ? MeasureRange.part(oneWay: isOneWay)
        : MeasureRange(of: measure, shape, facts).moved(tree.has(.change, of: id), oneWay: isOneWay)
      var low = bounds.low
      var high = bounds.high
      for name in comparisons { check(name, id, measure, bounds, &low, &high, facts, &log) }
    }
  }

  private static func check(
    _ name: AttributeName, _ id: MethodTree.ID, _ measure: Measure, _ bounds: MeasureRange, _ low: inout Number?,
    _ high: inout Number?, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let attribute = facts.tree.attribute(name, of: id),
      case .number(let value) = facts.tree.quantity(name, of: id)
    else { return }
    guard isReachable(name, value, low, high) else {
      let isOther = isReachable(name, value, bounds.low, bounds.high)
      log.error(
        .unreachableThreshold,
        isOther
          ? "no value is \(phrase(name)) \(value) and meets the other threshold as well"
          : sentence(measure, "\(phrase(name)) \(measure.isPart ? Percentage.text(value) : "\(value)")"),
        at: attribute.valueRange,
        help: isOther ? "put the smaller number into at-least or above" : help(attribute.value, value, measure, bounds))
      return
    }
    if name == .atLeast || name == .above || name == .equals { low = max(low ?? value, value) }
    if name == .atMost || name == .below || name == .equals { high = min(high ?? value, value) }
  }

  private static func isReachable(_ name: AttributeName, _ value: Number, _ low: Number?, _ high: Number?) -> Bool {
    switch name {
    case .atLeast: high.map { value <= $0 } ?? true
    case .atMost: low.map { value >= $0 } ?? true
    case .above: high.map { value < $0 } ?? true
    case .below: low.map { value > $0 } ?? true
    default: (low.map { value >= $0 } ?? true) && (high.map { value <= $0 } ?? true)
    }
  }

  private static func phrase(_ name: AttributeName) -> String {
    switch name {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .above: "above"
    case .below: "below"
    default: "exactly"
    }
  }

  private static func sentence(_ measure: Measure, _ wanted: String) -> String {
    switch measure {
    case .answered: "the part of those who answered cannot be \(wanted)"
    case .decided: "what is decided counts 1, what is not 0, and neither is \(wanted)"
    case .objections: "the number of objections cannot be \(wanted)"
    case .distinct: "the number of different values cannot be \(wanted)"
    default: "no \(measure.rawValue) can be \(wanted)"
    }
  }

  private static func help(
    _ written: String, _ value: Number, _ measure: Measure, _ bounds: MeasureRange
  ) -> String {
    guard measure.isPart else { return bounds.text }
    guard value > 1 || value < 0 else { return "it lies between 0 and 100%" }
    return "it lies between 0 and 100%; \(Percentage.help(written, value))"
  }

  static let explanations = [
    Explanation(
      .unreachableThreshold, title: "a threshold that no value can reach",
      what: "The number lies outside of what the measure can be, or two thresholds contradict each other.",
      why: "The condition would fail in every session.",
      example: .unreachableThreshold,
      remedy: "Compare with a number on the scale. Shares lie between 0 and 1; write 80% for a percentage.")
  ]
}
