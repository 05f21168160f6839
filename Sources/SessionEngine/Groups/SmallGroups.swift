package import MethodModel

/// A group that has become too small to work, and where its people could go.
package struct SmallGroup: Sendable, Hashable {
  package var key: String
  package var title: String
  /// Who is left; may be nobody.
  package var members: [PersonID]
  /// The group they could join: the smallest that the rules allow.
  package var into: String?
  /// People choose where to go: it has not become small, it was never chosen by more.
  package var isChosen = false
}

extension SessionEngine {
  /// The groups at work that fell below their least size; joining another one is proposed.
  package func smallGroups(_ state: SessionState) -> [SmallGroup] {
    guard case .take(let number) = state.leaf else { return [] }
    let sets = state.takes[number - 1].parts.flatMap { part in
      (part.kind == .group ? [part.key] : []) + part.circles.sorted { $0.key < $1.key }.map(\.value)
    }.map { String($0.prefix { $0 != "/" }) }
    return sets.uniqued.flatMap { set -> [SmallGroup] in
      guard let grouping = method.grouping(set), grouping.chosen != .own || haveChosen(grouping, by: number, state)
      else { return [] }
      return smallGroups(of: grouping, state.groups[set]?.groups ?? [], state)
    }
  }

  /// Whether all have a place in groups that people choose, or had a step for it before a take.
  private func haveChosen(_ grouping: Grouping, by number: Int, _ state: SessionState) -> Bool {
    guard let set = state.groups[grouping.id] else { return false }
    let formed = set.formedAt.values.max() ?? 0
    return state.takes[..<(number - 1)].contains { take in
      take.openedSequence > formed && take.parts.contains { $0.key.hasPrefix("\(grouping.id)/") }
    } || isChosenByAll(grouping, state)
  }

  private func isChosenByAll(_ grouping: Grouping, _ state: SessionState) -> Bool {
    let placed = Set((state.groups[grouping.id]?.groups ?? []).flatMap(\.members))
    return state.roster.present.allSatisfy { placed.contains($0.id) || !admits($0.id, to: grouping, state) }
  }

  /// Which groups of a set nobody chose, or fewer than they are meant for, in words.
  package func signUpRemark(_ grouping: Grouping, _ state: SessionState) -> String? {
    guard grouping.chosen == .own, let groups = state.groups[grouping.id]?.groups,
      groups.contains(where: { !$0.members.isEmpty })
    else { return nil }
    let least = leastMembers(of: grouping)
    let (empty, small) = (groups.filter(\.members.isEmpty), groups.filter { (1..<max(1, least)) ~= $0.members.count })
    func titles(_ groups: [FormedGroup]) -> String {
      groups.map { "“\(title(ofGroup: $0.key, state))”" }.joined(separator: ", ")
    }
    let words =
      (empty.isEmpty ? [] : ["nobody chose \(titles(empty))"])
      + (small.isEmpty ? [] : ["fewer than \(least) chose \(titles(small))"])
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private func smallGroups(
    of grouping: Grouping, _ groups: [FormedGroup], _ state: SessionState
  ) -> [SmallGroup] {
    let least = leastMembers(of: grouping)
    return groups.compactMap { group in
      let here = present(in: group, state)
      guard grouping.chosen == .own || !group.members.isEmpty, here.count < least, groups.count > 1 else { return nil }
      let others = groups.filter { other in
        other.key != group.key && other.circles == group.circles && !present(in: other, state).isEmpty
          && here.allSatisfy { isAlike($0, other, grouping, state) }
          && (grouping.chosen != .own
            || present(in: other, state).count + here.count <= mostMembers(of: grouping) ?? .max)
      }
      let into = others.min { first, second in
        (present(in: first, state).count, first.key) < (present(in: second, state).count, second.key)
      }
      return SmallGroup(
        key: group.key, title: title(ofGroup: group.key, state), members: here, into: into?.key,
        isChosen: grouping.chosen == .own)
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
