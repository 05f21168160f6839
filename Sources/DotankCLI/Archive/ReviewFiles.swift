import Archive
import Outcomes
import SessionStore

/// The archive for programs and spreadsheets.
enum ReviewFiles {
  static func json(_ cards: [SessionCard], _ hits: [TextHit]) -> String {
    JSONText.object([
      ("format", .string("dotank-archive")), ("version", .number(1)),
      ("sessions", .array(cards.map(sessions.json))), ("found", .array(hits.map(found.json))),
    ]).rendered + "\n"
  }

  static func csv(_ cards: [SessionCard]) -> String { sessions.csv("sessions", cards) }

  static func csv(_ hits: [TextHit]) -> String { found.csv("found", hits) }

  private static var sessions: Columns<SessionCard> {
    Columns([
      .text("session", \.folder), .text("date", \.date), .text("method", \.method), .text("version", \.version),
      .text("title", \.title), .text("site", \.site), .text("status", \.status),
      .text("decision", \.verdict), .integer("people", \.people), .integer("actions", \.actions),
      .integer("open_actions", \.openActions), .integer("steps_done", \.fidelity?.done),
      .integer("steps_put_up", \.fidelity?.putUp), .integer("changes", \.changes),
      .integer("planned_seconds", \.planned), .integer("used_seconds", \.used), .texts("tags", \.tags),
      .texts("pillars", \.pillars), .flag("rehearsal", \.rehearsal), .text("trouble", \.trouble?.rawValue),
      .text("journal", \.journal.rawValue),
    ])
  }

  private static var found: Columns<TextHit> {
    Columns([
      .text("session", \.folder), .text("date", \.date), .text("kind", \.kind.rawValue), .text("place", \.place),
      .text("excerpt", \.excerpt),
    ])
  }
}
