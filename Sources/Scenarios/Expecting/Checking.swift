import Diagnostics
import MethodLoading
import MethodModel
import SessionEngine

/// Whether what an `expect` says holds at this moment.
extension ScenarioRunner {
  /// In the order in which they are written.
  mutating func check(_ expectation: ScenarioNode) {
    var clauses = expectation.clauses[...]
    for node in expectation.children {
      while let clause = clauses.first, clause.range.lower < node.range.lower {
        check(clause, reads: .holds)
        clauses.removeFirst()
      }
      check(one: node)
    }
    for clause in clauses { check(clause, reads: .holds) }
  }

  private mutating func check(one node: ScenarioNode) {
    switch node.element {
    case .fails: for clause in node.clauses { check(clause, reads: .fails) }
    case .noData: for clause in node.clauses { check(clause, reads: .noData) }
    default:
      countExpectation()
      if let mismatch = mismatch(node) { report(mismatch, at: node) }
    }
  }

  /// What is not as expected: how it is, and where in the method that comes from.
  struct Mismatch {
    let message: String
    var help: String?
    /// The outcome or place it is about.
    var about: String?

    init(_ message: String, help: String? = nil, about: String? = nil) {
      self.message = message
      self.help = help
      self.about = about
    }
  }

  private mutating func report(_ mismatch: Mismatch, at node: ScenarioNode) {
    fail(
      Trouble(.unexpectedInScenario, mismatch.message, help: mismatch.help), at: node.range,
      about: mismatch.about.flatMap { note(about: $0) })
  }

  private func note(about name: String) -> MethodNote? {
    if let range = method.map.names[name] { return MethodNote(message: "`\(name)` comes from here", range: range) }
    return method.map.places[name].map { MethodNote(message: "this is `\(name)`", range: $0) }
  }

  // MARK: Conditions

  private mutating func check(_ clause: ScenarioNode.Clause, reads wanted: Trilean) {
    countExpectation()
    let condition = clause.condition.naming { test in
      guard case .word(let word)? = test.subject else { return test }
      var named = test
      named.subject = session.named(word, in: test.of.name).map { .word($0) } ?? test.subject
      return named
    }
    let sources = clause.sources.map { SourceRef(path: $0.text).name }
    let reading = session.engine.read(condition, session.state, session.scope(reading: sources))
    guard reading.result != wanted else { return }
    let why = reading.why.map { ": \($0)" } ?? ""
    fail(
      Trouble(
        .unexpectedInScenario, "\(Self.words(wanted)) was expected, and \(Self.words(reading.result)) was read",
        help: "\(reading.sentence)\(why)"), at: clause.range,
      about: clause.sources.first.flatMap { note(about: SourceRef(path: $0.text).name) })
  }

  private static func words(_ result: Trilean) -> String {
    switch result {
    case .holds: "“holds”"
    case .fails: "“fails”"
    case .noData: "“no data”"
    }
  }

  // MARK: Everything else

  private func mismatch(_ node: ScenarioNode) -> Mismatch? {
    switch node.element {
    case .ended: endedMismatch(node)
    case .stands: standsMismatch(node)
    case .asks: asksMismatch(node)
    case .path: pathMismatch(node)
    case .planned, .allotted, .forecast: timeMismatch(node)
    case .changed, .events, .record, .shown: recordMismatch(node)
    case .groups, .parts, .partners, .holds: peopleMismatch(node)
    case .turns, .ways: offerMismatch(node)
    default: contentMismatch(node)
    }
  }

  private func endedMismatch(_ node: ScenarioNode) -> Mismatch? {
    if case .ended(let end) = session.state.status, end.name == node[.as] { return nil }
    return Mismatch(
      "the end “\(node[.as] ?? "")” was expected, and \(session.whereabouts)",
      help: "steps: \(session.places.joined(separator: " "))")
  }

  private func standsMismatch(_ node: ScenarioNode) -> Mismatch? {
    if session.track(at: node, place: .at) != nil { return nil }
    if let unknown = session.unknownTrack(at: node, place: .at) { return Mismatch(unknown, about: node[.at]) }
    return Mismatch("`\(node[.at] ?? "")` was expected to be open, and \(session.whereabouts)", about: node[.at])
  }

  private func asksMismatch(_ node: ScenarioNode) -> Mismatch? {
    guard let stop = session.stop, stop.kind.rawValue == node[.about] else {
      return Mismatch("a question about \(node[.about] ?? "") was expected, and \(session.whereabouts)")
    }
    if let place = node[.at], place != stop.place {
      return Mismatch("the question was expected at `\(place)`, and stands at `\(stop.place)`", about: stop.place)
    }
    let options = stop.options.map(\.id).joined(separator: " ")
    guard let wanted = node[.options], wanted != options else { return nil }
    return Mismatch("the answers `\(wanted)` were expected, and there are: \(options)", about: stop.place)
  }

  private func pathMismatch(_ node: ScenarioNode) -> Mismatch? {
    let takes = session.state.takes.filter { $0.status != .dropped && $0.status != .superseded }
      .sorted { $0.openedSequence < $1.openedSequence }
    let wanted = node.text.split(separator: " ").map { String($0) }
    let matches =
      wanted.count == takes.count
      && zip(wanted, takes).allSatisfy { word, take in word == take.place || word == take.path.raw }
    if matches { return nil }
    let isExact = wanted.contains { word in word.contains { "/#@%+".contains($0) } }
    let found = takes.map { isExact ? $0.path.raw : $0.place }.joined(separator: " ")
    let first = zip(wanted, takes).first { $0 != $1.place && $0 != $1.path.raw }
    return Mismatch(
      "another way was taken", help: "it was: \(found)", about: first?.1.place)
  }
}
