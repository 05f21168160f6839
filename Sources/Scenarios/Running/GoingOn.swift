import MethodModel
import SessionEngine

/// How a session gets from where it stands to where a scenario wants it.
extension ScenarioSession {
  /// The track that stands where an `at` or `stands` asks for; the one that is looked after first.
  func track(at node: ScenarioNode, place name: ScenarioAttribute = .place, leaving standing: String? = nil) -> Track? {
    let tracks = [state.track] + state.liveTracks.filter { $0.id != state.track.id }
    return tracks.first { stands(at: node, place: name, $0) && self.standing($0) != standing }
  }

  private func stands(at node: ScenarioNode, place name: ScenarioAttribute, _ track: Track) -> Bool {
    guard isThere(node, place: name, track) else { return false }
    if let wanted = node[.track], !isMeant(wanted, track) { return false }
    guard let subject = node[.subject] else { return true }
    return track.frames.contains { frame in
      guard let current = frame.queue?.current else { return false }
      return label(current) == subject || current.word == subject
    }
  }

  /// Whether a track is at the place and in the lap, whichever track is asked for.
  private func isThere(_ node: ScenarioNode, place name: ScenarioAttribute, _ track: Track) -> Bool {
    guard place(of: track) == node[name] else { return false }
    let lap = node.whole(.lap)
    return lap == nil || track.frames.last { $0.lap != nil }?.lap == lap
  }

  /// What is wrong with the track that is asked for where others stand at the place: no one is called that.
  func unknownTrack(at node: ScenarioNode, place name: ScenarioAttribute = .place) -> String? {
    guard let wanted = node[.track] else { return nil }
    let tracks = [state.track] + state.liveTracks.filter { $0.id != state.track.id }
    guard !tracks.contains(where: { isMeant(wanted, $0) }), tracks.contains(where: { isThere(node, place: name, $0) })
    else { return nil }
    let known = tracks.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
    return "there is no track “\(wanted)” here; " + (known.isEmpty ? "all go on together" : "there are: \(known)")
  }

  /// A track by its title, its whole path, or the last word of that; a group's by its key or its number.
  private func isMeant(_ wanted: String, _ track: Track) -> Bool {
    let id = track.id.raw
    let word = wanted.replacing("/", with: "-")
    return ScenarioNode.folded(track.title) == wanted || id == wanted || id.hasSuffix("%\(word)")
      || id.split(whereSeparator: { "/%@#".contains($0) }).last.map { String($0) } == word
      || Int(wanted) != nil && id.contains("%") && id.hasSuffix("-\(wanted)")
  }

  private static let mostSteps = 5_000

  /// Passes what lies between with nothing entered, until it stands there.
  mutating func goOn(to node: ScenarioNode, leaving standing: String?) throws {
    let wanted = node[.place] ?? ""
    for _ in 0..<Self.mostSteps {
      if let track = track(at: node, leaving: standing) {
        if track.id != state.track.id { try send(.track(track.id)) }
        return
      }
      if let unknown = unknownTrack(at: node) { throw Trouble(.nothingSuchHere, unknown) }
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
    if state.status == .paused { throw paused }
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

  /// What has to be written where a meeting or window is over, or after `<pause/>`.
  private var paused: Trouble {
    let ids = engine.method.allElements.compactMap { element in
      if case .meeting = element.kind { element.id } else { nil }
    }
    guard let place, ids.contains(place) else {
      return Trouble(.questionUnanswered, "the session is paused", help: "write <resume/> behind <pause/>")
    }
    let others = ids.count > 1 ? "; such places here: \(ids.joined(separator: ", "))" : ""
    return Trouble(
      .questionUnanswered, "the session is paused, for `\(place)` is over",
      help: "write <at place=\"\(place)\"><resume/></at>, with the place of the meeting or window that is over\(others)"
    )
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
