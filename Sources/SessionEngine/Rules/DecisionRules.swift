package import MethodModel

extension Decision {
  /// The verdict of a decision, by its rule, on what has been given; for a part, on what was given in it.
  mutating func decided(
    _ decide: Decide, _ activity: Activity, _ run: RunID, for unit: OwningUnit? = nil
  ) -> Verdict {
    let take = state.takes[run.take - 1]
    let scope = engine.scope(self.scope, in: unit, of: take)
    guard var counted = activity.from.flatMap({ markedRun($0, scope) }) ?? take.runs.first(where: { $0.id == run })
    else { return Verdict(result: .deferred, rule: decide.rule.rawValue) }
    var electorate = engine.electorate(of: counted, state)
    if unit == nil, let source = activity.from,
      let whole = engine.together(engine.newestAskings(of: source.name, state, scope), state)
    {
      (counted, electorate) = whole
    }
    if let unit {
      electorate = engine.electorate(of: counted, in: unit, deciding: take, state)
      counted = engine.narrowed(counted, to: unit, deciding: take, state)
    }
    var verdict = verdictByRule(decide, activity, run, counted, electorate, scope)
    verdict.unit = unit?.ref
    verdict.rule = decide.rule.rawValue
    verdict.subject = subject(of: activity, run, unit, scope) ?? counted.ballot
    if activity.of != nil, verdict.subject.isEmpty, activity.isSignal {
      verdict.result = .deferred
      verdict.remark = "there was nothing to decide on"
    }
    verdict.answered = electorate.answered
    verdict.electorate = electorate.present.count
    if counted.isUncounted || engine.isEnteredInPart(counted, state) && !counted.isCounted {
      verdict.enteredInPart = true
    }
    hold(&verdict, to: decide, counted, electorate, scope)
    return verdict
  }

  /// Decides nothing where fewer answered than the author asks for.
  func hold(
    _ verdict: inout Verdict, to decide: Decide, _ counted: ActivityRun, _ electorate: Electorate, _ scope: Scope
  ) {
    verdict.quorum = decide.quorum.flatMap { engine.number($0, state, scope) }
    let base = decide.among == .entitled ? electorate.entitled.count : electorate.present.count
    guard let quorum = verdict.quorum, (Number.ratio(electorate.answered, of: base) ?? .zero) < quorum else { return }
    verdict.result = verdict.enteredInPart == true ? .deferred : .noQuorum
    verdict.winners = []
    verdict.remark =
      counted.isUncounted
      ? SessionEngine.notCounted
      : verdict.enteredInPart == true
        ? SessionEngine.notAllEntered : "\(electorate.answered) of \(base) answered"
  }

  /// What is decided on; of what is put up to all, what lies before a part.
  private func subject(
    of activity: Activity, _ run: RunID, _ unit: OwningUnit?, _ scope: Scope
  ) -> [ThingRef]? {
    guard let of = activity.of else { return nil }
    let things = engine.narrowed(
      engine.things(of, state, scope), within: activity.within, except: activity.except,
      filters: activity.filters.filter { $0.expected != .own }, naming: "", state, scope)
    guard let unit, let own = engine.run(run, state) else { return things }
    let offered = Set(engine.offered(in: own, to: unit.ref, state))
    return things.filter { offered.contains($0) || !own.ballot.contains($0) }
  }

  func markedRun(_ marks: SourceRef, _ scope: Scope) -> ActivityRun? {
    engine.outcome(marks.name, state).flatMap { engine.currentRuns($0, state, scope).last }
  }

  private mutating func verdictByRule(
    _ decide: Decide, _ activity: Activity, _ run: RunID, _ counted: ActivityRun, _ electorate: Electorate,
    _ scope: Scope
  ) -> Verdict {
    switch decide.rule {
    case .consent: return consent(decide, counted, electorate)
    case .consensus: return consensus(decide, activity, counted, electorate, scope)
    case .one: return choiceOfOne(counted)
    case .plurality, .majority, .share, .score: return compared(decide, activity, counted, electorate, scope)
    }
  }

  // MARK: Signals

  /// Nobody silent, and no open objection. Silence passes only where the author says so.
  private func consent(_ decide: Decide, _ run: ActivityRun, _ electorate: Electorate) -> Verdict {
    var verdict = signals(of: run)
    let objections = verdict.counts[Signal.objection.rawValue, default: 0]
    let isSomebodySilent = electorate.answered < electorate.present.count
    // What stands on paper only is no silence, which could pass.
    let isOpen = isSomebodySilent && engine.isEnteredInPart(run, state)
    if isSomebodySilent, isOpen || decide.silence == .blocks {
      verdict.result = .deferred
      verdict.remark =
        isOpen
        ? SessionEngine.notAllEntered : "\(electorate.present.count - electorate.answered) did not answer"
    } else {
      verdict.result = objections == 0 ? .adopted : .rejected
      if isSomebodySilent { verdict.remark = "silence counted as consent" }
    }
    return verdict
  }

