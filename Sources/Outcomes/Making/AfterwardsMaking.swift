internal import SessionEngine

extension RecordMaker {
  /// What came of an action, oldest first.
  func history(_ action: String) -> [ActionChangeRecord] {
    (state.actionChanges[action] ?? []).map { change in
      ActionChangeRecord(at: Moment(change.wall), change: change.kind, due: change.due, note: change.note)
    }
  }

  func carried() -> [CarriedRecord] {
    (state.start?.carried ?? []).map { action in
      CarriedRecord(
        id: action.id, session: action.session, action: action.action, text: action.text, owner: action.owner,
        due: state.movedDue(ofAction: action.id) ?? action.due, measure: action.measure,
        status: state.status(ofAction: action.id), history: history(action.id))
    }
  }

  func redactions() -> [RedactionRecord] {
    state.redactions.map { redaction in
      RedactionRecord(
        at: Moment(redaction.wall), person: redaction.person.raw, by: redaction.by, reason: redaction.reason,
        names: redaction.removed.names, texts: redaction.removed.texts, mentions: redaction.removed.mentions,
        files: redaction.removed.files)
    }
  }
}
