import MethodModel
import SessionEngine
import Testing

/// What a host can do when a session has fallen behind.
@Suite struct WaysToEndTests {
  private func late() -> Given {
    Given(
      step("first", time: "10m"), step("talk", collect("ideas"), time: "10m"), "<break id='rest' time='10m'/>",
      step("game", time: "5m", more: "cut='skip'"), step("close", time: "10m", more: "cut='keep'")
    ).people("Aino").seconds(780)
  }

  private func ways(_ given: Given) -> [WayToEnd] { given.view().ways }

  @Test func `nothing is offered on time`() {
    #expect(ways(Given(step("one"), step("two")).people("Aino").seconds(60)).isEmpty)
    Given(step("one")).people("Aino").when(.applyPlan(ApplyPlan(.shorten))).refused(.noSuchOption)
  }

  @Test func `an overrun offers legal ways, each with its cost`() {
    #expect(ways(late()).map(\.kind) == [.breaks, .shorten, .skip, .later])
    #expect(ways(late())[0].costs == ["“rest”: 10 min → 7 min"])
    #expect(ways(late())[2].title == "Leave steps out")
    #expect(ways(late())[2].costs == ["“game”: left out"])
    #expect(ways(late())[3].title == "End 3 min later")
  }

  @Test func `where shortening is not enough, as little as it takes is left out, and the rest gives what is missing`() {
    let given = Given(
      step("a", time: "30m", more: "shortest='25m'"), step("b", time: "10m", more: "cut='skip'"),
      step("c", time: "10m", more: "cut='skip'"), step("z", time: "10m", more: "shortest='8m'")
    ).people("Aino").seconds(1_800 + 840)
    let ways = ways(given)
    #expect(ways.map(\.kind) == [.shorten, .skip, .later])
    #expect(ways[0].title == "Leave out as little as it takes, and shorten the rest by 75 % of what it can give")
    #expect(ways[0].costs == ["“c”: left out", "“b”: 10 min → 7 min 30 s", "“z”: 10 min → 8 min 30 s"])
    #expect(ways[1].costs == ["“b”: left out", "“c”: left out"])
  }

  @Test func `where nothing is enough, it is said what holds it`() {
    let given = Given(step("a", time: "10m"), step("b", time: "20m", more: "cut='keep'"), step("c", time: "3m"))
      .people("Aino").seconds(1_200)
    let least = ways(given).first
    #expect(least?.kind == .least && least?.costs.first == "what takes longest even so: “b”, “c”")
  }

  @Test func `a step for each thing goes by a name that people can read`() {
    let each =
      "<for-each id='all' item-of='topics' as='topic'><step id='talk' time='10m' cut='skip'><title>{topic}</title></step></for-each>"
    let given = Given(step("first", time: "10m"), each, step("close", time: "10m", more: "cut='keep'"), head: topics)
      .people("Aino").seconds(780)
    #expect(given.view().upcoming.first == "each topic")
    let costs = ways(given).flatMap(\.costs)
    #expect(costs.contains { $0.hasPrefix("“each topic”: ") } && !costs.contains { $0.contains("{") }, "\(costs)")
  }

  @Test(arguments: [WayToEnd.Kind.breaks, .shorten, .skip])
  func `each way ends in time`(kind: WayToEnd.Kind) {
    let given = late().when(.applyPlan(ApplyPlan(kind)), because: "lunch waits")
    #expect(given.view().time.behind <= 0)
    #expect(given.state.changes.last?.kind == .replanned)
    #expect(given.state.changes.last?.reason == "lunch waits")
    given.next()
    while case .take(let number) = given.state.leaf {
      let take = given.state.takes[number - 1]
      given.seconds(max(0, take.allotted - take.used(at: given.state.clock.running(at: given.elapsed)))).next()
    }
    #expect(given.state.clock.elapsed <= 2_700)
  }

  @Test func `leaves get their new times when they open, and what is kept keeps its own`() {
    let given = late().when(.applyPlan(ApplyPlan(.shorten))).next()
    #expect((given.open?.allotted ?? 0) < 600)
    #expect(given.open?.planned == 600)
    given.next(3).stands("close")
    #expect(given.open?.allotted == 600)
  }

  @Test func `a step left out by the plan is on record`() {
    let given = late().when(.applyPlan(ApplyPlan(.skip))).next(3).stands("close")
    #expect(given.state.changes.map(\.kind) == [.replanned, .skipped])
  }

