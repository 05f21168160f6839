import Foundation
import Testing

/// What can be wrong with a session that was begun: another window, a damaged or cut journal, a changed copy of the method,
/// a full disk.
@Suite struct SessionTroubleTests {
  /// A paused session with three notes.
  private func begin(_ workplace: Workplace) throws -> String {
    let input = "/note one\n/note two\n/note three\n"
    let finished = try workplace.run("run", "consent-decision", "--people", "Aino,Bo,Chen", input: input)
    try #require(finished.code == 0, finished.told)
    return try workplace.session()
  }

  private func notes(of session: String, _ workplace: Workplace) throws -> [String] {
    let shown = try workplace.run("show", session, "--json")
    return try JSONDecoder().decode(Record.self, from: Data(shown.output.utf8)).notes.map(\.text)
  }

  @Test func `a session that is open elsewhere is refused, with who has it, and can be looked at`() throws {
    let workplace = try Workplace()
    let first = try workplace.start(["run", "consent-decision", "--people", "3"])
    try first.read(until: "Step: Agree the need")
    let session = try workplace.session()
    try expectOneMessage(
      try workplace.run("resume", session), code: 75,
      says: ["this session is open in another window (process \(first.id), since 20", "/quit"])
    let shown = try workplace.run("show", session)
    #expect(shown.code == 0, shown.told)
    #expect(shown.output.contains("# Consent decision"))
    try first.sendLine("/note still mine")
    try first.read(until: "Noted.")
    first.endInput()
    #expect(try first.finish().code == 0)
    #expect(try notes(of: session, workplace) == ["still mine"])
  }

  @Test func `a journal that is damaged in the middle is refused and still shown`() throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    let whole = try workplace.read(session + "/journal.jsonl")
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.firstIndex { $0.contains("\"two\"") })
    try workplace.write(whole.replacing("\"two\"", with: "\"tow\""), to: session + "/journal.jsonl")
    let damaged = try workplace.read(session + "/journal.jsonl")
    try expectOneMessage(
      try workplace.run("resume", session), code: 65,
      says: ["the journal is damaged in line \(place + 1)", "bring back a copy of journal.jsonl"])
    #expect(try workplace.read(session + "/journal.jsonl") == damaged, "nothing is written over it")
    let shown = try workplace.run("show", session)
    #expect(shown.code == 65, shown.told)
    #expect(shown.output.contains("one") && !shown.output.contains("tow"))
    #expect(shown.errors.contains("the journal is damaged in line \(place + 1)"))
    #expect(shown.errors.split(separator: "\n").count { $0.hasPrefix("dotank: ") } == 1, "said once")
    #expect(try notes(of: session, workplace) == ["one"])
  }

  @Test func `an entry that a crash cut off is set aside, and said in words`() throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    let whole = try workplace.read(session + "/journal.jsonl")
    let note = try #require(whole.firstRange(of: "\"three\""))
    try workplace.write(String(whole[..<note.lowerBound]), to: session + "/journal.jsonl")
    // A crash comes before the record is written.
    for file in ["outcome.json", "outcome.xml"] { try FileManager.default.removeItem(atPath: session + "/" + file) }
    let finished = try workplace.run("resume", session)
    #expect(finished.code == 0, finished.told)
    let said = finished.output.replacing("\n", with: " ")
    #expect(said.contains("bytes of the journal were cut off by a crash"), finished.told)
    #expect(said.contains("kept in journal.torn-1"))
    #expect(!said.contains("SetAside"))
    #expect(FileManager.default.fileExists(atPath: session + "/journal.torn-1"))
    #expect(try Record.read(session).notes.map(\.text) == ["one", "two"])
  }

  @Test func `a method's file that is edited or deleted during a session changes nothing`() throws {
    let workplace = try Workplace()
    let mine = try workplace.write(try workplace.read(Program.methods + "/consent-decision.xml"), to: "mine.xml")
    let child = try workplace.start(["run", "mine.xml", "--people", "3"])
    try child.read(until: "Step: Agree the need")
    try workplace.write("<method", to: mine)
    try child.sendLine("/next")
    try child.read(until: "Step: Present the proposal")
    try FileManager.default.removeItem(atPath: mine)
    child.endInput()
    #expect(try child.finish().code == 0)
    let finished = try workplace.run("resume", input: "/next\n")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("Step: Clarifying questions"))
  }

  @Test(arguments: [true, false]) func `a session whose copy of the method was changed or lost is refused`(
    isLost: Bool
  ) throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    let copy = session + "/method/consent-decision.xml"
    let bytes = try workplace.read(copy)
    if isLost {
      try FileManager.default.removeItem(atPath: copy)
    } else {
      try workplace.write(bytes + " ", to: copy)
    }
    let words = isLost ? "is not there" : "was changed"
    try expectOneMessage(
      try workplace.run("resume", session), code: 65,
      says: ["the session's own copy of its method \(words) (method/consent-decision.xml)", "put the "])
    try workplace.write(bytes, to: copy)
    #expect(try workplace.run("resume", session).code == 0)
  }

  @Test func `a disk that is full loses nothing that was acknowledged`() throws {
    let workplace = try Workplace()
    let words = String(repeating: "so it goes ", count: 60)
    let input = (1...200).map { "/note \($0) \(words)\n" }.joined()
    // A limit on the size of files fails as a full disk does, in the middle of a line.
    let full = try workplace.shell(
      "ulimit -f 64; exec \"$DOTANK\" run consent-decision --people 3", input: input)
    #expect(full.code == 74, full.told)
    let kept = full.output.split(separator: "\n").count { $0 == "Noted." }
    #expect(kept > 5 && kept < 200)
    #expect(full.output.contains("Nothing can be stored any more"))
    #expect(full.errors.contains("all that was acknowledged is in"))
    #expect(full.errors.split(separator: "\n").count { $0.hasPrefix("dotank: ") } == 1)
    let finished = try workplace.run("resume", input: "/note room again\n")
    #expect(finished.code == 0, finished.told)
    let notes = try Record.read(workplace.session()).notes.map(\.text)
    #expect(notes.prefix(kept).enumerated().allSatisfy { $0.element.hasPrefix("\($0.offset + 1) so it goes") })
    #expect(notes.count <= kept + 2, "at most one that was stored and not yet acknowledged")
    #expect(notes.last == "room again")
  }

  @Test func `a folder that holds no session is none`() throws {
    let workplace = try Workplace()
    try workplace.write("", to: "folder/notes.txt")
    try expectOneMessage(
      try workplace.run("resume", "./folder"), code: 66, says: ["is not a session", "journal.jsonl"])
    try expectOneMessage(
      try workplace.run("resume", "./nowhere"), code: 66, says: ["is not a session", "journal.jsonl"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: workplace.path + "/folder") == ["notes.txt"])
  }
}
