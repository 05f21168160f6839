internal import Outcomes

/// An action of an earlier session that was looked at again here.
struct CarriedPart: Part {
  let words: Words
  let action: CarriedRecord

  static let shape = Shape<CarriedPart>(
    "carried",
    [
      .text("text", "What is to be done.") { $0.action.text }, .text("owner", "Who does it.") { $0.action.owner },
      .text("session", "The session that it comes from.") { $0.action.session },
      .text("came", "What was said of it here, or that it is open.") { part in
        part.words.told(part.action.history) ?? part.words.term(part.action.word)
      },
    ])
}

/// That a person's name and words were erased.
struct ErasurePart: Part {
  let words: Words
  let redaction: RedactionRecord

  static let shape = Shape<ErasurePart>(
    "erasure",
    [
      .text("told", "When, by whom and how much, in sentences.") { part in
        let done = part.redaction
        return part.words.phrase(
          "erased", part.words.date(done.at), done.by, done.person, String(done.names), String(done.texts),
          String(done.mentions))
      },
      .text("files", "Files beside the record that were changed or removed.") {
        $0.redaction.files.joined(separator: ", ")
      },
      .text("reason", "The reason that was given.") { $0.redaction.reason },
    ])
}

extension Words {
  /// What came of an action, oldest first: `moved to 2026-05-01 on 3 April 2026 (the hall is taken), done on …`; `nil`
  /// where nothing was said.
  func told(_ history: some Collection<ActionChangeRecord>) -> String? {
    guard !history.isEmpty else { return nil }
    return history.map { change in
      let what = change.due.map { phrase("moved-to", $0) } ?? term(change.word)
      return phrase("said-on", what, date(change.at)) + (change.note.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
  }
}
