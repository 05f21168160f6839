import Diagnostics
import MethodModel

/// DOT0701: the room does not work with what stays private, nor groups with what no screen shows.
enum NeverRevealed: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      guard let attribute = looking(id, tree), let step = tree.parent(of: id),
        let source = tree.source(attribute.name, of: id), source.part == nil,
        case .defined(let definition) = facts.meaning(of: source.name, at: id), definition.outcome >= 0
      else { continue }
      let writers = facts.names.outcomes[definition.outcome].writers
      guard let first = writers.first else { continue }
      let entered = FindingLog.Seen("`\(source.name)` is entered here", at: tree.nameRange(of: first))
      let isChoice = tree.name(of: id) == .select
      if !isChoice, Audience.isRoom(step, facts), writers.allSatisfy({ Audience.isNeverForRoom($0, facts) }) {
        let remedy = Audience.isForAuthorsOnly(first, facts) ? "reveal=\"end-of-step\"" : "visible=\"room\""
        log.error(
          .neverRevealed, "`\(source.name)` is private and never revealed, so the room has nothing to see here",
          at: attribute.valueRange, help: "write \(remedy) where it is entered, or collect from it in the room",
          see: entered)
      } else if isChoice && Audience.isRoom(step, facts) || Audience.isGroup(step, facts),
        writers.allSatisfy({ Audience.isForAuthorAlone($0, facts) })
      {
        let visible = Audience.isGroup(step, facts) ? "group" : "room"
        log.warning(
          .neverRevealed,
          "`\(source.name)` stays private to those who enter it: they may bring it here, and neither the host's screen"
            + " nor the record shows it", at: attribute.valueRange,
          help: "write visible=\"\(visible)\" where it is entered, or collect from it here", see: entered)
      }
    }
  }

  /// What people look at to show, mark or sort it, or to choose from it themselves.
  private static func looking(_ id: MethodTree.ID, _ tree: MethodTree) -> MethodTree.Attribute? {
    switch tree.name(of: id) {
    case .show, .vote, .rate, .cluster, .place, .connect: return tree.attribute(.of, of: id)
    case .select where !tree.has(.top, of: id) && !tree.has(.rankedBy, of: id) && Array(tree.children(of: id)).isEmpty:
      return tree.attribute(.from, of: id)
    default: return nil
    }
  }

  static let explanations = [
    Explanation(
      .neverRevealed, title: "the room works with what is never revealed",
      what: "A step of the whole room shows or marks what people entered alone, or groups for themselves,"
        + " and nothing reveals it; or (as a warning) groups do so with what their people entered alone, or people"
        + " choose from it together; or a for-each tells the room in a title or text what is in hand.",
      why: "Without a reveal private stays private for good, from everybody: they would look at nothing, or hear"
        + " what was written in confidence.",
      example: .neverRevealed,
      remedy: "Add reveal (end-of-step, all-answered, host, or a later step) to the activity, or visible (room, group),"
        + " or let people bring their entries themselves: collect from it in the room.")
  ]
}
