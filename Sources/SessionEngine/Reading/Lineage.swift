package import MethodModel

extension SessionState {
  /// The entry that a thing is; `nil` for values, groups and people.
  package func entry(_ thing: ThingRef) -> Entry? {
    thing.entry.flatMap { id in outcomeOfEntry[id].flatMap { outcomes[$0]?[id] } }
  }
}

extension SessionEngine {
  /// What a thing has become: itself, what it was merged or split into, or nothing once it was withdrawn.
  package func standing(_ thing: ThingRef, _ state: SessionState) -> [ThingRef] {
    guard let entry = state.entry(thing), entry.isRetired else { return [thing] }
    return entry.successors.flatMap { standing(.entry($0), state) }
  }

  /// What things have become, each once, at its earliest place.
  func standing(_ things: [ThingRef], _ state: SessionState) -> [ThingRef] {
    things.flatMap { standing($0, state) }.uniqued
  }

  /// Everything that was ever put up in a run, in an order that only grows: what people work with by its number.
  ///
  /// What things were merged or split into comes at the end, and so does what was said since where things are sorted
  /// or joined; those that are gone keep their number.
  package func putUp(in run: ActivityRun, _ state: SessionState) -> [ThingRef] {
    guard let activity = activity(of: run.id, state) else { return run.ballot }
    let fresh =
      activity.takesNewThings
      ? ballot(of: activity, state, scope(of: state.takes[run.id.take - 1])) : standing(run.ballot, state)
    let known = Set(run.ballot)
    return run.ballot + fresh.filter { !known.contains($0) }
  }

  /// Whether a thing is put up in a run and still stands.
  func isPutUp(_ thing: ThingRef, in run: ActivityRun, _ state: SessionState) -> Bool {
    guard !isRetired(thing, state) else { return false }
    return run.onBallot.contains(thing) || putUp(in: run, state).contains(thing)
  }

  /// Whether a thing is put up for a unit: where `where` says `own`, only what names that unit or came from it.
  package func isOffered(
    _ thing: ThingRef, to unit: OwningUnit, _ activity: Activity, _ state: SessionState
  ) -> Bool {
    if let person = thing.person, activity.choosesPeople, case .part = unit.ref, !unit.members.contains(person) {
      return false
    }
    guard activity.filters.filter({ $0.expected == .own }).allSatisfy({ isOf(unit, thing, by: $0.field, state) }) else {
      return false
    }
    guard case .person(let person) = unit.ref else { return true }
    func chose(_ source: SourceRef) -> Bool { privateChoices(of: person, in: source, state).contains(thing) }
    let hidden = Set(activity.within.filter { isChosenInPrivate($0, state) })
    let isLetIn =
      hidden.isEmpty
      || activity.within.contains { hidden.contains($0) ? chose($0) : things($0, state, Scope()).contains(thing) }
    return isLetIn && !activity.except.contains { isChosenInPrivate($0, state) && chose($0) }
  }

  /// Whether a thing is a unit's own: made by it, at its own station, about what it made, or with its name in a field.
  func isOf(_ unit: OwningUnit, _ thing: ThingRef, by field: String, _ state: SessionState) -> Bool {
    if let person = thing.person { return unit.members.contains(person) }
    if thing.kind == .group { return isGroup(thing.id, of: unit, state) }
    guard let entry = state.entry(thing) else { return false }
    if field == "by" { return isMade(entry, by: unit, state) }
    if field == "at" || field == "about" {
      return tagged(field, thing, state).contains { isOf(unit, $0, by: "by", state) }
    }
    let text = entry.fields[field] ?? ""
    switch unit.ref {
    case .part(let key): return text == key || text == ThingRef(kind: .group, id: key).word
    case .person(let id): return text == id.raw || text == state.roster[id]?.name
    case .sheet: return true
    }
  }

  /// Whether an entry came from a unit, from one of its people, or from a group that one of them is in.
  private func isMade(_ entry: Entry, by unit: OwningUnit, _ state: SessionState) -> Bool {
    if entry.unit == unit.ref || entry.author.map({ unit.members.contains($0) }) ?? false { return true }
    if case .part(let key)? = entry.unit { return isGroup(key, of: unit, state) }
    return false
  }

  /// Whether a group is a unit, or one of the unit's people is in it.
  private func isGroup(_ key: String, of unit: OwningUnit, _ state: SessionState) -> Bool {
    if case .part(key) = unit.ref { return true }
    guard let set = state.groups[String(key.prefix { $0 != "/" })] else { return false }
    return set.groups.first { $0.key == key }?.members.contains { unit.members.contains($0) } ?? false
  }

  // MARK: Clusters

  /// The clusters that a unit works on, those without things too.
  package func clusters(
    of unit: UnitRef?, in outcome: String, _ state: SessionState, _ scope: Scope
  ) -> [Entry] {
    guard let content = state.outcomes[outcome] else { return [] }
    return currentEntries(content, state, scope).filter { $0.kind == .cluster && $0.unit == unit }
  }

  /// The things of a cluster as they stand.
  package func members(of cluster: Entry, _ state: SessionState) -> [ThingRef] { standing(cluster.members, state) }

  /// The clusters of an outcome that hold something, or what is in them.
  func thingsOfClusters(
    _ source: SourceRef, _ outcome: OutcomeState, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    let clusters = currentEntries(outcome, state, scope).filter { !members(of: $0, state).isEmpty }
    switch source.part {
    case nil: return clusters.map { .entry($0.id) }
    case "members"?: return clusters.flatMap { members(of: $0, state) }.uniqued
    case let field?: return clusters.filter { !($0.fields[field] ?? "").isEmpty }.map { .entry($0.id) }
    }
  }

  /// What a thing in hand holds under a part of it; the thing itself where that is a field of it.
  func held(_ part: String?, by thing: ThingRef, _ state: SessionState) -> [ThingRef] {
    guard part == "members", let entry = state.entry(thing), entry.kind == .cluster else { return [thing] }
    return members(of: entry, state)
  }

  // MARK: Points

  /// For each thing of a ballot whose points count for what it was merged into: that.
  func carriedPoints(in run: ActivityRun, _ state: SessionState) -> [ThingRef: ThingRef] {
    guard !state.carriers.isEmpty, case .vote(let vote)? = activity(of: run.id, state)?.kind, vote.kind != .approval
    else {
      return [:]
    }
    var carried: [ThingRef: ThingRef] = [:]
    for thing in run.ballot {
      guard let carrier = carrier(of: thing, state), !run.ballot.contains(carrier) else { continue }
      carried[thing] = carrier
    }
    return carried
  }

  private func carrier(of thing: ThingRef, _ state: SessionState) -> ThingRef? {
    guard let entry = state.entry(thing), entry.isRetired, let next = entry.successors.last,
      let child = state.entry(.entry(next)), child.carriesMarks
    else { return nil }
    return child.isRetired ? carrier(of: .entry(next), state) : .entry(next)
  }
}

extension Activity {
  /// What is said while people sort or join things is put up too.
  var takesNewThings: Bool {
    switch kind {
    case .cluster, .connect: true
    default: false
    }
  }
}
