import Foundation
import Testing

/// Plans that spread over days, and what cannot be written.
@Suite struct PlanDayTests {
  private func plan(_ arguments: String...) throws -> Finished { try Workplace().run(["plan"] + arguments) }

  @Test func `a plan over days said nothing of the days`() throws {
    let dated = try plan("pdsa-cycle", "--people", "5", "--date", "2026-12-01")
    #expect(dated.code == 0, dated.told)
    #expect(dated.output.contains("\n── 2026-12-01\n") && dated.output.contains("\n── 2026-12-15\n"), dated.told)
    #expect(dated.output.contains("open for 14 days"))
    let undated = try plan("policy-dialogue-lab", "--people", "18")
    #expect(undated.output.contains("── 10 days before the first meeting"), undated.told)
    #expect(undated.output.contains("── 42 days later"))
    let page = try plan("pdsa-cycle", "--people", "5", "--date", "2026-12-01", "--format", "html")
    #expect(page.output.contains("2026-12-15</td></tr>"))
    let table = try plan("pdsa-cycle", "--people", "5", "--date", "2026-12-01", "--format", "csv")
    #expect(table.output.contains(",2026-12-01,1209600\r\n") && table.output.contains("2026-12-15T09:00:00"))
  }

  @Test func `two days were counted as one, the night between them`() throws {
    let workplace = try Workplace()
    try workplace.write(
      """
      <method xmlns="urn:dotank:method:1" id="days" version="1" xml:lang="en"><title>Days</title><purpose>P.</purpose>
      <fit people="3..5"/><agenda>
      <meeting><title>A</title><step time="5m"><title>X</title><say>x</say></step></meeting>
      <meeting><title>B</title><step time="5m"><title>Y</title><say>y</say></step></meeting></agenda></method>
      """, to: "days.xml")
    let plan = try workplace.run("plan", "days.xml")
    #expect(plan.output.contains("over 2 days, from 09:00 on"), plan.told)
  }

  @Test func `a calendar put the second meeting on the first day and left out the days between`() throws {
    let calendar = try plan("policy-dialogue-lab", "--people", "18", "--date", "2026-12-11", "--format", "ics")
    #expect(calendar.code == 0, calendar.told)
    #expect(calendar.output.contains("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261211\r\n"))
    #expect(calendar.output.contains("DTSTART:20261211T090000") && calendar.output.contains("DTSTART:20270122T090000"))
    let json = try plan("policy-dialogue-lab", "--people", "18", "--date", "2026-12-11", "--format", "json")
    #expect(json.output.contains("\"openSeconds\": 864000") && json.output.contains("2027-01-22T09:00:00"))
  }

  @Test func `a handout gave days in hours and left out what is shown`() throws {
    let shown = try Workplace().run("show", "policy-dialogue-lab")
    #expect(shown.code == 0 && shown.output.contains("open for 42 days"), shown.told)
    #expect(shown.output.contains("Show: ") && !shown.output.contains("–  0 min"))
    let minutes = try Workplace().run(
      "run", "pdsa-cycle", "--people", "5", "--minutes", "30", "--set", "change=A walk", "--set", "target=10", input: ""
    )
    #expect(minutes.errors.contains("--minutes is not used: the meetings of this method end"), minutes.told)
  }

  @Test func `a file that cannot be written was named by another name`() throws {
    try expectOneMessage(
      try plan("one-two-four-all", "--output", "/nonexistent/sheet.txt"), code: 74,
      says: ["'/nonexistent/sheet.txt' cannot be written: there is no folder '/nonexistent'", "make that folder"])
    try expectOneMessage(
      try Workplace().run("validate", "not-there.xml"), code: 66, says: ["there is no file not-there.xml"])
  }
}