  /// Nobody silent, nobody blocking, somebody agreeing.
  private func consensus(
    _ decide: Decide, _ activity: Activity, _ run: ActivityRun, _ electorate: Electorate, _ scope: Scope
  ) -> Verdict {
    var verdict = signals(of: run, on: activity.from == nil ? nil : subjects(of: activity, run, scope))
    let meanings = activity.from.flatMap { engine.scale(of: $0.name) }
    func count(_ meaning: NamedValue.Meaning) -> Int {
      verdict.counts.filter { value, _ in
        meanings.map { $0.point(value)?.means == meaning } ?? (value == meaning.rawValue)
      }.values.reduce(0, +)
    }
    let isSomebodySilent = electorate.answered < electorate.present.count
    // What stands on paper only is no silence, which could pass.
    let isOpen = isSomebodySilent && engine.isEnteredInPart(run, state)
    if isSomebodySilent, isOpen || decide.silence == .blocks {
      verdict.result = .deferred
      verdict.remark =
        isOpen
        ? SessionEngine.notAllEntered : "\(electorate.present.count - electorate.answered) did not answer"
    } else {
      verdict.result = count(.block) == 0 && count(.agree) > 0 ? .adopted : .rejected
      if isSomebodySilent {
        verdict.remark = count(.agree) > 0 ? "silence was no objection" : "nobody said yes; silence is no agreement"
      }
    }
    if meanings != nil {
      verdict.dissent = verdict.dissent.filter {
        let means = meanings?.point($0.value)?.means
        return means == .block || means == .aside
      }
    }
    return verdict
  }

  /// Of the things that were rated, those that are decided on; all, when the decision is about something else.
  private func subjects(of activity: Activity, _ run: ActivityRun, _ scope: Scope) -> Set<ThingRef> {
    let about = Set(activity.of.map { engine.things($0, state, scope) } ?? []).intersection(run.ballot)
    return about.isEmpty ? Set(run.ballot) : about
  }

  /// How many gave each signal, and who did not go along.
  private func signals(of run: ActivityRun, on things: Set<ThingRef>? = nil) -> Verdict {
    var verdict = Verdict(result: .deferred, rule: "")
    for (unit, marks) in run.marks.sorted(by: { $0.key < $1.key }) {
      for (key, mark) in marks.sorted(by: { $0.key.thing < $1.key.thing }) where !mark.isLate {
        guard let value = mark.value, things?.contains(key.thing) ?? true else { continue }
        verdict.counts[value, default: 0] += 1
        // A concern goes along: it stands among the concerns.
        if ![Signal.consent.rawValue, Signal.concern.rawValue, Signal.agree.rawValue].contains(value) {
          verdict.dissent.append(Verdict.Dissent(unit: unit, value: value, reason: mark.reason))
        }
      }
    }
    for (thing, tally) in run.tallies where thing.kind == .value {
      verdict.counts[thing.word, default: 0] += Int(tally.total.units / Number.unitsPerOne)
    }
    return verdict
  }

  private func choiceOfOne(_ chosen: ActivityRun) -> Verdict {
    guard let unit = chosen.choiceOrder.last, let things = chosen.choices[unit], !things.isEmpty
    else { return Verdict(result: .deferred, rule: "", remark: "nobody has chosen") }
    var verdict = Verdict(result: .won, rule: "", winners: things, rest: chosen.ballot.filter { !things.contains($0) })
    verdict.reason = chosen.choiceReasons[unit]
    return verdict
  }

  // MARK: Counted rules

  private mutating func compared(
    _ decide: Decide, _ activity: Activity, _ run: ActivityRun, _ electorate: Electorate, _ scope: Scope
  ) -> Verdict {
    let measure = decide.measure ?? .median
    let scores = engine.scores(of: activity.from ?? SourceRef(name: activity.target), measure: measure, state, scope)
    let ballot = options(of: activity, run, scores, scope)
    let ranking = Ranking(ballot, scores, best: decide.best)
    var verdict = cut(ranking, at: 1, decide.ties)
    let isTied = verdict.result == .tied
    // Of equals of which none is taken nothing has won.
    verdict.result = isTied ? .tied : verdict.winners.isEmpty ? .rejected : .won
    verdict.threshold = threshold(of: decide, scope)
    verdict.scores = ballot.map { thing in
      let score = ranking.scores[thing]
      return Verdict.Score(
        thing: thing, score: score, holds: score.map { isMet(decide, $0, run, electorate, scope) } ?? false)
    }
    let winners = verdict.winners.isEmpty ? ranking.order.prefix(1).map(\.self) : verdict.winners
    if winners.isEmpty || (decide.rule != .score && ranking.scores.values.allSatisfy { $0 <= .zero }) {
      verdict.result = .deferred
      verdict.winners = []
      verdict.remark =
        unentered(ballot, scores, run) ?? (electorate.answered == 0 ? "nobody has answered" : "nothing got a vote")
    } else if !winners.contains(where: { thing in verdict.scores.contains { $0.thing == thing && $0.holds } }) {
      verdict.remark = unentered(ballot, scores, run) ?? (run.isUncounted ? SessionEngine.notCounted : nil)
      verdict.result = isFinal(decide, run) ? .rejected : .deferred
      verdict.winners = []
    } else if verdict.remark == nil {
      verdict.remark = unentered(ballot, scores, run)
    }
    verdict.rest = ballot.filter { !verdict.winners.contains($0) }
    if decide.rule == .majority || decide.rule == .share { verdict.dissent = voicesAgainst(verdict.winners, run) }
    return verdict
  }

