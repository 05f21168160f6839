import Diagnostics

/// DOT0506: nobody is asked for what their role forbids.
enum SilentRoles: Rule {
  private static let marking: ElementSet = [.vote, .rate, .decide]

  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .step { checkListeners(id, facts, &log) }
    for id in tree.all where Language.activities.contains(tree.name(of: id)) {
      guard let step = tree.parent(of: id) else { continue }
      let silent = tree.names(.silent, of: step)
      if let by = tree.attribute(.by, of: id), by.isSound {
        check(by, silent, id, facts, &log)
      } else if let with = tree.attribute(.with, of: step), with.isSound {
        let role = PeopleCount(facts: facts).node(of: with.value).flatMap { tree.value(.by, of: $0) } ?? with.value
        if silent.contains(role) { report("`\(role)` works here and must be silent here", at: with.valueRange, &log) }
      }
    }
  }

  /// Who is silent enters nothing, who listens does.
  private static func checkListeners(_ step: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let listens = facts.tree.attribute(.listens, of: step), listens.isSound else { return }
    let silent = facts.tree.names(.silent, of: step)
    for (word, offset) in words(of: listens.value) where silent.contains(word) {
      log.error(
        .silentRoleAsked, "`\(word)` listens here, which is to write, and must be silent, which is to write nothing",
        at: facts.tree.range(of: offset..<offset + word.utf8.count, in: listens),
        help: "take it out of silent, or out of listens")
    }
  }

  private static func check(
    _ by: MethodTree.Attribute, _ silent: [String], _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    if silent.contains(by.value) {
      report("`\(by.value)` must be silent in this step and is asked to contribute", at: by.valueRange, &log)
    }
    guard marking.contains(facts.tree.name(of: id)), facts.tree.value(.rule, of: id) != "one" else { return }
    if let role = facts.names.definitions[by.value], role.kind == .role, facts.tree.value(.marks, of: role.node) == "no"
    {
      report("holders of `\(by.value)` do not mark (marks=\"no\") and are asked to", at: by.valueRange, &log)
    }
  }

  private static func report(_ message: String, at range: SourceRange, _ log: inout FindingLog) {
    log.error(
      .silentRoleAsked, message, at: range,
      help: "ask somebody else, or change what the role may do: in listens it writes and says nothing")
  }

  static let explanations = [
    Explanation(
      .silentRoleAsked, title: "a silent role asked to speak or mark",
      what: "An activity is meant for a role that must be silent in this step, or that does not mark at all.",
      why: "Their entries would be refused, and the step would wait for them.",
      example: .silentRoleAsked,
      remedy: "Name somebody else in by, or take the role out of silent (or marks=\"no\"); who writes without a word"
        + " stands in listens.")
  ]
}
