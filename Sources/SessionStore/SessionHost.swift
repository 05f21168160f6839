package import SessionEngine
internal import Synchronization

/// The one writer of an open session: every command goes through it, and is acknowledged when it is on the disk.
///
///     let host = try await SessionHost.resume(folder, deciding: rules, as: holder, random: random)
///     let receipt = try await host.submit(command)
///
/// Commands that arrive while the disk is busy are decided together and share one write.
package actor SessionHost {
  /// What a command is decided by: the engine's `decide`.
  package typealias Deciding = @Sendable (Command, SessionState) throws(Rejection) -> [Event]

  /// Why a command was not taken.
  package enum Refusal: Error, Sendable {
    /// It may not be done now; nothing is wrong with the session.
    case rejected(Rejection)
    /// It could not be stored; the session is read-only from now on.
    case notStored(SessionStoreError)
  }

  package nonisolated let folder: SessionFolder
  /// What opening had to set aside.
  package nonisolated let setAside: JournalWriter.SetAside?
  /// The folder into which files were moved that tell of more than the journal; nil when none do.
  package nonisolated let recordSetAside: String?
  private let decide: Deciding
  /// Nil once the session was given back.
  private var lock: SessionLock?
  private var writer: JournalWriter
  /// What the fingerprints of commands are made with.
  private let fingerprintKey: String
  private var random: any RandomNumberGenerator & Sendable
  private var state: SessionState
  private var urn: UrnFile
  private nonisolated let mailbox = Mutex(Mailbox())
  private var answers: [Int: Result<Receipt?, Refusal>] = [:]
  private var watchers: [Int: AsyncStream<Int>.Continuation] = [:]
  private var lastWatcher = 0

  private init(
    _ folder: SessionFolder, _ decide: @escaping Deciding, _ lock: consuming SessionLock,
    _ writer: consuming JournalWriter, _ state: SessionState, _ urn: UrnFile,
    _ random: any RandomNumberGenerator & Sendable, key: String?, recordSetAside: String? = nil
  ) {
    self.recordSetAside = recordSetAside
    var random = random
    fingerprintKey = key ?? EventCoding.key(from: &random)
    self.urn = urn
    self.folder = folder
    self.decide = decide
    setAside = writer.setAside
    self.lock = .some(consume lock)
    self.writer = writer
    self.state = state
    self.random = random
  }

  /// Starts the journal of a new session with the command that starts it; `folder` holds the pinned method already.
  ///
  /// `random` salts the stored words: the system's source, or a seeded one in a rehearsal. A rehearsal may also do
  /// without waiting for the disk at each command, with `durability: .atTheEnd` and `synchronize` when it is over.
  package static func begin(
    _ folder: SessionFolder, with start: Command, deciding: @escaping Deciding, as holder: LockHolder,
    random: any RandomNumberGenerator & Sendable, durability: JournalWriter.Durability = .beforeAcknowledging
  ) async throws(Refusal) -> SessionHost {
    let host: SessionHost
    do throws(SessionStoreError) {
      let lock = try SessionLock.take(folder, as: holder)
      let writer = try JournalWriter.begin(folder.journalPath, in: folder.files, durability: durability)
      host = SessionHost(folder, deciding, lock, writer, SessionState(), UrnFile(in: folder), random, key: nil)
    } catch {
      throw .notStored(error)
    }
    _ = try await host.submit(start)
    return host
  }

  /// Goes on with a session: rebuilds it from its journal, after setting a torn end aside.
  ///
  /// Refused when somebody else has it open, and when it can only be looked at (`SessionReplay.of` still reads it then).
  package static func resume(
    _ folder: SessionFolder, deciding: @escaping Deciding, as holder: LockHolder,
    random: any RandomNumberGenerator & Sendable
  ) async throws(SessionStoreError) -> SessionHost {
    let lock = try SessionLock.take(folder, as: holder)
    let replay = try await SessionReplay.of(folder)
    if let refusal = replay.refusal { throw refusal }
    if replay.state.sequence == 0, let doubt = replay.doubt(in: folder) { throw doubt }
    if replay.isErasurePending { throw .erasurePending }
    let recordSetAside = try folder.setAsideRecord(aheadOf: replay.state)
    let writer = try JournalWriter.resume(replay.summary, at: folder.journalPath, in: folder.files)
    let urn = try UrnFile.opened(in: folder, replay.state)
    return SessionHost(
      folder, deciding, lock, writer, replay.state, urn, random, key: replay.fingerprintKey,
      recordSetAside: recordSetAside)
  }

  /// Has a command decided and stored; returns when its events are on the disk.
  ///
  /// The same command sent twice is stored once and gets the same receipt; nil when there was nothing to do, as when no
  /// time is up. The command's `digest` is filled in here.
  package nonisolated func submit(_ command: Command) async throws(Refusal) -> Receipt? {
    let ticket = mailbox.withLock { $0.put(command) }
    return try await answer(to: ticket).get()
  }

  /// Has commands decided and stored in a row with one write, up to the first that is refused; how many were taken.
  ///
  /// When the disk fails, none was taken.
  package func submit(inARow commands: [Command]) -> (taken: Int, refusal: Refusal?) {
    handleMail()
    let before = mark
    var decided: [Decided] = []
    var refusal: Refusal?
    for command in commands where refusal == nil {
      do throws(Refusal) { decided.append(try take(command)) } catch { refusal = error }
    }
    do throws(SessionStoreError) { try store(decided, since: before) } catch { return (0, .notStored(error)) }
    return (decided.count, refusal)
  }

  /// Gives the session back, so that another program may open it; nothing is taken from here on.
  package func close() { lock = nil }

  /// Looks at the state; what comes back should be a view of it, for a kept copy of the state makes the next event dear.
  package func view<Value: Sendable>(_ body: (SessionState) -> Value) -> Value { body(state) }

  /// Waits until everything is on the disk, where commands did not wait for it.
  package func synchronize() throws(SessionStoreError) { try writer.synchronize() }

  /// Why nothing is stored any more; nil while all is well.
  package var failure: SessionStoreError? { writer.failure }

  /// The hash of the newest entry: printed on the report, it shows later whether the journal's end was cut off.
  package var head: JournalHash { writer.head }

  /// The sequence number of the newest event, each time it changes; a slow reader misses some, never the newest.
  package func changes() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    lastWatcher += 1
    let number = lastWatcher
    watchers[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { [weak self] in await self?.forget(watcher: number) }
    }
    return stream
  }

  private func forget(watcher number: Int) { watchers[number] = nil }
}

