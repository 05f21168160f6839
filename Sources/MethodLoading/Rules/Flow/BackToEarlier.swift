import Diagnostics

/// DOT0403: `back` goes to an earlier place in scope, and only as often as somebody wants.
enum BackToEarlier: Rule {
  private static let scopes: ElementSet = [
    .repeat, .forEach, .rotate, .parallel, .when, .otherwise, .option, .exhausted, .pass, .rework, .stop, .use,
  ]

  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .back {
      guard let to = tree.attribute(.to, of: id), to.isSound, let place = facts.places.nodes[to.value] else { continue }
      if place.index >= id.index {
        log.error(
          .backNotEarlier, "`\(to.value)` does not come before this <back>", at: to.valueRange,
          help: "name an earlier place; to go forward, let the sequence do it",
          see: .init("`\(to.value)` stands here", at: tree.nameRange(of: place)))
      } else if let scope = scope(hiding: place, from: id, facts), !isNamed(scope, by: id, tree) {
        log.error(
          .backNotEarlier, "`\(to.value)` lies inside a <\(tree.name(of: scope).text)> that this <back> is outside of",
          at: to.valueRange, help: "name the <\(tree.name(of: scope).text)> itself or a place before it",
          see: .init("`\(to.value)` stands here", at: tree.nameRange(of: place)))
      } else if let over = meeting(endingBetween: place, and: id, facts) {
        log.error(
          .backNotEarlier,
          facts.isInside(place, over)
            ? "`\(to.value)` lies in a meeting that is over before this <back>"
            : "a meeting is over between `\(to.value)` and this <back>", at: to.valueRange,
          help: "what came of a meeting stays as it is: name a place after it, or let a later step take it up again",
          see: .init("this meeting", at: tree.nameRange(of: over)))
      } else if !tree.has(.atMost, of: id), !isChosen(id, facts) {
        log.error(
          .backNotEarlier, "this <back> could be taken without end: nobody chooses it and nothing limits it",
          at: tree.nameRange(of: id), help: "add at-most=\"2\"")
      }
    }
  }

  /// The innermost container of the place that does not hold the `back` as well.
  private static func scope(hiding place: MethodTree.ID, from back: MethodTree.ID, _ facts: MethodFacts) -> MethodTree
    .ID?
  {
    var next = facts.tree.parent(of: place)
    while let id = next {
      let isScope = scopes.contains(facts.tree.name(of: id)) || isPhaseWithParts(id, facts.tree)
      if isScope, !facts.isInside(back, id) { return id }
      next = facts.tree.parent(of: id)
    }
    return nil
  }

  /// A meeting that is closed whenever the way back would be gone, the place in it or before it.
  private static func meeting(
    endingBetween place: MethodTree.ID, and back: MethodTree.ID, _ facts: MethodFacts
  ) -> MethodTree.ID? {
    facts.tree.all.first { id in
      guard facts.tree.name(of: id) == .meeting, facts.end(of: id) <= back.index else { return false }
      return facts.isInside(place, id) || (place.index <= id.index && isAlwaysHeld(id, before: back, facts))
    }
  }

  /// Whether no way around a meeting leads to a node.
  private static func isAlwaysHeld(
    _ meeting: MethodTree.ID, before node: MethodTree.ID, _ facts: MethodFacts
  ) -> Bool {
    var next: MethodTree.ID? = meeting
    while let id = next, !facts.isInside(node, id) {
      let name = facts.tree.name(of: id)
      let isWay = [.when, .otherwise, .option, .exhausted, .pass, .rework, .stop, .forEach].contains(name)
      if isWay || facts.tree.value(.optional, of: id) == "yes" || facts.tree.has(.mode, of: id)
        || facts.tree.has(.inRound, of: id)
      {
        return false
      }
      next = facts.tree.parent(of: id)
    }
    return true
  }

  /// Whether a `for` says which things of that for-each it goes back to.
  private static func isNamed(_ scope: MethodTree.ID, by back: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.name(of: scope) == .forEach && tree.has(.for, of: back)
  }

  private static func isPhaseWithParts(_ id: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.name(of: id) == .phase && (tree.value(.with, of: id) ?? "room") != "room"
  }

  /// Whether a person decides each time: in an option or a way out of a checkpoint.
  private static func isChosen(_ id: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    facts.nearest([.option, .pass, .rework, .stop], around: id) != nil
  }

  static let explanations = [
    Explanation(
      .backNotEarlier, title: "a way back that cannot be gone",
      what:
        "`back` names a place that comes later, that lies in a loop or arm it is not part of, or in a meeting that is"
        + " over by then, or it may repeat for ever because no person chooses it.",
      why: "A session must know in which lap or arm it stands, keeps what a meeting came to, and must come to an end.",
      example: .backNotEarlier,
      remedy: "Name an earlier place around or before it. A step inside a for-each"
        + " takes for=\"{…}\" with the things that are done again. Where nobody chooses, add at-most.")
  ]
}
