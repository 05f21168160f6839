import MethodModel
import SessionEngine

// MARK: Clusters and links

extension SimulatedActivity {
  /// Each unit puts nearly everything into some clusters, and now and then finds that two of them are one.
  mutating func cluster(_ imagination: inout Imagination) {
    guard case .cluster(let limits, let expect) = activity.kind else { return }
    for unit in units where unit.ref.person == nil || !imagination.once(in: 12) {
      let things = imagination.shuffled(standing(before: unit).filter { _ in !imagination.once(in: 16) })
      guard !things.isEmpty else { continue }
      let have = engine.clusters(of: unit.ref, in: activity.target, state, scope).count
      let most = (engine.count(limits.atMost, state, scope) ?? 12) - have
      let wanted = expect?.likely ?? max(2, min(7, (things.count + 3) / 4))
      let count = min(things.count, most, max(wanted, engine.count(limits.atLeast, state, scope) ?? 1))
      guard count > 0 else { continue }
      let clusters = (0..<count).map { _ in imagination.entryID() }
      for (turn, thing) in things.enumerated() {
        put(thing, into: clusters[turn % count], isNew: turn < count, unit, &imagination)
      }
      guard count > 2, imagination.once(in: 3) else { continue }
      let merge = MergeEntries(id: imagination.entryID(), entries: Array(clusters.suffix(2)))
      act(.merge(merge), at: time * 14 / 10, by: nil)
    }
  }

  private mutating func put(
    _ thing: ThingRef, into cluster: EntryID, isNew: Bool, _ unit: OwningUnit, _ imagination: inout Imagination
  ) {
    let author = imagination.pick(speakers(unit))
    // The first things make the clusters, before any other thing is put there.
    let second = isNew ? imagination.number(1...max(1, time / 10)) : time / 10 + moment(&imagination)
    act(
      .sort(
        SortThings(
          run: run.id, cluster: cluster, name: isNew ? imagination.subject() : nil, things: [thing], author: author,
          part: part(unit))),
      at: second, by: author)
  }

  /// What a unit can still work with.
  private func standing(before unit: OwningUnit) -> [ThingRef] {
    let offered = Set(engine.offered(in: run, to: unit.ref, state))
    let known = Set(run.ballot)
    return engine.putUp(in: run, state).filter {
      (offered.contains($0) || !known.contains($0)) && engine.standing($0, state) == [$0]
    }
  }

  /// Links from things to some that come after them: in a tree each thing gets one parent, in a graph one or two ends.
  ///
  /// What is linked already, when they come back to it, stays as it is.
  mutating func connect(_ imagination: inout Imagination) {
    guard case .connect(let connecting) = activity.kind else { return }
    for unit in units where unit.ref.person == nil || !imagination.once(in: 12) {
      let links = engine.graph(of: activity.target, unit: unit.named, state, scope).links
      let linked = Set(links.flatMap { [$0.from, $0.to] })
      let things = imagination.shuffled(standing(before: unit)).filter { !linked.contains($0) }
      for (place, thing) in things.enumerated().dropFirst() where !imagination.once(in: 8) {
        let earlier = imagination.shuffled(Array(things[..<place]))
        for other in earlier.prefix(connecting.shape == .graph && imagination.once(in: 3) ? 2 : 1) {
          link(other, thing, connecting, unit, &imagination)
        }
      }
    }
  }

  private mutating func link(
    _ from: ThingRef, _ to: ThingRef, _ connecting: Connecting, _ unit: OwningUnit, _ imagination: inout Imagination
  ) {
    let author = imagination.pick(speakers(unit))
    act(
      .link(
        LinkThings(
          run: run.id, id: imagination.entryID(), from: from, to: to, word: imagination.pick(connecting.words),
          author: author, part: part(unit))),
      at: moment(&imagination), by: author)
  }
}
