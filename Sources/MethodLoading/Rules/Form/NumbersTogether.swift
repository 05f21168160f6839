import Diagnostics
import MethodModel

/// DOT0902: numbers that stand beside each other can both be kept.
enum NumbersTogether: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all {
      switch facts.tree.name(of: id) {
      case .collect, .cluster, .commit, .fill: checkLimits(id, facts, &log)
      case .select:
        checkLimits(id, facts, &log)
        checkTop(id, facts, &log)
      case .vote: checkBudget(id, facts, &log)
      case .repeat: checkRounds(id, facts, &log)
      case .groups: checkIdeal(id, facts, &log)
      default: continue
      }
    }
  }

  private static func checkLimits(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let least = facts.whole(.atLeast, of: id), let most = facts.whole(.atMost, of: id), least > most,
      let attribute = facts.tree.attribute(.atMost, of: id)
    else { return }
    report(
      "at-least asks for \(least), and at-most allows \(most)", at: attribute.valueRange,
      "write at-most=\"\(least)\" or more, or lower at-least", &log)
  }

  /// The best of fewer than there are places for.
  private static func checkTop(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let top = facts.whole(.top, of: id), let attribute = tree.attribute(.top, of: id) else { return }
    if let most = facts.whole(.atMost, of: id), top > most {
      return report(
        "top takes \(top), and at-most allows \(most)", at: attribute.valueRange,
        "write top=\"\(most)\" or less, or leave at-most out", &log)
    }
    guard let source = tree.source(.from, of: id), let limit = MostThings(of: source, at: id, facts) else { return }
    let most = facts.participants.joined().map(limit.most)
    guard !most.isEmpty, let highest = most.compactMap({ $0 }).max(), most.allSatisfy({ $0.map { $0 < top } ?? false })
    else { return }
    report(
      "the best \(top) are taken, and `\(source)` has \(highest) at most", at: attribute.valueRange,
      "lower top, or let more come in", see: .init("\(limit.words) is the most here", at: limit.range), &log)
  }

  private static func checkBudget(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let perItem = facts.whole(.perItem, of: id), let budget = facts.whole(.budget, of: id), perItem > budget,
      let attribute = facts.tree.attribute(.perItem, of: id)
    else { return }
    report(
      "one thing may get \(perItem) from a person who has \(budget)", at: attribute.valueRange,
      "write per-item=\"\(budget)\" or less, leave it out, or raise budget", &log)
  }

  private static func checkIdeal(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let ideal = facts.tree.whole(.ideal, of: id), let size = facts.tree.range(.size, of: id),
      !size.contains(ideal), let attribute = facts.tree.attribute(.ideal, of: id)
    else { return }
    report(
      "groups of \(ideal) are wanted, and \(size) are allowed", at: attribute.valueRange,
      "write a number within size, or leave ideal out", &log)
  }

  private static func checkRounds(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let attribute = facts.tree.attribute(.expect, of: id), attribute.isSound,
      let expected = try? NumberForm.expectation(attribute.value), let rounds = facts.whole(.rounds, of: id),
      expected.high > rounds
    else { return }
    report(
      "\(expected.high) rounds are expected, and there are \(rounds) at most", at: attribute.valueRange,
      "expect \(rounds) or fewer, or raise rounds", &log)
  }

  private static func report(
    _ message: String, at range: SourceRange, _ help: String, see: FindingLog.Seen? = nil, _ log: inout FindingLog
  ) {
    log.error(.contradictingNumbers, message, at: range, help: help, see: see)
  }

  static let explanations = [
    Explanation(
      .contradictingNumbers, title: "numbers that contradict each other",
      what: "Two numbers of an element cannot both be kept: at-least is more than at-most, per-item more than budget,"
        + " top more than there can be, or more rounds are expected than a loop has.",
      why: "One of the two would be ignored in silence.", example: .contradictingNumbers,
      remedy: "Decide which of the two is meant, and change the other.")
  ]
}