/// Commands that wait for the host, each with the ticket that its answer goes to.
private struct Mailbox {
  private var last = 0
  private var waiting: [(ticket: Int, command: Command)] = []

  mutating func put(_ command: Command) -> Int {
    last += 1
    waiting.append((last, command))
    return last
  }

  mutating func empty() -> [(ticket: Int, command: Command)] {
    defer { waiting = [] }
    return waiting
  }
}

/// A command that was decided and waits for the disk.
private struct Decided {
  let receipt: Receipt?
  let stored: JournalCommand?
}

extension SessionHost {
  /// The first to come here handles everything that waits; those behind it find their answers.
  private func answer(to ticket: Int) -> Result<Receipt?, Refusal> {
    if answers[ticket] == nil { handleMail() }
    return answers.removeValue(forKey: ticket) ?? .failure(.rejected(Rejection(.notActive, "the command was lost")))
  }

  /// No suspension in here: nobody sees the state between its change and the disk's word for it.
  private func handleMail() {
    let before = mark
    var decided: [(ticket: Int, command: Decided)] = []
    for (ticket, command) in mailbox.withLock({ $0.empty() }) {
      do throws(Refusal) { decided.append((ticket, try take(command))) } catch { answers[ticket] = .failure(error) }
    }
    do throws(SessionStoreError) {
      try store(decided.map(\.command), since: before)
      for (ticket, command) in decided { answers[ticket] = .success(command.receipt) }
    } catch {
      for (ticket, _) in decided { answers[ticket] = .failure(.notStored(error)) }
    }
  }

