import Console
import Diagnostics
import Foundation
import MethodLoading
import SessionEngine

/// The full screen over a session with 5,000 items: from a key to the bytes for the terminal, how many those are, and
/// what the program costs while nobody does anything.
enum ConsoleBenchmark {
  private static let items = 5_000
  private static let sizes = [ScreenFrame.Size(columns: 80, rows: 24), ScreenFrame.Size(columns: 200, rows: 60)]

  static func run() async throws {
    for step in ["notes", "sort", "weigh"] {
      for size in sizes { try measure(step, size) }
    }
    try await measureIdle()
  }

  // MARK: Keys

  private static func measure(_ step: String, _ size: ScreenFrame.Size) throws {
    var session = try LongSession(items: items, at: step, size: size)
    // Other letters each time: the end of a long line of one letter looks the same after one more.
    let letters = ["a", "b", "c", "d", "e", "f", "g"]
    let typed = (0..<600).map { session.press(.text(letters[$0 % letters.count])) }.dropFirst(100)
    let ticks = (0..<120).map { _ in session.tick() }
    _ = session.press(.control("u"))
    let place = "\(step), \(size.columns)x\(size.rows)"
    let times = typed.map(\.milliseconds).sorted()
    Promise(what: "\(place): a key, median", bound: .atMost, figure: 16).hold(median(times), unit: " ms")
    Promise(what: "\(place): a key, p99", bound: .atMost, figure: 16)
      .hold(times[times.count * 99 / 100], unit: " ms")
    let keyBytes = median(typed.map { Double($0.bytes) })
    print(
      "  \(place): \(rounded(keyBytes)) bytes a key, \(rounded(median(ticks.map { Double($0.bytes) }))) a tick"
        + " of \(session.wholeFrame) for the whole frame; a tick takes \(rounded(median(ticks.map(\.milliseconds)))) ms"
    )
    guard step == "notes" else { return }
    let entered = try (0..<60).map { number in try session.enter("one more idea, number \(number)") }.sorted()
    Promise(what: "\(place): Enter on an item, without the disk, median", bound: .atMost, figure: 16)
      .hold(median(entered), unit: " ms")
  }

  // MARK: Nobody does anything

  /// The share of a core over 20 s, start and end of the program taken off.
  private static func measureIdle() async throws {
    let program = try Machine.program()
    try await Machine.withScratchFolder { folder in
      func used(seconds: Double, _ name: String) throws -> Double {
        let sessions = folder.appending(path: name).path
        return try ScreenProgram.processorSeconds(
          of: program,
          ["run", "one-two-four-all", "--people", "12", "--set", "question=What next?", "--sessions", sessions],
          for: seconds)
      }
      let (short, long) = (try used(seconds: 4, "short"), try used(seconds: 24, "long"))
      Promise(what: "the program on a terminal, nobody types, share of a core", bound: .atMost, figure: 1)
        .hold((long - short) / 20 * 100, unit: " %")
    }
  }
}

/// A session at one of its steps, with its screen.
private struct LongSession {
  struct Cost {
    let milliseconds: Double
    let bytes: Int
  }

  private let engine: SessionEngine
  private var state = SessionState()
  private var cockpit: Cockpit
  private var shown: ScreenFrame
  private var elapsed = 0
  private var commands = 0
  private let writing = FrameWriting(inColour: true)

  init(items: Int, at step: String, size: ScreenFrame.Size) throws {
    let loading = MethodLoader.load(SourceText(name: "long.xml", text: Self.method))
    guard let method = loading.method else { throw Trouble("the sample method is refused: \(loading.diagnostics)") }
    engine = SessionEngine(method)
    let options = ScreenOptions(utcOffset: 0, asksBack: true, resumeCommand: "dotank resume", idPrefix: "typed")
    cockpit = Cockpit(screen: ScreenModel(method: method, language: "en", options: options), size: size)
    shown = cockpit.frame()
    try send(.start(StartSession(methodHash: "0", language: "en", people: SampleSession.people)))
    let sample = try SampleSession()
    for number in 0..<items {
      for event in try engine.decide(sample.contribution(number), state) { state.evolve(event) }
    }
    for _ in 0..<(["notes", "sort", "weigh"].firstIndex(of: step) ?? 0) { try send(.next) }
    _ = cockpit.update(.message(.opened(view, elapsed: elapsed)))
    shown = cockpit.frame()
  }

  private static let method = """
    <method xmlns="urn:dotank:method:1" id="notes" version="1.0.0" xml:lang="en">
      <title>Notes</title>
      <purpose>Collect what the room says, sort it and weigh it.</purpose>
      <fit people="2..60"/>
      <scales><scale id="weight" range="1..5"/></scales>
      <agenda>
        <step id="notes-step" time="60m"><title>Notes</title><say>Say it.</say><collect into="notes"/></step>
        <step id="sort" time="60m"><title>Sort</title><say>Sort it.</say><cluster of="notes" into="heaps"/></step>
        <step id="weigh" time="60m"><title>Weigh</title><say>Weigh it.</say>
          <rate of="notes" into="weights" scale="weight"/>
        </step>
      </agenda>
    </method>
    """

  private var view: SessionView { engine.view(state, for: .host, elapsed: elapsed) }

  private mutating func send(_ body: CommandBody) throws {
    commands += 1
    let command = Command(
      id: CommandID("c\(commands)"), actor: .host, wall: WallTime(milliseconds: 1_795_251_600_000), elapsed: elapsed,
      digest: "c\(commands)", body: body)
    for event in try engine.decide(command, state) { state.evolve(event) }
  }

  /// The bytes that draw everything.
  var wholeFrame: Int { writing.update(from: nil, to: shown).utf8.count }

  mutating func press(_ key: Key) -> Cost { cost(of: .key(key)) }

  mutating func tick() -> Cost {
    elapsed += 1
    return cost(of: .message(.tick(elapsed: elapsed)))
  }

  private mutating func cost(of event: Cockpit.Event) -> Cost {
    let start = ContinuousClock.now
    _ = cockpit.update(event)
    let bytes = draw()
    return Cost(milliseconds: start.duration(to: .now).seconds * 1_000, bytes: bytes)
  }

  private mutating func draw() -> Int {
    let frame = cockpit.frame()
    defer { shown = frame }
    return writing.update(from: shown, to: frame).utf8.count
  }

  /// Milliseconds from Enter on a line to the frame with the item, all but its way to the disk.
  mutating func enter(_ line: String) throws -> Double {
    _ = cockpit.update(.key(.text(line)))
    let start = ContinuousClock.now
    for effect in cockpit.update(.key(.enter)) {
      guard case .submit(let submissions) = effect else { continue }
      for submission in submissions { try send(submission.body) }
      let answer = Answered(accepted: submissions.map(\.body), view: view, elapsed: elapsed)
      _ = cockpit.update(.message(.answered(answer)))
    }
    _ = draw()
    return start.duration(to: .now).seconds * 1_000
  }
}
