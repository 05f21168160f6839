import Foundation
import SessionEngine
import SessionStore

/// Reopening a session of 100,000 events as a process of its own, and whether an event late in a session costs more.
enum ReopenBenchmark {
  static let argument = "--reopen"
  private static let events = 100_000

  static func run() async throws {
    try await Machine.withScratchFolder { folder in
      let session = try SampleSession()
      let path = try await fill(session, in: folder)
      guard let program = Bundle.main.executablePath else { throw Trouble("this program does not know where it is") }
      let runs = try (0..<5).map { _ in try ChildProcess.run(program, [argument, path]) }
      guard runs.allSatisfy({ $0.code == 0 }) else { throw Trouble("the session cannot be reopened") }
      Promise(what: "reopening \(events) events, wall time of the process", bound: .atMost, figure: 1)
        .hold(median(runs.map(\.wall)), unit: " s")
      print("  processor time of both cores: \(rounded(median(runs.map { $0.user + $0.system }))) s")
      Promise(what: "its peak memory", bound: .atMost, figure: 200).hold(median(runs.map(\.peakMemory)), unit: " MB")
    }
    try comparePlaces()
  }

  /// The process that is measured.
  static func reopen(_ path: String) async throws {
    let replay = try await SessionReplay.of(try SessionFolder.existing(path))
    guard replay.refusal == nil, replay.state.sequence >= events else {
      throw Trouble("only \(replay.state.sequence) events")
    }
  }

  private static func fill(_ session: SampleSession, in folder: URL) async throws -> String {
    let host = try await session.begin(in: folder)
    var next = 0
    while await host.view({ $0.sequence }) < events {
      let burst = next..<next + 2_000
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in burst { group.addTask { _ = try await host.submit(session.contribution(number)) } }
        try await group.waitForAll()
      }
      next = burst.upperBound
    }
    return host.folder.path
  }

  /// Deciding and taking in, in memory: the disk costs the same at any length.
  private static func comparePlaces() throws {
    let session = try SampleSession()
    var (early, late): ([Double], [Double]) = ([], [])
    for _ in 0..<9 {
      var state = SessionState()
      for event in try session.engine.decide(session.start, state) { state.evolve(event) }
      var next = 0
      func go(to number: Int) throws -> Double {
        let (start, from) = (ContinuousClock.now, next)
        while next < number {
          for event in try session.engine.decide(session.contribution(next), state) { state.evolve(event) }
          next += 1
        }
        return start.duration(to: .now).seconds / Double(number - from)
      }
      _ = try go(to: 100)
      early.append(try go(to: 300))
      _ = try go(to: 19_900)
      late.append(try go(to: 20_100))
    }
    let micro = (median(early) * 1e6, median(late) * 1e6)
    print("  an event at 200 costs \(rounded(micro.0)) µs, at 20,000 \(rounded(micro.1)) µs")
    Promise(what: "cost of an event at 20,000 to one at 200", bound: .atMost, figure: 1.2).hold(micro.1 / micro.0)
  }
}
