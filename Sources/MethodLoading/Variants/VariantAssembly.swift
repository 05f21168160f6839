import Diagnostics
import MethodModel
import XMLReading

extension MethodChecking {
  /// A method's text with everything in it: as it stands, or put together from a variant and its base.
  struct Whole {
    let text: ComposedSource
    let root: XMLElement
    /// Of reading.
    var findings: [Diagnostic] = []
    /// What the files of variants say that has no place in the language, and the names of the files looked at.
    var written: (findings: [Diagnostic], files: Set<String>) = ([], [])
    var used: [UsedSource] = []
    /// The id and version of the base, behind it those of its base, and so on.
    var base: String?
    var broken: BrokenBase?

    /// Whether something is wrong with a variant that is not in the whole any more, so that the rules would be misled.
    func loses(_ structure: [Diagnostic]) -> Bool {
      let kept = Set(structure.map { FindingPlace(text.placed($0)) })
      return written.findings.contains { $0.severity == .error && !kept.contains(FindingPlace($0)) }
    }

    /// All findings at their places: of those about structure, which come first, what the files themselves told is left
    /// out.
    func told(
      _ found: [Diagnostic], _ structure: Int, checking base: (UsedSource) -> Set<FindingPlace>
    ) -> [Diagnostic] {
      let anew = found.enumerated().filter { index, finding in
        index >= structure || !written.files.contains(text.placed(finding).file)
      }.map(\.element)
      let placed = findings + written.findings
      let all = broken?.told(anew, in: text, and: placed, checking: base) ?? placed + anew
      return DiagnosticLog(all).inSourceOrder
    }

    /// Where all that stands, whoever is to blame.
    func places(_ found: [Diagnostic]) -> Set<FindingPlace> {
      Set((findings + written.findings + found.map(text.placed)).map { FindingPlace($0) })
    }
  }

  /// What keeps a text from being read at all.
  struct Unreadable: Error {
    let findings: [Diagnostic]
    /// The bases lead back to the variant: told as it is at each of them, since none has the mistake alone.
    var isCircle = false
  }

  func assemble(_ link: Link, along chain: [Link]) -> Result<Whole, Unreadable> {
    let document = XMLDocument.parse(link.source, limits: limits)
    guard let root = document.root else { return .failure(Unreadable(findings: document.diagnostics)) }
    var plain = Whole(text: ComposedSource(link.source), root: root, findings: document.diagnostics)
    guard let attribute = root.attribute(named: "variant-of"), NameForm.isName(attribute.value) else {
      return .success(plain)
    }
    if !isPinned { plain.written = (StructureCheck.check(root).log.findings, [link.source.name]) }
    return base(attribute, of: link.source, along: chain + [link]).flatMap { base, used in
      combine(plain, base, used, attribute)
    }.mapError { Unreadable(findings: plain.findings + plain.written.findings + $0.findings) }
  }

  /// The base of a variant, itself put together if it is one; `chain` ends with the variant.
  private func base(
    _ attribute: XMLAttribute, of source: SourceText, along chain: [Link]
  ) -> Result<(Whole, UsedSource), Unreadable> {
    func failure(_ message: String, _ help: String?) -> Unreadable {
      Unreadable(findings: [
        Diagnostic(.unusableMethod, message, help: help, file: source.name, range: attribute.valueRange)
      ])
    }
    let name = attribute.value
    switch methods.find(name, namedIn: source, along: chain.dropFirst().map(\.id) + [name]) {
    case .missing(let help): return .failure(failure("there is no method `\(name)` to be a variant of", help))
    case .refused(let reason, let help):
      return .failure(failure("the base `\(name)` cannot be read: \(reason)", help))
    case .found(let found):
      guard !chain.contains(where: { $0.source.bytes == found.bytes }) else {
        var circle = failure("`\(name)` is a variant of itself", "name another base, or leave variant-of out")
        circle.isCircle = true
        return .failure(circle)
      }
      guard chain.count <= Self.mostDeep else {
        return .failure(failure("variants of variants go too deep", "name the first base directly"))
      }
      return assemble(Link(id: name, source: found), along: chain).map { whole in
        let version = whole.root.attribute(named: "version")?.value ?? ""
        return (whole, UsedSource(chain: [name], id: name, version: version, source: found))
      }.mapError { error in
        guard let first = error.findings.first(where: { $0.severity == .error }) else { return error }
        if error.isCircle {
          var circle = failure(first.message, first.help)
          circle.isCircle = true
          return circle
        }
        let mistakes = BrokenBase.mistakes(of: name, first, in: found)
        return failure(mistakes.message, mistakes.help)
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
    var whole = Whole(text: text, root: root, findings: document.diagnostics.map(text.placed))
    whole.written = (
      variant.written.findings + base.written.findings, variant.written.files.union(base.written.files)
    )
    whole.used = [used] + more
    whole.base = "\(used.id) \(used.version)" + (base.base.map { ", \($0)" } ?? "")
    whole.broken = BrokenBase(variant: variant.root, base: used, attribute: attribute, losses: composing.losses)
    return .success(whole)
  }
}

/// What makes a finding the same as another: what is wrong, and where.
struct FindingPlace: Hashable {
  let code: DiagnosticCode
  let file: String
  let range: SourceRange?

  init(_ finding: Diagnostic) { (code, file, range) = (finding.code, finding.file, finding.range) }
}
