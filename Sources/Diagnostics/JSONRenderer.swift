/// Writes findings as a JSON array for scripts and editors; the same findings give the same bytes.
///
/// Each finding is an object with the keys `file line column endLine endColumn code severity message help notes`, in this
/// order. Lines and columns count from 1 and columns count characters; what is not known is `null`. A note has the first
/// five and `message`.
package struct JSONRenderer: Sendable {
  /// The texts that findings point into, by name.
  package var sources: [String: SourceText]

  package init(sources: [String: SourceText]) {
    self.sources = sources
  }

  /// The array, one finding on each line, with a line feed at its end.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      "{\(place(note.file, note.range)), \"message\": \(jsonString(note.message))}"
    }
    return """
      {\(place(diagnostic.file, diagnostic.range)), "code": \(jsonString(diagnostic.code.rawValue)), \
      "severity": \(jsonString(diagnostic.severity.rawValue)), "message": \(jsonString(diagnostic.message)), \
      "help": \(diagnostic.help.map(jsonString) ?? "null"), "notes": [\(notes.joined(separator: ", "))]}
      """
  }

  private func place(_ file: String, _ range: SourceRange?) -> String {
    var numbers = ["null", "null", "null", "null"]
    if let range, let source = sources[file] {
      let (start, end) = (source.position(at: Int(range.lower)), source.position(at: Int(range.upper)))
      numbers = [start.line, start.column, end.line, end.column].map(String.init)
    }
    return """
      "file": \(jsonString(file)), "line": \(numbers[0]), "column": \(numbers[1]), \
      "endLine": \(numbers[2]), "endColumn": \(numbers[3])
      """
  }
}
