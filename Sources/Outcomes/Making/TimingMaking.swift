internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  func timing() -> TimingRecord {
    let clock = state.clock
    let takes = state.takes.compactMap { take in place(take.number).map { self.take(take, $0) } }
    let inWindows = Set(state.takes.filter(\.isInWindow).map(\.number))
    let met = takes.filter { !inWindows.contains($0.place.take) }
    let ran = met.filter { $0.status != Take.Status.dropped.rawValue || $0.used > 0 }
    return TimingRecord(
      takes: takes, planned: state.start.map { engine.plannedSeconds(for: $0) } ?? 0,
      agreed: state.start?.agreedEnd ?? 0, plannedForTakes: ran.reduce(0) { $0 + $1.planned },
      used: met.reduce(0) { $0 + $1.used }, total: clock.spent(at: clock.elapsed),
      paused: clock.elapsed - clock.running(at: clock.elapsed), lost: clock.lost)
  }

  private func take(_ take: Take, _ place: PlaceRecord) -> TimingRecord.Take {
    TimingRecord.Take(
      place: place, kind: take.kind.rawValue, status: take.status.rawValue, counts: take.isCurrent,
      planned: take.planned, allotted: take.allotted, used: take.used(at: state.clock.running(at: state.clock.elapsed)),
      timeUp: take.isTimeUp, opened: Moment(take.openedWall), closed: Moment(take.closedWall),
      supersedes: take.supersedes, supersededBy: take.supersededBy, skipReason: take.skipReason, missing: take.missing,
      about: take.about.sorted { $0.key < $1.key }.map { lens.thing($0.value, at: take.openedWall) },
      people: Set(take.parts.flatMap(\.members)).count, parts: take.parts.count,
      track: take.track == .agenda ? nil : lens.path(take.track), turns: turns(take),
      groups: take.parts.filter { $0.kind == .group }.map { part in
        GroupSetRecord.Group(
          id: part.key, title: engine.title(ofGroup: part.key, state), members: part.members.map { named($0) },
          mergedFrom: [],
          about: part.at?.max { $0.key < $1.key }.map { lens.thing($0.value) })
      })
  }

  // MARK: Deviations

  /// Every way in which the session left the method's path, in the order in which it did.
  func deviations() -> [DeviationRecord] {
    let arrivals = Set(
      state.changes.filter { $0.kind == .arrivedLate }.map { Arrival(subject: $0.subject, wall: $0.wall) })
    // A place in a group is part of arriving.
    let made = state.changes.filter { change in
      change.kind != .moved || !arrivals.contains(Arrival(subject: change.subject, wall: change.wall))
    }
    let changes = made.map { deviation($0) }
    return (outsideFit.map { [$0] } ?? []) + changes
  }

  func deviation(_ change: RecordedChange) -> DeviationRecord {
    DeviationRecord(
      kind: change.kind.rawValue, subject: subject(of: change), take: change.take, at: Moment(change.wall),
      seconds: change.seconds, reason: change.reason, missing: change.missing)
  }

  /// Those that concern some takes.
  func deviations(in takes: Set<Int>) -> [DeviationRecord] {
    state.changes.filter { $0.take.map { takes.contains($0) } ?? false }.map { deviation($0) }
  }

  private func turns(_ take: Take) -> TurnsRecord? {
    guard let turns = take.turns, let taken = engine.turnsTaken(in: take, state) else { return nil }
    return TurnsRecord(
      round: turns.round, spoke: taken.spoke.map { lens.attribution($0, .named) },
      passed: taken.passed.map { lens.attribution($0, .named) },
      waiting: taken.waiting.map { lens.attribution($0, .named) })
  }

  private struct Arrival: Hashable {
    var subject: String
    var wall: WallTime
  }

  /// A number of people that the method is not made for.
  private var outsideFit: DeviationRecord? {
    guard let start = state.start else { return nil }
    let count = start.people.count(where: \.isPresent)
    guard !method.fit.admits(count) else { return nil }
    let sizes = method.fit.people.map(\.description).joined(separator: ", ")
    return DeviationRecord(
      kind: RecordedChange.Kind.offFit.rawValue, subject: "\(count) people; the method is made for \(sizes)",
      take: nil, at: Moment(state.startedWall), seconds: nil, reason: nil, missing: [])
  }

  private func subject(of change: RecordedChange) -> String {
    switch change.kind {
    case .withdrawn:
      guard let seen = lens.entries[EntryID(change.subject)], seen.id != nil else { return "an entry (private)" }
      return seen.text
    case .regrouped: return method.grouping(change.subject)?.title.raw(in: language) ?? change.subject
    case .arrivedLate, .leftEarly, .moved, .inserted: return change.subject
    default: return change.take.flatMap { place($0)?.title } ?? lens.covered(change.subject)
    }
  }
}
