import MethodModel

/// How many people, groups and things there are at a place of the method, for a number of participants.
struct PeopleCount {
  let facts: MethodFacts
  private var tree: MethodTree { facts.tree }

  /// A size of group, and whether that many people can form it.
  enum Groups: Equatable {
    case sizes([Int])
    /// These people cannot be put into groups of a set.
    case impossible(people: Int)
    /// It hangs on who is on the list.
    case unknown
  }

  /// The sizes of a set's groups, formed of so many people.
  func groups(of set: String, _ people: Int, depth: Int = 0) -> Groups {
    guard depth < 16, let id = node(of: set), !tree.has(.by, of: id) else { return .unknown }
    if let base = tree.value(.merge, of: id) { return merged(id, groups(of: base, people, depth: depth + 1)) }
    if let base = tree.value(.split, of: id) { return split(id, groups(of: base, people, depth: depth + 1)) }
    if tree.has(.match, of: id) { return .unknown }
    if let source = tree.source(.per, of: id) { return perThing(id, count(of: source, at: id, people), people) }
    return bySize(id, people)
  }

  func node(of set: String) -> MethodTree.ID? {
    guard let definition = facts.names.definitions[set], definition.kind == .grouping else { return nil }
    return definition.node
  }

  private func bySize(_ id: MethodTree.ID, _ people: Int) -> Groups {
    guard let size = tree.range(.size, of: id), size.lower > 0 else { return .unknown }
    let plan = GroupPlan.of(people, size: size, ideal: tree.whole(.ideal, of: id), remainder: remainder(of: id))
    return plan.map { .sizes($0.sizes) } ?? .impossible(people: people)
  }

  private func merged(_ id: MethodTree.ID, _ base: Groups) -> Groups {
    guard case .sizes(let sizes) = base, let each = tree.whole(.each, of: id) else { return base }
    var next = 0
    return .sizes(
      GroupPlan.joining(sizes.count, each: each, remainder: remainder(of: id)).sizes.map { count in
        defer { next += count }
        return sizes[next..<next + count].reduce(0, +)
      })
  }

  private func split(_ id: MethodTree.ID, _ base: Groups) -> Groups {
    guard case .sizes(let sizes) = base else { return base }
    var parts: [Int] = []
    for size in sizes {
      guard case .sizes(let some) = bySize(id, size) else { return bySize(id, size) }
      parts += some
    }
    return .sizes(parts)
  }

  private func perThing(_ id: MethodTree.ID, _ things: Int?, _ people: Int) -> Groups {
    guard let things, things > 0, (tree.value(.chosen, of: id) ?? "draw") == "draw" else { return .unknown }
    let least = tree.value(.yields, of: id) == "size" ? 1 : tree.range(.size, of: id)?.lower ?? 1
    return .sizes(GroupPlan.even(people, Grouping.thingsWithGroups(of: things, people: people, least: least)))
  }

  private func remainder(of id: MethodTree.ID) -> Grouping.Remainder { tree.word(.remainder, of: id) ?? .join }

  // MARK: Roles

  /// How many hold a role of the room for sure, of so many people; of a draw the least number is taken.
  func holders(of role: String, _ people: Int) -> Int? {
    guard let definition = facts.names.definitions[role], definition.kind == .role,
      ["room", nil].contains(tree.value(.per, of: definition.node))
    else { return nil }
    let range = tree.range(.people, of: definition.node)
    let least = range?.lower ?? 1
    switch tree.value(.filled, of: definition.node) {
    case "drawn": return least
    case "rest": return rest(of: definition.node, people)
    case "selected":
      guard let from = tree.source(.from, of: definition.node), let drawn = drawn(into: from.name, people) else {
        return nil
      }
      return min(drawn, range?.upper ?? 1)
    default: return range.map { $0.upper == least } ?? true ? least : nil
    }
  }

  /// How many of all people a lot takes.
  private func drawn(into outcome: String, _ people: Int) -> Int? {
    guard let writers = facts.names.outcomes.first(where: { $0.name == outcome })?.writers, writers.count == 1,
      let writer = writers.first, tree.value(.from, of: writer) == "people", !tree.has(.except, of: writer),
      !tree.has(.in, of: writer), let step = tree.parent(of: writer), Audience.isRoom(step, facts), isOnce(step),
      tree.child(.where, of: writer) == nil,
      let size = tree.value(.draw, of: writer).flatMap({ try? NumberForm.lot($0) })
    else { return nil }
    switch size {
    case .count(.fixed(let number)): return min(number, people)
    case .count: return nil
    case .share(let share): return Selection.Lot.part(share, of: people)
    }
  }

  /// Those whom no other role takes away; known where nobody can hold two of these.
  private func rest(of role: MethodTree.ID, _ people: Int) -> Int? {
    guard let section = tree.parent(of: role) else { return nil }
    let except = tree.names(.except, of: role)
    let others = tree.children(of: section).filter { other in
      tree.value(.filled, of: other) != "rest"
        && (except.isEmpty || except.contains(tree.value(.id, of: other) ?? ""))
    }
    guard others.count == 1 || others.allSatisfy({ tree.isYes(.exclusive, of: $0) }) else { return nil }
    var left = people
    for other in others {
      guard let taken = tree.value(.id, of: other).flatMap({ holders(of: $0, people) }) else { return nil }
      left -= taken
    }
    return max(0, left)
  }

