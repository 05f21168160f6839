import Diagnostics
import MethodModel

/// DOT0803: minutes per item need a number of items for the plan.
enum ItemsExpected: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where [.step, .checkpoint, .break, .use].contains(tree.name(of: id)) {
      guard let time = tree.attribute(.time, of: id), time.isSound, let formula = try? DurationForm.time(time.value),
        case .sum(let terms, _) = formula, terms.contains(where: { $0.per == .item })
      else { continue }
      let range = tree.range(of: time.value.utf8Range(of: "item"), in: time)
      let sources = items(of: id, facts)
      guard !sources.isEmpty else {
        log.error(
          .itemsUnexpected, "this step is about no items, so its time cannot be counted", at: range,
          help: "let an activity or a <show> of the step say of or from, or write per person or per group")
        continue
      }
      for (source, node) in sources where !isExpected(source, at: node, facts) {
        log.error(
          .itemsUnexpected, "nobody can tell before the session how many items `\(source)` will have", at: range,
          help: "write expect=\"5 12 20\" where they are collected")
        break
      }
    }
  }

  /// What the activities of a step are about.
  private static func items(of step: MethodTree.ID, _ facts: MethodFacts) -> [(SourceRef, MethodTree.ID)] {
    facts.tree.children(of: step).flatMap { child in
      facts.uses.of(child).filter { $0.attribute == .of || $0.attribute == .from }.map { ($0.source, child) }
    }
  }

  /// Whether a number can be told, through everything that it was copied or chosen from.
  private static func isExpected(_ source: SourceRef, at node: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    var seen: Set<Int> = []
    var waiting = [(source, node)]
    while let (source, node) = waiting.popLast() {
      guard case .defined(let definition) = facts.meaning(of: source.name, at: node) else { return true }
      if definition.kind == .setting, facts.tree.value(.type, of: definition.node) == "list" {
        return facts.tree.has(.expect, of: definition.node) || facts.tree.child(.value, of: definition.node) != nil
      }
      guard definition.outcome >= 0 else { return true }
      guard seen.insert(definition.outcome).inserted else { continue }
      for writer in facts.names.outcomes[definition.outcome].writers {
        if isLimited(writer, facts.tree) { return true }
        if let (used, outcome) = facts.used.origin(of: writer, in: facts.tree) {
          return isExpected(SourceRef(name: used.names.outcomes[outcome].name), at: .root, used)
        }
        guard facts.tree.name(of: writer) != .collect else { continue }
        guard let base = facts.tree.source(.from, of: writer) ?? facts.tree.source(.of, of: writer) else { return true }
        waiting.append((base, writer))
      }
    }
    return false
  }

  private static func isLimited(_ writer: MethodTree.ID, _ tree: MethodTree) -> Bool {
    [AttributeName.expect, .atMost, .exactly, .top].contains { tree.has($0, of: writer) }
  }

  static let explanations = [
    Explanation(
      .itemsUnexpected, title: "minutes per item without a number of items",
      what: "A time grows per item, and nothing says how many items to expect.",
      why: "No plan could be made: nobody would know how long the step takes.",
      example: .itemsUnexpected,
      remedy:
        "Write expect (one number, or low, likely and high) where the items are collected, or a limit such as at-most.")
  ]
}
