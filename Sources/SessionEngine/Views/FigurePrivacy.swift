import MethodModel

/// What keeps a figure off the screens; conditions that rest on it still say their result.
extension SessionEngine {
  /// Why the value of a test is not told; `nil` when it may be.
  ///
  /// Before a declared reveal nothing but the basis is; unless names are shown, nothing is that comes from fewer than
  /// five people, nor what would give those away by being taken from the whole.
  func figureWithheld(_ test: Test, _ state: SessionState, _ scope: Scope) -> String? {
    switch test.measure {
    // How many gave a certain value tells as much as a share of them.
    case .count where test.filters.isEmpty: return nil
    case .answered, .objections, .decided: return nil
    case .count, .distinct, .share, .median, .mean, .min, .max, .spread, .sum, .product: break
    }
    guard [.votes, .ratings].contains(index.outcomeKinds[test.of.name]), let outcome = state.outcomes[test.of.name]
    else { return nil }
    let subject = test.subject.map { word(of: $0, state, scope) }
    return runsForReading(outcome, test, subject, state, scope).lazy.compactMap { reading in
      withheld(test, reading, subject, state, scope)
    }.first
  }

  private func withheld(
    _ test: Test, _ reading: (run: ActivityRun, things: Set<ThingRef>), _ subject: String?, _ state: SessionState,
    _ scope: Scope
  ) -> String? {
    guard let activity = activity(of: reading.run.id, state) else { return nil }
    if activity.reveal != nil, !reading.run.isRevealed { return Self.untilReveal }
    let privacy = MarkPrivacy(self, state)
    guard privacy.reason(for: reading.run) == nil,
      privacy.thinThings(of: reading.run).isDisjoint(with: reading.things)
    else { return Self.tooFew }
    guard activity.names != .shown, reading.run.hasBallots else { return nil }
    let given = givenMarks(reading, subject, state)
    let all = Set(given.map(\.unit))
    let people = test.filters.filter { !["value", "reason", "criterion"].contains($0.field) }
    let some = Set(
      given.filter { mark in
        people.allSatisfy { matches(mark, $0, state, scope) }
      }.map(\.unit))
    return isFew(some.count) || isFew(all.count - some.count) ? Self.tooFew : nil
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < Self.smallestShownGroup }

  static let untilReveal = "not shown before the reveal"
  static let tooFew = "too few to show"
}

extension Reading {
  /// As screens may show it: where the value is kept back, the reason stands in its place.
  package var discreet: Reading {
    var shown = self
    shown.children = children.map(\.discreet)
    if !children.isEmpty, kind != "every", kind != "some", let words = sentence.split(separator: ":").first {
      shown.sentence = "\(words): \(shown.children.map(\.title).joined(separator: "; "))"
    }
    guard let withheld, value != nil else { return shown }
    let stated = sentence.ranges(of: ": ").last.map { String(sentence[..<$0.lowerBound]) } ?? sentence
    let basis = answered.map { answered in electorate.map { " (\(answered) of \($0) answered)" } ?? " (\(answered))" }
    shown.sentence = "\(stated): \(withheld)\(basis ?? "")"
    shown.value = nil
    return shown
  }
}
