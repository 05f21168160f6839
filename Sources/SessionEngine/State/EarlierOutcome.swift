package import MethodModel

/// An outcome of an earlier session, as that session's record tells it: it is read, and never changed.
package struct EarlierOutcome: Hashable, Sendable, Codable {
  /// Something of it: an entry, a value of a list, what was rated or voted on.
  package struct Thing: Hashable, Sendable, Codable {
    /// What an author writes in `for`: the value's or entry's own word.
    package var id: String
    package var label: String
    package var fields: [String: String]
    /// Figures over the marks on it, by measure; what the record keeps back is not here.
    package var figures: [String: Number]

    package init(id: String, label: String, fields: [String: String] = [:], figures: [String: Number] = [:]) {
      self.id = id
      self.label = label
      self.fields = fields
      self.figures = figures
    }
  }

  /// The name of its folder.
  package var session: String
  /// The id and version of its method.
  package var method: String
  package var things: [Thing]
  /// What the values of its scale count, lowest first; `nil` where nothing was rated, or it is not known.
  package var scale: [Number]?

  /// Things of which only the number may be known; they are not among the others.
  package var withheld: Int?

  package init(session: String, method: String, things: [Thing], withheld: Int? = nil, scale: [Number]? = nil) {
    self.session = session
    self.method = method
    self.things = things
    self.withheld = withheld
    self.scale = scale
  }

  package func thing(_ id: String) -> Thing? { things.first { $0.id == id } }
}
