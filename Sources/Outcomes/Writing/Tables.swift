/// The tables of a record, one for each kind of observation; columns that end in `_id` join.
enum Tables {
  static func all(_ record: Record) -> [Table] {
    [
      items(record), wordings(record), members(record), links(record), lineage(record), marks(record),
      statistics(record), selections(record), decisions(record),
      checkpoints(record), conditions(record), actions(record), timing(record), deviations(record),
      attendance(record), groups(record), notes(record),
    ]
  }

  static func joined(_ words: [String]) -> Table.Cell { words.isEmpty ? .empty : .text(words.joined(separator: "; ")) }

  static func ids(_ things: [ThingRecord]) -> Table.Cell { joined(things.map { $0.id ?? "private" }) }

  static func labels(_ things: [ThingRecord]) -> Table.Cell { joined(things.map(\.words)) }

  // MARK: Entries

  private static func items(_ record: Record) -> Table {
    var table = Table(
      "items",
      [
        "item_id", "outcome", "kind", "text", "first_text", "rewordings", "author", "author_id", "owner", "owner_id",
        "step", "path", "take", "round", "about_id", "about", "copied_from_id", "copied_from", "withdrawn", "late",
        "counts",
      ])
    for outcome in record.outcomes {
      for entry in outcome.entries {
        table.add([
          .text(entry.id), .text(outcome.id), .text(entry.kind), .text(entry.text),
          .text(entry.first["text"] ?? entry.first.min { $0.key < $1.key }?.value), .integer(entry.rewordings.count),
          .text(entry.author.words), .text(entry.author.id), .text(entry.owner.words), .text(entry.owner.id),
          .text(entry.place.step), .text(entry.place.path), .integer(entry.place.take), .integer(entry.round),
          ids(entry.about), labels(entry.about), .text(entry.copiedFrom.map { $0.id ?? "private" }),
          .text(entry.copiedFrom?.words), .flag(entry.withdrawn), .flag(entry.late), .flag(entry.counts),
        ])
      }
    }
    return table
  }

  /// Every wording of every field, the first one as number 1.
  private static func wordings(_ record: Record) -> Table {
    var table = Table(
      "wordings", ["item_id", "outcome", "field", "wording", "text", "at", "by", "by_id", "take", "rival", "changed"])
    for outcome in record.outcomes {
      for entry in outcome.entries {
        var numbers: [String: Int] = [:]
        for (field, text) in entry.first.sorted(by: { $0.key < $1.key }) {
          numbers[field] = 1
          table.add([
            .text(entry.id), .text(outcome.id), .text(field), .integer(1), .text(text), .moment(entry.firstAt),
            .text(entry.author.words), .text(entry.author.id), .integer(entry.place.take), .flag(false),
            .flag(false),
          ])
        }
        for wording in entry.rewordings {
          numbers[wording.field, default: 1] += 1
          table.add([
            .text(entry.id), .text(outcome.id), .text(wording.field), .integer(numbers[wording.field]),
            .text(wording.text), .moment(wording.at), .text(wording.by.words), .text(wording.by.id),
            .integer(wording.take), .flag(wording.rival), .flag(wording.changed),
          ])
        }
      }
    }
    return table
  }

  // MARK: Marks

  private static func marks(_ record: Record) -> Table {
    var table = Table(
      "marks",
      [
        "outcome", "kind", "step", "path", "take", "round", "counts", "voter", "voter_id", "thing_id", "thing",
        "criterion", "value", "number", "pass", "reason", "late",
      ])
    for outcome in record.outcomes {
      for ballot in outcome.ballots {
        for mark in ballot.marks {
          table.add([
            .text(outcome.id), .text(ballot.kind.rawValue), .text(ballot.place.step), .text(ballot.place.path),
            .integer(ballot.place.take), .integer(ballot.round), .flag(ballot.counts), .text(mark.by.words),
            .text(mark.by.id), .text(mark.thing.id ?? "private"), .text(mark.thing.words), .text(mark.criterion),
            .text(mark.value), .figure(mark.number), .flag(mark.value == nil), .text(mark.reason), .flag(mark.late),
          ])
        }
      }
    }
    return table
  }

