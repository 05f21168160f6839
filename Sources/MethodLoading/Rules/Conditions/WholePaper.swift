import Diagnostics
import MethodModel

/// DOT0608: nothing waits for all of the paper where only some of it is typed.
enum WholePaper: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .test: checkTest(id, facts, &log)
      case .decide: checkDecision(id, facts, &log)
      default: checkCapture(id, tree, &log)
      }
    }
  }

  private static func checkCapture(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    guard tree.isEnteredInPart(id), tree.value(.capture, of: id) == "phone", let enter = tree.attribute(.enter, of: id)
    else { return }
    log.error(
      .enteredInPart, "what comes from phones is there; nothing of it is left on paper", at: enter.valueRange,
      help: "leave enter out, or write capture=\"paper\"")
  }

  private static func checkTest(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let measure = tree.attribute(.measure, of: id), let source = tree.source(.of, of: id),
      let see = writer(of: source, at: id, facts)
    else { return }
    let isLeast = ["count", "distinct"].contains(measure.value) && source.part != "answers"
    let least = [AttributeName.equals, .atMost, .below].lazy.compactMap { tree.attribute($0, of: id) }.first
    if measure.value == "answered" {
      log.error(
        .enteredInPart, "how many answered is not known: only some of the paper is entered", at: measure.valueRange,
        help: "enter each answer or the sums, or test what was entered", see: see)
    } else if isLeast, let least {
      log.error(
        .enteredInPart, "this can never hold: there may be more on the paper than is entered",
        at: tree.nameRange(of: least), help: "write at-least or above, or enter all of it", see: see)
    }
  }

  private static func checkDecision(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    checkCapture(id, tree, &log)
    guard let rule = tree.attribute(.rule, of: id), ["consent", "consensus"].contains(rule.value) else { return }
    let own = tree.isEnteredInPart(id) ? tree.attribute(.enter, of: id).map { seen(at: $0) } : nil
    let read = tree.source(.from, of: id).flatMap { writer(of: $0, at: id, facts) }
    guard let see = own ?? read else { return }
    log.error(
      .enteredInPart, "\(rule.value) hears everybody, and only some of the paper is entered", at: rule.valueRange,
      help: "enter each answer", see: see)
  }

  /// Where an activity says that only some of an outcome's paper is entered.
  private static func writer(
    of source: SourceRef, at id: MethodTree.ID, _ facts: MethodFacts
  ) -> FindingLog.Seen? {
    guard let outcome = facts.names.outcome(behind: source.name, at: id, in: facts.tree) else { return nil }
    let writer = facts.names.outcomes[outcome].writers.first { facts.tree.isEnteredInPart($0) }
    return writer.flatMap { facts.tree.attribute(.enter, of: $0) }.map { seen(at: $0) }
  }

  private static func seen(at enter: MethodTree.Attribute) -> FindingLog.Seen {
    .init("only some of it is entered here", at: enter.valueRange)
  }

  static let explanations = [
    Explanation(
      .enteredInPart, title: "more is asked than is entered from paper",
      what:
        "An activity enters only some of what stands on paper (enter=\"selected\" or \"photo\"), and something waits"
        + " for all of it: how many answered, exactly or at most so many, consent or consensus.",
      why: "What was not entered is not known, so there would be no data in every session.", example: .enteredInPart,
      remedy: "Enter each answer or the sums, or ask for at least so many: that holds as soon as enough is entered."
        + " Majority, share and quorum may be used: they are met by what was entered, or the decision is put off.")
  ]
}

extension MethodTree {
  /// Whether only some of an activity's paper is typed, or none.
  func isEnteredInPart(_ id: ID) -> Bool { ["selected", "photo"].contains(value(.enter, of: id) ?? "") }
}
