import MethodModel
import SessionEngine

/// How questions and checkpoints are answered in a rehearsal.
extension Rehearsal {
  mutating func answer(_ stop: StopPoint, _ state: SessionState) {
    let offered = stop.options.map(\.id)
    let preferred: String? =
      switch stop.kind {
      case .revisit: revisitAnswer()
      case .until: state.answers.count { $0.kind == .until } < 3 ? "go-on" : "leave"
      case .exhausted: imagination.once(in: 4) ? "one-more" : "exhausted"
      case .spent: imagination.percent(50) ? "go-on" : "leave"
      case .fit: imagination.percent(80) ? "do" : "leave-out"
      case .optional: isWorthDoing(stop, state) ? "do" : "leave-out"
      case .branch, .choice, .closed: nil
      }
    let option = preferred ?? imagination.pick(offered) ?? ""
    say(.answer(Answer(stop: stop.path, option: option)), after: imagination.number(4...25))
  }

  /// What has run keeps its result, seldom goes on, and once in a session runs anew.
  private mutating func revisitAnswer() -> String {
    if imagination.once(in: 6) { return "continue" }
    guard imagination.once(in: 6), detours[.again, default: 0] < 2 else { return "keep" }
    detours[.again, default: 0] += 1
    return "again"
  }

  /// What is about an objection is done as long as the objection holds; the rest two times in three.
  private mutating func isWorthDoing(_ stop: StopPoint, _ state: SessionState) -> Bool {
    let about = engine.scope(in: state.frames).about.values
    let objection = about.compactMap { thing -> Entry? in
      guard let id = thing.entry, let home = state.outcomeOfEntry[id] else { return nil }
      return state.outcomes[home]?[id]
    }.first { $0.kind == .objection }
    guard let objection else { return imagination.percent(66) }
    return ["open", "qualified"].contains(objection.fields["status"] ?? "open")
  }

  /// Judges speak, then the decider: mostly as the criteria advise.
  mutating func decide(_ take: Take, _ state: SessionState, _ time: Int) {
    guard case .checkpoint(let checkpoint)? = engine.index.element(take.place)?.kind else { return }
    let isDecided = engine.verdict(of: checkpoint, at: take.path, state, engine.scope(of: take)) != nil
    guard take.decision == nil, !isDecided else { return say(.next, after: imagination.number(20...90)) }
    var judged = take
    let judges = checkpoint.judges.count
    for place in 0..<judges {
      let answer = imagination.pick([GiveJudgement.Answer.yes, .yes, .yes, .yes, .yes, .no, .notYet]) ?? .yes
      judged.judgements[place] = answer
      say(.judge(GiveJudgement(index: place, answer: answer)), after: time * (place + 1) / (judges + 2))
    }
    keepWhatIsStale(state)
    let scope = engine.scope(of: take)
    let criteria = engine.criteria(of: checkpoint, judged, state, scope)
    let advice = engine.advice(of: checkpoint, criteria, state, scope)
    let verdict = verdict(on: advice, checkpoint, take, state)
    let isReasoned = engine.isOverruled(advice, by: verdict, criteria)
    var conditions: [String] = []
    if verdict == .pass, imagination.once(in: 3) { conditions = [imagination.word(imagination.phrases.conditions)] }
    say(
      .verdict(GiveVerdict(verdict, conditions: conditions)), after: time,
      reason: isReasoned ? imagination.word(imagination.phrases.steering.overrule) : nil)
  }

  /// Before a verdict the facilitator mostly lets count what rests on words that were changed since.
  private mutating func keepWhatIsStale(_ state: SessionState) {
    var kept: Set<String> = []
    for stale in engine.stale(state) where kept.insert(stale.outcome).inserted && imagination.percent(70) {
      say(.keep(outcome: stale.outcome), after: 2, reason: imagination.word(imagination.phrases.steering.overrule))
    }
  }

  /// As advised; one in eight deciders sees it otherwise, and without data most ask for more work.
  private mutating func verdict(
    on advice: CheckpointVerdict?, _ checkpoint: Checkpoint, _ take: Take, _ state: SessionState
  ) -> CheckpointVerdict {
    var offered: [CheckpointVerdict] = [.pass]
    if checkpoint.rework != nil, engine.isReworkLeft(checkpoint, at: take.path, state) { offered.append(.rework) }
    if checkpoint.stop != nil { offered.append(.stop) }
    if imagination.once(in: 8) { return imagination.pick(offered) ?? .pass }
    if let advice { return offered.contains(advice) ? advice : .pass }
    return offered.contains(.rework) && imagination.percent(60) ? .rework : .pass
  }
}
