import MethodModel

extension Decision {
  /// Opens a take of a leaf: groups are formed, minutes fixed, what waited for this place is revealed.
  mutating func openTake(_ element: FlowElement, _ path: InstancePath, replacing earlier: Take?) throws(Rejection) {
    revealWhatWaited(for: element.id)
    fillSelectedRoles()
    switch element.kind {
    case .step(let step):
      fillRoles(of: step)
      let parts = try formParts(of: step.with)
      fillRoles(in: parts)
      var basis = TimeBasis(parts: parts, in: circles, at: element.id, scope: scope)
      (basis.activities, basis.shown) = (
        step.activities,
        step.sourcesShown(in: state.start?.mode, round: state.frames.round)
      )
      let planned = engine.seconds(of: step.timebox.time, state, basis)
      open(.step, element, path, planned: planned, parts: parts, replacing: earlier)
      if let number = state.takes.last?.number {
        beginTurns(of: number)
        _ = openActivity(of: state.takes[number - 1], after: -1)
      }
    case .rest(let rest):
      openTogether(.rest, element, rest.timebox, path, replacing: earlier)
    case .checkpoint(let checkpoint):
      openTogether(.checkpoint, element, checkpoint.timebox, path, replacing: earlier)
    default: break
    }
  }

  private mutating func openTogether(
    _ kind: Take.Kind, _ element: FlowElement, _ box: Timebox, _ path: InstancePath, replacing earlier: Take?
  ) {
    let circles = circles
    let parts = circles.map { $0.asRoom }
    let basis = TimeBasis(parts: parts, in: circles, at: element.id, scope: scope)
    open(
      kind, element, path, planned: engine.seconds(of: box.time, state, basis), parts: parts, replacing: earlier)
  }

  private mutating func open(
    _ kind: Take.Kind, _ element: FlowElement, _ path: InstancePath, planned: Int, parts: [Part],
    replacing earlier: Take?
  ) {
    let time = engine.time(of: element, planned: planned, state, scope)
    emit(
      TakeOpened(
        number: state.takes.count + 1, path: path, place: element.id, kind: kind, title: render(element),
        attempt: (state.takesByPath[path]?.count ?? 0) + 1, planned: time?.seconds ?? planned, parts: parts,
        about: scope.about, supersedes: earlier?.number, carries: earlier != nil && carriesThings(element),
        allotted: time.flatMap { engine.replanned($0, at: element.id, state) }))
  }

  /// Things of an earlier take are carried along; marks, documents and verdicts start anew.
  private func carriesThings(_ element: FlowElement) -> Bool {
    guard case .step(let step) = element.kind else { return false }
    return step.activities.contains {
      switch $0.kind {
      case .collect, .commit, .cluster, .connect: true
      default: false
      }
    }
  }

  mutating func openInserted(_ step: InsertedStep) {
    let path = InstancePath("\(step.after)+\(step.place)")
    emit(
      TakeOpened(
        number: state.takes.count + 1, path: path, place: step.place, kind: .inserted, title: step.title, attempt: 1,
        planned: step.seconds, parts: roomParts, about: scope.about, supersedes: nil, carries: false))
  }

  /// Opens the activity after the one with that index; `false` when there is none.
  mutating func openActivity(of take: Take, after previous: Int) -> Bool {
    guard case .step(let step)? = index.element(take.place)?.kind else { return false }
    let activities = step.activities
    guard
      let next = activities.indices.first(where: {
        $0 > previous && (activities[$0].mode == nil || activities[$0].mode == state.start?.mode)
      })
    else { return false }
    let activity = activities[next]
    let run = RunID(take: take.number, activity: next)
    let ballot = engine.ballot(of: activity, for: take.parts, state, scope)
    emit(
      ActivityOpened(
        run: run, outcome: activity.target, round: round(of: activity, at: take.path),
        ballot: ballot.things, offers: ballot.offers,
        withoutNames: activity.names.areStored ? nil : true, reads: engine.takesRead(by: activity, state, scope),
        versions: engine.versionsRead(by: activity, state, scope)))
    beginDocuments(activity, run)
    decideWhatIsComputed(activity, run)
    openRunOff(run)
    return true
  }

