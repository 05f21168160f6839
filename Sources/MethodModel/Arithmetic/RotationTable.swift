/// Who is at which place in each lap of a going round, by numbers from 0.
///
/// Places and movers stand in a ring and everybody goes one on at each lap, so nobody is at a place twice while the
/// laps are no more than the places, and no place has two. Where there are more movers than places, the ring has
/// positions without a place: whoever stands there waits for that lap.
package struct RotationTable: Hashable, Sendable {
  package let movers: Int
  package let places: Int
  /// Lap → mover → place; `nil`: waits.
  package private(set) var laps: [[Int?]]
  /// The place that belongs to a mover, where it must never be.
  private let own: [Int?]

  /// The order of the ring is that of the places.
  ///
  /// - Parameters:
  ///   - starts: where each mover begins; those without a wish, or whose wish is taken, get the free positions, spread
  ///     evenly.
  ///   - own: the place of each mover where it must never be.
  package init(movers: Int, places: Int, laps: Int, starts: [Int?] = [], own: [Int?] = []) {
    self.movers = movers
    self.places = places
    self.own = own
    let ring = max(movers, places)
    let first = Self.positions(movers, ring, starts)
    self.laps = (0..<max(0, laps)).map { lap in
      first.enumerated().map { mover, start in
        let position = (start + lap) % max(1, ring)
        guard position < places, !own.indices.contains(mover) || own[mover] != position else { return nil }
        return position
      }
    }
  }

  private static func positions(_ movers: Int, _ ring: Int, _ starts: [Int?]) -> [Int] {
    var taken = Array(repeating: false, count: ring)
    var positions = Array(repeating: -1, count: movers)
    for mover in positions.indices {
      guard starts.indices.contains(mover), let wish = starts[mover], wish < ring, !taken[wish] else { continue }
      positions[mover] = wish
      taken[wish] = true
    }
    for mover in positions.indices where positions[mover] < 0 {
      var position = mover * ring / max(1, movers)
      while taken[position] { position = (position + 1) % ring }
      positions[mover] = position
      taken[position] = true
    }
    return positions
  }

  /// The movers at a place in a lap.
  package func movers(at place: Int, lap: Int) -> [Int] {
    guard laps.indices.contains(lap) else { return [] }
    return laps[lap].indices.filter { laps[lap][$0] == place }
  }
}

// MARK: Repair

extension RotationTable {
  /// The same table with other laps from one on: for movers and places that are still there, and those that have come.
  ///
  /// What has been stays. From then on everybody goes to the next place of the ring that is left, where it has not
  /// been; where two would meet, one of them goes elsewhere, and waits only when there is no place for it.
  ///
  /// - Parameters:
  ///   - first: the first lap that changes.
  ///   - movers, places: who and what takes part from then on, in the order of the ring; numbers beyond the present
  ///     ones are new.
  ///   - own: for all movers, new ones too.
  package func repaired(from first: Int, movers: [Int], places: [Int], own: [Int?]) -> RotationTable {
    let allMovers = max(self.movers, (movers.max() ?? -1) + 1)
    let allPlaces = max(self.places, (places.max() ?? -1) + 1)
    var table = RotationTable(movers: allMovers, places: allPlaces, laps: 0, own: own)
    table.laps = laps.prefix(first).map { row in row + Array(repeating: nil, count: allMovers - row.count) }
    let comesAgain = laps.count > max(self.movers, self.places)
    for _ in first..<max(first, laps.count) {
      var lap = LapMatching(table, movers: movers, places: places, comesAgain: comesAgain)
      table.laps.append(lap.row())
    }
    return table
  }

  /// The places where a mover has been.
  fileprivate func visited(by mover: Int) -> Set<Int> { Set(laps.compactMap { $0[mover] }) }
  fileprivate func lastPlace(of mover: Int) -> Int? { laps.last { $0[mover] != nil }?[mover] }
  fileprivate func waits(of mover: Int) -> Int { laps.count { $0[mover] == nil } }
  fileprivate func own(of mover: Int) -> Int? { own.indices.contains(mover) ? own[mover] : nil }
}

/// One lap after a change: as many movers as possible get a place where they have not been.
private struct LapMatching {
  private let table: RotationTable
  /// Longest waiting first.
  private let movers: [Int]
  /// What each mover may go to, the natural next place first.
  private var choices: [Int: [Int]] = [:]
  private var occupant: [Int: Int] = [:]

  /// - Parameter comesAgain: who has been everywhere begins anew, since the author wants more laps than places; else
  ///   it waits.
  init(_ table: RotationTable, movers: [Int], places: [Int], comesAgain: Bool) {
    self.table = table
    self.movers = movers.sorted { (-table.waits(of: $0), $0) < (-table.waits(of: $1), $1) }
    for mover in movers {
      let usable = places.filter { $0 != table.own(of: mover) }
      let visited = table.visited(by: mover)
      let fresh = usable.filter { !visited.contains($0) }
      choices[mover] = Self.ring(
        fresh.isEmpty && comesAgain ? usable : fresh, after: table.lastPlace(of: mover) ?? -1)
    }
  }

  private static func ring(_ places: [Int], after last: Int) -> [Int] {
    let ahead = places.firstIndex { $0 > last } ?? 0
    return Array(places[ahead...] + places[..<ahead])
  }

  mutating func row() -> [Int?] {
    for mover in movers {
      var tried: Set<Int> = []
      _ = seat(mover, &tried)
    }
    var row = [Int?](repeating: nil, count: table.movers)
    for (place, mover) in occupant { row[mover] = place }
    return row
  }

  /// Gives a mover a place, and another one to who stood there, if need be.
  private mutating func seat(_ mover: Int, _ tried: inout Set<Int>) -> Bool {
    let open = choices[mover] ?? []
    if let free = open.first(where: { occupant[$0] == nil && !tried.contains($0) }) {
      occupant[free] = mover
      return true
    }
    for place in open where tried.insert(place).inserted {
      guard let other = occupant[place] else { continue }
      if seat(other, &tried) {
        occupant[place] = mover
        return true
      }
    }
    return false
  }
}

extension RotationTable {
  /// A table that is known already: lap → mover → place.
  package init(rows: [[Int?]], places: Int, own: [Int?]) {
    self.init(movers: rows.first?.count ?? 0, places: places, laps: 0, own: own)
    laps = rows
  }
}
