/// What the tables hold, by the Data Package standard (Frictionless, version 1).
enum DataPackage {
  static let name = "datapackage.json"

  static func written(_ tables: [Table], of record: Record) -> String {
    """
    {
      "profile": "tabular-data-package",
      "name": "dotank-session-tables",
      "id": \(JSONWriting.quoted(Tables.identity(of: record))),
      "title": \(JSONWriting.quoted(record.method.title)),
      "description": "A row for each observation. A text that a spreadsheet would take for a formula, or that begins with an apostrophe, has one more apostrophe before it. Every table begins with the session, so that those of several sessions can be put under each other; ids are those of one session, so that rows of several join by session and id together.",
      "created": \(JSONWriting.quoted((record.session.upTo ?? record.session.started)?.description ?? "1970-01-01T00:00:00.000Z")),
      "resources": [
    \(tables.map { resource($0, among: tables) }.joined(separator: ",\n"))
      ]
    }

    """
  }

  private static func resource(_ table: Table, among tables: [Table]) -> String {
    let fields = table.columns.map { "          \(field($0, isKey: table.key.contains($0.name)))" }
    let key = table.key.map { JSONWriting.quoted($0) }.joined(separator: ", ")
    let references = table.columns.compactMap { reference($0, in: table) }
    return """
          {
            "name": \(JSONWriting.quoted(table.name)),
            "path": \(JSONWriting.quoted("tables/\(table.name).csv")),
            "profile": "tabular-data-resource",
            "description": \(JSONWriting.quoted(table.about)),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
              "missingValues": [""],
              "fields": [
      \(fields.joined(separator: ",\n"))
              ]\(key.isEmpty ? "" : ",\n        \"primaryKey\": [\(key)]")\
      \(references.isEmpty ? "" : ",\n        \"foreignKeys\": [\n\(references.joined(separator: ",\n"))\n        ]")
            }
          }
      """
  }

  private static func field(_ column: ColumnFacts, isKey: Bool) -> String {
    var parts = [
      "\"name\": \(JSONWriting.quoted(column.name))", "\"type\": \"\(column.kind.rawValue)\"",
      "\"description\": \(JSONWriting.quoted(column.about))",
    ]
    if column.kind == .datetime { parts.append("\"format\": \"%Y-%m-%dT%H:%M:%S.%fZ\"") }
    if let unit = column.unit { parts.append("\"unit\": \(JSONWriting.quoted(unit.rawValue))") }
    var constraints: [String] = []
    if isKey { constraints.append("\"required\": true") }
    if !column.words.isEmpty {
      constraints.append("\"enum\": [\(column.words.map { JSONWriting.quoted($0) }.joined(separator: ", "))]")
    }
    if !constraints.isEmpty { parts.append("\"constraints\": { \(constraints.joined(separator: ", ")) }") }
    return "{ " + parts.joined(separator: ", ") + " }"
  }

  /// Within a table its own name is left out, as the standard has it.
  private static func reference(_ column: ColumnFacts, in table: Table) -> String? {
    column.reference.map { target in
      let resource = target.table == table.name ? "" : target.table
      return """
                  { "fields": \(JSONWriting.quoted(column.name)), "reference": { "resource": \
        \(JSONWriting.quoted(resource)), "fields": \(JSONWriting.quoted(target.column)) } }
        """
    }
  }
}
