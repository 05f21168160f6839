internal import GRDB
package import SessionStore

/// What many sessions came to, kept in a database beside them so that questions are answered at once.
///
/// A cache: the folders are the truth, the file can be deleted at any time and is made anew from them. Several commands
/// may use it at once.
///
/// ```swift
/// let (cards, refresh) = try await ArchiveIndex.answer(of: SessionShelf("Sessions"), rebuilding: { _ in nil }) { index in
///   try index.sessions(ArchiveQuery(search: "homework"))
/// }
/// ```
package struct ArchiveIndex: Sendable {
  /// The file's name in the folder of the sessions.
  package static let fileName = ".archive.sqlite"

  let shelf: SessionShelf
  let path: String
  private let queue: DatabaseQueue

  /// Opens the index of a folder of sessions; one that is damaged or of another version is made anew.
  ///
  /// Where nothing may be written beside the sessions, the index is kept in memory for this once.
  package static func open(_ shelf: SessionShelf) throws(ArchiveError) -> ArchiveIndex {
    let path = FilePath.joined(shelf.path, fileName)
    if let queue = try? usable(at: path) { return ArchiveIndex(shelf: shelf, path: path, queue: queue) }
    remove(path)
    if let queue = try? usable(at: path) { return ArchiveIndex(shelf: shelf, path: path, queue: queue) }
    do {
      return ArchiveIndex(shelf: shelf, path: ":memory:", queue: try usable(at: ":memory:"))
    } catch {
      throw ArchiveError.index(error, at: path)
    }
  }

  /// Asks the index of a folder of sessions, brought up to date. One that turns out to be damaged is made anew, once.
  package static func answer<Answer>(
    of shelf: SessionShelf, rebuilding: @escaping Rebuilding,
    _ ask: (ArchiveIndex) throws(ArchiveError) -> Answer
  ) async throws(ArchiveError) -> (answer: Answer, refresh: ArchiveRefresh) {
    // The folders are looked at from the first moment on: that takes longest.
    async let glance = ShelfGlance.at(shelf)
    let index = try open(shelf)
    do throws(ArchiveError) {
      return try await index.answer(try index.early(ask), beside: await glance, rebuilding: rebuilding, ask)
    } catch {
      guard error.isDamage else { throw error }
      try? index.queue.close()
      remove(index.path)
      let fresh = try open(shelf)
      return try await fresh.answer(
        try fresh.early(ask), beside: await ShelfGlance.at(shelf), rebuilding: rebuilding, ask)
    }
  }

  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm"] { try? SystemFiles().remove(path + ending) }
  }

  private static func usable(at path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(20)
    if path != ":memory:" {
      // Made before the database is, readable by its owner only, as the sessions are: it holds names and words.
      _ = try? SystemFiles().open(path, for: .locking)
    }
    configuration.prepareDatabase { db in
      // A cache may lose its newest lines in a power cut, never its order; a page that makes no sense is said to. Read
      // where it lies in memory, so that no page is copied.
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA secure_delete = FAST; PRAGMA cache_size = -65536;
          PRAGMA cell_size_check = ON; PRAGMA mmap_size = 1073741824
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let version = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } ?? 0
    if version == IndexSchema.version { return queue }
    guard version == 0 else { throw DatabaseError(message: "of another version") }
    // The file remembers it. Asked for at each opening, it would be written to each time.
    if path != ":memory:" { try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = WAL") } }
    try queue.inTransaction(.immediate) { db in
      // Somebody else may have been quicker.
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 { try IndexSchema.create(in: db) }
      return .commit
    }
    return queue
  }

  func reading<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do { return try queue.read(work) } catch { throw ArchiveError.index(error, at: path) }
  }

  /// In one transaction that no other writer can come between.
  func writing(_ work: (Database) throws -> Void) throws(ArchiveError) {
    do {
      try queue.inTransaction(.immediate) { db in
        try work(db)
        return .commit
      }
    } catch {
      throw ArchiveError.index(error, at: path)
    }
  }
}
