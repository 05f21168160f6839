import Foundation
import Testing

/// Whose words and marks were given without a name stays unknown to whoever has the files.
@Suite struct LinkingTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: python != nil, "python3 is missing: nobody has tried to find out who wrote what"))
  func `from all files but the journal nobody finds out better than by chance who wrote what`() throws {
    let workplace = try Workplace()
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().path + "/Scripts/linking-attack"
    for seed in 1...6 {
      let finished = try workplace.run([
        "rehearse", scripts + ".xml", "--people", "\(6 + seed)", "--seed", "\(seed)",
      ])
      #expect(finished.code == 0, finished.told)
    }
    let sessions = try workplace.sessionFolders().map { "\"\($0)\"" }
    let attack = try workplace.shell(
      "\(try #require(Self.python)) \"\(scripts).py\" \(sessions.joined(separator: " "))")
    #expect(attack.code == 0, attack.told)
    #expect(attack.output.contains("order of entries"), attack.told)
  }
}
