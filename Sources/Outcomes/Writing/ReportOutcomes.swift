internal import MethodModel

/// What came out of the session.
extension Report {
  mutating func writeOutcomes() {
    guard !record.method.delivers.isEmpty else { return }
    page.heading(2, "What came out")
    var written: Set<String> = []
    for promised in record.method.delivers {
      let name = String(promised.source.prefix { $0 != "/" })
      page.heading(3, "\(promised.title)")
      guard promised.delivered else {
        page.paragraph("*Not delivered.*")
        continue
      }
      guard let outcome = record.outcomes.first(where: { $0.id == name }) else {
        page.paragraph("See the settings above and the groups below.")
        continue
      }
      if written.insert(name).inserted { write(outcome) } else { page.paragraph("See above.") }
    }
  }

  private mutating func write(_ outcome: OutcomeRecord) {
    switch outcome.kind {
    case .things: writeThings(outcome)
    case .clusters: writeClusters(outcome)
    case .tables: writeRows(outcome)
    case .placements: writePlacements(outcome)
    case .graphs: writeLinks(outcome)
    case .documents: for document in outcome.entries where document.counts { writeDocument(document, outcome.fields) }
    case .votes, .ratings:
      if let last = outcome.ballots.last(where: \.counts) {
        writeFigures(outcome.ballots.filter(\.counts).flatMap(\.statistics).filter(\.newest), of: last)
      }
    case .selections: for selection in outcome.selections where selection.counts { write(selection) }
    case .decisions:
      for decision in outcome.decisions where decision.counts {
        page.paragraph("\(Self.line(decision)) More under Decisions.")
      }
    }
    writeWithheld(outcome.withheld)
    page.list(outcome.stale.map { .init("*Out of date, from “\($0.place.title)”: \($0.why).*") })
  }

  private mutating func writeThings(_ outcome: OutcomeRecord) {
    let counted = outcome.entries.filter(\.counts)
    let actions = counted.count { $0.kind == "action" }
    if actions > 0 { page.paragraph("\(actions) agreed; see Actions.") }
    page.list(counted.filter { $0.kind != "action" }.flatMap { Self.items($0) })
  }

  /// An entry with its fields beneath it.
  static func items(_ entry: EntryRecord) -> [MarkdownPage.ListItem] {
    let fields = entry.fields.filter { $0.key != "text" && $0.value != entry.text }.sorted { $0.key < $1.key }
    let about: Markdown = entry.about.isEmpty ? "" : "\(list(entry.about)): "
    return [.init("\(about)\(entry.text)\(whose(entry))")]
      + fields.map { .init("\($0.key): \($0.value)", depth: 1) }
  }

