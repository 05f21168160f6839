/// What belongs together, what is joined, and what came of what.
extension Tables {
  /// A row for each thing in each cluster.
  static func members(_ record: Record) -> Table {
    var table = Table(
      "members", ["outcome", "cluster_id", "cluster", "owner", "owner_id", "place", "thing_id", "thing", "counts"])
    for outcome in record.outcomes where outcome.kind == .clusters {
      for cluster in outcome.entries {
        for (place, thing) in cluster.members.enumerated() {
          table.add([
            .text(outcome.id), .text(cluster.id), .text(cluster.text), .text(cluster.owner.words),
            .text(cluster.owner.id), .integer(place + 1), .text(thing.id ?? "private"), .text(thing.words),
            .flag(cluster.counts),
          ])
        }
      }
    }
    return table
  }

  /// A row for each link.
  static func links(_ record: Record) -> Table {
    var table = Table(
      "links",
      [
        "outcome", "link_id", "word", "from_id", "from", "to_id", "to", "author", "author_id", "owner", "owner_id",
        "counts",
      ])
    for outcome in record.outcomes where outcome.kind == .graphs {
      for link in outcome.entries where link.members.count == 2 {
        let (from, to) = (link.members[0], link.members[1])
        table.add([
          .text(outcome.id), .text(link.id), .text(link.fields["text"]), .text(from.id ?? "private"),
          .text(from.words), .text(to.id ?? "private"), .text(to.words), .text(link.author.words),
          .text(link.author.id), .text(link.owner.words), .text(link.owner.id), .flag(link.counts),
        ])
      }
    }
    return table
  }

  /// A row for each entry that was copied, merged or split from another.
  static func lineage(_ record: Record) -> Table {
    var table = Table("lineage", ["outcome", "item_id", "item", "how", "from_id", "from"])
    for outcome in record.outcomes {
      for entry in outcome.entries {
        let copied = entry.copiedFrom.map { [($0, "copied")] } ?? []
        let how = entry.parents.count > 1 ? "merged" : "split"
        for (source, how) in copied + entry.parents.map({ ($0, how) }) {
          table.add([
            .text(outcome.id), .text(entry.id), .text(entry.text), .text(how), .text(source.id ?? "private"),
            .text(source.words),
          ])
        }
      }
    }
    return table
  }
}
