import Diagnostics
import MethodModel

/// DOT0503: the smallest room can fill the roles.
enum EnoughPeople: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let section = tree.child(.roles, of: .root), let least = facts.participants.map(\.lowerBound).min() else {
      return
    }
    var exclusive = 0
    var shared = 0
    var rest = 0
    var besideRest = 0
    for role in tree.children(of: section) {
      let isOpen = ["rest", "selected"].contains(tree.value(.filled, of: role))
      let needed = isOpen ? 0 : (tree.range(.people, of: role)?.lower ?? 1)
      // The rest are people without any other role; nobody has to put up a hand before they are counted.
      if tree.value(.filled, of: role) == "rest", tree.has(.people, of: role) {
        rest = tree.range(.people, of: role)?.lower ?? 0
      }
      if needed > least { return reportOne(role, needed, least, tree, &log) }
      if tree.isYes(.exclusive, of: role) { exclusive += needed } else { shared = max(shared, needed) }
      let isSure = tree.value(.filled, of: role) != "volunteer"
      if isSure { besideRest = tree.isYes(.exclusive, of: role) ? besideRest + needed : max(besideRest, needed) }
    }
    report(exclusive + shared, withRest: rest + besideRest, least, at: tree.nameRange(of: section), &log)
  }

  /// Too few for the rest is a warning: the session begins, and some of what it does has nobody.
  private static func report(
    _ roles: Int, withRest rest: Int, _ least: Int, at range: SourceRange, _ log: inout FindingLog
  ) {
    let message = { (needed: Int) in "the roles need \(needed) people, and the method is made for \(least) or more" }
    if roles > least {
      log.error(
        .tooManyRoles, message(roles), at: range,
        help: "raise people at <fit>, or let one person hold several roles (exclusive=\"no\")")
    } else if rest > least {
      log.warning(
        .tooManyRoles, message(rest), at: range,
        help: "raise people at <fit>, or lower people at the role that takes the rest")
    }
  }

  private static func reportOne(
    _ role: MethodTree.ID, _ needed: Int, _ least: Int, _ tree: MethodTree, _ log: inout FindingLog
  ) {
    log.error(
      .tooManyRoles, "this role needs \(needed) people, and the method is made for \(least) or more",
      at: tree.attribute(.people, of: role)?.valueRange ?? tree.nameRange(of: role),
      help: "lower people here, or raise people at <fit>")
  }

  static let explanations = [
    Explanation(
      .tooManyRoles, title: "more roles than people",
      what: "In the smallest room that the method is made for there are not enough people for its"
        + " roles and for the one that takes the rest, or a group is too small for a role that each of them has.",
      why: "The session could not begin.", example: .tooManyRoles,
      remedy: "Raise the lower end of people at <fit>, or let one person hold several roles.")
  ]
}
