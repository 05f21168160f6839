import MethodModel
import Outcomes
import SessionEngine

/// What there is, who sees it, and what was decided.
extension ScenarioRunner {
  func contentMismatch(_ node: ScenarioNode) -> Mismatch? {
    switch node.element {
    case .entries: entriesMismatch(node)
    case .sees: sightMismatch(node)
    case .says: wordsMismatch(node)
    case .decision: decisionMismatch(node)
    case .scores: scoresMismatch(node)
    case .stale: staleMismatch(node)
    case .round: roundMismatch(node)
    case .advice: adviceMismatch(node)
    case .criteria: criteriaMismatch(node)
    default: nil
    }
  }

  /// Two lists of words compared, in any order unless one was asked for.
  func compare(
    _ wanted: [String], _ found: [String], inOrder: Bool, _ what: String, about name: String?
  ) -> Mismatch? {
    let isSame = inOrder ? wanted == found : wanted.sorted() == found.sorted()
    if isSame { return nil }
    return Mismatch("\(what) \(Self.list(wanted)) was expected, and there is \(Self.list(found))", about: name)
  }

  static func list(_ words: [String]) -> String {
    words.isEmpty ? "nothing" : words.map { "“\($0)”" }.joined(separator: ", ")
  }

  private func entriesMismatch(_ node: ScenarioNode) -> Mismatch? {
    let source = SourceRef(path: node[.of] ?? "")
    let scope = session.scope(reading: [source.name])
    let found = session.engine.things(source, session.state, scope).map { session.label($0) }
    return compare(node.items, found, inOrder: node[.order] == "made", "in `\(source)`", about: source.name)
  }

  /// What somebody may read of an outcome's entries that count, with or without whose they are.
  private func sightMismatch(_ node: ScenarioNode) -> Mismatch? {
    let (engine, state) = (session.engine, session.state)
    let outcome = node[.of] ?? ""
    let entries = state.outcomes[outcome].map { engine.currentEntries($0, state, Scope()) } ?? []
    let viewer = viewer(node[.who] ?? "")
    let seen = entries.filter { engine.sight(of: $0, state, for: viewer) != .counted }
    let words = seen.map { ScenarioNode.folded($0.text) }
    let who = node[.who] ?? ""
    if let mismatch = compare(node.items, words, inOrder: false, "\(who) seeing of `\(outcome)`", about: outcome) {
      return mismatch
    }
    guard let names = node[.names], !seen.isEmpty else { return nil }
    let named = seen.filter { engine.sight(of: $0, state, for: viewer) == .named }
    let isRight = names == "shown" ? named.count == seen.count : named.isEmpty
    return isRight
      ? nil
      : Mismatch(
        "\(who) seeing no more than the words was expected, and sees the names of \(named.count) of \(seen.count)",
        about: outcome)
  }

  func viewer(_ word: String) -> Viewer {
    switch word {
    case "host": .host
    case "room": .room
    case "record": .record
    default: .person(Scenario.id(word))
    }
  }

  private func wordsMismatch(_ node: ScenarioNode) -> Mismatch? {
    let source = SourceRef(path: node[.of] ?? "")
    let things = session.engine.things(source, session.state, session.scope(reading: [source.name]))
    var thing = things.last
    if let wanted = node[.thing] {
      thing = things.first { session.label($0) == wanted || $0.word == wanted }
      if thing == nil {
        return Mismatch(
          "“\(wanted)” was expected in `\(source)`, and there is \(Self.list(things.map { session.label($0) }))",
          about: source.name)
      }
    }
    let field = node[.field] ?? "text"
    let found = thing.map { ScenarioNode.folded(shown(field, of: $0)) } ?? ""
    if found == node.text { return nil }
    return Mismatch(
      "`\(field)` of `\(source)` was expected to say “\(node.text)”, and says “\(found)”", about: source.name)
  }

  /// What stands in a field; of one that names a thing that thing's words, as the record shows them.
  private func shown(_ field: String, of thing: ThingRef) -> String {
    let (engine, state) = (session.engine, session.state)
    let said = engine.field(field, of: thing, state)
    let named = engine.method.allElements.flatMap { element -> [ThingRef] in
      guard case .step(let step) = element.kind else { return [] }
      return step.activities.flatMap(\.fields).filter { $0.id == field }.flatMap { asked -> [ThingRef] in
        guard case .source(let source) = asked.kind else { return [] }
        return engine.things(source, state, session.scope)
      }
    }
    return named.first { $0.word == said }.map { session.label($0) } ?? said
  }

  // MARK: Decisions

  /// The newest verdict, or that of one part.
  private func verdict(_ outcome: String, of part: String? = nil) -> Verdict? {
    let verdicts = session.state.outcomes[outcome]?.verdicts ?? []
    return place(of: part, in: verdicts).map { verdicts[$0].verdict }
  }

