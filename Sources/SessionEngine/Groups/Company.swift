package import MethodModel

/// How often each two of some people have been together, by their positions.
struct Company {
  private let count: Int
  private let places: [PersonID: Int]
  /// Row by row; empty: nobody has met anybody.
  private var meetings: [Int32] = []

  init(_ people: [PersonID], _ encounters: [Encounter]) {
    count = people.count
    places = Dictionary(zip(people, people.indices), uniquingKeysWith: { first, _ in first })
    guard !encounters.isEmpty else { return }
    meetings = Array(repeating: 0, count: count * count)
    for encounter in encounters {
      for group in encounter.groups {
        let here = group.compactMap { places[$0] }
        if let newcomer = encounter.newcomer {
          guard let new = places[newcomer] else { continue }
          for other in here where other != new { meet(new, other) }
        } else {
          for (index, person) in here.enumerated() { for other in here.dropFirst(index + 1) { meet(person, other) } }
        }
      }
    }
  }

  private mutating func meet(_ person: Int, _ other: Int) {
    meetings[person * count + other] += 1
    meetings[other * count + person] += 1
  }

  /// How often two have been together.
  func meetings(_ person: PersonID, _ other: PersonID) -> Int {
    guard !meetings.isEmpty, let first = places[person], let second = places[other] else { return 0 }
    return Int(meetings[first * count + second])
  }

  /// How many pairs of a group have been together before.
  func repeats(in group: [PersonID]) -> Int {
    guard !meetings.isEmpty else { return 0 }
    let here = group.compactMap { places[$0] }
    return here.enumerated().reduce(0) { sum, pair in
      sum + here.dropFirst(pair.offset + 1).count { meetings[pair.element * count + $0] > 0 }
    }
  }

  /// What it costs to put two together: a repeated partner outweighs any number of two of a kind.
  ///
  /// - Parameter kinds: for each thing to be mixed evenly, what each person is.
  func cost(mixing kinds: [[Int]], largest: Int) -> [Int32] {
    guard !kinds.isEmpty else { return meetings }
    let weight = Int32(4 * kinds.count * max(1, largest) + 1)
    var cost = meetings.isEmpty ? [Int32](repeating: 0, count: count * count) : meetings.map { $0 * weight }
    for kind in kinds {
      for person in 0..<count {
        for other in 0..<count where kind[other] == kind[person] && other != person {
          cost[person * count + other] += 1
        }
      }
    }
    return cost
  }
}

extension SessionEngine {
  /// Whether a person belongs to those of whom groups of a set are formed.
  package func admits(_ person: PersonID, to grouping: Grouping, _ state: SessionState) -> Bool {
    guard let by = grouping.by else { return true }
    if method.grouping(by) != nil { return state.groups[by]?.group(of: person) != nil }
    return state.roles[by, default: []].contains(person)
  }

  /// A field of a person, or whether they hold a role.
  func value(of person: PersonID, by name: String, _ state: SessionState) -> String {
    if method.role(name) != nil { return state.roles[name, default: []].contains(person) ? "yes" : "no" }
    return state.roster[person]?.fields[name] ?? ""
  }

  /// What people of one group have in common.
  func matchKey(of person: PersonID, _ grouping: Grouping, _ state: SessionState) -> String {
    grouping.match.map { value(of: person, by: $0, state) }.joined(separator: "|")
  }

  /// The values of people as numbers, equal for equal ones.
  func codes(of people: [PersonID], by name: String, _ state: SessionState) -> [Int] {
    var codes: [String: Int] = [:]
    return people.map { person in
      let value = value(of: person, by: name, state)
      if let code = codes[value] { return code }
      codes[value] = codes.count
      return codes.count - 1
    }
  }

  /// Who made a thing: its author, or those whose entry it is.
  func authors(of thing: ThingRef, _ state: SessionState) -> [PersonID] {
    if let person = thing.person { return [person] }
    if thing.kind == .group { return members(ofGroup: thing.id, state) }
    guard let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id] else {
      return []
    }
    if let author = entry.author { return [author] }
    switch entry.unit {
    case .person(let person)?: return [person]
    case .part(let key)?: return members(ofGroup: key, state)
    case .sheet?, nil: return []
    }
  }

  /// Who is in the group of that key.
  func members(ofGroup key: String, _ state: SessionState) -> [PersonID] {
    let set = String(key.prefix { $0 != "/" })
    return state.groups[set]?.groups.first { $0.key == key }?.members ?? []
  }
}
