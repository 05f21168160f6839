internal import SessionEngine

/// Where in an event a text stands, and so whose words it may be.
struct TextPlace {
  let sequence: Int
  let type: String
  /// Somebody wrote it; else it was put together by the program, as a title or a question is.
  private(set) var isHuman: Bool
  /// It repeats or continues the person's own words.
  let isDerived: Bool
  /// The event tells of something that the person made.
  let isAboutOwn: Bool
  private var key: String
  private var isField = false

  init(_ spine: JournalSpine, key: String, isHuman: Bool, isDerived: Bool, isAboutOwn: Bool) {
    sequence = spine.sequence
    type = spine.type
    self.key = key
    self.isHuman = isHuman
    self.isDerived = isDerived
    self.isAboutOwn = isAboutOwn
  }

  /// Names of steps, kinds, outcomes, people's ids: the session would not stand without them, and nobody wrote them as words.
  var isStructure: Bool { !isField && Self.structure.contains(key) }

  func inside(_ key: String) -> TextPlace {
    var place = self
    // Whatever a method calls its fields and settings, what they say is text.
    place.isField = Self.holders.contains(self.key)
    place.key = key
    if place.isField || Self.written.contains(key) || Self.writtenTypes[type]?.contains(key) ?? false {
      place.isHuman = true
    }
    return place
  }

  private static let holders: Set<String> = ["fields", "settings", "entries"]
  private static let written: Set<String> = ["because", "reason", "site", "note", "tags", "entries", "conditions"]
  private static let writtenTypes: [String: Set<String>] = [
    NoteTaken.type: ["text"], CellFilled.type: ["text"], StepInserted.type: ["title", "say"],
    Ended.type: ["name", "text"], BodiesErased.type: ["by", "files"], SessionStarted.type: ["text", "label"],
  ]
  private static let structure: Set<String> = [
    "id", "kind", "run", "outcome", "unit", "author", "thing", "things", "path", "place", "key", "set", "role", "roles",
    "person", "members", "circles", "about", "copyOf", "parents", "into", "target", "field", "criterion", "value",
    "method", "methodVersion", "methodHash", "usedHashes", "language", "mode", "rule", "result", "option", "track",
    "winners", "rest", "tied", "objections", "concerns", "order", "present", "entitled", "deciders", "root",
    "action", "session", "frame", "slot", "queue", "at", "code", "total", "threshold", "quorum", "score", "result",
    "purpose", "verdict", "advice", "answer", "due", "given", "begun", "hosts", "laps", "places", "leaf",
  ]
}
