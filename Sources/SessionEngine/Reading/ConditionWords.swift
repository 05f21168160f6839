import MethodModel

/// What a test measures, in words that a person knows who has never seen an id.
extension SessionEngine {
  func spoken(_ word: String) -> String {
    word.replacing("/", with: " ").replacing("-", with: " ")
  }

  /// A test's sentence as far as its thresholds: “median of “Our ratings” (value 4 to 5) since the round before”.
  func words(for test: Test, _ state: SessionState, _ scope: Scope) -> String {
    let subject = test.subject.map { words(for: $0, state, scope) }
    if test.measure == .decided {
      return "\(subject.map { "“\($0)”" } ?? quoted(test.of, state)) was decided in favour"
    }
    let what = subject.map { measured(test, of: $0, state) } ?? measured(test, state)
    return "\(test.leading)\(what)\(narrowing(test, state, scope))\(trailing(test, state))"
  }

  /// Which rounds, or since when, after the name.
  private func trailing(_ test: Test, _ state: SessionState) -> String {
    switch (test.change, test.rounds) {
    case (.lastRound?, _): " since the round before"
    case (.earlier(let name)?, _):
      method.setting(name) == nil
        ? " against \(quoted(SourceRef(name: name), state))" : " since the earlier session"
    case (nil, .last(let count)): count == 1 ? " in the last round" : " in the last \(count) rounds"
    case (nil, _): ""
    }
  }

  /// Of all that stands in an outcome: “those in “Our actions” with an answer to “Who?””.
  private func measured(_ test: Test, _ state: SessionState) -> String {
    guard test.measure == .count else {
      return "\(test.measure.words) \(ask(for: test.of, state).map { "“\($0)”" } ?? called(test.of, state))"
    }
    guard let ask = ask(for: test.of, state) else {
      return title(of: test.of, state).map { "number in “\($0)”" } ?? "number of \(spoken(test.of.description))"
    }
    return "those in \(quoted(SourceRef(name: test.of.name), state)) with an answer to “\(ask)”"
  }

  /// Of one thing: “median of tea”, “answers to “Who?” for tea”.
  private func measured(_ test: Test, of subject: String, _ state: SessionState) -> String {
    switch test.measure {
    case .count, .distinct:
      if test.measure == .count, let ask = ask(for: test.of, state) { return "answers to “\(ask)” for \(subject)" }
      return "\(test.measure.words) \(spoken(test.of.part ?? test.of.name)) for \(subject)"
    default: return "\(test.measure.words) \(subject)"
    }
  }

  private func words(for subject: Operand, _ state: SessionState, _ scope: Scope) -> String {
    if case .reference(let reference) = subject, reference.field == nil, let thing = scope.names[reference.name] {
      return openLabel(of: thing, state)
    }
    return spoken(word(of: subject, state, scope))
  }

  /// What a test leaves out of account, in brackets: " (value 4 to 5, in kept, of those present)".
  private func narrowing(_ test: Test, _ state: SessionState, _ scope: Scope) -> String {
    let weights = test.weights.map { ["weighted by \(title(of: $0, state) ?? spoken($0.description))"] } ?? []
    var words =
      weights
      + test.filters.compactMap { filter -> String? in
        switch filter.expected {
        case .words(let operands):
          let named = operands.map { operand -> String in
            if case .reference(let reference) = operand, reference.field == nil, let thing = scope.names[reference.name]
            {
              return openLabel(of: thing, state)
            }
            return spoken(word(of: operand, state, scope))
          }
          return "\(spoken(filter.field)) \(named.joined(separator: " or "))"
        case .range(let lower?, let upper?): return "\(spoken(filter.field)) \(lower) to \(upper)"
        case .range(let lower?, nil): return "\(spoken(filter.field)) from \(lower)"
        case .range(nil, let upper?): return "\(spoken(filter.field)) up to \(upper)"
        case .range(nil, nil), .own: return nil
        }
      }
    words +=
      test.within.map { "in \(called($0, state))" } + test.except.map { "without \(called($0, state))" }
    if test.measure == .share {
      switch test.among {
      case .given: break
      case .present: words.append("of those present")
      case .entitled: words.append("of all who may")
      }
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }
}

extension Test {
  /// What the sentence begins with where a change is measured.
  fileprivate var leading: String {
    switch direction {
    case _ where change == nil: ""
    case .either: "change of "
    case .up: "rise of "
    case .down: "fall of "
    }
  }
}

extension Test.Comparison {
  var words: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .equals: "exactly"
    case .above: "above"
    case .below: "below"
    }
  }
}

extension Measure {
  /// How a figure is called in front of what it is of: “median of”.
  package var words: String {
    switch self {
    case .count: "number of"
    case .distinct: "different"
    case .answered: "answered in"
    case .share: "share of"
    case .median: "median of"
    case .mean: "mean of"
    case .min: "lowest of"
    case .max: "highest of"
    case .spread: "spread of"
    case .sum: "sum of"
    case .product: "product of"
    case .objections: "open objections in"
    case .decided: "decided in"
    }
  }
}
