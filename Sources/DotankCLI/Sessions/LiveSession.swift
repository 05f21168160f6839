import MethodLoading
import MethodModel
import SessionEngine
import SessionStore

/// A session that this process hosts: gives commands their id, clock and chance, and writes the record at the end.
struct LiveSession: Sendable {
  let host: SessionHost
  let engine: SessionEngine
  private let world: World
  /// Elapsed seconds of the session when this process took it over, less the process's own.
  private let offset: Int

  /// Starts a session in a new folder. Nothing is written when the engine refuses the start.
  static func begin(
    _ start: StartSession, _ loaded: LoadedMethod, site: String?, in sessions: String, _ world: World
  ) async throws(Failure) -> LiveSession {
    let engine = SessionEngine(loaded.method)
    let now = world.now()
    let founding = SessionFounding(
      loaded: loaded, engine: engine, sessions: sessions, day: world.localDate(now), site: site)
    let command = Command(
      id: "start", actor: .host, wall: now, elapsed: 0, seed: .random(in: .min ... .max), body: .start(start))
    let host = try await founding.host(startedBy: command, random: SystemRandomNumberGenerator(), world)
    return LiveSession(host: host, engine: engine, world: world, offset: -world.secondsSinceStart())
  }

  /// Goes on with a session in its folder, with its own copy of the method.
  ///
  /// `waits`: for what is done at once, so that several of its kind may come one after the other.
  static func resume(
    _ folder: SessionFolder, _ world: World, waits: Bool = false
  ) async throws(Failure) -> LiveSession {
    do throws(SessionStoreError) {
      let engine = SessionEngine(try PinnedSource.method(of: folder))
      func opened() async throws(SessionStoreError) -> SessionHost { try await Self.host(of: folder, engine, world) }
      let host = waits ? try await Patience.waiting(opened) : try await opened()
      let elapsed = await host.view { $0.clock.elapsed }
      return LiveSession(
        host: host, engine: engine, world: world, offset: elapsed - world.secondsSinceStart())
    } catch {
      throw Failure(error)
    }
  }

  /// The host of a session that is there, with what was to be erased erased first.
  private static func host(
    of folder: SessionFolder, _ engine: SessionEngine, _ world: World
  ) async throws(SessionStoreError) -> SessionHost {
    func opened() async throws(SessionStoreError) -> SessionHost {
      try await SessionHost.resume(
        folder, deciding: engine.decide, as: LockHolder(process: world.process, since: world.now()),
        random: SystemRandomNumberGenerator())
    }
    do throws(SessionStoreError) { return try await opened() } catch  where error.code == .erasurePending {
      try await ErasureFinishing.finish(folder, engine, world)
      return try await opened()
    }
  }

  private init(host: SessionHost, engine: SessionEngine, world: World, offset: Int) {
    self.host = host
    self.engine = engine
    self.world = world
    self.offset = offset
  }

  /// Seconds of running time of the session, this process's included.
  var elapsed: Int { offset + world.secondsSinceStart() }

  /// Milliseconds until `elapsed` is one more.
  var untilNextSecond: Int { world.untilNextSecond() }

  /// Has a command decided and stored.
  func submit(
    _ body: CommandBody, id: CommandID, basedOn: Int? = nil, reason: String? = nil, actor: Actor = .host
  ) async throws(SessionHost.Refusal) {
    let command = command(body, id: id, basedOn: basedOn, reason: reason, actor: actor)
    if let refusal = await submit([command]).refusal { throw refusal }
  }

  /// A command as of now, with chance of its own.
  func command(
    _ body: CommandBody, id: CommandID, basedOn: Int? = nil, reason: String? = nil, actor: Actor = .host
  ) -> Command {
    Command(
      id: id, actor: actor, wall: world.now(), elapsed: elapsed, seed: .random(in: .min ... .max), basedOn: basedOn,
      reason: reason, body: body)
  }

  /// Has commands decided and stored in a row, up to the first that is refused; how many were taken.
  func submit(_ commands: [Command]) async -> (taken: Int, refusal: SessionHost.Refusal?) {
    var intakes: [FileIntake] = []
    var ready: [Command] = []
    var refusal: SessionHost.Refusal?
    for var command in commands where refusal == nil {
      var intake = FileIntake(folder: host.folder, home: world.variable("HOME"))
      do throws(SessionHost.Refusal) {
        command.body = try await intake.take(command.body, host, engine)
        ready.append(command)
        intakes.append(intake)
      } catch {
        refusal = error
      }
    }
    let answer = await host.submit(inARow: ready)
    for intake in intakes.dropFirst(answer.taken) { intake.giveBack() }
    return (answer.taken, answer.refusal ?? refusal)
  }

  /// What the host's screen shows now.
  func view() async -> SessionView {
    let (engine, elapsed) = (engine, elapsed)
    return await host.view { engine.view($0, for: .host, elapsed: elapsed) }
  }

  func nextDeadline() async -> Deadline? {
    let engine = engine
    return await host.view { engine.nextDeadline($0) }
  }

  /// The places of the record's files in the session's folder.
  func recordPaths() async -> [String] {
    let (engine, folder) = (engine, host.folder)
    return await host.view { SessionFiles.made(of: $0, engine, in: folder).map(\.path) }
  }

  /// Writes every file of the record anew from what the journal holds.
  func writeRecord() async throws(Failure) {
    try await host.writeRecord(engine)
    Archives.take(host.folder)
  }
}
