import MethodModel

/// Roles that are there once in each group: who holds them from before goes to different groups.
extension GroupFormation {
  /// Roles that are there once in each group, and who of these people holds them from before.
  func pinnedRoles(among people: [PersonID]) -> [(role: Role, holders: [PersonID])] {
    let here = Set(people)
    return engine.method.roles.filter { role in
      role.per == .group && (role.filled == .named || role.filled == .selected)
        && engine.belongs(role, to: grouping.id)
    }.map { ($0, state.roles[$0.id, default: []].filter { here.contains($0) }) }
  }

  /// The group of each holder: those of one role go to different groups, each of which takes as many as the role says.
  func pins(
    _ roles: [(role: Role, holders: [PersonID])], _ people: [PersonID], _ sizes: [Int]
  ) throws(Rejection) -> [Int: Int] {
    var pins: [Int: Int] = [:]
    var room = sizes
    for (role, holders) in roles where !holders.isEmpty {
      var taken = [Int](repeating: 0, count: sizes.count)
      for holder in holders {
        guard let number = people.firstIndex(of: holder) else { continue }
        if let group = pins[number] {
          taken[group] += 1
          continue
        }
        let open = sizes.indices.filter { room[$0] > 0 && taken[$0] < role.people.upper ?? .max }
        guard let group = open.min(by: { (taken[$0], -room[$0], $0) < (taken[$1], -room[$1], $1) }) else {
          throw tooMany(role, holders.count, sizes.count)
        }
        pins[number] = group
        taken[group] += 1
        room[group] -= 1
      }
    }
    return pins
  }

  private func tooMany(_ role: Role, _ holders: Int, _ groups: Int) -> Rejection {
    let title = engine.title(ofRole: role.id, state)
    return Rejection(
      .cannotForm,
      "\(holders) hold the role “\(title)”, and \(groups) groups (“\(grouping.id)”) take \(role.people) each;"
        + " take it from some first")
  }

  // MARK: When groups are joined

  /// A role that more people hold in a group than it is meant for.
  func crowded(_ pinned: [(role: Role, holders: [PersonID])], in group: [PersonID]) -> Role? {
    pinned.first { role, holders in
      holders.count > 1 && holders.count(where: { group.contains($0) }) > role.people.upper ?? .max
    }?.role
  }

  /// Adds what it costs to join groups with holders of one role: more than anything else.
  func apart(
    _ pinned: [(role: Role, holders: [PersonID])], _ groups: [[PersonID]], _ cost: [Int32]
  ) -> [Int32] {
    let limited = pinned.filter { $0.role.people.upper != nil && $0.holders.count > 1 }
    guard !limited.isEmpty else { return cost }
    var cost = cost.isEmpty ? [Int32](repeating: 0, count: groups.count * groups.count) : cost
    for (_, holders) in limited {
      let held = groups.map { group in Int32(holders.count { group.contains($0) }) }
      for first in groups.indices {
        for second in groups.indices where first != second {
          cost[first * groups.count + second] += Self.pinnedWeight * held[first] * held[second]
        }
      }
    }
    return cost
  }

  /// Heavier than all partners that two groups could repeat.
  private static let pinnedWeight: Int32 = 100_000

  // MARK: Beside authors

  /// Authors go to their own thing; the others fill up the smallest groups, holders of a role that is there once a group
  /// first, each where nobody holds it yet.
  func withAuthors(
    _ things: [ThingRef], _ people: [PersonID], using random: inout SeededRandom
  ) -> [[PersonID]] {
    var members = things.map { _ in [PersonID]() }
    var rest: [PersonID] = []
    for person in people.shuffled(using: &random) {
      if let own = things.firstIndex(where: { engine.authors(of: $0, state).contains(person) }) {
        members[own].append(person)
      } else {
        rest.append(person)
      }
    }
    let pinned = pinnedRoles(among: people).map { Set($0.holders) }
    let isHolder = { (person: PersonID) in pinned.contains { $0.contains(person) } }
    for person in rest.filter(isHolder) + rest.filter({ !isHolder($0) }) {
      let own = pinned.filter { $0.contains(person) }
      let load = members.map { group in
        (own.reduce(0) { sum, role in sum + group.count { role.contains($0) } }, group.count)
      }
      guard let best = load.indices.min(by: { (load[$0].0, load[$0].1, $0) < (load[$1].0, load[$1].1, $1) }) else {
        break
      }
      members[best].append(person)
    }
    return members
  }
}
