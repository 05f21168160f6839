import MethodModel
import SessionEngine
import Testing

/// Several senders: each thing once, nobody for somebody else, no two hosts advancing twice.
@Suite struct SenderTests {
  private func given() -> Given {
    let head = """
      <roles><role id='helper' people='1..2' filled='volunteer'/></roles>
      <groupings><groups id='pairs' size='2'/></groupings>
      """
    return Given(
      step("one", collect("ideas")), step("vote", "<vote of='topics' into='votes'/>"),
      step("pairs-talk", collect("pair-ideas"), with: "pairs"), head: head + topics
    ).people("Aino", "Bo", "Chen", "Dina").start()
  }

  private func command(
    _ id: CommandID, _ body: CommandBody, digest: String, basedOn: Int? = nil, by actor: Actor = .host
  ) -> Command {
    Command(
      id: id, actor: actor, wall: WallTime(milliseconds: 0), elapsed: 0, basedOn: basedOn, digest: digest, body: body)
  }

  @Test func `the same command sent twice is accepted once`() {
    let add = command("x", .add(AddEntry(id: "e", author: "aino", fields: ["text": "a"])), digest: "d1")
    given().receives(add).made("entryAdded").receives(add).made().holds("ideas", ["a"])
  }

  @Test func `an id used for something else is refused`() {
    let add = command("x", .add(AddEntry(id: "e", author: "aino", fields: ["text": "a"])), digest: "d1")
    given().receives(add).receives(command("x", .next, digest: "d2")).refused(.idReused)
  }

  @Test func `a command that made no event is not held against its id`() {
    let next = command("x", .add(AddEntry(id: "e", author: "aino", fields: [:])), digest: "d1")
    given().receives(next).refused(.empty)
      .receives(command("x", .add(AddEntry(id: "e", author: "aino", fields: ["text": "a"])), digest: "d2"))
      .holds("ideas", ["a"])
  }

  @Test func `two hosts never advance twice`() {
    let given = given()
    let seen = given.state.controlSequence
    given.receives(command("x", .next, digest: "n", basedOn: seen)).stands("vote")
    given.receives(command("y", .next, digest: "n", basedOn: seen)).refused(.movedOn).stands("vote")
  }

  @Test func `contributions do not move a host's ground`() {
    let given = given()
    let seen = given.state.controlSequence
    given.adds("Aino", "a").receives(command("x", .next, digest: "n", basedOn: seen)).stands("vote")
  }

  @Test(arguments: [
    CommandBody.next, .skip, .undo, .pause, .resume(gap: 0), .end(as: "x"), .extend(seconds: 60), .close, .reveal,
    .goTo(GoTo(.before, again: false)), .returnToOrigin, .insert(InsertStep(title: "x", seconds: 60)),
    .form(set: "pairs"), .move(person: "bo", to: "pairs/1"), .note("x"), .timeReached,
    .assign(role: "helper", person: "aino"), .unassign(role: "helper", person: "bo"), .leave("aino"),
    .arrive(Person(id: "eero", name: "Eero")), .admit("e"),
  ])
  func `a participant steers nothing and speaks for nobody else`(body: CommandBody) {
    let given = given().when(.assign(role: "helper", person: "bo")).adds("Aino", "a", as: "e")
    given.when(body, by: .person("bo")).refused(.notYours)
  }

  @Test func `a participant enters, rewords and withdraws their own words only`() {
    let given = given().adds("Bo", "b", by: .person("aino")).refused(.notYours)
    given.adds(nil, "a", by: .person("aino"))
    #expect(given.entry("a")?.author == "aino")
    given.when(.reword(RewordEntry(id: "a", fields: ["text": "x"])), by: .person("bo")).refused(.notYours)
    given.when(.withdraw("a"), by: .person("bo")).refused(.notYours)
    given.when(.reword(RewordEntry(id: "a", fields: ["text": "x"])), by: .person("aino")).holds("ideas", ["x"])
    given.when(.withdraw("a"), by: .person("aino")).holds("ideas", [])
  }

  @Test func `a participant marks for nobody else, not for a group and not on a sheet`() {
    let given = given().next()
    given.marks("Bo", "a", "1", by: .person("aino")).refused(.notYours)
    given.when(.mark(SetMark(unit: .sheet(1), thing: given.thing("a"), value: "1")), by: .person("aino"))
      .refused(.notYours)
    given.when(.mark(SetMark(unit: .part("pairs/1"), thing: given.thing("a"), value: "1")), by: .person("aino"))
      .refused(.notYours)
    given.marks("Aino", "a", "1", by: .person("aino")).made("markSet")
  }

  @Test func `a participant enters for their own group only`() {
    let given = given().next(2)
    let mine = given.open?.parts.first { $0.members.contains("aino") }?.key ?? ""
    let other = given.open?.parts.first { !$0.members.contains("aino") }?.key ?? ""
    given.adds(nil, "x", part: other, by: .person("aino")).refused(.notYours)
    given.adds(nil, "y", part: mine, by: .person("aino")).made("entryAdded")
  }

  @Test func `a participant comes, leaves and volunteers for themselves`() {
    given().when(.leave("bo"), by: .person("bo")).arrives("Bo", by: .person("bo")).made("personArrived")
      .when(.assign(role: "helper", person: "bo"), by: .person("bo")).made("roleFilled")
  }
}

@Suite struct RoleTests {
  private let head =
    "<roles><role id='leader'/><role id='pair' people='1..2'/><role id='solo' exclusive='yes'/></roles>"

  private func given() -> Given {
    Given(step("one"), head: head, fit: "4..9").people("Aino", "Bo", "Chen", "Dina").start()
  }

  @Test func `a role for one passes from hand to hand`() {
    let given = given().when(.assign(role: "leader", person: "aino")).when(.assign(role: "leader", person: "bo"))
      .made("roleLeft", "roleFilled")
    #expect(given.state.roles["leader"] == ["bo"])
    given.when(.unassign(role: "leader", person: "bo")).when(.unassign(role: "leader", person: "bo"))
      .refused(.unknownPerson)
  }

  @Test func `a role for several fills up`() {
    given().when(.assign(role: "pair", person: "aino")).when(.assign(role: "pair", person: "aino")).refused(.roleFull)
      .when(.assign(role: "pair", person: "bo")).when(.assign(role: "pair", person: "chen")).refused(.roleFull)
  }

  @Test func `an exclusive role goes with no other`() {
    given().when(.assign(role: "leader", person: "aino")).when(.assign(role: "solo", person: "aino")).refused(.roleFull)
      .when(.assign(role: "solo", person: "bo")).when(.assign(role: "pair", person: "bo")).refused(.roleFull)
  }

  @Test func `neither an unknown role nor a stranger`() {
    given().when(.assign(role: "king", person: "aino")).refused(.noSuchPlace)
      .when(.assign(role: "leader", person: "zoe")).refused(.unknownPerson)
  }
}
