import MethodModel

/// How flow elements become stretches: the expected laps, the longest arm, optional ones and other ways left out.
struct CoursePlan {
  let engine: SessionEngine
  let state: SessionState
  var scope: Scope
  /// The lap of the nearest loop, from 1.
  var lap: Int?
  /// The largest circle around.
  var circle: ExpectedCircle
  /// What a re-plan takes from the leaves.
  var cutting: Cutting?

  init(
    engine: SessionEngine, state: SessionState, scope: Scope = Scope(), lap: Int? = nil, circle: ExpectedCircle? = nil
  ) {
    self.engine = engine
    self.state = state
    self.scope = scope
    self.lap = lap
    self.circle = circle ?? engine.expectedRoom(state)
    cutting = state.replan?.cutting
  }

  func stretches(of body: [FlowElement]) -> [Stretch] {
    let here = body.filter { $0.isThere(in: state.start?.mode, round: lap) }
    guard let floating = here.floating else { return here.map(stretch) }
    return here.filter { $0.id != floating.id }.flatMap { [self.stretch(floating), stretch($0)] }
  }

  /// From a child on, with what floats among all of them.
  func stretches(of body: [FlowElement], from first: Int) -> [Stretch] {
    let rest = Array(body.dropFirst(first))
    guard let floating = body.floating, !rest.contains(floating) else { return stretches(of: rest) }
    return stretches(of: rest + [floating])
  }

  private func stretch(_ element: FlowElement) -> Stretch {
    var stretch = Stretch(place: element.id, kind: .phase)
    switch element.kind {
    case .step(let step):
      stretch.kind = .step
      stretch.isExpected = !step.optional
      fill(&stretch, step)
    case .rest(let rest):
      stretch.kind = rest.floats ? .float : .rest
      fill(&stretch, rest.timebox, basis(at: element.id))
    case .checkpoint(let checkpoint):
      stretch.kind = .checkpoint
      fill(&stretch, checkpoint.timebox, basis(at: element.id))
      stretch.inside = ways(of: element) { $0 == .pass }
    case .phase(let phase):
      if case .groups(let set)? = phase.with { stretch.groups = engine.expectedSizes(set, state) }
      (stretch.isExpected, stretch.inside) = (!phase.optional, inside(element).stretches(of: phase.body))
    case .use(let use): return self.stretch(use, at: element.id)
    case .loop(let loop):
      stretch.kind = .loop
      stretch.inside = (1...max(1, laps(of: loop))).map { self.lap($0, of: loop, at: element.id) }
      stretch.inside += ways(of: element) { _ in false }.filter { $0.kind == .way(.exhausted) }
    case .each(let each):
      let names = names(of: each)
      stretch.kind = .things(names ?? [])
      stretch.times = each.atOnce ? 1 : names?.count ?? engine.expectedItems(for: each, state, at: element.id)
      stretch.limit = each.atOnce ? nil : engine.within(each, state, scope)
      stretch.inside = inside(element).stretches(of: each.body)
    case .meeting(let meeting):
      stretch.kind = meeting.isWindow ? .window : .meeting
      stretch.inside = stretches(of: meeting.body)
    case .parallel(let parallel):
      (stretch.kind, stretch.inside) = (.parallel, stretches(of: parallel.phases))
    case .rotate(let rotate):
      stretch.kind = .loop
      stretch.inside = inside(element).laps(of: rotate, at: element.id)
    case .branch, .choice:
      stretch.kind = if case .branch = element.kind { .branch } else { .choice }
      stretch.inside = longest(of: ways(of: element) { _ in true })
    case .back(let back): stretch.kind = .back(to: back.to)
    case .end(let end): stretch.kind = .end(end.name)
    }
    return stretch
  }

  /// The same for the body of an element, which may run for a part of those around.
  private func inside(_ element: FlowElement) -> CoursePlan {
    var inner = self
    inner.circle = engine.largestCircle(inside: element, in: circle, state)
    return inner
  }

  // MARK: Laps, things and ways

  /// As many as expected; without a test all, with one the first.
  func laps(of loop: Repeat) -> Int {
    loop.expect?.likely ?? (loop.until == nil ? engine.rounds(of: loop, state, scope) : 1)
  }

  /// One lap; the last expected one of a loop with a test stops where the test stands.
  func lap(_ number: Int, of loop: Repeat, at place: String, isCutShort: Bool = true) -> Stretch {
    var inner = self
    inner.lap = number
    var body = loop.body
    if isCutShort, let until = loop.until, number >= laps(of: loop) { body = Array(body.prefix(until.position)) }
    var stretch = Stretch(place: place, kind: .lap(number))
    stretch.inside = inner.stretches(of: body)
    return stretch
  }

