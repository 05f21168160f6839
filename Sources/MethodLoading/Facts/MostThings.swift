import Diagnostics
import MethodModel

/// The most that there can be of something, for some number of people, and where the method says so.
struct MostThings {
  let range: SourceRange
  /// What is said there, for a note.
  let words: String
  /// For so many people; `nil` when that cannot be told.
  let most: (Int) -> Int?
}

// MARK: - Things

extension MostThings {
  /// What a list holds, or what may be collected under a name where one activity outside of every loop does it.
  init?(of source: SourceRef, at node: MethodTree.ID, _ facts: MethodFacts) {
    guard source.part == nil, case .defined(let definition) = facts.meaning(of: source.name, at: node) else {
      return nil
    }
    if definition.kind == .list {
      let count = facts.tree.children(of: definition.node).count { facts.tree.name(of: $0) == .value }
      self.init(range: definition.range, words: "\(count) in this list", most: { _ in count })
    } else {
      guard definition.outcome >= 0 else { return nil }
      self.init(collectedInto: facts.names.outcomes[definition.outcome], facts)
    }
  }

  private init?(collectedInto outcome: NameTable.Outcome, _ facts: MethodFacts) {
    let tree = facts.tree
    guard outcome.writers.count == 1, let writer = outcome.writers.first, tree.name(of: writer) == .collect,
      let attribute = tree.attribute(.atMost, of: writer) ?? tree.attribute(.exactly, of: writer),
      let number = Int(attribute.value), !facts.comesAgain(writer)
    else { return nil }
    self.init(range: attribute.valueRange, words: "\(attribute.value) from each") { people in
      facts.owners(of: writer, people).map { number * $0 }
    }
  }
}

// MARK: - Marks

extension MostThings {
  /// What a measure over marks can come to, where one activity takes them and everybody marks once.
  init?(_ measure: Measure, of source: SourceRef, in test: MethodTree.ID, _ facts: MethodFacts) {
    let tree = facts.tree
    guard source.part == nil, !tree.has(.last, of: test), !tree.has(.change, of: test),
      let outcome = facts.names.outcome(behind: source.name, at: test, in: tree),
      facts.names.outcomes[outcome].writers.count == 1, let writer = facts.names.outcomes[outcome].writers.first,
      let each = Self.each(measure, writer, isOfOne: tree.has(.for, of: test), facts)
    else { return nil }
    self.init(range: each.range, words: each.words) { $0 * each.number }
  }

  /// What one person can bring to a measure: in all, or to one thing.
  private struct Each {
    let number: Int
    let range: SourceRange
    let words: String
  }

  private static func each(
    _ measure: Measure, _ writer: MethodTree.ID, isOfOne: Bool, _ facts: MethodFacts
  ) -> Each? {
    let tree = facts.tree
    let name = tree.nameRange(of: writer)
    switch (tree.name(of: writer), measure) {
    case (.decide, .objections) where !facts.comesAgain(writer):
      return Each(number: 1, range: name, words: "1 from each")
    case (.vote, .count) where isOfOne: return Each(number: 1, range: name, words: "1 from each")
    case (.vote, .count), (.vote, .sum): return votes(measure, writer, isOfOne: isOfOne, facts)
    case (.rate, .count), (.rate, .median), (.rate, .mean):
      guard !tree.has(.criteria, of: writer) else { return nil }
      if isOfOne { return Each(number: 1, range: name, words: "1 from each") }
      guard let source = tree.source(.of, of: writer), !facts.comesAgain(writer),
        case .defined(let definition) = facts.meaning(of: source.name, at: writer), definition.kind == .list
      else { return nil }
      let count = tree.children(of: definition.node).count { tree.name(of: $0) == .value }
      return Each(number: count, range: name, words: "\(count) from each")
    default: return nil
    }
  }

  /// No more than the budget; dots and approvals only, since points are earned by places.
  private static func votes(
    _ measure: Measure, _ writer: MethodTree.ID, isOfOne: Bool, _ facts: MethodFacts
  ) -> Each? {
    let tree = facts.tree
    guard let attribute = tree.attribute(.budget, of: writer), let budget = Int(attribute.value),
      tree.value(.kind, of: writer) != "ranking", isOfOne || !facts.comesAgain(writer)
    else { return nil }
    let perItem = isOfOne ? facts.whole(.perItem, of: writer) ?? budget : budget
    return Each(number: min(budget, perItem), range: attribute.valueRange, words: "\(budget) from each")
  }
}

// MARK: - Owners

extension MethodFacts {
  /// Whether something may lead to an activity more than once: a loop, parts around it, a way back.
  func comesAgain(_ writer: MethodTree.ID) -> Bool {
    var next = tree.parent(of: writer)
    while let id = next {
      switch tree.name(of: id) {
      case .step, .meeting, .window, .agenda, .method: break
      case .phase where (tree.value(.with, of: id) ?? "room") == "room": break
      default: return true
      }
      next = tree.parent(of: id)
    }
    return tree.all.contains { tree.name(of: $0) == .back && $0.index > writer.index }
  }

  /// How many bring what an activity asks of each, with so many people; `nil` when that cannot be told.
  func owners(of writer: MethodTree.ID, _ people: Int) -> Int? {
    guard let step = tree.parent(of: writer) else { return nil }
    switch tree.value(.per, of: writer) {
    case "person"?: return people
    case "room"?: return 1
    case nil: break
    default: return nil
    }
    switch tree.value(.with, of: step) ?? "room" {
    case "room": return 1
    case "alone": return people
    case let set:
      guard case .sizes(let sizes) = PeopleCount(facts: self).groups(of: set, people) else { return nil }
      return sizes.count
    }
  }
}