  /// What can win: of what was marked that on which it is to be decided.
  private func options(
    of activity: Activity, _ run: ActivityRun, _ scores: [ThingRef: Number?], _ scope: Scope
  ) -> [ThingRef] {
    let meant = engine.ballot(of: activity, state, scope).filter { run.onBallot.contains($0) || scores[$0] != nil }
    return meant.isEmpty ? run.ballot : meant
  }

  /// Whether what was not entered could not have met the rule.
  private func isFinal(_ decide: Decide, _ run: ActivityRun) -> Bool {
    if run.isUncounted, decide.among == .given, [.majority, .share].contains(decide.rule) { return false }
    guard engine.isEnteredInPart(run, state) else {
      return !run.ballot.contains { engine.isUnentered($0, in: run, state) }
    }
    return decide.rule != .score && run.ballot.allSatisfy { run.tallies[$0] != nil }
  }

  /// How many options stand on paper only; `nil` where all were entered, or none could be.
  func unentered(_ ballot: [ThingRef], _ scores: [ThingRef: Number?], _ run: ActivityRun) -> String? {
    let isInPart = engine.isEnteredInPart(run, state)
    let missing = ballot.count { (scores[$0] ?? nil) == nil && (isInPart || engine.isUnentered($0, in: run, state)) }
    if missing > 0 { return "\(missing) of \(ballot.count) were not entered" }
    return isInPart ? SessionEngine.notAllEntered : nil
  }

  /// Electors who voted, and for none of the winners.
  private func voicesAgainst(_ winners: [ThingRef], _ run: ActivityRun) -> [Verdict.Dissent] {
    guard !winners.isEmpty else { return [] }
    let activity = engine.activity(of: run.id, state)
    return run.marks.sorted { $0.key < $1.key }.compactMap { unit, marks in
      // Who could not choose what won, because it is their own, is against nothing.
      if let activity, let person = unit.person,
        winners.contains(where: { engine.isKeptApart($0, from: person, in: activity, state) })
      {
        return nil
      }
      let given = marks.filter { !$0.value.isLate && $0.value.value != nil }
      let isFor = given.contains { winners.contains($0.key.thing) && $0.value.value != "0" }
      guard !given.isEmpty, !isFor else { return nil }
      return Verdict.Dissent(unit: unit, value: "against", reason: given.values.compactMap(\.reason).first)
    }
  }

  /// Whether a score meets the rule: more than half, or the threshold.
  func isMet(
    _ decide: Decide, _ score: Number, _ run: ActivityRun, _ electorate: Electorate, _ scope: Scope
  ) -> Bool {
    meets(score, threshold(of: decide, scope), decide, votersBase(decide.among, run, electorate))
  }

  private func threshold(of decide: Decide, _ scope: Scope) -> Number? {
    switch decide.rule {
    case .majority: Number("0.5")
    default: decide.atLeast.flatMap { engine.number($0, state, scope) }
    }
  }

  private func meets(_ score: Number, _ threshold: Number?, _ decide: Decide, _ base: Int) -> Bool {
    switch decide.rule {
    case .majority:
      guard let share = score.divided(by: Number(base)), let threshold else { return false }
      return share > threshold
    case .share:
      guard let share = score.divided(by: Number(base)), let threshold else { return false }
      return share >= threshold
    default: return threshold.map { decide.best == .highest ? score >= $0 : score <= $0 } ?? true
    }
  }

  private func votersBase(_ among: Among, _ run: ActivityRun, _ electorate: Electorate) -> Int {
    switch among {
    case .given:
      let given = run.marks.values.filter { $0.values.contains { $0.value != nil && !$0.isLate } }.count
      return given + (run.isSealed ? (given == 0 ? run.sheetsSummed : 0) : run.sheetsSummed)
    case .present: return electorate.present.count
    case .entitled: return electorate.entitled.count
    }
  }
}

/// What people answer under consent and consensus.
package enum Signal: String, Sendable, Hashable, CaseIterable, Codable {
  case consent, concern, objection
  case agree, aside, block

  /// The signals a rule takes.
  package static func signals(for rule: Decide.Rule) -> [Signal] {
    rule == .consent ? [.consent, .concern, .objection] : [.agree, .aside, .block]
  }
}
