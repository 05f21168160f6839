import Foundation
import Testing

/// An archive in which something is wrong with some sessions: each is told in one message, and the others are there.
@Suite struct ArchiveTroubleTests {
  /// Two rehearsals of one method, the names of their folders.
  private func archive(_ workplace: Workplace) throws -> [String] {
    for seed in ["1", "2"] {
      let finished = try workplace.run("rehearse", "consent-decision", "--people", "6", "--seed", seed)
      try #require(finished.code == 0, finished.told)
    }
    return try workplace.sessionFolders().map { String($0.split(separator: "/").last ?? "") }
  }

  private func change(
    _ file: String, of session: String, _ workplace: Workplace, _ change: (String) -> String
  ) throws {
    let path = "\(workplace.sessions)/\(session)/\(file)"
    try workplace.write(change(try workplace.read(path)), to: path)
    // As it would be when somebody copied the session here later; both at once, or the journal would be ahead.
    let later = Date(timeIntervalSinceNow: 3600)
    for file in [file, "journal.jsonl"] {
      try FileManager.default.setAttributes(
        [.modificationDate: later], ofItemAtPath: "\(workplace.sessions)/\(session)/\(file)")
    }
  }

  /// On one line, however it was wrapped.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a record of a newer dotank is listed, and the others are compared`() throws {
    let workplace = try Workplace()
    let names = try archive(workplace)
    try change("outcome.json", of: names[0], workplace) { $0.replacing("\"version\": 1,", with: "\"version\": 9,") }
    let listed = try workplace.run("review", "--rehearsals")
    #expect(
      listed.code == 0 && Self.flat(listed.output).contains("was recorded by a later version of dotank"), listed.told)
    #expect(Self.flat(listed.output).contains("update dotank to read it"), listed.told)
    let compared = try workplace.run("compare", "consent-decision", "--rehearsals")
    #expect(compared.code == 0 && compared.output.contains("consent-decision: 1 session"), compared.told)
  }

  @Test func `a record that was half written is listed with how to mend it, and mended so`() throws {
    let workplace = try Workplace()
    let names = try archive(workplace)
    try change("outcome.json", of: names[1], workplace) { String($0.prefix(2_000)) }
    let listed = try workplace.run("review", "--rehearsals")
    #expect(Self.flat(listed.output).contains("has a record that cannot be read"), listed.told)
    #expect(Self.flat(listed.output).contains("export \(names[1])"), listed.told)
    #expect(try workplace.run("export", names[1]).code == 0)
    let after = try workplace.run("review", "--rehearsals")
    #expect(!Self.flat(after.output).contains("cannot be read"), after.told)
    #expect(try workplace.run("verify", names[1]).code == 0)
  }

  @Test func `a session that stands there twice is said to, and counts once`() throws {
    let workplace = try Workplace()
    let names = try archive(workplace)
    try FileManager.default.copyItem(
      atPath: "\(workplace.sessions)/\(names[0])", toPath: "\(workplace.sessions)/\(names[0])-copy")
    let listed = try workplace.run("review", "--rehearsals")
    #expect(Self.flat(listed.output).contains("The same session stands here 2 times"), listed.told)
    let compared = try workplace.run("compare", "consent-decision", "--rehearsals")
    #expect(compared.output.contains("consent-decision: 2 sessions"), compared.told)
    #expect(
      compared.errors.contains("left out as a copy") && compared.errors.contains("\(names[0])-copy"), compared.told)
  }

  @Test func `a folder that is no session is said to be none`() throws {
    let workplace = try Workplace()
    _ = try archive(workplace)
    try workplace.write("only notes", to: "Sessions/notes/text.txt")
    for command in ["review", "verify", "report", "replay", "export"] {
      try expectOneMessage(
        try workplace.run(command, "notes"), code: 66, says: ["is not a session: there is no journal.jsonl in it"])
    }
    #expect(try workplace.run("review", "--rehearsals").code == 0)
  }

  @Test func `a journal that is damaged or torn is marked until it is mended`() throws {
    let workplace = try Workplace()
    let names = try archive(workplace)
    let whole = try workplace.read("\(workplace.sessions)/\(names[0])/journal.jsonl")
    let clean = try workplace.run("review", "--rehearsals")
    #expect(!clean.output.contains("journal"), clean.told)
    try change("journal.jsonl", of: names[0], workplace) { $0.replacing("\"elapsed\":0", with: "\"elapsed\":1") }
    try change("journal.jsonl", of: names[1], workplace) { $0 + "{\"crc\":\"00" }
    let listed = try workplace.run("review", "--rehearsals")
    #expect(listed.code == 0, listed.told)
    for words in [
      "\(names[0]): its journal is damaged; run dotank verify \(names[0])",
      "\(names[1]): its journal ends in half an entry; run dotank verify \(names[1])",
    ] {
      #expect(Self.flat(listed.output).contains(words), listed.told)
    }
    let json = try workplace.run("review", "--rehearsals", "--json").output
    #expect(json.contains("\"journal\": \"damaged\"") && json.contains("\"journal\": \"torn\""), "\(json)")
    let csv = try workplace.run("review", "--rehearsals", "--csv").output
    #expect(csv.contains(",damaged\r\n") && csv.contains(",torn\r\n"), "\(csv)")
    let compared = try workplace.run("compare", "consent-decision", "--rehearsals")
    #expect(Self.flat(compared.output).contains("; its journal is damaged)"), compared.told)
    #expect(try workplace.run("verify", names[0]).code == 65)
    try workplace.write(whole, to: "\(workplace.sessions)/\(names[0])/journal.jsonl")
    let after = try workplace.run("review", "--rehearsals", "--json").output
    #expect(!after.contains("damaged") && after.contains("\"journal\": \"whole\""), "\(after)")
  }

  @Test func `a journal that is shorter than its record is marked`() throws {
    let workplace = try Workplace()
    let names = try archive(workplace)
    try change("journal.jsonl", of: names[0], workplace) { text in
      text.split(separator: "\n").prefix(20).map { $0 + "\n" }.joined()
    }
    let listed = try workplace.run("review", "--rehearsals")
    #expect(Self.flat(listed.output).contains("its journal is shorter than its record"), listed.told)
  }

  @Test func `what can be read before the damage is listed, and that there was more is said`() throws {
    let workplace = try Workplace()
    let names = try archive(workplace)
    try change("journal.jsonl", of: names[0], workplace) { text in
      let lines = text.split(separator: "\n")
      return (lines[..<40] + lines[41...]).map { $0 + "\n" }.joined()
    }
    let listed = try workplace.run("replay", names[0])
    #expect(listed.code == 65 && listed.output.contains("(entries "), listed.told)
    #expect(listed.errors.contains("the journal is damaged in line 41"), listed.told)
    #expect(try workplace.run("review", "--rehearsals").code == 0)
  }
}
