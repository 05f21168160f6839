import MethodModel

extension MethodFacts {
  /// The seconds of a formula at a step for so many participants of the method, the longest lap of several; `nil` when
  /// that hangs on people or things that nobody knows beforehand.
  func longest(_ formula: TimeFormula, at step: MethodTree.ID, _ people: Int) -> Int? {
    switch formula {
    case .perLap(let laps): return laps.max()
    case .sum(let terms, let atMost):
      guard let circles = PeopleCount(facts: self).circles(around: step, of: people) else { return nil }
      let totals = circles.map { circle -> Int? in
        terms.reduce(0) { sum, term in
          guard let sum, let seconds = seconds(of: term.span, at: step), let count = units(of: term, at: step, circle)
          else { return nil }
          return sum + seconds * count
        }
      }
      guard let longest = totals.max(by: { ($0 ?? 0) < ($1 ?? 0) }), totals.allSatisfy({ $0 != nil }) else {
        return nil
      }
      let most = atMost.flatMap { seconds(of: $0, at: step) }
      return longest.map { min($0, most ?? $0) }
    }
  }

  /// The numbers of participants for which a growing formula comes to what is asked, with its seconds; empty for one that
  /// does not grow.
  func sizes(
    of formula: TimeFormula, at step: MethodTree.ID, where isMeant: (Int) -> Bool
  ) -> [(people: Int, seconds: Int)] {
    guard case .sum(let terms, _) = formula, terms.contains(where: { $0.per != nil }) else { return [] }
    func meant(_ people: Int) -> (people: Int, seconds: Int)? {
      guard let seconds = longest(formula, at: step, people), isMeant(seconds) else { return nil }
      return (people, seconds)
    }
    // What grows with people alone is shortest with the fewest.
    let isSimple = terms.allSatisfy { $0.per == nil || $0.per == .person }
    if isSimple, participants.allSatisfy({ meant($0.lowerBound) == nil }) { return [] }
    return participants.joined().compactMap(meant)
  }

  /// How often a term counts for so many people around a step.
  private func units(of term: TimeFormula.Term, at step: MethodTree.ID, _ circle: Int) -> Int? {
    let with = tree.value(.with, of: step) ?? "room"
    let isRole = names.definitions[with]?.kind == .role
    switch term.per {
    case nil: return 1
    case .person: return isRole ? nil : circle
    case .group: return sizes(of: with, circle)?.count
    case .member: return sizes(of: with, circle)?.max()
    case .grouping(let name): return holders(of: name) ?? sizes(of: name, circle)?.count
    case .item: return nil
    }
  }

  /// How many hold a role, where its author gives one number.
  private func holders(of name: String) -> Int? {
    guard let definition = names.definitions[name], definition.kind == .role,
      let people = tree.has(.people, of: definition.node) ? tree.range(.people, of: definition.node) : CountRange(1, 1),
      people.lower == people.upper
    else { return nil }
    return people.lower
  }

  private func sizes(of set: String, _ people: Int) -> [Int]? {
    guard case .sizes(let sizes) = PeopleCount(facts: self).groups(of: set, people) else { return nil }
    return sizes
  }
}
