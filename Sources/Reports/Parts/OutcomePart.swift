internal import MethodModel
internal import Outcomes

/// What the method promised, or all that was written under one name.
struct OutcomePart: Part {
  let desk: Desk
  private(set) var title: String
  let isDelivered: Bool
  /// Where the outcome itself was told further up.
  let isTold: Bool
  /// `nil` for what is no outcome, such as a setting or a set of groups.
  let outcome: OutcomeRecord?
  /// The ballots that are told, where not all of them are told together.
  private(set) var only: [BallotRecord]?

  private var words: Words { desk.words }
  private func kind(_ kinds: OutcomeRecord.Kind...) -> Bool { outcome.map { kinds.contains($0.kind) } ?? false }

  static let shape = Shape<OutcomePart>(
    "outcome",
    [
      .text("title", "What it is called.", \.title), .flag("isDelivered", "There is something in it.", \.isDelivered),
      .flag("isTold", "It was told further up, under another title.", \.isTold),
      .flag("isElsewhere", "It is a setting or a set of groups.") { $0.isDelivered && $0.outcome == nil },
      .text("agreed", "How many actions it holds, which stand elsewhere.") { part in
        let count = part.counted.count { $0.kind == "action" }
        return count > 0 ? part.words.counted("agreed", count) : nil
      },
      .parts("entries", "Items that count; actions, documents, rows, clusters and links stand under their own names.") {
        $0.entries
      },
      .flag("isLong", "There are more than twelve entries.") { $0.counted.count > 12 },
      .number("count", "How many entries count.") { $0.counted.count },
      .parts("documents", "Documents.") { part -> [DocumentPart] in
        guard part.kind(.documents), let outcome = part.outcome else { return [] }
        return part.counted.map { DocumentPart(desk: part.desk, document: $0, outcome: outcome) }
      },
      .part("table", "A table with a column for each field.") { part -> TablePart? in
        guard part.kind(.tables), let outcome = part.outcome else { return nil }
        return TablePart(desk: part.desk, outcome: outcome, rows: part.counted)
      },
      .parts("clusters", "Clusters with what is in them.") { part -> [EntryPart] in
        guard part.kind(.clusters), let outcome = part.outcome else { return [] }
        return part.counted.filter { !$0.members.isEmpty }
          .map { EntryPart(desk: part.desk, entry: $0, outcome: outcome) }
      },
      .parts("trees", "Links, those of each team and subject together.") { part in
        part.kind(.graphs) ? TreePart.all(part.counted, part.desk) : []
      },
      .parts("cells", "What was filled in for things that were there.") { part -> [CellPart] in
        guard let outcome = part.outcome else { return [] }
        return outcome.cells.map { CellPart(desk: part.desk, outcome: outcome, cell: $0) }
      },
      .text("unlinked", "What is joined to nothing.") { $0.unlinked },
      .part("figures", "The newest figures of a vote, rating or placement.") { $0.figures },
      .parts("selections", "What was taken.") { part in
        part.kind(.selections)
          ? (part.outcome?.selections ?? []).filter(\.counts)
            .map { SelectionPart(words: part.words, selection: $0) } : []
      },
      .parts("earlierSelections", "What was taken in rounds that a later one has replaced.") { part in
        part.kind(.selections)
          ? (part.outcome?.selections ?? []).filter { !$0.counts }
            .map { SelectionPart(words: part.words, selection: $0) } : []
      },
      .parts("filledIn", "Of what was taken, that for which something was filled in and which no outcome tells.") {
        $0.filledIn
      },
      .parts("decisions", "Decisions that stand.") { part in
        (part.outcome?.decisions ?? []).filter(\.counts).map { DecisionPart(desk: part.desk, decision: $0) }
      },
      .texts("stale", "What in it rests on something that was replaced, one sentence each.") { part in
        (part.outcome?.stale ?? []).map { part.words.phrase("stale", $0.place.title, $0.why) }
      },
      .texts("withheld", "Of which entries only the number may be known, one sentence each.") { part in
        (part.outcome?.withheld ?? []).map {
          part.words.counted("withheld", $0.count, part.words.withheld($0.why))
        }
      },
    ])

