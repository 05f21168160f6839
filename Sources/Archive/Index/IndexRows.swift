internal import GRDB
internal import Outcomes
internal import SessionStore

/// Writes what the index keeps of one session, in the place of what it kept before.
struct IndexRows {
  let db: Database
  let folding: WordFolding
  /// The session's number in the index.
  let session: Int64

  /// Puts a session's row in, known by its folder's name, and forgets all that hung on it.
  static func replacing(
    _ archived: ArchivedFolder, _ folding: WordFolding, in db: Database
  ) throws -> IndexRows {
    let name = archived.name
    if let known = try Int64.fetchOne(db, sql: "SELECT id FROM sessions WHERE folder = ?", arguments: [name]) {
      try forget(known, in: db)
    }
    let signature = archived.signature
    try db.cachedStatement(
      sql: """
        INSERT INTO sessions (folder, journalLength, journalModified, recordLength, recordModified, identity, date)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      name, signature.journal?.length, signature.journal?.modified, signature.record?.length,
      signature.record?.modified,
      archived.folder.identity?.description, archived.day,
    ])
    return IndexRows(db: db, folding: folding, session: db.lastInsertedRowID)
  }

  static func forget(_ session: Int64, in db: Database) throws {
    let (first, end) = (session * IndexSchema.textsPerSession, (session + 1) * IndexSchema.textsPerSession)
    try db.cachedStatement(sql: "DELETE FROM texts WHERE rowid >= ? AND rowid < ?").execute(arguments: [first, end])
    for table in IndexSchema.dependent {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE session = ?").execute(arguments: [session])
    }
    try db.cachedStatement(sql: "DELETE FROM sessions WHERE id = ?").execute(arguments: [session])
  }

  func write(_ journal: JournalCondition) throws {
    try db.cachedStatement(sql: "UPDATE sessions SET journal = ? WHERE id = ?")
      .execute(arguments: [journal.rawValue, session])
  }

  func write(_ trouble: ExcerptTrouble) throws {
    try db.cachedStatement(sql: "UPDATE sessions SET trouble = ? WHERE id = ?")
      .execute(arguments: [trouble.rawValue, session])
  }

  func write(_ excerpt: SessionExcerpt) throws {
    try writeHead(excerpt)
    try writeLabels(excerpt)
    try writeVerdicts(excerpt)
    try writeActions(excerpt.actions)
    try writeTakes(excerpt.timing.takes)
    try writeDeviations(excerpt)
    try writeOutcomes(excerpt)
    try writeTexts(excerpt)
  }

  private func writeHead(_ excerpt: SessionExcerpt) throws {
    let (method, head, fidelity) = (excerpt.method, excerpt.session, excerpt.fidelity)
    let day = head.started.map { String($0.description.prefix(10)) }
    let actions = excerpt.actions.filter(\.stands)
    // Rehearsals of earlier versions all have the same id where they began with the same method.
    let record = head.id.map { head.rehearsal ? "\($0) \(head.upTo?.description ?? "")" : $0 }
    try db.cachedStatement(
      sql: """
        UPDATE sessions SET date = CASE date WHEN '' THEN coalesce(?, '') ELSE date END, record = ?, status = ?, rehearsal = ?,
          method = ?, version = ?, variantOf = ?, hash = ?, title = ?, site = ?, siteFolded = ?, language = ?, people = ?,
          verdict = ?, stepsDone = ?, stepsPutUp = ?, changes = ?, planned = ?, used = ?, actions = ?, openActions = ?
          WHERE id = ?
        """
    ).execute(arguments: [
      day, record, head.status.rawValue, head.rehearsal, method.id, method.version, method.variantOf, method.hash,
      method.title,
      head.site, try folding(head.site), head.language, excerpt.people, excerpt.verdict, fidelity.done, fidelity.putUp,
      excerpt.changes, excerpt.timing.planned, excerpt.timing.running, actions.count, actions.count(where: \.isOpen),
      session,
    ])
  }

  private func writeLabels(_ excerpt: SessionExcerpt) throws {
    let labels = excerpt.method.pillars.map { ("pillar", $0) } + excerpt.session.tags.map { ("tag", $0) }
    for (kind, value) in labels { try insert(into: "labels", [session, kind, value, try folding(value)]) }
  }

  private func writeActions(_ actions: [ActionRecord]) throws {
    for (position, action) in actions.enumerated() where action.stands {
      try insert(
        into: "actions",
        [
          session, position, action.id, action.text, action.owner, try folding(action.owner), action.due,
          action.measure,
          action.isOpen,
        ])
    }
  }

  private func writeTakes(_ takes: [SessionExcerpt.Take]) throws {
    for (position, take) in takes.enumerated() {
      try insert(
        into: "takes",
        [
          session, position, take.place.step, take.place.path, take.place.title, take.kind, take.status, take.counts,
          take.planned, take.used, take.skipReason,
        ])
    }
  }

  private func writeDeviations(_ excerpt: SessionExcerpt) throws {
    let steps = Dictionary(
      excerpt.timing.takes.map { ($0.place.take, $0.place.step) }, uniquingKeysWith: { first, _ in first })
    for (position, deviation) in excerpt.deviations.enumerated() {
      try insert(
        into: "deviations",
        [
          session, position, deviation.kind, deviation.take.flatMap { steps[$0] }, deviation.subject, deviation.seconds,
          deviation.reason,
        ])
    }
  }

  /// A row with a value for each column of the table.
  func insert(into table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO \(table) VALUES (\(places))")
      .execute(arguments: StatementArguments(values))
  }
}
