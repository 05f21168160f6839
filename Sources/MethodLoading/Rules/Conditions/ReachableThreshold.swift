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
      let bounds = bounds(of: measure, shape, facts).moved(tree.has(.change, of: id))
      var low = bounds.low
      var high = bounds.high
      for name in comparisons { check(name, id, measure, bounds, &low, &high, facts, &log) }
    }
  }

  private struct Bounds {
    var low: Number?
    var high: Number?

    /// A change is a distance: nought at least, and at most as far as the values lie apart.
    func moved(_ isChange: Bool) -> Bounds {
      guard isChange else { return self }
      guard let low, let high else { return Bounds(low: 0) }
      return Bounds(low: 0, high: high - low)
    }

    var text: String {
      switch (low, high) {
      case (.some(let low), .some(let high)): "it lies between \(low) and \(high)"
      case (.some(let low), nil): "it is at least \(low)"
      case (nil, .some(let high)): "it is at most \(high)"
      case (nil, nil): "it can be any number"
      }
    }
  }

  private static func bounds(of measure: Measure, _ shape: Shape, _ facts: MethodFacts) -> Bounds {
    switch measure {
    case .count, .distinct, .objections: return Bounds(low: 0)
    case .answered, .share, .decided: return Bounds(low: 0, high: 1)
    case .sum: return Bounds()
    case .median, .mean, .min, .max, .spread:
      guard case .ratings(let scale) = shape.family, let numbers = numbers(of: scale, facts), let low = numbers.min(),
        let high = numbers.max()
      else { return measure == .spread ? Bounds(low: 0) : Bounds() }
      return measure == .spread ? Bounds(low: 0, high: high - low) : Bounds(low: low, high: high)
    }
  }

  /// What the values of a scale count.
  private static func numbers(of scale: String, _ facts: MethodFacts) -> [Number]? {
    guard let node = MeasureDomain.scaleNode(scale, facts) else { return nil }
    if let range = facts.tree.range(.range, of: node) {
      return [Number(range.lower), Number(range.upper ?? range.lower)]
    }
    let values = facts.tree.children(of: node).filter { facts.tree.name(of: $0) == .value }
    return values.enumerated().map { index, value in
      facts.tree.value(.number, of: value).flatMap { Number($0) } ?? Number(index + 1)
    }
  }

  private static func check(
    _ name: AttributeName, _ id: MethodTree.ID, _ measure: Measure, _ bounds: Bounds, _ low: inout Number?,
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
          : "no \(measure.rawValue) can be \(phrase(name)) \(value)", at: attribute.valueRange,
        help: isOther ? "put the smaller number into at-least or above" : bounds.text + percentHint(measure, value))
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

  private static func percentHint(_ measure: Measure, _ value: Number) -> String {
    (measure == .share || measure == .answered) && value > 1 && value <= 100 ? "; write \(value)% for a percentage" : ""
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
