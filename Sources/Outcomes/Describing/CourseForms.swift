internal import SessionEngine

extension ReadingRecord: RecordPart {
  package static let name = "reading"
  package static let about = "A condition as it stood at one moment."
  package static let members: [Member<ReadingRecord>] = [
    Member(
      "kind", \.kind, "A test, a person's judgement, or what joins several.",
      words: ["test", "judge", "all", "any", "none", "every", "some"]),
    Member("result", \.result, "How it stood.", words: Trilean.allCases.map(\.rawValue)),
    Member("measure", \.measure, "What was measured, where it is a test."),
    Member("value", \.value, "What came out.", unit: .named),
    Member("unit", \.unit, "What the value counts: entries, share, scale, dots and so on."),
    Member("answered", \.answered, "How many had answered.", unit: .people),
    Member("electorate", \.electorate, "Of how many.", unit: .people),
    Member(word: "withheld", \.withheld, "Why there is no value although there was one."),
    Member(prose: "label", \.label, "The author's words for it, or the thing of which it was read."),
    Member(prose: "sentence", \.sentence, "What was looked at: “median of need at least 4: 4.5 (9 of 11 answered)”."),
    Member(prose: "why", \.why, "Why there is no data."),
    Member("children", \.children, "The conditions within."),
  ]
}

extension CheckpointRecord: RecordPart {
  package static let name = "checkpoint"
  package static let about = "A checkpoint each time it came up."
  package static let members: [Member<CheckpointRecord>] = [
    Member("id", \.id, "checkpoint- and the number of the take."),
    Member("counts", \.counts, "Not replaced by another run."),
    Member("deciderRole", \.deciderRole, "The role that decides, by id."),
    Member("advice", \.advice, "What the criteria come to.", words: CheckpointVerdict.allCases.map(\.rawValue)),
    Member(
      "verdict", \.verdict, "What was decided; null while nobody has.",
      words: CheckpointVerdict.allCases.map(\.rawValue)),
    Member("overruled", \.overruled, "The verdict departs from the advice, or passes without any."),
    Member("at", \.at, "When it was decided."),
    Member(prose: "deciderTitle", \.deciderTitle, "The role as people say it."),
    Member(prose: "question", \.question, "What was asked."),
    Member(prose: "reason", \.reason, "Why."),
    Member("place", \.place, "Where it stood."),
    Member("deciders", \.deciders, "Who decided."),
    Member("criteria", \.criteria, "Each criterion with its value at that moment."),
    Member("judgements", \.judgements, "What somebody was asked to judge."),
    Member("conditions", \.conditions, "Under which it was passed; each is an action too."),
  ]
}

extension CheckpointRecord.Judgement: RecordPart {
  package static let name = "judgement"
  package static let about = "What somebody was asked to judge."
  package static let members: [Member<CheckpointRecord.Judgement>] = [
    Member(
      "answer", \.answer, "null when nobody was asked.", words: GiveJudgement.Answer.allCases.map(\.rawValue)),
    Member("by", \.by, "Who was asked."),
    Member(prose: "text", \.text, "What about."),
  ]
}

extension ConditionRecord: RecordPart {
  package static let name = "condition"
  package static let about = "A condition that was read to find the way."
  package static let members: [Member<ConditionRecord>] = [
    Member("path", \.path, "The path of the loop or branch."),
    Member(
      "purpose", \.purpose, "until: of a loop; when: of a branch.",
      words: ConditionRead.Purpose.allCases.map(\.rawValue)),
    Member("sequence", \.sequence, "Its place among all events of the session."),
    Member("reading", \.reading, "How it stood."),
  ]
}

extension ActionRecord: RecordPart {
  package static let name = "action"
  package static let about = "Something somebody is to do."
  package static let members: [Member<ActionRecord>] = [
    Member("id", \.id, "The entry's id; for a condition, the take's number and its own."),
    Member(word: "source", \.source, "A commitment, or a condition under which a checkpoint was passed."),
    Member("outcome", \.outcome, "The outcome that holds the commitment."),
    Member("owner", \.owner, "Who is to do it."),
    Member("due", \.due, "By when, as it was written."),
    Member(word: "status", \.status, "By what was said of it since."),
    Member("agreedDue", \.agreedDue, "The day first agreed, where it was moved to another."),
    Member("withdrawn", \.withdrawn, "It was taken back."),
    Member("late", \.late, "It came after entries were closed."),
    Member("counts", \.counts, "Neither withdrawn, late nor replaced by another run of its step."),
    Member(prose: "text", \.text, "What is to be done."),
    Member(prose: "measure", \.measure, "By what one will see that it is done."),
    Member("missing", \.missing, "Which of owner, due and measure were left blank."),
    Member("fields", \.fields, "What else was asked for."),
    Member("author", \.author, "Who wrote it."),
    Member("place", \.place, "Where it was written."),
    Member("meets", \.meets, "What it takes over or meets."),
    Member("follows", \.follows, "The decision or verdict that it comes from."),
    Member("history", \.history, "What came of it, oldest first."),
  ]
}

