import MethodModel
import SessionEngine

extension ScreenText {
  /// What was decided or counted in an activity.
  func result(_ activity: ActivityView) -> [Line] {
    guard activity.partVerdicts.isEmpty else { return activity.partVerdicts.flatMap { result($0, in: activity) } }
    var page = page()
    guard let verdict = activity.verdict else { return figures(activity) }
    let winners = verdict.winners.map { label(of: $0, activity) }
    let words = winners.isEmpty || activity.kind == .signal ? "" : ": \(winners.joined(separator: "; "))"
    if activity.kind == .computed, verdict.result == .selected {
      let list = activity.outcome.replacing("-", with: " ")
      page.add("Worked out, “\(list)”", winners.isEmpty ? "none." : "\(winners.joined(separator: "; ")).", .heading)
    } else {
      page.add("Result", "\(Self.words(verdict)) by \(verdict.rule)\(words)\(Self.unreached(verdict)).", .heading)
    }
    if let remark = verdict.remark { page.item(sentence(remark)) }
    for (number, score) in verdict.scores.enumerated() {
      let figure = score.score?.description ?? (verdict.enteredInPart == true ? "not entered" : "no data")
      page.item("\(label(of: score.thing, activity)): \(figure)", mark: "\(number + 1)")
    }
    if !verdict.counts.isEmpty {
      let order = activity.answers.map(\.id)
      let known =
        order.filter { verdict.counts[$0] != nil } + verdict.counts.keys.filter { !order.contains($0) }.sorted()
      page.item(known.map { "\($0): \(verdict.counts[$0] ?? 0)" }.joined(separator: ", "))
    }
    if let turnout = Self.turnout(verdict) { page.item(turnout) }
    for entry in activity.entries where verdict.concerns.contains(entry.id) {
      page.item("\(entry.author.map { "\($0), " } ?? "")concern: \(entry.text)", mark: "-")
    }
    for dissent in verdict.dissent {
      let reason = dissent.reason.map { ": \($0)" } ?? ""
      page.item("\(name(of: dissent.unit)), \(dissent.value)\(reason)", mark: "-")
    }
    return page.lines
  }

  /// What was counted where nothing is decided.
  private func figures(_ activity: ActivityView) -> [Line] {
    var page = page()
    let figures = activity.ballot.filter { $0.figure != nil }
    if figures.isEmpty { return [] }
    let progress = progress(activity)
    if progress.isEmpty { page.add("Result:", .heading) } else { page.add("Result", progress + ".") }
    for (number, thing) in activity.ballot.enumerated() where thing.figure != nil {
      page.item("\(thing.label): \(thing.figure ?? "")", mark: "\(number + 1)")
    }
    if activity.kind == .rate { for row in activity.outcomeOfRound?.rows ?? [] { page.append(extremes(row)) } }
    return page.lines
  }

  private static func turnout(_ verdict: Verdict) -> String? {
    if verdict.enteredInPart == true { return "\(verdict.answered) entered; the rest is on paper" }
    return verdict.electorate > 0 ? "\(verdict.answered) of \(verdict.electorate) answered" : nil
  }

  /// What came of the round before, and who was furthest out where names are shown: they are heard first.
  func before(_ activity: ActivityView) -> [Line] {
    guard let before = activity.before else { return [] }
    var page = page()
    page.add("In round \(before.round):")
    for row in before.rows {
      if let figures = row.figures { page.item("\(row.label): \(figures)", mark: "-") }
      page.append(extremes(row))
    }
    return page.lines
  }

  /// Who gave the lowest and the highest value; nothing unless names are shown and values differ.
  func extremes(_ row: RoundView.Row) -> [Line] {
    guard !row.lowest.isEmpty, !row.highest.isEmpty else { return [] }
    var page = page()
    page.item(
      "\(row.label): hear the lowest, \(spokenList(row.lowest)), and the highest, \(spokenList(row.highest))", mark: "-"
    )
    return page.lines
  }

  /// What one part decided for itself.
  private func result(_ own: PartVerdict, in activity: ActivityView) -> [Line] {
    var alone = activity
    (alone.verdict, alone.partVerdicts) = (own.verdict, [])
    var title = page()
    title.add(own.part, .heading)
    return title.lines + result(alone)
  }

  /// Of options that were counted none is rejected: none was chosen.
  private static func words(_ verdict: Verdict) -> String {
    let isCounted = ["majority", "share", "plurality", "score"].contains(verdict.rule)
    return isCounted && verdict.result == .rejected ? "None chosen" : words(verdict.result)
  }

