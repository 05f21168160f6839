import Foundation
import Testing

@Suite struct RehearsalTests {
  private static let options = [
    "one-two-four-all": ["--set", "question=Q?"], "consent-decision": [],
    "adoption-readiness-hexagon": ["--set", "innovation=Open hour"],
  ]

  @Test(arguments: ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"])
  func `the same seed makes the same folder, byte for byte`(method: String) throws {
    let workplace = try Workplace()
    for place in ["first", "second"] {
      let finished = try workplace.run(
        ["rehearse", method, "--people", "9", "--seed", "7", "--sessions", place] + (Self.options[method] ?? []))
      #expect(finished.code == 0, finished.told)
      #expect(finished.output.contains("Ended as “"))
      #expect(finished.errors == "")
    }
    let (first, second) = try (files(in: "first", workplace), files(in: "second", workplace))
    #expect(first.keys.contains { $0.hasSuffix("/journal.jsonl") } && first.keys.contains { $0.hasSuffix(".csv") })
    #expect(first.filter { !$0.key.hasSuffix("/lock") } == second.filter { !$0.key.hasSuffix("/lock") })
    let session = try #require(
      FileManager.default.contentsOfDirectory(atPath: workplace.path + "/first").first { !$0.hasPrefix(".") })
    let record = try Record.read(workplace.path + "/first/" + session)
    #expect(record.session.rehearsal && session.contains("rehearsal"))
    #expect(try workplace.read("first/\(session)/report.md").lowercased().contains("rehearsal"))
  }

  @Test func `another seed makes another session`() throws {
    let workplace = try Workplace()
    var outputs: Set<String> = []
    for seed in ["1", "2"] {
      outputs.insert(try workplace.run("rehearse", "consent-decision", "--seed", seed, "--json").output)
    }
    #expect(outputs.count == 2)
  }

  /// What stands in a folder, by path beneath it.
  private func files(in folder: String, _ workplace: Workplace) throws -> [String: Data] {
    let root = workplace.path + "/" + folder
    var found: [String: Data] = [:]
    // The index beside the sessions is a cache.
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) where !name.hasPrefix(".") {
      if let data = FileManager.default.contents(atPath: root + "/" + name) { found[name] = data }
    }
    return found
  }
}
