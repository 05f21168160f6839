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
    if let mode = finding.otherMode(of: outcome, facts.tree) {
      log.error(
        .readTooEarly,
        "\(MethodTree.spoken(mode: finding.mode)) `\(outcome.name)` is read here, and only \(MethodTree.spoken(mode: mode)) it is written",
        at: finding.range, help: "write it in both, or read it in an element of mode=\"\(mode)\" only", see: seen)
    } else if let through = finding.through {
      log.error(
        .readTooEarly, "`\(through)` comes from `\(outcome.name)`, which nothing has produced by then",
        at: finding.range, help: "move what writes `\(outcome.name)` in front of this", see: seen)
    } else if finding.isCertain {
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
        + " run where at least one thing is asked for (at-least), and `except` may name what does not exist yet. What fills a role, or what groups are"
        + " formed for, has to be there before the role or the groups are named.")
  ]
}

extension Production.Early {
  /// The mode of everything that writes the outcome, where that is not the one in which it is read.
  func otherMode(of outcome: NameTable.Outcome, _ tree: MethodTree) -> String? {
    guard isCertain, !mode.isEmpty else { return nil }
    let modes = outcome.writers.map { tree.mode(around: $0) }
    guard let first = modes.first, let other = first, other != mode, modes.allSatisfy({ $0 == other }) else {
      return nil
    }
    return other
  }
}

extension MethodTree {
  /// A mode as people say it.
  static func spoken(mode: String) -> String { mode == "room" ? "in a room" : "in a call" }

  /// The mode of the nearest element that has one, the node itself first.
  fileprivate func mode(around node: ID) -> String? {
    var next: ID? = node
    while let id = next {
      if name(of: id) != .fit, let mode = value(.mode, of: id) { return mode }
      next = parent(of: id)
    }
    return nil
  }
}
