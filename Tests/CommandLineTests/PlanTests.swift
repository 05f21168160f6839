import Foundation
import Testing

@Suite struct PlanTests {
  private func plan(_ arguments: String...) throws -> Finished { try Workplace().run(["plan"] + arguments) }

  @Test func `the sheet says when, how long, who with whom, and what to bring`() throws {
    let sheet = try plan("one-two-four-all", "--people", "23", "--start", "09:00", "--set", "question=What next?")
    #expect(sheet.code == 0, sheet.told)
    #expect(sheet.output.contains("09:00–09:13 (13 min), 23 people"), sheet.told)
    #expect(sheet.output.contains("23 × card and pen (1 for each of 23 people)"), sheet.told)
    #expect(sheet.output.contains("10 groups of 2 and 1 of 3 (Pairs)"), sheet.told)
    #expect(sheet.output.contains("taking turns; 1 min × 6 Fours, at most"), sheet.told)
    #expect(sheet.output.contains("“Here is our question: What next? Take"), sheet.told)
  }

  @Test(arguments: ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"], ["60", "80", "120"])
  func `no line is wider than the terminal`(method: String, width: String) throws {
    let sheet = try Workplace().run(["plan", method, "--people", "9"], environment: ["COLUMNS": width])
    #expect(sheet.code == 0, sheet.told)
    for line in sheet.output.split(separator: "\n") { #expect(line.count <= Int(width) ?? 0, "\(line)") }
  }

  @Test func `an end that can be met is met, and each cut is said`() throws {
    let sheet = try plan("adoption-readiness-hexagon", "--people", "9", "--start", "13:00", "--end", "15:00")
    #expect(sheet.code == 0, sheet.told)
    #expect(sheet.output.contains("everything gives 58 %"), sheet.told)
    #expect(sheet.output.contains("cut from 10 min, to end in"), sheet.told)
  }

  @Test func `an end that cannot be met says by how much and what holds it`() throws {
    let sheet = try plan("adoption-readiness-hexagon", "--people", "9", "--start", "13:00", "--end", "13:30")
    #expect(sheet.code == 1, sheet.told)
    #expect(sheet.output.contains("It cannot end at 13:30"), sheet.told)
    #expect(sheet.output.contains("What takes longest even so: Discuss the evidence"), sheet.told)
    let json = try plan(
      "adoption-readiness-hexagon", "--people", "9", "--start", "13:00", "--end", "13:30", "--format", "json")
    #expect(json.code == 1)
    #expect(json.errors.contains("It cannot end at 13:30"))
  }

  @Test func `past midnight the clock goes on and says the day`() throws {
    let sheet = try plan("adoption-readiness-hexagon", "--people", "9", "--start", "23:30", "--end", "25:30")
    #expect(sheet.code == 0, sheet.told)
    #expect(sheet.output.contains("\n01:30 +1  The end"), sheet.told)
    #expect(sheet.output.contains(" +1"), sheet.told)
    let calendar = try plan("one-two-four-all", "--start", "23:55", "--date", "2026-12-31", "--format", "ics")
    #expect(calendar.output.contains("DTSTART:20261231T235500"))
    #expect(calendar.output.contains("DTSTART:20270101T"))
  }

  @Test(
    arguments: [
      (["one-two-four-all", "--people", "0"], 2, "--people takes 1 to 2000, and 0 was given"),
      (["one-two-four-all", "--people", "-3"], 2, "--people takes 1 to 2000, and -3 was given"),
      (["one-two-four-all", "--people", "300"], 2, "is made for 4–120 people, and --people is 300"),
      (["one-two-four-all", "--start", "12:00", "--end", "09:00"], 2, "--end 09:00 is not after --start 12:00"),
      (["one-two-four-all", "--start", "9"], 2, "--start takes a time such as 09:00, and “9” is none"),
      (["one-two-four-all", "--start", "25:00"], 2, "--start takes a time from 00:00 to 23:59"),
      (["one-two-four-all", "--date", "2026-02-30"], 2, "--date takes a day such as 2026-11-23"),
      (["one-two-four-all", "--set", "colour=red"], 2, "there is no setting “colour”"),
      (["one-two-four-all", "--language", "sv"], 2, "the method is not written in “sv”"),
      (["one-two-four-al"], 66, "one-two-four-al"),
    ])
  func `what cannot be planned is said in one message`(arguments: [String], code: Int32, message: String) throws {
    let finished = try Workplace().run(["plan"] + arguments)
    #expect(finished.code == code, finished.told)
    #expect(finished.errors.contains(message), finished.told)
    #expect(finished.output == "")
  }

  @Test func `a size that the method is not made for can be asked for`() throws {
    let sheet = try plan("one-two-four-all", "--people", "300", "--accept-size")
    #expect(sheet.code == 0, sheet.told)
    #expect(sheet.output.contains("150 groups of 2 (Pairs)"), sheet.told)
  }

  // MARK: Formats

  private static let hostile = "=1+1,\";\\<script>alert('x')</script>\u{202E}é漢字🧭"

  @Test func `the calendar keeps to RFC 5545 and to its UIDs`() throws {
    let arguments = [
      "plan", "one-two-four-all", "--date", "2026-11-23", "--format", "ics", "--set", "question=\(Self.hostile)",
    ]
    let workplace = try Workplace()
    let calendar = try workplace.run(arguments)
    #expect(calendar.code == 0, calendar.told)
    let lines = calendar.output.components(separatedBy: "\r\n")
    #expect(lines.last == "" && !calendar.output.replacing("\r\n", with: "").contains("\n"))
    for line in lines { #expect(line.utf8.count <= 75) }
    let unfolded = calendar.output.replacing("\r\n ", with: "")
    #expect(unfolded.contains(#"=1+1\,"\;\\<script>"#), calendar.told)
    #expect(unfolded.contains("SUMMARY:Alone\r\n") && unfolded.contains("DTSTART:20261123T090000\r\n"))
    let again = try workplace.run(arguments + ["--start", "10:00"]).output.replacing("\r\n ", with: "")
    let uids = unfolded.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == uids.count && uids.count == 4)
    #expect(uids == again.split(separator: "\r\n").filter { $0.hasPrefix("UID:") })
  }

  @Test func `the page escapes everything and needs nothing else`() throws {
    let page = try plan("one-two-four-all", "--format", "html", "--set", "question=\(Self.hostile)")
    #expect(page.code == 0)
    #expect(!page.output.contains("<script"))
    #expect(page.output.contains("&lt;script&gt;alert(&#39;x&#39;)"))
    #expect(!page.output.contains("http") || !page.output.contains("src="))
    #expect(page.output.contains("display: table-header-group") && page.output.contains("break-inside: avoid"))
    #expect(page.output.contains("<html lang=\"en\">"))
    #expect(!page.output.contains("\u{202E}"))
  }

  @Test func `the table guards against formulas and the JSON says its version`() throws {
    let workplace = try Workplace()
    try workplace.write(
      try workplace.methodText("one-two-four-all").replacing(
        "<title>In fours</title>", with: "<title>=SUM(A1)</title>"), to: "m.xml")
    let table = try workplace.run("plan", "./m.xml", "--format", "csv")
    #expect(table.code == 0, table.told)
    #expect(table.output.contains(",'=SUM(A1),"))
    #expect(table.output.hasPrefix("path,kind,depth,begins,ends,seconds,"))
    let json = try workplace.run("plan", "./m.xml", "--format", "json", "--people", "8", "--end", "10:00")
    let sheet = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(sheet["format"] as? String == "dotank-run-sheet" && sheet["version"] as? Int == 1)
    #expect((sheet["fitting"] as? [String: Any])?["fits"] as? Bool == true)
    let rows = try #require(sheet["rows"] as? [[String: Any]])
    #expect(rows.map { $0["title"] as? String } == ["Alone", "In pairs", "=SUM(A1)", "All together"])
    #expect(rows.map { $0["groups"] as? [Int] } == [[], [2, 2, 2, 2], [4, 4], []])
    #expect(rows.compactMap { $0["seconds"] as? Int }.reduce(0, +) == sheet["seconds"] as? Int)
  }

  @Test func `a file is written whole, and a place that cannot be written is said`() throws {
    let workplace = try Workplace()
    let written = try workplace.run("plan", "one-two-four-all", "--format", "html", "--output", "sheet.html")
    #expect(written.code == 0 && written.output == "", written.told)
    #expect(try workplace.read("sheet.html").hasSuffix("</html>\n"))
    let refused = try workplace.run("plan", "one-two-four-all", "--output", "no/such/folder/sheet.txt")
    #expect(refused.code != 0 && refused.errors.contains("sheet.txt"), refused.told)
  }
}

extension Workplace {
  /// The text of a shipped method.
  fileprivate func methodText(_ id: String) throws -> String { try read("\(Program.methods)/\(id).xml") }
}
