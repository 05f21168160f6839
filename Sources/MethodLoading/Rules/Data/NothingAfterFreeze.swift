import Diagnostics

/// DOT0307: a frozen document is not written again.
enum NothingAfterFreeze: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    let fills = tree.all.filter { tree.name(of: $0) == .fill }
    for id in fills {
      guard let freeze = tree.attribute(.freeze, of: id), freeze.isSound, let place = facts.places.nodes[freeze.value]
      else { continue }
      if place.index < id.index {
        log.error(
          .writtenAfterFreeze, "`\(freeze.value)` comes before this activity, so nothing could ever be written",
          at: freeze.valueRange, help: "name a later place")
        continue
      }
      guard let name = tree.value(.into, of: id) ?? tree.value(.of, of: id) else { continue }
      checkLater(name, from: place, among: fills, facts, &log)
    }
  }

  private static func checkLater(
    _ name: String, from place: MethodTree.ID, among fills: [MethodTree.ID], _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    let tree = facts.tree
    // In a loop the next lap or subject has a document of its own.
    guard facts.nearest([.repeat, .forEach, .rotate], around: place) == nil else { return }
    for id in fills where id.index > place.index {
      guard tree.value(.into, of: id) == nil, let target = tree.attribute(.of, of: id), target.value == name else {
        continue
      }
      log.error(
        .writtenAfterFreeze, "`\(name)` is frozen by then, so nothing can be written", at: target.valueRange,
        help: "freeze it later, or fill a new document from it",
        see: .init("it is frozen when this opens", at: tree.nameRange(of: place)))
      return
    }
  }

  static let explanations = [
    Explanation(
      .writtenAfterFreeze, title: "something written after its freeze",
      what: "A document is frozen when a place opens, and filled there or later.",
      why: "A frozen document takes no edits; that is what makes a prediction worth reading afterwards.",
      example: .writtenAfterFreeze,
      remedy: "Name a later place in freeze, or begin a new document with fill from.")
  ]
}
