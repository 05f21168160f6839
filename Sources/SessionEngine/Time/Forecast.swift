package import MethodModel

/// When the session would end if it went on as expected, against what was agreed. Seconds since the start.
package struct Forecast: Sendable, Hashable {
  package var end: Int
  package var agreed: Int

  /// How much later than agreed; negative: ahead.
  package var behind: Int { end - agreed }
}

extension SessionEngine {
  /// Now, and what is left on the likely path.
  package func forecast(_ state: SessionState, elapsed: Int) -> Forecast {
    // In a window each works in their own time: nothing can be late but the calendar.
    let agreed = state.meeting?.closes == nil ? state.agreedEnd : state.clock.spent(at: elapsed)
    return Forecast(end: state.clock.spent(at: elapsed) + remaining(state, elapsed: elapsed).seconds(), agreed: agreed)
  }

  /// What is left of the session as it is expected to run, the open leaf first with what is left of its time.
  package func remaining(_ state: SessionState, elapsed: Int) -> [Stretch] {
    let since = sinceBreak(state, on: state.focus, elapsed: elapsed)
    return remaining(on: .agenda, state, elapsed: elapsed).placingBreaks(since: since) + insertedLeaves(state)
  }

  /// What is left of a track, with those that it waits for beside each other.
  private func remaining(on id: TrackID, _ state: SessionState, elapsed: Int) -> [Stretch] {
    guard let track = state.tracks[id], !track.isDone else { return [] }
    var rest: [Stretch] = []
    switch track.leaf {
    case .take(let number):
      let take = state.takes[number - 1]
      rest.append(openLeaf(take, state, elapsed: elapsed))
      if case .checkpoint(let checkpoint)? = index.element(take.place)?.kind {
        rest += course(in: track.frames[...], state).stretches(of: checkpoint.pass ?? [])
      }
    case .stop(let stop) where stop.kind == .choice || stop.kind == .branch:
      rest += index.element(stop.place).map { course(in: track.frames[...], state).stretches(of: [$0]) } ?? []
    case .fork(let fork): rest.append(beside(fork, state, elapsed: elapsed))
    case .stop, .none: break
    }
    for depth in track.frames.indices.dropFirst(track.base).reversed() {
      let frame = track.frames[depth]
      let course = course(in: track.frames[...depth], state)
      rest += course.stretches(of: index.body(of: frame), from: frame.index + 1)
      rest += laterLaps(of: frame, course, before: rest.seconds(), elapsed: elapsed)
      // A meeting's end is what was agreed; what comes in the next one is another day's time.
      if case .meeting(let meeting)? = index.element(frame.place)?.kind {
        return meeting.isWindow ? [window(at: frame.place, of: rest)] : rest
      }
    }
    return rest
  }

  /// Days in which each works in their own time.
  private func window(at place: String, of rest: [Stretch]) -> Stretch {
    var window = Stretch(place: place, kind: .window)
    window.inside = rest
    return window
  }

  private func beside(_ fork: Fork, _ state: SessionState, elapsed: Int) -> Stretch {
    var stretch = Stretch(place: fork.place, kind: .parallel)
    stretch.inside = fork.tracks.map { track in
      var way = Stretch(place: fork.place, kind: .phase)
      way.inside = remaining(on: track, state, elapsed: elapsed)
      return way
    }
    return stretch
  }

  /// The planned seconds of what is inside an element, for the people who are there.
  func plannedSeconds(inside element: FlowElement, _ state: SessionState, _ scope: Scope) -> Int {
    element.bodies.reduce(0) {
      $0 + CoursePlan(engine: self, state: state, scope: scope).stretches(of: $1).placingBreaks(since: 0).seconds()
    }
  }

  private func course(in frames: ArraySlice<Frame>, _ state: SessionState) -> CoursePlan {
    CoursePlan(
      engine: self, state: state, scope: scope(in: frames), lap: frames.round, circle: largestCircle(in: frames, state))
  }

  private func openLeaf(_ take: Take, _ state: SessionState, elapsed: Int) -> Stretch {
    let used = take.used(at: state.clock.running(at: elapsed))
    var leaf = Stretch(place: take.place, kind: take.stretchKind)
    leaf.take = take.number
    leaf.reckoning.seconds = take.isInWindow ? 0 : max(0, take.allotted - used)
    leaf.shortest = min(leaf.reckoning.seconds, max(0, shortest(of: take, state) - used))
    leaf.cut = index.element(take.place)?.timebox?.cut ?? .shorten
    return leaf
  }

