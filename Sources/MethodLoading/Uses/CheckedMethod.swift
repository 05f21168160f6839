import Diagnostics
import MethodModel
import XMLReading

/// A method file after reading and all checks.
struct CheckedMethod {
  let source: SourceText
  /// `nil` when the file is no method at all.
  let facts: MethodFacts?
  let findings: [Diagnostic]
  /// Where something was found before any of it was told elsewhere, by which a variant knows what its base has by itself.
  let places: Set<FindingPlace>
  /// Everything that it needs besides itself, with the ids on the way.
  let used: [UsedSource]
  /// How many uses it consists of, those of used methods counted each time.
  let useCount: Int
  /// The id and version of what it is a variant of, and of what that is a variant of.
  let base: String?

  init(
    source: SourceText, facts: MethodFacts? = nil, findings: [Diagnostic], places: Set<FindingPlace> = [],
    used: [UsedSource] = [], useCount: Int = 0, base: String? = nil
  ) {
    self.source = source
    self.facts = facts
    self.findings = findings
    self.places = places
    self.used = used
    self.useCount = useCount
    self.base = base
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads and checks a method and what it uses, each file once.
final class MethodChecking {
  let methods: any MethodSources
  let limits: XMLLimits
  private let planner: TimePlanner?
  /// It is the copy of a session that has begun, which goes on with what was once accepted.
  let isPinned: Bool
  /// By file name.
  private var checked: [String: CheckedMethod] = [:]

  /// Deeper than anybody can follow.
  static let mostDeep = 8
  /// A method that consists of more would not fit into a year.
  static let mostUses = 200

  /// Without a planner nothing is proved about minutes.
  init(methods: any MethodSources, limits: XMLLimits, planner: TimePlanner? = nil, isPinned: Bool = false) {
    self.methods = methods
    self.limits = limits
    self.planner = planner
    self.isPinned = isPinned
  }

  /// A method on the way from the outermost one.
  struct Link {
    let id: String
    let source: SourceText
  }

  /// Checks a source, which was named so by another; `chain` holds the methods that lead to it, outermost first.
  func check(_ source: SourceText, named name: String? = nil, along chain: [Link] = []) -> CheckedMethod {
    if let known = checked[source.name], known.source.bytes == source.bytes { return known }
    let result = checkAnew(Link(id: name ?? source.name, source: source), along: chain)
    // One with mistakes may be the victim of the chain that led here.
    if !result.hasErrors { checked[source.name] = result }
    return result
  }

  private func checkAnew(_ link: Link, along chain: [Link]) -> CheckedMethod {
    switch assemble(link, along: chain) {
    case .failure(let failure):
      CheckedMethod(source: link.source, findings: DiagnosticLog(failure.findings).inSourceOrder)
    case .success(let whole): check(whole, link, along: chain)
    }
  }

  private func check(_ whole: Whole, _ link: Link, along chain: [Link]) -> CheckedMethod {
    let source = link.source
    let (tree, structureLog) = StructureCheck.check(whole.root)
    var log = structureLog
    func told() -> [Diagnostic] {
      log.close()
      return whole.told(log.findings, structureLog.findings.count) {
        check($0.source, named: $0.id, along: chain + [link]).places
      }
    }
    guard !tree.nodes.isEmpty, !whole.loses(structureLog.findings) else {
      return CheckedMethod(source: source, findings: told(), places: whole.places(log.findings))
    }
    let own = chain.isEmpty ? Link(id: tree.value(.id, of: .root) ?? link.id, source: source) : link
    var resolver = UseResolver(checking: self, methods: methods, chain: chain + [own], text: whole.text)
    let table = resolver.resolve(in: tree)
    let facts = MethodFacts(tree: tree, places: PlaceIDs(tree: tree), used: table)
    Rules.check(facts, &log)
    if let planner, chain.isEmpty, !log.hasErrors {
      MinutesInWindow.check(MethodDecoder(facts).method(), facts, with: planner, &log)
    }
    return CheckedMethod(
      source: source, facts: facts, findings: told().map(softened), places: whole.places(log.findings),
      used: whole.used + resolver.sources, useCount: resolver.count, base: whole.base)
  }

  /// Was not always refused: a session that began with such a method goes on with it, and can be read.
  private static let onceAccepted: Set<DiagnosticCode> = [.incompleteRule]

  private func softened(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    if isPinned, Self.onceAccepted.contains(finding.code) { finding.severity = .warning }
    return finding
  }
}
