import Diagnostics

/// `to`, `freeze` and `reveal` name places that exist.
enum ResolvedPlaces: Rule {
  private static let revealWords = ["end-of-step", "all-answered", "host"]

  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard !facts.tree.namesAreDoubtful else { return }
    for id in facts.tree.all {
      for name in [AttributeName.to, .freeze, .reveal] {
        guard let attribute = facts.tree.attribute(name, of: id), attribute.isSound else { continue }
        if name == .reveal, revealWords.contains(attribute.value) { continue }
        check(attribute, facts, &log)
      }
    }
  }

  private static func check(_ attribute: MethodTree.Attribute, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard facts.places.nodes[attribute.value] == nil, !facts.tree.excused.contains(attribute.value) else { return }
    let words = attribute.name == .reveal ? revealWords : []
    let suggestion = log.suggestion(for: attribute.value) { words + facts.places.nodes.keys.sorted() }
    let remedy =
      attribute.name == .reveal
      ? "write end-of-step, all-answered, host or the id of a later step" : "name the id of a step, phase or loop"
    log.error(
      .unknownPlace, "\(attribute.name.text): there is no place `\(attribute.value)`", at: attribute.valueRange,
      help: suggestion ?? remedy)
  }

  static let explanations = [
    Explanation(
      .unknownPlace, title: "a place that does not exist",
      what: "`to`, `freeze` or `reveal` names no element of the agenda.", why: "There is nowhere to go.",
      example: .unknownPlace,
      remedy: "Correct the spelling, or give the element that is meant this id. Elements without an id are called by"
        + " their `as`, or by kind and number: `repeat-1`.")
  ]
}
