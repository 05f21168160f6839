import MethodModel

/// What helps to think, and what nobody has thought of yet.
extension SessionEngine {
  /// The prompts that an author wrote beside a value of a list.
  package func prompts(of thing: ThingRef, _ state: SessionState, _ scope: Scope) -> [String] {
    guard thing.kind == .value, let value = namedValue(thing) else { return [] }
    return value.asks.map { render($0, state, scope) }
  }

  private func namedValue(_ thing: ThingRef) -> NamedValue? {
    for list in method.lists {
      if let value = list.values.first(where: { ThingRef.value($0.id, of: list.id) == thing }) { return value }
    }
    return nil
  }

  /// The values of fields with `cover` that no entry has, a line for each field.
  func uncovered(_ fields: [Field], _ entries: [Entry], _ state: SessionState) -> [String] {
    fields.filter(\.coversEachValue).compactMap { field in
      let chosen = Set(entries.compactMap { $0.fields[field.id] })
      let missing = field.values.filter { !chosen.contains($0.id) }
        .map { $0.text.isEmpty ? $0.id : $0.text.raw(in: language(state)) }
      return missing.isEmpty ? nil : "\(field.id): \(missing.joined(separator: ", "))"
    }
  }
}
