import Diagnostics
import MethodModel
import Outcomes
import SessionEngine

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What earlier sessions came to, for the settings of a scenario's method that name one.
///
/// A record is an `outcome.json` beside the scenario, or another scenario there, which is run for it.
extension ScenarioBatch {
  /// By setting; throws what cannot be read, at the place that names it.
  mutating func earlier(
    _ scenario: Scenario, _ method: ScenarioMethod, after others: [String]
  ) throws(UnreadableRecord) -> [String: EarlierOutcome] {
    var earlier: [String: EarlierOutcome] = [:]
    for node in scenario.root.children(.earlier) {
      let setting = node[.id] ?? ""
      let name = node[.record] ?? ""
      guard let outcome = method.engine.method.setting(setting)?.outcome else {
        throw UnreadableRecord("`\(setting)` names no outcome of an earlier session", node, of: scenario)
      }
      let path = "\(ScenarioMethod.folder(of: scenario.source.name))/\(name)"
      guard !name.contains("/"), !others.contains(path), let record = record(at: path, after: others + [path]) else {
        throw UnreadableRecord("there is no record `\(name)` beside this scenario", node, of: scenario)
      }
      guard let found = record.earlier(outcome, session: String(name.prefix { $0 != "." })) else {
        throw UnreadableRecord("the record `\(name)` has no outcome `\(outcome)`", node, of: scenario)
      }
      earlier[setting] = found
    }
    return earlier
  }

  private mutating func record(at path: String, after others: [String]) -> Record? {
    guard path.hasSuffix(ScenarioLoader.suffix) else {
      guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
      return try? RecordFiles.record(fromJSON: Array(bytes))
    }
    return record(ofScenario: path, after: others)
  }
}

/// A record that a scenario names, and that cannot be had.
struct UnreadableRecord: Error {
  let diagnostic: Diagnostic

  init(_ message: String, _ node: ScenarioNode, of scenario: Scenario) {
    diagnostic = Diagnostic(
      .unknownInMethod, message, help: "name an outcome.json or another scenario in the same folder",
      file: scenario.source.name, range: node.range(of: .record))
  }
}
