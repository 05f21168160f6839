import Diagnostics

/// DOT0410: some way through the method reaches every place of its agenda.
enum ReachedPlaces: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let agenda = tree.child(.agenda, of: .root) else { return }
    for mode in facts.production.emptyModes {
      let other = mode == "room" ? "remote" : "room"
      log.error(
        .neverReached, "\(MethodTree.spoken(mode: mode)) nothing happens: every step is for mode=\"\(other)\" only",
        at: tree.nameRange(of: agenda), help: "write mode=\"\(other)\" at <fit>, or take the mode out of the steps")
    }
    guard facts.production.emptyModes.isEmpty else { return }
    for id in tree.all where id.index > agenda.index && isFirstUnreached(id, facts) {
      let before = previous(to: id, tree)
      let see = before.map { FindingLog.Seen("nothing goes on behind this", at: tree.nameRange(of: $0)) }
      let own = tree.value(.mode, of: id)
      let fitting = tree.child(.fit, of: .root).flatMap { tree.value(.mode, of: $0) }
      if let own, let fitting, own != fitting {
        log.error(
          .neverReached, "this is for sessions that are \(own), and the method fits only \(fitting)",
          at: tree.nameRange(of: id), help: "leave it out, or take the mode out of <fit>")
      } else {
        log.error(
          .neverReached, "no way through the method comes here", at: tree.nameRange(of: id),
          help: "move it in front of what ends the way, or leave it out", see: see)
      }
    }
  }

  /// A flow element that is not reached, though what it stands in is.
  private static func isFirstUnreached(_ id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    guard Language.flow.contains(tree.name(of: id)), !facts.production.reached.contains(id) else { return false }
    guard let before = previous(to: id, tree) else {
      return tree.parent(of: id).map { isEntered($0, facts) } ?? false
    }
    return facts.production.reached.contains(before) || tree.has(.mode, of: before) || tree.has(.inRound, of: before)
  }

  private static func isEntered(_ parent: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    facts.tree.name(of: parent) == .agenda || facts.production.reached.contains(parent)
  }

  /// The flow element before this one in the same body.
  private static func previous(to id: MethodTree.ID, _ tree: MethodTree) -> MethodTree.ID? {
    guard let parent = tree.parent(of: id) else { return nil }
    let elders = tree.children(of: parent).prefix { $0 != id }
    return elders.last { Language.body.contains(tree.name(of: $0)) }
  }

  static let explanations = [
    Explanation(
      .neverReached, title: "a place that no way reaches",
      what: "Every way through the method ends or turns back before this place, its mode never runs, or the rounds"
        + " that it is for (in-round) never come.",
      why: "What can never happen only misleads whoever reads the method.",
      example: .neverReached,
      remedy: "Move it in front of the `end` or `back`, give one of the ways before it no end, or take it out.")
  ]
}
