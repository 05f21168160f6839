import MethodModel
import SessionEngine
import Testing

/// Roles filled by a selection, in each group, at each step; what the author of a thing and a decision may do.
@Suite struct RoleFillingTests {
  private let four = ["Aino", "Bo", "Chen", "Dina"]
  private let eight = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Gus", "Hana"]

  private func head(_ role: String, _ groups: String = "") -> String {
    "<roles><role \(role)/></roles>" + (groups.isEmpty ? "" : "<groupings>\(groups)</groupings>")
  }

  private let fours = "<groups id='fours' size='4'/>"
  private let pairs = "<groups id='pairs' size='2'/>"

  private func holders(_ given: Given, _ role: String) -> Set<PersonID> { Set(given.state.roles[role] ?? []) }

  // MARK: Selected

  @Test func `a selection fills its role, and changes it when it is made anew`() {
    let given = Given(
      step("choose", "<select from='people' into='speakers' exactly='1'/>", with: "pairs"),
      step("speak", collect("said"), with: "speaker"), step("last"),
      head: head("id='speaker' filled='selected' from='speakers'", pairs)
    ).people(four).start()
    let groups = given.open?.parts ?? []
    for part in groups { given.when(.choose(ChooseThings(part: part.key, things: [.person(part.members[0])]))) }
    #expect(holders(given, "speaker").isEmpty)
    given.next().stands("speak")
    #expect(holders(given, "speaker") == Set(groups.map { $0.members[0] }))
    #expect(Set(given.open?.parts.flatMap(\.members) ?? []) == Set(groups.map { $0.members[0] }))
    given.when(.goTo(GoTo(.place("choose"), again: true)))
    for part in given.open?.parts ?? [] {
      given.when(.choose(ChooseThings(part: part.key, things: [.person(part.members[1])])))
    }
    given.next()
    if given.stop != nil { given.answers("again") }
    #expect(holders(given, "speaker") == Set(groups.map { $0.members[1] }))
  }

  @Test func `what the host changes by hand stays, although the selection says otherwise`() {
    let given = Given(
      step("choose", "<select from='people' into='speakers' exactly='1'/>"), step("speak"), step("last"),
      head: head("id='speaker' filled='selected' from='speakers'")
    ).people(four).start()
    given.when(.choose(ChooseThings(part: Part.roomKey, things: [.person("aino")]))).next()
    given.when(.unassign(role: "speaker", person: "aino")).when(.assign(role: "speaker", person: "bo")).next()
    #expect(holders(given, "speaker") == ["bo"])
  }

  // MARK: In each group

