import MethodModel

/// Seats people in groups of given sizes so that no swap of two brings fewer repeated partners or a better mix.
struct SeatingPlan {
  let sizes: [Int]
  /// How often two people have shared a group.
  let partners: [PersonID: [PersonID: Int]]

  /// Above this many people swaps are left to the draw; a search over all pairs would keep the room waiting.
  private static let searched = 200

  mutating func seat(
    _ people: [PersonID], kinds: [PersonID: String], using random: inout SeededRandom
  ) -> [[PersonID]] {
    var groups: [[PersonID]] = []
    var rest = spread(people, kinds)[...]
    for size in sizes {
      groups.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    guard people.count <= Self.searched, !partners.isEmpty || !kinds.isEmpty, groups.count > 1 else { return groups }
    improve(&groups, kinds)
    return groups
  }

  /// With kinds: dealt like cards, so that each group gets its share of every kind.
  private func spread(_ people: [PersonID], _ kinds: [PersonID: String]) -> [PersonID] {
    guard !kinds.isEmpty else { return people }
    let sorted = people.enumerated().sorted { first, second in
      let (left, right) = (kinds[first.element] ?? "", kinds[second.element] ?? "")
      return left == right ? first.offset < second.offset : left < right
    }.map(\.element)
    var seats = sizes.map { (left: $0, people: [PersonID]()) }
    var group = 0
    for person in sorted {
      while seats[group].people.count >= seats[group].left, seats.contains(where: { $0.people.count < $0.left }) {
        group = (group + 1) % seats.count
      }
      seats[group].people.append(person)
      group = (group + 1) % seats.count
    }
    return seats.flatMap(\.people)
  }

  private func improve(_ groups: inout [[PersonID]], _ kinds: [PersonID: String]) {
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for first in groups.indices {
        for second in groups.indices where second > first {
          if swapBest(&groups, first, second, kinds) { hasImproved = true }
        }
      }
    }
  }

  private func swapBest(
    _ groups: inout [[PersonID]], _ first: Int, _ second: Int, _ kinds: [PersonID: String]
  ) -> Bool {
    for left in groups[first].indices {
      for right in groups[second].indices {
        let before = cost(groups[first], kinds) + cost(groups[second], kinds)
        let (one, other) = (groups[first][left], groups[second][right])
        groups[first][left] = other
        groups[second][right] = one
        if cost(groups[first], kinds) + cost(groups[second], kinds) < before { return true }
        groups[first][left] = one
        groups[second][right] = other
      }
    }
    return false
  }

  /// Repeated partners weigh more than two of a kind.
  private func cost(_ group: [PersonID], _ kinds: [PersonID: String]) -> Int {
    var cost = 0
    for (place, person) in group.enumerated() {
      for other in group.dropFirst(place + 1) {
        cost += 1_000 * (partners[person]?[other] ?? 0)
        if !kinds.isEmpty, kinds[person] == kinds[other] { cost += 1 }
      }
    }
    return cost
  }
}

extension SessionState {
  /// How often each two people have shared a group, over every set as it stands.
  var allPartners: [PersonID: [PersonID: Int]] {
    var counts: [PersonID: [PersonID: Int]] = [:]
    for set in groups.values {
      for group in set.groups {
        for person in group.members {
          for other in group.members where other != person { counts[person, default: [:]][other, default: 0] += 1 }
        }
      }
    }
    return counts
  }
}

extension SessionEngine {
  /// The parts that a `with` cuts a circle into.
  func parts(of with: Participation, in circle: Circle, _ state: SessionState) -> [Part] {
    switch with {
    case .room: return [circle.asRoom]
    case .alone:
      return circle.members.map { person in
        Part(
          kind: .person, key: person.raw, title: state.roster[person]?.name ?? person.raw, members: [person],
          circles: circle.circles)
      }
    case .groups(let set):
      return (state.groups[set]?.groups ?? []).filter { group in
        circle.circles.allSatisfy { place, key in group.circles[place].map { $0 == key } ?? true }
          && (circle.circles.isEmpty || group.members.contains { circle.members.contains($0) })
      }.compactMap { group in
        let here = group.members.filter { state.roster[$0]?.isPresent ?? false }
        guard !here.isEmpty else { return nil }
        return Part(
          kind: .group, key: group.key, title: title(ofGroup: group.key, state), members: here, circles: circle.circles)
      }
    case .role(let role):
      let holders = state.roles[role, default: []].filter { circle.members.contains($0) }
      return [
        Part(kind: .role, key: role, title: title(ofRole: role, state), members: holders, circles: circle.circles)
      ]
    }
  }
}
