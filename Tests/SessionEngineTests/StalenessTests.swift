import MethodModel
import SessionEngine
import Testing

/// What rests on something that was replaced since.
@Suite struct StalenessTests {
  private static let rate = step("rate", "<rate of='proposal' scale='five' into='ratings'/>", with: "alone")

  /// A text, ratings of it, and whatever comes after.
  private func given(_ more: String...) -> Given {
    Given(load(agenda: ([step("draft", "<fill into='proposal'/>"), Self.rate] + more).joined(), head: fiveScale))
      .people("Aino", "Bo").fills("Weekly").next().marksProposal("Aino", "4").marksProposal("Bo", "5").next()
  }

  private func median(of outcome: String) -> Condition {
    .test(Test(measure: .median, of: SourceRef(name: outcome), thresholds: [.init(.atLeast, .number(3))]))
  }

  private let amend = step("amend", "<fill of='proposal'/>")

  @Test func `a rating of words that were changed is no data, and says why`() {
    let given = given(amend)
    #expect(given.reading(median(of: "ratings")).result == .holds)
    given.fills("Daily")
    let reading = given.reading(median(of: "ratings"))
    #expect(reading.result == .noData)
    #expect(reading.why == "“proposal” was changed since: ask again, or keep it with a reason")
    #expect(given.view().stale.map(\.outcome) == ["ratings"])
  }

  @Test func `filling in what was blank replaces nothing`() {
    let given = Given(
      load(
        agenda: step("draft", "<fill into='proposal'><field id='what'/><field id='why'/></fill>") + Self.rate
          + step("more", "<fill of='proposal'><field id='why'/></fill>"), head: fiveScale)
    ).people("Aino").fills("Weekly", field: "what").next().marksProposal("Aino", "4").next()
      .fills("To talk", field: "why")
    #expect(given.reading(median(of: "ratings")).result == .holds)
    given.fills("To plan", field: "why")
    #expect(given.reading(median(of: "ratings")).result == .noData)
  }

  @Test func `who rates once more rests on the new words, the others do not`() {
    let given = given(amend).fills("Daily").goes(to: .place("rate")).marksProposal("Aino", "2")
    #expect(given.reading(median(of: "ratings")).result == .noData)
    given.marksProposal("Bo", "2")
    #expect(given.reading(median(of: "ratings")).result == .fails)
    #expect(given.view().stale == [])
  }

  @Test func `a decision rests on the words through the ratings`() {
    let given = given(
      step(
        "count", "<decide of='proposal' from='ratings' rule='score' measure='median' at-least='3' into='decision'/>"),
      amend
    ).next().fills("Daily")
    let decided = Condition.test(
      Test(measure: .decided, of: SourceRef(name: "decision"), thresholds: [.init(.equals, .number(1))]))
    #expect(given.reading(decided).result == .noData)
    given.when(.keep(outcome: "decision"), because: "the sense is the same")
    #expect(given.reading(decided).result == .holds)
    #expect(given.view().stale.map(\.outcome) == ["ratings"])
    given.fills("Hourly")
    #expect(given.reading(decided).result == .noData)
  }

  @Test func `a selection is out of date when the votes it read are asked anew, and what was chosen from it too`() {
    let given = Given(
      load(
        agenda: step("vote", "<vote of='topics' into='votes' budget='1'/>")
          + step("top", "<select from='topics' into='kept' top='1' ranked-by='votes' ties='all'/>")
          + step("again", "<vote of='kept' into='seconds' budget='1'/>") + step("last"), head: topics)
    ).people("Aino", "Bo").marks("Aino", "a", "1").marks("Bo", "a", "1").next(2).marks("Aino", "a", "1").next()
    #expect(given.view().stale == [])
    given.goes(to: .place("vote"), again: true).marks("Aino", "b", "1").next()
    #expect(given.view().stale.map(\.outcome) == ["kept", "seconds"])
    given.answers("again").next()
    #expect(given.view().stale.map(\.outcome) == ["seconds"])
  }

  @Test func `a thing that is reworded means the same unless somebody says otherwise`() {
    let given = Given(step("ideas", collect("ideas")), step("vote", "<vote of='ideas' into='votes'/>"))
      .people("Aino").adds("Aino", "Bikes").next().marks("Aino", "Bikes", "1")
    let sum = Condition.test(
      Test(measure: .sum, of: SourceRef(name: "votes"), thresholds: [.init(.atLeast, .number(1))]))
    given.when(.reword(RewordEntry(id: "Bikes", fields: ["text": "Bicycles"])))
    #expect(given.reading(sum).result == .holds)
    given.when(.reword(RewordEntry(id: "Bikes", fields: ["text": "Boats"], meaning: .changed)))
    #expect(given.reading(sum).result == .noData)
    given.when(.undo)
    #expect(given.reading(sum).result == .holds)
  }

  @Test func `a copy made with other words since is up to date`() {
    let given = Given(step("ideas", collect("ideas")), step("more", collect("kept", "from='ideas'")))
      .people("Aino").adds("Aino", "Bikes").next().adds("Aino", "", as: "k", copyOf: .entry("Bikes"))
    given.when(.reword(RewordEntry(id: "Bikes", fields: ["text": "Boats"], meaning: .changed)))
    #expect(given.view().stale.map(\.outcome) == ["kept"])
    given.when(.reword(RewordEntry(id: "k", fields: ["text": "Boats"])))
    #expect(given.view().stale == [])
  }

  @Test func `keeping wants a host, a reason and something to keep, and can be taken back`() {
    let given = given(amend).when(.keep(outcome: "ratings"), because: "x").refused(.unknownThing).fills("Daily")
    given.when(.keep(outcome: "ratings")).refused(.reasonNeeded)
    given.when(.keep(outcome: "ratings"), by: .person("bo"), because: "x").refused(.notYours)
    given.when(.keep(outcome: "ratings"), because: "a matter of spelling").made("staleKept")
    #expect(given.state.changes.last?.reason == "a matter of spelling")
    given.when(.undo)
    #expect(given.view().stale.map(\.outcome) == ["ratings"])
  }

  @Test func `an activity says on record what it rests on`() throws {
    let given = given(step("count", "<decide of='proposal' from='ratings' rule='plurality' into='decision'/>"))
    let opened = given.journal.compactMap { event -> ActivityOpened? in
      if case .activityOpened(let content) = event.body { content } else { nil }
    }
    let last = try #require(opened.last)
    #expect(last.reads == [1, 2])
    #expect(last.versions?.map(\.version) == [0])
    #expect(opened.first?.reads == nil)
  }
}

extension Given {
  /// Rates the only thing on the ballot.
  @discardableResult fileprivate func marksProposal(
    _ voter: String, _ value: String, at location: SourceLocation = #_sourceLocation
  ) -> Given {
    guard let thing = run?.ballot.first else { return self }
    return when(.mark(SetMark(unit: .person(id(voter)), thing: thing, value: value)), at: location)
  }
}
