/// Things and documents, what became of them, and what belongs together.
extension Tables {
  private typealias Item = (outcome: OutcomeRecord, entry: EntryRecord)

  static func entryTables(_ record: Record, _ circles: Circles) -> [Table] {
    let items = record.outcomes.flatMap { outcome in outcome.entries.map { Item(outcome, $0) } }
    return [
      itemTable(items, circles), wordings(items), fields(items), members(items), links(items), lineage(items),
      cells(record), withheld(record), stale(record),
    ]
  }

  private static func itemTable(_ items: [Item], _ circles: Circles) -> Table {
    Table(
      "items", "Every thing and document.", key: ["item_id"], items,
      [
        .text("item_id", "Its id.") { $0.entry.id },
        .text("outcome", "The name under which it was written.") { $0.outcome.id },
        .text("kind", "What it is.") { $0.entry.kind },
        .text("text", "The words people read now.") { $0.entry.text },
        .text("first_text", "The words it came with.") { item in
          item.entry.first["text"] ?? item.entry.first.min { $0.key < $1.key }?.value
        },
        .integer("rewordings", "How often it was reworded.", unit: .entries) { $0.entry.rewordings.count },
        .moment("at", "When it was written; empty where that could tell who wrote.") { $0.entry.firstAt },
      ] + Column.owner("author", "Who wrote it") { $0.entry.author }
        + Column.owner("owner", "Whose it is") { $0.entry.owner }
        + [.text("group_id", "The group in which it was written.") { $0.entry.group?.id }]
        + Column.place(circles) { $0.entry.place } + [
          .integer("round", "The round in which it was written.") { $0.entry.round },
          .text("about_id", "The subjects around its step.") { Tables.joined($0.entry.about.map(\.idOrPrivate)) },
          .text("about", "The same in words.") { Tables.joined($0.entry.about.map(\.words)) },
          .text("station_id", "The station or sheet at which it was made.") {
            Tables.joined($0.entry.at.map(\.idOrPrivate))
          },
          .text("station", "The same in words.") { Tables.joined($0.entry.at.map(\.words)) },
          .flag("withdrawn", "It was taken back, merged or split.") { $0.entry.withdrawn },
          .flag("late", "It came after entries were closed.") { $0.entry.late },
          .flag("counts", "Neither withdrawn, late nor replaced.") { $0.entry.counts },
        ])
  }

  private struct Wording {
    var item: Item
    var number: Int
    var content: EntryRecord.Wording
  }

  /// The first wording of each field as number 1.
  private static func wordings(_ items: [Item]) -> Table {
    let rows = items.flatMap { item -> [Wording] in
      let entry = item.entry
      var numbers = entry.first.mapValues { _ in 1 }
      let first = entry.first.sorted { $0.key < $1.key }.map { field, text in
        Wording(
          item: item, number: 1,
          content: EntryRecord.Wording(
            field: field, text: text, at: entry.firstAt, by: entry.author, take: entry.place.take, rival: false,
            changed: false))
      }
      return first
        + entry.rewordings.map { wording in
          numbers[wording.field, default: 0] += 1
          return Wording(item: item, number: numbers[wording.field] ?? 1, content: wording)
        }
    }
    return Table(
      "wordings", "Every wording of every field.", key: ["item_id", "field", "wording"], rows,
      [
        Column.text("item_id", "The item.") { $0.item.entry.id }.joins("items", "item_id"),
        .text("outcome", "The item's outcome.") { $0.item.outcome.id },
        .text("field", "The field's id.") { $0.content.field },
        .integer("wording", "Its number, from 1.") { $0.number },
        .text("text", "The words.") { $0.content.text },
        .moment("at", "When they were written; empty where that could tell who wrote.") { $0.content.at },
      ] + Column.owner("by", "Who wrote them") { $0.content.by } + [
        .take { $0.content.take },
        .flag("rival", "Written without having seen the wording before it.") { $0.content.rival },
        .flag("changed", "It says something else than the wording before it.") { $0.content.changed },
      ])
  }

