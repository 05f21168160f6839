import MethodModel

/// What became of the turns of a round.
package struct TurnsTaken: Hashable, Sendable {
  package var spoke: [UnitRef] = []
  /// Who said so, and who was passed over without having entered what is entered there.
  package var passed: [UnitRef] = []
  /// Who was not heard.
  package var waiting: [UnitRef] = []
}

extension SessionEngine {
  /// Who has spoken in the newest round of a take.
  package func turnsTaken(in take: Take, _ state: SessionState) -> TurnsTaken? {
    guard let turns = take.turns, case .step(let step)? = index.element(take.place)?.kind else { return nil }
    let entered = entered(in: take, since: turns.since ?? 0, state)
    var taken = TurnsTaken(waiting: turns.waiting)
    for unit in turns.done {
      let isPassed = turns.passed?.contains(unit) ?? false
      if !isPassed, entered.contains(unit) || !isToEnter(unit, in: step, take, state) {
        taken.spoke.append(unit)
      } else {
        taken.passed.append(unit)
      }
    }
    guard let current = turns.current else { return taken }
    if entered.contains(current) || !isToEnter(current, in: step, take, state) {
      taken.spoke.append(current)
    } else if take.status == .open {
      taken.waiting.insert(current, at: 0)
    } else {
      taken.passed.append(current)
    }
    return taken
  }

  /// Whether a turn is for entering something: where people only talk, nothing tells that one was not used.
  private func isToEnter(_ unit: UnitRef, in step: Step, _ take: Take, _ state: SessionState) -> Bool {
    step.activities.contains { activity in
      if let person = unit.person, !admits(person, activity, in: take, state) { return false }
      switch activity.kind {
      case .collect: return true
      case .vote, .rate, .place, .fill: return units(of: activity, take, state).contains { $0.ref == unit }
      default: return false
      }
    }
  }

  /// People and groups of whom something came in a take from an event on.
  private func entered(in take: Take, since: Int, _ state: SessionState) -> Set<UnitRef> {
    var units: Set<UnitRef> = []
    for run in take.runs {
      for entry in state.outcomes[run.outcome]?.entries ?? []
      where entry.run.take == take.number && !entry.versions.isEmpty && entry.touchedAt >= since {
        units.formUnion([entry.author.map { UnitRef.person($0) }, entry.unit].compactMap(\.self))
      }
      for (unit, marks) in run.marks where marks.values.contains(where: { $0.value != nil && $0.sequence >= since }) {
        units.insert(unit)
      }
      units.formUnion(run.handedIn)
    }
    return units
  }
}
