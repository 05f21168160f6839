import Diagnostics
import MethodModel

/// DOT0511: `author` stands where there is a thing in hand that somebody made.
enum AuthorInHand: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      for name in [AttributeName.by, .role, .order, .silent, .listens] {
        guard let attribute = tree.attribute(name, of: id), attribute.isSound,
          words(of: attribute.value).contains(where: { $0.word == Role.author }), !hasSubject(around: id, facts)
        else { continue }
        log.error(
          .authorOfNothing, "there is no thing in hand here whose author could be meant", at: attribute.valueRange,
          help: "put it into a <for-each>, or let a group for each thing do it; else name a role")
      }
    }
  }

  /// A for-each or a rotation around, or groups that are there for a thing each.
  private static func hasSubject(around node: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    var next: MethodTree.ID? = node
    while let id = next {
      switch tree.name(of: id) {
      case .forEach, .rotate: return true
      case .step, .phase:
        if let groups = tree.value(.with, of: id).flatMap({ facts.names.definitions[$0] }), groups.kind == .grouping,
          tree.has(.per, of: groups.node)
        {
          return true
        }
      default: break
      }
      next = tree.parent(of: id)
    }
    return false
  }

  static let explanations = [
    Explanation(
      .authorOfNothing, title: "the author of nothing",
      what: "Something is asked of the author, and nothing is in hand that somebody made: no <for-each>, no rotation,"
        + " no group for each thing.",
      why: "Nobody could do it, and the step would wait.", example: .authorOfNothing,
      remedy:
        "Put the step into a <for-each> over the things, give it groups that are formed per thing, or name a role.")
  ]
}
