import MethodModel

extension SessionEngine {
  /// How far a figure has moved since the round before, or since an earlier session's outcome.
  func changedFigure(of test: Test, since change: Test.Change, _ state: SessionState, _ scope: Scope) -> Figure {
    var now = test
    now.change = nil
    var then = now
    switch change {
    case .lastRound: then.rounds = .before
    case .earlier(let setting):
      if let theirs = earlier(setting, state)?.scale, let own = scale(of: test.of.name)?.numbers, own != theirs {
        return Figure(why: "the earlier session rated on another scale")
      }
      then.of = SourceRef(name: setting, part: test.of.part)
      then.rounds = .newest
    }
    var figure = figure(of: now, state, scope)
    let before = self.figure(of: then, state, scope)
    guard let value = figure.value, let other = before.value else {
      figure.why = figure.value == nil ? figure.why : before.why ?? "there is nothing to compare with yet"
      figure.value = nil
      return figure
    }
    guard !figure.isAtLeast, !before.isAtLeast else { return figure.unknown(Self.notAllEntered) }
    let moved =
      switch test.direction {
      case .either: (value - other).magnitude
      case .up: value - other
      case .down: other - value
      }
    figure.value = moved
    guard test.isRelative else { return figure }
    guard other != .zero else { return figure.unknown("it was 0 before, and no change is a part of that") }
    figure.value = moved.divided(by: other.magnitude)
    return figure
  }

  /// Why the rounds that a test looks at are not all there; `nil` when they are.
  func missingRounds(of test: Test, _ outcome: OutcomeState?, _ state: SessionState, _ scope: Scope) -> String? {
    let wanted: Int
    switch test.rounds {
    case .newest: return nil
    case .before: wanted = 2
    case .last(let count): wanted = count
    }
    let rounds = Set(outcome.map { currentRuns($0, state, scope).map(\.round) } ?? []).count
    guard rounds < wanted else { return nil }
    return test.rounds == .before ? "there is no round before yet" : "\(rounds) of \(wanted) rounds so far"
  }

  /// Whether a thing was made in the rounds that a test looks at.
  func isInRounds(_ thing: ThingRef, of test: Test, newest: Int, _ state: SessionState) -> Bool {
    guard test.rounds != .newest, let id = thing.entry, let home = state.outcomeOfEntry[id],
      let entry = state.outcomes[home]?[id], let round = run(entry.run, state)?.round
    else { return true }
    switch test.rounds {
    case .newest: return true
    case .before: return round < newest
    case .last(let count): return round > newest - count
    }
  }

  /// Of documents the newest of each owner before the newest round, or in each of the last rounds; of other things, what
  /// the source holds.
  func thingsInRounds(of test: Test, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    guard test.rounds != .newest, index.outcomeKinds[test.of.name] == .documents,
      let outcome = state.outcomes[test.of.name]
    else { return things(test.of, state, scope) }
    let newest = newestRound(of: outcome, state, scope)
    var last: [String: ThingRef] = [:]
    var order: [String] = []
    for entry in currentEntries(outcome, state, scope) where entry.kind == .document {
      guard let round = run(entry.run, state)?.round, test.rounds != .before || round < newest else { continue }
      let owner = entry.unit?.description ?? ""
      let key = test.rounds == .before ? owner : "\(owner)#\(round)"
      if last.updateValue(.entry(entry.id), forKey: key) == nil { order.append(key) }
    }
    return order.compactMap { last[$0] }
  }

  func newestRound(of outcome: OutcomeState, _ state: SessionState, _ scope: Scope) -> Int {
    currentRuns(outcome, state, scope).map(\.round).max() ?? 0
  }

  // MARK: Marks

  /// What a `where` on a mark looks at: the value, the reason, who gave it, the criterion, or a field of that person.
  func text(of field: String, in mark: GivenMark, _ state: SessionState) -> String {
    switch field {
    case "value": return mark.value
    case "reason": return mark.reason ?? ""
    case "by": return mark.unit.person?.raw ?? ""
    case "criterion": return mark.key.criterion ?? ""
    default: return mark.unit.person.flatMap { state.roster[$0]?.fields[field] } ?? ""
    }
  }
}

extension Test.Rounds {
  /// Which asking of a thing counts, the newest being 0.
  var ages: ClosedRange<Int> {
    switch self {
    case .newest: 0...0
    case .before: 1...1
    case .last(let count): 0...max(0, count - 1)
    }
  }
}

/// How often a thing was put up, in each circle and while each other thing was in hand.
struct RoundAges {
  private struct Key: Hashable {
    let thing: ThingRef
    var about: Set<ThingRef>
    var circle: [String: String]
  }

  private var seen: [Key: (age: Int, path: InstancePath)] = [:]

  /// The age of an asking, going back in time; the newest is 0. The laps of a rotation, whose path is one, are one.
  mutating func age(of thing: ThingRef, in take: Take, at path: InstancePath) -> Int {
    let key = Key(thing: thing, about: take.inHand(beside: thing), circle: take.commonCircles)
    // What all were asked later takes the place of what the circles were asked.
    let all = Key(thing: thing, about: [], circle: [:])
    guard let before = seen[key] ?? seen[all] else {
      seen[key] = (0, path)
      return 0
    }
    if before.path != path { seen[key] = (before.age + 1, path) }
    return seen[key]?.age ?? 0
  }
}

extension Take {
  /// What else was in hand when a thing was put up.
  fileprivate func inHand(beside thing: ThingRef) -> Set<ThingRef> { Set(about.values.filter { $0 != thing }) }

  /// Whether what a later take put up of a thing takes the place of this one.
  package func isReplaced(by later: Take, for thing: ThingRef) -> Bool {
    let isSame = later.inHand(beside: thing) == inHand(beside: thing) && later.commonCircles == commonCircles
    return isSame || (later.inHand(beside: thing).isEmpty && later.commonCircles.isEmpty)
  }
}

extension SessionEngine {
  /// How many entries of a unit count in a run, with those that a step which is run again carries over.
  package func entryCount(of unit: UnitRef, in run: ActivityRun, _ state: SessionState) -> Int {
    var count = run.entryCounts[unit, default: 0]
    var take = state.takes[run.id.take - 1]
    while take.carries, let earlier = take.supersedes {
      take = state.takes[earlier - 1]
      count += take.runs.first { $0.id.activity == run.id.activity }?.entryCounts[unit, default: 0] ?? 0
    }
    return count
  }
}
