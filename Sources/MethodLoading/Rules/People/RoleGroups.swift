import Diagnostics
import MethodModel

/// DOT0501, DOT0503 (of roles): groups fit the people that a role has, and a role per group fits its groups.
enum RoleGroups: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    if let section = tree.child(.groupings, of: .root) {
      for set in tree.children(of: section) { checkBy(set, facts, &log) }
    }
    for id in tree.all where tree.name(of: id) == .step || tree.name(of: id) == .phase {
      checkInPhase(id, facts, &log)
      checkPerGroup(id, facts, &log)
    }
  }

  // MARK: Groups of a role's holders

  private static func checkBy(_ set: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let by = facts.tree.attribute(.by, of: set), by.isSound else { return }
    checkSize(of: set, among: by.value, at: facts.tree.attribute(.size, of: set)?.valueRange, facts, &log)
  }

  /// Groups that form in a phase of a role are formed of its holders.
  private static func checkInPhase(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let with = facts.tree.attribute(.with, of: id), let set = PeopleCount(facts: facts).node(of: with.value),
      !facts.tree.has(.by, of: set), let parent = facts.tree.parent(of: id),
      let role = role(around: parent, facts)
    else { return }
    checkSize(of: set, among: role, at: with.valueRange, facts, &log)
  }

  /// The role of the nearest phase that is not of the whole room; `nil` where that is of groups.
  private static func role(around node: MethodTree.ID, _ facts: MethodFacts) -> String? {
    var next: MethodTree.ID? = node
    while let id = next {
      if facts.tree.name(of: id) == .rotate { return nil }
      if facts.tree.name(of: id) == .phase, let with = facts.tree.value(.with, of: id), with != "room" {
        return facts.names.definitions[with]?.kind == .role ? with : nil
      }
      next = facts.tree.parent(of: id)
    }
    return nil
  }

  /// More than any room holds.
  private static let mostHolders = 2_000

  /// An error only where none of the numbers that the role may have can be grouped.
  private static func checkSize(
    of set: MethodTree.ID, among role: String, at range: SourceRange?, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    guard let range, let size = tree.range(.size, of: set), size.lower > 0, !tree.has(.per, of: set),
      !tree.has(.split, of: set), !tree.has(.match, of: set), let definition = facts.names.definitions[role],
      definition.kind == .role, tree.value(.filled, of: definition.node) != "rest"
    else { return }
    let isSelected = tree.value(.filled, of: definition.node) == "selected"
    let people = tree.range(.people, of: definition.node) ?? CountRange(1, isSelected ? nil : 1)
    guard let most = people.upper, (1...mostHolders).contains(most) else { return }
    let remainder: Grouping.Remainder = tree.word(.remainder, of: set) ?? .join
    let isPossible = (max(1, people.lower)...most).contains { count in
      GroupPlan.of(count, size: size, ideal: nil, remainder: remainder) != nil
    }
    guard !isPossible else { return }
    log.error(
      .impossibleGroups, "`\(role)` has \(people) people, who cannot be put into groups of \(size)", at: range,
      help: "lower the size, or let more people have the role", see: .init("the role", at: definition.range))
  }

  // MARK: A role in each group

  /// Whoever is asked in each group has to find room in the smallest.
  private static func checkPerGroup(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let with = tree.value(.with, of: id), let section = tree.child(.roles, of: .root) else { return }
    for role in tree.children(of: section) where tree.value(.per, of: role) == "group" {
      guard let name = tree.value(.id, of: role), let people = tree.range(.people, of: role), people.lower > 1,
        let asked = asked(name, in: id, facts)
      else { continue }
      let count = PeopleCount(facts: facts)
      let small = facts.participants.joined().compactMap { number -> (people: Int, size: Int)? in
        guard case .sizes(let sizes) = count.groups(of: with, number), let least = sizes.min(), least < people.lower
        else { return nil }
        return (number, least)
      }
      guard !small.isEmpty else { continue }
      log.error(
        .tooManyRoles,
        "with \(listed(small.map(\.people))) people a group of `\(with)` has \(listed(small.map(\.size))),"
          + " and `\(name)` needs \(people.lower) in each", at: asked,
        help: "lower people at the role, or form larger groups", see: .init("the role", at: tree.nameRange(of: role)))
    }
  }

  private static func asked(_ role: String, in step: MethodTree.ID, _ facts: MethodFacts) -> SourceRange? {
    for child in facts.tree.children(of: step) {
      for name in [AttributeName.role, .by] {
        if let attribute = facts.tree.attribute(name, of: child), attribute.value == role {
          return attribute.valueRange
        }
      }
    }
    return nil
  }

  static let explanations: [Explanation] = []
}
