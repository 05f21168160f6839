/// A unit's whole ballot; it replaces what the unit had given.
package struct BallotHandedIn: EventContent {
  package static let type = "ballotHandedIn"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var marks: [BallotMark]
  package var late: Bool
  package var asBody: EventBody { .ballotHandedIn(self) }
}

/// A late ballot counts from now on, with these marks in all.
package struct BallotAdmitted: EventContent {
  package static let type = "ballotAdmitted"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var marks: [BallotMark]
  package var asBody: EventBody { .ballotAdmitted(self) }
}

/// A ballot is again what it was before its newest change.
package struct BallotRestored: EventContent {
  package static let type = "ballotRestored"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var marks: [BallotMark]
  /// Whether the unit had answered at all, and everything put up to it.
  package var answered: Bool
  package var complete: Bool
  package var asBody: EventBody { .ballotRestored(self) }
}

/// A unit's choice is again what it was before; `nil`: none had been made.
package struct ChoiceRestored: EventContent {
  package static let type = "choiceRestored"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var things: [ThingRef]?
  package var reason: String?
  package var asBody: EventBody { .choiceRestored(self) }
}

/// A count is again what it was before; `nil`: none had been entered.
package struct TallyRestored: EventContent {
  package static let type = "tallyRestored"
  package var run: RunID
  package var outcome: String
  package var thing: ThingRef
  package var tally: Tally?
  package var asBody: EventBody { .tallyRestored(self) }
}
