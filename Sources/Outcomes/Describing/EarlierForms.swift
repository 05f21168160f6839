extension EarlierRecord: RecordPart {
  package static let name = "earlier"
  package static let about = "What was read of an earlier session, as its record told it at the start of this one."
  package static let members: [Member<EarlierRecord>] = [
    Member("setting", \.setting, "The setting that named the session."),
    Member("session", \.session, "The name of that session."),
    Member("method", \.method, "The id and version of its method."),
    Member("outcome", \.outcome, "The outcome of it that was read."),
    Member("things", \.things, "What counted in it."),
  ]
}

extension EarlierRecord.Thing: RecordPart {
  package static let name = "earlier-thing"
  package static let about = "Something of an earlier session, with the figures over the marks on it."
  package static let members: [Member<EarlierRecord.Thing>] = [
    Member("id", \.id, "The value's or entry's own word."),
    Member(prose: "label", \.label, "Its words."),
    Member("fields", \.fields, "Its fields."),
    Member("figures", \.figures, "By measure; what that record kept back is not here."),
  ]
}
