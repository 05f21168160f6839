import MethodModel
import SessionEngine

/// What a scenario's acts do, each by the commands that a console would send.
extension ScenarioSession {
  mutating func perform(_ act: ScenarioNode) throws {
    switch act.element {
    case .add: try add(act)
    case .reword:
      try send(act, .reword(RewordEntry(id: entryID(act), fields: act.fields, meaning: meaning(act))))
    case .withdraw: try send(act, .withdraw(entryID(act)))
    case .admit: try admit(act)
    case .keep: try send(act, .keep(outcome: act[.of] ?? ""))
    case .choose: try choose(act)
    case .fill: try fill(act)
    case .sort, .merge, .split, .link: try arrange(act)
    case .vote: try vote(act)
    case .rate: try rate(act)
    case .signal: try signal(act)
    case .tally: try tally(act)
    case .answer, .judge, .verdict: try decide(act)
    default: try steer(act)
    }
  }

  /// Sends a command of an act, from its sender and with its reason.
  mutating func send(_ act: ScenarioNode, _ body: CommandBody) throws {
    try send(body, by: act[.sender].map { .person(Scenario.id($0)) } ?? .host, because: act[.because])
  }

  private func entryID(_ act: ScenarioNode) throws -> EntryID {
    let words = act[.entry] ?? ""
    guard let entry = entry(words) else {
      throw Trouble.nothingSuch(words, among: state.outcomes.values.flatMap(\.entries).map(\.text).sorted())
    }
    return entry.id
  }

  /// A late thing, or the late ballots of people.
  private mutating func admit(_ act: ScenarioNode) throws {
    guard act[.entry] == nil else { return try send(act, .admit(entryID(act))) }
    let run = run(of: act[.to])
    for unit in try units(act, in: run) { try send(act, .admitBallot(AdmitBallot(run: run?.id, unit: unit))) }
  }

  func meaning(_ act: ScenarioNode) -> Meaning? { act[.meaning].flatMap { Meaning(rawValue: $0) } }

  // MARK: The host

  private mutating func steer(_ act: ScenarioNode) throws {
    switch act.element {
    case .next: try send(act, .next)
    case .skip: try send(act, .skip)
    case .undo: try send(act, .undo)
    case .close: try send(act, .close)
    case .reveal: try send(act, .reveal)
    case .comeBack: try send(act, .returnToOrigin)
    case .pause: try send(act, .pause)
    case .resume: try send(act, .resume(gap: act.seconds(.gap) ?? 0))
    case .note: try send(act, .note(act.text))
    case .photo: try send(act, .photo(act.text))
    case .action: try send(act, .action(change(act)))
    case .insert:
      try send(act, .insert(InsertStep(title: act.text, seconds: act.seconds(.time) ?? 0, say: act[.say])))
    case .extend: try send(act, .extend(seconds: act.seconds(.time) ?? 0))
    case .end: try send(act, .end(as: act[.as] ?? ""))
    case .go: try send(act, .goTo(GoTo(target(act), again: act[.again] == "yes")))
    case .wait: try wait(act.seconds(.time) ?? 0)
    case .turn: try send(act, .turn(turn(act)))
    case .queue: try queue(act)
    case .replan: try send(act, .applyPlan(ApplyPlan(WayToEnd.Kind(rawValue: act.text) ?? .later)))
    default: try steerPeople(act)
    }
  }

  private func target(_ act: ScenarioNode) -> GoTo.Target {
    switch act[.to] {
    case "before": .before
    case "here": .here
    case let place: .place(place ?? "")
    }
  }

  /// `next`, `pass`, `round`, or whose turn it is now.
  private func turn(_ act: ScenarioNode) -> MoveTurn {
    switch act.text {
    case "next": return .next
    case "pass": return .pass
    case "round": return .round
    default:
      let group = state.groups.values.flatMap(\.groups).first { $0.key == act.text }
      return .to(group.map { .part($0.key) } ?? .person(Scenario.id(act.text)))
    }
  }

