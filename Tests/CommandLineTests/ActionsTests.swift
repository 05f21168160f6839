import Foundation
import Testing

/// Who owes what across sessions: listed, marked after a session's end, and carried into the next one.
@Suite struct ActionsTests {
  /// A session that ended with one action, "Book the hall", of Chen's.
  private func session(_ workplace: Workplace) throws -> String {
    let finished = try workplace.run(
      ["run", "consent-decision", "--people", "Aino,Bo,Chen,Dina,Eero"],
      input: try Golden.script("consent-decision.txt"))
    try #require(finished.code == 0, finished.told)
    return try workplace.session()
  }

  private func id(_ workplace: Workplace) throws -> String {
    let listed = try workplace.run("actions", "--all")
    return String(try #require(listed.output.split(separator: " ").first, listed.told))
  }

  @Test func `an action is listed, done, and on record in its own session`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let listed = try workplace.run("actions")
    #expect(listed.code == 0 && listed.output.contains("open, by 2027-01-15, Chen: Book the hall"), listed.told)
    let id = try id(workplace)
    #expect(id.count == 6)
    let done = try workplace.run("actions", "done", String(id.prefix(4)), "it", "is", "booked")
    #expect(done.code == 0 && done.output.contains("“Book the hall” is done."), done.told)
    #expect(try workplace.read(session + "/report.md").contains("Book the hall: done on"))
    #expect(try workplace.read(session + "/tables/action_changes.csv").contains(",done,,it is booked"))
    #expect(try workplace.run("verify", session).code == 0)
    let none = try workplace.run("actions")
    #expect(none.code == 1 && none.output == "" && none.errors.contains("no action matches"), none.told)
    #expect(try self.id(workplace) == id, "an id stays")
    try expectOneMessage(try workplace.run("actions", "done", id), code: 2, says: ["this action is done already"])
    #expect(try workplace.run("actions", "reopened", id).code == 0)
    try expectOneMessage(try workplace.run("actions", "dropped", id), code: 2, says: ["say why it will not be done"])
    try expectOneMessage(
      try workplace.run("actions", "moved", id, "soon", "because"), code: 2, says: ["“soon” is none"])
    #expect(try workplace.run("actions", "moved", id, "2027-05-01", "the hall is shut").code == 0)
    #expect(try workplace.run("actions").output.contains("open, by 2027-05-01, Chen: Book the hall"))
    let over = try workplace.run("resume", session)
    #expect(over.code == 0 && over.output.contains("This session is over"), over.told)
  }

  @Test func `several changes at once were refused as if another window had the session open`() throws {
    let workplace = try Workplace()
    _ = try session(workplace)
    let id = try id(workplace)
    let changes = try (1...4).map { try workplace.start(["actions", "moved", id, "2027-06-0\($0)", "as", "agreed"]) }
    for child in changes {
      child.endInput()
      let finished = try child.finish()
      #expect(finished.code == 0, finished.told)
    }
    let table = try workplace.read(try workplace.session() + "/tables/action_changes.csv")
    #expect(table.split(separator: "\r\n").count { $0.contains(",moved,") } == 4)
  }

