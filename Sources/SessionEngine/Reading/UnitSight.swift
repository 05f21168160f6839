import MethodModel

/// What the members of a unit may see between them: that is what it works with, each offering their own.
///
/// Looks at many things for one unit: what does not hang on the thing is looked up once.
package struct UnitSight {
  private let engine: SessionEngine
  private let state: SessionState
  private let members: [PersonID]
  private var runs = RunSights()
  /// Where the members are now, of those at stations or with something in hand.
  private lazy var stations = members.flatMap { engine.stations(of: $0, state) }

  package init(_ engine: SessionEngine, _ unit: UnitRef, in take: Take, _ state: SessionState) {
    self.engine = engine
    self.state = state
    members = Self.members(of: unit, in: take, state)
  }

  static func members(of unit: UnitRef, in take: Take, _ state: SessionState) -> [PersonID] {
    let everybody = { take.parts.flatMap(\.members) }
    switch unit {
    case .person(let person): return [person]
    case .part(Part.roomKey), .sheet: return everybody()
    case .part(let key):
      let parts = take.parts.filter { $0.key == key || $0.circles.values.contains(key) }
      if !parts.isEmpty { return parts.flatMap(\.members) }
      return state.groups.values.lazy.flatMap(\.groups).first { $0.key == key }?.members ?? everybody()
    }
  }

  /// Whether one of them may see the words; what has nobody's name was said by one of them as likely as by anybody.
  package mutating func reaches(_ thing: ThingRef) -> Bool {
    guard let entry = state.entry(thing), entry.author != nil || entry.unit != nil else { return true }
    guard let sight = runs.sight(in: entry.run, engine, state), !sight.isOpenToAll else { return true }
    if let person = entry.author, members.contains(person) { return true }
    if let person = entry.unit?.person, members.contains(person) { return true }
    if !entry.at.isEmpty, stations.contains(where: { SessionEngine.isMade(entry, at: $0) }) { return true }
    return members.contains { person in
      engine.hadInHand(person, entry, state) || engine.isShared(entry, sight, with: .person(person), state)
    }
  }
}

extension SessionEngine {
  /// Whether a unit works with a thing.
  func mayWork(_ unit: UnitRef, in take: Take, with thing: ThingRef, _ state: SessionState) -> Bool {
    var sight = UnitSight(self, unit, in: take, state)
    return sight.reaches(thing)
  }
}

extension Decision {
  /// Why a unit cannot work with a thing that is put up: nobody of it may see it, or it is not for them.
  func notOffered(_ thing: ThingRef, to unit: UnitRef, _ run: ActivityRun, else rejection: Rejection) -> Rejection {
    let take = state.takes[run.id.take - 1]
    guard run.ballot.contains(thing), isBefore(thing, unit, run), !engine.mayWork(unit, in: take, with: thing, state)
    else { return rejection }
    let who: String =
      switch unit {
      case .person(let person): name(of: person)
      case .part(let key): key == Part.roomKey ? "the room" : engine.title(ofGroup: key, state)
      case .sheet: "whoever that is"
      }
    return Rejection(
      .notShown,
      "that has not been shown to \(who) yet; once it is revealed, or chosen or copied in the open, it can be used here"
    )
  }

  /// Whether a thing belongs to where a unit is now, seen or not.
  private func isBefore(_ thing: ThingRef, _ unit: UnitRef, _ run: ActivityRun) -> Bool {
    let take = state.takes[run.id.take - 1]
    guard let part = engine.part(of: unit, in: take), part.isApart, let activity = engine.activity(of: run.id, state)
    else { return true }
    return engine.offered(by: activity, to: part, state, scope(of: run)).contains(thing)
  }
}