  private func insertedLeaves(_ state: SessionState) -> [Stretch] {
    state.inserted.filter { state.takesByPath[InstancePath("\($0.after)+\($0.place)")] == nil }.map { inserted in
      var leaf = Stretch(place: inserted.place, kind: .inserted)
      leaf.reckoning.seconds = inserted.seconds
      leaf.shortest = inserted.seconds
      return leaf
    }
  }

  /// Laps and things that are still to come in a frame.
  ///
  /// - Parameter ahead: seconds that what is in hand still takes.
  private func laterLaps(
    of frame: Frame, _ course: CoursePlan, before ahead: Int, elapsed: Int
  ) -> [Stretch] {
    switch index.element(frame.place)?.kind {
    case .loop(let loop)? where frame.slot == .main:
      let first = (frame.lap ?? 1) + 1
      return (first..<max(first, course.laps(of: loop) + 1)).map { lap in
        course.lap(lap, of: loop, at: frame.place, isCutShort: false)
      }
    case .rotate(let rotate)?:
      let laps = frame.rotation.flatMap { course.state.rotations[$0]?.laps } ?? 0
      let first = (frame.lap ?? 1) + 1
      return (first..<max(first, laps + 1)).map { lap in
        var stretch = course.lap(lap, of: rotate, at: frame.place, isLast: true)
        if let seconds = seconds(rotate.changeover, course.state, course.scope) {
          var pause = Stretch(place: "\(frame.place)+changeover", kind: .rest)
          pause.reckoning.seconds = seconds
          pause.shortest = seconds
          stretch.inside.insert(pause, at: 0)
        }
        return stretch
      }
    case .each(let each)?:
      var stretch = Stretch(place: frame.place, kind: .things([]))
      stretch.times = frame.queue?.waiting.count ?? 0
      if let queue = frame.queue, !each.atOnce, var limit = within(each, course.state, course.scope) {
        limit.seconds -= course.state.clock.running(at: elapsed) - queue.began + ahead
        stretch.limit = limit
      }
      stretch.inside = course.stretches(of: each.body)
      return [stretch]
    default: return []
    }
  }
}

extension SessionEngine {
  /// The whole agenda as it is expected to run for the people at the start.
  package func course(for start: SessionStarted) -> [Stretch] {
    CoursePlan(engine: self, state: stateBefore(start)).stretches(of: method.agenda).placingBreaks(since: 0)
  }

  /// The planned seconds of the whole agenda for the people at the start.
  package func plannedSeconds(for start: SessionStarted) -> Int { course(for: start).seconds() }

  /// The planned seconds of one element for the people at the start, each step once.
  package func plannedSeconds(of element: FlowElement, for start: SessionStarted) -> Int {
    let planned = course(for: start).first(at: element.id)
    return planned.map { $0.kind == .float ? $0.reckoning.seconds : $0.seconds } ?? 0
  }

  /// How many groups of a set there would be for the people at the start.
  package func expectedGroups(_ set: String, for start: SessionStarted) -> Int {
    expectedGroups(set, stateBefore(start))
  }

  /// The people and settings of a start, before anything was run.
  func stateBefore(_ start: SessionStarted) -> SessionState {
    var state = SessionState()
    state.start = start
    for person in start.people { state.roster.put(person) }
    state.roles = start.roles
    return state
  }

  /// A start with so many nameless people and every setting at its default, for showing a method beforehand.
  package func previewedStart(people: Int, language: String) -> SessionStarted {
    let defaults = method.settings.compactMap { setting in setting.defaultValue.map { (setting.id, [$0]) } }
    return SessionStarted(
      method: method.id, methodVersion: method.version, methodHash: "", usedHashes: nil, language: language,
      mode: method.fit.mode(isRemote: false),
      settings: Dictionary(defaults, uniquingKeysWith: { first, _ in first }),
      people: (1...max(1, people)).map { Person(id: PersonID("p\($0)"), name: "Person \($0)") }, roles: [:],
      agreedEnd: 0, rehearsal: false, site: nil)
  }
}

extension SessionStarted {
  /// It lays a method out beforehand: what is not given yet will be.
  var isPreview: Bool { methodHash.isEmpty }
}

extension Take {
  fileprivate var stretchKind: Stretch.Kind {
    switch kind {
    case .step: .step
    case .rest: .rest
    case .checkpoint: .checkpoint
    case .inserted: .inserted
    }
  }
}

extension FlowElement {
  /// The time of a leaf; `nil` for what only holds leaves.
  package var timebox: Timebox? {
    switch kind {
    case .step(let step): step.timebox
    case .rest(let rest): rest.timebox
    case .checkpoint(let checkpoint): checkpoint.timebox
    default: nil
    }
  }
}
