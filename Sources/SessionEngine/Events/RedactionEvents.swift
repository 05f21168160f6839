/// The words of earlier events are erased; what stands in for them keeps everything that was counted and decided.
package struct BodiesErased: EventContent {
  package static let type = "bodiesErased"

  /// What an erased event says now.
  package struct StandIn: Sendable, Hashable, Codable {
    package var sequence: Int
    /// The event's body as JSON, without the name and the words.
    package var body: String

    package init(sequence: Int, body: String) {
      self.sequence = sequence
      self.body = body
    }
  }

  /// How much was removed, in numbers that tell nothing of what it said.
  package struct Removed: Sendable, Hashable, Codable {
    /// Places where the name stood as the person's own.
    package var names: Int
    /// Texts of the person's own.
    package var texts: Int
    /// Places in texts of others.
    package var mentions: Int
    /// Files of the folder that were changed or removed, beside those made of the journal.
    package var files: [String]

    package init(names: Int = 0, texts: Int = 0, mentions: Int = 0, files: [String] = []) {
      self.names = names
      self.texts = texts
      self.mentions = mentions
      self.files = files
    }
  }

  package var person: PersonID
  /// Who had it done, in words.
  package var by: String
  package var removed: Removed
  /// All that stand in for anything up to here, those of earlier redactions too.
  package var standIns: [StandIn]
  package var asBody: EventBody { .bodiesErased(self) }
}
