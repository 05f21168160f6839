internal import Outcomes

/// One run of a step, with its times and what was written in it.
struct TakePart: Part {
  let desk: Desk
  let take: TimingRecord.Take
  /// When it was planned to begin and how the drawing of times is scaled.
  let span: TimeSpan

  private var words: Words { desk.words }

  static let shape = Shape<TakePart>(
    "take",
    [
      .number("number", "Its number among all runs; its anchor in report.html is `take-` and this.") {
        $0.take.place.take
      },
      .text("title", "The step’s title with subject, round and run.") { $0.desk.title(of: $0.take) },
      .text("kind", "break or checkpoint; nothing for other steps.") { part in
        ["rest", "checkpoint"].contains(part.take.kind) ? part.words.term(part.take.kind) : nil
      },
      .text("status", "closed, skipped, replaced …") { $0.words.term($0.take.status) },
      .flag("stands", "It counts.") { $0.take.counts },
      .flag("isSkipped", "It was skipped.") { $0.take.status == "skipped" },
      .text("skipReason", "Why it was skipped.") { $0.take.skipReason },
      .text("planned", "Planned, in minutes and seconds.") { $0.words.clock($0.take.planned) },
      .text("allotted", "Allotted, in minutes and seconds.") { $0.words.clock($0.take.allotted) },
      .text("used", "Used, in minutes and seconds.") { $0.words.clock($0.take.used) },
      .text("opened", "When it was opened, as 09:40.") { $0.words.time($0.take.opened) },
      .text("told", "Planned and used in one sentence, for the drawing’s title.") { part in
        part.words.phrase(
          "time-told", part.take.place.title, part.words.duration(part.take.planned),
          part.words.duration(part.take.used))
      },
      .text("plannedAt", "Where the planned bar begins, 0 to 400.") { $0.span.x($0.span.planned) },
      .text("plannedWidth", "How long the planned bar is.") { $0.span.width($0.take.planned) },
      .text("usedAt", "Where the bar of the time used begins, 0 to 400.") { $0.span.x($0.span.used) },
      .text("usedWidth", "How long the bar of the time used is.") { $0.span.width($0.take.used) },
      .parts("groups", "The groups as they were in this run.") { part in
        part.take.groups.map { GroupPart(words: part.words, group: $0) }
      },
      .text("spoke", "Who spoke in turn, in that order; a dash for nobody.") { part in
        part.take.turns.map { $0.spoke.isEmpty ? "–" : part.names($0.spoke) }
      },
      .text("passed", "Who passed their turn.") { part in part.take.turns.map { part.names($0.passed) } },
      .text("notHeard", "Who was left when it ended.") { part in part.take.turns.map { part.names($0.waiting) } },
      .parts("ballots", "Votes, ratings, placements and signals in it.") { part in
        part.desk.ballots(in: part.take.place.take).map { BallotPart($0, part.desk) }
      },
      .parts("entries", "What was written in it.") { part in
        part.desk.entries(in: part.take.place.take).map {
          EntryPart(desk: part.desk, entry: $0.entry, outcome: $0.outcome)
        }
      },
      .parts("selections", "What was taken in it.") { part in
        part.desk.selections(in: part.take.place.take).map { SelectionPart(words: part.words, selection: $0) }
      },
      .texts("withheld", "Of which entries only the number may be known, one sentence each.") { part in
        part.desk.withheld(in: part.take.place.take).map {
          part.words.counted("withheld", $0.count, part.words.withheld($0.why))
        }
      },
    ])

  private func names(_ turns: [Attribution]) -> String { turns.map { words.who($0) }.joined(separator: ", ") }

  /// Something was written or answered in it, or people spoke in turn.
  var isWritten: Bool {
    let number = take.place.take
    return take.turns != nil || !desk.entries(in: number).isEmpty || !desk.ballots(in: number).isEmpty
      || !desk.selections(in: number).isEmpty || !desk.withheld(in: number).isEmpty
  }

  static func all(_ desk: Desk) -> [TakePart] {
    let takes = desk.record.timing.takes
    let planned = takes.filter { $0.supersedes == nil }.reduce(0) { $0 + $1.planned }
    let used = takes.reduce(0) { $0 + $1.used }
    let scale = 400 / Double(max(planned, used, 1))
    var (nextPlanned, nextUsed) = (0, 0)
    return takes.map { take in
      defer {
        if take.supersedes == nil { nextPlanned += take.planned }
        nextUsed += take.used
      }
      return TakePart(desk: desk, take: take, span: TimeSpan(planned: nextPlanned, used: nextUsed, scale: scale))
    }
  }
}

extension TimingRecord {
  /// Runs on different ways were open at the same time.
  var ranSideBySide: Bool {
    var until: [String?: String] = [:]
    return takes.contains { take in
      defer { until[take.track] = max(until[take.track] ?? "", take.closed?.description ?? "~") }
      return until.contains { $0.key != take.track && $0.value > take.opened.description }
    }
  }
}

/// Where a run stands in the drawing of times: by running time, so that pauses do not show.
struct TimeSpan: Sendable {
  /// Seconds planned for all runs before it that replaced none, and seconds used by all before it.
  let planned: Int
  let used: Int
  /// Pixels of a second.
  let scale: Double

  func x(_ seconds: Int) -> String { pixels(Double(seconds) * scale) }
  func width(_ seconds: Int) -> String { pixels(max(0, Double(seconds) * scale)) }
}
