internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// The files of entries, fields and photos that may be seen.
  func files() -> [FileRecord] {
    var seen: Set<FileRecord> = []
    return engine.keptFiles(state).compactMap { kept -> FileRecord? in
      if let id = kept.entry {
        guard let entry = lens.entries[id], let shown = entry.id,
          entry.wordings.contains(where: { $0.field == kept.field && $0.text == kept.file.path })
        else { return nil }
        return record(kept, entry: shown, withdrawn: withdrawal(id))
      }
      let isHidden = kept.field == nil ? lens.hidesPhotos(of: kept.take) : isHiddenCell(kept)
      return isHidden ? nil : record(kept, entry: nil)
    }.filter { seen.insert($0).inserted }
  }

  private func record(
    _ kept: KeptFile, entry: String?, withdrawn: FileRecord.Withdrawal? = nil
  ) -> FileRecord {
    FileRecord(
      path: kept.file.path, name: kept.file.name, sha256: kept.file.digest, place: kept.take.flatMap { place($0) },
      entry: entry, field: kept.field, withdrawn: withdrawn)
  }

  /// What was merged or split was not taken back as long as something stands that came of it.
  private func withdrawal(_ id: EntryID) -> FileRecord.Withdrawal? {
    guard let entry = state.entry(.entry(id)), entry.isRetired,
      entry.successors.allSatisfy({ withdrawal($0) != nil })
    else { return nil }
    return FileRecord.Withdrawal(
      reason: state.changes.last { $0.kind == .withdrawn && $0.subject == id.raw }?.reason)
  }

  /// A field of something that is no entry is seen where the step that fills it lets it be seen.
  private func isHiddenCell(_ kept: KeptFile) -> Bool {
    guard let field = kept.field else { return false }
    return state.takes.flatMap(\.runs).contains { run in
      guard let activity = engine.activity(of: run.id, state), activity.fields.contains(where: { $0.id == field })
      else {
        return false
      }
      return engine.sightOfMarks(in: run, state, for: .record) == .counted
    }
  }
}

extension RecordLens {
  /// What stands where a photo may not be seen.
  static let hiddenPhoto = "a photo (private)"

  /// A photo of paper shows what was written in its step, so it is kept back where any of that is.
  func hidesPhotos(of take: Int?) -> Bool {
    guard let take, state.takes.indices.contains(take - 1) else { return false }
    let runs = state.takes[take - 1].runs
    if runs.contains(where: { engine.sightOfMarks(in: $0, state, for: .record) == .counted }) { return true }
    return state.outcomes.values.contains { outcome in
      outcome.entries.contains { $0.run.take == take && entries[$0.id]?.sight == .counted }
    }
  }
}
