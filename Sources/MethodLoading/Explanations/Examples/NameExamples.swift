import Diagnostics

/// Names, places and what reads them.
extension Example {
  static let doubleName = step(
    #"<collect into="need"/>"#, mended: #"<collect into="needs"/>"#,
    head: #"<settings><setting id="need"><ask>What is needed?</ask></setting></settings>"#)

  static let doublePlace = agenda(
    """
    <step id="talk" time="5m"><title>In pairs</title></step>
    <step id="talk" time="9m"><title>Together</title></step>
    """,
    mended: """
      <step id="talk" time="5m"><title>In pairs</title></step>
      <step id="talk-together" time="9m"><title>Together</title></step>
      """)

  static let doubleValue = head(
    #"<lists><list id="answers"><value id="yes"/><value id="yes"/></list></lists>"#,
    mended: #"<lists><list id="answers"><value id="yes"/><value id="no"/></list></lists>"#)

  static let reservedName = head(
    #"<groupings><groups id="room" size="2"/></groupings>"#,
    mended: #"<groupings><groups id="pairs" size="2"/></groupings>"#)

  static let unknownName = agenda(
    #"<step time="5m" with="paris"><title>Talk</title></step>"#,
    mended: #"<step time="5m" with="pairs"><title>Talk</title></step>"#, head: pairs)

  static let wrongKindOfName = step(
    #"<rate of="ideas" scale="ideas" into="ratings"/>"#,
    mended: #"<rate of="ideas" scale="one-to-five" into="ratings"/>"#,
    before: collectingIdeas, head: fivePoints)

  static let unknownPlace = agenda(
    #"<choice><option id="again"><title>Again</title><back to="colect"/></option><option id="on"><title>On</title></option></choice>"#,
    mended:
      #"<choice><option id="again"><title>Again</title><back to="collect"/></option><option id="on"><title>On</title></option></choice>"#,
    before: collectingIdeas)

  static let unknownReference = step(
    "<say>Think about {qestion}.</say>", mended: "<say>Think about {question}.</say>",
    head: #"<settings><setting id="question"><ask>What is the question?</ask></setting></settings>"#)

  static let neverProduced = step(
    #"<vote of="idaes" into="dots"/>"#, mended: #"<vote of="ideas" into="dots"/>"#, before: collectingIdeas)

  static let deliveredNeverProduced = head(
    #"<delivers><outcome ref="plan"/></delivers>"#, mended: #"<delivers><outcome ref="ideas"/></delivers>"#)

  static let readTooEarly = agenda(
    """
    <step time="3m"><title>Vote</title><vote of="ideas" into="dots"/></step>
    <step time="5m"><title>Collect</title><collect into="ideas"/></step>
    """,
    mended: """
      <step time="5m"><title>Collect</title><collect into="ideas"/></step>
      <step time="3m"><title>Vote</title><vote of="ideas" into="dots"/></step>
      """)

  static let mixedOutcome = step(
    #"<vote of="ideas" into="ideas"/>"#, mended: #"<vote of="ideas" into="dots"/>"#, before: collectingIdeas)

  static let unknownPart = agenda(
    #"<for-each item-of="consent/objection" as="o"><step time="3m"><title>Hear it</title></step></for-each>"#,
    mended:
      #"<for-each item-of="consent/objections" as="o"><step time="3m"><title>Hear it</title></step></for-each>"#,
    before: collectingIdeas
      + #"<step time="2m"><title>Signal</title><decide of="ideas" rule="consent" into="consent"/></step>"#)

  static let writtenAfterFreeze = agenda(
    """
    <step time="5m"><title>Plan</title><fill into="plan" freeze="results"/></step>
    <step id="results" time="5m"><title>Results</title></step>
    <step time="5m"><title>Once more</title><fill of="plan"/></step>
    """,
    mended: """
      <step time="5m"><title>Plan</title><fill into="plan" freeze="results"/></step>
      <step time="5m"><title>Once more</title><fill of="plan"/></step>
      <step id="results" time="5m"><title>Results</title></step>
      """)

  static let neverRevealed = agenda(
    """
    <step time="3m" with="alone"><title>Write</title><collect into="notes"/></step>
    <step time="5m"><title>Look at them</title><show of="notes"/></step>
    """,
    mended: """
      <step time="3m" with="alone"><title>Write</title><collect into="notes" reveal="end-of-step"/></step>
      <step time="5m"><title>Look at them</title><show of="notes"/></step>
      """)

  static let revealTooLate = agenda(
    """
    <step time="3m" with="alone"><title>Write</title><collect into="notes" reveal="closing"/></step>
    <step time="5m"><title>Look at them</title><show of="notes"/></step>
    <step id="closing" time="2m"><title>Closing</title></step>
    """,
    mended: """
      <step time="3m" with="alone"><title>Write</title><collect into="notes" reveal="look"/></step>
      <step id="look" time="5m"><title>Look at them</title><show of="notes"/></step>
      <step id="closing" time="2m"><title>Closing</title></step>
      """)
}
