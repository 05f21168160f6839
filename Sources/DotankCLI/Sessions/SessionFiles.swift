import MethodModel
import Outcomes
import Reports
import SessionEngine
import SessionStore

/// Every file that is made of a session: the one place that says which there are.
enum SessionFiles {
  static func made(of state: SessionState, _ engine: SessionEngine, in folder: SessionFolder) -> [RecordFiles.File] {
    let record = Record.make(from: state, engine: engine)
    return RecordFiles.all(record) + ReportFiles.all(record, showing: pictures(of: record, in: folder))
  }

  static func made(
    of state: SessionState, _ method: PinnedMethod, in folder: SessionFolder
  ) throws(SessionStoreError) -> [RecordFiles.File] {
    made(of: state, SessionEngine(try PinnedSource.method(method)), in: folder)
  }

  /// The photos that a page of this session holds itself; one that is not what was handed in is none.
  static func pictures(of record: Record, in folder: SessionFolder) -> Pictures {
    // Nobody took the photos of a rehearsal.
    if record.session.rehearsal { return .imagined }
    return Pictures(of: record) { file in
      switch folder.kept(file.path, digest: file.sha256, atMost: Pictures.largest) {
      case .whole(let bytes): .bytes(bytes)
      case .start(let bytes): .tooLarge(bytes)
      case .absent: .missing
      }
    }
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

  /// Refused when its journal is damaged, newer or cut off: what is made of a part would pass for the whole.
  static func whole(_ folder: SessionFolder) async throws(SessionStoreError) -> ReadSession {
    let session = try await asFarAsItGoes(folder)
    if let doubt = session.replay.doubt(in: folder) { throw doubt }
    return session
  }

  /// Also one whose journal lost its end; refused when it is damaged, newer or empty.
  static func asFarAsItGoes(_ folder: SessionFolder) async throws(SessionStoreError) -> ReadSession {
    let session = ReadSession(
      folder: folder, engine: SessionEngine(try PinnedSource.method(of: folder)),
      replay: try await SessionReplay.of(folder))
    let isEmpty = session.replay.state.sequence == 0
    if let refusal = isEmpty ? session.replay.doubt(in: folder) : session.replay.refusal { throw refusal }
    return session
  }

  var record: Record { Record.make(from: replay.state, engine: engine) }
  var files: [RecordFiles.File] { SessionFiles.made(of: replay.state, engine, in: folder) }
}

extension SessionsOption {
  /// The session that somebody means: a path, a name, or the beginning of one.
  func session(_ typed: String, _ world: World) throws(Failure) -> SessionFolder {
    do throws(SessionStoreError) { return try SessionShelf(path(world)).session(typed) } catch { throw Failure(error) }
  }
}
