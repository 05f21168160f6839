import Diagnostics
import MethodModel

/// DOT0604 (of marks): a rule is given marks of the kind that it counts, and somebody where one decides.
enum CountableMarks: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .decide:
        checkMarks(id, facts, &log)
        checkDecider(id, facts, &log)
        checkTies(id, facts, &log)
      case .select: checkTies(id, facts, &log)
      default: continue
      }
    }
  }

  private static func checkMarks(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let rule = tree.value(.rule, of: id), let from = tree.attribute(.from, of: id),
      let source = tree.source(.from, of: id), let objection = objection(to: rule, source, at: id, facts)
    else { return }
    log.error(.incompleteRule, objection.message, at: from.valueRange, help: objection.help)
  }

  private static func objection(
    to rule: String, _ source: SourceRef, at id: MethodTree.ID, _ facts: MethodFacts
  ) -> (message: String, help: String)? {
    let family = facts.shape(of: source, at: id).family
    if ["majority", "share"].contains(rule), family == .ballots(kind: "dots"), givesSeveral(source, at: id, facts) {
      return (
        "the rule \(rule) counts who is for an option, and one person may give it several dots in `\(source)`",
        "write rule=\"plurality\" for the most dots, vote by kind=\"approval\", or with per-item=\"1\""
      )
    }
    switch (rule, family) {
    case ("one", _):
      return (
        "one person decides by choosing, and counts nothing of `\(source)`",
        "leave from out, and show it to the one who decides: <show of=\"\(source)\">"
      )
    case ("consent", .ballots), ("consent", .placements):
      return ("consent collects its own signals, and `\(source)` holds none", "leave from out")
    case ("consent", .ratings(let scale)) where !hasSignals(scale, facts):
      return ("consent collects its own signals, and `\(source)` holds none", "leave from out, or write rule=\"score\"")
    case ("consensus", .ballots), ("consensus", .placements):
      return (
        "consensus counts who agrees and who blocks, and `\(source)` does not say that",
        "leave from out, or rate on a scale whose values say what they mean"
      )
    case ("majority", .ratings), ("share", .ratings):
      return (
        "the rule \(rule) counts votes, and `\(source)` holds ratings",
        "write rule=\"score\" and a measure, or let people vote"
      )
    case ("majority", .ballots("ranking")), ("share", .ballots("ranking")):
      return (
        "the rule \(rule) counts who is for an option, and `\(source)` holds points",
        "write rule=\"plurality\" for the most points, or vote by kind=\"approval\""
      )
    case ("majority", .placements), ("share", .placements), ("plurality", .placements), ("score", .placements):
      return ("the rule \(rule) counts votes, and `\(source)` holds places", "let people vote or rate")
    default: return nil
    }
  }

  /// Whether a voter may have more than one dot for one thing; what a used method asks is not followed.
  private static func givesSeveral(_ source: SourceRef, at id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    guard let outcome = facts.names.outcome(behind: source.name, at: id, in: facts.tree) else { return false }
    return facts.names.outcomes[outcome].writers.contains { writer in
      facts.tree.name(of: writer) == .vote && facts.whole(.budget, of: writer) != 1
        && facts.whole(.perItem, of: writer) != 1
    }
  }

  /// A scale that calls a value so can be asked for consent.
  private static func hasSignals(_ scale: String, _ facts: MethodFacts) -> Bool {
    guard let node = MeasureDomain.scaleNode(scale, facts) else { return true }
    return facts.tree.children(of: node).contains { facts.tree.value(.id, of: $0) == "objection" }
  }

  private static let remedy = "write by=\"…\" with a role, facilitator or author"

  /// Where one person decides, it is said who: by `by`, or because only they are there.
  private static func checkDecider(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let attribute = attribute(.rule, of: id, facts) else { return }
    log.error(.incompleteRule, "the rule one does not say who decides", at: attribute.valueRange, help: remedy)
  }

  private static func checkTies(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let attribute = attribute(.ties, of: id, facts) else { return }
    log.warning(
      .incompleteRule, "ties=\"one\" does not say who decides, so the facilitator is asked", at: attribute.valueRange,
      help: "\(remedy), or ties=\"ask\"")
  }

  private static func attribute(
    _ name: AttributeName, of id: MethodTree.ID, _ facts: MethodFacts
  ) -> MethodTree.Attribute? {
    guard let attribute = facts.tree.attribute(name, of: id), attribute.value == "one", !facts.tree.has(.by, of: id),
      !isAmongHolders(id, facts)
    else { return nil }
    return attribute
  }

  /// Whether only the holders of a role are there.
  private static func isAmongHolders(_ id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    var next = facts.tree.parent(of: id)
    while let node = next {
      if let with = facts.tree.value(.with, of: node), with != "room" {
        return facts.names.definitions[with]?.kind == .role
      }
      next = facts.tree.parent(of: node)
    }
    return false
  }

  static let explanations: [Explanation] = []
}
