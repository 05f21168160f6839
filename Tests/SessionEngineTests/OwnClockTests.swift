import MethodModel
import SessionEngine
import Testing

/// Parts that go through a phase at their own pace, and things that are worked on at the same time.
@Suite struct OwnClockTests {
  private static let pairs = "<groupings><groups id='pairs' size='2'/></groupings>" + fiveScale + topics

  private func pairs(_ steps: String...) -> Given {
    Given(phase("own", "with='pairs' clock='own'", steps.joined()), step("after"), head: Self.pairs)
      .people("Aino", "Bo", "Chen", "Dina").start()
  }

  @Test func `each part has a track of its own, and works as a circle`() {
    let given = pairs(step("talk", collect("ideas"))).stands("talk")
    #expect(given.state.trackList.count == 2)
    #expect(given.state.openTakes.map { $0.parts.map(\.members.count) } == [[2], [2]])
    given.next(2).stands("after")
  }

  @Test func `a part reads what it made itself, the room reads all`() {
    let given = pairs(step("talk", collect("ideas")), step("pick", "<select from='ideas' into='best' at-most='1'/>"))
    let tracks = given.state.trackList.map(\.id)
    given.adds(nil, "a").when(.track(tracks[1])).adds(nil, "b").next().then { given in
      #expect(given.run?.ballot.map { given.engine.label(of: $0, given.state) } == ["b"])
    }
    given.when(.track(tracks[0])).next()
    #expect(given.run?.ballot.map { given.engine.label(of: $0, given.state) } == ["a"])
    given.chooses(nil, "a").next().chooses(nil, "b").next().stands("after").holds("best", ["b", "a"])
  }

  @Test func `a vote in each part is pooled outside and separate inside`() {
    let rate = step("rate", "<rate of='topics' scale='five' into='marks'/>")
    let count = test("count", "marks", "at-least='2'")
    let given = pairs(
      rate, "<branch id='way'><when>\(count)\(step("many"))</when><otherwise>\(step("few"))</otherwise></branch>")
    let first = given.open?.parts.first?.members ?? []
    for person in first { given.marks(person.raw, "a", "4") }
    given.next().stands("many")
    given.when(.track(given.state.trackList[1].id)).next().stands("few")
    #expect(
      given.reading(.test(MethodModel.Test(measure: .count, of: SourceRef(name: "marks"), thresholds: []))).value == 2)
  }

  @Test func `an end in a part ends that part alone`() {
    let way =
      "<choice id='way'><option id='go'><title>Go</title></option><option id='no'><title>No</title><end as='out'/></option></choice>"
    let given = pairs(way, step("more")).asks(.choice).answers("no")
    #expect(given.state.trackList.map(\.result) == ["out", nil])
    given.asks(.choice).answers("go").stands("more").next().stands("after")
  }

  @Test func `all things at once have a track each, and one joins when all are done`() {
    let each =
      "<for-each id='talks' item-of='topics' as='it' at-once='yes'>\(step("talk", collect("notes")))</for-each>"
    let given = Given(each, step("after"), head: topics).people("Aino").stands("talk")
    #expect(given.state.trackList.map(\.title) == ["a", "b", "c"])
    #expect(given.state.openTakes.map { $0.about["talks"]?.word } == ["a", "b", "c"])
    given.next(3).stands("after")
  }

  @Test func `a thing born while others are worked on gets a track before one goes on`() {
    let each =
      "<for-each id='talks' item-of='ideas' as='it' at-once='yes' within='1h'>\(step("talk", collect("ideas")))</for-each>"
    let given = Given(step("first", collect("ideas")), each, step("after")).people("Aino")
    given.adds("Aino", "a").next().stands("talk").adds("Aino", "b").next().stands("talk")
    #expect(given.open?.about["talks"] == .entry("b"))
    given.next().stands("after")
  }

  @Test func `jumping into a part's phase begins all parts`() {
    let given = Given(
      step("before"), phase("own", "with='pairs' clock='own'", step("one"), step("two")), step("after"),
      head: Self.pairs
    ).people("Aino", "Bo", "Chen", "Dina")
    given.goes(to: .place("two")).stands("two")
    #expect(given.state.openTakes.map(\.title) == ["one", "two"])
  }
}
