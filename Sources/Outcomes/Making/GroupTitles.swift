internal import MethodModel
internal import SessionEngine

extension RecordLens {
  /// A group as people say it, in the session's language: by what its members share, else by its set and number.
  func groupTitle(_ key: String) -> String {
    let parts = key.split(separator: "/")
    guard parts.count == 2, let grouping = engine.method.grouping(String(parts[0])), !grouping.title.isEmpty else {
      return engine.title(ofGroup: key, state)
    }
    return shared(in: key, grouping) ?? "\(grouping.title.raw(in: engine.language(state))) \(parts[1])"
  }

  /// “Learners”, and “Learners 2” for the second group of them.
  private func shared(in key: String, _ grouping: Grouping) -> String? {
    guard !grouping.match.isEmpty, let groups = state.groups[grouping.id]?.groups,
      let place = groups.firstIndex(where: { $0.key == key }),
      let title = shared(by: groups[place].members, grouping.match)
    else { return nil }
    let alike = groups.indices.filter { shared(by: groups[$0].members, grouping.match) == title }
    guard alike.count > 1, let number = alike.firstIndex(of: place) else { return title }
    return "\(title) \(number + 1)"
  }

  /// The titles of the values that all members have in some fields; `nil` where they differ, or one is a role.
  private func shared(by members: [PersonID], _ fields: [String]) -> String? {
    let titles = fields.map { name -> String? in
      guard engine.method.role(name) == nil, let first = members.first else { return nil }
      func value(_ person: PersonID) -> String { state.roster[person]?.fields[name] ?? "" }
      let shared = value(first)
      guard !shared.isEmpty, members.allSatisfy({ value($0) == shared }) else { return nil }
      let field = engine.method.people.first { $0.id == name }
      let title = field?.values.first { $0.id == shared }?.text.raw(in: engine.language(state)) ?? ""
      return title.isEmpty ? shared : title
    }
    return titles.contains(nil) ? nil : titles.compactMap(\.self).joined(separator: ", ")
  }
}
