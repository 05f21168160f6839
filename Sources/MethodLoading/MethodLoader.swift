package import Diagnostics
package import MethodModel
package import XMLReading

/// The bytes of a method file to a checked method, or to everything that has to be put right first.
package enum MethodLoader {
  /// What loading a source gave: a method only when nothing in it is an error, and the findings by place.
  package struct Loading: Sendable {
    package let method: Method?
    package let diagnostics: [Diagnostic]
  }

  /// Reads, checks and decodes a source.
  ///
  /// ```swift
  /// let loading = MethodLoader.load(SourceText(name: "Methods/one-two-four-all.xml", bytes: bytes))
  /// if let method = loading.method { run(method) } else { print(loading.diagnostics) }
  /// ```
  package static func load(_ source: SourceText, limits: XMLLimits = .default) -> Loading {
    let document = XMLDocument.parse(source, limits: limits)
    guard let root = document.root else { return Loading(method: nil, diagnostics: document.diagnostics) }
    let (tree, structureLog) = StructureCheck.check(root)
    var log = structureLog
    guard !tree.nodes.isEmpty else { return Loading(method: nil, diagnostics: log.findings) }
    let places = PlaceIDs(tree: tree)
    Rules.check(MethodFacts(tree: tree, places: places), &log)
    log.close()
    let method = log.hasErrors ? nil : MethodDecoder(tree: tree, placeIDs: places).method()
    return Loading(method: method, diagnostics: DiagnosticLog(document.diagnostics + log.findings).inSourceOrder)
  }
}
