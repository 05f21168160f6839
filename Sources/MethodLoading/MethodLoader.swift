package import Diagnostics
package import MethodModel
package import XMLReading

/// The bytes of a method file to a checked method, or to everything that has to be put right first.
package enum MethodLoader {
  /// What loading a source gave: a method only when nothing in it is an error, and the findings by place.
  package struct Loading: Sendable {
    package let method: Method?
    package let diagnostics: [Diagnostic]
    /// The files that it needs besides its own.
    package let used: [UsedSource]
  }

  /// Reads, checks and decodes a source; what it uses is looked for in `methods`, and `planner` tells how long it takes.
  ///
  /// ```swift
  /// let loading = MethodLoader.load(SourceText(name: "Methods/one-two-four-all.xml", bytes: bytes))
  /// if let method = loading.method { run(method) } else { print(loading.diagnostics) }
  /// ```
  /// - Parameter isPinned: it is the copy of a session that has begun.
  package static func load(
    _ source: SourceText, limits: XMLLimits = .default, methods: any MethodSources = NoOtherMethods(),
    planner: TimePlanner? = nil, isPinned: Bool = false
  ) -> Loading {
    let checked = MethodChecking(methods: methods, limits: limits, planner: planner, isPinned: isPinned).check(source)
    guard let facts = checked.facts, !checked.hasErrors else {
      return Loading(method: nil, diagnostics: checked.findings, used: [])
    }
    var method = MethodDecoder(facts).method()
    method.variantOf = checked.base
    return Loading(method: method, diagnostics: checked.findings, used: checked.used)
  }

  /// Everything that is found in a source, for those who do not want to run it.
  package static func check(
    _ source: SourceText, limits: XMLLimits = .default, methods: any MethodSources = NoOtherMethods(),
    planner: TimePlanner? = nil
  ) -> [Diagnostic] {
    MethodChecking(methods: methods, limits: limits, planner: planner).check(source).findings
  }

  /// What is found in a source without the rules: what stands where, and what values look like. Schemas say the same of
  /// the codes in `Schemas.codes`.
  package static func structure(of source: SourceText, limits: XMLLimits = .default) -> [Diagnostic] {
    let document = XMLDocument.parse(source, limits: limits)
    guard let root = document.root else { return document.diagnostics }
    return document.diagnostics + StructureCheck.check(root).log.findings
  }
}
