import MethodModel
import Testing

@testable import SessionEngine

/// Who sits with whom: property tests over drawn rooms.
@Suite struct SeatingTests {
  private func people(_ count: Int) -> [PersonID] { (1...count).map { PersonID("p\($0)") } }

  /// A state with people of two fields, and what they did together before.
  private func given(_ count: Int, _ groups: String, fields: (Int) -> [String: String] = { _ in [:] }) -> Given {
    let given = Given(
      load(
        agenda: step("one") + step("two", with: "g"),
        head: "<people><field id='school'/><field id='trade'/></people><groupings>\(groups)</groupings>",
        fit: groups.contains("size='2'") ? "2..500" : "3 4 6..2000"))
    for index in 0..<count { given.person("N\(index)", fields(index)) }
    return given
  }

  private func pairs(_ groups: [[PersonID]]) -> Set<[PersonID]> {
    Set(
      groups.flatMap { group in
        group.indices.flatMap { first in group.indices.filter { $0 > first }.map { [group[first], group[$0]].sorted() }
        }
      })
  }

  @Test(arguments: 6...40) func `no swap of two people brings fewer repeated partners`(count: Int) {
    let given = given(count, "<groups id='g' size='3..5' avoid='earlier' formed='each-time'/>").start()
    guard GroupPlan.of(count, size: CountRange(3, 5)) != nil else { return }
    given.next()
    for _ in 1...4 { given.when(.form(set: "g")) }
    let formings = given.state.encounters.map(\.groups)
    #expect(formings.count == 5)
    let last = formings.last ?? []
    let company = Company(given.state.roster.people.map(\.id), Array(given.state.encounters.dropLast()))
    func cost(_ groups: [[PersonID]]) -> Int {
      groups.reduce(0) { sum, group in
        sum
          + group.indices.reduce(0) { sum, first in
            sum + group.indices.filter { $0 > first }.reduce(0) { $0 + company.meetings(group[first], group[$1]) }
          }
      }
    }
    let before = cost(last)
    for first in last.indices {
      for second in last.indices where second > first {
        for one in last[first].indices {
          for other in last[second].indices {
            var swapped = last
            (swapped[first][one], swapped[second][other]) = (last[second][other], last[first][one])
            #expect(cost(swapped) >= before)
          }
        }
      }
    }
  }

  @Test(arguments: [4, 6, 8, 10, 12, 16, 20, 24]) func `pairs stay new for as long as half the others are unknown`(
    count: Int
  ) {
    let given = given(count, "<groups id='g' size='2' avoid='earlier' formed='each-time'/>").start().next()
    for lap in 2...max(2, count / 2) {
      given.when(.form(set: "g"))
      #expect(given.state.groups["g"]?.repeats == 0, "forming \(lap) of \(count) people")
    }
  }

  @Test(arguments: [6, 9, 12, 15, 23, 30, 47, 61]) func `a mix gives every group its share of each kind`(count: Int) {
    let given = given(count, "<groups id='g' size='3..4' mix='school'/>") { ["school": ["x", "y", "z"][$0 % 3]] }
    given.start().next()
    let groups = given.state.groups["g"]?.groups.map(\.members) ?? []
    for school in ["x", "y", "z"] {
      let shares = groups.map { $0.count { given.state.roster[$0]?.fields["school"] == school } }
      #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1, "\(school): \(shares)")
    }
  }

  @Test func `two fields are mixed each for itself`() {
    let given = given(16, "<groups id='g' size='4' mix='school trade'/>") {
      ["school": $0 < 8 ? "x" : "y", "trade": $0 % 2 == 0 ? "a" : "b"]
    }
    given.start().next()
    for group in given.state.groups["g"]?.groups ?? [] {
      let fields = group.members.compactMap { given.state.roster[$0]?.fields }
      #expect(fields.count { $0["school"] == "x" } == 2)
      #expect(fields.count { $0["trade"] == "a" } == 2)
    }
  }

  @Test func `everybody is placed once whatever is asked for`() {
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let count = Int.random(in: 2...70, using: &random)
      let sizes = GroupPlan.of(count, size: CountRange(2, 4))?.sizes ?? [count]
      var seating = Seating(count: count, sizes: sizes)
      seating.dealsInTurn = Bool.random(using: &random)
      seating.cost = Company(people(count), [Encounter([people(count).shuffled(using: &random)])])
        .cost(mixing: [(0..<count).map { $0 % 3 }], largest: 4)
      let groups = seating.seat((0..<count).shuffled(using: &random), using: &random)
      #expect(groups.map(\.count) == sizes)
      #expect(groups.flatMap { $0 }.sorted() == Array(0..<count))
    }
  }

  @Test func `pinned ones stay where they are`() {
    var random = SeededRandom(seed: 7)
    var seating = Seating(count: 9, sizes: [3, 3, 3])
    seating.pinned = [0: 2, 4: 0, 8: 1]
    seating.cost = (0..<81).map { cell -> Int32 in
      let (row, column) = cell.quotientAndRemainder(dividingBy: 9)
      return row == column ? 0 : Int32(row * column)
    }
    let groups = seating.seat(Array(0..<9), using: &random)
    #expect(groups[2].contains(0) && groups[0].contains(4) && groups[1].contains(8))
  }

  @Test func `two thousand people form groups without repeated partners`() {
    let given = given(2_000, "<groups id='g' size='4' avoid='earlier' formed='each-time'/>").start().next()
    let first = pairs(given.state.groups["g"]?.groups.map(\.members) ?? [])
    let begun = ContinuousClock.now
    given.when(.form(set: "g"))
    // Unoptimised and beside other tests; built for people it takes a fiftieth of this.
    #expect(ContinuousClock.now - begun < .seconds(30))
    let second = pairs(given.state.groups["g"]?.groups.map(\.members) ?? [])
    #expect(first.isDisjoint(with: second))
    #expect(second.count == 3_000)
  }
}
