import MethodModel
import SessionEngine
import Testing

/// What a contribution costs must not grow with what a session has gathered.
@Suite struct CostTests {
  @Test func `an entry costs in a long session what it costs in a short one`() {
    var short = GrowingSession()
    var long = GrowingSession()
    short.add(200)
    long.add(20_000)
    var cost = (short: Duration.seconds(9), long: Duration.seconds(9))
    for _ in 0..<25 {
      cost.short = min(cost.short, short.add(10))
      cost.long = min(cost.long, long.add(10))
    }
    #expect(long.state.outcomes["ideas"]?.entries.count == 20_250)
    // Generous, because other tests run beside this one; a scan of what is there would cost a hundredfold.
    #expect(cost.long < cost.short * 3, "\(cost) for ten entries")
  }
}

/// What many things cost together must grow with their number, not with its square.
@Suite struct ManyThingsTests {
  private static let agenda =
    step("ideas", collect("ideas")) + step("vote", "<vote of='ideas' into='votes' budget='3'/>", with: "alone")
    + step("top", "<select from='ideas' into='best' top='10' ranked-by='votes' ties='all'/>")
    + step("sort", "<cluster of='ideas' into='heaps'/>")
    + step(
      "hold", "<select from='ideas' as='i' into='liked'>\(test("sum", "votes", "for='{i}' at-least='1'"))</select>")
    + step("last")

  /// How long each step takes with so many things: adding, voting, choosing the top, sorting, choosing by a condition.
  private func costs(of count: Int) throws -> [Duration] {
    let given = Given(load(agenda: Self.agenda)).people((1...20).map { "P\($0)" }).start()
    var costs: [Duration] = []
    func timed(_ body: () -> Void) { costs.append(ContinuousClock().measure(body)) }
    timed { for number in 0..<count { given.adds(nil, "idea \(number)", as: EntryID("e\(number)")) } }
    given.next()
    timed {
      for voter in 1...20 { given.marks("P\(voter)", "e\(voter)", "2") }
    }
    timed { given.next() }
    #expect(given.things("best").count == 20)
    given.next()
    let ballot = try #require(given.run?.ballot)
    timed { given.when(.sort(SortThings(cluster: "all", name: "All", things: ballot))) }
    timed { given.next() }
    #expect(given.things("liked").count == 20)
    return costs
  }

  @Test func `ten times as many things cost little more than ten times as much`() throws {
    let few = try costs(of: 400)
    let many = try costs(of: 4_000)
    for (small, large) in zip(few, many) {
      // Generous, because other tests run beside this one; a square would cost a hundredfold.
      #expect(large < small * 30 + .milliseconds(300), "\(few) and \(many)")
    }
  }
}

/// What many people cost together must grow with their number, not with its square.
@Suite struct ManyPeopleTests {
  /// How long it takes until everybody has answered, one after the other.
  private func cost(of count: Int) -> Duration {
    let rate = "<rate of='topics' scale='five' into='ratings' reveal='all-answered'/>"
    let given = Given(load(agenda: step("rate", rate, with: "alone"), head: fiveScale + topics, fit: "1..5000"))
    given.people((1...count).map { "P\($0)" }).start()
    let cost = ContinuousClock().measure {
      for number in 1...count {
        let marks = given.things("topics").map { BallotMark($0, value: "3") }
        given.when(.handIn(HandIn(run: nil, unit: .person(PersonID("p\(number)")), marks: marks)))
      }
    }
    #expect(given.run?.isRevealed == true && given.run?.answeredAtClose == count)
    return cost
  }

  /// Who has yet to answer was once counted anew for each answer.
  @Test func `ten times as many people cost little more than ten times as much`() {
    let (few, many) = (cost(of: 100), cost(of: 1_000))
    // Generous, because other tests run beside this one; a square would cost a hundredfold.
    #expect(many < few * 60 + .milliseconds(300), "\(few) and \(many)")
  }
}

/// A session whose one limited, unique collection grows.
struct GrowingSession {
  let engine: SessionEngine
  private(set) var state: SessionState

  init() {
    let agenda = step("one", collect("ideas", "unique='yes' at-most='100000'"), with: "alone")
    let given = Given(load(agenda: agenda)).people("Aino", "Bo").start()
    engine = given.engine
    state = given.state
  }

  /// Adds entries, and says how long that took.
  @discardableResult mutating func add(_ count: Int) -> Duration {
    let first = state.outcomes["ideas"]?.entries.count ?? 0
    return ContinuousClock().measure {
      for number in first..<(first + count) {
        let entry = AddEntry(id: EntryID("e\(number)"), author: "aino", fields: ["text": "idea \(number)"])
        let command = Command(
          id: CommandID("x\(number)"), actor: .host, wall: WallTime(milliseconds: 0), elapsed: 0, body: .add(entry))
        for event in (try? engine.decide(command, state)) ?? [] { state.evolve(event) }
      }
    }
  }
}
