import MethodModel
import SessionEngine

/// A session on a simulated clock: what was done so far, and where it stands.
struct ScenarioSession {
  let engine: SessionEngine
  private(set) var state = SessionState()
  private(set) var journal: [Event] = []
  /// Seconds since the start.
  private(set) var elapsed = 0
  /// Feeds every draw, together with the command's number.
  private let seed: UInt64
  private var commands = 0
  /// Ballots without names, as whoever runs a session keeps them.
  private var urn = BallotUrn()
  /// Entries that were made, to give each its own id.
  private var entryIDs: Set<EntryID> = []
  /// Where the files of entries are looked for.
  private let folder: String

  /// Every scenario takes place on Monday, 7 January 2030, from 09:00 UTC.
  private static let start = WallTime(milliseconds: 1_894_006_800_000)

  init(_ engine: SessionEngine, seed: UInt64, folder: String) {
    self.folder = folder
    self.engine = engine
    self.seed = seed
  }

  /// Sends a command and follows what it causes.
  mutating func send(
    _ body: CommandBody, by actor: Actor = .host, because reason: String? = nil
  ) throws(Rejection) {
    commands += 1
    let body = try engine.keepingFiles(body, state) { path throws(Rejection) in
      try ScenarioFiles.file(at: path, in: folder)
    }
    let command = Command(
      id: CommandID("c\(commands)"), actor: actor, wall: Self.start.adding(seconds: elapsed), elapsed: elapsed,
      seed: seed &* 1_000_003 &+ UInt64(commands), reason: reason, body: body)
    try accept(command)
  }

  /// Follows a command that somebody else made.
  mutating func accept(_ command: Command) throws(Rejection) {
    elapsed = max(elapsed, command.elapsed)
    var command = command
    let receipt = if case .handIn(let handIn) = command.body { "\(handIn.unit)" } else { "" }
    // Everybody keeps the receipt of what they handed in, and so may replace it.
    let run = state.sealedHandIn(command)?.run
    command.replacesBallot = urn.slots.contains { $0.receipt == receipt && $0.run == run }
    urn.join(&command, state, receipt: receipt)
    let events = try engine.decide(command, state)
    var random = SeededRandom(seed: command.seed)
    _ = urn.take(command, state, receipt: receipt, using: &random)
    for event in events { state.evolve(event) }
    journal += events
    _ = urn.empty(state)
  }

  /// Lets time pass; what is due on the way happens when it is due.
  mutating func wait(_ seconds: Int) throws(Rejection) {
    let end = elapsed + seconds
    while let deadline = engine.nextDeadline(state) {
      let due = elapsed + max(0, deadline.running - state.clock.running(at: elapsed))
      guard due <= end else { break }
      elapsed = due
      try send(.timeReached, by: .shell)
    }
    elapsed = end
  }

  // MARK: Where it stands

  var scope: Scope { engine.scope(in: state.frames) }

  /// The scope in which outcomes are read: that of the caller, where a used method is open that makes none of them.
  func scope(reading names: [String]) -> Scope {
    let frames = state.frames
    let outside = frames.firstIndex { frame in
      frame.given != nil && names.contains { !isMade($0, in: frame.place) }
    }
    return engine.scope(in: frames.prefix(outside ?? frames.count))
  }

  /// Whether something inside of a `use` writes to an outcome; true of what is no outcome.
  private func isMade(_ name: String, in use: String) -> Bool {
    guard let place = engine.index.writerPlaces[name] else { return true }
    if engine.index.ancestry(of: place).contains(use) { return true }
    return engine.method.allElements.contains { element in
      guard case .step(let step) = element.kind, step.activities.contains(where: { $0.target == name }) else {
        return false
      }
      return engine.index.ancestry(of: element.id).contains(use)
    }
  }

  /// The open take, or the one that a question stands behind.
  var openTake: Take? { if case .take(let number) = state.leaf { state.takes[number - 1] } else { nil } }

  var stop: StopPoint? { if case .stop(let stop) = state.leaf { stop } else { nil } }

