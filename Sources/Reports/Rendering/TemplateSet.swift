package import Diagnostics
internal import Mustache

/// The templates of a report: those that are shipped, with a folder's own laid over them by name.
///
/// ```swift
/// let templates = try TemplateSet.shipped.laidOver(by: files)   // [SourceText], one for each file of a folder
/// let bytes = ReportFiles.file(.page, of: record, by: templates)
/// ```
package struct TemplateSet: Sendable {
  /// By file name.
  let sources: [String: SourceText]
  private let library: MustacheLibrary

  /// Why a set cannot be used: every mistake of every template.
  package struct Mistakes: Error {
    package let diagnostics: [Diagnostic]
    /// The templates, by the names that the diagnostics give.
    package let sources: [String: SourceText]
  }

  /// Checks and reads templates; the whole set must be without mistakes.
  ///
  /// `own` are the names of those that somebody brought.
  init(checking sources: [String: SourceText], own: Set<String> = []) throws(Mistakes) {
    let found = TemplateCheck(sources, own: own).findings()
    let named = Dictionary(sources.values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard found.isEmpty else { throw Mistakes(diagnostics: found, sources: named) }
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    MustacheContentTypes.register(MarkdownText(), named: MarkdownText.name)
    var library = MustacheLibrary()
    for (name, source) in sources {
      do {
        try library.register(Self.framed(source, name: name), named: name)
      } catch {
        let found = Diagnostic(.unreadableTemplate, "this template cannot be read: \(error)", file: source.name)
        throw Mistakes(diagnostics: [found], sources: named)
      }
    }
    self.sources = sources
    self.library = library
  }

  /// A template with what makes the library escape every value; it forgets that in partials, so each says it itself.
  private static func framed(_ source: SourceText, name: String) -> String {
    let type = name.hasSuffix(".md") ? MarkdownText.name : HTMLText.name
    return "{{% CONTENT_TYPE: \(type)}}\n" + String(decoding: source.bytes, as: UTF8.self)
  }

  /// This set with a folder's files in place of those of the same name; others may be used as partials.
  package func laidOver(by files: [(name: String, source: SourceText)]) throws(Mistakes) -> TemplateSet {
    try TemplateSet(
      checking: sources.merging(files.map { ($0.name, $0.source) }) { _, own in own }, own: Set(files.map(\.name)))
  }

  func render(_ part: some Part, with name: String) -> String {
    // Only names of the set come here; a set without one of them is not made.
    library.render(part, withTemplate: name) ?? ""
  }
}
