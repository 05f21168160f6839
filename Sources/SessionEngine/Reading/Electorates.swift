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
    guard state.takes.indices.contains(run.take - 1) else { return nil }
    if let off = state.runOff(of: run) { return index.activity(off.activity, at: off.place) }
    return index.activity(run.activity, at: state.takes[run.take - 1].place)
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

  /// The unit in which a person owns something, the first where there are several.
  func unit(with person: PersonID, in activity: Activity, _ take: Take, _ state: SessionState) -> OwningUnit? {
    switch unit(of: activity, take) {
    case .person:
      guard take.parts.contains(where: { $0.members.contains(person) }), admits(person, activity, in: take, state)
      else { return nil }
      return OwningUnit(ref: .person(person), title: state.roster[person]?.name ?? person.raw, members: [person])
    case .group: return take.parts.first { $0.members.contains(person) }.map { owner($0) }
    case .grouping, .room: return units(of: activity, take, state).first { $0.members.contains(person) }
    }
  }

  /// The unit that a command names by its key.
  func unit(named key: String, in activity: Activity, _ take: Take, _ state: SessionState) -> OwningUnit? {
    switch unit(of: activity, take) {
    case .person: unit(with: PersonID(key), in: activity, take, state)
    case .group: take.parts.first { $0.key == key }.map { owner($0) }
    case .grouping, .room:
      units(of: activity, take, state).first { $0.ref == .part(key) || $0.ref.person?.raw == key }
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
      if per == .group, let set = nearestGrouping(at: take.place) { return .grouping(set) }
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
  func nearestGrouping(at place: String) -> String? {
    if case .step(let step)? = index.element(place)?.kind, case .groups(let set) = step.with { return set }
    for outer in index.ancestry(of: place).dropFirst() {
      if case .phase(let phase)? = index.element(outer)?.kind, case .groups(let set)? = phase.with { return set }
    }
    var last: String?
    for element in index.allElements {
      if element.id == place { break }
      guard Use.scope(of: element.id) == Use.scope(of: place) else { continue }
      switch element.kind {
      case .step(let step): if case .groups(let set) = step.with { last = set }
      case .phase(let phase): if case .groups(let set)? = phase.with { last = set }
      default: break
      }
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
    let electors = run.entitledAtClose.map { self.electors($0, of: activity, take, state) }
    let entitled = (electors ?? self.electors(of: activity, take, state)).filter {
      tied(for: $0.ref, in: run, state)?.isEmpty != true
    }
    let present = entitled.filter { unit in unit.members.contains { run.present.contains($0) } }
    let summed = run.isSealed ? 0 : run.sheetsSummed
    let refs = Set(entitled.map(\.ref))
    let named = run.answered.count { $0.isSheet || refs.contains($0) }
    // Who counted more sheets than people are left has counted those who are known by name too.
    let isApart = named + summed <= entitled.count
    return Electorate(
      entitled: entitled, present: present, answered: isApart ? named + summed : max(named, summed))
  }

  /// At least so many there could answer a run, found without a look at everybody: in a large room most answers come
  /// long before the last one.
  func fewestElectors(of run: ActivityRun, _ activity: Activity, _ state: SessionState) -> Int {
    let parts = state.takes[run.id.take - 1].parts
    // Elsewhere somebody might have two seats.
    let isEachOnce = parts.count == 1 || parts.allSatisfy { $0.kind == .person }
    guard isEachTheirOwn(activity), activity.by == nil, run.entitledAtClose == nil, isEachOnce,
      run.runOff?.parts == nil
    else { return 0 }
    let seats = parts.reduce(0) { $0 + $1.members.count }
    let unheard = method.roles.reduce(0) { $1.marks ? $0 : $0 + state.roles[$1.id, default: []].count }
    var silent = 0
    if case .step(let step)? = index.element(state.takes[run.id.take - 1].place)?.kind {
      silent = silentPeople(in: step, state.takes[run.id.take - 1], state).count
    }
    return run.present.count + seats - state.roster.people.count - unheard - silent
  }

  /// Whether everybody answers for themselves.
  private func isEachTheirOwn(_ activity: Activity) -> Bool {
    switch activity.kind {
    case .vote, .rate, .place: activity.per == nil || activity.per == .person
    case .decide(let decide): decide.rule == .consent || decide.rule == .consensus
    default: false
    }
  }

  /// Whether a person is among those who could answer a run, each for themselves.
  func isElector(
    _ person: PersonID, of run: ActivityRun, _ activity: Activity, _ take: Take, _ state: SessionState
  ) -> Bool {
    isEachTheirOwn(activity) && take.parts.contains { $0.members.contains(person) }
      && run.entitledAtClose?.contains(person)
        ?? (admits(person, activity, in: take, state) && mayMark(person, state))
      && tied(for: .person(person), in: run, state)?.isEmpty != true
  }

  /// Those who could answer when entries were closed: who has come to another role since has voted all the same.
  private func electors(
    _ people: [PersonID], of activity: Activity, _ take: Take, _ state: SessionState
  ) -> [OwningUnit] {
    guard isEachTheirOwn(activity) || unit(of: activity, take) == .person else {
      let frozen = Set(people)
      return units(of: activity, take, state).filter { unit in unit.members.contains { frozen.contains($0) } }
    }
    return people.map { OwningUnit(ref: .person($0), title: state.roster[$0]?.name ?? $0.raw, members: [$0]) }
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
    let isMarked =
      switch activity.kind {
      case .vote, .rate, .place, .decide: true
      default: false
      }
    return owners.filter { unit in
      guard let person = unit.ref.person else { return true }
      return (!isMarked || mayMark(person, state)) && silentRole(of: person, in: take, state) == nil
    }
  }

  /// The role for which a person stays silent in a take; `nil` where they may speak.
  func silentRole(of person: PersonID, in take: Take, _ state: SessionState) -> String? {
    guard case .step(let step)? = index.element(take.place)?.kind else { return nil }
    return step.silent.first { silentPeople(called: $0, in: take, state).contains(person) }
  }

  /// Who says and enters nothing in a step.
  package func silentPeople(in step: Step, _ take: Take, _ state: SessionState) -> Set<PersonID> {
    step.silent.reduce(into: []) { $0.formUnion(silentPeople(called: $1, in: take, state)) }
  }

  /// Who says nothing in a step and enters as others do.
  func listeners(in step: Step, _ take: Take, _ state: SessionState) -> Set<PersonID> {
    step.listens.reduce(into: []) { $0.formUnion(silentPeople(called: $1, in: take, state)) }
  }

  /// The author is that of the thing that lies where one is.
  func silentPeople(called who: String, in take: Take, _ state: SessionState) -> [PersonID] {
    guard who == Role.author else { return people(called: who, in: take.frames, state) }
    return take.parts.flatMap { part in
      let authors = people(called: who, in: take.frames, at: part, state)
      return part.members.filter { authors.contains($0) }
    }
  }

  func documentID(_ activity: Activity, _ run: RunID, _ unit: UnitRef) -> EntryID {
    EntryID("\(activity.target)-\(run)-\(unit)")
  }
}
