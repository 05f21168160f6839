import MethodModel

extension Condition {
  /// With every test in it replaced.
  func naming(_ named: (Test) -> Test) -> Condition {
    func inside(_ quantifier: Quantifier) -> Quantifier {
      var inner = quantifier
      inner.condition = quantifier.condition.naming(named)
      return inner
    }
    return switch self {
    case .test(let test): .test(named(test))
    case .judge: self
    case .all(let parts): .all(parts.map { $0.naming(named) })
    case .any(let parts): .any(parts.map { $0.naming(named) })
    case .none(let parts): .none(parts.map { $0.naming(named) })
    case .every(let quantifier): .every(inside(quantifier))
    case .some(let quantifier): .some(inside(quantifier))
    }
  }
}
