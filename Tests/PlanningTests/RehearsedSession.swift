import Diagnostics
import MethodLoading
import MethodModel
import Planning
import SessionEngine
import Testing
import XMLReading

/// A rehearsal that was played to its end.
struct RehearsedSession {
  let engine: SessionEngine
  private(set) var state = SessionState()
  private(set) var events: [Event] = []
  private(set) var commands: [Command] = []
  private(set) var refused: [Rejection] = []

  /// No rehearsal needs more commands; one that does goes in circles.
  static let mostCommands = 6_000

  init(
    _ engine: SessionEngine, people: Int, seed: UInt64, settings: [String: [String]] = [:], language: String? = nil
  ) {
    self.engine = engine
    var rehearsal = Rehearsal(engine, people: people, seed: seed, settings: settings, language: language)
    while commands.count < Self.mostCommands, let command = rehearsal.next(after: state) {
      commands.append(command)
      do throws(Rejection) {
        for event in try engine.decide(command, state) {
          state.evolve(event)
          events.append(event)
        }
      } catch {
        refused.append(error)
      }
    }
  }

  /// The name of the end; `nil` for a session that did not come to one.
  var end: String? { if case .ended(let end) = state.status { end.name } else { nil } }

  var entries: [Entry] { state.outcomes.sorted { $0.key < $1.key }.flatMap(\.value.entries) }

  /// Every text that somebody wrote.
  var texts: [String] { entries.flatMap { $0.versions.map(\.text) } }
}

/// Methods to rehearse.
enum Rehearsed {
  static let shipped = ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"]

  private static var root: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  }

  /// The engine of a shipped method.
  static func engine(_ id: String) throws -> SessionEngine {
    try engine(of: XMLFile.read("\(root)/Methods/\(id).xml"))
  }

  /// The engine of a method of the conformance suite.
  static func engine(inCase name: String) throws -> SessionEngine {
    try engine(of: XMLFile.read("\(root)/Tests/ConformanceTests/Cases/\(name)/method.xml"))
  }

  /// Every step of a session in which nobody does anything but go on; the first people hold the roles.
  static func takes(of engine: SessionEngine, people: Int, roles: [String: Int]) throws -> [Take] {
    let people = (1...people).map { Person(id: PersonID("p\($0)"), name: "P\($0)") }
    let start = StartSession(
      methodHash: "trial", language: "en", mode: .room, settings: [:], people: people,
      roles: roles.mapValues { count in people.prefix(count).map(\.id) }, rehearsal: true, acceptsSize: true)
    var state = SessionState()
    var number = 0
    while number < 200 {
      if case .ended = state.status { break }
      let command = Command(
        id: CommandID("c\(number)"), actor: .host, wall: Rehearsal.start, elapsed: number, seed: 1,
        body: number == 0 ? .start(start) : .next)
      for event in try engine.decide(command, state) { state.evolve(event) }
      number += 1
    }
    return state.takes
  }

  /// The engine of a method in a test.
  static func trial(_ text: String) throws -> SessionEngine {
    try engine(of: SourceText(name: "trial.xml", text: text))
  }

  private static func engine(of source: SourceText) throws -> SessionEngine {
    let loading = MethodLoader.load(source)
    let findings = loading.diagnostics.map { "\($0.code) \($0.message)" }.joined(separator: "; ")
    return SessionEngine(try #require(loading.method, "\(findings)"))
  }
}