  /// How many groups the holders of a role make, where the set is of them only.
  func groupsOfHolders(in set: String, _ people: Int) -> Int? {
    guard let id = node(of: set), let role = tree.value(.by, of: id), let size = tree.range(.size, of: id),
      size.lower > 0, !tree.has(.per, of: id), !tree.has(.match, of: id), !tree.has(.split, of: id),
      let holders = holders(of: role, people), holders > 0
    else { return nil }
    return GroupPlan.of(holders, size: size, ideal: tree.whole(.ideal, of: id), remainder: remainder(of: id))?.sizes
      .count
  }

  // MARK: Circles

  /// How many people there are in the circles around a node, each number once; `nil` when it hangs on the list.
  func circles(around node: MethodTree.ID, of people: Int) -> [Int]? {
    guard let parent = tree.parent(of: node) else { return [people] }
    guard let outer = circles(around: parent, of: people) else { return nil }
    switch tree.name(of: parent) {
    case .phase: return parts(of: tree.value(.with, of: parent) ?? "room", outer)
    case .rotate: return stations(of: parent, outer)
    default: return outer
    }
  }

  private func parts(of with: String, _ circles: [Int]) -> [Int]? {
    if with == "room" { return circles }
    if with == "alone" { return [1] }
    return sizes(of: with, circles)
  }

  private func sizes(of set: String, _ circles: [Int]) -> [Int]? {
    var all: Set<Int> = []
    for people in circles {
      guard case .sizes(let sizes) = groups(of: set, people) else { return nil }
      all.formUnion(sizes)
    }
    return all.sorted()
  }

  /// Who belongs to a place is there too.
  private func atTheirPlaces(_ moving: [Int], _ through: SourceRef, _ circles: [Int]) -> [Int]? {
    if facts.names.definitions[through.name]?.kind == .role { return moving.map { $0 + 1 } }
    guard node(of: through.name) != nil else { return moving }
    guard let staying = sizes(of: through.name, circles) else { return nil }
    return Set(moving.flatMap { mover in staying.map { mover + $0 } }).sorted()
  }

  /// Those at one place of a rotation.
  private func stations(of rotate: MethodTree.ID, _ circles: [Int]) -> [Int]? {
    guard let move = tree.source(.move, of: rotate), let through = tree.source(.through, of: rotate) else { return nil }
    if node(of: move.name) != nil {
      guard let moving = sizes(of: move.name, circles) else { return nil }
      return move.name == through.name ? moving : atTheirPlaces(moving, through, circles)
    }
    if node(of: through.name) != nil { return sizes(of: through.name, circles) }
    if move.name != "people" { return through.name == "people" ? [1] : nil }
    var all: Set<Int> = []
    for people in circles {
      guard let places = count(of: through, at: rotate, people), places > 0 else { return nil }
      all.formUnion(GroupPlan.even(people, min(places, people)))
    }
    return all.sorted()
  }

  // MARK: Things

  /// How many things a source holds, where that is certain before the session; of groups for so many people.
  func count(of source: SourceRef, at node: MethodTree.ID, _ people: Int) -> Int? {
    if source.name == "people" { return people }
    guard case .defined(let definition) = facts.meaning(of: source.name, at: node) else { return nil }
    switch definition.kind {
    case .grouping:
      guard case .sizes(let sizes) = groups(of: source.name, people) else { return nil }
      return sizes.count
    case .list: return tree.children(of: definition.node).count { tree.name(of: $0) == .value }
    case .outcome: return oneEach(source.name, people) ?? documents(source.name, people)
    case .setting, .role, .field, .scale: return nil
    }
  }

  /// An outcome into which everybody puts exactly so many.
  private func oneEach(_ name: String, _ people: Int) -> Int? {
    let outcomes = facts.names.outcomes.filter { $0.name == name }
    guard let outcome = outcomes.first, outcome.writers.count == 1, let writer = outcome.writers.first,
      tree.name(of: writer) == .collect, let exactly = tree.value(.exactly, of: writer).flatMap({ Int($0) }),
      let step = tree.parent(of: writer),
      tree.value(.with, of: step) == "alone" || tree.value(.per, of: writer) == "person"
    else { return nil }
    return exactly * people
  }

  /// A document of each person or group that writes one, in no loop and no part of the room.
  private func documents(_ name: String, _ people: Int) -> Int? {
    let outcomes = facts.names.outcomes.filter { $0.name == name }
    guard let writers = outcomes.first?.writers, writers.count == 1, let writer = writers.first,
      tree.name(of: writer) == .fill, tree.value(.shape, of: writer) != "table", let step = tree.parent(of: writer),
      isOnce(step)
    else { return nil }
    let unit = tree.value(.per, of: writer) ?? tree.value(.with, of: step) ?? "room"
    switch unit {
    case "room": return 1
    case "person", "alone": return people
    default:
      guard case .sizes(let sizes) = groups(of: unit, people) else { return nil }
      return sizes.count
    }
  }

  /// Whether everybody goes through a place together, and once.
  private func isOnce(_ node: MethodTree.ID) -> Bool {
    guard let parent = tree.parent(of: node) else { return true }
    switch tree.name(of: parent) {
    case .phase where tree.has(.with, of: parent): return false
    case .repeat, .forEach, .rotate, .use, .branch, .choice: return false
    default: return isOnce(parent)
    }
  }
}
