import MethodModel
import Planning
import SessionEngine
import Testing

/// What a plan once counted wrongly of things that are chosen, and of groups for them.
@Suite struct `Things and groups in a plan` {
  private func sheet(_ agenda: String, _ before: String = "", people: Int = 6) throws -> RunSheet {
    let engine = try Rehearsed.trial(
      """
      <method xmlns="urn:dotank:method:1" id="trial" version="1" xml:lang="en">
        <title>Trial</title><purpose>To see what is planned.</purpose><fit people="6..40"/>
        \(before)
        <agenda>\(Self.topics)\(agenda)</agenda>
      </method>
      """)
    return RunSheet(engine, for: Occasion(people: people, language: engine.method.language, start: 9 * 3_600))
  }

  private static let topics = """
    <step id="collect" time="5m"><title>Collect</title><collect into="topics" expect="8 10 12"><field id="cost" type="number"/></collect></step>
    """

  private func kept(_ attributes: String = "") -> String {
    """
    <step id="keep" time="5m"><title>Keep</title>
      <select from="topics" into="kept" as="topic" rest="open" \(attributes)><test measure="max" of="topics/cost" for="{topic}" at-least="5"/></select>
    </step>
    """
  }

  private func each(_ attributes: String) -> String {
    #"<for-each \#(attributes) as="one"><step id="talk" time="4m"><title>Talk</title></step></for-each>"#
  }

  private static let best = """
    <step id="choose" time="2m"><title>Choose</title><select from="topics" into="best" at-least="1" at-most="2"/></step>
    """

  @Test func `a for-each went through everything, whatever in and except said`() throws {
    let within = try sheet(Self.best + each(#"item-of="topics" in="best""#))
    #expect(within.seconds == 300 + 120 + 2 * 240)
    #expect(within.rows.contains { $0.title == "Number 1 (1 of 2, topics in best)" })
    #expect(try sheet(Self.best + each(#"item-of="best""#)).seconds == within.seconds)
    #expect(try sheet(Self.best + each(#"item-of="topics" except="best""#)).seconds == 300 + 120 + 8 * 240)
    // What is written later, or in the loop itself, takes nothing away yet.
    #expect(try sheet(each(#"item-of="topics" except="best""#) + Self.best).seconds == 300 + 120 + 10 * 240)
  }

  @Test func `the other thing in hand is one less`() throws {
    let inner = each(#"item-of="topics" except="first""#)
    let pairs = try sheet(#"<for-each item-of="topics" as="first">\#(inner)</for-each>"#)
    #expect(pairs.seconds == 300 + 10 * 9 * 240)
  }

  @Test func `minutes per item of what meets a condition were none, and a for-each over it ten`() throws {
    let actions = #"<step id="act" time="4m per item"><title>Act</title><commit into="acts" from="kept"/></step>"#
    #expect(try sheet(kept() + actions).seconds == 600 + 10 * 240)
    #expect(try sheet(kept() + each(#"item-of="kept""#)).seconds == 600 + 10 * 240)
    let expecting = kept(#"expect="2 3 5""#)
    #expect(try sheet(expecting + actions).seconds == 600 + 3 * 240)
    #expect(try sheet(expecting + each(#"item-of="topics" in="kept""#)).seconds == 600 + 3 * 240)
    #expect(try sheet(expecting + each(#"item-of="open""#)).seconds == 600 + 7 * 240)
  }

  private static let step = #"<step id="work" time="4m per teams" with="teams"><title>Work</title></step>"#

  private func row(_ groups: String, _ agenda: String, people: Int = 30) throws -> RunSheet.Row {
    let head = #"<people><field id="side"/></people><groupings>\#(groups)</groupings>"#
    return try #require(sheet(agenda + Self.step, head, people: people).rows.last { $0.title == "Work" })
  }

  @Test func `one group of thirty was planned where each thing has its own`() throws {
    let expected = try row(#"<groups id="teams" per="kept" size="2..6"/>"#, kept(#"expect="6""#))
    #expect(expected.who == "6 groups of 5 (teams)" && expected.how == "4 min × 6 teams")
    #expect(expected.groups == [5, 5, 5, 5, 5, 5])
  }

  @Test func `a number of groups was stated that nobody can know`() throws {
    let groups = try row(#"<groups id="teams" match="side"/>"#, "")
    #expect(groups.who == "groups (teams, their number is not known yet)" && groups.groups.isEmpty)
    #expect(groups.how == "4 min × 1 teams (their number is not known yet)")
    let sized = try row(#"<groups id="teams" match="side" size="4..6"/>"#, "")
    #expect(sized.who == "groups of 4..6 (teams, their number is not known yet)")
    #expect(sized.how.hasPrefix("4 min × 6 teams"))
  }

  @Test func `groups were stated of a size that the method forbids`() throws {
    let few = try row(#"<groups id="teams" per="kept" size="2..6"/>"#, kept(#"expect="2""#))
    #expect(few.who == "groups of 2..6 (teams, their number is not known yet)")
    #expect(few.planned >= 5 * 240)
  }
}
