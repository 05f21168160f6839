import MethodModel
import SessionEngine
import Testing

@Suite struct CheckpointTests {
  private let head = fiveScale + topics
  private let roles = "<roles><role id='leader'/></roles>"

  private func gate(_ inside: String, by: String = "leader") -> String {
    "<checkpoint id='gate' by='\(by)' time='5m'><question>Adopt?</question>\(inside)</checkpoint>"
  }

  private func rated(_ inside: String) -> Given {
    Given(
      load(
        agenda: step("rate", "<rate of='topics' scale='five' into='marks'/>") + gate(inside) + step("last"),
        head: roles + head)
    ).people("Aino", "Bo").role("leader", "Aino")
  }

  private let strong = "<criteria>\(test("median", "marks", "for='a' at-least='4'"))</criteria>"
  private let ways = "<pass/><rework><back to='rate' at-most='1'/></rework><stop><end as='no'/></stop>"

  @Test func `all criteria holding advise a pass`() {
    let given = rated(strong + ways).marks("Aino", "a", "5").next()
    #expect(given.view().checkpoint?.advice == .pass)
    given.decides(.pass).stands("last")
    #expect(given.state.takes[1].decision?.overruled == false)
    #expect(given.state.takes[1].decision?.criteria.map(\.result) == [.holds])
  }

  @Test func `a failing criterion advises rework, and passing all the same needs a reason`() {
    let given = rated(strong + ways).marks("Aino", "a", "2").next()
    #expect(given.view().checkpoint?.advice == .rework)
    given.decides(.pass).refused(.reasonNeeded).decides(.pass, because: "  ").refused(.reasonNeeded)
    given.decides(.pass, because: "the pilot is small").stands("last").recorded(.overruled)
    #expect(given.state.takes[1].decisionReason == "the pilot is small")
  }

  @Test func `without data there is no advice; a pass needs a reason, a stop does not`() {
    let given = rated(strong + ways).next()
    #expect(given.view().checkpoint?.advice == nil)
    given.decides(.pass).refused(.reasonNeeded).decides(.stop).ended("no")
  }

  /// The step opened empty, and the action that lacked its owner failed the criterion for ever.
  @Test func `what came in before a rework is there to be mended`() {
    let act = "<commit into='actions' at-least='1'/>"
    let owned =
      "<criteria><every item-of='actions' as='a'>\(test("count", "actions/owner", "for='{a}' at-least='1'"))</every></criteria>"
    let given = Given(
      load(
        agenda: step("act", act) + gate(owned + "<rework><back to='act' at-most='1'/></rework>") + step("last"),
        head: roles)
    ).people("Aino", "Bo").role("leader", "Aino").adds(nil, "get a second key").next()
    #expect(given.view().checkpoint?.advice == .rework)
    given.decides(.rework).stands("act")
    let entries = given.view().activity?.entries ?? []
    #expect(entries.map(\.text) == ["get a second key"])
    given.when(.reword(RewordEntry(id: entries[0].id, fields: ["owner": "Bo"]))).next()
    #expect(given.view().checkpoint?.advice == .pass)
    #expect(given.view().checkpoint?.endsWithPass == false)
  }

  @Test func `a pass with nothing behind it ends the session, and the view says so before`() {
    let given = Given(step("talk"), gate("<pass/>", by: "facilitator"), head: roles).people("Aino", "Bo").next()
    #expect(given.view().checkpoint?.endsWithPass == true)
  }

  @Test func `next wants a verdict first`() { rated(strong + ways).next().when(.next).refused(.answerNeeded) }

  @Test func `ways that are not there are not offered`() {
    let given = rated("<pass/>").next()
    #expect(given.view().checkpoint?.offered == [.pass])
    given.decides(.rework).refused(.noSuchOption).decides(.stop).refused(.noSuchOption)
  }

  @Test func `nobody holds the role that decides`() {
    let given = Given(gate("<pass/>"), step("last"), head: roles).people("Aino", "Bo").start()
    given.decides(.pass).refused(.notYours)
    given.when(.assign(role: "leader", person: "bo")).decides(.pass).stands("last")
    #expect(given.state.takes[0].decision?.deciders == ["bo"])
  }

  @Test func `only the role's holder decides from a phone`() {
    let given = rated("<pass/>").next()
    given.decides(.pass, by: .person("bo")).refused(.notYours).decides(.pass, by: .person("aino")).stands("last")
  }

  @Test func `judges answer their own criterion`() {
    let judged =
      "<criteria><judge by='leader'><text>Owners named</text></judge><judge by='facilitator'><text>Room is fine</text></judge></criteria>"
    let given = rated(judged + ways).next()
    given.when(.judge(GiveJudgement(index: 1, answer: .yes)), by: .person("aino")).refused(.notYours)
    given.when(.judge(GiveJudgement(index: 2, answer: .yes))).refused(.noSuchOption)
    given.when(.judge(GiveJudgement(index: 0, answer: .yes)), by: .person("aino"))
    #expect(given.view().checkpoint?.advice == nil)
    given.when(.judge(GiveJudgement(index: 1, answer: .no)))
    #expect(given.view().checkpoint?.advice == .rework)
    given.when(.judge(GiveJudgement(index: 1, answer: .yes)))
    #expect(given.view().checkpoint?.criteria.map(\.sentence) == ["leader says: yes", "the facilitator says: yes"])
    given.decides(.pass).stands("last")
  }

  @Test func `a judge after an every over several things keeps its own number`() {
    let criteria = """
      <criteria><every item-of='topics' as='i'><all><judge by='leader'><text>Fine</text></judge></all></every>
      <judge by='leader'><text>All in all</text></judge></criteria>
      """
    let given = rated(criteria + ways).next().when(.judge(GiveJudgement(index: 0, answer: .yes)))
    given.when(.judge(GiveJudgement(index: 1, answer: .no)))
    #expect(given.view().checkpoint?.criteria.map(\.result) == [.holds, .fails])
  }

  @Test func `a way's own test comes before the general rule`() {
    let own = "<pass/><stop><when>\(test("median", "marks", "for='a' at-most='1'"))</when><end as='no'/></stop>"
    let given = rated(strong + own.replacing("<when>", with: "<when>")).marks("Aino", "a", "1").next()
    #expect(given.view().checkpoint?.advice == .stop)
  }

  @Test func `a reopened checkpoint reads its criteria anew`() {
    let given = rated(strong + ways).marks("Aino", "a", "5").next().decides(.pass).goes(to: .place("rate"))
      .marks("Aino", "a", "1").goes(to: .place("gate"))
    #expect(given.view().checkpoint?.criteria.map(\.result) == [.fails])
  }

  @Test func `a verdict where no checkpoint stands`() { rated("<pass/>").start().decides(.pass).refused(.notActive) }
}
