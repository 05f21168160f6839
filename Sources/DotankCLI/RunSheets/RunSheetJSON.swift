import Planning
import SessionEngine

extension RunSheet {
  /// The whole sheet as JSON, `dotank-run-sheet` version 1.
  ///
  /// Lengths are whole seconds, days whole days from the first meeting; `openSeconds` is how long a window is open. `begins` counts from `start`, which counts from midnight; it is null for what lies off the
  /// likely path. `plannedSeconds` is what the method plans, `seconds` what is left after cutting to the end that is
  /// wanted. A later version may add members and keeps the meaning of these.
  var json: String {
    JSONText.object([
      ("format", .string("dotank-run-sheet")), ("version", .number(1)), ("method", .string(method)),
      ("methodVersion", .string(version)), ("language", .string(language)), ("title", .string(title)),
      ("purpose", .string(purpose)), ("people", .number(people)), ("mode", .string(isRemote ? "remote" : "room")),
      ("date", day.map { .string($0.text) } ?? .null), ("start", .number(start)), ("seconds", .number(seconds)),
      ("ends", .number(ends)), ("plannedSeconds", .number(planned)), ("fitting", fitting?.json ?? .null),
      ("settings", .array(settings.map(\.json))), ("roles", .array(roles.map(\.json))),
      ("materials", .array(materials.map(\.json))), ("rows", .array(rows.map { json($0) })),
      ("origins", .array(origins.map { .string($0) })),
    ]).rendered + "\n"
  }

  private func json(_ row: Row) -> JSONText {
    .object([
      ("path", .string(row.path)), ("kind", .string(row.kind.rawValue)), ("depth", .number(row.depth)),
      ("title", .string(row.title)), ("begins", row.begins.map { .number($0) } ?? .null),
      ("at", row.begins.map { .string(moment($0)) } ?? .null), ("seconds", .number(row.seconds)),
      ("day", .number(row.day)), ("openSeconds", row.lasts.map { .number($0) } ?? .null),
      ("plannedSeconds", .number(row.planned)), ("how", .string(row.how)), ("who", .string(row.who)),
      ("groups", .array(row.groups.map { .number($0) })), ("says", .array(row.says.map { .string($0) })),
      (
        "notes",
        .array(
          row.notes.map { note in
            .object([
              ("kind", .string(note.kind.rawValue)), ("label", .string(note.label)), ("text", .string(note.text)),
            ])
          })
      ), ("remarks", .array(row.remarks.map { .string($0) })),
    ])
  }
}

extension RunSheet.Fitting {
  fileprivate var json: JSONText {
    .object([
      ("wantedSeconds", .number(wanted)), ("fits", .bool(plan.overrun == 0)),
      ("percent", .number(plan.cutting.percent)),
      ("leftOut", .array(leftOut.map { .string($0) })), ("overrunSeconds", .number(plan.overrun)),
      ("holding", .array(holding.map { .string($0) })),
    ])
  }
}

extension RunSheet.Setting {
  fileprivate var json: JSONText {
    .object([
      ("id", .string(id)), ("ask", .string(ask)), ("value", value.map { .string($0) } ?? .null),
      ("needed", .bool(isNeeded)),
    ])
  }
}

extension RunSheet.Role {
  fileprivate var json: JSONText {
    .object([
      ("id", .string(id)), ("title", .string(title)), ("people", .string(people)), ("how", .string(how)),
      ("text", .string(text)),
    ])
  }
}

extension RunSheet.Material {
  fileprivate var json: JSONText {
    .object([("text", .string(text)), ("count", .number(count)), ("how", .string(how))])
  }
}
