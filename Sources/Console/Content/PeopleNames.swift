import SessionEngine

/// Finds who is meant by a name, or the beginning of one.
struct PeopleNames {
  /// Somebody who may be meant.
  struct Candidate {
    let id: PersonID
    let name: String
    let isPresent: Bool
  }

  private let people: [Candidate]

  init(people: [PersonView]) {
    self.people = people.map { Candidate(id: $0.id, name: $0.name, isPresent: $0.isPresent) }
  }

  /// Those on a list before the session starts.
  init(people: [Person]) {
    self.people = people.map { Candidate(id: $0.id, name: $0.name, isPresent: $0.isPresent) }
  }

  /// The person with exactly that name, else the only one whose name begins so (two letters at least); those present
  /// come first. `nil`: nobody.
  func person(_ word: String) throws(Complaint) -> Candidate? {
    let wanted = Roster.folded(word)
    guard !wanted.isEmpty else { return nil }
    if let exact = people.first(where: { Roster.folded($0.name) == wanted }) { return exact }
    guard wanted.count >= 2 else { return nil }
    let begun = people.filter { Roster.folded($0.name).hasPrefix(wanted) }
    let present = begun.filter(\.isPresent)
    let candidates = present.isEmpty ? begun : present
    guard candidates.count > 1 else { return candidates.first }
    let names = candidates.prefix(6).map(\.name) + (candidates.count > 6 ? ["others"] : [])
    throw Complaint("“\(word)” could be \(spokenList(names, "or")). Type more of the name; nothing was entered.")
  }

  /// The person with that name, or who it could be.
  func required(_ word: String) throws(Complaint) -> Candidate {
    if let person = try person(word) { return person }
    let near = nearest(to: word).map { " Did you mean \($0)?" } ?? " /who lists everybody; /late adds somebody."
    throw Complaint("Nobody here is called “\(word)”.\(near)")
  }

  /// A name that is very like a word, for a mistyped one.
  func nearest(to word: String) -> String? {
    nearestName(to: word, in: people.map(\.name))
  }
}
