import Foundation
import Testing

/// A journal whose end was cut off, beside files that were made of the whole.
@Suite struct LostEndTests {
  private func rehearsed(_ workplace: Workplace, cutTo length: Int) throws -> String {
    let made = try workplace.run("rehearse", "consent-decision", "--people", "8", "--seed", "3")
    try #require(made.code == 0, made.told)
    let session = try workplace.session()
    let journal = try workplace.read(session + "/journal.jsonl")
    try workplace.write(String(decoding: journal.utf8.prefix(length), as: UTF8.self), to: session + "/journal.jsonl")
    return session
  }

  private func setAside(_ session: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: session).filter { $0.hasPrefix("before-") }
    return session + "/" + (try #require(names.first, "nothing was set aside"))
  }

  @Test(arguments: ["export", "resume"]) func `the complete record was replaced by one of half the session`(
    _ command: String
  ) throws {
    let workplace = try Workplace()
    let session = try rehearsed(workplace, cutTo: 20_001)
    let (record, report) = (try workplace.read(session + "/outcome.json"), try workplace.read(session + "/report.md"))
    let sums = try workplace.read(session + "/SHA256SUMS")
    let done = try workplace.run(command, session)
    #expect(done.code == 0, done.told)
    let told = (done.output + done.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let aside = try setAside(session)
    #expect(told.contains("kept in \(URL(filePath: aside).lastPathComponent)"), done.told)
    #expect(try workplace.read(aside + "/outcome.json") == record)
    #expect(try workplace.read(aside + "/report.md") == report)
    #expect(try workplace.read(aside + "/SHA256SUMS") == sums)
    #expect(try workplace.read(aside + "/tables/actions.csv").isEmpty == false)
    #expect(try workplace.run(command, session).code == 0)
    #expect(try workplace.read(aside + "/outcome.json") == record, "a second time changes nothing")
  }

  @Test func `verify recommended to make the files anew from a journal that had lost its end`() throws {
    let workplace = try Workplace()
    let session = try rehearsed(workplace, cutTo: 20_001)
    let checked = try workplace.run("verify", session)
    #expect(checked.code == 65, checked.told)
    #expect(checked.output.contains("the journal is shorter than what the files beside it were made from"))
    #expect(checked.output.contains("look for a copy of journal.jsonl"))
    #expect(!checked.output.contains("dotank export") && !checked.output.contains("never acknowledged"))
    #expect(try workplace.run("export", session, "--bundle", "--output", workplace.path + "/all.zip").code == 65)
    #expect(try workplace.run("show", session).code == 65)
  }

  @Test(arguments: [17, 0]) func `a session with a whole record was said never to have begun`(_ length: Int) throws {
    let workplace = try Workplace()
    let session = try rehearsed(workplace, cutTo: length)
    let record = try workplace.read(session + "/outcome.json")
    for command in ["resume", "export", "report", "replay", "show"] {
      try expectOneMessage(
        try workplace.run(command, session), code: 65,
        says: ["shorter than what the files beside it were made from", "keep the files as they are"])
    }
    #expect(try workplace.run("verify", session).code == 65)
    #expect(try workplace.read(session + "/outcome.json") == record)
  }

  @Test func `actions of a session that lost its end are still listed`() throws {
    let workplace = try Workplace()
    let session = try rehearsed(workplace, cutTo: 20_001)
    let listed = try workplace.run("actions", "--rehearsals", "--session", session)
    #expect(listed.code == 0 && !listed.output.isEmpty, listed.told)
  }
}
