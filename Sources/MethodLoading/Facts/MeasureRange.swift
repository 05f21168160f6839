import MethodModel

/// The least and the most that a measure can be, whatever comes in; `nil`: no end is known.
struct MeasureRange {
  var low: Number?
  var high: Number?

  init(low: Number? = nil, high: Number? = nil) {
    self.low = low
    self.high = high
  }

  init(of measure: Measure, _ shape: Shape, _ facts: MethodFacts) {
    switch measure {
    case .distinct:
      guard case .ratings(let scale) = shape.family, let values = Self.countOfValues(scale, facts) else {
        self.init(low: 0)
        return
      }
      self.init(low: 0, high: Number(values))
    case .count, .objections: self.init(low: 0)
    case .answered, .share, .decided: self.init(low: 0, high: 1)
    case .sum, .product: self.init()
    case .median, .mean, .min, .max, .spread:
      guard case .ratings(let scale) = shape.family, let numbers = Self.numbers(of: scale, facts),
        let low = numbers.min(), let high = numbers.max()
      else {
        self.init(low: measure == .spread ? 0 : nil)
        return
      }
      self = measure == .spread ? MeasureRange(low: 0, high: high - low) : MeasureRange(low: low, high: high)
    }
  }

  /// A change is a distance: nought at least, and at most as far as the values lie apart; one way it may be negative.
  func moved(_ isChange: Bool, oneWay: Bool) -> MeasureRange {
    guard isChange else { return self }
    guard let low, let high else { return MeasureRange(low: oneWay ? nil : 0) }
    return MeasureRange(low: oneWay ? low - high : 0, high: high - low)
  }

  /// A change as a part of the figure before: it may have grown many times over.
  static func part(oneWay: Bool) -> MeasureRange { MeasureRange(low: oneWay ? nil : 0) }

  var text: String {
    switch (low, high) {
    case (.some(let low), .some(let high)): "it lies between \(low) and \(high)"
    case (.some(let low), nil): "it is at least \(low)"
    case (nil, .some(let high)): "it is at most \(high)"
    case (nil, nil): "it can be any number"
    }
  }

  /// Whether everything in it passes a test.
  func passes(_ test: TestBounds) -> Bool { passesLow(test) && passesHigh(test) }

  private func passesLow(_ test: TestBounds) -> Bool {
    guard let wanted = test.low else { return true }
    return low.map { $0 > wanted || ($0 == wanted && !test.isOpenLow) } ?? false
  }

  private func passesHigh(_ test: TestBounds) -> Bool {
    guard let wanted = test.high else { return true }
    return high.map { $0 < wanted || ($0 == wanted && !test.isOpenHigh) } ?? false
  }

  /// How many different ratings a scale has.
  private static func countOfValues(_ scale: String, _ facts: MethodFacts) -> Int? {
    guard let node = MeasureDomain.scaleNode(scale, facts) else { return nil }
    if let range = facts.tree.range(.range, of: node) { return range.upper.map { $0 - range.lower + 1 } }
    return facts.tree.children(of: node).count { facts.tree.name(of: $0) == .value }
  }

  /// What the values of a scale count.
  private static func numbers(of scale: String, _ facts: MethodFacts) -> [Number]? {
    guard let node = MeasureDomain.scaleNode(scale, facts) else { return nil }
    if let range = facts.tree.range(.range, of: node) {
      return [Number(range.lower), Number(range.upper ?? range.lower)]
    }
    let values = facts.tree.children(of: node).filter { facts.tree.name(of: $0) == .value }
    return values.enumerated().map { index, value in
      facts.tree.number(ofValue: value) ?? Number(index + 1)
    }
  }
}
