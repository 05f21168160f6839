import Foundation
import Testing

/// Sessions with one method laid side by side.
@Suite struct CompareTests {
  private func rehearse(_ workplace: Workplace, seeds: Int...) throws {
    for seed in seeds {
      let finished = try workplace.run("rehearse", "consent-decision", "--people", "6", "--seed", "\(seed)")
      try #require(finished.code == 0, finished.told)
    }
  }

  @Test func `as text, as CSV, as JSON and as a page, with the same figures`() throws {
    let workplace = try Workplace()
    try rehearse(workplace, seeds: 3, 4)
    let text = try workplace.run("compare", "consent-decision", "--rehearsals")
    #expect(text.code == 0 && text.output.contains("What was decided"), text.told)
    let csv = try workplace.run("compare", "consent-decision", "--rehearsals", "--csv")
    #expect(csv.output.hasPrefix("session,date,version,part,id,title,measure,value,words"), csv.told)
    let json = try workplace.run("compare", "consent-decision", "--rehearsals", "--json")
    #expect(json.output.contains(#""format": "dotank-comparison""#), json.told)
    let page = try workplace.run("compare", "consent-decision", "--rehearsals", "--html", "--output", "compare.html")
    #expect(page.code == 0 && page.output.isEmpty, page.told)
    let html = try workplace.read("compare.html")
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    #expect(html.contains("2 sessions") && html.contains("A rehearsal with simulated people"))
    let path = try #require(html.split(separator: "<path class=\"bars\" d=\"").dropFirst().first)
    #expect(path.hasPrefix("M"), "\(path.prefix(40))")
  }

  @Test func `one form at a time, and a template only for a page`() throws {
    let workplace = try Workplace()
    try expectOneMessage(
      try workplace.run("compare", "consent-decision", "--csv", "--html"), code: 2, says: ["exclude each other"])
    try expectOneMessage(
      try workplace.run("compare", "consent-decision", "--template", "own"), code: 2, says: ["--template is for --html"]
    )
  }

  @Test func `a page by somebody's own template, whose mistakes are told with their place`() throws {
    let workplace = try Workplace()
    try rehearse(workplace, seeds: 3)
    try workplace.write("<h1>{{title}}: {{count}}</h1>\n", to: "own/compare.html")
    let finished = try workplace.run("compare", "consent-decision", "--rehearsals", "--html", "--template", "own")
    #expect(finished.output == "<h1>Consent decision: 1 session</h1>\n", finished.told)
    try workplace.write("<h1>\n{{attendence}}</h1>\n", to: "own/compare.html")
    let wrong = try workplace.run("compare", "consent-decision", "--rehearsals", "--html", "--template", "own")
    #expect(wrong.code == 65 && wrong.errors.contains("compare.html:2:1"), wrong.told)
    #expect(wrong.errors.contains("did you mean `attendance`?"), wrong.told)
  }
}
