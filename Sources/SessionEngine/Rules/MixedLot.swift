/// A draw of some out of all in which each kind has as many as its part of all, by several ways of telling kinds apart at
/// once: as near as exchanging one for another brings it.
struct MixedLot {
  /// For each way of telling kinds apart the kind of everybody, from 0.
  private let kinds: [[Int]]
  private let count: Int
  /// How many there are of each kind, and how many of those drawn so far.
  private let all: [[Int]]
  private var taken: [[Int]]

  init(kinds: [[Int]], of count: Int) {
    self.kinds = kinds
    self.count = count
    all = kinds.map { codes in
      codes.reduce(into: [Int](repeating: 0, count: (codes.max() ?? -1) + 1)) { $0[$1] += 1 }
    }
    taken = all.map { $0.map { _ in 0 } }
  }

  /// Which ones are drawn, by their place, in the order of all.
  func drawn(_ wanted: Int, using random: inout SeededRandom) -> [Int] {
    var lot = self
    var order = Array(0..<count).shuffled(using: &random)
    guard !kinds.isEmpty, wanted > 0, wanted < count else { return order.prefix(wanted).sorted() }
    for place in 0..<wanted { lot.change(order[place], by: 1) }
    while let (inside, outside) = lot.betterPair(in: order, wanted) {
      lot.change(order[inside], by: -1)
      lot.change(order[outside], by: 1)
      order.swapAt(inside, outside)
    }
    return order.prefix(wanted).sorted()
  }

  private mutating func change(_ one: Int, by amount: Int) {
    for way in kinds.indices { taken[way][kinds[way][one]] += amount }
  }

  /// The first two whose exchange comes nearer to the proportions.
  private func betterPair(in order: [Int], _ wanted: Int) -> (inside: Int, outside: Int)? {
    for inside in 0..<wanted {
      for outside in wanted..<count where gain(order[inside], order[outside], wanted) > 0 { return (inside, outside) }
    }
    return nil
  }

  /// By how much the squares of all distances from the proportions shrink when one takes the place of another.
  private func gain(_ leaving: Int, _ coming: Int, _ wanted: Int) -> Int {
    kinds.indices.reduce(0) { sum, way in
      let (from, to) = (kinds[way][leaving], kinds[way][coming])
      guard from != to else { return sum }
      let (over, under) = (distance(way, from, wanted), distance(way, to, wanted))
      let (less, more) = (over - count, under + count)
      return sum + over * over + under * under - less * less - more * more
    }
  }

  /// How far a kind is above its part, times the number of all.
  private func distance(_ way: Int, _ kind: Int, _ wanted: Int) -> Int {
    taken[way][kind] * count - all[way][kind] * wanted
  }
}
