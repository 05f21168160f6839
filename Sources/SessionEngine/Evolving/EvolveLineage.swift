extension SessionState {
  /// Puts things into clusters; what they held before can be brought back.
  mutating func sort(_ content: ThingsSorted) {
    var before = content
    before.clusters = content.clusters.compactMap { cluster in
      guard cluster.id != content.begun, let entry = outcomes[content.outcome]?[cluster.id] else { return nil }
      return ThingsSorted.Cluster(id: cluster.id, members: entry.members)
    }
    for cluster in content.clusters {
      outcomes[content.outcome]?.change(cluster.id) { $0.members = cluster.members }
      touch(cluster.id)
    }
    if let unit = content.unit { change(run: content.run) { $0.answered.insert(unit) } }
    rememberUndo(.sorting(before))
  }

  /// What an entry was merged or split into.
  mutating func replace(_ content: EntryRetired, by successors: [EntryID]) {
    outcomes[content.outcome]?.change(content.id) { entry in
      entry.successors = entry.successors.filter { !successors.contains($0) } + successors
    }
    if undoable.last?.undo != .lineage(successors) { rememberUndo(.lineage(successors)) }
  }
}
