import Testing

/// `dotank test`, with the built program.
@Suite struct ScenarioCommandTests {
  private static let method = """
    <method xmlns="urn:dotank:method:1" id="small" version="1" xml:lang="en">
    <title>Small</title><purpose>To try scenarios.</purpose><fit people="1..9"/>
    <agenda><step id="say" time="5m"><title>Say</title><collect into="ideas"/></step></agenda></method>
    """

  private static func scenario(_ body: String) -> String {
    "<scenario xmlns='urn:dotank:scenario:1'><title>Trial</title><people count='2'/>\(body)</scenario>"
  }

  private func workplace(_ body: String) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(Self.method, to: "small.xml")
    try workplace.write(Self.scenario(body), to: "small.trial.scenario.xml")
    return workplace
  }

  @Test func `a scenario that holds is one line, and the exit code is 0`() throws {
    let finished = try workplace("<expect><ended as='completed'/></expect>").run("test", "small.xml")
    #expect(finished.code == 0)
    #expect(finished.output == "holds  ./small.trial.scenario.xml: Trial\n1 scenario, 1 expectation: all hold\n")
  }

  @Test func `a scenario that fails shows its line, and the exit code is 1`() throws {
    let finished = try workplace("<expect><ended as='early'/></expect>").run("test", ".")
    #expect(finished.code == 1)
    #expect(finished.output.contains("error DOT1010: the end “early” was expected"))
    #expect(finished.output.hasSuffix("1 scenario, 1 expectation: 1 of the scenarios fails\n"))
  }

  @Test func `a scenario with mistakes is told apart by its exit code`() throws {
    #expect(try workplace("<expects/>").run("test", "small.trial.scenario.xml").code == 65)
    #expect(try workplace("").run("test", "small.xml", "--json").code == 0)
    #expect(try workplace("").run("test", "other.xml").code == 66)
  }

  @Test func `build services read the results as XML`() throws {
    let output = try workplace("<expect><ended as='early'/></expect>").run("test", ".", "--format", "junit").output
    #expect(output.contains("<testsuite name=\"dotank\" tests=\"1\" failures=\"1\" errors=\"0\">"))
    #expect(output.contains("<failure message=\"the end “early” was expected"))
  }

  @Test func `validate looks past scenarios`() throws {
    #expect(try workplace("<nonsense/>").run("validate", ".").code == 0)
  }
}
