import MethodModel

extension MethodTree {
  /// What a value of a scale counts: its `number`, else, where all of them are called by numbers, that number; `nil`: its
  /// place.
  func number(ofValue id: ID) -> Number? {
    if let number = value(.number, of: id).flatMap({ Number($0) }) { return number }
    guard let scale = parent(of: id), name(of: scale) == .scale else { return nil }
    let values = children(of: scale).filter { name(of: $0) == .value }
    let isNamedByNumbers = values.allSatisfy {
      value(.id, of: $0).flatMap { Number($0) } != nil && !has(.number, of: $0)
    }
    return isNamedByNumbers ? value(.id, of: id).flatMap { Number($0) } : nil
  }
}
