import Foundation
import Testing

/// Looking back at many sessions: what is asked wrongly is said, and so is why nothing was found.
@Suite struct ReviewTests {
  private func rehearsed(_ workplace: Workplace) throws -> String {
    let finished = try workplace.run("rehearse", "consent-decision", "--people", "6", "--seed", "3")
    try #require(finished.code == 0, finished.told)
    return try workplace.session().split(separator: "/").last.map { String($0) } ?? ""
  }

  @Test(arguments: ["2030-13", "2030-02-31", "2030-00", "2030-1", "20300101"])
  func `a day that is none was taken`(text: String) throws {
    let workplace = try Workplace()
    for command in [["review", "--from", text], ["review", "--to", text], ["actions", "--by", text]] {
      try expectOneMessage(
        try workplace.run(command), code: 2, says: ["takes a day, month or year, not “\(text)”"])
    }
  }

  @Test func `options that a command would not heed were passed over`() throws {
    let workplace = try Workplace()
    let session = try rehearsed(workplace)
    try expectOneMessage(
      try workplace.run("review", session, "--search", "tea"), code: 2, says: ["--search chooses among all sessions"])
    try expectOneMessage(
      try workplace.run("review", session, "--from", "2026"), code: 2, says: ["--from chooses among all sessions"])
    try expectOneMessage(
      try workplace.run("review", "--json", "--csv"), code: 2, says: ["--json and --csv exclude each other"])
  }

  @Test func `whatever was asked, nothing was found in the same words`() throws {
    let workplace = try Workplace()
    try FileManager.default.createDirectory(atPath: workplace.sessions, withIntermediateDirectories: true)
    try expectOneMessage(try workplace.run("review"), code: 1, says: ["there are no sessions in", "yet"])
    _ = try rehearsed(workplace)
    try expectOneMessage(
      try workplace.run("review"), code: 1, says: ["one rehearsal does: add --rehearsals to see it"])
    try expectOneMessage(
      try workplace.run("review", "--method", "consent-decison", "--rehearsals"), code: 1,
      says: ["no session here was held with the method “consent-decison”; did you mean consent-decision?"])
    try expectOneMessage(
      try workplace.run("compare", "delphi", "--rehearsals"), code: 1,
      says: ["no session here was held with the method “delphi”; there are consent-decision"])
    try expectOneMessage(
      try workplace.run("review", "--rehearsals", "--from", "2040"), code: 1,
      says: ["no session matches all of that; leave some of it out"])
  }

  @Test func `a file that was there was replaced without a word`() throws {
    let workplace = try Workplace()
    let session = try rehearsed(workplace)
    for command in [["report", session], ["compare", "consent-decision", "--rehearsals"]] {
      try workplace.write("mine", to: "notes.txt")
      try expectOneMessage(
        try workplace.run(command + ["--output", "notes.txt"]), code: 73,
        says: ["notes.txt is there already", "--replace"])
      #expect(try workplace.read("notes.txt") == "mine")
      #expect(try workplace.run(command + ["--output", "notes.txt", "--replace"]).code == 0)
      #expect(try workplace.run(command + ["--output", "notes.txt"]).code == 0, "the same again")
      try expectOneMessage(
        try workplace.run(command + ["--output", "no/such/file.txt"]), code: 73, says: ["there is no folder no/such"])
    }
  }

  @Test func `a rehearsal was not in the index when it closed`() throws {
    let workplace = try Workplace()
    _ = try rehearsed(workplace)
    #expect(FileManager.default.fileExists(atPath: workplace.sessions + "/.archive.sqlite"))
  }
}
