package import MethodModel

extension Decision {
  /// Gives a newcomer a place in every set of groups that stands, at once.
  mutating func placeInGroups(_ person: PersonID) {
    for set in method.groupings.map(\.id).filter({ state.groups[$0] != nil }).sorted(by: isBefore) {
      place(person, in: set)
    }
  }

  /// Sets that others are made of come first, and those of the room before those inside its parts.
  private func isBefore(_ first: String, _ second: String) -> Bool {
    (circleDepth(of: first), depth(of: first), first) < (circleDepth(of: second), depth(of: second), second)
  }

  private func circleDepth(of set: String) -> Int { state.groups[set]?.groups.map(\.circles.count).max() ?? 0 }

  private func depth(of set: String) -> Int {
    switch method.grouping(set)?.basis {
    case .merge(let base, _)?, .split(let base, _)?: 1 + depth(of: base)
    case .size?, .things?, nil: 0
    }
  }

  /// Once in each circle of the set that the person belongs to.
  private mutating func place(_ person: PersonID, in name: String) {
    guard let set = state.groups[name], let grouping = method.grouping(name), grouping.chosen != .own,
      engine.admits(person, to: grouping, state)
    else { return }
    for circle in set.groups.map(\.circles).uniqued where engine.belongs(person, to: circle, state) {
      let groups = set.groups.filter { $0.circles == circle }
      guard !groups.contains(where: { $0.members.contains(person) }) else { continue }
      if let key = key(for: person, among: groups, grouping) {
        emit(MemberMoved(set: name, person: person, to: key, circles: circle))
      }
    }
  }

  /// The smallest group the rules allow, then the fewest repeated partners; a new one for a value that none has.
  private func key(for person: PersonID, among groups: [FormedGroup], _ grouping: Grouping) -> String? {
    if case .merge(let base, _) = grouping.basis, let own = state.groups[base]?.group(of: person),
      let whole = groups.first(where: { ($0.mergedFrom ?? []).contains(own.key) })
    {
      return whole.key
    }
    let alike = groups.filter { engine.isAlike(person, $0, grouping, state) }
    if alike.isEmpty, case .size(nil) = grouping.basis {
      return "\(grouping.id)/\((state.groups[grouping.id]?.groups.compactMap { Int($0.number) }.max() ?? 0) + 1)"
    }
    let most = engine.mostMembers(of: grouping)
    let open = alike.filter { group in most.map { engine.present(in: group, state).count < $0 } ?? true }
    if open.isEmpty, grouping.remainder == .observe { return nil }
    let choice = !open.isEmpty ? open : !alike.isEmpty ? alike : groups
    let company = Company([person] + choice.flatMap(\.members), state.encounters)
    return choice.min { first, second in
      rank(first, person, company) < rank(second, person, company)
    }?.key
  }

  private func rank(_ group: FormedGroup, _ person: PersonID, _ company: Company) -> (Int, Int) {
    (engine.present(in: group, state).count, group.members.reduce(0) { $0 + company.meetings(person, $1) })
  }

  // MARK: Moving

  /// Moves somebody into another group: the host anybody, people themselves where they sign up.
  mutating func move(_ person: PersonID, to key: String) throws(Rejection) {
    let set = key.split(separator: "/").first.map { String($0) } ?? ""
    if let actor = actingPerson {
      guard actor == person, method.grouping(set)?.chosen == .own else {
        throw Rejection(.notYours, "only the facilitator moves people between these groups")
      }
    }
    guard let known = state.roster[person] else { throw Rejection(.unknownPerson, "\(person) is not on the list") }
    guard let groups = state.groups[set]?.groups, let target = groups.first(where: { $0.key == key }) else {
      throw Rejection(.cannotForm, "there is no group “\(key)”")
    }
    guard !target.members.contains(person) else {
      throw Rejection(.cannotForm, "\(known.name) is in that group already")
    }
    if let grouping = method.grouping(set) { try checkSignUp(known, target, among: groups, grouping) }
    emit(MemberMoved(set: set, person: person, to: key))
    repairRotations()
    takeSeat(person)
    repairRoles()
  }

