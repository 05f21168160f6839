import MethodModel

/// Makes the schedule of a rotation for one circle, and repairs it when somebody comes or goes.
struct RotationMaking {
  let rotate: Rotate
  let engine: SessionEngine
  let state: SessionState
  let scope: Scope

  func rotation(in circle: Circle, using random: inout SeededRandom) throws(Rejection) -> Rotation {
    let manner = engine.method.manner(of: rotate)
    var rotation = Rotation(manner: manner, circles: circle.circles, places: [], isNeverOwn: rotate.neverOwn)
    switch manner {
    case .groups, .people: rotation.places = things(rotate.through, circle)
    case .things: rotation.places = hands(circle)
    case .role: rotation.places = things(rotate.through, circle)
    }
    guard !rotation.places.isEmpty else {
      throw Rejection(
        .cannotForm, "there is nothing in “\(rotate.through)” to go round; fill it first, or /goto a later step")
    }
    switch manner {
    case .groups, .things: try goRound(&rotation, circle)
    case .people: scatter(&rotation, circle, using: &random)
    case .role: passRole(&rotation)
    }
    return rotation
  }

  private func hands(_ circle: Circle) -> [ThingRef] {
    if rotate.through.name == "people" { return circle.members.map { .person($0) } }
    return things(rotate.through, circle)
  }

  /// Groups only those of this circle with somebody in them; of anything else what is there.
  private func things(_ source: SourceRef, _ circle: Circle) -> [ThingRef] {
    guard engine.method.grouping(source.name) != nil else {
      return engine.things(source, state, scope).filter { !engine.isRetired($0, state) }
    }
    return engine.formedGroups(of: source.name, in: circle, state)
      .filter { !engine.present(in: $0, state).isEmpty }.map { ThingRef(kind: .group, id: $0.key) }
  }

  // MARK: Going round

  private func goRound(_ rotation: inout Rotation, _ circle: Circle) throws(Rejection) {
    rotation.movers = things(rotate.move, circle)
    guard !rotation.movers.isEmpty else {
      throw Rejection(
        .cannotForm, "there is nothing in “\(rotate.move)” that could go round; fill it first, or /goto a later step")
    }
    let own = rotation.movers.map { self.own($0, among: rotation.places) }
    let starts = own.map { place in
      place.map { rotate.neverOwn ? ($0 + 1) % rotation.places.count : $0 }
    }
    let laps =
      engine.rounds(of: rotate, state, scope)
      ?? RotationGuarantee.defaultLaps(
        rotation.manner, movers: rotation.movers.count, places: rotation.places.count, isNeverOwn: rotate.neverOwn)
    let table = RotationTable(
      movers: rotation.movers.count, places: rotation.places.count, laps: laps, starts: starts,
      own: rotate.neverOwn ? own : [])
    rotation.laps = seats(by: table, rotation)
    placeHosts(&rotation, circle)
  }

  private func seats(by table: RotationTable, _ rotation: Rotation) -> [[[ThingRef]]] {
    table.laps.map { row in
      var places = Array(repeating: [ThingRef](), count: rotation.places.count)
      for (mover, place) in row.enumerated() { if let place { places[place].append(rotation.movers[mover]) } }
      return places
    }
  }

  /// The place that a mover belongs to: where its author is, or the thing that its people made.
  private func own(_ mover: ThingRef, among places: [ThingRef]) -> Int? {
    if let same = places.firstIndex(of: mover) { return same }
    let authors = Set(engine.authors(of: mover, state))
    guard !authors.isEmpty else { return nil }
    return places.firstIndex { place in !authors.isDisjoint(with: engine.authors(of: place, state)) }
  }

  /// With groups, a host stays where their group begins; with people, hosts are spread over the places.
  private func placeHosts(_ rotation: inout Rotation, _ circle: Circle) {
    let hosts = hosts(in: circle)
    guard !hosts.isEmpty else { return }
    rotation.hosts = Array(repeating: [], count: rotation.places.count)
    for (number, host) in hosts.enumerated() {
      let home = rotation.laps.first?.firstIndex { $0.contains { engine.authors(of: $0, state).contains(host) } }
      let isMoving = rotation.manner == .groups
      rotation.hosts[(isMoving ? home : nil) ?? number % rotation.places.count].append(host)
    }
  }

