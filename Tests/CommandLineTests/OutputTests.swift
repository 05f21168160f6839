import Foundation
import Testing

/// What goes to standard output: help, JSON, and nothing that a terminal would obey.
@Suite struct OutputTests {
  @Test(arguments: [
    "run", "resume", "rehearse", "list", "show", "validate", "explain", "schema", "new",
    "verify", "replay", "export", "actions", "redact", "review", "compare", "report",
  ])
  func `every command has help with an example and its exit codes`(command: String) throws {
    let workplace = try Workplace()
    for arguments in [[command, "--help"], ["help", command]] {
      let finished = try workplace.run(arguments)
      #expect(finished.code == 0, finished.told)
      #expect(finished.errors == "")
      #expect(finished.output.contains("USAGE: dotank \(command)"))
      #expect(finished.output.contains("Example:  dotank \(command)"))
      #expect(finished.output.contains("Exit codes: 0 "))
    }
    #expect(try workplace.sessionFolders() == [])
  }

  @Test func `the program's own help lists the exit codes as the README does`() throws {
    let workplace = try Workplace()
    let finished = try workplace.run("--help")
    #expect(finished.code == 0)
    let table = try workplace.read(Program.root + "/README.md")
    let documented = table.matches(of: #/\n\| (\d+) \| /#).map { String($0.1) }
    #expect(documented.count > 8)
    for code in documented { #expect(finished.output.contains("\n  \(code) "), "\(code) is missing") }
  }

  @Test func `the version is a version`() throws {
    let finished = try Workplace().run("--version")
    #expect(finished.code == 0)
    #expect(finished.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, finished.told)
  }

  @Test func `JSON is JSON, whatever stands in it`() throws {
    let workplace = try Workplace()
    let hostile = "\u{1B}[31m\"\\\u{0}\u{202E}\t\u{7F}\u{2028}é"
    try workplace.write("<method", to: "bad \"name\".xml")
    let session = try workplace.run(
      "run", "consent-decision", "--people", "3", input: "/note \(hostile)\n/next\n\(hostile)\n")
    #expect(session.code == 0, session.told)
    let folder = try workplace.session()
    let commands = [
      ["list", "--json"], ["list", "zzz", "--json"],
      ["show", "one-two-four-all", "--json"], ["show", folder, "--json"],
      ["validate", Program.methods, "--json"], ["validate", "./bad \"name\".xml", "--json"],
      ["validate", "./bad \"name\".xml", Program.methods, "--format", "sarif"],
      ["rehearse", "consent-decision", "--json"], ["explain", "--json"], ["explain", "DOT0135", "--json"],
    ]
    for arguments in commands {
      let finished = try workplace.run(arguments)
      #expect(throws: Never.self, finished.told) {
        try JSONSerialization.jsonObject(with: Data(finished.output.utf8), options: .fragmentsAllowed)
      }
      #expect(finished.output.hasSuffix("\n"))
    }
  }

  @Test func `what people write never reaches the terminal raw`() throws {
    let workplace = try Workplace()
    let hostile = "red\u{1B}[31m title\u{1B}]0;x\u{7} back\u{8}\u{8} turn\u{202E}ed\u{2066} nul\u{9B}2J del\u{7F}"
    try workplace.write("name\n\"Ai\u{1B}[2Jno\"\nBo\u{202E}\nChen\n", to: "people.csv")
    let input = """
      \(hostile)
      /items
      /note \(hostile)
      /next
      \(hostile)
      /items
      /\(hostile)
      /insert 5 \(hostile)
      /agenda
      /who
      /next
      Bo: \(hostile)
      /late \(hostile)
      """
    let finished = try workplace.run(
      "run", "consent-decision", "--people", "people.csv", "--set", "driver=\(hostile)", input: input + "\n")
    #expect(finished.code == 0, finished.told)
    expectHarmless(finished)
    let session = try workplace.session()
    let commands = [
      ["resume", session], ["show", session], ["show", session, "--json"], ["resume", hostile], ["run", hostile],
      ["list", hostile],
      ["run", "consent-decision", "--people", "3", "--set", hostile],
      ["run", "consent-decision", "--people", "3", "--role", hostile + "=x"],
      ["run", "consent-decision", "--people", "\(hostile),\(hostile)"],
      ["run", "consent-decision", "--people", "\(hostile).csv"],
      ["run", "consent-decision", "--people", "3", "--language", hostile], ["--\(hostile)"], ["validate", hostile],
    ]
    for arguments in commands { expectHarmless(try workplace.run(arguments)) }
  }

  private func expectHarmless(_ finished: Finished, sourceLocation: SourceLocation = #_sourceLocation) {
    for (name, text) in [("output", finished.output), ("errors", finished.errors)] {
      let obeyed = text.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(
        obeyed.isEmpty, "\(name) holds \(obeyed.map { String($0.value, radix: 16) }): \(text.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `closed streams end the session properly and nothing is written into its files`() throws {
    let workplace = try Workplace()
    let finished = try workplace.shell(
      "\"$DOTANK\" run consent-decision --people 3 <&- >&- 2>&-; echo $?; \"$DOTANK\" resume >&- 2>&-; echo $?",
      input: "/note kept\n")
    #expect(finished.output == "0\n0\n", finished.told)
    #expect(try workplace.run("resume").code == 0)
    #expect(try Record.read(workplace.session()).notes.map(\.text) == ["kept"])
  }

  @Test func `a reader that goes away crashes nothing`() throws {
    let workplace = try Workplace()
    for command in ["list", "show consent-decision", "--help", "rehearse consent-decision"] {
      let finished = try workplace.shell("\"$DOTANK\" \(command) 2>errors | head -1; cat errors")
      #expect(finished.code == 0, finished.told)
      #expect(finished.output.split(separator: "\n").count <= 1, finished.told)
    }
    let child = try workplace.start(["run", "consent-decision", "--people", "3"])
    try child.read(until: "Step: Agree the need")
    child.stopListening()
    try child.send("/note one\n/note two\n")
    child.endInput()
    #expect(try child.finish().code == 0)
    let session = try #require(try workplace.sessionFolders().first { !$0.contains("rehearsal") })
    #expect(try Record.read(session).notes.first?.text == "one")
  }
}
