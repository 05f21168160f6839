import MethodModel
import SessionEngine
import Testing

/// Several positions at the same time: begun together, moved each by itself, joined at the end.
@Suite struct TrackTests {
  private func two() -> Given {
    Given(
      step("before"),
      parallel(
        "beside", phase("left", "with='hosts'", step("left-one", collect("ideas")), step("left-two")),
        phase("right", "with='guests'", step("right-one", collect("risks"), time: "2m"))), step("after"),
      head: Self.roles
    )
    .people("Aino", "Bo", "Dina").role("hosts", "Aino").role("cooks", "Dina")
  }

  private static let roles =
    "<roles><role id='hosts'/><role id='cooks'/><role id='guests' people='1..' filled='rest'/></roles>"
  private let left: TrackID = "beside%left"
  private let right: TrackID = "beside%right"

  @Test func `a parallel opens the first leaf of every phase and looks after the first`() {
    let given = two().next().stands("left-one")
    #expect(given.state.openTakes.map(\.title) == ["left-one", "right-one"])
    #expect(given.state.trackList.map(\.title) == ["left", "right"])
    #expect(given.state.openTakes.map(\.path) == ["beside%left/left/left-one", "beside%right/right/right-one"])
  }

  @Test func `next moves one track and leaves the other where it is`() {
    let given = two().next(2).stands("left-two")
    #expect(given.state.openTakes.map(\.title) == ["right-one", "left-two"])
  }

  @Test func `a track that is done waits, and the next unfinished one is looked after`() {
    let given = two().next(3).stands("right-one")
    #expect(given.state.trackList.map(\.isDone) == [true, false])
    given.when(.track("beside%left")).refused(.noSuchPlace)
  }

  @Test func `when all are done one goes on behind them`() {
    two().next(4).stands("after").next().ended("completed")
  }

  @Test func `the host changes between tracks, or names one with the command`() {
    let given = two().next().when(.track(right)).stands("right-one").when(.track(left)).stands("left-one")
    given.receives(
      Command(id: "x", actor: .host, wall: WallTime(milliseconds: 0), elapsed: 0, track: right, body: .next))
    given.stands("left-one")
    #expect(given.state.trackList.map(\.isDone) == [false, true])
  }

  @Test func `only the host changes between tracks`() {
    two().next().when(.track(right), by: .person("aino")).refused(.notYours)
  }

  @Test func `what is entered goes to the run it names, whatever track is looked after`() {
    let given = two().next().adds("Aino", "a").adds("Bo", "r", run: RunID(take: 3, activity: 0))
    given.holds("ideas", ["a"]).holds("risks", ["r"])
  }

  @Test func `deadlines of all tracks are met, the soonest first`() {
    let given = two().next()
    #expect(given.engine.nextDeadline(given.state)?.running == 120)
    given.seconds(130)
    #expect(given.state.takes.filter(\.isTimeUp).map(\.title) == ["right-one"])
    #expect(given.engine.nextDeadline(given.state)?.running == 300)
  }

  @Test func `the longest track counts in the forecast`() {
    let given = two().start()
    #expect(given.state.start?.agreedEnd == 1_200)
    given.next()
    #expect(given.engine.forecast(given.state, elapsed: 0).end == 900)
  }

  @Test func `somebody who comes or leaves does so in every track`() {
    let given = two().next().arrives("Chen")
    #expect(given.state.openTakes.map { $0.parts.flatMap(\.members) } == [["aino"], ["bo", "chen"]])
    given.leaves("Bo")
    #expect(given.state.openTakes.allSatisfy { $0.runs.last?.present == ["aino", "dina", "chen"] })
  }

  @Test func `a pause stops the clocks of all`() {
    let given = two().next().when(.pause).seconds(500).when(.resume(gap: 0)).seconds(10)
    #expect(given.state.openTakes.map { $0.used(at: given.state.clock.running(at: given.elapsed)) } == [10, 10])
  }

  @Test func `back stays within the track`() {
    let given = two().next().adds("Aino", "a").next().when(.track(right)).adds("Bo", "r")
    given.goes(to: .before).stands("before")
    #expect(given.state.openTakes.map(\.title) == ["before"])
  }

