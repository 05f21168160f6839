package import MethodModel

/// Parts that decide for themselves: what is put up to each, and whose marks count for it.
extension SessionEngine {
  /// Each part that comes to a verdict of its own in a take; nobody in particular where one decides for all.
  package func decidingUnits(of activity: Activity, _ take: Take, _ state: SessionState) -> [OwningUnit?] {
    let units = units(of: activity, take, state).filter { !$0.members.isEmpty }
    return units.count > 1 ? units : [nil]
  }

  /// The newest verdicts of a run, one of each part that decides for itself.
  package func verdicts(of run: RunID, in outcome: String, _ state: SessionState) -> [Verdict] {
    var newest: [UnitRef?: Verdict] = [:]
    var order: [UnitRef?] = []
    for recorded in state.outcomes[outcome]?.verdicts ?? [] where recorded.run == run {
      if newest.updateValue(recorded.verdict, forKey: recorded.verdict.unit) == nil {
        order.append(recorded.verdict.unit)
      }
    }
    return order.compactMap { newest[$0] }
  }

  /// A scope in which a part's own circle is read.
  func scope(_ scope: Scope, in unit: OwningUnit?, of take: Take) -> Scope {
    guard let unit else { return scope }
    var inner = scope
    inner.circles.merge(take.circles(of: unit.ref)) { $1 }
    return inner
  }

  /// The same run with nothing in it but what was put up to a part and what its people gave.
  func narrowed(_ run: ActivityRun, to unit: OwningUnit, deciding take: Take, _ state: SessionState) -> ActivityRun {
    var own = run
    let offered = Set(offered(in: run, to: unit.ref, state))
    own.ballot = run.ballot.filter { offered.contains($0) }
    own.marks = run.marks.filter { isOf(unit, $0.key, run, deciding: take, state) }
    own.answered = run.answered.filter { isOf(unit, $0, run, deciding: take, state) }
    own.choices = run.choices.filter { isOf(unit, $0.key, run, deciding: take, state) }
    own.choiceOrder = run.choiceOrder.filter { isOf(unit, $0, run, deciding: take, state) }
    return own
  }

  /// The electorate of a run as far as it belongs to a part.
  func electorate(
    of run: ActivityRun, in unit: OwningUnit, deciding take: Take, _ state: SessionState
  ) -> Electorate {
    let all = electorate(of: run, state)
    let isOwn = { (elector: OwningUnit) in isOf(unit, elector.ref, run, deciding: take, state) }
    let entitled = all.entitled.filter(isOwn)
    let refs = Set(entitled.map(\.ref))
    return Electorate(
      entitled: entitled, present: all.present.filter(isOwn), answered: run.answered.count { refs.contains($0) })
  }

  /// Whether what somebody gave is a part's to decide on: in the deciding step the part's own and its people's, elsewhere
  /// that of the same circle.
  private func isOf(
    _ unit: OwningUnit, _ owner: UnitRef, _ run: ActivityRun, deciding take: Take, _ state: SessionState
  ) -> Bool {
    guard run.id.take == take.number else {
      var scope = Scope()
      scope.circles = take.circles(of: unit.ref)
      return scope.sharesCircle(with: state.takes[run.id.take - 1].circles(of: owner))
    }
    return owner.person.map { unit.members.contains($0) } ?? (owner == unit.ref)
  }
}

extension [Verdict] {
  /// What the newest verdicts come to where parts decided for themselves: deferred when one of them is, answers summed.
  var together: Verdict? {
    guard var last, last.unit != nil else { return last }
    let parts = filter { $0.unit != nil }
    if let open = parts.first(where: { $0.result == .deferred }) { last.result = open.result }
    if parts.contains(where: { $0.enteredInPart == true }) { last.enteredInPart = true }
    last.answered = parts.reduce(0) { $0 + $1.answered }
    last.electorate = parts.reduce(0) { $0 + $1.electorate }
    return last
  }
}
