import MethodModel

extension MethodDecoder {
  /// The first condition among the children.
  func condition(in id: MethodTree.ID) -> Condition? {
    for child in tree.children(of: id) { if let found = condition(child) { return found } }
    return nil
  }

  func conditions(_ id: MethodTree.ID) -> [Condition] { tree.children(of: id).compactMap { condition($0) } }

  func condition(_ id: MethodTree.ID) -> Condition? {
    switch tree.name(of: id) {
    case .test: .test(test(id))
    case .judge: .judge(by: tree.value(.by, of: id) ?? Role.facilitator, text: tree.text(.text, of: id, language))
    case .all: .all(conditions(id))
    case .any: .any(conditions(id))
    case .none: .none(conditions(id))
    case .every: quantifier(id).map { .every($0) }
    case .some: quantifier(id).map { .some($0) }
    default: nil
    }
  }

  private func quantifier(_ id: MethodTree.ID) -> Quantifier? {
    guard let condition = condition(in: id), let source = tree.source(.itemOf, of: id) else { return nil }
    return Quantifier(
      itemOf: source, name: tree.value(.as, of: id) ?? "", within: tree.sources(.in, of: id),
      except: tree.sources(.except, of: id), filters: tree.filters(of: id), condition: condition)
  }

  private func test(_ id: MethodTree.ID) -> Test {
    let thresholds = Self.comparisons.compactMap { name, comparison in
      tree.quantity(name, of: id).map { Test.Threshold(comparison, $0) }
    }
    return Test(
      measure: tree.word(.measure, of: id) ?? .count, of: tree.source(.of, of: id) ?? SourceRef(name: ""),
      weights: tree.source(.weights, of: id),
      subject: tree.value(.for, of: id).flatMap { try? ExpectedForm.operand($0) }, within: tree.sources(.in, of: id),
      except: tree.sources(.except, of: id), among: tree.word(.among, of: id) ?? .given,
      change: tree.value(.change, of: id).map { $0 == "last-round" ? .lastRound : .earlier($0) },
      direction: tree.word(.direction, of: id) ?? .either, isRelative: tree.isRelativeChange(id),
      rounds: tree.whole(.last, of: id).map { .last($0) } ?? .newest, needs: tree.whole(.needs, of: id) ?? 1,
      thresholds: thresholds, filters: tree.filters(of: id),
      text: tree.text(.text, of: id, language))
  }

  private static let comparisons: [(AttributeName, Test.Comparison)] = [
    (.atLeast, .atLeast), (.atMost, .atMost), (.equals, .equals), (.above, .above), (.below, .below),
  ]
}
