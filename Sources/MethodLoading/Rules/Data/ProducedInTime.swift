import Diagnostics
import MethodModel

/// DOT0302: what is read has been produced by then, on every way through the method that it allows.
enum ProducedInTime: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (outcome, finding) in facts.production.early.sorted(by: { $0.value.range.lower < $1.value.range.lower }) {
      report(facts.names.outcomes[outcome], finding, facts, &log)
    }
  }

  private static func report(
    _ outcome: NameTable.Outcome, _ finding: Production.Early, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let seen = outcome.writers.first.map {
      FindingLog.Seen("`\(outcome.name)` is first written here", at: facts.tree.nameRange(of: $0))
    }
    if finding.isCertain {
      log.error(
        .readTooEarly, "`\(outcome.name)` is read here before anything has produced it", at: finding.range,
        help: "move what writes it in front of this, or read something else", see: seen)
    } else {
      log.warning(
        .readTooEarly, "on some ways through the method `\(outcome.name)` is read here before anything has produced it",
        at: finding.range, help: "produce it on every way that leads here, or say in a text what to do without it",
        see: seen, way: facts.way(past: finding.turn))
    }
  }

  static let explanations = [
    Explanation(
      .readTooEarly, title: "something read before it is produced",
      what: "A step, condition or decision reads an outcome that is written only later, or (as a warning) only on"
        + " some of the ways that lead there.",
      why: "In the session it would be empty: nothing to vote on, and no data for conditions.",
      example: .readTooEarly,
      remedy: "Move the activity that writes it forward. Where it is written in one arm of a branch, in an optional"
        + " step or later in a loop, write it on the other ways too, or read it inside that arm. A for-each counts as"
        + " run at least once, and `except` may name what does not exist yet.")
  ]
}
