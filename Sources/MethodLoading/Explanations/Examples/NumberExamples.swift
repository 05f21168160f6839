import Diagnostics

/// Numbers that do not go together, marks of other things, turns, and what nobody uses.
extension Example {
  static let contradictingNumbers = step(
    #"<collect into="ideas" at-least="5" at-most="2"/>"#, mended: #"<collect into="ideas" at-least="2" at-most="5"/>"#)

  static let unrelatedMarks = agenda(
    #"<step time="2m"><title>Keep</title><select from="risks" into="kept" top="2" ranked-by="dots"/></step>"#,
    mended: #"<step time="2m"><title>Keep</title><select from="ideas" into="kept" top="2" ranked-by="dots"/></step>"#,
    before: collectingIdeas + #"<step time="5m"><title>Risks</title><collect into="risks"/></step>"#
      + #"<step time="3m"><title>Vote</title><vote of="ideas" into="dots" budget="3"/></step>"#)

  static let roleWithoutHolders = head(
    #"<roles><role id="keeper" people="0"/></roles>"#, mended: #"<roles><role id="keeper" people="1"/></roles>"#,
    agenda: #"<step time="5m"><title>Talk</title><do role="keeper">Keep time.</do></step>"#)

  static let meetingInside = agenda(
    """
    <meeting><title>First</title>
      <meeting><title>Second</title><step time="5m"><title>Talk</title></step></meeting>
    </meeting>
    """,
    mended: """
      <meeting><title>First</title><step time="5m"><title>Begin</title></step></meeting>
      <meeting><title>Second</title><step time="5m"><title>Talk</title></step></meeting>
      """)

  static let unansweredOption = agenda(
    """
    <choice by="plan">
      <option id="gardn"><title>Beds</title></option>
      <option id="library"><title>Books</title></option>
    </choice>
    """,
    mended: """
      <choice by="plan">
        <option id="garden"><title>Beds</title></option>
        <option id="library"><title>Books</title></option>
      </choice>
      """,
    before: #"<step time="3m"><title>Vote</title><vote of="plans" into="votes" kind="approval" budget="1"/>"#
      + #"<decide of="plans" from="votes" rule="plurality" into="plan"/></step>"#,
    after: #"<step time="5m"><title>Close</title></step>"#,
    head: #"<lists><list id="plans"><value id="garden"/><value id="library"/></list></lists>"#)

  static let emptyTurns = agenda(
    #"<step time="12m" voice="turns" turn="1m" order="client" silent="client"><title>A round</title></step>"#,
    mended: #"<step time="12m" voice="turns" turn="1m" silent="client"><title>A round</title></step>"#,
    head: #"<roles><role id="client"/></roles>"#)

  static let turnsTooLong = agenda(
    #"<step time="5m" voice="turns" turn="2m"><title>A round</title></step>"#,
    mended: #"<step time="2m per person" voice="turns" turn="2m"><title>A round</title></step>"#)

  static let unusedName = agenda(
    #"<step time="5m"><title>Talk</title><say>What is it about?</say></step>"#,
    mended: #"<step time="5m"><title>Talk</title><say>We talk about {topic}.</say></step>"#,
    head: #"<settings><setting id="topic" required="yes"><ask>What is it about?</ask></setting></settings>"#)
}
