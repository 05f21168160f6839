import Diagnostics
import MethodModel

/// DOT0302: what is read has been produced by then, on every way through the method that it allows.
enum ProducedInTime: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard !facts.names.outcomes.isEmpty, let agenda = facts.tree.child(.agenda, of: .root) else { return }
    let hasModes = facts.tree.all.contains { facts.tree.has(.mode, of: $0) }
    var walk = ProductionWalk(facts)
    for mode in hasModes ? ["room", "remote"] : [""] { walk.run(agenda, mode: mode) }
    for (outcome, finding) in walk.findings.sorted(by: { $0.value.range.lower < $1.value.range.lower }) {
      report(facts.names.outcomes[outcome], finding, facts, &log)
    }
  }

  private static func report(
    _ outcome: NameTable.Outcome, _ finding: ProductionWalk.Finding, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let seen = outcome.writers.first.map {
      FindingLog.Seen("`\(outcome.name)` is first written here", at: facts.tree.nameRange(of: $0))
    }
    if finding.isCertain {
      log.error(
        .readTooEarly, "`\(outcome.name)` is read here before anything has produced it", at: finding.range,
        help: "move what writes it in front of this, or read something else", see: seen)
    } else {
      log.warning(
        .readTooEarly, "on some ways through the method `\(outcome.name)` is read here before anything has produced it",
        at: finding.range, help: "produce it on every way that leads here, or say in a text what to do without it",
        see: seen)
    }
  }

  static let explanations = [
    Explanation(
      .readTooEarly, title: "something read before it is produced",
      what: "A step, condition or decision reads an outcome that is written only later, or (as a warning) only on"
        + " some of the ways that lead there.",
      why: "In the session it would be empty: nothing to vote on, and no data for conditions.",
      example: #"<vote of="ideas" …/> in a step before the one with <collect into="ideas"/>"#,
      remedy: "Move the activity that writes it forward. Where it is written in one arm of a branch, in an optional"
        + " step or later in a loop, write it on the other ways too, or read it inside that arm. A for-each counts as"
        + " run at least once, and `except` may name what does not exist yet.")
  ]
}

/// Goes through the agenda as the session does, with what has been produced for certain and what possibly.
struct ProductionWalk {
  struct Finding {
    let range: SourceRange
    let isCertain: Bool
  }

  private struct State {
    var certain: OutcomeSet
    var possible: OutcomeSet
    /// Behind a `back` or an `end` nothing runs.
    var isReachable = true
  }

  private let facts: MethodFacts
  private var mode = ""
  /// What a `back` to a place may bring along from later on.
  private var broughtBack: [MethodTree.ID: OutcomeSet] = [:]
  /// The first finding of each outcome, a certain one before an uncertain one.
  private(set) var findings: [Int: Finding] = [:]

  init(_ facts: MethodFacts) {
    self.facts = facts
    for id in facts.tree.all where facts.tree.name(of: id) == .back {
      guard let place = facts.tree.value(.to, of: id).flatMap({ facts.places.nodes[$0] }), place.index < id.index else {
        continue
      }
      var brought = broughtBack[place] ?? OutcomeSet(capacity: facts.names.outcomes.count)
      brought.formUnion(written(in: place.index..<id.index))
      broughtBack[place] = brought
    }
  }

  mutating func run(_ agenda: MethodTree.ID, mode: String) {
    self.mode = mode
    let nothing = OutcomeSet(capacity: facts.names.outcomes.count)
    var state = State(certain: nothing, possible: nothing)
    walkChildren(of: agenda, &state)
  }

  private mutating func walkChildren(of parent: MethodTree.ID, _ state: inout State) {
    for child in facts.tree.children(of: parent) { walk(child, &state) }
  }

