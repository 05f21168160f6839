import Diagnostics
import MethodModel

/// DOT0701 (of things in hand): a loop over private things does not tell them to the room.
enum HandedToRoom: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all where facts.tree.name(of: id) == .forEach {
      guard let writer = privateWriter(of: id, facts), let told = told(id, facts) else { continue }
      let source = facts.tree.value(.itemOf, of: id) ?? ""
      log.error(
        .neverRevealed, "`\(source)` is private and never revealed, and this tells each of them to the room", at: told,
        help: "write reveal=\"end-of-step\" where they are entered, or leave the words out here",
        see: .init("`\(source)` is entered here", at: facts.tree.nameRange(of: writer)))
    }
  }

  /// Who writes what a loop goes through, where nobody else ever sees it; what was chosen in the open has been shown.
  private static func privateWriter(of loop: MethodTree.ID, _ facts: MethodFacts) -> MethodTree.ID? {
    guard let source = facts.tree.source(.itemOf, of: loop), !facts.tree.has(.in, of: loop),
      !facts.tree.has(.except, of: loop),
      case .defined(let definition) = facts.meaning(of: source.name, at: loop), definition.outcome >= 0
    else { return nil }
    let writers = facts.names.outcomes[definition.outcome].writers
    guard writers.allSatisfy({ Audience.isForAuthorsOnly($0, facts) }) else { return nil }
    return writers.first
  }

  /// Where the thing in hand is named in what the room hears or sees.
  private static func told(_ loop: MethodTree.ID, _ facts: MethodFacts) -> SourceRange? {
    let tree = facts.tree
    for found in tree.textReferences where [.title, .say, .show].contains(tree.name(of: found.node)) {
      guard case .subject(loop) = facts.meaning(of: found.reference.name, at: found.node),
        let step = tree.parent(of: found.node), tree.name(of: step) == .step, Audience.isRoom(step, facts)
      else { continue }
      return tree.range(of: found.part, inTextOf: found.node)
    }
    for use in facts.uses.all where use.attribute == .of && tree.name(of: use.node) == .show {
      guard case .subject(loop) = use.meaning, let step = tree.parent(of: use.node), Audience.isRoom(step, facts) else {
        continue
      }
      return use.range
    }
    return nil
  }

  static let explanations: [Explanation] = []
}
