internal import Outcomes

/// Decisions that stand and were taken in one step: one, or one of each part that decided for itself.
struct DecidedTogether {
  let words: Words
  let decisions: [DecisionRecord]

  /// In the order of the record; what one outcome holds of one step stands together.
  static func all(_ record: Record, _ words: Words) -> [DecidedTogether] {
    var order: [String] = []
    var groups: [String: [DecisionRecord]] = [:]
    for decision in record.outcomes.flatMap(\.decisions) where decision.counts {
      let key = decision.part == nil ? decision.id : "\(decision.outcome) \(decision.place.take)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(decision)
    }
    return order.map { DecidedTogether(words: words, decisions: groups[$0] ?? []) }
  }

  /// Of several the part they have in common: the step.
  var subject: String {
    guard decisions.count == 1, let only = decisions.first else { return decisions.first?.place.title ?? "" }
    return words.things(only.winners.isEmpty ? only.about : only.winners)
  }

  /// `adopted (Team 1)`; of several `4 adopted, 1 rejected`.
  var result: String {
    guard decisions.count == 1, let only = decisions.first else { return words.tally(decisions.map(\.result)) }
    return words.term(only.result) + (only.part.map { " (\(words.who($0)))" } ?? "")
  }
}

extension Words {
  /// How often each result came, the most frequent first: `4 adopted, 1 rejected`.
  func tally(_ results: [String]) -> String {
    let counts = Dictionary(grouping: results) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \(term($0.key))" }
      .joined(separator: ", ")
  }
}

extension ReportPart {
  /// So many lines say in short what was decided.
  static let mostLines = 10

  /// Decisions, then checkpoints, then choices, as they stand.
  var verdictLines: [String] {
    let decided = DecidedTogether.all(desk.record, desk.words).map { together in
      desk.words.phrase("bar", together.result, shortened(together.subject, to: 120))
    }
    let checked = CheckpointPart.all(desk).filter(\.isLast).compactMap { last -> String? in
      guard let verdict = last.part.checkpoint.verdict else { return nil }
      let overruled = last.part.checkpoint.overruled ? " (\(desk.words.label("overruled")))" : ""
      return desk.words.phrase("bar", desk.words.term(verdict) + overruled, last.part.named)
    }
    let chosen = desk.record.answers.filter { $0.kind == "choice" }.map {
      desk.words.phrase("bar", $0.question, $0.answer)
    }
    return decided + checked + chosen
  }
}
