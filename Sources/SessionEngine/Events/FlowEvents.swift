package import MethodModel

/// The session began: everything that was known at that moment.
package struct SessionStarted: EventContent {
  package static let type = "sessionStarted"
  package var method: String
  package var methodVersion: String
  package var methodHash: String
  /// Of the methods that it uses, by their ids on the way to them (`talk/pairs`).
  package var usedHashes: [String: String]?
  /// What earlier sessions came to, by the settings that name them.
  package var earlier: [String: EarlierOutcome]?
  /// What is still open of earlier sessions.
  package var carried: [CarriedAction]?
  package var language: String
  package var mode: Mode
  package var settings: [String: [String]]
  package var people: [Person]
  package var roles: [String: [PersonID]]
  /// Seconds from the start.
  package var agreedEnd: Int
  package var rehearsal: Bool
  package var site: String?
  /// Words under which the session is found again among others.
  package var tags: [String]?
  package var asBody: EventBody { .sessionStarted(self) }
}

/// A container was entered; its first child comes next.
package struct FrameEntered: EventContent {
  package static let type = "frameEntered"
  package var frame: Frame
  package var asBody: EventBody { .frameEntered(self) }
}

/// The innermost container goes on: at that child, lap or thing.
package struct FrameAdvanced: EventContent {
  package static let type = "frameAdvanced"
  package var frame: Frame
  package var asBody: EventBody { .frameAdvanced(self) }
}

/// The innermost container is done.
package struct FrameLeft: EventContent {
  package static let type = "frameLeft"
  package var path: InstancePath
  package var asBody: EventBody { .frameLeft(self) }
}

/// Tracks began beside each other; the one in which they began waits until all are done.
package struct TracksForked: EventContent {
  package static let type = "tracksForked"

  package struct Start: Hashable, Sendable, Codable {
    package var title: String
    /// Its first frame of its own; its path is the track's name.
    package var frame: Frame
  }

  /// The element with these tracks.
  package var place: String
  package var tracks: [Start]
  package var asBody: EventBody { .tracksForked(self) }
}

/// The host looks after that track now; one that was done is taken up again.
package struct TrackFocused: EventContent {
  package static let type = "trackFocused"
  package var track: TrackID
  /// Remember where one came from, for `return`, and the take that was open there.
  package var remembersOrigin: Bool?
  package var leaving: Int?
  package var asBody: EventBody { .trackFocused(self) }
}

/// A track has come to its end, and waits for those beside it.
package struct TrackDone: EventContent {
  package static let type = "trackDone"
  package var track: TrackID
  /// The name of the `end` that it met.
  package var result: String?
  package var asBody: EventBody { .trackDone(self) }
}

/// The things of a for-each were put into another order, taken out or added by hand.
package struct QueueChanged: EventContent {
  package static let type = "queueChanged"
  /// Of the for-each's frame.
  package var path: InstancePath
  package var queue: ForEachQueue
  /// What was done, in words.
  package var change: String
  package var asBody: EventBody { .queueChanged(self) }
}

/// A for-each was left.
package struct QueueLeft: EventContent {
  package static let type = "queueLeft"
  package var place: String
  /// The subjects and circles around it.
  package var about: [String: ThingRef]
  package var circles: [String: String]
  /// What nobody came to.
  package var rest: [ThingRef]
  /// There was nothing to go through in the first place.
  package var wasEmpty: Bool
  package var asBody: EventBody { .queueLeft(self) }
}

/// A meeting or window has begun.
package struct MeetingOpened: EventContent {
  package static let type = "meetingOpened"
  package var path: InstancePath
  package var place: String
  package var title: String
  /// When it is to end, in seconds since the start that count; a window has no such end.
  package var agreedEnd: Int?
  /// When a window closes.
  package var closes: WallTime?
  package var asBody: EventBody { .meetingOpened(self) }
}

/// A meeting or window is over; nothing in it is opened again.
package struct MeetingClosed: EventContent {
  package static let type = "meetingClosed"
  package var path: InstancePath
  package var place: String
  /// The session waits until the next one begins.
  package var pauses: Bool
  package var asBody: EventBody { .meetingClosed(self) }
}

/// It is another one's turn to speak.
package struct TurnMoved: EventContent {
  package static let type = "turnMoved"
  package var take: Int
  /// A round as it begins; `nil`: within the one that goes on.
  package var turns: Turns?
  /// Who is next within it; `nil`: whoever waits first.
  package var to: UnitRef?
  /// Running seconds.
  package var began: Int?
  /// Whoever had the turn passed it.
  package var passes: Bool?
  package var asBody: EventBody { .turnMoved(self) }
}

/// A leaf was entered: one run of a step, break, checkpoint or inserted step.
package struct TakeOpened: EventContent {
  package static let type = "takeOpened"
  package var number: Int
  package var path: InstancePath
  package var place: String
  package var kind: Take.Kind
  package var title: String
  /// Which run of this instance it is, from 1.
  package var attempt: Int
  /// Seconds.
  package var planned: Int
  package var parts: [Part]
  /// The subjects of the for-each elements around it, by their place.
  package var about: [String: ThingRef]
  package var supersedes: Int?
  /// Entries of the superseded take stay current with this one.
  package var carries: Bool
  /// Seconds, where the session was planned anew; else as planned.
  package var allotted: Int?
  package var asBody: EventBody { .takeOpened(self) }
}

