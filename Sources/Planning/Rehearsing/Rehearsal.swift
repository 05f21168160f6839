package import MethodModel
package import SessionEngine

/// A whole session with simulated people on a simulated clock: one command after the other, from start to end.
///
/// Pure and repeatable: the same method, people, seed and settings give the same commands. It sees the session's state
/// as a host does, so the engine, the journal and the record work exactly as in a real session. People come late and
/// leave, take longer than planned, disagree, pass, say nothing; the facilitator extends, skips, goes back, overrules.
///
/// ```swift
/// var rehearsal = Rehearsal(engine, people: 12, seed: 7)
/// while let command = rehearsal.next(after: state) {
///   for event in (try? engine.decide(command, state)) ?? [] { state.evolve(event) }
/// }
/// ```
package struct Rehearsal: Sendable {
  /// Every rehearsal begins on Monday, 7 January 2030, at 09:00 UTC.
  package static let start = WallTime(milliseconds: 1_894_006_800_000)

  let engine: SessionEngine
  /// Who takes part.
  package let people: SimulatedPeople
  private let settings: [String: [String]]
  private let earlier: [String: EarlierOutcome]
  private let methodHash: String
  private let language: String
  private let mode: Mode
  var imagination: Imagination
  /// Seconds since the start.
  var elapsed = 0
  /// How fast this room is, in hundredths of the planned time.
  let pace: Int
  /// The track that is being played.
  var track = TrackID.agenda
  /// What is still to be done in the present leaf or at the present question of each track.
  private var scripts: [TrackID: Script] = [:]
  /// What comes whatever the session is at: people, and words that come too late.
  var interludes = Script()
  private var scenes: [TrackID: Scene] = [:]
  /// Runs that have been played once.
  var played: Set<RunID> = []
  /// How often the facilitator has left the plan, by what was done.
  var detours: [Detour: Int] = [:]
  /// Who has said to which group they go, by the set and how often it was formed.
  var signedUp: [String: [PersonID: String]] = [:]
  private var newcomers: [PersonID] = []
  private var commands = 0
  private var urn = BallotUrn()
  /// The command that last handed in without a name.
  private var handingIn: Command?
  private var lastSequence = 0
  /// The engine's next deadline, and the control sequence for which it was asked.
  private var deadline: (control: Int, next: Deadline?)?
  /// Commands in a row that changed nothing.
  private var idle = 0

  /// What the people are at; a new one is prepared when it changes.
  private enum Scene: Hashable, Sendable {
    /// A leaf, with how many of its activities have opened and when it was opened last.
    case take(Int, runs: Int, opened: Int)
    case stop(InstancePath, StopPoint.Kind, answers: Int)
    case none
  }

  /// What is still to be done in the track that is being played.
  var script: Script {
    get { scripts[track] ?? Script() }
    _modify { yield &scripts[track, default: Script()] }
  }

  /// A way of leaving the plan that a facilitator does not take all the time.
  enum Detour: Hashable, Sendable { case back, again, pause, insert, skip, move, plan }

  /// Prepares a session of so many people.
  ///
  /// Settings that have no default and are not given are invented, and so is what an earlier session came to.
  /// `methodHash` goes into the session's start, as in a real session.
  package init(
    _ engine: SessionEngine, people count: Int, seed: UInt64, settings: [String: [String]] = [:],
    earlier: [String: EarlierOutcome] = [:], language: String? = nil, mode: Mode = .room, methodHash: String = ""
  ) {
    self.engine = engine
    self.earlier = earlier
    self.mode = mode
    self.methodHash = methodHash
    let method = engine.method
    let spoken = language ?? method.language
    self.language = spoken
    imagination = Imagination(seed: seed, language: spoken)
    people = SimulatedPeople(count, for: method, &imagination)
    pace = imagination.number(78...108)
    var settings = settings
    for setting in method.settings where settings[setting.id] == nil && setting.defaultValue == nil {
      settings[setting.id] = imagination.answer(to: setting, in: engine.index)
    }
    self.settings = settings
  }

  /// The next command for the state as it stands; `nil` when the session is over.
  package mutating func next(after state: SessionState) -> Command? {
    tendUrn(state)
    guard var command = following(state) else { return nil }
    urn.join(&command, state, receipt: command.receipt)
    handingIn = state.sealedHandIn(command) == nil ? nil : command
    return command
  }

  /// Keeps what was accepted and waits for its sealing, as the program does on disk.
  private mutating func tendUrn(_ state: SessionState) {
    _ = urn.empty(state)
    guard let command = handingIn, let (run, handIn) = state.sealedHandIn(command),
      state.run(run)?.handedIn.contains(handIn.unit) == true
    else { return }
    var random = SeededRandom(seed: UInt64(commands))
    _ = urn.take(command, state, receipt: command.receipt, using: &random)
    _ = urn.empty(state)
  }

  private mutating func following(_ state: SessionState) -> Command? {
    switch state.status {
    case .notStarted: return commands == 0 ? startCommand() : nil
    case .ended: return nil
    case .paused where state.isBetweenMeetings: return command(.resume(gap: 86_400))
    case .paused:
      let pause = imagination.number(8...15) * 60
      elapsed += pause
      for track in scripts.keys { scripts[track]?.putOff(by: pause) }
      return command(.resume(gap: 0))
    case .running: break
    }
    idle = state.sequence == lastSequence ? idle + 1 : 0
    lastSequence = state.sequence
    guard idle < 60 else { return command(.end(as: Ended.early), reason: "the rehearsal stood still") }
    if commands == 1 { planComings(state) }
    followTracks(state)
    return step(state)
  }

  /// Prepares what goes on in each track that has moved, and forgets those that are over.
  private mutating func followTracks(_ state: SessionState) {
    let live = state.liveTracks
    for track in scripts.keys where !live.contains(where: { $0.id == track }) { scripts[track] = nil }
    for track in live {
      self.track = track.id
      let scene = Self.scene(of: track.leaf, state)
      let isNew = scene != scenes[track.id]
      guard isNew || !newcomers.isEmpty else { continue }
      var focused = state
      focused.focus = track.id
      if isNew {
        scenes[track.id] = scene
        script = Script()
        prepare(focused)
      } else {
        for person in newcomers { include(person, focused) }
      }
    }
    newcomers = []
  }

  /// The sequence tells a scene from the same one after going back.
  private static func scene(of leaf: Leaf, _ state: SessionState) -> Scene {
    switch leaf {
    case .take(let number):
      let take = state.takes[number - 1]
      let ties = take.runs.last?.isTiedForGood == true ? 1 : 0
      return .take(number, runs: take.runs.count + ties, opened: take.openedAt)
    case .stop(let stop): return .stop(stop.path, stop.kind, answers: state.answers.count)
    case .none, .fork: return .none
    }
  }

  // MARK: Commands

  private mutating func startCommand() -> Command {
    var start = StartSession(
      methodHash: methodHash, language: language, mode: mode, settings: settings, people: people.people,
      roles: people.roles, rehearsal: true, acceptsSize: true)
    for setting in engine.method.settings where setting.kind == .earlier {
      start.settings[setting.id] = nil
      let outcome = earlier[setting.id] ?? imagination.earlier()
      start.earlier = (start.earlier ?? [:]).merging([setting.id: outcome]) { own, _ in own }
    }
    return command(.start(start))
  }

  private mutating func command(
    _ body: CommandBody, by actor: Actor = .host, reason: String? = nil, on track: TrackID? = nil
  ) -> Command {
    commands += 1
    return Command(
      id: CommandID("r\(commands)"), actor: actor, wall: Self.start.adding(seconds: elapsed), elapsed: elapsed,
      seed: imagination.seed(), reason: reason, track: track, body: body)
  }

  /// Who comes late, who leaves, who is back after a call; and who takes up a role.
  private mutating func planComings(_ state: SessionState) {
    let planned = max(60, state.start?.agreedEnd ?? 3_600)
    for (person, second) in people.late.sorted(by: { $0.key < $1.key }) {
      guard let person = state.roster[person] else { continue }
      interludes.add(.arrive(person), at: min(second, planned * 2 / 5), by: person.id)
    }
    for (id, part) in people.leaving.sorted(by: { $0.key < $1.key }) {
      let second = planned * part / 100
      interludes.add(.leave(id), at: second, by: id)
      if let person = state.roster[id], imagination.percent(40) {
        interludes.add(.arrive(person), at: second + imagination.number(120...480), by: id)
      }
    }
    for (place, volunteer) in people.volunteers.enumerated() {
      interludes.add(
        .assign(role: volunteer.role, person: volunteer.person), at: 15 + 10 * place, by: volunteer.person)
    }
  }

  /// The soonest of: an interlude, the engine's deadline, what people do.
  private mutating func step(_ state: SessionState) -> Command {
    let deadline = nextDeadline(state).map { deadline in
      state.clock.elapsed + max(0, deadline.running - state.clock.running(at: state.clock.elapsed))
    }
    let scripted = turnToSoonest(state) ?? elapsed
    if let interlude = interludes.soonest, interlude <= min(deadline ?? .max, scripted),
      let act = interludes.takeNext()
    {
      return isMoot(act, state) ? step(state) : perform(act, on: nil)
    }
    if let deadline, deadline <= scripted {
      elapsed = max(elapsed, deadline)
      self.deadline = nil
      return command(.timeReached, by: .shell)
    }
    let named = state.focus == track ? nil : track
    if let act = script.takeNext() { return isMoot(act, state) ? step(state) : perform(act, on: named) }
    elapsed += 10
    if idle > 1, let place = later(idle - 2, state) {
      return command(.goTo(GoTo(.place(place), again: false)), reason: "it does not go on from here", on: named)
    }
    return command(.skip, reason: "nothing went on here", on: named)
  }

  /// Where a facilitator tries to go on who has been refused the next step: a later one, the nearest first.
  private func later(_ number: Int, _ state: SessionState) -> String? {
    let leaves = engine.index.allElements.filter { $0.timebox != nil }.map(\.id)
    let here = state.takes.last { leaves.contains($0.place) }.flatMap { leaves.firstIndex(of: $0.place) } ?? -1
    return leaves.indices.contains(here + 1 + number) ? leaves[here + 1 + number] : nil
  }

  /// The engine's deadline, which moves only when the position, the plan or the clock's own events do.
  private mutating func nextDeadline(_ state: SessionState) -> Deadline? {
    if let known = deadline, known.control == state.controlSequence { return known.next }
    let next = engine.nextDeadline(state)
    deadline = (state.controlSequence, next)
    return next
  }

  /// Turns to the track in which the next thing happens, one in which nothing will before all others.
  private mutating func turnToSoonest(_ state: SessionState) -> Int? {
    var soonest: (track: TrackID, second: Int?)?
    for live in state.liveTracks where !live.isDone {
      if case .fork = live.leaf { continue }
      let second = scripts[live.id]?.soonest
      if let best = soonest, (second ?? 0) >= (best.second ?? 0) { continue }
      soonest = (live.id, second)
    }
    track = soonest?.track ?? state.focus
    return soonest?.second
  }

  /// A late entry that counts already, because its step was opened again, needs nobody to admit it, a withdrawal on
  /// which something else has followed is not taken back any more, and who is in a group already need not go there.
  private func isMoot(_ act: Script.Act, _ state: SessionState) -> Bool {
    switch act.body {
    case .admit(let id): return state.outcomeOfEntry[id].flatMap { state.outcomes[$0]?[id]?.isLate } != true
    case .undo: if case .withdrawal? = state.undoable.last?.undo { return false } else { return true }
    case .move(let person, let key):
      return state.groups.values.contains { $0.groups.contains { $0.key == key && $0.members.contains(person) } }
    default: return false
    }
  }

  private mutating func perform(_ act: Script.Act, on track: TrackID?) -> Command {
    elapsed = max(elapsed, act.elapsed)
    switch act.body {
    case .arrive(let person): newcomers.append(person.id)
    case .assign(_, let person) where !hasPart(person): newcomers.append(person)
    case .leave(let person): for track in scripts.keys { scripts[track]?.dropActs(of: person) }
    default: break
    }
    return command(act.body, reason: act.reason, on: track)
  }

  /// Whether somebody will still say or enter something where the session is; a role may be what they waited for.
  private func hasPart(_ person: PersonID) -> Bool {
    scripts.values.contains { $0.waiting.contains { $0.person == person } }
  }

  /// Somebody who comes while an activity is open joins in; who is back and has handed in for good is done.
  private mutating func include(_ person: PersonID, _ state: SessionState) {
    guard case .take(let number) = state.leaf, let run = state.takes[number - 1].runs.last, run.status == .open,
      !run.handedIn.contains(.person(person)), let last = script.end
    else { return }
    let time = max(1, last - elapsed - 1)
    guard var activity = SimulatedActivity(engine, state, run, time: time, newcomer: person) else { return }
    activity.play(&imagination)
    for action in activity.actions {
      script.add(action.body, at: min(last - 1, elapsed + action.second), by: action.person)
    }
  }
}

extension Command {
  /// One for each person and activity: who hands in again replaces what they gave.
  fileprivate var receipt: String {
    if case .handIn(let handIn) = body { "\(handIn.unit)" } else { "" }
  }
}