  private mutating func walk(_ id: MethodTree.ID, _ state: inout State) {
    if let own = facts.tree.value(.mode, of: id), !mode.isEmpty, own != mode { return }
    if let brought = broughtBack[id] { state.possible.formUnion(brought) }
    let before = state.certain
    switch facts.tree.name(of: id) {
    case .repeat: walkLoop(id, &state)
    case .forEach, .rotate:
      read(by: id, state)
      state.possible.formUnion(written(in: id.index..<facts.end(of: id)))
      walkChildren(of: id, &state)
    case .branch, .choice: walkArms(of: id, &state, canPass: false)
    case .checkpoint: walkArms(of: id, &state, canPass: facts.tree.child(.pass, of: id) == nil)
    case .back:
      if !facts.tree.has(.atMost, of: id) || facts.tree[id].next < 0 { state.isReachable = false }
    case .end: state.isReachable = false
    default: walkOthers(id, &state)
    }
    if facts.tree.value(.optional, of: id) == "yes" { state.certain = before }
  }

  /// Steps, phases, activities, conditions: first what they read, then what is in them, then what they write.
  private mutating func walkOthers(_ id: MethodTree.ID, _ state: inout State) {
    read(by: id, state)
    walkChildren(of: id, &state)
    for name in [AttributeName.into, .rest] {
      guard let written = facts.tree.value(name, of: id), let definition = facts.names.definitions[written],
        definition.outcome >= 0
      else { continue }
      state.certain.insert(definition.outcome)
      state.possible.insert(definition.outcome)
    }
  }

  /// From the second lap on, what the body writes is there; the way out is where `until` stands, or `exhausted`.
  private mutating func walkLoop(_ id: MethodTree.ID, _ state: inout State) {
    state.possible.formUnion(written(in: id.index..<facts.end(of: id)))
    var exits: [State] = []
    for child in facts.tree.children(of: id) {
      switch facts.tree.name(of: child) {
      case .until:
        walkChildren(of: child, &state)
        exits.append(state)
      case .exhausted:
        var after = state
        walkChildren(of: child, &after)
        exits.append(after)
      default: walk(child, &state)
      }
    }
    if facts.tree.child(.exhausted, of: id) == nil { exits.append(state) }
    join(exits, into: &state)
  }

  private mutating func walkArms(of id: MethodTree.ID, _ state: inout State, canPass: Bool) {
    var exits: [State] = canPass ? [state] : []
    for child in facts.tree.children(of: id) {
      switch facts.tree.name(of: child) {
      case .when, .otherwise, .option, .pass, .rework, .stop:
        var arm = state
        walkChildren(of: child, &arm)
        exits.append(arm)
      default: walk(child, &state)
      }
    }
    join(exits, into: &state)
  }

  private func join(_ exits: [State], into state: inout State) {
    let reachable = exits.filter(\.isReachable)
    guard let first = reachable.first else {
      state.isReachable = exits.isEmpty && state.isReachable
      return
    }
    state = reachable.dropFirst().reduce(into: first) { joined, exit in
      joined.certain.formIntersection(exit.certain)
      joined.possible.formUnion(exit.possible)
    }
  }

  private mutating func read(by id: MethodTree.ID, _ state: State) {
    guard state.isReachable else { return }
    for use in facts.uses.of(id) where use.attribute != .except {
      let outcome = use.outcome
      guard outcome >= 0, !state.certain.contains(outcome) else { continue }
      note(outcome, at: use.range, isCertain: !state.possible.contains(outcome))
    }
  }

  private mutating func note(_ outcome: Int, at range: SourceRange, isCertain: Bool) {
    if let earlier = findings[outcome], earlier.isCertain || !isCertain { return }
    findings[outcome] = Finding(range: range, isCertain: isCertain)
  }

  private func written(in range: Range<Int32>) -> OutcomeSet {
    var set = OutcomeSet(capacity: facts.names.outcomes.count)
    for (index, outcome) in facts.names.outcomes.enumerated()
    where outcome.writers.contains(where: { range.contains($0.index) }) {
      set.insert(index)
    }
    return set
  }
}
