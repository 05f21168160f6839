import MethodModel
import Planning
import SessionEngine
import Testing

@Suite struct SummaryTests {
  private func summary(_ id: String = "adoption-readiness-hexagon", seed: UInt64) throws -> RehearsalSummary {
    let session = RehearsedSession(try Rehearsed.engine(id), people: 9, seed: seed)
    return RehearsalSummary(session.state, seed: seed, refused: session.refused)
  }

  @Test func `a summary has a line for each take, and its times add up`() throws {
    let session = RehearsedSession(try Rehearsed.engine("consent-decision"), people: 9, seed: 3)
    let summary = RehearsalSummary(session.state, seed: 3)
    #expect(summary.takes.map(\.title) == session.state.takes.map(\.title))
    #expect(summary.people == 9)
    #expect(summary.endedAs == session.end)
    let used = summary.takes.reduce(0) { $0 + $1.used }
    #expect(used <= summary.actual)
    #expect(used > summary.actual * 8 / 10)
  }

  @Test func `the text fits into eighty columns and ends with a line break`() throws {
    for seed: UInt64 in 0..<6 {
      let text = try summary(seed: seed).text
      #expect(text.hasSuffix("\n"))
      for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test func `reworks, overrules and skips are counted`() throws {
    let summaries = try (0..<40).map { try summary(seed: UInt64($0)) }
    #expect(summaries.contains { $0.reworks > 0 })
    #expect(summaries.contains { $0.overrules > 0 })
    #expect(summaries.contains { $0.skips > 0 })
    let reworked = try #require(summaries.first { $0.reworks == 1 })
    #expect(reworked.text.contains("1 rework"))
    #expect(!reworked.text.contains("1 reworks"))
  }

  @Test func `four laps, and four tables side by side, were four lines with one title`() throws {
    for (method, people) in [("gallery-walk", 20), ("stakeholder-consultation", 16)] {
      let engine = try Rehearsed.engine(method)
      let session = RehearsedSession(engine, people: people, seed: 1)
      let takes = RehearsalSummary(session.state, engine: engine, seed: 1).takes.filter { $0.attempt == 1 }
      #expect(Set(takes.map(\.title)).count == takes.count, "\(takes.map(\.title))")
    }
  }

  @Test func `a step that stood open was off the path, and one that was never opened nowhere`() throws {
    let engine = try Rehearsed.trial(
      """
      <method xmlns="urn:dotank:method:1" id="trial" version="1" xml:lang="en">
        <title>Trial</title><purpose>Groups for what nobody was asked for.</purpose><fit people="4..8"/>
        <groupings><groups id="studios" per="ways" size="1..4" yields="size"/></groupings>
        <agenda>
          <step id="name" time="5m" optional="yes"><title>Name</title><collect into="ways" at-least="3" expect="3"/></step>
          <step id="narrow" time="5m"><title>Narrow</title><say>Look at them.</say></step>
          <step id="draw" time="5m" with="studios"><title>Draw on</title><collect into="drawings"/></step>
          <step id="close" time="5m"><title>Close</title></step>
        </agenda>
      </method>
      """)
    let summaries = (1...20).map { seed in
      RehearsalSummary(
        RehearsedSession(engine, people: 6, seed: UInt64(seed)).state, engine: engine, seed: UInt64(seed))
    }
    let summary = try #require(summaries.first { !$0.takes.contains { $0.title == "Name" && $0.used > 0 } })
    #expect(summary.takes.first { $0.title == "Narrow" }?.isLeft == true && summary.unopened == ["Draw on"])
    let text = summary.text
    #expect(text.contains("left open") && text.contains("never opened") && !text.contains("off the path"))
    #expect(summary.takes.reduce(0) { $0 + $1.used } > summary.actual * 8 / 10)
  }

  @Test func `a session that has not begun is summed up as nothing`() {
    let summary = RehearsalSummary(SessionState(), seed: 1)
    #expect(summary.endedAs == nil)
    #expect(summary.text.contains("Not ended"))
  }
}
