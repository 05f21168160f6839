import MethodModel
import SessionEngine

/// What the facilitator of a rehearsal does, and when.
extension Rehearsal {
  /// Writes the script of a new scene.
  mutating func prepare(_ state: SessionState) {
    switch state.leaf {
    case .none, .fork: break
    case .stop(let stop): answer(stop, state)
    case .take(let number): play(state.takes[number - 1], state)
    }
  }

  mutating func say(_ body: CommandBody, after seconds: Int, reason: String? = nil) {
    script.add(body, at: elapsed + seconds, reason: reason)
  }

  private var steering: Phrasebook.Steering { imagination.phrases.steering }

  private mutating func play(_ take: Take, _ state: SessionState) {
    let time = max(15, take.allotted * pace * imagination.number(80...112) / 10_000)
    if take.kind == .checkpoint { return decide(take, state, time) }
    if let run = take.runs.last, played.contains(run.id), !run.isTiedForGood { return lookAgain(take, state) }
    if take.runs.isEmpty, take.usedBefore > 0 { return lookAgain(take, state) }
    if mayLeaveOut(take, state) {
      return say(.skip, after: imagination.number(5...15), reason: imagination.word(steering.skip))
    }
    let filled = volunteer(in: take, state)
    let placed = take.attempt == 1 ? signUp(filled.takes[take.number - 1], filled) : filled
    let scene = placed.takes[take.number - 1]
    var end = time
    if let run = scene.runs.last {
      played.insert(run.id)
      end = act(in: run, of: scene, placed, time: time / max(1, activities(of: scene)))
    }
    steer(scene, end: end)
    planAnew(placed)
    moveOn(scene, placed, at: end)
  }

  private func activities(of take: Take) -> Int {
    guard case .step(let step)? = engine.index.element(take.place)?.kind else { return 1 }
    return step.activities.count
  }

  /// Lets the people act, and says after how many seconds the facilitator may go on.
  private mutating func act(in run: ActivityRun, of take: Take, _ state: SessionState, time: Int) -> Int {
    guard var activity = SimulatedActivity(engine, state, run, time: time) else { return time }
    activity.play(&imagination)
    var end = time
    for action in activity.actions {
      script.add(action.body, at: elapsed + action.second, by: action.person)
      end = max(end, action.second + imagination.number(3...15))
    }
    addSecondThoughts(activity.actions)
    if activity.activity.reveal == .host { say(.reveal, after: end - 1) }
    return end
  }

  /// Now and then somebody rewords or takes back what they said, and the facilitator may undo that.
  private mutating func addSecondThoughts(_ actions: [SimulatedActivity.Action]) {
    let added = actions.compactMap { action -> (entry: AddEntry, second: Int)? in
      if case .add(let entry) = action.body { (entry, action.second) } else { nil }
    }
    guard let (entry, second) = imagination.pick(added) else { return }
    let later = elapsed + second + 2
    if entry.fields["text"] != nil || entry.copyOf != nil, imagination.once(in: 3) {
      let text = entry.fields["text"].map { imagination.amended($0) } ?? imagination.idea()
      script.add(.reword(RewordEntry(id: entry.id, fields: ["text": text])), at: later, by: entry.author)
    } else if imagination.once(in: 8) {
      script.add(.withdraw(entry.id), at: later, by: entry.author, reason: imagination.word(steering.withdraw))
      if imagination.once(in: 3) { script.add(.undo, at: later, by: entry.author) }
    }
  }

  /// Steps are left out early on, sooner when the session runs late; never the first two, nor what goes round later.
  private mutating func mayLeaveOut(_ take: Take, _ state: SessionState) -> Bool {
    guard take.kind == .step, take.attempt == 1, take.number > 2, take.runs.count <= 1, imagination.once(in: 40),
      !isPassedOn(take)
    else { return false }
    let isLate = engine.forecast(state, elapsed: elapsed).behind > 600
    return (imagination.percent(50) || isLate) && has(.skip, 3)
  }

  /// Whether something made in a step goes round later, or is gone to.
  private func isPassedOn(_ take: Take) -> Bool {
    guard case .step(let step)? = engine.index.element(take.place)?.kind else { return false }
    let made = Set(step.activities.compactMap(\.into))
    return engine.index.allElements.contains { element in
      guard case .rotate(let rotate) = element.kind else { return false }
      return [rotate.move.name, rotate.through.name].contains { name in
        made.contains(name) || (engine.index.homes(of: name) ?? []).contains { made.contains($0) }
      }
    }
  }

  /// Takes a detour unless it was taken so often already.
  private mutating func has(_ detour: Detour, _ most: Int) -> Bool {
    guard detours[detour, default: 0] < most else { return false }
    detours[detour, default: 0] += 1
    return true
  }

