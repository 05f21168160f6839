internal import Outcomes

/// The whole report: what a template finds at its outermost level.
struct ReportPart: Part {
  let desk: Desk

  private var record: Record { desk.record }
  var words: Words { desk.words }

  static let shape = Shape<ReportPart>(
    "report", head + summary + verdicts + owed + onOnePage + course + people)

  // MARK: Head

  private static let head: [Field<ReportPart>] = [
    .part("words", "Headings and column heads in the session’s language.") { WordsPart(words: $0.words) },
    .text("language", "The language of the report: en, fi or fr.") { $0.words.language.rawValue },
    .text("title", "The method’s title.") { $0.record.method.title },
    .text("purpose", "What the method is for.") { $0.record.method.purpose },
    .flag("isRehearsal", "The people are simulated.") { $0.record.session.rehearsal },
    .text("when", "Day, beginning and end.") { $0.when },
    .text("day", "The day, as 14 March 2026.") { part in part.record.session.started.map { part.words.date($0) } },
    .text("site", "Where it took place.") { $0.record.session.site },
    .text("attendance", "How many people.") { $0.attendance },
    .text("methodId", "The method’s id.") { $0.record.method.id },
    .text("methodVersion", "Its version.") { $0.record.method.version },
    .text("variantOf", "The method that it is a variant of.") { $0.record.method.variantOf },
    .text("hash", "The hash of the method’s own bytes, as pinned in the session’s folder.") { $0.record.method.hash },
    .text("fingerprint", "The hash’s first sixteen letters.") { String($0.record.method.hash.prefix(16)) },
    .texts("origins", "Where the method comes from.") { $0.record.method.origins },
    .parts("settings", "Settings as they stood at the start.") { part in
      part.record.settings.filter { !$0.values.isEmpty }
        .map { PairPart(name: $0.ask, value: part.words.listed($0.labels)) }
    },
  ]

  private var when: String {
    guard let started = record.session.started else { return words.phrase("never") }
    guard let ended = record.session.ended else {
      return words.phrase("from", words.date(started), words.time(started))
    }
    let isSameDay = words.date(started) == words.date(ended)
    let until = isSameDay ? words.time(ended) : "\(words.date(ended)) \(words.time(ended))"
    return words.phrase("from-to", words.date(started), words.time(started), until)
  }

  private var attendance: String {
    let atStart = record.attendance.count(where: \.presentAtStart)
    let all = record.attendance.count
    return all == atStart ? String(all) : words.phrase("present", String(atStart), String(all))
  }

  // MARK: Summary

  private static let summary: [Field<ReportPart>] = [
    .text("ending", "As what it ended, in one sentence.") { $0.ending },
    .text("endText", "What the method says to that end.") { $0.record.session.end?.text },
    .flag("isEnded", "The session has ended.") { $0.record.session.status == .ended },
    .texts("verdicts", "What was decided, each in a few words, the first ten.") { part in
      Array(part.verdictLines.prefix(mostLines))
    },
    .text("moreVerdicts", "How many more there are than those.") { part in
      let more = part.verdictLines.count - mostLines
      return more > 0 ? part.words.phrase("more-reasons", String(more)) : nil
    },
    .text("delivery", "What of the promised was delivered, in one sentence.") { $0.delivery },
    .flag("isMissing", "Something promised was not delivered.") {
      $0.record.method.delivers.contains { !$0.delivered }
    },
    .text("owed", "How many actions, how many are open, and whether something was left blank.") { $0.owed },
    .text("pace", "How long it took and what was agreed.") { part in
      let timing = part.record.timing
      return part.words.phrase("pace", part.words.duration(timing.total), part.words.duration(timing.agreed))
    },
    .text("deviationCount", "How many deviations.") { $0.words.counted("deviations", $0.record.deviations.count) },
  ]

  private var ending: String {
    switch record.session.status {
    case .notStarted, .running, .paused: return words.phrase(record.session.status.rawValue)
    case .ended:
      guard let end = record.session.end else { return words.phrase("ended") }
      return ["completed", "ended-early"].contains(end.name)
        ? words.phrase(end.name) : words.phrase("ended-as", end.name)
    }
  }

  private var delivery: String {
    let promised = record.method.delivers
    guard !promised.isEmpty else { return words.phrase("promises-none") }
    let missing = promised.filter { !$0.delivered }
    if missing.isEmpty { return words.phrase("delivered-all", String(promised.count)) }
    return words.phrase(
      "delivered-some", String(promised.count - missing.count), String(promised.count),
      missing.map { desk.name(of: $0) }.joined(separator: "; "))
  }

  private var owed: String {
    let actions = record.actions.filter(\.counts)
    guard !actions.isEmpty else { return words.label("noActions") }
    let open = actions.filter(\.isOpen)
    let blank = open.count { !$0.missing.isEmpty }
    let all = words.counted("actions", actions.count)
    let count = open.count == actions.count ? all : words.counted("still-open", open.count, all)
    return open.isEmpty
      ? count + "."
      : blank == 0 ? words.phrase("complete", count) : words.phrase("incomplete", count, String(blank))
  }

  // MARK: Verdicts

