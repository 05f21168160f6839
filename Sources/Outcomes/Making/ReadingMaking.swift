internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// A reading as it was, with the values that too few people stand behind and words that may not be seen taken out.
  ///
  /// - Parameter candidates: the conditions it may be a reading of; where it could be several, what any of them keeps
  ///   back is kept back.
  func reading(_ reading: Reading, of candidates: [Condition]) -> ReadingRecord {
    switch reading.kind {
    case "test":
      return testReading(reading, candidates.compactMap { if case .test(let test) = $0 { test } else { nil } })
    case "all", "any", "none", "every", "some": return composite(reading, candidates)
    default: return record(reading, sentence: lens.covered(reading.sentence), withheld: nil)
    }
  }

  private func testReading(_ reading: Reading, _ tests: [Test]) -> ReadingRecord {
    let isDynamic = tests.isEmpty || tests.contains { $0.isDynamic(in: language) }
    let sentence = lens.covered(reading.sentence, isDynamic: isDynamic)
    guard reading.value != nil, let why = tests.lazy.compactMap({ valueWithheld($0, reading, sentence) }).first else {
      return record(reading, sentence: sentence, withheld: nil, isDynamic: isDynamic)
    }
    // The value and its basis stand after the last colon.
    let stated = sentence.ranges(of: ": ").last.map { String(sentence[..<$0.lowerBound]) } ?? sentence
    var masked = record(reading, sentence: "\(stated): \(why.words)", withheld: why, isDynamic: isDynamic)
    masked.value = nil
    return masked
  }

  /// Why the value of a test may not be told; counts always may.
  private func valueWithheld(_ test: Test, _ reading: Reading, _ sentence: String) -> Withheld? {
    switch test.measure {
    case .count, .answered, .objections, .decided: return nil
    default: break
    }
    switch engine.index.outcomeKinds[test.of.name] {
    case .votes?, .ratings?:
      if let why = lens.figuresWithheld(ofOutcome: test.of.name) { return why }
      // At that moment fewer may have answered than now.
      let wereFew = (reading.answered ?? 0) < SessionEngine.smallestShownGroup && !isNamed(test.of.name)
      return wereFew || isThin(test.of.name, sentence) ? .fewerThanFive : nil
    case .things?, .documents?:
      let entries = (state.outcomes[test.of.name]?.entries ?? []).filter { engine.isCurrent($0, state) }
      let isHidden = entries.contains { lens.entries[$0.id]?.sight == .counted }
      return isHidden && entries.count < SessionEngine.smallestShownGroup ? .fewerThanFive : nil
    default: return nil
    }
  }

  /// Whether everybody may see whose the marks of an outcome are.
  private func isNamed(_ outcome: String) -> Bool {
    (state.outcomes[outcome]?.runs ?? []).compactMap { lens.run($0) }
      .allSatisfy { engine.sightOfMarks(in: $0, state, for: .record) == .named }
  }

  /// Whether a figure is over a thing that too few rated, or over all things, from which it could be subtracted.
  private func isThin(_ outcome: String, _ sentence: String) -> Bool {
    let thin = thinlyRated(inOutcome: outcome)
    guard !thin.isEmpty else { return false }
    let asked = (state.outcomes[outcome]?.runs ?? []).compactMap { lens.run($0) }.flatMap(\.ballot)
    func isNamed(_ thing: ThingRef) -> Bool {
      sentence.contains(engine.label(of: thing, state)) || sentence.contains(thing.word)
    }
    return thin.contains { isNamed($0) } || !asked.contains { isNamed($0) }
  }

  private func composite(_ reading: Reading, _ candidates: [Condition]) -> ReadingRecord {
    let children = reading.children.enumerated().map { place, child in
      self.reading(child, of: candidates.flatMap { $0.parts(of: reading.kind, at: place) })
    }
    // A composite repeats the titles of its parts.
    let head = reading.sentence.ranges(of: ": ").first.map { reading.sentence[..<$0.lowerBound] }
    let sentence = head.map { "\($0): \(children.map(\.title).joined(separator: "; "))" } ?? reading.sentence
    var composite = record(reading, sentence: sentence, withheld: nil)
    composite.children = children
    return composite
  }

  private func record(
    _ reading: Reading, sentence: String, withheld: Withheld?, isDynamic: Bool = true
  ) -> ReadingRecord {
    ReadingRecord(
      kind: reading.kind, result: reading.result.rawValue,
      label: reading.label.map { lens.covered($0, isDynamic: isDynamic) }, sentence: sentence,
      value: Figure(reading.value), answered: reading.answered, electorate: reading.electorate,
      why: reading.why.map { lens.covered($0, isDynamic: isDynamic) }, withheld: withheld, children: [])
  }
}

extension Test {
  /// Its words repeat something that was entered.
  fileprivate func isDynamic(in language: String) -> Bool {
    if case .reference? = subject { return true }
    return text.raw(in: language).contains("{")
  }
}

extension Condition {
  /// What the child at that place of a reading of that kind may be a reading of.
  fileprivate func parts(of kind: String, at place: Int) -> [Condition] {
    switch (self, kind) {
    case (.all(let parts), "all"), (.any(let parts), "any"), (.none(let parts), "none"):
      parts.indices.contains(place) ? [parts[place]] : []
    case (.every(let quantifier), "every"), (.some(let quantifier), "some"): [quantifier.condition]
    default: []
    }
  }
}
