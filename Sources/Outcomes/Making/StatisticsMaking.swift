internal import MethodModel
internal import SessionEngine

/// Figures over the marks of one run.
struct StatisticsMaking {
  let maker: RecordMaker
  let run: ActivityRun
  let activity: Activity
  let withheld: Withheld?
  private let thin: Set<ThingRef>
  private let isCurrent: Bool
  /// Things that a later run put up again; one that was left out before anybody answered has asked nothing.
  private let askedLater: Set<ThingRef>

  init(maker: RecordMaker, run: ActivityRun, activity: Activity, withheld: Withheld?) {
    self.maker = maker
    self.run = run
    self.activity = activity
    self.withheld = withheld
    thin = maker.lens.thinThings(of: run)
    isCurrent = maker.state.takes[run.id.take - 1].isCurrent && run.runOff == nil
    let runs = maker.engine.currentRuns(maker.state.outcomes[run.outcome] ?? OutcomeState(), maker.state, Scope())
    let own = maker.state.takes[run.id.take - 1]
    let path = maker.engine.withoutRotationLaps(own.path)
    askedLater = runs.drop { $0.id != run.id }.dropFirst().reduce(into: []) { askedLater, run in
      let take = maker.state.takes[run.id.take - 1]
      // The laps of a rotation, and the activities of a step, are one asking.
      // A run-off settles a tie and asks about nothing anew.
      guard maker.engine.withoutRotationLaps(take.path) != path, run.runOff == nil,
        !(run.marks.isEmpty && run.tallies.isEmpty && take.status == .skipped)
      else { return }
      askedLater.formUnion(run.ballot.filter { own.isReplaced(by: take, for: $0) })
    }
  }

  /// One for each thing put up, and for each criterion that was used, in the order of the ballot.
  func all() -> [BallotRecord.Statistics] {
    let given = self.given
    return run.ballot.flatMap { thing in
      criteria(of: thing).map { criterion in
        statistics(thing, criterion, given[MarkKey(thing: thing, criterion: criterion)] ?? [])
      }
    }
  }

  /// What was given in time, by thing and criterion.
  var given: [MarkKey: [String?]] {
    var given: [MarkKey: [String?]] = [:]
    for marks in run.marks.values {
      for (key, mark) in marks where !mark.isLate {
        given[key, default: []].append(mark.value)
      }
    }
    return given
  }

  /// Whether no later asking about a thing counts in the place of this one.
  func isNewest(_ thing: ThingRef) -> Bool { isCurrent && !askedLater.contains(thing) }

  /// In the order in which the method has them; `nil` where a thing is marked by nothing but itself.
  func criteria(of thing: ThingRef) -> [String?] {
    switch activity.kind {
    case .place(let placing):
      let axes = maker.engine.axes(of: activity, behind: thing, in: run, maker.state).map(\.word)
      let all: [String?] = axes + (placing.zones == nil ? [] : [Placing.zone])
      return all.isEmpty ? [nil] : all
    case .rate(let rating):
      let words: [String?] = rating.criteria.map { maker.engine.things($0, maker.state, Scope()).map(\.word) } ?? []
      return words.isEmpty ? [nil] : words
    default: return [nil]
    }
  }

  private func statistics(_ thing: ThingRef, _ criterion: String?, _ given: [String?]) -> BallotRecord.Statistics {
    var row = row(thing, criterion, isNewest: isNewest(thing), withheld: reason(thing))
    guard row.withheld == nil else { return row }
    fill(&row, with: given)
    if case .vote = activity.kind {
      row.sum = Figure(maker.engine.score(of: thing, in: run, run.outcome, .sum, maker.state))
    }
    return row
  }

  func row(
    _ thing: ThingRef, _ criterion: String?, isNewest: Bool, withheld: Withheld?
  ) -> BallotRecord.Statistics {
    BallotRecord.Statistics(
      thing: maker.thing(thing, in: run), criterion: criterion, newest: isNewest, withheld: withheld, n: nil,
      passes: nil, median: nil, mean: nil, min: nil, max: nil, spread: nil, sum: nil, counts: [:])
  }

  /// Puts in what can be told of values, whatever run they come from.
  func fill(_ row: inout BallotRecord.Statistics, with given: [String?]) {
    let values = given.compactMap { $0 }
    row.n = values.count
    row.passes = given.count - values.count
    for value in values { row.counts[value, default: 0] += 1 }
    let numbers = Statistics(values.compactMap { maker.number(of: $0, run, activity) })
    let scale = maker.scale(of: activity)
    let isPlaced = if case .place = activity.kind { row.criterion != Placing.zone } else { false }
    guard isPlaced || scale?.ordered ?? false else { return }
    row.median = Figure(numbers.value(of: .median))
    row.min = Figure(numbers.value(of: .min))
    row.max = Figure(numbers.value(of: .max))
    row.spread = Figure(numbers.value(of: .spread))
    guard let scale, scale.points.allSatisfy({ $0.number != nil }) else { return }
    row.mean = Figure(numbers.value(of: .mean))
  }

  /// Why there are no figures on a thing.
  func reason(_ thing: ThingRef) -> Withheld? {
    // Where nothing was entered there is nobody to protect.
    let isUnentered = maker.engine.isUnentered(thing, in: run, maker.state)
    if isUnentered, run.marks.isEmpty, run.tallies.isEmpty { return .notEntered }
    return withheld ?? (thin.contains(thing) ? .fewerThanFive : isUnentered ? .notEntered : nil)
  }
}
