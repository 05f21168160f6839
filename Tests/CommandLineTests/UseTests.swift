import Foundation
import Testing

/// A method that uses another one, from the program's point of view.
@Suite struct UsedMethodTests {
  private let caller = """
    <method xmlns="urn:dotank:method:1" id="caller" version="1" xml:lang="en">
    <title>Caller</title><purpose>To use another.</purpose><fit people="2..12"/>
    <delivers><outcome ref="found"><title>What was found</title></outcome></delivers>
    <agenda><use id="talk" method="talk"><give setting="question">tea</give><take outcome="ideas" into="found"/></use>
    </agenda></method>
    """
  private let talk = """
    <method xmlns="urn:dotank:method:1" id="talk" version="3" xml:lang="en">
    <title>Talk</title><purpose>To talk.</purpose><fit people="2..12"/>
    <settings><setting id="question" required="yes"><ask>What about?</ask></setting></settings>
    <delivers><outcome ref="ideas"/></delivers>
    <agenda><step time="5m"><title>About {question}</title><collect into="ideas"/></step>
    <step time="5m"><title>And then</title></step></agenda></method>
    """

  @Test func `a session goes on without the file of the method that it uses`() throws {
    let workplace = try Workplace()
    try workplace.write(caller, to: "own/caller.xml")
    let used = try workplace.write(talk, to: "own/talk.xml")
    let begun = try workplace.run("run", "own/caller.xml", "--people", "Aino,Bo", input: "Green tea\n/quit\n")
    #expect(begun.code == 0 && begun.output.contains("About tea"), begun.told)
    try FileManager.default.removeItem(atPath: used)
    let session = try workplace.session()
    let resumed = try workplace.run("resume", session, input: "/next\n/next\n/end completed\n")
    #expect(resumed.code == 0 && resumed.output.contains("And then"), resumed.told)
    let record = try Record.read(session)
    #expect(record.uses.map(\.method) == ["talk"] && record.uses.map(\.version) == ["3"])
    #expect(record.uses[0].hash?.count == 64 && record.uses[0].end?.name == "completed")
    #expect(record.uses[0].delivers.map(\.delivered) == [true])
    #expect(record.outcomes.map(\.id) == ["found"] && record.outcomes[0].entries.map(\.text) == ["Green tea"])
  }

  @Test func `a session reads what an earlier one came to`() throws {
    let workplace = try Workplace()
    let first = """
      <method xmlns="urn:dotank:method:1" id="first" version="1" xml:lang="en">
      <title>First</title><purpose>To begin.</purpose><fit people="1..12"/>
      <agenda><step time="5m"><title>Ideas</title><collect into="ideas"/></step></agenda></method>
      """
    let second = """
      <method xmlns="urn:dotank:method:1" id="second" version="1" xml:lang="en">
      <title>Second</title><purpose>To compare.</purpose><fit people="1..12"/>
      <settings><setting id="before" type="earlier" outcome="ideas" required="yes"><ask>Which?</ask></setting></settings>
      <agenda><step time="5m"><title>Look</title><show of="before"/></step></agenda></method>
      """
    try workplace.write(first, to: "first.xml")
    try workplace.write(second, to: "second.xml")
    let begun = try workplace.run("run", "first.xml", "--people", "Aino,Bo", input: "Green tea\n/end done\n")
    #expect(begun.code == 0, begun.told)
    let session = try workplace.session()
    let told = try workplace.run(
      "run", "second.xml", "--people", "Aino,Bo", "--set", "before=\(session)", input: "/quit\n")
    #expect(told.code == 0 && told.output.contains("Green tea"), told.told)
    let wrong = try workplace.run("run", "second.xml", "--people", "Aino", "--set", "before=nowhere", input: "")
    #expect(wrong.code == 66 && wrong.errors.contains("nowhere"), wrong.told)
    let rehearsed = try workplace.run(
      "rehearse", "second.xml", "--people", "3", "--set", "before=\(session)", "--sessions", "rehearsals")
    #expect(rehearsed.code == 0, rehearsed.told)
    let folder = try #require(
      FileManager.default.contentsOfDirectory(atPath: workplace.path + "/rehearsals").first { !$0.hasPrefix(".") })
    let start = try workplace.read("rehearsals/\(folder)/journal.jsonl")
    #expect(start.contains("Green tea") && !start.contains("made-up"))
    let nonsense = try workplace.run("rehearse", "second.xml", "--people", "3", "--set", "before=nonsense")
    #expect(nonsense.code == 66 && nonsense.errors.contains("nonsense"), nonsense.told)
    let sweep = try workplace.run("rehearse", "second.xml", "--sweep", "--sizes", "3", "--set", "before=nonsense")
    #expect(sweep.code == 66 && sweep.errors.contains("nonsense"), sweep.told)

    // The journal is asked, and not what somebody made of the record since.
    try workplace.write(
      workplace.read("\(session)/outcome.json").replacing("Green tea", with: "Forged tea"),
      to: "\(session)/outcome.json")
    let held = try workplace.run(
      "run", "second.xml", "--people", "Aino,Bo", "--set", "before=\(session)", input: "/quit\n")
    #expect(held.output.contains("Green tea") && !held.output.contains("Forged tea"), held.told)
    try workplace.write(
      workplace.read("\(session)/journal.jsonl").replacing("Green tea", with: "Forged tea"),
      to: "\(session)/journal.jsonl")
    let damaged = try workplace.run(
      "run", "second.xml", "--people", "Aino,Bo", "--set", "before=\(session)", input: "/quit\n")
    #expect(damaged.code == 65 && !damaged.output.contains("Forged tea"), damaged.told)
  }
}
