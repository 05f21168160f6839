import MethodModel

extension SessionEngine {
  /// How many groups of a set there would be for the people present, or in one circle of them.
  func expectedGroups(_ set: String, _ state: SessionState, in circle: ExpectedCircle? = nil) -> Int {
    expectedSizes(set, state, in: circle).count
  }

  /// The sizes of a set's groups: as they are, else as they would be for the people present, or in one circle of them.
  func expectedSizes(_ set: String, _ state: SessionState, in circle: ExpectedCircle? = nil) -> [Int] {
    if let circle, circle.set == set { return [circle.people] }
    guard let grouping = method.grouping(set) else { return [] }
    if let formed = state.groups[set]?.groups { return sizes(of: formed, grouping, in: circle) }
    let members = expectedMembers(of: grouping, state)
    let people = circle?.isGroup == true ? Array(members.prefix(circle?.people ?? 0)) : members
    switch grouping.basis {
    case .size(let size?):
      guard !grouping.match.isEmpty, circle?.isGroup != true else { return sizes(people.count, size, grouping) }
      return alike(people, grouping, state).flatMap { sizes($0, size, grouping) }
    case .size(nil):
      guard !knowsAlike(grouping, state) else { return alike(people, grouping, state).sorted(by: >) }
      return GroupPlan.even(people.count, min(people.count, valuesAlike(grouping) ?? 1))
    case .merge(let base, let each):
      let whole = expectedSizes(base, state, in: circle)
      let plan = GroupPlan.joining(whole.count, each: each, remainder: grouping.remainder)
      var next = 0
      return plan.sizes.map { count in
        defer { next += count }
        return whole[next..<next + count].reduce(0, +)
      }
    case .split(let base, let size):
      return expectedSizes(base, state, in: circle).flatMap { sizes($0, size, grouping) }
    case .things(let source, let size):
      return narrowed(perThing(source, size, people.count, grouping, state), grouping, in: circle)
    }
  }

  /// A group for each thing; where nobody can tell how many there will be, or so many would make groups of a size that
  /// the method forbids, as many as their size makes.
  private func perThing(
    _ source: SourceRef, _ size: CountRange?, _ people: Int, _ grouping: Grouping, _ state: SessionState
  ) -> [Int] {
    guard countsThings(of: source, size, people, grouping, state), let things = expectedThings(source, state) else {
      return size.map { sizes(people, $0, grouping) } ?? [people]
    }
    return GroupPlan.even(people, grouping.thingsWithGroups(of: things, people: people))
  }

  /// How many things there are, or will be as far as somebody said; `nil`: nobody did.
  private func expectedThings(_ source: SourceRef, _ state: SessionState) -> Int? {
    let known = things(source, state, Scope()).count
    guard known == 0 else { return known }
    let expected = expectedItems(source, state)
    return expected > 0 ? expected : nil
  }

  private func countsThings(
    of source: SourceRef, _ size: CountRange?, _ people: Int, _ grouping: Grouping, _ state: SessionState
  ) -> Bool {
    guard things(source, state, Scope()).isEmpty else { return true }
    guard let expected = expectedThings(source, state) else { return false }
    let largest = GroupPlan.even(people, grouping.thingsWithGroups(of: expected, people: people)).first ?? 0
    return size?.upper.map { largest <= $0 } ?? true
  }

  /// Whether it is known what people have in common, which nobody is when a method is shown beforehand.
  private func knowsAlike(_ grouping: Grouping, _ state: SessionState) -> Bool {
    state.start?.isPreview != true || grouping.match.isEmpty
  }

  /// How many values there can be of what people have in common; `nil`: nobody knows.
  private func valuesAlike(_ grouping: Grouping) -> Int? {
    let values = grouping.match.map { name -> Int in
      method.role(name) != nil ? 2 : method.people.first { $0.id == name }?.values.count ?? 0
    }
    return values.allSatisfy { $0 > 0 } ? values.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue } : nil
  }

  /// Whether the number of a set's groups can be told for the people present: it hangs on nothing that comes later.
  private func isCounted(_ set: String, _ state: SessionState) -> Bool {
    guard let grouping = method.grouping(set), state.groups[set] == nil else { return true }
    switch grouping.basis {
    case .size(_?) where grouping.match.isEmpty: return true
    case .size: return knowsAlike(grouping, state)
    case .merge(let base, _), .split(let base, _): return isCounted(base, state)
    case .things(let source, let size):
      return countsThings(of: source, size, expectedMembers(of: grouping, state).count, grouping, state)
    }
  }

  /// The same for the people at the start.
  package func isCounted(groupsOf set: String, for start: SessionStarted) -> Bool {
    isCounted(set, stateBefore(start))
  }

  /// Of groups that were formed, those of the circle in which most are; of those from around it, as many as it holds.
  private func sizes(of formed: [FormedGroup], _ grouping: Grouping, in circle: ExpectedCircle?) -> [Int] {
    let all = formed.map(\.members.count)
    guard let circle else { return all }
    guard circle.isGroup else { return narrowed(all, grouping, in: circle) }
    guard formed.allSatisfy(\.circles.isEmpty) else {
      let within = Dictionary(grouping: formed, by: \.circles.circleWord).sorted { $0.key < $1.key }
      let sizes = within.map { $0.value.map(\.members.count) }
      let largest = sizes.max { $0.reduce(0, +) < $1.reduce(0, +) } ?? []
      return narrowed(largest, grouping, in: circle)
    }
    var held = 0
    return narrowed(
      all.prefix { size in
        defer { held += size }
        return held < circle.people
      }, grouping, in: circle)
  }

  /// Beside the tracks of other things only the group of one.
  private func narrowed(
    _ sizes: some Sequence<Int>, _ grouping: Grouping, in circle: ExpectedCircle?
  ) -> [Int] {
    guard case .things(let source, _) = grouping.basis, circle?.inHand.contains(source.name) == true else {
      return Array(sizes)
    }
    return sizes.max().map { [$0] } ?? []
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
