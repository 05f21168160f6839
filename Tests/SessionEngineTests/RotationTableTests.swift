import MethodModel
import Testing

/// Going round by numbers: what is promised holds for every small case.
@Suite struct RotationTableTests {
  /// No place twice while there are places left, one mover to a place, all within bounds.
  private func expectSound(_ table: RotationTable, _ what: String) {
    for (lap, row) in table.laps.enumerated() {
      let places = row.compactMap { $0 }
      #expect(Set(places).count == places.count, "\(what), lap \(lap + 1): two at one place")
      #expect(places.allSatisfy { (0..<table.places).contains($0) })
    }
    for mover in 0..<table.movers {
      let visits = table.laps.compactMap { $0[mover] }
      #expect(Set(visits).count == visits.count, "\(what): mover \(mover) comes to a place twice")
    }
  }

  @Test(arguments: 1...12) func `no place twice and one to a place`(movers: Int) {
    for places in 1...12 {
      for laps in 1...max(movers, places) {
        expectSound(RotationTable(movers: movers, places: places, laps: laps), "\(movers) over \(places), \(laps) laps")
      }
    }
  }

  @Test(arguments: 1...12) func `who goes round the whole ring is everywhere once`(movers: Int) {
    for places in 1...12 {
      let table = RotationTable(movers: movers, places: places, laps: max(movers, places))
      for mover in 0..<movers { #expect(Set(table.laps.compactMap { $0[mover] }) == Set(0..<places)) }
    }
  }

  @Test(arguments: 2...15) func `a thing begins with its author, or one further when it must never be there`(hands: Int)
  {
    let starts = (0..<hands).map { Optional($0) }
    let home = RotationTable(movers: hands, places: hands, laps: hands, starts: starts)
    #expect(home.laps[0] == starts)
    let away = RotationTable(
      movers: hands, places: hands, laps: hands - 1, starts: starts.map { ($0! + 1) % hands }, own: starts)
    expectSound(away, "\(hands) hands")
    for thing in 0..<hands {
      let visits = away.laps.map { $0[thing] }
      #expect(!visits.contains(thing) && !visits.contains(nil))
    }
  }

  @Test(arguments: 2...10) func `fewer groups than stations still reach as many stations as they can`(places: Int) {
    for movers in 1..<places {
      for laps in 1...places {
        let guarantee = RotationGuarantee(manner: .groups, movers: movers, places: places, laps: laps)
        let table = RotationTable(movers: movers, places: places, laps: laps)
        let visited = Set(table.laps.flatMap { $0.compactMap { $0 } })
        #expect(places - visited.count == guarantee.unvisited)
        for mover in 0..<movers { #expect(Set(table.laps.compactMap { $0[mover] }).count == guarantee.visits) }
      }
    }
  }

  @Test(arguments: 3...10) func `a place that is gone is left out and what has been stays`(count: Int) {
    let starts = (0..<count).map { Optional($0) }
    let table = RotationTable(
      movers: count, places: count, laps: count - 1, starts: starts.map { ($0! + 1) % count }, own: starts)
    for first in 1..<count - 1 {
      for gone in 0..<count {
        let repaired = table.repaired(
          from: first, movers: Array(0..<count), places: (0..<count).filter { $0 != gone }, own: starts)
        #expect(repaired.laps.prefix(first) == table.laps.prefix(first))
        #expect(repaired.laps.count == table.laps.count)
        expectSound(repaired, "\(count) hands without \(gone) from lap \(first + 1)")
        for row in repaired.laps.dropFirst(first) {
          #expect(!row.contains(gone))
          for (thing, hand) in row.enumerated() { #expect(hand != thing) }
        }
      }
    }
  }

  @Test func `somebody new gets things from the next lap on`() {
    let starts = (0..<5).map { Optional($0) }
    let table = RotationTable(movers: 5, places: 5, laps: 5, starts: starts)
    let repaired = table.repaired(from: 2, movers: Array(0..<5), places: Array(0..<6), own: starts + [nil])
    expectSound(repaired, "a sixth hand")
    #expect(repaired.laps.dropFirst(2).contains { $0.contains(5) })
    #expect(repaired.laps.dropFirst(2).allSatisfy { !$0.contains(nil) })
  }

  @Test func `the guarantee is told in words`() {
    func words(
      _ manner: RotationGuarantee.Manner, _ movers: Int, _ places: Int, _ laps: Int? = nil, own: Bool = false
    ) -> [String] {
      RotationGuarantee(manner: manner, movers: movers, places: places, laps: laps, isNeverOwn: own).sentences
    }
    #expect(words(.groups, 4, 4) == ["each group visits each station once"])
    #expect(
      words(.groups, 2, 7, 2) == ["each group visits 2 of the 7 stations", "3 stations are not visited"])
    #expect(words(.groups, 5, 4) == ["each group visits each station once", "in each lap 1 group waits"])
    #expect(words(.groups, 4, 4, 6) == ["each group visits each station once", "from lap 5 on places come again"])
    #expect(words(.things, 6, 6) == ["each sheet comes to everybody once"])
    #expect(words(.things, 6, 6, own: true) == ["each sheet comes to everybody once but its author"])
    #expect(words(.things, 6, 6, 3) == ["each sheet comes to 3 of the 6 people or groups"])
    #expect(words(.people, 12, 4, 3) == ["nobody meets a partner twice where that can be avoided"])
    #expect(words(.people, 12, 3, 3) == ["partners are new until lap 1 and must repeat from lap 2"])
    #expect(words(.role, 5, 3) == ["everybody in a group has the role once"])
    #expect(words(.groups, 0, 4) == ["nothing goes round"])
  }

  @Test func `partners must repeat when all are used up`() {
    #expect(PartnerBound.firstRepeat(sizes: [2, 2], formings: 3) == nil)
    #expect(PartnerBound.firstRepeat(sizes: [2, 2], formings: 4) == 4)
    #expect(PartnerBound.firstRepeat(sizes: [4, 4, 4, 4], formings: 6) == 6)
    #expect(PartnerBound.firstRepeat(sizes: [4, 4], formings: 2) == 2)
    #expect(PartnerBound.firstRepeat(sizes: [1, 1, 1], formings: 9) == nil)
  }
}
