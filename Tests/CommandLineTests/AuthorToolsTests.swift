import Foundation
import Testing

/// What an author asks of the program: pages about codes, findings in several files and forms.
@Suite struct AuthorToolsTests {
  private static let wrong = """
    <method xmlns="urn:dotank:method:1" id="mine" version="1.0.0" xml:lang="en">
      <title>Mine</title><purpose>Try it.</purpose><fit people="4..12"/>
      <agenda><step time="5 minutes"><title>Talk</title></step></agenda>
    </method>
    """

  @Test(arguments: ["DOT0302", "dot0302", "0302", "302"]) func `a code has a page, however it is written`(
    code: String
  ) throws {
    let finished = try Workplace().run("explain", code)
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.hasPrefix("DOT0302: "))
    for part in ["\nWhy: ", "\nFor example:\n    <", "\nPut right:\n    <", "\nWhat to do: "] {
      #expect(finished.output.contains(part), finished.told)
    }
  }

  @Test func `all codes are listed by family, and found by a word`() throws {
    let workplace = try Workplace()
    let all = try workplace.run("explain").output
    #expect(all.hasPrefix("Files and XML\n  DOT0101  no such file\n"))
    #expect(all.contains("\n\nPeople and groups\n  DOT0501  "))
    #expect(try workplace.run("explain", "GROUPS").output.contains("DOT0502  "))
  }

  @Test func `an element is told as in the reference`() throws {
    let finished = try Workplace().run("explain", "for-each")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.hasPrefix("#### `for-each`\n\nDoes what stands in it once for each thing"), finished.told)
    #expect(finished.output.contains("| `item-of` (needed) | source |"), finished.told)
    #expect(finished.output.contains("\nDOT0405  "), finished.told)
  }

  @Test func `an unknown code is told with the nearest`() throws {
    let workplace = try Workplace()
    try expectOneMessage(
      try workplace.run("explain", "DOT0299"), code: 2, says: ["there is no code “DOT0299”", "did you mean DOT02"])
    try expectOneMessage(
      try workplace.run("explain", "zzz"), code: 2, says: ["there is no code “zzz”", "dotank explain"])
  }

  @Test func `a page holds nothing that a terminal would obey`() throws {
    let finished = try Workplace().run("explain", "DOT0135")
    #expect(finished.output.contains("<say>a␈b</say>"), finished.told)
  }

  @Test(arguments: ["Methods", "Methods/other.xml", "other"])
  func `a file called otherwise than its method is told by folder, file and id`(target: String) throws {
    let workplace = try Workplace()
    try workplace.write(Self.wrong.replacing("5 minutes", with: "5m"), to: "Methods/other.xml")
    let finished = try workplace.run("validate", target, "--format", "line")
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("Methods/other.xml:1:41: warning DOT0242: "), finished.told)
  }

  @Test(arguments: ["Methods", "Methods/mine.xml", "mine"])
  func `a method that hides another one is told by folder, file and id`(target: String) throws {
    let workplace = try Workplace()
    for folder in ["Methods", "more"] {
      try workplace.write(Self.wrong.replacing("5 minutes", with: "5m"), to: "\(folder)/mine.xml")
    }
    let home = ["DOTANK_METHODS": workplace.path + "/more"]
    let finished = try workplace.run("validate", target, "--format", "line", environment: home)
    #expect(finished.code == 0, finished.told)
    #expect(finished.output.contains("Methods/mine.xml: warning DOT0241: "), finished.told)
  }

  @Test func `the default folder given as --methods hid each of its files from itself`() throws {
    let workplace = try Workplace()
    try workplace.write(Self.wrong.replacing("5 minutes", with: "5m"), to: "Methods/mine.xml")
    let finished = try workplace.run("validate", "mine", "--methods", "Methods", "--format", "line")
    #expect(finished.code == 0 && !finished.output.contains("DOT"), finished.told)
  }

  @Test func `a copy that is called otherwise than its method is told in a folder of any name`() throws {
    let workplace = try Workplace()
    for file in ["mine", "mine-copy"] {
      try workplace.write(Self.wrong.replacing("5 minutes", with: "5m"), to: "drafts/\(file).xml")
    }
    for target in ["drafts", "drafts/mine-copy.xml"] {
      let finished = try workplace.run("validate", target, "--format", "line")
      #expect(finished.output.contains("drafts/mine-copy.xml:1:41: warning DOT0242: "), finished.told)
    }
  }

  @Test func `what a variant breaks is told with the line of its base`() throws {
    let workplace = try Workplace()
    let base = """
      <method xmlns="urn:dotank:method:1" id="base" version="1" xml:lang="en">
      <title>Base</title><purpose>To begin.</purpose><fit people="2..12"/><agenda>
      <step id="a" time="5m"><title>A</title><collect into="ideas"/></step>
      <step id="b" time="5m"><title>B</title><show of="ideas"/></step></agenda></method>
      """
    try workplace.write(base, to: "base.xml")
    try workplace.write(
      """
      <method xmlns="urn:dotank:method:1" id="mine" version="1" xml:lang="en" variant-of="base">
      <title>Mine</title><purpose>To begin.</purpose><fit people="2..12"/>
      <agenda><remove ref="a"/></agenda></method>
      """, to: "mine.xml")
    let finished = try workplace.run("validate", "mine.xml")
    #expect(finished.code == 1 && finished.output.hasPrefix("mine.xml:3:22: error DOT0301: "), finished.told)
    #expect(finished.output.contains("\n  base.xml:4:50: note: "), finished.told)
    let handout = try workplace.run("show", "base.xml")
    #expect(handout.output.contains("Show: ideas\n"), handout.told)
  }

  @Test func `a scenario beside its method was checked as a method`() throws {
    let workplace = try Workplace()
    try workplace.write(Self.wrong, to: "mine.xml")
    let scenario = #"<scenario xmlns="urn:dotank:scenario:1"><title>Two</title><people count="2"/></scenario>"#
    try workplace.write(scenario, to: "mine.two.scenario.xml")
    let finished = try workplace.run("validate", "mine.xml", "mine.two.scenario.xml")
    #expect(finished.output.contains("1 method and 1 scenario checked: "), finished.told)
  }

  @Test func `several files and folders are checked in the order given, each once`() throws {
    let workplace = try Workplace()
    try workplace.write(Self.wrong, to: "b/mine.xml")
    try workplace.write(Self.wrong, to: "a.xml")
    let finished = try workplace.run("validate", "b", "a.xml", "b/mine.xml", "--format", "line")
    #expect(finished.code == 1, finished.told)
    let files = finished.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(files == ["b/mine.xml", "a.xml"], finished.told)
    let text = try workplace.run("validate", "b", "a.xml", "b/mine.xml")
    #expect(text.output.hasSuffix("2 methods checked: 2 mistakes\n"), text.told)
  }

  @Test func `a handout says for whom, what to bring, what is written down and where decisions fall`() throws {
    let finished = try Workplace().run("show", "adoption-readiness-hexagon", "--people", "9")
    #expect(finished.code == 0, finished.told)
    for part in [
      "for 9, ", "\nWhat there is at the end\n", "\nBring\n", "\nRoles (", "\nWhere decisions fall\n", "decided by ",
      "\nSteps\n", ", each alone", "Rate: ", "\nSource: ",
    ] {
      #expect(finished.output.contains(part), "\(part): \(finished.output)")
    }
    let consent = try Workplace().run("show", "consent-decision").output
    #expect(consent.contains("by consent: nobody objects"), "\(consent)")
  }

  @Test func `a handout did not say who listens and who speaks first`() throws {
    let troika = try Workplace().run("show", "troika").output
    #expect(troika.contains("Client listening in silence"), "\(troika)")
    let lab = try Workplace().run("show", "policy-dialogue-lab").output.split(whereSeparator: \.isWhitespace)
    #expect(lab.joined(separator: " ").contains("taking turns (first "))
  }

  @Test func `a log for code hosts is whole, and the same twice`() throws {
    let workplace = try Workplace()
    try workplace.write(Self.wrong, to: "my method.xml")
    let finished = try workplace.run("validate", "./my method.xml", "./none.xml", "--format", "sarif")
    #expect(finished.code == 1, finished.told)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any], finished.told)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["DOT0212", "DOT0101"])
    #expect(finished.output.contains(#""uri": "./my%20method.xml"}, "region": {"startLine": 3, "#))
    #expect(
      try workplace.run("validate", "./my method.xml", "./none.xml", "--format", "sarif").output == finished.output)
  }
}
