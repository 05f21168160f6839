import MethodModel

extension Decision {
  /// One mark: dots, an approval, a place, a rating, a signal, or a pass.
  mutating func set(_ mark: SetMark) throws(Rejection) {
    let (run, activity, take) = try run(mark.run)
    try requireMarks(activity)
    try requireNames(run)
    try checkElector(mark.unit, run, activity, take)
    let isOffered = engine.isOffered(mark.thing, in: run, to: mark.unit, state)
    let thing = try markable(mark.thing, isOffered: isOffered, mark.unit, run, activity)
    try checkOwn(mark.unit, thing, activity)
    let others = others(of: mark.unit, than: thing, run, activity)
    let form = form(of: activity, for: mark.unit, in: take)
    let named = form.filed(mark.criterion)
    let value = try mark.value.map { value throws(Rejection) in
      try checked(value, on: named, others: others, form, run, activity)
    }
    try checkReason(mark.reason, value, activity)
    let criterion = try checkedCriterion(named, form, activity)
    let key = MarkKey(thing: thing, criterion: criterion)
    let isComplete = completes(mark.unit, key, value, form, run, activity)
    let isCorrection = isCorrection(run)
    conclude(
      MarkSet(
        run: run.id, outcome: activity.target, unit: mark.unit, thing: thing, criterion: criterion, value: value,
        reason: mark.reason?.trimmed, late: isLate(run) && !isCorrection, completes: isComplete))
    countWhenDue(run, adding: mark.unit, isComplete: isComplete, isCorrection)
  }

  /// The numbers on the rest of a ballot; only a vote counts them together.
  private func others(
    of unit: UnitRef, than thing: ThingRef, _ run: ActivityRun, _ activity: Activity
  ) -> OtherMarks {
    guard case .vote = activity.kind else { return OtherMarks([]) }
    let late = isLate(run) ? run.lateMarks[unit] ?? [:] : [:]
    let marks = late.isEmpty ? run.marks[unit] ?? [:] : (run.marks[unit] ?? [:]).merging(late) { $1 }
    return OtherMarks(marks.lazy.filter { $0.key.thing != thing }.map { $0.value.value.flatMap { Int($0) } })
  }

  /// Whether a mark in a closed run counts all the same: the host enters it while the step is still the open one, such
  /// as the objection of somebody whom “all: consent” had spoken for. What the host enters is admitted by that.
  func isCorrection(_ run: ActivityRun) -> Bool {
    isLate(run) && command.actor == .host && state.takes[run.id.take - 1].status == .open
  }

  /// Where no names are kept, one piece after the other would tell whose it is.
  func requireNames(_ run: ActivityRun) throws(Rejection) {
    guard run.isWithoutNames else { return }
    throw Rejection(.notActive, "no names are kept here: hand in everything of one person at once")
  }

  /// The thing on a unit's ballot; a signal is about what is decided on.
  func markable(
    _ thing: ThingRef, isOffered: Bool, _ unit: UnitRef, _ run: ActivityRun, _ activity: Activity
  ) throws(Rejection) -> ThingRef {
    if isOffered { return thing }
    if activity.isSignal { return run.ballot.first ?? .value("proposal", of: activity.target) }
    throw notOffered(thing, to: unit, run, else: notHere(thing, "is not on this ballot"))
  }

  func checkElector(
    _ unit: UnitRef, _ run: ActivityRun, _ activity: Activity, _ take: Take
  ) throws(Rejection) {
    if let person = unit.person, actingPerson == nil || actingPerson == person,
      engine.isElector(person, of: run, activity, take, state)
    {
      return try checkVoice(of: person, take)
    }
    let electorate = engine.electorate(of: run, state)
    if let actingPerson, !electorate.entitled.contains(where: { $0.ref == unit && $0.members.contains(actingPerson) }),
      unit.person != actingPerson
    {
      throw Rejection(.notYours, "somebody else's mark cannot be made from here")
    }
    if case .sheet(let number) = unit { return try checkSheet(number, isKnown: run.marks[unit] != nil, run) }
    guard electorate.entitled.contains(where: { $0.ref == unit }) else {
      if let person = unit.person, !engine.mayMark(person, state) {
        throw Rejection(.notElector, "\(name(of: person)) has a role that does not vote or rate here")
      }
      if let person = unit.person, state.roster[person]?.isPresent == false {
        throw Rejection(.notElector, "\(name(of: person)) is not here; /late \(name(of: person)) brings them back")
      }
      throw Rejection(.notElector, "\(unit.person.map { name(of: $0) } ?? unit.description) has no vote here")
    }
    if let person = unit.person { try checkVoice(of: person, take) }
  }