  /// Fields as they stand, the text apart.
  private static func fields(_ items: [Item]) -> Table {
    let rows = items.flatMap { item in
      item.entry.fields.filter { $0.key != "text" }.sorted { $0.key < $1.key }.map { (item: item, field: $0) }
    }
    return Table(
      "fields", "Every field of every item as it stands, its text apart.", key: ["item_id", "field"], rows,
      [
        Column.text("item_id", "The item.") { $0.item.entry.id }.joins("items", "item_id"),
        .text("outcome", "The item's outcome.") { $0.item.outcome.id },
        .text("field", "The field's id.") { $0.field.key },
        .text("kind", "What the field takes.") { row in
          row.item.outcome.fields.first { $0.id == row.field.key }?.kind
        },
        .text("value", "What stands in it.") { $0.field.value },
      ])
  }

  private static func members(_ items: [Item]) -> Table {
    let rows = items.filter { $0.outcome.kind == .clusters }.flatMap { item in
      item.entry.members.enumerated().map { (item: item, place: $0.offset + 1, thing: $0.element) }
    }
    return Table(
      "members", "Every thing in every cluster.", key: ["cluster_id", "place"], rows,
      [
        .text("outcome", "The cluster's outcome.") { $0.item.outcome.id },
        Column.text("cluster_id", "The cluster.") { $0.item.entry.id }.joins("items", "item_id"),
        .text("cluster", "Its words.") { $0.item.entry.text },
        .integer("place", "Its place in the cluster, from 1.") { $0.place },
      ] + Column.thing("thing", "What is in it") { $0.thing } + [
        .flag("counts", "The cluster stands.") { $0.item.entry.counts }
      ])
  }

  private static func links(_ items: [Item]) -> Table {
    let links = items.filter { $0.outcome.kind == .graphs && $0.entry.members.count == 2 }
    return Table(
      "links", "Every link.", key: ["link_id"], links,
      [
        .text("outcome", "The link's outcome.") { $0.outcome.id },
        Column.text("link_id", "The link.") { $0.entry.id }.joins("items", "item_id"),
        .text("word", "What it says.") { $0.entry.fields["text"] },
      ] + Column.thing("from", "Where it begins") { $0.entry.members[0] }
        + Column.thing("to", "Where it leads") { $0.entry.members[1] } + [
          .flag("counts", "The link stands.") { $0.entry.counts }
        ])
  }

  private static func lineage(_ items: [Item]) -> Table {
    let rows = items.flatMap { item in
      let copied = item.entry.copiedFrom.map { [(item: item, how: "copied", from: $0)] } ?? []
      let how = item.entry.parents.count > 1 ? "merged" : "split"
      return copied + item.entry.parents.map { (item: item, how: how, from: $0) }
    }
    return Table(
      "lineage", "Every entry that was copied, merged or split from another.", rows,
      [
        .text("outcome", "The item's outcome.") { $0.item.outcome.id },
        Column.text("item_id", "The item.") { $0.item.entry.id }.joins("items", "item_id"),
        .text("how", "copied, merged or split.") { $0.how },
      ] + Column.thing("from", "What it comes from") { $0.from })
  }

  private static func cells(_ record: Record) -> Table {
    let rows = record.outcomes.flatMap { outcome in
      outcome.cells.flatMap { cell in
        cell.fields.sorted { $0.key < $1.key }.map { (outcome: outcome.id, cell: cell, field: $0) }
      }
    }
    return Table(
      "cells", "Fields written on values of lists, people and groups.", rows,
      [.text("outcome", "The outcome.") { $0.outcome }]
        + Column.thing("thing", "What it was said of") { $0.cell.thing } + [
          .text("field", "The field's id.") { $0.field.key },
          .text("value", "What was said.") { $0.field.value },
        ])
  }

  private static func withheld(_ record: Record) -> Table {
    let rows = record.outcomes.flatMap { outcome in outcome.withheld.map { (outcome: outcome.id, count: $0) } }
    return Table(
      "withheld", "Entries of which only the number may be known.", rows,
      [
        .text("outcome", "The outcome.") { $0.outcome }, .take { $0.count.take },
        .integer("count", "How many.", unit: .entries) { $0.count.count },
        .word("why", "Why they are not here.") { $0.count.why },
      ])
  }

  private static func stale(_ record: Record) -> Table {
    let rows = record.outcomes.flatMap { outcome in outcome.stale.map { (outcome: outcome.id, stale: $0) } }
    return Table(
      "stale", "What rests on something that was replaced since.", rows,
      [
        .text("outcome", "The outcome.") { $0.outcome }, .take { $0.stale.place.take },
        .text("step", "The step's id in the method.") { $0.stale.place.step },
        .text("why", "What was replaced.") { $0.stale.why },
      ])
  }
}
