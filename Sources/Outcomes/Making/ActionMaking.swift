internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// Commitments as they stand, then the conditions under which checkpoints were passed.
  func actions(in outcomes: [OutcomeRecord]) -> [ActionRecord] {
    let commitments = outcomes.flatMap { outcome in
      outcome.entries.filter { $0.kind == Entry.Kind.action.rawValue }
        .map { commitment($0, in: outcome.id, among: outcomes) }
    }
    let conditions = state.takes.flatMap { take -> [ActionRecord] in
      guard let decision = take.decision, let place = place(take.number) else { return [] }
      return decision.conditions.enumerated().map { condition($1, $0 + 1, take, place) }
    }
    return commitments + conditions
  }

  private func commitment(
    _ entry: EntryRecord, in outcome: String, among outcomes: [OutcomeRecord]
  ) -> ActionRecord {
    func filled(_ field: String) -> String? {
      entry.fields[field].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    let asked = SessionEngine.commitmentFields.map(\.id)
    return ActionRecord(
      id: entry.id, source: .commitment, outcome: outcome, text: entry.text,
      owner: filled("owner").map { state.roster[PersonID($0)]?.name ?? $0 },
      due: state.movedDue(ofAction: entry.id) ?? filled("due"),
      measure: filled("measure"), missing: asked.filter { filled($0) == nil },
      fields: entry.fields.filter { !asked.contains($0.key) && $0.key != "text" }, author: entry.author,
      place: entry.place, status: state.status(ofAction: entry.id),
      agreedDue: state.movedDue(ofAction: entry.id) == nil ? nil : filled("due"), history: history(entry.id),
      meets: entry.copiedFrom, follows: origin(of: entry, outcomes), withdrawn: entry.withdrawn,
      late: entry.late, counts: entry.counts)
  }

  private func condition(_ text: String, _ number: Int, _ take: Take, _ place: PlaceRecord) -> ActionRecord {
    let id = SessionState.conditionID(take: take.number, number: number)
    return ActionRecord(
      id: id, source: .condition, outcome: nil, text: text, owner: nil, due: state.movedDue(ofAction: id),
      measure: nil, missing: SessionEngine.commitmentFields.map(\.id), fields: [:], author: .notSaid, place: place,
      status: state.status(ofAction: id), agreedDue: nil, history: history(id), meets: nil,
      follows: origin(take, place), withdrawn: false, late: false, counts: take.isCurrent)
  }

  // MARK: Where actions come from

  /// The checkpoint on whose way an action was agreed, else the newest decision that counts and was made before; where
  /// parts decided for themselves, that of its own part.
  private func origin(of entry: EntryRecord, _ outcomes: [OutcomeRecord]) -> OriginRecord? {
    let place = entry.place
    let around = state.takes.last { take in
      take.number < place.take && take.decision != nil && take.isCurrent
        && ["/", "%"].contains { place.path.hasPrefix(lens.path(take.path) + $0) }
    }
    if let around, let checkpoint = self.place(around.number) { return origin(around, checkpoint) }
    let made = outcomes.flatMap(\.decisions).filter { $0.counts && $0.place.take < place.take }
    let newest = made.max { ($0.at.description, $0.place.take) < ($1.at.description, $1.place.take) }
    let beside = made.filter { $0.outcome == newest?.outcome && $0.place.take == newest?.place.take }
    return (beside.count > 1 ? beside.first { $0.isOf(entry) } : newest).flatMap(\.origin)
  }

  private func origin(_ take: Take, _ place: PlaceRecord) -> OriginRecord? {
    take.decision.map { decision in
      OriginRecord(
        kind: .checkpoint, id: "checkpoint-\(take.number)", result: decision.verdict.rawValue, title: place.title)
    }
  }
}

extension DecisionRecord {
  /// What it decided, for what comes of it; `nil` where it decided nothing: no option was taken, or none could be.
  fileprivate var origin: OriginRecord? {
    let decided = winners.isEmpty ? about : winners
    guard !winners.isEmpty || about.count < 2 && ["adopted", "rejected"].contains(result) else { return nil }
    return OriginRecord(
      kind: .decision, id: id, result: result,
      title: decided.isEmpty ? place.title : decided.map(\.words).joined(separator: "; "))
  }

  /// Whether the part that decided is the one in which an entry was made.
  fileprivate func isOf(_ entry: EntryRecord) -> Bool {
    guard let key = part?.id else { return false }
    return entry.owner.id == key || entry.group?.id == "group:\(key)"
  }
}
