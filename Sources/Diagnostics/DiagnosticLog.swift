/// What was found so far, handed along as `inout` by everything that looks at a source.
package struct DiagnosticLog: Sendable {
  /// The findings in the order in which they were emitted.
  package private(set) var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic] = []) {
    self.diagnostics = diagnostics
  }

  /// Adds a finding, unless it is the same as the one before it.
  package mutating func emit(_ diagnostic: Diagnostic) {
    if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
  }

  /// Adds findings in their order.
  package mutating func emit(contentsOf others: some Sequence<Diagnostic>) {
    for other in others { emit(other) }
  }

  package var isEmpty: Bool { diagnostics.isEmpty }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// How many findings have a severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The findings as a person reads: by file in order of appearance, then by place; whole-file findings first.
  package var inSourceOrder: [Diagnostic] {
    var ranks: [String: Int] = [:]
    for diagnostic in diagnostics where ranks[diagnostic.file] == nil { ranks[diagnostic.file] = ranks.count }
    let keyed = diagnostics.enumerated().map { index, diagnostic in
      (key: (ranks[diagnostic.file] ?? 0, diagnostic.range?.lower ?? -1, index), diagnostic: diagnostic)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.diagnostic)
  }
}
