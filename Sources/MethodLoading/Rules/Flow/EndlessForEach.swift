import Diagnostics
import MethodModel

/// DOT0405: a for-each that adds to what it goes through needs an end.
enum EndlessForEach: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .forEach && !tree.has(.within, of: id) {
      guard let source = tree.source(.itemOf, of: id), source.part == nil,
        let definition = facts.names.definitions[source.name], definition.outcome >= 0
      else { continue }
      let range = id.index..<facts.end(of: id)
      let writers = facts.names.outcomes[definition.outcome].writers
      guard let writer = writers.first(where: { range.contains($0.index) && tree.name(of: $0) != .select }) else {
        continue
      }
      log.error(
        .endlessForEach, "this for-each adds to `\(source.name)`, which it goes through, so it may never end",
        at: tree.nameRange(of: id), help: "limit it with within=\"30m\", or collect into another outcome",
        see: .init("`\(source.name)` grows here", at: tree.nameRange(of: writer)))
    }
  }

  static let explanations = [
    Explanation(
      .endlessForEach, title: "a for-each that feeds itself",
      what: "The body writes new things into the outcome that the for-each goes through.",
      why: "Things born meanwhile join the end of the queue, so that there may always be one more.",
      example: .endlessForEach,
      remedy: "Add within with a duration, or collect into another outcome.")
  ]
}
