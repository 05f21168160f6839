package import MethodModel

extension SessionEngine {
  /// Whether somebody does not mark a thing: they, or their group, made it; or they share with who made it what keeps
  /// them apart.
  package func isKeptApart(
    _ thing: ThingRef, from person: PersonID, in activity: Activity, _ state: SessionState
  ) -> Bool {
    guard activity.excludesOwn else { return false }
    var authors = authors(of: thing, state)
    // What was written down for a group is all of theirs, whoever said it.
    if case .part(let key)? = state.entry(thing)?.unit { authors += members(ofGroup: key, state) }
    if authors.contains(person) { return true }
    return activity.apart.contains { field in authors.contains { isAlike(person, $0, in: field, state) } }
  }

  private func isAlike(_ person: PersonID, _ other: PersonID, in field: String, _ state: SessionState) -> Bool {
    if method.role(field) != nil {
      let holders = state.roles[field, default: []]
      return holders.contains(person) && holders.contains(other)
    }
    let own = state.roster[person]?.fields[field] ?? ""
    return !own.isEmpty && state.roster[other]?.fields[field] == own
  }
}
