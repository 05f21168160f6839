/// Everything a session came to, for readers who have nothing but this: a value made from the state alone, without
/// what may not be seen.
///
/// Its JSON form is `outcome.json`. `format` and `version` say how to read it: a version only gains members, anything
/// else is a new version. Every member is always there, `null` where there is nothing; lists are in the order of the
/// method or of what happened. Times are UTC, durations whole seconds. What may not be seen is not in it, and the
/// place where it is missing says so and why (`Withheld`).
///
/// ```swift
/// let record = Record.make(from: state, engine: engine)
/// for file in RecordFiles.all(record) { write(file.bytes, to: file.path) }
/// ```
package struct Record: Codable, Sendable, Hashable {
  package var format: String = Self.formatName
  package var version: Int = Self.formatVersion
  package var method: MethodHead
  package var session: SessionHead
  package var settings: [SettingRecord]
  /// What was read of earlier sessions that settings name.
  package var earlier: [EarlierRecord]
  package var attendance: [PersonRecord]
  package var roles: [RoleRecord]
  package var groups: [GroupSetRecord]
  /// Who or what was where in each lap of a rotation, one for each circle that it ran in.
  package var rotations: [RotationRecord]
  /// In the order in which the method writes them.
  package var outcomes: [OutcomeRecord]
  package var checkpoints: [CheckpointRecord]
  package var conditions: [ConditionRecord]
  /// Commitments and conditions on a pass, withdrawn ones too.
  package var actions: [ActionRecord]
  /// Actions of earlier sessions that were looked at again in this one.
  package var carried: [CarriedRecord]
  package var timing: TimingRecord
  /// What ran beside each other.
  package var tracks: [TrackRecord]
  /// Meetings and windows, in the order in which they were opened.
  package var meetings: [MeetingRecord]
  /// How far each for-each came.
  package var queues: [QueueRecord]
  package var deviations: [DeviationRecord]
  package var answers: [AnswerRecord]
  package var notes: [NoteRecord]
  /// Photos and documents that people handed in, in the session's folder.
  package var files: [FileRecord]
  /// Every run of a used method.
  package var uses: [UseRecord]
  /// What was erased since, and why.
  package var redactions: [RedactionRecord]

  package static let formatName = "dotank-outcome"
  package static let formatVersion = 1
}

/// Which method was run, exactly.
package struct MethodHead: Codable, Sendable, Hashable {
  package var id: String
  package var version: String
  /// The id and version of the method that this one is a variant of.
  @OrNull package var variantOf: String?
  /// Of the method's own bytes, as pinned in the session's folder.
  package var hash: String
  package var title: String
  package var purpose: String
  /// The kinds of work that the method serves.
  package var pillars: [String]
  package var origins: [String]
  /// What the method promises to deliver.
  package var delivers: [DeliverableRecord]
}

/// One promised outcome, and whether there is something in it.
package struct DeliverableRecord: Codable, Sendable, Hashable {
  /// `actions`, or a part such as `consent/concerns`.
  package var source: String
  package var title: String
  package var delivered: Bool
}

/// When, where and how it went.
package struct SessionHead: Codable, Sendable, Hashable {
  package enum Status: String, Codable, Sendable, Hashable, CaseIterable {
    case notStarted = "not-started"
    case running, paused, ended
  }

  /// The same in every record of this session, and in no other's; `null` before the start.
  @OrNull package var id: String?
  package var status: Status
  /// With simulated people.
  package var rehearsal: Bool
  package var language: String
  package var mode: String
  @OrNull package var site: String?
  /// Words under which the session is found among others.
  package var tags: [String]
  @OrNull package var started: Moment?
  @OrNull package var ended: Moment?
  /// Of the newest event: until when this record tells.
  @OrNull package var upTo: Moment?
  @OrNull package var end: EndRecord?
}

/// As what the session ended.
package struct EndRecord: Codable, Sendable, Hashable {
  /// `completed`, `ended-early`, or the name the method or the host gave.
  package var name: String
  /// What the method says to it.
  @OrNull package var text: String?
}

/// A setting as it stood at the start.
package struct SettingRecord: Codable, Sendable, Hashable {
  package var id: String
  package var kind: String
  package var ask: String
  package var values: [String]
  /// The values as a person reads them: a choice's words instead of its id.
  package var labels: [String]
}

/// Somebody on the list.
package struct PersonRecord: Codable, Sendable, Hashable {
  /// A coming or going after the start.
  package struct Movement: Codable, Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, Hashable, CaseIterable { case arrived, left }

    package var kind: Kind
    package var at: Moment
    @OrNull package var reason: String?
  }

  package var id: String
  package var name: String
  package var fields: [String: String]
  package var presentAtStart: Bool
  package var presentAtEnd: Bool
  package var movements: [Movement]
  /// The roles held at the end, by id.
  package var roles: [String]
}

/// A role and who holds it at the end.
package struct RoleRecord: Codable, Sendable, Hashable {
  package var id: String
  package var title: String
  package var holders: [NamedPerson]
  /// Who was named for it at the start.
  package var atStart: [NamedPerson]
  /// How many of the holders are there at the end.
  package var present: Int
  package var drawn: Bool
}

/// A set of groups as formed last.
package struct GroupSetRecord: Codable, Sendable, Hashable {
  package struct Group: Codable, Sendable, Hashable {
    package var id: String
    package var title: String
    package var members: [NamedPerson]
    package var mergedFrom: [String]
    /// The thing it is the group of; of a group at work, the station where it was or the sheet it had.
    @OrNull package var about: ThingRecord?
  }

  package var id: String
  package var title: String
  /// How often the set was formed.
  package var formed: Int
  /// How those left over were placed, in words.
  @OrNull package var remark: String?
  /// How many pairs had been together before, where the method minds.
  @OrNull package var repeats: Int?
  package var groups: [Group]
}

/// A rotation as it went: for each lap who or what was at each place.
package struct RotationRecord: Codable, Sendable, Hashable {
  package struct Seat: Codable, Sendable, Hashable {
    package var place: ThingRecord
    /// Groups, things or people; a role's holder, or those of several.
    package var here: [ThingRecord]
    /// Who stayed there.
    package var hosts: [NamedPerson]
  }

  /// The flow element's id.
  package var id: String
  /// `groups`, `things`, `role` or `people`: what went round.
  package var moving: String
  /// Where several roles went round together what they are called, in the order of their holders.
  package var roles: [String]
  /// What it promised, in short sentences.
  package var guarantee: [String]
  package var laps: [[Seat]]
}
