import MethodModel

extension Decision {
  /// Somebody's ballot or things without a name: checked here, kept by the urn, and noted as handed in.
  mutating func handInSealed(
    _ ballot: HandIn, _ run: ActivityRun, _ activity: Activity, _ take: Take
  ) throws(Rejection) {
    guard run.status == .open, !run.isSealed else {
      throw Rejection(.sealed, "the urn is sealed; nothing can be handed in any more")
    }
    let units = activity.takesMarks ? [] : engine.units(of: activity, take, state)
    if activity.takesMarks {
      try checkElector(ballot.unit, run, activity, take)
    } else if let person = ballot.unit.person {
      _ = try owner(author: person, part: nil, activity, take)
    } else if case .sheet(let number) = ballot.unit {
      try checkSheet(number, isKnown: run.handedIn.contains(ballot.unit), run)
    }
    guard !run.handedIn.contains(ballot.unit) || command.replacesBallot else {
      let who = ballot.unit.person.map { name(of: $0) } ?? "this sheet"
      throw Rejection(.alreadyIn, "\(who) has handed in, and what is in the urn cannot be told apart any more")
    }
    if activity.takesMarks { _ = try checked(ballot, run, activity) } else { try checkThings(ballot, activity, units) }
    guard !run.handedIn.contains(ballot.unit) else { return }
    conclude(HandedIn(run: run.id, outcome: activity.target, unit: ballot.unit))
    revealWhenComplete(run, adding: ballot.unit)
  }

  /// No more sheets than people who are there.
  func checkSheet(_ number: Int, isKnown: Bool, _ run: ActivityRun) throws(Rejection) {
    let electorate = engine.electorate(of: run, state)
    guard number >= 1, isKnown || electorate.answered < max(1, electorate.present.count) else {
      throw Rejection(.notElector, "all \(electorate.present.count) who may answer have answered")
    }
  }

  private func checkThings(_ ballot: HandIn, _ activity: Activity, _ units: [OwningUnit]) throws(Rejection) {
    guard case .collect(let limits, _, _) = activity.kind else {
      throw Rejection(.notActive, "nothing is handed in here without names")
    }
    guard !ballot.entries.isEmpty, ballot.entries.allSatisfy({ !($0["text"] ?? "").allSatisfy(\.isWhitespace) }) else {
      throw Rejection(.empty, "there are no words in it")
    }
    if let most = engine.count(limits.atMost, state, scope), ballot.entries.count > most {
      throw Rejection(.limit, "\(most) is the most, and \(ballot.entries.count) were handed in")
    }
    for entry in ballot.entries {
      for (field, text) in entry.sorted(by: { $0.key < $1.key }) where field != "text" {
        guard let known = activity.fields.first(where: { $0.id == field }) else {
          throw Rejection(.unknownField, "there is no field “\(field)” here")
        }
        _ = try checked(text, known)
      }
    }
  }

  /// Brings what waited in the urn into the record when entries close: sorted, so that no order tells whose it was.
  ///
  /// From fewer than five people marks come as totals only.
  mutating func seal(_ run: ActivityRun, _ activity: Activity) {
    guard run.isWithoutNames, !run.isSealed else { return }
    let waiting = command.urn[run.id] ?? []
    let ballots = waiting.map(\.inOrder).sorted { $0.sortKey < $1.sortKey }
    let isSmall = run.handedIn.count < SessionEngine.smallestShownGroup
    let isTotal = activity.takesMarks && !activity.isSignal && isSmall
    emit(
      UrnSealed(
        run: run.id, outcome: activity.target, ballots: isTotal || !activity.takesMarks ? [] : ballots,
        totals: isTotal ? totals(ballots, run, activity) : [],
        entries: ballots.flatMap(\.entries).sorted { BallotMark.words($0) < BallotMark.words($1) },
        handedIn: run.handedIn.count, found: waiting.count))
  }

  private func totals(_ ballots: [SealedBallot], _ run: ActivityRun, _ activity: Activity) -> [UrnSealed.Total] {
    var totals: [MarkKey: UrnSealed.Total] = [:]
    for mark in ballots.flatMap(\.marks) {
      guard let value = mark.value else { continue }
      let given = GivenMark(unit: .sheet(0), key: mark.key, value: value, reason: nil)
      guard let number = engine.number(of: given, in: activity.target, run, state) else { continue }
      var total =
        totals[mark.key] ?? UrnSealed.Total(thing: mark.thing, criterion: mark.criterion, total: .zero, given: 0)
      total.total = total.total + number
      total.given += 1
      totals[mark.key] = total
    }
    return totals.values.sorted { ($0.thing, $0.criterion ?? "") < ($1.thing, $1.criterion ?? "") }
  }
}

extension SealedBallot {
  /// With its marks and things in an order that does not hang on who wrote them down.
  fileprivate var inOrder: SealedBallot {
    SealedBallot(
      marks: marks.sorted { ($0.thing, $0.criterion ?? "") < ($1.thing, $1.criterion ?? "") }, entries: entries,
      code: code)
  }

  fileprivate var sortKey: String {
    let words = marks.map { "\($0.thing) \($0.criterion ?? "") \($0.value ?? "") \($0.reason ?? "")" }
    return (words + entries.map { BallotMark.words($0) } + [code ?? ""]).joined(separator: "\n")
  }
}

extension BallotMark {
  fileprivate static func words(_ fields: [String: String]) -> String {
    ([fields["text"] ?? ""] + fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: "\n")
  }
}
