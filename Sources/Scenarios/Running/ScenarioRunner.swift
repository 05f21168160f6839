package import Diagnostics
import MethodLoading
import MethodModel
import Outcomes
import Planning
package import SessionEngine

/// What came of a scenario.
package struct ScenarioResult: Sendable {
  package let scenario: Scenario
  /// What does not hold, and what kept it from going on; empty when all is well.
  package let failures: [Diagnostic]
  /// Expectations looked at, refusals that were expected too.
  package let checked: Int
}

/// Runs one scenario: does what it says, and looks whether what it expects holds.
///
/// ```swift
/// let result = ScenarioRunner.run(scenario, of: method)
/// ```
package struct ScenarioRunner {
  let scenario: Scenario
  let method: ScenarioMethod
  var session: ScenarioSession
  /// What earlier sessions came to, by the settings that name them.
  private let earlier: [String: EarlierOutcome]
  private(set) var failures: [Diagnostic] = []
  private(set) var checked = 0
  /// Where the last `at` found the session, so that a second one for the same place waits for the next time.
  private var lastStanding: String?

  /// The same scenario and method give the same result.
  package static func run(
    _ scenario: Scenario, of method: ScenarioMethod, earlier: [String: EarlierOutcome] = [:]
  ) -> ScenarioResult {
    var runner = ScenarioRunner(scenario: scenario, method: method, earlier: earlier)
    runner.play()
    return ScenarioResult(scenario: scenario, failures: runner.failures, checked: runner.checked)
  }

  /// The record that it leaves; `nil` when it does not hold.
  static func record(of scenario: Scenario, _ method: ScenarioMethod, earlier: [String: EarlierOutcome]) -> Record? {
    var runner = ScenarioRunner(scenario: scenario, method: method, earlier: earlier)
    runner.play()
    return runner.failures.isEmpty ? Record.make(from: runner.session.state, engine: method.engine) : nil
  }

  private init(scenario: Scenario, method: ScenarioMethod, earlier: [String: EarlierOutcome]) {
    self.scenario = scenario
    self.method = method
    self.earlier = earlier
    session = ScenarioSession(
      method.engine, seed: scenario.root[.seed].flatMap { UInt64($0) } ?? 1,
      folder: ScenarioMethod.folder(of: scenario.source.name))
  }

  private mutating func play() {
    let start = scenario.root.children(.start).first
    guard attempt(start ?? scenario.root, { runner in try runner.session.send(.start(runner.startSession)) }) else {
      return
    }
    guard session.state.status != .notStarted else { return }
    for part in scenario.course {
      let goesOn = part.element == .at ? play(at: part) : attempt(part) { try $0.rehearse(part) }
      guard goesOn else { return }
    }
    let expectations = scenario.finalExpectations
    guard let first = expectations.first else { return }
    guard attempt(first, { try $0.session.goOnToTheEnd() }) else { return }
    for expectation in expectations { check(expectation) }
  }

  private var startSession: StartSession {
    let root = scenario.root
    var start = StartSession(
      methodHash: "scenario", language: root[.language] ?? method.engine.method.language,
      mode: root[.mode] == "room" ? .room : method.engine.method.fit.mode(isRemote: root[.mode] == "remote"),
      settings: scenario.settings, people: scenario.people,
      roles: scenario.roles, agreedEnd: root.seconds(.ends), acceptsSize: root[.size] == "any")
    start.earlier = earlier.isEmpty ? nil : earlier
    start.carried = scenario.carried
    return start
  }

  /// Goes where an `at` wants to be, and does what it says; `false` when the scenario cannot go on.
  private mutating func play(at node: ScenarioNode) -> Bool {
    let leaving = lastStanding
    guard attempt(node, { try $0.session.goOn(to: node, leaving: leaving) }) else { return false }
    guard attempt(node, { try $0.session.agreeToOptional(before: node.children.first) }) else { return false }
    lastStanding = session.standing(session.state.track)
    for act in node.children {
      if act.element == .expect {
        check(act)
      } else if !attempt(act, { try $0.session.perform(act) }) {
        return false
      }
    }
    return true
  }

  /// Simulated people take over, until a place is reached or the session has ended.
  private mutating func rehearse(_ node: ScenarioNode) throws {
    let seed = node[.seed].flatMap { UInt64($0) } ?? 1
    var rehearsal = Rehearsal(joining: session.engine, session.state, seed: seed, elapsed: session.elapsed)
    while let command = rehearsal.next(after: session.state) {
      if let place = node[.until], session.place == place { return }
      // Simulated people try what a console would refuse them, as people do.
      do { try session.accept(command) } catch { continue }
    }
  }

  // MARK: Telling

  /// Does something that may be refused; `false` when what came of it is not what the scenario says.
  private mutating func attempt(_ node: ScenarioNode, _ body: (inout ScenarioRunner) throws -> Void) -> Bool {
    let expected = node[.refused]
    if expected != nil { checked += 1 }
    do {
      try body(&self)
    } catch let rejection as Rejection {
      if rejection.code.rawValue == expected { return true }
      fail(Trouble(rejection), at: expected == nil ? node.range : node.range(of: .refused))
      return false
    } catch let trouble as Trouble {
      fail(trouble, at: node.range)
      return false
    } catch {
      return false
    }
    guard let expected else { return true }
    fail(
      Trouble(.notRefusedInScenario, "this was accepted, and expected to be refused as \(expected)"),
      at: node.range(of: .refused))
    return false
  }

  /// Notes what is not as the scenario says, with the place in the method that it is about.
  mutating func fail(_ trouble: Trouble, at range: SourceRange, about noted: MethodNote? = nil) {
    var notes: [Diagnostic.Note] = []
    for note in [noted, standingNote].compactMap({ $0 }) where !notes.contains(where: { $0.range == note.range }) {
      notes.append(Diagnostic.Note(note.message, file: method.source.name, range: note.range))
    }
    failures.append(
      Diagnostic(
        trouble.code, trouble.message, help: trouble.help, file: scenario.source.name, range: range, notes: notes))
  }

  /// The step at which the session stands.
  private var standingNote: MethodNote? {
    if case .ended(let end) = session.state.status {
      return method.map.ends[end.name].map { MethodNote(message: "the session ended here", range: $0) }
    }
    guard let place = session.place, let range = method.map.places[place] else { return nil }
    return MethodNote(message: "the session stands here", range: range)
  }

  mutating func countExpectation() { checked += 1 }
}

/// A place in the method that explains a failure.
struct MethodNote {
  let message: String
  let range: SourceRange
}
