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
      } else if isMark(id, tree), writers.allSatisfy({ Audience.isForGroupsOnly($0, facts) }),
        !isOwnGroup(step, first, facts)
      {
        log.warning(
          .neverRevealed,
          "`\(source.name)` stays private to the groups that enter it: whoever marks it here can mark only what their own"
            + " group wrote, and the rest is refused as not-shown", at: attribute.valueRange,
          help: "write visible=\"room\" where it is entered", see: entered)
      }
    }
  }

  private static func isMark(_ id: MethodTree.ID, _ tree: MethodTree) -> Bool {
    [.vote, .rate, .place].contains(tree.name(of: id))
  }

  /// Whether it is done within the same groups in which it was written, where each is to have its own only.
  private static func isOwnGroup(_ step: MethodTree.ID, _ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let groups = Audience.groups(around: writer, facts)
    return groups != nil && groups == Audience.groups(around: step, facts)
  }

  /// What people look at to show, mark or sort it, or to choose from it themselves.
  private static func looking(_ id: MethodTree.ID, _ tree: MethodTree) -> MethodTree.Attribute? {
    switch tree.name(of: id) {
    case .show, .vote, .rate, .cluster, .place, .connect: return tree.attribute(.of, of: id)
    case .select where isOwnChoice(id, tree):
      return tree.attribute(.from, of: id)
    default: return nil
    }
  }

  private static func isOwnChoice(_ id: MethodTree.ID, _ tree: MethodTree) -> Bool {
    ![AttributeName.rankedBy, .draw].contains { tree.has($0, of: id) } && Array(tree.children(of: id)).isEmpty
  }

  static let explanations = [
    Explanation(
      .neverRevealed, title: "the room works with what is never revealed",
      what: "A step of the whole room shows or marks what people entered alone, or groups for themselves,"
        + " and nothing reveals it; or (as a warning) groups do so with what their people entered alone, people"
        + " choose from it together, or each alone or in a role marks what groups wrote for themselves; or a for-each tells the room in a title or text what is in hand.",
      why: "Without a reveal private stays private for good, from everybody: they would look at nothing, or hear"
        + " what was written in confidence.",
      example: .neverRevealed,
      remedy: "Add reveal (end-of-step, all-answered, host, or a later step) to the activity, or visible (room, group),"
        + " or let people bring their entries themselves: collect from it in the room.")
  ]
}
