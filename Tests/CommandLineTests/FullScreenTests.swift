import Foundation
import TerminalTestSupport
import Testing

/// The full screen as a person sees it, in a terminal that is read cell by cell.
@Suite struct FullScreenTests {
  private static let start = [
    "run", "one-two-four-all", "--people", "Aino,Bo,Chen,Dina", "--set", "question=What next?",
  ]

  private func begin(
    _ workplace: Workplace, _ arguments: [String] = start, columns: Int = 80, rows: Int = 24
  ) throws -> ScreenSession {
    let session = try ScreenSession(workplace, arguments, columns: columns, rows: rows)
    try session.wait(forText: "Step: Alone")
    try session.settle()
    return session
  }

  /// What the one session keeps, private things too, once it was resumed and left.
  private func kept(_ workplace: Workplace) throws -> String {
    let finished = try workplace.run("resume")
    #expect(finished.code == 0, finished.told)
    return try workplace.read(try workplace.session() + "/journal.jsonl")
  }

  // MARK: The terminal is given back

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL])
  func `a signal that ends the program gives the terminal back`(signal: Int32) throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    #expect(session.terminal.isAlternate && session.terminal.marksPastes)
    #expect(try session.child.settings() != session.settings)
    try session.enter("Aino: more breaks")
    session.child.signal(signal)
    let finished = try session.finish()
    let isCrash = ![SIGTERM, SIGHUP, SIGINT].contains(signal)
    #expect(isCrash ? finished.code == nil : finished.code == 0, "a crash stays a crash, an end is one")
    try session.expectGivenBack()
    if !isCrash { #expect(session.terminal.page.contains("Go on later with:")) }
    // What was acknowledged is there, however it ended.
    #expect(try kept(workplace).contains("more breaks"))
  }

  @Test(arguments: ["\u{3}", "\u{4}"]) func `Ctrl-C or Ctrl-D twice leaves, once does not`(key: String) throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    try session.type(key)
    try session.wait(forText: "once more pauses the session and leaves")
    // Any other key goes on.
    try session.enter("Bo: shorter rounds")
    try session.type(key + key)
    let finished = try session.finish()
    #expect(finished.code == 0, finished.told)
    try session.expectGivenBack()
    #expect(session.terminal.page.contains("The session is paused and kept."))
    #expect(try kept(workplace).contains("shorter rounds"))
  }

  @Test func `the normal end says where the record lies, and gives the terminal back`() throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    try session.enter("/end")
    try session.type("end\r")
    try session.wait(forText: "Any key leaves.")
    #expect(session.terminal.isAlternate)
    try session.type(" ")
    let finished = try session.finish()
    #expect(finished.code == 0, finished.told)
    try session.expectGivenBack()
    #expect(session.terminal.page.contains("The record is in"))
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg brings the screen back as it was`() throws {
    let workplace = try Workplace()
    // A shell with jobs, as people have it: without one the system lets nothing stop.
    let shell = try ScreenSession(
      shell: "set -m; \"$DOTANK\" \(Self.start.map { "'\($0)'" }.joined(separator: " ")); echo asleep; read word; fg",
      workplace)
    try shell.wait(forText: "Step: Alone")
    try shell.enter("Aino: more breaks")
    try shell.type("Bo: half a wo")
    try shell.settle()
    let before = shell.terminal.text
    try shell.type("\u{1A}")
    try shell.wait(forText: "asleep")
    try shell.expectGivenBack()
    try shell.type("wake\r")
    try shell.wait(for: "the screen") { $0.isAlternate && $0.isWhole }
    try shell.settle()
    #expect(shell.terminal.text.dropFirst(3) == before.dropFirst(3), "all but the clock is as it was")
    #expect(shell.terminal.marksPastes)
    try shell.enter("rd")
    try shell.type("\u{3}\u{3}")
    _ = try shell.finish()
    try shell.expectGivenBack()
    let journal = try kept(workplace)
    #expect(journal.contains("more breaks") && journal.contains("half a word"))
  }

  @Test func `stopped and called back from outside, everything is drawn anew`() throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    try session.type("half a wo")
    try session.settle()
    let erasures = session.terminal.erasures
    session.child.signal(SIGSTOP)
    session.child.signal(SIGCONT)
    try session.wait(for: "a redraw") { $0.erasures > erasures && $0.isWhole && $0.isAlternate }
    try session.type("rd")
    try session.settle()
    #expect(session.inputLine == "> half a word")
  }

  // MARK: Slips

  @Test(arguments: ["/next\r/next\r", "/next\r\r\r", "/next\r/next\r/next\r/next\r"])
  func `two presses never advance two steps`(burst: String) throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    try session.type(burst)
    try session.settle()
    #expect(session.place == "Step: In pairs")
  }

  @Test func `several lines pasted are asked about, and become several items`() throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    let lines = [
      "Aino: pidempi välitunti", "Bo: 更多休息", "Chen: استراحة أطول", "Dina: 👩‍🏫 talks less", "/next is what I said",
    ]
    try session.paste(lines.joined(separator: "\r"))
    try session.settle()
    #expect(session.terminal.page.contains("5 lines were pasted. Enter each as an entry of its own?"))
    try session.type("no\r")
    try session.settle()
    #expect(session.terminal.page.contains("Nothing of what was pasted was entered."))
    #expect(!session.terminal.page.contains("更多休息"))
    try session.paste(lines.joined(separator: "\r\n"))
    try session.type("yes\r")
    try session.settle()
    #expect(session.place == "Step: Alone", "what is pasted is content, never a command")
    try session.type("\u{4}\u{4}")
    _ = try session.finish()
    let journal = try kept(workplace)
    for line in lines { #expect(journal.contains(line.split(separator: ": ").last ?? "-"), "\(line)") }
  }

  // MARK: Sizes

  @Test func `at any size nothing is lost and the frame is whole`() throws {
    let workplace = try Workplace()
    let session = try begin(workplace)
    try session.type("Väsymys nä")
    var random = SeededNumbers(seed: 11)
    for _ in 0..<12 {
      let (columns, rows) = (Int.random(in: 20...200, using: &random), Int.random(in: 6...60, using: &random))
      try session.resize(columns: columns, rows: rows)
      try session.expectWhole()
      #expect(session.terminal.cursor.row == rows - 1)
    }
    try session.resize(columns: 30, rows: 10, waits: false)
    try session.resize(columns: 80, rows: 24)
    try session.type("kyy jo bussissa")
    try session.wait(for: "the whole line") { $0.text.last == "> Väsymys näkyy jo bussissa" }
    #expect(session.terminal.strange == [])
  }

  // MARK: Hostile texts

  @Test func `no text that comes in can move the cursor or set the title`() throws {
    let texts = try JSONDecoder().decode(
      [String].self, from: try #require(FileManager.default.contents(atPath: Program.root + "/Tests/HostileTexts.json"))
    )
    let workplace = try Workplace()
    let session = try begin(
      workplace,
      [
        "run", "one-two-four-all", "--people", "Aino,Bo \u{1B}]0;x\u{7},Chen\u{202E},Dina", "--set",
        "question=What \u{1B}[2J?",
      ])
    for text in texts where !text.contains("\u{1B}[201~") {
      // One at a time; none is a command, and one that is refused stays in the line until Escape takes it away.
      try session.paste("x" + text)
      try session.type("1\r\u{1B}")
      session.look(milliseconds: 0)
    }
    try session.settle()
    for key in ["\u{1B}[6~", "\u{1B}OS"] {
      try session.type(key)
      try session.wait(forText: "Esc closes")
      try session.expectWhole()
      try session.type("\u{1B}")
      try session.wait(for: "the step") { !$0.page.contains("Esc closes") }
    }
    try session.expectWhole()
    #expect(session.terminal.strange == [])
    #expect(session.terminal.cursor.row == 23)
  }
}

extension ScreenSession {
  /// A shell in the terminal, in whose script `$DOTANK` is the program.
  convenience init(shell script: String, _ workplace: Workplace) throws {
    try self.init(
      try Child(
        "/bin/sh", ["-c", script], in: .terminal(columns: 80),
        environment: workplace.environment(["DOTANK": Program.path]), folder: workplace.path),
      columns: 80, rows: 24)
  }
}
