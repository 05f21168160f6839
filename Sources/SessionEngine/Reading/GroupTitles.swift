internal import MethodModel

/// What groups are called.
extension SessionEngine {
  /// `pairs/2` as people say it: by the thing it is there for, else by what its members share, else by its set's title, or
  /// id, and its number.
  package func title(ofGroup key: String, _ state: SessionState) -> String {
    let parts = key.split(separator: "/")
    guard parts.count == 2, let grouping = method.grouping(String(parts[0])) else {
      return title(ofStation: key, state) ?? key
    }
    if let thing = thing(ofGroup: key, state) ?? thing(numbered: String(parts[1]), in: grouping, state) {
      return label(of: thing, state)
    }
    if let shared = shared(in: key, grouping, state) { return shared }
    let title = grouping.title.isEmpty ? grouping.id : grouping.title.raw(in: language(state))
    return "\(title) \(parts[1])"
  }

  /// The thing that a group was there for which is no more, by its number.
  private func thing(numbered number: String, in grouping: Grouping, _ state: SessionState) -> ThingRef? {
    guard case .things(let source, _) = grouping.basis, grouping.formed == .eachTime, let place = Int(number) else {
      return nil
    }
    let things = things(source, state, Scope())
    return things.indices.contains(place - 1) ? things[place - 1] : nil
  }

  /// “Learners”, and “Learners 2” for the second group of them.
  private func shared(in key: String, _ grouping: Grouping, _ state: SessionState) -> String? {
    guard !grouping.match.isEmpty, let groups = state.groups[grouping.id]?.groups,
      let place = groups.firstIndex(where: { $0.key == key }),
      let title = shared(by: groups[place].members, grouping.match, state)
    else { return nil }
    let alike = groups.indices.filter { shared(by: groups[$0].members, grouping.match, state) == title }
    guard alike.count > 1, let number = alike.firstIndex(of: place) else { return title }
    return "\(title) \(number + 1)"
  }

  /// The titles of the values that all members have in some fields; `nil` where they differ, or one is a role.
  private func shared(by members: [PersonID], _ fields: [String], _ state: SessionState) -> String? {
    let titles = fields.map { name -> String? in
      guard method.role(name) == nil, let first = members.first else { return nil }
      func value(_ person: PersonID) -> String { state.roster[person]?.fields[name] ?? "" }
      let shared = value(first)
      guard !shared.isEmpty, members.allSatisfy({ value($0) == shared }) else { return nil }
      let field = method.people.first { $0.id == name }
      let title = field?.values.first { $0.id == shared }?.text.raw(in: language(state)) ?? ""
      return title.isEmpty ? shared : title
    }
    return titles.contains(nil) ? nil : titles.compactMap(\.self).joined(separator: ", ")
  }
}
