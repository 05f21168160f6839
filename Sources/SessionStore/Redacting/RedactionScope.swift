package import SessionEngine

/// What is known of a session when a person is to be taken out of it, and what of the person's own is to stay.
package struct RedactionScope: Sendable {
  /// Fields in which nobody writes words of their own: choices, days, people.
  package var unwritten: Set<String>
  /// Names by which others call the person besides those on the list.
  package var names: [String]
  /// Where the record shows words without saying whose they are: what is missing there tells whose it was.
  package var nameless: Set<RunID>
  /// The person's words there stay.
  package var leavesNameless: Bool

  package init(
    unwritten: Set<String>, names: [String] = [], nameless: Set<RunID> = [], leavesNameless: Bool = false
  ) {
    self.unwritten = unwritten
    self.names = names
    self.nameless = nameless
    self.leavesNameless = leavesNameless
  }
}
