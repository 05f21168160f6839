import Diagnostics
import MethodModel

/// DOT0408: parts with one clock cannot go different ways.
enum PartsTogether: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for phase in tree.all where tree.name(of: phase) == .phase && hasSeveralParts(phase, facts) {
      guard tree.value(.clock, of: phase) != "own" else { continue }
      for id in tree.all where id.index > phase.index && id.index < facts.end(of: phase) {
        guard let why = divergence(at: id, in: phase, facts), !isInOwnClock(id, within: phase, tree) else { continue }
        let message = "the parts of this phase share one clock, and \(why)"
        let help = "write clock=\"own\" in the phase, or decide it together behind the phase"
        let see = FindingLog.Seen("the phase with parts", at: tree.nameRange(of: phase))
        // What a used method does there is its own affair: its author has tried it with one room.
        if tree.name(of: id) == .use {
          log.warning(.divergingParts, message, at: tree.nameRange(of: id), help: help, see: see)
        } else {
          log.error(.divergingParts, message, at: tree.nameRange(of: id), help: help, see: see)
        }
        break
      }
    }
  }

  private static func hasSeveralParts(_ phase: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    guard let with = facts.tree.value(.with, of: phase), with != "room" else { return false }
    if case .defined(let definition) = facts.meaning(of: with, at: phase) { return definition.kind == .grouping }
    return with == "alone"
  }

  private static func isInOwnClock(_ id: MethodTree.ID, within phase: MethodTree.ID, _ tree: MethodTree) -> Bool {
    var next = tree.parent(of: id)
    while let node = next, node != phase {
      if tree.value(.clock, of: node) == "own" { return true }
      next = tree.parent(of: node)
    }
    return false
  }

  /// Why the parts may part at an element that rests on what they have made in the phase.
  private static func divergence(
    at id: MethodTree.ID, in phase: MethodTree.ID, _ facts: MethodFacts
  ) -> String? {
    switch facts.tree.name(of: id) {
    case .checkpoint: return "each of them may get another verdict here"
    case .choice: return "each of them may choose another way here"
    case .until, .when:
      return readsOwn(in: id, phase, facts) ? "this may hold for one and not for another" : nil
    case .forEach:
      if isOfOwn(id, facts.tree) { return "what is one's own is another's for each of them" }
      return facts.uses.of(id).contains { $0.attribute == .itemOf && isWritten($0.outcome, in: phase, facts) }
        ? "one may have more things to go through than another" : nil
    case .use:
      guard let name = facts.tree.value(.method, of: id), let used = facts.used.resolved[id]?.facts,
        let why = divergence(inUsed: used)
      else { return nil }
      return "in `\(name)` \(why)"
    default: return nil
    }
  }

  /// Whether it goes through what its part made only: with one clock all go through the same.
  private static func isOfOwn(_ loop: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.children(of: loop).contains { tree.name(of: $0) == .where && tree.value(.is, of: $0) == "own" }
  }

  /// The same of a used method, all of which belongs to one part.
  private static func divergence(inUsed facts: MethodFacts) -> String? {
    facts.tree.all.lazy.filter { !isInOwnClock($0, within: .root, facts.tree) }
      .compactMap { divergence(at: $0, in: .root, facts) }.first
  }

  private static func readsOwn(in condition: MethodTree.ID, _ phase: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    let end =
      tree.name(of: condition) == .until
      ? facts.end(of: condition)
      : tree.children(of: condition).first { _ in true }.map { facts.end(of: $0) } ?? condition.index
    return (condition.index..<end).contains { index in
      let node = MethodTree.ID(index)
      return tree.name(of: node) == .judge || facts.uses.of(node).contains { isWritten($0.outcome, in: phase, facts) }
    }
  }

  private static func isWritten(_ outcome: Int, in phase: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    guard outcome >= 0 else { return false }
    let range = phase.index..<facts.end(of: phase)
    return facts.names.outcomes[outcome].writers.contains { range.contains($0.index) }
  }

  static let explanations = [
    Explanation(
      .divergingParts, title: "parts that may go different ways under one clock",
      what: "A phase runs once for each group, all groups with one clock, and holds something that may turn out"
        + " differently for each of them: a checkpoint, a choice, a test, a loop over what the group has made or over what is its own, also"
        + " (as a warning) inside of a used method.",
      why: "With one clock all groups stand at the same step; where they would have to stand at different ones,"
        + " nobody can tell which.",
      example: .divergingParts,
      remedy: "Write clock=\"own\", so that each group goes at its own pace, or decide it together behind the phase.")
  ]
}