  /// `: none had more than 50%`, where nothing was chosen for that.
  private static func unreached(_ verdict: Verdict) -> String {
    guard verdict.result == .rejected, let threshold = verdict.threshold, !verdict.scores.contains(where: \.holds)
    else { return "" }
    let part = "\(threshold.multiplied(by: 100))%"
    switch verdict.rule {
    case "majority": return ": none had more than \(part)"
    case "share": return ": none reached \(part)"
    case "score": return ": none reached \(threshold)"
    default: return ""
    }
  }

  static func words(_ result: Verdict.Result) -> String {
    switch result {
    case .adopted: "Adopted"
    case .rejected: "Not adopted"
    case .won: "Won"
    case .tied: "Tied"
    case .deferred: "Not decided yet"
    case .noQuorum: "Too few answered, nothing decided"
    case .selected: "Selected"
    }
  }

  private func label(of thing: ThingRef, _ activity: ActivityView) -> String {
    (activity.ballot + activity.besides + activity.criteria).first { $0.thing == thing }?.label ?? thing.word
  }

  private func name(of unit: UnitRef) -> String {
    switch unit {
    case .person(let id): view.people.first { $0.id == id }?.name ?? id.raw
    case .part(let key): view.parts.first { $0.key == key }?.title ?? key
    case .sheet(let number): "sheet \(number)"
    }
  }

  /// What rests on something that was replaced since.
  func stale() -> [Line] {
    guard let last = view.stale.last else { return [] }
    var page = page()
    for stale in view.stale { page.add("Out of date", "“\(stale.outcome.replacing("-", with: " "))”: \(stale.why).") }
    page.add(
      "A step that asks it again settles it; else go back, or let it count by “/keep \(last.outcome)” and a reason.",
      .quiet)
    return page.lines
  }

  // MARK: Checkpoints

  /// Criteria with their values, what is to be judged, and what may be decided.
  func checkpoint() -> [Line] { criteria() + verdictAsked() }

  /// Criteria with their values.
  func criteria() -> [Line] {
    guard let checkpoint = view.checkpoint else { return [] }
    var page = page()
    if !checkpoint.criteria.isEmpty { page.add("Criteria:") }
    for (number, reading) in checkpoint.criteria.enumerated() {
      page.append(criterion(reading, mark: "\(number + 1)"))
    }
    return page.lines
  }

  /// What is to be judged, and what may be decided.
  func verdictAsked() -> [Line] {
    guard let checkpoint = view.checkpoint else { return [] }
    var page = page()
    for (number, judge) in zip(checkpoint.judgeNumbers, checkpoint.judges) where judge.answer == nil {
      page.add("To judge", "“\(judge.text)”, by \(judge.by): type /judge \(number) yes, no or not-yet")
    }
    if let advice = checkpoint.advice {
      page.add("Advice", "\(advice.rawValue).")
    } else if !checkpoint.criteria.isEmpty {
      page.add("Advice", "none: \(Self.whyNoAdvice(checkpoint)).")
    }
    let deciders = checkpoint.deciders.isEmpty ? "" : " (\(spokenList(checkpoint.deciders)))"
    page.add("Decides", "\(checkpoint.decider)\(deciders)")
    if let decided = checkpoint.decided, checkpoint.decision == nil {
      page.add("It says", "\(decided.rawValue); /next follows it.")
      return page.lines
    }
    let offered = spokenList(checkpoint.offered.map { "/\($0.rawValue)" }, "or")
    page.add("Enter", "\(offered); a reason goes after it, and is needed against the advice.")
    page.add("Conditions go behind a bar: /pass we have the hours | a budget by May; a trainer is found", .quiet)
    return page.lines
  }

  /// `; 2 of them without data`, where a condition looks at each of some things.
  private static func unknown(in reading: Reading) -> String {
    let count = reading.children.count { $0.result == .noData }
    return count > 0 && ["every", "some"].contains(reading.kind) ? "; \(count) of them without data" : ""
  }

  private static func whyNoAdvice(_ checkpoint: CheckpointView) -> String {
    guard checkpoint.criteria.contains(where: { $0.result == .fails }) else { return "data are missing" }
    return "something fails, and this checkpoint has no way back"
  }

  /// A condition with its value; what it consists of is set in below it.
  func criterion(_ reading: Reading, mark: String) -> [Line] {
    var page = page()
    let result =
      switch reading.result {
      case .holds: "Holds"
      case .fails: "Does not hold"
      case .noData: "Not known yet"
      }
    let label = reading.label.map { "\($0) – " } ?? ""
    let why = reading.result == .noData ? reading.why.map { " (\($0))" } ?? "" : ""
    page.item("\(result): \(label)\(reading.sentence)\(Self.unknown(in: reading))\(why)", mark: mark)
    for child in reading.children { page.append(criterion(child, mark: "  -")) }
    return page.lines
  }
}
