/// That a person's name and words were erased, as it is on record.
package struct RecordedRedaction: Hashable, Sendable {
  package var sequence: Int
  package var wall: WallTime
  package var person: PersonID
  /// Who had it done, in words.
  package var by: String
  package var reason: String?
  package var removed: BodiesErased.Removed
}
