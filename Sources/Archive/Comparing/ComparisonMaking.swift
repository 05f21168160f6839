internal import GRDB
internal import MethodModel
internal import Outcomes

extension ArchiveIndex {
  /// The sessions that are meant, side by side.
  package func comparison(_ query: ArchiveQuery) throws(ArchiveError) -> Comparison {
    let (sessions, copies) = Self.withoutCopies(Array(try sessions(query).reversed()))
    let selecting = Selecting(query)
    return try reading { db in
      var making = ComparisonMaking(sessions, copies)
      let arguments: StatementArguments = StatementArguments(selecting.arguments)
      func rows(_ columns: String, of table: String, _ rest: String) throws -> RowCursor {
        try Row.fetchCursor(
          db,
          sql: """
            SELECT sessions.folder, \(columns) FROM \(table) JOIN sessions ON sessions.id = \(table).session
            WHERE sessions.id IN (SELECT id FROM sessions WHERE \(selecting.sql)) \(rest)
            """, arguments: arguments)
      }
      try making.steps(
        rows(ComparisonMaking.stepColumns, of: "takes", "GROUP BY session, place ORDER BY session, min(position)"))
      try making.outcomes(rows("outcomes.id, outcomes.title, entries", of: "outcomes", "ORDER BY session, position"))
      try making.figures(rows(ComparisonMaking.figureColumns, of: "figures", "ORDER BY session, position"))
      try making.verdicts(rows(ComparisonMaking.verdictColumns, of: "verdicts", "ORDER BY session, position"))
      try making.deviations(rows("kind, subject, seconds, reason", of: "deviations", "ORDER BY session, position"))
      return making.comparison
    }
  }

  /// Each session once: what was copied would count twice.
  private static func withoutCopies(_ sessions: [SessionCard]) -> (kept: [SessionCard], copies: [String]) {
    var seen: Set<String> = []
    let kept = sessions.filter { card in card.identity.map { seen.insert($0).inserted } ?? true }
    let names = Set(kept.map(\.folder))
    return (kept, sessions.map(\.folder).filter { !names.contains($0) })
  }
}

/// Puts the rows of many sessions beside each other.
private struct ComparisonMaking {
  private(set) var comparison = Comparison()
  private let places: [String: Int]

  init(_ sessions: [SessionCard], _ copies: [String]) {
    comparison.sessions = sessions
    comparison.copies = copies
    places = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1.folder, $0) })
  }

  private var blank: Int { comparison.sessions.count }

  static let stepColumns = """
    place, takes.title, total(CASE WHEN counts THEN takes.planned ELSE 0 END) AS plan, total(takes.used) AS spent,
    count(*) AS runs, max(counts AND takes.status = 'skipped') AS skipped, max(reason) AS reason
    """

  mutating func steps(_ rows: RowCursor) throws {
    var known: [String: Int] = [:]
    while let row = try rows.next() {
      guard let session = places[row["folder"]] else { continue }
      let id: String = row["place"]
      let place = known[id] ?? comparison.steps.count
      if known.updateValue(place, forKey: id) == nil {
        comparison.steps.append(.init(id: id, title: row["title"], cells: Array(repeating: nil, count: blank)))
      }
      comparison.steps[place].cells[session] = .init(
        planned: Int(row["plan"] as Double), used: Int(row["spent"] as Double), runs: row["runs"],
        isSkipped: row["skipped"], reason: row["reason"])
    }
  }

  mutating func outcomes(_ rows: RowCursor) throws {
    var known: [String: Int] = [:]
    while let row = try rows.next() {
      guard let session = places[row["folder"]] else { continue }
      let id: String = row["id"]
      let place = known[id] ?? comparison.outcomes.count
      if known.updateValue(place, forKey: id) == nil {
        let title = row["title"] as String? ?? id
        comparison.outcomes.append(.init(id: id, title: title, cells: Array(repeating: nil, count: blank)))
      }
      comparison.outcomes[place].cells[session] = row["entries"]
    }
  }

  static let figureColumns = "outcome, label, criterion, withheld, n, median, mean, least, most, spread, total"

  mutating func figures(_ rows: RowCursor) throws {
    var known: [[String]: Int] = [:]
    while let row = try rows.next() {
      guard let session = places[row["folder"]] else { continue }
      let outcome: String = row["outcome"]
      let label = [row["label"] as String?, row["criterion"]].compactMap { $0 }.joined(separator: ", ")
      guard !label.isEmpty else { continue }
      let place = known[[outcome, label]] ?? comparison.figures.count
      if known.updateValue(place, forKey: [outcome, label]) == nil {
        comparison.figures.append(
          .init(outcome: outcome, label: label, cells: Array(repeating: nil, count: blank)))
      }
      comparison.figures[place].cells[session] = .init(
        withheld: (row["withheld"] as String?).flatMap { Withheld(rawValue: $0) }, n: row["n"],
        median: Self.number(row["median"]), mean: Self.number(row["mean"]), least: Self.number(row["least"]),
        most: Self.number(row["most"]), spread: Self.number(row["spread"]), sum: Self.number(row["total"]))
    }
  }

  private static func number(_ units: Int64?) -> Number? { units.map { Number(units: $0) } }

  static let verdictColumns = "verdicts.kind, place, verdicts.title, result, winners, overruled, reason, counts"

  mutating func verdicts(_ rows: RowCursor) throws {
    var known: [String: Int] = [:]
    while let row = try rows.next() {
      guard let session = places[row["folder"]] else { continue }
      let id: String = row["place"]
      let place = known[id] ?? comparison.verdicts.count
      if known.updateValue(place, forKey: id) == nil {
        comparison.verdicts.append(
          .init(id: id, title: row["title"], cells: Array(repeating: nil, count: blank)))
      }
      let before = comparison.verdicts[place].cells[session]
      // Later rows are newer; one that was replaced only says that it came up.
      let isShown = row["counts"] as Bool || before == nil
      let (result, winners): (String, String?) = (row["result"], row["winners"])
      comparison.verdicts[place].cells[session] = .init(
        result: isShown ? result : before?.result ?? "",
        winners: isShown ? winners.flatMap { $0.isEmpty ? nil : $0 } : before?.winners,
        isOverruled: row["overruled"] || before?.isOverruled == true,
        reason: row["reason"] as String? ?? before?.reason, times: (before?.times ?? 0) + 1)
    }
  }

  mutating func deviations(_ rows: RowCursor) throws {
    while let row = try rows.next() {
      guard let session = places[row["folder"]] else { continue }
      comparison.deviations.append(
        .init(
          session: session, kind: row["kind"], subject: row["subject"], seconds: row["seconds"], reason: row["reason"]))
    }
  }
}
