import MethodModel
import Planning
import SessionEngine
import Testing

/// What a run sheet once said wrongly.
@Suite struct `A run sheet` {
  private func sheet(_ engine: SessionEngine, _ people: Int, end: Int? = nil) -> RunSheet {
    var occasion = Occasion(people: people, language: engine.method.language, start: 9 * 3_600)
    occasion.end = end
    return RunSheet(engine, for: occasion)
  }

  private func trial(_ agenda: String, _ before: String = "") throws -> SessionEngine {
    try Rehearsed.trial(
      """
      <method xmlns="urn:dotank:method:1" id="trial" version="1" xml:lang="en">
        <title>Trial</title><purpose>To see what is planned.</purpose><fit people="6..8"/>
        \(before)
        <agenda>\(agenda)</agenda>
      </method>
      """)
  }

  private static let topics = """
    <settings><setting id="topics" type="list" expect="2 3 4"><ask>Which topics?</ask></setting></settings>
    """

  @Test func `counted no values for a list that is not given yet`() throws {
    let engine = try trial(
      """
      <for-each item-of="topics" as="topic"><step id="talk" time="5m"><title>Talk</title></step></for-each>
      <step id="look" time="1m + 30s per item"><title>Look</title><show of="topics">All of them</show></step>
      """, Self.topics)
    let sheet = sheet(engine, 6)
    #expect(sheet.rows.count { $0.title == "Talk" } == 3)
    #expect(sheet.rows.last?.how == "1 min + 30 s × 3 things")
    #expect(sheet.seconds == 3 * 300 + 60 + 90)
    var occasion = Occasion(people: 6, language: "en", start: 0)
    occasion.settings = ["topics": ["one", "two"]]
    #expect(RunSheet(engine, for: occasion).seconds == 2 * 300 + 60 + 60)
  }

