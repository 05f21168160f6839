import MethodModel

/// Who works together in the open steps, after people came, went elsewhere or were put into other groups.
extension Decision {
  /// Gives somebody a seat in each open step where they have none, or none in the group they are in now.
  mutating func takeSeat(_ person: PersonID) {
    for take in state.openTakes {
      let own = take.parts.first { $0.members.contains(person) }
      if let own, own.kind != .person || own.circles.isEmpty { continue }
      guard let seat = parts(at: take).first(where: { $0.members.contains(person) }),
        own?.circles != seat.circles
      else { continue }
      join(seat, take)
    }
  }

  /// Brings the open steps in line with the groups of a set that were formed anew.
  mutating func takeSeats(in set: String) {
    let isOfSet = { (key: String) in key.hasPrefix("\(set)/") }
    for take in state.openTakes
    where take.parts.contains(where: { isOfSet($0.key) || $0.circles.values.contains(where: isOfSet) }) {
      for part in parts(at: take) where !take.parts.contains(part) { join(part, take) }
    }
  }

  private mutating func join(_ part: Part, _ take: Take) {
    emit(PartJoined(take: take.number, part: part, ballot: ballot(for: part, take)))
  }

  /// What a part finds before it in the activity that is open, if it was not there when that was put up.
  private func ballot(for part: Part, _ take: Take) -> [ThingRef]? {
    guard let run = take.runs.last, run.status == .open, run.runOff == nil, part.isApart,
      !(run.offers ?? []).contains(where: { $0.standing == Offer.Standing(part) }),
      let activity = engine.activity(of: run.id, state)
    else { return nil }
    return engine.offered(by: activity, to: part, state, engine.scope(of: take)).uniqued
  }

  /// The parts that a step would have if it began now.
  private func parts(at take: Take) -> [Part] {
    guard case .step(let step)? = index.element(take.place)?.kind else { return [] }
    return circles(in: take.frames).flatMap { circle in
      engine.narrowed(engine.parts(of: step.with, in: circle, state), of: step.with, in: take.frames, state)
    }
  }
}