  /// A new instance opens a new round; another take of the same instance stays in it.
  private func round(of activity: Activity, at path: InstancePath) -> Int {
    var paths: [InstancePath] = []
    for run in state.outcomes[activity.target]?.runs ?? [] {
      let take = state.takes[run.take - 1]
      guard take.status != .dropped, scope.shares(with: take) else { continue }
      let other = engine.withoutRotationLaps(take.path)
      if !paths.contains(other) { paths.append(other) }
    }
    return (paths.firstIndex(of: engine.withoutRotationLaps(path)) ?? paths.count) + 1
  }

  /// A `fill` with `from` begins with a copy of those words.
  private mutating func beginDocuments(_ activity: Activity, _ run: RunID) {
    guard case .fill = activity.kind, activity.into != nil, let from = activity.from else { return }
    if engine.isTable(activity) { return beginRows(activity, run, from) }
    guard let source = engine.words(of: from, state, scope), !source.isEmpty else { return }
    for unit in engine.units(of: activity, state.takes[run.take - 1], state) {
      let target = ThingRef.entry(engine.documentID(activity, run, unit.ref))
      for (field, text) in source.sorted(by: { $0.key < $1.key }) {
        emit(
          CellFilled(
            run: run, outcome: activity.target, target: target, field: field, text: text, author: nil,
            unit: unit.ref, base: nil))
      }
    }
  }

  /// A table with `from` begins with a row for each row, or thing, that a unit may see there.
  private mutating func beginRows(_ activity: Activity, _ run: RunID, _ from: SourceRef) {
    let take = state.takes[run.take - 1]
    let things = engine.things(from, state, scope)
    for unit in engine.units(of: activity, take, state) {
      var sight = UnitSight(engine, unit.ref, in: take, state)
      let part = engine.part(of: unit.ref, in: take)
      let own = things.filter { thing in
        part.flatMap { part in state.entry(thing)?.isMet(by: part) } ?? true && sight.reaches(thing)
      }
      for (number, thing) in own.enumerated() {
        emit(
          EntryAdded(
            run: run, outcome: activity.target, id: EntryID("\(activity.target)-\(run)-\(unit.ref)-\(number + 1)"),
            kind: .row, author: nil, unit: unit.ref,
            fields: state.entry(thing)?.fields ?? ["text": engine.label(of: thing, state)], copyOf: thing, about: nil,
            late: false))
      }
    }
  }

  /// Everyone as one part.
  var roomParts: [Part] { circles.map { $0.asRoom } }

  /// The parts that the phases around make: one circle of all, or theirs.
  var circles: [Circle] {
    circles(in: state.frames)
  }

  func circles(in frames: some Sequence<Frame>) -> [Circle] {
    let everyone = state.meeting?.closes == nil ? state.roster.present : state.roster.people
    var circles = [Circle(key: Part.roomKey, title: "", members: everyone.map(\.id), circles: [:])]
    var around: [Frame] = []
    for frame in frames {
      defer { around.append(frame) }
      switch index.element(frame.place)?.kind {
      case .phase(let phase)?:
        guard let with = phase.with else { continue }
        let elsewhere = engine.people(besides: frame.place, state)
        circles = circles.flatMap { circle in
          engine.narrowed(parts(of: with, in: circle, frame.part), of: with, in: around, state).map { part in
            var keys = circle.circles
            keys[frame.place] = part.key
            let members = elsewhere.isEmpty ? part.members : part.members.filter { !elsewhere.contains($0) }
            return Circle(key: part.key, title: part.title, members: members, circles: keys, at: circle.at)
          }
        }
      case .rotate(let rotate)?:
        circles = circles.flatMap { engine.stations(of: rotate, frame, in: $0, state) }
      default: continue
      }
    }
    return circles
  }

  /// All parts of a circle, or the one whose track this is; one that has lost all its members has none.
  private func parts(of with: Participation, in circle: Circle, _ own: Part?) -> [Part] {
    let parts = engine.parts(of: with, in: circle, state)
    guard var own else { return parts }
    own.members = []
    return [parts.first { $0.key == own.key } ?? own]
  }

  /// The parts of a step; its groups are formed on first use.
  private mutating func formParts(of with: Participation) throws(Rejection) -> [Part] {
    let circles = circles
    if case .groups(let set) = with { try formIfNeeded(set, in: circles) }
    return circles.flatMap { circle in
      engine.narrowed(engine.parts(of: with, in: circle, state), of: with, in: state.frames, state)
    }
  }

