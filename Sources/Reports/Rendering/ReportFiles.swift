package import Outcomes

/// The files of a session for people, made from its record by templates; the same record gives the same bytes.
package enum ReportFiles {
  package enum Format: String, CaseIterable, Sendable {
    /// One self-contained page for screen and paper.
    case page = "report.html"
    /// The same for readers of plain text.
    case markdown = "report.md"
    /// What was decided and who owes what, on one sheet.
    case brief = "brief.html"

    /// The file's name in the session's folder, and that of its template.
    package var fileName: String { rawValue }
  }

  /// Every report of a session. Without `pictures`, files that were handed in are names and links.
  package static func all(
    _ record: Record, showing pictures: Pictures = .none, by templates: TemplateSet = .shipped
  ) -> [RecordFiles.File] {
    let part = ReportPart(desk: Desk(record, showing: pictures))
    return Format.allCases.map { ($0.fileName, Array(templates.render(part, with: $0.fileName).utf8)) }
  }

  /// One report of a session.
  package static func file(
    _ format: Format, of record: Record, showing pictures: Pictures = .none, by templates: TemplateSet = .shipped
  ) -> [UInt8] {
    Array(templates.render(ReportPart(desk: Desk(record, showing: pictures)), with: format.fileName).utf8)
  }

  /// The template of a comparison, which is no file of a session.
  static let comparisonName = "compare.html"

  /// Sessions with one method side by side, as one self-contained page for screen and paper.
  package static func comparison(_ sheet: ComparisonSheet, by templates: TemplateSet = .shipped) -> [UInt8] {
    Array(templates.render(ComparisonPart(sheet), with: comparisonName).utf8)
  }

  /// The templates that are rendered by themselves, each with what it finds at its outermost level.
  static var roots: [(name: String, shape: ShapeTable)] {
    Format.allCases.map { ($0.fileName, ReportPart.shape.table) } + [(comparisonName, ComparisonPart.shape.table)]
  }
}
