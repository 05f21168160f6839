import MethodModel
import SessionEngine
import Testing

@testable import Outcomes
@testable import Reports

/// What was decided, where one step decides about several things.
@Suite struct VerdictTests {
  /// The gate's second verdict three times: about tea, cake and juice.
  private static func threeSubjects() throws -> Record {
    var record = try Recorded.gate.record()
    let gate = try #require(record.checkpoints.last)
    record.checkpoints = []
    for (number, name) in ["Tea", "Cake", "Juice"].enumerated() {
      let thing = ThingRecord(id: "value:\(name)", label: name)
      var take = try #require(record.timing.takes.last)
      take.about = [thing]
      take.place.take = record.timing.takes.count + 1
      take.place.path = "each@\(name)/gate"
      record.timing.takes.append(take)
      var checkpoint = gate
      (checkpoint.place, checkpoint.place.attempt) = (take.place, 1)
      checkpoint.place.step = "gate"
      (checkpoint.verdict, checkpoint.overruled) = number == 1 ? ("stop", true) : ("rework", false)
      checkpoint.counts = true
      record.checkpoints.append(checkpoint)
    }
    return record
  }

  private static func text(_ format: ReportFiles.Format, _ record: Record) -> String {
    String(decoding: ReportFiles.file(format, of: record), as: UTF8.self)
  }

  @Test func `a decision on each case was told without its case`() throws {
    var record = try Recorded.consent.record()
    let outcome = try #require(record.outcomes.firstIndex { !$0.decisions.isEmpty })
    let decision = record.outcomes[outcome].decisions[0]
    let take = try #require(record.timing.takes.firstIndex { $0.place.take == decision.place.take })
    record.timing.takes[take].about = [ThingRecord(id: "value:rooms/red", label: "Red room")]
    #expect(DecisionPart(desk: Desk(record), decision: decision).told(most: 100).hasSuffix("(Red room)"))
    let page = String(decoding: ReportFiles.file(.markdown, of: record), as: UTF8.self)
    #expect(page.contains("\(decision.place.title), Red room"))
  }

  @Test func `verdicts about three things were told as three attempts at one`() throws {
    let record = try Self.threeSubjects()
    let all = CheckpointPart.all(Desk(record))
    #expect(all.map(\.isLast) == [true, true, true])
    #expect(all.map(\.part.attempts) == [1, 1, 1])
    let report = Self.text(.markdown, record)
    for line in [
      "**rework: Do we adopt it? (Tea)**", "**stop (overruled): Do we adopt it? (Cake)**",
      "**rework: Do we adopt it? (Juice)**",
    ] {
      #expect(report.contains("- " + line), "\(line)")
    }
    #expect(report.split(separator: "| Criterion | Result |").count == 4, "a table of criteria for each")
    #expect(!report.contains("after 3 attempts") && !report.contains("Earlier rounds"))
  }

  @Test func `the brief left out an overruled stop`() throws {
    let brief = Self.text(.brief, try Self.threeSubjects())
    #expect(brief.contains("Do we adopt it? (Cake)") && brief.contains("overruled."))
    #expect(brief.contains("no data: The money is there."), "a sentence ends with a full stop")
  }

  @Test func `rounds of a loop were told as attempts`() throws {
    var record = try Self.threeSubjects()
    for (index, lap) in [1, 2].enumerated() {
      record.checkpoints[index].place.path = "rounds#\(lap)/each@Tea/gate"
      record.timing.takes[record.checkpoints[index].place.take - 1].about = [ThingRecord(id: "value:Tea", label: "Tea")]
    }
    let all = CheckpointPart.all(Desk(record))
    #expect(all.map(\.isLast) == [false, true, true] && all.map(\.part.attempts) == [1, 1, 1])
    #expect(Self.text(.markdown, record).contains("### Earlier rounds and attempts"))
    record.checkpoints[1].place.path = record.checkpoints[0].place.path
    #expect(CheckpointPart.all(Desk(record)).map(\.part.attempts) == [1, 2, 1])
  }

