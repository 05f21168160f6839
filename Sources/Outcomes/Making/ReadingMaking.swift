internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// A reading as it was, with the values that too few people stand behind and words that may not be seen taken out.
  ///
  /// - Parameter candidates: the conditions it may be a reading of; where it could be several, what any of them keeps
  ///   back is kept back.
  /// - Parameter wasThere: whether a run was open when the condition was read.
  func reading(
    _ reading: Reading, of candidates: [Condition], _ wasThere: (ActivityRun) -> Bool
  ) -> ReadingRecord {
    switch reading.kind {
    case "test":
      let tests = candidates.compactMap { if case .test(let test) = $0 { test } else { nil } }
      return testReading(reading, tests, wasThere)
    case "all", "any", "none", "every", "some": return composite(reading, candidates, wasThere)
    default: return record(reading, nil, sentence: lens.covered(reading.sentence), withheld: nil)
    }
  }

  private func testReading(
    _ reading: Reading, _ tests: [Test], _ wasThere: (ActivityRun) -> Bool
  ) -> ReadingRecord {
    let isDynamic = tests.isEmpty || tests.contains { $0.isDynamic(in: language) }
    let sentence = lens.covered(reading.sentence, isDynamic: isDynamic)
    let why = tests.compactMap { valueWithheld($0, reading, wasThere) }.first
    guard reading.value != nil, let why else {
      return record(reading, tests.first, sentence: sentence, withheld: nil, isDynamic: isDynamic)
    }
    // The value and its basis stand after the last colon.
    let stated = sentence.ranges(of: ": ").last.map { String(sentence[..<$0.lowerBound]) } ?? sentence
    var masked = record(
      reading, tests.first, sentence: "\(stated): \(why.words)", withheld: why, isDynamic: isDynamic)
    masked.value = nil
    return masked
  }

  /// Why the value of a test may not be told; counts always may.
  private func valueWithheld(
    _ test: Test, _ reading: Reading, _ wasThere: (ActivityRun) -> Bool
  ) -> Withheld? {
    switch test.measure {
    case .count, .answered, .objections, .decided: return nil
    default: break
    }
    switch engine.index.outcomeKinds[test.of.name] {
    case .votes?, .ratings?: return figureWithheld(test, reading, wasThere)
    case .things?, .documents?:
      let entries = (engine.outcome(test.of.name, state)?.entries ?? []).filter { engine.isCurrent($0, state) }
      let isHidden = entries.contains { lens.entries[$0.id]?.sight == .counted }
      return isHidden && entries.count < SessionEngine.smallestShownGroup ? .fewerThanFive : nil
    default: return nil
    }
  }

  /// Of the runs that were measured: the newest with marks for each thing that the test asks about.
  private func figureWithheld(
    _ test: Test, _ reading: Reading, _ wasThere: (ActivityRun) -> Bool
  ) -> Withheld? {
    let runs = (engine.outcome(test.of.name, state)?.runs ?? []).compactMap { lens.run($0) }
      .filter { wasThere($0) && !($0.marks.isEmpty && $0.tallies.isEmpty) }
    var newest: [ThingRef: ActivityRun] = [:]
    for run in runs { for thing in run.ballot { newest[thing] = run } }
    let asked = newest.filter { isAsked($0.key, test, reading) }
    let measured = (asked.isEmpty ? newest : asked).sorted { $0.key < $1.key }
    if let why = measured.lazy.compactMap({ lens.figuresWithheld($0.value) }).first { return why }
    guard measured.contains(where: { engine.sightOfMarks(in: $0.value, state, for: .record) != .named }) else {
      return nil
    }
    // At that moment fewer may have answered than now.
    let wereFew = (reading.answered ?? 0) < SessionEngine.smallestShownGroup
    return wereFew || measured.contains { lens.thinThings(of: $0.value).contains($0.key) } ? .fewerThanFive : nil
  }

  /// Whether a test is about that thing alone; a name that was bound then is known by its words in the sentence.
  private func isAsked(_ thing: ThingRef, _ test: Test, _ reading: Reading) -> Bool {
    switch test.subject {
    case nil: false
    case .word(let word)?: thing.word == word || thing.id == word
    case .reference?: reading.sentence.contains(engine.label(of: thing, state))
    }
  }

  private func composite(
    _ reading: Reading, _ candidates: [Condition], _ wasThere: (ActivityRun) -> Bool
  ) -> ReadingRecord {
    let children = reading.children.enumerated().map { place, child in
      self.reading(child, of: candidates.flatMap { $0.parts(of: reading.kind, at: place) }, wasThere)
    }
    // “All of these” repeats the titles of its parts.
    let repeats = reading.kind != "every" && reading.kind != "some"
    let head = repeats ? reading.sentence.ranges(of: ": ").first.map { reading.sentence[..<$0.lowerBound] } : nil
    let sentence =
      head.map { "\($0): \(children.map(\.title).joined(separator: "; "))" }
      ?? lens.covered(reading.sentence)
    var composite = record(reading, nil, sentence: sentence, withheld: nil)
    composite.children = children
    return composite
  }

  private func record(
    _ reading: Reading, _ test: Test?, sentence: String, withheld: Withheld?, isDynamic: Bool = true
  ) -> ReadingRecord {
    ReadingRecord(
      kind: reading.kind, result: reading.result.rawValue,
      label: reading.label.map { lens.covered($0, isDynamic: isDynamic) }, sentence: sentence,
      value: Figure(reading.value), measure: test?.measure.rawValue, unit: test.map { unit(of: $0) },
      answered: reading.answered, electorate: reading.electorate,
      why: reading.why.map { lens.covered($0, isDynamic: isDynamic) }, withheld: withheld, children: [])
  }
}

extension RecordMaker {
  /// What the value of a test counts.
  private func unit(of test: Test) -> String {
    switch test.measure {
    case .answered, .share: return Unit.share.rawValue
    case .objections: return Unit.entries.rawValue
    case .decided: return "yes-no"
    case .distinct: return "values"
    case .count: return Unit.entries.rawValue
    case .product: return "product"
    case .median, .mean, .min, .max, .spread, .sum: break
    }
    switch engine.index.outcomeKinds[test.of.name] {
    case .votes?:
      let run = engine.outcome(test.of.name, state)?.runs.first.flatMap { lens.run($0) }
      return run.flatMap { ballot($0)?.unit.rawValue } ?? "votes"
    case .ratings?: return BallotRecord.MarkUnit.scale.rawValue
    case .placements?: return BallotRecord.MarkUnit.axis.rawValue
    default: return test.of.part ?? "number"
    }
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
