import Foundation
import Testing

/// A session's report made anew, by the shipped templates and by somebody's own.
@Suite struct ReportTests {
  private func session(_ workplace: Workplace) throws -> String {
    let finished = try workplace.run("rehearse", "consent-decision", "--people", "6", "--seed", "3")
    try #require(finished.code == 0, finished.told)
    return try workplace.session()
  }

  @Test func `a report by the shipped templates is that of the session's folder`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    for (format, file) in [("html", "report.html"), ("md", "report.md"), ("brief", "brief.html")] {
      let made = try workplace.run("report", session, "--format", format)
      let written = try workplace.read("\(session)/\(file)")
      #expect(made.code == 0 && made.output == written, "\(format)")
    }
  }

  @Test func `an own template is used, and every mistake of it is told with file and line`() throws {
    let workplace = try Workplace()
    let session = try session(workplace)
    try workplace.write("<h1>{{title}}</h1>\n", to: "own/report.html")
    let made = try workplace.run("report", session, "--format", "html", "--template", "own")
    #expect(made.code == 0 && made.output == "<h1>Consent decision</h1>\n", made.told)
    try workplace.write(
      "<h1>{{titel}}</h1>\n<p onclick=\"{{title}}\">\n{{#actions}}{{resullt}}{{/actions}}\n", to: "own/report.html")
    let wrong = try workplace.run("report", session, "--format", "html", "--template", "own", "--output", "out.html")
    #expect(wrong.code == 65 && wrong.output.isEmpty, wrong.told)
    for place in ["own/report.html:1:5", "own/report.html:2:13", "own/report.html:3:13"] {
      #expect(wrong.errors.contains(place), "\(place): \(wrong.told)")
    }
    #expect(!FileManager.default.fileExists(atPath: workplace.path + "/out.html"), "nothing is written")
  }

  @Test func `a folder without templates, one that is not there and a file that is too large are each one message`()
    throws
  {
    let workplace = try Workplace()
    let session = try session(workplace)
    try workplace.write("only words", to: "empty/notes.txt")
    try workplace.write(Data(count: 1_500_000), to: "large/report.html")
    for (folder, code, words) in [
      ("empty", 66, "there are no templates in empty"), ("nowhere", 66, "it is not there"),
      ("large", 65, "has more than 1 MB"),
    ] as [(String, Int32, String)] {
      let finished = try workplace.run("report", session, "--template", folder)
      try expectOneMessage(finished, code: code, says: [words])
    }
  }
}
