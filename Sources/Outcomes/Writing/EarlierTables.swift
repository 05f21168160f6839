/// What was read of earlier sessions, as a table.
extension Tables {
  static func earlier(_ record: Record) -> Table {
    let rows = record.earlier.flatMap { read in read.things.map { (read: read, thing: $0) } }
    return Table(
      "earlier", "What was read of earlier sessions, as their records told it.", key: ["setting", "thing_id"], rows,
      [
        .text("setting", "The setting that named the session.") { $0.read.setting },
        .text("from_session", "The name of that session.") { $0.read.session },
        .text("from_method", "The id and version of its method.") { $0.read.method },
        .text("from_outcome", "The outcome of it that was read.") { $0.read.outcome },
        .text("thing_id", "The value's or entry's own word.") { $0.thing.id },
        .text("thing", "Its words.") { $0.thing.label },
      ]
        + ["median", "mean", "min", "max", "spread", "sum"].map { measure in
          .number(measure, "The \(measure) of the marks on it.") { $0.thing.figures[measure] }
        })
  }
}
