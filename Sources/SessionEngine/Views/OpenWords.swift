import MethodModel

/// Words that everybody hears or reads: titles, what is said, what is gone through.
extension SessionEngine {
  /// In the place of what only its author may see.
  static let unsaid = "(private)"

  /// The words for a thing; what stays with its author stays unsaid, also where a step is about it.
  func openLabel(of thing: ThingRef, _ state: SessionState) -> String {
    isUnsaid(thing, state) ? Self.unsaid : label(of: thing, state)
  }

  /// What a reference stands for in a text; `nil` while nothing does.
  func openValue(of reference: Reference, _ state: SessionState, _ scope: Scope) -> String? {
    guard let value = value(of: reference, state, scope) else { return nil }
    return thing(behind: reference, state, scope).map { isUnsaid($0, state) } ?? false ? Self.unsaid : value
  }

  private func thing(behind reference: Reference, _ state: SessionState, _ scope: Scope) -> ThingRef? {
    if let thing = scope.names[reference.name] { return thing }
    guard index.outcomeKinds[reference.name] != nil else { return nil }
    return things(SourceRef(name: reference.name), state, scope).last
  }

  private func isUnsaid(_ thing: ThingRef, _ state: SessionState) -> Bool {
    state.entry(thing).map { sight(of: $0, state, for: .host) == .counted } ?? false
  }
}
