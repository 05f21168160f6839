internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// Figures over all askings that count together, on each thing that was put up in several: by two activities of a
  /// step, at each place of a rotation, in circles side by side, or while one thing after the other was in hand.
  func figuresTogether(_ runs: [ActivityRun]) -> [BallotRecord.Statistics] {
    guard runs.count > 1 else { return [] }
    let askings = runs.compactMap { run -> StatisticsMaking? in
      guard let activity = engine.activity(of: run.id, state), activity.takesMarks, !activity.isSignal else {
        return nil
      }
      return StatisticsMaking(maker: self, run: run, activity: activity, withheld: lens.figuresWithheld(run))
    }
    guard askings.count > 1, askings.allSatisfy({ !isTooMuch($0.run) }) else { return [] }
    return askings.flatMap(\.run.ballot).uniqued.flatMap { thing -> [BallotRecord.Statistics] in
      let counting = askings.filter { $0.run.ballot.contains(thing) && $0.isNewest(thing) }
      return counting.count > 1 ? figures(on: thing, counting) : []
    }
  }

  private func figures(on thing: ThingRef, _ askings: [StatisticsMaking]) -> [BallotRecord.Statistics] {
    guard let last = askings.last else { return [] }
    let given = askings.map(\.given)
    let why = withheld(thing, askings)
    return last.criteria(of: thing).map { criterion in
      var row = last.row(thing, criterion, isNewest: true, withheld: why)
      guard why == nil else { return row }
      last.fill(&row, with: given.flatMap { $0[MarkKey(thing: thing, criterion: criterion)] ?? [] })
      if case .vote = last.activity.kind {
        let sums = askings.map { engine.score(of: thing, in: $0.run, $0.run.outcome, .sum, state) }
        row.sum = sums.contains { $0 == nil } ? nil : Figure(sums.compactMap(\.self).reduce(.zero, +))
      }
      return row
    }
  }

  /// What each asking keeps back because few answered may be told of all together when they are many; beside others that
  /// are shown it would be known by subtraction.
  private func withheld(_ thing: ThingRef, _ askings: [StatisticsMaking]) -> Withheld? {
    let reasons = askings.compactMap { $0.reason(thing) }
    guard let first = reasons.first else { return nil }
    let few: Set<Withheld> = [.fewerThanFive, .byDifference]
    guard few.isSuperset(of: reasons) else { return reasons.first { !few.contains($0) } }
    guard reasons.count == askings.count else { return first }
    let units = askings.reduce(into: Set<UnitRef>()) { units, asking in
      for (unit, marks) in asking.run.marks {
        if marks.contains(where: { $0.key.thing == thing && $0.value.value != nil && !$0.value.isLate }) {
          units.insert(unit)
        }
      }
    }
    return units.count >= SessionEngine.smallestShownGroup ? nil : first
  }
}
