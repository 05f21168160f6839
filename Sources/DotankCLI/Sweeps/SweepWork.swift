import Dispatch
import Planning
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Rehearses every case on several cores at once, and stops with what there is when Ctrl-C is pressed.
final class SweepWork: Sendable {
  /// One rehearsal that is to be made.
  struct Case: Sendable, Hashable {
    let people: Int
    let seed: UInt64
  }

  private let subject: SweepSubject
  private let cases: [Case]
  private let world: World
  /// The case that nobody has taken yet.
  private let next = Atomic<Int>(0)
  private let isInterrupted = Atomic<Bool>(false)

  init(_ subject: SweepSubject, _ cases: [Case], _ world: World) {
    self.subject = subject
    self.cases = cases
    self.world = world
  }

  /// The runs by people and seed; fewer than the cases when it was interrupted.
  func run(jobs: Int) async -> [SweepRun] {
    let interruption = stopsWhenInterrupted()
    defer { interruption.cancel() }
    let runs = await withTaskGroup(of: [SweepRun].self) { group in
      for job in 0..<jobs { group.addTask { self.work(tells: job == 0) } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    if world.isTerminal(STDERR_FILENO) { world.write("\r\u{1B}[K", to: STDERR_FILENO) }
    return runs.sorted { ($0.people, $0.seed) < ($1.people, $1.seed) }
  }

  private func stopsWhenInterrupted() -> any DispatchSourceSignal {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { self.isInterrupted.store(true, ordering: .relaxed) }
    source.activate()
    return source
  }

  /// Takes one case after the other until none is left.
  private func work(tells: Bool) -> [SweepRun] {
    var runs: [SweepRun] = []
    var told = ContinuousClock.now
    while !isInterrupted.load(ordering: .relaxed) {
      let place = next.add(1, ordering: .relaxed).oldValue
      guard cases.indices.contains(place) else { break }
      runs.append(subject.rehearse(people: cases[place].people, seed: cases[place].seed))
      if tells, told.duration(to: .now) > pause {
        told = .now
        tell(place + 1)
      }
    }
    return runs
  }

  /// On a terminal one line that changes; elsewhere a line now and then.
  private func tell(_ done: Int) {
    let text = "\(done) of \(cases.count) rehearsals"
    world.write(world.isTerminal(STDERR_FILENO) ? "\r\(text)" : "\(text)\n", to: STDERR_FILENO)
  }

  private var pause: Duration { world.isTerminal(STDERR_FILENO) ? .milliseconds(200) : .seconds(10) }
}
