import MethodModel

/// What of a ballot lies before the parts in one circle, at one station or with one sheet in hand.
package struct Offer: Hashable, Sendable, Codable {
  /// Parts that have the same before them.
  package struct Standing: Hashable, Sendable, Codable {
    var circles: [String: String]
    var at: [String: ThingRef]?

    init(_ part: Part) { (circles, at) = (part.circles, part.at) }
  }

  package var standing: Standing
  /// In the ballot, in its order.
  package var places: [Int]
}

/// What lies before each part: with a rotation or a phase in parts around, not everybody has the same.
extension SessionEngine {
  /// A scope in which the names of rotations stand for where a part is, or what it has in hand.
  func bound(_ scope: Scope, to part: Part) -> Scope {
    var scope = scope
    for (place, thing) in part.at ?? [:] {
      if case .rotate(let rotate)? = index.element(place)?.kind, let name = rotate.name { scope.names[name] = thing }
    }
    return scope
  }

  /// What is put up in an activity to all parts together, and what of it lies before which.
  func ballot(
    of activity: Activity, for parts: [Part], _ state: SessionState, _ scope: Scope
  ) -> (things: [ThingRef], offers: [Offer]?) {
    guard parts.contains(where: \.isApart) else {
      return (ballot(of: activity, alone: parts.allSatisfy { $0.kind == .person }, state, scope), nil)
    }
    var seen: Set<Offer.Standing> = []
    let sights = parts.filter { seen.insert(Offer.Standing($0)).inserted }.map {
      (standing: Offer.Standing($0), things: offered(by: activity, to: $0, state, scope))
    }
    let things = sights.flatMap(\.things).uniqued
    let numbers = Dictionary(uniqueKeysWithValues: things.enumerated().map { ($1, $0) })
    return (things, sights.map { Offer(standing: $0.standing, places: $0.things.uniqued.compactMap { numbers[$0] }) })
  }

  func offered(
    by activity: Activity, to part: Part, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    ballot(of: activity, alone: part.kind == .person, state, bound(scope, to: part)).filter {
      lies($0, before: part, state)
    }
  }

