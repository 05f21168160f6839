import MethodModel

/// Which members of a group have which of several roles in each lap: nobody has two at once where there are enough of
/// them, and nobody has one again before all have had it.
///
/// With as many members as roles a Latin square. When somebody comes or goes, those who had a role least are next.
struct RoleTurns {
  /// For each role how often each has had it.
  private var held: [[PersonID: Int]]

  init(roles: Int) { held = Array(repeating: [:], count: roles) }

  /// Counts a lap as it was, a holder for each role.
  mutating func note(_ lap: [PersonID]) {
    for (role, person) in zip(held.indices, lap) { held[role][person, default: 0] += 1 }
  }

  /// The holders in the next lap, by role; nobody where there are no members.
  mutating func next(_ lap: Int, among members: [PersonID]) -> [PersonID] {
    guard !members.isEmpty else { return [] }
    var seats = firstSeats(lap, members)
    while let (one, other) = betterSwap(seats, members) { seats.swapAt(one, other) }
    let holders = seats.map { members[$0] }
    note(holders)
    return holders
  }

  /// Role by role who is free and has had it least, counted on from seat to seat.
  private func firstSeats(_ lap: Int, _ members: [PersonID]) -> [Int] {
    var free = Set(members.indices)
    return held.indices.map { role in
      if free.isEmpty { free = Set(members.indices) }
      let seat = free.min { first, second in
        (cost(role, first, members), distance(first, lap + role, members.count))
          < (cost(role, second, members), distance(second, lap + role, members.count))
      }
      free.remove(seat ?? 0)
      return seat ?? 0
    }
  }

  private func cost(_ role: Int, _ seat: Int, _ members: [PersonID]) -> Int { held[role][members[seat]] ?? 0 }

  private func distance(_ seat: Int, _ start: Int, _ count: Int) -> Int {
    let rest = (seat - start) % count
    return rest < 0 ? rest + count : rest
  }

  /// Two roles whose holders had better change: fewer have one again. Squares, so that nobody has one three times.
  private func betterSwap(_ seats: [Int], _ members: [PersonID]) -> (Int, Int)? {
    func weight(_ role: Int, _ seat: Int) -> Int {
      let times = cost(role, seat, members) + 1
      return times * times
    }
    for one in seats.indices {
      for other in seats.indices.dropFirst(one + 1) {
        let now = weight(one, seats[one]) + weight(other, seats[other])
        if weight(one, seats[other]) + weight(other, seats[one]) < now { return (one, other) }
      }
    }
    return nil
  }
}