  func hosts(in circle: Circle) -> [PersonID] {
    let here = Set(circle.members)
    return rotate.stay.flatMap { name in
      engine.method.grouping(name) != nil
        ? state.groups[name]?.groups.flatMap(\.members) ?? [] : state.roles[name, default: []]
    }.filter { here.contains($0) }.uniqued
  }

  // MARK: A role through the members

  /// In each group one member after the other; small groups are free once all have had it.
  private func passRole(_ rotation: inout Rotation) {
    let members = rotation.places.map { place in
      engine.members(ofGroup: place.id, state).filter { state.roster[$0]?.isPresent ?? false }
    }
    let largest = members.map(\.count).max() ?? 0
    rotation.laps = (0..<(engine.rounds(of: rotate, state, scope) ?? largest)).map { lap in
      members.map { people in
        let turn = lap % max(1, largest)
        return turn < people.count ? [.person(people[turn])] : []
      }
    }
  }

  // MARK: People in new company

  /// One group at each place anew in each lap: fewest repeated partners, then no place twice; hosts stay.
  private func scatter(_ rotation: inout Rotation, _ circle: Circle, using random: inout SeededRandom) {
    let hosts = Set(hosts(in: circle))
    placeHosts(&rotation, circle)
    rotation.movers = []
    let people = circle.members.filter { !hosts.contains($0) }
    let laps = engine.rounds(of: rotate, state, scope) ?? rotation.places.count
    while rotation.laps.count < laps { rotation.laps.append(lap(of: people, after: rotation, using: &random)) }
  }

  /// Who is where in the lap after those that a schedule has.
  private func lap(
    of people: [PersonID], after rotation: Rotation, using random: inout SeededRandom
  ) -> [[ThingRef]] {
    let places = rotation.places.count
    let hosts = rotation.hosts.flatMap { $0 }
    let all = people + hosts
    let shares = GroupPlan.even(people.count, places)
    var seating = Seating(
      count: all.count,
      sizes: shares.enumerated().map { place, share in
        share + (rotation.hosts.indices.contains(place) ? rotation.hosts[place].count : 0)
      })
    for (place, stayers) in rotation.hosts.enumerated() {
      for host in stayers { if let number = all.firstIndex(of: host) { seating.pinned[number] = place } }
    }
    let company = Company(all, state.encounters + rotation.laps.map { Encounter(together(in: $0, rotation)) })
    let weight = Int32(2 * (rotation.laps.count + 1) + 1)
    seating.cost = company.cost(mixing: [], largest: 1).map { $0 * weight }
    seating.placeCost = visits(of: all, rotation)
    let order = Array(people.indices).shuffled(using: &random)
    let seats = seating.seat(order, using: &random)
    return seats.map { seats in seats.filter { $0 < people.count }.map { .person(people[$0]) } }
  }

  private func visits(of people: [PersonID], _ rotation: Rotation) -> [Int32] {
    let places = rotation.places.count
    let numbers = Dictionary(zip(people, people.indices), uniquingKeysWith: { first, _ in first })
    var visits = [Int32](repeating: 0, count: people.count * places)
    for lap in rotation.laps {
      for (place, here) in lap.enumerated() {
        for person in here.compactMap(\.person) {
          if let number = numbers[person] { visits[number * places + place] += 1 }
        }
      }
    }
    return visits
  }

  /// Who is together in a lap, hosts with them.
  func together(in lap: [[ThingRef]], _ rotation: Rotation) -> [[PersonID]] {
    lap.enumerated().map { place, here in
      here.compactMap(\.person) + (rotation.hosts.indices.contains(place) ? rotation.hosts[place] : [])
    }.filter { $0.count > 1 }
  }
}

// MARK: Repair

extension RotationMaking {
  /// The same schedule with other laps after one, for who is there now; `nil` when nothing has to change.
  func repaired(
    _ rotation: Rotation, after lap: Int, in circle: Circle, using random: inout SeededRandom
  ) -> Rotation? {
    guard lap < rotation.laps.count else { return nil }
    switch rotation.manner {
    case .groups, .things: return rerouted(rotation, after: lap, circle)
    case .role: return reassigned(rotation, after: lap)
    case .people: return rescattered(rotation, after: lap, circle, using: &random)
    }
  }

