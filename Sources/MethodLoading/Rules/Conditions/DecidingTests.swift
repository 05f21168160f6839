import Diagnostics
import MethodModel

/// DOT0607: what a checkpoint, a loop or a branch looks at can come out one way and the other.
enum DecidingTests: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      switch tree.name(of: id) {
      case .criteria: checkCriteria(id, facts, &log)
      case .any: checkAlternatives(id, facts, &log)
      case .test:
        guard facts.nearest([.criteria, .until, .when], around: id) != nil,
          let measure: Measure = tree.word(.measure, of: id), let source = tree.source(.of, of: id)
        else { continue }
        checkNeeds(id, measure, source, facts, &log)
        guard let bounds = TestBounds(id, tree) else { continue }
        checkFailure(id, measure, source, bounds, facts, &log)
        checkLimit(id, measure, source, bounds, facts, &log)
      default: continue
      }
    }
  }

  // MARK: Never passes

  private static func checkCriteria(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    let parents = [id] + tree.children(of: id).filter { tree.name(of: $0) == .all }
    guard let clash = parents.lazy.compactMap({ facts.contradiction(in: $0) }).first else { return }
    log.error(
      .undecidingTest, "this checkpoint can never pass: its criteria contradict each other", at: tree.nameRange(of: id),
      help: "change one of the two thresholds, or write <any>", see: .init("it excludes one before it", at: clash))
  }

  /// More is asked for than may come in.
  private static func checkLimit(
    _ id: MethodTree.ID, _ measure: Measure, _ source: SourceRef, _ bounds: TestBounds, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    guard [.count, .sum, .objections].contains(measure), let wanted = bounds.low,
      let attribute = facts.tree.attribute(.atLeast, of: id) ?? facts.tree.attribute(.above, of: id)
        ?? facts.tree.attribute(.equals, of: id),
      let limit = limit(of: measure, source, in: id, facts)
    else { return }
    reportShort(source, "this can never hold", limit, at: attribute, facts, &log) { most in
      Number(most) < wanted || (bounds.isOpenLow && Number(most) == wanted)
    }
  }

  /// More values are needed than there are people who give one.
  private static func checkNeeds(
    _ id: MethodTree.ID, _ measure: Measure, _ source: SourceRef, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let needs = facts.tree.whole(.needs, of: id), let attribute = facts.tree.attribute(.needs, of: id),
      let limit = limit(of: measure, source, in: id, facts)
    else { return }
    reportShort(source, "this never has data", limit, at: attribute, facts, &log) { $0 < needs }
  }

  private static func limit(
    of measure: Measure, _ source: SourceRef, in id: MethodTree.ID, _ facts: MethodFacts
  ) -> MostThings? {
    MostThings(measure, of: source, in: id, facts)
      ?? (measure == .count ? MostThings(of: source, at: id, facts) : nil)
  }

  private static func reportShort(
    _ source: SourceRef, _ what: String, _ limit: MostThings, at attribute: MethodTree.Attribute, _ facts: MethodFacts,
    _ log: inout FindingLog, isShort: (Int) -> Bool
  ) {
    let sizes = Array(facts.participants.joined())
    let short = sizes.compactMap { people in
      limit.most(people).flatMap { isShort($0) ? (people: people, most: $0) : nil }
    }
    guard let highest = short.map(\.most).max() else { return }
    let see = FindingLog.Seen("\(limit.words) is the most here", at: limit.range)
    let help = "lower the number, or let more come in"
    if short.count == sizes.count {
      log.error(
        .undecidingTest, "\(what): `\(source)` has \(highest) at most", at: attribute.valueRange, help: help, see: see)
    } else {
      log.warning(
        .undecidingTest, "with \(listed(short.map(\.people))) people \(what): `\(source)` has \(highest) at most then",
        at: attribute.valueRange, help: help, see: see)
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
    if let none = denial(of: id, tree) {
      log.error(
        .undecidingTest, "this can never hold: every \(measure.rawValue) passes what must not hold here",
        at: tree.nameRange(of: id), help: "\(range.text); ask for more, or take it out of <none>",
        see: .init("none of these may hold", at: tree.nameRange(of: none)))
    } else {
      log.warning(
        .undecidingTest, "this can never fail: every \(measure.rawValue) passes it", at: tree.nameRange(of: id),
        help: "\(range.text); ask for more, or leave the test out")
    }
  }

  /// The <none> that turns a test into its opposite; `nil` when none does, or a second one turns it back.
  private static func denial(of id: MethodTree.ID, _ tree: MethodTree) -> MethodTree.ID? {
    var denials: [MethodTree.ID] = []
    var next = tree.parent(of: id)
    while let node = next, ![.criteria, .until, .when].contains(tree.name(of: node)) {
      if tree.name(of: node) == .none { denials.append(node) }
      next = tree.parent(of: node)
    }
    return denials.count % 2 == 1 ? denials.first : nil
  }

  /// More of them nobody writes who means it.
  private static let mostAlternatives = 64

  /// Two tests of which one always holds.
  private static func checkAlternatives(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard facts.nearest([.criteria, .until, .when], around: id) != nil, denial(of: id, tree) == nil else { return }
    let all = tree.children(of: id).lazy.compactMap { child in TestBounds(child, tree).map { (child, $0) } }
      .prefix(mostAlternatives)
    for (position, (child, bounds)) in all.enumerated() {
      guard let before = all.prefix(position).first(where: { $0.1.completes(bounds) }) else { continue }
      log.warning(
        .undecidingTest, "this can never fail: of these tests one always holds", at: tree.nameRange(of: child),
        help: "move one of the thresholds, or leave them out",
        see: .init("whatever does not pass this one passes the other", at: tree.nameRange(of: before.0)))
      return
    }
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
