import MethodModel

/// Outcomes of used methods that their callers read under names of their own.
struct TakenOutcomes: Sendable {
  /// Where the entries of a name really are, the name itself first; only of names that something is taken into.
  private(set) var homes: [String: [String]] = [:]
  /// The names that each outcome of a used method is taken into.
  private(set) var takers: [String: [String]] = [:]

  init(_ uses: [Use]) {
    var taken: [String: [String]] = [:]
    for take in uses.flatMap(\.takes) { takers[take.outcome, default: []].append(take.into) }
    for take in uses.flatMap(\.takes) { taken[take.into, default: []].append(take.outcome) }
    for name in taken.keys { homes[name] = Self.homes(of: name, taken) }
  }

  /// A used method may itself have taken it from one that it uses. The loader lets no name come round to itself.
  private static func homes(of name: String, _ taken: [String: [String]]) -> [String] {
    [name] + (taken[name] ?? []).flatMap { homes(of: $0, taken) }
  }
}

extension SessionEngine {
  /// All that is read under a name: what was written to it, and what was taken into it from used methods.
  package func outcome(_ name: String, _ state: SessionState) -> OutcomeState? {
    guard let homes = index.homes(of: name) else { return state.outcomes[name] }
    let parts = homes.compactMap { state.outcomes[$0] }
    guard var whole = parts.first else { return nil }
    for part in parts.dropFirst() { whole.join(part) }
    return whole
  }
}

extension OutcomeState {
  /// Takes in what was written elsewhere, in the order of the takes.
  mutating func join(_ other: OutcomeState) {
    for entry in other.entries { add(entry) }
    runs = (runs + other.runs).sorted { ($0.take, $0.activity) < ($1.take, $1.activity) }
    verdicts = (verdicts + other.verdicts).sorted {
      ($0.run.take, $0.run.activity, $0.round) < ($1.run.take, $1.run.activity, $1.round)
    }
    rounds = max(rounds, other.rounds)
  }
}

extension SessionEngine {
  /// Whether anything that counts was entered, marked, chosen or decided for an outcome.
  package func holdsSomething(_ name: String, _ state: SessionState) -> Bool {
    if let writer = index.writers[name], case .select(let selection) = writer.kind, selection.rest == name {
      return holdsSomething(writer.target, state)
    }
    guard let outcome = outcome(name, state) else { return false }
    if outcome.entries.contains(where: { !$0.isRetired && isCurrent($0, state) }) { return true }
    return currentRuns(outcome, state, Scope()).contains { run in
      !run.answered.isEmpty || !run.tallies.isEmpty || !run.choices.values.allSatisfy(\.isEmpty)
        || outcome.verdicts.contains { $0.run == run.id && ![.deferred, .noQuorum].contains($0.verdict.result) }
    }
  }
}
