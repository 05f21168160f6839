package import SessionEngine

/// A condition as it stood at one moment.
package struct ReadingRecord: Codable, Sendable, Hashable {
  /// `test`, `judge`, `all`, `any`, `none`, `every` or `some`.
  package var kind: String
  /// `holds`, `fails` or `no-data`.
  package var result: String
  /// The author's words; of what is read for each of some things, that thing.
  @OrNull package var label: String?
  package var sentence: String
  @OrNull package var value: Figure?
  /// What was measured (`median`), where it is a test.
  @OrNull package var measure: String?
  /// What the value counts: `entries`, `share`, `scale`, `dots` and so on.
  @OrNull package var unit: String?
  @OrNull package var answered: Int?
  @OrNull package var electorate: Int?
  /// Why there is no data.
  @OrNull package var why: String?
  /// Why there is no value although there was one.
  @OrNull package var withheld: Withheld?
  package var children: [ReadingRecord]

  /// The author's words, else the sentence.
  package var title: String { label ?? sentence }

  /// Of how many of the things it looked at nothing is known; `nil` where of all of them something is.
  package var withoutData: Int? {
    let count = children.count { $0.result == "no-data" }
    return count > 0 && ["every", "some"].contains(kind) ? count : nil
  }
}

/// A checkpoint each time it came up.
package struct CheckpointRecord: Codable, Sendable, Hashable {
  /// What somebody was asked to judge.
  package struct Judgement: Codable, Sendable, Hashable {
    package var by: String
    package var text: String
    /// `yes`, `no`, `not-yet`, or `null` when nobody was asked.
    @OrNull package var answer: String?
  }

  /// `checkpoint-<take>`
  package var id: String
  package var place: PlaceRecord
  package var question: String
  package var counts: Bool
  package var deciderRole: String
  package var deciderTitle: String
  package var deciders: [NamedPerson]
  package var criteria: [ReadingRecord]
  package var judgements: [Judgement]
  @OrNull package var advice: String?
  /// `pass`, `rework` or `stop`; `null` while nobody has decided.
  @OrNull package var verdict: String?
  package var overruled: Bool
  @OrNull package var reason: String?
  package var conditions: [String]
  @OrNull package var at: Moment?
}

/// A condition that was read to find the way: of a loop (`until`) or a branch (`when`).
package struct ConditionRecord: Codable, Sendable, Hashable {
  package var path: String
  package var purpose: String
  package var reading: ReadingRecord
  /// Its place among all events of the session.
  package var sequence: Int
}

/// Something somebody is to do.
package struct ActionRecord: Codable, Sendable, Hashable {
  package enum Source: String, Codable, Sendable, Hashable, CaseIterable {
    case commitment
    /// A condition under which a checkpoint was passed.
    case condition
  }

  package var id: String
  package var source: Source
  @OrNull package var outcome: String?
  package var text: String
  @OrNull package var owner: String?
  @OrNull package var due: String?
  @OrNull package var measure: String?
  /// Which of `owner`, `due` and `measure` were left blank.
  package var missing: [String]
  /// What else was asked for.
  package var fields: [String: String]
  package var author: Attribution
  package var place: PlaceRecord
  /// By what was said of it since.
  package var status: AgreedAction.Status
  /// The day first agreed, where it was moved to another.
  @OrNull package var agreedDue: String?
  /// What came of it, oldest first.
  package var history: [ActionChangeRecord]
  /// What it takes over or meets.
  @OrNull package var meets: ThingRecord?
  /// The decision or verdict that it comes from.
  @OrNull package var follows: OriginRecord?
  package var withdrawn: Bool
  package var late: Bool
  package var counts: Bool
}

/// The decision or verdict from which something comes: the checkpoint whose way it was entered on, else the newest
/// decision that counts and was made before its step was opened.
package struct OriginRecord: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable { case decision, checkpoint }

  package var kind: Kind
  /// Of the decision or checkpoint in this record.
  package var id: String
  package var result: String
  package var title: String
}

extension ActionRecord {
  /// Neither taken back nor replaced.
  package var stands: Bool { counts && !withdrawn }
  /// Still owed.
  package var isOpen: Bool { stands && status == .open }
}

/// Planned against actual time.
package struct TimingRecord: Codable, Sendable, Hashable {
  /// One run of a leaf.
  package struct Take: Codable, Sendable, Hashable {
    package var place: PlaceRecord
    /// `step`, `rest`, `checkpoint` or `inserted`.
    package var kind: String
    /// `open`, `closed`, `skipped`, `superseded` or `dropped`.
    package var status: String
    package var counts: Bool
    package var planned: Int
    package var allotted: Int
    package var used: Int
    package var timeUp: Bool
    package var opened: Moment
    @OrNull package var closed: Moment?
    /// The take it replaced, by number.
    @OrNull package var supersedes: Int?
    @OrNull package var supersededBy: Int?
    @OrNull package var skipReason: String?
    /// Outcomes later steps read that this one did not write.
    package var missing: [String]
    package var about: [ThingRecord]
    /// How many worked in how many parts.
    package var people: Int
    package var parts: Int
    /// The track it ran in; `null` where nothing ran beside it.
    @OrNull package var track: String?
    /// Who spoke in turn.
    @OrNull package var turns: TurnsRecord?
    /// The groups as they were in this take; none where all worked together or each alone.
    package var groups: [GroupSetRecord.Group]
  }

  package var takes: [Take]
  /// Of the whole agenda, for the people at the start, in seconds.
  package var planned: Int
  /// The end agreed at the start, in seconds from it.
  package var agreed: Int
  /// Planned for the takes that ran outside of windows.
  package var plannedForTakes: Int
  /// Running time of all takes outside of windows.
  package var used: Int
  /// From the start to the newest event, pauses and interruptions too; without windows, of which no end was agreed.
  package var total: Int
  package var paused: Int
  /// In which the program did not run.
  package var lost: Int
}

/// A way in which the session left the method's path.
package struct DeviationRecord: Codable, Sendable, Hashable {
  package var kind: String
  package var subject: String
  @OrNull package var take: Int?
  @OrNull package var at: Moment?
  @OrNull package var seconds: Int?
  @OrNull package var reason: String?
  package var missing: [String]
}

/// A question at which the session stood, and its answer.
package struct AnswerRecord: Codable, Sendable, Hashable {
  package var path: String
  package var kind: String
  package var question: String
  package var option: String
  /// The option as a person reads it.
  package var answer: String
  /// Whose answer it was, by role.
  package var role: String
  /// Who entered it.
  package var by: Attribution
  @OrNull package var reason: String?
  package var sequence: Int
}

/// A remark of the host.
package struct NoteRecord: Codable, Sendable, Hashable {
  package var at: Moment
  @OrNull package var place: PlaceRecord?
  package var text: String
  /// Whose turn to speak it was.
  @OrNull package var speaker: NamedPerson?
}