  private func checkVoice(of person: PersonID, _ take: Take) throws(Rejection) {
    guard engine.silentRole(of: person, in: take, state) != nil else { return }
    throw Rejection(.silentRole, "\(name(of: person)) stays silent in this step")
  }

  func checkOwn(_ unit: UnitRef, _ thing: ThingRef, _ activity: Activity) throws(Rejection) {
    guard let person = unit.person, engine.isKeptApart(thing, from: person, in: activity, state) else { return }
    let isOwn = engine.authors(of: thing, state).contains(person)
    throw Rejection(
      .ownItem,
      isOwn
        ? "that is \(name(of: person))'s own; others' are marked here"
        : "\(name(of: person)) shares \(activity.apart.joined(separator: " or ")) with those who made that; others mark it"
    )
  }

  /// A value in the form of its activity; `others` are the numbers on the rest of the ballot.
  func checked(
    _ text: String, on criterion: String?, others: OtherMarks, _ form: MarkForm, _ run: ActivityRun,
    _ activity: Activity
  ) throws(Rejection) -> String {
    let value = text.trimmed
    switch activity.kind {
    case .rate:
      guard form.scale?.point(value) != nil else {
        let points = form.scale?.points.map(\.id).joined(separator: ", ") ?? ""
        throw Rejection(.valueInvalid, "the scale has \(points), and “\(value)” is none of them")
      }
      return value
    case .place: return try checkedPosition(value, on: criterion, form)
    case .decide(let decide):
      let signals = Signal.signals(for: decide.rule).map(\.rawValue)
      guard signals.contains(value) else {
        throw Rejection(
          .valueInvalid, "the answers are \(signals.joined(separator: ", ")), and “\(value)” is none of them")
      }
      return value
    case .vote(let vote): return try checkedVote(value, others: others, run, vote)
    default: return value
    }
  }

  /// A point of the axis, or the word of a zone.
  private func checkedPosition(
    _ value: String, on criterion: String?, _ form: MarkForm
  ) throws(Rejection) -> String {
    if criterion == Placing.zone {
      guard form.zones.contains(value) else {
        throw Rejection(
          .valueInvalid, "the zones are \(form.zones.joined(separator: ", ")), and “\(value)” is none of them")
      }
      return value
    }
    if form.axes.isEmpty, !form.zones.isEmpty {
      throw Rejection(
        .unknownField, "this is put into zones, not on axes: name one of \(form.zones.joined(separator: ", "))")
    }
    guard form.axes.count == 2 else {
      throw Rejection(.notActive, "the two axes have not been chosen yet; go back and choose them")
    }
    guard let axis = form.axes.first(where: { $0.word == criterion }) else {
      throw Rejection(.unknownField, "say on which axis: \(form.criteria.joined(separator: ", "))")
    }
    guard axis.points.contains(where: { $0.id == value }) else {
      let points = axis.points.map(\.id).joined(separator: ", ")
      throw Rejection(.valueInvalid, "the axis has \(points), and “\(value)” is none of them")
    }
    return value
  }