  var place: String? { openTake?.place ?? stop?.place }

  var hasEnded: Bool { if case .ended = state.status { true } else { false } }

  /// What tells this standing of a track from any other: a take and its opening, or a question.
  func standing(_ track: Track) -> String {
    switch track.leaf {
    case .take(let number):
      let take = state.takes[number - 1]
      return "\(take.number) \(take.openedSequence) \(take.status)"
    case .stop(let stop): return "\(stop.path) \(stop.kind) \(state.answers.count) \(state.sequence)"
    default: return ""
    }
  }

  /// The place on which a track stands.
  func place(of track: Track) -> String? {
    switch track.leaf {
    case .take(let number): state.takes[number - 1].place
    case .stop(let stop): stop.place
    default: nil
    }
  }

  /// In words, for messages: where the session is.
  var whereabouts: String {
    switch state.status {
    case .ended(let end): return "the session has ended as “\(end.name)”"
    case .paused: return "the session is paused"
    case .notStarted: return "the session has not started"
    case .running: break
    }
    if let stop { return "a question stands at `\(stop.place)`: \(stop.question)" }
    return "the session stands at `\(openTake?.path.raw ?? "")`"
  }

  // MARK: Naming

  /// An id for new words: the words themselves, and a number where they come again.
  mutating func newEntry(_ words: String) -> EntryID {
    let plain = words.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let stem = String(plain.prefix(40))
    var id = EntryID(stem.isEmpty ? "entry" : stem)
    var number = 2
    while !entryIDs.insert(id).inserted {
      id = EntryID("\(stem)-\(number)")
      number += 1
    }
    return id
  }

  /// The newest run that wrote to an outcome; the open one where none is named.
  func run(of outcome: String?) -> ActivityRun? {
    guard let outcome else { return openTake?.runs.last }
    return (state.outcomes[outcome]?.runs.last).flatMap { engine.run($0, state) }
  }

  /// The thing that is meant by some words: on the ballot of a run, else anywhere in the session.
  func find(_ words: String, in run: ActivityRun?) -> ThingRef? {
    let ballot = run?.ballot ?? []
    let isMeant = { (thing: ThingRef) in
      ScenarioNode.folded(engine.label(of: thing, state)) == words || thing.word == words || thing.description == words
    }
    if let found = ballot.first(where: isMeant) { return found }
    // Of things that say the same, what is entered here is meant.
    let here = run.flatMap { state.outcomes[$0.outcome] }?.entries ?? []
    if let own = here.last(where: { !$0.isRetired && isMeant(.entry($0.id)) }) { return .entry(own.id) }
    if let named = scope.names[words] { return named }
    if let entry = entry(words) { return .entry(entry.id) }
    if let person = state.roster.named(words) { return .person(person.id) }
    return (engine.method.lists.flatMap { list in list.values.map { ThingRef.value($0.id, of: list.id) } })
      .first(where: isMeant)
  }

  /// The word by which the engine knows what a `for` calls by its words; `nil` where it knows that already.
  func named(_ word: String, in outcome: String) -> String? {
    let ballot = state.outcomes[outcome]?.runs.last.flatMap { engine.run($0, state) }?.ballot ?? []
    guard !ballot.contains(where: { $0.word == word || $0.id == word }) else { return nil }
    return ballot.last { label($0) == ScenarioNode.folded(word) }?.word
  }

  /// The newest entry with those words or that id that has not been withdrawn.
  func entry(_ words: String) -> Entry? {
    if let home = state.outcomeOfEntry[EntryID(words)] { return state.outcomes[home]?[EntryID(words)] }
    let entries = state.outcomes.sorted { $0.key < $1.key }.flatMap(\.value.entries)
    return entries.last { ScenarioNode.folded($0.text) == words && !$0.isRetired }
      ?? entries.last { ScenarioNode.folded($0.text) == words }
  }

  func label(_ thing: ThingRef) -> String { ScenarioNode.folded(engine.label(of: thing, state)) }

  func name(_ person: PersonID) -> String { state.roster[person]?.name ?? person.raw }
}
