import MethodModel
import SessionEngine

/// Votes, ratings, signals and counts.
extension ScenarioSession {
  /// A ballot: things with their numbers; in an approval or a ranking the things alone, in order.
  mutating func vote(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    let votes = try pairs(act, in: run, bare: bareVote(in: run))
    for unit in try units(act, in: run) {
      try enter(votes.map { BallotMark($0.thing, value: Self.given($0.value), reason: act[.because]) }, act, run, unit)
    }
  }

  /// What a thing without a number is given: in a ranking the number of its place, the best first.
  private func bareVote(in run: ActivityRun?) -> (Int) -> String {
    guard let run, case .vote(let vote)? = engine.activity(of: run.id, state)?.kind, vote.kind == .ranking else {
      return { _ in "1" }
    }
    let places = min(engine.budget(of: vote, run, state), run.ballot.count)
    return { String(max(0, vote.number(ofPlace: $0 + 1, among: places))) }
  }

  /// Values by thing, or by criterion where the thing is named or there is only one.
  mutating func rate(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    let ballot = run?.ballot ?? []
    let only = ballot.count == 1 ? ballot.first : nil
    let hasCriteria = hasCriteria(run)
    let named = try act[.thing].map { words in
      guard let thing = find(words, in: run) else { throw nothingSuch(words, in: run) }
      return thing
    }
    let marks = try act.items.map { item in
      let (key, value) = Self.split(item)
      let subject = named ?? (hasCriteria && act[.criterion] == nil || key == nil ? only : nil)
      let criterion = act[.criterion] ?? (hasCriteria && subject != nil ? key : nil)
      guard let thing = subject ?? key.flatMap({ find($0, in: run) }) else { throw nothingSuch(key ?? value, in: run) }
      return BallotMark(thing, criterion: criterion, value: Self.given(value), reason: act[.because])
    }
    for unit in try units(act, in: run) { try enter(marks, act, run, unit) }
  }

  /// Whether a mark says by which criterion, or on which axis.
  private func hasCriteria(_ run: ActivityRun?) -> Bool {
    guard let run, let kind = engine.activity(of: run.id, state)?.kind else { return false }
    if case .rate(let rating) = kind { return rating.criteria != nil }
    return true
  }

  mutating func signal(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    let thing = run?.ballot.first ?? .value("proposal", of: run?.outcome ?? "")
    let mark = BallotMark(thing, value: Self.given(act.text), reason: act[.because])
    for unit in try units(act, in: run) { try enter([mark], act, run, unit) }
  }

  /// One mark after the other, or all of them handed in at once.
  private mutating func enter(
    _ marks: [BallotMark], _ act: ScenarioNode, _ run: ActivityRun?, _ unit: UnitRef
  ) throws {
    let named = act[.to] == nil ? nil : run?.id
    if act[.whole] == "yes" {
      return try send(act, .handIn(HandIn(run: named, unit: unit, marks: marks, code: act[.code])))
    }
    for mark in marks {
      try send(
        act,
        .mark(
          SetMark(
            run: named, unit: unit, thing: mark.thing, criterion: mark.criterion, value: mark.value,
            reason: mark.reason)))
    }
  }

  /// A value; `nil` for a pass.
  private static func given(_ value: String) -> String? { value == "pass" ? nil : value }

  mutating func tally(_ act: ScenarioNode) throws {
    let run = run(of: act[.to])
    for (thing, value) in try pairs(act, in: run, bare: { _ in "0" }) {
      try send(
        act,
        .tally(
          EnterTally(
            run: act[.to] == nil ? nil : run?.id, thing: thing, total: Number(value) ?? .zero,
            ballots: act.whole(.ballots))))
    }
  }

  /// Whose marks they are: people, a group, or an unnamed sheet of paper (`sheet-1`).
  func units(_ act: ScenarioNode, in run: ActivityRun?) throws -> [UnitRef] {
    if let part = try part(act) { return [.part(part)] }
    return people(act, in: run).map { person in
      guard let person else { return .part(openTake?.parts.first?.key ?? Part.roomKey) }
      guard person.raw.hasPrefix("sheet-"), let number = Int(person.raw.dropFirst(6)) else { return .person(person) }
      return .sheet(number)
    }
  }

  private func pairs(
    _ act: ScenarioNode, in run: ActivityRun?, bare: (Int) -> String
  ) throws -> [(thing: ThingRef, value: String)] {
    try act.items.enumerated().map { place, item in
      if let thing = find(item, in: run) { return (thing, bare(place)) }
      let (key, value) = Self.split(item)
      guard let thing = find(key ?? item, in: run) else { throw nothingSuch(key ?? item, in: run) }
      return (thing, key == nil ? bare(place) : value)
    }
  }

  /// `words: 3` in its two sides; without a colon there is only a value.
  static func split(_ item: String) -> (key: String?, value: String) {
    guard let colon = item.lastIndex(of: ":") else { return (nil, item) }
    return (ScenarioNode.folded(String(item[..<colon])), ScenarioNode.folded(String(item[item.index(after: colon)...])))
  }
}
