import Diagnostics

/// What was found in one method so far.
struct FindingLog {
  let file: String
  private(set) var findings: [Diagnostic] = []
  private var suggestions = SuggestionBudget()
  /// The worst of what found no room any more.
  private var leftOut: Diagnostic.Severity?

  /// Beyond this nobody reads on, and a hostile file would only make work.
  private static let mostFindings = 500

  init(file: String) { self.file = file }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// "did you mean …?" with the likeliest of some names.
  mutating func suggestion(for name: String, among names: () -> [String]) -> String? {
    likeliest(for: name, among: names).map { "did you mean `\($0)`?" }
  }

  /// The likeliest of some names; `nil` too when enough have been looked for in this file.
  mutating func likeliest(for name: String, among names: () -> [String]) -> String? {
    suggestions.nearest(to: name, among: names)
  }

  /// `see` explains the place; `way` says on which way through the method it matters.
  mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String?, see: Seen? = nil,
    way: Seen? = nil
  ) {
    emit(code, message, .error, range, help, [see, way])
  }

  mutating func warning(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String, see: Seen? = nil,
    way: Seen? = nil
  ) {
    emit(code, message, .warning, range, help, [see, way])
  }

  /// Says at the end that not everything is shown, if so.
  mutating func close() {
    guard let severity = leftOut else { return }
    leftOut = nil
    findings.append(
      Diagnostic(
        .moreFindings, "only the first \(Self.mostFindings) findings are shown", severity: severity,
        help: "put these right first, then look again", file: file))
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
    _ code: DiagnosticCode, _ message: String, _ severity: Diagnostic.Severity, _ range: SourceRange, _ help: String?,
    _ seen: [Seen?]
  ) {
    guard findings.count < Self.mostFindings else {
      if leftOut != .error { leftOut = severity }
      return
    }
    let notes = seen.compactMap { $0.map { Diagnostic.Note($0.message, file: file, range: $0.range) } }
    findings.append(
      Diagnostic(code, message, severity: severity, help: help, file: file, range: range, notes: notes))
  }
}

/// How many likenesses are looked for in one file: enough for every author, too few to be kept busy by a hostile one.
struct SuggestionBudget {
  private var left = 100
  private static let mostNames = 500

  mutating func nearest(to name: String, among names: () -> [String]) -> String? {
    // A name that nobody would type is not compared with others: the work grows with its length.
    guard left > 0, name.utf8.count <= 60 else { return nil }
    left -= 1
    return Diagnostics.nearest(to: name, in: names().prefix(Self.mostNames))
  }
}
