import MethodModel

extension Decision {
  /// Things go into a cluster, from wherever they are, or out of theirs.
  mutating func sort(_ sort: SortThings) throws(Rejection) {
    let (run, activity, take) = try run(sort.run)
    guard case .cluster(let limits, _) = activity.kind else {
      throw Rejection(.notActive, "nothing is sorted into clusters in this step")
    }
    guard !isLate(run) else { throw Rejection(.frozen, "the clusters are closed; go back to change them") }
    let author = author(sort.author, for: sort.part, activity, take)
    let unit = try owner(author: author, part: part(sort.part, by: author, take), activity, take)
    for thing in sort.things where !engine.isPutUp(thing, in: run, state) {
      throw notHere(thing, "is not among what is sorted here")
    }
    try checkSeen(sort.things, by: unit.ref, run)
    let things = sort.things.uniqued
    let own = engine.clusters(of: unit.named, in: activity.target, state, engine.scope(of: take))
    var changed = changes(in: own, putting: things, into: sort.cluster)
    var begun: EntryID?
    if let cluster = sort.cluster, !own.contains(where: { $0.id == cluster }) {
      let text = try name(of: sort, among: own, limits, unit)
      begun = cluster
      conclude(
        EntryAdded(
          run: run.id, outcome: activity.target, id: cluster, kind: .cluster, author: author, unit: unit.named,
          fields: ["text": text], copyOf: nil, about: nil, late: false, members: []))
      changed.append(ThingsSorted.Cluster(id: cluster, members: things))
    }
    guard !changed.isEmpty else { throw Rejection(.empty, "they are there already, so nothing was moved") }
    conclude(
      ThingsSorted(run: run.id, outcome: activity.target, unit: unit.named, clusters: changed, begun: begun))
    revealWhenComplete(run, adding: unit.named)
  }

  /// A unit sorts and links what its members may see.
  func checkSeen(_ things: [ThingRef], by unit: UnitRef, _ run: ActivityRun) throws(Rejection) {
    var sight = UnitSight(engine, unit, in: state.takes[run.id.take - 1], state)
    for thing in things where !sight.reaches(thing) {
      throw notOffered(thing, to: unit, run, else: notHere(thing, "has not been shown here yet"))
    }
  }

  /// Every cluster that gains or loses something.
  private func changes(
    in own: [Entry], putting things: [ThingRef], into target: EntryID?
  ) -> [ThingsSorted.Cluster] {
    let moving = Set(things)
    return own.compactMap { cluster in
      let before = engine.members(of: cluster, state)
      let there = Set(before)
      let after =
        cluster.id == target
        ? before + things.filter { !there.contains($0) } : before.filter { !moving.contains($0) }
      return after == before ? nil : ThingsSorted.Cluster(id: cluster.id, members: after)
    }
  }

  /// The name of a cluster that begins, where one more may.
  private func name(
    of sort: SortThings, among own: [Entry], _ limits: Limits, _ unit: OwningUnit
  ) throws(Rejection) -> String {
    guard let id = sort.cluster, state.outcomeOfEntry[id] == nil else {
      throw Rejection(.unknownThing, "that cluster is not one of those that are made here")
    }
    let name = (sort.name ?? "").trimmed
    guard !name.isEmpty else { throw Rejection(.empty, "a new cluster wants a name") }
    if let most = engine.count(limits.atMost, state, scope), own.count >= most {
      let whose = unit.title.isEmpty ? "here" : "for \(unit.title)"
      throw Rejection(.limit, "\(most) clusters are the most \(whose); merge two to make room")
    }
    return name
  }

  /// Puts things back where they were before they were sorted.
  mutating func undoSorting(_ before: ThingsSorted) {
    var back = before
    back.begun = nil
    back.unit = nil
    emit(back)
    if let begun = before.begun { emit(EntryRetired(id: begun, outcome: before.outcome)) }
  }
}
