import MethodModel

/// What a method says of the fields of its outcomes: what is asked for, and what stands there by default.
struct FieldsWritten: Sendable {
  private var values: [Reference: String] = [:]
  private var asks: [Reference: LocalizedText] = [:]
  /// What a thing in hand is one of, what a table begins with, and what was chosen from.
  private var sources: [String: String] = [:]

  mutating func read(_ activity: Activity) {
    nameSource(of: activity)
    var fields = activity.fields
    if case .commit = activity.kind { fields = SessionEngine.commitmentFields + fields }
    for field in fields {
      if let value = field.defaultValue { values[Reference(name: activity.target, field: field.id)] = value }
      // What is filled in for a thing in hand belongs to all that the thing is among.
      for name in line(from: activity.target) {
        let reference = Reference(name: name, field: field.id)
        if asks[reference]?.isEmpty ?? true { asks[reference] = field.ask }
      }
    }
  }

  private mutating func nameSource(of activity: Activity) {
    guard let from = activity.from, let into = activity.into, into != from.name else { return }
    if case .select(let selection) = activity.kind {
      name(selection.name, of: from)
      name(into, of: from)
    } else if activity.shape == .table {
      name(into, of: from)
    }
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
    line(from: reference.name).lazy.compactMap { values[Reference(name: $0, field: reference.field ?? "text")] }.first
  }

  /// A name and what it comes from, nearest first.
  private func line(from name: String) -> [String] {
    var line = [name]
    while line.count < 64, let source = sources[line[line.count - 1]] { line.append(source) }
    return line
  }
}
