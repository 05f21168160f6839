internal import SessionEngine

extension ActionChangeRecord: RecordPart {
  package static let name = "action-change"
  package static let about = "Something that was said of an action after it was agreed."
  package static let members: [Member<ActionChangeRecord>] = [
    Member("at", \.at, "When it was said."),
    Member(word: "change", \.change, "What came of it."),
    Member("due", \.due, "The day on which it is due now, where that was moved."),
    Member(prose: "note", \.note, "Why, or how one sees it."),
  ]
}

extension CarriedRecord: RecordPart {
  package static let name = "carried-action"
  package static let about = "An action of an earlier session that this one looked at again."
  package static let members: [Member<CarriedRecord>] = [
    Member("id", \.id, "The short id under which it was looked at."),
    Member("session", \.session, "The name of the session that it comes from."),
    Member("action", \.action, "Its id in that session's record."),
    Member(word: "status", \.status, "By what was said of it here."),
    Member("due", \.due, "By when, as moved last."),
    Member(prose: "text", \.text, "What is to be done."),
    Member(prose: "owner", \.owner, "Who is to do it."),
    Member(prose: "measure", \.measure, "By what one will see that it is done."),
    Member("history", \.history, "What was said of it here, oldest first."),
  ]
}

extension FileRecord: RecordPart {
  package static let name = "file"
  package static let about = "A photo or document that people handed in."
  package static let members: [Member<FileRecord>] = [
    Member("path", \.path, "Where it lies in the session's folder."),
    Member("name", \.name, "Its name without what tells its bytes."),
    Member("sha256", \.sha256, "What its bytes are."),
    Member("entry", \.entry, "The entry whose field names it; null: a photo of paper, or of what is no entry."),
    Member("field", \.field, "The field."),
    Member("place", \.place, "Where it was handed in."),
    Member("withdrawn", \.withdrawn, "That its entry was taken back; it is to be neither shown nor handed on then."),
  ]
}

extension FileRecord.Withdrawal: RecordPart {
  package static let name = "file-withdrawal"
  package static let about = "That the entry which names a file was taken back."
  package static let members: [Member<FileRecord.Withdrawal>] = [
    Member(prose: "reason", \.reason, "Why.")
  ]
}

extension RedactionRecord: RecordPart {
  package static let name = "redaction"
  package static let about = "That a person's name and words were erased: how much, never what."
  package static let members: [Member<RedactionRecord>] = [
    Member("at", \.at, "When it was done."),
    Member("person", \.person, "The person's id; the name is gone."),
    Member("names", \.names, "Places where the name stood as the person's own."),
    Member("texts", \.texts, "Texts of the person's own."),
    Member("mentions", \.mentions, "Places in texts of others."),
    Member(prose: "by", \.by, "Who had it done."),
    Member(prose: "reason", \.reason, "Why."),
    Member("files", \.files, "Files that were changed or removed, beside those made of the journal."),
  ]
}
