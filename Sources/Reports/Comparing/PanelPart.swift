/// A small drawing with a place for each session, the oldest on the left.
struct PanelPart: Part {
  let words: Words
  var group: String?
  let title: String
  let plot: PanelPlot
  let high: String
  let low: String
  // Each the `d` of a path.
  var bars = ""
  var plans = ""
  var ranges = ""
  var middles = ""
  var crosses = ""
  var squares = ""
  /// For each session the value in words.
  var cells: [String?] = []
  /// How many answered in each; empty where nobody was asked.
  var answered: [Int?] = []
  var sayings: [String] = []

  init(_ words: Words, _ title: String, _ plot: PanelPlot, high: String, low: String) {
    self.words = words
    self.title = title
    self.plot = plot
    self.high = high
    self.low = low
  }

  static let shape = Shape<PanelPart>(
    "panel",
    [
      .text("title", "What it is about.", \.title), .text("group", "The outcome it belongs to.", \.group),
      .text("summary", "Least, middle and most, in words.") { $0.sayings.joined(separator: "; ") },
      .text("told", "All of it in one sentence, for the drawing’s title.") { part in
        part.words.phrase("bar", part.title, part.sayings.joined(separator: "; "))
      },
      .text("height", "The drawing’s height; it is 260 wide.") { pixels($0.plot.height(hasCounts: $0.hasCounts)) },
      .text("high", "What the upper end means.", \.high), .text("low", "What the lower end means.", \.low),
      .text("bars", "The path of the bars.", \.bars),
      .text("plans", "The path of the strokes for what was planned.", \.plans),
      .text("ranges", "The path of the strokes from the lowest to the highest.", \.ranges),
      .text("middles", "The path of the circles at the medians.", \.middles),
      .text("crosses", "The path of the crosses where a step was left out.", \.crosses),
      .text("squares", "The path of the squares where figures are kept back.", \.squares),
      .flag("hasCounts", "It says how many answered.", \.hasCounts),
      .parts("heads", "What stands under each place, where there is room.", \.heads),
      .parts("cells", "The value of each session in words.") { part in
        part.cells.enumerated().map { PanelCellPart(place: $0, text: $1 ?? "–") }
      },
    ])

  /// Numbers under the places have room beside each other.
  private var isRoomy: Bool { plot.sessions <= 12 }
  private var hasCounts: Bool { isRoomy && answered.contains { $0 != nil } }

  private var heads: [PanelHeadPart] {
    guard isRoomy else { return [] }
    return (0..<plot.sessions).map { place in
      PanelHeadPart(
        x: plot.x(place), letter: SessionLetters.letter(place),
        count: answered.indices.contains(place) ? answered[place] : nil)
    }
  }
}

/// What stands under a place of a drawing.
struct PanelHeadPart: Part {
  let x: Double
  let letter: String
  let count: Int?

  static let shape = Shape<PanelHeadPart>(
    "panel-head",
    [
      .text("x", "Where it stands, from the left.") { pixels($0.x) },
      .text("letter", "The session’s letter.", \.letter),
      .number("count", "How many answered.", \.count),
    ])
}

/// The value of one session in words.
struct PanelCellPart: Part {
  let place: Int
  let text: String

  static let shape = Shape<PanelCellPart>(
    "panel-cell",
    [.text("letter", "The session’s letter.") { SessionLetters.letter($0.place) }, .text("text", "The value.", \.text)])
}

/// Where things stand in a small drawing, as pieces of SVG paths.
struct PanelPlot {
  static let left = 42.0
  static let right = 256.0
  static let top = 8.0
  static let base = 72.0

  let sessions: Int
  let low: Double
  let high: Double

  private var slot: Double { (Self.right - Self.left) / Double(max(1, sessions)) }
  private var half: Double { min(9, slot * 0.36) }

  func height(hasCounts: Bool) -> Double { sessions > 12 ? 80 : hasCounts ? 104 : 90 }

  func x(_ place: Int) -> Double { Self.left + (Double(place) + 0.5) * slot }

  /// Where all values are the same, they stand in the middle of a scale and at the top of amounts.
  private func y(_ value: Double) -> Double {
    guard high > low else { return low == 0 && high == 0 ? Self.base : (Self.base + Self.top) / 2 }
    return Self.base - (value - low) / (high - low) * (Self.base - Self.top)
  }

  func bar(_ place: Int, _ value: Double) -> String {
    let (left, right) = (pixels(x(place) - half), pixels(x(place) + half))
    return "M\(left) \(pixels(Self.base))V\(pixels(y(value)))H\(right)V\(pixels(Self.base))Z"
  }

  func tick(_ place: Int, _ value: Double) -> String {
    let reach = half * 1.3
    return "M\(pixels(x(place) - reach)) \(pixels(y(value)))H\(pixels(x(place) + reach))"
  }

  func range(_ place: Int, _ least: Double, _ most: Double) -> String {
    "M\(pixels(x(place))) \(pixels(y(least)))V\(pixels(y(most)))"
  }

  func circle(_ place: Int, _ value: Double) -> String {
    let radius = pixels(min(4, half))
    let width = pixels(2 * min(4, half))
    let arc = "\(radius) \(radius) 0 1 0"
    return "M\(pixels(x(place) - min(4, half))) \(pixels(y(value)))a\(arc) \(width) 0a\(arc) -\(width) 0Z"
  }

  func cross(_ place: Int) -> String {
    let (reach, y) = (min(4, half), Self.base - 7)
    let width = pixels(2 * reach)
    return "M\(pixels(x(place) - reach)) \(pixels(y - reach))l\(width) \(width)m0 -\(width)l-\(width) \(width)"
  }

  func square(_ place: Int) -> String {
    let reach = min(4, half)
    let width = pixels(2 * reach)
    return "M\(pixels(x(place) - reach)) \(pixels(Self.base - 4))h\(width)v-\(width)h-\(width)Z"
  }
}
