import MethodModel

/// A group that has become too small to work, and where its people could go.
package struct SmallGroup: Sendable, Hashable {
  package var key: String
  package var title: String
  /// Who is left; may be nobody.
  package var members: [PersonID]
  /// The group they could join: the smallest that the rules allow.
  package var into: String?
}

extension SessionEngine {
  /// The groups at work that fell below their least size; joining another one is proposed.
  package func smallGroups(_ state: SessionState) -> [SmallGroup] {
    guard case .take(let number) = state.leaf else { return [] }
    let sets = state.takes[number - 1].parts.flatMap { part in
      (part.kind == .group ? [part.key] : []) + part.circles.sorted { $0.key < $1.key }.map(\.value)
    }.map { String($0.prefix { $0 != "/" }) }
    return sets.uniqued.flatMap { set -> [SmallGroup] in
      guard let grouping = method.grouping(set), grouping.chosen != .own else { return [] }
      return smallGroups(of: grouping, state.groups[set]?.groups ?? [], state)
    }
  }

  private func smallGroups(
    of grouping: Grouping, _ groups: [FormedGroup], _ state: SessionState
  ) -> [SmallGroup] {
    let least = leastMembers(of: grouping)
    return groups.compactMap { group in
      let here = present(in: group, state)
      guard !group.members.isEmpty, here.count < least, groups.count > 1 else { return nil }
      let others = groups.filter { other in
        other.key != group.key && other.circles == group.circles && !present(in: other, state).isEmpty
          && here.allSatisfy { isAlike($0, other, grouping, state) }
      }
      let into = others.min { first, second in
        (present(in: first, state).count, first.key) < (present(in: second, state).count, second.key)
      }
      return SmallGroup(
        key: group.key, title: title(ofGroup: group.key, state), members: here, into: into?.key)
    }
  }

  /// Below this many a group cannot do what it is for: the range's lower end, one less than an exact size.
  private func leastMembers(of grouping: Grouping) -> Int {
    switch grouping.basis {
    case .things(_, let size): grouping.yields == .size ? 1 : size?.lower ?? 1
    case .size(nil): 1
    case .merge: 2
    case .size(let size?), .split(_, let size):
      size.upper == size.lower ? max(min(2, size.lower), size.lower - 1) : size.lower
    }
  }
}
