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
    let checked = check(root)
    let findings = DiagnosticLog(document.diagnostics + checked.log.findings).inSourceOrder
    guard let places = checked.places, !checked.log.hasErrors else {
      return Loading(method: nil, diagnostics: findings)
    }
    return Loading(method: MethodDecoder(tree: checked.tree, placeIDs: places).method(), diagnostics: findings)
  }

  /// Everything that is found in a source, for those who do not want to run it.
  package static func check(_ source: SourceText, limits: XMLLimits = .default) -> [Diagnostic] {
    let document = XMLDocument.parse(source, limits: limits)
    guard let root = document.root else { return document.diagnostics }
    return DiagnosticLog(document.diagnostics + check(root).log.findings).inSourceOrder
  }

  /// What is found in a source without the rules: what stands where, and what values look like. Schemas say the same of
  /// the codes in `Schemas.codes`.
  package static func structure(of source: SourceText, limits: XMLLimits = .default) -> [Diagnostic] {
    let document = XMLDocument.parse(source, limits: limits)
    guard let root = document.root else { return document.diagnostics }
    return document.diagnostics + StructureCheck.check(root).log.findings
  }

  /// `places` is missing when the root is no method.
  private static func check(_ root: XMLElement) -> (tree: MethodTree, places: PlaceIDs?, log: FindingLog) {
    let (tree, structureLog) = StructureCheck.check(root)
    var log = structureLog
    guard !tree.nodes.isEmpty else { return (tree, nil, log) }
    let places = PlaceIDs(tree: tree)
    Rules.check(MethodFacts(tree: tree, places: places), &log)
    log.close()
    return (tree, places, log)
  }
}
