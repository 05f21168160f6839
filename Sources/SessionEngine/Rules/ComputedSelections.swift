import MethodModel

extension Decision {
  /// Decides at once what needs nobody's entry: selections by condition or rank, decisions over earlier marks.
  mutating func decideWhatIsComputed(_ activity: Activity, _ run: RunID) {
    switch activity.kind {
    case .select(let selection) where !selection.isOwnChoice:
      for unit in engine.decidingUnits(of: activity, state.takes[run.take - 1], state) {
        emit(Decided(run: run, outcome: activity.target, verdict: selected(selection, run, for: unit)))
      }
    case .decide(let decide) where !activity.isSignal && decide.rule != .one:
      for unit in engine.decidingUnits(of: activity, state.takes[run.take - 1], state) {
        emit(Decided(run: run, outcome: activity.target, verdict: decided(decide, activity, run, for: unit)))
      }
    default: break
    }
  }

  private mutating func selected(_ selection: Selection, _ run: RunID, for unit: OwningUnit?) -> Verdict {
    let take = state.takes[run.take - 1]
    var verdict = selected(selection, of: take.runs.last, for: unit, engine.scope(scope, in: unit, of: take))
    verdict.unit = unit?.ref
    return verdict
  }

  private mutating func selected(
    _ selection: Selection, of run: ActivityRun?, for unit: OwningUnit?, _ scope: Scope
  ) -> Verdict {
    let ballot = run.map { run in unit.map { engine.offered(in: run, to: $0.ref, state) } ?? run.ballot } ?? []
    let holding = ballot.filter { thing in
      guard let condition = selection.condition else { return true }
      let inner = selection.name.map { scope.binding($0, to: thing) } ?? scope
      return engine.read(condition, state, inner).result == .holds
    }
    if let lot = selection.lot { return drawn(lot, holding, ballot, scope) }
    let held = Set(holding)
    guard let marks = selection.rankedBy else {
      return Verdict(
        result: .selected, rule: "condition", subject: ballot, winners: holding,
        rest: ballot.filter { !held.contains($0) })
    }
    let scores = engine.scores(
      of: marks, measure: selection.measure, weights: selection.weights, state, scope)
    let ranking = Ranking(holding, scores, best: selection.best)
    let unentered = markedRun(marks, scope).flatMap { self.unentered(holding, scores, $0) }
    if ranking.order.isEmpty, !holding.isEmpty {
      return Verdict(
        result: .selected, rule: "rank", subject: ballot, rest: ballot,
        remark: unentered ?? unranked(marks, scope))
    }
    let count = engine.count(selection.top, state, scope) ?? holding.count
    var verdict =
      selection.cost.map { afforded(ranking, at: count, $0, scope) } ?? cut(ranking, at: count, selection.ties)
    verdict.rule = "rank"
    verdict.remark = verdict.remark ?? unentered
    verdict.subject = ballot
    let winners = Set(verdict.winners)
    verdict.rest = ballot.filter { !winners.contains($0) }
    verdict.scores = ballot.map { Verdict.Score(thing: $0, score: ranking.scores[$0], holds: held.contains($0)) }
    return verdict
  }

  /// So many by lot, in the proportions of what the author mixes by.
  private mutating func drawn(
    _ lot: Selection.Lot, _ holding: [ThingRef], _ ballot: [ThingRef], _ scope: Scope
  ) -> Verdict {
    let said =
      switch lot.size {
      case .count(let count): engine.count(count, state, scope)
      case .share(let share): Selection.Lot.part(share, of: holding.count)
      }
    guard let count = said else {
      return Verdict(result: .selected, rule: "draw", subject: ballot, rest: ballot, remark: "it is not known how many")
    }
    let wanted = min(count, holding.count)
    let people = holding.compactMap(\.person)
    let kinds = people.count == holding.count ? lot.mix.map { engine.codes(of: people, by: $0, state) } : []
    let drawn = MixedLot(kinds: kinds, of: holding.count).drawn(wanted, using: &random)
    let winners = Set(drawn.map { holding[$0] })
    return Verdict(
      result: .selected, rule: "draw", subject: ballot, winners: ballot.filter { winners.contains($0) },
      rest: ballot.filter { !winners.contains($0) },
      remark: wanted < count ? "\(count) were to be drawn, and there are \(wanted)" : "drawn by lot")
  }

  /// Why nothing can be ranked.
  private func unranked(_ marks: SourceRef, _ scope: Scope) -> String {
    guard let run = markedRun(marks, scope), !run.answered.isEmpty || run.isSealed, !run.tallies.isEmpty else {
      return "nobody has marked any of them, so none is taken"
    }
    return "only totals were kept, by which nothing can be ranked, so none is taken"
  }

  /// Best first, of equals the first made, whatever still fits; nothing of which nobody knows what it costs.
  private func afforded(_ ranking: Ranking, at count: Int, _ cost: Selection.Cost, _ scope: Scope) -> Verdict {
    guard let budget = engine.count(cost.budget, state, scope) else {
      return Verdict(result: .selected, rule: "", remark: "the budget is not known, so none is taken")
    }
    var (left, winners, unknown) = (Number(budget), [ThingRef](), [ThingRef]())
    for thing in ranking.order where winners.count < count {
      guard let price = Number(engine.field(cost.field, of: thing, state)), price >= .zero else {
        unknown.append(thing)
        continue
      }
      guard price <= left else {
        if cost.isStrict { break }
        continue
      }
      left = left - price
      winners.append(thing)
    }
    // Where two are as good and only one is paid for, what was made first is.
    let lowest = winners.last.flatMap { ranking.scores[$0] }
    let isTied = ranking.order.contains {
      ranking.scores[$0] == lowest && !winners.contains($0) && !unknown.contains($0)
    }
    let tie = isTied && !winners.isEmpty ? "; of equals, what was made first comes first" : ""
    let labels = unknown.map { "“\(engine.openLabel(of: $0, state))”" }
    let missing = labels.isEmpty ? "" : "; what \(labels.joined(separator: ", ")) costs is not known"
    return Verdict(
      result: .selected, rule: "", winners: winners,
      remark: "\(Number(budget) - left) of \(budget) spent\(missing)\(tie)")
  }

  /// The winners of a ranking, equals at the cut treated as the author says.
  mutating func cut(_ ranking: Ranking, at count: Int, _ ties: Ties) -> Verdict {
    let (certain, tied) = ranking.top(count)
    guard !tied.isEmpty else { return Verdict(result: .selected, rule: "", winners: certain) }
    let open = count - certain.count
    switch ties {
    case .all: return Verdict(result: .selected, rule: "", winners: certain + tied, remark: "a tie: all taken")
    case .none: return Verdict(result: .selected, rule: "", winners: certain, remark: "a tie: none of them taken")
    case .draw:
      let drawn = tied.shuffled(using: &random).prefix(open)
      return Verdict(result: .selected, rule: "", winners: certain + drawn, remark: "a tie: decided by draw")
    case .ask, .one, .runOff:
      return Verdict(
        result: .tied, rule: "", winners: certain,
        remark: "a tie between \(tied.count) for \(open == 1 ? "one place" : "\(open) places")")
    }
  }
}

extension Decide {
  /// Consent and consensus ask everybody for a signal, unless consensus reads ratings.
  var collectsSignals: Bool { rule == .consent || rule == .consensus }
}
