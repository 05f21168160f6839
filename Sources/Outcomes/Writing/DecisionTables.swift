/// What was taken, decided and passed.
extension Tables {
  static func decisionTables(_ record: Record, _ circles: Circles) -> [Table] {
    let decisions = record.outcomes.flatMap(\.decisions)
    return [
      selections(record, circles), decisionTable(decisions, circles), options(decisions), signals(decisions),
      dissent(decisions), raised(decisions), electorate(decisions), checkpoints(record, circles), criteria(record),
      judgements(record), conditions(record), actions(record, circles),
    ]
  }

  private struct Choice {
    var outcome: String
    var selection: SelectionRecord
    /// `nil`: the choice may not be seen.
    var thing: ThingRecord?
    var isTaken: Bool
    var score: ScoreRecord?
  }

  private static func selections(_ record: Record, _ circles: Circles) -> Table {
    let rows = record.outcomes.flatMap { outcome in
      outcome.selections.flatMap { selection -> [Choice] in
        // Where the choice may not be seen, one row says so.
        let isPrivate = selection.rule == "choice" && selection.withheld != nil
        let taken = Set(selection.taken)
        let scores = Dictionary(selection.scores.map { ($0.thing, $0) }, uniquingKeysWith: { first, _ in first })
        return (isPrivate ? [nil] : selection.among.map { Optional($0) }).map { thing in
          Choice(
            outcome: outcome.id, selection: selection, thing: thing,
            isTaken: thing.map { taken.contains($0) } ?? false, score: thing.flatMap { scores[$0] })
        }
      }
    }
    return Table(
      "selections", "Every option of every selection.", rows,
      [
        .text("selection_id", "The selection.") { $0.selection.id },
        .text("outcome", "The outcome.") { $0.outcome },
        .moment("at", "When it was computed.") { $0.selection.at },
      ] + Column.place(circles) { $0.selection.place } + [
        .integer("round", "Which round of the outcome it is.") { $0.selection.round },
        .flag("counts", "Not replaced by a later round or another run.") { $0.selection.counts },
        .text("rule", "choice, condition or rank.") { $0.selection.rule },
      ] + Column.owner("by", "Whose choice it is") { $0.selection.by }
        + Column.thing("thing", "The option") { $0.thing } + [
          .flag("taken", "It was taken.") { $0.thing == nil ? nil : $0.isTaken },
          .number("score", "In the unit of the marks it rests on.") { $0.score?.score },
          .integer("score_round", "The round of the marks it is of, where a run-off scored some options anew.") {
            $0.score?.round
          },
          .word("withheld", "Why there are no scores, or no choice.") { $0.selection.withheld },
          .text("remark", "Ties, in words.") { $0.selection.remark },
        ])
  }

  private static func decisionTable(_ decisions: [DecisionRecord], _ circles: Circles) -> Table {
    Table(
      "decisions", "Every decision by a rule.", key: ["decision_id"], decisions,
      [
        .text("decision_id", "Its id.") { $0.id },
        .text("outcome", "The outcome.") { $0.outcome },
        .text("part", "The part that decided for itself.") { $0.part?.name },
        .moment("at", "When it was decided.") { $0.at },
      ] + Column.place(circles) { $0.place } + [
        .integer("round", "Which round of the outcome it is.") { $0.round },
        .flag("counts", "Not replaced by a later round, verdict or run.") { $0.counts },
        .text("rule", "The rule.") { $0.rule },
        .text("about", "What was decided on, in the words it had then.") { Tables.joined($0.about.map(\.words)) },
        .text("result", "What came out.") { $0.result },
        .text("winners", "What won or was adopted.") { Tables.joined($0.winners.map(\.words)) },
        .integer("entitled", "How many were entitled to take part.", unit: .people) { $0.entitled },
        .integer("present", "Of those, how many were there.", unit: .people) { $0.present },
        .integer("answered", "Of those, how many answered.", unit: .people) { $0.answered },
        .number("quorum", "The share that had to answer.", unit: .share) { $0.quorum },
        .number("threshold", "What the winner had to reach, as a share or in the unit of the marks.") { $0.threshold },
        .text("among", "What a share is taken of.") { $0.among },
        .text("silence", "How silence counts.") { $0.silence },
        .integer("dissent", "How many did not go along.", unit: .people) { decision in
          decision.dissentWithheld == nil ? decision.dissent.count : nil
        },
        .integer("objections_open_at_end", "Objections still open at the session's end.", unit: .entries) { decision in
          decision.objections.count { $0.status == "open" || $0.status == "qualified" }
        },
        .integer("concerns", "Concerns on record.", unit: .entries) { $0.concerns.count },
        .word("withheld", "Why there are no scores or signals.") { $0.figuresWithheld },
        .text("remark", "Ties and silence, in words.") { $0.remark },
        .text("reason", "Why, where one person decided.") { $0.reason },
        .text("chosen_by", "Who chose, where one person decided; the last one's choice holds.") { decision in
          decision.chosenBy.isEmpty ? nil : Tables.joined(decision.chosenBy.map { $0.name ?? $0.id ?? "" })
        },
      ])
  }

