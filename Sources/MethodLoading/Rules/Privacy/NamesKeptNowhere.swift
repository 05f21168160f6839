import Diagnostics
import MethodModel

/// DOT0702: nothing is asked of entries without names that only names can answer.
enum NamesKeptNowhere: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where Language.activities.contains(tree.name(of: id)) {
      guard let names = tree.value(.names, of: id), names == "unkept" || names == "coded" else { continue }
      if let never = tree.attribute(.never, of: id) {
        report(
          "nobody's name is kept here, so nobody's own things can be told from the others'", at: never.valueRange,
          help: "write names=\"hidden\", or leave never out", &log)
      }
      checkKind(id, facts, &log)
    }
    for id in tree.all where tree.name(of: id) == .test { checkTest(id, facts, &log) }
  }

  /// Only what is handed in whole can do without names.
  private static func checkKind(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    switch facts.tree.name(of: id) {
    case .collect, .vote, .rate, .decide: return
    default:
      guard let names = facts.tree.attribute(.names, of: id) else { return }
      report(
        "only what is handed in whole can do without names: items, votes, ratings and signals", at: names.valueRange,
        help: "write names=\"hidden\", or leave it out", &log)
    }
  }

  private static func checkTest(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let source = tree.source(.of, of: id),
      let outcome = facts.names.outcome(behind: source.name, at: id, in: tree),
      let writer = facts.names.outcomes[outcome].writers.first(where: { isUnnamed($0, tree) })
    else { return }
    let see = FindingLog.Seen("names are not kept here", at: tree.nameRange(of: writer))
    if let change = tree.attribute(.change, of: id), tree.value(.names, of: writer) == "unkept" {
      report(
        "without names or codes it cannot be told who is in both rounds, so a change says nothing",
        at: change.valueRange, help: "write names=\"coded\" where it is entered", see: see, &log)
    }
    for filter in tree.children(of: id) where tree.name(of: filter) == .where {
      guard let field = tree.attribute(.field, of: filter),
        field.value == "by" || facts.names.definitions[field.value]?.kind == .field
      else { continue }
      report(
        "nobody's name is kept with `\(source.name)`, so it cannot be told by `\(field.value)`", at: field.valueRange,
        help: "write names=\"hidden\" where it is entered", see: see, &log)
    }
  }

  private static func isUnnamed(_ id: MethodTree.ID, _ tree: MethodTree) -> Bool {
    let names = tree.value(.names, of: id)
    return names == "unkept" || names == "coded"
  }

  private static func report(
    _ message: String, at range: SourceRange, help: String, see: FindingLog.Seen? = nil, _ log: inout FindingLog
  ) {
    log.error(.namesKeptNowhere, message, at: range, help: help, see: see)
  }

  static let explanations = [
    Explanation(
      .namesKeptNowhere, title: "a question that only names can answer",
      what: "Entries are kept without names, and something needs to know whose they are: never=\"own\", a change"
        + " between rounds without codes, or a figure for some people only.",
      why: "Whose they are is stored nowhere, so no program can answer.", example: .namesKeptNowhere,
      remedy: "Write names=\"hidden\", which shows names to nobody, or names=\"coded\", which links rounds by a word of"
        + " each person's own.")
  ]
}
