/// A stable name of one kind of finding, such as `DOT0101`, under which `dotank explain` tells more.
///
/// The set is open: each room adds its own as static members.
package struct DiagnosticCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Makes a code from its text, such as `DiagnosticCode("DOT0101")`.
  package init(_ rawValue: String) {
    self.init(rawValue: rawValue)
  }

  package var description: String { rawValue }
}

/// One thing that somebody can fix: what is wrong, where, and what to do about it.
///
/// ```swift
/// Diagnostic(.unknownElement, "unknown element `stpe`", help: "did you mean `step`?", file: name, range: range)
/// ```
package struct Diagnostic: Sendable, Hashable {
  /// Whether the source can be used in spite of the finding.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case warning
    case error
  }

  /// A second place that explains the first, such as the opening tag of an element that is closed wrongly.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var file: String
    package var range: SourceRange?

    package init(_ message: String, file: String, range: SourceRange? = nil) {
      self.message = message
      self.file = file
      self.range = range
    }
  }

  package var code: DiagnosticCode
  package var severity: Severity
  /// Lower case, no full stop, true on its own; the remedy goes into `help`.
  package var message: String
  package var help: String?
  package var file: String
  /// The smallest stretch that shows the mistake; none when the finding concerns the file as a whole.
  package var range: SourceRange?
  package var notes: [Note]

  package init(
    _ code: DiagnosticCode, _ message: String, severity: Severity = .error, help: String? = nil, file: String,
    range: SourceRange? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.help = help
    self.file = file
    self.range = range
    self.notes = notes
  }
}
