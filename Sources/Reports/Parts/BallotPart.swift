internal import MethodModel
internal import Outcomes

/// One asking of a vote, a rating, a placement or signals, with its figures.
struct BallotPart: Part {
  let desk: Desk
  let ballot: BallotRecord
  /// The figures that are shown: its own, or the newest over several askings.
  let statistics: [BallotRecord.Statistics]
  let turnout: String
  /// What else was in hand while a thing was asked about, where that was not always the same.
  let inHand: [ThingRecord: [ThingRecord]]

  private var words: Words { desk.words }

  init(_ ballot: BallotRecord, _ desk: Desk) {
    self.desk = desk
    self.ballot = ballot
    statistics = ballot.statistics
    turnout = desk.words.turnout(ballot.answered, of: ballot.present) + "."
    inHand = [:]
  }

  /// The newest figures over several askings as if they were one; those that count together in one row.
  init?(newestOf ballots: [BallotRecord], together: [BallotRecord.Statistics], _ desk: Desk) {
    guard let last = ballots.last else { return nil }
    self.desk = desk
    ballot = last
    statistics = ballots.flatMap(\.statistics).standing(with: together)
    turnout = desk.turnout(of: ballots)
    var inHand: [ThingRecord: [ThingRecord]] = [:]
    for row in ballots.flatMap({ ballot in ballot.statistics.map { (ballot: ballot, row: $0) } }) where row.row.newest {
      let others = desk.about(row.ballot.place).filter { $0 != row.row.thing }
      inHand[row.row.thing, default: []] += others.filter { inHand[row.row.thing]?.contains($0) != true }
    }
    self.inHand = Set(inHand.values).count > 1 || inHand.values.contains { $0.count > 1 } ? inHand : [:]
  }

  static let shape = Shape<BallotPart>(
    "ballot",
    [
      .text("title", "The step in which it was taken.") { $0.ballot.place.title },
      .text("turnout", "How many answered, in one sentence; over several askings, on what how many.") { $0.turnout },
      .flag("isVote", "Dots, approvals or places were given.") {
        [.dots, .approval, .ranking].contains($0.ballot.kind)
      },
      .flag("isRating", "Something was rated on a scale.") { $0.ballot.kind == .rating },
      .flag("isSignal", "Signals of a decision were given.") { $0.ballot.kind == .signal },
      .flag("isPlacement", "Things were placed on axes or in zones.") { $0.ballot.kind == .placement },
      .flag("hasCriteria", "Each thing was rated by several criteria.") { part in
        part.shown.contains { $0.criterion != nil }
      },
      .text("scaleLow", "The first point of the scale.") { $0.ballot.answers.first?.label },
      .text("scaleHigh", "The last point of the scale.") { $0.ballot.answers.last?.label },
      .parts("rows", "The figures on each thing; of a vote, the most first.") { $0.rows },
      .part("plane", "The drawing of things on two axes.") { $0.plane },
      .parts("zones", "Things with the place where they were put, when they lie on no two axes.") { $0.zones },
      .text("withheld", "A sentence where figures may not be shown.") { $0.withheld },
      .parts("marks", "Single answers, as far as they may be shown.") { part in
        part.ballot.marks.map { MarkPart(ballot: part.ballot, desk: part.desk, mark: $0) }
      },
      .text("marksWithheld", "A sentence where single answers may not be shown.") { part in
        guard part.ballot.marks.isEmpty, let why = part.ballot.withheld else { return nil }
        return part.words.phrase("single-withheld", part.words.withheld(why))
      },
      .texts("tallies", "Counts that were entered for the whole room, one sentence each.") { $0.tallies },
    ])

  private var shown: [BallotRecord.Statistics] { statistics.filter { $0.withheld == nil } }

  var rows: [FigurePart] {
    guard ballot.kind != .signal, ballot.kind != .placement else { return [] }
    let isVote = ballot.kind != .rating
    let ordered = isVote ? ranked : shown
    let most = ordered.compactMap { $0.sum?.value }.max() ?? 0
    return ordered.map {
      FigurePart(
        words: words, row: $0, ballot: ballot, most: most, criterion: ballot.words(ofCriterion: $0.criterion),
        inHand: inHand[$0.thing] ?? [])
    }
  }

  /// The highest sum first; among equals the order of the ballot.
  private var ranked: [BallotRecord.Statistics] {
    shown.enumerated().sorted { first, second in
      let (left, right) = (first.element.sum?.number ?? .zero, second.element.sum?.number ?? .zero)
      return left == right ? first.offset < second.offset : left > right
    }.map(\.element)
  }

  private var withheld: String? {
    guard let why = statistics.lazy.compactMap(\.withheld).first else { return nil }
    return words.phrase(shown.isEmpty ? "figures-withheld" : "some-withheld", words.withheld(why))
  }

