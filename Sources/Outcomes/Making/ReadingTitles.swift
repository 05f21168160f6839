internal import MethodModel
internal import SessionEngine

/// A reader does not know the ids by which the engine's sentences call outcomes and fields; their titles stand there.
extension RecordMaker {
  /// `true of 2 of 3 in “Our actions”, wanted of all`, where the engine says `true of 2 of 3 actions, wanted of all`.
  func titled(_ sentence: String, _ candidates: [Condition]) -> String {
    guard let source = candidates.quantified, let title = title(of: source) else { return sentence }
    let named = " \(spoken(source.description)), wanted"
    return sentence.replacing(named, with: " in “\(title)”, wanted", maxReplacements: 1)
  }

  /// `median of “Our ratings” at least 3: 4`, where the engine says `median of ratings`.
  func titled(_ sentence: String, _ tests: [Test]) -> String {
    guard tests.count == 1, let test = tests.first else { return sentence }
    let id = spoken(test.of.description)
    if test.measure == .count { return counted(sentence, test, "number of \(id)") }
    guard let title = ask(for: test.of) ?? title(of: test.of) else { return sentence }
    if test.measure == .decided { return sentence.replacing("“\(id)”", with: "“\(title)”", maxReplacements: 1) }
    guard test.subject == nil else { return sentence }
    return sentence.replacing(" \(id) ", with: " “\(title)” ", maxReplacements: 1)
  }

  /// `answers to “Who?” for tea at least 1: 1` and `those in “Our actions” with an answer to “Who?” at least 1: 3`, where
  /// the engine says `number of owner for tea` and `number of actions owner`.
  private func counted(_ sentence: String, _ test: Test, _ whole: String) -> String {
    guard let part = test.of.part, let ask = ask(for: test.of) else {
      guard let title = title(of: test.of) else { return sentence }
      return sentence.replacing(whole, with: "number in “\(title)”", maxReplacements: 1)
    }
    let one = sentence.replacing("number of \(spoken(part)) for ", with: "answers to “\(ask)” for ", maxReplacements: 1)
    guard one == sentence else { return one }
    let title = title(of: SourceRef(name: test.of.name)) ?? spoken(test.of.name)
    return sentence.replacing(whole, with: "those in “\(title)” with an answer to “\(ask)”", maxReplacements: 1)
  }

  /// Of a condition that is read for each of some things, what is said of one of them is called by that thing, as far as
  /// its own sentences name it.
  func named(_ children: [ReadingRecord], _ candidates: [Condition]) -> [ReadingRecord] {
    guard let source = candidates.quantified else { return children }
    let labels = engine.things(source, state, Scope()).compactMap { lens.thing($0).label }
      .sorted { ($1.count, $0) < ($0.count, $1) }
    return children.map { child in
      let sentences = child.tests.map(\.sentence)
      guard child.label == nil, !child.children.isEmpty, !sentences.isEmpty,
        let label = labels.first(where: { label in sentences.allSatisfy { $0.contains(" \(label) ") } })
      else { return child }
      var named = child
      named.label = label
      return named
    }
  }

  /// What was asked for in a field, else its name; `nil` for what is no field.
  private func ask(for source: SourceRef) -> String? {
    guard let part = source.part, let field = fields(of: source.name).first(where: { $0.id == part }) else {
      return nil
    }
    return field.ask.isEmpty ? spoken(part) : field.ask
  }

  /// What the method calls an outcome, list or set of groups, else the step in which it is made; `nil` for what has but
  /// an id.
  private func title(of source: SourceRef) -> String? {
    guard source.part == nil else { return nil }
    let promised = method.delivers.first { $0.source == source }?.title
    let title = promised ?? method.list(source.name)?.title ?? method.grouping(source.name)?.title
    if let title, !title.isEmpty { return title.raw(in: language) }
    let step = engine.index.writerPlaces[source.name].flatMap { engine.index.element($0) }
    return step.flatMap { step in
      let title = step.title(in: language)
      return title == step.id || title.contains("{") ? nil : title
    }
  }

  private func spoken(_ id: String) -> String { id.replacing("/", with: " ").replacing("-", with: " ") }
}

extension [Condition] {
  /// For the things of which source the first of them is read that is read for each or some.
  fileprivate var quantified: SourceRef? {
    lazy.compactMap { condition -> SourceRef? in
      switch condition {
      case .every(let quantifier), .some(let quantifier): quantifier.itemOf
      default: nil
      }
    }.first
  }
}

extension ReadingRecord {
  /// Itself or those within it that measure something.
  fileprivate var tests: [ReadingRecord] { kind == "test" ? [self] : children.flatMap(\.tests) }
}
