import Diagnostics
import Scenarios
import Testing

/// Every scenario of the suite and every one beside a shipped method does what it says.
@Suite struct MethodLanguageTests {
  @Test(arguments: ScenarioLoader.scenarios(at: Folders.cases))
  func `a case of the suite holds`(_ path: String) { expectToHold(path) }

  @Test(arguments: ScenarioLoader.scenarios(at: Folders.methods))
  func `a shipped method does what its scenario says`(_ path: String) { expectToHold(path) }

  private func expectToHold(_ path: String) {
    var run = ScenarioBatch()
    let report = run.report(on: path)
    #expect(report.isFine, Comment(rawValue: report.excerpts(width: 120)))
  }
}

/// Where the suite and the shipped methods stand.
enum Folders {
  static let here = folder(of: #filePath)
  static let cases = here + "/Cases"
  static let methods = folder(of: folder(of: here)) + "/Methods"

  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }
}