extension OriginRecord: RecordPart {
  package static let name = "origin"
  package static let about =
    "The checkpoint on whose way something was entered, else the newest decision that stood when its step was opened."
  package static let members: [Member<OriginRecord>] = [
    Member(word: "kind", \.kind, "A decision or a checkpoint of this record."),
    Member("id", \.id, "Its id."),
    Member("result", \.result, "What came out."),
    Member(prose: "title", \.title, "What was decided, or the question."),
  ]
}

extension TimingRecord: RecordPart {
  package static let name = "timing"
  package static let about = "Planned against actual time."
  package static let members: [Member<TimingRecord>] = [
    Member("planned", \.planned, "Of the whole agenda, for the people at the start.", unit: .seconds),
    Member("agreed", \.agreed, "The end agreed at the start, from there.", unit: .seconds),
    Member("plannedForTakes", \.plannedForTakes, "Planned for the takes that ran outside of windows.", unit: .seconds),
    Member("used", \.used, "Running time of all takes outside of windows.", unit: .seconds),
    Member(
      "total", \.total, "From the start to the newest event, pauses and interruptions too, windows not.",
      unit: .seconds),
    Member("paused", \.paused, "In pauses.", unit: .seconds),
    Member("lost", \.lost, "In which the program did not run.", unit: .seconds),
    Member("takes", \.takes, "Every run of a step, in order."),
  ]
}

extension TimingRecord.Take: RecordPart {
  package static let name = "take"
  package static let about = "One run of a step, break or checkpoint."
  package static let members: [Member<TimingRecord.Take>] = [
    Member("kind", \.kind, "What ran.", words: Take.Kind.allCases.map(\.rawValue)),
    Member("status", \.status, "What became of it.", words: Take.Status.allCases.map(\.rawValue)),
    Member("counts", \.counts, "What was entered in it is read."),
    Member("planned", \.planned, "As the method plans it.", unit: .seconds),
    Member("allotted", \.allotted, "With extensions and cuts.", unit: .seconds),
    Member("used", \.used, "How long it ran, pauses left out.", unit: .seconds),
    Member("timeUp", \.timeUp, "Its time was used up."),
    Member("opened", \.opened, "When it was opened last."),
    Member("closed", \.closed, "When it was closed."),
    Member("supersedes", \.supersedes, "The number of the take that it replaced."),
    Member("supersededBy", \.supersededBy, "The number of the take that replaced it."),
    Member("people", \.people, "How many worked in it.", unit: .people),
    Member("parts", \.parts, "In how many parts.", unit: .parts),
    Member("track", \.track, "The track it ran in; null where nothing ran beside it."),
    Member(prose: "skipReason", \.skipReason, "Why it was left out."),
    Member("place", \.place, "Where it stands in the method."),
    Member("missing", \.missing, "Outcomes later steps read that this one did not write."),
    Member("about", \.about, "The subjects around it."),
    Member("turns", \.turns, "Who spoke in turn."),
    Member("groups", \.groups, "The groups at work; none where all worked together or each alone."),
  ]
}

extension DeviationRecord: RecordPart {
  package static let name = "deviation"
  package static let about = "A way in which the session left the method's path."
  package static let members: [Member<DeviationRecord>] = [
    Member("kind", \.kind, "What was done.", words: RecordedChange.Kind.allCases.map(\.rawValue)),
    Member("take", \.take, "The number of the take that it concerns."),
    Member("at", \.at, "When."),
    Member("seconds", \.seconds, "For changes of time.", unit: .seconds),
    Member(prose: "subject", \.subject, "What or whom it concerns."),
    Member(prose: "reason", \.reason, "Why, if that was said."),
    Member("missing", \.missing, "Outcomes that later steps miss by it."),
  ]
}

extension AnswerRecord: RecordPart {
  package static let name = "answer"
  package static let about = "A question at which the session stood, and its answer."
  package static let members: [Member<AnswerRecord>] = [
    Member("path", \.path, "The path of what was asked about."),
    Member("kind", \.kind, "What was asked.", words: StopPoint.Kind.allCases.map(\.rawValue)),
    Member("option", \.option, "The option's id."),
    Member("sequence", \.sequence, "Its place among all events of the session."),
    Member(prose: "question", \.question, "The question."),
    Member(prose: "answer", \.answer, "The option as a person reads it."),
    Member(prose: "role", \.role, "Whose answer it was, by role."),
    Member(prose: "reason", \.reason, "Why, if that was said."),
    Member("by", \.by, "Who entered it."),
  ]
}

extension NoteRecord: RecordPart {
  package static let name = "note"
  package static let about = "A remark of the host."
  package static let members: [Member<NoteRecord>] = [
    Member("at", \.at, "When."),
    Member(prose: "text", \.text, "The words."),
    Member("place", \.place, "The step at which it was made."),
    Member("speaker", \.speaker, "Whose turn to speak it was."),
  ]
}
