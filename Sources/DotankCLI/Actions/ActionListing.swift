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

  var json: String {
    JSONText.array(
      chosen.map { item in
        .object([
          ("id", .string(shelf.short(item))), ("session", .string(item.folder.name)),
          ("action", .string(item.action.id)), ("text", .string(item.action.text)),
          ("owner", Self.text(item.action.owner)), ("due", Self.text(item.action.due)),
          ("agreedDue", Self.text(item.action.agreedDue)), ("measure", Self.text(item.action.measure)),
          ("status", .string(item.action.status.rawValue)), ("overdue", .bool(isOverdue(item))),
          ("site", Self.text(item.site)), ("method", .string(item.method)),
          (
            "history",
            .array(
              item.action.history.map { change in
                .object([
                  ("at", .string(change.at.description)), ("change", .string(change.change.rawValue)),
                  ("due", Self.text(change.due)), ("note", Self.text(change.note)),
                ])
              })
          ),
        ])
      }
    ).rendered + "\n"
  }

  var csv: String {
    var table = Table(
      "actions",
      [
        "id", "session", "action_id", "text", "owner", "due", "agreed_due", "measure", "status", "overdue", "site",
        "method", "note",
      ])
    for item in chosen {
      table.add([
        .text(shelf.short(item)), .text(item.folder.name), .text(item.action.id), .text(item.action.text),
        .text(item.action.owner), .text(item.action.due), .text(item.action.agreedDue), .text(item.action.measure),
        .text(item.action.status.rawValue), .flag(isOverdue(item)), .text(item.site), .text(item.method),
        .text(item.action.history.last?.note),
      ])
    }
    return table.csv
  }

  private static func text(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }
}
