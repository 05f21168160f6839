import MethodModel
import SessionEngine

/// How a session gets from where it stands to where a scenario wants it.
extension ScenarioSession {
  /// Whether it stands where an `at` asks for.
  func stands(at node: ScenarioNode, place name: ScenarioAttribute = .place) -> Bool {
    guard place == node[name] else { return false }
    if let wanted = node.whole(.lap), lap != wanted { return false }
    guard let subject = node[.subject] else { return true }
    guard let current = state.frames.last(where: { $0.queue != nil })?.queue?.current else { return false }
    return label(current) == subject || current.word == subject
  }

  private static let mostSteps = 5_000

  /// Passes what lies between with nothing entered, until it stands there.
  mutating func goOn(to node: ScenarioNode, leaving standing: String?) throws {
    let wanted = node[.place] ?? ""
    for _ in 0..<Self.mostSteps {
      if stands(at: node), self.standing != standing { return }
      guard !hasEnded else {
        throw Trouble(
          .placeNotReached, "`\(wanted)` was not reached: \(whereabouts)",
          help: "steps so far: \(places.joined(separator: " "))")
      }
      do { try pass() } catch let rejection as Rejection {
        throw Trouble(
          .refusedInScenario,
          "on the way to `\(wanted)`, going on was refused as \(rejection.code.rawValue): \(rejection.message)",
          help: "say what happens there in an <at place=\"\(place ?? "")\">")
      }
    }
    throw Trouble(.placeNotReached, "`\(wanted)` was not reached: \(whereabouts)")
  }

  /// Passes everything that is left with nothing entered, until the session has ended.
  mutating func goOnToTheEnd() throws {
    for _ in 0..<Self.mostSteps {
      if hasEnded { return }
      do { try pass() } catch let rejection as Rejection {
        throw Trouble(
          .refusedInScenario,
          "on the way to the end, going on was refused as \(rejection.code.rawValue): \(rejection.message)",
          help: "say what happens there in an <at place=\"\(place ?? "")\">")
      }
    }
    throw Trouble(.placeNotReached, "the session does not come to an end: \(whereabouts)")
  }

  /// One step on: what may be left out is, what has run is kept; what people have to decide has to be written down.
  private mutating func pass() throws {
    if state.status == .paused { throw Trouble(.questionUnanswered, "the session is paused", help: "write <resume/>") }
    if let take = openTake {
      if take.kind == .checkpoint, take.decision == nil {
        throw Trouble(
          .questionUnanswered, "the checkpoint `\(take.place)` wants a verdict",
          help: "write <at place=\"\(take.place)\"><verdict>pass</verdict></at>")
      }
      return try send(.next)
    }
    guard let stop else { throw Trouble(.placeNotReached, "nothing is open") }
    switch stop.kind {
    case .optional: try send(.answer(Answer(stop: stop.path, option: "leave-out")))
    case .revisit: try send(.answer(Answer(stop: stop.path, option: "keep")))
    default:
      throw Trouble(
        .questionUnanswered, "a question stands at `\(stop.place)`: \(stop.question)",
        help: "write <at place=\"\(stop.place)\"><answer>…</answer></at> with one of: "
          + stop.options.map(\.id).joined(separator: ", "))
    }
  }

  /// Does what is optional where an `at` says what happens in it.
  mutating func agreeToOptional(before act: ScenarioNode?) throws {
    guard let stop, stop.kind == .optional, act?.element != .answer, act?.element != .expect,
      act?.element != .skip
    else { return }
    try send(.answer(Answer(stop: stop.path, option: "do")))
  }

  /// The places of all takes that count, in the order in which they were opened.
  var places: [String] {
    state.takes.filter { $0.status != .dropped && $0.status != .superseded }.sorted {
      $0.openedSequence < $1.openedSequence
    }.map(\.place)
  }
}