  /// What is done besides: more time, a note, a pause, somebody to another group, a step put in between.
  private mutating func steer(_ take: Take, end: Int) {
    if end > take.allotted + 20, take.allotted > 0, imagination.once(in: 3) {
      say(
        .extend(seconds: 60 * ((end - take.allotted) / 60 + 1)), after: max(1, take.allotted - 10),
        reason: imagination.word(steering.extend))
    }
    if let turns = take.turns {
      for (place, _) in turns.waiting.enumerated() {
        say(.turn(.next), after: max(1, end * (place + 1) / (turns.waiting.count + 2)))
      }
    }
    if imagination.once(in: 15), let note = imagination.note() { say(.note(note), after: end / 2) }
    if elapsed > 2_700, take.kind == .step, imagination.once(in: 20), has(.pause, 1) {
      say(.pause, after: end / 3, reason: imagination.word(steering.pause))
    }
    if take.kind == .step, imagination.once(in: 60), has(.insert, 1) {
      say(.insert(InsertStep(title: imagination.word(steering.inserted), seconds: 120)), after: end / 2)
    }
  }

  /// Once in a while a late session is planned anew.
  private mutating func planAnew(_ state: SessionState) {
    guard detours[.plan] == nil, imagination.once(in: 3), engine.forecast(state, elapsed: elapsed).behind > 240,
      let way = engine.waysToEnd(state, elapsed: elapsed).first(where: { $0.kind != .later }), has(.plan, 1)
    else { return }
    say(.applyPlan(ApplyPlan(way.kind)), after: 1, reason: imagination.word(steering.skip))
  }

  /// On to the next; seldom back, or once more; sometimes before the last one has finished.
  private mutating func moveOn(_ take: Take, _ state: SessionState, at end: Int) {
    rebalance(take, at: end / 4)
    if take.number > 2, take.attempt == 1, imagination.once(in: 60), isBegun(take, state), has(.back, 2) {
      return say(.goTo(GoTo(.before, again: false)), after: end, reason: imagination.word(steering.back))
    }
    if take.kind == .step, take.attempt == 1, imagination.once(in: 100), has(.again, 1) {
      return say(.goTo(GoTo(.here, again: true)), after: end, reason: imagination.word(steering.again))
    }
    if imagination.once(in: 12) { return moveOnEarly(at: end) }
    say(.next, after: end)
  }

  /// Whether something went before a take in its meeting; nobody goes back into one that is over.
  private func isBegun(_ take: Take, _ state: SessionState) -> Bool {
    func meeting(_ take: Take) -> InstancePath? {
      take.frames.last { if case .meeting? = engine.index.element($0.place)?.kind { true } else { false } }?.path
    }
    return meeting(take) == meeting(state.takes[take.number - 2])
  }

  /// The last words of an activity come when it is closed already; the facilitator mostly lets them count.
  private mutating func moveOnEarly(at end: Int) {
    let last = script.waiting.filter { if case .add = $0.body { true } else { false } }
      .max { ($0.elapsed, $0.body.addedEntry ?? "") < ($1.elapsed, $1.body.addedEntry ?? "") }
    say(.next, after: end)
    guard let last, let id = last.body.addedEntry else { return }
    script.drop { $0.body.addedEntry == id || $0.body.changedEntry == id }
    interludes.add(last.body, at: elapsed + end + 8, by: last.person)
    if imagination.percent(70) { interludes.add(.admit(id), at: elapsed + end + 20, by: last.person) }
  }

  /// Somebody changes to a smaller group.
  private mutating func rebalance(_ take: Take, at second: Int) {
    // Those of a rotation of people are made anew in each lap, and are no set.
    let groups = take.parts.filter { part in
      part.kind == .group && engine.method.grouping(String(part.key.prefix { $0 != "/" })) != nil
    }
    guard let small = groups.min(by: { ($0.members.count, $0.key) < ($1.members.count, $1.key) }),
      let large = groups.max(by: { ($0.members.count, $0.key) < ($1.members.count, $1.key) }),
      large.members.count > small.members.count + 1 || (groups.count > 1 && large.members.count > 3),
      small.key != large.key, imagination.once(in: 20), has(.move, 2), let person = imagination.pick(large.members)
    else { return }
    say(.move(person: person, to: small.key), after: max(1, second))
  }

  /// A leaf that was gone back to: a short talk, and on, or straight to where one came from.
  private mutating func lookAgain(_ take: Take, _ state: SessionState) {
    let end = imagination.number(20...90)
    if imagination.once(in: 3), let note = imagination.note() { say(.note(note), after: end / 2) }
    // What was put in between is over once it was left.
    let origin = state.origin?.take.map { state.takes[$0 - 1] }
    let isReturning = origin.map { $0.kind != .inserted } ?? false && imagination.percent(50)
    say(isReturning ? .returnToOrigin : .next, after: end)
  }
}

extension CommandBody {
  /// The entry that is made.
  var addedEntry: EntryID? { if case .add(let entry) = self { entry.id } else { nil } }
}
