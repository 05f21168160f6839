internal import GRDB

/// The `WHERE` of a query, with what its places hold.
struct Selecting {
  private(set) var conditions: [String] = []
  private(set) var arguments: [any DatabaseValueConvertible] = []
  private let folding: WordFolding

  /// `TRUE` when nothing is asked.
  var sql: String { conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ") }

  init(_ query: ArchiveQuery, in db: Database) throws {
    folding = try WordFolding(db)
    if !query.withRehearsals { conditions.append("rehearsal = 0") }
    if let method = query.method {
      // A variant of a variant names the whole line: `middle 1.0.0, base 2.1`.
      add("(method = ? OR instr(', ' || variantOf || ' ', ?) > 0)", method, ", \(method) ")
    }
    if let from = query.from { add("date >= ?", from) }
    // A month or year ends after its last day: `2026-11` before `2026-11~`.
    if let to = query.to { add("date <= ?", to + "~") }
    if let site = query.site { try addNamed("instr(siteFolded, ?)", site) }
    if let tag = query.tag { try addLabel("tag", tag) }
    if let pillar = query.pillar { try addLabel("pillar", pillar) }
    if let verdict = query.verdict {
      add(
        """
        (verdict = ? COLLATE NOCASE OR EXISTS (
          SELECT 1 FROM verdicts WHERE session = sessions.id AND counts AND result = ? COLLATE NOCASE))
        """, verdict, verdict)
    }
    if let owner = query.owner {
      try addNamed(
        "EXISTS (SELECT 1 FROM actions WHERE session = sessions.id AND isOpen AND instr(ownerFolded, ?))", owner)
    }
    if let search = query.search { addSearch(search) }
  }

  private mutating func addSearch(_ search: String) {
    guard let expression = ArchiveQuery.expression(search) else { return conditions.append("FALSE") }
    add("id IN (SELECT rowid / \(IndexSchema.textsPerSession) FROM texts WHERE texts MATCH ?)", expression)
  }

  private mutating func addLabel(_ kind: String, _ value: String) throws {
    add(
      "EXISTS (SELECT 1 FROM labels WHERE session = sessions.id AND kind = ? AND folded = ?)", kind, try folding(value))
  }

  /// A condition on words as they are folded; nothing has a name without words.
  private mutating func addNamed(_ condition: String, _ name: String) throws {
    let folded = try folding(name)
    if folded.isEmpty { conditions.append("FALSE") } else { add(condition, folded) }
  }

  private mutating func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
    conditions.append(condition)
    arguments += values
  }
}
