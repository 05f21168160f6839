package import SessionEngine

/// Follows a session while another program leads it: reads what is new in its journal, without a lock and without
/// writing anything.
///
/// ```swift
/// var follower = try SessionFollower(folder)
/// if try follower.catchUp() { show(follower.state) }
/// ```
package struct SessionFollower: ~Copyable {
  private let folder: SessionFolder
  private var blocks: JournalBlocks
  private var building: Building
  private var length = 0

  /// Reads nothing yet.
  package init(_ folder: SessionFolder) throws(SessionStoreError) {
    self.folder = folder
    (blocks, building) = try Self.begin(folder)
  }

  package var state: SessionState { building.state }

  /// Takes in what was written since; whether there was anything.
  ///
  /// A journal that became shorter, as when a torn tail is cut off, is read anew from its beginning.
  package mutating func catchUp() throws(SessionStoreError) -> Bool {
    let size = try Self.reading { () throws(FileFailure) in try folder.files.status(folder.journalPath)?.length ?? 0 }
    guard size != length else { return false }
    if size < length {
      (blocks, building) = try Self.begin(folder)
      length = 0
    }
    let before = building.state.sequence
    while true {
      let block = try Self.reading { () throws(FileFailure) in try blocks.next() }
      guard let block else { break }
      building.take(DecodedBlock(block, building.standIns))
    }
    length = size
    if let error = building.unreadable { throw error }
    return building.state.sequence != before
  }

  private static func begin(_ folder: SessionFolder) throws(SessionStoreError) -> (JournalBlocks, Building) {
    let standIns = try StandIns.read(folder.journalPath, in: folder.files)
    let file = try reading { () throws(FileFailure) in try folder.files.open(folder.journalPath, for: .reading) }
    return (JournalBlocks(file), Building(standIns))
  }

  private static func reading<Value>(_ work: () throws(FileFailure) -> Value) throws(SessionStoreError) -> Value {
    do throws(FileFailure) { return try work() } catch { throw SessionStoreError(error, doing: "reading the journal") }
  }
}
