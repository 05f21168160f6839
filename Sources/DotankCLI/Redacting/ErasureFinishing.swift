import SessionEngine
import SessionStore

/// Finishes an erasing: at once when it was begun, and at the next opening when a crash came in between.
enum ErasureFinishing {
  /// Makes the files of the session anew and takes the words out of its journal.
  static func finish(_ folder: SessionFolder, _ engine: SessionEngine, _ world: World) async throws(SessionStoreError) {
    let lock = try SessionLock.take(folder, as: LockHolder(process: world.process, since: world.now()))
    let replay = try await SessionReplay.of(folder)
    if let refusal = replay.refusal { throw refusal }
    try folder.finishErasing(
      lock, record: SessionFiles.made(of: replay.state, engine, in: folder),
      kept: engine.keptFiles(replay.state).map(\.file))
  }
}
