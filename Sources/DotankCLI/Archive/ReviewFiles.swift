import Archive
import Outcomes

/// The archive for programs and spreadsheets.
enum ReviewFiles {
  static func json(_ cards: [SessionCard], _ hits: [TextHit]) -> String {
    JSONText.harmless(
      JSONText.object([
        ("format", .string("dotank-archive")), ("version", .number(1)), ("sessions", .array(cards.map(\.json))),
        ("found", .array(hits.map(\.json))),
      ]).rendered) + "\n"
  }

  static func csv(_ cards: [SessionCard]) -> String {
    var table = Table(
      "sessions",
      [
        "session", "date", "method", "version", "title", "site", "status", "decision", "people", "actions",
        "open_actions", "steps_done", "steps_put_up", "changes", "planned_seconds", "used_seconds", "tags", "pillars",
        "rehearsal", "trouble",
      ])
    for card in cards {
      table.add([
        .text(card.folder), .text(card.date), .text(card.method), .text(card.version), .text(card.title),
        .text(card.site), .text(card.status), .text(card.verdict), .integer(card.people), .integer(card.actions),
        .integer(card.openActions), .integer(card.fidelity?.done), .integer(card.fidelity?.putUp),
        .integer(card.changes), .integer(card.planned), .integer(card.used),
        .text(card.tags.joined(separator: "; ")), .text(card.pillars.joined(separator: "; ")),
        .flag(card.rehearsal), .text(card.trouble?.rawValue),
      ])
    }
    return table.csv
  }

  static func csv(_ hits: [TextHit]) -> String {
    var table = Table("found", ["session", "date", "kind", "place", "excerpt"])
    for hit in hits {
      table.add([
        .text(hit.folder), .text(hit.date), .text(hit.kind.rawValue), .text(hit.place), .text(hit.excerpt),
      ])
    }
    return table.csv
  }
}

extension JSONText {
  static func string(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }
  static func number(_ number: Int?) -> JSONText { number.map { .number($0) } ?? .null }
}

extension SessionCard {
  fileprivate var json: JSONText {
    .object([
      ("session", .string(folder)), ("date", .string(date)), ("method", .string(method)),
      ("version", .string(version)), ("title", .string(title)), ("site", .string(site)), ("status", .string(status)),
      ("decision", .string(verdict)), ("people", .number(people)), ("actions", .number(actions)),
      ("openActions", .number(openActions)), ("stepsDone", .number(fidelity?.done)),
      ("stepsPutUp", .number(fidelity?.putUp)), ("changes", .number(changes)), ("plannedSeconds", .number(planned)),
      ("usedSeconds", .number(used)), ("tags", .array(tags.map { .string($0) })),
      ("pillars", .array(pillars.map { .string($0) })), ("rehearsal", .bool(rehearsal)),
      ("trouble", .string(trouble?.rawValue)),
    ])
  }
}

extension TextHit {
  fileprivate var json: JSONText {
    .object([
      ("session", .string(folder)), ("date", .string(date)), ("kind", .string(kind.rawValue)),
      ("place", .string(place)), ("excerpt", .string(excerpt)),
    ])
  }
}
