package import MethodModel
package import SessionEngine

/// A whole session with simulated people on a simulated clock: one command after the other, from start to end.
///
/// Pure and repeatable: the same method, people, seed and settings give the same commands. It sees the session's state
/// as a host does, so the engine, the journal and the record work exactly as in a real session.
///
/// ```swift
/// var rehearsal = Rehearsal(engine, people: 12, seed: 7)
/// while let command = rehearsal.next(after: state) {
///   for event in (try? engine.decide(command, state)) ?? [] { state.evolve(event) }
/// }
/// ```
package struct Rehearsal: Sendable {
  /// Every rehearsal begins on Monday, 7 January 2030, at 09:00 UTC.
  package static let start = WallTime(milliseconds: 1_893_920_400_000 + 86_400_000 * 3)

  private let engine: SessionEngine
  private let people: SimulatedPeople
  private let settings: [String: [String]]
  private let language: String
  private let mode: Mode
  private var random: SeededRandom
  private var words: SimulatedWords
  private var elapsed = 0
  private var commands = 0
  /// What is still to be done in the present leaf and activity, soonest first.
  private var script: [Scripted] = []
  private var scene: Scene?
  /// Commands given in the present scene; a bound against standing still.
  private var attempts = 0
  private var comings: [Coming] = []
  private var hasPaused = false

  private struct Scripted: Sendable {
    var elapsed: Int
    var body: CommandBody
    var reason: String?
  }

  private struct Coming: Sendable {
    var elapsed: Int
    var person: PersonID
    var isArrival: Bool
  }

  /// What the people are doing: it changes when a leaf opens, an activity opens, or a question is asked.
  private enum Scene: Hashable, Sendable {
    case take(Int, runs: Int, sequence: Int)
    case stop(InstancePath, StopPoint.Kind, sequence: Int)
    case none
  }

  package init(
    _ engine: SessionEngine, people count: Int, seed: UInt64, settings: [String: [String]] = [:],
    language: String? = nil, mode: Mode = .room
  ) {
    self.engine = engine
    self.mode = mode
    self.language = language ?? engine.method.language
    random = SeededRandom(seed: seed)
    words = SimulatedWords(language: self.language)
    people = SimulatedPeople(count, for: engine.method, using: &random)
    var settings = settings
    for setting in engine.method.settings where settings[setting.id] == nil && setting.defaultValue == nil {
      if let values = Self.invented(setting, &words, &random) { settings[setting.id] = values }
    }
    self.settings = settings
  }

  private static func invented(
    _ setting: Setting, _ words: inout SimulatedWords, _ random: inout SeededRandom
  ) -> [String]? {
    switch setting.kind {
    case .text: ["What would help with \(words.phrase(using: &random))?"]
    case .number, .minutes: ["10"]
    case .date: ["2030-03-01"]
    case .choice: setting.values.randomElement(using: &random).map { [$0.id] }
    case .list: setting.values.isEmpty ? (0..<5).map { _ in words.phrase(using: &random) } : nil
    case .earlier: nil
    }
  }

  /// The next command for the state as it stands; `nil` when the session is over.
  package mutating func next(after state: SessionState) -> Command? {
    switch state.status {
    case .notStarted: return commands == 0 ? startCommand() : nil
    case .ended: return nil
    case .paused:
      elapsed += 900
      return command(.resume(gap: 0))
    case .running: break
    }
    if comings.isEmpty, commands == 1 { planComings(state) }
    let scene = Self.scene(of: state)
    if scene != self.scene {
      self.scene = scene
      attempts = 0
      script = []
      prepare(state)
    }
    attempts += 1
    guard attempts < 4_000 else { return command(.end(as: Ended.early), reason: "the rehearsal stood still") }
    return step(state)
  }

  // MARK: Commands

  private mutating func startCommand() -> Command {
    command(
      .start(
        StartSession(
          methodHash: "", language: language, mode: mode, settings: settings, people: people.people,
          roles: people.roles, rehearsal: true, acceptsSize: true)))
  }

  private mutating func command(_ body: CommandBody, reason: String? = nil) -> Command {
    commands += 1
    return Command(
      id: CommandID("r\(commands)"), actor: .host, wall: Self.start.adding(seconds: elapsed), elapsed: elapsed,
      seed: random.next(), reason: reason, body: body)
  }

  /// The sequence tells a scene from the same one after going back.
  private static func scene(of state: SessionState) -> Scene {
    switch state.leaf {
    case .take(let number):
      let take = state.takes[number - 1]
      return .take(number, runs: take.runs.count, sequence: take.openedAt)
    case .stop(let stop): return .stop(stop.path, stop.kind, sequence: state.answers.count)
    case .none: return .none
    }
  }

  private mutating func planComings(_ state: SessionState) {
    let planned = max(60, state.start?.agreedEnd ?? 3_600)
    comings = people.late.map { Coming(elapsed: planned * $0.value / 100, person: $0.key, isArrival: true) }
    comings += people.leaving.map { Coming(elapsed: planned * $0.value / 100, person: $0.key, isArrival: false) }
    comings.sort { ($0.elapsed, $0.person) < ($1.elapsed, $1.person) }
    if let back = comings.last(where: { !$0.isArrival }), Bool.random(using: &random) {
      comings.append(Coming(elapsed: back.elapsed + 120, person: back.person, isArrival: true))
    }
  }

  /// The soonest of: somebody coming or going, the engine's deadline, what people do.
  private mutating func step(_ state: SessionState) -> Command? {
    let deadline = engine.nextDeadline(state).map { deadline in
      state.clock.elapsed + max(0, deadline.running - state.clock.running(at: state.clock.elapsed))
    }
    let scripted = script.first?.elapsed ?? elapsed
    if let coming = comings.first, coming.elapsed <= min(deadline ?? .max, scripted) {
      comings.removeFirst()
      elapsed = max(elapsed, coming.elapsed)
      guard let person = state.roster[coming.person] else { return step(state) }
      return command(coming.isArrival ? .arrive(person) : .leave(coming.person))
    }
    if let deadline, deadline <= scripted {
      elapsed = max(elapsed, deadline)
      return command(.timeReached)
    }
    guard !script.isEmpty else { return stuck(state) }
    let next = script.removeFirst()
    elapsed = max(elapsed, next.elapsed)
    return command(next.body, reason: next.reason)
  }

  /// Nothing moved on: a tie wants a choice; else the leaf is left out, and at worst the session ends.
  private mutating func stuck(_ state: SessionState) -> Command? {
    elapsed += 10
    if case .take(let number) = state.leaf, let run = state.takes[number - 1].runs.last,
      let verdict = state.outcomes[run.outcome]?.verdicts.last(where: { $0.run == run.id })?.verdict,
      verdict.result == .tied, attempts < 3_000,
      let thing = verdict.subject.first(where: { !verdict.winners.contains($0) })
    {
      script = [Scripted(elapsed: elapsed + 5, body: .next)]
      return command(.choose(ChooseThings(run: run.id, things: [thing])))
    }
    attempts += 1_000
    return command(.skip, reason: "nothing went on here")
  }

  // MARK: Scenes

  private mutating func prepare(_ state: SessionState) {
    switch state.leaf {
    case .none: break
    case .stop(let stop): answer(stop)
    case .take(let number): play(state.takes[number - 1], state)
    }
  }

  private mutating func answer(_ stop: StopPoint) {
    let options = stop.options.map(\.id)
    let preferred: String? =
      switch stop.kind {
      case .revisit: options.contains("continue") && chance(3) ? "continue" : "keep"
      case .until: "leave"
      case .exhausted: chance(4) ? "one-more" : "exhausted"
      case .spent: chance(2) ? "go-on" : "leave"
      case .optional: chance(3) ? "leave-out" : "do"
      case .branch, .choice: nil
      }
    let option = preferred ?? options.randomElement(using: &random) ?? ""
    say(.answer(Answer(stop: stop.path, option: option)), after: Int.random(in: 5...40, using: &random))
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func say(_ body: CommandBody, after seconds: Int, reason: String? = nil) {
    script.append(Scripted(elapsed: elapsed + seconds, body: body, reason: reason))
  }

  private mutating func play(_ take: Take, _ state: SessionState) {
    let time = max(20, take.allotted * Int.random(in: 70...115, using: &random) / 100)
    if take.kind == .checkpoint { return decide(take, state, time) }
    if let run = take.runs.last,
      var activity = SimulatedActivity(engine, state, run, time: time / max(1, activities(of: take)))
    {
      activity.play(&words, &random)
      script = activity.actions.map { Scripted(elapsed: elapsed + $0.second, body: $0.body) }
      addSecondThoughts(run)
    }
    steer(take, end: max(time, (script.last?.elapsed ?? elapsed) - elapsed + 5))
  }

  private func activities(of take: Take) -> Int {
    guard case .step(let step)? = engine.index.element(take.place)?.kind else { return 1 }
    return step.activities.count
  }

  /// Now and then somebody rewords or takes back what they wrote.
  private mutating func addSecondThoughts(_ run: ActivityRun) {
    let added = script.compactMap { scripted -> (EntryID, Int)? in
      if case .add(let entry) = scripted.body { (entry.id, scripted.elapsed) } else { nil }
    }
    guard let (id, second) = added.randomElement(using: &random) else { return }
    if chance(3) {
      let text = words.sentence(using: &random)
      script.append(Scripted(elapsed: second + 10, body: .reword(RewordEntry(id: id, fields: ["text": text]))))
    } else if chance(6) {
      script.append(Scripted(elapsed: second + 15, body: .withdraw(id), reason: "said twice"))
    }
    script.sort { $0.elapsed < $1.elapsed }
  }

  /// What the host does besides: more time, a note, a pause, and at last on to the next.
  private mutating func steer(_ take: Take, end: Int) {
    if end > take.allotted, take.allotted > 0, chance(2) {
      say(
        .extend(seconds: 60 * ((end - take.allotted) / 60 + 1)), after: max(1, take.allotted - 10),
        reason: "most are still at it")
    }
    if chance(6) { say(.note(words.sentence(using: &random)), after: end / 2) }
    if !hasPaused, elapsed > 5_400 {
      hasPaused = true
      say(.pause, after: end / 3, reason: "fresh air")
    }
    script.sort { $0.elapsed < $1.elapsed }
    if take.kind == .step, take.attempt == 1, chance(40), take.runs.count <= 1 {
      say(.skip, after: end, reason: "the room has done this already")
    } else if take.number > 2, take.attempt == 1, chance(40) {
      say(.goTo(GoTo(.before, again: false)), after: end, reason: "somebody had a question about it")
    }
    say(.next, after: end + 1)
  }

  private mutating func decide(_ take: Take, _ state: SessionState, _ time: Int) {
    let scope = engine.scope(of: take)
    guard case .checkpoint(let checkpoint)? = engine.index.element(take.place)?.kind else { return }
    var judged = take
    for place in checkpoint.judges.indices {
      let answer: GiveJudgement.Answer = chance(8) ? .no : .yes
      judged.judgements[place] = answer
      say(
        .judge(GiveJudgement(index: place, answer: answer)), after: time * (place + 1) / (checkpoint.judges.count + 2))
    }
    let criteria = engine.criteria(of: checkpoint, judged, state, scope)
    let advice = engine.advice(of: checkpoint, criteria, state, scope)
    var verdict = advice ?? .pass
    if verdict == .rework, !engine.isReworkLeft(checkpoint, at: take.path, state) { verdict = .pass }
    let overrules = advice == nil || verdict != advice || chance(9)
    if overrules, verdict != .pass { verdict = .pass }
    let conditions = chance(3) ? [words.sentence(using: &random)] : []
    say(
      .verdict(GiveVerdict(verdict, conditions: conditions)), after: time,
      reason: overrules ? "the room knows more than the figures: \(words.phrase(using: &random))" : nil)
  }
}
