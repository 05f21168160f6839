package import MethodModel

/// Roles that are filled while a session runs: by a selection, in each group at work, anew at a step.
extension Decision {
  /// Brings roles in line with the selections that fill them; what the host changed by hand since stays.
  mutating func fillSelectedRoles() {
    for role in method.roles where role.filled == .selected {
      guard let from = role.from else { continue }
      let all = engine.things(from, state, presentRound).compactMap(\.person).uniqued
      let chosen = role.per == .room ? Array(all.prefix(role.people.upper ?? all.count)) : all
      let before = state.selectedRoles[role.id] ?? []
      for person in before where !chosen.contains(person) {
        takeRole(role.id, from: person, bySelection: true)
      }
      for person in chosen where !before.contains(person) {
        give(role.id, to: person, bySelection: true)
      }
    }
  }

  /// What is in hand, where one thing comes after the other: whoever was chosen for the thing before holds it no more.
  private var presentRound: Scope {
    var round = Scope()
    for frame in state.frames {
      guard let queue = frame.queue, case .each(let each)? = index.element(frame.place)?.kind, !each.atOnce else {
        continue
      }
      round.about[frame.place] = queue.current
    }
    return round
  }

  /// Gives the roles anew that a step has for itself; drawn ones go first to those who have had them least.
  mutating func fillRoles(of step: Step) {
    let here = circles.flatMap(\.members)
    for role in method.roles where role.per == .step && step.names(role.id) {
      for person in state.roles[role.id, default: []] where here.contains(person) {
        takeRole(role.id, from: person)
      }
      draw(role, role.people.lower, among: here)
    }
  }

  /// In each group as many holders as there should be: what is drawn is drawn, and where groups were joined the last
  /// ones give the role back.
  mutating func fillRoles(in parts: [Part]) {
    for role in method.roles where role.per == .group {
      for part in parts where part.kind == .group {
        let here = part.members.filter { state.roster[$0]?.isPresent ?? false }
        let holders = dropAbsent(role, among: part.members)
        let most = role.people.upper ?? holders.count
        if role.filled == .drawn || role.filled == .volunteer {
          for person in holders.dropFirst(most) { takeRole(role.id, from: person) }
        }
        draw(role, role.people.lower - holders.count, among: here)
      }
    }
  }

  /// Draws again where somebody with a drawn role has gone, or has come to another group.
  mutating func repairRoles() {
    guard method.roles.contains(where: { $0.filled == .drawn || $0.per == .group }) else { return }
    for take in state.openTakes {
      fillRoles(in: take.parts)
      guard case .step(let step)? = index.element(take.place)?.kind else { continue }
      for role in method.roles where role.per == .step && step.names(role.id) {
        let people = take.parts.flatMap(\.members)
        draw(role, role.people.lower - dropAbsent(role, among: people).count, among: people)
      }
    }
    for role in method.roles where role.per == .room && role.filled == .drawn {
      let everyone = state.roster.people.map(\.id)
      draw(role, role.people.lower - dropAbsent(role, among: everyone).count, among: everyone)
    }
  }

  /// Takes a drawn role from those who have gone; who holds it still.
  private mutating func dropAbsent(_ role: Role, among people: [PersonID]) -> [PersonID] {
    let holders = state.roles[role.id, default: []].filter { people.contains($0) }
    let present = holders.filter { state.roster[$0]?.isPresent ?? false }
    if role.filled == .drawn {
      for person in holders where !present.contains(person) { takeRole(role.id, from: person) }
    }
    return present
  }

  private mutating func draw(_ role: Role, _ count: Int, among people: [PersonID]) {
    guard role.filled == .drawn, count > 0 else { return }
    let here = Set(people)
    let held = state.timesHeld[role.id] ?? [:]
    let order = peopleFree(for: role).filter { here.contains($0) }.shuffled(using: &random).enumerated().sorted {
      (held[$0.element] ?? 0, $0.offset) < (held[$1.element] ?? 0, $1.offset)
    }
    for (_, person) in order.prefix(count) { give(role.id, to: person, drawn: true) }
  }

  // MARK: One role

  mutating func give(_ role: String, to person: PersonID, drawn: Bool = false, bySelection: Bool? = nil) {
    emit(RoleFilled(role: role, person: person, drawn: drawn, bySelection: bySelection))
    settleRest(of: person)
  }

  mutating func takeRole(_ role: String, from person: PersonID, bySelection: Bool? = nil) {
    emit(RoleLeft(role: role, person: person, bySelection: bySelection))
    settleRest(of: person)
  }

  /// A role for the rest goes to whoever has none of those that it leaves out, and from whoever has come to one.
  mutating func settleRest(of person: PersonID) {
    guard state.roster[person] != nil else { return }
    for rest in method.roles where rest.filled == .rest {
      let holds = state.roles[rest.id, default: []].contains(person)
      let isOut = method.roles.contains { role in
        rest.leavesOut(holdersOf: role) && state.roles[role.id, default: []].contains(person)
      }
      if isOut, holds { emit(RoleLeft(role: rest.id, person: person)) }
      if !isOut, !holds { emit(RoleFilled(role: rest.id, person: person, drawn: false)) }
    }
  }

  /// Those who hold a role where a person would: all of its holders, or those in the person's group.
  func holders(of role: Role, beside person: PersonID) -> [PersonID] {
    let holders = state.roles[role.id, default: []]
    guard role.per == .group else { return holders }
    let groups = state.openTakes.flatMap(\.parts).filter { $0.kind == .group && $0.members.contains(person) }
    return holders.filter { holder in groups.contains { $0.members.contains(holder) } }
  }
}

extension Step {
  /// Whether a role has something to do in it.
  package func names(_ role: String) -> Bool {
    if case .role(role) = with { return true }
    return order.contains(role) || silent.contains(role) || listens.contains(role)
      || texts.contains { if case .role(role) = $0.audience { true } else { false } }
      || activities.contains { activity in
        if case .roles(let roles)? = activity.visible, roles.contains(role) { return true }
        return activity.by == role
      }
  }
}
