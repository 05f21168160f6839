/// A set of outcomes by their position in the name table.
struct OutcomeSet: Equatable {
  private var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  func contains(_ outcome: Int) -> Bool { words[outcome / 64] >> UInt64(outcome % 64) & 1 == 1 }

  mutating func insert(_ outcome: Int) { words[outcome / 64] |= 1 << UInt64(outcome % 64) }

  mutating func formUnion(_ other: OutcomeSet) { for index in words.indices { words[index] |= other.words[index] } }

  mutating func formIntersection(_ other: OutcomeSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