  /// " (Aino, Pairs 2)"; nothing where it is not known.
  static func whose(_ entry: EntryRecord) -> Markdown {
    var words: [String] = []
    if entry.author.kind == .person { words.append(entry.author.words) }
    if entry.owner.kind == .group || entry.owner.kind == .person, !words.contains(entry.owner.words) {
      words.append(entry.owner.words)
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  /// A document field by field, in the order in which they were asked for, under what was asked.
  mutating func writeDocument(_ document: EntryRecord, _ asked: [FieldRecord]) {
    let order = Dictionary(asked.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fields = document.fields.sorted { first, second in
      (order[first.key] ?? -1, first.key) < (order[second.key] ?? -1, second.key)
    }
    var head = [String]()
    if !document.about.isEmpty { head.append(Self.list(document.about)) }
    if document.owner.kind == .group || document.owner.kind == .person { head.append(document.owner.words) }
    if !head.isEmpty { page.paragraph("\(head.joined(separator: ", ")):") }
    for (field, text) in fields {
      let ask = asked.first { $0.id == field }?.ask ?? ""
      if field != "text" || fields.count > 1 { page.paragraph("**\(ask.isEmpty ? field : ask)**") }
      page.quote(text)
    }
    let versions = document.rewordings.count
    if versions > 0 {
      page.paragraph(
        "Changed \(versions == 1 ? "once" : "\(versions) times" as Markdown); every wording stands below, under its step."
      )
    }
  }

  mutating func writeWithheld(_ withheld: [WithheldCount]) {
    page.list(
      withheld.map {
        .init("*\($0.count == 1 ? "1 entry" : "\($0.count) entries" as Markdown) not shown: \($0.why.words).*")
      })
  }

  // MARK: Figures

  static func turnout(_ ballot: BallotRecord) -> Markdown { "\(ballot.answered) of \(ballot.present) answered." }

  /// ", round 2": the lap of the innermost loop around a step; nothing outside of loops.
  static func lap(_ place: PlaceRecord) -> Markdown {
    let laps = place.path.split(separator: "/").compactMap { component -> Int? in
      let parts = component.split(separator: "#", maxSplits: 1)
      return parts.count == 2 ? Int(parts[1]) : nil
    }
    return laps.last.map { ", round \($0)" } ?? ""
  }

  /// A table of figures, all of the ballot's kind and scale.
  mutating func writeFigures(_ statistics: [BallotRecord.Statistics], of ballot: BallotRecord) {
    let shown = statistics.filter { $0.withheld == nil }
    if let why = statistics.lazy.compactMap(\.withheld).first {
      page.paragraph(
        "*\(shown.isEmpty ? "Figures are not shown" : "Some figures are not shown" as Markdown): \(why.words).*")
    }
    let hasCriteria = shown.contains { $0.criterion != nil }
    let subject: [Markdown] = hasCriteria ? ["On", "Criterion"] : ["On"]
    func cells(_ row: BallotRecord.Statistics) -> [Markdown] {
      hasCriteria ? ["\(row.thing.words)", "\(row.criterion ?? "")"] : ["\(row.thing.words)"]
    }
    let first = subject.count
    if ballot.kind == .rating {
      page.table(
        subject + ["n", "median", "lowest", "highest", "spread", "given"], right: Set(first...(first + 4)),
        shown.map { row in
          cells(row) + [.number(row.n), .figure(row.median), .figure(row.min), .figure(row.max), .figure(row.spread)]
            + [Self.given(row, ballot)]
        })
    } else {
      let ranked = shown.enumerated().sorted { first, second in
        let (left, right) = (first.element.sum?.number ?? .zero, second.element.sum?.number ?? .zero)
        return left == right ? first.offset < second.offset : left > right
      }.map(\.element)
      page.table(
        subject + ["sum", "given by"], right: [first, first + 1],
        ranked.map { cells($0) + [.figure($0.sum), .number($0.n)] })
    }
  }

  /// "2 × good, 1 × weak", lowest first.
  private static func given(_ row: BallotRecord.Statistics, _ ballot: BallotRecord) -> Markdown {
    let known = ballot.answers.map(\.id)
    let parts = known.compactMap { id in row.counts[id].map { "\($0) × \(id)" } }
    let passes = row.passes.map { $0 > 0 ? ["\($0) passed"] : [] } ?? []
    return "\((parts + passes).joined(separator: ", "))"
  }

  mutating func write(_ selection: SelectionRecord) {
    if selection.rule == "choice", let why = selection.withheld {
      return page.list([.init("*A choice is not shown: \(why.words).*")])
    }
    let by: Markdown = selection.by.kind == .room ? "" : "\(selection.by.words): "
    let taken = selection.taken.isEmpty ? "nothing" : Self.list(selection.taken)
    let remark: Markdown = selection.remark.map { " (\($0))" } ?? ""
    page.list([.init("\(by)\(taken), by \(selection.rule)\(remark)")])
  }
}

extension Markdown {
  static func number(_ number: Int?) -> Markdown { number.map { "\($0)" } ?? "–" }
  static func figure(_ figure: Figure?) -> Markdown { figure.map { "\($0)" } ?? "–" }
}
