internal import MethodModel
internal import SessionEngine

/// Runs without names whose figures, taken from those of a later run on the same thing, would tell what fewer than five
/// people gave: those who had come or left in between.
///
/// Screens show one run at a time; the kept files hold all of them side by side. The newest is kept.
struct DifferingRuns {
  private(set) var found: Set<RunID> = []
  private let engine: SessionEngine
  private let state: SessionState

  init(engine: SessionEngine, state: SessionState) {
    self.engine = engine
    self.state = state
    for outcome in state.outcomes.values { compare(outcome.runs.reversed()) }
  }

  private mutating func compare(_ runs: [RunID]) {
    var shown: [ThingRef: [Set<UnitRef>]] = [:]
    for id in runs {
      guard let run = engine.run(id, state), engine.activity(of: id, state)?.takesMarks == true,
        engine.sightOfMarks(in: run, state, for: .record) != .named
      else { continue }
      let answered = units(of: run)
      guard !answered.isEmpty else { continue }
      let differs = run.ballot.contains { thing in
        shown[thing]?.contains { isFew($0.subtracting(answered)) || isFew(answered.subtracting($0)) } ?? false
      }
      if differs {
        found.insert(id)
      } else {
        for thing in run.ballot where shown[thing]?.contains(answered) != true {
          shown[thing, default: []].append(answered)
        }
      }
    }
  }

  private func isFew(_ units: Set<UnitRef>) -> Bool {
    !units.isEmpty && units.count < SessionEngine.smallestShownGroup
  }

  /// Whose marks count; of a sealed run only who handed in is known.
  private func units(of run: ActivityRun) -> Set<UnitRef> {
    if run.isSealed { return run.handedIn }
    return Set(run.marks.filter { $0.value.values.contains { !$0.isLate } }.keys)
  }
}
