import Archive
import Foundation
import Outcomes
import SessionStore

/// A folder of sessions under the temporary directory that goes with its owner.
///
/// The sessions are copies of a recorded one, each changed as a test needs it.
final class SampleArchive: Sendable {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory.appending(path: "dotank-archive-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var shelf: SessionShelf { SessionShelf(path) }
  var indexFile: String { "\(path)/\(ArchiveIndex.fileName)" }

  /// The index, brought up to date.
  func index() async throws -> ArchiveIndex {
    let index = try ArchiveIndex.open(shelf)
    try await index.refresh { _ in nil }
    return index
  }

  /// Adds a session; `identity` tells its journal from those of others.
  func add(_ name: String, identity: Int, _ change: (inout Record) -> Void = { _ in }) throws {
    var record = try Self.recorded()
    record.session.started = nil
    change(&record)
    try add(name, identity: identity, bytes: RecordFiles.json(record))
  }

  /// Adds a session with any bytes for its record; none at all when nil.
  func add(_ name: String, identity: Int, bytes: [UInt8]?) throws {
    let folder = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let hash = String(repeating: "0", count: 60) + String(1000 + identity)
    try Data(#"{"crc":"00000000","hash":"\#(hash)","spine":{}}\#n"#.utf8).write(
      to: folder.appending(path: "journal.jsonl"))
    if let bytes { try Data(bytes).write(to: folder.appending(path: "outcome.json")) }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  /// A session with private and shared ideas, a vote and two actions.
  static func recorded() throws -> Record {
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "OutcomesTests/Goldens/ideas/outcome.json")
    return try RecordFiles.record(fromJSON: Array(Data(contentsOf: golden)))
  }
}
