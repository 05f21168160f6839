internal import MethodModel
internal import Outcomes

/// A thing that was written, as it reads now and with everything that became of it.
struct EntryPart: Part {
  let desk: Desk
  let entry: EntryRecord
  let outcome: OutcomeRecord

  private var words: Words { desk.words }

  static let shape = Shape<EntryPart>(
    "entry",
    [
      .text("text", "The words people read now.") { $0.entry.text },
      .text("first", "Its first words; of a link what it joins.") { $0.first },
      .text("whose", "Author and group, where names are shown.") { $0.whose },
      .text("at", "The station or sheet at which it was made.") { $0.words.things($0.entry.at) },
      .text("lap", "The round in which it was made, where the outcome has entries of several.") { $0.lap },
      .text("about", "The subject it speaks to, in the words that it had then.") { part in
        part.words.lead(part.entry.about.uniqued)
      },
      .text("answers", "What it answers, besides the subject of its step.") { part in
        let around = Set(part.desk.about(part.entry.place).map(\.id))
        return part.words.lead(part.entry.about.filter { !around.contains($0.id) }.uniqued)
      },
      .text("marks", "What it is besides an item: objection, withdrawn, late, taken from …") { $0.marks },
      .parts("fields", "What else was asked for, as it stands.") { part in
        part.pairs(part.entry.fields.filter { $0.key != "text" && $0.value != part.entry.text })
      },
      .parts("firstFields", "What else was asked for, as it was first written.") { part in
        part.pairs(part.entry.first.filter { $0.key != "text" && $0.value != part.first })
      },
      .parts("rewordings", "Everything written later, oldest first.") { part in
        part.entry.rewordings.map {
          WordingPart(desk: part.desk, wording: $0, outcome: part.outcome, isWithdrawn: part.entry.withdrawn)
        }
      },
      .text("wordingsWithheld", "How many wordings only their author may see.") { part in
        part.entry.withheldWordings > 0 ? part.words.counted("wordings", part.entry.withheldWordings) : nil
      },
      .texts("members", "Of a cluster: what is in it.") { part in part.entry.members.map { part.words.thing($0) } },
      .flag("counts", "Neither withdrawn, late nor replaced.") { $0.entry.counts },
    ])

  private var first: String {
    if entry.members.count == 2, entry.kind == "link" { return LinkPart(words: words, link: entry).told }
    return entry.first["text"] ?? entry.first.min { $0.key < $1.key }?.value ?? ""
  }

  /// "Aino, Pairs 2"; nothing where it is not known.
  private var whose: String? {
    var names: [String] = []
    if entry.author.kind == .person { names.append(words.who(entry.author)) }
    // A group at its own station is called by that.
    let said = names + (entry.at + entry.about).map { words.thing($0) }
    if let owner = words.named(entry.owner), !said.contains(owner) { names.append(owner) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private var lap: String? { desk.isOfSeveralLaps(outcome) ? desk.lap(entry.place) : nil }

  private var marks: String? {
    var marks: [String] = []
    if entry.kind != "item" { marks.append(words.term(entry.kind)) }
    if entry.withdrawn { marks.append(words.term("withdrawn")) }
    if entry.counts, desk.isReplaced(entry.place) { marks.append(words.term("carried-over")) }
    if entry.late { marks.append(words.term("late")) }
    if let source = entry.copiedFrom { marks.append(words.phrase("taken-from", words.thing(source))) }
    return marks.isEmpty ? nil : marks.joined(separator: "; ")
  }

  private func pairs(_ fields: [String: String]) -> [PairPart] {
    let order = Dictionary(outcome.fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return fields.sorted { (order[$0.key] ?? -1, $0.key) < (order[$1.key] ?? -1, $1.key) }
      .map { field, text in
        PairPart(
          name: desk.ask(field, of: outcome),
          value: desk.shown(text, in: field, of: outcome, isWithdrawn: entry.withdrawn))
      }
  }
}

/// New words for a field.
struct WordingPart: Part {
  let desk: Desk
  let wording: EntryRecord.Wording
  let outcome: OutcomeRecord
  let isWithdrawn: Bool

  static let shape = Shape<WordingPart>(
    "wording",
    [
      .text("field", "Which field, unless it is the text itself.") { part in
        part.wording.field == "text" ? nil : part.desk.ask(part.wording.field, of: part.outcome)
      },
      .text("text", "The new words.") { part in
        part.desk.shown(part.wording.text, in: part.wording.field, of: part.outcome, isWithdrawn: part.isWithdrawn)
      },
      .text("who", "Whose words, as far as names are shown.") { $0.desk.words.who($0.wording.by) },
      .text("at", "When, where names are shown.") { part in part.wording.at.map { part.desk.words.time($0) } },
      .text("changed", "A remark when it says something else than the wording before it.") { part in
        part.wording.changed ? part.desk.words.phrase("changed-meaning") : nil
      },
      .text("rival", "A remark when it was written without having seen the wording before.") { part in
        part.wording.rival ? part.desk.words.phrase("rival") : nil
      },
    ])
}

/// A document, field by field.
struct DocumentPart: Part {
  let desk: Desk
  let document: EntryRecord
  let outcome: OutcomeRecord

  static let shape = Shape<DocumentPart>(
    "document",
    [
      .text("head", "Its subject and owner.") { $0.head },
      .parts("sections", "Every field that was filled in, in the order in which it was asked for.") { $0.sections },
      .text("changed", "How often it was changed, in one sentence.") { part in
        let count = part.document.rewordings.count
        return count > 0 ? part.desk.words.counted("changed", count) : nil
      },
    ])

  private var head: String? {
    let circle = desk.circle(of: document)
    return circle.isEmpty ? nil : circle
  }

  private var sections: [SectionPart] {
    let order = Dictionary(outcome.fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fields = document.fields.sorted { (order[$0.key] ?? -1, $0.key) < (order[$1.key] ?? -1, $1.key) }
    return fields.map { field, text in
      let isAlone = field == "text" && fields.count == 1
      return SectionPart(
        ask: isAlone ? nil : desk.ask(field, of: outcome), text: desk.shown(text, in: field, of: outcome))
    }
  }
}

/// A field of a document.
struct SectionPart: Part {
  let ask: String?
  let text: String

  static let shape = Shape<SectionPart>(
    "section",
    [
      .text("ask", "What was asked.", \.ask), .text("text", "What was written.", \.text),
      .texts("lines", "The same line by line.") { part in
        part.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0) }
      },
    ])
}
