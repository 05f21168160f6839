import MethodModel

extension Decision {
  mutating func assign(_ role: String, _ person: PersonID) throws(Rejection) {
    guard let definition = method.role(role) else {
      let known = method.roles.map(\.id).joined(separator: ", ")
      throw Rejection(
        .noSuchPlace, known.isEmpty ? "this method has no roles" : "there is no role “\(role)”; there are: \(known)")
    }
    guard state.roster[person] != nil else { throw Rejection(.unknownPerson, "\(person) is not on the list") }
    if let actor = actingPerson {
      guard definition.filled == .volunteer, actor == person else {
        throw Rejection(.notYours, "the facilitator gives this role")
      }
    }
    let holders = state.roles[role, default: []]
    guard !holders.contains(person) else {
      throw Rejection(.roleFull, "\(name(of: person)) holds this role already")
    }
    if let most = definition.people.upper, holders.count >= most {
      if most == 1, let before = holders.first {
        emit(RoleLeft(role: role, person: before))
      } else {
        throw Rejection(.roleFull, "this role is for \(definition.people.ofPeople), and it is full")
      }
    }
    guard peopleFree(for: definition).contains(person) || !(state.roster[person]?.isPresent ?? false) else {
      throw Rejection(.roleFull, "\(name(of: person)) holds a role that does not go together with this one")
    }
    emit(RoleFilled(role: role, person: person, drawn: false))
  }

  mutating func unassign(_ role: String, _ person: PersonID) throws(Rejection) {
    try requireHost()
    guard state.roles[role, default: []].contains(person) else {
      throw Rejection(.unknownPerson, "\(name(of: person)) does not hold this role")
    }
    emit(RoleLeft(role: role, person: person))
  }

  /// Somebody comes: new on the list, or back. Groups that stand take them in at once.
  mutating func arrive(_ person: Person) throws(Rejection) {
    if let actingPerson, actingPerson != person.id {
      throw Rejection(.notYours, "only the facilitator can say this")
    }
    if let known = state.roster[person.id] {
      guard !known.isPresent else { throw Rejection(.duplicateName, "\(known.name) is here already") }
    } else if state.roster.named(person.name) != nil {
      throw Rejection(
        .duplicateName, "somebody called “\(person.name)” is on the list; add a letter, as in “\(person.name) B”")
    }
    guard !person.name.allSatisfy(\.isWhitespace) else { throw Rejection(.empty, "say who has come") }
    var arriving = state.roster[person.id] ?? person
    arriving.isPresent = true
    emit(PersonArrived(person: arriving))
    if !state.roles.values.contains(where: { $0.contains(arriving.id) }),
      let rest = method.roles.first(where: { $0.filled == .rest })
    {
      emit(RoleFilled(role: rest.id, person: arriving.id, drawn: false))
    }
    for set in method.groupings.map(\.id).filter({ state.groups[$0] != nil }).sorted(by: isBefore) {
      place(arriving.id, in: set)
    }
  }

  /// Sets that others are made of come first: whole groups stay together.
  private func isBefore(_ first: String, _ second: String) -> Bool {
    (depth(of: first), first) < (depth(of: second), second)
  }

  private func depth(of set: String) -> Int {
    switch method.grouping(set)?.basis {
    case .merge(let base, _)?, .split(let base, _)?: 1 + depth(of: base)
    case .size?, nil: 0
    }
  }

  /// The smallest group the rules allow, then the fewest repeated partners.
  private mutating func place(_ person: PersonID, in name: String) {
    guard let set = state.groups[name], set.group(of: person) == nil, let grouping = method.grouping(name) else {
      return
    }
    if case .merge(let base, _) = grouping.basis, let group = state.groups[base]?.group(of: person),
      let whole = set.groups.first(where: { ($0.mergedFrom ?? []).contains(group.key) })
    {
      return emit(MemberMoved(set: name, person: person, to: whole.key))
    }
    let partners = state.partners(of: person)
    let allowed = set.groups.filter { isAllowed(person, in: $0, of: grouping) }
    let best = (allowed.isEmpty ? set.groups : allowed).min { first, second in
      let (left, right) = (first.members.count, second.members.count)
      if left != right { return left < right }
      return first.members.count { partners.contains($0) } < second.members.count { partners.contains($0) }
    }
    if let best { emit(MemberMoved(set: name, person: person, to: best.key)) }
  }

  /// Whether a group keeps its hard rules with somebody more: the same value as its members, part of the same whole.
  private func isAllowed(_ person: PersonID, in group: FormedGroup, of grouping: Grouping) -> Bool {
    let formation = GroupFormation(grouping: grouping, state: state, method: method)
    if case .split(let base, _) = grouping.basis, let whole = state.groups[base]?.group(of: person) {
      return group.members.contains { whole.members.contains($0) }
    }
    guard !grouping.match.isEmpty, let other = group.members.first else { return true }
    return formation.matches(person, other)
  }

  mutating func leave(_ id: PersonID) throws(Rejection) {
    guard let person = state.roster[id] else { throw Rejection(.unknownPerson, "\(id) is not on the list") }
    guard person.isPresent else { throw Rejection(.unknownPerson, "\(person.name) has left already") }
    if let actor = actingPerson, actor != id { throw Rejection(.notYours, "only the facilitator can say this") }
    emit(PersonLeft(id: id))
    for take in state.openTakes {
      // The one who left may have been the last that everybody waited for.
      if let run = take.runs.last, run.status == .open { revealWhenComplete(run, adding: nil) }
    }
  }

  /// Forms the groups of a set anew.
  mutating func reform(_ set: String) throws(Rejection) {
    try requireHost()
    guard let grouping = method.grouping(set) else {
      let known = method.groupings.map(\.id).joined(separator: ", ")
      throw Rejection(
        .cannotForm, known.isEmpty ? "this method forms no groups" : "there are no groups “\(set)”; there are: \(known)"
      )
    }
    try form(grouping, in: circles)
  }

  mutating func move(_ person: PersonID, to key: String) throws(Rejection) {
    try requireHost()
    guard let known = state.roster[person] else { throw Rejection(.unknownPerson, "\(person) is not on the list") }
    let set = key.split(separator: "/").first.map { String($0) } ?? ""
    guard let groups = state.groups[set]?.groups, groups.contains(where: { $0.key == key }) else {
      throw Rejection(.cannotForm, "there is no group “\(key)”")
    }
    guard state.groups[set]?.group(of: person)?.key != key else {
      throw Rejection(.cannotForm, "\(known.name) is in that group already")
    }
    emit(MemberMoved(set: set, person: person, to: key))
  }
}

extension SessionState {
  /// Everyone who has shared a group with a person so far.
  func partners(of person: PersonID) -> Set<PersonID> {
    var partners: Set<PersonID> = []
    for set in groups.values {
      for group in set.groups where group.members.contains(person) { partners.formUnion(group.members) }
    }
    partners.remove(person)
    return partners
  }
}
