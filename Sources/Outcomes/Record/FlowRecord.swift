/// A track: a way of its own, gone beside others.
package struct TrackRecord: Codable, Sendable, Hashable {
  /// The path of its first frame.
  package var id: String
  /// The phase, part or thing it is for.
  package var title: String
  /// The track that waited for it; `null`: the session's main one.
  @OrNull package var parent: String?
  package var done: Bool
  /// The name of the `end` that it met.
  @OrNull package var result: String?
  package var takes: [Int]
}

/// A meeting or window: when it was open.
package struct MeetingRecord: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable { case meeting, window }

  /// The flow element's id.
  package var id: String
  package var path: String
  package var kind: Kind
  package var title: String
  package var opened: Moment
  @OrNull package var closed: Moment?
  /// When a window was to close.
  @OrNull package var closes: Moment?
  /// When a meeting was to end: seconds since the start of the session that count.
  @OrNull package var agreedEnd: Int?
  package var takes: [Int]
  /// At any moment of it; in a window nobody is.
  package var present: [NamedPerson]
}

/// A for-each: what it came to, and what it did not.
package struct QueueRecord: Codable, Sendable, Hashable {
  /// The flow element's id.
  package var id: String
  package var path: String
  package var reached: [ThingRecord]
  package var waiting: [ThingRecord]
  /// Taken out by the host.
  package var dropped: [ThingRecord]
}

/// The newest round in which one after the other spoke.
package struct TurnsRecord: Codable, Sendable, Hashable {
  /// How many rounds there were.
  package var round: Int
  /// In the order in which they spoke.
  package var spoke: [Attribution]
  /// Who passed their turn, or was passed over without having entered what is entered in it.
  package var passed: [Attribution]
  /// Who was left.
  package var waiting: [Attribution]
}

extension KeyedDecodingContainer {
  /// Records of an older form do not tell who passed.
  package func decode(_ type: [Attribution].Type, forKey key: Key) throws -> [Attribution] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
