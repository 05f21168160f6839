internal import SessionEngine

/// Which texts of an event are a person's own, by the event's type.
struct OwnWords {
  let person: PersonID
  /// Fields in which nobody writes words of their own: choices, days, people.
  let unwritten: Set<String>
  /// The entries that the person made.
  private(set) var entries: Set<String> = []
  /// What the person wrote, in the texts' own words.
  private(set) var texts: Set<String> = []
  /// How many texts of the person's own there are.
  private(set) var count = 0

  init(_ person: PersonID, unwritten: Set<String>) {
    self.person = person
    self.unwritten = unwritten
  }

  private var unit: JSONValue { .text(UnitRef.person(person).description) }
  private var isPerson: JSONValue { .text(person.raw) }

  /// Takes in what an event says of the person; events come in their order.
  mutating func learn(_ type: String, _ body: JSONValue) {
    if type == EntryAdded.type, isOwn(body), let id = body["id"]?.text { entries.insert(id) }
    if type == CellFilled.type, isOwn(body), let target = body["target"]?.text, target.hasPrefix("entry:") {
      entries.insert(String(target.dropFirst(6)))
    }
  }

  /// The event with the person's own texts gone; their number and words are remembered.
  mutating func erased(_ type: String, _ body: JSONValue, actor: String) -> JSONValue {
    var body = body
    if actor == Actor.person(person).description { erase(&body["because"]) }
    switch type {
    case EntryAdded.type where isOwn(body): eraseFields(&body["fields"])
    case EntryReworded.type where body["by"] == isPerson || body["id"]?.text.map(entries.contains) ?? false:
      eraseFields(&body["fields"])
    case CellFilled.type where isOwn(body) && !(body["field"]?.text.map(unwritten.contains) ?? false):
      erase(&body["text"])
    case MarkSet.type where body["unit"] == unit: erase(&body["reason"])
    case BallotHandedIn.type where body["unit"] == unit, BallotAdmitted.type where body["unit"] == unit,
      BallotRestored.type where body["unit"] == unit:
      eraseReasons(&body["marks"]) { _ in true }
    case Decided.type:
      var verdict = body["verdict"] ?? .null
      eraseReasons(&verdict["dissent"]) { [unit] in $0["unit"] == unit }
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
    value = .text(RedactedText.words)
  }

  /// What was counted or chosen has to stay, and numbers are no words.
  private mutating func eraseFields(_ fields: inout JSONValue?) {
    guard case .object(let members)? = fields else { return }
    var kept = members
    for (name, value) in members where !unwritten.contains(name) {
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
