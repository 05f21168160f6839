/// A used method is done: with everything in it left, one goes on behind its `use`.
package struct UseEnded: EventContent {
  package static let type = "useEnded"
  package var path: InstancePath
  package var place: String
  /// `completed`, or the name of an end of the used method.
  package var name: String
  /// What the used method says to that end, in the session's language.
  package var text: String?
  package var asBody: EventBody { .useEnded(self) }
}
