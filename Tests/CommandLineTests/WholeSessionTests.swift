import Foundation
import Testing

@Suite struct WholeSessionTests {
  static let starts: [(method: String, arguments: [String])] = [
    (
      "one-two-four-all",
      ["--people", "Aino,Bo,Chen,Dina", "--set", "question=What should we try next?", "--site", "North School"]
    ),
    ("consent-decision", ["--people", "Aino,Bo,Chen", "--role", "proposer=Aino"]),
    (
      "adoption-readiness-hexagon",
      [
        "--people", "Aino,Bo,Chen,Dina,Eero", "--role", "leader=Aino", "--role", "innovator=Eero", "--set",
        "innovation=Open hour",
      ]
    ),
  ]

  @Test(arguments: starts) func `a shipped method runs from start to end through a pipe`(
    method: String, arguments: [String]
  ) throws {
    let workplace = try Workplace()
    let child = try workplace.start(["run", method] + arguments)
    try child.send(try Golden.script("\(method).txt"))
    let finished = try child.finish()
    #expect(finished.code == 0, finished.told)
    #expect(finished.errors == "")
    #expect(!finished.output.contains("\u{1B}"), "no colour off a terminal")
    #expect(finished.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains(workplace.path) })
    try Golden.check(Transcript.steady(finished.output, in: workplace), "\(method).txt")
    try expectRecord(in: workplace.session(), ended: true)
  }

  private func expectRecord(in session: String, ended: Bool) throws {
    let record = try Record.read(session)
    #expect(record.format == "dotank-outcome")
    #expect(!record.session.rehearsal)
    #expect((record.session.ended != nil) == ended)
    let text = try #require(FileManager.default.contents(atPath: session + "/report.md"))
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("# "))
    let tables = try FileManager.default.contentsOfDirectory(atPath: session + "/tables")
    #expect(tables.contains("items.csv") && tables.allSatisfy { $0.hasSuffix(".csv") })
  }

  @Test func `a session runs from start to end in a terminal of 80 columns`() throws {
    let workplace = try Workplace()
    let child = try workplace.start(
      ["run", "consent-decision", "--plain", "--people", "Aino,Bo,Chen"], in: .terminal(columns: 80),
      environment: ["NO_COLOR": "1"])
    try child.read(until: "What is happening, and what do you need because of it?")
    for line in ["", "Every Friday one of us shows a lesson", "Aino", ""] {
      try child.read(until: "> ")
      try child.sendLine(line)
    }
    try child.read(until: "Step: Agree the need")
    for line in try Golden.script("consent-decision.txt").split(separator: "\n") {
      try child.read(until: "> ")
      try child.sendLine(String(line))
    }
    // The step is the last, so going on was asked back.
    try child.read(until: "> ")
    try child.sendLine("end")
    try child.read(until: "The session has ended: completed.")
    let finished = try child.finish()
    #expect(finished.code == 0, finished.told)
    #expect(!finished.output.contains("\u{1B}"), "NO_COLOR is honoured")
    let lines = finished.output.split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { $0.count <= 80 || $0.contains(workplace.path) })
    try expectRecord(in: workplace.session(), ended: true)
  }

  @Test func `a terminal gets colour, a dumb one and a pipe do not`() throws {
    let workplace = try Workplace()
    for (variables, isColoured) in [([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false)] {
      let child = try workplace.start(
        ["run", "consent-decision", "--plain", "--people", "3", "--set", "driver=a", "--set", "draft=b"],
        in: .terminal(columns: 80), environment: variables)
      for _ in ["proposer", "logbook keeper"] {
        try child.read(until: "> ")
        try child.sendLine("")
      }
      try child.read(until: "Enter alone does nothing.")
      try child.send("\u{4}")
      #expect(try child.finish().output.contains("\u{1B}[") == isColoured, "\(variables)")
    }
  }

  @Test func `in a pipe nothing that has a default is asked`() throws {
    let workplace = try Workplace()
    let finished = try workplace.run("run", "consent-decision")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("so 8 people are assumed, the method's ideal number."))
    #expect(finished.output.contains("Step: Agree the need"))
    #expect(!finished.output.contains("> \n"))
  }

  @Test func `a session in another language speaks it`() throws {
    let workplace = try Workplace()
    let finished = try workplace.run(
      "run", "one-two-four-all", "--people", "4", "--language", "fi", "--set", "question=Mitä kokeilemme?")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("Tässä on kysymyksemme: Mitä kokeilemme?"))
  }
}

/// As much of `outcome.json` as the tests look at.
struct Record: Decodable {
  struct Session: Decodable {
    struct End: Decodable { let name: String }
    let rehearsal: Bool
    let ended: String?
    let end: End?
  }
  struct Note: Decodable { let text: String }
  struct Use: Decodable {
    struct Promise: Decodable { let delivered: Bool }
    let method: String
    let version: String
    let hash: String?
    let end: Session.End?
    let delivers: [Promise]
  }
  struct Outcome: Decodable {
    struct Entry: Decodable { let text: String }
    let id: String
    let entries: [Entry]
  }

  let format: String
  let version: Int
  let session: Session
  let notes: [Note]
  let uses: [Use]
  let outcomes: [Outcome]

  static func read(_ session: String) throws -> Record {
    let data = try #require(FileManager.default.contents(atPath: session + "/outcome.json"))
    return try JSONDecoder().decode(Record.self, from: data)
  }
}
