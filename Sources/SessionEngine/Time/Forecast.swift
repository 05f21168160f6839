package import MethodModel

/// When the session would end if it went on as expected, against what was agreed. Seconds since the start.
package struct Forecast: Sendable, Hashable {
  package var end: Int
  package var agreed: Int

  /// How much later than agreed; negative: ahead.
  package var behind: Int { end - agreed }
}

extension SessionEngine {
  /// The planned seconds of the whole agenda for the people at the start.
  package func plannedSeconds(for start: SessionStarted) -> Int {
    expected(method.agenda, stateBefore(start), Scope(), lap: nil)
  }

  /// The people and settings of a start, before anything was run.
  private func stateBefore(_ start: SessionStarted) -> SessionState {
    var state = SessionState()
    state.start = start
    for person in start.people { state.roster.put(person) }
    state.roles = start.roles
    return state
  }

  /// Now, and what is left on the likely path.
  package func forecast(_ state: SessionState, elapsed: Int) -> Forecast {
    let agreed = state.start?.agreedEnd ?? 0
    return Forecast(end: state.clock.spent(at: elapsed) + remaining(state, elapsed: elapsed), agreed: agreed)
  }

  private func remaining(_ state: SessionState, elapsed: Int) -> Int {
    var rest = 0
    switch state.leaf {
    case .take(let number):
      let take = state.takes[number - 1]
      rest += max(0, take.allotted - take.used(at: state.clock.running(at: elapsed)))
      if case .checkpoint(let checkpoint)? = index.element(take.place)?.kind {
        rest += expected(checkpoint.pass ?? [], state, scope(in: state.frames), lap: nil)
      }
    case .stop(let stop) where stop.kind == .choice || stop.kind == .branch:
      rest += index.element(stop.place).map { expected([$0], state, scope(in: state.frames), lap: nil) } ?? 0
    case .stop, .none: break
    }
    for depth in state.frames.indices.reversed() {
      let frame = state.frames[depth]
      let scope = scope(in: state.frames[...depth])
      rest += expected(Array(index.body(of: frame).dropFirst(frame.index + 1)), state, scope, lap: frame.lap)
      rest += laterLaps(of: frame, state, scope)
    }
    return rest
      + state.inserted.filter { state.takesByPath[InstancePath("\($0.after)+\($0.place)")] == nil }
      .reduce(0) { $0 + $1.seconds }
  }

  /// Laps and things that are still to come in a frame.
  private func laterLaps(of frame: Frame, _ state: SessionState, _ scope: Scope) -> Int {
    switch index.element(frame.place)?.kind {
    case .loop(let loop)? where frame.slot == .main:
      return ((frame.lap ?? 1) + 1..<max((frame.lap ?? 1) + 1, laps(of: loop) + 1)).reduce(0) { sum, lap in
        sum + expected(loop.body, state, scope, lap: lap)
      }
    case .each(let each)?:
      return (frame.queue?.waiting.count ?? 0) * expected(each.body, state, scope, lap: nil)
    default: return 0
    }
  }

  /// As many as expected; without a test all, with one the first.
  private func laps(of loop: Repeat) -> Int {
    loop.expect?.likely ?? (loop.until == nil ? loop.rounds : 1)
  }

  private func expected(_ body: [FlowElement], _ state: SessionState, _ scope: Scope, lap: Int?) -> Int {
    body.reduce(0) { $0 + expected($1, state, scope, lap: lap) }
  }