  @Test func `return takes up all tracks that were left by going back before them`() {
    let given = two().next().adds("Aino", "a").when(.track(right)).adds("Bo", "r").goes(to: .place("before"))
    given.when(.returnToOrigin).stands("right-one")
    #expect(given.state.openTakes.map(\.title) == ["left-one", "right-one"])
    given.next().stands("left-one").next(2).stands("after").holds("ideas", ["a"]).holds("risks", ["r"])
  }

  @Test func `going to a step of the other track leaves this one open`() {
    let given = two().next(2).when(.track(right)).goes(to: .place("left-one")).stands("left-one")
    #expect(given.state.openTakes.map(\.title) == ["left-one", "right-one"])
    given.when(.returnToOrigin).stands("right-one")
  }

  @Test func `going to a joined track takes it up again, and joins once more`() {
    let given = two().next().adds("Aino", "a").next(3).stands("after").goes(to: .place("left-one")).stands("left-one")
    #expect(given.state.trackList.map(\.isDone) == [false, true])
    given.adds("Aino", "b").next().asks(.revisit).answers("keep").stands("after").holds("ideas", ["a", "b"])
  }

  @Test func `undo of the step that joined opens it again in its track`() {
    let given = two().next().adds("Aino", "a").next(3).stands("after").when(.undo).stands("right-one")
    #expect(given.state.trackList.map(\.isDone) == [true, false])
    given.next().stands("after")
  }

  @Test func `undo of the step before the tracks leaves them`() {
    let given = two().next().when(.undo).stands("before")
    #expect(given.state.openTakes.map(\.title) == ["before"])
    given.next().stands("left-one")
    #expect(given.state.openTakes.count == 2)
  }

  @Test func `jumping into a phase that never ran begins those beside it too`() {
    let given = two().goes(to: .place("left-two")).stands("left-two")
    #expect(given.state.openTakes.map(\.title) == ["right-one", "left-two"])
    given.next().stands("right-one").next().stands("after")
  }

  @Test func `a track whose phase has nothing for this mode is done at once`() {
    let phases = parallel(
      "beside", phase("left", "mode='remote' with='hosts'", step("one")), phase("right", "with='guests'", step("two")))
    let given = Given(phases, step("after"), head: Self.roles).people("Aino", "Bo").role("hosts", "Aino").stands("two")
    given.next().stands("after")
  }

  @Test func `tracks within a track join before their own goes on`() {
    let inner = parallel("inner", phase("a", "with='cooks'", step("a1")), phase("b", "with='hosts'", step("b1")))
    let given = Given(
      parallel(
        "outer", phase("left", "with='hosts'", inner, step("left-two")),
        phase("right", "with='guests'", step("right-one"))),
      step("after"), head: Self.roles
    ).people("Aino", "Bo").role("hosts", "Aino").stands("a1")
    #expect(given.state.openTakes.map(\.title) == ["a1", "b1", "right-one"])
    given.next().stands("b1").next().stands("left-two").next().stands("right-one").next().stands("after")
  }

  @Test func `an end in a track ends the session, and what is open elsewhere is closed`() {
    let way = "<choice id='way'><option id='go'><title>Go</title></option><option id='no'><title>No</title>"
    let given = Given(
      parallel(
        "beside", phase("left", "with='hosts'", way + "<end as='given-up'/></option></choice>"),
        phase("right", "with='guests'", step("r"))),
      step("after"), head: Self.roles
    ).people("Aino", "Bo").role("hosts", "Aino").asks(.choice).answers("no").ended("given-up")
    #expect(given.state.takes.map(\.status) == [.closed])
  }

  @Test func `a question in another track is answered by its own path`() {
    let maybe = step("maybe", more: "optional='yes'")
    let given = Given(
      parallel("beside", phase("left", "with='hosts'", step("l")), phase("right", "with='guests'", maybe)),
      head: Self.roles
    )
    .people("Aino", "Bo").role("hosts", "Aino")
    given.start().when(.answer(Answer(stop: "beside%right/right/maybe", option: "do"))).stands("maybe")
  }

  @Test func `skipping the last leaf of a track ends it`() {
    two().next(2).when(.skip).stands("right-one").when(.skip).stands("after")
  }

  @Test func `a replay of tracks gives the same state`() {
    let given = two().next().adds("Aino", "a").when(.track(right)).next(2).goes(to: .place("right-one")).next()
    var state = SessionState()
    for event in given.journal { state.evolve(event) }
    #expect(state == given.state)
  }
}
