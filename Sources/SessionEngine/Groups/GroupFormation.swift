package import MethodModel

/// Puts the members of a circle into groups: sizes first, then even mixing, few repeated partners, and the draw.
struct GroupFormation {
  let grouping: Grouping
  let state: SessionState
  let method: Method

  struct Result {
    var groups: [FormedGroup]
    var remark: String?
  }

  /// Forms the groups of one circle. Refused, naming the broken rule, when no forming keeps the hard rules.
  mutating func form(
    _ circle: Circle, numberingFrom first: Int, using random: inout SeededRandom
  ) throws(Rejection) -> Result {
    guard !circle.members.isEmpty else { throw Rejection(.cannotForm, "nobody is here to form groups of") }
    var remark: String?
    var merged: [[String]] = []
    var members: [[PersonID]]
    switch grouping.basis {
    case .merge(let base, let each): (members, merged) = try merge(base, each, circle)
    case .split(let base, let size): members = try split(base, size, circle, &random)
    case .size(nil): members = byValue(circle)
    case .size(let size?):
      let formed = try bySize(size, circle.members, using: &random)
      members = formed.groups
      remark = formed.remark
    }
    let groups = members.enumerated().map { place, people in
      FormedGroup(
        key: "\(grouping.id)/\(first + place)", members: people,
        mergedFrom: merged.isEmpty ? nil : merged[place], circles: circle.circles)
    }
    return Result(groups: groups, remark: remark)
  }

  // MARK: By size

  private func bySize(
    _ size: CountRange, _ people: [PersonID], using random: inout SeededRandom
  ) throws(Rejection) -> (groups: [[PersonID]], remark: String?) {
    let plan = try GroupSizes.plan(
      people.count, size: size, ideal: grouping.ideal, remainder: grouping.remainder, named: grouping.id)
    var seats = SeatingPlan(sizes: plan.sizes, partners: grouping.avoidsEarlier ? state.allPartners : [:])
    let kinds = people.map { person in
      grouping.mix.map { value(of: person, $0) }.joined(separator: "|")
    }
    let matches = people.map { person in
      grouping.match.map { value(of: person, $0) }.joined(separator: "|")
    }
    let kindOf = Dictionary(zip(people, kinds), uniquingKeysWith: { first, _ in first })
    let matchOf = Dictionary(zip(people, matches), uniquingKeysWith: { first, _ in first })
    let order = people.shuffled(using: &random)
    if !grouping.match.isEmpty {
      return (try byMatch(order, matchOf, size, &random), plan.remark)
    }
    let groups = seats.seat(order, kinds: grouping.mix.isEmpty ? [:] : kindOf, using: &random)
    return (groups, plan.remark)
  }