  private func place(of part: String?, in verdicts: [RecordedVerdict]) -> Int? {
    verdicts.lastIndex { recorded in
      session.state.takes[recorded.run.take - 1].isCurrent
        && part.map { recorded.verdict.unit == .part($0) } ?? true
    }
  }

  /// How many could decide, as the record has it.
  private func entitled(_ outcome: String, _ place: Int) -> Int {
    let record = Record.make(from: session.state, engine: session.engine)
    let decisions = record.outcomes.first { $0.id == outcome }?.decisions ?? []
    return decisions.first { $0.id == "\(outcome)#\(place + 1)" }?.entitled ?? 0
  }

  private func decisionMismatch(_ node: ScenarioNode) -> Mismatch? {
    let outcome = node[.of] ?? ""
    let verdicts = session.state.outcomes[outcome]?.verdicts ?? []
    guard let place = place(of: node[.group], in: verdicts) else {
      return Mismatch("`\(outcome)` has no verdict yet", about: outcome)
    }
    let verdict = verdicts[place].verdict
    if let wanted = node[.result], wanted != verdict.result.rawValue {
      return Mismatch(
        "`\(outcome)` was expected to be \(wanted), and is \(verdict.result.rawValue)", help: verdict.remark,
        about: outcome)
    }
    let numbers = [
      (ScenarioAttribute.answered, verdict.answered), (.present, verdict.electorate),
      (.entitled, node[.entitled].map { _ in entitled(outcome, place) } ?? 0),
    ]
    for (name, found) in numbers {
      guard let wanted = node.whole(name), wanted != found else { continue }
      return Mismatch(
        "\(wanted) \(name.rawValue) was expected for `\(outcome)`, and there are \(found)", about: outcome)
    }
    let lists: [(ScenarioAttribute, [String])] = [
      (.winners, verdict.winners.map { session.label($0) }), (.rest, verdict.rest.map { session.label($0) }),
      (.dissent, verdict.dissent.map { $0.unit.person.map { session.name($0) } ?? $0.unit.description }),
    ]
    for (name, found) in lists {
      guard let wanted = node[name].map({ ScenarioNode.items($0) }) else { continue }
      let what = "\(name.rawValue) of `\(outcome)`"
      if let mismatch = compare(wanted, found, inOrder: false, what, about: outcome) { return mismatch }
    }
    return nil
  }

  private func scoresMismatch(_ node: ScenarioNode) -> Mismatch? {
    let outcome = node[.of] ?? ""
    guard let verdict = verdict(outcome) else { return Mismatch("`\(outcome)` has no verdict yet", about: outcome) }
    let found = verdict.scores.map { "\(session.label($0.thing)): \($0.score?.description ?? "none")" }
    return compare(node.items, found, inOrder: false, "scores of `\(outcome)`", about: outcome)
  }

  /// Outcomes that hold something which rests on what was replaced since.
  private func staleMismatch(_ node: ScenarioNode) -> Mismatch? {
    let found = Set(session.engine.stale(session.state).map(\.outcome)).sorted()
    return compare(node.items, found, inOrder: false, "out of date", about: nil)
  }

  // MARK: Checkpoints

  private var openCheckpoint: (take: Take, checkpoint: Checkpoint)? {
    guard let take = session.openTake,
      case .checkpoint(let checkpoint)? = session.engine.index.element(take.place)?.kind
    else { return nil }
    return (take, checkpoint)
  }

  private func adviceMismatch(_ node: ScenarioNode) -> Mismatch? {
    guard let (take, checkpoint) = openCheckpoint else { return Mismatch("no checkpoint is open") }
    let (engine, state) = (session.engine, session.state)
    let criteria = engine.criteria(of: checkpoint, take, state, session.scope)
    let advice = engine.advice(of: checkpoint, criteria, state, session.scope)?.rawValue ?? "none"
    if advice == node[.is] { return nil }
    return Mismatch(
      "the advice \(node[.is] ?? "") was expected, and is \(advice)",
      help: criteria.map { "\($0.result.rawValue): \($0.sentence)" }.joined(separator: "; "), about: take.place)
  }

  private func criteriaMismatch(_ node: ScenarioNode) -> Mismatch? {
    guard let (take, checkpoint) = openCheckpoint else { return Mismatch("no checkpoint is open") }
    let criteria = session.engine.criteria(of: checkpoint, take, session.state, session.scope)
    let found = criteria.map(\.result.rawValue).joined(separator: " ")
    if found == node.text { return nil }
    return Mismatch(
      "criteria that read \(node.text) were expected, and read \(found)",
      help: criteria.map { "\($0.result.rawValue): \($0.sentence)" }.joined(separator: "; "), about: take.place)
  }
}
