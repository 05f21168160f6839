import MethodModel
import Planning
import SessionEngine
import Testing

@Suite struct SweepTests {
  private func subject(_ id: String = "adoption-readiness-hexagon") throws -> SweepSubject {
    SweepSubject(try Rehearsed.engine(id), settings: [:], language: "en", isRemote: false)
  }

  private func sweep(_ subject: SweepSubject, _ sizes: [Int], seeds: UInt64) -> Sweep {
    Sweep(sizes.flatMap { size in (0..<seeds).map { subject.rehearse(people: size, seed: $0) } }, of: subject)
  }

  @Test func `a run of a sweep is the rehearsal of its size and seed`() throws {
    let engine = try Rehearsed.engine("adoption-readiness-hexagon")
    for seed: UInt64 in 0..<4 {
      let session = RehearsedSession(engine, people: 8, seed: seed)
      let summary = RehearsalSummary(session.state, seed: seed, refused: session.refused)
      let run = try subject().rehearse(people: 8, seed: seed)
      #expect(run.actual == summary.actual && run.planned == summary.planned)
      #expect(run.end == summary.endedAs && run.refusals == summary.rejections)
    }
  }

  @Test func `a sweep counts sizes, ends, ways, rounds and verdicts`() throws {
    let sweep = sweep(try subject(), [5, 9], seeds: 12)
    #expect(sweep.runs == 24 && sweep.sizes.map(\.people) == [5, 9] && sweep.sizes.map(\.runs) == [12, 12])
    for size in sweep.sizes {
      #expect(size.shortest <= size.median && size.median <= size.longest && size.planned > 0)
      #expect(size.ends.values.reduce(0, +) == 12 && size.stuck == 0)
    }
    #expect(sweep.ends.values.reduce(0, +) == 24)
    let far = sweep.ways.filter { $0.place == "far-apart" }
    #expect(far.map(\.way) == ["If this holds: We are two points apart or more", "Otherwise"])
    #expect(far.allSatisfy { (1...24).contains($0.runs) })
    #expect(sweep.ways.contains { $0.place == "adopt" && $0.way == "Passed" && $0.runs > 0 })
    let rounds = try #require(sweep.laps.first { $0.place == "differences" })
    #expect(rounds.most == 2 && rounds.runs.values.reduce(0, +) == 24)
  }

  /// They once replied without saying to what, marked what other teams had made, and reworded rows without words.
  @Test(arguments: [
    "affinity-kj", "adaptation-review", "brainwriting-635", "delphi", "impact-effort", "pdsa-cycle",
  ])
  func `made-up people do what a method asks, so that next to nothing is refused`(_ id: String) throws {
    let subject = try subject(id)
    for size in [subject.engine.method.fit.people.first?.lower, subject.engine.method.fit.ideal].compactMap({ $0 }) {
      for seed: UInt64 in 1...3 {
        let run = subject.rehearse(people: size, seed: seed)
        #expect(!run.isStuck && run.refusals <= 4, "\(size) people, seed \(seed): \(run.refused)")
      }
    }
  }

  /// A facilitator who left out the pilot sheets once stood before visits to pilots that nobody had written.
  @Test func `what goes round later is not left out, and where nothing goes round they go on behind it`() throws {
    let subject = SweepSubject(try Rehearsed.trial(Self.visiting), settings: [:], language: "en", isRemote: false)
    var seen: Set<Int> = []
    for seed: UInt64 in 1...60 {
      let run = subject.rehearse(people: 8, seed: seed)
      #expect(!run.isStuck && run.refusals <= 6, "seed \(seed): \(run.refused)")
      seen.insert(run.reached.contains(.place("visit")) ? 1 : 0)
    }
    #expect(seen == [0, 1])
  }

  /// In groups that work beside each other everybody was once told again and again where they had gone already.
  @Test func `who signs up for one of several groups at once does so once`() throws {
    let subject = try subject("open-space")
    for size in [12, 60] {
      for seed: UInt64 in 1...3 {
        let run = subject.rehearse(people: size, seed: seed)
        #expect(!run.isStuck && run.refused[.cannotForm] == nil, "\(size) people, seed \(seed): \(run.refused)")
      }
    }
  }

  /// Rows once came without the part that they have to name, when no part had been written down.
  @Test func `nobody writes a row that has to name something of which there is nothing`() throws {
    let subject = SweepSubject(try Rehearsed.trial(Self.naming), settings: [:], language: "en", isRemote: false)
    for seed: UInt64 in 1...20 {
      let run = subject.rehearse(people: 4, seed: seed)
      #expect(!run.isStuck && run.refused[.empty] == nil, "seed \(seed): \(run.refused)")
    }
  }

