extension TrackRecord: RecordPart {
  package static let name = "track"
  package static let about = "A way of its own, gone beside others."
  package static let members: [Member<TrackRecord>] = [
    Member("id", \.id, "The path of its first frame."),
    Member("parent", \.parent, "The track that waited for it; null: the session's main one."),
    Member("done", \.done, "It came to its end."),
    Member("result", \.result, "The name of the end that it met."),
    Member(prose: "title", \.title, "The phase, part or thing it is for."),
    Member("takes", \.takes, "The takes in it, by number."),
  ]
}

extension MeetingRecord: RecordPart {
  package static let name = "meeting"
  package static let about = "A meeting or window: when it was open."
  package static let members: [Member<MeetingRecord>] = [
    Member("id", \.id, "The flow element's id."),
    Member("path", \.path, "Its path."),
    Member(word: "kind", \.kind, "People come together, or each works in their own time."),
    Member("opened", \.opened, "When it began."),
    Member("closed", \.closed, "When it was over; null while it goes on."),
    Member("closes", \.closes, "When a window was to close."),
    Member("agreedEnd", \.agreedEnd, "When a meeting was to end, from the start of the session.", unit: .seconds),
    Member(prose: "title", \.title, "As people say it."),
    Member("takes", \.takes, "The takes in it, by number."),
    Member("present", \.present, "Who was there at any moment of a meeting; of a window nobody."),
  ]
}

extension QueueRecord: RecordPart {
  package static let name = "queue"
  package static let about = "A for-each: what it came to, and what it did not."
  package static let members: [Member<QueueRecord>] = [
    Member("id", \.id, "The flow element's id."),
    Member("path", \.path, "Its path, without the thing."),
    Member("reached", \.reached, "What it came to, in that order."),
    Member("waiting", \.waiting, "What it did not come to."),
    Member("dropped", \.dropped, "What the host took out."),
  ]
}

extension TurnsRecord: RecordPart {
  package static let name = "turns"
  package static let about = "The newest round in which one after the other spoke."
  package static let members: [Member<TurnsRecord>] = [
    Member("round", \.round, "How many rounds there were.", unit: .rounds),
    Member("spoke", \.spoke, "In the order in which they spoke."),
    Member("passed", \.passed, "Who passed their turn, or had it and entered nothing where something is entered."),
    Member("waiting", \.waiting, "Who was left."),
  ]
}

extension UseRecord: RecordPart {
  package static let name = "use"
  package static let about = "One run of a used method: a record of its own inside its caller's."
  package static let members: [Member<UseRecord>] = [
    Member("place", \.place, "The id of the use."),
    Member("path", \.path, "Its path."),
    Member("method", \.method, "The used method's id."),
    Member("version", \.version, "Its version."),
    Member("hash", \.hash, "SHA-256 of its own bytes, as pinned in the session's folder."),
    Member("started", \.started, "When it was entered."),
    Member("ended", \.ended, "When it was left."),
    Member("planned", \.planned, "Planned for its steps that ran.", unit: .seconds),
    Member("used", \.used, "Running time of its steps.", unit: .seconds),
    Member(prose: "title", \.title, "Its title."),
    Member("end", \.end, "As what it ended; null while it runs and when it was left otherwise."),
    Member("settings", \.settings, "Its settings as they were given."),
    Member("delivers", \.delivers, "What it promises, under its own names."),
    Member("outcomes", \.outcomes, "Its outcomes, and those of this record that hold them."),
    Member("takes", \.takes, "The takes of its steps, by number."),
    Member("deviations", \.deviations, "How it left its path."),
  ]
}

extension UseRecord.Setting: RecordPart {
  package static let name = "given-setting"
  package static let about = "A setting of the used method as it was given."
  package static let members: [Member<UseRecord.Setting>] = [
    Member("id", \.id, "The setting's id in the used method."),
    Member("values", \.values, "Its values."),
  ]
}

extension UseRecord.Outcome: RecordPart {
  package static let name = "used-outcome"
  package static let about = "An outcome of the used method, and the one of this record that holds it."
  package static let members: [Member<UseRecord.Outcome>] = [
    Member("id", \.id, "Its name in the used method."),
    Member("outcome", \.outcome, "The outcome's id in this record."),
  ]
}
