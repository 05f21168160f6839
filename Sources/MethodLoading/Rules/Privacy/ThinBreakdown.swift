import Diagnostics
import MethodModel

/// DOT0704: a figure for some of the people may come from fewer than five.
enum ThinBreakdown: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let fewest = facts.participants.map(\.lowerBound).min(), fewest < 10 else { return }
    for id in tree.all where tree.name(of: id) == .test {
      guard let source = tree.source(.of, of: id), facts.shape(of: source, at: id).isMarks,
        let outcome = facts.names.outcome(behind: source.name, at: id, in: tree),
        facts.names.outcomes[outcome].writers.contains(where: { tree.value(.names, of: $0) == "hidden" })
      else { continue }
      for filter in tree.children(of: id) where tree.name(of: filter) == .where {
        guard let field = tree.attribute(.field, of: filter), facts.names.definitions[field.value]?.kind == .field
        else { continue }
        log.warning(
          .thinBreakdown,
          "of \(fewest) people, those of one `\(field.value)` may be fewer than five, and their figure is not shown",
          at: field.valueRange, help: "ask more people, show names, or take the figure of all")
      }
    }
  }

  static let explanations = [
    Explanation(
      .thinBreakdown, title: "a figure for a few people",
      what: "Names are hidden, and a figure is taken of some of the people only, who may be fewer than five.",
      why:
        "A figure of few points at them, also by what is left when it is taken from the whole; screens and the record"
        + " say “too few” in its place, and only the condition's result is told.", example: .thinBreakdown,
      remedy: "Take the figure of everybody, show names, or make the method for more people.")
  ]
}
