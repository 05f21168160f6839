import Diagnostics
import MethodModel

/// DOT0701: the room does not work with what stays private.
enum NeverRevealed: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      guard [.show, .vote, .rate, .cluster, .place, .connect].contains(tree.name(of: id)),
        let step = tree.parent(of: id),
        Audience.isRoom(step, facts), let source = tree.source(.of, of: id), source.part == nil,
        let attribute = tree.attribute(.of, of: id),
        case .defined(let definition) = facts.meaning(of: source.name, at: id), definition.outcome >= 0
      else { continue }
      let writers = facts.names.outcomes[definition.outcome].writers
      guard let first = writers.first, writers.allSatisfy({ Audience.isNeverForRoom($0, facts) }) else { continue }
      log.error(
        .neverRevealed, "`\(source.name)` is private and never revealed, so the room has nothing to see here",
        at: attribute.valueRange,
        help: Audience.isForAuthorsOnly(first, facts)
          ? "write reveal=\"end-of-step\" where it is entered, or collect from it in the room"
          : "write visible=\"room\" where it is entered, or collect from it in the room",
        see: .init("`\(source.name)` is entered here", at: tree.nameRange(of: first)))
    }
  }

  static let explanations = [
    Explanation(
      .neverRevealed, title: "the room works with what is never revealed",
      what: "A step of the whole room shows or marks what people entered alone, or groups for themselves, and nothing"
        + " reveals it; or a for-each tells the room in a title or text what is in hand.",
      why: "Without a reveal private stays private for good, from everybody: the room would look at nothing, or hear"
        + " what was written in confidence.",
      example: .neverRevealed,
      remedy: "Add reveal (end-of-step, all-answered, host, or a later step) to the activity, or visible=\"room\", or"
        + " let people bring their entries themselves: collect from it in the room.")
  ]
}
