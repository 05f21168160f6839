internal import Outcomes

/// Something that was decided, as the one-page brief tells it.
struct BriefVerdictPart: Part {
  let words: Words
  let subject: String
  let result: String
  let isGood: Bool
  /// How a verdict departs from what the criteria said.
  var departure: String?
  /// By whom or by which rule, and why.
  var told = ""
  /// Who did not go along, and what was found.
  var notes: [String] = []

  static let shape = Shape<BriefVerdictPart>(
    "brief-verdict",
    [
      .text("subject", "What was decided on.") { shortened($0.subject, to: longestSubject) },
      .text("result", "What came of it; of parts that decided for themselves how many came to what.", \.result),
      .flag("isGood", "All of it was adopted, chosen or passed.", \.isGood),
      .text("departure", "That it was decided otherwise than the criteria advised, or without their advice.") {
        $0.departure
      },
      .text("told", "By whom or by which rule, and why, in sentences.", \.told),
      .texts("notes", "Who did not go along, and which criteria fail.", \.notes),
    ])

  private static let longestSubject = 150
  private static let longestNote = 170
  private static let mostNotes = 4

  /// About how many lines of the page it takes.
  var lines: Double {
    let subject = min(subject.count, Self.longestSubject) + result.count + 8
    return 0.5 + BriefSheet.lines(subject, across: 92) * 1.15
      + ([told] + notes).reduce(0) { $0 + BriefSheet.lines($1.count, across: 118) * 1.2 }
  }

  /// The same with less: without notes, and then without how it was decided.
  func reduced(by step: Int) -> BriefVerdictPart {
    var part = self
    if step > 0 { part.notes = Array(notes.prefix(notes.isEmpty ? 0 : 2 - min(step, 2))) }
    if step > 1, departure == nil { part.told = "" }
    return part
  }

  // MARK: Made from the record

  /// Decisions, then checkpoints, then choices, as they stand.
  static func all(_ desk: Desk) -> [BriefVerdictPart] {
    DecidedTogether.all(desk).map { BriefVerdictPart(desk, $0) }
      + CheckpointPart.all(desk).filter(\.isLast).map { BriefVerdictPart(desk, $0.part) }
      + desk.record.answers.filter { $0.kind == "choice" }.map { answer in
        BriefVerdictPart(
          words: desk.words, subject: answer.question, result: answer.answer, isGood: true,
          told: ([answer.role] + [answer.reason].compactMap(\.self)).map(sentence).joined(separator: " "))
      }
  }

  private init(_ desk: Desk, _ together: DecidedTogether) {
    let parts = together.decisions.map { DecisionPart(desk: desk, decision: $0) }
    self.init(
      words: desk.words, subject: together.subject, result: together.result, isGood: parts.allSatisfy(\.isAdopted))
    if parts.count == 1, let only = parts.first { told = only.inSentences }
    var notes = parts.flatMap { part in part.opposing.map { (part.decision.part, $0) } }.map { part, words in
      shortened((part.map { desk.words.who($0) + ", " } ?? "") + words, to: Self.longestNote)
    }
    let more = notes.count - Self.mostNotes
    if more > 0 { notes = notes.prefix(Self.mostNotes) + [desk.words.phrase("more-reasons", String(more))] }
    self.notes = notes
  }

  private init(_ desk: Desk, _ part: CheckpointPart) {
    let (words, checkpoint) = (desk.words, part.checkpoint)
    self.init(
      words: words, subject: part.named, result: words.term(checkpoint.verdict ?? words.label("notDecided")),
      isGood: checkpoint.verdict == "pass", departure: part.departure)
    var sentences = [words.phrase("bar", words.label("decidedBy"), part.decidedBy)]
    if part.attempts > 1 { sentences[0] += ", " + words.phrase("attempts", String(part.attempts)) }
    if checkpoint.overruled, let advice = checkpoint.advice {
      sentences.append(words.phrase("bar", words.label("advice"), words.term(advice)))
    }
    if let reason = checkpoint.reason { sentences.append(words.phrase("bar", words.label("reason"), reason)) }
    told = sentences.map(Self.sentence).joined(separator: " ")
    notes = checkpoint.criteria.filter { $0.result != "holds" }.map { reading in
      shortened(Self.sentence(words.phrase("bar", words.term(reading.result), reading.title)), to: Self.longestNote)
    }
  }

