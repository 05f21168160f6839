internal import Outcomes

/// Things on two axes, as a drawing and as a table.
struct PlanePart: Part {
  static let side = 320.0
  static let margin = 30.0

  let words: Words
  let across: String
  let up: String
  let acrossEnds: (low: String, high: String)
  let upEnds: (low: String, high: String)
  let things: [PlacedPart]

  static let shape = Shape<PlanePart>(
    "plane",
    [
      .text("across", "The axis from left to right.", \.across), .text("up", "The axis from below upwards.", \.up),
      .text("acrossShort", "The same, as far as there is room in the drawing.") { shortened($0.across, to: 44) },
      .text("upShort", "The same, as far as there is room in the drawing.") { shortened($0.up, to: 44) },
      .text("acrossLow", "What its left end is called.", \.acrossEnds.low),
      .text("acrossHigh", "What its right end is called.", \.acrossEnds.high),
      .text("upLow", "What its lower end is called.", \.upEnds.low),
      .text("upHigh", "What its upper end is called.", \.upEnds.high),
      .text("title", "Both axes.") { $0.words.phrase("plane-title", $0.up, $0.across) },
      .text("told", "How the drawing is read.") { $0.words.phrase("plane-told", $0.across, $0.up) },
      .parts("marks", "What is drawn: things in the same place share one mark.") { MarkedPlacePart.all($0.things) },
      .parts("things", "Every thing with its values.", \.things),
    ])

  /// `nil` where nothing lies on two axes.
  init?(_ rows: [BallotRecord.Statistics], axes: [AxisEnds], _ words: Words) {
    guard axes.count == 2 else { return nil }
    self.words = words
    (across, up) = (axes[0].label, axes[1].label)
    acrossEnds = axes[0].ends(words)
    upEnds = axes[1].ends(words)
    var seen: Set<ThingRecord> = []
    things = rows.map(\.thing).filter { seen.insert($0).inserted }.enumerated().map { index, thing in
      let own = rows.filter { $0.thing == thing && $0.withheld == nil }
      let values = axes.map { axis in own.first { $0.criterion == axis.id }?.median }
      let places = zip(axes, values).map { axis, value in value.map { axis.share(of: $0.value) } }
      let inner = Self.side - 2 * Self.margin
      return PlacedPart(
        number: index + 1, thing: words.thing(thing), across: words.figure(values[0]) ?? "–",
        up: words.figure(values[1]) ?? "–", x: places[0].map { Self.margin + $0 * inner },
        y: places[1].map { Self.side - Self.margin - $0 * inner })
    }
    if things.allSatisfy({ $0.x == nil || $0.y == nil }) { return nil }
  }
}

/// One axis of a drawing: from where to where it goes.
struct AxisEnds {
  let id: String
  let label: String
  let low: Double
  let high: Double
  let lowLabel: String?
  let highLabel: String?

  func share(of value: Double) -> Double { high > low ? min(1, max(0, (value - low) / (high - low))) : 0.5 }

  func ends(_ words: Words) -> (low: String, high: String) {
    (lowLabel ?? Self.shown(low, words), highLabel ?? Self.shown(high, words))
  }

  private static func shown(_ end: Double, _ words: Words) -> String {
    words.language == .english ? pixels(end) : pixels(end).replacing(".", with: ",")
  }
}

/// A thing that was placed.
struct PlacedPart: Part {
  let number: Int
  let thing: String
  let across: String
  let up: String
  let x: Double?
  let y: Double?

  static let shape = Shape<PlacedPart>(
    "placed",
    [
      .number("number", "Its number in the drawing.", \.number), .text("thing", "What was placed.", \.thing),
      .text("across", "Its median from left to right.", \.across), .text("up", "Its median upwards.", \.up),
    ])
}

/// A mark in the drawing: the numbers of all things that lie there.
struct MarkedPlacePart: Part {
  let x: Double
  let y: Double
  let numbers: [Int]

  static let shape = Shape<MarkedPlacePart>(
    "mark",
    [
      .text("x", "From the left, 30 to 290.") { pixels($0.x) }, .text("y", "From above, 30 to 290.") { pixels($0.y) },
      .text("numbers", "Such as 3, 7.") { $0.numbers.map { String($0) }.joined(separator: ", ") },
      .text("textY", "Where the numbers stand, above the mark.") { pixels($0.y - 9) },
    ])

  static func all(_ things: [PlacedPart]) -> [MarkedPlacePart] {
    var marks: [MarkedPlacePart] = []
    for thing in things {
      guard let x = thing.x, let y = thing.y else { continue }
      if let index = marks.firstIndex(where: { abs($0.x - x) < 6 && abs($0.y - y) < 6 }) {
        marks[index] = MarkedPlacePart(
          x: marks[index].x, y: marks[index].y, numbers: marks[index].numbers + [thing.number])
      } else {
        marks.append(MarkedPlacePart(x: x, y: y, numbers: [thing.number]))
      }
    }
    return marks
  }
}
