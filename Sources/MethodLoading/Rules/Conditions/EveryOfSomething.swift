import Diagnostics
import MethodModel

/// DOT0603: `every` over nothing has no data.
enum EveryOfSomething: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .every {
      guard let attribute = tree.attribute(.itemOf, of: id), let source = tree.source(.itemOf, of: id),
        mayBeEmpty(source, at: id, facts) || tree.child(.where, of: id) != nil || tree.has(.in, of: id)
      else { continue }
      log.warning(
        .everyOverNothing, "`\(source)` may be empty, and a condition on every one of nothing has no data",
        at: attribute.valueRange,
        help: "ask for at least one where it is collected (at-least=\"1\"), or say what an empty one means")
    }
  }

  private static func mayBeEmpty(_ source: SourceRef, at id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    switch facts.meaning(of: source.name, at: id) {
    case .defined(let definition):
      guard definition.outcome >= 0 else { return false }
      guard source.part == nil else { return true }
      let writers = facts.names.outcomes[definition.outcome].writers
      return !writers.contains { isAtLeastOne($0, facts) }
    case .subject, .people, .facilitator, .excused, .nothing: return false
    }
  }

  private static func isAtLeastOne(_ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    if let (used, outcome) = facts.used.origin(of: writer, in: facts.tree) {
      return used.names.outcomes[outcome].writers.contains { isAtLeastOne($0, used) }
    }
    let tree = facts.tree
    for name in [AttributeName.atLeast, .exactly, .top, .draw] {
      guard let count = tree.count(name, of: writer) else { continue }
      if case .fixed(let number) = count { return number > 0 }
      return true
    }
    return tree.name(of: writer) == .fill
  }

  static let explanations = [
    Explanation(
      .everyOverNothing, title: "every one of what may be nothing",
      what: "<every> goes through things of which there may be none.",
      why: "Over nothing the condition neither holds nor fails: it has no data, and whoever decides is left alone.",
      example: .everyOverNothing,
      remedy: "Write at-least=\"1\" where the things are collected, go through a fixed list, or live with the warning.")
  ]
}
