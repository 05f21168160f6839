import Diagnostics

/// Loops, people, time.
extension Example {
  static let exhaustedWithoutUntil = agenda(
    """
    <repeat rounds="3">
      <step time="5m"><title>Talk</title><collect into="ideas"/></step>
      <exhausted><end as="enough"/></exhausted>
    </repeat>
    """,
    mended: """
      <repeat rounds="3">
        <step time="5m"><title>Talk</title><collect into="ideas"/></step>
        <until><test measure="count" of="ideas" at-least="9"/></until>
        <exhausted><end as="enough"/></exhausted>
      </repeat>
      """)

  static let untilNeverChanges = agenda(
    """
    <repeat rounds="3">
      <step time="5m"><title>Talk</title><collect into="more"/></step>
      <until><test measure="count" of="ideas" at-least="9"/></until>
    </repeat>
    """,
    mended: """
      <repeat rounds="3">
        <step time="5m"><title>Talk</title><collect into="ideas"/></step>
        <until><test measure="count" of="ideas" at-least="9"/></until>
      </repeat>
      """, before: collectingIdeas)

  static let backNotEarlier = agenda(
    """
    <branch>
      <when><test measure="count" of="ideas" at-least="3"/></when>
      <otherwise><back to="collect"/></otherwise>
    </branch>
    """,
    mended: """
      <branch>
        <when><test measure="count" of="ideas" at-least="3"/></when>
        <otherwise><back to="collect" at-most="2"/></otherwise>
      </branch>
      """, before: collectingIdeas)

  static let endlessForEach = agenda(
    """
    <for-each item-of="ideas" as="idea">
      <step time="5m"><title>Talk</title><collect into="ideas"/></step>
    </for-each>
    """,
    mended: """
      <for-each item-of="ideas" as="idea" within="30m">
        <step time="5m"><title>Talk</title><collect into="ideas"/></step>
      </for-each>
      """, before: collectingIdeas)

  static let skippableSource = agenda(
    """
    <step time="5m" cut="skip"><title>Collect</title><collect into="ideas"/></step>
    <step time="3m"><title>Vote</title><vote of="ideas" into="dots"/></step>
    """,
    mended: """
      <step time="5m"><title>Collect</title><collect into="ideas"/></step>
      <step time="3m"><title>Vote</title><vote of="ideas" into="dots"/></step>
      """)

  static let impossibleGroups = head(
    #"<groupings><groups id="teams" size="3..4"/></groupings>"#,
    mended: #"<groupings><groups id="teams" size="3..5"/></groupings>"#,
    agenda: #"<step time="5m" with="teams"><title>Talk</title></step>"#)

  static let partnersRepeat = agenda(
    """
    <repeat rounds="4"><step time="5m" with="pairs"><title>Talk</title></step></repeat>
    """,
    mended: """
      <repeat rounds="3"><step time="5m" with="pairs"><title>Talk</title></step></repeat>
      """,
    head: #"<groupings><groups id="pairs" size="2" avoid="earlier" formed="each-time"/></groupings>"#, people: "4")

  static let rotationImpossible = agenda(
    """
    <rotate move="tables" through="topics" rounds="3"><step time="5m"><title>Talk</title></step></rotate>
    """,
    mended: """
      <rotate move="tables" through="topics"><step time="5m"><title>Talk</title></step></rotate>
      """,
    head: #"<groupings><groups id="tables" size="4..8"/></groupings>"#
      + #"<lists><list id="topics"><value id="a"/><value id="b"/></list></lists>"#, people: "8..12")

  static let mergeBeforeGroups = agenda(
    #"<step time="5m" with="fours"><title>In fours</title></step>"#,
    mended: """
      <step time="2m" with="pairs"><title>In pairs</title></step>
      <step time="5m" with="fours"><title>In fours</title></step>
      """,
    head:
      #"<groupings><groups id="pairs" size="2"/><groups id="fours" merge="pairs" each="2" remainder="smaller"/></groupings>"#
  )

  static let tooManyRoles = head(
    #"<roles><role id="timekeeper" people="2" exclusive="yes"/><role id="scribe" people="3" exclusive="yes"/></roles>"#,
    mended:
      #"<roles><role id="timekeeper" people="2" exclusive="yes"/><role id="scribe" people="2" exclusive="yes"/></roles>"#
  )

  static let silentRoleAsked = agenda(
    #"<step time="5m" silent="client"><title>Advise</title><collect by="client" into="advice"/></step>"#,
    mended: #"<step time="5m" silent="client"><title>Advise</title><collect by="expert" into="advice"/></step>"#,
    head: #"<roles><role id="client"/><role id="expert"><text>Knows the matter.</text></role></roles>"#)

  static let authorOfNothing = agenda(
    #"<step time="5m"><title>Call</title><collect by="author" into="notes"/></step>"#,
    mended: """
      <for-each item-of="topics" as="topic">
        <step time="5m"><title>Call</title><collect by="author" into="notes"/></step>
      </for-each>
      """,
    before: #"<step time="5m"><title>Topics</title><collect into="topics"/></step>"#)

  static let minutesOutside = Example(
    """
    <fit people="4..12" minutes="20..30"/>
    <agenda><step time="5m per person"><title>A round</title></step></agenda>
    """,
    mended: """
      <fit people="4..12" minutes="20..30"/>
      <agenda><step time="5m per person, at most 30m"><title>A round</title></step></agenda>
      """, before: headless, after: "</method>")

  static let limitsOutOfOrder = agenda(
    #"<step time="5m" shortest="10m"><title>Talk</title></step>"#,
    mended: #"<step time="10m" shortest="5m"><title>Talk</title></step>"#)

  static let itemsUnexpected = agenda(
    """
    <step time="5m"><title>Collect</title><collect into="ideas"/></step>
    <step time="1m per item"><title>Hear them</title><show of="ideas"/></step>
    """,
    mended: """
      <step time="5m"><title>Collect</title><collect into="ideas" expect="5 12 20"/></step>
      <step time="1m per item"><title>Hear them</title><show of="ideas"/></step>
      """)

  static let cueOutsideStep = step(
    #"<cue at="-9m">Nine minutes left.</cue>"#, mended: #"<cue at="-1m">One minute left.</cue>"#)
}
