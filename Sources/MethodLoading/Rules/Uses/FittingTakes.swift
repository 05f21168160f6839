import Diagnostics

/// DOT0421: what is taken from a used method is something that it produces.
enum FittingTakes: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for (use, used) in facts.used.resolved.sorted(by: { $0.key.index < $1.key.index }) {
      for take in tree.children(of: use) where tree.name(of: take) == .take {
        guard let attribute = tree.attribute(.outcome, of: take), attribute.isSound,
          !used.facts.names.outcomes.contains(where: { $0.name == attribute.value })
        else { continue }
        let known = used.facts.names.outcomes.map(\.name)
        let suggestion = log.suggestion(for: attribute.value) { known }
        log.error(
          .unfitTake, "the used method produces no `\(attribute.value)`", at: attribute.valueRange,
          help: suggestion
            ?? (known.isEmpty ? "it produces nothing" : "it produces \(joined(known.map { "`\($0)`" }, "and"))"))
      }
    }
  }

  static let explanations = [
    Explanation(
      .unfitTake, title: "something taken that is not produced",
      what: "A <take> names an outcome that the used method, or the part of it that `only` leaves, does not write.",
      why: "The name it is taken into would stay empty.", example: .unfitTake,
      remedy: "Correct the spelling, or run the places that write it too.")
  ]
}
