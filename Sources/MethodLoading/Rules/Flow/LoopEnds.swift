import Diagnostics
import MethodModel

/// DOT0401, DOT0402: a loop that is left by a test can be left by it.
enum LoopEnds: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .repeat {
      let until = tree.child(.until, of: id)
      if let exhausted = tree.child(.exhausted, of: id), until == nil {
        log.error(
          .exhaustedWithoutUntil, "<exhausted> stands in a loop that nothing ends early",
          at: tree.nameRange(of: exhausted),
          help: "add <until> with a test, or put what follows behind </repeat>")
      }
      if let until { checkChanges(until, loop: id, facts, &log) }
    }
  }

  /// At least one outcome of the test is written inside, unless a person judges.
  private static func checkChanges(
    _ until: MethodTree.ID, loop: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    let end = facts.end(of: until)
    var read: [Int] = []
    for index in until.index..<end {
      let id = MethodTree.ID(index)
      if tree.name(of: id) == .judge { return }
      for use in facts.uses.of(id) where use.attribute != .except {
        guard let outcome = facts.names.outcome(behind: use.source.name, at: id, in: tree) else {
          if case .excused = facts.meaning(of: use.source.name, at: id) { return }
          continue
        }
        read.append(outcome)
      }
    }
    let range = loop.index..<facts.end(of: loop)
    let changes = read.contains { outcome in
      (facts.names.outcomes[outcome].writers + facts.names.outcomes[outcome].fillers).contains {
        range.contains($0.index)
      }
    }
    guard !changes, !tree.namesAreDoubtful, tree.children(of: until).contains(where: { _ in true }) else { return }
    let names = read.map { "`\(facts.names.outcomes[$0].name)`" }
    log.error(
      .untilNeverChanges, "nothing in this loop changes what its <until> looks at", at: tree.nameRange(of: until),
      help: names.isEmpty
        ? "test an outcome that a step of the loop writes"
        : "write \(joined(unique(names), "or")) in a step of the loop, or test something that is")
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static let explanations = [
    Explanation(
      .exhaustedWithoutUntil, title: "exhausted without until",
      what: "A loop says what happens when its rounds are used up without success, but has no test of success.",
      why: "Without <until> every loop simply ends after its rounds.",
      example: .exhaustedWithoutUntil,
      remedy: "Add <until>, or put the contents of <exhausted> behind the loop."),
    Explanation(
      .untilNeverChanges, title: "a loop whose test never changes",
      what: "None of the outcomes in <until> is written inside the loop.",
      why: "If the test fails once it fails in every lap, and the loop always runs to its last round.",
      example: .untilNeverChanges,
      remedy: "Test what the loop produces, or let a person judge with <judge>."),
  ]
}
