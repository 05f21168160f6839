import MethodModel

extension SessionEngine {
  /// How many things an author expects in a source: as many as `expect` says, which is for all together, else the most
  /// that each unit may write, times the units; of documents one from each.
  ///
  /// - Parameter place: where they are read. Parts that it shares with the writer count as one; `nil`: it shares none.
  func expectedItems(_ source: SourceRef, _ state: SessionState, at place: String? = nil) -> Int {
    expectedItems(source, state, at: place, besides: [])
  }

  /// How many things a for-each is expected to go through.
  func expectedItems(for each: ForEach, _ state: SessionState, at place: String) -> Int {
    narrowed(
      expectedOrThere(each.itemOf, state, at: place), within: each.within, except: each.except, state, at: place,
      besides: [])
  }

  /// How many things an activity is expected to be about; `nil` where it is about none.
  func expectedItems(of activity: Activity, _ state: SessionState, at place: String?) -> Int? {
    guard let source = activity.of ?? activity.from else { return nil }
    return narrowed(
      expectedOrThere(source, state, at: place), within: activity.within, except: activity.except, state, at: place,
      besides: [])
  }

  /// What is known already counts as it is, though not yet what of it is taken.
  private func expectedOrThere(_ source: SourceRef, _ state: SessionState, at place: String?) -> Int {
    let there = things(source, state, Scope()).count
    return there > 0 && isSettled(source, state) ? there : expectedItems(source, state, at: place)
  }

  /// - Parameter seen: outcomes that are being counted: two may be chosen from each other.
  private func expectedItems(
    _ source: SourceRef, _ state: SessionState, at place: String?, besides seen: Set<String>
  ) -> Int {
    if let list = method.list(source.name) { return list.values.count }
    if let setting = method.setting(source.name) { return setting.expect?.likely ?? setting.values.count }
    if method.role(source.name) != nil { return expectedHolders(source.name, state) }
    if method.grouping(source.name) != nil { return expectedGroups(source.name, state) }
    if source.name == "people" { return state.roster.present.count }
    if source.part == "objections" || source.part == "concerns" { return 1 }
    guard let writer = index.writers[source.name] else { return isInHand(source.name, at: place) ? 1 : 0 }
    guard !seen.contains(source.name) else { return 0 }
    func offered(_ other: SourceRef?) -> Int {
      guard let other else { return 0 }
      let seen = seen.union([source.name])
      return narrowed(
        expectedItems(other, state, at: place, besides: seen), within: writer.within, except: writer.except, state,
        at: place, besides: seen)
    }
    func all(_ limit: Count?) -> Int {
      (count(limit, state, Scope()) ?? 0) * expectedUnits(writing: source.name, state, place)
    }
    switch writer.kind {
    case .select(let selection):
      let offered = offered(writer.from)
      let kept =
        switch selection.lot?.size {
        case .share(let share): selection.expect?.likely ?? Selection.Lot.part(share, of: offered)
        case .count(let count): kept(of: offered, selection, most: all(count))
        case nil: kept(of: offered, selection, most: all(selection.top ?? selection.limits.atMost))
        }
      return selection.rest == source.name ? max(0, offered - kept) : kept
    case .collect(let limits, _, let expect), .commit(let limits, let expect), .cluster(let limits, let expect):
      return expect?.likely ?? all(limits.atMost)
    case .place(let placing):
      // Into each corner of a map, or zone, its share.
      let parts = source.part == nil ? 1 : placing.zones.map { max(1, offered($0)) } ?? 4
      return (offered(writer.of) + parts - 1) / parts
    case .fill(_, let limits):
      let units = writer.shape == .table ? 1 : expectedUnits(writing: source.name, state, place)
      return count(limits.atMost, state, Scope()) ?? units
    default: return 0
    }
  }

  /// How many of those offered are kept: what is said, else as many as may be; where nothing limits them, all.
  private func kept(of offered: Int, _ selection: Selection, most: Int) -> Int {
    if let expect = selection.expect { return expect.likely }
    guard most > 0 else { return offered }
    return offered > 0 ? min(most, offered) : most
  }

  /// Of so many only those in some outcomes, without those in others; what nobody can count narrows nothing.
  private func narrowed(
    _ things: Int, within: [SourceRef], except: [SourceRef], _ state: SessionState, at place: String?,
    besides seen: Set<String>
  ) -> Int {
    func all(_ sources: [SourceRef]) -> Int {
      sources.reduce(0) { $0 + expectedItems($1, state, at: place, besides: seen) }
    }
    let kept = all(within)
    let removed = all(except.filter { isMade($0, before: place) })
    return max(0, (kept > 0 ? min(things, kept) : things) - removed)
  }

