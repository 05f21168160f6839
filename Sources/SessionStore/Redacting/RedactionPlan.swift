package import SessionEngine

/// What it means to take a person's name and words out of a session: what stands in for each entry, and what in other
/// people's texts still names the person.
package struct RedactionPlan: Sendable {
  /// A place in somebody else's text where the person's name or words stand.
  package struct Mention: Sendable, Hashable {
    /// The journal's entry, and its type.
    package var sequence: Int
    package var type: String
    /// The whole text.
    package var text: String
    /// What it would say.
    package var without: String
  }

  package let person: PersonID
  /// The names that the person had on the list.
  package let names: [String]
  /// Texts of others in which the person is named, in the order of the journal, each text of an entry once.
  package private(set) var mentions: [Mention] = []
  /// Words that may be forms of the name, with the texts in which they stand; they are left.
  package private(set) var forms: [String] = []
  package private(set) var removed = BodiesErased.Removed()
  /// What stands in for each entry, those of earlier redactions too.
  package private(set) var standIns: [BodiesErased.StandIn] = []

  let finder: NameFinder
  private var own: OwnWords
  private let accepts: @Sendable (Mention) -> Bool

  /// Works it out for a session; `accepts` says which mentions go too, `unwritten` in which fields nobody writes words.
  ///
  /// Refused when the journal is not whole, or the person is not on the list.
  package static func of(
    _ person: PersonID, in folder: SessionFolder, unwritten: Set<String>, accepts: @escaping @Sendable (Mention) -> Bool
  ) throws(SessionStoreError) -> RedactionPlan {
    let standing = try StandIns.read(folder.journalPath, in: folder.files)
    var frames: [JournalFrame] = []
    let summary = try JournalReader.read(folder.journalPath, in: folder.files) { frames += $0 }
    if let refusal = summary.refusal { throw refusal }
    var plan = try RedactionPlan(
      person, frames.map { standing.applied(to: $0) }, OwnWords(person, unwritten: unwritten), accepts)
    for frame in frames {
      try plan.take(frame, as: standing.applied(to: frame), isErased: standing.sequences.contains(frame.spine.sequence))
    }
    return plan
  }

  /// Long texts of the person's own, by which they are known in other files.
  package var longTexts: [String] { own.texts.filter { $0.count >= Self.quotable }.sorted { $0.count > $1.count } }

  /// Whether a text of somebody else's goes too.
  package func accepted(_ mention: Mention) -> Bool { accepts(mention) }

  /// A text without the name, and without longer words of the person's; how many places that are.
  package func cleared(_ text: String) -> (text: String, places: Int) {
    let words = Self.quoted(longTexts, in: text)
    let names = finder.places(in: text).filter { place in !words.contains { $0.overlaps(place) } }
    return (replaced(text, names: names, words: words), names.count + words.count)
  }

  /// Shorter texts of somebody's may be anybody's words.
  private static let quotable = 8

  private init(
    _ person: PersonID, _ frames: [JournalFrame], _ words: OwnWords, _ accepts: @escaping @Sendable (Mention) -> Bool
  ) throws(SessionStoreError) {
    var names: [String: [String]] = [:]
    var own = words
    for frame in frames {
      guard let body = frame.body.flatMap({ JSONValue($0) }) else { continue }
      let people = frame.spine.type == PersonArrived.type ? [body["person"] ?? .null] : body["people"]?.items ?? []
      for somebody in people {
        guard let id = somebody["id"]?.text, let name = somebody["name"]?.text else { continue }
        if !names[id, default: []].contains(name) { names[id, default: []].append(name) }
      }
      own.learn(frame.spine.type, body)
    }
    guard let mine = names[person.raw] else {
      throw SessionStoreError(
        .noSuchPerson, "nobody on the list has the id '\(person)'", remedy: "name somebody who was there",
        exit: .noInput)
    }
    self.person = person
    self.names = mine
    self.own = own
    self.accepts = accepts
    finder = NameFinder(mine, others: names.filter { $0.key != person.raw }.values.flatMap(\.self))
    // The person's words are known before anything is replaced: others may quote what is said later.
    for frame in frames {
      if let body = frame.body.flatMap({ JSONValue($0) }) {
        _ = self.own.erased(frame.spine.type, body, actor: frame.spine.actor)
      }
    }
    removed.texts = self.own.count
  }

  private mutating func take(
    _ frame: JournalFrame, as shown: JournalFrame, isErased: Bool
  ) throws(SessionStoreError) {
    guard let body = shown.body.flatMap({ JSONValue($0) }) else { return }
    var cleared = own.erased(frame.spine.type, body, actor: frame.spine.actor)
    if frame.spine.type == BodiesErased.type { cleared["standIns"] = .array([]) }
    // With this gone nobody can try out on the fingerprints of commands what the person may have said.
    if frame.spine.sequence == 1 { cleared[EventCoding.keyName] = nil }
    let isDerived = own.isDerived(body)
    cleared = clear(cleared, TextPlace(frame.spine, key: "", isHuman: false, isDerived: isDerived))
    guard cleared != body || isErased else { return }
    let standIn = BodiesErased.StandIn(
      sequence: frame.spine.sequence, body: String(decoding: cleared.bytes, as: UTF8.self))
    var trial = frame
    trial.body = Array(standIn.body.utf8)[...]
    // What could not be read back would end the session's life.
    _ = try EventCoding.event(in: trial)
    standIns.append(standIn)
  }

  // MARK: Texts

  private mutating func clear(_ value: JSONValue, _ place: TextPlace) -> JSONValue {
    switch value {
    case .object(let members):
      if members["id"] == .text(person.raw), members["name"] != nil { return withoutPerson(members) }
      var cleared: [String: JSONValue] = [:]
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        cleared[key] = clear(member, place.inside(key))
      }
      return .object(cleared)
    case .array(let items): return .array(items.map { clear($0, place) })
    case .text(let text): return place.isStructure ? value : .text(clear(text, place))
    default: return value
    }
  }

  /// The person on the list: the id stays, the name and all that was known go.
  private mutating func withoutPerson(_ members: [String: JSONValue]) -> JSONValue {
    var members = members
    if members["name"] != .text(RedactedText.name(of: person)) { removed.names += 1 }
    members["name"] = .text(RedactedText.name(of: person))
    if case .object(let fields)? = members["fields"] {
      members["fields"] = .object(fields.mapValues { _ in .text(RedactedText.words) })
    }
    return .object(members)
  }

  private mutating func clear(_ text: String, _ place: TextPlace) -> String {
    if names.contains(where: { Roster.folded($0) == Roster.folded(text) }) {
      removed.names += 1
      return RedactedText.name(of: person)
    }
    let isOthers = place.isHuman && !place.isDerived
    let words = Self.quoted(isOthers ? longTexts : Array(own.texts), in: text)
    let found = finder.places(in: text).filter { place in !words.contains { $0.overlaps(place) } }
    for form in finder.forms(in: text) where place.isHuman && !forms.contains(form) { forms.append(form) }
    guard !found.isEmpty || !words.isEmpty else { return text }
    let without = replaced(text, names: found, words: words)
    guard isOthers else {
      removed.names += found.count + words.count
      return without
    }
    let mention = Mention(sequence: place.sequence, type: place.type, text: text, without: without)
    if !mentions.contains(mention) { mentions.append(mention) }
    guard accepts(mention) else { return text }
    removed.mentions += found.count + words.count
    return without
  }

  private static func quoted(_ texts: [String], in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    for wanted in texts.sorted(by: { $0.count > $1.count }) {
      for place in NameFinder.places(of: wanted, in: text) where !found.contains(where: { $0.overlaps(place) }) {
        found.append(place)
      }
    }
    return found
  }

  private func replaced(_ text: String, names: [Range<String.Index>], words: [Range<String.Index>]) -> String {
    var result = ""
    var rest = text.startIndex
    let all = names.map { ($0, RedactedText.name(of: person)) } + words.map { ($0, RedactedText.words) }
    for (place, stand) in all.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      result += text[rest..<place.lowerBound] + stand
      rest = place.upperBound
    }
    return result + text[rest...]
  }
}
