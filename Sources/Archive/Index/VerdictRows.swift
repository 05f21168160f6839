internal import GRDB
internal import MethodModel
internal import Outcomes

extension IndexRows {
  /// Decisions, checkpoints and choices between ways, each in its order.
  func writeVerdicts(_ excerpt: SessionExcerpt) throws {
    let subjects = excerpt.subjects
    let rows =
      excerpt.outcomes.flatMap(\.decisions).map { verdict($0, subjects) }
      + excerpt.checkpoints.compactMap { verdict($0, subjects) }
      + excerpt.answers.filter { $0.kind == "choice" }.map { verdict($0) }
    for (position, row) in rows.enumerated() { try insert(into: "verdicts", [session, position] + row) }
  }

  private typealias Values = [(any DatabaseValueConvertible)?]

  private func verdict(_ decision: DecisionRecord, _ subjects: SessionExcerpt.Subjects) -> Values {
    // Parts that decide for themselves decide about themselves.
    let subject = subjects[decision.place] + (decision.part.map { "/\($0.words)" } ?? "")
    return [
      "decision", decision.place.step, decision.place.title, decision.place.path, subject, decision.rule,
      decision.result, nil, false, decision.reason,
      decision.winners.map(\.words).joined(separator: "; "),
      decision.dissentWithheld == nil ? decision.dissent.count : nil, decision.present, decision.answered,
      decision.counts,
    ]
  }

  private func verdict(_ checkpoint: CheckpointRecord, _ subjects: SessionExcerpt.Subjects) -> Values? {
    guard let verdict = checkpoint.verdict else { return nil }
    return [
      "checkpoint", checkpoint.place.step, checkpoint.question, checkpoint.place.path, subjects[checkpoint.place], nil,
      verdict, checkpoint.advice, checkpoint.overruled, checkpoint.reason, nil, nil, nil, nil, checkpoint.counts,
    ]
  }

  private func verdict(_ answer: AnswerRecord) -> Values {
    let place = answer.path.split(separator: "/").last.map { String($0.prefix { !"#@%+".contains($0) }) }
    return [
      answer.kind, place ?? answer.path, answer.question, answer.path, answer.subject, nil, answer.answer, nil, false,
      answer.reason, nil, nil, nil, nil, true,
    ]
  }

  func writeOutcomes(_ excerpt: SessionExcerpt) throws {
    var figure = 0
    for (position, outcome) in excerpt.outcomes.enumerated() {
      let name = excerpt.name(of: outcome)
      // Of marks and verdicts there is more to say than a number.
      if ![.votes, .ratings, .placements, .selections, .decisions].contains(outcome.kind) {
        try insert(
          into: "outcomes",
          [
            session, position, outcome.id, name, outcome.kind.rawValue, outcome.promised,
            outcome.entries.count(where: \.counts), outcome.withheld.reduce(0) { $0 + $1.count },
            outcome.withheld.first?.why.rawValue,
          ])
      }
      let counting = outcome.ballots.filter(\.counts)
      guard let ballot = counting.last else { continue }
      for row in counting.lazy.flatMap(\.statistics).standing(with: outcome.figures) {
        try writeFigure(row, of: ballot, (outcome.id, name), at: figure)
        figure += 1
      }
    }
  }

  private func writeFigure(
    _ row: BallotRecord.Statistics, of ballot: SessionExcerpt.Ballot, _ outcome: (id: String, name: String),
    at position: Int
  ) throws {
    let numbers = [row.median, row.mean, row.min, row.max, row.spread, row.sum].map { $0?.number.units }
    try insert(
      into: "figures",
      [
        session, position, outcome.id, outcome.name, ballot.kind.rawValue, row.thing.id, row.thing.label, row.criterion,
        row.withheld?.rawValue, row.n,
      ] + numbers + [ballot.zone(of: row)])
  }

  // MARK: Texts

  /// Every text a reviewer may search for: words of the room, reasons, verdicts, remarks.
  func writeTexts(_ excerpt: SessionExcerpt) throws {
    var row = session * IndexSchema.textsPerSession
    let last = row + IndexSchema.textsPerSession - 1
    func add(_ kind: TextHit.Kind, _ place: String, _ texts: [String?]) throws {
      let words = texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
      guard !words.isEmpty, row < last else { return }
      row += 1
      try db.cachedStatement(sql: "INSERT INTO texts (rowid, text, kind, place) VALUES (?, ?, ?, ?)")
        .execute(arguments: [row, words, kind.rawValue, place])
    }
    try add(.session, "", [excerpt.method.title, excerpt.session.site, excerpt.session.end?.text])
    for setting in excerpt.settings { try add(.setting, setting.ask, setting.labels) }
    for outcome in excerpt.outcomes {
      // Commitments are found as actions.
      for entry in outcome.entries where entry.counts && entry.kind != "action" {
        try add(.item, outcome.title ?? entry.place.title, entry.words)
      }
      for decision in outcome.decisions {
        let raised = decision.dissent.map(\.reason) + (decision.objections + decision.concerns).map(\.text)
        try add(.decision, decision.place.title, decision.about.map(\.label) + [decision.reason] + raised)
      }
    }
    for checkpoint in excerpt.checkpoints {
      try add(.checkpoint, checkpoint.place.title, [checkpoint.question, checkpoint.reason] + checkpoint.conditions)
    }
    for action in excerpt.actions where action.stands {
      try add(.action, action.place.title, [action.text, action.owner, action.measure])
    }
    for deviation in excerpt.deviations { try add(.reason, deviation.subject, [deviation.reason]) }
    for note in excerpt.notes { try add(.note, note.place?.title ?? "", [note.text]) }
  }
}

extension SessionExcerpt.Entry {
  /// Its text first, then its other fields by name.
  fileprivate var words: [String?] {
    [fields["text"]] + fields.filter { $0.key != "text" }.sorted { $0.key < $1.key }.map(\.value)
  }
}
