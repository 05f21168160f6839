extension Attribution: RecordPart {
  package static let name = "attribution"
  package static let about = "Whose something is, as far as it may be seen."
  package static let members: [Member<Attribution>] = [
    Member(word: "kind", \.kind, "What kind of owner; withheld: there is one who is not named."),
    Member("id", \.id, "The person's or group's id, or the sheet's number."),
    Member("name", \.name, "The person's or group's name."),
  ]
}

extension NamedPerson: RecordPart {
  package static let name = "person-ref"
  package static let about = "A person who may be named."
  package static let members: [Member<NamedPerson>] = [
    Member("id", \.id, "The person's id in attendance."),
    Member("name", \.name, "The person's name."),
  ]
}

extension ThingRecord: RecordPart {
  package static let name = "thing"
  package static let about = "Something that steps are about: an entry, a value of a list, a group or a person."
  package static let members: [Member<ThingRecord>] = [
    Member(
      "id", \.id, "entry:ideas-3, value:indicators/need, group:pairs/2 or person:p4; null where it may not be seen."),
    Member(prose: "label", \.label, "Its words; null where they may not be seen."),
  ]
}

extension PlaceRecord: RecordPart {
  package static let name = "place"
  package static let about = "Where something was done."
  package static let members: [Member<PlaceRecord>] = [
    Member("step", \.step, "The step's id in the method."),
    Member("path", \.path, "With laps (#), things (@) and ways (%): rounds#2/each-objection@o7/hear."),
    Member("take", \.take, "The number of the take in timing."),
    Member("attempt", \.attempt, "Which run of this step it was, from 1.", unit: .rounds),
    Member(prose: "title", \.title, "The step's title as it read then."),
  ]
}

extension WithheldCount: RecordPart {
  package static let name = "withheld-count"
  package static let about = "Several entries of one take that were kept back."
  package static let members: [Member<WithheldCount>] = [
    Member("count", \.count, "How many.", unit: .entries),
    Member("take", \.take, "The take in which they were written."),
    Member(word: "why", \.why, "Why they are not in the record."),
  ]
}
