internal import MethodModel

extension Record: RecordPart {
  package static let name = "record"
  package static let about = "Everything a session came to, without what may not be seen."
  package static let members: [Member<Record>] = [
    Member("format", \.format, "How to read this: always dotank-outcome.", words: [formatName]),
    Member("version", \.version, "The version of the format; a version only gains members."),
    Member("method", \.method, "Which method was run, exactly."),
    Member("session", \.session, "When, where and how it went."),
    Member("settings", \.settings, "The settings as they stood at the start."),
    Member("earlier", \.earlier, "What was read of earlier sessions that settings name."),
    Member("attendance", \.attendance, "Everybody on the list, in its order."),
    Member("roles", \.roles, "The method's roles and who held them."),
    Member("groups", \.groups, "Each set of groups as formed last; earlier ones stand at the takes in timing."),
    Member("rotations", \.rotations, "Who or what was where in each lap of a rotation, one for each circle."),
    Member("outcomes", \.outcomes, "In the order in which the method writes them."),
    Member("checkpoints", \.checkpoints, "Each checkpoint each time it came up."),
    Member("conditions", \.conditions, "Conditions that were read to find the way."),
    Member("actions", \.actions, "Commitments and conditions on a pass, withdrawn ones too."),
    Member("carried", \.carried, "Actions of earlier sessions that were looked at again."),
    Member("timing", \.timing, "Planned against actual time."),
    Member("tracks", \.tracks, "What ran beside each other."),
    Member("meetings", \.meetings, "Meetings and windows, in the order in which they were opened."),
    Member("queues", \.queues, "How far each for-each came."),
    Member("deviations", \.deviations, "Every way in which the session left the method's path, in order."),
    Member("answers", \.answers, "Questions at which the session stood, and their answers."),
    Member("notes", \.notes, "Remarks of the host."),
    Member("uses", \.uses, "Every run of a used method."),
    Member("files", \.files, "Photos and documents that people handed in, in the session's folder."),
    Member("redactions", \.redactions, "What was erased since, and why; never what it said."),
  ]
}

extension MethodHead: RecordPart {
  package static let name = "method"
  package static let about = "Which method was run, exactly."
  package static let members: [Member<MethodHead>] = [
    Member("id", \.id, "The method's id."),
    Member("version", \.version, "The method's own version."),
    Member(
      "variantOf", \.variantOf,
      "The id and version of the method that this one is a variant of; where that is one, too, its base behind a comma."
    ),
    Member("hash", \.hash, "SHA-256 of the method's own bytes, as pinned in the session's folder."),
    Member(prose: "title", \.title, "The title in the session's language."),
    Member(prose: "purpose", \.purpose, "What the method is for."),
    Member("pillars", \.pillars, "The kinds of work that the method serves."),
    Member("origins", \.origins, "Where it comes from."),
    Member("delivers", \.delivers, "What the method promises to deliver."),
  ]
}

extension DeliverableRecord: RecordPart {
  package static let name = "deliverable"
  package static let about = "One promised outcome, and whether there is something in it."
  package static let members: [Member<DeliverableRecord>] = [
    Member("source", \.source, "An outcome, or a part of one such as consent/concerns."),
    Member("delivered", \.delivered, "There is something in it that counts."),
    Member(prose: "title", \.title, "As the method names it, else its step or its id in words."),
  ]
}

extension SessionHead: RecordPart {
  package static let name = "session"
  package static let about = "When, where and how it went."
  package static let members: [Member<SessionHead>] = [
    Member("id", \.id, "The same in every record of this session, and in no other's."),
    Member(word: "status", \.status, "How far the session is."),
    Member("rehearsal", \.rehearsal, "With people who are made up."),
    Member("language", \.language, "A language tag such as fi."),
    Member("mode", \.mode, "Where people were.", words: Mode.allCases.map(\.rawValue)),
    Member("site", \.site, "Where it took place, as it was named."),
    Member("started", \.started, "When it began."),
    Member("ended", \.ended, "When it ended."),
    Member("upTo", \.upTo, "Of the newest event: until when this record tells."),
    Member("tags", \.tags, "Words under which the session is found among others."),
    Member("end", \.end, "As what it ended."),
  ]
}

extension EndRecord: RecordPart {
  package static let name = "end"
  package static let about = "As what a session or a used method ended."
  package static let members: [Member<EndRecord>] = [
    Member("name", \.name, "completed, ended-early, or the name the method or the host gave."),
    Member(prose: "text", \.text, "What the method says to it."),
  ]
}

