import MethodModel

/// Puts the members of a circle into groups: sizes first, then few repeated partners, even mixing, and the draw.
struct GroupFormation {
  let grouping: Grouping
  let engine: SessionEngine
  let state: SessionState
  let scope: Scope
  /// The things of the for-each whose tracks the groups are for; `nil`: all that their source holds.
  var things: [ThingRef]?

  struct Result {
    var groups: [FormedGroup]
    var remark: String?
    /// How many pairs had been together before; `nil` where the method does not mind.
    var repeats: Int?
  }

  /// What each new group consists of, before it has a number.
  struct Draft {
    var members: [PersonID]
    var mergedFrom: [String]?
    var about: ThingRef?

    init(_ members: [PersonID], mergedFrom: [String]? = nil, about: ThingRef? = nil) {
      self.members = members
      self.mergedFrom = mergedFrom
      self.about = about
    }
  }

  /// Forms the groups of one circle. Refused, naming the broken rule, when no forming keeps the hard rules.
  func form(
    _ circle: Circle, numberingFrom first: Int, using random: inout SeededRandom
  ) throws(Rejection) -> Result {
    let people = circle.members.filter { engine.admits($0, to: grouping, state) }
    guard !people.isEmpty else { throw Rejection(.cannotForm, "nobody is here to form groups of (“\(grouping.id)”)") }
    let (drafts, remark) = try drafts(of: people, in: circle, using: &random)
    let numbers = numbers(of: drafts, in: circle, from: first)
    let groups = zip(drafts, numbers).map { draft, number in
      FormedGroup(
        key: "\(grouping.id)/\(number)", members: draft.members, mergedFrom: draft.mergedFrom,
        circles: circle.circles, about: draft.about)
    }
    let company = Company(people, grouping.avoidsEarlier ? state.encounters : [])
    let repeats = grouping.avoidsEarlier ? groups.reduce(0) { $0 + company.repeats(in: $1.members) } : nil
    return Result(groups: groups, remark: remark, repeats: repeats)
  }

