internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  // MARK: Checkpoints

  func checkpoints() -> [CheckpointRecord] {
    state.takes.compactMap { take in
      guard take.kind == .checkpoint, case .checkpoint(let checkpoint)? = engine.index.element(take.place)?.kind,
        let place = place(take.number)
      else { return nil }
      return self.checkpoint(checkpoint, take, place)
    }
  }

  private func checkpoint(_ checkpoint: Checkpoint, _ take: Take, _ place: PlaceRecord) -> CheckpointRecord {
    let scope = engine.scope(of: take)
    let decision = take.decision
    // Without a verdict only the one that is open has values of this moment.
    let isKnown = decision != nil || take.status == .open
    let readings = isKnown ? engine.criteria(of: checkpoint, take, state, scope) : []
    let deciders = decision?.deciders ?? engine.deciders(of: checkpoint, in: take, state)
    return CheckpointRecord(
      place: place, question: lens.rendered(checkpoint.question, scope), counts: take.isCurrent,
      deciderRole: checkpoint.by, deciderTitle: engine.title(ofRole: checkpoint.by, state),
      deciders: deciders.map { named($0) },
      criteria: readings.enumerated().map { index, reading in
        let condition = checkpoint.criteria.indices.contains(index) ? [checkpoint.criteria[index]] : checkpoint.criteria
        return self.reading(reading, of: condition) { run in
          let opened = state.takes[run.id.take - 1].openedWall
          return take.closedWall.map { opened <= $0 } ?? true
        }
      },
      judgements: checkpoint.judges.enumerated().map { index, judge in
        CheckpointRecord.Judgement(
          by: engine.title(ofRole: judge.by, state), text: lens.rendered(judge.text, scope),
          answer: take.judgements[index]?.rawValue)
      },
      advice: decision.map { $0.advice } ?? engine.advice(of: checkpoint, readings, state, scope).filter(isKnown),
      decision: decision, reason: take.decisionReason, at: take.closedWall)
  }

  // MARK: Conditions

  func conditions() -> [ConditionRecord] {
    state.readings.map { recorded in
      ConditionRecord(
        path: lens.path(recorded.path), purpose: recorded.purpose.rawValue,
        reading: reading(recorded.reading, of: conditions(at: recorded.path)) { $0.openedSequence < recorded.sequence },
        sequence: recorded.sequence)
    }
  }

  private func conditions(at path: InstancePath) -> [Condition] {
    switch element(at: path)?.kind {
    case .loop(let loop)?: loop.until.map { [$0.condition] } ?? []
    case .branch(let branch)?: branch.arms.map(\.condition)
    default: []
    }
  }

  /// The element that a path ends in.
  func element(at path: InstancePath) -> FlowElement? {
    let last = path.raw.split(separator: "/").last ?? ""
    return engine.index.element(String(last.prefix { $0 != "#" && $0 != "@" && $0 != "%" }))
  }

  // MARK: Answers

  func answers() -> [AnswerRecord] {
    state.answers.map { recorded in
      let scope = scope(near: recorded.path)
      let by: Attribution =
        switch recorded.actor {
        case .host, .shell: .facilitator
        case .person(let id): lens.attribution(author: id, .named)
        }
      return AnswerRecord(
        path: lens.path(recorded.path), kind: recorded.kind.rawValue, question: question(recorded, scope),
        option: recorded.option, answer: answer(recorded, scope), role: role(recorded), by: by, reason: recorded.reason,
        sequence: recorded.sequence)
    }
  }

  /// Who had to answer, with those who hold that role.
  private func role(_ answer: RecordedAnswer) -> String {
    guard case .choice(let choice)? = element(at: answer.path)?.kind, answer.kind == .choice else {
      return engine.title(ofRole: Role.facilitator, state)
    }
    let holders = state.roles[choice.by, default: []].map { named($0).name }
    let title = engine.title(ofRole: choice.by, state)
    return holders.isEmpty ? title : "\(title) (\(holders.joined(separator: ", ")))"
  }

  /// The subjects around a path, as a take there had them.
  private func scope(near path: InstancePath) -> Scope {
    let parent = InstancePath(path.raw.split(separator: "/").dropLast().joined(separator: "/"))
    return state.takes.first { $0.path.isWithin(parent) }.map { engine.scope(of: $0) } ?? Scope()
  }

  private func question(_ answer: RecordedAnswer, _ scope: Scope) -> String {
    guard let element = element(at: answer.path) else { return answer.path.raw }
    let title = lens.rendered(LocalizedText(element.title(in: language)), scope)
    switch answer.kind {
    case .choice: return title
    case .optional: return "“\(title)”: do it or leave it out?"
    case .revisit: return "“\(title)” has run before: go on, keep or again?"
    case .branch: return "Does it hold? (\(title))"
    case .until: return "Leave “\(title)” or go on?"
    case .exhausted: return "The rounds of “\(title)” are used up: one more?"
    case .fit: return "“\(title)” is made for another number of people: do it?"
    case .closed: return "“\(title)” is over: begin what comes next?"
    case .spent: return "The time for “\(title)” is spent: go on?"
    }
  }

  private func answer(_ answer: RecordedAnswer, _ scope: Scope) -> String {
    if answer.kind == .choice, case .choice(let choice)? = element(at: answer.path)?.kind,
      let option = choice.options.first(where: { $0.id == answer.option })
    {
      return lens.rendered(option.title, scope)
    }
    switch answer.option {
    case "do": return "done"
    case "leave-out": return "left out"
    case "again": return "run again"
    case "keep": return "kept as it was"
    case "continue": return "gone on with"
    default: return answer.option.replacing("-", with: " ")
    }
  }
}

extension Optional {
  fileprivate func filter(_ isWanted: Bool) -> Wrapped? { isWanted ? self : nil }
}

extension CheckpointRecord {
  fileprivate init(
    place: PlaceRecord, question: String, counts: Bool, deciderRole: String, deciderTitle: String,
    deciders: [NamedPerson], criteria: [ReadingRecord], judgements: [Judgement], advice: CheckpointVerdict?,
    decision: CheckpointDecided?, reason: String?, at: WallTime?
  ) {
    self.init(
      id: "checkpoint-\(place.take)", place: place, question: question, counts: counts, deciderRole: deciderRole,
      deciderTitle: deciderTitle,
      deciders: deciders, criteria: criteria, judgements: judgements, advice: advice?.rawValue,
      verdict: decision?.verdict.rawValue, overruled: decision?.overruled ?? false, reason: reason,
      conditions: decision?.conditions ?? [], at: decision == nil ? nil : Moment(at))
  }
}
