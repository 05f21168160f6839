import MethodModel
import SessionEngine
import Testing

@testable import Planning

@Suite struct PeopleTests {
  private func people(_ count: Int, _ method: Method, seed: UInt64 = 1) -> SimulatedPeople {
    var imagination = Imagination(seed: seed, language: "en")
    return SimulatedPeople(count, for: method, &imagination)
  }

  @Test func `names are different, however many there are`() throws {
    let crowd = people(120, try Rehearsed.engine("one-two-four-all").method)
    #expect(Set(crowd.people.map(\.name)).count == 120)
  }

  @Test func `choices about people are spread evenly`() throws {
    let team = people(12, try Rehearsed.engine("adoption-readiness-hexagon").method)
    let sides = Dictionary(grouping: team.people) { $0.fields["stakeholder"] ?? "" }
    #expect(sides.mapValues(\.count) == ["leadership": 3, "practitioners": 3, "management": 3, "community": 3])
  }

  @Test func `an exclusive role is held by somebody without another one`() throws {
    let method = try Rehearsed.engine("adoption-readiness-hexagon").method
    for count in 2...6 {
      let team = people(count, method)
      let innovators = Set(team.roles["innovator"] ?? [])
      let others = Set(team.roles.filter { $0.key != "innovator" }.values.joined())
      #expect(innovators.isDisjoint(with: others), "\(count) people")
    }
  }

  @Test func `enough people are there at the start, and role holders all the time`() throws {
    let method = try Rehearsed.engine("consent-decision").method
    for seed: UInt64 in 0..<50 {
      let team = people(3 + Int(seed % 10), method, seed: seed)
      #expect(team.people.count(where: \.isPresent) >= 3)
      let away = Set(team.late.keys).union(team.leaving.keys)
      #expect(away.isDisjoint(with: team.roles.values.joined()))
    }
  }
}
