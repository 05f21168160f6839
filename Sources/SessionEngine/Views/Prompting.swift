package import MethodModel

/// What helps to think, and what nobody has thought of yet.
extension SessionEngine {
  /// The prompts that an author wrote beside a value of a list or of a setting of values.
  package func prompts(of thing: ThingRef, _ state: SessionState, _ scope: Scope) -> [String] {
    guard thing.kind == .value, let value = namedValue(thing) else { return [] }
    return value.asks.map { render($0, state, scope) }
  }

  private func namedValue(_ thing: ThingRef) -> NamedValue? {
    for list in method.lists {
      if let value = list.values.first(where: { ThingRef.value($0.id, of: list.id) == thing }) { return value }
    }
    for setting in method.settings {
      if let value = setting.values.first(where: { ThingRef.value($0.id, of: setting.id) == thing }) { return value }
    }
    return nil
  }

  /// The values of a field with `cover` that no entry of an outcome has; `nil` where all are there, or none is wanted.
  package func uncoveredValues(of field: Field, in outcome: String, _ state: SessionState) -> [String]? {
    guard field.coversEachValue else { return nil }
    let entries = (self.outcome(outcome, state)?.entries ?? []).filter { $0.counts && isCurrent($0, state) }
    let chosen = Set(entries.compactMap { $0.fields[field.id] })
    let missing = values(of: field, state).map(\.id).filter { !chosen.contains($0) }
    return missing.isEmpty ? nil : missing
  }

  /// What can be chosen for a field: its own values, else those of the list or setting that it names.
  private func values(of field: Field, _ state: SessionState) -> [NamedValue] {
    guard case .source(let source) = field.kind, field.values.isEmpty else { return field.values }
    return method.list(source.name)?.values ?? things(source, state, Scope()).map { NamedValue(id: $0.word) }
  }

  /// The values of fields with `cover` that no entry has, a line for each field.
  func uncovered(_ fields: [Field], in run: ActivityRun, _ activity: Activity, _ state: SessionState) -> [String] {
    fields.filter(\.coversEachValue).compactMap { field in
      var chosen: Set<String> = []
      forEachEntry(in: run, activity, state) { if let value = $0.fields[field.id] { chosen.insert(value) } }
      let missing = field.values.filter { !chosen.contains($0.id) }
        .map { $0.text.isEmpty ? $0.id : $0.text.raw(in: language(state)) }
      return missing.isEmpty ? nil : "\(field.id): \(missing.joined(separator: ", "))"
    }
  }
}
