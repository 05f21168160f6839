internal import GRDB
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
    let found = try await differences()
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
    do throws(SessionStoreError) {
      guard let entry = try folder.entry() else { return }
      archived = try ArchivedFolder(entry)
    } catch {
      throw ArchiveError(error)
    }
    try write([Reading(archived: archived, result: Self.excerpt(of: archived))])
  }

  // MARK: What differs

  /// What a look at some folders came to.
  private struct Differences: Sendable {
    var changed: [ArchivedFolder] = []
    /// Numbers of the sessions that are there.
    var seen: [Int64] = []
    /// Numbers of the sessions that are no longer there.
    var gone: [Int64] = []
    var leftOut: [ArchiveRefresh.LeftOut] = []
  }

  /// So many folders are looked at in one go.
  private static let glance = 500

  /// Sessions to be read, and those that are no longer there; on all cores, since it is the system that takes long.
  private func differences() async throws(ArchiveError) -> Differences {
    async let listed = Result { [shelf] () throws(SessionStoreError) in try shelf.names() }
    let known = try knownFolders()
    let names: [String]
    do throws(SessionStoreError) { names = try await listed.get() } catch { throw ArchiveError(error) }
    var found = await withTaskGroup(of: Differences.self) { [shelf] group in
      for start in stride(from: 0, to: names.count, by: Self.glance) {
        let some = names[start..<min(start + Self.glance, names.count)]
        group.addTask { Self.look(at: some, on: shelf, known) }
      }
      return await group.reduce(into: Differences()) { whole, part in
        whole.changed += part.changed
        whole.seen += part.seen
        whole.leftOut += part.leftOut
      }
    }
    if found.seen.count < known.count {
      found.gone = Set(known.values.map(\.session)).subtracting(found.seen).sorted()
    }
    // By name the oldest come first, so that what is found can be given out newest first by its number.
    found.changed.sort { $0.name < $1.name }
    found.leftOut.sort { $0.name < $1.name }
    return found
  }

  private static func look(
    at names: ArraySlice<String>, on shelf: SessionShelf, _ known: [String: KnownFolder]
  ) -> Differences {
    var found = Differences()
    for name in names {
      let before = known[name]
      do throws(SessionStoreError) {
        guard let entry = try shelf.entry(named: name) else { continue }
        if let before {
          found.seen.append(before.session)
          if before.holds(entry.journal) { continue }
        }
        let folder = try ArchivedFolder(entry)
        if folder.signature != before?.signature { found.changed.append(folder) }
      } catch {
        // One folder that may not be read hides none of the others.
        if let before, found.seen.last == before.session { found.seen.removeLast() }
        found.leftOut.append(.init(name: name, reason: error.cause?.reason.words ?? error.message))
      }
    }
    return found
  }

  private func knownFolders() throws(ArchiveError) -> [String: KnownFolder] {
    try reading { db in
      var known: [String: KnownFolder] = [:]
      known.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM sessions") ?? 0)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT folder, id, journalLength, journalModified, recordLength, recordModified, trouble IS NOT NULL
          FROM sessions
          """)
      while let row = try rows.next() {
        let signature = ArchivedFolder.Signature(
          journalLength: try row.decode(atIndex: 2), journalModified: try row.decode(atIndex: 3),
          recordLength: try row.decode(atIndex: 4), recordModified: try row.decode(atIndex: 5))
        known[try row.decode(atIndex: 0)] = KnownFolder(
          session: try row.decode(atIndex: 1), signature: signature, hadTrouble: try row.decode(atIndex: 6))
      }
      return known
    }
  }

  // MARK: Reading and writing

  private struct Reading: Sendable {
    var archived: ArchivedFolder
    var result: Result<SessionExcerpt, ExcerptTrouble>
  }

  private static func read(_ folders: [ArchivedFolder], _ rebuilding: @escaping Rebuilding) async -> [Reading] {
    await withTaskGroup(of: (Int, Reading).self) { group in
      for (place, folder) in folders.enumerated() {
        group.addTask {
          if folder.signature.isBehind, let bytes = await rebuilding(folder.folder) {
            return (place, Reading(archived: folder, result: excerpt(of: bytes)))
          }
          return (place, Reading(archived: folder, result: excerpt(of: folder)))
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
        switch reading.result {
        case .success(let excerpt): try rows.write(excerpt)
        case .failure(let trouble): try rows.write(trouble)
        }
      }
    }
  }
}
