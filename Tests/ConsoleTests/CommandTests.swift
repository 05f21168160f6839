import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    ("/next", "next"), ("/n", "next"), ("/NEXT", "next"), ("/ne why not", "next because why not"),
    ("/back", "goTo before"), ("/b", "goTo before"), ("/rerun too loud", "goTo here again because too loud"),
    ("/return", "return"), ("/skip", "skip"), ("/skip done last week", "skip because done last week"),
    ("/goto 2", "goTo last"), ("/goto La", "goTo last"), ("/goto last again", "goTo last again"),
    ("/insert 10 Energizer", "insert Energizer 600"), ("/ins 90s Breath | Stand up.", "insert Breath 90 Stand up."),
    ("/extend 5", "extend 300"), ("/ex 5", "extend 300"), ("/e 5m", "extend 300"), ("/extend 5 min", "extend 300"),
    ("/extend 90s two groups talk", "extend 90 because two groups talk"), ("/extend 1:30", "extend 90"),
    ("/shorten 2", "extend -120"), ("/pause", "pause"), ("/resume", "resume"),
    (
      "/note the light failed",
      "note the light failed"
    ),
    ("/undo", "undo"), ("/close", "close"), ("/reveal", "reveal"),
    ("/late Gabriel", "arrive p7 Gabriel"), ("/late Gabriel | school=North", "arrive p7 Gabriel school=North"),
    ("/gone Fat", "leave p6"), ("/role proposer Aino", "assign proposer p1"), ("/role prop ai", "assign proposer p1"),
    ("/role logbook keeper Bo", "assign keeper p2"), ("/unrole keeper Bo", "unassign keeper p2"),
    ("/move Aino 2", "move p1 pairs/2"), ("/move Aino to group 2", "move p1 pairs/2"),
    ("/move Aino pairs/2", "move p1 pairs/2"), ("/move pairs/3 pairs/1", "joinGroups pairs/3 pairs/1"),
    ("/move pairs/3 1", "joinGroups pairs/3 pairs/1"), ("/regroup", "form pairs"), ("/regroup Pairs", "form pairs"),
    ("/quit", "pause"),
  ])
  func `commands and their arguments`(line: String, command: String) throws {
    let stage = try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs")))
    #expect(stage.reading(line).first == command)
  }

  @Test(arguments: [
    ("/nxt", "There is no command /nxt. Did you mean /next? Nothing was done."),
    ("/zzz", "There is no command /zzz. Nothing was done."),
    ("/re", "/re could be /rerun, /return, /replan, /resume, /reword, /reveal, /regroup or /rework. Nothing was done."),
    ("/", "There is no command /. Nothing was done."),
    ("/en", "/end cannot be taken back, so it wants the whole word. Nothing was done."),
    ("/sto", "/stop cannot be taken back, so it wants the whole word. Nothing was done."),
    ("/extend", "Say how many minutes, as in /extend 90s two groups are still talking. Nothing was done."),
    ("/extend 0", "Say how many minutes, as in /extend 90s two groups are still talking. Nothing was done."),
    ("/extend -5", "Say how many minutes, as in /extend 90s two groups are still talking. Nothing was done."),
    ("/extend 99999999999999999999", "Say how many minutes, as in"),
    ("/insert Energizer", "Say how many minutes it takes and what it is called, as in /insert 5 Breath"),
    ("/goto nowhere", "There is no step “nowhere”; /agenda lists them. Nothing was done."),
    ("/gone Nobody", "Nobody here is called “Nobody”."),
    ("/role king Aino", "There is no role “king”: there are proposer and keeper. Nothing was done."),
    ("/withdraw 9", "Nothing that could be changed came in here. Nothing was done."),
    ("/pass", "This is no checkpoint, so there is nothing to pass. Nothing was done."),
    ("/note", "Write the remark after the command"),
    ("/late Gabriel | shoe=44", "“shoe=44” is nothing known of people: there are school. Nothing was done."),
  ])
  func `what is not understood does nothing and says so`(line: String, start: String) throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    #expect(stage.reading(line).joined(separator: " ").hasPrefix(start), "\(stage.reading(line))")
    _ = stage.type(line)
    #expect(stage.submitted == [])
  }

  @Test func `entries are changed by the numbers they were shown with`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    for word in ["one", "two", "three"] { _ = stage.type(word) }
    #expect(stage.reading("/withdraw 2") == ["withdraw e-2"])
    #expect(stage.reading("/reword 3 better words") == ["reword e-3 text=better words"])
    #expect(stage.type("/withdraw 2") == "Withdrawn: two. /undo brings it back.")
    #expect(stage.reading("/reword 3 better words") == ["reword e-3 text=better words"])
    #expect(stage.reading("/withdraw 2") == ["There is no entry 2 in this step; /items lists them. Nothing was done."])
  }

  @Test func `what is taken back is named`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    _ = stage.type("Aino: more breaks")
    #expect(stage.type("/undo") == "Taken back: more breaks.")
    #expect(stage.type("/undo") == "There is nothing to take back. Nothing was done.")
  }

  // MARK: What cannot be taken back

  @Test func `the end is asked for twice`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    #expect(stage.type("/end no-agreement").contains("type: end"))
    #expect(stage.type("yes") == "Nothing was done. “yes” was not entered; type it again if it was meant.")
    #expect(stage.submitted == [])
    _ = stage.type("/end no-agreement")
    #expect(stage.type("END").contains("The session has ended: no agreement."))
    #expect(stage.left == .ended)
  }

  @Test func `an empty line is no confirmation`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    _ = stage.type("/end")
    #expect(stage.type("") == "Nothing was done.")
    #expect(stage.submitted == [])
  }

  // MARK: Twins

  @Test(arguments: ConsoleCommand.allCases)
  func `every command has help with an example that is understood`(command: ConsoleCommand) throws {
    #expect(!command.summary.isEmpty)
    #expect(command.summary.first?.isLowercase == true && command.summary.last != ".")
    for example in command.examples { #expect(example.hasPrefix("/\(command.rawValue)")) }
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    #expect(stage.type("/help \(command.rawValue)").hasPrefix("/\(command.rawValue): "))
    #expect(stage.type("/help all").contains("/\(command.rawValue): \(command.summary)".prefix(70)))
  }

  @Test func `every command of the engine can be typed`() throws {
    var reached: Set<String> = []
    for line in [
      "/next", "/back", "/return", "/skip", "/insert 1 A", "/undo", "/extend 1", "/pause", "/resume", "/close",
      "/reveal", "/note a", "/role proposer Aino", "/unrole proposer Aino", "/late G", "/gone Bo", "/regroup",
      "/move Aino 1", "/move pairs/2 pairs/1", "Aino: an idea",
    ] {
      let stage = try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs")))
      reached.formUnion(stage.reading(line).map { String($0.prefix { $0 != " " }) })
    }
    reached.formUnion(try CheckpointTests.typed())
    reached.formUnion(try TrackScreenTests.typed())
    reached.formUnion(try Self.typedInOtherSteps())
    let all = [
      "next", "answer", "verdict", "judge", "goTo", "return", "skip", "insert", "undo", "extend", "pause", "resume",
      "end",
      "close", "reveal", "admit", "add", "reword", "withdraw", "fill", "choose", "handIn", "mark", "tally", "note",
      "assign",
      "unassign", "arrive", "leave", "form", "move", "joinGroups",
    ]
    #expect(Set(all).subtracting(reached) == [])
  }

  private static func typedInOtherSteps() throws -> Set<String> {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    _ = stage.type("Aino: an idea")
    var families = (stage.reading("/withdraw 1") + stage.reading("/reword 1 better")).map { family($0) }
    _ = stage.type("/close")
    _ = stage.type("Bo: too late")
    families += stage.reading("/admit").map { family($0) }
    _ = stage.type("/end")
    families += stage.reading("end").map { family($0) }
    let lines: [(Step, String)] = [
      (Sample.step("Write", .fill(freeze: nil, limits: .none), into: "text"), "words"),
      (Sample.step("Choose", .select(Selection()), from: "indicators", into: "chosen"), "1"),
      (Sample.step("Vote", .vote(Vote(budget: .fixed(3))), of: "indicators", into: "votes"), "Aino: 1"),
      (Sample.step("Vote", .vote(Vote(budget: .fixed(3))), of: "indicators", into: "votes"), "1=2"),
      (Sample.step("Rate", .rate(Rating(scale: "hold")), of: "indicators", into: "ratings"), "Aino: need 4"),
    ]
    for (step, line) in lines { families += try Stage(step: step).reading(line).map { family($0) } }
    return Set(families)
  }

  private static func family(_ reading: String) -> String { String(reading.prefix { $0 != " " }) }
}