  private static func decision<Row>(_ value: @escaping (Row) -> DecisionRecord) -> [Column<Row>] {
    [Column.text("decision_id", "The decision.") { value($0).id }.joins("decisions", "decision_id")]
  }

  private static func options(_ decisions: [DecisionRecord]) -> Table {
    let rows = decisions.flatMap { decision in
      let scores = Dictionary(decision.scores.map { ($0.thing, $0) }, uniquingKeysWith: { first, _ in first })
      let parts = [("won", decision.winners), ("lost", decision.rest), ("about", decision.about)]
      var seen: Set<ThingRecord> = []
      return parts.flatMap { role, things in
        things.filter { seen.insert($0).inserted }.map {
          (decision: decision, role: role, thing: $0, score: scores[$0])
        }
      }
    }
    return Table(
      "options", "What each decision was about, with scores.", rows,
      decision { $0.decision } + Column.thing("thing", "The option") { $0.thing } + [
        .text("role", "won, lost, or about: decided on, without winning.") { $0.role },
        .number("score", "In the unit of the marks it rests on.") { $0.score?.score },
        .integer("score_round", "The round of the marks it is of, where a run-off scored some options anew.") {
          $0.score?.round
        },
        .flag("holds", "It meets the threshold or condition.") { $0.score?.holds },
      ])
  }

  private static func signals(_ decisions: [DecisionRecord]) -> Table {
    let rows = decisions.flatMap { decision in
      decision.signals.sorted { $0.key < $1.key }.map { (decision: decision, signal: $0) }
    }
    return Table(
      "signals", "How many gave each signal.", key: ["decision_id", "signal"], rows,
      decision { $0.decision } + [
        .text("signal", "The signal.") { $0.signal.key },
        .integer("count", "How many gave it.", unit: .people) { $0.signal.value },
      ])
  }

  private static func dissent(_ decisions: [DecisionRecord]) -> Table {
    let rows = decisions.flatMap { decision in decision.dissent.map { (decision: decision, dissent: $0) } }
    return Table(
      "dissent", "Who did not go along, and why.", rows,
      decision { $0.decision } + Column.owner("by", "Who") { $0.dissent.by } + [
        .text("value", "The signal or value given.") { $0.dissent.value },
        .text("reason", "Why.") { $0.dissent.reason },
      ])
  }

  private static func raised(_ decisions: [DecisionRecord]) -> Table {
    let rows = decisions.flatMap { decision in
      decision.objections.map { (decision: decision, kind: "objection", raised: $0) }
        + decision.concerns.map { (decision: decision, kind: "concern", raised: $0) }
    }
    return Table(
      "objections", "Objections and concerns, and how they ended.", rows,
      decision { $0.decision } + [
        .text("kind", "objection or concern.") { $0.kind },
        Column.text("item_id", "The entry that holds its words.") { $0.raised.entry }.joins("items", "item_id"),
        .text("text", "Its words.") { $0.raised.text },
        .text("status", "How an objection stands.") { $0.raised.status },
      ] + Column.owner("by", "Who raised it") { $0.raised.by })
  }

  private static func electorate(_ decisions: [DecisionRecord]) -> Table {
    let rows = decisions.flatMap { decision in decision.electorate.map { (decision: decision, elector: $0) } }
    return Table(
      "electorate", "Who was entitled to take part in each decision.", rows,
      decision { $0.decision } + Column.owner("elector", "Who") { $0.elector })
  }

  // MARK: Checkpoints and conditions

  private static func checkpoints(_ record: Record, _ circles: Circles) -> Table {
    Table(
      "checkpoints", "Each checkpoint each time it came up.", key: ["checkpoint_id"], record.checkpoints,
      [
        .text("checkpoint_id", "Its id.") { $0.id },
        .moment("at", "When it was decided.") { $0.at },
      ] + Column.place(circles) { $0.place } + [
        .integer("attempt", "Which run it was, from 1.") { $0.place.attempt },
        .text("question", "What was asked.") { $0.question },
        .flag("counts", "Not replaced by another run.") { $0.counts },
        .text("advice", "What the criteria come to.") { $0.advice },
        .text("verdict", "What was decided.") { $0.verdict },
        .flag("overruled", "The verdict departs from the advice, or passes without any.") { $0.overruled },
        .text("reason", "Why.") { $0.reason },
        .text("decider_role", "The role that decides.") { $0.deciderTitle },
        .text("deciders", "Who decided.") { Tables.joined($0.deciders.map(\.name)) },
        .integer("conditions", "Under how many conditions it was passed.", unit: .entries) { $0.conditions.count },
      ])
  }

