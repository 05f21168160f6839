import Foundation
import Testing

@Suite struct SweepCommandTests {
  private struct Run: Decodable {
    let people: Int
    let seed: String
    let usedSeconds: Int
    let end: String?
  }

  private struct Sweep: Decodable {
    let format: String
    let runs: Int
    let wanted: Int
    let worst: [Run]
  }

  @Test func `the worst of a sweep is the rehearsal that is made of its size and seed`() throws {
    let workplace = try Workplace()
    let swept = try workplace.run(
      "rehearse", "consent-decision", "--sweep", "--sizes", "5..7", "--seeds", "4", "--json")
    #expect(swept.code == 0, swept.told)
    let sweep = try JSONDecoder().decode(Sweep.self, from: Data(swept.output.utf8))
    #expect(sweep.format == "dotank-sweep" && sweep.runs == 12 && sweep.wanted == 12)
    let worst = try #require(sweep.worst.first)
    let one = try workplace.run(
      "rehearse", "consent-decision", "--people", "\(worst.people)", "--seed", worst.seed, "--json")
    let session = try #require(JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    #expect(session["usedSeconds"] as? Int == worst.usedSeconds)
    #expect(session["end"] as? String == worst.end)
  }

  @Test func `a setting that there is not was swept as a table of zeros`() throws {
    for kind in [["--sweep", "--sizes", "5"], []] {
      let run = try Workplace().run(["rehearse", "consent-decision", "--set", "nope=x"] + kind)
      #expect(run.code == 2 && run.errors.contains("there is no setting “nope”") && run.output.isEmpty, run.told)
    }
  }

  @Test func `one job or several, the table is the same and fits into eighty columns`() throws {
    let workplace = try Workplace()
    let tables = try ["1", "2", "7"].map { jobs in
      try workplace.run(
        "rehearse", "adoption-readiness-hexagon", "--sweep", "--sizes", "5,9", "--seeds", "3", "--jobs", jobs)
    }
    for table in tables {
      #expect(table.code == 0 && table.output == tables[0].output, table.told)
      for line in table.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
    #expect(tables[0].output.contains("\n    dotank rehearse adoption-readiness-hexagon --people"), tables[0].told)
    #expect(try workplace.sessionFolders().isEmpty)
  }

  @Test func `the table is a table for spreadsheets too`() throws {
    let table = try Workplace().run(
      "rehearse", "one-two-four-all", "--sweep", "--sizes", "4..6", "--seeds", "2", "--csv")
    #expect(table.code == 0, table.told)
    let lines = table.output.split(separator: "\r\n")
    #expect(lines.count == 4 && lines[0].hasPrefix("people,runs,planned_seconds,"))
  }

  @Test(
    arguments: [
      (["--sizes", "9..4"], "--sizes takes numbers of people"),
      (["--sizes", "0..4"], "--sizes takes numbers of people"),
      (["--sizes", "many"], "--sizes takes numbers of people"), (["--seeds", "0"], "--seeds takes 1 to 100000"),
      (["--jobs", "0"], "--jobs 1 to 256"), (["--people", "9"], "--people is for one rehearsal"),
    ])
  func `what cannot be swept is said`(arguments: [String], message: String) throws {
    let finished = try Workplace().run(["rehearse", "one-two-four-all", "--sweep"] + arguments)
    #expect(finished.code == 2 && finished.errors.contains(message), finished.told)
  }

  @Test func `an interrupted sweep leaves the table so far`() throws {
    let workplace = try Workplace()
    let finished = try workplace.shell(
      """
      $DOTANK rehearse adoption-readiness-hexagon --sweep --sizes 9 --seeds 100000 > out 2> err & child=$!
      sleep 2; kill -INT $child; wait $child; echo "code $?"
      """)
    #expect(finished.output.contains("code 1"), finished.told)
    #expect(try workplace.read("out").contains("100000, then interrupted"))
  }
}
