import Diagnostics

/// Measures, thresholds and decision rules.
extension Example {
  /// A checkpoint after a step with ideas, ratings of them, and a consent.
  private static func criterion(_ wrong: String, mended: String) -> Example {
    agenda(
      wrong, mended: mended,
      before: collectingIdeas
        + #"<step time="5m"><title>Rate</title><rate of="ideas" scale="one-to-five" into="ratings"/></step>"#
        + #"<step time="5m"><title>Signal</title><decide of="ideas" rule="consent" into="consent"/></step>"#
        + #"<checkpoint by="facilitator" time="5m"><question>Do we go on?</question><criteria>"#,
      after: "</criteria></checkpoint>", head: fivePoints)
  }

  static let unfitMeasure = criterion(
    #"<test measure="median" of="ideas" at-least="3"/>"#, mended: #"<test measure="median" of="ratings" at-least="3"/>"#
  )

  static let sumOfOpinions = criterion(
    #"<test measure="sum" of="ratings" at-least="20"/>"#, mended: #"<test measure="median" of="ratings" at-least="4"/>"#
  )

  static let noValue = agenda(
    #"<test measure="median" of="ratings" for="nead" at-least="3"/>"#,
    mended: #"<test measure="median" of="ratings" for="need" at-least="3"/>"#,
    before: #"<step time="5m"><title>Rate</title><rate of="sides" scale="one-to-five" into="ratings"/></step>"#
      + #"<checkpoint by="facilitator" time="5m"><question>Do we go on?</question><criteria>"#,
    after: "</criteria></checkpoint>",
    head: fivePoints + #"<lists><list id="sides"><value id="need"/><value id="fit"/></list></lists>"#)

  static let undecidingTest = agenda(
    """
    <checkpoint by="lead" time="2m"><question>Enough?</question>
      <criteria><test measure="count" of="ideas" at-least="0"/></criteria>
    </checkpoint>
    """,
    mended: """
      <checkpoint by="lead" time="2m"><question>Enough?</question>
        <criteria><test measure="count" of="ideas" at-least="5"/></criteria>
      </checkpoint>
      """, before: collectingIdeas, head: #"<roles><role id="lead"/></roles>"#)

  static let enteredInPart = agenda(
    #"<test measure="count" of="cards" equals="5"/>"#, mended: #"<test measure="count" of="cards" at-least="5"/>"#,
    before: #"<step time="5m"><title>Wall</title><collect into="cards" capture="paper" enter="selected"/></step>"#
      + #"<checkpoint by="facilitator" time="5m"><question>Do we go on?</question><criteria>"#,
    after: "</criteria></checkpoint>")

  static let unreachableThreshold = criterion(
    #"<test measure="median" of="ratings" at-least="6"/>"#,
    mended: #"<test measure="median" of="ratings" at-least="4"/>"#)

  static let everyOverNothing = criterion(
    #"<every item-of="consent/objections" as="o"><judge by="facilitator"><text>It is met</text></judge></every>"#,
    mended: #"<test measure="objections" of="consent" equals="0"/>"#)

  static let namesKeptNowhere = agenda(
    #"<step time="5m"><title>Vote</title><vote of="ideas" into="dots" names="unkept" never="own"/></step>"#,
    mended: #"<step time="5m"><title>Vote</title><vote of="ideas" into="dots" names="hidden" never="own"/></step>"#,
    before: collectingIdeas)

  static let thinBreakdown = agenda(
    #"<test measure="median" of="ratings" at-least="3"><where field="school" is="north"/></test>"#,
    mended: #"<test measure="median" of="ratings" at-least="3"/>"#,
    before: collectingIdeas
      + #"<step time="5m"><title>Rate</title><rate of="ideas" scale="one-to-five" into="ratings" names="hidden"/></step>"#
      + #"<checkpoint by="facilitator" time="5m"><question>Do we go on?</question><criteria>"#,
    after: "</criteria></checkpoint>", head: #"<people><field id="school"/></people>"# + fivePoints)

  static let armNeverHolds = agenda(
    #"<when><test measure="count" of="ideas" at-least="2"/><end as="some"/></when><when><test measure="count" of="ideas" at-least="9"/><end as="many"/></when>"#,
    mended:
      #"<when><test measure="count" of="ideas" at-least="9"/><end as="many"/></when><when><test measure="count" of="ideas" at-least="2"/><end as="some"/></when>"#,
    before: collectingIdeas + "<branch>", after: #"<otherwise/></branch><step time="5m"><title>Few</title></step>"#)

  static let incompleteRule = agenda(
    #"<step time="2m"><title>Decide</title><decide of="ideas" rule="majority" into="decision"/></step>"#,
    mended: """
      <step time="3m"><title>Vote</title><vote of="ideas" kind="approval" into="ballots"/></step>
      <step time="2m"><title>Decide</title><decide of="ideas" from="ballots" rule="majority" into="decision"/></step>
      """, before: collectingIdeas)
}
