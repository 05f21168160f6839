import Archive
import MethodModel
import Outcomes
import Reports
import SessionStore

extension ComparisonSheet {
  /// A comparison as its page shows it.
  init(_ comparison: Comparison, _ versions: [VersionStep]) {
    let languages = Set(comparison.sessions.compactMap { $0.language })
    self.init(
      language: languages.count == 1 ? languages.first ?? "en" : "en",
      title: comparison.sessions.last { $0.title != nil }?.title ?? "",
      sessions: comparison.sessions.map { Session($0) })
    verdicts = comparison.verdicts.map { row in Row(row.title, row.cells.map { $0.map { Verdict($0) } }) }
    marks = comparison.figures.map { row in Row(row.label, group: row.title, row.cells.map { $0.map { Marks($0) } }) }
    times = comparison.steps.map { row in Row(row.title, row.cells.map { $0.map { Time($0) } }) }
    amounts = comparison.outcomes.map { row in
      Row(row.title, row.cells.map { $0.map { Amount($0.entries, keptBack: $0.keptBack, why: $0.why) } })
    }
    ways = comparison.deviations.filter(\.changesMethod).map {
      Way(session: $0.session, kind: $0.kind, subject: $0.subject, reason: $0.reason)
    }
    self.versions = versions.map { step in
      VersionChange(from: step.from, to: step.to, changes: step.changes.map(\.words))
    }
  }
}

extension ComparisonSheet.Session {
  fileprivate init(_ card: SessionCard) {
    self.init(folder: card.folder, day: card.date, method: card.method ?? "", version: card.version ?? "?")
    site = card.site
    people = card.people
    verdict = card.decision
    fidelity = card.fidelity?.percent
    changes = card.changes
    isRehearsal = card.rehearsal
    doubt = card.journal == .whole ? nil : card.journal == .absent ? .recordAlone : .brokenJournal
  }
}

extension ComparisonSheet.Verdict {
  fileprivate init(_ cell: Comparison.Verdict.Cell) {
    self.init(
      cell.results.map {
        Result(
          $0.result, winners: $0.winners, isOverruled: $0.isOverruled, reason: $0.reason, attempts: $0.attempts)
      })
  }
}

extension ComparisonSheet.Marks {
  fileprivate init(_ cell: Comparison.Figures.Cell) {
    self.init(
      n: cell.n, median: Figure(cell.median), least: Figure(cell.least), most: Figure(cell.most), sum: Figure(cell.sum),
      withheld: cell.withheld)
    zones = cell.zone
  }
}

extension ComparisonSheet.Time {
  fileprivate init(_ cell: Comparison.Step.Cell) {
    self.init(planned: cell.planned, used: cell.used, isSkipped: cell.isSkipped)
  }
}
