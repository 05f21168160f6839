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
    for role in tree.children(of: section) {
      let needed = needed(role, tree)
      if needed > least { return reportOne(role, needed, least, tree, &log) }
      if tree.isYes(.exclusive, of: role) { exclusive += needed } else { shared = max(shared, needed) }
    }
    report(
      exclusive + shared, withRest: withRest(of: section, tree), least, at: tree.nameRange(of: section), &log)
  }

  /// How many it cannot do without; who is left or chosen later is not known.
  private static func needed(_ role: MethodTree.ID, _ tree: MethodTree) -> Int {
    let isOpen = ["rest", "selected"].contains(tree.value(.filled, of: role))
    return isOpen ? 0 : (tree.range(.people, of: role)?.lower ?? 1)
  }

  /// The people that a role for the rest needs, and beside them those of the roles that it leaves out, who may be the
  /// same where they are not exclusive.
  private static func withRest(of section: MethodTree.ID, _ tree: MethodTree) -> Int {
    let roles = Array(tree.children(of: section))
    return roles.filter { tree.value(.filled, of: $0) == "rest" && tree.has(.people, of: $0) }.map { rest in
      let except = tree.names(.except, of: rest)
      let others = roles.filter { except.isEmpty || except.contains(tree.value(.id, of: $0) ?? "") }
      let exclusive = others.filter { tree.isYes(.exclusive, of: $0) }.map { needed($0, tree) }
      let shared = others.filter { !tree.isYes(.exclusive, of: $0) }.map { needed($0, tree) }
      return (tree.range(.people, of: rest)?.lower ?? 0) + exclusive.reduce(0, +) + (shared.max() ?? 0)
    }.max() ?? 0
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
        help: "raise people at <fit>, lower people at the role for the rest, or say by except whom it leaves out")
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