  /// Forms the groups of a set where a circle has none yet; each time anew where the author wants that.
  mutating func formIfNeeded(_ set: String, in circles: [Circle]) throws(Rejection) {
    guard let grouping = method.grouping(set) else { return }
    let isAnew = grouping.formed == .eachTime && !isAtWorkBeside(set)
    let open = isAnew ? circles : circles.filter { !engine.isFormed(set, in: $0, state) }
    if !open.isEmpty { try form(grouping, in: open) }
    addGroupOfTrack(grouping)
  }

  /// Whether the tracks beside this one, each for a thing that the groups are there for, have formed them for all.
  private func isAtWorkBeside(_ set: String) -> Bool {
    guard let loop = engine.loop(around: state.frames, for: set),
      let place = state.frames.first(where: { frame in
        frame.queue?.current == loop.thing && !loop.outside.contains { $0.place == frame.place }
      })?.place
    else { return false }
    let tracks = (loop.outside.last?.path ?? .agenda).appending(place).raw + "@"
    return state.takes.contains { take in
      take.isCurrent && take.path.raw.hasPrefix(tracks) && take.parts.contains { $0.key.hasPrefix("\(set)/") }
    }
  }

  /// A thing that was born while others are worked on gets a group of its own, with its authors where they choose.
  private mutating func addGroupOfTrack(_ grouping: Grouping) {
    guard case .things(let source, _) = grouping.basis,
      let thing = engine.subject(ofTrackIn: state.frames, for: grouping.id),
      let groups = state.groups[grouping.id]?.groups, !groups.contains(where: { $0.about == thing })
    else { return }
    let authors = grouping.chosen == .author ? engine.authors(of: thing, state) : []
    let own = engine.things(source, state, Scope()).firstIndex(of: thing).map { $0 + 1 }
    let taken = Set(groups.compactMap { Int($0.number) })
    let number = own.flatMap { taken.contains($0) ? nil : $0 } ?? (taken.max() ?? 0) + 1
    let key = "\(grouping.id)/\(number)"
    emit(
      GroupsFormed(
        set: grouping.id,
        groups: [FormedGroup(key: key, members: [], circles: groups.first?.circles ?? [:], about: thing)], adds: true))
    for person in authors where state.roster[person]?.isPresent ?? false {
      emit(MemberMoved(set: grouping.id, person: person, to: key))
    }
  }

  mutating func form(_ grouping: Grouping, in circles: [Circle]) throws(Rejection) {
    switch grouping.basis {
    case .merge(let base, _), .split(let base, _):
      if state.groups[base] == nil { try formIfNeeded(base, in: circles) }
    case .size, .things: break
    }
    if let by = grouping.by, method.grouping(by) != nil, state.groups[by] == nil {
      try formIfNeeded(by, in: circles)
    }
    let kept = (state.groups[grouping.id]?.groups ?? []).filter { group in
      !circles.contains { $0.circles == group.circles }
    }
    var formed = GroupFormation.Result(groups: [], remark: nil, repeats: nil)
    let loop = engine.loop(around: state.frames, for: grouping.id)
    let things = loop.map { engine.things(for: $0.each, state, engine.scope(in: $0.outside)) }
    let formation = GroupFormation(grouping: grouping, engine: engine, state: state, scope: scope, things: things)
    var next = (kept.compactMap { Int($0.number) }.max() ?? 0) + 1
    for circle in circles {
      let one = try formation.form(circle, numberingFrom: next, using: &random)
      formed.groups += one.groups
      next += one.groups.count
      formed.remark = formed.remark ?? one.remark
      if let repeats = one.repeats { formed.repeats = (formed.repeats ?? 0) + repeats }
    }
    emit(
      GroupsFormed(
        set: grouping.id, groups: formed.groups, remark: formed.remark, repeats: formed.repeats,
        circles: circles.map(\.circles)))
  }
}

/// The people a frame runs for.
struct Circle {
  var key: String
  var title: String
  var members: [PersonID]
  var circles: [String: String]
  /// Where it is in each rotation around it.
  var at: [String: ThingRef]?
  /// What it is as one part; `nil`: the room, or a group inside it.
  var kind: Part.Kind?

  /// The circle's keys in one word.
  var word: String { circles.circleWord }

  var asRoom: Part {
    Part(
      kind: kind ?? (circles.isEmpty ? .room : .group), key: key, title: title, members: members, circles: circles,
      at: at)
  }
}

extension [String: String] {
  /// The keys of a circle in one word, the same for the same circle.
  var circleWord: String { sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";") }
}
