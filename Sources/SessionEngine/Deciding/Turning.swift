import MethodModel

extension Decision {
  /// Lets the first one speak, where a step is held in turns.
  mutating func beginTurns(of number: Int) {
    let take = state.takes[number - 1]
    guard case .step(let step)? = index.element(take.place)?.kind, step.voice == .turns else { return }
    // Circles that work side by side each go round by themselves, where the host does not hear them.
    guard Set(take.parts.map { Offer.Standing($0) }).count == 1 else { return }
    let units = engine.speakers(in: step, take, state)
    if units.count > 1 { emit(TurnMoved(take: number, turns: Turns(units, began: running))) }
  }

  mutating func move(_ turn: MoveTurn) throws(Rejection) {
    try requireHost()
    let take = try openTake()
    guard let turns = take.turns, case .step(let step)? = index.element(take.place)?.kind else {
      throw Rejection(.notActive, "nobody speaks in turns here")
    }
    switch turn {
    case .next, .pass:
      guard turns.current != nil else {
        throw Rejection(.notActive, "all have had their turn; one more round can be added")
      }
      emit(TurnMoved(take: take.number, began: running, passes: turn == .pass ? true : nil))
    case .to(let unit):
      guard engine.speakers(in: step, take, state).contains(unit) else {
        throw Rejection(.unknownPerson, "\(engine.title(of: unit, state)) has no turn here")
      }
      guard unit != turns.current else {
        throw Rejection(.notActive, "it is \(engine.title(of: unit, state))'s turn already")
      }
      emit(TurnMoved(take: take.number, to: unit, began: running))
    case .round:
      guard turns.current == nil || turns.waiting.isEmpty else {
        let next = turns.waiting.prefix(3).map { engine.title(of: $0, state) }.joined(separator: ", ")
        throw Rejection(
          .notActive,
          "not everybody has had a turn in this round: \(next)\(turns.waiting.count > 3 ? "…" : ""); /turn goes on")
      }
      let units = engine.speakers(in: step, take, state)
      emit(TurnMoved(take: take.number, turns: Turns(units, round: turns.round + 1, began: running)))
    }
  }

  /// Whose turn it is in a take, when that is a person: theirs is what is entered without a name.
  func speaker(in take: Take) -> PersonID? { take.status == .open ? take.turns?.current?.person : nil }
}

extension SessionEngine {
  /// Who speaks in turns: groups where the step's activity is the group's, else people; named roles first, the silent
  /// and those who listen never.
  func speakers(in step: Step, _ take: Take, _ state: SessionState) -> [UnitRef] {
    if let activity = step.activities.first {
      let units = units(of: activity, take, state)
      if units.count > 1, units.allSatisfy({ $0.ref.person == nil }) { return units.map(\.ref) }
    }
    let silent = silentPeople(in: step, take, state).union(listeners(in: step, take, state))
    let people = take.parts.flatMap(\.members).uniqued.filter { !silent.contains($0) }
    let named = Set(step.order.flatMap { self.people(called: $0, in: take.frames, at: take.parts.first, state) })
    let others = people.filter { !named.contains($0) }
    let order = step.order.flatMap { name in
      name == "everyone" ? others : self.people(called: name, in: take.frames, at: take.parts.first, state)
    }
    return (order + others).uniqued.filter { people.contains($0) }.map { .person($0) }
  }

  /// What people call a unit.
  package func title(of unit: UnitRef, _ state: SessionState) -> String {
    switch unit {
    case .person(let id): state.roster[id]?.name ?? id.raw
    case .part(let key): key == Part.roomKey ? "everybody" : title(ofGroup: key, state)
    case .sheet(let number): "sheet \(number)"
    }
  }
}
