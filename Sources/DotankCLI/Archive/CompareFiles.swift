import Archive
import MethodModel
import Outcomes
import SessionStore

/// A comparison for programs and spreadsheets: one row an observation.
enum CompareFiles {
  static func csv(_ comparison: Comparison, _ versions: [VersionStep]) -> String {
    let observed = comparison.sessions.enumerated().flatMap { place, card in
      observations(comparison, at: place).map {
        Row(session: card.folder, date: card.date, version: card.version, observation: $0)
      }
    }
    let changed = versions.flatMap { step in
      step.changes.map { change in
        Row(
          version: step.to,
          observation: Observation(part: "version", id: step.from, measure: change.kind.rawValue, words: change.words))
      }
    }
    return rows.csv("comparison", observed + changed)
  }

  static func json(_ comparison: Comparison, _ versions: [VersionStep]) -> String {
    let sessions = comparison.sessions.enumerated().map { place, card in
      JSONText.object([
        ("session", .string(card.folder)), ("date", .string(card.date)), ("version", .string(card.version)),
        ("site", .string(card.site)), ("journal", .string(card.journal.rawValue)),
        ("observations", .array(observations(comparison, at: place).map(columns.json))),
      ])
    }
    let changes = versions.map { step in
      JSONText.object([
        ("from", .string(step.from)), ("to", .string(step.to)),
        (
          "changes",
          .array(step.changes.map { .object([("kind", .string($0.kind.rawValue)), ("words", .string($0.words))]) })
        ),
      ])
    }
    return JSONText.object([
      ("format", .string("dotank-comparison")), ("version", .number(1)), ("sessions", .array(sessions)),
      ("versions", .array(changes)),
    ]).rendered + "\n"
  }

  private static var columns: Columns<Observation> {
    Columns([
      .text("part", \.part), .text("id", \.id), .text("title", \.title), .text("measure", \.measure),
      .cell("value", \.value), .text("words", \.words),
    ])
  }

  /// In CSV every row says of which session it is.
  private static var rows: Columns<Row> {
    columns.behind(
      [.text("session", \.session), .text("date", \.date), .text("version", \.version)], of: \.observation)
  }

  private struct Row {
    var session: String?
    var date: String?
    var version: String?
    var observation: Observation
  }

  /// One value of one session.
  struct Observation {
    var part: String
    var id: String
    var title: String?
    var measure: String
    var value: Table.Cell = .empty
    var words: String?
  }

  private static func observations(_ comparison: Comparison, at place: Int) -> [Observation] {
    journal(comparison, place) + steps(comparison, place) + outcomes(comparison, place) + figures(comparison, place)
      + verdicts(comparison, place) + deviations(comparison, place)
  }

  /// Only of a session whose journal cannot vouch for what is compared.
  private static func journal(_ comparison: Comparison, _ place: Int) -> [Observation] {
    let journal = comparison.sessions[place].journal
    return journal == .whole ? [] : [.init(part: "session", id: "journal", measure: "journal", words: journal.rawValue)]
  }

  private static func steps(_ comparison: Comparison, _ place: Int) -> [Observation] {
    comparison.steps.flatMap { step -> [Observation] in
      guard let cell = step.cells[place] else { return [] }
      let numbers = [("planned_seconds", cell.planned), ("used_seconds", cell.used), ("runs", cell.runs)]
      return numbers.map { .init(part: "step", id: step.id, title: step.title, measure: $0, value: .integer($1)) }
        + [
          .init(
            part: "step", id: step.id, title: step.title, measure: "left_out", value: .flag(cell.isSkipped),
            words: cell.reason)
        ]
    }
  }

  private static func outcomes(_ comparison: Comparison, _ place: Int) -> [Observation] {
    comparison.outcomes.flatMap { outcome -> [Observation] in
      guard let cell = outcome.cells[place] else { return [] }
      func observed(_ measure: String, _ count: Int, _ words: String? = nil) -> Observation {
        .init(
          part: "outcome", id: outcome.id, title: outcome.title, measure: measure, value: .integer(count), words: words)
      }
      let keptBack = cell.why.map { [observed("withheld", cell.keptBack, $0.words)] } ?? []
      return [observed("entries", cell.entries)] + keptBack
    }
  }

  private static func figures(_ comparison: Comparison, _ place: Int) -> [Observation] {
    comparison.figures.flatMap { row -> [Observation] in
      guard let cell = row.cells[place] else { return [] }
      func observed(_ measure: String, _ value: Table.Cell, _ words: String? = nil) -> Observation {
        .init(part: "figure", id: row.outcome, title: row.label, measure: measure, value: value, words: words)
      }
      if let why = cell.withheld { return [observed("withheld", .flag(true), why.words)] }
      let figures = [
        ("median", cell.median), ("mean", cell.mean), ("lowest", cell.least), ("highest", cell.most),
        ("spread", cell.spread), ("sum", cell.sum),
      ]
      return [observed("n", .integer(cell.n))]
        + figures.compactMap { name, value in value.map { observed(name, .figure(Figure($0))) } }
        + (cell.zone.map { [observed("zones", .empty, $0)] } ?? [])
    }
  }

  private static func verdicts(_ comparison: Comparison, _ place: Int) -> [Observation] {
    comparison.verdicts.flatMap { verdict -> [Observation] in
      guard let cell = verdict.cells[place] else { return [] }
      return cell.results.flatMap { result in
        func observed(_ measure: String, _ value: Table.Cell, _ words: String?) -> Observation {
          .init(part: "verdict", id: verdict.id, title: result.title, measure: measure, value: value, words: words)
        }
        return [
          observed("result", .empty, result.result), observed("chosen", .empty, result.winners),
          observed("attempts", .integer(result.attempts), nil),
          observed("overruled", .flag(result.isOverruled), result.reason),
        ]
      }
    }
  }

  private static func deviations(_ comparison: Comparison, _ place: Int) -> [Observation] {
    comparison.deviations.filter { $0.session == place }.map { change in
      .init(
        part: "deviation", id: change.kind, title: change.subject, measure: "seconds", value: .integer(change.seconds),
        words: change.reason)
    }
  }
}