  private static func statistics(_ record: Record) -> Table {
    var table = Table(
      "statistics",
      [
        "outcome", "kind", "step", "path", "take", "round", "counts", "thing_id", "thing", "criterion", "newest",
        "entitled",
        "present", "answered", "n", "passes", "median", "mean", "min", "max", "spread", "sum", "tally",
        "tally_ballots", "withheld",
      ])
    for outcome in record.outcomes {
      for ballot in outcome.ballots {
        let tallies = Dictionary(ballot.tallies.map { ($0.thing, $0) }, uniquingKeysWith: { first, _ in first })
        for row in ballot.statistics {
          let tally = tallies[row.thing]
          table.add([
            .text(outcome.id), .text(ballot.kind.rawValue), .text(ballot.place.step), .text(ballot.place.path),
            .integer(ballot.place.take), .integer(ballot.round), .flag(ballot.counts),
            .text(row.thing.id ?? "private"), .text(row.thing.words), .text(row.criterion), .flag(row.newest),
            .integer(ballot.entitled), .integer(ballot.present), .integer(ballot.answered), .integer(row.n),
            .integer(row.passes), .figure(row.median), .figure(row.mean), .figure(row.min), .figure(row.max),
            .figure(row.spread), .figure(row.sum), .figure(tally?.total), .integer(tally?.ballots),
            .text(row.withheld?.rawValue),
          ])
        }
      }
    }
    return table
  }

  // MARK: Verdicts

  private static func selections(_ record: Record) -> Table {
    var table = Table(
      "selections",
      [
        "outcome", "step", "path", "take", "round", "counts", "rule", "by", "by_id", "thing_id", "thing", "taken",
        "score", "withheld", "remark",
      ])
    for outcome in record.outcomes {
      for selection in outcome.selections {
        // Where the choice may not be seen, one row says so.
        let isPrivate = selection.rule == "choice" && selection.withheld != nil
        let rows: [ThingRecord?] = isPrivate ? [nil] : selection.among
        let taken = Set(selection.taken)
        let scores = Dictionary(selection.scores.map { ($0.thing, $0) }, uniquingKeysWith: { first, _ in first })
        for thing in rows {
          table.add([
            .text(outcome.id), .text(selection.place.step), .text(selection.place.path),
            .integer(selection.place.take), .integer(selection.round), .flag(selection.counts),
            .text(selection.rule), .text(selection.by.words), .text(selection.by.id),
            .text(thing.map { $0.id ?? "private" }), .text(thing?.words),
            thing.map { .flag(taken.contains($0)) } ?? .empty,
            .figure(thing.flatMap { scores[$0]?.score }),
            .text(selection.withheld?.rawValue), .text(selection.remark),
          ])
        }
      }
    }
    return table
  }

  private static let signals = ["consent", "concern", "objection", "agree", "aside", "block"]

  private static func decisions(_ record: Record) -> Table {
    var table = Table(
      "decisions",
      [
        "outcome", "step", "path", "take", "round", "at", "counts", "rule", "about_id", "about", "result",
        "winner_id", "winner", "entitled", "present", "answered", "quorum", "threshold", "among", "silence",
      ] + signals + ["dissent", "open_objections", "concerns", "withheld", "remark", "reason"])
    for decision in record.outcomes.flatMap(\.decisions) {
      let head: [Table.Cell] = [
        .text(decision.outcome), .text(decision.place.step), .text(decision.place.path),
        .integer(decision.place.take), .integer(decision.round), .moment(decision.at), .flag(decision.counts),
        .text(decision.rule), ids(decision.about), labels(decision.about), .text(decision.result),
        ids(decision.winners), labels(decision.winners), .integer(decision.entitled), .integer(decision.present),
        .integer(decision.answered), .figure(decision.quorum), .figure(decision.threshold), .text(decision.among),
        .text(decision.silence),
      ]
      let asked: [Table.Cell] = signals.map { .integer(decision.signals[$0]) }
      let open = decision.objections.count { $0.status == "open" || $0.status == "qualified" }
      table.add(
        head + asked + [
          .integer(decision.dissentWithheld == nil ? decision.dissent.count : nil), .integer(open),
          .integer(decision.concerns.count), .text(decision.figuresWithheld?.rawValue), .text(decision.remark),
          .text(decision.reason),
        ])
    }
    return table
  }
}
