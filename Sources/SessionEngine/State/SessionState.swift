import MethodModel

/// Everything that is known of a session: the sum of its events.
///
/// `evolve` alone changes it; two sessions with the same events are equal.
package struct SessionState: Hashable, Sendable {
  package enum Status: Hashable, Sendable {
    case notStarted, running, paused
    case ended(Ended)
  }

  // Head
  package var status: Status = .notStarted
  package var start: SessionStarted?
  package var startedWall = WallTime(milliseconds: 0)
  package var endedWall: WallTime?
  package var roster = Roster()
  package var roles: [String: [PersonID]] = [:]
  package var drawnRoles: Set<String> = []
  /// Who holds a role because a selection says so.
  var selectedRoles: [String: [PersonID]] = [:]
  /// How often each has been given a role.
  var timesHeld: [String: [PersonID: Int]] = [:]
  package var groups: [String: GroupSet] = [:]
  /// Who has been together so far, oldest first.
  package var encounters: [Encounter] = []
  /// The schedules of rotations, by their paths without laps.
  package var rotations: [InstancePath: RotationPlan] = [:]

  // Position
  package var tracks: [TrackID: Track] = [.agenda: Track(id: .agenda)]
  /// As they were when the session ended.
  package var formerTracks: [TrackID: Track] = [:]
  /// The track that the host's commands act on.
  package var focus = TrackID.agenda
  /// Where `return` goes: the take that was open before the first move.
  package var origin: Origin?
  /// Leaves that run again without asking when they are reached.
  package var due: Set<InstancePath> = []
  /// How often each `back` was used.
  package var backs: [InstancePath: Int] = [:]
  /// Each use of a `back`, newest last, so that it can be taken back.
  var reworks: [UsedBack] = []
  /// The meeting or window that goes on.
  package var meeting: MeetingOpened?
  package var closedMeetings: Set<InstancePath> = []
  /// Every meeting and window so far, in order.
  package var meetings: [HeldMeeting] = []
  /// How each for-each was left.
  package var leftQueues: [LeftQueue] = []
  /// How the leaves to come are shortened, once the host has chosen that.
  package var replan: Replanned?
  /// When the session, or the meeting that goes on, is to end: in seconds since the start that count.
  package var agreedEnd = 0
  package var inserted: [InsertedStep] = []

  // Content
  package var takes: [Take] = []
  package var takesByPath: [InstancePath: [Int]] = [:]
  package var outcomes: [String: OutcomeState] = [:]
  /// The outcome of each entry.
  package var outcomeOfEntry: [EntryID: String] = [:]
  /// Entries for which points given to what they were merged from count.
  package var carriers: [EntryID] = []
  /// Fields written on things that are no entries (values of lists, people, groups).
  package var cells: [ThingRef: [String: String]] = [:]
  /// The newest take in which each person was at a station, or had a sheet in hand, by the place of its rotation.
  var visits: [PersonID: [String: [ThingRef: Int]]] = [:]
  /// Where each entry was chosen or won.
  package var chosenIn: [EntryID: [RunID]] = [:]
  /// The events by which each entry came to mean something else, oldest first.
  package var meanings: [EntryID: [Int]] = [:]
  /// Something that others may rest on was ever replaced.
  var hasReplacements = false
  package var readings: [RecordedReading] = []
  package var answers: [RecordedAnswer] = []
  package var notes: [RecordedNote] = []
  /// Every run of a used method, in order.
  package var uses: [RecordedUse] = []
  /// The words behind values that were given to list settings of used methods.
  var givenWords: [ThingRef: String] = [:]
  package var changes: [RecordedChange] = []
  /// What came of actions, by their ids in the record, oldest first.
  package var actionChanges: [String: [RecordedActionChange]] = [:]
  package var redactions: [RecordedRedaction] = []

  // Clock
  package var clock = SessionClock()

  // Envelope
  package var sequence = 0
  /// The newest event that moved the position, formed groups or changed the plan.
  package var controlSequence = 0
  package var accepted: [CommandID: Receipt] = [:]
  /// What `undo` would take back, newest last; at most 200, as one line may be the answers of a whole room.
  package var undoable: [UndoStep] = []
  /// The typed line of which the newest event came, where that was several commands.
  var line: String?
  /// The command that opened the newest activity: what it fills in was typed by nobody.
  var openingCommand: CommandID?

  package init() {}
}

/// What a command became: told again when it is sent again.
package struct Receipt: Hashable, Sendable {
  package var digest: String
  package var first: Int
  package var last: Int
}

/// A place to return to: a take, or a question that stood.
package struct Origin: Hashable, Sendable {
  package var track = TrackID.agenda
  package var take: Int?
  package var frames: [Frame] = []
  package var stop: StopPoint?
}

/// One use of a `back`.
struct UsedBack: Hashable, Sendable {
  var sequence: Int
  var path: InstancePath
  var due: [InstancePath]
}

/// A meeting or window with the moments by the wall clock between which it was open.
package struct HeldMeeting: Hashable, Sendable {
  package var opened: MeetingOpened
  package var openedWall: WallTime
  package var closedWall: WallTime?
  /// Who was there at any moment, in the order in which they came; in a window nobody is.
  package var present: [PersonID] = []

  /// In seconds: so long after a meeting has opened whoever is taken off is taken not to have come.
  static let rollCall = 600
}

/// How a for-each was left.
package struct LeftQueue: Hashable, Sendable {
  package var sequence: Int
  package var content: QueueLeft
}

