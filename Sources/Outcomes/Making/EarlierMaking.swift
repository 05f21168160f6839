internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// What was read of earlier sessions, so that this record can be understood without theirs.
  func earlier() -> [EarlierRecord] {
    method.settings.compactMap { setting in
      guard let outcome = setting.outcome, let read = state.start?.earlier?[setting.id] else { return nil }
      return EarlierRecord(
        setting: setting.id, session: read.session, method: read.method, outcome: outcome,
        things: read.things.map { thing in
          EarlierRecord.Thing(
            id: thing.id, label: thing.label, fields: thing.fields, figures: thing.figures.mapValues { Figure($0) })
        })
    }
  }
}
