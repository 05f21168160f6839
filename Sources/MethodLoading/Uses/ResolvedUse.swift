import Diagnostics

/// A used method as its caller's checks and decoder need it: what is run of it, without a mistake.
struct ResolvedUse {
  let facts: MethodFacts
  /// How many uses come with it, itself counted.
  let count: Int
}

/// What the `use` elements of a method came to.
struct UseTable {
  /// Something that keeps a `use` from working.
  struct Problem {
    let code: DiagnosticCode
    let message: String
    let range: SourceRange
    let help: String?
  }

  var resolved: [MethodTree.ID: ResolvedUse] = [:]
  var problems: [Problem] = []

  /// The used method of a `use`, or of a child of one.
  func around(_ node: MethodTree.ID, in tree: MethodTree) -> ResolvedUse? {
    resolved[node] ?? tree.parent(of: node).flatMap { resolved[$0] }
  }

  /// Where an outcome comes from that a `take` hands out: the used method's facts, and its position there.
  func origin(of take: MethodTree.ID, in tree: MethodTree) -> (facts: MethodFacts, outcome: Int)? {
    guard tree.name(of: take) == .take, let facts = around(take, in: tree)?.facts,
      let name = tree.value(.outcome, of: take), let outcome = facts.names.definitions[name]?.outcome, outcome >= 0
    else { return nil }
    return (facts, outcome)
  }

  /// The same for another numbering of the nodes; what is not in it is left out.
  func renumbered(_ ids: [MethodTree.ID: MethodTree.ID]) -> UseTable {
    var table = UseTable()
    for (old, use) in resolved { if let new = ids[old] { table.resolved[new] = use } }
    return table
  }
}
