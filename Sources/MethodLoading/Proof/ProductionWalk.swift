import Diagnostics
import MethodModel

/// What a walk over every way through the method found out about its outcomes and places.
struct Production {
  /// An outcome that is read before it is produced.
  struct Early {
    let range: SourceRange
    /// On every way that leads there.
    let isCertain: Bool
    /// Where a way without it turned off.
    let turn: MethodTree.ID?
    /// The role or the groups that come from it, where these are named and not the outcome.
    let through: String?
    /// In sessions of that mode only; empty: the method makes no difference.
    let mode: String
  }

  /// A way on which the method comes to a good end without an outcome.
  struct Missing {
    /// On every good way.
    var isCertain: Bool
    let turn: MethodTree.ID?
  }

  /// The first finding of each outcome, a certain one before an uncertain one.
  var early: [Int: Early] = [:]
  /// What a good end may miss.
  var missing: [Int: Missing] = [:]
  /// Flow elements that some way reaches.
  var reached: Set<MethodTree.ID> = []
  /// Modes in which a session comes to its end without a single step.
  var emptyModes: [String] = []

  init() {}

  /// Walks in each mode that the method knows.
  init(tree: MethodTree, places: PlaceIDs, names: NameTable, uses: NameUses) {
    guard let agenda = tree.child(.agenda, of: .root) else { return }
    let hasModes = tree.all.contains { tree.has(.mode, of: $0) }
    let fitting = tree.child(.fit, of: .root).flatMap { tree.value(.mode, of: $0) }
    var walk = ProductionWalk(tree: tree, places: places, names: names, uses: uses)
    for mode in fitting.map({ [$0] }) ?? (hasModes ? ["room", "remote"] : [""]) { walk.run(agenda, mode: mode) }
    self = walk.found
  }
}

extension MethodFacts {
  /// A note at the turn that a way takes.
  func way(past turn: MethodTree.ID?) -> FindingLog.Seen? {
    guard let turn else { return nil }
    let words =
      switch tree.name(of: turn) {
      case .otherwise: "the way through `otherwise` comes without it"
      case .when: "the way through this `when` comes without it"
      case .option: "the way through this option comes without it"
      case .pass, .rework, .stop: "the way through `\(tree.name(of: turn).text)` comes without it"
      case .end: "the session may end here, without it"
      case .forEach: "it is missing when there is nothing to go through"
      case .checkpoint: "a pass goes on from here without it"
      case .exhausted: "it is missing when the rounds are used up"
      case .until: "it is missing when the loop is left here"
      default: "it is missing when this is left out"
      }
    return FindingLog.Seen(words, at: tree.nameRange(of: turn))
  }
}

/// Goes through the agenda as the session does, with what has been produced for certain and what possibly.
struct ProductionWalk {
  struct State {
    var certain: OutcomeSet
    var possible: OutcomeSet
    /// Behind a `back` or an `end` nothing runs.
    var isReachable = true
    /// Where the way turned off that lacks an outcome.
    var turns: [Int: MethodTree.ID] = [:]
  }

  private let tree: MethodTree
  private let names: NameTable
  private let uses: NameUses
  /// The outcomes that stand in braces, in texts and in values, by where they stand.
  private let braced: [MethodTree.ID: [(outcome: Int, range: SourceRange)]]
  /// The outcomes that roles and groups come from, by where these are named.
  private let suppliers: [MethodTree.ID: [Supplier]]
  private var mode = ""
  /// Whether anything is done in this mode.
  private var hasStep = false
  /// What a `back` to a place may bring along from later on.
  private var broughtBack: [MethodTree.ID: OutcomeSet] = [:]
  private(set) var found = Production()
  /// Good ends so far, which tell what is missing on all of them.
  private var goodEnds: [State] = []

  init(tree: MethodTree, places: PlaceIDs, names: NameTable, uses: NameUses) {
    self.tree = tree
    self.names = names
    self.uses = uses
    braced = Self.braced(in: tree, names)
    suppliers = Supplier.all(in: tree, names)
    for id in tree.all where tree.name(of: id) == .back {
      guard let place = tree.value(.to, of: id).flatMap({ places.nodes[$0] }), place.index < id.index else { continue }
      var brought = broughtBack[place] ?? OutcomeSet(capacity: names.outcomes.count)
      brought.formUnion(written(in: place.index..<id.index))
      broughtBack[place] = brought
    }
  }

  private static func braced(
    in tree: MethodTree, _ names: NameTable
  ) -> [MethodTree.ID: [(outcome: Int, range: SourceRange)]] {
    var braced: [MethodTree.ID: [(outcome: Int, range: SourceRange)]] = [:]
    func add(_ reference: Reference, at range: SourceRange, in id: MethodTree.ID) {
      guard case .defined(let definition) = names.meaning(of: reference.name, at: id, in: tree), definition.outcome >= 0
      else { return }
      braced[id, default: []].append((definition.outcome, range))
    }
    for found in tree.textReferences {
      add(found.reference, at: tree.range(of: found.part, inTextOf: found.node), in: found.node)
    }
    for id in tree.all {
      for attribute in tree.attributes(of: id) where attribute.hasBrace {
        for (part, _) in braces(in: attribute.value) {
          guard let reference = (try? NameForm.braced(part)) ?? nil else { continue }
          add(reference, at: attribute.valueRange, in: id)
        }
      }
    }
    return braced
  }

