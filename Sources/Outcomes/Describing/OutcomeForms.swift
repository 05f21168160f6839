internal import SessionEngine

extension OutcomeRecord: RecordPart {
  package static let name = "outcome"
  package static let about = "All that was written under one name."
  package static let members: [Member<OutcomeRecord>] = [
    Member("id", \.id, "Its name in the method."),
    Member(word: "kind", \.kind, "What it holds."),
    Member("promised", \.promised, "The method delivers it or a part of it."),
    Member("delivered", \.delivered, "There is something in it that counts."),
    Member("rounds", \.rounds, "How many rounds were opened.", unit: .rounds),
    Member(word: "enter", \.enter, "What was to be typed of paper; null: each answer."),
    Member(
      prose: "title", \.title, "As the method names it, else its step or id in words; null: only used on the way."
    ),
    Member("fields", \.fields, "What was asked for besides the text, in the method's order."),
    Member("entries", \.entries, "Items, objections, concerns, documents, clusters, links and actions."),
    Member("withheld", \.withheld, "Entries of which only the number may be known."),
    Member("nodes", \.nodes, "What is joined by links, things without links too."),
    Member("ballots", \.ballots, "Each asking of a vote, a rating or signals."),
    Member(
      "figures", \.figures, "Over all ballots that count together, on things that were put up in several of them."),
    Member("selections", \.selections, "What was taken of some things."),
    Member("decisions", \.decisions, "Decisions by a rule."),
    Member("cells", \.cells, "Fields written on values of lists, people and groups."),
    Member("stale", \.stale, "What rests on something that was replaced since."),
  ]
}

extension FieldRecord: RecordPart {
  package static let name = "field"
  package static let about = "One thing that was asked for."
  package static let members: [Member<FieldRecord>] = [
    Member("id", \.id, "The field's id."),
    Member(
      "kind", \.kind, "What it takes; thing: one of what `of` holds.",
      words: ["text", "number", "minutes", "date", "person", "choice", "file", "thing"]),
    Member("unit", \.unit, "Of its values: min for minutes."),
    Member("of", \.of, "The source of its things."),
    Member("required", \.required, "It had to be filled in."),
    Member("cover", \.cover, "One entry was wanted for each of its values.", words: ["each-value"]),
    Member("uncovered", \.uncovered, "Of those, the ids of the values that no entry has, with spaces between."),
    Member(prose: "ask", \.ask, "The question for it."),
    Member("choices", \.choices, "The words to choose among."),
  ]
}

extension FieldRecord.Choice: RecordPart {
  package static let name = "choice"
  package static let about = "A word to choose, and what it says."
  package static let members: [Member<FieldRecord.Choice>] = [
    Member("id", \.id, "The word."),
    Member(prose: "label", \.label, "What it says."),
  ]
}

extension EntryRecord: RecordPart {
  package static let name = "entry"
  package static let about = "A thing or document with its history."
  package static let members: [Member<EntryRecord>] = [
    Member(
      "id", \.id, "Where names are shown the sender's id, else the outcome's name and a number that follows the words."),
    Member("kind", \.kind, "What it is.", words: Entry.Kind.allCases.map(\.rawValue)),
    Member("round", \.round, "The round in which it was written."),
    Member("firstAt", \.firstAt, "When it was written; null where that could tell who wrote."),
    Member("withdrawn", \.withdrawn, "It was taken back, merged or split."),
    Member("late", \.late, "It came after entries were closed."),
    Member("counts", \.counts, "Neither withdrawn, late nor replaced by another run of its step."),
    Member(
      "withheldWordings", \.withheldWordings, "Wordings that were written where only their author could see them.",
      unit: .entries),
    Member(prose: "text", \.text, "The words people read now."),
    Member("fields", \.fields, "Every field as it stands; text holds the words."),
    Member("first", \.first, "The first words of every field."),
    Member("rewordings", \.rewordings, "Everything written later, oldest first."),
    Member("author", \.author, "Who wrote it."),
    Member("owner", \.owner, "The person, group or room that it belongs to."),
    Member(
      "group", \.group, "The group in which it was written; null where there was none, or it would tell who wrote."),
    Member("place", \.place, "Where it was written."),
    Member("about", \.about, "The subjects around its step, and what it speaks to."),
    Member("at", \.at, "The stations or sheets at which it was made."),
    Member("copiedFrom", \.copiedFrom, "What it was taken over from."),
    Member("members", \.members, "The things of a cluster; from where to where a link goes."),
    Member("parents", \.parents, "What it was merged or split from."),
    Member("successors", \.successors, "What it was merged or split into."),
  ]
}

extension EntryRecord.Wording: RecordPart {
  package static let name = "wording"
  package static let about = "New words for a field."
  package static let members: [Member<EntryRecord.Wording>] = [
    Member("field", \.field, "The field's id."),
    Member("at", \.at, "When it was written; null where that could tell who wrote."),
    Member("take", \.take, "The take in which it was written; null outside of one."),
    Member("rival", \.rival, "Written without having seen the wording before it."),
    Member("changed", \.changed, "It says something else than the wording before it."),
    Member(prose: "text", \.text, "The words."),
    Member("by", \.by, "Who wrote them."),
  ]
}

extension CellRecord: RecordPart {
  package static let name = "cell"
  package static let about = "What was said of something that is no entry."
  package static let members: [Member<CellRecord>] = [
    Member(word: "withheld", \.withheld, "Why its fields are not here."),
    Member("thing", \.thing, "What it was said of."),
    Member("fields", \.fields, "The words by field."),
  ]
}

extension StaleRecord: RecordPart {
  package static let name = "stale-run"
  package static let about = "What was made in one run of a step, out of date at the end."
  package static let members: [Member<StaleRecord>] = [
    Member(prose: "why", \.why, "What was replaced, in words."),
    Member("place", \.place, "Where it was made."),
  ]
}
