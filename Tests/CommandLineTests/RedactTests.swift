import Foundation
import Testing

/// A person's name and words leave every file of a session.
@Suite struct RedactTests {
  private func session(_ workplace: Workplace) throws -> String {
    let script = try Golden.script("consent-decision.txt").replacing(
      "Every Friday one of us shows", with: "Every Friday one of us, said Chen, shows"
    ).replacing("Bo: I like that it ends", with: "Bo: Chenille is no Chen, and Chen B is another")
    let finished = try workplace.run(
      ["run", "consent-decision", "--people", "Aino,Bo,Chen,Chen B,Dina"], input: script)
    try #require(finished.code == 0, finished.told)
    return try workplace.session()
  }

  /// Every file of the folder, by its path.
  private func files(_ folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for case let path as String in try #require(FileManager.default.enumerator(atPath: folder)) {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") {
        found[path] = String(decoding: data, as: UTF8.self)
      }
    }
    return found
  }

  private func record(_ session: String) throws -> [String: Any] {
    let data = try #require(FileManager.default.contents(atPath: session + "/outcome.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `no file of the folder holds the name or the words any more`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let journal = try workplace.read(session + "/journal.jsonl").split(separator: "\n")
    try workplace.write(journal[journal.count - 1].prefix(90) + "Chen", to: session + "/journal.torn-1")
    try workplace.write("Chen told us, and Chen B too", to: session + "/notes/wall.txt")
    try workplace.write("Chen", to: session + "/.report.md.new")
    try workplace.write("a cache with Chen in it", to: "Sessions/.archive.sqlite")
    let before = try files(session)
    #expect(before.filter { $0.value.contains("the hall is taken on Fridays") }.count > 3)
    let decisions = try record(session)["outcomes"].map { "\($0)".matches(of: /result = \S+/).count }

    let finished = try workplace.run(
      "redact", session, "Chen", "--also", "--yes", "--reason", "as the person asked", "--by", "Dina")
    #expect(finished.code == 0, finished.told)
    for (path, text) in try files(session) {
      let known = text.replacing("Chen B", with: "").replacing("Chenille", with: "")
      #expect(!known.contains("Chen"), "the name is still in \(path)")
      for word in ["the hall is taken", "taken on Fridays"] {
        #expect(!text.contains(word), "“\(word)” is still in \(path)")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: workplace.sessions + "/.archive.sqlite"))
    #expect(try workplace.read(session + "/notes/wall.txt") == "[removed p3] told us, and Chen B too")
    #expect(try workplace.run("verify", session).code == 0)
    #expect(try record(session)["outcomes"].map { "\($0)".matches(of: /result = \S+/).count } == decisions)
    let report = try workplace.read(session + "/report.md")
    #expect(report.contains("What was erased") && report.contains("as the person asked") && report.contains("Dina had"))
    let again = try workplace.run("resume", session)
    #expect(again.code == 0 && again.output.contains("This session is over"), again.told)
    try expectOneMessage(
      try workplace.run("redact", session, "Chen", "--also", "--yes", "--reason", "x"), code: 66,
      says: ["nobody called “Chen”", "type the whole name: Chen B"])
  }

  @Test func `in a pipe it wants to be told everything, and does nothing before`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let before = try files(session)
    try expectOneMessage(
      try workplace.run("redact", session, "Chen"), code: 2, says: ["cannot be taken back", "--yes"])
    try expectOneMessage(
      try workplace.run("redact", session, "Chen", "--yes"), code: 2, says: ["say why it is erased", "--reason"])
    let open = try workplace.run("redact", session, "Chen", "--yes", "--reason", "x")
    #expect(open.code == 2 && open.errors.contains("--also") && open.errors.contains("--leave"), open.told)
    #expect(open.output.contains("said Chen, shows") && open.output.contains("Chenille"))
    try expectOneMessage(
      try workplace.run("redact", session, "Fatima", "--yes", "--reason", "x"), code: 66,
      says: ["nobody called “Fatima” is on the list", "Aino, Bo, Chen"])
    var after = try files(session)
    after["lock"] = before["lock"]
    #expect(after == before)
    let left = try workplace.run("redact", session, "Chen", "--yes", "--reason", "x", "--leave")
    #expect(left.code == 0 && left.output.contains("Left as it was: 2 texts of others"), left.told)
    #expect(try workplace.read(session + "/report.md").contains("said Chen, shows"))
  }

  @Test func `after others' words were left, the name in them could not be taken out any more`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let left = try workplace.run("redact", session, "Chen", "--yes", "--reason", "x", "--leave")
    #expect(left.code == 0, left.told)
    #expect(try workplace.read(session + "/report.md").contains("said Chen, shows"))
    let later = try workplace.run("redact", session, "Chen", "--yes", "--reason", "x", "--also")
    #expect(later.code == 0, later.told)
    let record = try workplace.read(session + "/outcome.json")
    #expect(record.contains("said [removed p3], shows") && record.contains("Chen B"))
  }

  @Test func `on a terminal each text of others is asked for, and a word confirms the whole`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let child = try workplace.start(["redact", session, "Chen"], in: .terminal(columns: 80))
    try child.read(until: "Why is it erased?")
    try child.sendLine("as asked")
    try child.read(until: "yes or no")
    try child.sendLine("yes")
    try child.read(until: "yes or no")
    try child.sendLine("no")
    try child.read(until: "Type “erase”")
    try child.sendLine("erase")
    try child.read(until: "Erased: the name")
    let finished = try child.finish()
    #expect(finished.code == 0, finished.told)
    let report = try workplace.read(session + "/report.md")
    #expect(!report.contains("said Chen, shows") && report.contains("Chenille is no Chen"))
  }
}