  /// A reading and those within it: `1`, `1.1`, `1.2`.
  static func numbered(_ readings: [ReadingRecord], under prefix: String = "") -> [(String, ReadingRecord)] {
    readings.enumerated().flatMap { index, reading -> [(String, ReadingRecord)] in
      let number = "\(prefix)\(index + 1)"
      return [(number, reading)] + numbered(reading.children, under: "\(number).")
    }
  }

  private static func reading<Row>(_ value: @escaping (Row) -> (String, ReadingRecord)) -> [Column<Row>] {
    [
      .text("criterion", "Its number; 1.2 stands within 1.") { value($0).0 },
      .text("kind", "A test, a judgement, or what joins several.") { value($0).1.kind },
      .text("label", "The author's words for it.") { value($0).1.label },
      .text("sentence", "What was looked at.") { value($0).1.sentence },
      .text("result", "holds, fails or no-data.") { value($0).1.result },
      .text("measure", "What was measured.") { value($0).1.measure },
      .number("value", "What came out.", unit: .named) { value($0).1.value },
      .text("unit", "What the value counts.") { value($0).1.unit },
      .integer("answered", "How many had answered.", unit: .people) { value($0).1.answered },
      .integer("electorate", "Of how many.", unit: .people) { value($0).1.electorate },
      .text("why_no_data", "Why there is no data.") { value($0).1.why },
      .word("withheld", "Why there is no value although there was one.") { value($0).1.withheld },
    ]
  }

  private static func criteria(_ record: Record) -> Table {
    let rows = record.checkpoints.flatMap { checkpoint in
      numbered(checkpoint.criteria).map { (checkpoint: checkpoint, reading: $0) }
    }
    return Table(
      "criteria", "Every criterion with its value at the checkpoint.", key: ["checkpoint_id", "criterion"], rows,
      [
        Column.text("checkpoint_id", "The checkpoint.") { $0.checkpoint.id }.joins("checkpoints", "checkpoint_id"),
        .take { $0.checkpoint.place.take }, .moment("at", "When it was decided.") { $0.checkpoint.at },
      ] + reading { $0.reading })
  }

  private static func judgements(_ record: Record) -> Table {
    let rows = record.checkpoints.flatMap { checkpoint in
      checkpoint.judgements.map { (checkpoint: checkpoint, judgement: $0) }
    }
    return Table(
      "judgements", "What somebody was asked to judge at a checkpoint.", rows,
      [
        Column.text("checkpoint_id", "The checkpoint.") { $0.checkpoint.id }.joins("checkpoints", "checkpoint_id"),
        .text("by", "Who was asked.") { $0.judgement.by },
        .text("text", "What about.") { $0.judgement.text },
        .text("answer", "yes, no or not-yet.") { $0.judgement.answer },
      ])
  }

  private static func conditions(_ record: Record) -> Table {
    let rows = record.conditions.flatMap { condition in
      numbered([condition.reading]).map { (condition: condition, reading: $0) }
    }
    return Table(
      "conditions", "Conditions that were read to find the way.", rows,
      [
        .integer("sequence", "Its place among all events.") { $0.condition.sequence },
        .text("path", "The path of the loop or branch.") { $0.condition.path },
        .text("purpose", "until: of a loop; when: of a branch.") { $0.condition.purpose },
      ] + reading { $0.reading })
  }

  // MARK: Actions

  private static func actions(_ record: Record, _ circles: Circles) -> Table {
    Table(
      "actions", "Commitments and conditions on a pass.", key: ["action_id"], record.actions,
      [
        .text("action_id", "Its id.") { $0.id },
        .word("source", "A commitment, or a condition on a pass.") { $0.source },
        .text("outcome", "The outcome that holds the commitment.") { $0.outcome },
        .text("text", "What is to be done.") { $0.text },
        .text("owner", "Who is to do it.") { $0.owner },
        .text("due", "By when, as it was written.") { $0.due },
        .text("measure", "By what one will see that it is done.") { $0.measure },
        .text("missing", "What was left blank.") { Tables.joined($0.missing) },
        .text("follows_kind", "It comes from a decision or a checkpoint.") { $0.follows?.kind.rawValue },
        .text("follows_id", "Its id.") { $0.follows?.id },
        .text("follows", "What was decided, or the question.") { $0.follows?.title },
      ] + Column.thing("meets", "What it takes over or meets") { $0.meets }
        + Column.owner("author", "Who wrote it") { $0.author } + Column.place(circles) { $0.place } + [
          .flag("withdrawn", "It was taken back.") { $0.withdrawn },
          .flag("late", "It came after entries were closed.") { $0.late },
          .flag("counts", "Neither withdrawn, late nor replaced.") { $0.counts },
          .word("status", "By what was said of it since.") { $0.status },
          .text("agreed_due", "The day first agreed, where it was moved.") { $0.agreedDue },
        ])
  }
}