  private func laps(of rotate: Rotate, at place: String) -> [Stretch] {
    let laps = engine.expectedRotation(rotate, at: place, state)?.laps ?? engine.rounds(of: rotate, state, scope) ?? 1
    return (1...max(1, laps)).map { lap($0, of: rotate, at: place, isLast: $0 == laps) }
  }

  /// One lap of a rotation, with the changeover behind it.
  func lap(_ number: Int, of rotate: Rotate, at place: String, isLast: Bool) -> Stretch {
    var inner = self
    inner.lap = number
    var stretch = Stretch(place: place, kind: .lap(number))
    stretch.inside = inner.stretches(of: rotate.body)
    if let seconds = engine.seconds(rotate.changeover, state, scope), !isLast {
      var pause = Stretch(place: "\(place)+changeover", kind: .rest)
      pause.reckoning.seconds = seconds
      pause.shortest = seconds
      stretch.inside.append(pause)
    }
    return stretch
  }

  /// What the things are called; `nil` before they exist.
  private func names(of each: ForEach) -> [String]? {
    engine.isSettled(each.itemOf, within: each.within, state)
      ? engine.things(for: each, state, scope).map { engine.label(of: $0, state) } : nil
  }

  private func ways(of element: FlowElement, where isExpected: (BodySlot) -> Bool) -> [Stretch] {
    element.slots.map { slot in
      var way = Stretch(place: element.id, kind: .way(slot))
      way.isExpected = isExpected(slot)
      way.inside = stretches(of: element.body(slot))
      return way
    }
  }

  /// The first of those that take longest is the likely one; what comes after is planned, so one that goes on there.
  private func longest(of ways: [Stretch]) -> [Stretch] {
    let goingOn = ways.contains { !$0.endsSession } ? ways.filter { !$0.endsSession } : ways
    let most = goingOn.map(\.seconds).max() ?? 0
    let likely = ways.firstIndex { $0.seconds == most && goingOn.contains($0) }
    return ways.enumerated().map { place, way in
      var way = way
      way.isExpected = place == likely
      return way
    }
  }

  // MARK: Leaves

  private func fill(_ stretch: inout Stretch, _ step: Step) {
    var basis = basis(at: stretch.place)
    basis.activities = step.activities
    basis.shown = step.sourcesShown(in: state.start?.mode, round: lap)
    if case .groups(let set) = step.with {
      stretch.groups = engine.expectedSizes(set, state)
      let sizes = engine.expectedSizes(set, state, in: circle)
      basis.people = sizes.reduce(0, +)
      basis.largest = sizes.max() ?? 0
      basis.groups = sizes.count
    } else {
      basis.largest = engine.largest(of: step.with, in: circle, state).people
      if case .role = step.with { basis.people = basis.largest }
    }
    fill(&stretch, step.timebox, basis)
  }

  /// What times at a place are multiplied by, where everybody around is together.
  private func basis(at place: String) -> TimeBasis {
    var basis = TimeBasis(expecting: circle, scope: scope)
    (basis.lap, basis.place) = (lap, place)
    return basis
  }

  private func fill(_ stretch: inout Stretch, _ box: Timebox, _ basis: TimeBasis) {
    stretch.reckoning = engine.reckoning(of: box.time, state, basis)
    let planned = stretch.reckoning.seconds
    let time = engine.time(
      of: box, at: stretch.place, planned, isBreak: stretch.kind == .rest || stretch.kind == .float, state, scope)
    if time.seconds < planned { stretch.uncut = planned }
    (stretch.reckoning.seconds, stretch.shortest, stretch.cut) = (time.seconds, time.shortest, time.cut)
    if let cutting { stretch = stretch.cut(by: cutting) }
  }
}

extension Stretch {
  /// Whether the session is over behind it.
  fileprivate var endsSession: Bool {
    if case .end = kind { return isExpected }
    return isExpected
      && inside.contains { inner in
        if case .way = inner.kind { return false }
        return inner.endsSession
      }
  }
}

extension SessionEngine {
  /// How long things are gone through one by one; `nil`: until none is left.
  func within(_ each: ForEach, _ state: SessionState, _ scope: Scope) -> Stretch.Within? {
    seconds(each.limit, state, scope).map { Stretch.Within(seconds: $0, leavesAtOnce: each.atEnd == .leave) }
  }
}
