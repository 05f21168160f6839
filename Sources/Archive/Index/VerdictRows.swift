internal import GRDB
internal import MethodModel
internal import Outcomes

extension IndexRows {
  /// Decisions, checkpoints and choices between ways, each in its order.
  func writeVerdicts(_ excerpt: SessionExcerpt) throws {
    var position = 0
    for decision in excerpt.outcomes.flatMap(\.decisions) {
      let winners = decision.winners.map(\.words).joined(separator: "; ")
      try insert(
        into: "verdicts",
        [
          session, position, "decision", decision.place.step, decision.place.title, decision.rule, decision.result, nil,
          false, decision.reason, winners, decision.dissentWithheld == nil ? decision.dissent.count : nil,
          decision.present, decision.answered, decision.counts,
        ])
      position += 1
    }
    for checkpoint in excerpt.checkpoints {
      guard let verdict = checkpoint.verdict else { continue }
      try insert(
        into: "verdicts",
        [
          session, position, "checkpoint", checkpoint.place.step, checkpoint.question, nil, verdict, checkpoint.advice,
          checkpoint.overruled, checkpoint.reason, nil, nil, nil, nil, checkpoint.counts,
        ])
      position += 1
    }
    for answer in excerpt.answers where answer.kind == "choice" {
      let place = answer.path.split(separator: "/").last.map { String($0.prefix { !"#@%+".contains($0) }) }
      try insert(
        into: "verdicts",
        [
          session, position, answer.kind, place ?? answer.path, answer.question, nil, answer.answer, nil, false,
          answer.reason, nil, nil, nil, nil, true,
        ])
      position += 1
    }
  }

  func writeOutcomes(_ outcomes: [SessionExcerpt.Outcome]) throws {
    var figure = 0
    for (position, outcome) in outcomes.enumerated() {
      // Of marks and verdicts there is more to say than a number.
      if ![.votes, .ratings, .placements, .selections, .decisions].contains(outcome.kind) {
        try insert(
          into: "outcomes",
          [
            session, position, outcome.id, outcome.title, outcome.kind.rawValue, outcome.promised,
            outcome.entries.count(where: \.counts),
          ])
      }
      for ballot in outcome.ballots where ballot.counts {
        for row in ballot.statistics where row.newest {
          try writeFigure(row, of: ballot.kind, outcome: outcome.id, at: figure)
          figure += 1
        }
      }
    }
  }

  private func writeFigure(
    _ row: BallotRecord.Statistics, of kind: BallotRecord.Kind, outcome: String, at position: Int
  ) throws {
    let numbers = [row.median, row.mean, row.min, row.max, row.spread, row.sum].map { $0?.number.units }
    try insert(
      into: "figures",
      [
        session, position, outcome, kind.rawValue, row.thing.id, row.thing.label, row.criterion, row.withheld?.rawValue,
        row.n,
      ] + numbers)
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
    for outcome in excerpt.outcomes {
      // Commitments are found as actions.
      for entry in outcome.entries where entry.counts && entry.kind != "action" {
        try add(.item, outcome.title ?? outcome.id, entry.words)
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
