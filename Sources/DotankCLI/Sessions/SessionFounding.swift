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
    let own = PinnedMethod.File(name: FilePath.name(of: loaded.source.name), bytes: loaded.source.bytes)
    let used = loaded.used.map { PinnedMethod.File(name: $0.pinnedName, bytes: $0.source.bytes) }
    let pinned = PinnedMethod(files: [own] + used)
    var start = start
    if case .start(var content) = start.body {
      content.methodHash = pinned.hash
      content.usedHashes =
        loaded.used.isEmpty
        ? nil
        : Dictionary(
          zip(loaded.used, used).map { ($0.chain.joined(separator: "/"), $1.hash) },
          uniquingKeysWith: { first, _ in first })
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
    let files = await view { [folder] in SessionFiles.made(of: $0, engine, in: folder) }
    do throws(SessionStoreError) { try folder.write(record: files) } catch {
      throw .filesNotMade(error, of: folder)
    }
  }
}
