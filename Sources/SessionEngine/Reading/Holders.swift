package import MethodModel

/// Who is meant by `by`, `role` and their like, wherever they stand.
extension SessionEngine {
  /// The holders of a role, the people of a grouping, or those who made the thing in hand.
  package func people(
    called who: String, in frames: [Frame], at part: Part? = nil, _ state: SessionState
  ) -> [PersonID] {
    if who == Role.author { return subjectAuthors(in: frames, at: part, state) }
    if method.grouping(who) != nil { return state.groups[who]?.groups.flatMap(\.members) ?? [] }
    return state.roles[who, default: []]
  }

  /// Those of whom a checkpoint asks its verdict, without who has left; in a window everybody counts as present.
  package func deciders(of checkpoint: Checkpoint, in take: Take, _ state: SessionState) -> [PersonID] {
    people(called: checkpoint.by, in: take.frames, state).filter {
      take.isInWindow || state.roster[$0]?.isPresent ?? false
    }
  }

  /// Who made what is in hand, the nearest first: the thing a part's group is there for, what lies where it is, the
  /// thing of the innermost for-each. Things that nobody made are passed over.
  private func subjectAuthors(in frames: [Frame], at part: Part?, _ state: SessionState) -> [PersonID] {
    let own = part.flatMap { thing(ofGroup: $0.key, state) }.map { [$0] } ?? []
    let around = frames.reversed().compactMap { frame in
      frame.queue?.current ?? part?.at?[frame.place]
        ?? (part?.circles[frame.place] ?? frame.part?.key).flatMap { thing(ofGroup: $0, state) }
    }
    return (own + around).lazy.map { authors(of: $0, state) }.first { !$0.isEmpty } ?? []
  }

  /// Who is in a phase before this one of the same `parallel`: nobody is in two places at once, whatever roles they hold.
  func people(besides place: String, _ state: SessionState) -> Set<PersonID> {
    guard let spot = index.spot(of: place), case .parallel(let parallel)? = index.element(spot.place)?.kind else {
      return []
    }
    let roles = parallel.phases.prefix { $0.id != place }.compactMap { element -> String? in
      if case .phase(let phase) = element.kind, case .role(let role)? = phase.with { role } else { nil }
    }
    return Set(roles.flatMap { state.roles[$0, default: []] })
  }

  /// The thing that a group was formed for.
  func thing(ofGroup key: String, _ state: SessionState) -> ThingRef? {
    state.groups[String(key.prefix { $0 != "/" })]?.groups.first { $0.key == key }?.about
  }

  /// Whether `by` lets a person contribute in a take.
  package func admits(_ person: PersonID, _ activity: Activity, in take: Take, _ state: SessionState) -> Bool {
    guard let by = activity.by else { return true }
    if by == Role.author {
      return people(called: by, in: take.frames, at: take.parts.first { $0.members.contains(person) }, state)
        .contains(person)
    }
    if method.grouping(by) != nil { return state.groups[by]?.group(of: person) != nil }
    return state.roles[by, default: []].contains(person)
  }
}

// MARK: - Decisions that answer

extension SessionEngine {
  /// Whether a decision, rather than people, answers under that name.
  package func isDecision(_ by: String) -> Bool { index.outcomeKinds[by] == .decisions }

  /// The option that a decision chose: by the word or the label of what won, else by its result; `nil` while it says
  /// nothing, or where circles decided differently.
  func option(of choice: Choice, _ state: SessionState, _ scope: Scope) -> String? {
    answer(of: choice.by, state, scope) { verdict in
      if let won = verdict.winners.first {
        let label = Roster.folded(label(of: won, state))
        if let option = choice.options.first(where: {
          $0.id == won.word || Roster.folded(render($0.title, state, scope)) == label
        }) {
          return option.id
        }
      }
      return choice.options.first { $0.id == verdict.result.rawValue }?.id
    }
  }

  /// The verdict that a decision gives at a checkpoint: what won there, else pass where it was adopted or won, and where
  /// it was rejected rework if that is left, or stop.
  package func verdict(
    of checkpoint: Checkpoint, at path: InstancePath, _ state: SessionState, _ scope: Scope
  ) -> CheckpointVerdict? {
    answer(of: checkpoint.by, state, scope) { verdict in
      if let named = verdict.winners.first.flatMap({ CheckpointVerdict(rawValue: $0.word) }) { return named }
      switch verdict.result {
      case .adopted, .won, .selected: return .pass
      case .rejected where checkpoint.rework != nil && isReworkLeft(checkpoint, at: path, state): return .rework
      case .rejected where checkpoint.stop != nil: return .stop
      case .rejected, .tied, .deferred, .noQuorum: return nil
      }
    }
  }

  /// What all the newest verdicts of a decision say alike.
  private func answer<Answer: Hashable>(
    of decision: String, _ state: SessionState, _ scope: Scope, _ says: (Verdict) -> Answer?
  ) -> Answer? {
    guard isDecision(decision) else { return nil }
    let answers = Set(newestVerdicts(decision, state, scope).map(says))
    return answers.count == 1 ? answers.first ?? nil : nil
  }
}
