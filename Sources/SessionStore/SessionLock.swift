package import SessionEngine

/// Who steers a session: told to a second window that would like to.
package struct LockHolder: Sendable, Hashable {
  /// The number of the process.
  package var process: Int32
  package var since: WallTime

  package init(process: Int32, since: WallTime) {
    self.process = process
    self.since = since
  }

  fileprivate init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let process = Int32(words[0]), let since = WallTime(iso8601: String(words[1])) else {
      return nil
    }
    self.init(process: process, since: since)
  }

  fileprivate var text: String { "\(process) \(since.iso8601)\n" }
}

/// The right to write a session, held until this value goes; the system takes it back even from a killed process.
package struct SessionLock: ~Copyable, Sendable {
  private let file: any OpenFile

  /// Takes the lock of a session folder, or says who holds it.
  package static func take(
    _ folder: SessionFolder, as holder: LockHolder
  ) throws(SessionStoreError) -> SessionLock {
    let path = folder.path(of: SessionFolder.Name.lock)
    do throws(FileFailure) {
      let file = try folder.files.open(path, for: .locking)
      guard try file.tryLock() else { throw FileFailure(.lock, .exists, path) }
      // For the message only, so it need not be durable. The file stays for ever: removing it would let two in.
      try file.truncate(to: 0)
      try file.writeAll(Array(holder.text.utf8))
      return SessionLock(file: file)
    } catch {
      throw refusal(error, path, in: folder.files)
    }
  }

  private static func refusal(_ failure: FileFailure, _ path: String, in files: any FileLayer) -> SessionStoreError {
    guard failure.operation == .lock, failure.reason == .exists else {
      return SessionStoreError(failure, doing: "locking the session")
    }
    let holder = (try? files.read(path)).flatMap { LockHolder(String(decoding: $0, as: UTF8.self)) }
    let whose = holder.map { " (process \($0.process), since \($0.since.iso8601))" } ?? ""
    return SessionStoreError(
      .locked, "this session is open in another window\(whose)",
      remedy: "go on there, or leave it there with /quit and try again", exit: .busy, cause: failure)
  }
}
