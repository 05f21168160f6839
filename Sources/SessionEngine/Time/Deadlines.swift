package import MethodModel

/// The next moment at which something is due in an open take.
package struct Deadline: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// By its number among the step's cues.
    case cue(Int)
    /// Of the present turn.
    case turn
    /// Of the leaf's time, or of the window it is in.
    case end
  }

  package var take: Int
  package var kind: Kind
  /// Seconds of running time.
  package var running: Int
}

extension SessionEngine {
  /// The earliest cue or end that has not fired; `nil` while paused or where nothing is due.
  package func nextDeadline(_ state: SessionState) -> Deadline? {
    guard state.status == .running else { return nil }
    return state.openTakes.compactMap { nextDeadline(of: $0, state) }.min { $0.running < $1.running }
  }

  private func nextDeadline(of take: Take, _ state: SessionState) -> Deadline? {
    let start = take.openedAt - take.usedBefore
    let texts = cueTexts(of: take)
    var deadlines = cues(of: take, state).enumerated().compactMap { index, cue -> Deadline? in
      guard !take.firedCues.contains(index),
        texts[index].isThere(in: state.start?.mode, round: take.frames.round)
      else { return nil }
      let moment = cue.at < 0 ? max(0, take.allotted + cue.at) : cue.at
      return Deadline(take: take.number, kind: .cue(index), running: start + moment)
    }
    if let turn = turnEnd(of: take, state) { deadlines.append(Deadline(take: take.number, kind: .turn, running: turn)) }
    if take.isInWindow {
      if let closes = state.meeting?.closes, !take.isTimeUp {
        let left = max(0, state.clock.wall.seconds(to: closes))
        let now = state.clock.running(at: state.clock.elapsed)
        deadlines.append(Deadline(take: take.number, kind: .end, running: now + left))
      }
    } else if !take.isTimeUp, take.allotted > 0 {
      deadlines.append(Deadline(take: take.number, kind: .end, running: start + take.allotted))
    }
    return deadlines.min { first, second in first.running < second.running }
  }

  /// When the present turn has used its time.
  private func turnEnd(of take: Take, _ state: SessionState) -> Int? {
    guard let turns = take.turns, turns.current != nil, !turns.isUp,
      case .step(let step)? = index.element(take.place)?.kind
    else { return nil }
    return seconds(step.turn, state, scope(of: take)).map { turns.began + $0 }
  }

  /// The announcements of a take's step, in document order.
  package func cues(of take: Take, _ state: SessionState) -> [(at: Int, text: LocalizedText)] {
    let texts = cueTexts(of: take)
    guard !texts.isEmpty else { return [] }
    let scope = scope(of: take)
    return texts.compactMap { text in
      if case .cue(let at) = text.audience { (seconds(at, state, scope), text.text) } else { nil }
    }
  }

  private func cueTexts(of take: Take) -> [StepText] {
    guard case .step(let step)? = index.element(take.place)?.kind else { return [] }
    return step.texts.filter { if case .cue = $0.audience { true } else { false } }
  }
}
