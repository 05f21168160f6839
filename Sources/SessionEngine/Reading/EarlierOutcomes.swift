import MethodModel

/// What an earlier session's record tells, read where a setting of that type is named.
extension SessionEngine {
  func earlier(_ name: String, _ state: SessionState) -> EarlierOutcome? { state.start?.earlier?[name] }

  /// The thing of an earlier outcome that a value stands for.
  func earlierThing(_ thing: ThingRef, _ state: SessionState) -> EarlierOutcome.Thing? {
    guard thing.kind == .value, let slash = thing.id.firstIndex(of: "/") else { return nil }
    return earlier(String(thing.id[..<slash]), state)?.thing(String(thing.id[thing.id.index(after: slash)...]))
  }

  /// `{before/need}`: the figure that says most of a thing, else its words.
  func words(ofEarlier outcome: EarlierOutcome, _ field: String?) -> String? {
    guard let field else { return outcome.things.map(\.label).joined(separator: ", ") }
    guard let thing = outcome.thing(field) else { return nil }
    let figure = ["median", "sum", "mean"].lazy.compactMap { thing.figures[$0] }.first
    return figure?.description ?? thing.label
  }

  /// A measure over an earlier outcome: of one thing, or over the same figure of all of them.
  func figure(of test: Test, in outcome: EarlierOutcome, _ state: SessionState, _ scope: Scope) -> Figure {
    let word = test.subject.map { self.word(of: $0, state, scope) }
    let things = outcome.things.filter { thing in
      let value = ThingRef.value(thing.id, of: test.of.name)
      return (word == nil || thing.id == word) && test.filters.allSatisfy { passes(value, $0, state, scope) }
    }
    switch test.measure {
    case .count where outcome.withheld ?? 0 > 0 && (word != nil || !test.filters.isEmpty),
      .distinct where outcome.withheld ?? 0 > 0:
      return Figure(why: "the record of \(outcome.session) keeps some of it back")
    case .count: return Figure(value: Number(things.count + (outcome.withheld ?? 0)))
    case .distinct:
      let values = things.compactMap { thing in test.of.part.map { thing.fields[$0] } ?? thing.label }
      return Figure(value: Number(Set(values).count))
    default: break
    }
    let figures = things.compactMap { $0.figures[test.measure.rawValue] }
    guard figures.count > 1 else {
      return Figure(value: figures.first, why: "the record of \(outcome.session) does not tell it")
    }
    return Figure(value: Statistics(figures).value(of: test.measure), why: "nothing to measure there")
  }
}
