import MethodModel
import SessionEngine
import Testing

/// Steps in which one after the other speaks.
@Suite struct TurnTests {
  private func round(_ more: String = "", head: String = "") -> Given {
    Given(step("round", collect("views"), more: "voice='turns' \(more)"), step("last"), head: head)
      .people("Aino", "Bo", "Chen").start()
  }

  private func order(_ given: Given) -> [String] {
    guard let turns = given.view().turns else { return [] }
    return [turns.current].compactMap(\.self) + turns.waiting
  }

  @Test func `everybody has one turn, in the order of the list`() {
    let given = round()
    #expect(order(given) == ["Aino", "Bo", "Chen"])
    given.when(.turn(.next)).when(.turn(.next))
    #expect(order(given) == ["Chen"])
    given.when(.turn(.next))
    #expect(given.view().turns?.current == nil)
    given.when(.turn(.next)).refused(.notActive)
  }

  @Test func `named roles come first, the silent never`() {
    let head = "<roles><role id='elder'/><role id='scribe'/></roles>"
    let given = Given(
      step("round", collect("views"), more: "voice='turns' order='elder' silent='scribe'"), head: head
    ).people("Aino", "Bo", "Chen").role("elder", "Chen").role("scribe", "Bo").start()
    #expect(order(given) == ["Chen", "Aino"])
  }

  @Test func `groups speak where the activity is theirs`() {
    let head = "<groupings><groups id='pairs' size='2'/></groupings>"
    let given = Given(
      step("form", with: "pairs"), step("round", "<collect into='views' per='pairs'/>", more: "voice='turns'"),
      head: head
    ).people("Aino", "Bo", "Chen", "Dina").next()
    #expect(given.open?.turns?.waiting.count == 1)
    #expect(given.open?.turns?.current == .part("pairs/1"))
  }

  @Test func `what is entered in a turn is that person's`() {
    let given = round().adds(nil, "calm").when(.turn(.next)).adds(nil, "quick")
    #expect(given.entry("calm")?.author == "aino")
    #expect(given.entry("quick")?.author == "bo")
    given.adds("Chen", "mine")
    #expect(given.entry("mine")?.author == "chen")
  }

  @Test func `who comes is last, who leaves is out`() {
    let given = round().arrives("Dina").leaves("Bo")
    #expect(order(given) == ["Aino", "Chen", "Dina"])
    given.leaves("Aino")
    #expect(order(given) == ["Chen", "Dina"])
  }

  @Test func `the host lets somebody speak out of turn, and adds a round`() {
    let given = round().when(.turn(.to(.person("chen"))))
    #expect(order(given) == ["Chen", "Bo"])
    given.when(.turn(.round)).refused(.notActive).when(.turn(.next)).when(.turn(.round))
    #expect(order(given) == ["Aino", "Bo", "Chen"])
    #expect(given.view().turns?.round == 2)
    given.when(.turn(.to(.person("nobody")))).refused(.unknownPerson)
  }

  @Test func `a turn has its own limit`() {
    let given = round("turn='1m'").seconds(61)
    #expect(given.view().turns?.isUp == true)
    #expect(given.open?.isTimeUp == false)
    given.when(.turn(.next))
    #expect(given.view().turns?.isUp == false)
    #expect(given.view().turns?.remaining == 60)
  }

  @Test func `a turn that was passed counted as spoken`() throws {
    let given = round().adds(nil, "calm").when(.turn(.next)).when(.turn(.next))
    #expect(given.view().turns?.passed == ["Bo"])
    given.when(.turn(.pass)).when(.turn(.to(.person("bo")))).adds(nil, "late").when(.turn(.next))
    #expect(given.view().turns?.passed == ["Chen"])
    given.when(.turn(.pass)).refused(.notActive)
  }

  @Test func `what was entered in the first round did not use a turn of the second`() {
    let given = round().adds("Aino", "one").adds("Bo", "two").adds("Chen", "three")
    given.when(.turn(.next)).when(.turn(.next)).when(.turn(.round)).adds(nil, "four").when(.turn(.next))
    given.when(.turn(.next))
    #expect(given.view().turns?.passed == ["Bo"])
  }

  @Test func `who listens has no turn and enters all the same`() {
    let head = "<roles><role id='watcher'/></roles>"
    let given = Given(step("round", collect("views"), more: "voice='turns' listens='watcher'"), head: head)
      .people("Aino", "Bo", "Chen").role("watcher", "Bo").start()
    #expect(order(given) == ["Aino", "Chen"])
    given.adds("Bo", "seen")
    #expect(given.entry("seen")?.author == "bo")
    #expect(given.view().listeners.map(\.holders) == [["Bo"]])
  }
}
