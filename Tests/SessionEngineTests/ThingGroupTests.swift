import MethodModel
import SessionEngine
import Testing

/// Groups that are there for a thing each, in tracks for these things; people who move themselves.
@Suite struct ThingGroupTests {
  private let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima"]

  private func given(_ groups: String, loop: String = "", _ body: String...) -> Given {
    Given(
      step("ask", collect("topics")),
      "<for-each id='each' item-of='topics' as='topic' at-once='yes' \(loop)>\(body.joined())</for-each>", step("last"),
      head: "<groupings><groups id='circles' per='topics' \(groups)/></groupings>"
    ).people(names).start().adds("Aino", "Rooms").adds("Bo", "Food").adds("Chen", "Noise")
  }

  @Test func `in a track of a thing only the group of that thing works`() {
    let given = given("chosen='author'", step("talk", collect("notes"), with: "circles")).next()
    #expect(given.state.openTakes.count == 3)
    for take in given.state.openTakes {
      #expect(take.parts.count == 1 && take.parts[0].members.count == 2)
    }
    let owners = given.state.openTakes.compactMap { $0.parts.first?.members.first }
    #expect(Set(owners) == ["aino", "bo", "chen"])
  }

  @Test func `a phase in such a track has one part`() {
    let given = given("", phase("together", "with='circles'", step("talk", collect("notes")))).next()
    #expect(given.state.openTakes.map(\.parts.count) == [1, 1, 1])
    #expect(Set(given.state.openTakes.flatMap { $0.parts.flatMap(\.members) }).count == 6)
  }

  @Test func `groups follow what the loop leaves out`() throws {
    let given = Given(
      step("ask", collect("topics"), "<select from='topics' into='kept' at-most='2'/>"),
      """
      <for-each id='each' item-of='topics' in='kept' as='topic' at-once='yes'>
      \(step("talk", collect("notes"), with: "circles"))</for-each>
      """, head: "<groupings><groups id='circles' per='topics'/></groupings>"
    ).people(names).start().adds("Aino", "Rooms").adds("Bo", "Food").adds("Chen", "Noise").next()
    given.when(.choose(ChooseThings(part: Part.roomKey, things: [given.thing("Food"), given.thing("Noise")]))).next()
    let groups = try #require(given.state.groups["circles"]?.groups)
    #expect(groups.count == 2 && groups.map(\.members.count) == [3, 3])
    #expect(given.state.openTakes.allSatisfy { $0.parts.count == 1 && $0.parts[0].members.count == 3 })
  }

  @Test func `a thing born meanwhile gets a group and a track of its own`() throws {
    let given = given("chosen='author'", loop: "within='60m'", step("talk", collect("topics"), with: "circles")).next()
    given.when(.add(AddEntry(id: "late", author: "aino", fields: ["text": "Light"])))
    for _ in 1...3 { given.next() }
    given.stands("talk")
    let group = try #require(given.state.groups["circles"]?.groups.last)
    #expect(given.state.groups["circles"]?.groups.count == 4 && group.members == ["aino"])
    #expect(given.open?.parts.map(\.members) == [["aino"]])
    given.next().stands("last")
  }

  @Test func `people go to another group while it lasts, and that is on record`() throws {
    let given = given("chosen='self'", step("talk", collect("notes"), with: "circles")).next()
    let keys = try #require(given.state.groups["circles"]?.groups.map(\.key))
    given.when(.move(person: "dina", to: keys[0]), by: .person("dina"))
    given.when(.move(person: "dina", to: keys[2]), by: .person("dina"))
    #expect(given.state.groups["circles"]?.groups.map(\.members) == [[], [], ["dina"]])
    #expect(given.state.openTakes.map { $0.parts.flatMap(\.members) } == [[], [], ["dina"]])
    given.when(.move(person: "bo", to: keys[0]), by: .person("dina")).refused(.notYours)
    #expect(given.journal.count { $0.body.isMove } == 2)
  }

  @Test func `whoever moves on takes no part in the group they left`() throws {
    let given = given("chosen='self'", step("talk", collect("notes"), with: "circles")).next()
    let keys = try #require(given.state.groups["circles"]?.groups.map(\.key))
    given.when(.move(person: "dina", to: keys[0]), by: .person("dina"))
    given.when(.add(AddEntry(id: "n1", author: "dina", fields: ["text": "Here"])))
    #expect(given.entry("n1")?.unit == .part(keys[0]))
  }
}

extension EventBody {
  fileprivate var isMove: Bool { if case .memberMoved = self { true } else { false } }
}
