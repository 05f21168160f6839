internal import Outcomes

/// Something somebody is to do.
struct ActionPart: Part {
  let desk: Desk
  let action: ActionRecord

  private var words: Words { desk.words }

  private var state: String { words.told(action.history.suffix(1)) ?? words.term(action.word) }

  /// `“Our vote”, chosen: Tea`, or `pass: Do we adopt it?`.
  private var follows: String? {
    guard let origin = action.follows else { return nil }
    let (result, title) = (words.term(origin.result), shortened(origin.title, to: 120))
    let step = desk.decision(origin.id)?.place.title
    guard origin.kind == .decision, let step, step != origin.title else { return words.phrase("bar", result, title) }
    return words.phrase("follows", step, result, title)
  }

  private var from: String {
    let title = action.place.title
    if action.source == .condition { return words.phrase("condition-of", title) }
    let team = desk.entry(action.id).flatMap { entry, _ in
      entry.owner.kind == .group ? words.named(entry.owner) : entry.group?.label
    }
    return ([title] + [team].compactMap(\.self).filter { !title.contains($0) }).joined(separator: ", ")
  }

  /// Nothing was said of it since it was agreed.
  var isOpenOnly: Bool { action.isOpen && action.history.isEmpty }

  static let shape = Shape<ActionPart>(
    "action",
    [
      .text("text", "What is to be done.") { $0.action.text },
      .text("shortText", "The same, as far as there is room on one page.") { shortened($0.action.text, to: 110) },
      .text("owner", "Who does it; nothing where that was left blank.") { $0.action.owner },
      .text("due", "By when, as it was entered.") { $0.action.due },
      .text("measure", "How one will see it.") { $0.action.measure },
      .text("shortMeasure", "The same, as far as there is room on one page.") { part in
        part.action.measure.map { shortened($0, to: 70) }
      },
      .parts("fields", "What else was asked for.") { part in
        let outcome = part.desk.record.outcomes.first { $0.id == part.action.outcome }
        return part.action.fields.sorted { $0.key < $1.key }.map { field, text in
          PairPart(
            name: outcome.map { part.desk.ask(field, of: $0) } ?? field,
            value: outcome.map { part.desk.shown(text, in: field, of: $0) } ?? text)
        }
      },
      .text("from", "The step and the team, or the checkpoint whose condition it is.", \.from),
      .text("follows", "The verdict or decision that it comes from, as “pass: Do we adopt it?”.") { $0.follows },
      .text("meets", "What it takes over or meets, unless it says the same.") { part in
        part.action.meets.flatMap {
          $0.label == part.action.text ? nil : part.words.phrase("meets", part.words.thing($0))
        }
      },
      .text("status", "open, done or dropped.") { $0.words.term($0.action.word) },
      .text("state", "What was said of it last, with the day and the note; else its status.", \.state),
      .text("shortState", "The same, as far as there is room on one page.") { shortened($0.state, to: 60) },
      .flag("isOpen", "It is still owed.", \.action.isOpen),
      .text("came", "What was said of it since the session, oldest first.") { $0.words.told($0.action.history) },
      .text("author", "Who wrote it, where a name is shown.") { $0.words.named($0.action.author) },
      .flag("isCondition", "It is a condition under which a checkpoint was passed.") { $0.action.source == .condition },
      .flag("isIncomplete", "Owner, date or measure was left blank.") { !$0.action.missing.isEmpty },
      .text("why", "Why it is not counted; nothing when it is.") { part in
        part.action.counts
          ? nil
          : part.words.term(part.action.withdrawn ? "withdrawn" : part.action.late ? "late-not-admitted" : "superseded")
      },
    ])
}

/// A way in which the session left the method’s path.
struct DeviationPart: Part {
  let words: Words
  let deviation: DeviationRecord
  /// Whom or what it was about, where several left the plan in the same way at once.
  var subjects: [String]

  /// One for each way at one time, so that a room that changes places is one line.
  static func all(_ desk: Desk) -> [DeviationPart] {
    desk.record.deviations.reduce(into: []) { parts, deviation in
      if let last = parts.last, last.isAtOnce(with: deviation) {
        if !last.subjects.contains(deviation.subject) { parts[parts.count - 1].subjects.append(deviation.subject) }
      } else {
        parts.append(DeviationPart(words: desk.words, deviation: deviation, subjects: [deviation.subject]))
      }
    }
  }

  private func isAtOnce(with next: DeviationRecord) -> Bool {
    func minute(_ deviation: DeviationRecord) -> Substring? { deviation.at?.description.prefix(16) }
    return ["moved", "arrived-late", "left-early"].contains(next.kind) && deviation.kind == next.kind
      && minute(deviation) == minute(next) && deviation.reason == next.reason && next.missing.isEmpty
  }

  static let shape = Shape<DeviationPart>(
    "deviation",
    [
      .text("at", "When, as 09:40.") { part in part.deviation.at.map { part.words.time($0) } },
      .text("kind", "What was done: skipped, run again, extended …") { $0.words.term($0.deviation.kind) },
      .text("subject", "The step, people or entry.") { $0.subjects.joined(separator: ", ") },
      .text("time", "By how much, in minutes and seconds.") { part in
        part.deviation.seconds.map { part.words.clock($0) }
      },
      .text("reason", "The reason, where one was given.") { $0.deviation.reason },
      .text("misses", "What later steps miss by it.") { part in
        part.deviation.missing.isEmpty
          ? nil : part.words.phrase("misses", part.deviation.missing.joined(separator: ", "))
      },
    ])
}

/// A question at which the session stood, and its answer.
struct AnswerPart: Part {
  let words: Words
  let answer: AnswerRecord

  static let shape = Shape<AnswerPart>(
    "answer",
    [
      .text("question", "What was asked.") { $0.answer.question },
      .text("answer", "The answer.") { $0.answer.answer },
      .text("role", "Whose answer it was, by role.") { $0.answer.role },
      .text("reason", "The reason that was given.") { $0.answer.reason },
    ])
}

/// A condition that was read to find the way.
struct ConditionPart: Part {
  let words: Words
  let condition: ConditionRecord

  static let shape = Shape<ConditionPart>(
    "condition",
    [
      .text("purpose", "until: of a loop; when: of a branch.") { $0.condition.purpose },
      .parts("readings", "The condition and those within it.") { ReadingPart.all([$0.condition.reading], $0.words) },
    ])
}

/// A remark of the host.
struct NotePart: Part {
  let words: Words
  let note: NoteRecord

  static let shape = Shape<NotePart>(
    "note",
    [
      .text("at", "When, as 09:40.") { $0.words.time($0.note.at) },
      .text("step", "During which step.") { $0.note.place?.title }, .text("text", "Its words.") { $0.note.text },
    ])
}