  @Test func `did not say who listens and who speaks first`() throws {
    let engine = try trial(
      """
      <step id="warm" time="5m" voice="turns" turn="1m" order="presenter critic"><title>In order</title></step>
      <step id="cool" time="5m" silent="presenter critic"><title>Feedback</title></step>
      <step id="still" time="5m" voice="silent"><title>Write</title></step>
      """,
      """
      <roles><role id="presenter" filled="named"><title>Presenter</title></role>
      <role id="critic" filled="named"><title>Critic</title></role></roles>
      """)
    #expect(
      sheet(engine, 6).rows.map(\.who) == [
        "everyone together, taking turns (first Presenter, then Critic)",
        "everyone together, Presenter and Critic listening in silence", "everyone together, in silence",
      ])
  }

  @Test func `laid out what is done at once as one of one, and left braces in its title`() throws {
    let engine = try trial(
      """
      <for-each item-of="topics" as="topic" at-once="yes">
        <step id="talk" time="5m" with="pairs"><title>{topic}</title></step>
      </for-each>
      """, Self.topics + "<groupings><groups id=\"pairs\" size=\"2..3\"><title>Pairs</title></groups></groupings>")
    let titles = sheet(engine, 6).rows.map(\.title)
    #expect(titles == ["For each of topics, all at once", "Each topic"])
  }

  @Test func `counted groups of those who share a value before anybody had one`() throws {
    let engine = try trial(
      "<step id=\"talk\" time=\"5m\" with=\"sides\"><title>Talk</title></step>",
      """
      <people><field id="side" type="choice" required="yes"><ask>For whom?</ask>
        <value id="learners"><text>Learners</text></value><value id="staff"><text>Staff</text></value></field></people>
      <groupings><groups id="sides" match="side"><title>Sides</title></groups></groupings>
      """)
    #expect(sheet(engine, 6).rows.map(\.who) == ["a group for each of Learners, Staff (Sides)"])
  }

  @Test func `called everyone together who are each at a place of their own`() throws {
    let rows = sheet(try Rehearsed.engine("gallery-walk"), 20).rows
    #expect(rows.first { $0.title == "At the posters" }?.who == "each group at its poster (Teams)")
    let cafe = sheet(try Rehearsed.engine("world-cafe"), 24).rows
    #expect(cafe.filter(\.isChangeover).map(\.title) == ["Changeover", "Changeover"])
    #expect(cafe.first { $0.title == "At the tables" }?.who != "everyone together")
  }

  @Test func `expected nobody in a role, and no group of those without one`() throws {
    let engine = try trial(
      """
      <for-each item-of="guests" as="guest"><step id="ask" time="4m"><title>Ask</title></step></for-each>
      <step id="pairs-talk" time="2m" with="pairs"><title>In pairs</title></step>
      """,
      """
      <roles><role id="guests" people="2..4" filled="named"/><role id="askers" filled="rest"/></roles>
      <groupings><groups id="pairs" size="2..3" ideal="2" by="askers"/></groupings>
      """)
    let sheet = sheet(engine, 8)
    #expect(sheet.rows.count { $0.title == "Ask" } == 2)
    #expect(sheet.rows.last?.groups == [2, 2, 2])
  }

  @Test func `put what comes after two weeks on the same day`() throws {
    let sheet = sheet(try Rehearsed.engine("pdsa-cycle"), 5)
    let window = try #require(sheet.rows.first { $0.kind == .window })
    #expect(window.lasts == 14 * 86_400 && window.day == 0)
    let next = try #require(sheet.rows.first { $0.title == "Study and act" })
    #expect(next.begins == 14 * 86_400 && next.day == 14)
    #expect(sheet.ends > 14 * 86_400 && sheet.seconds < 86_400)
  }

  @Test func `dated the round of a meeting on the day before it`() throws {
    let sheet = sheet(try Rehearsed.engine("pdsa-cycle"), 5)
    for (heading, inside) in zip(sheet.rows, sheet.rows.dropFirst()) where heading.kind == .heading {
      #expect(inside.depth <= heading.depth || inside.begins == nil || inside.day == heading.day, "\(heading.title)")
    }
    #expect(Set(sheet.rows.filter { $0.title.hasPrefix("Round") }.map(\.day)).count == 2)
  }

  @Test func `left out the days before and between`() throws {
    let sheet = sheet(try Rehearsed.engine("policy-dialogue-lab"), 18)
    let openings = sheet.rows.filter { $0.depth == 0 }
    #expect(openings.map(\.kind) == [.window, .heading, .window, .heading])
    #expect(openings.map(\.day) == [-10, 0, 0, 42])
    #expect(openings.map(\.lasts) == [10 * 86_400, nil, 42 * 86_400, nil])
    #expect(openings[0].begins == -10 * 86_400 && openings[1].begins == 0 && openings[3].begins == 42 * 86_400)
    #expect(sheet.rows.count { $0.title == "Weigh an option" } == 3)
  }

  @Test func `was cut to the second`() throws {
    let engine = try Rehearsed.engine("adoption-readiness-hexagon")
    for minutes in [120, 137] {
      let sheet = sheet(engine, 9, end: 9 * 3_600 + minutes * 60)
      #expect(sheet.seconds <= minutes * 60)
      // A tight end has no room for whole minutes everywhere.
      let leaves = sheet.rows.filter { $0.begins != nil && $0.kind != .heading && $0.kind != .way }
      for row in leaves where row.planned >= 60 {
        #expect(((row.begins ?? 0) + row.seconds) % 5 == 0, "\(row.title) with \(minutes) minutes")
      }
    }
  }

  @Test func `planned the arm that ends the session, and then another round`() throws {
    let engine = try trial(
      """
      <repeat id="rounds" rounds="2">
        <step id="try" time="5m"><title>Try</title></step>
        <branch id="enough">
          <when><judge by="facilitator"><text>Enough</text></judge>
            <step id="bow" time="20m"><title>Bow</title></step><end as="enough"/></when>
          <otherwise/>
        </branch>
      </repeat>
      """)
    let sheet = sheet(engine, 6)
    #expect(sheet.seconds == 2 * 300)
    #expect(sheet.rows.filter { $0.title == "Bow" }.allSatisfy { $0.begins == nil })
  }

  @Test func `said everyone together where each group is by itself`() throws {
    let engine = try trial(
      """
      <phase id="work" with="teams"><title>Work</title><step id="draw" time="5m"><title>Draw</title></step></phase>
      <step id="close" time="1m"><title>Close</title></step>
      """, "<groupings><groups id=\"teams\" size=\"3..5\"><title>Teams</title></groups></groupings>")
    let rows = sheet(engine, 8).rows
    #expect(rows.first { $0.title == "Draw" }?.who == "each group together (Teams)")
    #expect(rows.last?.who == "everyone together")
  }

  @Test func `counted material for groups of a step that is left out`() throws {
    let engine = try trial(
      """
      <step id="main" time="10m" shortest="10m"><title>Main</title></step>
      <step id="extra" time="10m" cut="skip" with="pairs"><title>Extra</title></step>
      """,
      """
      <groupings><groups id="pairs" size="2..3" ideal="2"/></groupings>
      <materials><item count="1" per="group">a sheet</item></materials>
      """)
    #expect(sheet(engine, 8).materials.map(\.count) == [4])
    #expect(sheet(engine, 8, end: 9 * 3_600 + 600).materials.isEmpty)
  }

  private static let evenings = """
    <meeting id="first"><step id="a" time="20m"><title>A</title></step></meeting>
    <meeting id="second"><step id="b" time="30m" shortest="20m"><title>B</title></step></meeting>
    <window id="week" lasts="7d"><step id="home" time="1h" with="alone"><title>Home</title></step></window>
    <meeting id="third"><step id="c" time="20m"><title>C</title></step></meeting>
    """

  @Test func `held two meetings on one day`() throws {
    let sheet = sheet(try trial(Self.evenings), 6)
    #expect(sheet.rows.filter { $0.title == "Meeting" }.map(\.day) == [0, 1, 8])
  }

  @Test func `cut every day where one was too long`() throws {
    let sheet = sheet(try trial(Self.evenings), 6, end: 9 * 3_600 + 25 * 60)
    let lengths = ["A", "B", "C"].map { title in sheet.rows.first { $0.title == title }?.seconds ?? 0 }
    #expect(lengths == [1_200, 1_500, 1_200])
    #expect(sheet.fitting?.plan.overrun == 0)
  }

  @Test func `was later than it had to be where it could not end in time`() throws {
    let steps = (1...4).map { #"<step id="s\#($0)" time="65s" shortest="61s"><title>S</title></step>"# }.joined()
    let sheet = sheet(try trial(steps), 6, end: 9 * 3_600 + 60)
    #expect(sheet.seconds <= 300 && sheet.fitting?.plan.overrun == 184)
  }

  @Test func `planned fewer or more minutes inside of parts than the session`() throws {
    let engine = try Rehearsed.engine(inCase: "minutes-in-circles")
    let sheet = sheet(engine, 11)
    let takes = try Rehearsed.takes(of: engine, people: 11, roles: ["crew": 3])
    let steps = engine.index.allElements.filter { if case .step = $0.kind { true } else { false } }.map(\.id)
    for step in steps {
      let planned = sheet.rows.first { $0.path == step || $0.path.hasSuffix("/\(step)") }?.planned
      // Which of two tables is the larger one hangs on the draw.
      let taken = takes.filter { $0.place == step }.map(\.planned).max()
      #expect(planned != nil && planned == taken, "\(step): \(planned ?? -1), \(taken ?? -1)")
    }
  }

  @Test func `counted what several groups choose as the choice of one`() throws {
    let sheet = sheet(
      try trial(
        """
        <step id="talk" time="10m" with="tables"><title>Talk</title><collect into="questions" expect="9"/>
          <select from="questions" into="asked" exactly="2"/></step>
        <for-each item-of="asked" as="question"><step id="answer" time="4m"><title>Answer</title></step></for-each>
        """, #"<groupings><groups id="tables" size="3"/></groupings>"#), 6)
    #expect(sheet.seconds == 600 + 4 * 240)
  }

  @Test(arguments: [("leave", 600), ("finish", 720), ("ask", 720)])
  func `planned all things where time for only some of them was set apart`(atEnd: String, seconds: Int) throws {
    let engine = try trial(
      #"""
      <for-each item-of="five" as="one" within="10m" at-end="\#(atEnd)"><step id="look" time="4m"><title>{one}</title></step></for-each>
      <step id="close" time="5m"><title>Close</title></step>
      """#,
      #"<lists><list id="five"><value id="a"/><value id="b"/><value id="c"/><value id="d"/><value id="e"/></list></lists>"#
    )
    let sheet = sheet(engine, 6)
    #expect(sheet.rows.count { $0.path.hasSuffix("/look") } == 3)
    #expect(sheet.rows.first { $0.title == "Close" }?.begins == seconds)
    #expect(sheet.planned == seconds + 300 && sheet.seconds == seconds + 300)
  }
}
