/// A unit's whole ballot in one go; replaces what that unit had given in the activity.
package struct HandIn: Sendable, Hashable, Codable {
  /// `nil`: the activity that is open now.
  package var run: RunID?
  package var unit: UnitRef
  /// What is not among them was not given; none at all is a blank ballot, which counts as an answer.
  package var marks: [BallotMark]
  /// Things written, each by its fields, where no names are kept.
  package var entries: [[String: String]]
  /// A word of the sender's own that links rounds, where names are coded.
  package var code: String?

  package init(
    run: RunID? = nil, unit: UnitRef, marks: [BallotMark], entries: [[String: String]] = [], code: String? = nil
  ) {
    self.run = run
    self.unit = unit
    self.marks = marks
    self.entries = entries
    self.code = code
  }
}

/// One mark of a whole ballot.
package struct BallotMark: Sendable, Hashable, Codable {
  package var thing: ThingRef
  package var criterion: String?
  /// A number, a point of the scale, or a signal; `nil` is a pass ("don't know").
  package var value: String?
  package var reason: String?

  package init(_ thing: ThingRef, criterion: String? = nil, value: String?, reason: String? = nil) {
    self.thing = thing
    self.criterion = criterion
    self.value = value
    self.reason = reason
  }

  package var key: MarkKey { MarkKey(thing: thing, criterion: criterion) }
}

/// A ballot that came after the end, to be counted all the same.
package struct AdmitBallot: Sendable, Hashable, Codable {
  package var run: RunID?
  package var unit: UnitRef

  package init(run: RunID? = nil, unit: UnitRef) {
    self.run = run
    self.unit = unit
  }
}