  @Test func `what is promised and never made is named`() throws {
    let engine = try Rehearsed.trial(
      """
      <method xmlns="urn:dotank:method:1" id="trial" version="1" xml:lang="en">
        <title>Trial</title><purpose>To promise.</purpose><fit people="4..8"/>
        <delivers><outcome ref="ideas"/><outcome ref="advice"><title>Advice</title></outcome></delivers>
        <agenda>
          <step id="write" time="5m"><title>Write</title><collect into="ideas"/></step>
          <for-each item-of="ideas" as="idea" in="ideas" except="ideas">
            <step id="advise" time="5m"><title>Advise</title><collect into="advice"/></step>
          </for-each>
        </agenda>
      </method>
      """)
    let sweep = sweep(SweepSubject(engine, settings: [:], language: "en", isRemote: false), [4], seeds: 3)
    #expect(sweep.undelivered.map(\.key.title) == ["Advice"] && sweep.undelivered.map(\.value) == [3])
  }

  @Test func `what no run came to is named`() throws {
    let subject = SweepSubject(try Rehearsed.trial(Self.dead), settings: [:], language: "en", isRemote: false)
    let sweep = sweep(subject, [4], seeds: 5)
    #expect(sweep.unreached.map(\.title) == ["Never"])
  }

  @Test func `the worst is what overran most, and of equals the lower seed`() throws {
    let sweep = sweep(try subject(), [9], seeds: 10)
    let late = sweep.worst.map(\.late)
    #expect(late == late.sorted(by: >) && sweep.worst.count == 3)
  }

  @Test func `a sweep of nothing is empty`() throws {
    let sweep = Sweep([], of: try subject())
    #expect(sweep.runs == 0 && sweep.sizes.isEmpty && sweep.worst.isEmpty)
  }

  /// Whether the sheets are written hangs on one person, so that now and then there is none.
  private static let visiting = """
    <method xmlns="urn:dotank:method:1" id="visiting" version="1" xml:lang="en">
      <title>Visiting</title><purpose>To visit what is there.</purpose><fit people="4..12"/>
      <groupings><groups id="teams" size="4"/></groupings>
      <agenda>
        <step id="talk" time="5m"><title>Talk</title></step>
        <step id="more" time="5m"><title>More</title></step>
        <step id="write" time="5m"><title>Write</title><collect into="sheets" at-most="1"/></step>
        <rotate id="visits" move="teams" through="sheets" as="sheet" rounds="1">
          <step id="visit" time="5m"><title>Visit</title></step>
        </rotate>
        <step id="close" time="1m"><title>Close</title></step>
      </agenda>
    </method>
    """

  private static let naming = """
    <method xmlns="urn:dotank:method:1" id="naming" version="1" xml:lang="en">
      <title>Naming</title><purpose>To write rows about parts.</purpose><fit people="3..9"/>
      <agenda>
        <step id="say" time="1m"><title>Say</title><collect into="parts" at-most="1"/></step>
        <step id="write" time="5m"><title>Write</title>
          <fill into="changes" shape="table"><field id="what" type="text" required="yes"/>
            <field id="part" type="parts" required="yes"/></fill>
        </step>
      </agenda>
    </method>
    """

  private static let dead = """
    <method xmlns="urn:dotank:method:1" id="dead" version="1" xml:lang="en">
      <title>Dead</title><purpose>To have a step that nobody reaches.</purpose><fit people="3..9"/>
      <agenda>
        <step id="say" time="1m" with="alone"><title>Say</title><collect into="words" at-least="1"/></step>
        <branch id="many"><when><test measure="count" of="words" at-least="500"/>
          <step id="never" time="1m"><title>Never</title></step></when><otherwise/></branch>
      </agenda>
    </method>
    """
}

@Suite struct RunSheetTests {
  private func sheet(
    _ engine: SessionEngine, _ people: Int, start: Int = 9 * 3_600, end: Int? = nil, remote: Bool = false
  ) -> RunSheet {
    var occasion = Occasion(people: people, language: engine.method.language, start: start)
    occasion.end = end
    occasion.isRemote = remote
    return RunSheet(engine, for: occasion)
  }

  @Test(arguments: Rehearsed.shipped)
  func `the clock of the rows adds up to the plan, for every size`(id: String) throws {
    let engine = try Rehearsed.engine(id)
    for people in 5...15 {
      let sheet = sheet(engine, people)
      let leaves = sheet.rows.filter { [.step, .rest, .checkpoint].contains($0.kind) && $0.begins != nil }
      #expect(leaves.reduce(0) { $0 + $1.seconds } == sheet.seconds)
      #expect(sheet.seconds == engine.plannedSeconds(for: engine.previewedStart(people: people, language: "en")))
      var clock = 0
      for row in leaves {
        #expect(row.begins == clock, "\(row.path)")
        clock += row.seconds
      }
      #expect(Set(sheet.rows.map(\.path)).count == sheet.rows.count)
    }
  }

