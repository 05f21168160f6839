import MethodModel

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
    case (.product, .ratings(let scale)):
      isNumeric(scale, facts)
        ? nil : ("the values of `\(scale)` are no numbers, so they have no product", "give every value its number")
    case (.product, _):
      ("`\(source)` holds no ratings, so it has no product", "name the outcome of a <rate criteria=\"…\">")
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
    case .median, .min, .max, .spread, .product, .share, .distinct: break
    default: return nil
    }
    guard let outcome = facts.names.outcome(behind: source.name, at: id, in: facts.tree),
      facts.names.outcomes[outcome].writers.contains(where: { facts.tree.value(.enter, of: $0) == "sum" })
    else { return nil }
    return "only sums are entered into `\(source.name)`, so it has no \(measure.rawValue)"
  }

  /// Whether something is rated by several criteria; a thing that nobody knows yet may be.
  static func hasCriteria(_ source: SourceRef, at id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    guard facts.shape(of: source, at: id).family != .unknown else { return true }
    guard let outcome = facts.names.outcome(behind: source.name, at: id, in: facts.tree) else { return false }
    return facts.names.outcomes[outcome].writers.contains { facts.tree.has(.criteria, of: $0) }
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
