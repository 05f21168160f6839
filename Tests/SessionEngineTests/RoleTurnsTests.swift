import MethodModel
import Testing

@testable import SessionEngine

@Suite struct RoleTurnsTests {
  private func laps(_ count: Int, roles: Int, _ members: [PersonID]) -> [[PersonID]] {
    var turns = RoleTurns(roles: roles)
    return (0..<count).map { turns.next($0, among: members) }
  }

  @Test(arguments: [(3, 3), (4, 3), (4, 4), (5, 2), (6, 4), (7, 7)])
  func `everybody has each role once, and nobody two at a time`(people: Int, roles: Int) {
    let members = (1...people).map { PersonID("p\($0)") }
    let laps = laps(people, roles: roles, members)
    for lap in laps { #expect(Set(lap).count == roles) }
    for role in 0..<roles { #expect(Set(laps.map { $0[role] }) == Set(members)) }
  }

  @Test func `with more roles than people all roles have a holder, and each comes to everybody`() {
    let laps = laps(3, roles: 4, ["a", "b", "c"])
    for lap in laps { #expect(lap.count == 4 && Set(lap).count == 3) }
    for role in 0..<4 { #expect(Set(laps.map { $0[role] }).count == 3) }
  }

  @Test func `when somebody leaves, those who had a role least are next`() {
    var turns = RoleTurns(roles: 2)
    _ = turns.next(0, among: ["a", "b", "c", "d"])
    let next = turns.next(1, among: ["a", "c", "d"])
    #expect(next[0] != "a" && Set(next).count == 2)
    let last = (2...3).map { turns.next($0, among: ["a", "c", "d"])[0] }
    #expect(Set([next[0]] + last) == ["a", "c", "d"])
  }

  @Test func `nobody has anything where nobody is`() { #expect(laps(1, roles: 2, []) == [[]]) }
}
