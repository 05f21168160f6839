/// A thing in the version in which it was read.
package struct VersionRead: Hashable, Sendable, Codable {
  package var thing: ThingRef
  /// How often it had come to mean something else.
  package var version: Int

  package init(thing: ThingRef, version: Int) {
    self.thing = thing
    self.version = version
  }
}

/// What rests on something that was replaced counts all the same from now on, for the reason that the host gives.
package struct StaleKept: EventContent {
  package static let type = "staleKept"
  package var outcome: String
  package var runs: [RunID]
  /// What had been replaced, in words.
  package var why: [String]
  /// An undo brings back the event by which each run had been kept before; 0: none.
  package var before: [Int]?
  package var asBody: EventBody { .staleKept(self) }
}
