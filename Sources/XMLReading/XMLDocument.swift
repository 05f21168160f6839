package import Diagnostics

/// The outcome of reading a source: a tree, or the reasons why there is none.
///
/// ```swift
/// let document = XMLDocument.parse(SourceText(name: "a.xml", text: "<method id='a'/>"))
/// document.root?.attribute(named: "id")?.value  // "a"
/// ```
package struct XMLDocument: Sendable {
  /// The whole tree; none when the document could not be read.
  package let tree: XMLTree?
  /// What was found; never empty when there is no tree.
  package let diagnostics: [Diagnostic]

  /// The outermost element.
  package var root: XMLElement? { tree.map { XMLElement(tree: $0, index: 0) } }

  /// Reads a source whole, or only up to a child of the root.
  ///
  /// - Parameters:
  ///   - stopName: the name of a child of the root before which reading ends, such as `agenda` for those who need
  ///     only a method's head. What follows is not looked at, so mistakes there stay unfound.
  package static func parse(
    _ source: SourceText, limits: XMLLimits = .default, stoppingBefore stopName: String? = nil
  ) -> XMLDocument {
    var builder = XMLTreeBuilder(source: source, limits: limits, stopName: stopName)
    let start = source.bytes.starts(with: SourceText.byteOrderMark) ? 3 : 0
    _ = LibXML2Context.parse(from: start, into: &builder)
    switch builder.ending {
    case .failed(let problem):
      let range = SourceRange(problem.offset..<problem.offset)
      let finding = Diagnostic(
        DiagnosticCode("DOT0100"), problem.message, file: source.name, range: range)
      return XMLDocument(tree: nil, diagnostics: [finding])
    case .exceeded(let limit, let range):
      let finding = Diagnostic(DiagnosticCode("DOT0100"), "\(limit) exceeded", file: source.name, range: range)
      return XMLDocument(tree: nil, diagnostics: [finding])
    case .reached: return XMLDocument(tree: builder.finish(isPartial: true), diagnostics: [])
    case nil: return XMLDocument(tree: builder.finish(isPartial: false), diagnostics: [])
    }
  }
}