  private mutating func queue(_ act: ScenarioNode) throws {
    let words = act[.thing] ?? ""
    guard let thing = find(words, in: nil) else { throw Trouble.nothingSuch(words, among: []) }
    try send(act, .queue(ChangeQueue(ChangeQueue.Kind(rawValue: act[.kind] ?? "") ?? .add, thing)))
  }

  private mutating func steerPeople(_ act: ScenarioNode) throws {
    let person = Scenario.id(act[.name] ?? "")
    switch act.element {
    case .arrive: try send(act, .arrive(Scenario.person(act)))
    case .leave: try send(act, .leave(person))
    case .assign: try send(act, .assign(role: act[.role] ?? "", person: person))
    case .unassign: try send(act, .unassign(role: act[.role] ?? "", person: person))
    case .move: try send(act, .move(person: person, to: try part(act) ?? ""))
    case .form: try send(act, .form(set: act[.groups] ?? ""))
    default: return
    }
  }

  // MARK: Deciders

  private mutating func decide(_ act: ScenarioNode) throws {
    switch act.element {
    case .answer:
      guard let stop else { throw Trouble(.nothingSuchHere, "no question stands; \(whereabouts)") }
      let actor = act[.by].map { Actor.person(Scenario.id($0)) } ?? .host
      try send(.answer(Answer(stop: stop.path, option: act.text)), by: actor, because: act[.because])
    case .judge:
      let place = try act.whole(.criterion).map { $0 - 1 } ?? nextCriterion()
      try send(act, .judge(GiveJudgement(index: place, answer: GiveJudgement.Answer(rawValue: act.text) ?? .notYet)))
    default:
      let verdict = CheckpointVerdict(rawValue: act.text) ?? .pass
      try send(act, .verdict(GiveVerdict(verdict, conditions: ScenarioNode.items(act[.conditions] ?? ""))))
    }
  }

  /// The first criterion of the open checkpoint that nobody has judged yet.
  private func nextCriterion() throws -> Int {
    guard let take = openTake, case .checkpoint(let checkpoint)? = engine.index.element(take.place)?.kind else {
      throw Trouble(.nothingSuchHere, "no checkpoint is open; \(whereabouts)")
    }
    return checkpoint.judges.indices.first { take.judgements[$0] == nil } ?? 0
  }

  // MARK: Who

  /// Whom `by` names: people, `everyone` who may answer, or `others` who have not yet; one nobody where it is left out.
  func people(_ act: ScenarioNode, in run: ActivityRun?) -> [PersonID?] {
    switch act[.by] {
    case nil: return [nil]
    case "everyone"?: return answerers(in: run).map { $0 }
    case "others"?:
      let done = run?.answered ?? []
      return answerers(in: run).filter { !done.contains(.person($0)) }.map { $0 }
    case let names?: return names.split(separator: " ").map { Scenario.id(String($0)) }
    }
  }

  private func answerers(in run: ActivityRun?) -> [PersonID] {
    guard let run, let activity = engine.activity(of: run.id, state) else { return state.roster.present.map(\.id) }
    let take = state.takes[run.id.take - 1]
    let isMarked = activity.isMarked
    let members =
      isMarked
      ? engine.electorate(of: run, state).entitled.flatMap(\.members)
      : take.parts.flatMap(\.members).filter { engine.admits($0, activity, in: take, state) }
    return members.filter { state.roster[$0]?.isPresent ?? false }
  }

  /// The part that `group` names: its key, or the number after the slash.
  func part(_ act: ScenarioNode) throws -> String? {
    guard let wanted = act[.group] else { return nil }
    let open = openTake?.parts.map(\.key) ?? []
    let formed = state.groups.sorted { $0.key < $1.key }.flatMap { $0.value.groups.map(\.key) }
    let isMeant = { (key: String) in key == wanted || key.split(separator: "/").last.map { String($0) } == wanted }
    guard let key = open.first(where: isMeant) ?? formed.first(where: isMeant) else {
      throw Trouble.nothingSuch(wanted, among: open + formed)
    }
    return key
  }
}

extension Activity {
  /// Answered by marks, so that an electorate counts.
  var isMarked: Bool {
    switch kind {
    case .vote, .rate, .decide: true
    default: false
    }
  }
}
