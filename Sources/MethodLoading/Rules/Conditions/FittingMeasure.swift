import Diagnostics
import MethodModel

/// DOT0601, DOT0605: a measure is taken over something it can be taken over.
enum FittingMeasure: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .test: checkTest(id, facts, &log)
      case .show: checkShow(id, facts, &log)
      case .select:
        checkRank(id, facts, &log)
        checkCost(id, facts, &log)
      case .decide: checkDecision(id, facts, &log)
      default: break
      }
    }
  }

  private static func checkTest(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let measure = facts.tree.attribute(.measure, of: id), measure.isSound,
      let source = facts.tree.source(.of, of: id)
    else { return }
    check(measure.value, source, id, at: measure.valueRange, facts, &log)
  }

  private static func checkShow(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let stats = facts.tree.attribute(.stats, of: id), stats.isSound, let source = facts.tree.source(.of, of: id)
    else { return }
    for (word, offset) in words(of: stats.value) {
      let range = facts.tree.range(of: offset..<offset + word.utf8.count, in: stats)
      check(word, source, id, at: range, facts, &log)
    }
  }

  private static func checkRank(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let ranked = facts.tree.attribute(.rankedBy, of: id), let source = facts.tree.source(.rankedBy, of: id) else {
      return
    }
    let shape = facts.shape(of: source, at: id)
    guard shape.family != .unknown else { return }
    guard shape.isMarks else {
      log.error(
        .unfitMeasure, "`\(source)` holds no marks, so nothing can be ranked by it", at: ranked.valueRange,
        help: "name the outcome of a <vote> or <rate>")
      return
    }
    if case .ratings = shape.family {
      let measure = facts.tree.attribute(.measure, of: id)
      check(measure?.value ?? "median", source, id, at: measure?.valueRange ?? ranked.valueRange, facts, &log)
    }
  }

  private static func checkCost(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let cost = facts.tree.attribute(.cost, of: id), cost.isSound, let from = facts.tree.source(.from, of: id)
    else { return }
    let whole = facts.shape(of: SourceRef(name: from.name), at: id)
    guard whole.family != .unknown, !whole.isOpen else { return }
    let shape = facts.shape(of: SourceRef(name: from.name, part: cost.value), at: id)
    guard !whole.parts.contains(cost.value) || shape.family != .field(type: "number") else { return }
    log.error(
      .unfitMeasure, "`\(cost.value)` is no number field of `\(from.name)`, so nobody knows what it costs",
      at: cost.valueRange, help: "write <field id=\"\(cost.value)\" type=\"number\"/> where they are collected")
  }

  private static func checkDecision(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let measure = facts.tree.attribute(.measure, of: id), measure.isSound,
      let source = facts.tree.source(.from, of: id)
    else { return }
    check(measure.value, source, id, at: measure.valueRange, facts, &log)
  }

  private static func check(
    _ measure: String, _ source: SourceRef, _ id: MethodTree.ID, at range: SourceRange, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    guard let kind = Measure(rawValue: measure) else { return }
    let shape = facts.shape(of: source, at: id)
    if let reason = MeasureDomain.objection(to: kind, over: shape, source, facts) {
      log.error(.unfitMeasure, reason.message, at: range, help: reason.help)
      return
    }
    if let reason = MeasureDomain.objectionToSums(kind, source, id, facts) {
      log.error(.unfitMeasure, reason, at: range, help: "take the sum, or enter each rating (enter=\"each\")")
    }
    if kind == .sum, case .ratings = shape.family {
      log.warning(
        .sumOfOpinions, "`\(source)` holds opinions on a scale, and a sum of opinions says nothing", at: range,
        help: "take the median or the share of high ratings")
    }
  }

  static let explanations = [
    Explanation(
      .unfitMeasure, title: "a measure that does not fit",
      what: "The measure cannot be taken over that outcome: no median of ideas, no objections of a vote, no mean of"
        + " values without numbers, and of entered sums only the sum.",
      why: "It would have no data in every session, and what hangs on it would never hold.",
      example: .unfitMeasure,
      remedy: "count: things and marks. distinct: a field, as in ideas/owner, and what was named in ratings and"
        + " placements. answered: marks. share: marks and things."
        + " median, min, max, spread: ratings and number fields. mean: the same with numbers. sum: dots, points,"
        + " numbers. objections: a consent decision. decided: decisions and selections."),
    Explanation(
      .sumOfOpinions, title: "a sum over opinions",
      what: "Ratings of several people are added up.",
      why: "The sum grows with the number of raters, and one fatal weakness disappears among strong sides.",
      example: .sumOfOpinions,
      remedy: "Take the median, the spread, or the share of those who chose a high value."),
  ]
}

