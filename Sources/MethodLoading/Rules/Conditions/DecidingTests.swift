import Diagnostics
import MethodModel

/// DOT0607: what a checkpoint, a loop or a branch looks at can come out one way and the other.
enum DecidingTests: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .criteria: checkCriteria(id, tree, &log)
      case .test:
        guard facts.nearest([.criteria, .until, .when], around: id) != nil, let bounds = TestBounds(id, tree),
          let measure: Measure = tree.word(.measure, of: id), let source = tree.source(.of, of: id)
        else { continue }
        checkFailure(id, measure, source, bounds, facts, &log)
        if measure == .count { checkLimit(id, source, bounds, facts, &log) }
      default: continue
      }
    }
  }

  // MARK: Never passes

  private static func checkCriteria(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    let parents = [id] + tree.children(of: id).filter { tree.name(of: $0) == .all }
    guard let clash = parents.lazy.compactMap({ tree.contradiction(in: $0) }).first else { return }
    log.error(
      .undecidingTest, "this checkpoint can never pass: its criteria contradict each other", at: tree.nameRange(of: id),
      help: "change one of the two thresholds, or write <any>", see: .init("it excludes one before it", at: clash))
  }

  /// More things are asked for than may come in.
  private static func checkLimit(
    _ id: MethodTree.ID, _ source: SourceRef, _ bounds: TestBounds, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let wanted = bounds.low, source.part == nil, let limit = Limit(of: source, at: id, facts),
      let attribute = facts.tree.attribute(.atLeast, of: id) ?? facts.tree.attribute(.above, of: id)
        ?? facts.tree.attribute(.equals, of: id)
    else { return }
    let sizes = Array(facts.participants.joined())
    let most = sizes.map { limit.most(for: $0) }
    let short = zip(sizes, most).filter { _, most in
      most.map { Number($0) < wanted || (bounds.isOpenLow && Number($0) == wanted) } ?? false
    }
    guard let highest = short.compactMap(\.1).max() else { return }
    let see = FindingLog.Seen("\(limit.words) is the most here", at: limit.range)
    if short.count == sizes.count {
      log.error(
        .undecidingTest, "this can never hold: `\(source)` has \(highest) at most", at: attribute.valueRange,
        help: "lower the number, or let more come in", see: see)
    } else {
      log.warning(
        .undecidingTest,
        "with \(listed(short.map(\.0))) people this can never hold: `\(source)` has \(highest) at most then",
        at: attribute.valueRange, help: "lower the number, or let more come in", see: see)
    }
  }

  /// The most that may be collected under a name, where one activity outside of every loop does it.
  private struct Limit {
    let range: SourceRange
    let words: String
    private let number: Int
    private let writer: MethodTree.ID
    private let facts: MethodFacts

    init?(of source: SourceRef, at node: MethodTree.ID, _ facts: MethodFacts) {
      let tree = facts.tree
      guard case .defined(let definition) = facts.meaning(of: source.name, at: node), definition.outcome >= 0,
        case let outcome = facts.names.outcomes[definition.outcome], outcome.writers.count == 1,
        let writer = outcome.writers.first, tree.name(of: writer) == .collect,
        let attribute = tree.attribute(.atMost, of: writer) ?? tree.attribute(.exactly, of: writer),
        let number = Int(attribute.value), !Self.comesAgain(writer, tree)
      else { return nil }
      (range, words, self.number, self.writer, self.facts) = (
        attribute.valueRange, "\(attribute.value) from each", number, writer, facts
      )
    }

    /// Whether something may lead there more than once: a loop, parts around it, a way back.
    private static func comesAgain(_ writer: MethodTree.ID, _ tree: MethodTree) -> Bool {
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

    /// For so many people; `nil` when that cannot be told.
    func most(for people: Int) -> Int? {
      let tree = facts.tree
      guard let step = tree.parent(of: writer) else { return nil }
      if tree.value(.per, of: writer) == "person" { return number * people }
      guard tree.value(.per, of: writer) == nil else { return nil }
      switch tree.value(.with, of: step) ?? "room" {
      case "room": return number
      case "alone": return number * people
      case let set:
        guard case .sizes(let sizes) = PeopleCount(facts: facts).groups(of: set, people) else { return nil }
        return number * sizes.count
      }
    }
  }

  // MARK: Never fails

  private static func checkFailure(
    _ id: MethodTree.ID, _ measure: Measure, _ source: SourceRef, _ bounds: TestBounds, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    let tree = facts.tree
    guard bounds.low != nil || bounds.high != nil, !tree.has(.change, of: id) else { return }
    let shape = facts.shape(of: source, at: id)
    guard MeasureDomain.objection(to: measure, over: shape, source, facts) == nil else { return }
    let range = MeasureRange(of: measure, shape, facts)
    guard range.passes(bounds) else { return }
    log.warning(
      .undecidingTest, "this can never fail: every \(measure.rawValue) passes it", at: tree.nameRange(of: id),
      help: "\(range.text); ask for more, or leave the test out")
  }

  static let explanations = [
    Explanation(
      .undecidingTest, title: "a test that cannot come out both ways",
      what: "A criterion, a loop's <until> or a branch's <when> holds whatever comes in, or it never can: criteria that"
        + " contradict each other, or more things than may be collected. The last is looked at for every number of people.",
      why: "It looks like a gate, and nothing hangs on it.", example: .undecidingTest,
      remedy: "Ask for a number that some rooms reach and others do not.")
  ]
}
