import Diagnostics
import MethodModel

/// DOT0501: for every number of people that fits, the groups can be formed wherever they are used.
enum GroupSizes: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard let section = facts.tree.child(.groupings, of: .root) else { return }
    let count = PeopleCount(facts: facts)
    let uses = Self.uses(facts)
    for id in facts.tree.children(of: section) {
      guard let name = facts.tree.value(.id, of: id), isSound(id, facts, &log) else { continue }
      if facts.tree.has(.merge, of: id) {
        checkMerge(id, count, &log)
      } else if facts.tree.has(.split, of: id) {
        checkSplit(id, count, &log)
      } else if facts.tree.has(.per, of: id) {
        checkPerThing(id, count, &log)
      } else if !facts.tree.has(.match, of: id), !facts.tree.has(.by, of: id) {
        checkSize(id, uses[name] ?? [], count, &log)
      }
    }
  }

  /// The elements that work with each set.
  private static func uses(_ facts: MethodFacts) -> [String: [MethodTree.ID]] {
    var uses: [String: [MethodTree.ID]] = [:]
    for node in facts.tree.all {
      if let name = facts.tree.value(.with, of: node) { uses[name, default: []].append(node) }
      guard facts.tree.name(of: node) == .rotate else { continue }
      for source in [facts.tree.source(.move, of: node), facts.tree.source(.through, of: node)] {
        if let source { uses[source.name, default: []].append(node) }
      }
    }
    return uses
  }

  private static func isSound(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) -> Bool {
    guard let size = facts.tree.attribute(.size, of: id), let range = facts.tree.range(.size, of: id) else {
      return true
    }
    guard range.lower < 1 || range.upper == 0 else { return true }
    log.error(.impossibleGroups, "a group cannot be empty", at: size.valueRange, help: "write at least 1")
    return false
  }

  // MARK: By size

  private static func checkSize(
    _ id: MethodTree.ID, _ uses: [MethodTree.ID], _ count: PeopleCount, _ log: inout FindingLog
  ) {
    guard let attribute = count.facts.tree.attribute(.size, of: id), let range = count.facts.tree.range(.size, of: id)
    else { return }
    let places: [MethodTree.ID?] = uses.isEmpty ? [nil] : uses
    let isInParts = places.contains { $0.map { hasParts(around: $0, count.facts) } ?? false }
    var impossible: [Int] = []
    var uneven: [Int] = []
    var among: Set<Int> = []
    for people in count.facts.participants.joined() {
      let circles = places.flatMap {
        $0.flatMap { count.circles(around: $0, of: people) } ?? ($0 == nil ? [people] : [])
      }
      for circle in circles {
        let plan = GroupPlan.of(
          circle, size: range, ideal: nil, remainder: count.facts.tree.word(.remainder, of: id) ?? .join)
        if let plan {
          if isUneven(plan, range) { uneven.append(people) }
        } else {
          impossible.append(people)
          among.insert(circle)
        }
      }
    }
    report(impossible, among: isInParts ? among.sorted() : nil, range, attribute, &log)
    guard impossible.isEmpty, !uneven.isEmpty else { return }
    log.warning(
      .impossibleGroups, "with \(listed(uneven)) people some groups of \(range) are off by more than one",
      at: attribute.valueRange,
      help: "give a range of sizes, choose another remainder, or leave those numbers out of <fit>")
  }

  private static func hasParts(around node: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    var next = facts.tree.parent(of: node)
    while let id = next {
      if facts.tree.name(of: id) == .rotate { return true }
      if facts.tree.name(of: id) == .phase, (facts.tree.value(.with, of: id) ?? "room") != "room" { return true }
      next = facts.tree.parent(of: id)
    }
    return false
  }

  /// For one exact size: some group has two or more too few or too many.
  private static func isUneven(_ plan: GroupPlan, _ range: CountRange) -> Bool {
    guard range.lower == range.upper, plan.observers == 0 else { return false }
    return plan.sizes.contains { abs($0 - range.lower) > 1 }
  }

  private static func report(
    _ people: [Int], among parts: [Int]?, _ range: CountRange, _ attribute: MethodTree.Attribute,
    _ log: inout FindingLog
  ) {
    guard !people.isEmpty else { return }
    let message =
      parts.map { "with \(listed(people)) people a part has \(listed($0)), who cannot be put into groups of \(range)" }
      ?? "\(listed(people)) people cannot be put into groups of \(range)"
    log.error(
      .impossibleGroups, message, at: attribute.valueRange,
      help: "widen the size, or leave those numbers out of people at <fit>")
  }

  // MARK: Of other groups and per thing

  private static func checkMerge(_ id: MethodTree.ID, _ count: PeopleCount, _ log: inout FindingLog) {
    let tree = count.facts.tree
    guard let base = tree.value(.merge, of: id), let attribute = tree.attribute(.each, of: id),
      let each = tree.whole(.each, of: id), each > 1
    else { return }
    let uneven = count.facts.participants.joined().filter { people in
      guard case .sizes(let sizes) = count.groups(of: base, people) else { return false }
      let plan = GroupPlan.joining(sizes.count, each: each, remainder: tree.word(.remainder, of: id) ?? .join)
      return plan.observers == 0 && plan.sizes.contains { abs($0 - each) > 1 }
    }
    guard !uneven.isEmpty else { return }
    log.warning(
      .impossibleGroups,
      "with \(listed(uneven)) people some of these are not made of \(each) groups, but of two more or fewer",
      at: attribute.valueRange, help: "let them observe, or leave those numbers out of people at <fit>")
  }

  private static func checkSplit(_ id: MethodTree.ID, _ count: PeopleCount, _ log: inout FindingLog) {
    let tree = count.facts.tree
    guard let name = tree.value(.id, of: id), let base = tree.value(.split, of: id),
      let attribute = tree.attribute(.size, of: id), let range = tree.range(.size, of: id)
    else { return }
    var impossible: [Int] = []
    var among: Set<Int> = []
    for people in count.facts.participants.joined() {
      guard case .sizes = count.groups(of: base, people), case .impossible(let part) = count.groups(of: name, people)
      else { continue }
      impossible.append(people)
      among.insert(part)
    }
    guard !impossible.isEmpty else { return }
    log.error(
      .impossibleGroups,
      "with \(listed(impossible)) people `\(base)` has groups of \(listed(among.sorted())), which cannot be cut into \(range)",
      at: attribute.valueRange, help: "widen the size, or leave those numbers out of people at <fit>")
  }

  private static func checkPerThing(_ id: MethodTree.ID, _ count: PeopleCount, _ log: inout FindingLog) {
    let tree = count.facts.tree
    guard let attribute = tree.attribute(.size, of: id), let range = tree.range(.size, of: id),
      let source = tree.source(.per, of: id)
    else { return }
    var few: [Int] = []
    var many: [Int] = []
    for people in count.facts.participants.joined() {
      guard let things = count.count(of: source, at: id, people) else { continue }
      if people < things * range.lower { few.append(people) }
      if let most = range.upper, people > things * most { many.append(people) }
    }
    if !few.isEmpty {
      log.warning(
        .impossibleGroups, "\(listed(few)) people are too few for a group of \(range) on each of `\(source)`",
        at: attribute.valueRange,
        help: tree.value(.yields, of: id) == "size"
          ? "lower the size; groups are smaller then" : "lower the size; the last ones get no group then")
    }
    if !many.isEmpty {
      log.warning(
        .impossibleGroups, "\(listed(many)) people are too many for a group of \(range) on each of `\(source)`",
        at: attribute.valueRange, help: "raise the size, or leave those numbers out of people at <fit>")
    }
  }

  static let explanations = [
    Explanation(
      .impossibleGroups, title: "people that cannot be put into these groups",
      what: "For some number of people that the method is made for, groups of these sizes cannot be formed, or (as a"
        + " warning) some would differ from the wished size by more than one. Groups inside the parts of a phase are"
        + " counted from the sizes of those parts.",
      why: "Nobody should find that out in front of the room.",
      example: .impossibleGroups,
      remedy: "Give a range that every number can be cut into (3..5), choose a remainder, or narrow people at <fit>.")
  ]
}
