package import MethodModel

extension Decision {
  /// A judge's word on one criterion.
  mutating func judge(_ judgement: GiveJudgement) throws(Rejection) {
    let (take, checkpoint) = try openCheckpoint()
    let judges = checkpoint.judges
    guard judges.indices.contains(judgement.index) else {
      throw Rejection(.noSuchOption, "this checkpoint has \(judges.count) criteria for a person to judge")
    }
    let by = judges[judgement.index].by
    try requireHolder(of: by, in: take)
    emit(Judged(take: take.number, index: judgement.index, answer: judgement.answer, by: by))
  }

  /// The verdict: freezes the criteria's values and goes the chosen way.
  mutating func give(_ given: GiveVerdict) throws(Rejection) {
    let (take, checkpoint) = try openCheckpoint()
    let said = try saidByDecision(given, checkpoint, take)
    let deciders = engine.deciders(of: checkpoint, in: take, state)
    if deciders.isEmpty, checkpoint.by != Role.facilitator, method.role(checkpoint.by) != nil {
      let title = engine.title(ofRole: checkpoint.by, state)
      let isHeld = !state.roles[checkpoint.by, default: []].isEmpty
      throw Rejection(
        .notYours,
        isHeld
          ? "whoever is “\(title)” has left, and it decides here: name somebody else first"
          : "nobody holds the role “\(title)” yet, and it decides here: name the person first")
    }
    try checkOffered(given.verdict, checkpoint, take)
    let criteria = engine.criteria(of: checkpoint, take, state, scope)
    let advice = engine.advice(of: checkpoint, criteria, state, scope)
    let overruled = engine.isOverruled(advice, by: given.verdict, criteria)
    if overruled, said == nil, (command.reason ?? "").allSatisfy(\.isWhitespace) {
      let hasFailed = criteria.contains { $0.result == .fails }
      let said =
        advice.map { "the criteria advise “\($0.rawValue)”" }
        ?? (hasFailed ? "not all criteria are met" : "data are missing, so there is no advice")
      throw Rejection(.reasonNeeded, "\(said); to decide “\(given.verdict.rawValue)” all the same, give a reason")
    }
    emit(
      CheckpointDecided(
        take: take.number, verdict: given.verdict, advice: advice, overruled: overruled, role: checkpoint.by,
        deciders: deciders, criteria: criteria, conditions: given.conditions))
    emit(TakeClosed(number: take.number))
    try follow(enterVerdict(given.verdict, take.place, take.path), after: take.path)
  }

  /// What a decision says where it gives the verdict; where it says nothing, and elsewhere, people give it.
  private func saidByDecision(
    _ given: GiveVerdict, _ checkpoint: Checkpoint, _ take: Take
  ) throws(Rejection) -> CheckpointVerdict? {
    guard engine.isDecision(checkpoint.by) else {
      try requireHolder(of: checkpoint.by, in: take)
      return nil
    }
    try requireHost()
    guard let said = engine.verdict(of: checkpoint, at: take.path, state, scope) else { return nil }
    guard said == given.verdict else {
      throw Rejection(
        .notYours,
        "\(engine.title(ofRole: checkpoint.by, state)) decides here and says “\(said.rawValue)”; /next follows it")
    }
    return said
  }

  private func openCheckpoint() throws(Rejection) -> (Take, Checkpoint) {
    let take = try openTake()
    guard case .checkpoint(let checkpoint)? = index.element(take.place)?.kind else {
      throw Rejection(.notActive, "this is no checkpoint; /next goes on")
    }
    return (take, checkpoint)
  }

  private func checkOffered(
    _ verdict: CheckpointVerdict, _ checkpoint: Checkpoint, _ take: Take
  ) throws(Rejection) {
    switch verdict {
    case .pass: return
    case .stop where checkpoint.stop == nil:
      throw Rejection(.noSuchOption, "this checkpoint offers no stop")
    case .rework where checkpoint.rework == nil:
      throw Rejection(.noSuchOption, "this checkpoint offers no rework")
    case .rework:
      guard engine.isReworkLeft(checkpoint, at: take.path, state) else {
        throw Rejection(
          .noReworkLeft,
          "the reworks of this checkpoint are used up; decide \(checkpoint.stop == nil ? "pass" : "pass or stop")")
      }
    case .stop: return
    }
  }

  /// Enters the body of a verdict; without one, one goes on.
  mutating func enterVerdict(
    _ verdict: CheckpointVerdict, _ place: String, _ path: InstancePath
  ) throws(Rejection) -> Entered {
    let slot: BodySlot =
      switch verdict {
      case .pass: .pass
      case .rework: .rework
      case .stop: .stop
      }
    guard let element = index.element(place), !element.body(slot).isEmpty else { return .passed }
    // What an earlier attempt's way produced was on the path, and stays.
    push(Frame(place: place, path: InstancePath("\(path)%\(verdict.rawValue)"), slot: slot, index: -1))
    return .inside
  }
}

extension Checkpoint {
  /// The criteria that a person judges, in document order.
  package var judges: [(by: String, text: LocalizedText)] { criteria.flatMap(\.judges) }
}

extension Condition {
  package var judges: [(by: String, text: LocalizedText)] {
    switch self {
    case .test: []
    case .judge(let by, let text): [(by, text)]
    case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.judges)
    case .every(let quantifier), .some(let quantifier): quantifier.condition.judges
    }
  }
}

extension SessionEngine {
  /// The criteria as they stand, or as they stood when the verdict was given.
  package func criteria(of checkpoint: Checkpoint, _ take: Take, _ state: SessionState, _ scope: Scope) -> [Reading] {
    if let decision = take.decision, take.status != .open { return decision.criteria }
    var judgements = Judgements(answers: take.judgements)
    return checkpoint.criteria.map { read($0, state, scope, &judgements) }
  }

  /// `pass` if all hold, `rework` if something fails, none while data are missing; a way's own test comes first.
  package func advice(
    of checkpoint: Checkpoint, _ criteria: [Reading], _ state: SessionState, _ scope: Scope
  ) -> CheckpointVerdict? {
    if let test = checkpoint.stopWhen, checkpoint.stop != nil, read(test, state, scope).result == .holds {
      return .stop
    }
    if let test = checkpoint.reworkWhen, checkpoint.rework != nil, read(test, state, scope).result == .holds {
      return .rework
    }
    // Without criteria nothing advises: whoever decides is alone with the question.
    switch criteria.map(\.result).min() {
    case .holds?: return .pass
    case .fails?: return checkpoint.rework != nil ? .rework : checkpoint.stop != nil ? .stop : nil
    case .noData?, nil: return nil
    }
  }

  /// Whether a verdict departs from the advice, or passes what the criteria do not say enough about. Where there are no
  /// criteria, nothing is overruled.
  package func isOverruled(
    _ advice: CheckpointVerdict?, by verdict: CheckpointVerdict, _ criteria: [Reading]
  ) -> Bool {
    guard let advice else { return verdict == .pass && !criteria.isEmpty }
    return advice != verdict
  }

  /// Whether a rework can still go back; one that does not end in a `back` always can.
  package func isReworkLeft(_ checkpoint: Checkpoint, at path: InstancePath, _ state: SessionState) -> Bool {
    guard case .back(let back)? = checkpoint.rework?.last?.kind,
      let most = count(back.atMost, state, scope(in: state.frames)),
      let id = checkpoint.rework?.last?.id
    else { return true }
    return state.backs[InstancePath("\(path)%rework/\(id)"), default: 0] < most
  }
}
