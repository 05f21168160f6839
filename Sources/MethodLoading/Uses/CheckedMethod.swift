import Diagnostics
import MethodModel
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
  /// The id and version of what it is a variant of.
  let base: String?

  init(
    source: SourceText, facts: MethodFacts? = nil, findings: [Diagnostic], used: [UsedSource] = [], useCount: Int = 0,
    base: String? = nil
  ) {
    self.source = source
    self.facts = facts
    self.findings = findings
    self.used = used
    self.useCount = useCount
    self.base = base
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads and checks a method and what it uses, each file once.
final class MethodChecking {
  private let methods: any MethodSources
  private let limits: XMLLimits
  private let planner: TimePlanner?
  /// What is only warned of.
  private let forgiven: Set<DiagnosticCode>
  /// By file name.
  private var checked: [String: CheckedMethod] = [:]

  /// Deeper than anybody can follow.
  static let mostDeep = 8
  /// A method that consists of more would not fit into a year.
  static let mostUses = 200

  /// Without a planner nothing is proved about minutes.
  init(
    methods: any MethodSources, limits: XMLLimits, planner: TimePlanner? = nil, forgiven: Set<DiagnosticCode> = []
  ) {
    self.methods = methods
    self.limits = limits
    self.planner = planner
    self.forgiven = forgiven
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
    case .failure(let failure): CheckedMethod(source: link.source, findings: failure.findings)
    case .success(let whole): check(whole, link, along: chain)
    }
  }

  private func check(_ whole: Whole, _ link: Link, along chain: [Link]) -> CheckedMethod {
    let source = link.source
    let (tree, structureLog) = StructureCheck.check(whole.root)
    var log = structureLog
    guard !tree.nodes.isEmpty else {
      log.close()
      return CheckedMethod(source: source, findings: DiagnosticLog(whole.findings + log.findings).inSourceOrder)
    }
    let own = chain.isEmpty ? Link(id: tree.value(.id, of: .root) ?? link.id, source: source) : link
    var resolver = UseResolver(checking: self, methods: methods, chain: chain + [own], text: whole.text)
    let table = resolver.resolve(in: tree)
    let facts = MethodFacts(tree: tree, places: PlaceIDs(tree: tree), used: table)
    Rules.check(facts, &log)
    if let planner, chain.isEmpty, !log.hasErrors {
      MinutesInWindow.check(MethodDecoder(facts).method(), facts, with: planner, &log)
    }
    log.close()
    return CheckedMethod(
      source: source, facts: facts,
      findings: DiagnosticLog(whole.findings + log.findings.map(whole.text.placed).map(softened)).inSourceOrder,
      used: whole.used + resolver.sources, useCount: resolver.count, base: whole.base)
  }

  private func softened(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    if forgiven.contains(finding.code) { finding.severity = .warning }
    return finding
  }

  // MARK: Variants

  /// A method's text with everything in it: as it stands, or put together from a variant and its base.
  struct Whole {
    let text: ComposedSource
    let root: XMLElement
    var findings: [Diagnostic] = []
    var used: [UsedSource] = []
    /// The id and version of the base.
    var base: String?
  }

  /// What keeps a text from being read at all.
  struct Unreadable: Error {
    let findings: [Diagnostic]
  }

  private func assemble(_ link: Link, along chain: [Link]) -> Result<Whole, Unreadable> {
    let document = XMLDocument.parse(link.source, limits: limits)
    guard let root = document.root else { return .failure(Unreadable(findings: document.diagnostics)) }
    let plain = Whole(text: ComposedSource(link.source), root: root, findings: document.diagnostics)
    guard let attribute = root.attribute(named: "variant-of"), NameForm.isName(attribute.value) else {
      return .success(plain)
    }
    return base(attribute, of: link.source, along: chain + [link]).flatMap { base, used in
      combine(plain, base, used, attribute)
    }
  }

  /// The base of a variant, itself put together if it is one; `chain` ends with the variant.
  private func base(
    _ attribute: XMLAttribute, of source: SourceText, along chain: [Link]
  ) -> Result<(Whole, UsedSource), Unreadable> {
    func failure(_ message: String, _ help: String?) -> Result<(Whole, UsedSource), Unreadable> {
      let finding = Diagnostic(.unusableMethod, message, help: help, file: source.name, range: attribute.valueRange)
      return .failure(Unreadable(findings: [finding]))
    }
    let name = attribute.value
    switch methods.find(name, namedIn: source, along: chain.dropFirst().map(\.id) + [name]) {
    case .missing(let help): return failure("there is no method `\(name)` to be a variant of", help)
    case .refused(let reason, let help): return failure("the base `\(name)` cannot be read: \(reason)", help)
    case .found(let found):
      guard !chain.contains(where: { $0.source.bytes == found.bytes }) else {
        return failure("`\(name)` is a variant of itself", "name another base, or leave variant-of out")
      }
      guard chain.count <= Self.mostDeep else {
        return failure("variants of variants go too deep", "name the first base directly")
      }
      return assemble(Link(id: name, source: found), along: chain).map { whole in
        let version = whole.root.attribute(named: "version")?.value ?? ""
        return (whole, UsedSource(chain: [name], id: name, version: version, source: found))
      }
    }
  }

  private func combine(
    _ variant: Whole, _ base: Whole, _ used: UsedSource, _ attribute: XMLAttribute
  ) -> Result<Whole, Unreadable> {
    let languages = [variant.root, base.root].map { $0.attribute(named: "xml:lang")?.value ?? "en" }
    guard languages[0] == languages[1] else {
      let finding = Diagnostic(
        .unfitVariant, "the base is written in `\(languages[1])`, this variant in `\(languages[0])`",
        help: "write both in one language, with translations in the others", file: variant.text.source.name,
        range: attribute.valueRange)
      return .failure(Unreadable(findings: [finding]))
    }
    var composing = VariantComposing(
      variant: .init(text: variant.text, root: variant.root), base: .init(text: base.text, root: base.root))
    let text = composing.compose()
    guard composing.findings.isEmpty else { return .failure(Unreadable(findings: composing.findings)) }
    let document = XMLDocument.parse(text.source, limits: limits)
    guard let root = document.root else {
      return .failure(Unreadable(findings: document.diagnostics.map(text.placed)))
    }
    let more = base.used.map {
      UsedSource(chain: [used.id] + $0.chain, id: $0.id, version: $0.version, source: $0.source)
    }
    return .success(
      Whole(
        text: text, root: root, findings: document.diagnostics.map(text.placed), used: [used] + more,
        base: "\(used.id) \(used.version)"))
  }
}
