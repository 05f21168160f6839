/// What was read of an earlier session, as that session's record told it at the start of this one.
package struct EarlierRecord: Codable, Sendable, Hashable {
  /// Something of it, with the figures over the marks on it.
  package struct Thing: Codable, Sendable, Hashable {
    /// The value's or entry's own word.
    package var id: String
    package var label: String
    package var fields: [String: String]
    /// By measure: `median`, `sum` …; what the earlier record kept back is not here.
    package var figures: [String: Figure]
  }

  /// The setting that named the session.
  package var setting: String
  /// The name of the session's folder.
  package var session: String
  /// The id and version of its method.
  package var method: String
  /// The outcome of it that was read.
  package var outcome: String
  package var things: [Thing]
}

extension KeyedDecodingContainer {
  /// Records of an older form do not tell what was read.
  package func decode(_ type: [EarlierRecord].Type, forKey key: Key) throws -> [EarlierRecord] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
