import Diagnostics

/// What the rules found in one method.
struct RuleLog {
  let file: String
  private(set) var findings: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func error(_ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String, see: Seen? = nil)
  {
    emit(code, message, .error, range, help, see)
  }

  mutating func warning(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String, see: Seen? = nil
  ) {
    emit(code, message, .warning, range, help, see)
  }

  /// A second place that explains the first.
  struct Seen {
    let message: String
    let range: SourceRange

    init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  private mutating func emit(
    _ code: DiagnosticCode, _ message: String, _ severity: Diagnostic.Severity, _ range: SourceRange, _ help: String,
    _ seen: Seen?
  ) {
    let notes = seen.map { [Diagnostic.Note($0.message, file: file, range: $0.range)] } ?? []
    findings.append(
      Diagnostic(code, message, severity: severity, help: help, file: file, range: range, notes: notes))
  }
}
