import Foundation
import Testing

/// What is done with a session when it is over: verified, looked back at, written anew, handed on.
@Suite struct AfterwardsTests {
  /// A rehearsed session and its folder.
  private func rehearse(_ workplace: Workplace) throws -> String {
    let finished = try workplace.run("rehearse", "consent-decision", "--people", "6", "--seed", "3")
    try #require(finished.code == 0, finished.told)
    return try workplace.session()
  }

  private func head(of session: String, _ workplace: Workplace) throws -> String {
    let finished = try workplace.run("verify", session)
    #expect(finished.code == 0, finished.told)
    let line = try #require(finished.output.split(separator: "\n").first { $0.hasPrefix("  head") })
    return String(line.split(separator: " ")[1])
  }

  @Test func `verify finds what was changed, and by the head what was cut off`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    let head = try head(of: session, workplace)
    #expect(try workplace.run("verify", session, "--head", head).code == 0)
    let journal = try workplace.read(session + "/journal.jsonl")
    let lines = journal.split(separator: "\n")
    // Whole commands are cut off: one that lacks its last entry would look like a crash.
    let last = try #require(lines.dropLast().lastIndex { $0.contains("\"part\":1,\"parts\":1,") })
    try workplace.write(lines[...last].map { $0 + "\n" }.joined(), to: session + "/journal.jsonl")
    let cut = try workplace.run("verify", session, "--head", head)
    #expect(cut.code == 65, cut.told)
    #expect(cut.output.contains("its end was cut off, or it is another journal"))
    try workplace.write((lines[..<11] + lines[12...]).map { $0 + "\n" }.joined(), to: session + "/journal.jsonl")
    let without = try workplace.run("verify", session)
    #expect(without.code == 65, without.told)
    #expect(without.output.contains("the journal is damaged in line 12"))
    let json = try workplace.run("verify", session, "--json")
    #expect(json.code == 65 && json.output.contains(#""fine": false"#), json.told)
  }

  @Test func `verify tells in which line a record that somebody changed breaks its schema`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    let whole = try workplace.run("verify", session)
    #expect(whole.code == 0 && whole.output.contains("  schema   held by outcome.json and outcome.xml\n"), whole.told)
    let (xml, json) = (try workplace.read(session + "/outcome.xml"), try workplace.read(session + "/outcome.json"))
    let line = try #require(xml.split(separator: "\n").firstIndex { $0.contains("<purpose>") }) + 1
    try workplace.write(xml.replacing("purpose>", with: "aim>"), to: session + "/outcome.xml")
    try workplace.write(json.replacing("\"status\": \"ended\"", with: "\"status\": 7"), to: session + "/outcome.json")
    let broken = try workplace.run("verify", session)
    #expect(broken.code == 1, broken.told)
    let told = broken.output.split(separator: "\n").filter { $0.contains("✗") }
    #expect(told.count == 2, broken.told)
    #expect(told.contains { $0.hasPrefix("  ✗ outcome.xml breaks its schema in line \(line): element 'aim': ") })
    #expect(told.contains { $0.hasPrefix("  ✗ outcome.json breaks its schema at session/status: a text is wanted") })
    try workplace.write(String(xml.prefix(2_000)), to: session + "/outcome.xml")
    let cut = try workplace.run("verify", session, "--json")
    #expect(cut.code == 1 && cut.output.contains("it is not well-formed XML: "), cut.told)
    #expect(try workplace.run("export", session).code == 0)
    #expect(try workplace.run("verify", session).code == 0)
  }

  @Test func `verify without a name takes every session, and one in trouble does not hide the others`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    try workplace.write("no entry\n", to: "Sessions/2020-01-01-broken/journal.jsonl")
    let finished = try workplace.run("verify")
    #expect(finished.code == 65, finished.told)
    #expect(finished.output.contains("as it was written\n"))
    #expect(finished.output.contains("2020-01-01-broken: NOT as it was written"))
    try expectOneMessage(
      try workplace.run("verify", session, "--head", "nonsense"), code: 2, says: ["“nonsense” is no head of a journal"])
    try expectOneMessage(try workplace.run("verify", "nothing"), code: 66, says: ["there is no session 'nothing'"])
  }

  @Test func `replay shows a step as it stood when it was left, on the screen and as a record`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    let list = try workplace.run("replay", session)
    #expect(list.code == 0 && list.output.contains("present         Present the proposal"), list.told)
    let shown = try workplace.run("replay", session, "--to", "Present the proposal")
    #expect(shown.code == 0 && shown.output.contains("Step: Present the proposal"), shown.told)
    let early = try workplace.run("replay", session, "--to-event", "12", "--json")
    let record = try JSONDecoder().decode(Record.self, from: Data(early.output.utf8))
    #expect(record.session.ended == nil)
    try expectOneMessage(
      try workplace.run("replay", session, "--to", "lunch"), code: 66, says: ["no step “lunch” was reached", "present"])
    try expectOneMessage(
      try workplace.run("replay", session, "--to-event", "0"), code: 66, says: ["there is no entry 0"])
    let many = try workplace.run("replay", session, "--to", "signal")
    #expect(many.code == 0 && many.errors.contains("“signal” ran"), many.told)
  }

  @Test func `replay shows what is before the damage`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    let lines = try workplace.read(session + "/journal.jsonl").split(separator: "\n")
    try workplace.write((lines[..<40] + lines[41...]).map { $0 + "\n" }.joined(), to: session + "/journal.jsonl")
    #expect(try workplace.run("replay", session, "--to-event", "20").code == 0)
    try expectOneMessage(
      try workplace.run("replay", session, "--to-event", "100"), code: 65, says: ["the journal is damaged in line 41"])
  }

  @Test func `export writes everything anew and keeps what was changed by hand`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    let report = try workplace.read(session + "/report.md")
    try workplace.write("my own words", to: session + "/report.md")
    try FileManager.default.removeItem(atPath: session + "/tables/items.csv")
    let finished = try workplace.run("export", session)
    #expect(finished.code == 0 && finished.output.contains("kept as report.md.edited-1"), finished.told)
    #expect(try workplace.read(session + "/report.md") == report)
    #expect(try workplace.read(session + "/report.md.edited-1") == "my own words")
    #expect(try workplace.run("verify", session).code == 0)
  }

  @Test func `export elsewhere replaces nothing unasked`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    #expect(try workplace.run("export", session, "--format", "md", "--output", "out").code == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: workplace.path + "/out") == ["report.md"])
    #expect(try workplace.run("export", session, "--format", "md", "--output", "out").code == 0, "the same again")
    try workplace.write("mine", to: "out/report.md")
    try expectOneMessage(
      try workplace.run("export", session, "--format", "md", "--output", "out"), code: 73,
      says: ["out/report.md is there already", "--replace"])
    #expect(try workplace.read("out/report.md") == "mine")
    #expect(try workplace.run("export", session, "--format", "md", "--output", "out", "--replace").code == 0)
    try expectOneMessage(
      try workplace.run("export", session, "--format", "doc"), code: 2, says: ["there is no form “doc”", "csv, "])
  }

  @Test func `a bundle opens with the tools that people have`() throws {
    let workplace = try Workplace()
    let session = try rehearse(workplace)
    let name = try #require(session.split(separator: "/").last)
    try workplace.write("what we saw", to: session + "/photos/wall äö.txt")
    let finished = try workplace.run("export", session, "--bundle")
    #expect(finished.code == 0 && finished.output.contains("The journal is not in it"), finished.told)
    let python = try workplace.shell(
      """
      command -v python3 >/dev/null || { echo skipped; exit 0; }
      python3 -c 'import zipfile; z = zipfile.ZipFile("\(name).zip"); assert z.testzip() is None; print("\\n".join(z.namelist()))'
      """)
    #expect(python.code == 0, python.told)
    if python.output != "skipped\n" {
      #expect(python.output.contains("\(name)/photos/wall äö.txt\n") && !python.output.contains("journal.jsonl"))
    }
    try workplace.write("something of mine", to: "\(name).zip")
    try expectOneMessage(
      try workplace.run("export", session, "--bundle"), code: 73, says: ["is there already and holds something else"])
  }
}
