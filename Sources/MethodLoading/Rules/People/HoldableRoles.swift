import Diagnostics
import MethodModel

/// DOT0507: somebody can hold each role.
enum HoldableRoles: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let section = tree.child(.roles, of: .root) else { return }
    var rest: MethodTree.Attribute?
    let all = Set(tree.children(of: section).filter { isRest($0, tree) }.compactMap { tree.value(.id, of: $0) })
    for role in tree.children(of: section) {
      if let people = tree.attribute(.people, of: role), tree.range(.people, of: role)?.upper == 0 {
        log.error(
          .roleWithoutHolders, "nobody can hold this role", at: people.valueRange,
          help: "write people=\"1\", or 0..1 where it may stay open")
      }
      checkSource(of: role, facts, &log)
      guard let filled = tree.attribute(.filled, of: role), isRest(role, tree) else { continue }
      guard !tree.has(.except, of: role) else {
        checkExcept(of: role, all, tree, &log)
        continue
      }
      if let first = rest {
        log.error(
          .roleWithoutHolders, "another role takes everybody who is left", at: filled.valueRange,
          help: "fill one of the two by named, volunteer or drawn, or say by except whom it leaves out",
          see: .init("this role takes them", at: first.valueRange))
      } else {
        rest = filled
      }
    }
  }

  private static func isRest(_ role: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.value(.filled, of: role) == "rest"
  }

  /// Two roles that leave each other out would empty each other.
  private static func checkExcept(
    of role: MethodTree.ID, _ rests: Set<String>, _ tree: MethodTree, _ log: inout FindingLog
  ) {
    guard let except = tree.attribute(.except, of: role) else { return }
    for (word, offset) in words(of: except.value) where rests.contains(word) {
      log.error(
        .roleWithoutHolders, "`\(word)` takes whoever is left itself",
        at: tree.range(of: offset..<offset + word.utf8.count, in: except), help: "name roles that people come to")
    }
  }

  /// Only what is chosen can be people.
  private static func checkSource(of role: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let from = facts.tree.attribute(.from, of: role), let source = facts.tree.source(.from, of: role) else {
      return
    }
    switch facts.shape(of: source, at: role).family {
    case .selection, .decision, .people, .unknown: return
    default:
      log.error(
        .roleWithoutHolders, "`\(source)` is no choice of people, so nobody would ever hold this role",
        at: from.valueRange, help: "name the outcome of a <select from=\"people\"> or of a decision on people")
    }
  }

  static let explanations = [
    Explanation(
      .roleWithoutHolders, title: "a role that nobody can hold",
      what: "A role is for nobody at all, it is filled from something that is no choice of people, or it takes the rest"
        + " where another role has taken it.",
      why: "Whatever is asked of it would be asked of nobody.", example: .roleWithoutHolders,
      remedy: "Give it people, or fill only one role with the rest.")
  ]
}
