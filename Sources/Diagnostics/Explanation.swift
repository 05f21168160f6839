/// The long form of a diagnostic code, shown by `dotank explain` and in the reference.
///
/// Each room lists its own; the command gathers them.
package struct Explanation: Sendable, Hashable {
  package let code: DiagnosticCode
  /// A few words, lower case, without a full stop.
  package let title: String
  /// What the finding says.
  package let what: String
  /// Why it is not accepted.
  package let why: String
  /// What brings the finding about, and how it is put right.
  package let example: Example
  /// What to do, the likeliest first.
  package let remedy: String

  package init(_ code: DiagnosticCode, title: String, what: String, why: String, example: Example, remedy: String) {
    self.code = code
    self.title = title
    self.what = what
    self.why = why
    self.example = example
    self.remedy = remedy
  }
}