  mutating func run(_ agenda: MethodTree.ID, mode: String) {
    self.mode = mode
    goodEnds = []
    let nothing = OutcomeSet(capacity: names.outcomes.count)
    var state = State(certain: nothing, possible: nothing)
    hasStep = false
    walkChildren(of: agenda, &state)
    if !hasStep, !mode.isEmpty { found.emptyModes.append(mode) }
    if state.isReachable { goodEnds.append(state) }
    noteWhatIsMissing()
  }

  private mutating func noteWhatIsMissing() {
    for outcome in names.outcomes.indices {
      let without = goodEnds.filter { !$0.certain.contains(outcome) }
      guard let first = without.first else { continue }
      let isCertain = goodEnds.allSatisfy { !$0.possible.contains(outcome) }
      let turn = without.lazy.compactMap { $0.turns[outcome] }.first
      if let known = found.missing[outcome] {
        found.missing[outcome]?.isCertain = known.isCertain && isCertain
      } else {
        found.missing[outcome] = .init(isCertain: isCertain, turn: turn ?? first.turns[outcome])
      }
    }
  }

  private mutating func walkChildren(of parent: MethodTree.ID, _ state: inout State) {
    for child in tree.children(of: parent) { walk(child, &state) }
  }

  private mutating func walk(_ id: MethodTree.ID, _ state: inout State) {
    if let own = tree.value(.mode, of: id), !mode.isEmpty, own != mode { return }
    if state.isReachable { found.reached.insert(id) }
    if ElementSet.leaves.contains(tree.name(of: id)) { hasStep = true }
    if let brought = broughtBack[id] { state.possible.formUnion(brought) }
    let before = state
    let isLater = isForLaterRounds(id)
    if isLater, let loop = loop(around: id) { state.certain.formUnion(written(in: loop.index..<end(of: loop))) }
    switch tree.name(of: id) {
    case .repeat:
      read(by: id, state)
      walkLoop(id, &state)
    case .forEach, .rotate:
      read(by: id, state)
      state.possible.formUnion(written(in: id.index..<end(of: id)))
      walkChildren(of: id, &state)
      if tree.name(of: id) == .forEach, mayBeEmpty(id) { leaveOut(id, before, &state) }
      write(by: id, &state)
    case .parallel: walkTracks(of: id, &state)
    case .branch, .choice:
      read(by: id, state)
      walkArms(of: id, &state, canPass: false)
    case .checkpoint:
      read(by: id, state)
      walkArms(of: id, &state, canPass: tree.child(.pass, of: id) == nil)
    case .back:
      if !tree.has(.atMost, of: id) || tree[id].next < 0 { state.isReachable = false }
    case .end: walkEnd(id, &state)
    default: walkOthers(id, &state)
    }
    if isLater || tree.value(.optional, of: id) == "yes" { leaveOut(id, before, &state) }
  }

  /// Whether the first round goes by without it: it may read what that has brought, and may never come.
  private func isForLaterRounds(_ id: MethodTree.ID) -> Bool {
    tree.range(.inRound, of: id).map { !$0.contains(1) } ?? false
  }

  private func loop(around id: MethodTree.ID) -> MethodTree.ID? {
    var next = tree.parent(of: id)
    while let outer = next, ![.repeat, .rotate].contains(tree.name(of: outer)) { next = tree.parent(of: outer) }
    return next
  }

  /// Whether a loop may have nothing to go through.
  private func mayBeEmpty(_ loop: MethodTree.ID) -> Bool {
    guard let source = tree.source(.itemOf, of: loop), let definition = names.definitions[source.name],
      definition.outcome >= 0
    else { return false }
    guard source.part == nil else { return true }
    return !names.outcomes[definition.outcome].writers.contains { writer in
      [AttributeName.atLeast, .exactly, .top, .draw].contains { tree.has($0, of: writer) }
        || [.fill, .take].contains(tree.name(of: writer))
    }
  }

  /// What an optional element produces is there only if it was run.
  private func leaveOut(_ id: MethodTree.ID, _ before: State, _ state: inout State) {
    let inside = written(in: id.index..<end(of: id))
    for outcome in names.outcomes.indices
    where inside.contains(outcome) && state.certain.contains(outcome) && !before.certain.contains(outcome) {
      state.turns[outcome] = id
    }
    state.certain = before.certain
    state.isReachable = before.isReachable
  }

  /// A named end in the body of a pass is a good one.
  private mutating func walkEnd(_ id: MethodTree.ID, _ state: inout State) {
    if state.isReachable, let parent = tree.parent(of: id), tree.name(of: parent) == .pass {
      var end = state
      for outcome in names.outcomes.indices where !state.certain.contains(outcome) && end.turns[outcome] == nil {
        end.turns[outcome] = id
      }
      goodEnds.append(end)
    }
    state.isReachable = false
  }