  /// Longest arm, expected laps, optional ones left out.
  private func expected(_ element: FlowElement, _ state: SessionState, _ scope: Scope, lap: Int?) -> Int {
    guard element.mode == nil || element.mode == state.start?.mode else { return 0 }
    switch element.kind {
    case .step(let step):
      return step.optional ? 0 : expected(step, state, scope, lap: lap)
    case .rest(let rest): return expected(rest.timebox.time, [], state, scope, lap: lap)
    case .checkpoint(let checkpoint):
      return expected(checkpoint.timebox.time, [], state, scope, lap: lap)
        + expected(checkpoint.pass ?? [], state, scope, lap: lap)
    case .phase(let phase): return phase.optional ? 0 : expected(phase.body, state, scope, lap: lap)
    case .loop(let loop):
      return (1...max(1, laps(of: loop))).reduce(0) { $0 + expectedLap(loop, state, scope, $1) }
    case .each(let each): return expectedCount(each, state, scope) * expected(each.body, state, scope, lap: lap)
    case .branch, .choice:
      return element.bodies.map { expected($0, state, scope, lap: lap) }.max() ?? 0
    case .back, .end: return 0
    }
  }

  /// The last expected lap of a loop with a test stops where the test stands.
  private func expectedLap(_ loop: Repeat, _ state: SessionState, _ scope: Scope, _ lap: Int) -> Int {
    guard let until = loop.until, lap >= laps(of: loop) else { return expected(loop.body, state, scope, lap: lap) }
    return expected(Array(loop.body.prefix(until.position)), state, scope, lap: lap)
  }

  private func expectedCount(_ each: ForEach, _ state: SessionState, _ scope: Scope) -> Int {
    let things = things(for: each, state, scope)
    let isKnown =
      index.outcomeKinds[each.itemOf.name] == nil || !(state.outcomes[each.itemOf.name]?.runs.isEmpty ?? true)
    return isKnown ? things.count : expectedItems(each.itemOf)
  }

  private func expected(_ step: Step, _ state: SessionState, _ scope: Scope, lap: Int?) -> Int {
    expected(step.timebox.time, step.activities, state, scope, lap: lap, with: step.with)
  }

  private func expected(
    _ formula: TimeFormula, _ activities: [Activity], _ state: SessionState, _ scope: Scope, lap: Int?,
    with: Participation = .room
  ) -> Int {
    let people = state.roster.present.map(\.id)
    var parts = [Part(kind: .room, key: Part.roomKey, title: "", members: people)]
    if case .groups(let set) = with {
      let count = state.groups[set]?.groups.count ?? expectedGroups(set, state)
      let size = (people.count + max(1, count) - 1) / max(1, count)
      parts = stride(from: 0, to: people.count, by: max(1, size)).map { start in
        Part(
          kind: .group, key: "\(set)/\(start / max(1, size) + 1)", title: "",
          members: Array(people[start..<min(people.count, start + size)]))
      }
    }
    return seconds(of: formula, state, TimeBasis(parts: parts, scope: scope, activities: activities, lap: lap))
  }
}

extension SessionEngine {
  /// The planned seconds of one element for the people at the start, each step once.
  package func plannedSeconds(of element: FlowElement, for start: SessionStarted) -> Int {
    var asked = element
    if case .step(var step) = element.kind {
      step.optional = false
      asked.kind = .step(step)
    }
    return expected(asked, stateBefore(start), Scope(), lap: nil)
  }

  /// How many groups of a set there would be for the people at the start.
  package func expectedGroups(_ set: String, for start: SessionStarted) -> Int {
    expectedGroups(set, stateBefore(start))
  }
}

extension SessionEngine {
  /// A start with so many nameless people and every setting at its default, for showing a method beforehand.
  package func previewedStart(people: Int, language: String) -> SessionStarted {
    let defaults = method.settings.compactMap { setting in setting.defaultValue.map { (setting.id, [$0]) } }
    return SessionStarted(
      method: method.id, methodVersion: method.version, methodHash: "", language: language, mode: .room,
      settings: Dictionary(defaults, uniquingKeysWith: { first, _ in first }),
      people: (1...max(1, people)).map { Person(id: PersonID("p\($0)"), name: "Person \($0)") }, roles: [:],
      agreedEnd: 0, rehearsal: false, site: nil)
  }
}
