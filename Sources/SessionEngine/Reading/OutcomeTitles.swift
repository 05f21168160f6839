package import MethodModel

/// What outcomes are called where people read of them.
extension SessionEngine {
  /// What the method calls an outcome, list or set of groups, else the step in which it is made; `nil` for what has but an
  /// id.
  package func title(of source: SourceRef, _ state: SessionState) -> String? {
    guard source.part == nil else { return nil }
    let promised = method.delivers.first { $0.source == source }?.title
    let title = promised ?? method.list(source.name)?.title ?? method.grouping(source.name)?.title
    if let title, !title.isEmpty { return title.raw(in: language(state)) }
    let steps = index.writingPlaces[source.name, default: []].compactMap { index.element($0) }
    let titles = Set(steps.map { $0.title(in: language(state)) })
    // Several steps, or one whose title depends on what is in hand, name no outcome.
    guard let step = steps.first, let words = titles.first, titles.count == 1 else { return nil }
    return words == step.id || words.contains("{") ? nil : words
  }

  /// “Our actions” in quotes, or the words of an id.
  func called(_ source: SourceRef, _ state: SessionState) -> String {
    title(of: source, state).map { "“\($0)”" } ?? spoken(source.description)
  }

  /// In quotes, whatever it is called.
  func quoted(_ source: SourceRef, _ state: SessionState) -> String {
    "“\(title(of: source, state) ?? spoken(source.description))”"
  }

  /// What was asked for in a field of an outcome, else the field's name; `nil` for what is no field.
  func ask(for source: SourceRef, _ state: SessionState) -> String? {
    guard let part = source.part else { return nil }
    let homes = index.homes(of: source.name) ?? [source.name]
    guard let ask = homes.lazy.compactMap({ index.fields.ask(for: Reference(name: $0, field: part)) }).first else {
      return nil
    }
    return ask.isEmpty ? spoken(part) : ask.raw(in: language(state))
  }
}
