import Outcomes
import SessionEngine

/// Minutes, events, and what stands on record.
extension ScenarioRunner {
  func timeMismatch(_ node: ScenarioNode) -> Mismatch? {
    let (engine, state) = (session.engine, session.state)
    let text = { (seconds: Int) in ScenarioDuration.text(seconds) }
    if node.element == .forecast {
      let forecast = engine.forecast(state, elapsed: session.elapsed)
      if let wanted = node.seconds(.ends), wanted != forecast.end {
        return Mismatch("an end after \(text(wanted)) was expected, and is forecast after \(text(forecast.end))")
      }
      if let wanted = node.seconds(.behind), wanted != forecast.behind {
        return Mismatch("a delay of \(text(wanted)) was expected, and is forecast as \(text(forecast.behind))")
      }
      return nil
    }
    let wanted = node.seconds(.is) ?? 0
    if node.element == .planned, node[.at] == nil { return wholeMismatch(wanted) }
    let place = node[.at] ?? session.openTake?.place ?? ""
    guard let take = state.takes.last(where: { $0.place == place }) else {
      return Mismatch("`\(place)` has not been opened", about: place)
    }
    let found = node.element == .planned ? take.planned : take.allotted
    if found == wanted { return nil }
    return Mismatch(
      "\(text(wanted)) \(node.element.rawValue) for `\(place)` was expected, and it is \(text(found))", about: place)
  }

  private func wholeMismatch(_ wanted: Int) -> Mismatch? {
    guard let start = session.state.start else { return nil }
    let found = session.engine.plannedSeconds(for: start)
    if found == wanted { return nil }
    return Mismatch(
      "\(ScenarioDuration.text(wanted)) planned in all was expected, and it is \(ScenarioDuration.text(found))")
  }

  /// Whose turn it is and who comes after, or which ways to end in time are offered: names with spaces between.
  func offerMismatch(_ node: ScenarioNode) -> Mismatch? {
    let view = session.engine.view(session.state, for: .host, elapsed: session.elapsed)
    let found =
      node.element == .ways
      ? view.ways.map(\.kind.rawValue) : [view.turns?.current].compactMap(\.self) + (view.turns?.waiting ?? [])
    return compare(
      node.text.split(separator: " ").map { String($0) }, found, inOrder: true, "as \(node.element.rawValue)",
      about: nil)
  }

  func recordMismatch(_ node: ScenarioNode) -> Mismatch? {
    switch node.element {
    case .changed:
      let changes = session.state.changes.filter { change in
        change.kind.rawValue == node[.kind] && node[.because].map { $0 == change.reason ?? "" } ?? true
          && node[.subject].map { $0 == change.subject } ?? true
      }
      let all = session.state.changes.map { "\($0.kind.rawValue) (\($0.subject))" }.joined(separator: ", ")
      return counted(changes.count, node, "changes “\(node[.kind] ?? "")”", help: "on record: \(all)")
    case .events:
      let found = session.journal.count { type(of: $0.body.content).type == node[.type] }
      return counted(found, node, "events \(node[.type] ?? "")", help: nil)
    case .shown: return shownMismatch(node)
    default: return pathMismatch(inRecord: node)
    }
  }

  private func counted(_ found: Int, _ node: ScenarioNode, _ what: String, help: String?) -> Mismatch? {
    if let wanted = node.whole(.times) {
      return wanted == found ? nil : Mismatch("\(wanted) \(what) were expected, and there are \(found)", help: help)
    }
    let least = node.whole(.least) ?? 1
    return found >= least
      ? nil : Mismatch("at least \(least) \(what) were expected, and there are \(found)", help: help)
  }

  /// A text on the host's screen at this moment, whole.
  private func shownMismatch(_ node: ScenarioNode) -> Mismatch? {
    let view = session.engine.view(session.state, for: .host, elapsed: session.elapsed)
    let kind = node[.kind] ?? "any"
    let texts: [(kind: String, texts: [String])] = [
      ("say", view.say), ("show", view.show), ("tip", view.tips), ("cue", view.time.firedCues),
      ("do", view.roleTexts.map(\.text)),
    ]
    let found = texts.filter { kind == "any" || $0.kind == kind }.flatMap(\.texts).map { ScenarioNode.folded($0) }
    if let wanted = node.whole(.count), wanted != found.count {
      return Mismatch(
        "\(wanted) such texts were expected, and there are \(found.count)", help: "shown is: \(Self.list(found))")
    }
    if node.text.isEmpty {
      return found.isEmpty ? nil : Mismatch("no such text was expected, and there is \(Self.list(found))")
    }
    return found.contains(node.text)
      ? nil : Mismatch("“\(node.text)” was expected to be shown", help: "shown is: \(Self.list(found))")
  }

  /// A value of the record's JSON form, by its path: `checkpoints/0/verdict`.
  private func pathMismatch(inRecord node: ScenarioNode) -> Mismatch? {
    let bytes = RecordFiles.json(Record.make(from: session.state, engine: session.engine))
    let path = node[.at] ?? ""
    guard let value = RecordValue(json: bytes)?.value(at: path) else {
      return Mismatch("the record has nothing at \(path)")
    }
    if let wanted = node.whole(.count), wanted != value.count {
      return Mismatch("\(wanted) at \(path) of the record was expected, and there are \(value.count)")
    }
    guard let wanted = node[.is], wanted != value.text else { return nil }
    return Mismatch("“\(wanted)” at \(path) of the record was expected, and it is “\(value.text)”")
  }
}
