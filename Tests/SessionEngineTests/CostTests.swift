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