  @Test func `people, groups and materials are counted for the size`() throws {
    let sheet = sheet(try Rehearsed.engine("one-two-four-all"), 11)
    #expect(sheet.rows.map(\.groups) == [[], [3, 2, 2, 2, 2], [5, 4, 2], []])
    #expect(sheet.materials.map(\.count) == [11, 1, 1])
    #expect(sheet.settings.map(\.isNeeded) == [true])
  }

  @Test func `a re-plan ends in time and keeps every row above its shortest time`() throws {
    let engine = try Rehearsed.engine("adoption-readiness-hexagon")
    let full = sheet(engine, 9)
    let cut = sheet(engine, 9, end: full.start + full.planned * 4 / 5)
    #expect(cut.seconds <= full.planned * 4 / 5 && cut.fitting?.plan.overrun == 0)
    for (before, after) in zip(full.rows, cut.rows) where after.begins != nil && after.kind == .step {
      #expect(after.seconds <= before.seconds && after.seconds * 3 >= before.seconds * 2 - 3)
    }
  }

  @Test func `tracks begin at the same time, and the longest is waited for`() throws {
    let sheet = sheet(try Rehearsed.trial(Self.tracks), 8)
    let begins = Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.title, $0.begins) })
    #expect(begins["Short"] == 60 && begins["Long"] == 60 && begins["After"] == 60 + 600)
    #expect(sheet.seconds == 60 + 600 + 120)
  }

  @Test func `a step of the other mode is not on the sheet`() throws {
    let engine = try Rehearsed.trial(Self.tracks)
    #expect(!sheet(engine, 8).rows.contains { $0.title == "Call" })
    #expect(sheet(engine, 8, remote: true).rows.contains { $0.title == "Call" })
  }

  @Test func `every lap of a rotation is on the sheet, with who goes where and the changeover`() throws {
    let sheet = sheet(try Rehearsed.trial(Self.rotating), 9)
    let laps = sheet.rows.filter { $0.title.hasPrefix("Round ") }
    #expect(laps.map(\.title) == ["Round 1 of 3", "Round 2 of 3", "Round 3 of 3"])
    #expect(laps.map(\.begins) == [0, 360, 720])
    #expect(Set(laps.map(\.who)).count == 3 && laps.allSatisfy { $0.who.contains(" to ") })
    #expect(sheet.rows.count { $0.kind == .rest && $0.title == "Changeover" } == 2)
    #expect(sheet.seconds == 3 * 300 + 2 * 60)
  }

  private static let rotating = """
    <method xmlns="urn:dotank:method:1" id="rotating" version="1" xml:lang="en">
      <title>Rotating</title><purpose>To go round.</purpose><fit people="6..12"/>
      <groupings><groups id="trios" size="2..4" ideal="3"/></groupings>
      <lists><list id="stations"><value id="a"/><value id="b"/><value id="c"/></list></lists>
      <agenda>
        <rotate id="round" move="trios" through="stations" as="station" rounds="3" changeover="1m">
          <step id="talk" time="5m"><title>Talk</title></step>
        </rotate>
      </agenda>
    </method>
    """

  @Test func `many things are laid out once and counted`() throws {
    let sheet = sheet(try Rehearsed.trial(Self.many), 6)
    #expect(sheet.rows.count { $0.title == "Talk" } == 1)
    #expect(sheet.rows.contains { $0.title == "The same for 29 more" && $0.seconds == 29 * 60 })
    #expect(sheet.rows.last?.begins == 60 + 30 * 60)
  }

  private static let many = """
    <method xmlns="urn:dotank:method:1" id="many" version="1" xml:lang="en">
      <title>Many</title><purpose>To talk about many things.</purpose><fit people="3..9"/>
      <agenda>
        <step id="say" time="1m"><title>Say</title><collect into="words" expect="30"/></step>
        <for-each item-of="words" as="word">
          <step id="talk" time="1m"><title>Talk</title><tip>{word}</tip></step></for-each>
        <step id="close" time="1m"><title>Close</title></step>
      </agenda>
    </method>
    """

  private static let tracks = """
    <method xmlns="urn:dotank:method:1" id="tracks" version="1" xml:lang="en">
      <title>Tracks</title><purpose>To work beside each other.</purpose><fit people="4..12"/>
      <roles><role id="makers" people="1..3" filled="volunteer"/><role id="askers" filled="rest"/></roles>
      <agenda>
        <step id="open" time="1m"><title>Open</title></step>
        <parallel id="both">
          <phase id="a" with="makers"><title>A</title><step id="short" time="5m"><title>Short</title></step></phase>
          <phase id="b" with="askers"><title>B</title><step id="long" time="10m"><title>Long</title></step></phase>
        </parallel>
        <step id="after" time="2m"><title>After</title></step>
        <step id="call" time="1m" mode="remote"><title>Call</title></step>
      </agenda>
    </method>
    """
}
