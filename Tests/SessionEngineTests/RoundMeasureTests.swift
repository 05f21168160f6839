import MethodModel
import SessionEngine
import Testing

@Suite struct RoundMeasureTests {
  private let schools = "<people><field id='school'/></people>"
  private let names = ["Aino", "Bo", "Chen", "Dina", "Eero"]

  private func condition(_ text: String) -> Condition {
    let method = load(
      agenda: step("rate", "<rate of='topics' scale='five' into='marks'/>")
        + step("ideas", collect("ideas"))
        + "<checkpoint id='c' by='facilitator' time='1m'><question>A</question><criteria>\(text)</criteria></checkpoint>",
      head: schools + fiveScale + topics)
    guard case .checkpoint(let checkpoint)? = method.agenda.last?.kind, let first = checkpoint.criteria.first else {
      return .all([])
    }
    return first
  }

  private func rounds(_ more: String = "") -> Given {
    Given(
      loop(
        "rounds", rounds: 3, step("rate", "<rate of='topics' scale='five' into='marks' \(more)/>"),
        step("ideas", collect("ideas"))), step("last"), head: fiveScale + topics
    ).people(names)
  }

  @Test func `change is the distance from the round before`() {
    let change = condition(test("median", "marks", "for='a' change='last-round' at-most='0.5'"))
    let given = rounds().handsIn("Aino", "a=2").handsIn("Bo", "a=2")
    #expect(given.reading(change).why == "there is no round before yet")
    given.next(2).handsIn("Aino", "a=4").handsIn("Bo", "a=5")
    let reading = given.reading(change)
    #expect(reading.value == Number("2.5"))
    #expect(reading.result == .fails)
    #expect(
      reading.sentence == "change of median of a since the round before at most 0.5: 2.5 (2 of 5 answered)")
    given.next(2).handsIn("Aino", "a=5").handsIn("Bo", "a=4")
    #expect(given.reading(change).result == .holds)
  }

  @Test func `a change against a percentage is a part of the figure before`() {
    let fallen = condition(test("median", "marks", "for='a' change='last-round' direction='down' at-least='50%'"))
    let given = rounds().handsIn("Aino", "a=4").next(2).handsIn("Aino", "a=2")
    let reading = given.reading(fallen)
    #expect(reading.value == Number("0.5"))
    #expect(reading.result == .holds)
    #expect(reading.sentence == "fall of median of a since the round before at least 50 %: 50 % (1 of 5 answered)")
    given.next(2).handsIn("Aino", "a=3")
    #expect(given.reading(fallen).value == Number("-0.5"))
  }

  @Test func `of nothing no change is a part`() {
    let grown = condition(test("count", "ideas", "change='last-round' direction='up' at-least='20%'"))
    let given = rounds().next().next().next()
    #expect(given.reading(grown).result == .noData)
    #expect(given.reading(grown).why == "it was 0 before, and no change is a part of that")
  }

  @Test func `a change of things is what the newest round added`() {
    let change = condition(test("count", "ideas", "change='last-round' at-most='0'"))
    let given = rounds().start().next().adds("Aino", "one").next(2).adds("Aino", "two")
    #expect(given.reading(change).value == 1)
    given.next(2)
    #expect(given.reading(change).value == 0)
  }

  @Test func `the last laps alone are looked at, once there are so many`() {
    let saturated = condition(test("count", "ideas", "last='2' equals='0'"))
    let given = rounds().start().next().adds("Aino", "one")
    #expect(given.reading(saturated).why == "1 of 2 rounds so far")
    given.next(2)
    #expect(given.reading(saturated).value == 1)
    given.next(2)
    #expect(given.reading(saturated).result == .holds)
    #expect(given.reading(saturated).sentence == "number of ideas in the last 2 rounds exactly 0: 0")
  }

  @Test func `marks of the last laps are pooled`() {
    let pooled = condition(test("mean", "marks", "for='a' last='2' at-least='1'"))
    let given = rounds().handsIn("Aino", "a=2").next(2).handsIn("Aino", "a=5")
    #expect(given.reading(pooled).value == Number("3.5"))
  }

  @Test func `who gave a mark can be looked at, by what is known of them`() {
    let north = condition(test("mean", "marks", "for='a' at-least='1'", "<where field='school' is='north'/>"))
    let given = Given(step("rate", "<rate of='topics' scale='five' into='marks'/>"), head: schools + fiveScale + topics)
      .person("Aino", ["school": "north"]).person("Bo", ["school": "south"])
    given.handsIn("Aino", "a=2").handsIn("Bo", "a=5")
    #expect(given.reading(north).value == 2)
  }

  // MARK: What screens may tell

  private func checked(_ more: String, _ head: String = "") -> Given {
    Given(
      step("rate", "<rate of='topics' scale='five' into='marks' \(more)/>"),
      "<checkpoint id='c' by='facilitator' time='1m'><question>A</question><criteria>\(test("median", "marks", "for='a' at-least='3'"))</criteria></checkpoint>",
      head: fiveScale + topics)
  }

  @Test func `before a reveal a criterion shows its basis and result only`() {
    let given = checked("reveal='host'").people(names)
    for name in names { given.handsIn(name, "a=4") }
    let hidden = given.next().view().checkpoint?.criteria.first
    #expect(hidden?.sentence == "median of a at least 3: not shown before the reveal (5 of 5 answered)")
    #expect(hidden?.value == nil)
    #expect(hidden?.result == .holds)
    #expect(given.when(.reveal).view().checkpoint?.criteria.first?.value == 4)
  }

  @Test func `figures of fewer than five people are not told where names are hidden`() {
    let given = checked("names='hidden'").people(names)
    for name in names.prefix(4) { given.handsIn(name, "a=4") }
    let few = given.next().view().checkpoint?.criteria.first
    #expect(few?.sentence == "median of a at least 3: too few to show (4 of 5 answered)")
    #expect(few?.result == .holds)
  }

  @Test func `a part of the room that leaves few others over is not told either`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks' names='hidden'/>"),
      head: schools + fiveScale + topics)
    for place in 0..<8 { given.person("P\(place)", ["school": place < 6 ? "north" : "south"]) }
    for place in 0..<8 { given.handsIn("P\(place)", "a=4") }
    let north = condition(test("median", "marks", "for='a' at-least='3'", "<where field='school' is='north'/>"))
    let all = condition(test("median", "marks", "for='a' at-least='3'"))
    #expect(given.reading(north).discreet.value == nil)
    #expect(given.reading(north).result == .holds)
    #expect(given.reading(all).discreet.value == 4)
  }
}
