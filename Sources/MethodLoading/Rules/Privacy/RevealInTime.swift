import Diagnostics
import MethodModel

/// DOT0703: a reveal at a later step comes later, and before the room looks.
enum RevealInTime: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where Language.activities.contains(tree.name(of: id)) {
      guard let reveal = tree.attribute(.reveal, of: id), reveal.isSound, let place = facts.places.nodes[reveal.value]
      else { continue }
      if place.index < id.index {
        log.error(
          .revealTooLate, "`\(reveal.value)` opens before this is entered, so nothing would be revealed",
          at: reveal.valueRange, help: "name a later step, or write end-of-step")
      } else if let name = tree.value(.into, of: id), let reader = reader(of: name, between: id, place, facts) {
        log.error(
          .revealTooLate,
          "`\(name)` is \(done(tree.name(of: reader))) before `\(reveal.value)` opens, which reveals it",
          at: reveal.valueRange, help: "reveal it at that step or earlier",
          see: .init("it is used here", at: tree.nameRange(of: reader)))
      }
    }
  }

  private static func reader(
    of name: String, between activity: MethodTree.ID, _ place: MethodTree.ID, _ facts: MethodFacts
  ) -> MethodTree.ID? {
    let tree = facts.tree
    for index in activity.index..<place.index {
      let id = MethodTree.ID(index)
      guard [.show, .vote, .rate, .cluster, .place, .connect].contains(tree.name(of: id)),
        tree.value(.of, of: id) == name, let step = tree.parent(of: id), !facts.isInside(activity, step),
        Audience.isRoom(step, facts) || isVoteOfAll(id, in: step, facts)
      else { continue }
      return id
    }
    return nil
  }

  /// People who vote alone vote on what all of them brought; rating one's own alone is another matter.
  private static func isVoteOfAll(_ id: MethodTree.ID, in step: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    facts.tree.name(of: id) == .vote && facts.tree.value(.with, of: step) == "alone"
  }

  private static func done(_ reader: ElementName) -> String {
    switch reader {
    case .vote: "voted on"
    case .rate: "rated"
    case .cluster, .connect, .place: "sorted"
    default: "shown to the room"
    }
  }

  static let explanations = [
    Explanation(
      .revealTooLate, title: "a reveal at the wrong step",
      what: "The step that reveals an outcome comes before it is entered, or after the room is shown it,"
        + " votes on it or sorts it.",
      why: "The room would look at nothing, or wait for a reveal that has passed.",
      example: .revealTooLate,
      remedy: "Name the step in which the room first looks, or write end-of-step.")
  ]
}