  private func checkedVote(
    _ value: String, others: OtherMarks, _ run: ActivityRun, _ vote: Vote
  ) throws(Rejection) -> String {
    guard let number = Int(value), number >= 0 else {
      throw Rejection(.valueInvalid, "a vote is a whole number, and “\(value)” is none")
    }
    let budget = engine.budget(of: vote, run, state)
    guard number <= max(budget, run.ballot.count) else {
      throw Rejection(.overBudget, "\(budget) is the most, and \(number) were given")
    }
    switch vote.kind {
    case .dots:
      if let most = engine.count(vote.perItem, state, scope), number > most {
        throw Rejection(.overBudget, "\(most) on one is the most, and \(number) were given")
      }
      let sum = others.sum + number
      guard sum <= budget else {
        throw Rejection(.overBudget, "there are \(budget) dots each, and this would make \(sum)")
      }
    case .approval:
      guard number <= 1 else { throw Rejection(.valueInvalid, "an approval is 1, none is 0") }
      guard others.sum + number <= budget else {
        throw Rejection(.overBudget, "\(budget) can be approved at most")
      }
    case .ranking:
      let places = engine.places(on: vote, run, state)
      guard (1...max(1, places)).contains(number) else {
        throw Rejection(.valueInvalid, "places go from 1 to \(places), and \(number) is outside")
      }
      guard !others.contains(number) else {
        throw Rejection(.overBudget, "place \(number) is taken; give each place once")
      }
    }
    return value
  }

  func checkReason(_ reason: String?, _ value: String?, _ activity: Activity) throws(Rejection) {
    let isBlank = (reason ?? "").allSatisfy(\.isWhitespace)
    switch activity.kind {
    case .rate(let rating) where rating.reason == .required && isBlank && value != nil:
      throw Rejection(.reasonNeeded, "this rating wants a reason in a few words")
    case .decide where isBlank && (value == Signal.objection.rawValue || value == Signal.block.rawValue):
      throw Rejection(.reasonNeeded, "an objection wants its reason: what would it harm?")
    default: return
    }
  }

  func checkedCriterion(_ word: String?, _ form: MarkForm, _ activity: Activity) throws(Rejection) -> String? {
    switch activity.kind {
    case .rate(let rating) where rating.criteria != nil: break
    case .place: break
    default: return nil
    }
    guard !form.criteria.isEmpty else {
      throw Rejection(
        .unknownField,
        "there are no criteria to rate by yet; /goto the step that makes them, or go on with /next")
    }
    guard let word, form.criteria.contains(word) else {
      throw Rejection(.unknownField, "say by which criterion: \(form.named.joined(separator: ", "))")
    }
    return word
  }

  /// Whether a unit has answered everything put up to it once this mark is set: looks for the first thing that is open.
  private func completes(
    _ unit: UnitRef, _ key: MarkKey, _ value: String?, _ form: MarkForm, _ run: ActivityRun, _ activity: Activity
  ) -> Bool {
    if activity.isSignal { return true }
    if case .vote(let vote) = activity.kind, isSpent(vote, unit, key, value, run) { return true }
    let given = run.marks[unit] ?? [:]
    let criteria: [String?] = form.criteria.isEmpty ? [nil] : form.criteria
    return !engine.isAnyOffered(in: run, to: unit, state) { thing in
      let isOpen = criteria.contains { criterion in
        let other = MarkKey(thing: thing, criterion: criterion)
        return other != key && given[other] == nil
      }
      return isOpen && !(unit.person.map { engine.isKeptApart(thing, from: $0, in: activity, state) } ?? false)
    }
  }

  /// Whether a ballot has nothing left to give: all dots, approvals or places are used.
  private func isSpent(_ vote: Vote, _ unit: UnitRef, _ key: MarkKey, _ value: String?, _ run: ActivityRun) -> Bool {
    var given = (run.marks[unit] ?? [:]).mapValues { $0.value.flatMap { Int($0) } ?? 0 }
    given[key] = value.flatMap { Int($0) } ?? 0
    switch vote.kind {
    case .dots, .approval: return given.values.reduce(0, +) >= engine.budget(of: vote, run, state)
    case .ranking: return given.values.count { $0 > 0 } >= engine.places(on: vote, run, state)
    }
  }

