/// Something that happened and is on record: the result, never the recipe, so that replay draws and computes nothing.
package struct Event: Sendable, Hashable {
  /// From 1, without gaps.
  package var sequence: Int
  package var command: CommandID
  package var commandDigest: String
  package var actor: Actor
  package var wall: WallTime
  /// Seconds of running time since the session started.
  package var elapsed: Int
  package var reason: String?
  package var body: EventBody

  package init(
    sequence: Int, command: CommandID, commandDigest: String, actor: Actor, wall: WallTime, elapsed: Int,
    reason: String? = nil, body: EventBody
  ) {
    self.sequence = sequence
    self.command = command
    self.commandDigest = commandDigest
    self.actor = actor
    self.wall = wall
    self.elapsed = elapsed
    self.reason = reason
    self.body = body
  }
}

/// What an event of one type holds. A version only gains optional fields; anything else is a new version.
package protocol EventContent: Sendable, Hashable, Codable {
  /// The name in the journal; never changed.
  static var type: String { get }
  static var version: Int { get }
  var asBody: EventBody { get }
}

extension EventContent {
  package static var version: Int { 1 }
}

/// Every event, one case a type.
package enum EventBody: Sendable, Hashable {
  case sessionStarted(SessionStarted)
  // Flow
  case frameEntered(FrameEntered)
  case frameAdvanced(FrameAdvanced)
  case frameLeft(FrameLeft)
  case tracksForked(TracksForked)
  case trackFocused(TrackFocused)
  case trackDone(TrackDone)
  case queueChanged(QueueChanged)
  case queueLeft(QueueLeft)
  case meetingOpened(MeetingOpened)
  case meetingClosed(MeetingClosed)
  case turnMoved(TurnMoved)
  case takeOpened(TakeOpened)
  case activityOpened(ActivityOpened)
  case takeClosed(TakeClosed)
  case takeSkipped(TakeSkipped)
  case takesDropped(TakesDropped)
  case takeReopened(TakeReopened)
  case positionMoved(PositionMoved)
  case stopReached(StopReached)
  case stopAnswered(StopAnswered)
  case conditionRead(ConditionRead)
  case judged(Judged)
  case checkpointDecided(CheckpointDecided)
  case stepInserted(StepInserted)
  case useEnded(UseEnded)
  case ended(Ended)
  // Entries
  case entryAdded(EntryAdded)
  case entryReworded(EntryReworded)
  case entryRetired(EntryRetired)
  case entryRevived(EntryRevived)
  case entryAdmitted(EntryAdmitted)
  case thingsSorted(ThingsSorted)
  case cellFilled(CellFilled)
  case thingsChosen(ThingsChosen)
  case markSet(MarkSet)
  case ballotHandedIn(BallotHandedIn)
  case ballotAdmitted(BallotAdmitted)
  case ballotRestored(BallotRestored)
  case handedIn(HandedIn)
  case urnSealed(UrnSealed)
  case choiceRestored(ChoiceRestored)
  case tallyRestored(TallyRestored)
  case tallyEntered(TallyEntered)
  case entriesClosed(EntriesClosed)
  case revealed(Revealed)
  case decided(Decided)
  case staleKept(StaleKept)
  case noteTaken(NoteTaken)
  case photoWithdrawn(PhotoWithdrawn)
  // What came of it
  case actionChanged(ActionChanged)
  case bodiesErased(BodiesErased)
  // People
  case personArrived(PersonArrived)
  case personLeft(PersonLeft)
  case groupsFormed(GroupsFormed)
  case memberMoved(MemberMoved)
  case scheduleSet(ScheduleSet)
  case partJoined(PartJoined)
  case roleFilled(RoleFilled)
  case roleLeft(RoleLeft)
  // Time
  case planChanged(PlanChanged)
  case replanned(Replanned)
  case turnUp(TurnUp)
  case paused(Paused)
  case resumed(Resumed)
  case cueFired(CueFired)
  case timeUp(TimeUp)
  case undoMade(UndoMade)
}

