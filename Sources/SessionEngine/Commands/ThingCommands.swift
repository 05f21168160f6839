/// Several entries of one outcome become one; they stay on record.
package struct MergeEntries: Sendable, Hashable, Codable {
  /// Of the entry that comes of it; chosen by the sender.
  package var id: EntryID
  package var entries: [EntryID]
  /// What it says; what is not given is taken from the first entry that says it.
  package var fields: [String: String]
  /// Points given to the entries so far count for it.
  package var carries: Bool

  package init(id: EntryID, entries: [EntryID], fields: [String: String] = [:], carries: Bool = false) {
    self.id = id
    self.entries = entries
    self.fields = fields
    self.carries = carries
  }
}

/// One entry becomes several; it stays on record.
package struct SplitEntry: Sendable, Hashable, Codable {
  /// What comes of it.
  package struct Part: Sendable, Hashable, Codable {
    package var id: EntryID
    package var fields: [String: String]
    /// Of a cluster: the things that go there; those that no part names stay with the first.
    package var things: [ThingRef]

    package init(id: EntryID, fields: [String: String], things: [ThingRef] = []) {
      self.id = id
      self.fields = fields
      self.things = things
    }
  }

  package var entry: EntryID
  package var parts: [Part]

  package init(entry: EntryID, parts: [Part]) {
    self.entry = entry
    self.parts = parts
  }
}

/// Things are put into a cluster, from wherever they are.
package struct SortThings: Sendable, Hashable, Codable {
  package var run: RunID?
  /// An id that is not known yet begins a cluster; `nil` takes the things out of theirs.
  package var cluster: EntryID?
  /// The name of a cluster that begins.
  package var name: String?
  package var things: [ThingRef]
  package var author: PersonID?
  package var part: String?

  package init(
    run: RunID? = nil, cluster: EntryID?, name: String? = nil, things: [ThingRef], author: PersonID? = nil,
    part: String? = nil
  ) {
    self.run = run
    self.cluster = cluster
    self.name = name
    self.things = things
    self.author = author
    self.part = part
  }
}

/// A link from one thing to another; in a tree from the parent to the child.
package struct LinkThings: Sendable, Hashable, Codable {
  package var run: RunID?
  /// Chosen by the sender; a link is taken away by withdrawing it.
  package var id: EntryID
  package var from: ThingRef
  package var to: ThingRef
  /// One of the activity's words for links.
  package var word: String?
  package var author: PersonID?
  package var part: String?

  package init(
    run: RunID? = nil, id: EntryID, from: ThingRef, to: ThingRef, word: String? = nil, author: PersonID? = nil,
    part: String? = nil
  ) {
    self.run = run
    self.id = id
    self.from = from
    self.to = to
    self.word = word
    self.author = author
    self.part = part
  }
}
