internal import GRDB
package import SessionStore

/// What a refresh found.
package struct ArchiveRefresh: Sendable, Hashable {
  /// Sessions that were read, because they were new or had changed.
  package var read = 0
  package var removed = 0

  package init(read: Int = 0, removed: Int = 0) {
    self.read = read
    self.removed = removed
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
    let (changed, gone) = try await differences()
    var done = ArchiveRefresh(removed: gone.count)
    if !gone.isEmpty {
      try writing { db in for session in gone { try IndexRows.forget(session, in: db) } }
    }
    for start in stride(from: 0, to: changed.count, by: Self.portion) {
      let readings = await Self.read(Array(changed[start..<min(start + Self.portion, changed.count)]), rebuilding)
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

  // MARK: Steps

  private struct Reading: Sendable {
    var archived: ArchivedFolder
    var result: Result<SessionExcerpt, ExcerptTrouble>
  }

  /// Sessions to be read, and the numbers of those that are no longer there.
  private func differences() async throws(ArchiveError) -> (changed: [ArchivedFolder], gone: [Int64]) {
    async let signatures = Result { () throws(ArchiveError) in try knownSignatures() }
    let folders = try await folders()
    var known = try await signatures.get()
    let changed = folders.filter { known.removeValue(forKey: $0.name)?.signature != $0.signature }
    // By name the oldest come first, so that what is found can be given out newest first by its number.
    return (changed, known.values.map(\.session).sorted())
  }

  /// So many folders are looked at in one go.
  private static let glance = 1_000

  /// Every session as it stands on the shelf, in the order of names; on all cores, since it is the system that takes long.
  private func folders() async throws(ArchiveError) -> [ArchivedFolder] {
    let shelf = shelf
    do throws(SessionStoreError) {
      let names = try shelf.names()
      let parts = await withTaskGroup(of: (Int, Result<[ArchivedFolder], SessionStoreError>).self) { group in
        for start in stride(from: 0, to: names.count, by: Self.glance) {
          let some = names[start..<min(start + Self.glance, names.count)]
          group.addTask { (start, Self.look(at: some, on: shelf)) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      var folders: [ArchivedFolder] = []
      for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) { folders += try part.get() }
      return folders
    } catch {
      throw ArchiveError(error)
    }
  }

  private static func look(
    at names: ArraySlice<String>, on shelf: SessionShelf
  ) -> Result<[ArchivedFolder], SessionStoreError> {
    Result { () throws(SessionStoreError) in
      var folders: [ArchivedFolder] = []
      for name in names { if let entry = try shelf.entry(named: name) { folders.append(try ArchivedFolder(entry)) } }
      return folders
    }
  }

  private func knownSignatures() throws(ArchiveError) -> [String: (session: Int64, signature: ArchivedFolder.Signature)]
  {
    try reading { db in
      var known: [String: (session: Int64, signature: ArchivedFolder.Signature)] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT folder, id, journalLength, journalModified, recordLength, recordModified FROM sessions")
      while let row = try rows.next() {
        known[row[0]] = (
          row[1],
          ArchivedFolder.Signature(
            journalLength: row[2], journalModified: row[3], recordLength: row[4], recordModified: row[5])
        )
      }
      return known
    }
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
      for reading in readings {
        let rows = try IndexRows.replacing(reading.archived, in: db)
        switch reading.result {
        case .success(let excerpt): try rows.write(excerpt)
        case .failure(let trouble): try rows.write(trouble)
        }
      }
    }
  }
}
