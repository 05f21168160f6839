import Archive
import Diagnostics
import Outcomes
import SessionEngine
import SessionStore

/// The archive of a folder of sessions, brought up to date.
enum Archives {
  /// Asks it something; folders that cannot be looked at are told and left out.
  static func ask<Answer>(
    _ path: String, _ world: World, _ ask: (ArchiveIndex) throws(ArchiveError) -> Answer
  ) async throws(Failure) -> Answer {
    guard ((try? SystemFiles().status(path)) ?? nil)?.kind == .folder else {
      throw Failure(
        "there are no sessions in '\(path)'", remedy: "say with `--sessions DIR` where yours are", code: Exit.noInput)
    }
    do throws(ArchiveError) {
      let (answer, refresh) = try await ArchiveIndex.answer(
        of: SessionShelf(path), rebuilding: { await record(of: $0) }, ask)
      for left in refresh.leftOut.prefix(5) {
        world.writeError("dotank: \(left.name) was left out: \(left.reason)")
      }
      let more = refresh.leftOut.count - 5
      if more > 0 { world.writeError("dotank: and \(more) more were left out") }
      return answer
    } catch {
      throw Failure(error)
    }
  }

  /// Takes a session that was just written into the index beside it. What does not work now is made good when the archive
  /// is next asked.
  static func take(_ folder: SessionFolder) {
    let shelf = SessionShelf(FilePath.parent(of: folder.path))
    try? ArchiveIndex.open(shelf).take(folder)
  }

  /// The record of a session that has not written one since its journal went on.
  private static func record(of folder: SessionFolder) async -> [UInt8]? {
    do throws(SessionStoreError) {
      let session = try await ReadSession.whole(folder)
      return RecordFiles.json(Record.make(from: session.replay.state, engine: session.engine))
    } catch {
      // A journal that lost its end tells less than what was made of it before.
      return error.code == .shorter ? try? folder.bytes(of: SessionFolder.Name.outcome) : nil
    }
  }
}

extension Failure {
  init(_ error: ArchiveError) {
    self.init(error.message, remedy: error.remedy, code: error.exit.rawValue)
  }
}

/// Why nothing in the archive is what was asked for, and what to type instead.
struct NothingFound {
  let message: String

  /// Looks for the reason that helps most: no sessions, none of that method, or only rehearsals.
  init(_ query: ArchiveQuery, in index: ArchiveIndex, of path: String) throws(ArchiveError) {
    guard try index.count(ArchiveQuery(withRehearsals: true)) > 0 else {
      message = "there are no sessions in \(path) yet"
      return
    }
    if let method = query.method, try index.count(ArchiveQuery(method: method, withRehearsals: true)) == 0 {
      let methods = try index.methods()
      let likely = nearest(to: method, in: methods) ?? methods.first { $0.contains(method) }
      let near = likely.map { "; did you mean \($0)?" }
      let all = methods.prefix(8).joined(separator: ", ") + (methods.count > 8 ? ", …" : "")
      message = "no session here was held with the method “\(method)”" + (near ?? "; there are \(all)")
      return
    }
    var wider = query
    wider.withRehearsals = true
    let rehearsals = query.withRehearsals ? 0 : try index.count(wider)
    switch rehearsals {
    case 0: message = "no session matches all of that; leave some of it out"
    case 1: message = "no session matches; one rehearsal does: add --rehearsals to see it"
    default: message = "no session matches; \(rehearsals) rehearsals do: add --rehearsals to see them"
    }
  }
}