  @Test func `a drawn role per group is held once in each, also after groups were joined`() {
    let given = Given(
      step("small", with: "pairs"), step("large", with: "fours"),
      head: head(
        "id='scribe' filled='drawn' per='group'",
        "\(pairs)<groups id='fours' merge='pairs' each='2'/>")
    ).people(eight).start()
    for part in given.open?.parts ?? [] { #expect(holders(given, "scribe").intersection(part.members).count == 1) }
    #expect(holders(given, "scribe").count == 4)
    given.next()
    for part in given.open?.parts ?? [] { #expect(holders(given, "scribe").intersection(part.members).count == 1) }
    #expect(holders(given, "scribe").count == 2)
  }

  /// Two hosts, who sit in the first two pairs.
  private func hosted(_ fours: String, _ hosts: String...) -> Given {
    let given = Given(
      step("small", with: "pairs"), step("large", with: "fours"),
      head: head("id='keeper' filled='named' per='group'", pairs + fours)
    ).people(eight).setup { $0.roles["keeper"] = hosts.map { PersonID($0) } }.start()
    return given.next()
  }

  @Test func `groups with a host each are not joined while others can be`() {
    let given = hosted("<groups id='fours' merge='pairs' each='2'/>", "aino", "bo")
    let parts = given.open?.parts ?? []
    #expect(parts.map { holders(given, "keeper").intersection($0.members).count } == [1, 1])
    #expect(given.state.groups["fours"]?.remark == nil)
    let before = given.state.groups["pairs"]?.groups.map { Set($0.members) } ?? []
    #expect(parts.allSatisfy { part in before.count { $0.isSubset(of: part.members) } == 2 })
  }

  @Test func `it is said where more hosts than groups are left`() {
    let given = hosted("<groups id='fours' merge='pairs' each='2'/>", "aino", "bo", "chen")
    let counts = (given.open?.parts ?? []).map { holders(given, "keeper").intersection($0.members).count }
    #expect(counts.sorted() == [1, 2])
    #expect(given.state.groups["fours"]?.remark == "some groups have more than 1 with the role “keeper”")
  }

  @Test func `a host beside the authors of things goes where there is none yet`() {
    let given = Given(
      step("ideas", collect("topics")), step("work", with: "tables"), step("last"),
      head: head("id='keeper' filled='named' per='group'", "<groups id='tables' per='topics' chosen='author'/>")
    ).people(eight).setup { $0.roles["keeper"] = ["aino", "bo"] }.start()
    given.adds("Aino", "One").adds("Chen", "Two").next()
    let parts = given.open?.parts ?? []
    #expect(parts.map { holders(given, "keeper").intersection($0.members).count } == [1, 1])
  }

  @Test func `when the holder in a group leaves, another one of that group is drawn`() throws {
    let given = Given(step("talk", with: "fours"), head: head("id='scribe' filled='drawn' per='group'", fours))
      .people(eight).start()
    let part = try #require(given.open?.parts.first)
    let holder = try #require(holders(given, "scribe").intersection(part.members).first)
    given.when(.leave(holder))
    let next = holders(given, "scribe").intersection(part.members)
    #expect(next.count == 1 && !next.contains(holder))
    for person in part.members where given.state.roster[person]?.isPresent == true { given.when(.leave(person)) }
    #expect(holders(given, "scribe").isDisjoint(with: part.members))
    given.next()
  }

  @Test func `named holders of a role per group are spread over the groups`() {
    let given = Given(step("talk", with: "fours"), head: head("id='table-host' people='1' per='group'", fours))
      .people(eight).role("table-host", "Aino", "Bo").start()
    for _ in 1...20 {
      for part in given.open?.parts ?? [] { #expect(part.members.count { ["aino", "bo"].contains($0.raw) } == 1) }
      given.when(.form(set: "fours"))
    }
  }

  @Test func `more named holders than groups take is refused, and says what to do`() {
    let given = Given(
      step("first"), step("talk", with: "fours"), head: head("id='table-host' people='1' per='group'", fours)
    ).people(eight).role("table-host", "Aino", "Bo", "Chen").start()
    given.when(.next).refused(.cannotForm)
    #expect(given.rejection?.message.contains("3 hold the role “table-host”, and 2 groups") == true)
    given.when(.unassign(role: "table-host", person: "chen")).next().stands("talk")
  }

  @Test func `holders for the groups of one set do not hinder another set`() {
    let given = Given(
      step("talk", "<do role='table-host'>Keep time.</do>", with: "pairs"), step("mix", with: "fours"),
      head: head("id='table-host' people='1' per='group'", pairs + fours)
    ).people(eight).role("table-host", "Aino", "Bo", "Chen", "Dina").start()
    #expect(given.open?.parts.allSatisfy { holders(given, "table-host").intersection($0.members).count == 1 } == true)
    given.next().stands("mix")
  }

  @Test func `the console learns which group lacks somebody with a role`() {
    let given = Given(step("talk", with: "fours"), head: head("id='scribe' filled='volunteer' per='group'", fours))
      .people(eight).start()
    let lacking = { given.view().roles.first { $0.id == "scribe" }?.missingIn.count }
    #expect(lacking() == 2)
    given.when(.assign(role: "scribe", person: "aino"), by: .person("aino"))
    #expect(lacking() == 1)
    let mate = given.open?.parts.first { $0.members.contains("aino") }?.members.first { $0 != "aino" }
    given.when(.assign(role: "scribe", person: mate ?? "")).then { #expect($0.state.roles["scribe"]?.count == 1) }
  }

  @Test func `a role is missed only in the groups in which it has something to do`() {
    let given = Given(
      step("talk", with: "fours"), step("rings-step", with: "rings"),
      step("speak", "<do role='guide'>Go ahead.</do>", with: "rings"),
      "<rotate id='visits' move='fours' through='spots' stay='keeper'>\(step("visit"))</rotate>",
      head:
        "<roles><role id='keeper' filled='volunteer' per='group'/><role id='guide' filled='volunteer' per='group'/></roles>"
        + "<groupings>\(fours)<groups id='rings' size='4'/></groupings>"
        + "<lists><list id='spots'><value id='a'/><value id='b'/></list></lists>"
    ).people(eight).start()
    let lacking = { (role: String) in given.view().roles.first { $0.id == role }?.missingIn.count }
    #expect(lacking("keeper") == 2 && lacking("guide") == 0)
    given.next().stands("rings-step")
    #expect(lacking("keeper") == 0 && lacking("guide") == 0)
    given.next().stands("speak")
    #expect(lacking("keeper") == 0 && lacking("guide") == 2)
  }

  // MARK: At each step

  @Test func `a role per step goes to somebody else at each step that names it, until all have had it`() {
    let steps = (1...4).map { step("s\($0)", "<do role='timer'>Watch the clock.</do>") } + [step("free")]
    let given = Given(load(agenda: steps.joined(), head: head("id='timer' filled='drawn' per='step'"))).people(four)
      .start()
    var had: Set<PersonID> = []
    for _ in 1...4 {
      #expect(holders(given, "timer").count == 1)
      had.formUnion(holders(given, "timer"))
      given.next()
    }
    #expect(had.count == 4)
    given.stands("free")
  }

  @Test func `a drawn role whose holder left is drawn again`() throws {
    let given = Given(step("talk"), head: head("id='keeper' filled='drawn'")).people(four).start()
    let holder = try #require(holders(given, "keeper").first)
    given.when(.leave(holder))
    #expect(holders(given, "keeper").count == 1 && !holders(given, "keeper").contains(holder))
  }

  @Test func `a named role whose holder left is said, and not given by itself`() {
    let given = Given(step("talk"), head: head("id='leader'")).people(four).role("leader", "Aino").start()
    given.when(.leave("aino"))
    let leader = given.view().roles.first { $0.id == "leader" }
    #expect(leader?.gone == ["Aino"] && leader?.isShort == true)
    given.when(.assign(role: "leader", person: "bo"))
    #expect(given.view().roles.first { $0.id == "leader" }?.isShort == false)
  }

  // MARK: Authors

  @Test func `the author of the thing in hand writes, and nobody else`() {
    let given = Given(
      step("ask", collect("topics")),
      "<for-each id='each' item-of='topics' as='topic'>\(step("notes-step", collect("notes", "by='author'")))</for-each>"
    ).people(four).start()
    given.adds("Aino", "Rooms").adds("Bo", "Food").next().stands("notes-step")
    given.when(.add(AddEntry(id: "n1", author: "bo", fields: ["text": "No"]))).refused(.notElector)
    given.when(.add(AddEntry(id: "n2", author: "aino", fields: ["text": "Two rooms"]))).next()
    given.when(.add(AddEntry(id: "n3", author: "bo", fields: ["text": "Soup"])))
    #expect(given.labels("notes") == ["Two rooms", "Soup"])
  }

  @Test func `the convener of each group is the author of its thing`() throws {
    let given = Given(
      step("ask", collect("topics")), step("talk", collect("notes", "by='author'"), with: "circles"),
      head: "<groupings><groups id='circles' per='topics' chosen='author'/></groupings>"
    ).people(four).start()
    given.adds("Aino", "Rooms").adds("Bo", "Food").next().stands("talk")
    let mates = try #require(given.open?.parts.first { $0.members.contains("aino") }).members
    let other = try #require(mates.first { $0 != "aino" })
    given.when(.add(AddEntry(id: "n1", author: other, fields: ["text": "No"]))).refused(.notElector)
    given.when(.add(AddEntry(id: "n2", author: "aino", fields: ["text": "Yes"])))
  }

  // MARK: Turns

  @Test func `what is recorded in somebody's turn is theirs`() {
    let given = Given(
      step("round", collect("said"), "<fill into='page'/>", more: "voice='turns'"), step("last")
    ).people(four).start()
    given.when(.note("a pause")).when(.add(AddEntry(id: "n1", fields: ["text": "Mine"])))
    given.when(.turn(.next)).when(.add(AddEntry(id: "n2", fields: ["text": "Yours"])))
    #expect(given.state.notes.first?.speaker == "aino")
    #expect(given.entry("n1")?.author == "aino" && given.entry("n2")?.author == "bo")
    given.next().when(.fill(FillCell(field: "text", text: "On the page")))
    #expect(given.document("page")?.versions.last?.by == "bo")
  }
}
