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
  ///   - address: the namespace whose elements are the document's own; that of methods unless another is asked for.
  package static func parse(
    _ source: SourceText, limits: XMLLimits = .default, stoppingBefore stopName: String? = nil,
    namespace address: String = XMLNamespace.methodAddress
  ) -> XMLDocument {
    if let finding = Screening.finding(in: source, limits: limits) { return XMLDocument(refusing: finding) }
    var builder = XMLTreeBuilder(source: source, limits: limits, stopName: stopName, address: address)
    let parsed = LibXML2Context.parse(from: source.contentStart, into: &builder)
    if !parsed { return XMLDocument(refusing: .outOfMemory(source.name)) }
    switch builder.ending {
    case .failed(let problem):
      let mistake = MarkupReview.firstMistake(in: source, upTo: problem.offset)
      return XMLDocument(refusing: mistake ?? .malformed(problem, in: source))
    case .exceeded(let limit, let range):
      return XMLDocument(refusing: .exceeded(limit, limits, source.name, at: range))
    case .reached: return XMLDocument(tree: builder.finish(isPartial: true), diagnostics: [])
    case nil: return XMLDocument(tree: builder.finish(isPartial: false), diagnostics: [])
    }
  }

  private init(tree: XMLTree, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }

  private init(refusing finding: Diagnostic) {
    tree = nil
    diagnostics = [finding]
  }
}
