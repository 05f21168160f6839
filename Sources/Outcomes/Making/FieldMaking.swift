internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// The fields that were asked for an outcome, each as it is asked for first: by the steps that write it, then by those
  /// that fill in what is there.
  func fields(of name: String) -> [FieldRecord] {
    var seen: Set<String> = []
    return (writtenFields(of: name) + filledFields(of: name)).filter { seen.insert($0.id).inserted }
      .map { field($0, in: name) }
  }

  private func writtenFields(of name: String) -> [Field] {
    let homes = engine.index.homes(of: name) ?? [name]
    return method.allElements.flatMap { element -> [Field] in
      guard case .step(let step) = element.kind else { return [] }
      return step.activities.filter { homes.contains($0.target) }.flatMap { activity -> [Field] in
        if case .commit = activity.kind { return SessionEngine.commitmentFields + activity.fields }
        return engine.isTable(activity) && activity.into != nil ? engine.fields(of: activity, state) : activity.fields
      }
    }
  }

  /// Of steps that were about things of that outcome under another name, such as the one a for-each gives them.
  private func filledFields(of name: String) -> [Field] {
    let homes = engine.index.homes(of: name) ?? [name]
    return state.takes.flatMap(\.runs).flatMap { run -> [Field] in
      guard let activity = engine.activity(of: run.id, state), case .fill = activity.kind,
        activity.into == nil,
        run.ballot.contains(where: { $0.entry.flatMap { state.outcomeOfEntry[$0] }.map(homes.contains) ?? false })
      else { return [] }
      return activity.fields
    }
  }

  private func field(_ field: Field, in outcome: String) -> FieldRecord {
    let kind: (name: String, of: String?) =
      switch field.kind {
      case .text: ("text", nil)
      case .number: ("number", nil)
      case .minutes: ("minutes", nil)
      case .date: ("date", nil)
      case .person: ("person", nil)
      case .choice: ("choice", nil)
      case .file: ("file", nil)
      case .source(let source): ("thing", source.description)
      }
    return FieldRecord(
      id: field.id, kind: kind.name, of: kind.of, ask: field.ask.raw(in: language),
      unit: field.kind == .minutes ? "min" : nil, required: field.required,
      cover: field.coversEachValue ? "each-value" : nil,
      uncovered: engine.uncoveredValues(of: field, in: outcome, state).map { $0.joined(separator: " ") },
      choices: choices(of: field))
  }

  /// The words to choose among; of a list or setting its values, so that an id never stands for what it says.
  private func choices(of field: Field) -> [FieldRecord.Choice] {
    guard case .source(let source) = field.kind else {
      return field.values.map { value in
        FieldRecord.Choice(id: value.id, label: value.text.isEmpty ? value.id : value.text.raw(in: language))
      }
    }
    return engine.things(source, state, Scope()).filter { $0.kind == .value }
      .map { FieldRecord.Choice(id: $0.word, label: engine.label(of: $0, state)) }
  }
}
