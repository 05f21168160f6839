import Diagnostics
import Foundation
import MethodLoading
import Outcomes
import SessionEngine

/// All files of a session with 20,000 events and 5,000 items, in a process of its own, less what the session itself costs.
enum RecordBenchmark {
  static let argument = "--record"
  private static let (items, events) = (5_000, 20_000)

  static func run() async throws {
    guard let program = Bundle.main.executablePath else { throw Trouble("this program does not know where it is") }
    var (files, bare): ([ChildProcess], [ChildProcess]) = ([], [])
    for _ in 0..<5 {
      files.append(try ChildProcess.run(program, [argument, "files"]))
      bare.append(try ChildProcess.run(program, [argument, "session"]))
    }
    guard (files + bare).allSatisfy({ $0.code == 0 }) else { throw Trouble("the session cannot be made") }
    func seconds(_ runs: [ChildProcess]) -> Double { median(runs.map { $0.user + $0.system }) }
    Promise(what: "all files of \(events) events and \(items) items, processor time", bound: .atMost, figure: 1)
      .hold(seconds(files) - seconds(bare), unit: " s")
    Promise(what: "peak memory, the session's own too", bound: .atMost, figure: 200)
      .hold(median(files.map(\.peakMemory)), unit: " MB")
  }

  /// The process that is measured.
  static func make(_ what: String) throws {
    let text = """
      <method xmlns="urn:dotank:method:1" id="notes" version="1.0.0" xml:lang="en">
        <title>Notes</title>
        <purpose>Collect what the room says, and weigh it.</purpose>
        <fit people="2..60"/>
        <scales><scale id="weight"><value id="light" number="1"/><value id="heavy" number="2"/></scale></scales>
        <agenda>
          <step id="notes-step" time="60m"><title>Notes</title><say>Say it.</say><collect into="notes"/></step>
          <step id="weigh" time="60m"><title>Weigh</title><say>Weigh it.</say>
            <rate of="notes" into="weights" scale="weight"/>
          </step>
        </agenda>
      </method>
      """
    let loading = MethodLoader.load(SourceText(name: "notes.xml", text: text))
    guard let method = loading.method else { throw Trouble("the sample method is refused: \(loading.diagnostics)") }
    let engine = SessionEngine(method)
    var state = SessionState()
    func send(_ id: String, _ body: CommandBody) throws {
      let wall = WallTime(milliseconds: 1_795_251_600_000)
      let command = Command(id: CommandID(id), actor: .host, wall: wall, elapsed: 0, digest: id, body: body)
      for event in try engine.decide(command, state) { state.evolve(event) }
    }
    try send("start", .start(StartSession(methodHash: "0", language: "en", people: SampleSession.people)))
    let session = try SampleSession()
    for number in 0..<items {
      for event in try engine.decide(session.contribution(number), state) { state.evolve(event) }
    }
    try send("next", .next)
    var number = 0
    while state.sequence < events {
      let person = SampleSession.people[number % SampleSession.people.count].id
      let thing = ThingRef.entry(EntryID("e-\(number / SampleSession.people.count)"))
      try send(
        "m-\(number)", .mark(SetMark(unit: .person(person), thing: thing, criterion: nil, value: "heavy", reason: nil)))
      number += 1
    }
    guard what == "files" else { return }
    let bytes = RecordFiles.all(Record.make(from: state, engine: engine)).reduce(0) { $0 + $1.bytes.count }
    guard bytes > items else { throw Trouble("the files are empty") }
  }
}
