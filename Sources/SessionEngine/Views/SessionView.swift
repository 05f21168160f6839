package import MethodModel

/// Everything a screen shows of a session at one moment, for one viewer. A value: screens are made from it alone.
package struct SessionView: Sendable, Hashable {
  package var method: String
  package var status: SessionState.Status
  package var isRehearsal: Bool
  package var place: PlaceView
  /// What goes on beside each other, this included; empty where nothing does.
  package var tracks: [TrackView]
  /// The things that are gone through one by one, outermost first; the last is what `queue` changes.
  package var queue: QueueView?
  /// How the session could still end in time; none while it is on time.
  package var ways: [WayToEnd]
  /// Loops passed over because there was nothing to go through, in words, oldest first.
  package var passedOver: [String]
  /// Steps that were left out although later ones read what they make.
  package var missed: [String]
  /// What the facilitator says aloud.
  package var say: [String]
  /// What everybody sees.
  package var show: [String]
  /// What each role does, with those who hold it.
  package var roleTexts: [RoleText]
  package var tips: [String]
  package var voice: Step.Voice
  /// Who says nothing here and enters as others do; without words of their own.
  package var listeners: [RoleText]
  /// Seconds of one turn.
  package var turn: Int?
  /// Whose turn it is, and who comes then.
  package var turns: TurnsView?
  package var parts: [PartView]
  /// Who is where in the rotations around, outermost first.
  package var rotations: [RotationView]
  /// Groups at work that have become too small.
  package var smallGroups: [SmallGroupView]
  package var activity: ActivityView?
  package var checkpoint: CheckpointView?
  /// What rests on something that was replaced since.
  package var stale: [StaleRun]
  package var stop: StopPoint?
  package var time: TimeView
  package var upcoming: [String]
  package var people: [PersonView]
  /// How many were at the last meeting, while another one begins.
  package var presentLastTime: Int?
  package var roles: [RoleView]
  package var notes: Int
  /// The state it was taken from, for commands that steer.
  package var controlSequence: Int
  package var canReturn: Bool
  /// Whether `next` would end the session.
  package var endsNext: Bool
  /// What was carried here and what was agreed here, with what came of it.
  package var actions: [AgreedAction]
}

/// Where the session stands.
package struct PlaceView: Sendable, Hashable {
  /// Titles of the phases around, outermost first.
  package var phases: [String]
  package var title: String
  package var kind: Take.Kind?
  package var path: InstancePath
  /// Which run of this step it is, from 1.
  package var attempt: Int
  /// "round 2 of 4", "Need (2 of 6)", outermost first.
  package var laps: [String]
  package var take: Int?
}

/// One of several positions at the same time.
package struct TrackView: Sendable, Hashable {
  package var id: TrackID
  package var title: String
  /// The title of the leaf or question it stands at.
  package var at: String
  /// Of its step, in seconds; `nil` at a question or when it is done.
  package var remaining: Int?
  package var isTimeUp: Bool
  package var firedCues: [String]
  package var isDone: Bool
  package var isFocused: Bool
}

/// A round in which one after the other speaks.
package struct TurnsView: Sendable, Hashable {
  package var round: Int
  /// `nil`: all have spoken.
  package var current: String?
  package var unit: UnitRef?
  package var waiting: [String]
  /// Who passed in this round.
  package var passed: [String]
  /// Seconds of the present turn; `nil` where turns have no limit.
  package var remaining: Int?
  package var isUp: Bool
  /// Everybody who can have a turn.
  package var units: [UnitView]
}

/// What a for-each still goes through.
package struct QueueView: Sendable, Hashable {
  package var title: String
  package var current: ThingView
  package var waiting: [ThingView]
  /// Things that were taken out.
  package var dropped: [ThingView]
}

package struct RoleText: Sendable, Hashable {
  package var role: String
  package var holders: [String]
  package var text: String
}

package struct PartView: Sendable, Hashable {
  package var key: String
  package var title: String
  package var members: [String]
}

package struct PersonView: Sendable, Hashable {
  package var id: PersonID
  package var name: String
  package var isPresent: Bool
  package var roles: [String]
}

package struct RoleView: Sendable, Hashable {
  package var id: String
  package var title: String
  package var people: CountRange
  package var holders: [String]
  package var isShort: Bool
  /// Holders who are not here any more.
  package var gone: [String]
  /// Groups at work in which nobody has it, where each should.
  package var missingIn: [String]
}

/// The clock. All in seconds.
package struct TimeView: Sendable, Hashable {
  package var planned: Int
  package var allotted: Int
  package var used: Int
  package var remaining: Int { allotted - used }
  package var isTimeUp: Bool
  package var isPaused: Bool
  /// Later than agreed; negative: ahead.
  package var behind: Int
  package var projectedEnd: WallTime
  /// When the window closes that is open now, in which each works in their own time.
  package var closes: WallTime?
  package var firedCues: [String]
}

