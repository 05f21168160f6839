/// What came of an action that was agreed here or carried here; said while the session runs or long after its end.
package struct ChangeAction: Sendable, Hashable, Codable {
  package enum Change: Sendable, Hashable, Codable {
    case done
    /// It will not be done.
    case dropped
    /// It is due on another day, as `2027-03-01`.
    case moved(to: String)
    /// It is open again.
    case reopened
  }

  /// The action's id in the record.
  package var action: String
  package var change: Change

  package init(_ action: String, _ change: Change) {
    self.action = action
    self.change = change
  }
}
