import Diagnostics
import XMLReading

/// Tells what a variant breaks in its base at the place of the variant that breaks it: nobody can mend it in the base.
struct BrokenBase {
  /// What an edit takes out of the base.
  struct Loss {
    /// Where the variant says so.
    let place: SourceRange
    /// The names that were made there, and are not made anew by what stands there instead.
    let made: Set<String>
    /// Everything that was named there.
    let named: Set<String>
  }

  let variant: XMLElement
  let base: UsedSource
  /// `variant-of`.
  let attribute: XMLAttribute
  let losses: [Loss]

  private var file: String { variant.tree.source.name }

  /// Findings about the whole together with those that have their place already; what the base has by itself is told
  /// once when it is an error, and not at all else.
  func told(
    _ found: [Diagnostic], in whole: ComposedSource, and placed: [Diagnostic],
    checking: (UsedSource) -> Set<FindingPlace>
  ) -> [Diagnostic] {
    let all = placed.map { ($0, "") } + found.map { (whole.placed($0), $0.range.map(whole.words) ?? "") }
    let (own, others) = (all.filter { $0.0.file == file }, all.filter { $0.0.file != file })
    guard !others.isEmpty else { return own.map(\.0) }
    let inherited = checking(base)
    let (old, new) = (
      others.filter { inherited.contains(FindingPlace($0.0)) },
      others.filter { !inherited.contains(FindingPlace($0.0)) }
    )
    let mistakes = old.map(\.0).first { $0.severity == .error }.map { first in
      let (message, help) = Self.mistakes(of: base.id, first, in: base.source)
      return Diagnostic(.unusableMethod, message, help: help, file: file, range: attribute.valueRange)
    }
    return own.map(\.0) + (mistakes.map { [$0] } ?? []) + languages(new) + merged(new.compactMap(told))
  }

  /// What is needed in several places is told once, with all of them.
  private func merged(_ findings: [Diagnostic]) -> [Diagnostic] {
    var merged: [Diagnostic] = []
    for finding in findings {
      if let index = merged.firstIndex(where: {
        FindingPlace($0) == FindingPlace(finding) && $0.message == finding.message
      }) {
        merged[index].notes += finding.notes
      } else {
        merged.append(finding)
      }
    }
    return merged
  }

  /// One mistake of a method stands for all: the rest is seen where they are.
  static func mistakes(of method: String, _ first: Diagnostic, in source: SourceText) -> (
    message: String, help: String?
  ) {
    (
      "the base `\(method)` has mistakes: \(first.message) (\(place(of: first, in: source)))",
      "mend it first: dotank validate \(source.name)"
    )
  }

  private static func place(of finding: Diagnostic, in source: SourceText) -> String {
    guard let range = finding.range, finding.file == source.name else { return finding.file }
    return "\(finding.file), line \(source.line(at: Int(range.lower)))"
  }

  /// A finding in the base, at the place of the variant that is to blame; `nil` for what `languages` tells.
  private func told(_ finding: Diagnostic, about word: String) -> Diagnostic? {
    guard finding.code != .unreachableTranslation, finding.code != .missingTranslation else { return nil }
    if let exchanged = exchanged(finding) { return exchanged }
    let name = String(word.trimmingPrefix("{").prefix { $0 != "/" && $0 != "}" })
    if finding.severity == .error, let loss = losses.first(where: { $0.made.contains(name) }) {
      return moved(
        finding, to: loss.place, "`\(name)` came from what stood here in the base, and is needed elsewhere",
        help: "keep it, make `\(name)` anew, or change what needs it, too")
    }
    let place = losses.first { $0.named.contains(name) }?.place ?? attribute.valueRange
    return moved(
      finding, to: place,
      "in the base as it is changed here: \(finding.message) (\(Self.place(of: finding, in: base.source)))",
      help: finding.help)
  }

  /// Of two things that get in each other's way the one in the variant.
  private func exchanged(_ finding: Diagnostic) -> Diagnostic? {
    guard [.doublePlace, .doubleName, .doubleValue].contains(finding.code),
      let note = finding.notes.first(where: { $0.file == file })
    else { return nil }
    var exchanged = finding
    (exchanged.file, exchanged.range) = (note.file, note.range)
    exchanged.notes = [Diagnostic.Note("the one of the base", file: finding.file, range: finding.range)]
    return exchanged
  }

  private func moved(_ finding: Diagnostic, to place: SourceRange, _ message: String, help: String?) -> Diagnostic {
    var moved = finding
    (moved.message, moved.help, moved.file, moved.range) = (message, help, file, place)
    moved.notes = [Diagnostic.Note(finding.message, file: finding.file, range: finding.range)] + finding.notes
    return moved
  }

  // MARK: Languages

  /// A base in other languages than the variant, once for each language.
  private func languages(_ found: [(Diagnostic, String)]) -> [Diagnostic] {
    let titles = variant.children.filter { $0.name == "title" && $0.namespace == variant.namespace }
    let place = titles.first?.nameRange ?? variant.nameRange
    var told: Set<String> = []
    var findings: [Diagnostic] = []
    for (finding, word) in found where finding.code == .unreachableTranslation && told.insert(word).inserted {
      findings.append(
        Diagnostic(
          .unreachableTranslation, "the base is written in `\(word)`, too, and this variant has no title in it",
          severity: .warning,
          help: "add <title xml:lang=\"\(word)\">, and to every text of the variant its translation", file: file,
          range: place))
    }
    let missing = found.filter { $0.0.code == .missingTranslation }
    guard let first = missing.first else { return findings }
    let texts = missing.count == 1 ? "a text of the base is" : "\(missing.count) texts of the base are"
    findings.append(
      Diagnostic(
        .missingTranslation, "\(texts) not written in every language of this variant's titles", severity: .warning,
        help: "add the translations to \(base.source.name), or leave those titles out", file: file,
        range: (titles.dropFirst().first?.nameRange) ?? place,
        notes: [Diagnostic.Note(first.0.message, file: first.0.file, range: first.0.range)]))
    return findings
  }
}
