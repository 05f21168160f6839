import Diagnostics
import Scenarios

/// What came of many scenarios: in a line for people, as JSON for scripts, as the XML that build services read.
enum ScenarioSummary {
  static func line(_ reports: [ScenarioReport]) -> String {
    let checked = reports.reduce(0) { $0 + $1.checked }
    let what = "\(counted(reports.count, "scenario")), \(counted(checked, "expectation"))"
    let bad = reports.count { !$0.isFine }
    return bad == 0 ? "\(what): all hold" : "\(what): \(bad) of the scenarios \(bad == 1 ? "fails" : "fail")"
  }

  private static func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

  /// An array in the order of running; findings have the keys of `dotank validate --json`.
  static func json(_ reports: [ScenarioReport]) -> String {
    let objects = reports.map { report in
      let findings = JSONRenderer(sources: report.sources).render(report.findings)
      let head = JSONText.object([
        ("scenario", .string(report.path)), ("title", .string(report.title)),
        ("outcome", .string(report.outcome.rawValue)), ("expectations", .number(report.checked)),
      ]).rendered
      let trimmed = findings.hasSuffix("\n") ? String(findings.dropLast()) : findings
      return "\(head.dropLast(2)),\n  \"findings\": \(trimmed)\n}"
    }
    return objects.isEmpty ? "[]" : "[\n\(objects.joined(separator: ",\n"))\n]"
  }

  /// One test suite, one test case for each scenario.
  static func junit(_ reports: [ScenarioReport]) -> String {
    let failures = reports.count { $0.outcome == .failed }
    let errors = reports.count { $0.outcome == .unreadable }
    let cases = reports.map { report -> String in
      let head = "    <testcase classname=\"\(escaped(report.path))\" name=\"\(escaped(report.title))\""
      guard !report.isFine, let first = report.findings.first else { return "\(head)/>" }
      let element = report.outcome == .failed ? "failure" : "error"
      return """
        \(head)>
              <\(element) message="\(escaped(first.message))">\(escaped(report.excerpts(width: 100)))</\(element)>
            </testcase>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="dotank" tests="\(reports.count)" failures="\(failures)" errors="\(errors)">
      \(cases.joined(separator: "\n"))
        </testsuite>
      </testsuites>
      """
  }

  /// Text for XML: what XML cannot hold at all becomes a question mark.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
