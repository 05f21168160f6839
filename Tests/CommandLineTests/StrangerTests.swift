import Foundation
import Testing

/// What somebody who was not there reads of a session, as a rehearsal of a shipped method leaves it.
@Suite struct StrangerTests {
  /// The report of a rehearsal, and the rows of one of its tables.
  private struct Left {
    let report: String
    let brief: String
    let workplace: Workplace
    let session: String

    init(_ method: String, people: Int, seed: Int = 1) throws {
      workplace = try Workplace()
      let finished = try workplace.run(
        "rehearse", method, "--people", "\(people)", "--seed", "\(seed)", "--sessions", "kept")
      try #require(finished.code == 0, finished.told)
      let folder = workplace.path + "/kept"
      session =
        "kept/" + (try FileManager.default.contentsOfDirectory(atPath: folder).first { !$0.hasPrefix(".") } ?? "")
      report = try workplace.read("\(session)/report.md")
      brief = try workplace.read("\(session)/brief.html")
    }

    /// Between two headings.
    func part(_ from: String, _ until: String) -> Substring {
      guard let start = report.range(of: from),
        let end = report.range(of: until, range: start.upperBound..<report.endIndex)
      else { return "" }
      return report[start.upperBound..<end.lowerBound]
    }
  }

  @Test func `a comment told whose it was and not at which poster`() throws {
    let left = try Left("gallery-walk", people: 20)
    let posters = left.part("### The posters", "### Praise").split(separator: "\n")
      .filter { $0.hasPrefix("> ") && !$0.contains("files/") }.map { $0.dropFirst(2) }
    let comments = left.part("### Praise", "### Answers").split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(posters.count == 5 && comments.count > 10)
    for comment in comments {
      #expect(posters.contains { comment.contains(": \($0): ") }, "\(comment)")
      #expect(comment.hasPrefix("- round "), "\(comment)")
    }
    let items = try left.workplace.read("\(left.session)/tables/items.csv").split(separator: "\r\n")
    #expect(items.first?.contains("station_id,station,") ?? false)
    #expect(items.contains { line in line.contains(",comments,") && posters.contains { line.contains($0) } })
  }

  @Test func `what was filled in for clusters stood nowhere under what came out`() throws {
    let left = try Left("pre-mortem", people: 8)
    let risks = left.part("### Risks, with early sign", "## How it went")
    for ask in ["By which early sign would we see it?", "What prevents it?", "Who looks after it?"] {
      #expect(risks.contains("  - \(ask) "), "\(ask)")
    }
    #expect(left.report.contains("1.1.1 Something prevents it") && !left.report.contains("1.1 All of these"))
    #expect(left.report.contains("answers to “What prevents it?” for "))
    #expect(left.report.contains("in “The first three to five”, wanted of all"))
  }

  @Test func `what was counted for a criterion was called by its id`() throws {
    let left = try Left("most-significant-change", people: 12)
    #expect(left.report.contains("in “Who verifies, who tells the storytellers” with an answer to “owner” at least 1"))
    #expect(left.report.contains("“Whether two thirds picked the same story” was decided in favour"))
    #expect(!left.report.contains("number of actions owner") && !left.report.contains("“chosen”"))
  }

  @Test func `groups that share a value were called by a number`() throws {
    let left = try Left("stakeholder-consultation", people: 12)
    let groups = left.part("### Groups: Sides", "### Groups")
    for side in ["Learners", "Families", "Staff", "Partners and neighbours"] {
      #expect(groups.contains("- \(side): "), "\(side)")
    }
    #expect(!left.report.contains("Sides 1"))
  }

  @Test func `days in a window counted as time of the meeting`() throws {
    let left = try Left("stakeholder-consultation", people: 12)
    let time = left.report.split(separator: "\n").first { $0.hasPrefix("- Time: It took ") } ?? ""
    let hours = time.split(separator: " ").dropFirst(4).first.flatMap { Int($0) }
    #expect((hours ?? 99) < 5, "\(time)")
  }

  @Test func `a field that names a value of a list showed its id`() throws {
    let left = try Left("after-action-review", people: 8)
    #expect(left.report.contains("Keep or change? Change: do it otherwise"))
    #expect(!left.report.contains("Keep or change? change\n"))
  }

  @Test func `a consensus by ratings told the numbers of a scale without its words`() throws {
    let left = try Left("fist-to-five", people: 9)
    #expect(left.report.contains("- Two: we have to talk about something: 5"))
    #expect(!left.report.contains(", 2: so"))
  }

  @Test func `the brief of a session that decided nothing was empty`() throws {
    let left = try Left("gallery-walk", people: 20)
    #expect(left.brief.contains("<h2>What came out</h2>") && left.brief.contains("<h3>The posters</h3>"))
  }
}
