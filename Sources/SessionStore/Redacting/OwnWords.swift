internal import SessionEngine

/// Which texts of an event are a person's own, by the event's type.
struct OwnWords {
  let person: PersonID
  private let scope: RedactionScope
  /// The entries that the person made.
  private(set) var entries: Set<String> = []
  /// What the person wrote, in the texts' own words.
  private(set) var texts: Set<String> = []
  /// How many texts of the person's own go.
  private(set) var count = 0
  /// What the person wrote where the record shows words without names.
  private(set) var nameless: Set<String> = []
  /// The entries of the person's that stand there.
  private var namelessEntries: Set<String> = []
  /// What went since this was emptied.
  private var touched: Set<String> = []

  init(_ person: PersonID, _ scope: RedactionScope) {
    self.person = person
    self.scope = scope
  }

  private var unit: JSONValue { .text(UnitRef.person(person).description) }
  private var isPerson: JSONValue { .text(person.raw) }

  /// Takes in what an event says of the person; events come in their order.
  mutating func learn(_ type: String, _ body: JSONValue) {
    guard isOwn(body) else { return }
    var added: String?
    if type == EntryAdded.type { added = body["id"]?.text }
    if type == CellFilled.type, let target = body["target"]?.text, target.hasPrefix("entry:") {
      added = String(target.dropFirst(6))
    }
    guard let added else { return }
    entries.insert(added)
    if isInNamelessRun(body) { namelessEntries.insert(added) }
  }

  private func isInNamelessRun(_ body: JSONValue) -> Bool {
    guard let run = body["run"], case .number(let take)? = run["take"], case .number(let activity)? = run["activity"]
    else { return false }
    return scope.nameless.contains(RunID(take: take, activity: activity))
  }

  /// The event with the person's own texts gone; their number and words are remembered.
  mutating func erased(_ type: String, _ body: JSONValue, actor: String) -> JSONValue {
    let isNameless =
      isInNamelessRun(body) || type == EntryReworded.type && body["id"]?.text.map(namelessEntries.contains) ?? false
    guard isNameless else { return withoutOwn(type, body, actor: actor) }
    var trial = self
    trial.touched = []
    let cleared = trial.withoutOwn(type, body, actor: actor)
    nameless.formUnion(trial.touched)
    if scope.leavesNameless { return body }
    trial.nameless = nameless
    self = trial
    return cleared
  }

  private mutating func withoutOwn(_ type: String, _ body: JSONValue, actor: String) -> JSONValue {
    var body = body
    if actor == Actor.person(person).description { erase(&body["because"]) }
    switch type {
    case EntryAdded.type where isOwn(body): eraseFields(&body["fields"])
    case EntryReworded.type where body["by"] == isPerson || body["id"]?.text.map(entries.contains) ?? false:
      eraseFields(&body["fields"])
    case CellFilled.type where isOwn(body) && !(body["field"]?.text.map(scope.unwritten.contains) ?? false):
      erase(&body["text"])
    case MarkSet.type where body["unit"] == unit: erase(&body["reason"])
    case ThingsChosen.type where isOwn(body), ChoiceRestored.type where isOwn(body): erase(&body["reason"])
    case BallotHandedIn.type where body["unit"] == unit, BallotAdmitted.type where body["unit"] == unit,
      BallotRestored.type where body["unit"] == unit:
      eraseReasons(&body["marks"]) { _ in true }
    case Decided.type:
      var verdict = body["verdict"] ?? .null
      eraseReasons(&verdict["dissent"]) { [unit] in $0["unit"] == unit }
      if let reason = verdict["reason"]?.text, texts.contains(reason) { erase(&verdict["reason"]) }
      body["verdict"] = verdict
    default: break
    }
    return body
  }

  /// Whether an event tells of a copy of the person's words, or of what was merged or split from them.
  func isDerived(_ body: JSONValue) -> Bool {
    let sources =
      [body["copyOf"]?.text.map { String($0.dropFirst(6)) } ?? ""] + (body["parents"]?.items ?? []).compactMap(\.text)
    return sources.contains(where: entries.contains)
  }

  /// Whether an event tells of something that the person made, by its id in a path or as the thing that it is about.
  func isAbout(_ value: JSONValue) -> Bool {
    switch value {
    case .object(let members): members.values.contains(where: isAbout)
    case .array(let items): items.contains(where: isAbout)
    case .text(let text):
      text.hasPrefix("entry:") && entries.contains(String(text.dropFirst(6)))
        || text.split(separator: "/").contains { component in
          let parts = component.split(separator: "@", maxSplits: 1)
          return parts.count == 2 && entries.contains(String(parts[1].prefix { $0 != "%" }))
        }
    default: false
    }
  }

  private func isOwn(_ body: JSONValue) -> Bool {
    guard let author = body["author"], author != .null else { return body["unit"] == unit }
    return author == isPerson
  }

  private mutating func erase(_ value: inout JSONValue?) {
    guard case .text(let text)? = value, text != RedactedText.words, text.contains(where: { !$0.isWhitespace }) else {
      return
    }
    count += 1
    texts.insert(text)
    touched.insert(text)
    value = .text(RedactedText.words)
  }

  /// What was counted or chosen has to stay, and numbers are no words.
  private mutating func eraseFields(_ fields: inout JSONValue?) {
    guard case .object(let members)? = fields else { return }
    var kept = members
    for (name, value) in members where !scope.unwritten.contains(name) {
      guard let text = value.text, !text.utf8.allSatisfy({ Self.figures.contains($0) }) else { continue }
      erase(&kept[name])
    }
    fields = .object(kept)
  }

  private static let figures = Set("0123456789.,-:".utf8)

  private mutating func eraseReasons(_ list: inout JSONValue?, where isMeant: (JSONValue) -> Bool) {
    guard case .array(var items)? = list else { return }
    for index in items.indices where isMeant(items[index]) { erase(&items[index]["reason"]) }
    list = .array(items)
  }
}

/// What stands where something was erased.
enum RedactedText {
  static let words = "[removed]"

  /// One for each person, so that two whose names are gone are still two.
  static func name(of person: PersonID) -> String { "[removed \(person)]" }
}