extension EventBody {
  /// The content, whatever its type.
  package var content: any EventContent {
    switch self {
    case .sessionStarted(let content): content
    case .frameEntered(let content): content
    case .frameAdvanced(let content): content
    case .frameLeft(let content): content
    case .tracksForked(let content): content
    case .trackFocused(let content): content
    case .trackDone(let content): content
    case .queueChanged(let content): content
    case .queueLeft(let content): content
    case .meetingOpened(let content): content
    case .meetingClosed(let content): content
    case .turnMoved(let content): content
    case .takeOpened(let content): content
    case .activityOpened(let content): content
    case .takeClosed(let content): content
    case .takeSkipped(let content): content
    case .takesDropped(let content): content
    case .takeReopened(let content): content
    case .positionMoved(let content): content
    case .stopReached(let content): content
    case .stopAnswered(let content): content
    case .conditionRead(let content): content
    case .judged(let content): content
    case .checkpointDecided(let content): content
    case .stepInserted(let content): content
    case .useEnded(let content): content
    case .ended(let content): content
    default: entryPeopleOrTimeContent
    }
  }

  private var entryPeopleOrTimeContent: any EventContent {
    switch self {
    case .entryAdded(let content): content
    case .entryReworded(let content): content
    case .entryRetired(let content): content
    case .entryRevived(let content): content
    case .entryAdmitted(let content): content
    case .thingsSorted(let content): content
    case .cellFilled(let content): content
    case .thingsChosen(let content): content
    case .markSet(let content): content
    case .ballotHandedIn(let content): content
    case .ballotAdmitted(let content): content
    case .ballotRestored(let content): content
    case .handedIn(let content): content
    case .urnSealed(let content): content
    case .choiceRestored(let content): content
    case .tallyRestored(let content): content
    case .tallyEntered(let content): content
    case .entriesClosed(let content): content
    case .revealed(let content): content
    case .decided(let content): content
    case .staleKept(let content): content
    case .noteTaken(let content): content
    case .photoWithdrawn(let content): content
    case .personArrived(let content): content
    case .personLeft(let content): content
    case .groupsFormed(let content): content
    case .memberMoved(let content): content
    case .scheduleSet(let content): content
    case .partJoined(let content): content
    case .roleFilled(let content): content
    case .roleLeft(let content): content
    case .planChanged(let content): content
    case .replanned(let content): content
    case .turnUp(let content): content
    case .paused(let content): content
    case .resumed(let content): content
    case .cueFired(let content): content
    case .timeUp(let content): content
    case .undoMade(let content): content
    case .actionChanged(let content): content
    case .bodiesErased(let content): content
    default: preconditionFailure("every flow event is answered by `content`")
    }
  }

  /// Every content type, for decoding by name.
  package static let contentTypes: [any EventContent.Type] = [
    SessionStarted.self, FrameEntered.self, FrameAdvanced.self, FrameLeft.self, TracksForked.self, TrackFocused.self,
    TrackDone.self, QueueChanged.self, QueueLeft.self, MeetingOpened.self, MeetingClosed.self, TurnMoved.self,
    TakeOpened.self, ActivityOpened.self,
    TakeClosed.self, TakeSkipped.self, TakesDropped.self, TakeReopened.self, PositionMoved.self, StopReached.self,
    StopAnswered.self, ConditionRead.self, Judged.self, CheckpointDecided.self, StepInserted.self, Ended.self,
    EntryAdded.self, EntryReworded.self, EntryRetired.self, EntryRevived.self, EntryAdmitted.self, ThingsSorted.self,
    CellFilled.self, ThingsChosen.self, MarkSet.self, BallotHandedIn.self, BallotAdmitted.self, BallotRestored.self,
    HandedIn.self, UrnSealed.self,
    ChoiceRestored.self, TallyRestored.self, TallyEntered.self, EntriesClosed.self, Revealed.self, Decided.self,
    StaleKept.self, NoteTaken.self, PhotoWithdrawn.self, PersonArrived.self, PersonLeft.self, GroupsFormed.self,
    MemberMoved.self, ScheduleSet.self, PartJoined.self,
    RoleFilled.self,
    RoleLeft.self, PlanChanged.self, Replanned.self, TurnUp.self, Paused.self, Resumed.self, CueFired.self, TimeUp.self,
    UndoMade.self, UseEnded.self, ActionChanged.self, BodiesErased.self,
  ]

  private static let typesByName = Dictionary(uniqueKeysWithValues: contentTypes.map { ($0.type, $0) })

  /// The content type a journal names; `nil` for a type this version does not know.
  package static func contentType(named name: String) -> (any EventContent.Type)? { typesByName[name] }
}