  var counted: [EntryRecord] { outcome?.entries.filter(\.counts) ?? [] }

  private var entries: [EntryPart] {
    guard kind(.things), let outcome else { return [] }
    return counted.filter { $0.kind != "action" }.map { EntryPart(desk: desk, entry: $0, outcome: outcome) }
  }

  private var filledIn: [EntryPart] {
    guard kind(.selections), let outcome else { return [] }
    let promised = Set(desk.record.method.delivers.map { String($0.source.prefix { $0 != "/" }) })
    var seen: Set<ThingRecord> = []
    return outcome.selections.filter(\.counts).flatMap(\.taken).filter { seen.insert($0).inserted }
      .compactMap { desk.entry(of: $0) }.filter { entry, home in
        !promised.contains(home.id) && entry.fields.contains { $0.key != "text" && $0.value != entry.text }
      }.map { EntryPart(desk: desk, entry: $0.entry, outcome: $0.outcome) }
  }

  private var unlinked: String? {
    guard kind(.graphs), let outcome else { return nil }
    let joined = Set(counted.flatMap(\.members))
    return words.things(outcome.nodes.filter { !joined.contains($0) })
  }

  var figures: BallotPart? {
    guard kind(.votes, .ratings, .placements), let outcome else { return nil }
    if let only { return BallotPart(newestOf: only, together: [], desk) }
    return BallotPart(newestOf: outcome.shownBallots, together: outcome.figures, desk)
  }

  /// What the method promised, in its order.
  static func promised(_ desk: Desk) -> [OutcomePart] {
    let outcomes = Dictionary(desk.record.outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var told: Set<String> = []
    return desk.record.method.delivers.map { promised in
      let name = String(promised.source.prefix { $0 != "/" })
      let isNew = told.insert(name).inserted
      return OutcomePart(
        desk: desk,
        title: desk.name(of: promised),
        isDelivered: promised.delivered,
        isTold: promised.delivered && !isNew && outcomes[name] != nil,
        outcome: isNew ? outcomes[name].flatMap { promised.delivered || $0.hasChosen ? $0 : nil } : nil)
    }
  }

  /// Ratings, votes and placements that count and were not promised: what decisions stand on.
  static func evidence(_ desk: Desk) -> [OutcomePart] {
    let promised = Set(desk.record.method.delivers.map { String($0.source.prefix { $0 != "/" }) })
    return desk.record.outcomes.filter { outcome in
      [.votes, .ratings, .placements].contains(outcome.kind) && !promised.contains(outcome.id)
        && outcome.ballots.contains { $0.counts && $0.answered != 0 }
    }.flatMap { outcome -> [OutcomePart] in
      let part = OutcomePart(
        desk: desk, title: title(of: outcome, desk), isDelivered: true, isTold: false, outcome: outcome)
      return part.byThingInHand ?? [part]
    }
  }

  /// Where the same things were marked while one thing after the other was in hand: a part for each of these.
  private var byThingInHand: [OutcomePart]? {
    guard let outcome else { return nil }
    let ballots = outcome.shownBallots
    let cases = ballots.map { desk.inHand(inRun: $0.place.take) }.uniqued
    let things = ballots.flatMap(\.things)
    guard cases.count > 1, !cases.contains([]), things.uniqued.count < things.count else { return nil }
    return cases.map { inHand in
      var part = self
      let own = ballots.filter { desk.inHand(inRun: $0.place.take) == inHand }
      let title = own.first?.place.title ?? part.title
      let said = inHand.filter { !title.contains(desk.words.thing($0)) }
      part.title = said.isEmpty ? title : desk.words.phrase("bar", title, desk.words.things(said))
      part.only = own
      return part
    }
  }

  /// The steps whose figures are shown, not those that were asked again.
  private static func title(of outcome: OutcomeRecord, _ desk: Desk) -> String {
    if let title = outcome.title, !title.isEmpty { return title }
    return OutcomeNames.name(of: outcome.id, madeIn: outcome.shownBallots.map(\.place))
  }
}

extension OutcomeRecord {
  /// Something was taken in some round, even if the newest took nothing.
  fileprivate var hasChosen: Bool { kind == .selections && selections.contains { !$0.taken.isEmpty } }

