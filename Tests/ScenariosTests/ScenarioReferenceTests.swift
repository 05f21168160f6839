import Diagnostics
import Foundation
import MethodLoading
import Scenarios
import SessionEngine
import Testing

/// What `Methods/README.md` tells about scenarios is so.
@Suite struct ScenarioReferenceTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Methods/README.md"
  private static let markers = ("<!-- scenarios: begin -->\n", "<!-- scenarios: end -->")

  private static var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  @Test func `the tables of scenarios are those that the reader has`() throws {
    let text = Self.text
    let begin = try #require(text.firstRange(of: Self.markers.0)?.upperBound)
    let end = try #require(text.firstRange(of: Self.markers.1)?.lowerBound)
    let wanted = "\n" + ScenarioReference.markdown + "\n"
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      let whole = text[..<begin] + wanted + text[end...]
      try String(whole).write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(text[begin..<end] == wanted, "run the tests once with DOTANK_RECORD_GOLDENS=1 to write them anew")
    }
  }

  @Test func `every element and attribute has a sentence`() {
    for element in ScenarioElement.allCases {
      #expect(ScenarioSentences.of(element).hasSuffix("."), "<\(element.rawValue)>: write one in ScenarioSentences")
    }
    for line in ScenarioReference.markdown.split(separator: "\n") where line.hasPrefix("| `") {
      #expect(line.hasSuffix(". |"), "write what it says in ScenarioSentences: \(line)")
    }
  }

  @Test func `the words of refusals are told once each`() {
    let words = ScenarioReference.refusals.map(\.code.rawValue)
    #expect(Set(words).count == words.count)
    #expect(words.contains("limit") && words.contains("reason-needed"))
  }

  @Test func `the example holds for the whole method above it`() throws {
    let examples = Self.text.matches(of: /```xml\n(.*?)```/.dotMatchesNewlines()).map { String($0.1) }
    let source = SourceText(
      name: "one-question.xml", text: try #require(examples.first { $0.contains("id=\"one-question\"") }))
    let method = ScenarioMethod(try #require(MethodLoader.load(source).method), source: source)
    let scenarios = examples.filter { $0.contains("<scenario ") }
    #expect(!scenarios.isEmpty)
    for text in scenarios {
      let (scenario, findings) = ScenarioLoader.load(SourceText(name: "one-question.kept.scenario.xml", text: text))
      #expect(findings.map(\.message) == [])
      let read = try #require(scenario)
      #expect(ScenarioLoader.check(read, against: method).map(\.message) == [])
      #expect(ScenarioRunner.run(read, of: method).failures.map(\.message) == [])
    }
  }
}
