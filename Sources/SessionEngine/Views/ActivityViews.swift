package import MethodModel

extension SessionEngine {
  /// What can be entered in a run, and what came in, as far as the viewer may see it.
  package func activityView(
    _ run: ActivityRun, _ state: SessionState, _ scope: Scope, for viewer: Viewer
  ) -> ActivityView? {
    guard let activity = activity(of: run.id, state) else { return nil }
    let take = state.takes[run.id.take - 1]
    let electorate = electorate(of: run, state)
    let kind = kind(of: activity)
    let limits = limits(of: activity)
    let entered = entered(in: run, activity, state, for: viewer)
    let deciding = run.runOff?.deciding ?? run.id
    let decided = self.activity(of: deciding, state)?.target ?? activity.target
    let verdicts = MarkPrivacy(self, state).discreet(
      verdicts(of: deciding, in: decided, state), of: deciding, for: viewer)
    let verdict = verdicts.first { $0.result == .tied } ?? verdicts.last
    let ballot = ballotViews(run, activity, state, scope, viewer)
    let fields = enteredFields(activity, kind, state, scope)
    let rating: Rating? = if case .rate(let rating) = activity.kind { rating } else { nil }
    let vote: Vote? = if case .vote(let vote) = activity.kind { vote } else { nil }
    return ActivityView(
      run: run.id, kind: kind, outcome: activity.target, round: run.round, isOpen: run.status == .open,
      isRevealed: run.isRevealed, reveal: activity.reveal, ballot: ballot,
      keptBack: putUp(in: run, state).count - ballot.count,
      fields: fields, fieldsOfThings: Set(fields.filter(isOfThings).map(\.id)), answers: answers(to: activity),
      vote: vote,
      budget: vote.map { budget(of: $0, run, state) }, reason: reason(activity, kind),
      criteria: rating?.criteria.map { things($0, state, scope).map { thingView($0, state, scope) } } ?? [],
      axes: axes(of: activity, in: take, for: viewer, state), isReply: kind == .collect && activity.of != nil,
      besides: besides(verdicts, in: run, state, scope), liesApart: run.offers != nil,
      zones: zones(of: activity, state, scope).map { thingView($0, state, scope) },
      atLeast: count(limits.atLeast, state, scope), atMost: count(limits.atMost, state, scope),
      units: unitViews(run, activity, take, entered.counts, electorate, state),
      entries: entered.views, hiddenCount: entered.hidden, lateCount: entered.late + run.lateMarks.count,
      lateEntries: entered.lateOnes, lateBallots: run.lateMarks.keys.sorted(),
      takesSums: activity.enter == .sum && activity.takesMarks && !activity.isSignal,
      isTallied: !run.tallies.isEmpty, isPartOfPaper: activity.isEnteredInPart,
      uncovered: uncovered(fields, in: run, activity, state),
      answered: electorate.answered,
      electorate: electorate.present.count, verdict: verdict,
      partVerdicts: verdicts.count > 1 ? verdicts.map { partVerdict($0, state) } : [],
      isTieOpen: verdict?.result == .tied && (run.runOff == nil || run.status == .closed), isRunOff: run.runOff != nil,
      names: activity.names, before: roundBefore(run, activity, state, scope, for: viewer),
      outcomeOfRound: run.status == .closed && activity.takesMarks && !activity.isSignal
        ? roundView(run, activity, state, for: viewer) : nil)
  }

  private func partVerdict(_ verdict: Verdict, _ state: SessionState) -> PartVerdict {
    PartVerdict(part: verdict.unit.map { title(of: $0, state) } ?? "", verdict: verdict)
  }

  /// Whether an answer comes with its reason; whoever decides for all gives it.
  private func reason(_ activity: Activity, _ kind: ActivityView.Kind) -> Rating.Reason {
    switch activity.kind {
    case .decide where kind == .choose: .required
    case .rate(let rating): rating.reason
    default: .no
    }
  }

  /// What verdicts name that is not on the ballot, as after a run-off.
  private func besides(
    _ verdicts: [Verdict], in run: ActivityRun, _ state: SessionState, _ scope: Scope
  ) -> [ThingView] {
    let named = verdicts.flatMap { $0.winners + $0.scores.map(\.thing) }.uniqued
    return named.filter { !run.onBallot.contains($0) }.map { thingView($0, state, scope) }
  }

  /// The axes that a viewer works with; a host enters for everybody.
  private func axes(of activity: Activity, in take: Take, for viewer: Viewer, _ state: SessionState) -> [Axis] {
    guard case .person(let person) = viewer else { return commonAxes(of: activity, in: take, state) }
    return axes(of: activity, for: .person(person), in: take, state)
  }

  package func kind(of activity: Activity) -> ActivityView.Kind {
    switch activity.kind {
    case .collect: .collect
    case .commit: .commit
    case .select(let selection): selection.isOwnChoice ? .choose : .computed
    case .vote: .vote
    case .rate: .rate
    case .fill: isTable(activity) ? .table : .fill
    case .cluster: .cluster
    case .connect: .connect
    case .place: .place
    case .decide(let decide):
      activity.isSignal ? .signal : decide.rule == .one ? .choose : .computed
    }
  }

