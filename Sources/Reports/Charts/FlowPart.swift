internal import Outcomes

/// The way through the method: runs from left to right, steps from above downwards, so that going back shows as a line
/// that climbs.
struct FlowPart: Part {
  static let column = 20.0
  static let line = 22.0
  static let labels = 210.0
  /// Characters of a step's title that find room beside the drawing.
  static let longestLabel = 30

  let words: Words
  let takes: [TimingRecord.Take]
  private let steps: [(step: String, title: String)]
  private let rows: [String: Int]

  /// `nil` where nothing was run.
  init?(_ desk: Desk) {
    takes = desk.record.timing.takes
    guard !takes.isEmpty else { return nil }
    words = desk.words
    var rows: [String: Int] = [:]
    var steps: [(step: String, title: String)] = []
    for take in takes where rows[take.place.step] == nil {
      rows[take.place.step] = steps.count
      steps.append((take.place.step, take.place.title))
    }
    (self.steps, self.rows) = (steps, rows)
  }

  static let shape = Shape<FlowPart>(
    "flow",
    [
      .text("width", "The drawing’s width.") { pixels(labels + (Double($0.takes.count) + 0.5) * column) },
      .text("height", "The drawing’s height.") { pixels((Double($0.steps.count) + 0.5) * line) },
      .text("lineEnd", "Where the lines under the rows end.") { pixels(labels + Double($0.takes.count) * column) },
      .text("told", "How many steps, runs, repeats and skips, in one sentence.") { $0.told },
      .parts("rows", "A row for each step.") { $0.rowParts },
      .parts("ways", "From each run to the next.") { $0.ways },
      .parts("runs", "Every run of a step.") { $0.runs },
    ])

  private func x(_ index: Int) -> Double { Self.labels + (Double(index) + 0.5) * Self.column }
  private func y(_ take: TimingRecord.Take) -> Double { (Double(rows[take.place.step] ?? 0) + 0.75) * Self.line }

  private var told: String {
    words.phrase(
      "flow-told", String(steps.count), String(takes.count), String(takes.count { $0.supersedes != nil }),
      String(takes.count { $0.status == "skipped" }))
  }

  private var rowParts: [FlowRowPart] {
    steps.enumerated().map { index, step in
      FlowRowPart(label: shortened(step.title, to: Self.longestLabel), y: (Double(index) + 0.75) * Self.line)
    }
  }

  private var ways: [FlowWayPart] {
    zip(takes.indices, zip(takes, takes.dropFirst())).map { index, pair in
      FlowWayPart(
        from: (x(index), y(pair.0)), to: (x(index + 1), y(pair.1)), isBack: pair.1.supersedes != nil)
    }
  }

  private var runs: [FlowRunPart] {
    takes.enumerated().map { index, take in FlowRunPart(words: words, take: take, x: x(index), y: y(take)) }
  }
}

/// A step in the drawing.
struct FlowRowPart: Part {
  let label: String
  let y: Double

  static let shape = Shape<FlowRowPart>(
    "row",
    [
      .text("label", "The step’s title, shortened where it is long.", \.label),
      .text("y", "Where its runs stand.") { pixels($0.y) },
      .text("textY", "Where its title stands.") { pixels($0.y + 4) },
    ])
}

/// From one run to the next.
struct FlowWayPart: Part {
  let from: (x: Double, y: Double)
  let to: (x: Double, y: Double)
  let isBack: Bool

  static let shape = Shape<FlowWayPart>(
    "way",
    [
      .text("x1", "Where it begins, from the left.") { pixels($0.from.x) },
      .text("y1", "Where it begins, from above.") { pixels($0.from.y) },
      .text("x2", "Where it ends, from the left.") { pixels($0.to.x) },
      .text("y2", "Where it ends, from above.") { pixels($0.to.y) },
      .flag("isBack", "A step was run again: rework.", \.isBack),
    ])
}

/// A run in the drawing.
struct FlowRunPart: Part {
  let words: Words
  let take: TimingRecord.Take
  let x: Double
  let y: Double

  static let shape = Shape<FlowRunPart>(
    "run",
    [
      .text("x", "From the left.") { pixels($0.x) }, .text("y", "From above.") { pixels($0.y) },
      .text("left", "The left edge of a shape 10 wide.") { pixels($0.x - 5) },
      .text("top", "The upper edge of a shape 10 high.") { pixels($0.y - 5) },
      .text("right", "Its right edge.") { pixels($0.x + 5) }, .text("bottom", "Its lower edge.") { pixels($0.y + 5) },
      .flag("isCheckpoint", "It is a checkpoint.") { $0.take.kind == "checkpoint" },
      .flag("isSkipped", "It was skipped.") { $0.take.status == "skipped" },
      .flag("isReplaced", "A later run stands in its place.") { !$0.take.counts && $0.take.status != "skipped" },
      .flag("stands", "It counts.") { $0.take.counts && $0.take.status != "skipped" && $0.take.kind != "checkpoint" },
      .text("told", "The run in words.") { part in
        "\(part.take.place.take). \(part.take.place.title): \(part.words.term(part.take.status))"
      },
    ])
}
