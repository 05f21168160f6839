import MethodModel
package import SessionEngine

/// What one rehearsal of a sweep came to.
package struct SweepRun: Sendable, Hashable {
  /// A way, a leaf or a verdict that a session can come to.
  package enum Reach: Sendable, Hashable {
    case place(String)
    case way(String, BodySlot)
    case verdict(String, CheckpointVerdict)
  }

  package var people: Int
  package var seed: UInt64
  /// Seconds from the start to the agreed end.
  package var planned = 0
  /// Seconds from the start to the real end, pauses included.
  package var actual = 0
  /// The name of the end; `nil` when it never came to one.
  package var end: String?
  /// How many steps, breaks and checkpoints were opened.
  package var steps = 0
  package var commands = 0
  /// How many commands were refused, by the code of the refusal.
  package var refused: [Rejection.Code: Int] = [:]
  package var reached: Set<Reach> = []
  /// The most laps of each loop that was entered.
  package var laps: [String: Int] = [:]

  /// What the method promises and nothing was made of; none where it ended another way than in full.
  package var undelivered: [String] = []

  /// Whether it stood still, went in circles, or could not begin.
  package var isStuck: Bool { end == nil || end == Ended.early }
  package var refusals: Int { refused.values.reduce(0, +) }
  /// Seconds later than agreed; negative: earlier.
  package var late: Int { actual - planned }
}

/// What a sweep rehearses again and again.
package struct SweepSubject: Sendable {
  package let engine: SessionEngine
  package let settings: [String: [String]]
  package let earlier: [String: EarlierOutcome]
  package let language: String
  package let isRemote: Bool

  package init(
    _ engine: SessionEngine, settings: [String: [String]], earlier: [String: EarlierOutcome] = [:], language: String,
    isRemote: Bool
  ) {
    self.engine = engine
    self.settings = settings
    self.earlier = earlier
    self.language = language
    self.isRemote = isRemote
  }

  /// One rehearsal in memory, the very same that `rehearse` makes of the size and the seed.
  package func rehearse(people: Int, seed: UInt64) -> SweepRun {
    var run = SweepRun(people: people, seed: seed)
    var rehearsal = Rehearsal(
      engine, people: people, seed: seed, settings: settings, earlier: earlier, language: language,
      mode: isRemote ? .remote : .room)
    var state = SessionState()
    while run.commands < Self.most(for: people), let command = rehearsal.next(after: state) {
      run.commands += 1
      do throws(Rejection) {
        for event in try engine.decide(command, state) {
          state.evolve(event)
          run.note(event, state)
        }
      } catch {
        run.refused[error.code, default: 0] += 1
      }
    }
    run.planned = state.start?.agreedEnd ?? 0
    run.actual = state.clock.spent(at: state.clock.elapsed)
    if case .ended(let end) = state.status { run.end = end.name }
    if run.end == Ended.completed {
      run.undelivered = engine.method.delivers.map(\.source.name).filter { !engine.holdsSomething($0, state) }
    }
    return run
  }

  /// A rehearsal that takes more commands goes in circles.
  private static func most(for people: Int) -> Int { 20_000 + 2_000 * people }
}

extension SweepRun {
  /// Keeps what an event has brought the session to.
  fileprivate mutating func note(_ event: Event, _ state: SessionState) {
    switch event.body {
    case .frameEntered(let entered): note(entered.frame)
    case .frameAdvanced(let advanced): note(advanced.frame)
    case .takeOpened(let take):
      reached.insert(.place(take.place))
      steps += 1
    case .checkpointDecided(let decided):
      reached.insert(.verdict(state.takes[decided.take - 1].place, decided.verdict))
    default: break
    }
  }

  private mutating func note(_ frame: Frame) {
    reached.insert(.place(frame.place))
    if frame.slot != .main { reached.insert(.way(frame.place, frame.slot)) }
    if let lap = frame.lap { laps[frame.place] = max(lap, laps[frame.place] ?? 0) }
  }
}
