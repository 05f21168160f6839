import Foundation
import Scenarios
import Testing

/// The table of what the language must be able to say, in the suite's README.
@Suite struct CoverageTests {
  struct Row: Sendable, CustomStringConvertible {
    let what: String
    let cases: [String]
    let methods: [String]
    var description: String { what }
  }

  private static func rows() throws -> [Row] {
    let text = try String(contentsOfFile: Folders.here + "/README.md", encoding: .utf8)
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| what | cases") }.dropFirst(2)
    return lines.prefix { $0.hasPrefix("|") && $0 != "| act | what it does |" }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return Row(what: cells[0], cases: names(in: cells[1]), methods: names(in: cells[2]))
    }
  }

  private static func names(in cell: String) -> [String] {
    cell.split(separator: "`").map { String($0) }.filter { $0.contains { $0.isLetter } }
  }

  @Test func `no row of the language is without a case`() throws {
    let rows = try Self.rows()
    #expect(rows.count == 52)
    #expect(rows.filter(\.cases.isEmpty).map(\.what) == [])
  }

  @Test func `every case that is named is there, and every one that is there is named`() throws {
    let named = Set(try Self.rows().flatMap(\.cases))
    let there = Set(try FileManager.default.contentsOfDirectory(atPath: Folders.cases).filter { !$0.hasPrefix(".") })
    #expect(named == there)
    for name in named { #expect(!ScenarioLoader.scenarios(at: "\(Folders.cases)/\(name)").isEmpty, "\(name)") }
  }

  @Test func `every row is used by a method that is shipped and proved by a scenario`() throws {
    for row in try Self.rows() {
      #expect(!row.methods.isEmpty, "\(row)")
      for method in row.methods {
        let scenarios = ScenarioLoader.scenarios(at: "\(Folders.methods)/\(method).xml")
        #expect(!scenarios.isEmpty, "\(row): \(method)")
      }
    }
  }
}
