import Diagnostics
import MethodModel

/// DOT0410 (of rounds): what is only in some rounds stands in a loop or rotation that has them.
enum RoundsAround: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      guard let attribute = tree.attribute(.inRound, of: id), attribute.isSound,
        let rounds = tree.range(.inRound, of: id), let parent = tree.parent(of: id)
      else { continue }
      guard let loop = facts.nearest([.repeat, .rotate], around: parent) else {
        log.error(
          .neverReached, "in-round says nothing here: there are no rounds outside of <repeat> and <rotate>",
          at: tree.nameRange(of: attribute), help: "put it into a loop, or leave in-round out")
        continue
      }
      let most = facts.whole(.rounds, of: loop)
      guard rounds.upper.map({ $0 < 1 }) ?? false || most.map({ rounds.lower > $0 }) ?? false else { continue }
      log.error(
        .neverReached,
        most.map { "the loop around it has \($0) round\($0 == 1 ? "" : "s"), and this is for round \(rounds)" }
          ?? "rounds are counted from 1", at: attribute.valueRange,
        help: "name a round that comes, as in in-round=\"1\" or in-round=\"2..\"",
        see: .init("the rounds are said here", at: tree.nameRange(of: loop)))
    }
  }

  static let explanations: [Explanation] = []
}
