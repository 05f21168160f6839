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
        .cannotForm,
        "there is nothing in \(engine.quoted(rotate.through, state)) to go round; /back goes where it is filled, /goto to a later step"
      )
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

  /// Groups only those of this circle with somebody in them; of anything else what this circle has.
  private func things(_ source: SourceRef, _ circle: Circle) -> [ThingRef] {
    guard engine.method.grouping(source.name) != nil else {
      var own = scope
      own.circles.merge(circle.circles) { _, inner in inner }
      return engine.things(source, state, own).filter { !engine.isRetired($0, state) }
    }
    return engine.formedGroups(of: source.name, in: circle, state)
      .filter { !engine.present(in: $0, state).isEmpty }.map { ThingRef(kind: .group, id: $0.key) }
  }

  // MARK: Going round

  private func goRound(_ rotation: inout Rotation, _ circle: Circle) throws(Rejection) {
    rotation.movers = things(rotate.move, circle)
    guard !rotation.movers.isEmpty else {
      throw Rejection(
        .cannotForm,
        "there is nothing in \(engine.quoted(rotate.move, state)) that could go round; /back goes where it is filled, /goto to a later step"
      )
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

  /// With groups, a host stays where their group begins, with people at the place that they made; the others are spread
  /// over the places.
  private func placeHosts(_ rotation: inout Rotation, _ circle: Circle) {
    let hosts = hosts(in: circle)
    guard !hosts.isEmpty else { return }
    rotation.hosts = Array(repeating: [], count: rotation.places.count)
    let homes = hosts.map { home(of: $0, rotation) }
    for (host, home) in zip(hosts, homes) { if let home { rotation.hosts[home].append(host) } }
    for (host, home) in zip(hosts, homes) where home == nil {
      let emptiest = rotation.hosts.indices.min { (rotation.hosts[$0].count, $0) < (rotation.hosts[$1].count, $1) }
      rotation.hosts[emptiest ?? 0].append(host)
    }
  }

  private func home(of host: PersonID, _ rotation: Rotation) -> Int? {
    func isMade(_ thing: ThingRef) -> Bool { engine.authors(of: thing, state).contains(host) }
    switch rotation.manner {
    case .groups:
      // Whose place it is stays there, also where their group begins elsewhere because it never comes to its own.
      return rotation.places.firstIndex(where: isMade) ?? rotation.laps.first?.firstIndex { $0.contains(where: isMade) }
    case .people: return rotation.places.firstIndex(where: isMade)
    case .things, .role: return nil
    }
  }

  /// Hosts who have gone stay nowhere; who has become one since takes the place of one who has gone, where it is open.
  func placeNewHosts(_ rotation: inout Rotation, after lap: Int, _ circle: Circle) {
    let present = hosts(in: circle)
    guard !rotation.hosts.isEmpty || !present.isEmpty else { return }
    if rotation.hosts.isEmpty { rotation.hosts = Array(repeating: [], count: rotation.places.count) }
    let lost = rotation.hosts.indices.filter { place in
      !rotation.hosts[place].isEmpty && !rotation.hosts[place].contains { state.roster[$0]?.isPresent ?? false }
    }
    let placed = Set(rotation.hosts.joined())
    var open = lost
    for host in present where !placed.contains(host) {
      let here =
        rotation.laps.indices.contains(lap - 1)
        ? rotation.laps[lap - 1].firstIndex { $0.contains { engine.authors(of: $0, state).contains(host) } } : nil
      let place = here.flatMap { open.contains($0) ? $0 : nil } ?? open.first ?? here ?? 0
      open.removeAll { $0 == place }
      rotation.hosts[place] = rotation.hosts[place].filter { state.roster[$0]?.isPresent ?? false } + [host]
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
    guard rotate.along.isEmpty else {
      let laps = engine.rounds(of: rotate, state, scope) ?? largest
      return passRoles(&rotation, laps, members)
    }
    rotation.laps = (0..<(engine.rounds(of: rotate, state, scope) ?? largest)).map { lap in
      members.map { people in
        let turn = lap % max(1, largest)
        return turn < people.count ? [.person(people[turn])] : []
      }
    }
  }

  /// Several roles: in every lap of every group all of them have a holder.
  private func passRoles(_ rotation: inout Rotation, _ laps: Int, _ members: [[PersonID]]) {
    var turns = members.map { _ in RoleTurns(roles: rotate.roles.count) }
    rotation.laps = (0..<laps).map { lap in
      members.indices.map { place in turns[place].next(lap, among: members[place]).map { .person($0) } }
    }
  }

  // MARK: People in new company

  /// One group at each place anew in each lap: fewest repeated partners over all laps, then no place twice; hosts stay.
  private func scatter(_ rotation: inout Rotation, _ circle: Circle, using random: inout SeededRandom) {
    let hosts = Set(hosts(in: circle))
    placeHosts(&rotation, circle)
    rotation.movers = []
    let people = circle.members.filter { !hosts.contains($0) }
    let count = engine.rounds(of: rotate, state, scope) ?? rotation.places.count
    let places = rotation.places.count
    if people.count + hosts.count > Scattering.mostCounted {
      let order = people.shuffled(using: &random)
      rotation.laps = ScatterDesign.spread(people: order.count, places: places, laps: count).map {
        seats(of: order, $0, places)
      }
      return
    }
    var scattering = self.scattering(of: people, after: rotation)
    scattering.plan(count, using: &random)
    rotation.laps = scattering.laps.map { seats(of: people, $0, places) }
    note(&rotation)
  }

  /// The people of each place, from the place of each.
  private func seats(of people: [PersonID], _ lap: [Int], _ places: Int) -> [[ThingRef]] {
    var seats = Array(repeating: [ThingRef](), count: places)
    for (person, place) in zip(people, lap) { seats[place].append(.person(person)) }
    return seats
  }

  /// What is known of the people who go on after the laps that a schedule has.
  private func scattering(of people: [PersonID], after rotation: Rotation) -> Scattering {
    let hosts = rotation.hosts.enumerated().flatMap { place, hosts in hosts.map { (place, $0) } }
    let company = Company(
      people + hosts.map(\.1), state.encounters + rotation.laps.map { Encounter(together(in: $0, rotation)) })
    return Scattering(
      movers: people.count, places: rotation.places.count, stays: hosts.map(\.0),
      meetings: company.cost(mixing: [], largest: 1), visits: visits(of: people, rotation))
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

  /// Writes down who meets again within the schedule: how many pairs, and from which lap on.
  private func note(_ rotation: inout Rotation) {
    var met: Set<[PersonID]> = []
    var again: Set<[PersonID]> = []
    rotation.firstRepeat = nil
    for (number, lap) in rotation.laps.enumerated() {
      for group in together(in: lap, rotation) {
        let here = group.filter { state.roster[$0]?.isPresent ?? false }.sorted { $0.raw < $1.raw }
        for (place, person) in here.enumerated() {
          for other in here.dropFirst(place + 1) where !met.insert([person, other]).inserted {
            again.insert([person, other])
            rotation.firstRepeat = rotation.firstRepeat ?? number + 1
          }
        }
      }
    }
    rotation.repeats = again.count
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
    if rotation.manner == .groups { placeNewHosts(&repaired, after: lap, circle) }
    guard isOff(rotation, after: lap, movers, places) else { return repaired.hosts == rotation.hosts ? nil : repaired }
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
    return repaired.laps == rotation.laps && repaired.hosts == rotation.hosts ? nil : repaired
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
    guard rotate.along.isEmpty else { return reassignedRoles(rotation, after: lap) }
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

  /// The same of several roles; laps that count on nobody who has gone stay as they are.
  private func reassignedRoles(_ rotation: Rotation, after lap: Int) -> Rotation? {
    var repaired = rotation
    for (place, group) in rotation.places.enumerated() {
      let members = engine.members(ofGroup: group.id, state).filter { state.roster[$0]?.isPresent ?? false }
      let planned = Set(rotation.laps.dropFirst(lap).flatMap { $0[place] }.compactMap(\.person))
      guard planned != Set(members) else { continue }
      var turns = RoleTurns(roles: rotate.roles.count)
      for before in rotation.laps.prefix(lap) { turns.note(before[place].compactMap(\.person)) }
      for next in lap..<rotation.laps.count {
        repaired.laps[next][place] = turns.next(next, among: members).map { .person($0) }
      }
    }
    return repaired.laps == rotation.laps ? nil : repaired
  }

  private func rescattered(
    _ rotation: Rotation, after lap: Int, _ circle: Circle, using random: inout SeededRandom
  ) -> Rotation? {
    var repaired = rotation
    placeNewHosts(&repaired, after: lap, circle)
    let hosts = Set(repaired.hosts.flatMap { $0 })
    let people = circle.members.filter { !hosts.contains($0) }
    guard repaired.hosts != rotation.hosts || !isEven(rotation, after: lap, people) else { return nil }
    let places = rotation.places.count
    let open = rotation.laps.dropFirst(lap).map { patched($0, people) }
    repaired.laps = Array(rotation.laps.prefix(lap))
    if people.count + hosts.count > Scattering.mostCounted {
      repaired.laps += open.map { seats(of: people, $0, places) }
      return repaired
    }
    var scattering = self.scattering(of: people, after: repaired)
    scattering.improve(Array(open), using: &random)
    repaired.laps += scattering.laps.map { seats(of: people, $0, places) }
    note(&repaired)
    return repaired
  }

  /// The place of everybody who is here: as planned, newcomers where fewest are, and then as even as can be.
  private func patched(_ lap: [[ThingRef]], _ people: [PersonID]) -> [Int] {
    var planned: [PersonID: Int] = [:]
    for (place, here) in lap.enumerated() { for person in here.compactMap(\.person) { planned[person] = place } }
    var counts = [Int](repeating: 0, count: lap.count)
    for person in people { if let place = planned[person] { counts[place] += 1 } }
    for person in people where planned[person] == nil {
      let place = counts.indices.min { (counts[$0], $0) < (counts[$1], $1) } ?? 0
      planned[person] = place
      counts[place] += 1
    }
    while let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
      let fewest = counts.indices.min(by: { counts[$0] < counts[$1] }), counts[most] - counts[fewest] > 1,
      let person = people.last(where: { planned[$0] == most })
    {
      planned[person] = fewest
      counts[most] -= 1
      counts[fewest] += 1
    }
    return people.map { planned[$0] ?? 0 }
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
