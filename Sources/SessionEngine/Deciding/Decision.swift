import MethodModel

/// One command being decided: a copy of the state that follows the events as they are made.
struct Decision {
  let engine: SessionEngine
  let command: Command
  private(set) var state: SessionState
  private(set) var events: [Event] = []
  /// How many of the events the working state has followed.
  private var followed = 0
  var random: SeededRandom
  /// Each `back` that this command has followed.
  var backsTaken: Set<InstancePath> = []

  init(engine: SessionEngine, command: Command, state: SessionState) {
    self.engine = engine
    self.command = command
    self.state = state
    random = SeededRandom(seed: command.seed)
  }

  var method: Method { engine.method }
  var index: MethodIndex { engine.index }
  var language: String { state.start?.language ?? method.language }
  /// Running seconds now.
  var running: Int { state.clock.running(at: command.elapsed) }

  /// Makes an event, and lets the working state follow it.
  mutating func emit(_ content: some EventContent) {
    conclude(content)
    followEvents()
  }

  /// Lets the working state catch up with events that were concluded.
  mutating func followEvents() {
    for event in events.dropFirst(followed) { state.evolve(event) }
    followed = events.count
  }

  /// Makes the last event of a command, without copying what a session of any length has gathered.
  mutating func conclude(_ content: some EventContent) {
    events.append(
      Event(
        sequence: (events.last?.sequence ?? state.sequence) + 1, command: command.id, commandDigest: command.digest,
        actor: command.actor, wall: command.wall, elapsed: max(command.elapsed, state.clock.elapsed),
        reason: command.reason, body: content.asBody))
  }

  mutating func make() throws(Rejection) {
    try checkStatus()
    if case .start = command.body { try requireHost() }
    if let track = command.track { try focus(named: track) }
    switch command.body {
    case .start(let start): try begin(start)
    case .next: try next()
    case .answer(let answer): try self.answer(answer)
    case .verdict(let verdict): try give(verdict)
    case .judge(let judgement): try judge(judgement)
    case .goTo(let goTo): try move(goTo)
    case .returnToOrigin: try returnToOrigin()
    case .skip: try skip()
    case .insert(let step): try insert(step)
    case .undo: try undo()
    case .track(let track): try focus(named: track)
    case .queue(let change): try self.change(change)
    case .turn(let turn): try move(turn)
    case .applyPlan(let plan): try apply(plan)
    case .extend(let seconds): try extend(seconds)
    case .pause: try pause()
    case .resume(let gap): try resume(gap)
    case .end(let name): try end(name)
    case .timeReached: try timeReached()
    default: try makeContributionOrPeople()
    }
  }

  private mutating func makeContributionOrPeople() throws(Rejection) {
    switch command.body {
    case .close: try closeNow()
    case .reveal: try revealNow()
    case .admit(let id): try admit(id)
    case .add(let entry): try add(entry)
    case .reword(let entry): try reword(entry)
    case .withdraw(let id): try withdraw(id)
    case .merge(let merge): try self.merge(merge)
    case .split(let split): try self.split(split)
    case .sort(let sort): try self.sort(sort)
    case .link(let link): try self.link(link)
    case .fill(let cell): try fill(cell)
    case .choose(let things): try choose(things)
    case .mark(let mark): try set(mark)
    case .handIn(let ballot): try handIn(ballot)
    case .admitBallot(let ballot): try admit(ballot)
    case .tally(let tally): try enter(tally)
    case .keep(let outcome): try keep(outcome)
    case .note(let text): try note(text)
    case .photo(let file): try keep(photo: file)
    case .action(let change): try self.change(change)
    case .redact(let redaction): try redact(redaction)
    case .assign(let role, let person): try assign(role, person)
    case .unassign(let role, let person): try unassign(role, person)
    case .arrive(let person): try arrive(person)
    case .leave(let id): try leave(id)
    case .form(let set): try reform(set)
    case .move(let person, let key): try move(person, to: key)
    case .joinGroups(let from, let into): try join(from, into: into)
    default: throw Rejection(.notActive, "this cannot be done now")
    }
  }

  /// Which commands a session takes in its present condition.
  private func checkStatus() throws(Rejection) {
    switch (state.status, command.body) {
    case (.notStarted, .start): return
    case (.notStarted, _): throw Rejection(.notRunning, "the session has not started")
    case (_, .start): throw Rejection(.notActive, "the session has started already")
    case (.ended, .action), (.ended, .redact), (.paused, .action), (.paused, .redact): return
    case (.ended, _): throw Rejection(.notRunning, "the session has ended; its record is complete")
    case (.paused, .resume), (.paused, .note), (.paused, .photo), (.paused, .end), (.paused, .undo),
      (.paused, .timeReached),
      (.paused, .arrive), (.paused, .leave):
      return
    case (.paused, .pause): throw Rejection(.notRunning, "the session is paused already")
    case (.paused, _): throw Rejection(.notRunning, "the session is paused; resume it first")
    case (.running, _): return
    }
  }

  /// The open take, or why there is none.
  func openTake() throws(Rejection) -> Take {
    switch state.leaf {
    case .take(let number): return state.takes[number - 1]
    case .stop(let stop):
      throw Rejection(.answerNeeded, "a question stands first: \(stop.question)")
    case .none, .fork: throw Rejection(.notActive, "no step is open")
    }
  }

  /// Only the host steers; a participant's word for it is refused.
  func requireHost() throws(Rejection) {
    guard command.actor == .host || command.actor == .shell else {
      throw Rejection(.notYours, "only the facilitator can do this")
    }
  }

  /// The participant who sends the command; `nil` for the host and the shell.
  var actingPerson: PersonID? { if case .person(let person) = command.actor { person } else { nil } }

  func name(of person: PersonID) -> String { state.roster[person]?.name ?? person.raw }
}
