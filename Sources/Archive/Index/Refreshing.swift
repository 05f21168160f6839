internal import GRDB
internal import Outcomes
package import SessionStore

/// What a refresh found.
package struct ArchiveRefresh: Sendable, Hashable {
  /// A folder that could not be looked at, and why.
  package struct LeftOut: Sendable, Hashable {
    package var name: String
    package var reason: String
  }

  /// Sessions that were read, because they were new or had changed.
  package var read = 0
  package var removed = 0
  /// In the order of names.
  package var leftOut: [LeftOut] = []

  package init(read: Int = 0, removed: Int = 0, leftOut: [LeftOut] = []) {
    self.read = read
    self.removed = removed
    self.leftOut = leftOut
  }
}

extension ArchiveIndex {
  /// Makes the bytes of a record from a session's journal, where the written one is missing or behind; nil when it cannot.
  package typealias Rebuilding = @Sendable (SessionFolder) async -> [UInt8]?

  /// Sessions are read and written in portions of this many: what is in hand stays small.
  private static let portion = 256

  /// Brings the index up to what stands in the folders; only what changed is read.
  @discardableResult
  package func refresh(rebuilding: @escaping Rebuilding) async throws(ArchiveError) -> ArchiveRefresh {
    async let glance = ShelfGlance.at(shelf)
    let known = try knownFolders()
    return try await take(try Self.looked(await glance).differences(from: known), rebuilding)
  }

  /// What the index tells before anybody has seen whether it is up to date.
  struct Early<Answer> {
    fileprivate let known: [String: KnownFolder]
    fileprivate let answer: Result<Answer, ArchiveError>
  }

  /// Asks the index as it is, while the folders are still being looked at.
  func early<Answer>(_ ask: (ArchiveIndex) throws(ArchiveError) -> Answer) throws(ArchiveError) -> Early<Answer> {
    // Read first: whatever comes into the index after that can only make the answer newer.
    let known = try knownFolders()
    return Early(known: known, answer: Result { () throws(ArchiveError) in try ask(self) })
  }

  /// The answer, asked for anew where anything in the folders turns out to be otherwise than the index knew.
  func answer<Answer>(
    _ early: Early<Answer>, beside glance: Result<ShelfGlance, SessionStoreError>, rebuilding: @escaping Rebuilding,
    _ ask: (ArchiveIndex) throws(ArchiveError) -> Answer
  ) async throws(ArchiveError) -> (answer: Answer, refresh: ArchiveRefresh) {
    let found = try Self.looked(glance).differences(from: early.known)
    let refresh = try await take(found, rebuilding)
    return (found.isEmpty ? try early.answer.get() : try ask(self), refresh)
  }

  private static func looked(
    _ glance: Result<ShelfGlance, SessionStoreError>
  ) throws(ArchiveError) -> ShelfGlance {
    do throws(SessionStoreError) { return try glance.get() } catch { throw ArchiveError(error) }
  }

  private func take(
    _ found: FolderDifferences, _ rebuilding: @escaping Rebuilding
  ) async throws(ArchiveError) -> ArchiveRefresh {
    var done = ArchiveRefresh(removed: found.gone.count, leftOut: found.leftOut)
    if !found.gone.isEmpty {
      try writing { db in for session in found.gone { try IndexRows.forget(session, in: db) } }
    }
    for start in stride(from: 0, to: found.changed.count, by: Self.portion) {
      let some = Array(found.changed[start..<min(start + Self.portion, found.changed.count)])
      let readings = await Self.read(some, rebuilding)
      try write(readings)
      done.read += readings.count
    }
    return done
  }

  /// Takes in one session that has just been written.
  package func take(_ folder: SessionFolder) throws(ArchiveError) {
    let archived: ArchivedFolder
    do throws(FileFailure) {
      guard let found = try ArchivedFolder(folder, journal: try folder.files.status(folder.journalPath)) else { return }
      archived = found
    } catch {
      throw ArchiveError(SessionStoreError(error, doing: "looking at \(folder.name)"))
    }
    try write([Reading(of: archived, Self.excerpt(of: archived))])
  }

  private func knownFolders() throws(ArchiveError) -> [String: KnownFolder] {
    try reading { db in
      var known: [String: KnownFolder] = [:]
      known.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM sessions") ?? 0)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT folder, id, journalLength, journalModified, recordLength, recordModified, trouble IS NOT NULL
          FROM sessions INDEXED BY sessionsKnown
          """)
      while let row = try rows.next() {
        let signature = ArchivedFolder.Signature(
          journal: .init(length: row[2], modified: row[3]), record: .init(length: row[4], modified: row[5]))
        known[try row.decode(atIndex: 0)] = KnownFolder(
          session: try row.decode(atIndex: 1), signature: signature, hadTrouble: try row.decode(atIndex: 6))
      }
      return known
    }
  }

  // MARK: Reading and writing

  private struct Reading: Sendable {
    let archived: ArchivedFolder
    let result: Result<SessionExcerpt, ExcerptTrouble>
    /// Checked here, once for each change of it: a table of the sessions has no time for that.
    let journal: JournalCondition

    init(of archived: ArchivedFolder, _ result: Result<SessionExcerpt, ExcerptTrouble>) {
      (self.archived, self.result) = (archived, result)
      journal = archived.folder.journalCondition(recordedUpTo: (try? result.get())?.session.upTo)
    }
  }

  private static func read(_ folders: [ArchivedFolder], _ rebuilding: @escaping Rebuilding) async -> [Reading] {
    await withTaskGroup(of: (Int, Reading).self) { group in
      for (place, folder) in folders.enumerated() {
        group.addTask {
          if folder.signature.isBehind, let bytes = await rebuilding(folder.folder) {
            return (place, Reading(of: folder, excerpt(of: bytes)))
          }
          return (place, Reading(of: folder, excerpt(of: folder)))
        }
      }
      var readings: [(Int, Reading)] = []
      for await reading in group { readings.append(reading) }
      return readings.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func excerpt(of folder: ArchivedFolder) -> Result<SessionExcerpt, ExcerptTrouble> {
    Result { () throws(ExcerptTrouble) in try SessionExcerpt.read(try folder.record()) }
  }

  private static func excerpt(of bytes: [UInt8]) -> Result<SessionExcerpt, ExcerptTrouble> {
    Result { () throws(ExcerptTrouble) in try SessionExcerpt.read(bytes) }
  }

  private func write(_ readings: [Reading]) throws(ArchiveError) {
    try writing { db in
      let folding = try WordFolding(db)
      for reading in readings {
        let rows = try IndexRows.replacing(reading.archived, folding, in: db)
        try rows.write(reading.journal)
        switch reading.result {
        case .success(let excerpt): try rows.write(excerpt)
        case .failure(let trouble): try rows.write(trouble)
        }
      }
    }
  }
}
