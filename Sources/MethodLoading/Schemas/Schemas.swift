package import Diagnostics

/// The element table as schemas for editors and as the tables of the reference; none of it is written by hand.
///
/// A schema says what stands where and what values look like. What names mean, what is produced when and whether groups
/// can be formed is beyond schemas: `dotank validate` says that.
package enum Schemas {
  /// The findings that a schema makes, too; the rest needs the rules.
  package static let codes: Set<DiagnosticCode> = [
    .noNamespace, .notAMethod, .unknownElement, .unknownAttribute, .missingAttribute, .missingElement,
    .misplacedElement, .wrongOrder, .doubleElement, .strayText, .malformedValue, .unknownWord,
  ]

  /// The forms of values that have a name, each once, by name.
  static let forms: [ValueForm] = {
    let all = Language.rows.flatMap { $0.attributes.map(\.type.form) }.filter { !$0.name.isEmpty }
    let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    return byName.values.sorted { $0.name < $1.name }
  }()

  /// What editors show about an element.
  static func sentence(_ row: ElementRow) -> String {
    Sentences.of(row.name)
  }

  /// What editors show about an attribute: its sentence, and what holds without it.
  static func sentence(_ attribute: AttributeRow, on row: ElementRow) -> String {
    let standard = attribute.defaultValue.map { " Without it: \($0)." } ?? ""
    return Sentences.of(attribute.name, on: row.name) + standard
  }

  /// Characters of XML that mean something else in a text or value.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