  /// Whether a source can hold anything yet when a place is first reached.
  private func isMade(_ source: SourceRef, before place: String?) -> Bool {
    let target = index.writers[source.name]?.target ?? source.name
    guard let place, let home = index.writerPlaces[source.name] ?? index.writerPlaces[target] else { return true }
    return index.allElements.first { $0.id == home || $0.id == place }?.id == home
  }

  /// Whether a name stands for one thing there: that of a for-each around it.
  private func isInHand(_ name: String, at place: String?) -> Bool {
    place.map { index.ancestry(of: $0) }?.contains { outer in
      if case .each(let each)? = index.element(outer)?.kind { each.name == name } else { false }
    } ?? false
  }

  /// Whether what a source holds is final: written already, given at the start, or named by the method itself.
  func isSettled(_ source: SourceRef, _ state: SessionState) -> Bool {
    if index.outcomeKinds[source.name] != nil { return !(outcome(source.name, state)?.runs.isEmpty ?? true) }
    if method.setting(source.name) != nil {
      return state.start?.isPreview != true || state.start?.settings[source.name]?.isEmpty == false
    }
    return method.role(source.name) == nil || state.roles[source.name] != nil
  }

  /// Whether the same holds of all that they are looked for in.
  func isSettled(_ source: SourceRef, within: [SourceRef], _ state: SessionState) -> Bool {
    ([source] + within).allSatisfy { isSettled($0, state) }
  }

  /// How many hold a role: as it is, else as few as it needs; of those without a role all whom no other one needs.
  func expectedHolders(_ id: String, _ state: SessionState) -> Int {
    if let holders = state.roles[id] { return holders.count }
    guard let role = method.role(id) else { return 0 }
    if role.filled == .selected, let from = role.from, index.writers[from.name]?.saysHowMany ?? (from.name != "people")
    {
      let chosen = max(role.people.lower, expectedItems(from, state))
      return min(chosen, role.people.upper ?? chosen)
    }
    guard role.filled == .rest else { return role.people.lower }
    let others = method.roles.filter { role.leavesOut(holdersOf: $0) && $0.per == .room }
    let needed = others.reduce(0) { $0 + expectedHolders($1.id, state) }
    return max(role.people.lower, state.roster.present.count - needed)
  }

  /// How many write an outcome, as far as a reader at that place sees what they wrote.
  private func expectedUnits(writing name: String, _ state: SessionState, _ reader: String?) -> Int {
    guard let home = index.writerPlaces[name], let writer = index.writers[name] else { return 1 }
    let around = Set(reader.map { index.ancestry(of: $0) } ?? [])
    let ways = index.ancestry(of: home).compactMap { place in with(at: place, of: writer, in: home).map { (place, $0) }
    }
    func parts(_ isShared: Bool) -> Int {
      ways.filter { around.contains($0.0) == isShared }.map { expectedParts($0.1, state) }.max() ?? 1
    }
    let shared = max(1, parts(true))
    return max(1, (parts(false) + shared - 1) / shared)
  }

  /// How an element around a writer, or its own step, cuts the people into those who write something of their own.
  private func with(at place: String, of writer: Activity, in home: String) -> Participation? {
    switch index.element(place)?.kind {
    case .phase(let phase)?: return phase.with
    case .step(let step)? where place == home:
      switch writer.per {
      case .person?: return .alone
      case .room?: return nil
      case .grouping(let set)?: return .groups(set)
      case .group?, nil:
        // What is worked out is worked out once for all who are alone.
        if case .select(let selection) = writer.kind, !selection.isOwnChoice, step.with == .alone { return nil }
        return step.with
      }
    default: return nil
    }
  }

  private func expectedParts(_ with: Participation, _ state: SessionState) -> Int {
    switch with {
    case .room, .role: 1
    case .alone: state.roster.present.count
    case .groups(let set): expectedGroups(set, state)
    }
  }
}

extension Activity {
  /// Whether its author says how many it brings; a selection may leave that open.
  fileprivate var saysHowMany: Bool {
    guard case .select(let selection) = kind else { return true }
    return selection.expect != nil || selection.top != nil || selection.lot != nil || selection.limits.atMost != nil
  }
}
