import MethodModel
import SessionEngine
import Testing

/// Going through things one by one: their order, what is left, and what the host changes.
@Suite struct QueueTests {
  private func each(_ more: String = "", _ body: String? = nil) -> String {
    "<for-each id='each' item-of='topics' as='it' \(more)>\(body ?? step("talk"))</for-each>"
  }

  private func given(_ more: String = "", _ body: String? = nil) -> Given {
    Given(each(more, body), step("after", "<collect from='left' into='notes'/>"), head: topics).people("Aino").start()
  }

  private func plain(_ more: String = "") -> Given {
    Given(each(more), step("after"), head: topics).people("Aino").start()
  }

  private func subject(_ given: Given) -> String? { given.open?.about["each"]?.word }

  @Test func `the host puts one first, takes one out, and brings it back`() {
    let given = plain()
    given.when(.queue(ChangeQueue(.first, .value("c", of: "topics")))).when(
      .queue(ChangeQueue(.drop, .value("b", of: "topics"))))
    #expect(given.view().queue?.waiting.map(\.label) == ["c"])
    #expect(given.view().queue?.dropped.map(\.label) == ["b"])
    given.next()
    #expect(subject(given) == "c")
    given.when(.queue(ChangeQueue(.add, .value("b", of: "topics")))).next()
    #expect(subject(given) == "b")
    given.next().stands("after").recorded(.requeued, .requeued, .requeued)
  }

  @Test func `one that was dropped is not gone through`() {
    plain().when(.queue(ChangeQueue(.drop, .value("b", of: "topics")))).next(2).stands("after")
  }

  @Test func `one cannot be dropped that is not waiting, nor added that is there`() {
    plain().when(.queue(ChangeQueue(.drop, .value("a", of: "topics")))).refused(.unknownThing)
    plain().when(.queue(ChangeQueue(.add, .value("b", of: "topics")))).refused(.unknownThing)
    plain().when(.queue(ChangeQueue(.add, .person("aino")))).refused(.unknownThing)
    Given(step("one")).people("Aino").when(.queue(ChangeQueue(.drop, .person("aino")))).refused(.noSuchPlace)
  }

  @Test func `what nobody came to is the rest`() {
    let given = given("within='5m' at-end='finish' rest='left'").seconds(301).next().stands("after")
    given.holds("left", ["b", "c"])
    #expect(given.run?.ballot.map(\.word) == ["b", "c"])
  }

  @Test func `leave goes on in the middle of a thing once the time is spent`() {
    let body = step("talk") + step("vote")
    given("within='5m' at-end='leave' rest='left'", body).next().stands("vote").seconds(301).next().stands("after")
      .holds("left", ["b", "c"])
    given("within='5m' at-end='leave' rest='left'", body).seconds(301).next().stands("after").holds("left", ["b", "c"])
  }

  @Test func `asked, the host goes on with the next or leaves the rest`() {
    let given = given("within='5m' rest='left'").seconds(301).next().asks(.spent).answers("go-on")
    #expect(subject(given) == "b")
    given.seconds(301).next().asks(.spent).answers("leave").stands("after").holds("left", ["c"])
  }

  @Test func `dropped things are among the rest, and nothing is when all was gone through`() {
    given("rest='left'").when(.queue(ChangeQueue(.drop, .value("b", of: "topics")))).next(2).holds("left", ["b"])
    given("rest='left'").next(3).stands("after").holds("left", [])
  }

  @Test func `an empty source is passed over, and said`() {
    let agenda = [
      step("first", collect("ideas")), "<for-each id='each' item-of='ideas' as='it'>\(step("talk"))</for-each>",
      step("last"),
    ]
    let given = Given(load(agenda: agenda.joined())).people("Aino").next().stands("last")
    #expect(given.view().passedOver == ["ideas"])
  }

  @Test func `a loop within a loop knows both subjects`() {
    let lists =
      "<lists><list id='topics'><value id='a'/><value id='b'/></list><list id='views'><value id='x'/><value id='y'/></list></lists>"
    let inner = "<for-each id='inner' item-of='views' as='v'>\(step("look"))</for-each>"
    let given = Given("<for-each id='outer' item-of='topics' as='t'>\(inner)</for-each>", head: lists).people("Aino")
    var seen: [String] = []
    given.start()
    for _ in 0..<4 {
      seen.append("\(given.open?.about["outer"]?.word ?? "")\(given.open?.about["inner"]?.word ?? "")")
      given.next()
    }
    #expect(seen == ["ax", "ay", "bx", "by"])
    given.ended("completed")
  }

  private static let rating = "<rate of='it' scale='five' into='marks'/>"

  private func reworked() -> Given {
    let back = "<back to='rate' for='{weak}' at-most='1'/>"
    let weak = "<select from='topics' as='r' into='weak'>\(test("median", "marks", "for='{r}' below='3'"))</select>"
    return Given(
      each("", step("rate", Self.rating)), step("sum", weak),
      "<checkpoint id='gate' by='facilitator' time='2m'><question>Go?</question><pass/><rework>\(back)</rework></checkpoint>",
      step("after"), head: fiveScale + topics
    ).people("Aino").start()
  }

  @Test func `back to a place for some things runs those alone again`() {
    let given = reworked()
    for value in ["2", "4", "1"] { given.marks("Aino", given.open?.about["each"]?.word ?? "", value).next() }
    given.stands("sum").holds("weak", ["a", "c"]).next().decides(.rework, because: "two are weak").stands("rate")
    #expect(subject(given) == "a")
    given.marks("Aino", "a", "4").next()
    #expect(subject(given) == "c")
    given.marks("Aino", "c", "4").next().stands("sum").holds("weak", []).next().stands("Go?")
  }

  @Test func `undoing a rework gives its count back`() {
    let given = reworked()
    for value in ["2", "4", "4"] { given.marks("Aino", given.open?.about["each"]?.word ?? "", value).next() }
    given.next().decides(.rework, because: "one is weak").stands("rate")
    #expect(given.state.backs.values.reduce(0, +) == 1)
    given.when(.undo).stands("Go?")
    #expect(given.state.backs.values.reduce(0, +) == 0)
    #expect(given.state.due.isEmpty)
    given.decides(.rework, because: "one is weak").stands("rate")
  }
}
