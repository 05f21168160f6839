package import SessionEngine

/// Something that was said of an action after it was agreed.
package struct ActionChangeRecord: Codable, Sendable, Hashable {
  package var at: Moment
  package var change: ActionChanged.Kind
  /// The day on which it is due now, where that was moved.
  @OrNull package var due: String?
  @OrNull package var note: String?
}

/// An action of an earlier session that this one looked at again.
package struct CarriedRecord: Codable, Sendable, Hashable {
  /// The short id under which it was looked at.
  package var id: String
  /// The name of the session that it comes from, and its id in that session's record.
  package var session: String
  package var action: String
  package var text: String
  @OrNull package var owner: String?
  @OrNull package var due: String?
  @OrNull package var measure: String?
  /// By what was said of it here.
  package var status: AgreedAction.Status
  package var history: [ActionChangeRecord]
}

/// That somebody's name and words were erased: how much, never what.
package struct RedactionRecord: Codable, Sendable, Hashable {
  package var at: Moment
  /// The person's id; the name is gone.
  package var person: String
  /// Who had it done.
  package var by: String
  @OrNull package var reason: String?
  /// Places where the name stood as the person's own, texts of the person's own, places in texts of others.
  package var names: Int
  package var texts: Int
  package var mentions: Int
  /// Files of the folder that were changed or removed, beside those made of the journal.
  package var files: [String]
}

extension ActionChangeRecord {
  /// What came of it, as the record writes it.
  package var word: String { change.rawValue }
}

extension CarriedRecord {
  /// How it stands, as the record writes it.
  package var word: String { status.rawValue }
}
