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
}
