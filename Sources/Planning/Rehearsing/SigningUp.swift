import MethodModel
import SessionEngine

extension Rehearsal {
  /// Somebody volunteers where a step or a group at work lacks the holder of a role; the state is as it will be then.
  mutating func volunteer(in take: Take, _ state: SessionState) -> SessionState {
    guard case .step(let step)? = engine.index.element(take.place)?.kind else { return state }
    var state = state
    for role in engine.method.roles where role.filled == .volunteer && role.per != .room {
      guard role.per == .group || step.names(role.id) else { continue }
      let groups = role.per == .group ? engine.groups(wanting: role, in: take, state).map(\.members) : []
      for members in role.per == .group ? groups : [take.parts.flatMap(\.members)] {
        let holders = state.roles[role.id, default: []]
        let apart = Set(engine.method.roles.filter(\.exclusive).flatMap { state.roles[$0.id] ?? [] })
        let free = members.filter {
          !holders.contains($0) && !apart.contains($0) && (state.roster[$0]?.isPresent ?? false)
        }
        guard members.count(where: { holders.contains($0) }) < role.people.lower, let person = imagination.pick(free)
        else { continue }
        let body = CommandBody.assign(role: role.id, person: person)
        guard follow(body, in: &state) else { continue }
        say(body, after: 0)
      }
    }
    return state
  }

  /// Lets a state follow a command that will be given; false when it will be refused.
  private func follow(_ body: CommandBody, in state: inout SessionState) -> Bool {
    let command = Command(
      id: CommandID("to come \(state.sequence)"), actor: .host, wall: state.clock.wall, elapsed: elapsed, body: body)
    guard let events = try? engine.decide(command, state) else { return false }
    for event in events { state.evolve(event) }
    return true
  }

  /// People without a place go to groups that they choose themselves; the state is as it will be then.
  ///
  /// Where groups work beside each other, each says once for all of them where to go.
  mutating func signUp(_ take: Take, _ state: SessionState) -> SessionState {
    var state = state
    let sets = Set(take.parts.filter { $0.kind == .group }.map { String($0.key.prefix { $0 != "/" }) })
    for set in sets.sorted() where engine.method.grouping(set)?.chosen == .own {
      let formed = "\(set)#\(state.groups[set]?.generation ?? 0)"
      for person in state.roster.present where state.groups[set]?.group(of: person.id) == nil {
        let said = signedUp[formed]?[person.id]
        guard let key = said ?? imagination.pick(open(for: person.id, in: set, state))?.key else { continue }
        let body = CommandBody.move(person: person.id, to: key)
        guard follow(body, in: &state) else { continue }
        if said == nil { say(body, after: 0) }
        signedUp[formed, default: [:]][person.id] = key
      }
    }
    return state
  }

  /// The groups that somebody may choose so that those begun come to their least size with the people who are left.
  private func open(for person: PersonID, in set: String, _ state: SessionState) -> [FormedGroup] {
    guard let groups = state.groups[set]?.groups, let grouping = engine.method.grouping(set),
      engine.admits(person, to: grouping, state)
    else { return [] }
    let (least, most) = (grouping.yields == .size ? 1 : grouping.size?.lower ?? 1, engine.mostMembers(of: grouping))
    let free = groups.filter { group in most.map { group.members.count < $0 } ?? true }
    let placed = Set(groups.flatMap(\.members))
    let others = state.roster.present.count { other in
      other.id != person && !placed.contains(other.id) && engine.admits(other.id, to: grouping, state)
    }
    func wanted(_ group: FormedGroup) -> Int { group.members.isEmpty ? 0 : max(0, least - group.members.count) }
    let missing = groups.reduce(0) { $0 + wanted($1) }
    let fitting = free.filter { group in
      missing - wanted(group) + max(0, least - group.members.count - 1) <= others
    }
    if !fitting.isEmpty { return fitting }
    let begun = free.filter { !$0.members.isEmpty }
    return !begun.isEmpty ? begun : !free.isEmpty ? free : groups
  }
}
