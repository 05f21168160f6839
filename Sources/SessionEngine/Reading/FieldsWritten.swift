import MethodModel

/// What a method says of the fields of its outcomes: what is asked for, and what stands there by default.
struct FieldsWritten: Sendable {
  private var values: [Reference: String] = [:]
  private var asks: [Reference: LocalizedText] = [:]
  /// What a thing in hand is one of, and what a table begins with.
  private var sources: [String: String] = [:]

  mutating func read(_ activity: Activity) {
    var fields = activity.fields
    if case .commit = activity.kind { fields = SessionEngine.commitmentFields + fields }
    for field in fields {
      let reference = Reference(name: activity.target, field: field.id)
      if let value = field.defaultValue { values[reference] = value }
      if asks[reference]?.isEmpty ?? true { asks[reference] = field.ask }
    }
    if case .select(let selection) = activity.kind { name(selection.name, of: activity.from) }
    if activity.shape == .table, let into = activity.into, into != activity.from?.name { name(into, of: activity.from) }
  }

  mutating func name(_ subject: String?, of source: SourceRef?) {
    if let subject, let source { sources[subject] = source.name }
  }

  func number(of reference: Reference) -> Number? {
    values.isEmpty ? nil : found(reference, in: values).flatMap { Number($0) }
  }

  /// What was asked for in a field, empty where nobody wrote it; `nil` for what is no field.
  func ask(for reference: Reference) -> LocalizedText? { found(reference, in: asks) }

  private func found<Value>(_ reference: Reference, in values: [Reference: Value]) -> Value? {
    var name = reference.name
    for _ in 0..<64 {
      if let value = values[Reference(name: name, field: reference.field ?? "text")] { return value }
      guard let source = sources[name] else { return nil }
      name = source
    }
    return nil
  }
}
