import Diagnostics
import XMLReading

/// A method file after reading and all checks.
struct CheckedMethod {
  let source: SourceText
  /// `nil` when the file is no method at all.
  let facts: MethodFacts?
  let findings: [Diagnostic]
  /// Everything that it needs besides itself, with the ids on the way.
  let used: [UsedSource]
  /// How many uses it consists of, those of used methods counted each time.
  let useCount: Int

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads and checks a method and what it uses, each file once.
final class MethodChecking {
  private let methods: any MethodSources
  private let limits: XMLLimits
  /// By file name.
  private var checked: [String: CheckedMethod] = [:]

  /// Deeper than anybody can follow.
  static let mostDeep = 8
  /// A method that consists of more would not fit into a year.
  static let mostUses = 200

  init(methods: any MethodSources, limits: XMLLimits) {
    self.methods = methods
    self.limits = limits
  }

  /// A method on the way from the outermost one.
  struct Link {
    let id: String
    let source: SourceText
  }

  /// Checks a source; `chain` holds the methods that lead to it, outermost first.
  func check(_ source: SourceText, along chain: [Link] = []) -> CheckedMethod {
    if let known = checked[source.name], known.source.bytes == source.bytes { return known }
    let document = XMLDocument.parse(source, limits: limits)
    guard let root = document.root else {
      return CheckedMethod(source: source, facts: nil, findings: document.diagnostics, used: [], useCount: 0)
    }
    let (tree, structureLog) = StructureCheck.check(root)
    var log = structureLog
    guard !tree.nodes.isEmpty else {
      log.close()
      return CheckedMethod(
        source: source, facts: nil, findings: DiagnosticLog(document.diagnostics + log.findings).inSourceOrder,
        used: [], useCount: 0)
    }
    let id = tree.value(.id, of: .root) ?? source.name
    var resolver = UseResolver(checking: self, methods: methods, chain: chain + [Link(id: id, source: source)])
    let table = resolver.resolve(in: tree)
    let facts = MethodFacts(tree: tree, places: PlaceIDs(tree: tree), used: table)
    Rules.check(facts, &log)
    log.close()
    let result = CheckedMethod(
      source: source, facts: facts, findings: DiagnosticLog(document.diagnostics + log.findings).inSourceOrder,
      used: resolver.sources, useCount: resolver.count)
    // One with mistakes may be the victim of the chain that led here.
    if !result.hasErrors { checked[source.name] = result }
    return result
  }
}
