import MethodModel

/// A value, and by which criterion it was given.
struct CriterionValue {
  let criterion: String?
  let number: Number
}

/// How the marks on a thing become its score.
struct Scoring {
  let marks: SourceRef
  let measure: Measure
  /// What each criterion weighs; `nil`: all values are taken together.
  let weights: [String: Number]?
  let criteria: [String]

  /// The measure over all values; with weights the mean of the measures by each criterion, weighted by
  /// Σ weight × measure ÷ Σ weight; as a product that of the medians by each criterion.
  ///
  /// `nil` where a criterion that counts has no value: what is not known is not nought.
  func value(of values: [CriterionValue]) -> Number? {
    guard measure == .product || weights != nil else { return Statistics(values.map(\.number)).value(of: measure) }
    let given = Dictionary(grouping: values) { $0.criterion ?? "" }.mapValues { Statistics($0.map(\.number)) }
    guard let weights else {
      return product(criteria.isEmpty ? [given[""]] : criteria.map { given[$0] })
    }
    var (sum, total) = (Number.zero, Number.zero)
    for criterion in criteria {
      guard let weight = weights[criterion], weight > .zero else { continue }
      guard let value = given[criterion]?.value(of: measure) else { return nil }
      sum = sum + value.multiplied(by: weight)
      total = total + weight
    }
    return sum.divided(by: total)
  }

  private func product(_ factors: [Statistics?]) -> Number? {
    let medians = factors.map { $0?.value(of: .median) }
    guard !medians.isEmpty, medians.allSatisfy({ $0 != nil }) else { return nil }
    return medians.compactMap(\.self).reduce(1) { $0.multiplied(by: $1) }
  }
}

extension SessionEngine {
  /// By which criteria an outcome of ratings is given.
  func criteria(of outcome: String, _ state: SessionState) -> [String] {
    guard case .rate(let rating)? = index.writers[outcome]?.kind, let criteria = rating.criteria else { return [] }
    return things(criteria, state, Scope()).map(\.word)
  }

  /// What each criterion weighs, by its word: its number, or the score of the marks on it.
  func weights(_ source: SourceRef, _ state: SessionState, _ scope: Scope) -> [String: Number] {
    let scores = scores(of: source, measure: .median, state, scope)
    return Dictionary(
      scores.compactMap { thing, score in score.map { (thing.word, $0) } }, uniquingKeysWith: { first, _ in first })
  }
}