  /// Whether a thing comes from a part's own circle and from where it is; what is no entry lies before everybody.
  private func lies(_ thing: ThingRef, before part: Part, _ state: SessionState) -> Bool {
    guard let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id] else {
      return true
    }
    return entry.isMet(by: part)
  }

  /// What a run puts up to one unit; where only some of it is wanted, the rest is not looked at any further.
  package func offered(
    in run: ActivityRun, to unit: UnitRef, _ state: SessionState, where isWanted: (ThingRef) -> Bool = { _ in true }
  ) -> [ThingRef] {
    var sight = UnitSight(self, unit, in: state.takes[run.id.take - 1], state)
    let (things, areFromOffer) = candidates(in: run, to: unit, state)
    return things.filter { isWanted($0) && !(areFromOffer && isRetired($0, state)) && sight.reaches($0) }
  }

  /// Whether a run puts up to one unit anything that is wanted; looks no further than the first.
  func isAnyOffered(
    in run: ActivityRun, to unit: UnitRef, _ state: SessionState, where isWanted: (ThingRef) -> Bool
  ) -> Bool {
    var sight = UnitSight(self, unit, in: state.takes[run.id.take - 1], state)
    let (things, areFromOffer) = candidates(in: run, to: unit, state)
    return things.contains { isWanted($0) && !(areFromOffer && isRetired($0, state)) && sight.reaches($0) }
  }

  /// What lies before a unit, seen or not, and is for it; what an offer was made of may have retired since.
  private func candidates(
    in run: ActivityRun, to unit: UnitRef, _ state: SessionState
  ) -> (things: [ThingRef], areFromOffer: Bool) {
    let (things, areFromOffer) = laidBefore(unit, in: run, state)
    guard let activity = activity(of: run.id, state), offersOwn(activity, state) else { return (things, areFromOffer) }
    let owner = owner(unit, in: state.takes[run.id.take - 1], state)
    return (things.filter { isOffered($0, to: owner, activity, state) }, areFromOffer)
  }

  /// Whether each unit has something else of the same ballot before it: what is theirs, or what they chose.
  private func offersOwn(_ activity: Activity, _ state: SessionState) -> Bool {
    activity.offersOwn || (activity.within + activity.except).contains { isChosenInPrivate($0, state) }
  }

  /// Whether a source is what each has chosen for themselves and nobody else was shown.
  func isChosenInPrivate(_ source: SourceRef, _ state: SessionState) -> Bool {
    guard let writer = index.writers[source.name], case .select(let selection) = writer.kind, selection.isOwnChoice,
      writer.target == source.name, let run = state.outcomes[source.name]?.runs.last.flatMap({ self.run($0, state) })
    else { return false }
    return !run.isRevealed && audience(of: writer, run, state) == .author
      && run.choiceOrder.allSatisfy { $0.person != nil }
  }

  /// What a person has chosen there, and nobody else knows.
  func privateChoices(of person: PersonID, in source: SourceRef, _ state: SessionState) -> [ThingRef] {
    (state.outcomes[source.name]?.runs ?? []).last.flatMap { run($0, state)?.choices[.person(person)] } ?? []
  }

  private func owner(_ unit: UnitRef, in take: Take, _ state: SessionState) -> OwningUnit {
    OwningUnit(ref: unit, title: "", members: UnitSight.members(of: unit, in: take, state))
  }

  private func laidBefore(
    _ unit: UnitRef, in run: ActivityRun, _ state: SessionState
  ) -> (things: [ThingRef], areFromOffer: Bool) {
    let take = state.takes[run.id.take - 1]
    if let tied = tied(for: unit, in: run, state) { return (tied, false) }
    guard take.parts.contains(where: \.isApart), let part = part(of: unit, in: take) else { return (run.ballot, false) }
    let standing = Offer.Standing(part)
    if let offer = run.offers?.first(where: { $0.standing == standing }) {
      return (offer.places.map { run.ballot[$0] }, true)
    }
    guard let activity = activity(of: run.id, state) else { return (run.ballot, false) }
    let offered = Set(offered(by: activity, to: part, state, scope(of: take)))
    return (run.ballot.filter { offered.contains($0) }, false)
  }

  /// Whether a run puts up a thing to one unit.
  func isOffered(_ thing: ThingRef, in run: ActivityRun, to unit: UnitRef, _ state: SessionState) -> Bool {
    guard run.onBallot.contains(thing) else { return false }
    let take = state.takes[run.id.take - 1]
    if let tied = tied(for: unit, in: run, state), !tied.contains(thing) { return false }
    if let activity = activity(of: run.id, state), offersOwn(activity, state),
      !isOffered(thing, to: owner(unit, in: take, state), activity, state)
    {
      return false
    }
    guard take.parts.contains(where: \.isApart), let part = part(of: unit, in: take) else {
      return mayWork(unit, in: take, with: thing, state)
    }
    let standing = Offer.Standing(part)
    guard let offer = run.offers?.first(where: { $0.standing == standing }) else {
      return offered(in: run, to: unit, state).contains(thing)
    }
    return offer.places.contains { run.ballot[$0] == thing } && !isRetired(thing, state)
      && mayWork(unit, in: take, with: thing, state)
  }

  /// The part that a unit is, or belongs to.
  func part(of unit: UnitRef, in take: Take) -> Part? {
    switch unit {
    case .part(let key): take.parts.first { $0.key == key } ?? (take.parts.count == 1 ? take.parts.first : nil)
    case .person(let person):
      take.parts.first { $0.key == person.raw } ?? take.parts.first { $0.members.contains(person) }
    case .sheet: take.parts.count == 1 ? take.parts.first : nil
    }
  }
}

extension Activity {
  /// Each works with what is theirs: a `where` says `own`, or a group chooses among its people.
  var offersOwn: Bool { choosesPeople || filters.contains { $0.expected == .own } }

  /// Somebody is chosen among those who are there.
  var choosesPeople: Bool { if case .select = kind { from?.name == "people" } else { false } }
}

extension Part {
  /// Whether it may have something else before it than the other parts.
  var isApart: Bool { at != nil || !circles.isEmpty }
}

extension Entry {
  /// Whether a part reads it: made in the same circle of every phase around both, and at the same station or sheet.
  func isMet(by part: Part) -> Bool {
    (part.at ?? [:]).allSatisfy { place, thing in at[place].map { $0 == thing } ?? true }
      && part.circles.allSatisfy { place, key in
        part.at?[place] != nil || (circles[place].map { $0 == key } ?? true)
      }
  }
}

extension ActivityRun {
  /// Puts things before a part that came since.
  mutating func putUp(_ things: [ThingRef], to part: Part) {
    for thing in things where onBallot.insert(thing).inserted { ballot.append(thing) }
    let numbers = Dictionary(ballot.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    offers = (offers ?? []) + [Offer(standing: Offer.Standing(part), places: things.compactMap { numbers[$0] })]
  }
}
