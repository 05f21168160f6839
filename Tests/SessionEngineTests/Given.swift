import MethodModel
import SessionEngine
import Testing

/// A session under test: what has happened so far, and what the last command came to.
///
/// ```swift
/// Given(step("ideas", collect("ideas"))).people("Aino", "Bo").adds("Aino", "Fewer forms").holds("ideas", ["Fewer forms"])
/// ```
///
/// A command that is refused where nobody expects it fails the test at the line that sent it.
final class Given {
  let engine: SessionEngine
  private(set) var state = SessionState()
  /// Every event so far.
  private(set) var journal: [Event] = []
  /// The events of the last command.
  private(set) var events: [Event] = []
  private(set) var rejection: Rejection?
  /// Seconds since the start.
  private(set) var elapsed = 0

  private var setup = StartSession(methodHash: "hash", language: "en", people: [])
  private var commands = 0
  private var refusedAt: SourceLocation?
  /// Ballots without names, as whoever runs a session keeps them.
  private(set) var urn = BallotUrn()

  init(_ method: Method) { engine = SessionEngine(method) }

  /// A method of these agenda elements, with what its head defines.
  convenience init(_ agenda: String..., head: String = "", fit: String = "1..500") {
    self.init(load(agenda: agenda.joined(separator: "\n"), head: head, fit: fit))
  }

  deinit {
    if let refusedAt, let rejection { Issue.record("refused: \(rejection)", sourceLocation: refusedAt) }
  }

  // MARK: Before the start

  @discardableResult func people(_ names: String...) -> Given { people(names) }

  @discardableResult func people(_ names: [String]) -> Given {
    setup.people += names.map { Person(id: id($0), name: $0) }
    return self
  }

  /// Somebody with what the method knows of people.
  @discardableResult func person(_ name: String, _ fields: [String: String]) -> Given {
    setup.people.append(Person(id: id(name), name: name, fields: fields))
    return self
  }

  @discardableResult func setting(_ name: String, _ values: String...) -> Given {
    setup.settings[name] = values
    return self
  }

  @discardableResult func role(_ name: String, _ people: String...) -> Given {
    setup.roles[name] = people.map(id)
    return self
  }

  @discardableResult func setup(_ change: (inout StartSession) -> Void) -> Given {
    change(&setup)
    return self
  }

  @discardableResult func start(at location: SourceLocation = #_sourceLocation) -> Given {
    send(.start(setup), by: .host, reason: nil, location)
    return self
  }

  // MARK: When

  /// Sends a command; the first one starts the session.
  @discardableResult func when(
    _ body: CommandBody, by actor: Actor = .host, because reason: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) -> Given {
    begin(location)
    send(body, by: actor, reason: reason, location)
    return self
  }

  /// Sends a whole command, as a second device would.
  @discardableResult func receives(_ command: Command, at location: SourceLocation = #_sourceLocation) -> Given {
    begin(location)
    take(command, location)
    return self
  }

  private func begin(_ location: SourceLocation) {
    if state.status == .notStarted, journal.isEmpty { start(at: location) }
  }

  private func send(_ body: CommandBody, by actor: Actor, reason: String?, _ location: SourceLocation) {
    commands += 1
    let command = Command(
      id: CommandID("c\(commands)"), actor: actor, wall: WallTime(milliseconds: Int64(elapsed) * 1000),
      elapsed: elapsed, seed: UInt64(commands), digest: "\(body)", reason: reason, body: body)
    take(command, location)
  }

  private func take(_ command: Command, _ location: SourceLocation) {
    if let refusedAt, let rejection { Issue.record("refused: \(rejection)", sourceLocation: refusedAt) }
    (refusedAt, rejection, events) = (nil, nil, [])
    do {
      var command = command
      let receipt = if case .handIn(let handIn) = command.body { "\(handIn.unit)" } else { "" }
      urn.join(&command, state, receipt: receipt)
      events = try engine.decide(command, state)
      var random = SeededRandom(seed: UInt64(commands))
      _ = urn.take(command, state, receipt: receipt, using: &random)
      for event in events { state.evolve(event) }
      journal += events
      _ = urn.empty(state)
    } catch {
      rejection = error
      refusedAt = location
    }
  }

  /// Time passes, and the clock says so.
  @discardableResult func seconds(_ seconds: Int, at location: SourceLocation = #_sourceLocation) -> Given {
    begin(location)
    elapsed += seconds
    send(.timeReached, by: .shell, reason: nil, location)
    return self
  }

  // MARK: Then

  /// The last command was refused with that code.
  @discardableResult func refused(_ code: Rejection.Code, at location: SourceLocation = #_sourceLocation) -> Given {
    #expect(rejection?.code == code, sourceLocation: location)
    refusedAt = nil
    return self
  }

  /// What must be true now, in words of the test's own.
  @discardableResult func then(_ check: (Given) throws -> Void) rethrows -> Given {
    try check(self)
    return self
  }
}

extension Given {
  func id(_ name: String) -> PersonID { PersonID(name.lowercased()) }

  /// The open take.
  var open: Take? { if case .take(let number) = state.leaf { state.takes[number - 1] } else { nil } }
  /// The activity that is open or was last.
  var run: ActivityRun? { open?.runs.last }
  var stop: StopPoint? { if case .stop(let stop) = state.leaf { stop } else { nil } }

  func things(_ path: String) -> [ThingRef] { engine.things(SourceRef(path: path), state, Scope()) }
  func labels(_ path: String) -> [String] { things(path).map { engine.label(of: $0, state) } }

  /// The thing with that label on the ballot of the open activity, else the value of that name.
  func thing(_ label: String) -> ThingRef {
    let ballot = run?.ballot ?? []
    return ballot.first { engine.label(of: $0, state) == label } ?? ballot.first { $0.word == label }
      ?? .entry(EntryID(label))
  }

  func view(_ viewer: Viewer = .host) -> SessionView { engine.view(state, for: viewer, elapsed: elapsed) }

  func verdict(_ outcome: String) -> Verdict? { state.outcomes[outcome]?.verdicts.last?.verdict }

  func entry(_ id: EntryID) -> Entry? { state.outcomeOfEntry[id].flatMap { state.outcomes[$0]?[id] } }

  /// The newest document of that name.
  func document(_ name: String) -> Entry? { things(name).last?.entry.flatMap { entry($0) } }

  func reading(_ condition: Condition) -> Reading { engine.read(condition, state, Scope()) }
}