  /// Groups for things bear the numbers of these among all things, so that another forming calls none of them otherwise.
  private func numbers(of drafts: [Draft], in circle: Circle, from first: Int) -> [Int] {
    let plain = drafts.indices.map { first + $0 }
    guard case .things(let source, _) = grouping.basis, circle.circles.isEmpty else { return plain }
    let all = engine.things(source, state, Scope())
    let own = drafts.compactMap { draft in draft.about.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } }
    return Set(own).count == drafts.count ? own : plain
  }

  private func drafts(
    of people: [PersonID], in circle: Circle, using random: inout SeededRandom
  ) throws(Rejection) -> ([Draft], String?) {
    switch grouping.basis {
    case .merge(let base, let each): return try merge(wholes(of: base, people, circle), each, using: &random)
    case .split(let base, let size): return try split(wholes(of: base, people, circle), size, using: &random)
    case .things(let source, let size): return try perThing(source, size, people, using: &random)
    case .size(nil): return (byValue(people).map { Draft($0.people) }, nil)
    case .size(let size?) where grouping.chosen == .own:
      let plan = try plan(people.count, size)
      return (plan.sizes.map { _ in Draft([]) }, nil)
    case .size(let size?):
      guard !grouping.match.isEmpty else { return try bySize(size, people, using: &random) }
      return try byMatch(size, people, using: &random)
    }
  }

  private func plan(_ people: Int, _ size: CountRange, of value: String? = nil) throws(Rejection) -> GroupPlan {
    if let plan = GroupPlan.of(people, size: size, ideal: grouping.ideal, remainder: grouping.remainder) { return plan }
    let remedy = value == nil ? "" : "; give one of them another value, or take in more people like them"
    throw Rejection(.cannotForm, engine.noGroups(of: people, size, grouping, value) + remedy)
  }

  // MARK: By size

  private func bySize(
    _ size: CountRange, _ people: [PersonID], of value: String? = nil, using random: inout SeededRandom
  ) throws(Rejection) -> ([Draft], String?) {
    let plan = try plan(people.count, size, of: value)
    return (try seated(people, plan.sizes, using: &random).map { Draft($0) }, plan.remark)
  }

  /// Seats people in groups of these sizes; the last of the draw stay out where the sizes do not hold all.
  private func seated(
    _ people: [PersonID], _ sizes: [Int], using random: inout SeededRandom
  ) throws(Rejection) -> [[PersonID]] {
    let room = sizes.reduce(0, +)
    let pinned = pinnedRoles(among: people)
    let bound = Set(pinned.flatMap(\.holders))
    let free = people.filter { !bound.contains($0) }.shuffled(using: &random)
    let drawn = Array((people.filter { bound.contains($0) }.shuffled(using: &random) + free).prefix(room))
    let company = Company(drawn, grouping.avoidsEarlier ? state.encounters : [])
    let kinds = grouping.mix.map { name in engine.codes(of: drawn, by: name, state) }
    var seating = Seating(count: drawn.count, sizes: sizes)
    seating.cost = company.cost(mixing: kinds, largest: sizes.max() ?? 1)
    seating.dealsInTurn = !kinds.isEmpty
    seating.pinned = try pins(pinned, drawn, sizes)
    let order = drawn.indices.sorted { first, second in
      for kind in kinds where kind[first] != kind[second] { return kind[first] < kind[second] }
      return first < second
    }
    return seating.seat(order, using: &random).map { $0.map { drawn[$0] } }
  }

  /// Sizes within each value; people of different values are never put together.
  private func byMatch(
    _ size: CountRange, _ people: [PersonID], using random: inout SeededRandom
  ) throws(Rejection) -> ([Draft], String?) {
    var drafts: [Draft] = []
    var remark: String?
    for alike in byValue(people) {
      let formed = try bySize(size, alike.people, of: alike.value, using: &random)
      drafts += formed.0
      remark = remark ?? formed.1
    }
    return (drafts, remark)
  }

  private func byValue(_ people: [PersonID]) -> [(value: String, people: [PersonID])] {
    Dictionary(grouping: people) { engine.matchKey(of: $0, grouping, state) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Of other groups

  private func wholes(
    of name: String, _ people: [PersonID], _ circle: Circle
  ) throws(Rejection) -> [FormedGroup] {
    let present = Set(people)
    let whole = engine.formedGroups(of: name, in: circle, state).compactMap { group -> FormedGroup? in
      var here = group
      here.members.removeAll { !present.contains($0) }
      return here.members.isEmpty ? nil : here
    }
    guard !whole.isEmpty else {
      throw Rejection(.cannotForm, "the groups “\(name)” are formed first, and there are none yet")
    }
    return whole
  }

  /// Joins whole groups, in their order unless partners, a mix or roles that are there once a group speak for another.
  private func merge(
    _ whole: [FormedGroup], _ each: Int, using random: inout SeededRandom
  ) throws(Rejection) -> ([Draft], String?) {
    let plan = GroupPlan.joining(whole.count, each: each, remainder: grouping.remainder)
    let pinned = pinnedRoles(among: whole.flatMap(\.members))
    var bundles = Self.inOrder(plan.sizes)
    let isCrowded = bundles.contains { crowded(pinned, in: $0.flatMap { whole[$0].members }) != nil }
    if grouping.avoidsEarlier || !grouping.mix.isEmpty || isCrowded {
      let drawn = Array(whole.indices.shuffled(using: &random).prefix(plan.sizes.reduce(0, +)))
      var seating = Seating(count: drawn.count, sizes: plan.sizes)
      let groups = drawn.map { whole[$0].members }
      seating.cost = apart(pinned, groups, cost(between: groups, largest: plan.sizes.max() ?? 1))
      bundles = seating.seat(Array(drawn.indices), using: &random).map { $0.map { drawn[$0] } }
    }
    let drafts = bundles.map { bundle in
      Draft(bundle.flatMap { whole[$0].members }, mergedFrom: bundle.map { whole[$0].key })
    }
    let role = drafts.lazy.compactMap { crowded(pinned, in: $0.members) }.first
    return (
      drafts,
      plan.remark
        ?? role.map { "some groups have more than \($0.people) with the role “\(engine.title(ofRole: $0.id, state))”" }
    )
  }

  private static func inOrder(_ sizes: [Int]) -> [[Int]] {
    var next = 0
    return sizes.map { size in
      defer { next += size }
      return Array(next..<next + size)
    }
  }

  /// What it costs to join two groups: the sum over pairs between them.
  private func cost(between groups: [[PersonID]], largest: Int) -> [Int32] {
    let people = groups.flatMap { $0 }
    let company = Company(people, grouping.avoidsEarlier ? state.encounters : [])
    let kinds = grouping.mix.map { engine.codes(of: people, by: $0, state) }
    let single = company.cost(mixing: kinds, largest: largest * (groups.map(\.count).max() ?? 1))
    guard !single.isEmpty else { return [] }
    var groupOf: [Int] = []
    for (number, group) in groups.enumerated() { groupOf += group.map { _ in number } }
    var cost = [Int32](repeating: 0, count: groups.count * groups.count)
    for first in people.indices {
      for second in people.indices where groupOf[first] != groupOf[second] {
        cost[groupOf[first] * groups.count + groupOf[second]] += single[first * people.count + second]
      }
    }
    return cost
  }

  private func split(
    _ whole: [FormedGroup], _ size: CountRange, using random: inout SeededRandom
  ) throws(Rejection) -> ([Draft], String?) {
    var drafts: [Draft] = []
    var remark: String?
    for group in whole {
      let formed = try bySize(size, group.members, using: &random)
      drafts += formed.0
      remark = remark ?? formed.1
    }
    return (drafts, remark)
  }
}

// MARK: Per thing

extension GroupFormation {
  /// A group for each thing: drawn, empty for signing up, or with the authors of the things in theirs.
  ///
  /// With a size, later things get no group when there are too few people, or groups are smaller; either is said.
  private func perThing(
    _ source: SourceRef, _ size: CountRange?, _ people: [PersonID], using random: inout SeededRandom
  ) throws(Rejection) -> ([Draft], String?) {
    let all = (things ?? engine.things(source, state, scope)).filter { !engine.isRetired($0, state) }
    guard !all.isEmpty else {
      throw Rejection(
        .cannotForm, "there is nothing in “\(source)” yet to form groups for; fill it first, or /goto a later step")
    }
    if grouping.chosen == .own { return (all.map { Draft([], about: $0) }, nil) }
    let things = Array(all.prefix(grouping.thingsWithGroups(of: all.count, people: people.count)))
    let members: [[PersonID]]
    if grouping.chosen == .author {
      members = withAuthors(things, people, using: &random)
    } else {
      members = try seated(people, GroupPlan.even(people.count, things.count), using: &random)
    }
    return (zip(things, members).map { Draft($1, about: $0) }, perThingRemark(all, things, members, size))
  }

  private func perThingRemark(
    _ all: [ThingRef], _ things: [ThingRef], _ members: [[PersonID]], _ size: CountRange?
  ) -> String? {
    if things.count < all.count {
      let left = all.dropFirst(things.count).map { "“\(engine.label(of: $0, state))”" }
      return "too few people for a group on \(left.joined(separator: ", "))"
    }
    if let least = size?.lower, let smallest = members.map(\.count).min(), smallest < least {
      return "some groups are smaller than \(least), since there is one for each"
    }
    if let most = size?.upper, let largest = members.map(\.count).max(), largest > most {
      return "some groups are larger than \(most), since there is one for each"
    }
    return nil
  }
}