  private var tallies: [String] {
    ballot.tallies.map { tally in
      let (thing, total) = (words.thing(tally.thing), words.figure(tally.total) ?? "")
      guard let ballots = tally.ballots else { return words.phrase("tally", thing, total) }
      // Only an approval is given once at most on each ballot, so that the one is a part of the other.
      switch ballot.kind {
      case .dots: return words.counted("tally-dots", Int(tally.total.value), thing, String(ballots))
      case .approval: return words.phrase("tally-of", thing, total, String(ballots))
      default: return words.phrase("tally-sum", thing, total, String(ballots))
      }
    }
  }

  // MARK: Placements

  private var plane: PlanePart? {
    ballot.kind == .placement ? PlanePart(statistics, axes: axes, words) : nil
  }

  /// From the lowest point to the highest, as far as things could be put.
  private var axes: [AxisEnds] {
    ballot.axes.map { axis in
      let numbers = axis.points.compactMap { $0.number?.value }
      return AxisEnds(
        id: axis.id, label: axis.label, low: numbers.min() ?? 1,
        high: numbers.max() ?? Double(max(2, axis.points.count)),
        lowLabel: axis.points.first.map { Self.end($0) }, highLabel: axis.points.last.map { Self.end($0) })
    }
  }

  private static func end(_ point: BallotRecord.Answer) -> String { point.label.isEmpty ? point.id : point.label }

  /// "effort 8", or the zone that was named most often.
  private var zones: [PairPart] {
    guard ballot.kind == .placement, plane == nil else { return [] }
    var seen: Set<ThingRecord> = []
    return statistics.map(\.thing).filter { seen.insert($0).inserted }.map { thing in
      let places = statistics.filter { $0.thing == thing }.compactMap { placed($0) }
      return PairPart(
        name: words.thing(thing),
        value: places.isEmpty ? words.label("notPlaced") : places.joined(separator: ", "))
    }
  }

  private func placed(_ row: BallotRecord.Statistics) -> String? {
    if let median = words.figure(row.median) {
      let axis = ballot.axes.first { $0.id == row.criterion }?.label
      return "\(axis ?? row.criterion ?? "") \(median)"
    }
    let most = row.counts.values.max()
    let named = row.counts.filter { $0.value == most }.keys.sorted()
    return named.isEmpty ? row.withheld.map { words.withheld($0) } : named.joined(separator: " / ")
  }
}

/// The figures on one thing.
struct FigurePart: Part {
  let words: Words
  let row: BallotRecord.Statistics
  let ballot: BallotRecord
  /// The highest sum on this ballot.
  let most: Double
  /// As people call it.
  let criterion: String?
  /// What else was in hand when it was asked.
  let inHand: [ThingRecord]
  private let strip: Strip?

  init(
    words: Words, row: BallotRecord.Statistics, ballot: BallotRecord, most: Double, criterion: String? = nil,
    inHand: [ThingRecord] = []
  ) {
    self.words = words
    self.criterion = criterion
    self.inHand = inHand
    self.row = row
    self.ballot = ballot
    self.most = most
    strip = Strip(row, of: ballot)
  }

  static let shape = Shape<FigurePart>(
    "figure",
    [
      .text("thing", "What it is about; in brackets what else was in hand then.") { $0.thing },
      .text("criterion", "By which criterion.") { $0.criterion },
      .text("sum", "Of a vote: what was given in all.") { $0.words.figure($0.row.sum) ?? "–" },
      .text("n", "How many gave a value; – where only the sum is known.") { part in
        // What was counted in the room says how much was given, not by how many.
        let isUnknown = part.row.n == 0 && (part.row.sum?.number ?? .zero) > .zero
        return isUnknown ? "–" : part.row.n.map { String($0) } ?? "–"
      },
      .text("median", "The median.") { $0.words.figure($0.row.median) ?? "–" },
      .text("mean", "The mean, where the scale has numbers.") { $0.words.figure($0.row.mean) },
      .text("lowest", "The lowest value.") { $0.words.figure($0.row.min) ?? "–" },
      .text("highest", "The highest value.") { $0.words.figure($0.row.max) ?? "–" },
      .text("spread", "From the lowest to the highest.") { $0.words.figure($0.row.spread) ?? "–" },
      .text("given", "How many gave each value, lowest first.") { $0.given },
      .text("barWidth", "Of a vote: the bar’s length, 0 to 200.") { part in
        pixels(part.most > 0 ? max(0, part.row.sum?.value ?? 0) / part.most * Bars.longest : 0)
      },
      .flag("hasStrip", "There is a drawing of the ratings.") { $0.strip != nil },
      .parts("dots", "The points of the scale.") { $0.strip?.dots ?? [] },
      .text("lineFrom", "Where the line begins, at the lowest.") { $0.strip?.from.map { pixels($0) } },
      .text("lineTo", "Where the line ends, at the highest.") { $0.strip?.to.map { pixels($0) } },
      .text("medianAt", "Where the median is.") { $0.strip?.median.map { pixels($0) } },
      .text("told", "All of it in one sentence, for the drawing’s title.") { $0.told },
    ])

