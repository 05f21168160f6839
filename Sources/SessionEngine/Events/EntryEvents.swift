package import MethodModel

/// A thing came into an outcome.
package struct EntryAdded: EventContent {
  package static let type = "entryAdded"
  package var run: RunID
  package var outcome: String
  package var id: EntryID
  package var kind: Entry.Kind
  package var author: PersonID?
  package var unit: UnitRef?
  package var fields: [String: String]
  package var copyOf: ThingRef?
  /// What the thing is about: the document an objection speaks to, the condition an action meets.
  package var about: ThingRef?
  /// It arrived after entries were closed, and counts only when admitted.
  package var late: Bool
  /// The things of a cluster; from where to where a link goes.
  package var members: [ThingRef]?
  /// What it was merged or split from.
  package var parents: [EntryID]?
  /// Points given to its parents count for it.
  package var carries: Bool?
  package var asBody: EventBody { .entryAdded(self) }
}

/// New words for an entry; its earlier words stay on record.
package struct EntryReworded: EventContent {
  package static let type = "entryReworded"
  package var id: EntryID
  package var outcome: String
  package var fields: [String: String]
  package var by: PersonID?
  /// It says something else now; `nil`: the same in other words.
  package var changesMeaning: Bool?
  package var asBody: EventBody { .entryReworded(self) }
}

/// Things were put into clusters or taken out of them.
package struct ThingsSorted: EventContent {
  package static let type = "thingsSorted"

  /// All the things of one cluster.
  package struct Cluster: Sendable, Hashable, Codable {
    package var id: EntryID
    package var members: [ThingRef]
  }

  package var run: RunID
  package var outcome: String
  package var unit: UnitRef?
  /// Every cluster whose things are others now.
  package var clusters: [Cluster]
  /// The one that this began.
  package var begun: EntryID?
  package var asBody: EventBody { .thingsSorted(self) }
}

/// An entry was withdrawn, merged or split; it stays on record.
package struct EntryRetired: EventContent {
  package static let type = "entryRetired"
  package var id: EntryID
  package var outcome: String
  /// What it was merged or split into; `nil`: it was withdrawn.
  package var into: [EntryID]?
  package var asBody: EventBody { .entryRetired(self) }
}

/// A withdrawn entry is back.
package struct EntryRevived: EventContent {
  package static let type = "entryRevived"
  package var id: EntryID
  package var outcome: String
  package var asBody: EventBody { .entryRevived(self) }
}

/// A late entry counts from now on.
package struct EntryAdmitted: EventContent {
  package static let type = "entryAdmitted"
  package var id: EntryID
  package var outcome: String
  package var asBody: EventBody { .entryAdmitted(self) }
}

/// A cell of a document, or a field of a thing, has a new version.
package struct CellFilled: EventContent {
  package static let type = "cellFilled"
  package var run: RunID
  package var outcome: String
  /// The document or thing; a new id opens a document.
  package var target: ThingRef
  package var field: String
  package var text: String
  package var author: PersonID?
  package var unit: UnitRef?
  /// The version the writer saw; lower than the newest: a rival edit, both kept.
  package var base: Int?
  /// It says something else than what stood there; `nil`: the same in other words, or nothing stood there.
  package var changesMeaning: Bool?
  package var asBody: EventBody { .cellFilled(self) }
}

/// A unit's own choice, replacing its earlier one.
package struct ThingsChosen: EventContent {
  package static let type = "thingsChosen"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var things: [ThingRef]
  package var author: PersonID?
  /// Why, where one decided for all.
  package var reason: String?
  package var asBody: EventBody { .thingsChosen(self) }
}

/// A mark; later replaces earlier by the same unit on the same thing and criterion.
package struct MarkSet: EventContent {
  package static let type = "markSet"
  package var run: RunID
  package var outcome: String
  package var unit: UnitRef
  package var thing: ThingRef
  package var criterion: String?
  /// `nil`: a pass.
  package var value: String?
  package var reason: String?
  package var late: Bool
  /// The unit has now answered everything that was put up to it.
  package var completes: Bool
  package var asBody: EventBody { .markSet(self) }
}

/// A count for one thing, entered for the whole room.
package struct TallyEntered: EventContent {
  package static let type = "tallyEntered"
  package var run: RunID
  package var outcome: String
  package var thing: ThingRef
  package var total: Number
  package var ballots: Int?
  package var asBody: EventBody { .tallyEntered(self) }
}

/// No more entries count in this activity; who was there is frozen.
package struct EntriesClosed: EventContent {
  package static let type = "entriesClosed"
  package var run: RunID
  package var outcome: String
  /// Present while entries were taken, those left out who went without an answer.
  package var present: [PersonID]
  package var entitled: [PersonID]
  package var answered: Int
  /// The host closed them before the step's end.
  package var early: Bool?
  package var asBody: EventBody { .entriesClosed(self) }
}

/// An activity's entries are shown to their audience, in this order.
package struct Revealed: EventContent {
  package static let type = "revealed"
  package var run: RunID
  package var outcome: String
  /// Shuffled unless names are shown.
  package var order: [EntryID]
  package var asBody: EventBody { .revealed(self) }
}

/// A verdict: a decision by a rule, or a computed selection.
package struct Decided: EventContent {
  package static let type = "decided"
  package var run: RunID
  package var outcome: String
  package var verdict: Verdict
  package var asBody: EventBody { .decided(self) }
}

/// A remark of the host for the record.
package struct NoteTaken: EventContent {
  package static let type = "noteTaken"
  package var text: String
  package var take: Int?
  /// Whose turn it was.
  package var speaker: PersonID?
  /// It names a photo of paper instead.
  package var photo: Bool?
  package var asBody: EventBody { .noteTaken(self) }
}

/// A photo of paper was taken back; the event that took it in keeps its place.
package struct PhotoWithdrawn: EventContent {
  package static let type = "photoWithdrawn"
  /// The number of that event.
  package var note: Int
  package var asBody: EventBody { .photoWithdrawn(self) }
}