  /// Sizes within each value; people of different values are never put together.
  private func byMatch(
    _ people: [PersonID], _ values: [PersonID: String], _ size: CountRange, _ random: inout SeededRandom
  ) throws(Rejection) -> [[PersonID]] {
    var groups: [[PersonID]] = []
    for (value, alike) in Dictionary(grouping: people, by: { values[$0] ?? "" }).sorted(by: { $0.key < $1.key }) {
      let plan: GroupSizes.Plan
      do throws(Rejection) {
        plan = try GroupSizes.plan(
          alike.count, size: size, ideal: grouping.ideal, remainder: grouping.remainder, named: grouping.id)
      } catch {
        throw Rejection(.cannotForm, "\(alike.count) people with “\(value)” cannot be put into groups of \(size)")
      }
      var rest = alike[...]
      for count in plan.sizes {
        groups.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
    }
    return groups
  }

  private func byValue(_ circle: Circle) -> [[PersonID]] {
    let values = Dictionary(grouping: circle.members) { person in
      grouping.match.map { value(of: person, $0) }.joined(separator: "|")
    }
    return values.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether two people have the same values in everything that `match` names.
  func matches(_ person: PersonID, _ other: PersonID) -> Bool {
    grouping.match.allSatisfy { value(of: person, $0) == value(of: other, $0) }
  }

  /// A field of a person, or whether they hold a role.
  private func value(of person: PersonID, _ name: String) -> String {
    if method.role(name) != nil { return state.roles[name, default: []].contains(person) ? "yes" : "no" }
    return state.roster[person]?.fields[name] ?? ""
  }

  // MARK: Of other groups

  private func base(_ name: String, _ circle: Circle) -> [FormedGroup] {
    let present = Set(circle.members)
    return (state.groups[name]?.groups ?? []).filter { group in group.members.contains { present.contains($0) } }
  }

  /// Joins whole groups; spare ones stay as they are, or join the last.
  private func merge(
    _ name: String, _ each: Int, _ circle: Circle
  ) throws(Rejection) -> ([[PersonID]], [[String]]) {
    let whole = base(name, circle)
    guard !whole.isEmpty else {
      throw Rejection(.cannotForm, "the groups “\(name)” are formed first, and there are none yet")
    }
    var bundles = stride(from: 0, to: whole.count, by: each).map { Array(whole[$0..<min($0 + each, whole.count)]) }
    if let last = bundles.last, last.count < each, bundles.count > 1, grouping.remainder == .join {
      bundles.removeLast()
      bundles[bundles.count - 1] += last
    }
    let present = Set(circle.members)
    return (
      bundles.map { $0.flatMap(\.members).filter { present.contains($0) } }, bundles.map { $0.map(\.key) }
    )
  }

  private func split(
    _ name: String, _ size: CountRange, _ circle: Circle, _ random: inout SeededRandom
  ) throws(Rejection) -> [[PersonID]] {
    var groups: [[PersonID]] = []
    for group in base(name, circle) { groups += try bySize(size, group.members, using: &random).groups }
    return groups
  }
}

/// How many groups of which sizes.
package enum GroupSizes {
  package struct Plan: Hashable, Sendable {
    package var sizes: [Int]
    /// What became of the remainder, when the declared way could not be taken.
    package var remark: String?
  }

  /// Sizes that differ by at most one, within the range; for one exact size the remainder goes as declared.
  ///
  /// `semantics.md` of the language, section 4: a range a…b needs a count g with g·a ≤ n ≤ g·b, nearest to the ideal.
  package static func plan(
    _ people: Int, size: CountRange, ideal: Int?, remainder: Grouping.Remainder, named name: String
  ) throws(Rejection) -> Plan {
    if size.lower == size.upper { return exact(people, size.lower, remainder) }
    let most = size.upper ?? people
    let middle = Number.ratio(size.lower + (size.upper ?? size.lower), of: 2) ?? .zero
    let wanted = ideal.map { Number($0) } ?? middle
    let counts = (1...max(1, people)).filter { $0 * size.lower <= people && people <= $0 * most }
    let best = counts.min { first, second in
      let (left, right) = (distance(people, first, wanted), distance(people, second, wanted))
      return left == right ? first < second : left < right
    }
    guard let best else {
      throw Rejection(.cannotForm, "\(people) people cannot be put into groups of \(size) (“\(name)”)")
    }
    return Plan(sizes: even(people, best), remark: nil)
  }

  /// How far the mean size of so many groups is from the wanted one, as a fraction over the count.
  private static func distance(_ people: Int, _ groups: Int, _ wanted: Number) -> Number {
    ((Number.ratio(people, of: groups) ?? .zero) - wanted).magnitude
  }

  private static func exact(_ people: Int, _ size: Int, _ remainder: Grouping.Remainder) -> Plan {
    guard people > size, size > 0 else { return Plan(sizes: [people], remark: nil) }
    let left = people % size
    if left == 0 { return Plan(sizes: Array(repeating: size, count: people / size), remark: nil) }
    switch remainder {
    case .observe:
      return Plan(
        sizes: Array(repeating: size, count: people / size),
        remark: left == 1 ? "one person observes" : "\(left) people observe")
    case .join:
      let groups = people / size
      let largest = (people + groups - 1) / groups
      guard 2 * largest > 3 * size else { return Plan(sizes: even(people, groups), remark: nil) }
      return Plan(sizes: smaller(people, size), remark: "some groups are smaller, so that none grows too large")
    case .smaller: return Plan(sizes: smaller(people, size), remark: nil)
    }
  }

  /// One more group, none below two.
  private static func smaller(_ people: Int, _ size: Int) -> [Int] {
    let groups = (people + size - 1) / size
    let sizes = even(people, groups)
    return (sizes.last ?? 2) >= 2 ? sizes : even(people, max(1, groups - 1))
  }

  private static func even(_ people: Int, _ groups: Int) -> [Int] {
    let (each, left) = people.quotientAndRemainder(dividingBy: max(1, groups))
    return (0..<max(1, groups)).map { $0 < left ? each + 1 : each }
  }
}