  /// The askings that count and whose figures no later one has replaced; the last where nothing was put up.
  fileprivate var shownBallots: [BallotRecord] {
    let counting = ballots.filter(\.counts)
    let newest = counting.filter { $0.statistics.contains(where: \.newest) }
    return newest.isEmpty ? counting.suffix(1) : newest
  }
}

/// A table with a column for each field; rows of several groups one after the other.
struct TablePart: Part {
  let desk: Desk
  let outcome: OutcomeRecord
  let rows: [EntryRecord]

  static let shape = Shape<TablePart>(
    "table",
    [
      .flag("isShared", "Its rows belong to several groups or people.", \.isShared),
      .texts("columns", "What was asked in each column.") { part in
        part.columns.map { part.desk.ask($0, of: part.outcome) }
      },
      .parts("rows", "The rows.") { part in
        part.rows.map { row in
          RowPart(
            owner: part.isShared ? part.desk.words.who(row.owner) : nil,
            cells: part.columns.map { part.desk.shown(row.fields[$0] ?? "", in: $0, of: part.outcome) })
        }
      },
    ])

  private var columns: [String] { outcome.fields.isEmpty ? ["text"] : outcome.fields.map(\.id) }
  private var isShared: Bool { Set(rows.map(\.owner)).count > 1 }
}

/// A row of a table.
struct RowPart: Part {
  let owner: String?
  let cells: [String]

  static let shape = Shape<RowPart>(
    "table-row",
    [
      .text("owner", "Whose row it is, where there are several.", \.owner),
      .texts("cells", "One for each column.", \.cells),
    ])
}

/// What one team has joined, about one subject.
struct TreePart: Part {
  let words: Words
  let head: String?
  let joined: [EntryRecord]

  static let shape = Shape<TreePart>(
    "tree",
    [
      .text("head", "Whose it is and about what, where there are several.", \.head),
      .parts("links", "From where to where links go.") { part in
        part.joined.map { LinkPart(words: part.words, link: $0) }
      },
    ])

  static func all(_ entries: [EntryRecord], _ desk: Desk) -> [TreePart] {
    let links = entries.filter { $0.members.count == 2 }
    let owners = links.map(Owner.init).uniqued
    return owners.map { owner in
      let joined = links.filter { Owner($0) == owner }
      let head = joined.first.map { desk.circle(of: $0) } ?? ""
      return TreePart(words: desk.words, head: owners.count > 1 && !head.isEmpty ? head : nil, joined: joined)
    }
  }

  /// By ids, since what a team worked on may have been reworded in between.
  private struct Owner: Hashable {
    let circle: [String?]
    let owner: Attribution

    init(_ entry: EntryRecord) {
      circle = (entry.at + entry.about).map(\.id)
      owner = entry.owner
    }
  }
}

/// A link between two things.
struct LinkPart: Part {
  let words: Words
  let link: EntryRecord

  private var from: String { words.thing(link.members[0]) }
  private var word: String { link.fields["text"] ?? words.label("linkWord") }
  private var to: String { words.thing(link.members[1]) }
  var told: String { words.phrase("bar", "\(from) \(word)", to) }

  static let shape = Shape<LinkPart>(
    "link",
    [
      .text("from", "Where it begins.", \.from), .text("word", "What it says, else “leads to”.", \.word),
      .text("to", "Where it leads.", \.to),
      .text("whose", "Whose it is, where a name is shown.") { $0.words.named($0.link.author) },
    ])
}
