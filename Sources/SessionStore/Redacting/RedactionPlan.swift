package import SessionEngine

/// What it means to take a person's name and words out of a session: what stands in for each entry, and what in other
/// people's texts still names the person.
package struct RedactionPlan: Sendable {
  /// A text of somebody else's in which the person's name or words stand.
  package struct Mention: Sendable, Hashable {
    /// Why it is listed.
    package enum Reason: Sendable, Hashable {
      case namesPerson
      /// It says what the person wrote too, in the same words.
      case saysTheSame
    }

    package var reason: Reason
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
  /// Texts of the person's that are somebody else's too, and stay as such.
  private var shared: Set<String> = []
  private let accepts: @Sendable (Mention) -> Bool

  /// Works it out for a session; `accepts` says which mentions go too.
  ///
  /// Refused when the journal is not whole, or the person is not on the list.
  package static func of(
    _ person: PersonID, in folder: SessionFolder, _ scope: RedactionScope,
    accepts: @escaping @Sendable (Mention) -> Bool
  ) throws(SessionStoreError) -> RedactionPlan {
    let standing = try StandIns.read(folder.journalPath, in: folder.files)
    var frames: [JournalFrame] = []
    let summary = try JournalReader.read(folder.journalPath, in: folder.files) { frames += $0 }
    if let refusal = summary.refusal { throw refusal }
    var plan = try RedactionPlan(
      person, frames.map { standing.applied(to: $0) }, OwnWords(person, scope), scope.names, accepts)
    for frame in frames {
      try plan.take(frame, as: standing.applied(to: frame), isErased: standing.sequences.contains(frame.spine.sequence))
    }
    return plan
  }

  /// Long texts of the person's own, by which they are known in other files.
  package var longTexts: [String] { own.texts.filter { $0.count >= Self.quotable }.sorted { $0.count > $1.count } }

  /// Whether a text of somebody else's goes too.
  package func accepted(_ mention: Mention) -> Bool { accepts(mention) }

  /// How many texts of the person's the record shows without a name.
  package var nameless: Int { own.nameless.count }

  /// A text without the name, and, where that is asked for, without longer words of the person's; how many places that are.
  package func cleared(_ text: String, withWords: Bool = false) -> (text: String, places: Int) {
    let words = withWords ? Self.quoted(longTexts, in: text) : []
    let names = finder.places(in: text).filter { place in !words.contains { $0.overlaps(place) } }
    return (replaced(text, names: names, words: words), names.count + words.count)
  }

  /// Shorter texts of somebody's may be anybody's words.
  private static let quotable = 8

  private init(
    _ person: PersonID, _ frames: [JournalFrame], _ words: OwnWords, _ otherNames: [String],
    _ accepts: @escaping @Sendable (Mention) -> Bool
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
    // What stands in for a name that is gone names nobody.
    let known = mine.filter { $0 != RedactedText.name(of: person) } + otherNames
    self.names = known
    self.own = own
    self.accepts = accepts
    finder = NameFinder(known, others: names.filter { $0.key != person.raw }.values.flatMap(\.self))
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
    cleared = clear(
      cleared,
      TextPlace(
        frame.spine, key: "", isHuman: false, isDerived: own.isDerived(body), isAboutOwn: own.isAbout(body)))
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
    for form in finder.forms(in: text) where place.isHuman && !forms.contains(form) { forms.append(form) }
    if place.isHuman, !place.isDerived { return clear(othersText: text, place) }
    // What repeats somebody else's text is theirs, unless it stands with what the person made.
    let words = Self.quoted(place.isAboutOwn ? Array(own.texts) : Array(own.texts.subtracting(shared)), in: text)
    let found = finder.places(in: text).filter { place in !words.contains { $0.overlaps(place) } }
    removed.names += found.count + words.count
    return found.isEmpty && words.isEmpty ? text : replaced(text, names: found, words: words)
  }

  /// Their words stay: only the name goes out of them, and what they say in the same words only where that was agreed to.
  private mutating func clear(othersText text: String, _ place: TextPlace) -> String {
    var names = finder.places(in: text)
    var words = Self.quoted(longTexts, in: text)
    if !agree(.namesPerson, names, text, replaced(text, names: names, words: []), place) { names = [] }
    if !agree(.saysTheSame, words, text, replaced(text, names: [], words: words), place) { words = [] }
    if words.isEmpty, own.texts.contains(text) { shared.insert(text) }
    names.removeAll { name in words.contains { $0.overlaps(name) } }
    removed.mentions += names.count + words.count
    return names.isEmpty && words.isEmpty ? text : replaced(text, names: names, words: words)
  }

  private mutating func agree(
    _ reason: Mention.Reason, _ places: [Range<String.Index>], _ text: String, _ without: String, _ place: TextPlace
  ) -> Bool {
    guard !places.isEmpty else { return false }
    let mention = Mention(
      reason: reason, sequence: place.sequence, type: place.type, text: text, without: without)
    if !mentions.contains(mention) { mentions.append(mention) }
    return accepts(mention)
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