  private init(
    words: Words, subject: String, result: String, isGood: Bool, departure: String? = nil, told: String = ""
  ) {
    (self.words, self.subject, self.result, self.isGood) = (words, subject, result, isGood)
    (self.departure, self.told) = (departure, told)
  }

  /// With a full stop, unless it ends as a sentence does.
  private static func sentence(_ text: String) -> String {
    text.last.map { ".?!…".contains($0) } == true ? text : text + "."
  }
}

/// What stands on one page: all of what was decided in fewer words the more there is, and as many actions as fit.
struct BriefSheet {
  /// Lines of an A4 page that are left for verdicts and actions.
  static let capacity = 42.0
  /// The least that is kept for actions, where there are so many.
  static let leastForActions = 12.0

  let verdicts: [BriefVerdictPart]
  /// What came out, where nothing was decided.
  let outcomes: [BriefOutcomePart]
  let actions: [ActionPart]
  let moreVerdicts: Int
  let moreActions: Int

  init(_ report: ReportPart) {
    // What is still owed is what a reader has to know.
    let all = report.actions.filter(\.action.isOpen) + report.actions.filter { !$0.action.isOpen }
    let wanted = all.reduce(0) { $0 + Self.lines(of: $1) }
    let verdicts = Self.verdicts(report.desk, within: Self.capacity - min(wanted, Self.leastForActions))
    let room = Self.capacity - min(wanted, Self.leastForActions)
    outcomes = verdicts.shown.isEmpty ? BriefOutcomePart.all(report.desk, within: room) : []
    var left = Self.capacity - verdicts.lines - outcomes.reduce(0) { $0 + $1.height }
    let actions = all.prefix { action in
      left -= Self.lines(of: action)
      return left >= 0
    }
    (self.verdicts, moreVerdicts) = (verdicts.shown, verdicts.more)
    (self.actions, moreActions) = (Array(actions), all.count - actions.count)
  }

  /// The fullest telling for which there is room; where even the shortest has none, the first of them.
  private static func verdicts(
    _ desk: Desk, within room: Double
  ) -> (shown: [BriefVerdictPart], lines: Double, more: Int) {
    let all = BriefVerdictPart.all(desk)
    for step in 0...2 {
      let shown = all.map { $0.reduced(by: step) }
      let lines = shown.reduce(0) { $0 + $1.lines }
      if lines <= room { return (shown, lines, 0) }
    }
    var lines = 0.0
    let shown = all.map { $0.reduced(by: 2) }.prefix { part in
      guard lines + part.lines <= room - 1 else { return false }
      lines += part.lines
      return true
    }
    return (Array(shown), lines + 1, all.count - shown.count)
  }

  static func lines(_ letters: Int, across: Int) -> Double { Double((letters + across - 1) / across) }

  private static func lines(of action: ActionPart) -> Double {
    let (text, measure) = (min(action.action.text.count, 110), min(action.action.measure?.count ?? 0, 70))
    let owner = action.action.owner?.count ?? 0
    let cells = [(text, 48), (measure, 30), (owner, 16), (action.isOpenOnly ? 4 : 60, 20)]
    return 0.5 + (cells.map { lines($0, across: $1) }.max() ?? 1) * 0.95
  }
}

extension ReportPart {
  static let onOnePage: [Field<ReportPart>] = [
    .parts("briefVerdicts", "What was decided, told so that it fits on one page.") { BriefSheet($0).verdicts },
    .text("moreBriefVerdicts", "How many more were decided than those.") { part in
      let more = BriefSheet(part).moreVerdicts
      return more > 0 ? part.words.phrase("more-verdicts", String(more)) : nil
    },
    .parts("briefOutcomes", "What came out, where nothing was decided, told so that it fits on one page.") {
      BriefSheet($0).outcomes
    },
    .parts("firstActions", "As many actions as fit on one page, the open ones first.") { BriefSheet($0).actions },
    .text("moreActions", "How many more there are than those.") { part in
      let more = BriefSheet(part).moreActions
      return more > 0 ? part.words.phrase("more-actions", String(more)) : nil
    },
  ]
}
