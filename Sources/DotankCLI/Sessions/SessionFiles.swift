import MethodModel
import Outcomes
import Reports
import SessionEngine
import SessionStore

/// Every file that is made of a session: the one place that says which there are.
enum SessionFiles {
  static func made(of state: SessionState, _ engine: SessionEngine) -> [RecordFiles.File] {
    let record = Record.make(from: state, engine: engine)
    return RecordFiles.all(record) + ReportFiles.all(record)
  }

  static func made(of state: SessionState, _ method: PinnedMethod) throws(SessionStoreError) -> [RecordFiles.File] {
    made(of: state, SessionEngine(try PinnedSource.method(method)))
  }
}

extension SessionFiles {
  /// The photos and documents that a session names.
  static func kept(by state: SessionState, _ method: PinnedMethod) throws(SessionStoreError) -> [FileReference] {
    SessionEngine(try PinnedSource.method(method)).keptFiles(state).map(\.file)
  }
}

/// A session that is read and not gone on with: its state from the journal, and the rules of its own method.
struct ReadSession {
  let folder: SessionFolder
  let engine: SessionEngine
  let replay: SessionReplay

  /// Refused when its journal is damaged or newer: what is made of a part would pass for the whole.
  static func whole(_ folder: SessionFolder) async throws(SessionStoreError) -> ReadSession {
    let session = ReadSession(
      folder: folder, engine: SessionEngine(try PinnedSource.method(of: folder)),
      replay: try await SessionReplay.of(folder))
    if let refusal = session.replay.refusal { throw refusal }
    guard session.replay.state.sequence > 0 else {
      throw SessionStoreError(
        .notASession, "the session in '\(folder.path)' never began", remedy: "start it anew with `dotank run`",
        exit: .noInput)
    }
    return session
  }

  var files: [RecordFiles.File] { SessionFiles.made(of: replay.state, engine) }
}

extension SessionsOption {
  /// The session that somebody means: a path, a name, or the beginning of one.
  func session(_ typed: String, _ world: World) throws(Failure) -> SessionFolder {
    do throws(SessionStoreError) { return try SessionShelf(path(world)).session(typed) } catch { throw Failure(error) }
  }
}
