import Diagnostics
import MethodModel

/// What sizes of groups a number of people makes, by the arithmetic of the language.
enum GroupArithmetic {
  /// Whether so many people can be cut into groups of a..b.
  static func canForm(_ people: Int, in range: CountRange) -> Bool {
    guard people > 0, range.lower > 0 else { return false }
    let most = people / range.lower
    let least = range.upper.map { (people + $0 - 1) / $0 } ?? 1
    return least <= most
  }

  /// The smallest and the largest group when so many people form groups of a size; what is left over joins one, or
  /// makes smaller ones.
  static func sizes(of people: Int, exactly size: Int, remainder: Grouping.Remainder) -> ClosedRange<Int> {
    guard people >= size, size > 0 else { return people...people }
    let whole = people / size
    guard people % size > 0, remainder != .observe else { return size...size }
    if remainder == .join {
      let joined = spread(people, over: whole)
      // Beyond half again its size a group is no longer what was asked for.
      if joined.upperBound * 2 <= size * 3 { return joined }
    }
    return spread(people, over: whole + 1)
  }

  private static func spread(_ people: Int, over groups: Int) -> ClosedRange<Int> {
    people / groups...(people + groups - 1) / groups
  }
}

/// DOT0501: for every number of people that fits, the groups can be formed.
enum GroupSizes: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard let section = facts.tree.child(.groupings, of: .root) else { return }
    let inParts = setsUsedInParts(facts)
    for id in facts.tree.children(of: section) {
      guard let name = facts.tree.value(.id, of: id), !inParts.contains(name), !facts.tree.has(.by, of: id) else {
        continue
      }
      check(id, facts, &log)
    }
  }

  private static func check(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let size = tree.attribute(.size, of: id), let range = tree.range(.size, of: id),
      !tree.has(.merge, of: id), !tree.has(.split, of: id), !tree.has(.match, of: id), !tree.has(.per, of: id)
    else { return }
    if range.lower < 1 || range.upper == 0 {
      log.error(.impossibleGroups, "a group cannot be empty", at: size.valueRange, help: "write at least 1")
      return
    }
    if range.lower == range.upper { return checkExact(range.lower, size, id, facts, &log) }
    let impossible = numbers(facts) { !GroupArithmetic.canForm($0, in: range) }
    guard !impossible.isEmpty else { return }
    log.error(
      .impossibleGroups, "\(listed(impossible)) people cannot be put into groups of \(range)", at: size.valueRange,
      help: "widen the size, or leave those numbers out of people at <fit>")
  }

  private static func checkExact(
    _ size: Int, _ attribute: MethodTree.Attribute, _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let remainder: Grouping.Remainder = facts.tree.word(.remainder, of: id) ?? .join
    guard remainder != .observe else { return }
    let uneven = numbers(facts) { people in
      let sizes = GroupArithmetic.sizes(of: people, exactly: size, remainder: remainder)
      return size - sizes.lowerBound > 1 || sizes.upperBound - size > 1
    }
    guard !uneven.isEmpty else { return }
    log.warning(
      .impossibleGroups, "with \(listed(uneven)) people some groups of \(size) are off by more than one",
      at: attribute.valueRange,
      help: "give a range of sizes, choose another remainder, or leave those numbers out of <fit>")
  }

  /// Groups inside the parts of a phase are formed of fewer people than `fit` counts.
  private static func setsUsedInParts(_ facts: MethodFacts) -> Set<String> {
    var names: Set<String> = []
    for node in facts.tree.all {
      guard let name = facts.tree.value(.with, of: node), let parent = facts.tree.parent(of: node),
        hasPartsAround(parent, facts)
      else { continue }
      names.insert(name)
    }
    return names
  }

  private static func hasPartsAround(_ node: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    var next: MethodTree.ID? = node
    while let id = next {
      if facts.tree.name(of: id) == .phase, (facts.tree.value(.with, of: id) ?? "room") != "room" { return true }
      next = facts.tree.parent(of: id)
    }
    return false
  }

  private static func numbers(_ facts: MethodFacts, where isBad: (Int) -> Bool) -> [Int] {
    facts.participants.flatMap { $0.filter(isBad) }
  }

  /// `5`, `5 or 9`, `7, 8, 11 and more`.
  private static func listed(_ numbers: [Int]) -> String {
    let shown = 4
    if numbers.count <= shown { return joined(numbers.map(String.init), "or") }
    return numbers.prefix(shown).map(String.init).joined(separator: ", ") + " and more"
  }

  static let explanations = [
    Explanation(
      .impossibleGroups, title: "people that cannot be put into these groups",
      what: "For some number of people that the method is made for, groups of these sizes cannot be formed, or (as a"
        + " warning) some would differ from the wished size by more than one.",
      why: "Nobody should find that out in front of the room.",
      example: .impossibleGroups,
      remedy: "Give a range that every number can be cut into (3..5), choose a remainder, or narrow people at <fit>.")
  ]
}
