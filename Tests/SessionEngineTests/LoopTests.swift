import MethodModel
import SessionEngine
import Testing

@Suite struct LoopTests {
  private let collecting = step("ideas", collect("ideas"))
  private let enough = until(test("count", "ideas", "at-least='2'"))

  @Test func `a loop without a test runs its rounds and goes on`() {
    Given(loop("rounds", rounds: 2, step("talk")), step("last")).people("Aino").start()
      .stands(path: "rounds#1/talk").next().stands(path: "rounds#2/talk").next().stands("last")
  }

  @Test func `until in the middle is read where it stands`() {
    let given = Given(loop("rounds", rounds: 3, collecting, enough, step("more")), step("last")).people("Aino")
    given.adds("Aino", "a").next().stands(path: "rounds#1/more").next().stands(path: "rounds#2/ideas")
    given.adds("Aino", "b").next().stands("last")
    #expect(given.state.readings.map(\.reading.result) == [.fails, .holds])
  }

  @Test func `until at the end is read after the lap, at the start before it`() {
    Given(loop("rounds", rounds: 3, collecting, enough), step("last")).people("Aino")
      .adds("Aino", "a").next().stands(path: "rounds#2/ideas").adds("Aino", "b").next().stands("last")
    let given = Given(step("first", collect("ideas")), loop("rounds", rounds: 3, enough, collecting), step("last"))
    given.people("Aino").adds("Aino", "a").adds("Aino", "b").next().stands("last")
  }

  @Test func `until without data is a stop point`() {
    let rate = step("rate", "<rate of='topics' scale='five' into='marks'/>")
    let agenda = [loop("rounds", rounds: 3, rate, until(test("spread", "marks", "below='2'"))), step("last")].joined()
    let given = Given(load(agenda: agenda, head: fiveScale + topics)).people("Aino").next().asks(.until)
    given.answers("go-on").stands(path: "rounds#2/rate").next().asks(.until).answers("leave").stands("last")
  }

  @Test func `used up rounds stop and offer one more, or the way out`() {
    let exhausted = "<exhausted>\(step("park"))<end as='parked'/></exhausted>"
    let agenda = [loop("rounds", rounds: 1, collecting, enough, exhausted), step("last")].joined()
    let given = Given(load(agenda: agenda)).people("Aino").next().asks(.exhausted)
    given.answers("one-more").stands(path: "rounds#2/ideas").next().asks(.exhausted)
    given.answers("exhausted").stands(path: "rounds%exhausted/park").next().ended("parked")
  }

  @Test func `used up rounds without a way out go on`() {
    Given(loop("rounds", rounds: 1, collecting, enough), step("last")).people("Aino").next().asks(.exhausted)
      .answers("exhausted").stands("last")
  }

  @Test func `skipping the question of a loop leaves it`() {
    Given(loop("rounds", rounds: 1, collecting, enough), step("last")).people("Aino").next().asks(.exhausted)
      .when(.skip).stands("last")
  }

  @Test func `a title shows minutes of the lap`() {
    let given = Given(loop("rounds", rounds: 3, step("talk", time: "15m 10m"))).people("Aino").start()
    #expect(given.open?.planned == 900)
    #expect(given.next().open?.planned == 600)
    #expect(given.next().open?.planned == 600)
  }
}

@Suite struct ForEachTests {
  private func each(_ source: String, _ body: String..., more: String = "") -> String {
    "<for-each id='all' item-of='\(source)' as='it' \(more)>\(body.joined())</for-each>"
  }

  @Test func `each thing gets the body, in the order made`() {
    let given = Given(step("ideas", collect("ideas")), each("ideas", step("talk", "<say>{it}</say>")), step("last"))
      .people("Aino").adds("Aino", "first").adds("Aino", "second").next().stands(path: "all@first/talk")
    #expect(given.view().say == ["first"])
    #expect(given.view().place.laps == ["first (1 of 2)"])
    given.next().stands(path: "all@second/talk").next().stands("last")
  }

  @Test func `over nothing one goes on`() {
    Given(step("ideas", collect("ideas")), each("ideas", step("talk")), step("last")).people("Aino").next()
      .stands("last")
  }

  @Test func `where and except leave things out`() {
    let field = "<field id='kind' type='choice'><value id='big'/><value id='small'/></field>"
    let filtered = each("ideas", "<where field='kind' is='big'/>", step("talk"))
    let given = Given(step("ideas", collect("ideas", "", field)), filtered, step("last")).people("Aino")
    given.adds("Aino", "one", ["kind": "small"]).adds("Aino", "two", ["kind": "big"]).next()
    given.stands(path: "all@two/talk").next().stands("last")
  }

  @Test func `best first by the marks named`() {
    let given = Given(
      step("rate", "<rate of='topics' scale='five' into='marks'/>"),
      each("topics", step("talk"), more: "order='marks'"),
      head: fiveScale + topics
    ).people("Aino").marks("Aino", "a", "2").marks("Aino", "b", "5").marks("Aino", "c", "3").next()
    given.stands(path: "all@b/talk").next().stands(path: "all@c/talk").next().stands(path: "all@a/talk")
  }

  @Test func `drawn things all come once`() {
    let given = Given(each("topics", step("talk"), more: "order='drawn'"), head: topics).people("Aino").start()
    var seen: Set<String> = []
    for _ in 0..<3 {
      seen.insert(given.open?.path.raw ?? "")
      given.next()
    }
    #expect(seen == ["all@a/talk", "all@b/talk", "all@c/talk"])
    given.ended("completed")
  }

  @Test func `things born meanwhile join the end, withdrawn ones drop out`() {
    let given = Given(
      step("ideas", collect("ideas")), each("ideas", step("talk", collect("ideas")), more: "within='9h'")
    ).people("Aino")
    given.adds("Aino", "a").adds("Aino", "b").next().stands(path: "all@a/talk")
    given.adds("Aino", "c").when(.withdraw("b")).next().stands(path: "all@c/talk").next().ended("completed")
  }

  @Test(arguments: [("ask", ""), ("leave", "last"), ("finish", "last")])
  func `the time for all things runs out`(atEnd: String, title: String) {
    let given = Given(each("topics", step("talk"), more: "within='2m' at-end='\(atEnd)'"), step("last"), head: topics)
      .people("Aino").start().seconds(130).next()
    guard atEnd == "ask" else {
      given.stands(title)
      return
    }
    given.asks(.spent).answers("go-on").stands(path: "all@b/talk").next().stands(path: "all@c/talk")
  }

  @Test func `leaving the rest when time is spent goes on`() {
    Given(each("topics", step("talk"), more: "within='2m'"), step("last"), head: topics).people("Aino").start()
      .seconds(130).next().asks(.spent).answers("leave").stands("last")
  }

  @Test func `what is rated inside is read inside for its own thing`() {
    let body = step("rate", "<rate of='it' scale='five' into='marks'/>")
    let fork =
      "<branch id='fork'><when>\(test("median", "marks", "at-least='4'"))\(step("good"))</when><otherwise/></branch>"
    let given = Given(each("topics", body, fork), head: fiveScale + topics).people("Aino")
    given.marks("Aino", "a", "5").next().stands("good").next().stands(path: "all@b/rate")
    given.marks("Aino", "b", "2").next().stands(path: "all@c/rate")
  }
}
