/// Schedules known from arithmetic in which people meet as seldom as can be.
///
/// Numbers only: lap → person → place. Sizes of places differ by one at most in every lap.
enum ScatterDesign {
  /// A schedule in which nobody meets anybody twice; `nil` where none is known for these numbers.
  static func withoutRepeats(people: Int, places: Int, laps: Int) -> [[Int]]? {
    guard places > 1, people > places else { return nil }
    if people == 2 * places, laps < people { return roundRobin(people, laps) }
    let largest = (people + places - 1) / places
    guard let field = PlaceField(order: places), largest <= places else { return nil }
    let isSquare = people == places * places
    guard laps <= (isSquare ? places + 1 : places) else { return nil }
    return (0..<laps).map { lap in
      (0..<people).map { person in
        let (row, column) = (person / places, person % places)
        // Lines of one more direction, which only a full square has.
        if lap == places { return row }
        let slope = row + 1 < places ? row + 1 : 0
        return field.sum(column, field.product(lap, slope))
      }
    }
  }

  /// A schedule that spreads however many people, without a look at who meets whom.
  static func spread(people: Int, places: Int, laps: Int) -> [[Int]] {
    (0..<laps).map { lap in
      (0..<people).map { person in
        let (row, column) = (person / places, person % places)
        let shift = (lap * (row % places + 1)) % places + (lap * lap % places) * (row / places % places) % places
        return (column + shift) % places
      }
    }
  }

  /// Pairs as in a tournament: one stands still, the others go round.
  private static func roundRobin(_ people: Int, _ laps: Int) -> [[Int]] {
    let ring = people - 1
    return (0..<laps).map { lap in
      var places = [Int](repeating: 0, count: people)
      for pair in 1..<(people / 2) {
        places[(lap + pair) % ring] = pair
        places[(lap + ring - pair) % ring] = pair
      }
      return places
    }
  }
}

/// Arithmetic in which every number but nought divides: of primes, and of 4, 8, 9 and 16.
private struct PlaceField {
  private enum Kind {
    case prime
    /// Bits, and what stands for the highest power.
    case binary(polynomial: Int)
    case nine
  }

  private let order: Int
  private let kind: Kind

  /// `nil` where there is none, or none that is needed here.
  init?(order: Int) {
    self.order = order
    switch order {
    case 4: kind = .binary(polynomial: 0b111)
    case 8: kind = .binary(polynomial: 0b1011)
    case 16: kind = .binary(polynomial: 0b10011)
    case 9: kind = .nine
    default:
      guard order > 1, !(2..<max(2, order)).contains(where: { $0 * $0 <= order && order % $0 == 0 }) else { return nil }
      kind = .prime
    }
  }

  func sum(_ first: Int, _ second: Int) -> Int {
    switch kind {
    case .prime: (first + second) % order
    case .binary: first ^ second
    case .nine: (first + second) % 3 + 3 * ((first / 3 + second / 3) % 3)
    }
  }

  func product(_ first: Int, _ second: Int) -> Int {
    switch kind {
    case .prime: return first * second % order
    case .binary(let polynomial):
      var (product, factor) = (0, first)
      for bit in 0..<Int.bitWidth where second >> bit != 0 {
        if second >> bit & 1 == 1 { product ^= factor }
        factor <<= 1
        if factor >= order { factor ^= polynomial }
      }
      return product
    case .nine:
      let (a, b, c, d) = (first % 3, first / 3, second % 3, second / 3)
      return (a * c + 2 * b * d) % 3 + 3 * ((a * d + b * c) % 3)
    }
  }
}