  private func limits(of activity: Activity) -> Limits {
    switch activity.kind {
    case .collect(let limits, _, _), .commit(let limits, _), .fill(_, let limits),
      .cluster(let limits, _):
      limits
    case .select(let selection): selection.limits
    case .decide: Limits(atMost: .fixed(1))
    case .vote, .rate, .connect, .place: .none
    }
  }

  private func enteredFields(
    _ activity: Activity, _ kind: ActivityView.Kind, _ state: SessionState, _ scope: Scope
  ) -> [Field] {
    let fields =
      switch kind {
      case .collect: activity.fields
      case .commit: Self.commitmentFields + activity.fields
      case .fill, .table: fields(of: activity, state)
      default: [Field]()
      }
    return fields.map { field in
      guard case .source(let source) = field.kind, field.values.isEmpty else { return field }
      var field = field
      field.values =
        method.list(source.name)?.values
        ?? things(source, state, scope).map { NamedValue(id: $0.word, text: LocalizedText(label(of: $0, state))) }
      return field
    }
  }

  private func isOfThings(_ field: Field) -> Bool {
    guard case .source(let source) = field.kind else { return false }
    return method.list(source.name) == nil && field.values.contains { !$0.text.isEmpty }
  }

  /// What a commitment says besides its text.
  package static let commitmentFields = [
    Field(id: "owner", kind: .person), Field(id: "due", kind: .date), Field(id: "measure"),
  ]

  private func answers(to activity: Activity) -> [NamedValue] {
    switch activity.kind {
    case .rate(let rating): method.scale(rating.scale)?.points ?? []
    case .decide(let decide) where activity.isSignal:
      Signal.signals(for: decide.rule).map { NamedValue(id: $0.rawValue) }
    case .connect(let connecting): connecting.words.map { NamedValue(id: $0) }
    default: []
    }
  }

  private func thingView(_ thing: ThingRef, _ state: SessionState, _ scope: Scope) -> ThingView {
    ThingView(
      thing: thing, label: label(of: thing, state), figure: nil, prompts: prompts(of: thing, state, scope))
  }

  private func ballotViews(
    _ run: ActivityRun, _ activity: Activity, _ state: SessionState, _ scope: Scope, _ viewer: Viewer
  ) -> [ThingView] {
    var sights = Sights(self, state, for: viewer)
    let (shows, thin) = (showsFigures(run, activity, state), MarkPrivacy(self, state).thinThings(of: run))
    return putUp(in: run, state).compactMap { thing in
      let entry = state.entry(thing)
      if let entry, sights.sight(of: entry) == .counted { return nil }
      return ThingView(
        thing: thing,
        label: label(of: thing, state)
          + (activity.of == nil || activity.takesMarks ? "" : whereabouts(of: entry, state)),
        figure: shows && !thin.contains(thing) ? figure(of: thing, run, activity, state, scope) : nil,
        prompts: prompts(of: thing, state, scope), isGone: entry?.isRetired ?? false)
    }
  }

  /// Of something to answer: at which station it was left, and to which group it is: “ (at Garden)”.
  private func whereabouts(of entry: Entry?, _ state: SessionState) -> String {
    guard let entry else { return "" }
    let stations = entry.at.values.sorted().map { "at \(label(of: $0, state))" }
    let groups = entry.fields.sorted { $0.key < $1.key }.map(\.value)
      .filter { fieldWords($0, state) != $0 && state.outcomeOfEntry[EntryID($0)] == nil }
      .map { "to \(fieldWords($0, state))" }
    let words = stations + groups
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  /// Whether counts so far may be seen.
  private func showsFigures(_ run: ActivityRun, _ activity: Activity, _ state: SessionState) -> Bool {
    activity.takesMarks && !activity.isSignal && mayShowFigures(of: run, state)
      && (run.isRevealed || audience(of: activity, run, state) != .author || run.status == .closed)
  }

  /// A thing's count so far.
  private func figure(
    of thing: ThingRef, _ run: ActivityRun, _ activity: Activity, _ state: SessionState, _ scope: Scope
  ) -> String? {
    if case .place = activity.kind { return position(of: thing, in: run, state)?.words }
    let isRating = if case .rate = activity.kind { true } else { false }
    let test = Test(
      measure: isRating ? .median : .sum, of: SourceRef(name: activity.target), subject: .word(thing.id),
      thresholds: [])
    let figure = figure(of: test, state, scope)
    return figure.value.map { (figure.isAtLeast ? "at least " : "") + $0.description }
  }

  private func unitViews(
    _ run: ActivityRun, _ activity: Activity, _ take: Take, _ counts: [UnitRef: Int], _ electorate: Electorate,
    _ state: SessionState
  ) -> [UnitView] {
    let owners = activity.takesMarks ? electorate.present : units(of: activity, take, state)
    return owners.map { unit in
      let (isAny, isAll) = (run.answered.contains(unit.ref), run.complete.contains(unit.ref))
      return UnitView(
        ref: unit.ref, title: unit.title, count: counts[unit.ref] ?? 0,
        hasAnswered: activity.takesMarks ? isAll : isAny,
        hasAnsweredPartly: activity.takesMarks && isAny && !isAll)
    }
  }
}