  /// A count for one thing, entered by the host for the whole room.
  mutating func enter(_ tally: EnterTally) throws(Rejection) {
    try requireHost()
    let (run, activity, _) = try run(tally.run)
    try requireSums(activity)
    guard !isLate(run) else { throw Rejection(.frozen, "the count is closed; go back to change it") }
    guard run.ballot.contains(tally.thing) else {
      throw Rejection(.unknownThing, "“\(engine.label(of: tally.thing, state))” is not on this ballot")
    }
    try checkTotal(tally, activity)
    try checkSheets(tally, run, activity)
    conclude(
      TallyEntered(
        run: run.id, outcome: activity.target, thing: tally.thing, total: tally.total, ballots: tally.ballots))
  }

  private func requireSums(_ activity: Activity) throws(Rejection) {
    switch activity.kind {
    case .vote: return
    case .rate(let rating) where activity.enter == .sum && rating.criteria == nil: return
    case .decide where activity.isSignal:
      throw Rejection(.notActive, "signals are entered by name, or for everybody at once with “all: consent”")
    default: throw Rejection(.notActive, "sums are entered for votes, and for ratings that are captured as sums")
    }
  }

  private func checkTotal(_ tally: EnterTally, _ activity: Activity) throws(Rejection) {
    let isVote = if case .vote = activity.kind { true } else { false }
    guard tally.total >= .zero, !isVote || tally.total.units % Number.unitsPerOne == 0 else {
      throw Rejection(.valueInvalid, isVote ? "a count is a whole number, nought or more" : "a sum is nought or more")
    }
    guard let ballots = tally.ballots else { return }
    guard ballots >= 0 else { throw Rejection(.valueInvalid, "say how many sheets there were, as in “1=41 of 12”") }
    guard case .rate(let rating) = activity.kind, let scale = method.scale(rating.scale),
      let most = scale.points.compactMap({ scale.number(of: $0.id) }).max(), tally.total > most.multiplied(by: ballots)
    else { return }
    throw Rejection(.valueInvalid, "\(ballots) sheets come to \(most.multiplied(by: ballots)) at most")
  }
}

extension Decision {
  /// No more sheets than people who may answer, and no more votes on one thing than these can give.
  private func checkSheets(_ tally: EnterTally, _ run: ActivityRun, _ activity: Activity) throws(Rejection) {
    let people = engine.electorate(of: run, state).entitled.count
    if let ballots = tally.ballots, ballots > people {
      throw Rejection(
        .valueInvalid,
        "\(ballots) sheets are more than the \(people) who may answer here; whoever came since is added by /late")
    }
    guard case .vote(let vote) = activity.kind, let each = most(vote, run) else { return }
    let sheets = tally.ballots ?? people
    guard tally.total > Number(sheets * each) else { return }
    throw Rejection(
      .overBudget, "\(sheets) sheets can give one thing \(sheets * each) at most, and this is \(tally.total)")
  }

  /// The most that one ballot can give to one thing; `nil` for a ranking, whose points hang on its places.
  private func most(_ vote: Vote, _ run: ActivityRun) -> Int? {
    let budget = engine.budget(of: vote, run, state)
    switch vote.kind {
    case .dots: return min(budget, engine.count(vote.perItem, state, scope) ?? budget)
    case .approval: return 1
    case .ranking: return nil
    }
  }
}

extension Activity {
  package var takesMarks: Bool {
    switch kind {
    case .vote, .rate, .place: true
    case .decide(let decide): decide.collectsSignals && from == nil
    default: false
    }
  }

  /// People answer with a signal rather than about each thing.
  package var isSignal: Bool {
    if case .decide(let decide) = kind { decide.collectsSignals && from == nil } else { false }
  }

  /// Not everybody marks everything: nobody what is theirs, or what is too near to them.
  var excludesOwn: Bool {
    switch kind {
    case .vote(let vote): vote.neverOwn || !vote.apart.isEmpty
    case .rate(let rating): rating.neverOwn || !rating.apart.isEmpty
    default: false
    }
  }

  var apart: [String] {
    switch kind {
    case .vote(let vote): vote.apart
    case .rate(let rating): rating.apart
    default: []
    }
  }
}
