import Diagnostics
import MethodModel

/// DOT0409: what a step that must stay needs does not come from one that a shortage of time may skip.
enum SkippableSource: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard tree.all.contains(where: { tree.value(.cut, of: $0) == "skip" }) else { return }
    for (index, outcome) in facts.names.outcomes.enumerated() {
      let steps = outcome.writers.compactMap { facts.nearest([.step], around: $0) }
      guard let first = steps.first, steps.allSatisfy({ tree.value(.cut, of: $0) == "skip" }),
        let cut = tree.attribute(.cut, of: first), let reader = reader(of: index, besides: steps, facts)
      else { continue }
      log.warning(
        .skippableSource, "a shortage of time may skip this step, and a later one needs `\(outcome.name)` from it",
        at: cut.valueRange, help: "write cut=\"shorten\" here, or cut=\"skip\" at the later one too",
        see: .init("`\(outcome.name)` is needed here", at: tree.nameRange(of: reader)))
    }
  }

  /// The first reader in a step that stays.
  private static func reader(of outcome: Int, besides steps: [MethodTree.ID], _ facts: MethodFacts) -> MethodTree.ID? {
    facts.uses.all.first { use in
      guard use.outcome == outcome, use.attribute != .except, use.attribute != .ref,
        let step = facts.nearest([.step, .checkpoint, .repeat, .forEach, .branch], around: use.node)
      else { return false }
      return !steps.contains(step) && facts.tree.value(.cut, of: step) != "skip"
        && facts.tree.value(.optional, of: step) != "yes"
    }?.node
  }

  static let explanations = [
    Explanation(
      .skippableSource, title: "a step that may be skipped feeds one that stays",
      what: "A step with cut=\"skip\" is the only one to write an outcome that a step without it reads.",
      why: "When time is short the first is skipped, and the second has nothing to work with.",
      example: .skippableSource,
      remedy: "Let the first be shortened instead (the default), or let the other be skipped with it.")
  ]
}
