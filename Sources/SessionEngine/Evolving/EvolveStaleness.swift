import MethodModel

extension SessionState {
  /// The entry was worked on by the present event.
  mutating func touch(_ id: EntryID) {
    guard let home = outcomeOfEntry[id] else { return }
    outcomes[home]?.touch(id, at: sequence)
  }

  /// The entry means something else by the present event.
  mutating func noteMeaning(of id: EntryID) {
    meanings[id, default: []].append(sequence)
    hasReplacements = true
  }

  /// What was undone has changed no meaning.
  mutating func takeBackMeanings(from first: Int) {
    for step in undoable where step.sequence >= first {
      let id: EntryID? =
        switch step.undo {
        case .wording(let id, _): id
        case .filling(let cell, _): cell.target.entry
        default: nil
        }
      if let id { meanings[id]?.removeAll { $0 >= first } }
    }
  }

  /// Answers that were taken back leave a trace; what came and went again, and moves, have one of their own.
  mutating func recordTakingBack(_ content: UndoMade, _ event: Event) {
    let undone = undoable.last { $0.sequence == content.until }?.undo
    if case .photo(let sequence)? = undone, let photo = notes.last(where: { $0.sequence == sequence }) {
      return record(.takenBack, event, take: photo.take, subject: FileReference(photo.text)?.name ?? photo.text)
    }
    let run: RunID? =
      switch undone {
      case .ballot(let run, _, _)?, .choice(let run, _, _)?, .tally(let run, _, _)?: run
      case .filling(let cell, _)?: cell.run
      case .keeping(let kept)?: kept.runs.last
      default: nil
      }
    guard let run, takes.indices.contains(run.take - 1) else { return }
    record(.takenBack, event, take: run.take, subject: takes[run.take - 1].title)
  }

  mutating func keep(_ content: StaleKept, _ event: Event) {
    var before = content
    before.before = content.runs.map { run($0)?.keptAt ?? 0 }
    for (place, id) in content.runs.enumerated() {
      let kept = content.before.map { $0.indices.contains(place) ? $0[place] : 0 } ?? event.sequence
      change(run: id) { $0.keptAt = kept }
    }
    guard content.before == nil else { return }
    rememberUndo(.keeping(before))
    record(.kept, event, take: content.runs.last?.take, subject: content.outcome)
  }
}