  @Test func `parts that decide for themselves are one line, with how many came to what`() throws {
    var record = try Recorded.consent.record()
    let place = try #require(record.outcomes.firstIndex { !$0.decisions.isEmpty })
    var decision = try #require(record.outcomes[place].decisions.last)
    decision.counts = true
    record.outcomes[place].decisions = ["adopted", "adopted", "rejected"].enumerated().map { number, result in
      var part = decision
      part.result = result
      part.part = Attribution(kind: .group, id: "teams/\(number)", name: "Team \(number)")
      return part
    }
    #expect(Self.text(.markdown, record).contains("**2 adopted, 1 rejected: "))
  }

  @Test func `a condition without words of its author read as ids`() {
    func reading(
      _ kind: String, _ label: String?, _ sentence: String, _ children: [ReadingRecord] = []
    ) -> ReadingRecord {
      ReadingRecord(
        kind: kind, result: "holds", label: label, sentence: sentence, value: nil, measure: nil, unit: nil,
        answered: nil, electorate: nil, why: nil, withheld: nil, children: children)
    }
    let words = Words(language: "en")
    let test = reading("test", nil, "those in “Actions” with an answer to “Who?” at least 1: 3")
    #expect(words.title(of: test) == "those in “Actions” with an answer to “Who?” at least 1")
    #expect(words.found(in: test) == "3", "the title says the rest")
    #expect(words.title(of: reading("any", nil, "any of these: a; b", [test])) == "At least one of these")
    let named = reading("test", "Somebody does it", "number at least 1: 3")
    #expect(words.title(of: named) == "Somebody does it" && words.found(in: named) == "number at least 1: 3")
  }

  // MARK: One page

  @Test func `a brief of very much ran over its page`() throws {
    var record = try Self.threeSubjects()
    let gate = record.checkpoints[0]
    for number in 1...40 {
      var more = gate
      more.place.path = "each@\(number)/gate"
      record.checkpoints.append(more)
    }
    let action = try #require(record.actions.first { $0.counts })
    record.actions += Array(repeating: action, count: 40)
    let sheet = BriefSheet(ReportPart(desk: Desk(record)))
    #expect(sheet.moreVerdicts > 0 && sheet.moreActions > 0 && sheet.actions.count > 3)
    #expect(sheet.verdicts.reduce(0) { $0 + $1.lines } <= BriefSheet.capacity - BriefSheet.leastForActions)
    let brief = Self.text(.brief, record)
    #expect(brief.contains("and \(sheet.moreVerdicts) more decided in the report"))
    #expect(brief.contains("and \(sheet.moreActions) more in the report"))
  }

  /// A decision about three drinks by a rule that counts, with what came of it.
  private static func drinks(
    _ rule: String, _ result: String, threshold: String?, holds: Bool = false, winners: Int = 0
  ) throws -> Record {
    var record = try Recorded.consent.record()
    let place = try #require(record.outcomes.firstIndex { !$0.decisions.isEmpty })
    var decision = try #require(record.outcomes[place].decisions.last)
    let drinks = ["tea", "juice", "milk"].map { (name: String) in ThingRecord(id: "value:\(name)", label: name) }
    (decision.rule, decision.result, decision.counts) = (rule, result, true)
    (decision.about, decision.rest, decision.winners) = (drinks, drinks, Array(drinks.prefix(winners)))
    (decision.dissent, decision.objections, decision.concerns) = ([], [], [])
    decision.threshold = threshold.flatMap { Number($0) }.map { Figure($0) }
    decision.scores = drinks.map { ScoreRecord(thing: $0, score: Figure(Number(2)), holds: holds, round: nil) }
    record.outcomes[place].decisions = [decision]
    return record
  }