  @Test func `a calendar was not told that an action was moved or done`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let id = try id(workplace)
    #expect(try workplace.read(session + "/actions.ics").contains("SEQUENCE") == false)
    #expect(try workplace.run("actions", "moved", id, "2027-05-01", "the hall is shut").code == 0)
    let moved = try workplace.read(session + "/actions.ics")
    #expect(moved.contains("SEQUENCE:1\r\n") && moved.contains("LAST-MODIFIED:20") && !moved.contains("COMPLETED:"))
    #expect(try workplace.run("actions", "done", id).code == 0)
    let done = try workplace.read(session + "/actions.ics")
    #expect(done.contains("SEQUENCE:2\r\n") && done.contains("STATUS:COMPLETED\r\nCOMPLETED:20"))
  }

  @Test func `a full disk after the journal was written sent people to resume`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let id = try id(workplace)
    // What stands in the way of a file stops the writing as a full disk does.
    try FileManager.default.removeItem(atPath: session + "/report.md")
    try workplace.write("", to: session + "/report.md/in-the-way")
    let full = try workplace.run("actions", "done", id)
    #expect(full.code == 74, full.told)
    #expect(full.errors.contains("all of it is in the journal") && full.errors.contains("dotank export"), full.told)
    #expect(!full.errors.contains("dotank resume"))
    try FileManager.default.removeItem(atPath: session + "/report.md")
    #expect(try workplace.run("export", session).code == 0)
    #expect(try workplace.read(session + "/report.md").contains("Book the hall: done on"))
    let journal = try workplace.read(session + "/journal.jsonl").utf8.count
    // In blocks of 512 bytes, as `sh` counts.
    let none = try workplace.shell(
      "ulimit -f \(journal / 512); exec \"$DOTANK\" redact \(session) Chen --reason asked --yes --leave")
    #expect(none.code == 74 && none.errors.contains("nothing was erased from the session"), none.told)
    #expect(!none.errors.contains("on paper"))
  }

  @Test func `actions are chosen by date and owner, and told as JSON and CSV`() throws {
    let workplace = try Workplace()
    _ = try session(workplace)
    #expect(try workplace.run("actions", "--by", "2027-01-14").code == 1)
    #expect(try workplace.run("actions", "--by", "2027-01-15").code == 0)
    #expect(try workplace.run("actions", "--by", "2027-01").code == 0)
    #expect(try workplace.run("actions", "--by", "2026").code == 1)
    #expect(try workplace.run("actions", "--owner", "chen").code == 0)
    #expect(try workplace.run("actions", "--owner", "Aino").code == 1)
    try expectOneMessage(
      try workplace.run("actions", "--by", "May"), code: 2, says: ["--by takes a day, month or year, not “May”"])
    let json = try workplace.run("actions", "--json")
    let found = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(found?.first?["text"] as? String == "Book the hall")
    #expect(try workplace.run("actions", "--csv").output.hasPrefix("id,session,action_id,text,owner,due"))
    try expectOneMessage(
      try workplace.run("actions", "done", "ffffffff"), code: 66, says: ["there is no action “ffffffff”"])
  }

  @Test func `what is open is carried into the next session and marked there`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    let name = String(try #require(session.split(separator: "/").last))
    let next = try workplace.run(
      "run", "consent-decision", "--people", "3", "--carry", name, input: "/action 1 done it is booked\n/next\n")
    #expect(next.code == 0, next.told)
    #expect(next.output.contains("What is still open") && next.output.contains("Chen: Book the hall"), next.told)
    #expect(next.output.contains("[done]"))
    let report = try workplace.read(session + "/report.md")
    #expect(report.contains("Book the hall: done on") && report.contains("it is booked"))
    #expect(try workplace.run("actions").code == 1, "nothing is open any more")
    let again = try workplace.run("resume", input: "/next\n")
    #expect(again.code == 0, again.told)
    #expect(try workplace.read(session + "/report.md") == report, "told once")
    #expect(try workplace.run("verify").code == 0)
  }

  @Test func `on a terminal what is open is offered, and looked at first where somebody wants it`() throws {
    let workplace = try Workplace()
    _ = try session(workplace)
    let run = ["run", "one-two-four-all", "--people", "4", "--set", "question=Q?", "--plain"]
    let child = try workplace.start(run, in: .terminal(columns: 80), environment: ["NO_COLOR": "1"])
    try child.read(until: "1 action is still open")
    try child.read(until: "> ")
    try child.sendLine("1999")
    try child.read(until: "No session with something open is called “1999”")
    try child.read(until: "> ")
    try child.sendLine("all")
    try child.read(until: "What is still open")
    try child.read(until: "Book the hall")
    try child.send("\u{4}")
    #expect(try child.finish().code == 0)
    let without = try workplace.start(run + ["--carry", "none"], in: .terminal(columns: 80))
    try without.read(until: "Step: Alone")
    try without.send("\u{4}")
    #expect(try without.finish().code == 0)
  }

  @Test func `a session's decisions and actions are one table, and its head is told when it is left`() throws {
    let workplace = try Workplace()
    let finished = try workplace.run(
      ["run", "consent-decision", "--people", "Aino,Bo,Chen,Dina,Eero"],
      input: try Golden.script("consent-decision.txt"))
    let session = try workplace.session()
    let head = try #require(finished.output.firstMatch(of: /Its head is ([0-9a-f-]{19})/)).1
    #expect(try workplace.run("verify", session, "--head", String(head)).code == 0)
    let table = try workplace.run("review", session, "--csv")
    #expect(table.code == 0 && table.output.hasPrefix("session,kind,id,counts,at,title,about,result,"), table.told)
    let lines = table.output.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.contains(",decision,") && $0.contains(",adopted") }, table.told)
    #expect(
      lines.contains { $0.contains(",action,") && $0.contains("Book the hall") && $0.contains(",Chen,") }, table.told)
  }

  @Test func `a session in trouble and a copy hide none of the others`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    try workplace.write("no entry\n", to: "Sessions/2020-01-01-broken/journal.jsonl")
    try FileManager.default.copyItem(atPath: session, toPath: workplace.sessions + "/2020-01-02-copy")
    let listed = try workplace.run("actions")
    #expect(listed.code == 0, listed.told)
    #expect(listed.output.contains("Book the hall") && listed.output.firstRange(of: "Book the hall") != nil)
    #expect(listed.output.matches(of: /Book the hall/).count == 1)
    #expect(listed.errors.contains("2020-01-01-broken was left out"))
    #expect(listed.errors.contains("holds the same session as"))
  }
}
