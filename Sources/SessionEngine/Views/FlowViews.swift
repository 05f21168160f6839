import MethodModel

extension SessionEngine {
  /// The things of the innermost for-each around that goes through them one by one.
  func queueView(_ state: SessionState) -> QueueView? {
    guard let frame = state.frames.last(where: { $0.queue != nil }), let queue = frame.queue,
      case .each(let each)? = index.element(frame.place)?.kind, !each.atOnce
    else { return nil }
    func view(_ thing: ThingRef) -> ThingView {
      ThingView(thing: thing, label: openLabel(of: thing, state), figure: nil)
    }
    return QueueView(
      title: title(of: each.itemOf, state) ?? spoken(each.itemOf.description), current: view(queue.current),
      waiting: queue.waiting.map(view),
      dropped: (queue.dropped ?? []).map(view))
  }

  func turnsView(_ take: Take, _ step: Step?, _ state: SessionState, elapsed: Int) -> TurnsView? {
    guard let turns = take.turns, let step else { return nil }
    let spent = state.clock.running(at: elapsed) - turns.began
    return TurnsView(
      round: turns.round, current: turns.current.map { title(of: $0, state) }, unit: turns.current,
      waiting: turns.waiting.map { title(of: $0, state) },
      passed: (turnsTaken(in: take, state)?.passed ?? []).map { title(of: $0, state) },
      remaining: seconds(step.turn, state, scope(of: take)).map { $0 - spent }, isUp: turns.isUp,
      units: speakers(in: step, take, state).map {
        UnitView(ref: $0, title: title(of: $0, state), count: 0, hasAnswered: turns.done.contains($0))
      })
  }

  /// Loops that were passed over for want of things.
  func passedOver(_ state: SessionState) -> [String] {
    state.leftQueues.filter(\.content.wasEmpty).map { left in
      guard let element = index.element(left.content.place) else { return left.content.place }
      let wanted = if case .each(let each) = element.kind { each.itemOf } else { groupsPerThing(of: element)?.source }
      guard let source = wanted else { return left.content.place }
      return title(of: source, state) ?? spoken(source.description)
    }
  }
}