  @Test func `a later end is agreed`() {
    let given = late().when(.applyPlan(ApplyPlan(.later)))
    #expect(given.state.agreedEnd == 2_880)
    #expect(ways(given).isEmpty)
  }

  @Test func `undo brings the plan before back`() {
    let given = late().when(.applyPlan(ApplyPlan(.shorten))).when(.undo)
    #expect(given.view().time.behind == 180)
    given.next()
    #expect(given.open?.allotted == 600)
  }

  @Test func `what is open gives too`() {
    let given = Given(step("one", time: "10m"), step("two", time: "20m"), step("three", time: "10m")).people("Aino")
    given.seconds(700).next().when(.applyPlan(ApplyPlan(.shorten)))
    #expect((given.open?.allotted ?? 0) < 1_200)
    #expect(given.view().time.behind <= 0)
  }

  @Test func `where nothing is enough, the least is said with what it holds`() {
    let given = Given(step("one", time: "10m"), step("two", time: "6m")).people("Aino").seconds(900)
    #expect(ways(given).map(\.kind) == [.least, .later])
    #expect(ways(given)[0].title == "As short as it can be, and still 3 min late")
  }

  @Test func `it works within tracks`() {
    let roles = "<roles><role id='hosts'/><role id='guests' people='1..' filled='rest'/></roles>"
    let given = Given(
      parallel(
        "beside", phase("left", "with='hosts'", step("l1", time: "10m"), step("l2", time: "20m")),
        phase("right", "with='guests'", step("r1", time: "5m"))), step("after", time: "10m"), head: roles
    ).people("Aino", "Bo").role("hosts", "Aino").seconds(720).next()
    #expect(ways(given).map(\.kind) == [.shorten, .later])
    given.when(.applyPlan(ApplyPlan(.shorten)))
    #expect(given.view().time.behind <= 0)
  }

  /// Goes on as soon as the time of each leaf is over, to the end.
  private func playsInTime(_ given: Given) {
    for _ in 0..<60 {
      let open = given.state.openTakes
      guard !open.isEmpty else { return }
      let left = open.map { $0.allotted - $0.used(at: given.state.clock.running(at: given.elapsed)) }
      guard let least = left.min(), let first = left.firstIndex(of: least) else { return }
      given.seconds(max(0, least))
      if let track = given.state.trackList.first(where: { $0.leaf == .take(open[first].number) }) {
        given.when(.track(track.id))
      }
      given.next()
    }
  }

  @Test func `it works in groups with clocks of their own`() {
    let given = Given(
      phase("own", "with='pairs' clock='own'", step("one", time: "10m"), step("two", time: "20m")),
      step("after", time: "10m"), head: "<groupings><groups id='pairs' size='2'/></groupings>"
    ).people("Aino", "Bo", "Chen", "Dina").seconds(900).next()
    #expect(Set(given.state.openTakes.map(\.title)) == ["one", "two"])
    #expect(ways(given).map(\.kind) == [.shorten, .later])
    given.when(.applyPlan(ApplyPlan(.shorten)))
    #expect(given.view().time.behind <= 0)
    #expect(given.state.openTakes.contains { $0.title == "two" && $0.allotted < 1_200 })
    playsInTime(given)
    #expect(given.state.clock.elapsed <= given.state.agreedEnd)
    if case .ended = given.state.status {} else { Issue.record("it has not come to its end") }
  }

  @Test func `it works between the laps of a rotation`() {
    let head = """
      <groupings><groups id='teams' size='2'/></groupings>
      <lists><list id='posts'><value id='a'/><value id='b'/><value id='c'/></list></lists>
      """
    let given = Given(
      "<rotate id='round' move='teams' through='posts' as='post' changeover='1m'>\(step("talk", time: "10m"))</rotate>",
      step("after", time: "10m"), head: head
    ).people("Aino", "Bo", "Chen", "Dina", "Eero", "Fay").seconds(840).next()
    #expect(ways(given).map(\.kind).first == .shorten)
    given.when(.applyPlan(ApplyPlan(.shorten)))
    #expect(given.view().time.behind <= 0)
    playsInTime(given)
    #expect(given.state.clock.elapsed <= given.state.agreedEnd)
    #expect(given.state.takes.filter { $0.title == "talk" }.map(\.allotted).dropFirst().allSatisfy { $0 < 600 })
  }
}
