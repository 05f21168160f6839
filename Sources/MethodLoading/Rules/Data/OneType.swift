import Diagnostics
import MethodModel

/// DOT0303: one name is one outcome of one type and, for documents, of one unit.
enum OneType: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for outcome in facts.names.outcomes {
      guard let first = outcome.writers.first else { continue }
      for other in outcome.writers.dropFirst() where !check(first, other, outcome.name, facts, &log) { break }
    }
  }

  /// Whether two writers agree.
  private static func check(
    _ first: MethodTree.ID, _ other: MethodTree.ID, _ name: String, _ facts: MethodFacts, _ log: inout FindingLog
  ) -> Bool {
    let one = kind(of: first, facts)
    let two = kind(of: other, facts)
    guard let one, let two else { return true }
    let seen = FindingLog.Seen("`\(name)` is first written here", at: facts.tree.nameRange(of: first))
    guard let attribute = facts.tree.attribute(.into, of: other) ?? facts.tree.attribute(.rest, of: other) else {
      return true
    }
    if one != two {
      log.error(
        .mixedOutcome, "`\(name)` holds \(one), and \(two) are written into it here", at: attribute.valueRange,
        help: "write them into an outcome of their own", see: seen)
      return false
    }
    guard facts.tree.name(of: first) == .fill, unit(of: first, facts) != unit(of: other, facts) else {
      return checkFields(first, other, name, facts, &log)
    }
    log.error(
      .mixedOutcome, "`\(name)` is one document per \(unit(of: first, facts)), and here per \(unit(of: other, facts))",
      at: attribute.valueRange, help: "use the same `with` and `per`, or another outcome", see: seen)
    return false
  }

  private static func kind(of id: MethodTree.ID, _ facts: MethodFacts) -> String? {
    switch facts.tree.name(of: id) {
    case .collect: "things"
    case .commit: "actions"
    case .cluster: "clusters"
    case .place: "placements"
    case .connect: "links between things"
    case .select: "a selection"
    case .vote: "ballots (\(facts.tree.value(.kind, of: id) ?? "dots"))"
    case .rate: "ratings on `\(facts.tree.value(.scale, of: id) ?? "")`"
    case .fill: facts.tree.value(.shape, of: id) == "table" ? "rows of a table" : "documents"
    case .decide: "decisions"
    case .take:
      facts.used.origin(of: id, in: facts.tree).flatMap { used, outcome in
        used.names.outcomes[outcome].writers.first.flatMap { kind(of: $0, used) }
      }
    default: nil
    }
  }

  private static func unit(of id: MethodTree.ID, _ facts: MethodFacts) -> String {
    if let per = facts.tree.value(.per, of: id) { return per }
    guard let step = facts.nearest([.step], around: id), let with = facts.tree.value(.with, of: step) else {
      return "room"
    }
    return with == "alone" ? "person" : with
  }

  private static func checkFields(
    _ first: MethodTree.ID, _ other: MethodTree.ID, _ name: String, _ facts: MethodFacts, _ log: inout FindingLog
  ) -> Bool {
    let tree = facts.tree
    for field in tree.children(of: other) where tree.name(of: field) == .field {
      guard let attribute = tree.attribute(.id, of: field), let type = tree.value(.type, of: field),
        let before = tree.children(of: first).first(where: {
          tree.name(of: $0) == .field && tree.value(.id, of: $0) == attribute.value
        }), (tree.value(.type, of: before) ?? "text") != type
      else { continue }
      log.error(
        .mixedOutcome,
        "the field `\(attribute.value)` of `\(name)` has the type"
          + " \(tree.value(.type, of: before) ?? "text"), and here \(type)", at: attribute.valueRange,
        help: "give both the same type, or call one of them something else",
        see: .init("the field is first made here", at: tree.nameRange(of: before)))
      return false
    }
    return true
  }

  static let explanations = [
    Explanation(
      .mixedOutcome, title: "one name for two kinds of outcomes",
      what: "Two activities write different kinds of things, differently typed fields, or documents of different"
        + " units under one name.",
      why: "An outcome is one table in the record: votes and ideas cannot share it.",
      example: .mixedOutcome,
      remedy: "Give the second one its own name.")
  ]
}
