package import MethodModel

/// Which groups should have somebody with a role that is there once in each.
extension SessionEngine {
  /// The groups at work in a take that want a role; where each works alone, those around.
  package func groups(
    wanting role: Role, in take: Take, _ state: SessionState
  ) -> [(title: String, members: [PersonID])] {
    let around = take.parts.filter { $0.kind == .person }.flatMap { $0.circles.values.sorted() }.uniqued
      .map { (key: $0, title: title(ofGroup: $0, state), members: members(ofGroup: $0, state)) }
    let groups = take.parts.filter { $0.kind == .group }.map { (key: $0.key, title: $0.title, members: $0.members) }
    var wanted: [String: Bool] = [:]
    return (groups + around).filter { group in
      let set = String(group.key.prefix { $0 != "/" })
      let isWanted = wanted[set] ?? isWanted(role, in: set, at: take.place, state)
      wanted[set] = isWanted
      return isWanted
    }.map { ($0.title, $0.members) }
  }

  /// Whether a role has something to do in the groups of a set: in this step, or staying behind when they go round. What
  /// no step names is wanted in every group; what a selection fills, once it was made.
  private func isWanted(_ role: Role, in set: String, at place: String, _ state: SessionState) -> Bool {
    if role.filled == .selected, state.selectedRoles[role.id, default: []].isEmpty { return false }
    if case .step(let step)? = index.element(place)?.kind, step.names(role.id) { return true }
    var isNamed = false
    for element in index.allElements {
      switch element.kind {
      case .rotate(let rotate) where rotate.stay.contains(role.id):
        if [rotate.move.name, rotate.through.name].contains(set), isDue(element.id, at: place, set) { return true }
        isNamed = true
      case .step(let step) where step.names(role.id): isNamed = true
      default: continue
      }
    }
    return !isNamed
  }

  /// Whether those who stay behind in a rotation are wanted already: in it, and in the last step of these groups before it.
  private func isDue(_ rotation: String, at place: String, _ set: String) -> Bool {
    if index.ancestry(of: place).contains(rotation) { return true }
    let before = index.allElements.prefix { $0.id != rotation }.filter {
      if case .step = $0.kind { true } else { false }
    }
    let last = before.last { index.sets(around: $0.id).contains(set) } ?? before.last
    return last?.id == place
  }

  /// Whether a role that is there once in each group is there in the groups of a set: in those in which some step names
  /// it, or in which it stays behind; in every set when no step in groups does.
  func belongs(_ role: Role, to set: String) -> Bool {
    var sets: Set<String> = []
    for element in index.allElements {
      switch element.kind {
      case .rotate(let rotate) where rotate.stay.contains(role.id):
        sets.formUnion([rotate.move.name, rotate.through.name])
      case .step(let step) where step.names(role.id): sets.formUnion(index.sets(around: element.id))
      default: continue
      }
    }
    sets.formIntersection(method.groupings.map(\.id))
    return sets.isEmpty || sets.contains(set)
  }
}

extension MethodIndex {
  /// The sets of groups in which a place and those around it are done.
  fileprivate func sets(around place: String) -> [String] {
    ancestry(of: place).compactMap { place in
      let with: Participation? =
        switch element(place)?.kind {
        case .step(let step): step.with
        case .phase(let phase): phase.with
        default: nil
        }
      if case .groups(let set)? = with { return set }
      return nil
    }
  }
}
