import Foundation
import Testing

/// Whatever ends the program, all that it acknowledged is there when the session goes on.
@Suite struct LeavingTests {
  private static let start = [
    "run", "one-two-four-all", "--people", "Aino,Bo,Chen,Dina", "--set", "question=What next?",
  ]

  /// Starts a session and takes notes until each is acknowledged.
  private func begin(_ workplace: Workplace, in mode: Child.Mode = .pipes) throws -> Child {
    let child = try workplace.start(Self.start + ["--plain"], in: mode)
    try child.read(until: "Step: Alone")
    for number in 1...3 {
      try child.sendLine("/note remark \(number)")
      try child.read(until: "Noted.")
    }
    return child
  }

  private func expectNotes(in workplace: Workplace) throws {
    #expect(try Record.read(workplace.session()).notes.map(\.text) == ["remark 1", "remark 2", "remark 3"])
  }

  /// Goes on with the newest session and ends the input at once.
  private func goOn(_ workplace: Workplace) throws -> Finished {
    let finished = try workplace.run("resume")
    #expect(finished.code == 0, finished.told)
    #expect(finished.errors == "")
    #expect(finished.output.contains("1-2-4-All: the session goes on where it was."))
    try expectNotes(in: workplace)
    return finished
  }

  @Test func `the end of input pauses, says how to go on, and is no failure`() throws {
    let workplace = try Workplace()
    let child = try begin(workplace)
    child.endInput()
    let finished = try child.finish()
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("The input has ended. The session is paused and kept."))
    #expect(finished.output.replacing(/\n */, with: " ").contains("dotank resume"))
    try expectNotes(in: workplace)
    #expect(!(try goOn(workplace)).output.contains("cut off"))
  }

  @Test func `lines of a pipe after the session was left are not dropped in silence`() throws {
    let finished = try Workplace().run(Self.start, input: "/quit\nan idea\n\nanother\n")
    #expect(finished.code == 0, finished.told)
    #expect(finished.errors == "dotank: 2 lines came after that, and nothing was done with them\n")
  }

  @Test func `Ctrl-C in a terminal pauses`() throws {
    let workplace = try Workplace()
    let child = try begin(workplace, in: .terminal(columns: 80))
    try child.send("\u{3}")
    try child.read(until: "Interrupted. The session is paused and kept.")
    #expect(try child.finish().code == 0)
    #expect(!(try goOn(workplace)).output.contains("cut off"))
  }

  @Test func `Ctrl-D in a terminal pauses`() throws {
    let workplace = try Workplace()
    let child = try begin(workplace, in: .terminal(columns: 80))
    try child.send("\u{4}")
    try child.read(until: "The input has ended. The session is paused and kept.")
    #expect(try child.finish().code == 0)
    _ = try goOn(workplace)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func `a signal to end pauses`(signal: Int32) throws {
    let workplace = try Workplace()
    let child = try begin(workplace)
    child.signal(signal)
    try child.read(until: "Interrupted. The session is paused and kept.")
    #expect(try child.finish().code == 0)
    #expect(!(try goOn(workplace)).output.contains("cut off"))
  }

  @Test func `a kill loses nothing that was acknowledged`() throws {
    let workplace = try Workplace()
    let child = try begin(workplace)
    child.signal(SIGKILL)
    #expect(try child.finish().code == nil)
    #expect(try goOn(workplace).output.contains("It had been cut off; everything that was confirmed is here."))
  }

  @Test func `resume without a name finds the newest session that is not over`() throws {
    let workplace = try Workplace()
    _ = try workplace.run("run", "consent-decision", "--people", "3")
    _ = try workplace.run("run", "one-two-four-all", "--people", "4", "--set", "question=Q?", input: "/end\nend\n")
    let finished = try workplace.run("resume")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("Consent decision: the session goes on where it was."))
  }

  @Test func `resume finds a session by the beginning of its name, and by its folder`() throws {
    let workplace = try Workplace()
    _ = try workplace.run("run", "consent-decision", "--people", "3")
    let folder = try workplace.session()
    let name = try #require(folder.split(separator: "/").last)
    for typed in [String(name.prefix(15)), String(name), folder, folder + "/"] {
      let finished = try workplace.run("resume", typed)
      #expect(finished.code == 0, finished.told)
    }
    let missing = try workplace.run("resume", "2001")
    #expect(missing.code == 66)
    #expect(missing.errors.contains("there is no session '2001'"))
  }

  @Test func `the command to go on with can be copied, however long the path and whatever is in it`() throws {
    let workplace = try Workplace()
    let folder = "Sessions of the spring that we'd like to keep/and of the autumn/and of the winter too, of course"
    let paused = try workplace.run("run", "consent-decision", "--people", "3", "--sessions", folder)
    #expect(paused.code == 0, paused.told)
    let line = try #require(paused.output.split(separator: "\n").first { $0.hasPrefix("Go on later with: ") })
    let command = try #require(line.firstRange(of: " resume ").map { line[$0.lowerBound...] })
    let resumed = try workplace.shell("\"$DOTANK\"\(command)")
    #expect(resumed.code == 0, resumed.told)
    #expect(resumed.output.contains("the session goes on where it was"))
  }

  @Test func `a session that is over is not opened again`() throws {
    let workplace = try Workplace()
    _ = try workplace.run("run", "consent-decision", "--people", "3", input: "/end\nend\n")
    let finished = try workplace.run("resume", try workplace.session())
    #expect(finished.code == 0)
    #expect(finished.output.hasPrefix("This session is over (ended-early). Its record is in "))
    let none = try workplace.run("resume")
    #expect(none.code == 66)
    #expect(none.errors.contains("there is no unfinished session"))
  }
}
