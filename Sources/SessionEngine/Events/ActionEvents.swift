/// What came of an action; the note is the event's reason.
package struct ActionChanged: EventContent {
  package static let type = "actionChanged"

  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable { case done, dropped, moved, reopened }

  /// The action's id in the record.
  package var action: String
  package var kind: Kind
  /// The day on which it is due now, where that was moved.
  package var due: String?
  package var asBody: EventBody { .actionChanged(self) }
}
