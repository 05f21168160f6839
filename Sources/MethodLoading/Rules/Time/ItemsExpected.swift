import Diagnostics
import MethodModel

/// DOT0803: minutes per item or group need a number of them for the plan.
enum ItemsExpected: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where [.step, .checkpoint, .break, .use].contains(tree.name(of: id)) {
      guard let time = tree.attribute(.time, of: id), time.isSound, let formula = try? DurationForm.time(time.value),
        case .sum(let terms, _) = formula
      else { continue }
      if terms.contains(where: { $0.per == .group }), !hasGroups(id, facts) {
        log.error(
          .itemsUnexpected, "nobody is in groups here or before, so its time cannot be counted",
          at: tree.range(of: time.value.utf8Range(of: "group"), in: time),
          help: "name the groups that are meant, such as per teams, or write per person or per item")
      }
      guard terms.contains(where: { $0.per == .item }) else { continue }
      checkItems(of: id, at: tree.range(of: time.value.utf8Range(of: "item"), in: time), facts, &log)
    }
  }

  private static func checkItems(
    of id: MethodTree.ID, at range: SourceRange, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let sources = items(of: id, facts)
    guard !sources.isEmpty else {
      return log.error(
        .itemsUnexpected, "this step is about no items, so its time cannot be counted", at: range,
        help: "let an activity or a <show> of the step say of or from, or write per person or per group")
    }
    guard let (source, _) = sources.first(where: { !isExpected($0, at: $1, facts) }) else { return }
    log.error(
      .itemsUnexpected, "nobody can tell before the session how many items `\(source)` will have", at: range,
      help: "write expect=\"5 12 20\" where they are collected or chosen")
  }

  /// Whether a step is held in groups or in a part of the room, or another one was before it.
  private static func hasGroups(_ id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    if let parent = tree.parent(of: id), facts.nearest([.rotate], around: parent) != nil { return true }
    return tree.all.contains { other in
      guard other.index <= id.index, [.step, .phase].contains(tree.name(of: other)) else { return false }
      return tree.value(.with, of: other).map { facts.names.definitions[$0]?.kind == .grouping } ?? false
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
        // What a selection leaves is none while nothing says how much it keeps.
        if facts.tree.name(of: writer) == .select, facts.tree.value(.rest, of: writer) == source.name { return false }
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
    [AttributeName.expect, .atMost, .exactly, .top, .draw].contains { tree.has($0, of: writer) }
  }

  static let explanations = [
    Explanation(
      .itemsUnexpected, title: "minutes per item or group without a number of them",
      what: "A time grows per item, and nothing says how many items to expect; or per group, and nobody is in groups.",
      why: "No plan could be made: nobody would know how long the step takes.",
      example: .itemsUnexpected,
      remedy:
        "Write expect (one number, or low, likely and high) where the items are collected or"
        + " chosen, or a limit such as at-most; of groups say which.")
  ]
}
