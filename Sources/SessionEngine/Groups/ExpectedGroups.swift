import MethodModel

extension SessionEngine {
  /// How many groups of a set there would be for the people present.
  func expectedGroups(_ set: String, _ state: SessionState) -> Int { expectedSizes(set, state).count }

  /// The sizes of a set's groups: as they are, else as they would be for the people present.
  func expectedSizes(_ set: String, _ state: SessionState) -> [Int] {
    if let formed = state.groups[set]?.groups { return formed.map(\.members.count) }
    guard let grouping = method.grouping(set) else { return [] }
    let people = expectedMembers(of: grouping, state)
    switch grouping.basis {
    case .size(let size?):
      guard !grouping.match.isEmpty else { return sizes(people.count, size, grouping) }
      return alike(people, grouping, state).flatMap { sizes($0, size, grouping) }
    case .size(nil): return alike(people, grouping, state).sorted(by: >)
    case .merge(let base, let each):
      let whole = expectedSizes(base, state)
      let plan = GroupPlan.joining(whole.count, each: each, remainder: grouping.remainder)
      var next = 0
      return plan.sizes.map { count in
        defer { next += count }
        return whole[next..<next + count].reduce(0, +)
      }
    case .split(let base, let size): return expectedSizes(base, state).flatMap { sizes($0, size, grouping) }
    case .things(let source, _):
      let known = things(source, state, Scope()).count
      let wanted = max(1, known > 0 ? known : expectedItems(source, state))
      return GroupPlan.even(people.count, grouping.thingsWithGroups(of: wanted, people: people.count))
    }
  }

  /// Those who come into groups; while nobody holds the role that says who, as many as will.
  private func expectedMembers(of grouping: Grouping, _ state: SessionState) -> [PersonID] {
    let present = state.roster.present.map(\.id)
    guard let by = grouping.by else { return present }
    if method.role(by) != nil, state.roles[by] == nil { return Array(present.prefix(expectedHolders(by, state))) }
    if method.grouping(by) != nil, state.groups[by] == nil { return present }
    return present.filter { admits($0, to: grouping, state) }
  }

  private func alike(_ people: [PersonID], _ grouping: Grouping, _ state: SessionState) -> [Int] {
    Dictionary(grouping: people) { matchKey(of: $0, grouping, state) }.sorted { $0.key < $1.key }.map(\.value.count)
  }

  private func sizes(_ people: Int, _ size: CountRange, _ grouping: Grouping) -> [Int] {
    GroupPlan.of(people, size: size, ideal: grouping.ideal, remainder: grouping.remainder)?.sizes ?? [people]
  }
}

/// The groups of a set as they would be for some people, and how the remainder comes out.
package struct ExpectedGroups: Sendable, Hashable {
  package let set: String
  package let title: String
  /// Of each group, larger ones first.
  package let sizes: [Int]
  /// People in no group, because they observe.
  package let observers: Int
}

extension SessionEngine {
  /// Number and sizes of every set's groups for the people at the start, in the order of the method.
  package func expectedGroups(for start: SessionStarted) -> [ExpectedGroups] {
    let state = stateBefore(start)
    return method.groupings.map { grouping in
      let sizes = expectedSizes(grouping.id, state)
      let people = expectedMembers(of: grouping, state).count
      let isObserved = grouping.remainder == .observe && grouping.chosen != .own
      return ExpectedGroups(
        set: grouping.id,
        title: grouping.title.isEmpty ? grouping.id : grouping.title.raw(in: language(state)), sizes: sizes,
        observers: isObserved ? max(0, people - sizes.reduce(0, +)) : 0)
    }
  }
}
