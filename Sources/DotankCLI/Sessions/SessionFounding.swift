import Diagnostics
import MethodLoading
import MethodModel
import Outcomes
import SessionEngine
import SessionStore

/// What a new session is made of: its method, the command that starts it, and where its folder goes.
struct SessionFounding {
  let loaded: LoadedMethod
  let engine: SessionEngine
  /// The folder in which session folders live.
  let sessions: String
  /// The date in the folder's name, as `2026-11-21`.
  let day: String
  let site: String?
  var durability = JournalWriter.Durability.beforeAcknowledging

  /// Makes the folder with the method's own bytes and the journal with the start in it.
  ///
  /// Nothing is written when the engine refuses the start. `random` salts the stored words.
  func host(
    startedBy start: Command, random: any RandomNumberGenerator & Sendable, _ world: World
  ) async throws(Failure) -> SessionHost {
    let pinned = PinnedMethod(
      files: [.init(name: FilePath.name(of: loaded.source.name), bytes: loaded.source.bytes)])
    var start = start
    if case .start(var content) = start.body {
      content.methodHash = pinned.hash
      start.body = .start(content)
    }
    do throws(Rejection) { _ = try engine.decide(start, SessionState()) } catch {
      throw Failure(error.message, code: Exit.usage)
    }
    let folder: SessionFolder
    do throws(SessionStoreError) {
      folder = try SessionFolder.create(in: sessions, day: day, method: loaded.method.id, site: site)
      try folder.pin(pinned)
    } catch {
      throw Failure(error)
    }
    do throws(SessionHost.Refusal) {
      return try await SessionHost.begin(
        folder, with: start, deciding: engine.decide, as: LockHolder(process: world.process, since: world.now()),
        random: random, durability: durability)
    } catch {
      throw Failure(error)
    }
  }
}

extension SessionHost {
  /// Writes every file of the record anew from what the journal holds.
  nonisolated func writeRecord(_ engine: SessionEngine) async throws(Failure) {
    let files = await view { RecordFiles.all(Record.make(from: $0, engine: engine)) }
    do throws(SessionStoreError) {
      for file in files { try folder.write(file.bytes, to: file.path) }
    } catch {
      throw Failure(error)
    }
  }
}
