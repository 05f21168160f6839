/// What was decided, and who owes what.
extension Report {
  // MARK: Decisions

  mutating func writeDecisions() {
    let decisions = record.outcomes.flatMap(\.decisions)
    guard !decisions.isEmpty else { return }
    page.heading(2, "Decisions")
    for decision in decisions { write(decision) }
  }

  /// "Adopted by consent: 7 of 7 answered; consent 6, concern 1."
  static func line(_ decision: DecisionRecord) -> Markdown {
    var parts: [Markdown] = ["\(decision.answered) of \(decision.present) answered"]
    let order = ["consent", "concern", "objection", "agree", "aside", "block"]
    let known =
      order.filter { decision.signals[$0] != nil } + decision.signals.keys.filter { !order.contains($0) }.sorted()
    if !known.isEmpty { parts.append("\(known.map { "\($0) \(decision.signals[$0] ?? 0)" }.joined(separator: ", "))") }
    if let threshold = decision.threshold { parts.append("threshold \(threshold) of those \(decision.among)") }
    if let quorum = decision.quorum { parts.append("quorum \(quorum)") }
    if decision.silence == "passes" { parts.append("silence counts as a pass") }
    if let remark = decision.remark { parts.append("\(remark)") }
    return "**\(decision.result)** by \(decision.rule): \(.joined(parts, by: "; "))."
  }

  private mutating func write(_ decision: DecisionRecord) {
    let state: Markdown = decision.counts ? "" : " (replaced later)"
    page.heading(3, "\(decision.place.title), round \(decision.round)\(state)")
    page.paragraph(Self.line(decision))
    var items: [MarkdownPage.ListItem] = []
    if !decision.about.isEmpty { items.append(.init("On: \(Self.list(decision.about))")) }
    if !decision.winners.isEmpty { items.append(.init("Chosen: \(Self.list(decision.winners))")) }
    if let reason = decision.reason { items.append(.init("Reason: \(reason)")) }
    if let why = decision.figuresWithheld { items.append(.init("*Counts are not shown: \(why.words).*")) }
    items += decision.scores.map { score in
      let holds: Markdown = score.holds ? ", meets what was asked" : ""
      return .init("\(score.thing.words): \(Markdown.figure(score.score))\(holds)")
    }
    if let why = decision.dissentWithheld { items.append(.init("*Who did not go along is not shown: \(why.words).*")) }
    items += decision.dissent.map { dissent in
      let reason: Markdown = dissent.reason.map { ": \($0)" } ?? ""
      return .init("\(dissent.value), \(dissent.by.words)\(reason)")
    }
    items += decision.objections.map { .init("Objection, now \($0.status ?? "open"): \($0.text ?? "(private)")") }
    items += decision.concerns.map { .init("Concern: \($0.text ?? "(private)")") }
    page.list(items)
  }

  // MARK: Checkpoints

  mutating func writeCheckpoints() {
    guard !record.checkpoints.isEmpty else { return }
    page.heading(2, "Checkpoints")
    for checkpoint in record.checkpoints { write(checkpoint) }
  }

  private mutating func write(_ checkpoint: CheckpointRecord) {
    let attempt: Markdown = checkpoint.place.attempt > 1 ? " (attempt \(checkpoint.place.attempt))" : ""
    page.heading(3, "\(checkpoint.question)\(Self.lap(checkpoint.place))\(attempt)")
    let deciders = checkpoint.deciders.map(\.name).joined(separator: ", ")
    let who: Markdown = deciders.isEmpty ? "\(checkpoint.deciderTitle)" : "\(checkpoint.deciderTitle) (\(deciders))"
    if let verdict = checkpoint.verdict {
      let advice: Markdown = checkpoint.advice.map { "the criteria advised \($0)" } ?? "the criteria gave no advice"
      let overruled: Markdown = checkpoint.overruled ? ", **overruled**" : ""
      let reason: Markdown = checkpoint.reason.map { " Reason: \($0)" } ?? ""
      page.paragraph("**\(verdict)**, decided by \(who); \(advice)\(overruled).\(reason)")
    } else {
      page.paragraph("Not decided; \(who) decides.")
    }
    page.table(
      ["", "Criterion", "Result", "What was found"],
      Tables.numbered(checkpoint.criteria).map { number, reading in
        ["\(number)", Self.title(reading), "\(Self.result(reading))", Self.found(reading)]
      })
    page.list(
      checkpoint.judgements.map { .init("\($0.by) on “\($0.text)”: \($0.answer ?? "not asked")") }
        + checkpoint.conditions.map { .init("Condition: \($0)") })
  }

  /// The author's words, else what was looked at; the parts of a composite follow it.
  static func title(_ reading: ReadingRecord) -> Markdown {
    guard reading.label == nil, !reading.children.isEmpty else { return "\(reading.title)" }
    return
      "\(reading.sentence.ranges(of: ": ").first.map { String(reading.sentence[..<$0.lowerBound]) } ?? reading.sentence)"
  }

  static func found(_ reading: ReadingRecord) -> Markdown {
    if let why = reading.why { return "\(why)" }
    return reading.children.isEmpty ? "\(reading.sentence)" : ""
  }

  static func result(_ reading: ReadingRecord) -> String { reading.result == "no-data" ? "no data" : reading.result }

  // MARK: Actions

  mutating func writeActions() {
    page.heading(2, "Actions")
    let actions = record.actions.filter(\.counts)
    guard !actions.isEmpty else { return page.paragraph("None.") }
    page.table(
      ["What", "Who", "By when", "How we see it", "From"],
      actions.map { action in
        let meets: Markdown = action.meets.map { $0.label == action.text ? "" : " (for: \($0.words))" } ?? ""
        let fields = action.fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
        let more: Markdown = fields.isEmpty ? "" : " (\(fields))"
        let from: Markdown =
          action.source == .condition ? "condition of “\(action.place.title)”" : "\(action.place.title)"
        return [
          "\(action.text)\(more)\(meets)", Self.orMissing(action.owner), Self.orMissing(action.due),
          Self.orMissing(action.measure), from,
        ]
      })
    let dropped = record.actions.filter { !$0.counts }
    page.list(
      dropped.map { action in
        let why = action.withdrawn ? "withdrawn" : action.late ? "late, not admitted" : "replaced"
        return .init("Not counted, \(why): \(action.text)")
      })
  }

  private static func orMissing(_ text: String?) -> Markdown { text.map { "\($0)" } ?? "**missing**" }
}
