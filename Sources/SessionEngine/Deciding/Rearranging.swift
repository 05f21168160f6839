import MethodModel

extension Decision {
  /// Several entries become one under a new id; withdrawing it brings them back.
  mutating func merge(_ merge: MergeEntries) throws(Rejection) {
    let parents = try rearranged(merge.entries.uniqued)
    guard let last = parents.last, parents.count > 1 else {
      throw Rejection(.empty, "name at least two that are to become one")
    }
    guard Set(parents.map(\.kind)).count == 1, Set(parents.map { state.outcomeOfEntry[$0.id] }).count == 1 else {
      throw Rejection(.unknownThing, "only entries of one kind and one outcome can be merged")
    }
    try checkFresh(merge.id)
    var fields: [String: String] = [:]
    for parent in parents.reversed() { fields.merge(parent.fields.filter { !$0.value.isEmpty }) { $1 } }
    try fields.merge(checkedWords(merge.fields, of: last)) { $1 }
    let outcome = state.outcomeOfEntry[last.id] ?? ""
    conclude(
      EntryAdded(
        run: last.run, outcome: outcome, id: merge.id, kind: last.kind, author: common(parents.map(\.author)),
        unit: common(parents.map(\.unit)), fields: fields, copyOf: nil, about: common(parents.map(\.subject)),
        late: false, members: last.kind == .cluster ? parents.flatMap { engine.members(of: $0, state) }.uniqued : nil,
        parents: parents.map(\.id), carries: merge.carries ? true : nil))
    for parent in parents { conclude(EntryRetired(id: parent.id, outcome: outcome, into: [merge.id])) }
  }

  /// One entry becomes several under new ids.
  mutating func split(_ split: SplitEntry) throws(Rejection) {
    guard let entry = try rearranged([split.entry]).first, split.parts.count > 1 else {
      throw Rejection(.empty, "say at least two things that it becomes")
    }
    guard Set(split.parts.map(\.id)).count == split.parts.count else {
      throw Rejection(.idReused, "every part needs an id of its own")
    }
    let named = Set(split.parts.flatMap(\.things))
    let members = engine.members(of: entry, state)
    guard named.isSubset(of: members) else {
      throw Rejection(.unknownThing, "only what is in the cluster can be divided up")
    }
    let outcome = state.outcomeOfEntry[entry.id] ?? ""
    for (place, part) in split.parts.enumerated() {
      try checkFresh(part.id)
      var fields = entry.fields
      try fields.merge(checkedWords(part.fields, of: entry)) { $1 }
      let things = place == 0 ? members.filter { part.things.contains($0) || !named.contains($0) } : part.things
      conclude(
        EntryAdded(
          run: entry.run, outcome: outcome, id: part.id, kind: entry.kind, author: entry.author, unit: entry.unit,
          fields: fields, copyOf: nil, about: entry.subject, late: false,
          members: entry.kind == .cluster ? things : nil, parents: [entry.id]))
    }
    conclude(EntryRetired(id: entry.id, outcome: outcome, into: split.parts.map(\.id)))
  }

  /// The entries of those ids, where the sender may rearrange them.
  private func rearranged(_ ids: [EntryID]) throws(Rejection) -> [Entry] {
    var entries: [Entry] = []
    for id in ids {
      let entry = try self.entry(id).entry
      guard [.item, .action, .cluster].contains(entry.kind) else {
        throw Rejection(.notActive, "only ideas, actions and clusters are merged or split")
      }
      guard !entry.isRetired else {
        throw Rejection(.unknownThing, "“\(entry.text)” has been withdrawn, merged or split already")
      }
      guard mayRearrange(entry) else {
        throw Rejection(.notYours, "what is not shown or not sorted here cannot be merged or split")
      }
      entries.append(entry)
    }
    return entries
  }

  /// The host where the words may be seen; a participant what is sorted in the open step, and the own clusters.
  private func mayRearrange(_ entry: Entry) -> Bool {
    guard let person = actingPerson else { return engine.sight(of: entry, state, for: .host) != .counted }
    guard case .take(let number) = state.leaf, let run = state.takes[number - 1].runs.last, run.status == .open,
      let activity = engine.activity(of: run.id, state), case .cluster = activity.kind
    else { return false }
    guard entry.kind == .cluster else { return engine.isPutUp(.entry(entry.id), in: run, state) }
    return engine.units(of: activity, state.takes[number - 1], state).contains {
      $0.ref == entry.unit && $0.members.contains(person)
    }
  }

  private func checkFresh(_ id: EntryID) throws(Rejection) {
    guard state.outcomeOfEntry[id] == nil else {
      throw Rejection(.idReused, "an entry with this id exists; send it anew under another id")
    }
  }

  /// What all of them have in common.
  private func common<Value: Hashable>(_ values: [Value?]) -> Value? {
    Set(values).count == 1 ? values[0] : nil
  }

  // MARK: Taking back

  /// Brings a withdrawn entry back; what it was merged from goes again.
  mutating func bringBack(_ id: EntryID) {
    guard let outcome = state.outcomeOfEntry[id], let entry = state.outcomes[outcome]?[id] else { return }
    emit(EntryRevived(id: id, outcome: outcome))
    guard entry.parents.count > 1 else { return }
    for parent in entry.parents { emit(EntryRetired(id: parent, outcome: outcome, into: [id])) }
  }

  /// Takes back a merge or a split.
  mutating func undoLineage(_ children: [EntryID]) {
    guard let first = children.first, let outcome = state.outcomeOfEntry[first],
      let parents = state.outcomes[outcome]?[first]?.parents
    else { return }
    for child in children { emit(EntryRetired(id: child, outcome: outcome)) }
    for parent in parents { emit(EntryRevived(id: parent, outcome: outcome)) }
  }
}