  /// Where people choose their group, also by the host's hand, only those it is for do, and as many as it holds; once
  /// all are full, one more has to go somewhere.
  private func checkSignUp(
    _ person: Person, _ target: FormedGroup, among groups: [FormedGroup], _ grouping: Grouping
  ) throws(Rejection) {
    guard grouping.chosen == .own else { return }
    let title = engine.title(ofGroup: target.key, state)
    guard engine.admits(person.id, to: grouping, state) else {
      let by = grouping.by ?? ""
      let whom = method.grouping(by).map { $0.title.isEmpty ? by : $0.title.raw(in: engine.language(state)) }
      throw Rejection(
        .notElector,
        "\(title) is for “\(whom ?? engine.title(ofRole: by, state))” only, and \(person.name) is none of them")
    }
    guard let most = engine.mostMembers(of: grouping), engine.present(in: target, state).count >= most,
      actingPerson != nil
        || groups.contains(where: { $0.circles == target.circles && engine.present(in: $0, state).count < most })
    else { return }
    throw Rejection(.limit, "\(title) is full: \(most) is the most; choose another group")
  }

  /// Puts everybody of one group into another of the same set.
  mutating func join(_ key: String, into target: String) throws(Rejection) {
    try requireHost()
    let set = key.split(separator: "/").first.map { String($0) } ?? ""
    let groups = state.groups[set]?.groups ?? []
    guard let from = groups.first(where: { $0.key == key }) else {
      throw Rejection(.cannotForm, "there is no group “\(key)”")
    }
    guard key != target, let to = groups.first(where: { $0.key == target }), from.circles == to.circles else {
      throw Rejection(.cannotForm, "“\(key)” cannot join “\(target)”; name another group beside it")
    }
    guard !from.members.isEmpty else { throw Rejection(.cannotForm, "nobody is in “\(key)” any more") }
    for person in from.members { emit(MemberMoved(set: set, person: person, to: target)) }
    repairRotations()
    for person in from.members { takeSeat(person) }
    repairRoles()
  }
}

extension SessionEngine {
  /// Who of a group is here.
  func present(in group: FormedGroup, _ state: SessionState) -> [PersonID] {
    group.members.filter { state.roster[$0]?.isPresent ?? false }
  }

  /// Whether a person belongs to the circle with these keys.
  func belongs(_ person: PersonID, to circle: [String: String], _ state: SessionState) -> Bool {
    circle.values.allSatisfy { key in
      key == person.raw || key == Part.roomKey || state.roles[key, default: []].contains(person)
        || members(ofGroup: key, state).contains(person)
    }
  }

  /// Whether somebody may join a group by its hard rules: the same value as its members, part of the same whole.
  func isAlike(_ person: PersonID, _ group: FormedGroup, _ grouping: Grouping, _ state: SessionState) -> Bool {
    if case .split(let base, _) = grouping.basis, let whole = state.groups[base]?.group(of: person) {
      return group.members.contains { whole.members.contains($0) }
    }
    guard !grouping.match.isEmpty, let other = group.members.first else { return true }
    return matchKey(of: person, grouping, state) == matchKey(of: other, grouping, state)
  }

  /// The most that a group may hold; `nil`: no end. One exact size holds one more, unless the others observe.
  package func mostMembers(of grouping: Grouping) -> Int? {
    guard let size = grouping.size, let most = size.upper else { return nil }
    return size.lower == most && grouping.remainder != .observe ? nil : most
  }
}

extension Grouping {
  /// The size its groups are cut or limited by.
  package var size: CountRange? {
    switch basis {
    case .size(let size), .things(_, let size): size
    case .split(_, let size): size
    case .merge: nil
    }
  }
}
