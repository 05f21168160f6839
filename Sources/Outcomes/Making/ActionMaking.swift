internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// Commitments as they stand, then the conditions under which checkpoints were passed.
  func actions(in outcomes: [OutcomeRecord]) -> [ActionRecord] {
    let commitments = outcomes.flatMap { outcome in
      outcome.entries.filter { $0.kind == Entry.Kind.action.rawValue }.map { commitment($0, in: outcome.id) }
    }
    let conditions = state.takes.flatMap { take -> [ActionRecord] in
      guard let decision = take.decision, let place = place(take.number) else { return [] }
      return decision.conditions.enumerated().map { condition($1, $0 + 1, take, place) }
    }
    return commitments + conditions
  }

  private func commitment(_ entry: EntryRecord, in outcome: String) -> ActionRecord {
    func filled(_ field: String) -> String? {
      entry.fields[field].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    let asked = SessionEngine.commitmentFields.map(\.id)
    return ActionRecord(
      id: entry.id, source: .commitment, outcome: outcome, text: entry.text,
      owner: filled("owner").map { state.roster[PersonID($0)]?.name ?? $0 }, due: filled("due"),
      measure: filled("measure"), missing: asked.filter { filled($0) == nil },
      fields: entry.fields.filter { !asked.contains($0.key) && $0.key != "text" }, author: entry.author,
      place: entry.place, meets: entry.copiedFrom, withdrawn: entry.withdrawn, late: entry.late, counts: entry.counts)
  }

  private func condition(_ text: String, _ number: Int, _ take: Take, _ place: PlaceRecord) -> ActionRecord {
    ActionRecord(
      id: "\(take.number)-condition-\(number)", source: .condition, outcome: nil, text: text, owner: nil, due: nil,
      measure: nil, missing: SessionEngine.commitmentFields.map(\.id), fields: [:], author: .notSaid, place: place,
      meets: nil, withdrawn: false, late: false, counts: take.isCurrent)
  }
}
