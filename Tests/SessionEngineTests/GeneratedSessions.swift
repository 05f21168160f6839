import MethodModel
import SessionEngine
import Testing

/// Commands made up from a seed: some sensible, some wrong, some absurd.
struct GeneratedSession {
  let engine: SessionEngine
  var random: SeededRandom
  private(set) var state = SessionState()
  private(set) var journal: [Event] = []
  private var elapsed = 0
  private var commands = 0

  init(_ engine: SessionEngine, seed: UInt64) {
    self.engine = engine
    random = SeededRandom(seed: seed)
  }

  /// Sends one command, and gives the events it made; refused ones make none.
  mutating func step() -> [Event] {
    commands += 1
    elapsed += Int.random(in: 0...(chance(8) ? 300 : 20), using: &random)
    let isFirst = state.status == .notStarted
    let command = Command(
      id: CommandID("c\(chance(30) ? commands - 1 : commands)"), actor: isFirst ? .host : actor(),
      wall: WallTime(milliseconds: Int64(elapsed) * 1000), elapsed: chance(50) ? 0 : elapsed, seed: random.next(),
      basedOn: chance(20) ? Int.random(in: 0...(state.controlSequence + 1), using: &random) : nil,
      digest: "\(commands)", reason: chance(3) ? "because" : nil, body: isFirst ? start() : body())
    guard let events = try? engine.decide(command, state) else { return [] }
    for event in events { state.evolve(event) }
    journal += events
    return events
  }

  /// One in so many.
  private mutating func chance(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }

  private mutating func one<Element>(of elements: [Element]) -> Element? { elements.randomElement(using: &random) }

  private mutating func actor() -> Actor {
    if chance(6) { return .person(person()) }
    return chance(10) ? .shell : .host
  }

  private mutating func person() -> PersonID {
    chance(15) ? "nobody" : PersonID("p\(Int.random(in: 0..<8, using: &random))")
  }

  private mutating func start() -> CommandBody {
    let people = (0..<Int.random(in: 1...6, using: &random)).map { index in
      Person(id: PersonID("p\(index)"), name: "Person \(index)", fields: ["school": index % 2 == 0 ? "x" : "y"])
    }
    let holders = engine.method.roles.prefix(1).map { ($0.id, [PersonID("p0")]) }
    return .start(
      StartSession(
        methodHash: "h", language: "en", mode: chance(2) ? .room : .remote, people: people,
        roles: chance(4) ? [:] : Dictionary(uniqueKeysWithValues: holders), acceptsSize: true))
  }

