internal import GRDB

/// The `WHERE` of a query, with what its places hold.
struct Selecting {
  private(set) var conditions: [String] = []
  private(set) var arguments: [any DatabaseValueConvertible] = []

  /// `TRUE` when nothing is asked.
  var sql: String { conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ") }

  init(_ query: ArchiveQuery) {
    if !query.withRehearsals { conditions.append("rehearsal = 0") }
    if let method = query.method {
      add("(method = ? OR variantOf = ? OR variantOf LIKE ?)", method, method, "\(method) %")
    }
    if let from = query.from { add("date >= ?", from) }
    // A month or year ends after its last day: `2026-11` before `2026-11~`.
    if let to = query.to { add("date <= ?", to + "~") }
    if let site = query.site { add(#"site LIKE ? ESCAPE '\'"#, ArchiveQuery.pattern(site)) }
    if let tag = query.tag { addLabel("tag", tag) }
    if let pillar = query.pillar { addLabel("pillar", pillar) }
    if let verdict = query.verdict {
      add(
        """
        (verdict = ? COLLATE NOCASE OR EXISTS (
          SELECT 1 FROM verdicts WHERE session = sessions.id AND counts AND result = ? COLLATE NOCASE))
        """, verdict, verdict)
    }
    if let owner = query.owner {
      add(
        #"EXISTS (SELECT 1 FROM actions WHERE session = sessions.id AND isOpen AND owner LIKE ? ESCAPE '\')"#,
        ArchiveQuery.pattern(owner))
    }
    if let search = query.search {
      if let expression = ArchiveQuery.expression(search) {
        add(
          "id IN (SELECT DISTINCT rowid / \(IndexSchema.textsPerSession) FROM texts WHERE texts MATCH ?)", expression)
      } else {
        conditions.append("FALSE")
      }
    }
  }

  private mutating func addLabel(_ kind: String, _ value: String) {
    add(
      "EXISTS (SELECT 1 FROM labels WHERE session = sessions.id AND kind = ? AND value = ? COLLATE NOCASE)", kind, value
    )
  }

  private mutating func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
    conditions.append(condition)
    arguments += values
  }
}
