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
        return lined("\(SessionLetters.letter(place))  \(card.folder)\(site) (version \(card.version ?? "?"))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var verdicts: String {
    section("What was decided", comparison.verdicts, summedAs: "how often", title: \.title) { verdict in
      verdict.cells.map { cell in
        cell.map { $0.result + ($0.isOverruled ? " (overruled)" : "") + ($0.times > 1 ? " (\($0.times) times)" : "") }
      }
    } summed: { verdict in
      let counts = Dictionary(grouping: verdict.cells.compactMap { $0?.result }) { $0 }.mapValues(\.count)
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
    }
  }

  private var time: String {
    section("Time used and planned, in minutes", comparison.steps, title: \.title) { step in
      step.cells.map { cell in
        cell.map { cell in
          cell.isSkipped && cell.used == 0 ? "left out" : "\(Self.minutes(cell.used)) of \(Self.minutes(cell.planned))"
        }
      }
    } summed: { step in
      let ran = step.cells.compactMap { $0 }
      let skipped = ran.count(where: \.isSkipped)
      return Self.spread(ran.map(\.used)) { Self.minutes($0) } + ", planned "
        + Self.spread(ran.map(\.planned)) { Self.minutes($0) }
        + (skipped == 0 ? "" : ", left out \(Self.times(skipped))")
    }
  }

  /// Of many sessions, those about what at least two of them rated.
  private var shared: [Comparison.Figures] {
    isWide ? comparison.figures : comparison.figures.filter { $0.cells.count { $0 != nil } > 1 }
  }

  private var ratings: String {
    section("Ratings and votes", shared, title: { "\($0.label) (\($0.outcome))" }) { row in
      row.cells.map { cell in
        cell.map { cell in
          if let why = cell.withheld { return why.words }
          let figure = cell.median.map { "\($0)" } ?? cell.sum.map { "\($0)" } ?? "–"
          return figure + (cell.spread.map { " ±\($0)" } ?? "") + (cell.n.map { ", n \($0)" } ?? "")
        }
      }
    } summed: { row in
      let shown = row.cells.compactMap { $0 }.filter { $0.withheld == nil }
      return Self.spread(shown.compactMap { $0.median ?? $0.sum }) { "\($0)" } + ", in \(shown.count) sessions"
    }
  }

  private var outcomes: String {
    section("How much came out", comparison.outcomes, title: \.title) { outcome in
      outcome.cells.map { cell in cell.map { "\($0)" } }
    } summed: { outcome in
      Self.spread(outcome.cells.compactMap { $0 }) { "\($0)" }
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
  static func minutes(_ seconds: Int) -> String { "\((seconds + 30) / 60)" }

  private static func spread<Value: Comparable>(_ values: [Value], _ words: (Value) -> String) -> String {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return "–" }
    return least == most ? words(least) : "\(words(least)) – \(words(sorted[sorted.count / 2])) – \(words(most))"
  }
}

/// Two versions of a method that follow each other among the sessions compared.
struct VersionStep {
  var from: String
  var to: String
  var changes: [MethodChange]
}
