import Diagnostics
import MethodModel

/// DOT0601, DOT0605: a measure is taken over something it can be taken over.
enum FittingMeasure: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .test: checkTest(id, facts, &log)
      case .show:
        checkShow(id, facts, &log)
        checkOrder(id, facts, &log)
      case .forEach: checkOrder(id, facts, &log)
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
    checkWeights(of: source, id, facts, &log)
  }

  private static func checkShow(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let stats = facts.tree.attribute(.stats, of: id), stats.isSound, let source = facts.tree.source(.of, of: id)
    else { return }
    for (word, offset) in words(of: stats.value) {
      let range = facts.tree.range(of: offset..<offset + word.utf8.count, in: stats)
      check(word, source, id, at: range, facts, &log)
    }
  }

  /// Things are put in order by marks, a number or a day; by words nothing would be.
  private static func checkOrder(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let order = facts.tree.attribute(.order, of: id), order.isSound, !["made", "drawn"].contains(order.value),
      let source = facts.tree.source(.order, of: id)
    else { return }
    let shape = facts.shape(of: source, at: id)
    guard shape.family != .unknown, !shape.isMarks, !shape.isNumber, shape.family != .field(type: "date") else {
      return
    }
    log.error(
      .unfitMeasure, "`\(source)` is no marks, number or date, so nothing can be put in order by it",
      at: order.valueRange,
      help: "name the outcome of a <vote> or <rate>, or a number or date, as in \(source.name)/day")
  }

  private static func checkRank(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let ranked = facts.tree.attribute(.rankedBy, of: id), let source = facts.tree.source(.rankedBy, of: id) else {
      return
    }
    let shape = facts.shape(of: source, at: id)
    guard shape.family != .unknown else { return }
    checkWeights(of: source, id, facts, &log)
    guard shape.isMarks else {
      guard !shape.isNumber else { return }
      log.error(
        .unfitMeasure, "`\(source)` holds no marks, so nothing can be ranked by it", at: ranked.valueRange,
        help: "name the outcome of a <vote> or <rate>, or a number field of what is chosen from")
      return
    }
    if case .ratings = shape.family {
      let measure = facts.tree.attribute(.measure, of: id)
      check(measure?.value ?? "median", source, id, at: measure?.valueRange ?? ranked.valueRange, facts, &log)
    }
  }

  /// Only ratings by several criteria can be weighed, each by a number.
  private static func checkWeights(
    of source: SourceRef, _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    guard let attribute = tree.attribute(.weights, of: id), let weights = tree.source(.weights, of: id) else { return }
    if tree.value(.measure, of: id) == "product" {
      log.error(
        .unfitMeasure, "a product has no weights", at: attribute.valueRange, help: "leave weights out, or take the mean"
      )
    } else if !MeasureDomain.hasCriteria(source, at: id, facts) {
      log.error(
        .unfitMeasure, "`\(source)` holds no ratings by several criteria, so there is nothing to weigh",
        at: attribute.valueRange, help: "name the outcome of a <rate criteria=\"…\">")
    } else {
      let shape = facts.shape(of: weights, at: id)
      guard shape.family != .unknown, !shape.isMarks, !shape.isNumber else { return }
      log.error(
        .unfitMeasure, "`\(weights)` says of no criterion what it weighs", at: attribute.valueRange,
        help: "name a number field of the criteria, as in criteria/weight, or the outcome of a <vote> or <rate> on them"
      )
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
    if kind == .sum, case .ratings = shape.family, !isOfRoom(source, id, facts) {
      log.warning(
        .sumOfOpinions, "`\(source)` holds opinions on a scale, and a sum of opinions says nothing", at: range,
        help: "take the median or the share of high ratings")
    }
  }

  /// Whether the room gives one value to each thing, which no number of raters makes larger.
  private static func isOfRoom(_ source: SourceRef, _ id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    guard let outcome = facts.names.outcome(behind: source.name, at: id, in: facts.tree) else { return false }
    return facts.names.outcomes[outcome].writers.allSatisfy { facts.tree.value(.per, of: $0) == "room" }
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
        + " numbers. product: ratings by several criteria. objections: a consent decision. decided: decisions and"
        + " selections. A percentage: of share and answered, and of a change, as a part of the figure before."),
    Explanation(
      .sumOfOpinions, title: "a sum over opinions",
      what: "Ratings of several people are added up.",
      why: "The sum grows with the number of raters, and one fatal weakness disappears among strong sides.",
      example: .sumOfOpinions,
      remedy: "Take the median, the spread, or the share of those who chose a high value."),
  ]
}
