/// Writes findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which code hosts and editors show at
/// the place they concern; the same findings give the same bytes.
///
/// Columns count Unicode code points, as `columnKind` says. A file that could not be read is a result without a region.
package struct SARIFRenderer: Sendable {
  /// The texts that findings point into, by name.
  package var sources: [String: SourceText]
  /// What is told about each code that is found; the first of a code counts.
  package var explanations: [Explanation]
  /// The version of this program.
  package var version: String

  package init(sources: [String: SourceText], explanations: [Explanation], version: String) {
    self.sources = sources
    self.explanations = explanations
    self.version = version
  }

  /// One log with one run, with a line feed at its end.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    let indexes = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    let driver = member(
      "driver", [string("name", "dotank"), string("version", version), list("rules", codes.map(rule))])
    let run = object([
      "\"tool\": {\(driver)}", "\"columnKind\": \"unicodeCodePoints\"",
      list("results", diagnostics.map { result($0, ruleIndex: indexes[$0.code] ?? 0) }),
    ])
    return object([string("$schema", Self.schema), string("version", "2.1.0"), "\"runs\": [\(run)]"]) + "\n"
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  // MARK: Rules and results

  private func rule(_ code: DiagnosticCode) -> String {
    guard let page = explanations.first(where: { $0.code == code }) else {
      return object([string("id", code.rawValue)])
    }
    let help = "\(page.why) \(page.remedy)\n\nExample: \(page.example.wrong)"
    let mended = page.example.mended.map { "\nPut right: \($0)" } ?? ""
    return object([
      string("id", code.rawValue), member("shortDescription", [string("text", page.title)]),
      member("fullDescription", [string("text", page.what)]), member("help", [string("text", help + mended)]),
    ])
  }

  private func result(_ diagnostic: Diagnostic, ruleIndex: Int) -> String {
    let text = diagnostic.message + (diagnostic.help.map { "\n\($0)" } ?? "")
    var members = [
      string("ruleId", diagnostic.code.rawValue), "\"ruleIndex\": \(ruleIndex)",
      string("level", diagnostic.severity.rawValue), member("message", [string("text", text)]),
      list("locations", [object([place(diagnostic.file, diagnostic.range)])]),
    ]
    if !diagnostic.notes.isEmpty {
      let related = diagnostic.notes.map { note in
        object([place(note.file, note.range), member("message", [string("text", note.message)])])
      }
      members.append(list("relatedLocations", related))
    }
    return object(members)
  }

  // MARK: Places

  private func place(_ file: String, _ range: SourceRange?) -> String {
    var members = [member("artifactLocation", [string("uri", Self.address(of: file))])]
    if let range, let source = sources[file] { members.append(region(range, in: source)) }
    return member("physicalLocation", members)
  }

  private func region(_ range: SourceRange, in source: SourceText) -> String {
    let (start, end) = (position(range.offsets.lowerBound, in: source), position(range.offsets.upperBound, in: source))
    return member(
      "region",
      [
        "\"startLine\": \(start.line)", "\"startColumn\": \(start.column)", "\"endLine\": \(end.line)",
        "\"endColumn\": \(end.column)",
      ])
  }

  /// Line and column of an offset, both from 1, the column in code points.
  private func position(_ offset: Int, in source: SourceText) -> (line: Int, column: Int) {
    let line = source.line(at: offset)
    let bytes = source.byteRange(ofLine: line)
    let end = min(max(offset, bytes.lowerBound), bytes.upperBound)
    return (line, 1 + source.bytes[bytes.lowerBound..<end].count { $0 & 0xC0 != 0x80 })
  }

  /// A path as a URI reference: a relative one stays relative to where the program was started.
  static func address(of path: String) -> String {
    let encoded = path.utf8.reduce(into: "") { text, byte in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
        text.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  // MARK: JSON

  private func string(_ name: String, _ text: String) -> String { "\"\(name)\": \(jsonString(text))" }
  private func member(_ name: String, _ members: [String]) -> String { "\"\(name)\": \(object(members))" }
  private func object(_ members: [String]) -> String { "{" + members.joined(separator: ", ") + "}" }

  /// An array with one element on each line, so that two logs can be compared line by line.
  private func list(_ name: String, _ elements: [String]) -> String {
    elements.isEmpty ? "\"\(name)\": []" : "\"\(name)\": [\n" + elements.joined(separator: ",\n") + "\n]"
  }
}