/// What each measure can be taken over.
enum MeasureDomain {
  /// Why a measure does not fit, and what to take instead; `nil` when it fits or nobody knows yet.
  static func objection(
    to measure: Measure, over shape: Shape, _ source: SourceRef, _ facts: MethodFacts
  ) -> (message: String, help: String)? {
    switch (measure, shape.family) {
    case (_, .unknown): nil
    case (.count, .decision(let rule)):
      (
        "`\(source)` is a decision, which cannot be counted",
        rule == "consent" ? "count a part of it, as in \(source)/objections" : "ask whether it is decided, equals=\"1\""
      )
    case (.distinct, .field), (.distinct, .placements), (.distinct, .ratings), (.answered, .ballots),
      (.answered, .ratings), (.answered, .decision),
      (.answered, .placements):
      nil
    case (.distinct, _):
      ("distinct needs a field", "name one after a slash, as in \(source)/\(shape.parts.first ?? "field")")
    case (.answered, _):
      ("`\(source)` holds no marks, so nobody can have answered", "name the outcome of a <vote> or <rate>")
    case (.objections, .decision("consent")), (.decided, .decision), (.decided, .selection): nil
    case (.objections, _):
      (
        "`\(source)` is no decision by consent, so it has no objections",
        "name the outcome of a <decide rule=\"consent\">"
      )
    case (.decided, _): ("`\(source)` decides nothing", "name the outcome of a <decide> or <select>")
    case (.median, _), (.mean, _), (.min, _), (.max, _), (.spread, _):
      figureObjection(measure, shape, source, facts)
    case (.sum, .ballots(kind: "dots")), (.sum, .ballots(kind: "ranking")), (.sum, .field("number")),
      (.sum, .field("minutes")):
      nil
    case (.sum, .ratings(let scale)):
      isNumeric(scale, facts)
        ? nil : ("the values of `\(scale)` are no numbers, so they have no sum", "take the median")
    case (.sum, _): ("`\(source)` holds no numbers, so it has no sum", "take the count")
    case (.share, .decision):
      ("`\(source)` is a decision, of which no share can be taken", "take the share of the marks it rests on")
    case (.share, _), (.count, _): nil
    }
  }

  private static func figureObjection(
    _ measure: Measure, _ shape: Shape, _ source: SourceRef, _ facts: MethodFacts
  ) -> (message: String, help: String)? {
    switch shape.family {
    case .field("number"), .field("minutes"): return nil
    case .ratings(let scale):
      if let node = scaleNode(scale, facts), facts.tree.value(.ordered, of: node) == "no" {
        return (
          "the values of `\(scale)` have no order, so there is no \(measure.rawValue)",
          "take the share of a value, or leave ordered=\"no\" out"
        )
      }
      if measure == .mean, !isNumeric(scale, facts) {
        return (
          "not all values of `\(scale)` have a number, so there is no mean",
          "take the median, or give every value its number"
        )
      }
      return nil
    default:
      return (
        "`\(source)` holds no ratings or numbers, so it has no \(measure.rawValue)",
        numberField(of: source, facts).map { "name its number field: \(source.name)/\($0)" }
          ?? "name the outcome of a <rate>, or collect a <field> of type=\"number\" and name that"
      )
    }
  }

  /// A field of an outcome that holds numbers.
  private static func numberField(of source: SourceRef, _ facts: MethodFacts) -> String? {
    guard source.part == nil, let definition = facts.names.definitions[source.name], definition.outcome >= 0 else {
      return nil
    }
    let outcome = facts.names.outcomes[definition.outcome]
    let fields = (outcome.writers + outcome.fillers).flatMap { facts.tree.children(of: $0) }
    return fields.first { ["number", "minutes"].contains(facts.tree.value(.type, of: $0)) }
      .flatMap { facts.tree.value(.id, of: $0) }
  }

  /// Sums were entered, so no single answer is known.
  static func objectionToSums(
    _ measure: Measure, _ source: SourceRef, _ id: MethodTree.ID, _ facts: MethodFacts
  ) -> String? {
    switch measure {
    case .median, .min, .max, .spread, .share, .distinct: break
    default: return nil
    }
    guard let outcome = facts.names.outcome(behind: source.name, at: id, in: facts.tree),
      facts.names.outcomes[outcome].writers.contains(where: { facts.tree.value(.enter, of: $0) == "sum" })
    else { return nil }
    return "only sums are entered into `\(source.name)`, so it has no \(measure.rawValue)"
  }

  static func scaleNode(_ name: String, _ facts: MethodFacts) -> MethodTree.ID? {
    facts.names.definitions[name].flatMap { $0.kind == .scale ? $0.node : nil }
  }

  private static func isNumeric(_ scale: String, _ facts: MethodFacts) -> Bool {
    guard let node = scaleNode(scale, facts) else { return true }
    let values = facts.tree.children(of: node).filter { facts.tree.name(of: $0) == .value }
    return values.allSatisfy { facts.tree.number(ofValue: $0) != nil }
  }
}
