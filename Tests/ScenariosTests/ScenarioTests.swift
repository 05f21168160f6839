import Diagnostics
import DiagnosticsTestSupport
import MethodLoading
import Scenarios
import Testing

@Suite struct ScenarioTests {
  /// A method in which two people at most say one thing each.
  private static let method = """
    <method xmlns="urn:dotank:method:1" id="small" version="1" xml:lang="en">
    <title>Small</title><purpose>To try scenarios.</purpose><fit people="1..9"/>
    <agenda>
    <step id="say" time="5m"><title>Say</title><collect into="ideas" at-most="1"/></step>
    <checkpoint id="gate" by="facilitator" time="1m"><question>On?</question><pass/><stop><end as="no"/></stop></checkpoint>
    </agenda></method>
    """

  private static func scenario(_ body: String) -> MarkedText {
    MarkedText(
      "<scenario xmlns='urn:dotank:scenario:1'><people><person name='Aino'/></people>\(body)</scenario>",
      name: "small.trial.scenario.xml")
  }

  /// What is found in a scenario, by reading it and, when its form is sound, by running it.
  private static func findings(_ text: MarkedText) throws -> [Diagnostic] {
    let small = try ScenarioMethod(SourceText(name: "small.xml", text: method))
    let (scenario, findings) = ScenarioLoader.load(text.source)
    guard let scenario else { return findings }
    let mistakes = ScenarioLoader.check(scenario, against: small)
    return mistakes.isEmpty ? ScenarioRunner.run(scenario, of: small).failures : mistakes
  }

  private static let mistakes: [(code: DiagnosticCode, body: String)] = [
    (.unknownScenarioElement, "<at place='say'><‸ad by='Aino'>x</ad></at>"),
    (.unknownScenarioElement, "<‸add>x</add>"),
    (.unknownScenarioAttribute, "<at place='say'><add ‸form='Aino'>x</add></at>"),
    (.missingInScenario, "<‸at><next/></at>"),
    (.missingInScenario, "<at place='say'><‸vote by='Aino'/></at>"),
    (.malformedInScenario, "<at place='say'><wait time='‸5 minutes'/></at>"),
    (.malformedInScenario, "<at place='gate'><verdict>‸perhaps</verdict></at>"),
    (.unknownInMethod, "<at place='‸sya'/>"),
    (.unknownInMethod, "<at place='say'><add by='‸Bo'>x</add></at>"),
    (.unknownInMethod, "<expect><test measure='count' of='‸idaes' at-least='1'/></expect>"),
    (.unexpectedInScenario, "<at place='say'><expect>‸<entries of='ideas'>x</entries></expect></at>"),
    (.unexpectedInScenario, "<at place='say'><expect>‸<test measure='count' of='ideas' at-least='1'/></expect></at>"),
    (.refusedInScenario, "<at place='say'>‸<add by='Aino'>x; y</add></at>"),
    (.notRefusedInScenario, "<at place='say'><add by='Aino' refused='‸limit'>x</add></at>"),
    (.placeNotReached, "<at place='gate'><verdict because='no'>stop</verdict></at>‸<at place='say'/>"),
    (.questionUnanswered, "‸<expect><ended as='no'/></expect>"),
    (.nothingSuchHere, "<at place='say'>‸<withdraw entry='never said'/></at>"),
  ]

  @Test(arguments: mistakes) func `a mistake is told at its place`(code: DiagnosticCode, body: String) throws {
    let text = Self.scenario(body)
    let found = try Self.findings(text)
    #expect(found.map(\.code) == [code])
    #expect(text.marking(found) == text.markedText)
    #expect(found.allSatisfy { $0.message.first?.isUppercase != true && $0.message.last != "." })
  }

  @Test func `a field that names a thing said its id, where the record shows its words`() throws {
    let list = "<lists><list id=\"kinds\"><value id=\"keep\"><text>Keep it</text></value></list></lists>"
    let asked = Self.method.replacing("<agenda>", with: list + "<agenda>").replacing(
      "at-most=\"1\"/>",
      with: "at-most=\"1\"><field id=\"kind\" type=\"kinds\"><ask>Which?</ask></field></collect>")
    let text = Self.scenario(
      """
      <at place='say'><add by='Aino'><field id='text'>Tea</field><field id='kind'>keep</field></add></at>
      <at place='gate'><expect><says of='ideas' field='kind'>Keep it</says></expect><verdict>pass</verdict></at>
      """)
    let scenario = try #require(ScenarioLoader.load(text.source).scenario)
    let method = try ScenarioMethod(SourceText(name: "small.xml", text: asked))
    #expect(ScenarioRunner.run(scenario, of: method).failures.map(\.message) == [])
  }

  @Test func `what is not a scenario is told as such`() {
    #expect(ScenarioLoader.load(SourceText(name: "x", text: "<scenario/>")).findings.map(\.code) == [.notAScenario])
    let method = SourceText(name: "x", text: Self.method)
    #expect(ScenarioLoader.load(method).findings.map(\.code) == [.notAScenario])
  }

  @Test func `a failure shows the place in both files`() throws {
    let text = Self.scenario("<at place='say'><add by='Aino' refused='‸limit'>x</add></at>")
    let note = try #require(try Self.findings(text).first?.notes.first)
    #expect(note.file == "small.xml")
    #expect(note.message == "the session stands here")
    let line = SourceText(name: "small.xml", text: Self.method).line(at: Int(note.range?.lower ?? 0))
    #expect(line == 4)
  }