/// An activity of the open take can be entered into.
package struct ActivityOpened: EventContent {
  package static let type = "activityOpened"
  package var run: RunID
  package var outcome: String
  package var round: Int
  /// What was put up: the things to choose among, to mark or to decide on.
  package var ballot: [ThingRef]
  /// What of the ballot lies before whom, where not everybody has the same before them.
  package var offers: [Offer]?
  /// The ballot of an earlier step once more, over those tied; `nil`: the step's own activity.
  package var runOff: RunOff?
  /// What is handed in waits in an urn and is stored without names.
  package var withoutNames: Bool?
  /// The takes it rests on: those whose marks, documents and verdicts it reads.
  package var reads: [Int]?
  /// The documents it rests on, in the version that it reads.
  package var versions: [VersionRead]?
  package var asBody: EventBody { .activityOpened(self) }
}

/// A leaf was done.
package struct TakeClosed: EventContent {
  package static let type = "takeClosed"
  package var number: Int
  package var asBody: EventBody { .takeClosed(self) }
}

/// A leaf or stop point was left out.
package struct TakeSkipped: EventContent {
  package static let type = "takeSkipped"
  package var path: InstancePath
  package var place: String
  package var title: String
  /// The take that was open, if there was one.
  package var number: Int?
  /// Outcomes that later steps will read and that this one did not write.
  package var missing: [String]
  package var asBody: EventBody { .takeSkipped(self) }
}

/// Takes that are off the path now: a branch or loop went another way.
package struct TakesDropped: EventContent {
  package static let type = "takesDropped"
  package var numbers: [Int]
  package var asBody: EventBody { .takesDropped(self) }
}

/// The newest take of a leaf goes on, its frames as they were.
package struct TakeReopened: EventContent {
  package static let type = "takeReopened"
  package var number: Int
  package var asBody: EventBody { .takeReopened(self) }
}

/// The position was moved by hand or by a `back`; takes at `due` will run again without asking.
package struct PositionMoved: EventContent {
  package static let type = "positionMoved"
  package var frames: [Frame]
  package var due: [InstancePath]
  /// The `back` element that caused it, counted.
  package var cause: InstancePath?
  /// Remember where one came from, for `return`.
  package var remembersOrigin: Bool
  /// The take that was open, for `return`.
  package var leaving: Int?
  /// What the host did, for the record.
  package var change: RecordedChange.Kind?
  /// Where it went, in words.
  package var subject: String?
  package var asBody: EventBody { .positionMoved(self) }
}

/// A question stands; somebody has to answer before the session goes on.
package struct StopReached: EventContent {
  package static let type = "stopReached"
  package var stop: StopPoint
  package var asBody: EventBody { .stopReached(self) }
}

/// A stop point was answered.
package struct StopAnswered: EventContent {
  package static let type = "stopAnswered"
  package var path: InstancePath
  package var kind: StopPoint.Kind
  package var option: String
  /// The decision that answered by itself; `nil`: somebody did.
  package var by: String?
  package var asBody: EventBody { .stopAnswered(self) }
}

/// A condition was looked at, with every value it rested on.
package struct ConditionRead: EventContent {
  package static let type = "conditionRead"
  package var path: InstancePath
  package var purpose: Purpose
  package var reading: Reading
  package enum Purpose: String, Sendable, Hashable, Codable, CaseIterable { case until, when }
  package var asBody: EventBody { .conditionRead(self) }
}

/// A judge answered one criterion of the open checkpoint.
package struct Judged: EventContent {
  package static let type = "judged"
  package var take: Int
  package var index: Int
  package var answer: GiveJudgement.Answer
  package var by: String
  package var asBody: EventBody { .judged(self) }
}

/// A checkpoint's verdict, with the values of that moment.
package struct CheckpointDecided: EventContent {
  package static let type = "checkpointDecided"
  package var take: Int
  package var verdict: CheckpointVerdict
  package var advice: CheckpointVerdict?
  package var overruled: Bool
  /// The role that decides, and who holds it.
  package var role: String
  package var deciders: [PersonID]
  package var criteria: [Reading]
  package var conditions: [String]
  package var asBody: EventBody { .checkpointDecided(self) }
}

/// The host put a one-off step after a leaf.
package struct StepInserted: EventContent {
  package static let type = "stepInserted"
  package var after: InstancePath
  package var place: String
  package var title: String
  package var seconds: Int
  package var say: String?
  package var asBody: EventBody { .stepInserted(self) }
}

/// The session is over.
package struct Ended: EventContent {
  package static let type = "ended"
  /// `completed`, the name of a named end, or the host's word.
  package var name: String
  /// What the method says to that end, in the session's language.
  package var text: String?
  package var asBody: EventBody { .ended(self) }
}
