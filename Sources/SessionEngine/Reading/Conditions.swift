package import MethodModel

/// The answers of a checkpoint's judges, taken in document order while its criteria are read.
struct Judgements {
  var answers: [Int: GiveJudgement.Answer]
  private var next = 0

  init(answers: [Int: GiveJudgement.Answer] = [:]) { self.answers = answers }

  mutating func take() -> GiveJudgement.Answer? {
    defer { next += 1 }
    return answers[next]
  }

  /// The same answers once more, for another thing that the same judges are asked about.
  func restarted(_ body: (inout Judgements) -> Reading) -> Reading {
    var copy = self
    return body(&copy)
  }

  mutating func skip(_ count: Int) { next += count }
}

extension SessionEngine {
  /// What a condition says now, with every value in it.
  package func read(_ condition: Condition, _ state: SessionState, _ scope: Scope) -> Reading {
    var judgements = Judgements()
    return read(condition, state, scope, &judgements)
  }

  func read(
    _ condition: Condition, _ state: SessionState, _ scope: Scope, _ judgements: inout Judgements
  ) -> Reading {
    switch condition {
    case .test(let test): return read(test, state, scope)
    case .judge(let by, let text): return read(by, render(text, state, scope), judgements.take(), state)
    case .all(let parts):
      let readings = parts.map { read($0, state, scope, &judgements) }
      return combined("all", readings.map(\.result).min() ?? .noData, "all of these", readings)
    case .any(let parts):
      let readings = parts.map { read($0, state, scope, &judgements) }
      return combined("any", readings.map(\.result).max() ?? .noData, "any of these", readings)
    case .none(let parts):
      let readings = parts.map { read($0, state, scope, &judgements) }
      return combined("none", (readings.map(\.result).max() ?? .noData).swapped, "none of these", readings)
    case .every(let quantifier): return read("every", quantifier, state, scope, &judgements)
    case .some(let quantifier): return read("some", quantifier, state, scope, &judgements)
    }
  }

  private func combined(_ kind: String, _ result: Trilean, _ words: String, _ children: [Reading]) -> Reading {
    let open = children.first { $0.result == .noData }
    return Reading(
      kind: kind, result: result,
      sentence: "\(words): \(children.map(\.title).joined(separator: "; "))",
      why: result == .noData ? open?.why ?? "nothing to look at yet" : nil, children: children)
  }

  private func read(
    _ kind: String, _ quantifier: Quantifier, _ state: SessionState, _ scope: Scope, _ judgements: inout Judgements
  ) -> Reading {
    let things = narrowed(
      things(quantifier.itemOf, state, scope), within: quantifier.within, except: quantifier.except,
      filters: quantifier.filters, naming: quantifier.name, state, scope)
    let readings = things.map { thing in
      var reading = judgements.restarted {
        read(quantifier.condition, state, scope.binding(quantifier.name, to: thing), &$0)
      }
      // “All of these”, said of each, does not tell of which.
      if reading.label == nil, !reading.children.isEmpty { reading.label = openLabel(of: thing, state) }
      return reading
    }
    judgements.skip(quantifier.condition.judges.count)
    let results = readings.map(\.result)
    let result = (kind == "every" ? results.min() : results.max()) ?? .noData
    var reading = combined(kind, result, "", readings)
    let held = results.count { $0 == .holds }
    let among = title(of: quantifier.itemOf, state).map { "in “\($0)”" } ?? spoken(quantifier.itemOf.description)
    reading.sentence = "true of \(held) of \(things.count) \(among), wanted of \(kind == "every" ? "all" : "one")"
    if things.isEmpty { reading.why = "there is nothing in \(quoted(quantifier.itemOf, state)) yet" }
    return reading
  }

  private func read(
    _ by: String, _ text: String, _ answer: GiveJudgement.Answer?, _ state: SessionState
  ) -> Reading {
    let result: Trilean =
      switch answer {
      case .yes?: .holds
      case .no?: .fails
      case .notYet?, nil: .noData
      }
    let who = title(ofRole: by, state)
    let said = answer.map { $0 == .notYet ? "not yet" : $0.rawValue } ?? "not asked yet"
    return Reading(
      kind: "judge", result: result, label: text, sentence: "\(who) says: \(said)",
      why: result == .noData ? "\(who) has not said yes or no" : nil)
  }

  private func read(_ test: Test, _ state: SessionState, _ scope: Scope) -> Reading {
    let figure = figure(of: test, state, scope)
    var result = Trilean.noData
    var thresholds: [String] = []
    var missing: String?
    var results: [Trilean] = []
    for threshold in test.thresholds {
      guard let wanted = number(threshold.quantity, state, scope) else {
        missing = "the threshold is not known yet"
        continue
      }
      thresholds.append("\(threshold.comparison.words) \(shown(wanted, test))")
      guard let value = figure.value else { continue }
      results.append(threshold.comparison.result(value, wanted, isAtLeast: figure.isAtLeast))
    }
    if figure.value != nil, missing == nil { result = results.min() ?? .noData }
    if result == .noData, figure.value != nil { missing = missing ?? Self.notAllEntered }
    let value =
      figure.value.map { (figure.isAtLeast ? "at least " : "") + shown($0, test) }
      ?? (figure.why == Self.notEntered ? Self.notEntered : "no data yet")
    let basis = figure.basis.map { " (\($0))" } ?? ""
    let words = words(for: test, state, scope)
    return Reading(
      kind: "test", result: result, label: test.text.isEmpty ? nil : render(test.text, state, scope),
      sentence: test.measure == .decided
        ? "\(words): \(figure.value.map { $0 == .zero ? "no" : "yes" } ?? "not decided yet")"
        : "\(words) \(thresholds.joined(separator: " and ")): \(value)\(basis)",
      value: figure.value, answered: figure.answered, electorate: figure.electorate,
      why: result == .noData ? missing ?? figure.why ?? "nothing to measure yet" : nil,
      withheld: figureWithheld(test, state, scope))
  }

  private func shown(_ number: Number, _ test: Test) -> String {
    test.isRelative || test.measure.isPart
      ? "\(Number(units: number.units * 100)) %" : number.description
  }
}

extension Test.Comparison {
  func holds(_ value: Number, _ wanted: Number) -> Bool {
    switch self {
    case .atLeast: value >= wanted
    case .atMost: value <= wanted
    case .equals: value == wanted
    case .above: value > wanted
    case .below: value < wanted
    }
  }
}
