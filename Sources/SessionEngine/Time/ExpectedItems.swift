import MethodModel

extension SessionEngine {
  /// How many things an author expects in a source; of documents one from each unit that writes them.
  ///
  /// - Parameter place: where they are read. Parts that it shares with the writer count as one; `nil`: it shares none.
  func expectedItems(_ source: SourceRef, _ state: SessionState, at place: String? = nil) -> Int {
    func planned(_ limit: Count?) -> Int? { count(limit, state, Scope()) }
    if let expect = method.setting(source.name)?.expect { return expect.likely }
    if source.part == "objections" || source.part == "concerns" { return 1 }
    guard let writer = index.writers[source.name] else { return 0 }
    if let expect = writer.expect { return expect.likely }
    switch writer.kind {
    case .collect(let limits, _, _), .commit(let limits, _), .cluster(let limits, _):
      return planned(limits.atMost) ?? 0
    case .select(let selection): return planned(selection.top) ?? planned(selection.limits.atMost) ?? 0
    case .fill(_, let limits):
      return planned(limits.atMost) ?? (writer.shape == .table ? 1 : expectedUnits(writing: source.name, state, place))
    default: return 0
    }
  }

  /// How many write an outcome, as far as a reader at that place sees what they wrote.
  private func expectedUnits(writing name: String, _ state: SessionState, _ reader: String?) -> Int {
    guard let home = index.writerPlaces[name], let writer = index.writers[name] else { return 1 }
    let around = Set(reader.map { index.ancestry(of: $0) } ?? [])
    let ways = index.ancestry(of: home).compactMap { place in with(at: place, of: writer, in: home).map { (place, $0) }
    }
    func parts(_ isShared: Bool) -> Int {
      ways.filter { around.contains($0.0) == isShared }.map { expectedParts($0.1, state) }.max() ?? 1
    }
    let shared = max(1, parts(true))
    return max(1, (parts(false) + shared - 1) / shared)
  }

  /// How an element around a writer, or its own step, cuts the people into those who write something of their own.
  private func with(at place: String, of writer: Activity, in home: String) -> Participation? {
    switch index.element(place)?.kind {
    case .phase(let phase)?: return phase.with
    case .step(let step)? where place == home:
      switch writer.per {
      case .person?: return .alone
      case .room?: return nil
      case .grouping(let set)?: return .groups(set)
      case .group?, nil: return step.with
      }
    default: return nil
    }
  }

  private func expectedParts(_ with: Participation, _ state: SessionState) -> Int {
    switch with {
    case .room, .role: 1
    case .alone: state.roster.present.count
    case .groups(let set): expectedGroups(set, state)
    }
  }
}
