/// What a rotation promises to everybody, from numbers alone; the checks, the plan and the session say it alike.
package struct RotationGuarantee: Hashable, Sendable {
  /// What goes round.
  package enum Manner: String, Hashable, Sendable, Codable {
    /// Groups visit places.
    case groups
    /// Things pass through hands.
    case things
    /// A role passes through the members of each group.
    case role
    /// Everybody goes to places in new company.
    case people
  }

  /// A promise of the language that these numbers cannot keep.
  package enum Breach: Hashable, Sendable {
    /// From that lap on a place comes again.
    case comesAgain(lap: Int)
    /// In that lap a thing would be in its author's hands.
    case comesHome(lap: Int)
    /// So many must wait in each lap, since a place has room for one.
    case waits(Int)
    /// There is no place at all, or nobody who goes.
    case nothing
  }

  package let manner: Manner
  /// Groups or things; for `people` the persons who move, for a role the groups.
  package let movers: Int
  /// Stations or hands; for a role the members of the largest group.
  package let places: Int
  package let laps: Int
  package let isNeverOwn: Bool
  /// How many roles go round together.
  package var roles = 1
  /// With roles: some groups are smaller than the largest.
  package var isUneven = false
  /// Who meets again, once a schedule has been made.
  package var meetings: Meetings?

  /// Pairs of people that meet more than once in a schedule.
  package struct Meetings: Hashable, Sendable {
    package let pairs: Int
    /// The lap in which the first of them meets again; `nil`: none does.
    package let from: Int?

    package init(pairs: Int, from: Int?) {
      self.pairs = pairs
      self.from = from
    }
  }

  package init(manner: Manner, movers: Int, places: Int, laps: Int? = nil, isNeverOwn: Bool = false) {
    self.manner = manner
    self.movers = movers
    self.places = places
    self.isNeverOwn = isNeverOwn
    self.laps = laps ?? Self.defaultLaps(manner, movers: movers, places: places, isNeverOwn: isNeverOwn)
  }

  /// As many as there are places, hands or members; with `never="own"` one fewer. Where some wait, each gets round too.
  package static func defaultLaps(_ manner: Manner, movers: Int, places: Int, isNeverOwn: Bool) -> Int {
    switch manner {
    case .groups, .things: max(0, max(movers, places) - (isNeverOwn ? 1 : 0))
    case .role, .people: places
    }
  }

  /// How many different places each comes to, where some wait at the least.
  package var visits: Int { min(max(0, laps - waiting), max(0, places - (isNeverOwn ? 1 : 0))) }

  /// How many places nobody comes to in any lap.
  package var unvisited: Int {
    switch manner {
    case .groups, .things: movers == 0 ? places : max(0, places - movers * laps)
    case .role: 0
    case .people: max(0, places - movers)
    }
  }

  /// How many wait in each lap, because there are more of them than places.
  package var waiting: Int {
    switch manner {
    case .groups, .things: max(0, movers - places)
    case .role, .people: 0
    }
  }

  /// The first lap in which partners must repeat.
  package var partnersRepeat: Int? {
    guard manner == .people, places > 0, movers > 0 else { return nil }
    return PartnerBound.firstRepeat(sizes: GroupPlan.even(movers, min(places, movers)), formings: laps)
  }

  package var breaches: [Breach] {
    guard movers > 0, places > 0, laps > 0 else { return [.nothing] }
    var breaches: [Breach] = []
    switch manner {
    case .groups, .things:
      let ring = max(movers, places)
      if laps > ring { breaches.append(.comesAgain(lap: ring + 1)) }
      if isNeverOwn, laps > ring - 1, laps <= ring { breaches.append(.comesHome(lap: ring)) }
      if waiting > 0 { breaches.append(.waits(waiting)) }
    case .role where laps > places: breaches.append(.comesAgain(lap: places + 1))
    case .role, .people: break
    }
    return breaches
  }
}

// MARK: In words

extension RotationGuarantee {
  /// The promise in short sentences without a full stop, the main one first.
  package var sentences: [String] {
    guard !breaches.contains(.nothing) else { return ["nothing goes round"] }
    return [main] + notes
  }

  private var main: String {
    switch manner {
    case .groups: visits < places ? some("each group visits", "stations") : "each group visits each station once"
    case .things: handed
    case .role where roles > 1: rolesHeld
    case .role:
      laps < places
        ? "\(laps) in each group of \(places) get the role" : "everybody in a group has the role once"
    case .people:
      meetings.map { said($0) } ?? partnersRepeat.map {
        "partners are new until lap \($0 - 1) and must repeat from lap \($0)"
      }
        ?? "nobody meets a partner twice where that can be avoided"
    }
  }

  private var rolesHeld: String {
    guard laps >= places else { return "each role goes to \(laps) of the \(places) people in a group" }
    return "everybody in a group has each role once" + (isUneven ? ", in smaller groups some have one again" : "")
  }

  /// What is not as one would wish, in short sentences without a full stop.
  package var shortcomings: [String] {
    guard !breaches.contains(.nothing) else { return ["nothing goes round"] }
    return (partnersRepeat.map { ["partners must repeat from lap \($0)"] } ?? []) + notes
  }

  private func said(_ meetings: Meetings) -> String {
    guard meetings.pairs > 0, let from = meetings.from else { return "nobody meets a partner twice" }
    return meetings.pairs == 1
      ? "one pair meets again, in lap \(from)" : "\(meetings.pairs) pairs meet again, from lap \(from)"
  }

  private var handed: String {
    let others = places - (isNeverOwn ? 1 : 0)
    guard visits >= others else { return some("each sheet comes to", "people or groups") }
    return isNeverOwn
      ? "each sheet comes to everybody once but its author" : "each sheet comes to everybody once"
  }

  private func some(_ start: String, _ noun: String) -> String {
    "\(start) \(waiting > 0 ? "at least " : "")\(visits) of the \(places) \(noun)"
  }

  private var notes: [String] {
    var notes: [String] = []
    if unvisited > 0, manner == .groups || manner == .people {
      notes.append(unvisited == 1 ? "1 station is not visited" : "\(unvisited) stations are not visited")
    }
    for breach in breaches {
      switch breach {
      case .comesAgain(let lap): notes.append("from lap \(lap) on places come again")
      case .comesHome(let lap): notes.append("in lap \(lap) it would be back with its author, and waits")
      case .waits(let count):
        let noun = manner == .groups ? "group" : "sheet"
        notes.append(count == 1 ? "in each lap 1 \(noun) waits" : "in each lap \(count) \(noun)s wait")
      case .nothing: break
      }
    }
    return notes
  }
}
