internal import Outcomes

/// Ratings of one thing on their scale: a circle for each point, a line from the lowest to the highest, a stroke at the
/// median.
struct Strip {
  static let width = 240.0
  static let margin = 14.0
  static let height = 26.0

  let dots: [DotPart]
  let from: Double?
  let to: Double?
  let median: Double?

  /// `nil` where there is no scale or nothing to draw.
  init?(_ row: BallotRecord.Statistics, of ballot: BallotRecord) {
    guard ballot.kind == .rating, ballot.answers.count > 1, !row.counts.isEmpty else { return nil }
    // By their numbers where all have one, else evenly.
    let numbers = ballot.answers.compactMap { $0.number?.value }
    let isNumbered = ballot.ordered && numbers.count == ballot.answers.count && Set(numbers).count > 1
    let places = isNumbered ? numbers : ballot.answers.indices.map { Double($0 + 1) }
    let (low, high) = (places.min() ?? 0, places.max() ?? 1)
    func x(_ place: Double) -> Double {
      Self.margin + (place - low) / (high - low) * (Self.width - 2 * Self.margin)
    }
    let most = Double(row.counts.values.max() ?? 1)
    dots = zip(ballot.answers, places).map { answer, place in
      let count = row.counts[answer.id] ?? 0
      return DotPart(
        x: x(place), radius: count == 0 ? 0 : 3 + 8 * (Double(count) / most).squareRoot(), count: count,
        label: answer.label)
    }
    let isMeasured = isNumbered || numbers.isEmpty
    from = isMeasured ? row.min.map { x($0.value) } : nil
    to = isMeasured ? row.max.map { x($0.value) } : nil
    median = isMeasured ? row.median.map { x($0.value) } : nil
  }
}

/// A point of the scale in a drawing.
struct DotPart: Part {
  let x: Double
  let radius: Double
  let count: Int
  let label: String

  static let shape = Shape<DotPart>(
    "dot",
    [
      .text("x", "Where it is, 14 to 226.") { pixels($0.x) },
      .text("radius", "How large its circle is, 3 to 11; nothing where nobody chose it.") {
        $0.count == 0 ? nil : pixels($0.radius)
      },
      .number("count", "How many chose it.", \.count), .text("label", "What the point is called.", \.label),
    ])
}