/// What can be entered now and what came in.
package struct ActivityView: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case collect, commit, choose, vote, rate, signal, fill, cluster, connect, place, table
    /// Decided from earlier marks; nothing is entered.
    case computed
  }

  package var run: RunID
  package var kind: Kind
  package var outcome: String
  package var round: Int
  package var isOpen: Bool
  package var isRevealed: Bool
  /// How it will be revealed, when that was declared.
  package var reveal: Reveal?
  /// What there is to choose, mark or fill, numbered from 1 on screens.
  package var ballot: [ThingView]
  /// How many more are put up that this viewer may not see.
  package var keptBack: Int
  package var fields: [Field]
  /// Those of them that name a thing made in the session, called by an id that nobody knows.
  package var fieldsOfThings: Set<String> = []
  /// Answers to choose from: points of a scale, or signals.
  package var answers: [NamedValue]
  package var vote: Vote?
  package var budget: Int?
  package var reason: Rating.Reason
  package var criteria: [ThingView]
  /// Where things are placed: two axes, or none.
  package var axes: [Axis] = []
  /// What comes in answers what is put up.
  package var isReply = false
  /// What the verdict names besides the ballot, as after a run-off.
  package var besides: [ThingView] = []
  /// Not everybody has the same of the ballot before them.
  package var liesApart = false
  /// The zones one of which is named.
  package var zones: [ThingView] = []
  package var atLeast: Int?
  package var atMost: Int?
  package var units: [UnitView]
  package var entries: [EntryView]
  /// Entries that exist but may not be seen, and late ones.
  package var hiddenCount: Int
  package var lateCount: Int
  /// Entries that came after the end and wait to be admitted, those that may not be seen included.
  package var lateEntries: [EntryID]
  /// Whose ballots came after the end and wait to be admitted.
  package var lateBallots: [UnitRef]
  /// Only sums are entered, not the single ballots.
  package var takesSums: Bool
  /// Sums were entered, of however many sheets.
  package var isTallied = false
  /// Only part of what is on paper is entered; the rest is not known, never zero.
  package var isPartOfPaper: Bool
  /// Values that somebody should choose and nobody has, in lines such as “size: small, large”.
  package var uncovered: [String] = []
  package var answered: Int
  package var electorate: Int
  package var verdict: Verdict?
  /// One of each part, where parts decide for themselves.
  package var partVerdicts: [PartVerdict]
  package var isTieOpen: Bool
  /// The ballot of an earlier step once more, over those tied.
  package var isRunOff: Bool
  /// How names are treated; where they are not stored, people hand in whole.
  package var names: Activity.Names
  /// What came of the round before, where one answers anew.
  package var before: RoundView?
  /// What came of this round, once entries are closed and may be seen.
  package var outcomeOfRound: RoundView?
}

package struct ThingView: Sendable, Hashable {
  package var thing: ThingRef
  package var label: String
  /// Its count so far: dots, approvals, points or the median; `nil` while that may not be seen.
  package var figure: String?
  /// What helps to think about it, one line for each.
  package var prompts: [String] = []
  /// Withdrawn, merged or split since: only its number is kept.
  package var isGone = false
}

package struct UnitView: Sendable, Hashable {
  package var ref: UnitRef
  package var title: String
  package var count: Int
  package var hasAnswered: Bool
  /// Something was given, and something is still owed.
  package var hasAnsweredPartly = false
}

package struct EntryView: Sendable, Hashable {
  package var id: EntryID
  package var text: String
  package var fields: [String: String]
  package var author: String?
  package var unit: UnitRef?
  package var unitTitle: String?
  package var isLate: Bool
  /// The things of a cluster; from where to where a link goes.
  package var members: [ThingRef] = []
}

/// What a part decided for itself.
package struct PartVerdict: Sendable, Hashable {
  /// What people call the part.
  package var part: String
  package var verdict: Verdict
}

/// A checkpoint's criteria as they stand.
package struct CheckpointView: Sendable, Hashable {
  package var question: String
  package var criteria: [Reading]
  package var judges: [JudgeView]
  package var advice: CheckpointVerdict?
  package var offered: [CheckpointVerdict]
  package var decider: String
  package var deciders: [String]
  package var decision: CheckpointVerdict?
  /// A pass ends the session.
  package var endsWithPass: Bool
  /// What the decision that gives the verdict says, where one does.
  package var decided: CheckpointVerdict?

  package struct JudgeView: Sendable, Hashable {
    package var by: String
    package var text: String
    package var answer: GiveJudgement.Answer?
  }
}
