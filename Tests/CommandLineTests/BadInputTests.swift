import Foundation
import Testing

/// What is wrong on the command line or in the files it names: one message that says what to do, the documented exit code,
/// and no session begun.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let arguments: [String]
    let code: Int32
    /// What the message must hold.
    let says: [String]
    var testDescription: String { name }
  }

  private static let room = ["run", "consent-decision", "--people"]
  private static let question = ["run", "one-two-four-all", "--set", "question=Q?", "--people"]

  static let wrongWords: [Case] = [
    Case(
      name: "a method that is misspelt", arguments: ["run", "one-two-for-all"], code: 66,
      says: ["there is no method `one-two-for-all`", "did you mean `one-two-four-all`?"]),
    Case(
      name: "a method file that is not there", arguments: ["run", "./mine.xml"], code: 66,
      says: ["there is no file `./mine.xml`"]),
    Case(
      name: "an unknown option", arguments: ["run", "one-two-four-all", "--peple", "4"], code: 2, says: ["--peple"]),
    Case(name: "an unknown command", arguments: ["rum"], code: 2, says: ["rum"]),
    Case(name: "a missing argument", arguments: ["run"], code: 2, says: ["<method>"]),
    Case(
      name: "nobody", arguments: room + ["0"], code: 2, says: ["a session takes 1 to 2000 people, and 0 were given"]),
    Case(name: "fewer than nobody", arguments: room + ["-3"], code: 2, says: ["1 to 2000 people, and -3 were given"]),
    Case(name: "a stadium", arguments: room + ["5000"], code: 2, says: ["1 to 2000 people, and 5000 were given"]),
    Case(name: "no names", arguments: room + [" , "], code: 2, says: ["nobody is named", "--people \"Aino,Bo,Chen\""]),
    Case(
      name: "a name twice", arguments: room + ["Aino,Bo,aino"], code: 2,
      says: ["“Aino” is twice in the list", "add a letter to tell them apart"]),
    Case(
      name: "a list that is not there", arguments: room + ["people.csv"], code: 66,
      says: ["the list of people", "people.csv"]),
    Case(
      name: "too few people for the method", arguments: question + ["2"], code: 2,
      says: ["“1-2-4-All” is made for 4–120 people, and 2 are on the list", "--accept-size"]),
    Case(
      name: "an unknown setting", arguments: room + ["3", "--set", "colour=red"], code: 2,
      says: ["there is no setting “colour”", "driver, draft"]),
    Case(
      name: "a setting without a value", arguments: room + ["3", "--set", "driver"], code: 2,
      says: ["“driver” after --set is not of the form name=value"]),
    Case(
      name: "a setting that is needed", arguments: ["run", "one-two-four-all", "--people", "4"], code: 2,
      says: ["question: What question should the room answer?", "--set question="]),
    Case(
      name: "an unknown role", arguments: room + ["Aino,Bo,Chen", "--role", "boss=Aino"], code: 2,
      says: ["there is no role “boss” in this method", "its roles are proposer, logbook-keeper"]),
    Case(
      name: "a role for somebody unknown", arguments: room + ["Aino,Bo,Chen", "--role", "proposer=Dina"], code: 2,
      says: ["nobody called “Dina” is on the list"]),
    Case(
      name: "a role for too many",
      arguments: room + ["Aino,Bo,Chen", "--role", "logbook-keeper=Aino", "--role", "logbook-keeper=Bo"], code: 2,
      says: ["the role “logbook-keeper” is for one person, and 2 were named"]),
    Case(
      name: "a language that the method has not", arguments: question + ["4", "--language", "sv"], code: 2,
      says: ["the method is not written in “sv”", "en, fi, fr"]),
    Case(
      name: "an end that is past", arguments: room + ["3", "--minutes", "0"], code: 2,
      says: ["--minutes takes a whole number from 1 to 100000"]),
    Case(
      name: "a rehearsal in a language that the method has not",
      arguments: ["rehearse", "one-two-four-all", "--language", "sv"], code: 2,
      says: ["the method is not written in “sv”", "en, fi, fr"]),
    Case(
      name: "a rehearsal with nobody", arguments: ["rehearse", "one-two-four-all", "--people", "0"], code: 2,
      says: ["1 to 2000", "0 w"]),
    Case(
      name: "a seed that is no number", arguments: ["rehearse", "one-two-four-all", "--seed", "x"], code: 2,
      says: ["'x'", "--seed"]),
    Case(name: "nothing to show", arguments: ["show", "nothing"], code: 66, says: ["`nothing`", "dotank list"]),
    Case(name: "nothing to resume", arguments: ["resume"], code: 66, says: ["there is no unfinished session"]),
    Case(
      name: "nothing to check", arguments: ["validate", "nothing"], code: 66, says: ["there is no method `nothing`"]),
    Case(
      name: "nothing that matches", arguments: ["list", "zzz"], code: 1, says: ["no method matches", "dotank list"]),
  ]

  @Test(arguments: wrongWords) func `what is typed wrongly is told with the remedy`(wrong: Case) throws {
    let workplace = try Workplace()
    let finished = try workplace.run(wrong.arguments)
    try expectOneMessage(finished, code: wrong.code, says: wrong.says)
    #expect(try workplace.sessionFolders() == [])
  }

  static let lists: [(name: String, bytes: [UInt8], says: [String])] = [
    ("no column with names", Array("person,role\nAino,\n".utf8), ["has no column “name”", "name,role,school"]),
    ("empty", [], ["has no column “name”"]),
    ("nobody in it", Array("name,role\n,\n".utf8), ["nobody is named in"]),
    ("a name twice", Array("name\nAino\nBo\nAINO\n".utf8), ["“Aino” is twice in", "add a letter"]),
    ("not in UTF-8", Array("name\nAino\nB".utf8) + [0xF6, 0x0A], ["is not in UTF-8", "CSV UTF-8"]),
    ("a role that the method has not", Array("name,role\nAino,boss\n".utf8), ["“boss” in", "its roles are proposer"]),
    ("a quotation that does not end", Array("name\n\"Aino\nBo\nChen\n".utf8), ["quotation mark", "line 2"]),
  ]

  @Test(arguments: lists) func `a list of people with mistakes is told with the remedy`(
    name: String, bytes: [UInt8], says: [String]
  ) throws {
    let workplace = try Workplace()
    try workplace.write(Data(bytes), to: "people.csv")
    let finished = try workplace.run("run", "consent-decision", "--people", "people.csv")
    try expectOneMessage(finished, code: 65, says: says + ["people.csv"])
    #expect(try workplace.sessionFolders() == [])
  }

  static let goodLists: [(name: String, text: String)] = [
    ("a byte order mark and Windows line ends", "\u{FEFF}name,school\r\nAino,North\r\nBo,South\r\nChen,North\r\n"),
    ("semicolons", "Name;School;Role\nAino;North;proposer\n\"Bo; junior\";South;\nChen;;\n"),
    (
      "quotes, blank lines and no last line end",
      "name,role\n\"Aino \"\"A\"\" Virtanen\",\n\nBo\n\"Chen,\nsenior\",proposer"
    ),
  ]

  @Test(arguments: goodLists) func `lists as spreadsheets write them are read`(name: String, text: String) throws {
    let workplace = try Workplace()
    try workplace.write(text, to: "people.csv")
    let finished = try workplace.run("run", "consent-decision", "--people", "people.csv", input: "/who\n")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("Consent decision: 3 people"))
  }

  @Test func `a method with mistakes is told with their places`() throws {
    let workplace = try Workplace()
    let good = try workplace.read(Program.methods + "/consent-decision.xml")
    try workplace.write(
      good.replacing("<collect into=\"responses\"/>", with: "<colect into=\"responses\"/>")
        .replacing("role=\"proposer\"", with: "role=\"proposr\""), to: "mine.xml")
    let finished = try workplace.run("run", "mine.xml", "--people", "3")
    try expectOneMessage(
      finished, code: 65,
      says: ["mine.xml:", "<colect", "^^^", "did you mean", "proposr", "dotank validate mine.xml"])
    let checked = try workplace.run("validate", "mine.xml")
    #expect(checked.code == 1, checked.told)
    #expect(checked.output.contains("1 method checked: "))
    #expect(checked.errors == "")
  }

  @Test func `a folder and a file that cannot be read are no methods`() throws {
    let workplace = try Workplace()
    try workplace.write("", to: "folder/notes.txt")
    for target in ["folder", "./folder"] {
      let finished = try workplace.run("run", target, "--people", "3")
      #expect(finished.code == 66, finished.told)
      #expect(finished.errors.contains("folder"))
    }
    try workplace.write(Data([0xFF, 0xFE, 0, 1]), to: "bytes.xml")
    try expectOneMessage(try workplace.run("run", "bytes.xml", "--people", "3"), code: 65, says: ["bytes.xml"])
    #expect(try workplace.sessionFolders() == [])
  }

  @Test func `sessions cannot be kept where a file stands`() throws {
    let workplace = try Workplace()
    try workplace.write("", to: "taken")
    for arguments in [["run", "consent-decision", "--people", "3"], ["rehearse", "consent-decision"]] {
      let finished = try workplace.run(arguments + ["--sessions", "taken"])
      try expectOneMessage(finished, code: 73, says: ["a folder for the session", "taken"])
    }
  }

  @Test func `sessions cannot be kept where nobody may write`() throws {
    let workplace = try Workplace()
    // What not even an administrator may write to.
    let closed = FileManager.default.fileExists(atPath: "/proc") ? "/proc/sessions" : "/dev/fd/sessions"
    let finished = try workplace.run("run", "consent-decision", "--people", "3", "--sessions", closed)
    try expectOneMessage(finished, code: 73, says: ["a folder for the session", closed])
  }
}

/// One message, on standard error alone, with the exit code and without a trace of the program's inside.
func expectOneMessage(
  _ finished: Finished, code: Int32, says: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(finished.code == code, finished.told, sourceLocation: sourceLocation)
  #expect(finished.output == "", finished.told, sourceLocation: sourceLocation)
  let starts = finished.errors.split(separator: "\n").count { $0.hasPrefix("dotank: ") || $0.hasPrefix("Error: ") }
  #expect(starts == 1, finished.told, sourceLocation: sourceLocation)
  for text in says { #expect(finished.errors.contains(text), finished.told, sourceLocation: sourceLocation) }
  for trace in [".swift", "Fatal", "Error Domain", "Optional(", "SessionStoreError"] {
    #expect(!finished.errors.contains(trace), finished.told, sourceLocation: sourceLocation)
  }
}
