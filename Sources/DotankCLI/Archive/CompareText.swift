import Archive
import Console
import Diagnostics
import MethodModel
import Outcomes
import Reports

/// A comparison as text: few sessions side by side, many as least, middle and most.
struct CompareText {
  let comparison: Comparison
  let versions: [VersionStep]
  let width: Int

  /// More than so many sessions do not stand side by side in a terminal.
  static let mostColumns = 6

  private var isWide: Bool { comparison.sessions.count <= Self.mostColumns }

  var text: String {
    let parts = [head, verdicts, time, ratings, outcomes, deviations, changes]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Sections

  private var head: String {
    let sessions = comparison.sessions
    let methods = Set(sessions.compactMap { $0.method }).sorted().joined(separator: ", ")
    var lines = [
      "\(methods): \(sessions.count == 1 ? "1 session" : "\(sessions.count) sessions"), \(sessions.first?.date ?? "") to \(sessions.last?.date ?? "")"
    ]
    if isWide {
      lines += sessions.enumerated().flatMap { place, card in
        let site = card.site.map { ", \($0)" } ?? ""
        let doubt = card.doubt.map { "; \($0)" } ?? ""
        return lined("\(SessionLetters.letter(place))  \(card.folder)\(site) (version \(card.version ?? "?")\(doubt))")
      }
    } else {
      let doubts = Dictionary(grouping: sessions.compactMap(\.doubt)) { $0 }.sorted { $0.key < $1.key }
      lines += doubts.flatMap { lined("\($1.count) of them: \($0)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var verdicts: String {
    section("What was decided", comparison.verdicts, summedAs: "how often", title: \.title) { verdict in
      verdict.cells.map { $0?.words }
    } summed: { verdict in
      verdict.cells.flatMap { $0?.results ?? [] }.counted
    }
  }

  private var time: String {
    section("Time used and planned, in minutes, of the runs that count", comparison.steps, title: \.title) { step in
      step.cells.map { cell in
        cell.map { cell in
          cell.isSkipped && cell.used == 0 ? "left out" : "\(Self.minutes(cell.used)) of \(Self.minutes(cell.planned))"
        }
      }
    } summed: { step in
      let ran = step.cells.compactMap { $0 }
      let skipped = ran.count(where: \.isSkipped)
      return Self.spread(ran.map { ($0.used + 30) / 60 }) + ", planned "
        + Self.spread(ran.map { ($0.planned + 30) / 60 })
        + (skipped == 0 ? "" : ", left out \(Self.times(skipped))")
    }
  }

  /// Of many sessions, those about what at least two of them rated.
  private var shared: [Comparison.Figures] {
    isWide ? comparison.figures : comparison.figures.filter { $0.cells.count { $0 != nil } > 1 }
  }

  private var ratings: String {
    let table = section("Ratings and votes", shared, title: { "\($0.label) (\($0.title))" }) { row in
      row.cells.map { $0?.words }
    } summed: { row in
      let shown = row.cells.compactMap { $0 }.filter { $0.withheld == nil }
      return Self.spread(shown.compactMap { $0.median ?? $0.sum }) + ", in \(shown.count) sessions"
    }
    guard !table.isEmpty, isWide else { return table }
    let key = "Of ratings the median (lowest–highest), of votes the sum; n: how many answered."
    return table + lined(key).map { $0 + "\n" }.joined()
  }

  private var outcomes: String {
    section("How much came out", comparison.outcomes, title: \.title) { outcome in
      outcome.cells.map { $0?.words }
    } summed: { outcome in
      Self.spread(outcome.cells.compactMap { $0.map { $0.entries + $0.keptBack } })
    }
  }

  private var deviations: String {
    let changes = comparison.deviations.filter(\.changesMethod)
    guard !changes.isEmpty else { return "" }
    let lines = isWide ? changes.flatMap(told) : counted(changes)
    return "Where rooms left the method's way\n" + lines.map { $0 + "\n" }.joined()
  }

  private func told(_ change: Comparison.Deviation) -> [String] {
    let reason = change.reason.map { " (\($0))" } ?? ""
    return lined("\(SessionLetters.letter(change.session))  \(change.kind): \(change.subject)\(reason)")
  }

  /// How often each way was taken at each step, the most frequent first, with the reasons given.
  private func counted(_ changes: [Comparison.Deviation]) -> [String] {
    struct Way: Hashable {
      var kind: String
      var subject: String
    }
    // A re-plan's own words differ each time.
    let ways = Dictionary(grouping: changes) { Way(kind: $0.kind, subject: $0.kind == "replanned" ? "" : $0.subject) }
    let sorted = ways.sorted {
      ($1.value.count, $0.key.kind, $0.key.subject) < ($0.value.count, $1.key.kind, $1.key.subject)
    }
    return sorted.flatMap { way, changes in
      let reasons = Set(changes.compactMap(\.reason)).sorted().prefix(3).joined(separator: "; ")
      let subject = way.subject.isEmpty ? "" : " “\(way.subject)”"
      return lined("\(way.kind)\(subject) \(Self.times(changes.count))" + (reasons.isEmpty ? "" : ": \(reasons)"))
    }
  }

  private var changes: String {
    versions.map { step in
      "What changed from version \(step.from) to \(step.to)\n"
        + step.changes.flatMap { lined("  " + $0.words) }.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  // MARK: Rows

  private func section<Row>(
    _ heading: String, _ rows: [Row], summedAs: String = "least – middle – most", title: (Row) -> String,
    cells: (Row) -> [String?], summed: (Row) -> String
  ) -> String {
    guard !rows.isEmpty else { return "" }
    var columns = [TextTable.Column(title: "", least: 18)]
    columns +=
      isWide
      ? comparison.sessions.indices.map { .init(title: SessionLetters.letter($0), least: 8) }
      : [.init(title: summedAs, least: 30)]
    var table = TextTable(columns)
    for row in rows { table.add([title(row)] + (isWide ? cells(row).map { $0 ?? "–" } : [summed(row)])) }
    return heading + "\n" + table.text(width: width)
  }

  private func lined(_ text: String) -> [String] {
    wrapped(harmless(text), width: width, first: "", rest: "     ")
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  /// Rounded to whole minutes.
  private static func minutes(_ seconds: Int) -> String { "\((seconds + 30) / 60)" }

  private static func spread(_ counts: [Int]) -> String { Spread(counts)?.words { "\($0)" } ?? "–" }
  private static func spread(_ figures: [Number]) -> String { Spread(figures)?.words { "\($0)" } ?? "–" }
}

extension Comparison.Verdict.Cell {
  /// `pass (overruled), after 2 attempts`; of several subjects `2 adopted, 1 rejected (1 overruled)`.
  fileprivate var words: String {
    let most = results.map(\.attempts).max() ?? 1
    guard results.count == 1, let only = results.first else {
      return results.counted + (most > 1 ? ", after up to \(most) attempts" : "")
    }
    return only.result + (only.isOverruled ? " (overruled)" : "") + (most > 1 ? ", after \(most) attempts" : "")
  }
}

extension [Comparison.Verdict.Result] {
  /// How often each result came, the most frequent first.
  fileprivate var counted: String {
    let sorted = Dictionary(grouping: self, by: \.result).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    return sorted.map { result, all in
      let overruled = all.count(where: \.isOverruled)
      return "\(all.count) \(result)" + (overruled > 0 ? " (\(overruled) overruled)" : "")
    }.joined(separator: ", ")
  }
}

extension Comparison.Figures.Cell {
  /// `2 (1–4), n 5`; of what was put into zones `red 3, green 1, n 4`.
  fileprivate var words: String {
    if let withheld { return withheld.words }
    let figure = zone ?? median.map { "\($0)" } ?? sum.map { "\($0)" } ?? "–"
    let range = median == nil ? nil : least.flatMap { least in most.map { " (\(least)–\($0))" } }
    return figure + (range ?? "") + (n.map { ", n \($0)" } ?? "")
  }
}

extension Comparison.Outcome.Cell {
  /// `12`, or `7 (private)` where only the number may be known of some.
  fileprivate var words: String { "\(entries + keptBack)" + (why.map { " (\($0.words))" } ?? "") }
}

/// Two versions of a method that follow each other among the sessions compared.
struct VersionStep {
  var from: String
  var to: String
  var changes: [MethodChange]
}
