import Diagnostics
import MethodModel

/// DOT0305 (on some ways): what a method delivers is there at each of its good ends.
enum DeliveredOnEveryWay: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard let delivers = facts.tree.child(.delivers, of: .root) else { return }
    for promise in facts.tree.children(of: delivers) {
      for use in facts.uses.of(promise) where use.attribute == .ref && use.outcome >= 0 {
        guard let missing = facts.production.missing[use.outcome] else { continue }
        report(use, missing, facts, &log)
      }
    }
  }

  private static func report(
    _ use: NameUses.Use, _ missing: Production.Missing, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let name = use.source.name
    if missing.isCertain {
      log.error(
        .deliveredNeverProduced, "`\(name)` is delivered, but no way to a good end produces it", at: use.range,
        help: "write it before the end of the agenda, or leave it out here", way: facts.way(past: missing.turn))
    } else {
      log.warning(
        .deliveredNeverProduced, "`\(name)` is delivered, but some ways to a good end do not produce it",
        at: use.range, help: "write it on every way, or say in <delivers> what always comes",
        way: facts.way(past: missing.turn))
    }
  }

  static let explanations: [Explanation] = []
}
