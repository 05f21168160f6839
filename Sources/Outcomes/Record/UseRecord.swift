/// One run of a used method: a record of its own inside its caller's.
package struct UseRecord: Codable, Sendable, Hashable {
  /// A setting of the used method as it was given.
  package struct Setting: Codable, Sendable, Hashable {
    package var id: String
    package var values: [String]
  }

  /// An outcome of the used method, and the one of this record that holds it.
  package struct Outcome: Codable, Sendable, Hashable {
    package var id: String
    package var outcome: String
  }

  /// The id of the `use`.
  package var place: String
  package var path: String
  package var method: String
  package var version: String
  /// Of the used method's own bytes, as pinned in the session's folder.
  @OrNull package var hash: String?
  package var title: String
  package var settings: [Setting]
  package var started: Moment
  @OrNull package var ended: Moment?
  /// As what it ended; `null` while it runs and when it was left otherwise.
  @OrNull package var end: EndRecord?
  /// What the used method promises, under its own names, and whether this run of it delivered that.
  package var delivers: [DeliverableRecord]
  /// In the order in which the used method writes them.
  package var outcomes: [Outcome]
  /// The takes of its steps, by number, in `timing`.
  package var takes: [Int]
  /// Of its steps, in seconds.
  package var planned: Int
  package var used: Int
  /// How it left its path.
  package var deviations: [DeviationRecord]
}
