import MethodModel

extension SessionEngine {
  /// The parts that a `with` cuts a circle into.
  func parts(of with: Participation, in circle: Circle, _ state: SessionState) -> [Part] {
    switch with {
    case .room: return [circle.asRoom]
    case .alone:
      return circle.members.map { person in
        Part(
          kind: .person, key: person.raw, title: state.roster[person]?.name ?? person.raw, members: [person],
          circles: circle.circles, at: circle.at)
      }
    case .groups(let set): return groups(of: set, in: circle, state)
    case .role(let role):
      let holders = state.roles[role, default: []].filter { circle.members.contains($0) }
      return [
        Part(
          kind: .role, key: role, title: title(ofRole: role, state), members: holders, circles: circle.circles,
          at: circle.at)
      ]
    }
  }

  /// The groups of a set in a circle, without who is away; an empty one only where people sign up themselves.
  private func groups(of set: String, in circle: Circle, _ state: SessionState) -> [Part] {
    let isOpen = method.grouping(set)?.chosen == .own
    return formedGroups(of: set, in: circle, state).compactMap { group in
      let here = group.members.filter { state.roster[$0]?.isPresent ?? false }
      guard !here.isEmpty || isOpen else { return nil }
      return Part(
        kind: .group, key: group.key, title: title(ofGroup: group.key, state), members: here, circles: circle.circles,
        at: circle.at)
    }
  }

  /// Of groups that are there for a thing each, in the track of one of these things only that thing's.
  ///
  /// - Parameter frames: those around, of which a for-each at once makes the tracks.
  func narrowed(_ parts: [Part], of with: Participation, in frames: some Sequence<Frame>, _ state: SessionState)
    -> [Part]
  {
    guard case .groups(let set) = with, let subject = subject(ofTrackIn: frames, for: set) else { return parts }
    return parts.filter { thing(ofGroup: $0.key, state) == subject }
  }

  /// The set that a step or phase is held in and the source of its groups, where there is one for each thing.
  func groupsPerThing(of element: FlowElement) -> (set: Grouping, source: SourceRef)? {
    let with: Participation? =
      switch element.kind {
      case .step(let step): step.with
      case .phase(let phase): phase.with
      default: nil
      }
    guard case .groups(let id)? = with, let set = method.grouping(id), case .things(let source, _) = set.basis else {
      return nil
    }
    return (set, source)
  }

  /// The thing of the innermost track around whose groups these are.
  func subject(ofTrackIn frames: some Sequence<Frame>, for set: String) -> ThingRef? {
    loop(around: frames, for: set)?.thing
  }

  /// The for-each at once over the things that a set has its groups for, what it has in hand, and the frames around it.
  func loop(
    around frames: some Sequence<Frame>, for set: String
  ) -> (each: ForEach, thing: ThingRef, outside: [Frame])? {
    guard case .things(let source, _)? = method.grouping(set)?.basis else { return nil }
    let frames = Array(frames)
    for (depth, frame) in frames.enumerated().reversed() {
      if let queue = frame.queue, case .each(let each)? = index.element(frame.place)?.kind, each.atOnce,
        each.itemOf.name == source.name
      {
        return (each, queue.current, Array(frames[..<depth]))
      }
    }
    return nil
  }

  /// The groups of a set that belong to a circle: those formed in it, else those formed around it that it holds.
  func formedGroups(of set: String, in circle: Circle, _ state: SessionState) -> [FormedGroup] {
    let groups = state.groups[set]?.groups ?? []
    let own = groups.filter { $0.circles == circle.circles }
    guard own.isEmpty, !circle.circles.isEmpty else { return own.isEmpty ? groups : own }
    let here = Set(circle.members)
    return groups.filter { group in
      group.circles.allSatisfy { circle.circles[$0.key] == $0.value }
        && (group.members.contains { here.contains($0) } || group.members.isEmpty)
    }
  }

  /// Whether the groups of a set need not be formed for a circle: they were, after what they lie in, or around it
  /// without a group that reaches beyond it.
  func isFormed(_ set: String, in circle: Circle, _ state: SessionState) -> Bool {
    guard let formed = state.groups[set] else { return false }
    if let moment = formed.formedAt[circle.word] {
      return circle.circles.values.allSatisfy { key in
        (state.groups[String(key.prefix { $0 != "/" })]?.formedAt.values.max() ?? 0) <= moment
      }
    }
    guard !circle.circles.isEmpty else { return !formed.groups.isEmpty }
    let here = Set(circle.members)
    let around = formedGroups(of: set, in: circle, state)
    return !around.isEmpty
      && around.allSatisfy { group in
        group.members.allSatisfy { here.contains($0) || !(state.roster[$0]?.isPresent ?? false) }
      }
  }
}
