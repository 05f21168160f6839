package import MethodModel

/// An owner of documents, marks or verdicts, with those who act in it.
package struct OwningUnit: Sendable, Hashable {
  package let ref: UnitRef
  package let title: String
  package let members: [PersonID]

  package init(ref: UnitRef, title: String, members: [PersonID]) {
    self.ref = ref
    self.title = title
    self.members = members
  }
}

extension OwningUnit {
  /// Somebody whom the host did not name, where each works alone.
  static let unnamed = OwningUnit(ref: .sheet(0), title: "", members: [])

  /// The owner as events name it; `nil` for somebody unnamed.
  package var named: UnitRef? { ref == .sheet(0) ? nil : ref }
}

/// Who could answer, who was there, who did.
package struct Electorate: Sendable, Hashable {
  /// By role and part.
  package var entitled: [OwningUnit]
  /// E: those of them who were there while entries were taken.
  package var present: [OwningUnit]
  /// Gave an answer or a pass.
  package var answered: Int
}

extension SessionEngine {
  /// The activity that a run is one of.
  package func activity(of run: RunID, _ state: SessionState) -> Activity? {
    if let off = self.run(run, state)?.runOff, case .step(let step)? = index.element(off.place)?.kind {
      return step.activities.indices.contains(off.activity) ? step.activities[off.activity] : nil
    }
    guard state.takes.indices.contains(run.take - 1),
      case .step(let step)? = index.element(state.takes[run.take - 1].place)?.kind
    else { return nil }
    let activities = step.activities
    return activities.indices.contains(run.activity) ? activities[run.activity] : nil
  }

  /// Who owns one document, mark or verdict of an activity in a take.
  package func units(of activity: Activity, _ take: Take, _ state: SessionState) -> [OwningUnit] {
    switch unit(of: activity, take) {
    case .person:
      return take.parts.flatMap(\.members).filter { admits($0, activity, in: take, state) }
        .map { OwningUnit(ref: .person($0), title: state.roster[$0]?.name ?? $0.raw, members: [$0]) }
    case .group: return take.parts.map { owner($0) }
    case .grouping(let set):
      return state.groups[set]?.groups.map {
        OwningUnit(ref: .part($0.key), title: title(ofGroup: $0.key, state), members: $0.members)
      } ?? take.parts.map { owner($0) }
    case .room: return rooms(of: take, state)
    }
  }

  /// Inside a phase with parts, the room is each of them.
  private func rooms(of take: Take, _ state: SessionState) -> [OwningUnit] {
    guard let circle = take.frames.last(where: { frame in take.parts.contains { $0.circles[frame.place] != nil } })
    else { return [OwningUnit(ref: .part(Part.roomKey), title: "", members: take.parts.flatMap(\.members))] }
    var keys: [String] = []
    for part in take.parts { if let key = part.circles[circle.place], !keys.contains(key) { keys.append(key) } }
    return keys.map { key in
      OwningUnit(
        ref: .part(key), title: title(ofGroup: key, state),
        members: take.parts.filter { $0.circles[circle.place] == key }.flatMap(\.members))
    }
  }

  private func owner(_ part: Part) -> OwningUnit {
    OwningUnit(
      ref: part.kind == .person ? .person(PersonID(part.key)) : .part(part.key), title: part.title,
      members: part.members)
  }

  /// The unit an author named, else the default: marks, the person; decisions and computed selections, the part, but
  /// under `alone` the circle; the rest, the part.
  package func unit(of activity: Activity, _ take: Take) -> Unit {
    if let per = activity.per {
      if per == .group, let set = nearestGrouping(of: take) { return .grouping(set) }
      return per
    }
    let isAlone = take.parts.contains { $0.kind == .person }
    switch activity.kind {
    case .vote, .rate, .place: return .person
    case .decide: return isAlone ? .room : .group
    case .select(let selection) where !selection.isOwnChoice: return isAlone ? .room : .group
    default: return .group
    }
  }

  /// The grouping of the step, else of the nearest phase, else the one used last before it.
  private func nearestGrouping(of take: Take) -> String? {
    if case .step(let step)? = index.element(take.place)?.kind, case .groups(let set) = step.with { return set }
    for frame in take.frames.reversed() {
      if case .phase(let phase)? = index.element(frame.place)?.kind, case .groups(let set)? = phase.with { return set }
    }
    let place = take.place
    var last: String?
    for element in method.allElements {
      if element.id == place { break }
      guard Use.scope(of: element.id) == Use.scope(of: place) else { continue }
      if case .step(let step) = element.kind, case .groups(let set) = step.with { last = set }
    }
    return last
  }

  /// Whether a person may mark: holders of roles without marks may not.
  package func mayMark(_ person: PersonID, _ state: SessionState) -> Bool {
    !method.roles.contains { !$0.marks && state.roles[$0.id, default: []].contains(person) }
  }

  /// Who could answer a run, who was there, who did; frozen once entries are closed.
  package func electorate(of run: ActivityRun, _ state: SessionState) -> Electorate {
    guard let activity = activity(of: run.id, state) else { return Electorate(entitled: [], present: [], answered: 0) }
    let take = state.takes[run.id.take - 1]
    var entitled = electors(of: activity, take, state)
    if let frozen = run.entitledAtClose.map({ Set($0) }) {
      entitled = entitled.filter { unit in unit.members.contains { frozen.contains($0) } }
    }
    let present = entitled.filter { unit in unit.members.contains { run.present.contains($0) } }
    let tallied = run.tallies.values.compactMap(\.ballots).max() ?? 0
    let refs = Set(entitled.map(\.ref))
    let named = run.answered.count { unit in
      if case .sheet = unit { true } else { refs.contains(unit) }
    }
    return Electorate(entitled: entitled, present: present, answered: max(named, tallied))
  }

  /// Whether a person is among those who could answer a run, each for themselves.
  func isElector(
    _ person: PersonID, of run: ActivityRun, _ activity: Activity, _ take: Take, _ state: SessionState
  ) -> Bool {
    let isEachTheirOwn =
      switch activity.kind {
      case .vote, .rate, .place: activity.per == nil || activity.per == .person
      case .decide(let decide): decide.rule == .consent || decide.rule == .consensus
      default: false
      }
    return isEachTheirOwn && take.parts.contains { $0.members.contains(person) }
      && admits(person, activity, in: take, state)
      && mayMark(person, state) && run.entitledAtClose?.contains(person) ?? true
  }

  /// Units whose marks count; under a person's unit, people without marks are left out.
  func electors(of activity: Activity, _ take: Take, _ state: SessionState) -> [OwningUnit] {
    let owners: [OwningUnit]
    switch activity.kind {
    case .decide(let decide) where decide.rule == .consent || decide.rule == .consensus:
      owners = take.parts.flatMap(\.members).filter { admits($0, activity, in: take, state) }
        .map { OwningUnit(ref: .person($0), title: state.roster[$0]?.name ?? $0.raw, members: [$0]) }
    default: owners = units(of: activity, take, state)
    }
    switch activity.kind {
    case .vote, .rate, .place, .decide:
      return owners.filter { unit in unit.ref.person.map { mayMark($0, state) } ?? true }
    default: return owners
    }
  }

  func documentID(_ activity: Activity, _ run: RunID, _ unit: UnitRef) -> EntryID {
    EntryID("\(activity.target)-\(run)-\(unit)")
  }
}
