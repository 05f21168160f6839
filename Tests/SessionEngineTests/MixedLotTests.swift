import Testing

@testable import SessionEngine

/// A jury in the proportions of several things at once.
@Suite struct MixedLotTests {
  /// Two people of each of four ages in each of two districts.
  private static let ages = (0..<16).map { $0 / 4 }
  private static let districts = (0..<16).map { $0 % 2 }

  @Test(arguments: 1...40) func `each of two fields keeps its proportions, whoever is drawn`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let drawn = MixedLot(kinds: [Self.ages, Self.districts], of: 16).drawn(4, using: &random)
    #expect(drawn.map { Self.ages[$0] } == [0, 1, 2, 3])
    #expect(drawn.count { Self.districts[$0] == 0 } == 2)
  }

  @Test func `anybody may be drawn`() {
    let drawn = (1...60 as ClosedRange<UInt64>).flatMap { seed in
      var random = SeededRandom(seed: seed)
      return MixedLot(kinds: [Self.ages, Self.districts], of: 16).drawn(4, using: &random)
    }
    #expect(Set(drawn) == Set(0..<16))
  }

  @Test func `more than there are are all, and none are none`() {
    var random = SeededRandom(seed: 1)
    #expect(MixedLot(kinds: [[0, 0, 1]], of: 3).drawn(3, using: &random) == [0, 1, 2])
    #expect(MixedLot(kinds: [], of: 3).drawn(0, using: &random).isEmpty)
  }
}