  private var thing: String {
    guard !inHand.isEmpty else { return words.thing(row.thing) }
    let others = inHand.prefix(6).map { words.thing($0) } + (inHand.count > 6 ? ["…"] : [])
    return "\(words.thing(row.thing)) (\(others.joined(separator: "; ")))"
  }

  /// "2 × good, 1 × weak", lowest first.
  private var given: String {
    let parts = ballot.answers.compactMap { answer in row.counts[answer.id].map { "\($0) × \(answer.label)" } }
    let passes = row.passes.map { $0 > 0 ? [words.phrase("passed", String($0))] : [] } ?? []
    return (parts + passes).joined(separator: ", ")
  }

  var told: String {
    let thing = [thing, criterion].compactMap { $0 }.joined(separator: ", ")
    guard ballot.kind == .rating else { return words.phrase("bar", thing, words.figure(row.sum) ?? "–") }
    guard let median = words.figure(row.median), let low = words.figure(row.min), let high = words.figure(row.max)
    else { return words.phrase("bar", thing, given) }
    return words.phrase("rating-told", thing, median, low, high, String(row.n ?? 0))
  }
}

/// One answer of one person, group or sheet.
struct MarkPart: Part {
  let ballot: BallotRecord
  let desk: Desk
  let mark: BallotRecord.Mark

  private var words: Words { desk.words }

  static let shape = Shape<MarkPart>(
    "mark-given",
    [
      .text("who", "Whose it is, where names are shown.") { part in
        part.mark.by.kind == .withheld ? nil : part.words.who(part.mark.by)
      },
      .text("thing", "On what, where there was more than one thing.") { part in
        part.ballot.things.count > 1 ? part.words.thing(part.mark.thing) : nil
      },
      .text("criterion", "By which criterion.") { $0.ballot.words(ofCriterion: $0.mark.criterion) },
      .text("value", "What was given.") { $0.value },
      .text("reason", "Why.") { $0.mark.reason }, .flag("isLate", "It came too late to count.") { $0.mark.late },
    ])

  private var value: String {
    guard let value = mark.value else { return words.term("no-answer") }
    if ballot.kind == .signal { return words.term(value) }
    return ballot.answers.first { $0.id == value }?.label ?? value
  }
}

/// What was taken of some things.
struct SelectionPart: Part {
  let words: Words
  let selection: SelectionRecord

  static let shape = Shape<SelectionPart>(
    "selection",
    [
      .text("round", "Such as “round 2”.") { $0.words.phrase("round", String($0.selection.round)) },
      .text("who", "Whose choice it was, unless the room’s.") { part in
        part.isHidden || part.selection.by.kind == .room ? nil : part.words.who(part.selection.by)
      },
      .text("taken", "What was taken.") { part in
        if part.isHidden { return nil }
        return part.selection.taken.isEmpty ? part.words.phrase("nothing") : part.taken
      },
      .text("rule", "By choice, rank or condition, as “by rank”.") { part in
        part.isHidden ? nil : part.words.phrase("by-rule", part.words.term(part.selection.rule))
      },
      .text("remark", "What the program noted, such as how a tie ended.") { $0.isHidden ? nil : $0.selection.remark },
      .text("withheld", "A sentence where the choice may not be shown.") { part in
        guard part.isHidden, let why = part.selection.withheld else { return nil }
        return part.words.phrase("choice-withheld", part.words.withheld(why))
      },
    ])

  /// What was ranked best first, each with its score as far as that may be told.
  private var taken: String {
    guard selection.rule == "rank" else { return words.things(selection.taken) }
    let scores = Dictionary(selection.scores.map { ($0.thing, $0.score) }, uniquingKeysWith: { first, _ in first })
    let ranked = selection.taken.enumerated().sorted { first, second in
      let (left, right) = (scores[first.element]??.number ?? .zero, scores[second.element]??.number ?? .zero)
      return left == right ? first.offset < second.offset : left > right
    }.map(\.element)
    return words.listed(
      ranked.map { thing in
        words.thing(thing) + (words.figure(scores[thing] ?? nil).map { " (\($0))" } ?? "")
      })
  }

  private var isHidden: Bool { selection.rule == "choice" && selection.withheld != nil }
}
