internal import MethodModel

/// Clusters and links as a reader sees them.
extension Report {
  /// Each cluster with what is in it.
  mutating func writeClusters(_ outcome: OutcomeRecord) {
    page.list(
      outcome.entries.filter { $0.counts && !$0.members.isEmpty }.flatMap { cluster in
        Self.items(cluster) + cluster.members.map { .init("\($0.words)", depth: 1) }
      })
  }

  /// Links one a line, then what is joined to nothing.
  mutating func writeLinks(_ outcome: OutcomeRecord) {
    let links = outcome.entries.filter { $0.counts && $0.members.count == 2 }
    page.list(
      links.map { link in
        let word: Markdown = link.fields["text"].map { " \($0)" } ?? " leads to"
        return .init("\(link.members[0].words)\(word): \(link.members[1].words)\(Self.whose(link))")
      })
    let joined = Set(links.flatMap(\.members))
    let alone = outcome.nodes.filter { !joined.contains($0) }
    if !alone.isEmpty { page.paragraph("Without a link: \(Self.list(alone)).") }
  }

  /// A table with a column for each field; rows of several groups one after the other.
  mutating func writeRows(_ outcome: OutcomeRecord) {
    let rows = outcome.entries.filter(\.counts)
    let columns = outcome.fields.isEmpty ? ["text"] : outcome.fields.map(\.id)
    let isShared = Set(rows.map(\.owner)).count > 1
    let whose: [Markdown] = isShared ? ["whose"] : []
    let header = columns.map { id -> Markdown in
      "\(outcome.fields.first { $0.id == id && !$0.ask.isEmpty }?.ask ?? id)"
    }
    page.table(
      whose + header,
      rows.map { row in
        let owner: [Markdown] = isShared ? ["\(row.owner.words)"] : []
        return owner + columns.map { "\(row.fields[$0] ?? "")" }
      })
  }

  /// Each thing with its place on both axes and the zone that was named most often.
  mutating func writePlacements(_ outcome: OutcomeRecord) {
    let rows = outcome.ballots.filter(\.counts).flatMap(\.statistics).filter(\.newest)
    var seen: Set<ThingRecord> = []
    let things = rows.map(\.thing).filter { seen.insert($0).inserted }
    page.list(
      things.map { thing in
        let places = rows.filter { $0.thing == thing }.compactMap { Self.placed($0) }
        return .init("\(thing.words): \(places.isEmpty ? "not placed" : places.joined(separator: ", "))")
      })
  }

  /// "effort 8", or the zone named most often.
  private static func placed(_ row: BallotRecord.Statistics) -> String? {
    if let median = row.median { return "\(row.criterion ?? "") \(median)" }
    let most = row.counts.values.max()
    let named = row.counts.filter { $0.value == most }.keys.sorted()
    return named.isEmpty ? row.withheld?.words : named.joined(separator: " or ")
  }
}
