import Diagnostics
import MethodModel

/// DOT0404: every arm of a branch can be entered.
enum ArmsThatHold: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all where facts.tree.name(of: id) == .branch { checkBranch(id, facts, &log) }
  }

  private static func checkBranch(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    var earlier: [(arm: MethodTree.ID, bounds: Bounds)] = []
    for arm in tree.children(of: id) where tree.name(of: arm) == .when {
      guard let condition = tree.children(of: arm).first(where: { Language.condition.contains(tree.name(of: $0)) })
      else { continue }
      if let clash = contradiction(in: condition, tree) {
        log.error(
          .armNeverHolds, "this arm cannot be entered: its tests contradict each other", at: tree.nameRange(of: arm),
          help: "change one of the two thresholds, or write <any>", see: .init("it excludes the first", at: clash))
        continue
      }
      guard let bounds = Bounds(condition, tree) else { continue }
      if let before = earlier.first(where: { $0.bounds.contains(bounds) }) {
        log.error(
          .armNeverHolds, "this arm cannot be entered: an earlier one holds whenever it does",
          at: tree.nameRange(of: arm), help: "put the narrower test first",
          see: .init("this one is looked at first", at: tree.nameRange(of: before.arm)))
      }
      earlier.append((arm, bounds))
    }
  }

  /// The place of a test in an `all` that excludes an earlier one of it.
  private static func contradiction(in condition: MethodTree.ID, _ tree: MethodTree) -> SourceRange? {
    guard tree.name(of: condition) == .all else { return nil }
    var known: [Bounds] = []
    for child in tree.children(of: condition) {
      guard let bounds = Bounds(child, tree) else { continue }
      if known.contains(where: { $0.excludes(bounds) }) { return tree.nameRange(of: child) }
      known.append(bounds)
    }
    return nil
  }

  /// What a single test lets through: numbers from one end to the other.
  private struct Bounds {
    let question: String
    var low: Number?
    var high: Number?
    var isOpenLow = false
    var isOpenHigh = false

    init?(_ id: MethodTree.ID, _ tree: MethodTree) {
      guard tree.name(of: id) == .test, tree.child(.where, of: id) == nil else { return nil }
      let asked: [AttributeName] = [.measure, .of, .for, .in, .except, .among, .change, .last, .needs]
      question = asked.map { tree.value($0, of: id) ?? "" }.joined(separator: "\n")
      for name in [AttributeName.atLeast, .above, .equals, .atMost, .below] {
        guard let quantity = tree.quantity(name, of: id) else { continue }
        guard case .number(let number) = quantity else { return nil }
        if name == .atLeast || name == .above || name == .equals { (low, isOpenLow) = (number, name == .above) }
        if name == .atMost || name == .below || name == .equals { (high, isOpenHigh) = (number, name == .below) }
      }
    }

    /// Whether it holds whenever the other does.
    func contains(_ other: Bounds) -> Bool {
      question == other.question && isBelow(other) && isAbove(other)
    }

    private func isBelow(_ other: Bounds) -> Bool {
      guard let low else { return true }
      guard let theirs = other.low else { return false }
      return low < theirs || (low == theirs && (!isOpenLow || other.isOpenLow))
    }

    private func isAbove(_ other: Bounds) -> Bool {
      guard let high else { return true }
      guard let theirs = other.high else { return false }
      return high > theirs || (high == theirs && (!isOpenHigh || other.isOpenHigh))
    }

    /// Whether no number passes both.
    func excludes(_ other: Bounds) -> Bool {
      question == other.question && (isApart(self, other) || isApart(other, self))
    }

    private func isApart(_ first: Bounds, _ second: Bounds) -> Bool {
      guard let high = first.high, let low = second.low else { return false }
      return high < low || (high == low && (first.isOpenHigh || second.isOpenLow))
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
