package import MethodModel

/// One run of a leaf.
package struct Take: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case step, rest, checkpoint, inserted }
  package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case open, closed, superseded, skipped
    /// A branch or loop went another way when it was passed again.
    case dropped
  }

  package var number: Int
  package var path: InstancePath
  package var place: String
  package var kind: Kind
  package var title: String
  package var attempt: Int
  package var status: Status
  /// Running seconds.
  package var openedAt: Int
  package var closedAt: Int?
  package var openedWall: WallTime
  package var closedWall: WallTime?
  /// Seconds used by earlier openings of the same take.
  package var usedBefore: Int
  /// Seconds, as the method plans for these people.
  package var planned: Int
  /// Seconds after extensions.
  package var allotted: Int
  package var parts: [Part]
  package var about: [String: ThingRef]
  package var supersedes: Int?
  /// The take that replaced this one.
  package var supersededBy: Int?
  /// The event that did.
  package var supersededAt: Int?
  package var carries: Bool
  package var runs: [ActivityRun]
  package var firedCues: Set<Int>
  package var isTimeUp: Bool
  /// The frames at its opening, for reopening it.
  package var frames: [Frame]
  package var track: TrackID
  /// Whose turn it is, where people speak in turns.
  package var turns: Turns?
  /// Within a window, where everybody works in their own time.
  package var isInWindow = false
  package var judgements: [Int: GiveJudgement.Answer]
  package var decision: CheckpointDecided?
  package var decisionReason: String?
  package var skipReason: String?
  package var missing: [String]
  /// Order of the latest event that opened it, to tell what came before.
  package var openedSequence: Int

  /// Seconds used up to a moment of running time.
  package func used(at running: Int) -> Int {
    switch status {
    case .open: usedBefore + max(0, running - openedAt)
    default: usedBefore + max(0, (closedAt ?? openedAt) - openedAt)
    }
  }

  /// Whether its entries are read: open, done or left out, but not replaced.
  package var isCurrent: Bool { status == .open || status == .closed || status == .skipped }
}

/// One activity of a take, from opening to reveal.
package struct ActivityRun: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, Codable { case open, closed }

  package var id: RunID
  package var outcome: String
  package var round: Int
  package var ballot: [ThingRef]
  package var status: Status
  package var isRevealed: Bool
  /// Who was there at any time while entries were taken; less those who left without an answer.
  package var present: Set<PersonID>
  /// Units that have answered everything put up to them.
  package var complete: Set<UnitRef>
  /// Units that have answered at least something.
  package var answered: Set<UnitRef>
  package var marks: [UnitRef: [MarkKey: Mark]]
  /// Marks that came after entries were closed: kept, not counted; the mark they would replace stays.
  package var lateMarks: [UnitRef: [MarkKey: Mark]] = [:]
  /// Whose late marks are a whole ballot, which takes the place of an earlier one.
  var lateWhole: Set<UnitRef> = []
  /// The event by which a ballot that came after the end was admitted; 0: none was.
  package var admittedAt = 0
  /// How many entries of each unit count: neither withdrawn nor late.
  package var entryCounts: [UnitRef: Int] = [:]
  package var tallies: [ThingRef: Tally]
  package var choices: [UnitRef: [ThingRef]]
  /// Why, where one decides for all.
  package var choiceReasons: [UnitRef: String] = [:]
  package var choiceOrder: [UnitRef]
  /// Who chose, as often as they did, the newest last.
  package var choosers: [UnitRef: [PersonID]] = [:]
  package var entitledAtClose: [PersonID]?
  package var answeredAtClose: Int?
  package var openedSequence: Int
  /// What of the ballot lies before whom; `nil`: everything before everybody.
  var offers: [Offer]?
  /// The ballot of an earlier step that is repeated here over those tied.
  package var runOff: RunOff?
  /// What is handed in waits in an urn, and whose it is is stored nowhere.
  package var isWithoutNames = false
  /// The urn's ballots are in the record.
  package var isSealed = false
  /// Who has handed in, where nothing says what.
  package var handedIn: Set<UnitRef> = []
  /// The words that link a sender's ballots over rounds, by the number of the ballot; never shown.
  package var codes: [UnitRef: String] = [:]
  /// Sums of what few people gave without names.
  package var totals: [MarkKey: Tally] = [:]
  /// The ballot, for looking something up in it.
  var onBallot: Set<ThingRef> = []
  /// The takes whose marks, documents and verdicts it read when it opened.
  package var reads: [Int] = []
  /// The things it began with, in the version that it read.
  package var versionsRead: [VersionRead] = []
  /// The event of the newest choice.
  package var chosenAt = 0
  /// The event by which the host kept it although something it rests on was replaced; 0: none.
  package var keptAt = 0
}

extension ActivityRun {
  /// Whether somebody's single ballot is in it.
  package var hasBallots: Bool { marks.values.contains { $0.values.contains { !$0.isLate } } || !complete.isEmpty }

  /// Takes entries again, also from those who came since; what was revealed stays closed.
  mutating func reopen(_ present: [PersonID]) {
    guard !isRevealed, !isSealed else { return }
    status = .open
    self.present.formUnion(present)
    entitledAtClose = nil
    answeredAtClose = nil
  }
}

/// Which mark of a unit: on what, by which criterion.
package struct MarkKey: Hashable, Sendable {
  package var thing: ThingRef
  package var criterion: String?

  package init(thing: ThingRef, criterion: String? = nil) {
    self.thing = thing
    self.criterion = criterion
  }
}

/// A value with its reason; no value is a pass.
package struct Mark: Hashable, Sendable {
  package var value: String?
  package var reason: String?
  package var isLate: Bool
  /// The event that set it.
  package var sequence = 0
}

/// A count entered for the room.
package struct Tally: Hashable, Sendable, Codable {
  package var total: Number
  package var ballots: Int?
}
