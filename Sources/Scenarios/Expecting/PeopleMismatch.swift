import SessionEngine

/// Who works with whom, and who holds what.
extension ScenarioRunner {
  func peopleMismatch(_ node: ScenarioNode) -> Mismatch? {
    switch node.element {
    case .groups:
      let set = node[.of] ?? ""
      guard let groups = session.state.groups[set]?.groups else {
        return Mismatch("the groups `\(set)` have not been formed", about: set)
      }
      return mismatch(groups.map(\.members), node, about: set)
    case .parts:
      let place = node[.at] ?? ""
      guard let take = session.state.takes.last(where: { $0.place == place }) else {
        return Mismatch("`\(place)` has not been opened", about: place)
      }
      return mismatch(take.parts.map(\.members), node, about: place)
    case .partners: return partnersMismatch(node)
    default:
      let role = node[.role] ?? ""
      let found = session.state.roles[role, default: []].map { session.name($0) }
      let wanted = node.text.split(separator: " ").map { String($0) }
      return compare(wanted, found, inOrder: false, "holding `\(role)`:", about: role)
    }
  }

  /// Parts compared by number, sizes and members; who stands where in a part does not matter, nor the order of parts.
  private func mismatch(_ parts: [[PersonID]], _ node: ScenarioNode, about name: String) -> Mismatch? {
    let found = parts.map { $0.map { session.name($0) }.sorted().joined(separator: " ") }.sorted()
    let help = "they are: \(found.joined(separator: "; "))"
    if let count = node.whole(.count), count != parts.count {
      return Mismatch("\(count) parts were expected, and there are \(parts.count)", help: help, about: name)
    }
    if let sizes = node[.sizes] {
      let wanted = sizes.split(separator: " ").compactMap { Int($0) }.sorted()
      let actual = parts.map(\.count).sorted()
      if wanted != actual {
        let shown = actual.map { String($0) }.joined(separator: " ")
        return Mismatch("the sizes \(sizes) were expected, and are \(shown)", help: help, about: name)
      }
    }
    guard !node.text.isEmpty else { return nil }
    let wanted = node.items.map { $0.split(separator: " ").sorted().joined(separator: " ") }.sorted()
    return wanted == found ? nil : Mismatch("other people are together than expected", help: help, about: name)
  }

  /// How often the same two people have worked in one group, over all takes that count, or those of some places.
  private func partnersMismatch(_ node: ScenarioNode) -> Mismatch? {
    let places = node[.at].map { $0.split(separator: " ").map { String($0) } }
    var meetings: [Set<PersonID>: Int] = [:]
    for take in session.state.takes where take.isCurrent && places?.contains(take.place) ?? true {
      for part in take.parts where part.kind == .group {
        for (offset, first) in part.members.enumerated() {
          for second in part.members.dropFirst(offset + 1) { meetings[[first, second], default: 0] += 1 }
        }
      }
    }
    let most = node.whole(.most) ?? 1
    let oftenest = meetings.filter { $0.value > most }.map { pair, times in
      "\(pair.map { session.name($0) }.sorted().joined(separator: " and ")) \(times) times"
    }.sorted()
    guard let first = oftenest.first else { return nil }
    return Mismatch(
      "nobody was expected to work with the same person more than \(most) times: \(first)",
      help: "\(oftenest.count) pairs did")
  }
}
