import Diagnostics

/// Ways through the method, tracks and parts.
extension Example {
  static let neverReached = agenda(
    """
    <choice>
      <option id="enough"><title>Enough</title><end as="done"/></option>
      <option id="later"><title>Later</title><end as="deferred"/></option>
    </choice>
    <step id="more" time="5m"><title>More ideas</title></step>
    """,
    mended: """
      <choice>
        <option id="enough"><title>Enough</title><end as="done"/></option>
        <option id="more"><title>More</title></option>
      </choice>
      <step id="more-ideas" time="5m"><title>More ideas</title></step>
      """)

  static let sharedTracks = agenda(
    """
    <parallel>
      <phase><step time="5m"><title>Plan the day</title><fill into="day"/></step></phase>
      <phase><step time="5m"><title>Plan the evening</title><fill into="evening"/></step></phase>
    </parallel>
    """,
    mended: """
      <parallel>
        <phase with="hosts"><step time="5m"><title>Plan the day</title><fill into="day"/></step></phase>
        <phase with="cooks"><step time="5m"><title>Plan the evening</title><fill into="evening"/></step></phase>
      </parallel>
      """,
    head: #"<roles><role id="hosts" people="1..2"><text>Receive people.</text></role>"#
      + #"<role id="cooks" filled="rest" people="2..11"><text>Cook.</text></role></roles>"#)

  static let divergingParts = agenda(
    """
    <phase with="pairs">
      <step time="5m"><title>Write</title><collect into="wishes" at-least="1"/></step>
      <for-each item-of="wishes" as="wish"><step time="2m"><title>Talk about it</title></step></for-each>
    </phase>
    """,
    mended: """
      <phase with="pairs">
        <step time="5m"><title>Write</title><collect into="wishes" at-least="1" visible="room"/></step>
      </phase>
      <for-each item-of="wishes" as="wish"><step time="2m"><title>Talk about it</title></step></for-each>
      """, head: pairs)

  static let unchosenDocument = agenda(
    """
    <step time="5m" with="alone"><title>Write</title><fill into="draft" visible="room"/></step>
    <step time="5m"><title>Go on together</title><fill of="draft"/></step>
    """,
    mended: """
      <step time="5m" with="alone"><title>Write</title><fill into="draft" visible="room"/></step>
      <step time="5m"><title>Go on together</title><fill into="common-draft" from="draft"/></step>
      """)
}
