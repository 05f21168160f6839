internal import GRDB

extension ArchiveIndex {
  /// The newest of the sessions that are meant, and how many there are in all.
  package struct Page: Sendable {
    package var cards: [SessionCard] = []
    package var total = 0
  }

  /// The sessions that are meant, the newest first.
  package func sessions(_ query: ArchiveQuery, limit: Int? = nil) throws(ArchiveError) -> [SessionCard] {
    try page(query, limit: limit).cards
  }

  /// How many sessions are meant.
  package func count(_ query: ArchiveQuery) throws(ArchiveError) -> Int {
    try reading { db in
      let selecting = try Selecting(query, in: db)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sessions WHERE \(selecting.sql)",
        arguments: StatementArguments(selecting.arguments)) ?? 0
    }
  }

  /// What is meant is looked for once, also where only some of it is wanted.
  package func page(_ query: ArchiveQuery, limit: Int?) throws(ArchiveError) -> Page {
    try reading { db in
      let selecting = try Selecting(query, in: db)
      // One after another: a row that is kept finds its columns far more slowly.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(SessionCard.columns), total
          FROM (
            SELECT id AS chosen, count(*) OVER () AS total FROM sessions WHERE \(selecting.sql)
            ORDER BY date DESC, folder DESC LIMIT \(limit ?? -1)
          ) JOIN sessions ON sessions.id = chosen
          ORDER BY date DESC, folder DESC
          """, arguments: StatementArguments(selecting.arguments))
      var page = Page()
      var sessions: [Int64] = []
      while let row = try rows.next() {
        page.cards.append(try SessionCard(row))
        page.total = try row.decode(forColumn: "total")
        sessions.append(try row.decode(forColumn: "id"))
      }
      if sessions.isEmpty { try Self.checkSessions(in: db) }
      let labels = try Self.labels(of: sessions, in: db)
      for (place, session) in sessions.enumerated() { page.cards[place].take(labels[session] ?? []) }
      return page
    }
  }

  /// Before it is said that there is nothing: a damaged table may look empty. It has a line a session, so this is quick.
  private static func checkSessions(in db: Database) throws {
    let found = try String.fetchOne(db, sql: "PRAGMA quick_check('sessions')")
    if let found, found != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: found) }
  }

  /// Of few sessions, or of all.
  private static func labels(of sessions: [Int64], in db: Database) throws -> [Int64: [SessionCard.Label]] {
    let some = sessions.count > 500 ? "TRUE" : "session IN (\(sessions.map { "\($0)" }.joined(separator: ", ")))"
    var labels: [Int64: [SessionCard.Label]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT session, kind, value FROM labels WHERE \(some) ORDER BY session, kind, value")
    while let row = try rows.next() {
      labels[try row.decode(atIndex: 0), default: []].append(
        (kind: try row.decode(atIndex: 1), value: try row.decode(atIndex: 2)))
    }
    return labels
  }

  /// The texts in which the words searched for stand, those of newer sessions first; empty without words.
  package func hits(_ query: ArchiveQuery, limit: Int) throws(ArchiveError) -> [TextHit] {
    guard let expression = query.search.flatMap({ ArchiveQuery.expression($0) }) else { return [] }
    return try reading { db in
      let selecting = try Selecting(query.withoutSearch, in: db)
      // The join's order is given: by its rows the table of texts answers the newest first, and stops early.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT folder, date, kind, place, snippet(texts, 0, '«', '»', '…', 16) AS excerpt
          FROM texts CROSS JOIN sessions ON sessions.id = texts.rowid / \(IndexSchema.textsPerSession)
          WHERE texts MATCH ? AND \(selecting.sql) ORDER BY texts.rowid DESC LIMIT \(limit)
          """, arguments: StatementArguments([expression] + selecting.arguments))
      return try Array(rows.map { try TextHit($0) })
    }
  }

  /// Sessions that stand in the archive twice, by their names.
  package func doubles() throws(ArchiveError) -> [[String]] {
    try reading { db in
      // A record without its journal is known by what it says it is, and so is the session that it is a copy of.
      let records = try Self.groups(
        """
        SELECT DISTINCT other.record, other.folder
        FROM sessions AS one INDEXED BY sessionsWithoutJournal CROSS JOIN sessions AS other ON other.record = one.record
        WHERE one.journal = 'absent' ORDER BY other.record, other.folder
        """, in: db
      ).filter { $0.count > 1 }
      let copies = try Self.groups(
        """
        SELECT identity, folder FROM sessions WHERE identity IN (
          SELECT identity FROM sessions WHERE identity IS NOT NULL GROUP BY identity HAVING count(*) > 1)
        ORDER BY identity, folder
        """, in: db
      ).filter { group in !records.contains { Set($0).isSuperset(of: group) } }
      return (records + copies).sorted { $0[0] < $1[0] }
    }
  }

  /// The second values of rows, those together whose first ones are the same.
  private static func groups(_ sql: String, in db: Database) throws -> [[String]] {
    let pairs = try Row.fetchAll(db, sql: sql).map { row -> (key: String, name: String) in
      (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
    }
    return Dictionary(grouping: pairs, by: \.key).values.map { $0.map(\.name) }
  }

  /// The methods that sessions were held with, and those that these are variants of, by id.
  package func methods() throws(ArchiveError) -> [String] {
    try reading { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT DISTINCT method, variantOf FROM sessions WHERE method IS NOT NULL ORDER BY method")
      let ids = rows.flatMap { row in
        [row[0] as String?].compactMap(\.self)
          + ((row[1] as String?) ?? "").split(separator: ", ").map { String($0.prefix { $0 != " " }) }
      }
      return Set(ids).sorted()
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
