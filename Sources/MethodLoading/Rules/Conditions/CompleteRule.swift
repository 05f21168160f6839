import Diagnostics
import MethodModel

/// DOT0604: a decision rule and a share have what they need.
enum CompleteRule: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .decide: checkDecision(id, facts, &log)
      case .test where tree.value(.measure, of: id) == "share" && tree.child(.where, of: id) == nil:
        checkShare(id, facts, &log)
      default: break
      }
    }
  }

  /// A share of things may also say by `in` or `except` which of them it counts.
  private static func checkShare(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    let isOfMarks = tree.source(.of, of: id).map { facts.shape(of: $0, at: id).isMarks } ?? false
    guard isOfMarks || !(tree.has(.in, of: id) || tree.has(.except, of: id)) else { return }
    report(
      isOfMarks
        ? "a share needs a <where> that says which answers it counts"
        : "a share needs something that says which things it counts",
      at: tree.nameRange(of: id),
      help: isOfMarks
        ? "write <where field=\"value\" is=\"\(counted(by: id, facts))\"/> in it"
        : "write in=\"…\" with the outcome that holds them, or a <where> in it", &log)
  }

  /// The answers that a share is most likely to count.
  private static func counted(by id: MethodTree.ID, _ facts: MethodFacts) -> String {
    guard let source = facts.tree.source(.of, of: id) else { return "1" }
    guard case .ratings(let scale) = facts.shape(of: source, at: id).family,
      let node = MeasureDomain.scaleNode(scale, facts)
    else { return "1" }
    if let range = facts.tree.range(.range, of: node), let upper = range.upper {
      return upper - range.lower > 2 ? "\(upper - 1)..\(upper)" : "\(upper)"
    }
    return facts.tree.children(of: node).compactMap { facts.tree.value(.id, of: $0) }.last ?? "yes"
  }

  private static func checkDecision(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let rule = tree.attribute(.rule, of: id), rule.isSound else { return }
    let from = tree.attribute(.from, of: id)
    switch rule.value {
    case "majority", "share", "plurality", "score":
      if from == nil {
        report(
          "the rule \(rule.value) counts marks, and no marks are named", at: rule.valueRange,
          help: "write from=\"…\" with the outcome of a <vote> or <rate>", &log)
      } else {
        checkMarks(id, rule.value, facts, &log)
      }
    case "consensus" where from != nil: checkMeanings(id, facts, &log)
    case "one": checkOne(id, facts, &log)
    default: break
    }
    if rule.value == "share", !tree.has(.atLeast, of: id) {
      report(
        "the rule share has no threshold", at: rule.valueRange, help: "write at-least=\"66%\" or another part", &log)
    }
    if rule.value == "score", !tree.has(.measure, of: id) {
      report(
        "the rule score does not say how an option is scored", at: rule.valueRange,
        help: "write measure=\"median\", mean or sum", &log)
    }
  }

  /// One decides for all: of several holders the last to choose would.
  private static func checkOne(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let by = tree.attribute(.by, of: id), by.isSound, let role = facts.names.definitions[by.value],
      role.kind == .role, ["room", nil].contains(tree.value(.per, of: role.node))
    else { return }
    let range = tree.range(.people, of: role.node)
    switch tree.value(.filled, of: role.node) {
    case "rest": break
    // Of a draw the least number is taken.
    case "drawn": guard let range, range.lower > 1 else { return }
    default: guard let range, range.upper.map({ $0 > 1 }) ?? true else { return }
    }
    log.warning(
      .incompleteRule, "one decides here, and `\(by.value)` may be several people: the last of them to choose would",
      at: by.valueRange, help: "write people=\"1\" at the role, or let them vote and take a rule that counts",
      see: .init("the role", at: tree.nameRange(of: role.node)))
  }

  private static func checkMarks(_ id: MethodTree.ID, _ rule: String, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let from = facts.tree.attribute(.from, of: id), let source = facts.tree.source(.from, of: id) else { return }
    let shape = facts.shape(of: source, at: id)
    guard shape.family != .unknown, !shape.isMarks else { return }
    report(
      "`\(source)` holds no marks for the rule \(rule) to count", at: from.valueRange,
      help: "name the outcome of a <vote> or <rate>", &log)
  }

  /// Consensus by ratings needs values that mean agreeing, standing aside or blocking.
  private static func checkMeanings(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let from = tree.attribute(.from, of: id), let source = tree.source(.from, of: id) else { return }
    guard case .ratings(let scale) = facts.shape(of: source, at: id).family,
      let node = MeasureDomain.scaleNode(scale, facts)
    else { return checkMarks(id, "consensus", facts, &log) }
    let hasAll = tree.children(of: node).filter { tree.name(of: $0) == .value }.contains { tree.has(.means, of: $0) }
    guard !hasAll else { return }
    report(
      "no value of `\(scale)` says what it means for a consensus", at: from.valueRange,
      help: "write means=\"agree\", \"aside\" or \"block\" at its values", &log)
  }

  private static func report(_ message: String, at range: SourceRange, help: String, _ log: inout FindingLog) {
    log.error(.incompleteRule, message, at: range, help: help)
  }

  static let explanations = [
    Explanation(
      .incompleteRule, title: "a rule without what it needs",
      what: "A decision rule lacks the marks it counts, its threshold or measure, or the meanings of the scale; its"
        + " marks are not of the kind that it counts; or a share does not say of what; or (as a warning) one decides and the"
        + " role that does may have several holders.",
      why: "The result could not be computed, or would be that of whoever chooses last.", example: .incompleteRule,
      remedy:
        "majority, share, plurality and score need from; share needs at-least, score needs measure; consensus from"
        + " ratings needs values with means. Consent and consensus without from collect their own signals. majority and"
        + " share ask how many are for an option: let people approve, or give each thing one dot at most.")
  ]
}
