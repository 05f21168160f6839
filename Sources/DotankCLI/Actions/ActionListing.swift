import Console
import Outcomes
import SessionEngine
import SessionStore

/// Actions of many sessions as a person, a program or a spreadsheet reads them.
struct ActionListing {
  let shelf: ActionShelf
  let chosen: [ShelvedAction]
  /// `2026-11-21`, to tell what is overdue.
  let today: String

  /// A line for each with who, what and when; overdue ones say so.
  func text(width: Int) -> String {
    chosen.map { item in
      let owner = item.action.owner ?? "nobody named"
      let state = item.isOpen ? (isOverdue(item) ? "OVERDUE" : "open") : item.action.status.rawValue
      let due = item.action.due.map { "by \($0)" } ?? "no date"
      let head = "\(shelf.short(item))  \(state), \(due), \(owner): "
      let note = item.action.history.last?.note.map { "\n        \($0)" } ?? ""
      return MethodListing.wrapped(head + item.action.text, width: width, indent: "") + note
        + "\n        from \(item.folder.name)\n"
    }.joined()
  }

  func isOverdue(_ item: ShelvedAction) -> Bool { item.isOpen && item.action.due.map { $0 < today } ?? false }

  var json: String { JSONText.array(chosen.map(columns.json)).rendered + "\n" }

  var csv: String { columns.csv("actions", chosen) }

  private var columns: Columns<ShelvedAction> {
    Columns([
      .text("id") { shelf.short($0) }, .text("session", \.folder.name),
      .text("action_id", member: "action", \.action.id),
      .text("text", \.action.text), .text("owner", \.action.owner), .text("due", \.action.due),
      .text("agreed_due", \.action.agreedDue), .text("measure", \.action.measure),
      .text("status", \.action.status.rawValue), .flag("overdue") { isOverdue($0) }, .text("site", \.site),
      .text("method", \.method),
      .init(
        head: "note", member: "history", cell: { .text($0.action.history.last?.note) },
        json: { .array($0.action.history.map(Self.told)) }),
    ])
  }

  private static func told(_ change: ActionChangeRecord) -> JSONText {
    .object([
      ("at", .string(change.at.description)), ("change", .string(change.change.rawValue)),
      ("due", .string(change.due)), ("note", .string(change.note)),
    ])
  }
}
