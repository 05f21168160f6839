internal import GRDB
internal import MethodModel
internal import Outcomes
internal import SessionStore

extension ArchiveIndex {
  /// The sessions that are meant, side by side.
  package func comparison(_ query: ArchiveQuery) throws(ArchiveError) -> Comparison {
    let (sessions, copies) = Self.withoutCopies(Array(try sessions(query).reversed()))
    return try reading { db in
      let selecting = try Selecting(query, in: db)
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
      try making.outcomes(
        rows("outcomes.id, outcomes.title, entries, keptBack, why", of: "outcomes", "ORDER BY session, position"))
      try making.figures(rows(ComparisonMaking.figureColumns, of: "figures", "ORDER BY session, position"))
      try making.deviations(rows("kind, subject, seconds, reason", of: "deviations", "ORDER BY session, position"))
      try making.verdicts(rows(ComparisonMaking.verdictColumns, of: "verdicts", "ORDER BY session, position"))
      return making.made
    }
  }

  /// Each session once: what was copied would count twice.
  private static func withoutCopies(_ sessions: [SessionCard]) -> (kept: [SessionCard], copies: [String]) {
    let whole = Set(sessions.filter { $0.journal != .absent }.compactMap(\.record))
    var seen: Set<String> = []
    let kept = sessions.filter { card in
      // A record that came without its journal is known by what it says, and gives way to the session itself.
      guard card.journal == .absent else { return card.identity.map { seen.insert($0).inserted } ?? true }
      return card.record.map { !whole.contains($0) && seen.insert($0).inserted } ?? true
    }
    let names = Set(kept.map(\.folder))
    return (kept, sessions.map(\.folder).filter { !names.contains($0) })
  }
}

/// Puts the rows of many sessions beside each other.
struct ComparisonMaking {
  private var comparison = Comparison()
  private let places: [String: Int]
  private var stepTitles: [SharedTitle] = []
  private var verdictTitles: [SharedTitle] = []

