internal import Outcomes

/// Decisions that stand and were taken in one step: one, or one of each part that decided for itself.
struct DecidedTogether {
  let desk: Desk
  let decisions: [DecisionRecord]

  private var words: Words { desk.words }
  private var only: DecisionPart? {
    decisions.count == 1 ? decisions.first.map { DecisionPart(desk: desk, decision: $0) } : nil
  }

  /// In the order of the record; what one outcome holds of one step stands together.
  static func all(_ desk: Desk) -> [DecidedTogether] {
    var order: [String] = []
    var groups: [String: [DecisionRecord]] = [:]
    for decision in desk.record.outcomes.flatMap(\.decisions) where decision.counts {
      let key = decision.part == nil ? decision.id : "\(decision.outcome) \(decision.place.take)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(decision)
    }
    return order.map { DecidedTogether(desk: desk, decisions: groups[$0] ?? []) }
  }

  /// Of several the part they have in common: the step.
  var subject: String {
    guard let only else { return decisions.first?.place.title ?? "" }
    let things = words.things(only.decision.winners.isEmpty ? only.decision.about : only.decision.winners)
    return only.unreached.map { words.phrase("bar", things, $0) } ?? things
  }

  /// `adopted (Team 1)`; of several `4 adopted, 1 rejected`.
  var result: String {
    guard let only else {
      return words.tally(decisions.map { DecisionPart(desk: desk, decision: $0).tallied })
    }
    return words.term(only.result) + (only.decision.part.map { " (\(words.who($0)))" } ?? "")
  }

  /// `adopted: the plan`, `none chosen (tea; juice): none reached 66%`.
  var line: String {
    result + (only?.told(most: 120) ?? words.phrase("bar", "", shortened(subject, to: 120)))
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
    let decided = DecidedTogether.all(desk).map(\.line)
    let checked = CheckpointPart.all(desk).filter(\.isLast).compactMap { last -> String? in
      guard let verdict = last.part.checkpoint.verdict else { return nil }
      let overruled = last.part.departure.map { " (\($0))" } ?? ""
      return desk.words.phrase("bar", desk.words.term(verdict) + overruled, last.part.named)
    }
    let chosen = desk.record.answers.filter { $0.kind == "choice" }.map {
      desk.words.phrase("bar", $0.question, $0.answer)
    }
    return decided + checked + chosen
  }
}
