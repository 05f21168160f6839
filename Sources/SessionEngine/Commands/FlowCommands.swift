/// A change to the things that a for-each still goes through.
package struct ChangeQueue: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// It comes next.
    case first
    case drop, add

    /// For the record.
    var words: String {
      switch self {
      case .first: "comes next"
      case .drop: "taken out"
      case .add: "added"
      }
    }
  }

  package var thing: ThingRef
  package var kind: Kind

  package init(_ kind: Kind, _ thing: ThingRef) {
    self.kind = kind
    self.thing = thing
  }
}

/// Whose turn it is now.
package enum MoveTurn: Sendable, Hashable, Codable {
  /// The next one's.
  case next
  /// The next one's, since whoever has it passes.
  case pass
  case to(UnitRef)
  /// Once more round.
  case round
}

/// The way to end in time that the host has chosen among those that `SessionEngine.waysToEnd` offers now.
package struct ApplyPlan: Sendable, Hashable, Codable {
  package var way: WayToEnd.Kind

  package init(_ way: WayToEnd.Kind) { self.way = way }
}