  private mutating func body() -> CommandBody {
    if case .stop(let stop) = state.leaf, !chance(5) {
      return .answer(Answer(stop: stop.path, option: one(of: stop.options)?.id ?? "none"))
    }
    if case .take(let number) = state.leaf, state.takes[number - 1].kind == .checkpoint, chance(2) {
      if chance(2) { return .judge(GiveJudgement(index: Int.random(in: -1...1, using: &random), answer: .yes)) }
      return .verdict(GiveVerdict(one(of: CheckpointVerdict.allCases) ?? .pass, conditions: chance(2) ? [] : ["x"]))
    }
    if let stale = engine.stale(state).first, chance(3) { return .keep(outcome: stale.outcome) }
    if chance(12) { return .timeReached }
    if case .withdrawal? = state.undoable.last?.undo, chance(3) { return .undo }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6: return contribution()
    case 6..<8: return .next
    default: return rare()
    }
  }

  private var run: ActivityRun? {
    if case .take(let number) = state.leaf { state.takes[number - 1].runs.last } else { nil }
  }

  private mutating func runID() -> RunID? {
    if chance(8) { return one(of: state.takes.flatMap(\.runs))?.id }
    return chance(40) ? RunID(take: 99, activity: -1) : nil
  }

  private mutating func thing() -> ThingRef {
    let ballot = run?.ballot ?? []
    return one(of: chance(12) ? [.entry("none"), .person("p0"), .value("x", of: "none")] : ballot) ?? .entry("none")
  }

  private mutating func entry() -> EntryID {
    one(of: state.outcomes.keys.sorted().flatMap { state.outcomes[$0]?.entries.map(\.id) ?? [] }) ?? "none"
  }

  private var late: EntryID? { state.outcomes.values.flatMap(\.entries).filter(\.isLate).map(\.id).min() }

  private var lateBallot: AdmitBallot {
    let waiting = state.takes.flatMap(\.runs).flatMap { run in
      run.lateMarks.keys.map { AdmitBallot(run: run.id, unit: $0) }
    }
    return waiting.min { ($0.run?.description ?? "", $0.unit) < ($1.run?.description ?? "", $1.unit) }
      ?? AdmitBallot(unit: .sheet(9))
  }

  private mutating func words() -> String {
    one(of: ["calm", "Calm ", "4", "2", "-1", "", "  ", "2027-03-01", "9223372036854775807", "open", "äö 🎈"]) ?? ""
  }

  private mutating func contribution() -> CommandBody {
    guard let run, let activity = engine.activity(of: run.id, state), !chance(8) else { return anyContribution() }
    if !run.lateMarks.isEmpty, chance(3) { return .admitBallot(lateBallot) }
    if chance(run.choices.isEmpty ? 40 : 4) { return .undo }
    switch engine.kind(of: activity) {
    case .collect, .commit: return add()
    case .vote where chance(5): return tally()
    case .vote: return chance(2) ? ballot(["0", "1", "2", "9"]) : mark(one(of: ["0", "1", "2", "3", "99"]))
    case .rate: return chance(3) ? ballot(["1", "4", "5"]) : mark(one(of: ["1", "2", "3", "4", "5"]))
    case .signal: return mark(one(of: ["consent", "concern", "objection", "agree", "aside", "block"]))
    case .fill:
      return .fill(FillCell(run: runID(), thing: chance(2) ? thing() : nil, author: person(), text: words(), base: 0))
    case .choose, .computed: return choose()
    case .cluster, .connect: return rearrange()
    case .table: return add()
    case .place: return mark(one(of: ["1", "5", "x"]))
    }
  }

  /// Sorts, merges, splits and links, with ids that are mostly new.
  private mutating func rearrange() -> CommandBody {
    let id = chance(6) ? entry() : EntryID("n\(commands)")
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .merge(MergeEntries(id: id, entries: [entry(), entry()], carries: chance(2)))
    case 1:
      let parts = [
        SplitEntry.Part(id: id, fields: ["text": words()]), SplitEntry.Part(id: EntryID("\(id)-2"), fields: [:]),
      ]
      return .split(SplitEntry(entry: entry(), parts: parts))
    case 2:
      return .link(LinkThings(run: runID(), id: id, from: thing(), to: thing(), author: chance(2) ? person() : nil))
    default:
      let cluster: EntryID? = chance(4) ? nil : chance(2) ? entry() : id
      return .sort(SortThings(run: runID(), cluster: cluster, name: words(), things: [thing(), thing()]))
    }
  }

  private mutating func anyContribution() -> CommandBody {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return add()
    case 1: return mark(words())
    case 2: return choose()
    case 3: return .fill(FillCell(run: runID(), author: chance(2) ? nil : person(), field: words(), text: words()))
    case 4: return tally()
    case 5:
      let meaning = one(of: [Meaning.same, .changed])
      return .reword(RewordEntry(id: entry(), fields: ["text": words()], meaning: chance(2) ? meaning : nil))
    default: return .withdraw(entry())
    }
  }

  private mutating func add() -> CommandBody {
    .add(
      AddEntry(
        run: runID(), id: chance(10) ? entry() : EntryID("e\(commands)"), author: chance(5) ? nil : person(),
        part: chance(6) ? "pairs/1" : nil, fields: chance(9) ? [words(): words()] : ["text": words()],
        copyOf: chance(9) ? thing() : nil))
  }

  private mutating func mark(_ value: String?) -> CommandBody {
    let unit: UnitRef = chance(8) ? .sheet(Int.random(in: -1...4, using: &random)) : .person(person())
    return .mark(
      SetMark(
        run: runID(), unit: unit, thing: thing(), criterion: chance(4) ? "cost" : nil, value: chance(9) ? nil : value,
        reason: chance(3) ? nil : "so"))
  }

  private mutating func tally() -> CommandBody {
    .tally(EnterTally(run: runID(), thing: thing(), total: Number(words()) ?? 3, ballots: chance(2) ? 4 : nil))
  }

  private mutating func ballot(_ values: [String]) -> CommandBody {
    let marks = (run?.ballot ?? []).filter { _ in !chance(3) }.map {
      BallotMark($0, criterion: chance(9) ? "cost" : nil, value: chance(9) ? nil : one(of: values), reason: "so")
    }
    return .handIn(HandIn(run: runID(), unit: .person(person()), marks: marks))
  }

  private mutating func choose() -> CommandBody {
    .choose(
      ChooseThings(
        run: runID(), author: chance(3) ? nil : person(), things: chance(2) ? [thing()] : [thing(), thing()]))
  }

  private mutating func rare() -> CommandBody {
    let places = engine.method.allElements.map(\.id) + ["nowhere"] + state.takes.map(\.path.raw)
    switch Int.random(in: 0..<22, using: &random) {
    case 0: return .goTo(GoTo(.before, again: chance(3)))
    case 1: return .goTo(GoTo(.here, again: true))
    case 2: return .goTo(GoTo(.place(one(of: places) ?? ""), again: chance(3)))
    case 3: return .returnToOrigin
    case 4: return .skip
    case 5: return state.tracks.count > 1 ? .track(one(of: state.tracks.keys.sorted()) ?? .agenda) : .skip
    case 6: return .insert(InsertStep(title: words(), seconds: Int.random(in: -1...300, using: &random)))
    case 7, 8: return .undo
    case 9: return .extend(seconds: one(of: [60, -60, 0, Int.max, Int.min]) ?? 0)
    case 10: return .pause
    case 11, 12: return .resume(gap: one(of: [0, 5, -5, Int.max]) ?? 0)
    case 13: return chance(6) ? .end(as: words()) : .close
    case 14: return queueTurnOrPlan()
    default: return clockOrPeople()
    }
  }

  private mutating func queueTurnOrPlan() -> CommandBody {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let queue = state.frames.compactMap(\.queue).last
      let things = (queue?.waiting ?? []) + (queue?.dropped ?? []) + [.value("a", of: "topics")]
      return .queue(ChangeQueue(one(of: [.first, .drop, .add]) ?? .first, one(of: things) ?? .entry("none")))
    case 1: return .turn(chance(4) ? .round : chance(3) ? .to(.person(person())) : .next)
    default: return .applyPlan(ApplyPlan(one(of: WayToEnd.Kind.allCases) ?? .later))
    }
  }

  private mutating func clockOrPeople() -> CommandBody {
    let group = one(of: state.groups.keys.sorted().flatMap { state.groups[$0]?.groups.map(\.key) ?? [] }) ?? "pairs/9"
    switch Int.random(in: 0..<11, using: &random) {
    case 0, 1: return .timeReached
    case 2: return .reveal
    case 3: return .admit(late ?? entry())
    case 4: return .arrive(Person(id: person(), name: "Newcomer \(commands % 3)", fields: ["school": "x"]))
    case 5: return .leave(person())
    case 6: return .assign(role: one(of: engine.method.roles.map(\.id) + ["king"]) ?? "king", person: person())
    case 7:
      let held = state.roles.filter { !$0.value.isEmpty }.keys.min() ?? "king"
      return .unassign(role: held, person: state.roles[held]?.first ?? person())
    case 8: return .form(set: one(of: engine.method.groupings.map(\.id) + ["none"]) ?? "none")
    case 9: return .move(person: person(), to: group)
    default: return .note(words())
    }
  }
}
