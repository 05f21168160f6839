import Diagnostics
import MethodModel

/// DOT0502: groups are merged or split only after they have formed.
enum MergeAfterGroups: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let section = tree.child(.groupings, of: .root) else { return }
    let firstUses = firstUses(facts)
    for id in tree.children(of: section) {
      guard let name = tree.value(.id, of: id),
        let attribute = tree.attribute(.merge, of: id) ?? tree.attribute(.split, of: id),
        attribute.isSound, let base = facts.names.definitions[attribute.value], base.kind == .grouping
      else { continue }
      if let first = firstUses[name], firstUses[attribute.value].map({ $0.index >= first.index }) ?? true {
        report(first, name, of: attribute.value, base, facts, &log)
      }
      checkCircle(from: id, attribute, facts, &log)
    }
  }

  private static func report(
    _ first: MethodTree.ID, _ name: String, of baseName: String, _ base: NameTable.Definition, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    guard let with = facts.tree.attribute(.with, of: first) else { return }
    log.error(
      .mergeBeforeGroups, "`\(name)` is made of `\(baseName)`, which has not been formed by then", at: with.valueRange,
      help: "let a step before this one work with=\"\(baseName)\"",
      see: .init("`\(baseName)` is defined here", at: base.range))
  }

  /// The first element that works with each set.
  private static func firstUses(_ facts: MethodFacts) -> [String: MethodTree.ID] {
    var uses: [String: MethodTree.ID] = [:]
    for id in facts.tree.all {
      var names = [facts.tree.value(.with, of: id)]
      if facts.tree.name(of: id) == .rotate {
        names += [facts.tree.source(.move, of: id)?.name, facts.tree.source(.through, of: id)?.name]
      }
      for name in names { if let name, uses[name] == nil { uses[name] = id } }
    }
    return uses
  }

  /// Sets made of each other could never begin.
  private static func checkCircle(
    from id: MethodTree.ID, _ attribute: MethodTree.Attribute, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    var next = facts.names.definitions[attribute.value]?.node
    for _ in 0..<64 {
      guard let node = next else { return }
      if node == id {
        log.error(
          .mergeBeforeGroups, "these groups are made of themselves", at: attribute.valueRange,
          help: "let one of the sets be formed by size")
        return
      }
      let base = facts.tree.value(.merge, of: node) ?? facts.tree.value(.split, of: node)
      next = base.flatMap { facts.names.definitions[$0] }.flatMap { $0.kind == .grouping ? $0.node : nil }
    }
  }

  static let explanations = [
    Explanation(
      .mergeBeforeGroups, title: "groups made of groups that do not exist yet",
      what: "A step works in groups that are merged or cut from other groups which no earlier step has formed.",
      why: "Groups form on their first use; there is nothing to merge before.",
      example: .mergeBeforeGroups,
      remedy: "Let an earlier step work with the base groups, or form the groups by size.")
  ]
}
