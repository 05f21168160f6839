/// How the session went, as tables.
extension Tables {
  private static let readingColumns = [
    "criterion", "label", "sentence", "result", "value", "answered", "electorate", "why_no_data", "withheld",
  ]

  private static func cells(_ number: String, _ reading: ReadingRecord) -> [Table.Cell] {
    [
      .text(number), .text(reading.label), .text(reading.sentence), .text(reading.result), .figure(reading.value),
      .integer(reading.answered), .integer(reading.electorate), .text(reading.why), .text(reading.withheld?.rawValue),
    ]
  }

  /// A reading and those within it: `1`, `1.1`, `1.2`.
  static func numbered(_ readings: [ReadingRecord], under prefix: String = "") -> [(String, ReadingRecord)] {
    readings.enumerated().flatMap { index, reading -> [(String, ReadingRecord)] in
      let number = "\(prefix)\(index + 1)"
      return [(number, reading)] + numbered(reading.children, under: "\(number).")
    }
  }

  /// A row for each criterion, those within others too.
  static func checkpoints(_ record: Record) -> Table {
    var table = Table(
      "checkpoints",
      ["take", "step", "path", "attempt", "question", "counts"] + readingColumns + [
        "advice", "verdict", "overruled", "reason", "decider_role", "deciders", "conditions", "at",
      ])
    for checkpoint in record.checkpoints {
      let head: [Table.Cell] = [
        .integer(checkpoint.place.take), .text(checkpoint.place.step), .text(checkpoint.place.path),
        .integer(checkpoint.place.attempt), .text(checkpoint.question), .flag(checkpoint.counts),
      ]
      let tail: [Table.Cell] = [
        .text(checkpoint.advice), .text(checkpoint.verdict), .flag(checkpoint.overruled), .text(checkpoint.reason),
        .text(checkpoint.deciderTitle), joined(checkpoint.deciders.map(\.name)), .integer(checkpoint.conditions.count),
        .moment(checkpoint.at),
      ]
      let rows = numbered(checkpoint.criteria).map { cells($0, $1) }
      for row in rows.isEmpty ? [readingColumns.map { _ in .empty }] : rows { table.add(head + row + tail) }
    }
    return table
  }

  static func conditions(_ record: Record) -> Table {
    var table = Table("conditions", ["sequence", "path", "purpose"] + readingColumns)
    for condition in record.conditions {
      for (number, reading) in numbered([condition.reading]) {
        table.add(
          [.integer(condition.sequence), .text(condition.path), .text(condition.purpose)] + cells(number, reading))
      }
    }
    return table
  }

  static func actions(_ record: Record) -> Table {
    var table = Table(
      "actions",
      [
        "action_id", "source", "outcome", "text", "owner", "due", "measure", "missing", "meets_id", "meets", "author",
        "author_id", "step", "path", "take", "withdrawn", "late", "counts",
      ])
    for action in record.actions {
      table.add([
        .text(action.id), .text(action.source.rawValue), .text(action.outcome), .text(action.text),
        .text(action.owner), .text(action.due), .text(action.measure), joined(action.missing),
        .text(action.meets.map { $0.id ?? "private" }), .text(action.meets?.words), .text(action.author.words),
        .text(action.author.id), .text(action.place.step), .text(action.place.path), .integer(action.place.take),
        .flag(action.withdrawn), .flag(action.late), .flag(action.counts),
      ])
    }
    return table
  }

  /// All times in seconds.
  static func timing(_ record: Record) -> Table {
    var table = Table(
      "timing",
      [
        "take", "step", "path", "title", "kind", "attempt", "status", "counts", "planned_s", "allotted_s", "used_s",
        "time_up", "opened", "closed", "supersedes", "superseded_by", "people", "parts", "skip_reason", "missing",
      ])
    for take in record.timing.takes {
      table.add([
        .integer(take.place.take), .text(take.place.step), .text(take.place.path), .text(take.place.title),
        .text(take.kind), .integer(take.place.attempt), .text(take.status), .flag(take.counts), .integer(take.planned),
        .integer(take.allotted), .integer(take.used), .flag(take.timeUp), .moment(take.opened), .moment(take.closed),
        .integer(take.supersedes), .integer(take.supersededBy), .integer(take.people), .integer(take.parts),
        .text(take.skipReason), joined(take.missing),
      ])
    }
    return table
  }

  static func deviations(_ record: Record) -> Table {
    var table = Table("deviations", ["at", "kind", "subject", "take", "seconds", "reason", "missing"])
    for deviation in record.deviations {
      table.add([
        .moment(deviation.at), .text(deviation.kind), .text(deviation.subject), .integer(deviation.take),
        .integer(deviation.seconds), .text(deviation.reason), joined(deviation.missing),
      ])
    }
    return table
  }

  /// A row for each person, with a column for each thing that was known of people (`field_school`).
  static func attendance(_ record: Record) -> Table {
    let fields = Set(record.attendance.flatMap(\.fields.keys)).sorted()
    var table = Table(
      "attendance",
      ["person_id", "name", "present_at_start", "present_at_end", "arrived", "left", "roles"]
        + fields.map { "field_\($0)" })
    for person in record.attendance {
      let arrivals = person.movements.filter { $0.kind == .arrived }.map(\.at.description)
      let departures = person.movements.filter { $0.kind == .left }.map(\.at.description)
      table.add(
        [
          .text(person.id), .text(person.name), .flag(person.presentAtStart), .flag(person.presentAtEnd),
          joined(arrivals), joined(departures), joined(person.roles),
        ] + fields.map { .text(person.fields[$0]) })
    }
    return table
  }

  /// A row for each person in each group.
  static func groups(_ record: Record) -> Table {
    var table = Table("groups", ["set", "group_id", "group", "person_id", "person", "merged_from"])
    for set in record.groups {
      for group in set.groups {
        for person in group.members {
          table.add([
            .text(set.id), .text(group.id), .text(group.title), .text(person.id), .text(person.name),
            joined(group.mergedFrom),
          ])
        }
      }
    }
    return table
  }

  static func notes(_ record: Record) -> Table {
    var table = Table("notes", ["at", "step", "take", "text"])
    for note in record.notes {
      table.add([.moment(note.at), .text(note.place?.step), .integer(note.place?.take), .text(note.text)])
    }
    return table
  }
}