/// A set of groups as formed.
package struct GroupSet: Hashable, Sendable {
  package var generation: Int
  package var groups: [FormedGroup]
  package var remark: String?
  /// How many pairs had been together before; `nil` where nobody minds.
  package var repeats: Int?
  /// The event that formed it in each circle, by the circle's keys in one word.
  package var formedAt: [String: Int] = [:]

  package func group(of person: PersonID) -> FormedGroup? { groups.last { $0.members.contains(person) } }
}

/// A one-off step of the host's.
package struct InsertedStep: Hashable, Sendable {
  /// The place of the one that opens a session with what was carried there.
  static let carried = "carried"

  package var after: InstancePath
  package var place: String
  package var title: String
  package var seconds: Int
  package var say: String?
}

/// A condition as it was read.
package struct RecordedReading: Hashable, Sendable {
  package var sequence: Int
  package var path: InstancePath
  package var purpose: ConditionRead.Purpose
  package var reading: Reading
}

/// A stop point as it was answered.
package struct RecordedAnswer: Hashable, Sendable {
  package var sequence: Int
  package var path: InstancePath
  package var kind: StopPoint.Kind
  package var option: String
  package var reason: String?
  package var actor: Actor
}

/// A remark for the record.
package struct RecordedNote: Hashable, Sendable {
  package var sequence: Int
  package var wall: WallTime
  package var take: Int?
  package var text: String
  /// Whose turn it was.
  package var speaker: PersonID?
  /// It names a photo of paper.
  package var isPhoto = false
  /// Taken back; it is shown nowhere any more.
  package var isWithdrawn = false
}

/// A way in which the session left the method's path.
package struct RecordedChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case requeued, replanned, skipped, reopened, again, returned, jumped, extended, shortened, inserted, overruled,
      paused, interrupted
    case arrivedLate = "arrived-late"
    case leftEarly = "left-early"
    case kept, takenBack = "taken-back", regrouped, moved, withdrawn, endedEarly = "ended-early", offFit =
      "outside-fit", closedEarly =
      "closed-early"
  }

  package var sequence: Int
  package var wall: WallTime
  package var kind: Kind
  package var take: Int?
  /// The step, person or entry it concerns, in words.
  package var subject: String
  /// Seconds, for changes of time.
  package var seconds: Int?
  package var reason: String?
  package var missing: [String]
}

/// Running time: the program's seconds with pauses taken out.
package struct SessionClock: Hashable, Sendable {
  /// Of the newest event.
  package var elapsed = 0
  package var wall = WallTime(milliseconds: 0)
  /// Elapsed seconds spent paused, up to `pausedSince`.
  package var paused = 0
  package var pausedSince: Int?
  /// Seconds by the wall clock in which the program did not run.
  package var lost = 0
  /// Elapsed seconds between meetings, which count towards no end.
  package var between = 0
  /// Seconds by the wall clock between meetings in which the program did not run.
  package var away = 0
  /// Seconds in which a window was open, which count towards no end.
  package var inWindows = 0
  /// What had been spent when the window opened that is open now.
  var spentBeforeWindow: Int?

  /// Seconds in which steps ran, at a moment of elapsed time.
  package func running(at elapsed: Int) -> Int {
    let moment = max(elapsed, self.elapsed)
    return moment - paused - (pausedSince.map { moment - $0 } ?? 0)
  }

  /// Seconds since the start that count towards the agreed end: lost and paused time too. They stand still while a
  /// window is open.
  package func spent(at elapsed: Int) -> Int {
    spentBeforeWindow ?? max(elapsed, self.elapsed) + lost - between - inWindows
  }

  mutating func openWindow() { spentBeforeWindow = spent(at: elapsed) }

  mutating func closeWindow() {
    guard let before = spentBeforeWindow else { return }
    spentBeforeWindow = nil
    inWindows += spent(at: elapsed) - before
  }
}

/// Something that can be taken back, and the event that did it.
package struct UndoStep: Hashable, Sendable {
  package var sequence: Int
  package var undo: Undoable
  /// The typed line that it came of, where that was several commands.
  package var line: String?
}

/// Something that can be taken back while it is the newest thing done.
package enum Undoable: Hashable, Sendable {
  case entry(EntryID)
  /// A photo of paper: the event that took it in.
  case photo(Int)
  case withdrawal(EntryID)
  /// A merge or a split: what came of it.
  case lineage([EntryID])
  /// Things put into clusters: who had which before.
  case sorting(ThingsSorted)
  case wording(EntryID, fields: [String: String])
  /// A leaf was closed or skipped: its take.
  case moved(from: Int)
  case plan(take: Int, before: Int)
  /// The leaves to come got other times: the plan before, and what open leaves had.
  case replan(before: Replanned?, end: Int, allotments: [Replanned.Allotment])
  case arrival(PersonID)
  case departure(PersonID)
  case pause
  /// Words that were filled in, with those that stood there before.
  case filling(CellFilled, before: String)
  case ballot(RunID, UnitRef, before: BallotBefore)
  /// Something without a name, which nobody can find again.
  case handIn
  /// A choice; `nil`: none had been made before.
  case choice(RunID, UnitRef, before: ChoiceBefore?)
  case tally(RunID, ThingRef, before: Tally?)
  /// What rests on something replaced was kept: since when each run had been before.
  case keeping(StaleKept)
  /// A step's next activity, left by going back.
  case answer
}

/// What a unit had chosen before its newest choice.
package struct ChoiceBefore: Hashable, Sendable {
  package var things: [ThingRef]
  package var reason: String?
}

/// A unit's ballot before its newest change.
package struct BallotBefore: Hashable, Sendable {
  package var marks: [MarkKey: Mark]
  package var answered: Bool
  package var complete: Bool
}
