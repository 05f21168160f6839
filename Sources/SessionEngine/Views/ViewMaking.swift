import MethodModel

extension SessionEngine {
  /// What a viewer sees at a moment of elapsed time.
  package func view(_ state: SessionState, for viewer: Viewer, elapsed: Int) -> SessionView {
    let scope = scope(in: state.frames)
    let take: Take? = if case .take(let number) = state.leaf { state.takes[number - 1] } else { nil }
    let stop: StopPoint? = if case .stop(let stop) = state.leaf { stop } else { nil }
    let step: Step? =
      if let take, case .step(let step)? = index.element(take.place)?.kind { step } else { nil }
    let mode = state.start?.mode ?? .room
    let texts = (step?.texts ?? []).filter { $0.isThere(in: mode, round: state.frames.round) }
    return SessionView(
      method: method.title.raw(in: language(state)), status: state.status,
      isRehearsal: state.start?.rehearsal ?? false, place: placeView(take, stop, state),
      tracks: trackViews(state, elapsed: elapsed), queue: queueView(state), ways: waysToEnd(state, elapsed: elapsed),
      passedOver: passedOver(state), missed: state.changes.filter { !$0.missing.isEmpty }.map(\.subject),
      say: said(texts, take, state, scope), show: shown(texts, state, scope),
      roleTexts: roleTexts(texts, state, scope), tips: tips(texts, state, scope), voice: step?.voice ?? .spoken,
      listeners: take.map { listenerTexts(step, $0, state) } ?? [],
      turn: take.flatMap { seconds(step?.turn, state, self.scope(of: $0)) },
      turns: take.flatMap { turnsView($0, step, state, elapsed: elapsed) },
      parts: take.map { take in
        take.parts.map { part in
          PartView(key: part.key, title: part.title, members: present(part.members, state))
        }
      } ?? [],
      rotations: rotationViews(state, for: viewer), smallGroups: smallGroupViews(state),
      activity: take?.runs.last.flatMap { activityView($0, state, scope, for: viewer) },
      checkpoint: take.flatMap { checkpointView($0, state, scope) }, stale: stale(state), stop: stop,
      time: timeView(take, state, scope, elapsed: elapsed), upcoming: upcoming(state, 2),
      people: people(state), presentLastTime: state.presentLastTime, roles: roleViews(state),
      notes: state.notes.count { !$0.isWithdrawn },
      controlSequence: state.controlSequence, canReturn: state.origin != nil, endsNext: endsNext(state),
      actions: state.actions)
  }

  /// Tries `next` out where nothing is certain to follow; what it would do is thrown away.
  private func endsNext(_ state: SessionState) -> Bool {
    guard state.status == .running, case .take = state.leaf, upcoming(state, 1).isEmpty else { return false }
    return ends(with: .next, state)
  }

  /// The same for a pass of the checkpoint that stands.
  private func endsWithPass(_ take: Take, _ state: SessionState) -> Bool {
    guard state.status == .running, take.decision == nil, upcoming(state, 1).isEmpty else { return false }
    return ends(with: .verdict(GiveVerdict(.pass)), state)
  }

  private func ends(with body: CommandBody, _ state: SessionState) -> Bool {
    let command = Command(
      id: "look-ahead", actor: .host, wall: state.clock.wall, elapsed: state.clock.elapsed, seed: 0,
      reason: "look-ahead", body: body)
    return (try? decide(command, state))?.contains { if case .ended = $0.body { true } else { false } } ?? false
  }

  // MARK: Texts

  private func said(_ texts: [StepText], _ take: Take?, _ state: SessionState, _ scope: Scope) -> [String] {
    if let take, take.kind == .inserted {
      return state.inserted.first { $0.place == take.place }?.say.map { [$0] } ?? []
    }
    return texts.compactMap { if case .say = $0.audience { render($0.text, state, scope) } else { nil } }
  }

  private func shown(_ texts: [StepText], _ state: SessionState, _ scope: Scope) -> [String] {
    texts.flatMap { text -> [String] in
      guard case .show(let showing) = text.audience else { return [] }
      let words = render(text.text, state, scope)
      return (words.isEmpty ? [] : [words]) + (showing.of.map { listed($0, showing, state, scope) } ?? [])
    }
  }