  init(_ sessions: [SessionCard], _ copies: [String]) {
    comparison.sessions = sessions
    comparison.copies = copies
    places = Dictionary(sessions.enumerated().map { ($1.folder, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole, when every table has been taken in.
  var made: Comparison {
    var made = comparison
    for (place, title) in stepTitles.enumerated() { made.steps[place].title = title.words }
    for (place, title) in verdictTitles.enumerated() { made.verdicts[place].title = title.words }
    // What checkpoints sent back stands with the rest of its session, in an order that is the same each time.
    made.deviations = made.deviations.enumerated()
      .sorted { ($0.element.session, $0.offset) < ($1.element.session, $1.offset) }.map(\.element)
    return made
  }

  private func session(_ row: Row) throws -> Int? { places[try row.decode(forColumn: "folder")] }
  private func blank<Cell>(_: Cell.Type) -> [Cell?] { Array(repeating: nil, count: comparison.sessions.count) }

  static let stepColumns = """
    place, min(takes.title) AS one, max(takes.title) AS other,
    total(CASE WHEN counts THEN takes.planned ELSE 0 END) AS plan,
    total(CASE WHEN counts THEN takes.used ELSE 0 END) AS spent, count(*) AS runs,
    max(counts AND takes.status = 'skipped') AS skipped, max(reason) AS reason
    """

  mutating func steps(_ rows: RowCursor) throws {
    var known: [String: Int] = [:]
    while let row = try rows.next() {
      guard let session = try session(row) else { continue }
      let id: String = try row.decode(forColumn: "place")
      let place = known[id] ?? comparison.steps.count
      if known.updateValue(place, forKey: id) == nil {
        comparison.steps.append(.init(id: id, title: "", cells: blank(Comparison.Step.Cell.self)))
        stepTitles.append(SharedTitle())
      }
      stepTitles[place].add(try row.decode(forColumn: "one"))
      stepTitles[place].add(try row.decode(forColumn: "other"))
      comparison.steps[place].cells[session] = .init(
        planned: Int(try row.decode(Double.self, forColumn: "plan")),
        used: Int(try row.decode(Double.self, forColumn: "spent")), runs: try row.decode(forColumn: "runs"),
        isSkipped: try row.decode(forColumn: "skipped"), reason: row["reason"])
    }
  }

  mutating func outcomes(_ rows: RowCursor) throws {
    var known: [String: Int] = [:]
    while let row = try rows.next() {
      guard let session = try session(row) else { continue }
      let id: String = try row.decode(forColumn: "id")
      let place = known[id] ?? comparison.outcomes.count
      if known.updateValue(place, forKey: id) == nil {
        comparison.outcomes.append(
          .init(id: id, title: row["title"] as String? ?? id, cells: blank(Comparison.Outcome.Cell.self)))
      }
      comparison.outcomes[place].cells[session] = .init(
        entries: try row.decode(forColumn: "entries"), keptBack: try row.decode(forColumn: "keptBack"),
        why: (row["why"] as String?).flatMap { Withheld(rawValue: $0) })
    }
  }

  static let figureColumns = """
    outcome, figures.title, label, criterion, withheld, n, median, mean, least, most, spread, total, zone
    """

  mutating func figures(_ rows: RowCursor) throws {
    var known: [[String]: Int] = [:]
    while let row = try rows.next() {
      guard let session = try session(row) else { continue }
      let outcome: String = try row.decode(forColumn: "outcome")
      let zone: String? = row["zone"]
      let criterion = zone == nil ? row["criterion"] as String? : nil
      let label = [row["label"] as String?, criterion].compactMap { $0 }.joined(separator: ", ")
      guard !label.isEmpty else { continue }
      let place = known[[outcome, label]] ?? comparison.figures.count
      if known.updateValue(place, forKey: [outcome, label]) == nil {
        comparison.figures.append(
          .init(
            outcome: outcome, title: try row.decode(forColumn: "title"), label: label,
            cells: blank(Comparison.Figures.Cell.self)))
      }
      comparison.figures[place].cells[session] = .init(
        withheld: (row["withheld"] as String?).flatMap { Withheld(rawValue: $0) }, n: row["n"],
        median: Self.number(row["median"]), mean: Self.number(row["mean"]), least: Self.number(row["least"]),
        most: Self.number(row["most"]), spread: Self.number(row["spread"]), sum: Self.number(row["total"]), zone: zone)
    }
  }

  private static func number(_ units: Int64?) -> Number? { units.map { Number(units: $0) } }

  static let verdictColumns =
    "verdicts.kind, place, verdicts.title, path, subject, result, winners, overruled, reason, counts"

  mutating func verdicts(_ rows: RowCursor) throws {
    var known: [String: Int] = [:]
    var subjects: [[String]: Int] = [:]
    var attempts: [[String]: Int] = [:]
    while let row = try rows.next() {
      guard let session = try session(row) else { continue }
      let id: String = try row.decode(forColumn: "place")
      let place = known[id] ?? comparison.verdicts.count
      if known.updateValue(place, forKey: id) == nil {
        comparison.verdicts.append(.init(id: id, title: "", cells: blank(Comparison.Verdict.Cell.self)))
        verdictTitles.append(SharedTitle())
      }
      var result = try Comparison.Verdict.Result(row)
      verdictTitles[place].add(result.title)
      var cell = comparison.verdicts[place].cells[session] ?? .init(results: [])
      let subject = [id, "\(session)", try row.decode(forColumn: "subject")]
      // Another round of a loop is no other attempt.
      let path: [String] = try subject + [row.decode(forColumn: "path")]
      result.attempts += attempts[path, default: 0]
      attempts[path] = result.attempts
      if let before = subjects[subject] {
        cell.results[before].take(result, counts: try row.decode(forColumn: "counts"))
      } else {
        subjects[subject] = cell.results.count
        cell.results.append(result)
      }
      comparison.verdicts[place].cells[session] = cell
      if result.result == "rework", try row.decode(String.self, forColumn: "kind") == "checkpoint" {
        comparison.deviations.append(
          .init(session: session, kind: "rework", subject: result.title, seconds: nil, reason: result.reason))
      }
    }
  }

  mutating func deviations(_ rows: RowCursor) throws {
    while let row = try rows.next() {
      guard let session = try session(row) else { continue }
      comparison.deviations.append(
        .init(
          session: session, kind: try row.decode(forColumn: "kind"), subject: try row.decode(forColumn: "subject"),
          seconds: row["seconds"], reason: row["reason"]))
    }
  }
}

extension Comparison.Verdict.Result {
  fileprivate init(_ row: Row) throws {
    let winners: String? = row["winners"]
    self.init(
      title: try row.decode(forColumn: "title"), result: try row.decode(forColumn: "result"),
      winners: winners.flatMap { $0.isEmpty ? nil : $0 }, isOverruled: try row.decode(forColumn: "overruled"),
      reason: row["reason"], attempts: 1)
  }

  /// A later attempt at the same subject; one that was replaced only says that it came up.
  fileprivate mutating func take(_ later: Self, counts: Bool) {
    if counts { self = later } else { attempts = max(attempts, later.attempts) }
  }
}