  /// Steps, phases, activities, conditions: first what they read, then what is in them, then what they write.
  private mutating func walkOthers(_ id: MethodTree.ID, _ state: inout State) {
    read(by: id, state)
    walkChildren(of: id, &state)
    write(by: id, &state)
  }

  private func write(by id: MethodTree.ID, _ state: inout State) {
    for name in [AttributeName.into, .rest] {
      guard let written = tree.value(name, of: id), let definition = names.definitions[written],
        definition.outcome >= 0
      else { continue }
      state.certain.insert(definition.outcome)
      state.possible.insert(definition.outcome)
    }
  }

  /// From the second lap on, what the body writes is there; the way out is where `until` stands, or `exhausted`.
  private mutating func walkLoop(_ id: MethodTree.ID, _ state: inout State) {
    state.possible.formUnion(written(in: id.index..<end(of: id)))
    var exits: [(turn: MethodTree.ID, state: State)] = []
    for child in tree.children(of: id) {
      switch tree.name(of: child) {
      case .until:
        walkChildren(of: child, &state)
        exits.append((child, state))
      case .exhausted:
        var after = state
        walkChildren(of: child, &after)
        exits.append((child, after))
      default: walk(child, &state)
      }
    }
    if tree.child(.exhausted, of: id) == nil { exits.append((id, state)) }
    join(exits, into: &state)
  }

  /// All tracks run; each begins with what was there at the fork.
  private mutating func walkTracks(of id: MethodTree.ID, _ state: inout State) {
    let fork = state
    for child in tree.children(of: id) {
      var track = fork
      walk(child, &track)
      state.certain.formUnion(track.certain)
      state.possible.formUnion(track.possible)
      state.turns.merge(track.turns) { known, _ in known }
    }
  }

  private mutating func walkArms(of id: MethodTree.ID, _ state: inout State, canPass: Bool) {
    var exits: [(turn: MethodTree.ID, state: State)] = canPass ? [(id, state)] : []
    for child in tree.children(of: id) {
      switch tree.name(of: child) {
      case .when, .otherwise, .option, .pass, .rework, .stop:
        var arm = state
        walkChildren(of: child, &arm)
        exits.append((child, arm))
      default: walk(child, &state)
      }
    }
    if canPass, exits.first?.turn == id { exits[0].state = state }
    join(exits, into: &state)
  }

  private func join(_ exits: [(turn: MethodTree.ID, state: State)], into state: inout State) {
    let reachable = exits.filter(\.state.isReachable)
    guard let first = reachable.first else {
      state.isReachable = exits.isEmpty && state.isReachable
      return
    }
    var joined = first.state
    for exit in reachable.dropFirst() {
      joined.certain.formIntersection(exit.state.certain)
      joined.possible.formUnion(exit.state.possible)
      joined.turns.merge(exit.state.turns) { known, _ in known }
    }
    for exit in reachable where exit.state.certain != joined.certain || reachable.count > 1 {
      for outcome in names.outcomes.indices
      where !exit.state.certain.contains(outcome) && joined.turns[outcome] == nil
        && reachable.contains(where: { $0.state.certain.contains(outcome) })
      {
        joined.turns[outcome] = exit.turn
      }
    }
    state = joined
  }

  private mutating func read(by id: MethodTree.ID, _ state: State) {
    guard state.isReachable else { return }
    for use in uses.of(id) where use.attribute != .except && use.attribute != .ref {
      let outcome = use.outcome
      guard outcome >= 0, !state.certain.contains(outcome) else { continue }
      note(outcome, at: use.range, isCertain: !state.possible.contains(outcome), turn: state.turns[outcome])
    }
    for (outcome, range) in braced[id] ?? [] where !state.certain.contains(outcome) {
      note(outcome, at: range, isCertain: !state.possible.contains(outcome), turn: state.turns[outcome])
    }
    // Who is to come from it is there even where it is only made on some ways: the host names them.
    for supplier in suppliers[id] ?? [] where !state.possible.contains(supplier.outcome) {
      note(supplier.outcome, at: supplier.range, isCertain: true, turn: nil, through: supplier.name)
    }
  }

  private mutating func note(
    _ outcome: Int, at range: SourceRange, isCertain: Bool, turn: MethodTree.ID?, through: String? = nil
  ) {
    if let earlier = found.early[outcome], earlier.isCertain || !isCertain { return }
    found.early[outcome] = .init(
      range: range, isCertain: isCertain, turn: isCertain ? nil : turn, through: through, mode: mode)
  }

  private func written(in range: Range<Int32>) -> OutcomeSet {
    var set = OutcomeSet(capacity: names.outcomes.count)
    for (index, outcome) in names.outcomes.enumerated()
    where outcome.writers.contains(where: { range.contains($0.index) }) {
      set.insert(index)
    }
    return set
  }

  /// The position after the last node inside a node.
  private func end(of node: MethodTree.ID) -> Int32 { tree.end(of: node) }
}