  /// The things of a source, one a line, with the figures an author asks for and the prompts beside them.
  private func listed(
    _ source: SourceRef, _ showing: Showing, _ state: SessionState, _ scope: Scope
  ) -> [String] {
    let shown = narrowed(
      things(source, state, scope), within: showing.within, except: showing.except, filters: showing.filters,
      naming: "", state, scope)
    let things = showing.order.map { ordered(shown, by: $0, rising: showing.isRising, state, scope) } ?? shown
    return things.flatMap { thing -> [String] in
      if let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id],
        sight(of: entry, state, for: .room) == .counted
      {
        return []
      }
      let figures = figures(showing.stats, since: showing.change, of: thing, in: source, state, scope)
      let label = showing.stats.isEmpty ? openWords(of: thing, state) : label(of: thing, state)
      let line = figures.isEmpty ? "• \(label)" : "• \(label): \(figures.joined(separator: ", "))"
      return [line] + prompts(of: thing, state, scope).map { "? \($0)" }
    }
  }

  /// A thing by its words and what its fields say: “bell rang (figure: 6)”.
  private func openWords(of thing: ThingRef, _ state: SessionState) -> String {
    let label = label(of: thing, state)
    guard let entry = state.entry(thing), [Entry.Kind.item, .document, .row, .action].contains(entry.kind) else {
      return label
    }
    let said = entry.fields.sorted { $0.key < $1.key }.filter { field, words in
      field != "text" && !words.isEmpty && words != label && FileReference(words) == nil
    }
    guard !said.isEmpty else { return label }
    let fields = said.map { "\(spoken($0.key)): \(fieldWords($0.value, state))" }.joined(separator: "; ")
    return label.isEmpty ? fields : "\(label) (\(fields))"
  }

  /// What a field says in words, where it names a thing or a group.
  func fieldWords(_ words: String, _ state: SessionState) -> String {
    if state.outcomeOfEntry[EntryID(words)] != nil { return label(of: .entry(EntryID(words)), state) }
    let set = String(words.prefix { $0 != "/" })
    guard words.contains("/"), let group = state.groups[set]?.groups.first(where: { $0.key == words }) else {
      return words
    }
    return title(ofGroup: group.key, state)
  }

  private func figures(
    _ stats: [Measure], since change: Test.Change?, of thing: ThingRef, in source: SourceRef, _ state: SessionState,
    _ scope: Scope
  ) -> [String] {
    func test(_ measure: Measure) -> Test {
      Test(measure: measure, of: source, subject: .word(thing.word), thresholds: [])
    }
    if let earlier = earlier(source.name, state) {
      return stats.compactMap { measure in
        figure(of: test(measure), in: earlier, state, scope).value.map { "\(measure.rawValue) \($0)" }
      }
    }
    // A map is shown by where things stand on it.
    let isMap = index.outcomeKinds[source.name] == .placements && source.part == nil
    guard isMap || !stats.isEmpty, let run = outcome(source.name, state).flatMap({ currentRuns($0, state, scope).last })
    else { return [] }
    let privacy = MarkPrivacy(self, state)
    if privacy.reason(for: run) == .tooFew || privacy.thinThings(of: run).contains(thing) { return [Self.tooFew] }
    guard mayShowFigures(of: run, state) else { return [] }
    let place = isMap ? position(of: thing, in: run, state).map { [$0.words] } ?? [] : []
    return place
      + stats.compactMap { measure in
        let figure = figure(of: test(measure), state, scope)
        if measure == .answered { return figure.basis }
        return figure.value.map { value in
          let moved = change.flatMap { self.moved(test(measure), of: thing, since: $0, state, scope) } ?? ""
          return "\(measure.rawValue) \(figure.isAtLeast ? "at least " : "")\(value)\(moved)"
        }
      }
  }

  /// How far a figure has moved: ` (+0.8)`; nothing where there is none to compare with.
  private func moved(
    _ test: Test, of thing: ThingRef, since change: Test.Change, _ state: SessionState, _ scope: Scope
  ) -> String? {
    let name = if case .earlier(let name) = change { name } else { test.of.name }
    let runs = outcome(name, state).map { currentRuns($0, state, scope) } ?? []
    let privacy = MarkPrivacy(self, state)
    guard runs.allSatisfy({ mayShowFigures(of: $0, state) && !privacy.thinThings(of: $0).contains(thing) }) else {
      return nil
    }
    var moved = test
    (moved.change, moved.direction) = (change, .up)
    return figure(of: moved, state, scope).value.map { " (\($0 > .zero ? "+" : "")\($0))" }
  }

  /// The names of those who are here.
  private func present(_ people: [PersonID], _ state: SessionState) -> [String] {
    people.compactMap { state.roster[$0] }.filter(\.isPresent).map(\.name)
  }

  private func roleTexts(_ texts: [StepText], _ state: SessionState, _ scope: Scope) -> [RoleText] {
    texts.compactMap { text in
      guard case .role(let role) = text.audience else { return nil }
      let holders = present(people(called: role, in: state.frames, state), state)
      return RoleText(role: title(ofRole: role, state), holders: holders, text: render(text.text, state, scope))
    }
  }

  private func listenerTexts(_ step: Step?, _ take: Take, _ state: SessionState) -> [RoleText] {
    (step?.listens ?? []).map { role in
      let holders = present(silentPeople(called: role, in: take, state), state)
      return RoleText(role: title(ofRole: role, state), holders: holders, text: "")
    }
  }

  private func tips(_ texts: [StepText], _ state: SessionState, _ scope: Scope) -> [String] {
    let own = texts.compactMap { text -> String? in
      if case .tip = text.audience { render(text.text, state, scope) } else { nil }
    }
    let around = state.frames.flatMap { frame -> [String] in
      guard case .phase(let phase)? = index.element(frame.place)?.kind else { return [] }
      return phase.tips.map { render($0, state, scope) }
    }
    return own + around
  }

  // MARK: Place, people, time

  private func placeView(_ take: Take?, _ stop: StopPoint?, _ state: SessionState) -> PlaceView {
    var phases: [String] = []
    var laps: [String] = []
    for (depth, frame) in state.frames.enumerated() {
      switch index.element(frame.place)?.kind {
      case .phase(let phase)?:
        phases.append(render(phase.title, state, scope(in: state.frames[...depth])))
      case .meeting(let meeting)? where !meeting.title.isEmpty:
        phases.append(render(meeting.title, state, scope(in: state.frames[...depth])))
      case .loop(let loop)? where frame.slot == .main:
        let most = rounds(of: loop, state, scope(in: state.frames[...depth]))
        laps.append("round \(frame.lap ?? 1) of at most \(max(most, frame.lap ?? 1))")
      case .rotate?:
        let all = frame.rotation.flatMap { state.rotations[$0]?.laps } ?? 0
        laps.append("lap \(frame.lap ?? 1) of \(max(all, frame.lap ?? 1))")
      case .each(let each)?:
        guard let queue = frame.queue else { continue }
        if each.atOnce {
          laps.append(openLabel(of: queue.current, state))
          continue
        }
        let count = queue.done.count + 1 + queue.waiting.count
        laps.append("\(openLabel(of: queue.current, state)) (\(queue.done.count + 1) of \(count))")
      default: continue
      }
    }
    return PlaceView(
      phases: phases, title: take?.title ?? stop?.question ?? "", kind: take?.kind,
      path: take?.path ?? stop?.path ?? .agenda, attempt: take?.attempt ?? 1, laps: laps, take: take?.number)
  }

  private func people(_ state: SessionState) -> [PersonView] {
    state.roster.people.map { person in
      PersonView(
        id: person.id, name: person.name, isPresent: person.isPresent,
        roles: method.roles.filter { state.roles[$0.id, default: []].contains(person.id) }
          .map { title(ofRole: $0.id, state) })
    }
  }

  private func roleViews(_ state: SessionState) -> [RoleView] {
    method.roles.filter { $0.id != Role.facilitator }.map { role in
      let holders = state.roles[role.id, default: []]
      let here = Set(holders.filter { state.roster[$0]?.isPresent ?? false })
      let names = { (people: [PersonID]) in people.map { state.roster[$0]?.name ?? $0.raw } }
      let missing = role.per == .group ? groupsWithout(role, here, state) : []
      return RoleView(
        id: role.id, title: title(ofRole: role.id, state), people: role.people, holders: names(holders),
        isShort: role.per == .group ? !missing.isEmpty : here.count < role.people.lower,
        gone: names(holders.filter { !here.contains($0) }), missingIn: missing)
    }
  }

  /// The groups at work that should have somebody with a role and have none of these people.
  private func groupsWithout(_ role: Role, _ people: Set<PersonID>, _ state: SessionState) -> [String] {
    guard case .take(let number) = state.leaf else { return [] }
    return groups(wanting: role, in: state.takes[number - 1], state).filter { group in
      group.members.contains { state.roster[$0]?.isPresent ?? false } && people.isDisjoint(with: group.members)
    }.map(\.title)
  }

  private func timeView(_ take: Take?, _ state: SessionState, _ scope: Scope, elapsed: Int) -> TimeView {
    let forecast = forecast(state, elapsed: elapsed)
    return TimeView(
      planned: take?.planned ?? 0, allotted: take?.allotted ?? 0,
      used: take?.used(at: state.clock.running(at: elapsed)) ?? 0, isTimeUp: take?.isTimeUp ?? false,
      isPaused: state.status == .paused, behind: forecast.behind,
      projectedEnd: state.startedWall.adding(
        seconds: forecast.end + state.clock.between + state.clock.away + state.clock.inWindows),
      closes: take?.isInWindow == true ? state.meeting?.closes : nil,
      firedCues: take.map { firedCues(of: $0, state, scope) } ?? [])
  }

  /// What has been announced in a take, in document order.
  func firedCues(of take: Take, _ state: SessionState, _ scope: Scope) -> [String] {
    cues(of: take, state).enumerated().filter { take.firedCues.contains($0.offset) }
      .map { render($0.element.text, state, scope) }
  }

  /// Titles of the next leaves on the way, as far as they are certain.
  private func upcoming(_ state: SessionState, _ count: Int) -> [String] {
    var titles: [String] = []
    for depth in state.frames.indices.reversed() {
      let frame = state.frames[depth]
      let round = state.frames[...depth].round
      for element in index.body(of: frame).dropFirst(frame.index + 1)
      where element.isThere(in: state.start?.mode, round: round) {
        titles += leaves(of: element, state)
        if titles.count >= count { return Array(titles.prefix(count)) }
      }
    }
    return titles
  }

  private func leaves(of element: FlowElement, _ state: SessionState) -> [String] {
    switch element.kind {
    case .step, .rest, .checkpoint: [title(of: element, state, Scope())]
    case .phase, .meeting, .loop, .each, .use, .rotate: element.bodies.first?.flatMap { leaves(of: $0, state) } ?? []
    case .parallel: element.bodies.flatMap { $0.flatMap { leaves(of: $0, state) }.prefix(1) }
    case .branch, .choice, .back, .end: []
    }
  }

  // MARK: Checkpoint

  /// The verdicts that a checkpoint still offers.
  func ways(of take: Take, _ state: SessionState) -> [CheckpointVerdict] {
    guard case .checkpoint(let checkpoint)? = index.element(take.place)?.kind else { return [] }
    var offered: [CheckpointVerdict] = [.pass]
    if checkpoint.rework != nil, isReworkLeft(checkpoint, at: take.path, state) { offered.append(.rework) }
    if checkpoint.stop != nil { offered.append(.stop) }
    return offered
  }

  private func checkpointView(_ take: Take, _ state: SessionState, _ scope: Scope) -> CheckpointView? {
    guard case .checkpoint(let checkpoint)? = index.element(take.place)?.kind else { return nil }
    let criteria = criteria(of: checkpoint, take, state, scope)
    return CheckpointView(
      question: render(checkpoint.question, state, scope), criteria: criteria.map(\.discreet),
      judges: checkpoint.judges.enumerated().map { place, judge in
        CheckpointView.JudgeView(
          by: title(ofRole: judge.by, state), text: render(judge.text, state, scope),
          answer: take.judgements[place])
      },
      advice: advice(of: checkpoint, criteria, state, scope), offered: ways(of: take, state),
      decider: title(ofRole: checkpoint.by, state),
      deciders: deciders(of: checkpoint, in: take, state).map { state.roster[$0]?.name ?? $0.raw },
      decision: take.decision?.verdict, endsWithPass: endsWithPass(take, state),
      decided: verdict(of: checkpoint, at: take.path, state, scope))
  }
}
