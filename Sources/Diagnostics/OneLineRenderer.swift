/// Shows each finding on one line, in the form that editors and `grep` expect.
///
/// ```
/// method.xml:3:4: error DOT0201: unknown element `stpe` (help: did you mean `step`?)
/// ```
package struct OneLineRenderer: Sendable {
  /// The texts that findings point into, by name; a finding in another one is shown without line and column.
  package var sources: [String: SourceText]

  package init(sources: [String: SourceText]) {
    self.sources = sources
  }

  /// The finding without a line break; its notes are left out.
  package func render(_ diagnostic: Diagnostic) -> String {
    var text = harmless(diagnostic.file)
    if let range = diagnostic.range, let source = sources[diagnostic.file] {
      let (line, column) = source.position(at: Int(range.lower))
      text += ":\(line):\(column)"
    }
    text += ": \(diagnostic.severity.rawValue) \(diagnostic.code): \(harmless(diagnostic.message))"
    if let help = diagnostic.help { text += " (help: \(harmless(help)))" }
    return text
  }

  /// Several findings, each with a line feed after it.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { render($0) + "\n" }.joined()
  }
}
