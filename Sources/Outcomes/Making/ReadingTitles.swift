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

  /// `answers to “Who?” for tea at least 1: 1` and `those in “Our actions” with an answer to “Who?” at least 1: 3`, where
  /// the engine says `number of owner for tea` and `number of actions owner`.
  func titled(_ sentence: String, _ tests: [Test]) -> String {
    guard tests.count == 1, let test = tests.first, test.measure == .count else { return sentence }
    let whole = "number of \(spoken(test.of.description))"
    guard let part = test.of.part, let field = fields(of: test.of.name).first(where: { $0.id == part }) else {
      guard test.of.part == nil, let title = title(of: test.of) else { return sentence }
      return sentence.replacing(whole, with: "number in “\(title)”", maxReplacements: 1)
    }
    let ask = field.ask.isEmpty ? spoken(part) : field.ask
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

  /// What the method calls an outcome, list or set of groups; `nil` where it has but an id.
  private func title(of source: SourceRef) -> String? {
    guard source.part == nil else { return nil }
    let promised = method.delivers.first { $0.source == source }?.title
    let title = promised ?? method.list(source.name)?.title ?? method.grouping(source.name)?.title
    return title.flatMap { $0.isEmpty ? nil : $0.raw(in: language) }
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