  private func rerouted(_ rotation: Rotation, after lap: Int, _ circle: Circle) -> Rotation? {
    var repaired = rotation
    let movers = engine.method.grouping(rotate.move.name) == nil ? rotation.movers : things(rotate.move, circle)
    let places = rotation.manner == .things ? hands(circle) : rotation.places
    guard isOff(rotation, after: lap, movers, places) else { return nil }
    repaired.movers += movers.filter { !rotation.movers.contains($0) }
    repaired.places += places.filter { !rotation.places.contains($0) }
    let own = repaired.movers.map { rotate.neverOwn ? self.own($0, among: repaired.places) : nil }
    let rows = rotation.laps.map { row in
      rotation.movers.map { mover in row.firstIndex { $0.contains(mover) } }
    }
    let table = RotationTable(rows: rows, places: rotation.places.count, own: own)
    let result = table.repaired(
      from: lap, movers: repaired.movers.indices.filter { movers.contains(repaired.movers[$0]) },
      places: repaired.places.indices.filter { places.contains(repaired.places[$0]) }, own: own)
    repaired.laps = seats(by: result, repaired)
    return repaired.laps == rotation.laps ? nil : repaired
  }

  /// Whether the laps that are left count on somebody who is gone, or leave out somebody who is there.
  private func isOff(_ rotation: Rotation, after lap: Int, _ movers: [ThingRef], _ places: [ThingRef]) -> Bool {
    let (here, open) = (Set(movers), Set(places))
    if !here.isSubset(of: rotation.movers) || !open.isSubset(of: rotation.places) { return true }
    var used: Set<ThingRef> = []
    var isWaiting = false
    for row in rotation.laps.dropFirst(lap) {
      var moving = 0
      for (place, occupants) in row.enumerated() where !occupants.isEmpty {
        if !open.contains(rotation.places[place]) || !here.isSuperset(of: occupants) { return true }
        used.insert(rotation.places[place])
        moving += occupants.count
      }
      if moving < here.count { isWaiting = true }
    }
    return isWaiting && !open.isSubset(of: used)
  }

  /// Members who have not had the role yet get it in the laps that are left.
  private func reassigned(_ rotation: Rotation, after lap: Int) -> Rotation? {
    var repaired = rotation
    for (place, group) in rotation.places.enumerated() {
      let had = rotation.laps.prefix(lap).flatMap { $0[place] }.compactMap(\.person)
      var waiting = engine.members(ofGroup: group.id, state).filter { person in
        !had.contains(person) && (state.roster[person]?.isPresent ?? false)
      }
      for next in lap..<rotation.laps.count {
        repaired.laps[next][place] = waiting.isEmpty ? [] : [.person(waiting.removeFirst())]
      }
    }
    return repaired.laps == rotation.laps ? nil : repaired
  }

  private func rescattered(
    _ rotation: Rotation, after lap: Int, _ circle: Circle, using random: inout SeededRandom
  ) -> Rotation? {
    let hosts = Set(rotation.hosts.flatMap { $0 })
    let people = circle.members.filter { !hosts.contains($0) }
    guard !isEven(rotation, after: lap, people) else { return nil }
    var repaired = rotation
    repaired.hosts = rotation.hosts.map { $0.filter { circle.members.contains($0) } }
    repaired.laps = Array(rotation.laps.prefix(lap))
    while repaired.laps.count < rotation.laps.count {
      repaired.laps.append(self.lap(of: people, after: repaired, using: &random))
    }
    return repaired
  }

  /// Whether everybody has a place in each lap that is left, and places differ by no more than one.
  private func isEven(_ rotation: Rotation, after lap: Int, _ people: [PersonID]) -> Bool {
    let here = Set(people)
    return rotation.laps.dropFirst(lap).allSatisfy { row in
      let present = row.map { $0.compactMap(\.person).filter { here.contains($0) }.count }
      return present.reduce(0, +) == here.count && (present.max() ?? 0) - (present.min() ?? 0) <= 1
    }
  }
}