extension SettingRecord: RecordPart {
  package static let name = "setting"
  package static let about = "A setting as it stood at the start."
  package static let members: [Member<SettingRecord>] = [
    Member("id", \.id, "The setting's id."),
    Member("kind", \.kind, "What it takes.", words: Setting.Kind.allCases.map(\.rawValue)),
    Member(prose: "ask", \.ask, "The question for it."),
    Member("values", \.values, "Its values; minutes in minutes."),
    Member("labels", \.labels, "The values as a person reads them."),
  ]
}

extension PersonRecord: RecordPart {
  package static let name = "person"
  package static let about = "Somebody on the list."
  package static let members: [Member<PersonRecord>] = [
    Member("id", \.id, "The person's id."),
    Member("name", \.name, "The person's name."),
    Member("presentAtStart", \.presentAtStart, "Was there when the session began."),
    Member("presentAtEnd", \.presentAtEnd, "Was there at its end, or is there now."),
    Member("fields", \.fields, "What is known of the person, by the method's fields."),
    Member("movements", \.movements, "Comings and goings after the start."),
    Member("roles", \.roles, "The roles held at the end, by id."),
  ]
}

extension PersonRecord.Movement: RecordPart {
  package static let name = "movement"
  package static let about = "A coming or going after the start."
  package static let members: [Member<PersonRecord.Movement>] = [
    Member(word: "kind", \.kind, "Which of the two."),
    Member("at", \.at, "When."),
    Member(prose: "reason", \.reason, "Why, if that was said."),
  ]
}

extension RoleRecord: RecordPart {
  package static let name = "role"
  package static let about = "A role and who held it."
  package static let members: [Member<RoleRecord>] = [
    Member("id", \.id, "The role's id."),
    Member("present", \.present, "How many of its holders are there at the end.", unit: .people),
    Member("drawn", \.drawn, "Holders were drawn by lot."),
    Member(prose: "title", \.title, "The role as people say it."),
    Member("holders", \.holders, "Who holds it at the end."),
    Member("atStart", \.atStart, "Who was named for it at the start."),
  ]
}

extension GroupSetRecord: RecordPart {
  package static let name = "group-set"
  package static let about = "A set of groups as formed last."
  package static let members: [Member<GroupSetRecord>] = [
    Member("id", \.id, "The set's id in the method."),
    Member("formed", \.formed, "How often the set was formed.", unit: .rounds),
    Member("repeats", \.repeats, "How many pairs had been together before, where the method minds.", unit: .pairs),
    Member(prose: "title", \.title, "The set as people say it."),
    Member(prose: "remark", \.remark, "How those left over were placed."),
    Member("groups", \.groups, "The groups."),
  ]
}

extension GroupSetRecord.Group: RecordPart {
  package static let name = "group"
  package static let about = "Some people who worked together."
  package static let members: [Member<GroupSetRecord.Group>] = [
    Member("id", \.id, "The set's id and a number: pairs/2."),
    Member(prose: "title", \.title, "The group as people say it."),
    Member("members", \.members, "Who was in it."),
    Member("mergedFrom", \.mergedFrom, "The groups that were put together."),
    Member(
      "about", \.about,
      "The thing it is the group of; of a group at work, the station where it was or the sheet it had."),
  ]
}

extension RotationRecord: RecordPart {
  package static let name = "rotation"
  package static let about = "A rotation as it went."
  package static let members: [Member<RotationRecord>] = [
    Member("id", \.id, "The flow element's id."),
    Member(
      "moving", \.moving, "What went round.", words: ["groups", "things", "role", "people"]),
    Member("roles", \.roles, "Where several roles went round together their titles, in the order of their holders."),
    Member("guarantee", \.guarantee, "What it promised, in short sentences."),
    Member("laps", \.laps, "For each lap who or what was at each place."),
  ]
}

extension RotationRecord.Seat: RecordPart {
  package static let name = "seat"
  package static let about = "Who or what was at one place in one lap."
  package static let members: [Member<RotationRecord.Seat>] = [
    Member("place", \.place, "The station; for things the hands; for a role the group."),
    Member("here", \.here, "Groups, things or people; a role's holder, or those of several in their order."),
    Member("hosts", \.hosts, "Who stayed there."),
  ]
}
