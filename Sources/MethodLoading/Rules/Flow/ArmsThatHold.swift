import Diagnostics
import MethodModel

/// DOT0404: every arm of a branch can be entered.
enum ArmsThatHold: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all where facts.tree.name(of: id) == .branch { checkBranch(id, facts, &log) }
  }

  private static func checkBranch(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    var earlier: [(arm: MethodTree.ID, bounds: TestBounds)] = []
    for arm in tree.children(of: id) where tree.name(of: arm) == .when {
      guard let condition = tree.children(of: arm).first(where: { Language.condition.contains(tree.name(of: $0)) })
      else { continue }
      if tree.name(of: condition) == .all, let clash = facts.contradiction(in: condition) {
        log.error(
          .armNeverHolds, "this arm cannot be entered: its tests contradict each other", at: tree.nameRange(of: arm),
          help: "change one of the two thresholds, or write <any>", see: .init("it excludes the first", at: clash))
        continue
      }
      guard let bounds = TestBounds(condition, tree) else { continue }
      if let before = earlier.first(where: { $0.bounds.contains(bounds) }) {
        log.error(
          .armNeverHolds, "this arm cannot be entered: an earlier one holds whenever it does",
          at: tree.nameRange(of: arm), help: "put the narrower test first",
          see: .init("this one is looked at first", at: tree.nameRange(of: before.arm)))
      }
      earlier.append((arm, bounds))
    }
  }

  static let explanations = [
    Explanation(
      .armNeverHolds, title: "an arm that cannot be entered",
      what: "The tests of a <when> contradict each other, or an earlier <when> holds whenever this one does.",
      why: "The first arm that holds is taken, so what stands in this one never happens.", example: .armNeverHolds,
      remedy: "Put the narrower test first, or correct the thresholds.")
  ]
}
