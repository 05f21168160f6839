internal import GRDB

extension ArchiveIndex {
  /// The sessions that are meant, the newest first.
  package func sessions(_ query: ArchiveQuery, limit: Int? = nil) throws(ArchiveError) -> [SessionCard] {
    let selecting = Selecting(query)
    return try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(SessionCard.columns) FROM sessions WHERE \(selecting.sql)
          ORDER BY date DESC, folder DESC LIMIT \(limit ?? -1)
          """, arguments: StatementArguments(selecting.arguments))
      return try rows.map { row in
        let labels = try Row.fetchAll(
          db.cachedStatement(sql: "SELECT kind, value FROM labels WHERE session = ? ORDER BY kind, value"),
          arguments: [row["id"] as Int64])
        return SessionCard(row, labels: labels.map { (kind: $0[0], value: $0[1]) })
      }
    }
  }

  /// How many sessions are meant.
  package func count(_ query: ArchiveQuery) throws(ArchiveError) -> Int {
    let selecting = Selecting(query)
    return try reading { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sessions WHERE \(selecting.sql)",
        arguments: StatementArguments(selecting.arguments)) ?? 0
    }
  }

  /// The texts in which the words searched for stand, those of newer sessions first; empty without words.
  package func hits(_ query: ArchiveQuery, limit: Int) throws(ArchiveError) -> [TextHit] {
    guard let expression = query.search.flatMap({ ArchiveQuery.expression($0) }) else { return [] }
    let selecting = Selecting(query.withoutSearch)
    return try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT folder, date, kind, place, snippet(texts, 0, '«', '»', '…', 16) AS excerpt
          FROM texts JOIN sessions ON sessions.id = texts.rowid / \(IndexSchema.textsPerSession)
          WHERE texts MATCH ? AND \(selecting.sql) ORDER BY texts.rowid DESC LIMIT \(limit)
          """, arguments: StatementArguments([expression] + selecting.arguments))
      var hits: [TextHit] = []
      while let row = try rows.next() {
        hits.append(
          TextHit(
            folder: row["folder"], date: row["date"], kind: TextHit.Kind(rawValue: row["kind"]) ?? .item,
            place: row["place"], excerpt: row["excerpt"]))
      }
      return hits
    }
  }

  /// Sessions that stand in the archive twice, by their names.
  package func doubles() throws(ArchiveError) -> [[String]] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT identity, folder FROM sessions WHERE identity IN (
            SELECT identity FROM sessions WHERE identity IS NOT NULL GROUP BY identity HAVING count(*) > 1)
          ORDER BY identity, folder
          """)
      return Dictionary(grouping: rows) { $0["identity"] as String }.values
        .map { $0.map { $0["folder"] as String } }.sorted { $0[0] < $1[0] }
    }
  }
}

extension ArchiveQuery {
  fileprivate var withoutSearch: ArchiveQuery {
    var query = self
    query.search = nil
    return query
  }
}
