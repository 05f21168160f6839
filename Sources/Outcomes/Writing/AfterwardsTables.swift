internal import SessionEngine

/// What came of actions, here and from before, as tables.
extension Tables {
  static func afterwardsTables(_ record: Record) -> [Table] {
    [carried(record), actionChanges(record), files(record)]
  }

  private static func files(_ record: Record) -> Table {
    Table(
      "files", "Photos and documents that people handed in.", record.files,
      [
        .text("path", "Where it lies in the session's folder.") { $0.path },
        .text("name", "Its name.") { $0.name }, .text("sha256", "What its bytes are.") { $0.sha256 },
        Column.text("item_id", "The entry whose field names it.") { $0.entry }.joins("items", "item_id"),
        .text("field", "The field.") { $0.field }, .take { $0.place?.take },
        .flag("withdrawn", "Its entry was taken back; it is to be neither shown nor handed on.") {
          $0.withdrawn != nil
        },
        .text("withdrawn_reason", "Why.") { $0.withdrawn?.reason },
      ])
  }

  private static func carried(_ record: Record) -> Table {
    Table(
      "carried", "Actions of earlier sessions that this one looked at again.", key: ["action_id"], record.carried,
      [
        .text("action_id", "The short id under which it was looked at.") { $0.id },
        .text("from_session", "The name of the session that it comes from.") { $0.session },
        .text("from_action_id", "Its id in that session's record.") { $0.action },
        .text("text", "What is to be done.") { $0.text }, .text("owner", "Who is to do it.") { $0.owner },
        .text("due", "By when, as moved last.") { $0.due },
        .text("measure", "By what one will see that it is done.") { $0.measure },
        .word("status", "By what was said of it here.") { $0.status },
      ])
  }

  private static func actionChanges(_ record: Record) -> Table {
    let histories = record.carried.map { ($0.id, $0.history) } + record.actions.map { ($0.id, $0.history) }
    let rows = histories.flatMap { id, history in history.map { (action: id, change: $0) } }
    return Table(
      "action_changes", "What was said of actions since they were agreed or carried.", rows,
      [
        .text("action_id", "The action's id, in actions or carried.") { $0.action },
        .moment("at", "When it was said.") { $0.change.at },
        .word("change", "What came of it.") { $0.change.change },
        .text("due", "The day on which it is due now, where that was moved.") { $0.change.due },
        .text("note", "Why, or how one sees it.") { $0.change.note },
      ])
  }
}
