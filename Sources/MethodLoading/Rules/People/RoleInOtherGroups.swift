import Diagnostics
import MethodModel

/// DOT0505 (of roles): who has a role that goes round in groups is in one of the groups that a step inside works in.
enum RoleInOtherGroups: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for rotate in tree.all where tree.name(of: rotate) == .rotate {
      guard let role = tree.value(.move, of: rotate), facts.names.definitions[role]?.kind == .role,
        let through = tree.attribute(.through, of: rotate), through.isSound
      else { continue }
      for id in tree.all where tree.name(of: id) == .step && facts.isInside(id, rotate) {
        check(id, role, through, facts, &log)
      }
    }
  }

  private static func check(
    _ step: MethodTree.ID, _ role: String, _ through: MethodTree.Attribute, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    guard let with = facts.tree.attribute(.with, of: step), !holds(with.value, through.value, facts),
      asks(role, in: step, facts)
    else { return }
    log.warning(
      .rotationImpossible,
      "`\(role)` goes through `\(through.value)`, and this step works in `\(with.value)`, of which some have nobody in the role",
      at: with.valueRange,
      help: "write with=\"\(through.value)\" here, or through=\"\(with.value)\" in the rotation",
      see: .init("the rotation", at: through.valueRange))
  }

  /// Whether each group of the first set has a whole one of the second in it; true of what is no set of groups.
  private static func holds(_ set: String, _ wanted: String, _ facts: MethodFacts) -> Bool {
    var next: String? = set
    for _ in 0..<facts.tree.nodes.count {
      guard let name = next, name != wanted, let node = PeopleCount(facts: facts).node(of: name) else { break }
      guard facts.tree.has(.merge, of: node) else { return false }
      next = facts.tree.value(.merge, of: node)
    }
    return true
  }

  /// Whether somebody in the role has something to do in a step.
  private static func asks(_ role: String, in step: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    facts.tree.children(of: step).contains { child in
      [AttributeName.role, .by].contains { facts.tree.value($0, of: child) == role }
    }
  }

  static let explanations: [Explanation] = []
}
