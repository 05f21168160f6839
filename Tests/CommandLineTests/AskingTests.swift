import Foundation
import Testing

/// On a terminal what is missing is asked for; the tests of bad input hold that a pipe gets an error instead.
@Suite struct AskingTests {
  @Test func `on a terminal a setting that is needed is asked for`() throws {
    let workplace = try Workplace()
    let child = try workplace.start(
      ["run", "one-two-four-all", "--plain", "--people", "4"], in: .terminal(columns: 80),
      environment: ["NO_COLOR": "1"])
    try child.read(until: "What question should the room answer?")
    try child.read(until: "> ")
    try child.sendLine("")
    try child.read(until: "> ")
    try child.sendLine("What shall we try?")
    try child.read(until: "Here is our question: What shall we try?")
    try child.send("\u{4}")
    #expect(try child.finish().code == 0)
  }

  @Test func `on a terminal people are asked for, and a bad answer is asked again`() throws {
    let workplace = try Workplace()
    let child = try workplace.start(
      ["run", "one-two-four-all", "--plain", "--set", "question=Q?"], in: .terminal(columns: 80),
      environment: ["NO_COLOR": "1"])
    try child.read(until: "Who is there?")
    for (answer, reply) in [
      ("Aino,aino", "is twice in the list"), ("0", "a session takes 1 to 2000 people"),
      ("nope.csv", "nope.csv"), ("Aino,Bo,Chen,Dina", "1-2-4-All: 4 people"),
    ] {
      try child.read(until: "> ")
      try child.sendLine(answer)
      try child.read(until: "\n")
      try child.read(until: reply)
    }
    try child.send("\u{4}")
    #expect(try child.finish().code == 0)
  }

  @Test(arguments: [("yes", 0), ("no", 2)] as [(String, Int32)])
  func `on a terminal a size that the method is not made for is confirmed`(answer: String, code: Int32) throws {
    let workplace = try Workplace()
    let child = try workplace.start(
      ["run", "one-two-four-all", "--plain", "--people", "2", "--set", "question=Q?"], in: .terminal(columns: 80))
    try child.read(until: "is made for 4–120 people, and 2 are on the list")
    try child.read(until: "> ")
    try child.sendLine(answer)
    try child.read(until: code == 0 ? "Step: Alone" : "nothing was started")
    if code == 0 { try child.send("\u{4}") }
    #expect(try child.finish().code == code)
    #expect(try workplace.sessionFolders().count == (code == 0 ? 1 : 0))
  }

  @Test func `in a pipe a size that the method is not made for needs an option`() throws {
    let workplace = try Workplace()
    let arguments = ["run", "one-two-four-all", "--people", "2", "--set", "question=Q?"]
    #expect(try workplace.run(arguments).code == 2)
    let accepted = try workplace.run(arguments + ["--accept-size"])
    #expect(accepted.code == 0, accepted.told)
  }

  @Test(arguments: ["\u{4}", "\u{3}"]) func `leaving the questions starts nothing`(key: String) throws {
    let workplace = try Workplace()
    let child = try workplace.start(["run", "one-two-four-all", "--plain"], in: .terminal(columns: 80))
    try child.read(until: "Who is there?")
    try child.send(key)
    try child.read(until: "nothing was started")
    #expect(try child.finish().code == 2)
    #expect(try workplace.sessionFolders() == [])
  }
}
