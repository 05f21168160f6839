internal import Outcomes

/// A checkpoint each time it came up.
struct CheckpointPart: Part {
  let desk: Desk
  let checkpoint: CheckpointRecord
  /// How often it had come up by then in the same round, about the same subject.
  let attempts: Int

  private var words: Words { desk.words }

  static let shape = Shape<CheckpointPart>(
    "checkpoint",
    [
      .text("question", "What had to be true.") { $0.checkpoint.question },
      .text("title", "The question with its subject, round and attempt.") { part in
        let attempt = part.checkpoint.place.attempt
        let marks = [
          part.desk.lap(part.checkpoint.place), attempt > 1 ? part.words.phrase("attempt", String(attempt)) : nil,
        ]
        return ([part.named] + marks.compactMap { $0 }).joined(separator: ", ")
      },
      .number("take", "The number of its run.") { $0.checkpoint.place.take },
      .text("attempts", "Such as “after 3 attempts”, when there was more than one.") { part in
        part.attempts > 1 ? part.words.phrase("attempts", String(part.attempts)) : nil
      },
      .text("verdict", "pass, rework or stop; nothing while nobody has decided.") { part in
        part.checkpoint.verdict.map { part.words.term($0) }
      },
      .flag("isPassed", "The verdict is pass.") { $0.checkpoint.verdict == "pass" },
      .flag("stands", "No later run has replaced it.") { $0.checkpoint.counts },
      .text("advice", "What the criteria advised.") { part in part.checkpoint.advice.map { part.words.term($0) } },
      .text("departure", "That it was decided otherwise than the criteria advised, or without their advice.") {
        $0.departure
      },
      .text("reason", "The reason that was given.") { $0.checkpoint.reason },
      .text("decidedBy", "The role, with the people who held it.", \.decidedBy),
      .text("at", "When, as 09:40.") { part in part.checkpoint.at.map { part.words.time($0) } },
      .parts("criteria", "Every criterion, those within others too.") { part in
        ReadingPart.all(part.checkpoint.criteria, part.words)
      },
      .parts("judgements", "What somebody was asked to judge.") { part in
        part.checkpoint.judgements.map { judgement in
          JudgementPart(words: part.words, judgement: judgement)
        }
      },
      .texts("conditions", "Conditions under which it was passed.") { $0.checkpoint.conditions },
    ])

  var decidedBy: String {
    let people = checkpoint.deciders.map(\.name).joined(separator: ", ")
    return people.isEmpty ? checkpoint.deciderTitle : "\(checkpoint.deciderTitle) (\(people))"
  }

  /// `overruled`; where nothing was advised what failed, or of what there were no data.
  var departure: String? {
    guard checkpoint.overruled else { return nil }
    guard checkpoint.advice == nil, checkpoint.verdict == "pass" else { return words.label("overruled") }
    func titles(_ result: String) -> String {
      words.listed(checkpoint.criteria.filter { $0.result == result }.map { ReadingPart(of: $0, words).title })
    }
    let failing = titles("fails")
    return failing.isEmpty
      ? words.phrase("passed-unknown", titles("no-data")) : words.phrase("passed-failing", failing)
  }

  /// The question, with what it was about where it does not say so.
  var named: String {
    let unsaid = desk.about(checkpoint.place).filter { !checkpoint.question.contains(words.thing($0)) }
    return unsaid.isEmpty ? checkpoint.question : "\(checkpoint.question) (\(words.things(unsaid)))"
  }

  /// Every coming up; `last` is the newest with a verdict about its subject.
  static func all(_ desk: Desk) -> [(part: CheckpointPart, isLast: Bool)] {
    let all = desk.record.checkpoints
    var last: [String: Int] = [:]
    let subjects = all.map { desk.subject(of: $0.place) }
    for (index, subject) in subjects.enumerated() where all[index].verdict != nil { last[subject] = index }
    // Another round is no other attempt: what is decided again was sent back, or gone back to.
    var count: [[String]: Int] = [:]
    return all.enumerated().map { index, checkpoint in
      let attempts = count[[subjects[index], checkpoint.place.path], default: 0] + 1
      count[[subjects[index], checkpoint.place.path]] = attempts
      let part = CheckpointPart(desk: desk, checkpoint: checkpoint, attempts: attempts)
      return (part, last[subjects[index]].map { $0 == index } ?? true)
    }
  }
}

/// What somebody was asked to judge at a checkpoint.
struct JudgementPart: Part {
  let words: Words
  let judgement: CheckpointRecord.Judgement

  static let shape = Shape<JudgementPart>(
    "judgement",
    [
      .text("who", "The role that was asked.") { $0.judgement.by },
      .text("text", "What was to be judged.") { $0.judgement.text },
      .text("answer", "yes, no, not yet, or that nobody was asked.") {
        $0.words.term($0.judgement.answer ?? "not-asked")
      },
    ])
}

/// One criterion or condition as it stood.
struct ReadingPart: Part {
  let words: Words
  let number: String
  let reading: ReadingRecord

  static let shape = Shape<ReadingPart>(
    "reading",
    [
      .text("number", "1, 1.1, 1.2, 2 …") { $0.number },
      .flag("isInner", "It is part of another.") { $0.number.contains(".") },
      .text("title", "The author’s words, else what was looked at.") { $0.title },
      .text("result", "holds, fails or no data.") { $0.words.term($0.reading.result) },
      .flag("holds", "It holds.") { $0.reading.result == "holds" },
      .flag("fails", "It fails.") { $0.reading.result == "fails" },
      .text("found", "What was found, with the value at that moment.") { $0.found },
    ])

  init(of reading: ReadingRecord, number: String = "", _ words: Words) {
    (self.words, self.number, self.reading) = (words, number, reading)
  }

  var title: String { words.title(of: reading) }

  private var found: String? {
    let unknown = reading.withoutData.map { words.phrase("without-data", String($0), String(reading.children.count)) }
    let all = [words.found(in: reading), unknown].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: "; ")
  }

  /// Readings and those within them, each with its number.
  static func all(_ readings: [ReadingRecord], _ words: Words, under prefix: String = "") -> [ReadingPart] {
    readings.enumerated().flatMap { index, reading -> [ReadingPart] in
      let number = "\(prefix)\(index + 1)"
      return [ReadingPart(of: reading, number: number, words)]
        + all(reading.children, words, under: "\(number).")
    }
  }
}
