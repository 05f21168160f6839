import MethodModel
import SessionEngine
import Testing

/// A group per thing, groups within the parts of a phase, groups of some people only, and what becomes of small ones.
@Suite struct GroupKindTests {
  private let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Gus", "Hana", "Ines", "Jan", "Kai", "Lea"]

  private func given(_ groups: String, _ count: Int, _ agenda: String..., head: String = "") -> Given {
    Given(load(agenda: agenda.joined(), head: "\(head)<groupings>\(groups)</groupings>", fit: "4..6 8..500"))
      .people(Array(names.prefix(count)))
  }

  private func members(_ given: Given, _ set: String) -> [[PersonID]] {
    given.state.groups[set]?.groups.map(\.members) ?? []
  }

  private let topicHead = "<lists><list id='topics'><value id='a'/><value id='b'/><value id='c'/></list></lists>"
  private func perTopic(_ more: String, _ count: Int) -> Given {
    let groups = "<groups id='tables' per='topics' \(more)/>"
    return Given(
      load(
        agenda: step("one", collect("notes"), with: "tables"),
        head: "<groupings>\(groups)</groupings>\(topicHead)")
    ).people(Array(names.prefix(count))).start()
  }

  // MARK: A group per thing

  @Test func `a group per thing is drawn evenly and called by its thing`() {
    let given = perTopic("", 8)
    #expect(members(given, "tables").map(\.count) == [3, 3, 2])
    #expect(
      given.state.groups["tables"]?.groups.map(\.about) == [
        .value("a", of: "topics"), .value("b", of: "topics"), .value("c", of: "topics"),
      ])
    #expect(given.open?.parts.map(\.title) == ["a", "b", "c"])
  }

  @Test func `with too few people later things get no group, and that is said`() {
    let given = perTopic("size='3..5'", 7)
    #expect(members(given, "tables").map(\.count) == [4, 3])
    #expect(given.state.groups["tables"]?.remark == "too few people for a group on “c”")
  }

  @Test func `who signs up goes where they like, and may move on`() {
    let given = perTopic("size='1..2' chosen='self'", 4)
    #expect(members(given, "tables") == [[], [], []])
    let aino = Actor.person("aino")
    given.when(.move(person: "aino", to: "tables/2"), by: aino)
    given.when(.move(person: "aino", to: "tables/3"), by: aino)
    given.when(.move(person: "bo", to: "tables/3"), by: .person("bo"))
    #expect(members(given, "tables") == [[], [], ["aino", "bo"]])
    #expect(given.open?.parts.map(\.members) == [[], [], ["aino", "bo"]])
    given.when(.move(person: "chen", to: "tables/3"), by: .person("chen")).refused(.limit)
    given.when(.move(person: "bo", to: "tables/1"), by: aino).refused(.notYours)
    given.when(.move(person: "chen", to: "tables/3")).refused(.limit)
    given.when(.move(person: "chen", to: "tables/2")).when(.move(person: "dina", to: "tables/1"))
    #expect(members(given, "tables") == [["dina"], ["chen"], ["aino", "bo"]])
    given.recorded()
  }

  @Test func `groups that people choose took those whom they are not for`() {
    let roles = "<roles><role id='jury' exclusive='yes'/><role id='hacker' filled='rest'/></roles>"
    let groups = "<groups id='tables' per='topics' by='hacker' size='2..3' chosen='self'/>"
    let agenda = step("one", collect("notes"), with: "tables")
    let given = Given(load(agenda: agenda, head: "\(roles)<groupings>\(groups)</groupings>\(topicHead)"))
      .people(Array(names.prefix(6))).role("jury", "Aino").start()
    given.when(.move(person: "aino", to: "tables/1")).refused(.notElector)
    for person in ["bo", "chen", "dina"] { given.when(.move(person: PersonID(person), to: "tables/1")) }
    #expect(given.view().smallGroups.isEmpty)
    given.when(.move(person: "eero", to: "tables/1")).refused(.limit)
    given.when(.move(person: "eero", to: "tables/2")).when(.move(person: "fatima", to: "tables/2"))
    #expect(given.view().smallGroups.map(\.title) == ["c"])
    given.when(.move(person: "fatima", to: "tables/3"))
    #expect(given.view().smallGroups.map(\.members) == [["Eero"], ["Fatima"]])
    #expect(
      given.engine.signUpRemark(given.engine.method.groupings[0], given.state) == "fewer than 2 chose “b”, “c”")
  }

  @Test func `drawn groups are not left by people themselves`() {
    perTopic("", 6).when(.move(person: "aino", to: "tables/3"), by: .person("aino")).refused(.notYours)
  }

  @Test func `authors go to their own thing and the others fill up`() {
    let groups = "<groups id='tables' per='ideas' chosen='author'/>"
    let given = given(groups, 6, step("write", collect("ideas"), with: "alone"), step("talk", with: "tables")).start()
    given.adds("Bo", "one").adds("Eero", "two").next()
    let tables = members(given, "tables")
    #expect(tables.map(\.count) == [3, 3])
    #expect(tables[0].contains("bo") && tables[1].contains("eero"))
  }

  @Test func `a step of groups is passed over once nothing came that they would be for`() {
    let groups = "<groups id='tables' per='ideas'/>"
    let given = given(
      groups, 4, step("write", collect("ideas"), with: "alone"), step("talk", with: "tables"), step("close"))
    given.start().next().stands("close")
    #expect(given.view().passedOver == ["ideas"])
  }

  @Test func `groups for what nobody was asked for yet are refused`() {
    let groups = "<groups id='tables' per='ideas'/>"
    let given = given(
      groups, 4, step("hello"), step("write", collect("ideas"), with: "alone"), step("talk", with: "tables")
    ).start()
    given.when(.goTo(GoTo(.place("talk"), again: false))).refused(.cannotForm).stands("hello")
  }

  @Test func `only those named by a role form groups`() {
    let head = "<roles><role id='pupil' people='4'/></roles>"
    let given = given("<groups id='pairs' size='2' by='pupil'/>", 6, step("one", with: "pairs"), head: head)
    given.setup { $0.roles = ["pupil": ["aino", "chen", "dina", "eero"]] }.start()
    #expect(Set(members(given, "pairs").joined()) == ["aino", "chen", "dina", "eero"])
    #expect(members(given, "pairs").map(\.count) == [2, 2])
  }

  // MARK: In the parts of a phase

  private let halves = "<groups id='halves' size='4..6'/><groups id='pairs' size='2'/>"

  @Test func `groups within the parts of a phase stay within them`() {
    let given = given(halves, 12, phase("part", "with='halves'", step("one"), step("two", with: "pairs"))).start()
      .next()
    let halves = members(given, "halves")
    #expect(halves.map(\.count) == [6, 6])
    #expect(members(given, "pairs").count == 6)
    for pair in members(given, "pairs") { #expect(halves.contains { Set(pair).isSubset(of: Set($0)) }) }
    #expect(given.state.groups["pairs"]?.groups.map(\.key) == (1...6).map { "pairs/\($0)" })
  }

  @Test func `groups from before serve within a part that holds them whole, else new ones are formed there`() {
    let head = "<groups id='pairs' size='2'/><groups id='fours' merge='pairs' each='2'/><groups id='new' size='4..6'/>"
    let given = given(
      head, 8, step("zero", with: "pairs"), phase("part", "with='fours'", step("one", with: "pairs")),
      phase("other", "with='new'", step("two", with: "pairs"))
    ).start()
    let first = members(given, "pairs")
    #expect(members(given.next(), "pairs") == first)
    given.next()
    let new = members(given, "new")
    for part in given.open?.parts ?? [] { #expect(new.contains { Set(part.members).isSubset(of: Set($0)) }) }
    #expect(given.open?.parts.map(\.members.count) == [2, 2, 2, 2])
  }

  @Test func `groups within groups that were formed anew are formed anew`() {
    let head = "<groups id='halves' size='4' formed='each-time'/><groups id='pairs' size='2'/>"
    let given = given(
      head, 8, loop("r", rounds: 2, phase("part", "with='halves'", step("one", with: "pairs")))
    ).start().next()
    let halves = members(given, "halves")
    for part in given.open?.parts ?? [] { #expect(halves.contains { Set(part.members).isSubset(of: Set($0)) }) }
  }

  // MARK: Comers and goers

  @Test func `a joiner with a value of their own begins a group of their own`() {
    let given = Given(
      load(
        agenda: step("one", collect("notes"), with: "g"),
        head: "<people><field id='school'/></people><groupings><groups id='g' match='school'/></groupings>"))
    given.person("Aino", ["school": "x"]).person("Bo", ["school": "y"]).start().arrives("Chen", ["school": "z"])
    #expect(members(given, "g") == [["aino"], ["bo"], ["chen"]])
    #expect(given.open?.parts.map(\.members) == [["aino"], ["bo"], ["chen"]])
  }

  @Test func `a joiner observes where groups of an exact size are full`() {
    let given = given("<groups id='pairs' size='2' remainder='observe'/>", 4, step("one", with: "pairs")).start()
    given.arrives("Gus")
    #expect(members(given, "pairs").joined().contains("gus") == false)
  }

  @Test func `a joiner within the parts of a phase gets a place in both sets`() throws {
    let given = given(halves, 11, phase("part", "with='halves'", step("one", with: "pairs"))).start().arrives("Lea")
    let half = try #require(given.state.groups["halves"]?.group(of: "lea"))
    let pair = try #require(given.state.groups["pairs"]?.group(of: "lea"))
    #expect(Set(pair.members).isSubset(of: Set(half.members)))
  }

  @Test func `a group that has become too small is told, and may join another`() throws {
    let given = given("<groups id='pairs' size='2'/>", 6, step("one", collect("notes"), with: "pairs")).start()
    #expect(given.engine.smallGroups(given.state) == [])
    let pair = try #require(given.state.groups["pairs"]?.group(of: "aino"))
    given.leaves("Aino")
    let small = try #require(given.engine.smallGroups(given.state).first)
    let into = try #require(small.into)
    #expect(small.key == pair.key && small.members.count == 1)
    given.when(.joinGroups(from: small.key, into: into)).recorded(.leftEarly, .moved)
    #expect(given.engine.smallGroups(given.state) == [])
    #expect(given.state.groups["pairs"]?.groups.map(\.members.count).sorted() == [0, 2, 4])
    given.when(.joinGroups(from: small.key, into: into)).refused(.cannotForm)
    given.when(.joinGroups(from: into, into: into)).refused(.cannotForm)
  }

  @Test func `a group whose last member leaves is told, and waited for no more`() throws {
    let given = given(
      "<groups id='pairs' size='2'/>", 4, step("one", collect("notes"), with: "pairs"), step("two", with: "pairs"))
    given.start()
    let pair = try #require(given.state.groups["pairs"]?.groups.first)
    for person in pair.members { given.when(.leave(person)) }
    #expect(given.engine.smallGroups(given.state).map(\.members) == [[]])
    given.next()
    #expect(given.open?.parts.count == 1)
  }
}
