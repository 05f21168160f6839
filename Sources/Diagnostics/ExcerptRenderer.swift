/// Shows a finding with the line it concerns and carets under the place, for people who read a terminal.
///
/// ```
/// method.xml:3:4: error DOT0201: unknown element `stpe`
///   3 |   <stpe id="a">
///     |    ^^^^
///   help: did you mean `step`?
/// ```
package struct ExcerptRenderer: Sendable {
  /// The texts that findings point into, by name; a finding in another one is shown without its line.
  package var sources: [String: SourceText]
  /// Whether to use the eight ANSI colours.
  package var usesColour: Bool
  /// How many cells of a source line are shown before it is cut around the place.
  package var width: Int

  package init(sources: [String: SourceText], usesColour: Bool = false, width: Int = 100) {
    self.sources = sources
    self.usesColour = usesColour
    self.width = width
  }

  /// Makes a renderer for findings in one text.
  package init(source: SourceText, usesColour: Bool = false, width: Int = 100) {
    self.init(sources: [source.name: source], usesColour: usesColour, width: width)
  }

  /// The finding in lines that each end with a line feed.
  package func render(_ diagnostic: Diagnostic) -> String {
    let style: Style = diagnostic.severity == .error ? .error : .warning
    var text = place(diagnostic.file, diagnostic.range)
    text += painted("\(diagnostic.severity.rawValue) \(diagnostic.code)", style) + ": "
    text += painted(harmless(diagnostic.message), .strong) + "\n"
    text += excerpt(diagnostic.file, diagnostic.range, style)
    if let help = diagnostic.help { text += "  " + painted("help", .help) + ": \(harmless(help))\n" }
    for note in diagnostic.notes {
      text += "  " + place(note.file, note.range) + painted("note", .help) + ": \(harmless(note.message))\n"
      text += excerpt(note.file, note.range, .help)
    }
    return text
  }

  /// Several findings, with an empty line between them.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  private func place(_ file: String, _ range: SourceRange?) -> String {
    guard let range, let source = sources[file] else { return harmless(file) + ": " }
    let (line, column) = source.position(at: Int(range.lower))
    return "\(harmless(file)):\(line):\(column): "
  }

  private func excerpt(_ file: String, _ range: SourceRange?, _ style: Style) -> String {
    guard let range, let source = sources[file] else { return "" }
    let line = source.line(at: Int(range.lower))
    let lineRange = source.byteRange(ofLine: line)
    let lower = range.offsets.lowerBound - lineRange.lowerBound
    let upper = min(range.offsets.upperBound, lineRange.upperBound) - lineRange.lowerBound
    let shown = ExcerptLine(source.bytes[lineRange], marked: max(0, lower)..<max(0, lower, upper), width: width)
    let number = "  \(line)"
    let carets =
      String(repeating: " ", count: shown.indent) + painted(String(repeating: "^", count: shown.length), style)
    return "\(number) | \(shown.text)\n\(String(repeating: " ", count: number.count)) | \(carets)\n"
  }

  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case help = "1;36"
    case strong = "1"
  }

  private func painted(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
