import MethodModel

/// What a `for` picks of an outcome, by the word of a thing.
extension SessionEngine {
  /// Of things those that a `for` names: the thing itself, or what was made about it; all of them without a `for`.
  func picked(_ things: [ThingRef], by subject: String?, _ state: SessionState) -> [ThingRef] {
    guard let subject, !subject.isEmpty else { return things }
    return things.filter { thing in
      thing.isCalled(subject) || state.entry(thing).map { isAbout($0, subject, state) } ?? false
    }
  }

  private func isAbout(_ entry: Entry, _ subject: String, _ state: SessionState) -> Bool {
    [entry.subject, entry.copyOf].contains { $0?.isCalled(subject) ?? false }
      || entry.at.values.contains { $0.isCalled(subject) }
      || state.takes[entry.run.take - 1].about.values.contains { $0.isCalled(subject) }
  }

  /// Of verdicts those on the thing that a `for` names, or given while it was in hand; all of them without a `for`.
  func picked(_ verdicts: [RecordedVerdict], by subject: String?, _ state: SessionState) -> [RecordedVerdict] {
    guard let subject, !subject.isEmpty else { return verdicts }
    return verdicts.filter { recorded in
      recorded.verdict.subject.contains { $0.isCalled(subject) }
        || state.takes[recorded.run.take - 1].about.values.contains { $0.isCalled(subject) }
    }
  }

  /// Whether a path leads to a field that a thing may have left empty.
  func isField(_ source: SourceRef, _ scope: Scope) -> Bool {
    guard let part = source.part else { return false }
    if scope.names[source.name] != nil { return part != "members" }
    switch index.outcomeKinds[source.name] {
    case .things?, .documents?, .selections?: return true
    case .tables?: return part != "rows"
    default: return false
    }
  }
}

extension Verdict {
  /// Whether it was decided in favour: where a `for` names a thing, of that one and not of another.
  func isInFavour(of subject: String?) -> Bool {
    guard isPositive, let subject, !subject.isEmpty, !winners.isEmpty,
      self.subject.contains(where: { $0.isCalled(subject) })
    else { return isPositive }
    return winners.contains { $0.isCalled(subject) }
  }
}

extension ThingRef {
  /// Whether a word names it: its id, or that within its source.
  func isCalled(_ word: String) -> Bool { self.word == word || id == word }
}