  private var mark: (sequence: Int, redactions: Int) { (state.sequence, state.redactions.count) }

  /// Puts what was decided since a mark on the disk; after an error the state is again what the disk holds.
  private func store(
    _ decided: [Decided], since before: (sequence: Int, redactions: Int)
  ) throws(SessionStoreError) {
    do throws(SessionStoreError) {
      _ = try writer.append(decided.compactMap(\.stored))
      try urn.empty(state)
    } catch {
      if state.sequence != before.sequence { returnToDisk() }
      throw error
    }
    if state.redactions.count != before.redactions { returnToDisk() }
    if state.sequence != before.sequence { for watcher in watchers.values { watcher.yield(state.sequence) } }
  }

  /// Decides one command on the newest state, and lets the state follow.
  private func take(_ command: Command) throws(Refusal) -> Decided {
    if let failure = writer.failure { throw .notStored(failure) }
    guard lock != nil else {
      throw .notStored(
        SessionStoreError(.readOnly, "this session was given back", remedy: "open it again", exit: .busy))
    }
    var command = command
    let events: [Event]
    do throws(SessionStoreError) {
      command.digest = try EventCoding.digest(
        of: withoutContent(command), key: fingerprintKey)
    } catch {
      throw .notStored(error)
    }
    let (receipt, isKnown) = urn.receipt(for: command, state, &random)
    command.replacesBallot = isKnown
    urn.urn.join(&command, state, receipt: receipt)
    do throws(Rejection) { events = try decide(command, state) } catch { throw .rejected(error) }
    // On the disk before anybody is ticked off: a crash in between asks for it once more, and loses nothing.
    do throws(SessionStoreError) { try urn.take(command, state, receipt: receipt, &random) } catch {
      throw .notStored(error)
    }
    guard let first = events.first else {
      return Decided(receipt: state.accepted[command.id], stored: nil)
    }
    let stored: JournalCommand
    do throws(SessionStoreError) { stored = try journalled(events, first) } catch { throw .notStored(error) }
    for event in events { state.evolve(event) }
    return Decided(receipt: state.accepted[command.id], stored: stored)
  }

  /// What the journal may hold a fingerprint of: never what somebody handed in without a name.
  private func withoutContent(_ command: Command) -> Command {
    guard let (_, handIn) = state.sealedHandIn(command) else { return command }
    var bare = command
    bare.body = .handIn(handIn.withoutContent)
    return bare
  }

  private func journalled(_ events: [Event], _ first: Event) throws(SessionStoreError) -> JournalCommand {
    var stored = JournalCommand(
      id: first.command.raw, digest: first.commandDigest, actor: first.actor.description, elapsed: first.elapsed,
      wall: first.wall, events: [])
    for event in events {
      let content = event.body.content
      stored.events.append(
        JournalCommand.Event(
          type: type(of: content).type, version: type(of: content).version,
          body: try EventCoding.body(of: event, key: event.sequence == 1 ? fingerprintKey : nil),
          salt: JournalSalt(from: &random)))
    }
    return stored
  }

  /// After an error of the disk, or when words were erased: the state is again what the journal says, as far as it can still be read.
  private func returnToDisk() {
    var onDisk = SessionState()
    let count = writer.count
    guard let standIns = try? StandIns.read(folder.journalPath, in: folder.files) else { return }
    let summary = try? JournalReader.read(folder.journalPath, in: folder.files) { frames throws(SessionStoreError) in
      for frame in frames where frame.spine.sequence <= count {
        onDisk.evolve(try EventCoding.event(in: standIns.applied(to: frame)))
      }
    }
    if summary != nil { state = onDisk }
  }
}
