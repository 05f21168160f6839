package import Outcomes

/// What the archive keeps of a session: a part of its record, read from `outcome.json` without the rest.
///
/// Only what the record says is known here, so what may not be seen in it cannot be found in the archive either.
package struct SessionExcerpt: Decodable, Sendable {
  package struct Method: Decodable, Sendable {
    package var id: String
    package var version: String
    package var variantOf: String?
    package var hash: String
    package var title: String
    package var pillars: [String]
  }

  package struct Person: Decodable, Sendable {
    package var presentAtStart: Bool
    package var movements: [PersonRecord.Movement]
  }

  package struct Outcome: Decodable, Sendable {
    package var id: String
    package var kind: OutcomeRecord.Kind
    package var title: String?
    package var promised: Bool
    package var entries: [Entry]
    package var withheld: [WithheldCount]
    package var ballots: [Ballot]
    package var figures: [BallotRecord.Statistics]
    package var decisions: [DecisionRecord]
  }

  package struct Entry: Decodable, Sendable {
    package var id: String
    package var kind: String
    package var fields: [String: String]
    package var place: PlaceRecord
    package var counts: Bool
  }

  package struct Ballot: Decodable, Sendable {
    package var kind: BallotRecord.Kind
    package var place: PlaceRecord
    package var round: Int
    package var counts: Bool
    package var statistics: [BallotRecord.Statistics]
  }

  package struct Timing: Decodable, Sendable {
    package var takes: [Take]
    package var planned: Int
    package var total: Int
    package var paused: Int

    /// From the start to the newest event without pauses: steps beside each other take their time once.
    package var running: Int { total - paused }
  }

  package struct Take: Decodable, Sendable {
    package var place: PlaceRecord
    package var kind: String
    package var status: String
    package var counts: Bool
    package var planned: Int
    package var used: Int
    package var skipReason: String?
    package var about: [ThingRecord]
  }

  package var format: String
  package var version: Int
  package var method: Method
  package var session: SessionHead
  package var settings: [SettingRecord]
  package var attendance: [Person]
  package var outcomes: [Outcome]
  package var checkpoints: [CheckpointRecord]
  package var answers: [AnswerRecord]
  package var actions: [ActionRecord]
  package var timing: Timing
  package var deviations: [DeviationRecord]
  package var notes: [NoteRecord]
}

extension SessionExcerpt {
  /// How many took part, latecomers too.
  package var people: Int { attendance.count { $0.presentAtStart || $0.movements.contains { $0.kind == .arrived } } }

  /// What the method put up and what was done of it: steps and checkpoints that count, runs of the same place once.
  package var fidelity: Fidelity {
    var done: [String: Bool] = [:]
    for take in timing.takes where take.counts && take.kind != "inserted" && take.kind != "rest" {
      guard take.status == "closed" || take.status == "skipped" else { continue }
      done[take.place.path] = done[take.place.path, default: false] || take.status == "closed"
    }
    return Fidelity(done: done.values.count { $0 }, putUp: done.count)
  }

  /// What the session came to, in a word: the name of its end, else its last verdict.
  package var verdict: String? {
    if let end = session.end, end.name != "completed", end.name != "ended-early" { return end.name }
    let decided = outcomes.flatMap(\.decisions).filter(\.counts).map { (at: $0.at.description, word: $0.result) }
    let gated = checkpoints.filter(\.counts).compactMap { gate in
      gate.verdict.map { (at: gate.at?.description ?? "", word: $0) }
    }
    return (decided + gated).max { $0.at < $1.at }?.word ?? session.end?.name
  }
}

extension SessionExcerpt {
  /// How often the session left the plan, as its report counts it.
  package var changes: Int { deviations.count }

  /// What each run of a step was about.
  struct Subjects {
    fileprivate let about: [Int: [ThingRecord]]

    subscript(place: PlaceRecord) -> String { place.subject(about: about[place.take] ?? []) }
  }

  var subjects: Subjects {
    Subjects(about: Dictionary(timing.takes.map { ($0.place.take, $0.about) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension SessionExcerpt {
  /// What people call an outcome: what the method promised, else the step in which it was made, else its id.
  func name(of outcome: Outcome) -> String {
    if let title = outcome.title, !title.isEmpty { return title }
    let hidden = Set(outcome.withheld.map(\.take))
    return OutcomeNames.name(
      of: outcome.id,
      madeIn: outcome.entries.map(\.place) + outcome.ballots.map(\.place)
        + timing.takes.map(\.place).filter { hidden.contains($0.take) })
  }
}

extension SessionExcerpt.Ballot {
  /// Of a placement without numbers: how many put a thing where, most first.
  func zone(of row: BallotRecord.Statistics) -> String? {
    guard kind == .placement, row.median == nil, !row.counts.isEmpty else { return nil }
    return row.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }
}

/// How much of a method was done: of the steps and checkpoints that came up, those that were not left out.
package struct Fidelity: Sendable, Hashable {
  package var done: Int
  package var putUp: Int

  package init(done: Int, putUp: Int) {
    self.done = done
    self.putUp = putUp
  }

  /// Rounded to whole percent; `nil` where nothing came up.
  package var percent: Int? { putUp == 0 ? nil : (200 * done + putUp) / (2 * putUp) }
}
