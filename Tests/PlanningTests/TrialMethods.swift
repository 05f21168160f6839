/// Methods that use what the shipped ones do not.
enum TrialMethod: CaseIterable {
  case prioritise, crossroads

  var text: String {
    switch self {
    case .prioritise: Self.prioritising
    case .crossroads: Self.crossing
    }
  }

  /// Every way of voting, rating, choosing, deciding and filling in, with roles, groups, loops and a checkpoint.
  private static let prioritising = """
    <method xmlns="urn:dotank:method:1" id="prioritise" version="1" xml:lang="en">
      <title>Prioritise</title>
      <purpose>To use every way of voting and choosing once.</purpose>
      <fit people="4..30"/>
      <settings>
        <setting id="dots" type="number" default="3"><ask>How many dots each?</ask></setting>
        <setting id="topics" type="list"><ask>Which topics?</ask></setting>
        <setting id="day" type="date" required="yes"><ask>By when?</ask></setting>
      </settings>
      <roles>
        <role id="chair" filled="named"><title>Chair</title></role>
        <role id="keeper" people="1..2" filled="volunteer"><title>Keeper</title></role>
        <role id="guest" filled="named" marks="no" exclusive="yes"><title>Guest</title></role>
      </roles>
      <groupings><groups id="trios" size="2..4" ideal="3"><title>Trios</title></groups></groupings>
      <scales>
        <scale id="worth"><title>Worth</title>
          <value id="low" number="1"><text>Low</text></value>
          <value id="middle" number="2"><text>Middle</text></value>
          <value id="high" number="3"><text>High</text></value>
        </scale>
      </scales>
      <lists>
        <list id="criteria"><title>Criteria</title>
          <value id="effect"><text>Effect</text></value>
          <value id="effort"><text>Effort</text></value>
        </list>
      </lists>
      <agenda>
        <step id="ideas" time="5m" with="alone" silent="guest">
          <title>Ideas</title>
          <collect into="ideas" at-least="1" at-most="2">
            <field id="hours" type="number" required="yes"><ask>Hours?</ask></field>
            <field id="helper" type="person"><ask>With whom?</ask></field>
            <field id="topic" type="topics"><ask>Topic?</ask></field>
            <field id="start" type="date"><ask>From when?</ask></field>
            <field id="length" type="minutes"><ask>How long?</ask></field>
          </collect>
        </step>
        <step id="dots" time="3m" with="alone">
          <title>Dots</title>
          <vote of="ideas" into="dot-votes" budget="3" per-item="2" never="own" reveal="host"/>
          <select from="ideas" into="shortlist" top="4" ranked-by="dot-votes" measure="sum" ties="ask"/>
        </step>
        <step id="approve" time="2m" with="alone">
          <title>Approve</title>
          <vote kind="approval" of="shortlist" into="approvals"/>
          <decide rule="share" of="shortlist" from="approvals" at-least="0.6" among="present" ties="ask" into="approved"/>
        </step>
        <step id="rank" time="2m" with="alone">
          <title>Rank</title>
          <vote kind="ranking" of="shortlist" into="ranks" budget="3"/>
          <decide rule="score" of="shortlist" from="ranks" measure="sum" ties="draw" into="ranked"/>
          <decide rule="plurality" of="shortlist" from="dot-votes" ties="one" into="favourite"/>
        </step>
        <step id="weigh" time="4m" with="alone">
          <title>Weigh</title>
          <rate of="shortlist" scale="worth" criteria="criteria" reason="required" never="own" into="worths" reveal="all-answered"/>
        </step>
        <choice id="way" by="chair">
          <question>Which way?</question>
          <option id="groups"><title>In groups</title>
            <step id="group-choice" time="5m" with="trios">
              <title>Choose in groups</title>
              <select from="shortlist" into="group-choices" at-least="1" at-most="2"/>
              <collect into="arguments" from="ideas" at-most="3" unique="yes"/>
            </step>
          </option>
          <option id="chair"><title>By the chair</title>
            <step id="chair-choice" time="2m">
              <title>The chair chooses</title>
              <decide rule="one" of="shortlist" by="chair" into="chairs-choice"/>
            </step>
          </option>
        </choice>
        <phase id="extra" optional="yes"><title>Extra</title>
          <step id="form" time="5m" with="trios">
            <title>Form</title>
            <fill into="plan">
              <field id="text" type="text"><ask>Plan?</ask></field>
              <field id="until-day" type="date" required="yes"><ask>By when?</ask></field>
              <field id="who" type="person"><ask>Who?</ask></field>
            </fill>
          </step>
        </phase>
        <step id="agree" time="3m" with="alone">
          <title>Agree</title>
          <decide rule="consensus" of="shortlist" into="agreement"/>
        </step>
        <repeat id="until-liked" rounds="2" expect="1">
          <step id="like" time="1m" with="alone"><title>Like</title>
            <rate of="topics" scale="worth" into="likes"/></step>
          <until><test measure="median" of="likes" needs="5" at-least="2"/></until>
        </repeat>
        <for-each id="each-topic" item-of="topics" as="topic" within="3m">
          <step id="talk" time="2m"><title>{topic}</title><collect into="remarks"/></step>
        </for-each>
        <checkpoint id="ready" by="chair" time="2m">
          <question>Ready?</question>
          <criteria>
            <judge by="keeper"><text>Is everything written down?</text></judge>
            <test measure="count" of="ideas" at-least="2"/>
          </criteria>
          <rework><step id="more" time="2m"><title>More</title><collect into="ideas-later"/></step><back to="agree" at-most="1"/></rework>
        </checkpoint>
        <step id="act" time="3m"><title>Act</title><commit into="actions" from="ideas" at-least="1"/></step>
      </agenda>
    </method>
    """

  /// One question of each kind, and a step that closes at its end.
  private static let crossing = """
    <method xmlns="urn:dotank:method:1" id="crossroads" version="1" xml:lang="en">
      <title>Crossroads</title>
      <purpose>To stand before every kind of question.</purpose>
      <fit people="3..9"/>
      <scales>
        <scale id="mood"><title>Mood</title>
          <value id="low" number="1"><text>Low</text></value>
          <value id="high" number="2"><text>High</text></value>
        </scale>
      </scales>
      <agenda>
        <step id="short" time="30s" on-overrun="stop" with="alone">
          <title>Short</title>
          <collect into="words" reveal="end-of-step"/>
        </step>
        <step id="mood" time="1m" with="alone"><title>Mood</title><rate of="words" scale="mood" into="moods"/></step>
        <branch id="cheerful">
          <when>
            <test measure="median" of="moods" needs="9" at-least="2"/>
            <step id="sing" time="1m"><title>Sing</title></step>
          </when>
          <otherwise><step id="hum" time="1m"><title>Hum</title></step></otherwise>
        </branch>
        <repeat id="again" rounds="2" expect="1">
          <step id="walk" time="1m" optional="yes"><title>Walk</title><collect into="sights"/></step>
          <until><test measure="count" of="sights" at-least="9"/></until>
          <exhausted><step id="rest" time="1m"><title>Rest</title></step></exhausted>
        </repeat>
        <checkpoint id="done" by="facilitator" time="1m">
          <question>Done?</question>
          <criteria><test measure="count" of="words" at-least="3"/></criteria>
          <rework><back to="short" at-most="1"/></rework>
          <stop><end as="stopped"><text>We stop.</text></end></stop>
        </checkpoint>
      </agenda>
    </method>
    """
}