  @Test func `a meeting that is over is told with the at in which resume stands`() throws {
    let days = Self.method.replacing("<step", with: "<meeting id='first'><step").replacing(
      "</step>", with: "</step></meeting>"
    )
    .replacing("<checkpoint", with: "<meeting id='next'><checkpoint").replacing(
      "</checkpoint>", with: "</checkpoint></meeting>")
    let method = try ScenarioMethod(SourceText(name: "small.xml", text: days))
    let scenario = try #require(ScenarioLoader.load(Self.scenario("<at place='gate'/>").source).scenario)
    let found = ScenarioRunner.run(scenario, of: method).failures
    #expect(found.map(\.message) == ["the session is paused, for `first` is over"])
    #expect(
      found.first?.help
        == "write <at place=\"first\"><resume/></at>, with the place of the meeting or window that is over;"
        + " such places here: first, next")
    let resumed = Self.scenario("<at place='first'><resume/></at><at place='gate'><verdict>pass</verdict></at>")
    let mended = try #require(ScenarioLoader.load(resumed.source).scenario)
    #expect(ScenarioRunner.run(mended, of: method).failures.map(\.message) == [])
  }

  @Test func `a track that there is not was passed over, and its number was none of its names`() throws {
    let apart = Self.method.replacing(
      "<agenda>",
      with: "<groupings><groups id='teams' size='2'/></groupings><agenda>"
        + "<phase id='apart' with='teams' clock='own'><title>Apart</title>"
        + "<step id='draw' time='5m'><title>Draw</title><collect into='drawings'/></step></phase>")
    let method = try ScenarioMethod(SourceText(name: "small.xml", text: apart))
    func failures(_ track: String) throws -> [String] {
      let text =
        "<scenario xmlns='urn:dotank:scenario:1'><people count='4'/>"
        + "<at place='draw' track='\(track)'><next/></at><at place='gate'><verdict>pass</verdict></at></scenario>"
      let source = SourceText(name: "small.trial.scenario.xml", text: text)
      return ScenarioRunner.run(try #require(ScenarioLoader.load(source).scenario), of: method).failures.map(\.message)
    }
    #expect(try failures("2").isEmpty && failures("teams/2").isEmpty)
    #expect(try failures("nope").first?.hasPrefix("there is no track “nope” here; there are: ") == true)
  }

  @Test func `an outcome of the caller read as nothing while a used method was open`() throws {
    let caller = Self.method.replacing(
      "<checkpoint", with: "<use id='talk' method='talk'><take outcome='words' into='said'/></use><checkpoint")
    let talk = """
      <method xmlns="urn:dotank:method:1" id="talk" version="1" xml:lang="en">
      <title>Talk</title><purpose>To talk.</purpose><fit people="1..9"/>
      <agenda><step id="speak" time="5m"><title>Speak</title><collect into="words"/></step>
      <step id="hear" time="5m"><title>Hear</title><show of="words"/></step></agenda></method>
      """
    let loading = MethodLoader.load(
      SourceText(name: "small.xml", text: caller), methods: OneOther(text: talk))
    let method = ScenarioMethod(try #require(loading.method), source: SourceText(name: "small.xml", text: caller))
    let text = Self.scenario(
      """
      <at place='say'><add by='Aino'>Tea</add></at>
      <at place='talk.speak'><add by='Aino'>Juice</add></at>
      <at place='talk.hear'><expect><entries of='ideas'>Tea</entries><entries of='said'>Juice</entries>
      <says of='ideas'>Tea</says><test measure='count' of='ideas' equals='1'/></expect></at>
      <at place='gate'><verdict>pass</verdict></at>
      """)
    let scenario = try #require(ScenarioLoader.load(text.source).scenario)
    #expect(ScenarioRunner.run(scenario, of: method).failures.map(\.message) == [])
  }

  @Test func `simulated people take over and come to an end`() throws {
    let text = Self.scenario(
      "<rehearse seed='7' until='gate'/><at place='gate'><expect><stands at='gate'/></expect></at>")
    #expect(try Self.findings(text) == [])
  }

  @Test func `a scenario that cannot find its method says which file it looked for`() {
    let report = ScenarioBatch.report(ofMissing: "no-such-folder/small.trial.scenario.xml")
    #expect(report.outcome == .unreadable)
    #expect(report.findings.map(\.severity) == [.error])
  }

  @Test func `every code has a page that says something`() {
    let pages = Scenarios.explanations
    #expect(pages.map(\.code.rawValue) == pages.map(\.code.rawValue).sorted())
    #expect(Set(pages.map(\.code)).isSuperset(of: Self.mistakes.map(\.code)))
    for page in pages {
      for text in [page.title, page.what, page.why, page.example.wrong, page.remedy] { #expect(!text.isEmpty) }
    }
  }
}

/// The one method that another one uses.
private struct OneOther: MethodSources {
  let text: String

  func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod {
    .found(SourceText(name: "\(method).xml", text: text))
  }
}

extension ScenarioMethod {
  /// A method in memory, without mistakes.
  fileprivate init(_ source: SourceText) throws {
    let loading = MethodLoader.load(source)
    self.init(try #require(loading.method), source: source)
  }
}

extension ScenarioBatch {
  fileprivate static func report(ofMissing path: String) -> ScenarioReport {
    var batch = ScenarioBatch()
    return batch.report(on: path)
  }
}
