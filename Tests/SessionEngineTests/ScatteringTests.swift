import MethodModel
import Testing

@testable import SessionEngine

/// People put together anew in each lap: everybody placed, even sizes, and nobody meets twice while that can be avoided.
@Suite struct ScatteringTests {
  private func schedule(_ people: Int, _ places: Int, _ laps: Int, seed: UInt64) -> Scattering {
    var random = SeededRandom(seed: seed)
    var scattering = Scattering(movers: people, places: places)
    scattering.plan(laps, using: &random)
    return scattering
  }

  private func expectEven(_ scattering: Scattering, _ what: Comment) {
    for lap in scattering.laps {
      var counts = [Int](repeating: 0, count: scattering.places)
      for place in lap { counts[place] += 1 }
      #expect(counts.reduce(0, +) == scattering.movers, what)
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1, what)
    }
  }

  @Test(arguments: 4...60) func `everybody has a place in each lap, and places differ by one at most`(_ people: Int) {
    for places in [2, 3, people / 4, people / 3, people / 2].filter({ (2...people).contains($0) }).uniqued {
      let scattering = schedule(people, places, min(places, 6), seed: UInt64(people))
      expectEven(scattering, "\(people) people at \(places) places")
      #expect(scattering.laps.count == min(places, 6))
    }
  }

  @Test(arguments: [4, 6, 8, 10, 14, 20, 30, 60]) func `all pairs meet once before any meets again`(_ people: Int) {
    #expect(schedule(people, people / 2, people - 1, seed: 1).repeats == 0)
  }

  /// People, places, laps: cases that are known to be solvable.
  private static let solvable = [
    (9, 3, 4), (12, 4, 4), (16, 4, 5), (15, 5, 5), (20, 5, 5), (25, 5, 6), (21, 7, 7), (28, 7, 7), (35, 7, 7),
    (24, 8, 8), (32, 8, 8), (36, 9, 9), (49, 7, 8), (18, 6, 4), (24, 6, 4), (13, 5, 3), (23, 7, 5), (60, 11, 6),
    (7, 3, 2), (11, 4, 3), (10, 5, 5),
  ]

  @Test(arguments: solvable, [1, 2, 3] as [UInt64])
  func `nobody meets anybody twice where that is known to be possible`(_ size: (Int, Int, Int), _ seed: UInt64) {
    let (people, places, laps) = size
    let scattering = schedule(people, places, laps, seed: seed)
    #expect(scattering.repeats == 0, "\(people) people, \(places) places, \(laps) laps")
    expectEven(scattering, "\(people) people, \(places) places, \(laps) laps")
  }

  @Test func `a late lap is worth an earlier one: no more pairs meet again than a bound allows`() {
    for people in 8...30 {
      let places = max(2, people / 4)
      let scattering = schedule(people, places, places, seed: 7)
      let bound = PartnerBound.firstRepeat(sizes: GroupPlan.even(people, places), formings: places)
      if bound != nil { continue }
      #expect(scattering.repeats <= people / 3, "\(people) people at \(places) places: \(scattering.repeats)")
    }
  }

  @Test func `two thousand people are spread in no time`() {
    let laps = ScatterDesign.spread(people: 2_000, places: 40, laps: 5)
    for lap in laps {
      var counts = [Int](repeating: 0, count: 40)
      for place in lap { counts[place] += 1 }
      #expect(counts.allSatisfy { $0 == 50 })
    }
  }

  @Test func `people who have met before are kept apart in the first lap, too`() {
    var random = SeededRandom(seed: 3)
    var meetings = [Int32](repeating: 0, count: 64)
    for (first, second) in [(0, 1), (2, 3), (4, 5), (6, 7)] {
      meetings[first * 8 + second] = 1
      meetings[second * 8 + first] = 1
    }
    var scattering = Scattering(movers: 8, places: 4, meetings: meetings)
    scattering.plan(5, using: &random)
    #expect(scattering.repeats == 0)
  }

  @Test func `who stays is met once by each who goes round`() {
    var random = SeededRandom(seed: 5)
    var scattering = Scattering(movers: 12, places: 4, stays: [0, 1, 2, 3])
    scattering.plan(4, using: &random)
    #expect(scattering.repeats == 0)
  }
}