  @Test(arguments: [
    ("majority", "rejected", "0.5", "none chosen (tea; juice; milk): none had more than 50%"),
    ("share", "rejected", "0.66", "none chosen (tea; juice; milk): none reached 66%"),
    ("score", "rejected", "4", "none chosen (tea; juice; milk): none reached 4"),
    ("plurality", "rejected", nil, "none chosen (tea; juice; milk)"),
    ("plurality", "won", nil, "none chosen (tea; juice; milk)"),
    ("majority", "no-quorum", "0.5", "no quorum, nothing decided (tea; juice; milk)"),
    ("consent", "rejected", nil, "rejected: tea; juice; milk"),
  ])
  func `options of which none was chosen were told as rejected`(
    rule: String, result: String, threshold: String?, line: String
  ) throws {
    let report = Self.text(.markdown, try Self.drinks(rule, result, threshold: threshold))
    #expect(report.contains("- **\(line)**\n"))
    let (word, rest) = (line.prefix { !"(:".contains($0) }, line.drop { !"(:".contains($0) })
    let told = word.hasSuffix(" ") ? "**\(word.dropLast())** \(rest)" : "**\(word)**\(rest)"
    #expect(report.contains("\n\(told)\n"))
  }

  @Test func `equals of which none was taken did not fail to reach a threshold`() throws {
    let report = Self.text(.markdown, try Self.drinks("share", "rejected", threshold: "0.5", holds: true))
    #expect(report.contains("**none chosen (tea; juice; milk)**") && !report.contains("none reached"))
  }

  @Test(arguments: [
    ("plurality", 1, false), ("score", 1, false), ("one", 1, false), ("majority", 1, true), ("share", 1, true),
    ("majority", 0, false), ("consent", 0, true),
  ])
  func `nobody was on record against it where nobody could be`(rule: String, winners: Int, isSaid: Bool) throws {
    let result = winners > 0 ? "won" : rule == "consent" ? "adopted" : "rejected"
    let report = Self.text(.markdown, try Self.drinks(rule, result, threshold: nil, winners: winners))
    #expect(report.contains("Nobody is on record against it") == isSaid)
  }

  @Test func `scores of a run-off stood beside those of the round before`() throws {
    var record = try Self.drinks("plurality", "won", threshold: nil, winners: 1)
    let place = try #require(record.outcomes.firstIndex { !$0.decisions.isEmpty })
    for (number, round) in [2, 2, 1].enumerated() {
      record.outcomes[place].decisions[0].scores[number].round = round
    }
    let report = Self.text(.markdown, record)
    #expect(report.contains("- tea (round 2): 2") && report.contains("- milk (round 1): 2"))
  }

  @Test func `a pass against a failing criterion was overruled, though nothing was advised`() throws {
    var record = try Recorded.gate.record()
    var checkpoint = try #require(record.checkpoints.last)
    (checkpoint.verdict, checkpoint.advice, checkpoint.overruled, checkpoint.counts) = ("pass", nil, true, true)
    let first = try #require(checkpoint.criteria.first)
    checkpoint.criteria = [first]
    checkpoint.criteria[0].result = "fails"
    record.checkpoints = [checkpoint]
    let told = "without advice, although this fails: \(first.title)"
    #expect(Self.text(.markdown, record).contains("**\(told)**"))
    #expect(Self.text(.brief, record).contains("without advice, although this fails: "))
    checkpoint.criteria[0].result = "no-data"
    record.checkpoints = [checkpoint]
    #expect(Self.text(.markdown, record).contains("without advice, since data are missing: \(first.title)"))
  }

  @Test func `true of none of two told as failing what nobody had rated`() throws {
    var record = try Recorded.gate.record()
    let first = try #require(record.checkpoints.last?.criteria.first)
    var every = first
    var child = first
    (child.result, child.children) = ("no-data", [])
    (every.kind, every.label, every.why) = ("every", nil, nil)
    (every.sentence, every.children) = ("true of 0 of 2 ideas, wanted of all", [child, child])
    record.checkpoints[record.checkpoints.count - 1].criteria = [every]
    #expect(Self.text(.markdown, record).contains("true of 0 of 2 ideas, wanted of all"))
    #expect(Self.text(.markdown, record).contains("| 2 of 2 without data |"))
  }
}
