package import MethodModel

/// Who or what is where in each lap, for one circle.
package struct Rotation: Hashable, Sendable, Codable {
  package var manner: RotationGuarantee.Manner
  /// The circle it is for, by the place of each phase with parts around it.
  package var circles: [String: String]
  /// Stations; for things the hands (people or groups); for a role the groups whose members get it.
  package var places: [ThingRef]
  /// Groups or things that go round; for people and roles nobody in particular.
  package var movers: [ThingRef]
  /// Lap → place → who or what is there; of several roles that go round the holder of each, in their order.
  package var laps: [[[ThingRef]]]
  /// Who stays at each place; empty: nobody does.
  package var hosts: [[PersonID]]
  package var isNeverOwn: Bool
  /// With people: how many pairs meet again within the schedule, and in which lap the first do; `nil`: not counted.
  package var repeats: Int?
  package var firstRepeat: Int?

  package init(
    manner: RotationGuarantee.Manner, circles: [String: String] = [:], places: [ThingRef], movers: [ThingRef] = [],
    laps: [[[ThingRef]]] = [], hosts: [[PersonID]] = [], isNeverOwn: Bool = false
  ) {
    self.manner = manner
    self.circles = circles
    self.places = places
    self.movers = movers
    self.laps = laps
    self.hosts = hosts
    self.isNeverOwn = isNeverOwn
  }

  /// Who or what is at a place in a lap, from 1.
  package func occupants(of place: Int, lap: Int) -> [ThingRef] {
    guard laps.indices.contains(lap - 1), laps[lap - 1].indices.contains(place) else { return [] }
    return laps[lap - 1][place]
  }

  /// What it promises, in numbers.
  package var guarantee: RotationGuarantee {
    let people = laps.first.map { $0.reduce(0) { $0 + $1.count } } ?? 0
    switch manner {
    case .groups, .things:
      return RotationGuarantee(
        manner: manner, movers: movers.count, places: places.count, laps: laps.count, isNeverOwn: isNeverOwn)
    case .people:
      var guarantee = RotationGuarantee(manner: manner, movers: people, places: places.count, laps: laps.count)
      guarantee.meetings = repeats.map { RotationGuarantee.Meetings(pairs: $0, from: firstRepeat) }
      return guarantee
    case .role:
      let sizes = places.indices.map { place in Set(laps.flatMap { $0.dropFirst(place).first ?? [] }).count }
      var guarantee = RotationGuarantee(
        manner: manner, movers: places.count, places: laps.count, laps: laps.count)
      guarantee.roles = laps.first?.map(\.count).max() ?? 1
      guarantee.isUneven = sizes.min() != sizes.max()
      return guarantee
    }
  }
}

/// The schedules of a rotation: one for each circle that it runs in.
package struct RotationPlan: Hashable, Sendable {
  /// Who stayed where before a schedule was made anew: for each circle the people at each place.
  struct Former: Hashable, Sendable {
    /// The first lap that the new schedule is for.
    var until: Int
    var hosts: [[[PersonID]]]
  }

  package var place: String
  package var circles: [Rotation]
  var former: [Former] = []

  /// Who stayed at a place in a lap, from 1.
  package func hosts(of place: Int, lap: Int, circle: Int) -> [PersonID] {
    let hosts = former.first { lap < $0.until }?.hosts ?? circles.map(\.hosts)
    guard hosts.indices.contains(circle), hosts[circle].indices.contains(place) else { return [] }
    return hosts[circle][place]
  }

  package var laps: Int { circles.map(\.laps.count).max() ?? 0 }
}
