package import MethodModel

/// Somebody handed in without a name: that they did, and nothing of what.
package struct HandedIn: EventContent {
  package static let type = "handedIn"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var asBody: EventBody { .handedIn(self) }
}

/// What waited in the urn is on record: sorted, without receipts.
package struct UrnSealed: EventContent {
  package static let type = "urnSealed"

  /// The sum of what few people gave to one thing.
  package struct Total: Sendable, Hashable, Codable {
    package var thing: ThingRef
    package var criterion: String?
    package var total: Number
    package var given: Int

    package init(thing: ThingRef, criterion: String?, total: Number, given: Int) {
      self.thing = thing
      self.criterion = criterion
      self.total = total
      self.given = given
    }
  }

  package var run: RunID
  package var outcome: String
  package var ballots: [SealedBallot]
  /// In place of ballots, where fewer than five people handed in.
  package var totals: [Total]
  package var entries: [[String: String]]
  /// How many people are ticked off, and how many ballots were found; more than that: a hand-in was cut short.
  package var handedIn: Int
  package var found: Int
  package var asBody: EventBody { .urnSealed(self) }
}
