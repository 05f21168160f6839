package import Diagnostics
import MethodLoading
import Outcomes
import SessionEngine
import XMLReading

/// What came of one scenario file, whether it could be run or not.
package struct ScenarioReport: Sendable {
  package enum Outcome: String, Sendable {
    case held
    /// Something does not hold.
    case failed
    /// The file, or its method, has mistakes.
    case unreadable
  }

  package let path: String
  package let title: String
  package let outcome: Outcome
  package let checked: Int
  package let findings: [Diagnostic]
  /// The texts that the findings point into, by name.
  package let sources: [String: SourceText]

  package var isFine: Bool { outcome == .held }

  /// The findings with the lines they are about.
  package func excerpts(width: Int, usesColour: Bool = false) -> String {
    ExcerptRenderer(sources: sources, usesColour: usesColour, width: width).render(findings)
  }
}

/// Runs scenario files one after the other; a method that several are about is loaded once.
package struct ScenarioBatch {
  private var methods: [String: Result<ScenarioMethod, MethodLoadingError>] = [:]

  package init() {}

  /// Reads, checks and runs the scenario in a file.
  package mutating func report(on path: String) -> ScenarioReport {
    let source: SourceText
    do { source = try XMLFile.read(path) } catch {
      return unreadable(path, nil, [error.diagnostic], [:])
    }
    let (scenario, findings) = ScenarioLoader.load(source)
    guard let scenario else { return unreadable(path, nil, findings, [path: source]) }
    let methodPath = ScenarioLoader.methodPath(of: scenario)
    switch method(at: methodPath) {
    case .failure(let error): return unreadable(scenario, path, methodPath, error)
    case .success(let method):
      let sources = [path: source, method.source.name: method.source]
      let mistakes = ScenarioLoader.check(scenario, against: method)
      guard mistakes.isEmpty else { return unreadable(path, scenario, findings + mistakes, sources) }
      let earlier: [String: EarlierOutcome]
      do throws(UnreadableRecord) { earlier = try self.earlier(scenario, method, after: [path]) } catch {
        return unreadable(path, scenario, findings + [error.diagnostic], sources)
      }
      let result = ScenarioRunner.run(scenario, of: method, earlier: earlier)
      return ScenarioReport(
        path: path, title: scenario.title, outcome: result.failures.isEmpty ? .held : .failed,
        checked: result.checked, findings: findings + result.failures, sources: sources)
    }
  }

  /// The record that a scenario leaves; `nil` when it cannot be run, or does not hold.
  mutating func record(ofScenario path: String, after others: [String]) -> Record? {
    guard let source = try? XMLFile.read(path), let scenario = ScenarioLoader.load(source).scenario,
      case .success(let method) = method(at: ScenarioLoader.methodPath(of: scenario)),
      ScenarioLoader.check(scenario, against: method).isEmpty,
      let earlier = try? earlier(scenario, method, after: others)
    else { return nil }
    return ScenarioRunner.record(of: scenario, method, earlier: earlier)
  }

  private mutating func method(at path: String) -> Result<ScenarioMethod, MethodLoadingError> {
    if let known = methods[path] { return known }
    let loaded: Result<ScenarioMethod, MethodLoadingError>
    do throws(MethodLoadingError) { loaded = .success(try ScenarioMethod.load(path)) } catch {
      loaded = .failure(error)
    }
    methods[path] = loaded
    return loaded
  }

  private func unreadable(
    _ path: String, _ scenario: Scenario?, _ findings: [Diagnostic], _ sources: [String: SourceText]
  ) -> ScenarioReport {
    ScenarioReport(
      path: path, title: scenario?.title ?? path, outcome: .unreadable, checked: 0, findings: findings,
      sources: sources)
  }

  private func unreadable(
    _ scenario: Scenario, _ path: String, _ methodPath: String, _ error: MethodLoadingError
  ) -> ScenarioReport {
    let about = Diagnostic(
      .scenarioWithoutMethod, "the method of this scenario cannot be run", help: "it is \(methodPath)", file: path)
    var sources = [path: scenario.source]
    if let source = error.source { sources[source.name] = source }
    return unreadable(path, scenario, [about] + error.diagnostics, sources)
  }
}