  private static let verdicts: [Field<ReportPart>] = [
    .flag("isUndecided", "There is no decision, checkpoint or choice.") { part in
      part.decisions.isEmpty && part.record.checkpoints.isEmpty && part.choices.isEmpty
    },
    .parts("decisions", "Decisions that stand.") { $0.decisions.filter(\.decision.counts) },
    .parts("earlierDecisions", "Decisions that were replaced later.") { $0.decisions.filter { !$0.decision.counts } },
    .parts("checkpoints", "The newest verdict at each checkpoint about each of its subjects.") { part in
      CheckpointPart.all(part.desk).filter(\.isLast).map(\.part)
    },
    .parts("earlierCheckpoints", "Every verdict before those.") { part in
      CheckpointPart.all(part.desk).filter { !$0.isLast }.map(\.part)
    },
    .parts("choices", "Choices that were made between ways.") { $0.choices },
    .parts("evidence", "Votes, ratings and placements that count and were not promised.") {
      OutcomePart.evidence($0.desk)
    },
  ]

  private var decisions: [DecisionPart] {
    record.outcomes.flatMap(\.decisions).map { DecisionPart(desk: desk, decision: $0) }
  }

  private var choices: [AnswerPart] {
    record.answers.filter { $0.kind == "choice" }.map { AnswerPart(words: words, answer: $0) }
  }

  // MARK: Actions and outcomes

  private static let owed: [Field<ReportPart>] = [
    .parts("actions", "Actions that count: commitments, then conditions of checkpoints.") { $0.actions },
    .parts("droppedActions", "Actions that do not count, each with the reason.") { part in
      part.record.actions.filter { !$0.counts }.map { ActionPart(desk: part.desk, action: $0) }
    },
    .parts("changedActions", "Actions of which something was said since the session.") { part in
      part.record.actions.filter { !$0.history.isEmpty }.map { ActionPart(desk: part.desk, action: $0) }
    },
    .parts("carried", "Actions of earlier sessions that were looked at again here.") { part in
      part.record.carried.map { CarriedPart(words: part.words, action: $0) }
    },
    .parts("erasures", "Each time a person’s name and words were erased.") { part in
      part.record.redactions.map { ErasurePart(words: part.words, redaction: $0) }
    },
    .parts("outcomes", "What the method promised, in its order.") { OutcomePart.promised($0.desk) },
    .parts("filled", "What else was filled in for things that were there.") { FilledPart.all($0.desk) },
    .parts("earlier", "What was read of earlier sessions that settings name.") { part in
      part.record.earlier.map { EarlierPart(desk: part.desk, read: $0) }
    },
    .parts("handedIn", "Photos and documents that people handed in, each once.") { FilePart.all($0.desk) },
  ]

  var actions: [ActionPart] {
    record.actions.filter(\.counts).map { ActionPart(desk: desk, action: $0) }
  }

  // MARK: Course

  private static let course: [Field<ReportPart>] = [
    .parts("deviations", "Every way in which the session left the plan; people who move together are one.") {
      DeviationPart.all($0.desk)
    },
    .text("time", "Planned, agreed, used and passed time, in sentences.") { $0.time },
    .parts("takes", "Every run of a step, in order.") { TakePart.all($0.desk) },
    .parts("steps", "The runs in which something was written or answered.") {
      TakePart.all($0.desk).filter(\.isWritten)
    },
    .part("flow", "The drawing of the way through the method.") { FlowPart($0.desk) },
    .parts("answers", "Questions that were answered on the way.") { part in
      part.record.answers.map { AnswerPart(words: part.words, answer: $0) }
    },
    .parts("conditions", "Conditions that were read to find the way.") { part in
      part.record.conditions.map { ConditionPart(words: part.words, condition: $0) }
    },
    .parts("notes", "Remarks of the host.") { part in
      part.record.notes.map { NotePart(words: part.words, note: $0) }
    },
    .parts("tracks", "What ran side by side.") { part in
      part.record.tracks.map { TrackPart(desk: part.desk, track: $0) }
    },
    .parts("meetings", "Meetings and windows, and when they were.") { part in
      part.record.meetings.map { MeetingPart(desk: part.desk, meeting: $0) }
    },
    .parts("queues", "What was gone through one after the other, and what was not reached.") { QueuePart.all($0.desk) },
    .parts("uses", "Methods that were used inside this one.") { part in
      part.record.uses.map { UsePart(words: part.words, use: $0) }
    },
  ]

  private var time: String {
    let timing = record.timing
    var sentences = [
      words.phrase(
        "took", words.duration(timing.planned), words.duration(timing.agreed), words.duration(timing.used),
        words.duration(timing.plannedForTakes), words.duration(timing.total))
    ]
    // A pause inside a window makes the sum larger, too.
    if timing.ranSideBySide, timing.used > timing.total - timing.paused { sentences.append(words.phrase("at-once")) }
    if timing.paused > 0 { sentences.append(words.phrase("paused-for", words.duration(timing.paused))) }
    if timing.lost > 0 { sentences.append(words.phrase("lost", words.duration(timing.lost))) }
    return sentences.joined(separator: " ")
  }

  // MARK: People

  private static let people: [Field<ReportPart>] = [
    .parts("people", "Everybody on the list.") { part in
      let fields = part.personFields
      return part.record.attendance.map { PersonPart(desk: part.desk, person: $0, fields: fields) }
    },
    .texts("personFields", "What else is known of people, by name.") { $0.personFields },
    .parts("groupSets", "Sets of groups.") { part in
      part.record.groups.map { GroupSetPart(words: part.words, set: $0) }
    },
    .parts("rotations", "Rotations as they went.") { part in
      part.record.rotations.map { RotationPart(words: part.words, rotation: $0) }
    },
  ]

  private var personFields: [String] { Set(record.attendance.flatMap(\.fields.keys)).sorted() }
}
