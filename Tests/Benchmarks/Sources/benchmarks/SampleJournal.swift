import SessionEngine
import SessionStore

/// A journal of a made-up session: whole and chained as a real one, with an entry for each item and made-up words in it.
enum SampleJournal {
  static func write(_ path: String, session: Int, entries: Int) throws {
    var writer = try JournalWriter.begin(path, in: UnsynchronizedFiles(), durability: .atTheEnd)
    var words = Words(seed: UInt64(session))
    let commands = (1...entries).map { number in
      JournalCommand(
        id: "c-\(number)", digest: String(repeating: "0", count: 32), actor: "p1", elapsed: number,
        wall: SampleSession.wall,
        events: [
          .init(
            type: "contributed", version: 1, body: Array(#"{"id":"e-\#(number)","text":"\#(words.sentence())"}"#.utf8),
            salt: JournalSalt(UInt64(session), UInt64(number)))
        ])
    }
    _ = try writer.append(commands)
  }
}

/// The real disk without waiting for it: of ten thousand folders nobody minds if a power cut takes them.
private struct UnsynchronizedFiles: FileLayer {
  private let files = SystemFiles()

  func synchronizeFolder(_ path: String) {}

  func open(_ path: String, for purpose: FilePurpose) throws(FileFailure) -> any OpenFile {
    try files.open(path, for: purpose)
  }
  func rename(_ source: String, to target: String) throws(FileFailure) { try files.rename(source, to: target) }
  func remove(_ path: String) throws(FileFailure) { try files.remove(path) }
  func makeFolder(_ path: String) throws(FileFailure) { try files.makeFolder(path) }
  func list(_ path: String) throws(FileFailure) -> [String] { try files.list(path) }
  func status(_ path: String) throws(FileFailure) -> FileStatus? { try files.status(path) }
}
