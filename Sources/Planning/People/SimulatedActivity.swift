import MethodModel
import SessionEngine

/// What the people of a rehearsal do in one activity: commands with the seconds after its opening at which they come.
struct SimulatedActivity {
  struct Action {
    var second: Int
    var body: CommandBody
    /// Who is behind it.
    var person: PersonID?
  }

  let engine: SessionEngine
  let state: SessionState
  let run: ActivityRun
  let activity: Activity
  let take: Take
  let step: Step
  let scope: Scope
  /// Seconds that most keep to.
  let time: Int
  /// Somebody who came while it ran, and does only their own part; `nil`: everyone.
  private let newcomer: PersonID?
  private(set) var actions: [Action] = []
  /// What each unit has brought along, as soon as somebody has asked for it.
  var brought: [UnitRef: [ThingRef]] = [:]

  init?(_ engine: SessionEngine, _ state: SessionState, _ run: ActivityRun, time: Int, newcomer: PersonID? = nil) {
    let take = state.takes[run.id.take - 1]
    guard let activity = engine.activity(of: run.id, state),
      case .step(let step)? = engine.index.element(take.place)?.kind
    else { return nil }
    self.engine = engine
    self.state = state
    self.run = run
    self.activity = activity
    self.take = take
    self.step = step
    self.time = max(1, time)
    self.newcomer = newcomer
    scope = engine.scope(of: take)
  }

  /// Imagines what everybody does from opening to close.
  mutating func play(_ imagination: inout Imagination) {
    switch engine.kind(of: activity) {
    case .collect: collect(&imagination)
    case .commit: commit(&imagination)
    case .choose: choose(&imagination)
    case .vote where run.isTiedForGood, .rate where run.isTiedForGood: settle(&imagination)
    case .vote: vote(&imagination)
    case .rate: rate(&imagination)
    case .signal: signal(&imagination)
    case .fill: fill(&imagination)
    case .cluster: cluster(&imagination)
    case .place: place(&imagination)
    case .table: rows(&imagination)
    case .connect: connect(&imagination)
    case .computed: settle(&imagination)
    }
    if run.isWithoutNames { handInWithoutNames() }
    if step.voice == .turns { takeTurns() }
  }

  mutating func act(_ body: CommandBody, at second: Int, by person: PersonID? = nil) {
    actions.append(Action(second: second, body: body, person: person))
  }

  mutating func replaceActions(_ actions: [Action]) { self.actions = actions }

  /// A moment in the time of a unit: five in six are done in time, the others are slow.
  func moment(_ imagination: inout Imagination) -> Int {
    let isSlow = imagination.once(in: 6)
    return max(1, time * imagination.number(isSlow ? 95...130 : 15...95) / 100)
  }

  /// One after the other, each as long as the others.
  private mutating func takeTurns() {
    for place in actions.indices { actions[place].second = max(1, time * (place + 1) / (actions.count + 1)) }
  }

  // MARK: Who acts

  /// Those with somebody present who may speak; for a newcomer, only their own.
  var units: [OwningUnit] {
    engine.units(of: activity, take, state).filter { unit in
      if let newcomer { return unit.ref == .person(newcomer) && speaks(newcomer) }
      // What the facilitator writes nobody on the list does.
      return activity.by == Role.facilitator || unit.members.contains { speaks($0) }
    }
  }

  /// Those whose marks count, as far as they are there and not silent.
  var electors: [UnitRef] {
    engine.electorate(of: run, state).present.map(\.ref).filter { ref in
      guard let person = ref.person else { return newcomer == nil }
      return (newcomer == nil || person == newcomer) && isHere(person) && !isSilent(person)
    }
  }

  /// Whether some have other things before them than others.
  var isApart: Bool { run.runOff?.parts != nil || take.parts.contains { $0.at != nil || !$0.circles.isEmpty } }

  func speakers(_ unit: OwningUnit) -> [PersonID] { unit.members.filter { speaks($0) } }

  private func speaks(_ person: PersonID) -> Bool {
    isHere(person) && !isSilent(person) && engine.admits(person, activity, in: take, state)
  }

  private func isHere(_ person: PersonID) -> Bool { state.roster[person]?.isPresent ?? false }

  private func isSilent(_ person: PersonID) -> Bool {
    engine.silentPeople(in: step, take, state).contains(person)
  }

  /// How a command names a unit.
  func part(_ unit: OwningUnit) -> String? {
    switch unit.ref {
    case .part(let key): key
    case .person(let id): id.raw
    case .sheet: nil
    }
  }

  /// Whether a thing came from a unit or one of its members.
  func isOwn(_ thing: ThingRef, of ref: UnitRef, _ members: [PersonID]) -> Bool {
    guard let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id] else {
      return thing.person.map { members.contains($0) } ?? false
    }
    return entry.unit == ref || entry.author.map { members.contains($0) } ?? false
  }

  /// Whether a unit leaves a thing unmarked, because it is theirs or too near to them.
  func isKeptApart(_ thing: ThingRef, from unit: UnitRef, _ members: [PersonID]) -> Bool {
    guard let person = unit.person ?? (members.count == 1 ? members.first : nil) else { return false }
    return engine.isKeptApart(thing, from: person, in: activity, state)
  }

  /// Settles a tie that a computed choice has left open, by taking the first of those with the highest score.
  private mutating func settle(_ imagination: inout Imagination) {
    let deciding = run.runOff?.deciding ?? run.id
    guard let activity = engine.activity(of: deciding, state),
      let verdict = engine.verdicts(of: deciding, in: activity.target, state).first(where: { $0.result == .tied }),
      verdict.result == .tied
    else { return }
    let tied = verdict.tiedThings
    var places = 1
    if case .select(let selection) = activity.kind {
      places = max(1, (engine.count(selection.top, state, scope) ?? 1) - verdict.winners.count)
    }
    let chosen = Array(imagination.shuffled(tied).prefix(places))
    act(.choose(ChooseThings(run: run.id, things: chosen)), at: max(5, time / 2))
  }
}

extension ActivityRun {
  /// A run-off that is over, and may have left them tied.
  var isTiedForGood: Bool { runOff != nil && status == .closed }
}
