package import MethodModel

extension SessionEngine {
  /// The things a source holds now, in the order in which they were made.
  ///
  /// Reads entries of current takes that share the reader's subjects; marks stand for the things they were put on.
  /// What was never written reads as empty.
  package func things(_ source: SourceRef, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    if let thing = scope.names[source.name] { return held(source.part, by: thing, state) }
    if let kind = index.outcomeKinds[source.name] {
      return thingsOfOutcome(source, kind, state, scope)
    }
    if let list = method.list(source.name) { return list.values.map { .value($0.id, of: list.id) } }
    if method.setting(source.name) != nil { return things(ofSetting: source.name, state, scope) }
    if method.grouping(source.name) != nil {
      return state.groups[source.name]?.groups.map { ThingRef(kind: .group, id: $0.key) } ?? []
    }
    if source.name == "people" { return state.roster.present.map { .person($0.id) } }
    return state.roles[source.name, default: []].map { .person($0) }
  }

  /// The things a for-each goes through: filtered, and best first where the author ranks them.
  func things(for each: ForEach, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    let things = narrowed(
      things(each.itemOf, state, scope), within: each.within, except: each.except, filters: each.filters,
      naming: each.name, state, scope)
    guard case .ranked(let marks) = each.order else { return things }
    return ordered(things, by: marks, rising: each.isRising, state, scope)
  }

  /// Things by marks on them, or by a number or day of theirs: highest or latest first, or last; what has none comes
  /// behind, and equals as they came.
  func ordered(
    _ things: [ThingRef], by source: SourceRef, rising: Bool, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    let scores = scores(of: source, measure: .median, state, scope)
    let keys = things.map { thing in
      (scores[thing] ?? nil) ?? source.part.flatMap { CalendarDate(field($0, of: thing, state)) }.map(\.asNumber)
    }
    return things.indices.sorted { first, second in
      guard let left = keys[first], let right = keys[second], left != right else {
        return (keys[first] == nil) == (keys[second] == nil) ? first < second : keys[second] == nil
      }
      return rising ? left < right : left > right
    }.map { things[$0] }
  }

  /// What is put up in an activity: what it is about, else what it starts with. Where each works `alone`, what others
  /// have chosen in private neither leaves anything out nor lets it in.
  func ballot(
    of activity: Activity, alone: Bool = false, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    let source: SourceRef? =
      switch activity.kind {
      case .collect: activity.of ?? activity.from
      case .select: activity.from
      case .decide: activity.of ?? activity.from
      case .vote, .rate, .place: activity.of ?? activity.from
      case .fill: activity.into == nil ? activity.of : nil
      case .commit, .cluster, .connect: activity.of ?? activity.from
      }
    guard let source else { return [] }
    let hidden = alone ? (activity.within + activity.except).filter { isChosenInPrivate($0, state) } : []
    return narrowed(
      things(source, state, scope),
      within: activity.within.contains(where: hidden.contains) ? [] : activity.within,
      except: activity.except.filter { !hidden.contains($0) },
      filters: activity.filters.filter { $0.expected != .own },
      naming: "", state, scope)
  }

  /// Keeps what `in` holds, removes what `except` holds, and what does not pass `where`.
  func narrowed(
    _ things: [ThingRef], within: [SourceRef], except: [SourceRef], filters: [FieldTest], naming name: String,
    _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    guard !within.isEmpty || !except.isEmpty || !filters.isEmpty else { return things }
    let kept = within.isEmpty ? nil : Set(within.flatMap { self.things($0, state, scope) })
    let removed = Set(except.flatMap { self.things($0, state, scope) })
    return things.filter { thing in
      (kept?.contains(thing) ?? true) && !removed.contains(thing)
        && filters.allSatisfy { passes(thing, $0, state, scope) }
    }
  }

  private func thingsOfOutcome(
    _ source: SourceRef, _ kind: MethodIndex.OutcomeKind, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    if let place = index.queuesByRest[source.name], index.writers[source.name] == nil {
      return thingsLeft(at: place, state, scope)
    }
    if let writer = index.writers[source.name], case .select(let selection) = writer.kind, selection.rest == source.name
    {
      let computed = newestVerdicts(writer.target, state, scope).flatMap(\.rest)
      let left = outcome(writer.target, state).map { newestRuns($0, state, scope) } ?? []
      return standing(
        computed
          + left.filter { !$0.choices.isEmpty || $0.status == .closed && isChosenFrom($0, state) }.flatMap { run in
            let chosen = Set(run.choices.values.joined())
            return run.ballot.filter { !chosen.contains($0) }
          }, state)
    }
    guard let outcome = outcome(source.name, state) else { return [] }
    switch kind {
    case .things, .tables:
      let entries = currentEntries(outcome, state, scope)
      guard let field = source.part, !(kind == .tables && field == "rows") else { return entries.map { .entry($0.id) } }
      return entries.filter { !($0.fields[field] ?? "").isEmpty }.map { .entry($0.id) }
    case .clusters: return thingsOfClusters(source, outcome, state, scope)
    case .placements: return thingsPlaced(source, outcome, state, scope)
    case .graphs: return thingsOfGraph(source, state, scope)
    case .documents:
      let documents = newestDocuments(outcome, state, scope)
      guard let field = source.part else { return documents.map { .entry($0.id) } }
      return documents.filter { !($0.fields[field] ?? "").isEmpty }.map { .entry($0.id) }
    case .votes, .ratings: return thingsMarked(outcome, state, scope)
    case .selections:
      let selected = thingsSelected(source.name, outcome, state, scope)
      return source.part.map { part in selected.filter { !field(part, of: $0, state).isEmpty } } ?? selected
    case .decisions: return thingsDecided(source, outcome, state, scope)
    }
  }

  /// What nobody came to in a for-each, the last time it was left.
  private func thingsLeft(at place: String, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    var newest: [LeftAt: [ThingRef]] = [:]
    var order: [LeftAt] = []
    for left in state.leftQueues where left.content.place == place {
      let content = left.content
      guard scope.shares(with: content.about), scope.sharesCircle(with: content.circles) else { continue }
      let key = LeftAt(about: content.about, circles: content.circles)
      if newest.updateValue(content.rest, forKey: key) == nil { order.append(key) }
    }
    return order.flatMap { newest[$0] ?? [] }.uniqued.flatMap { standing($0, state) }.uniqued
  }

  /// For which subjects and part something was made.
  private struct LeftAt: Hashable {
    var about: [String: ThingRef]
    var circles: [String: String]
  }

  /// Entries that are read: current, in scope, neither late nor withdrawn.
  package func currentEntries(_ outcome: OutcomeState, _ state: SessionState, _ scope: Scope) -> [Entry] {
    outcome.entries.filter { isRead($0, state, scope) }
  }

  /// Whether an entry counts, is current, and was made for the subjects around the reader.
  func isRead(_ entry: Entry, _ state: SessionState, _ scope: Scope) -> Bool {
    entry.counts && isCurrent(entry, state)
      && (scope.about.isEmpty && scope.use == nil || scope.shares(with: state.takes[entry.run.take - 1]))
      && (scope.about.isEmpty || entry.at.isEmpty || isAtStationInHand(entry, state, scope))
      && (scope.circles.isEmpty
        || scope.sharesCircle(with: state.takes[entry.run.take - 1].circles(of: entry.unit, entry.author)))
  }

  /// Of what was written at the stations of a rotation, a for-each over them reads what belongs to the one in hand; one
  /// that held the rotation itself has its own already.
  private func isAtStationInHand(_ entry: Entry, _ state: SessionState, _ scope: Scope) -> Bool {
    let about = state.takes[entry.run.take - 1].about
    return entry.at.allSatisfy { place, station in
      guard case .rotate(let rotate)? = index.element(place)?.kind else { return true }
      return scope.about.allSatisfy { outer, thing in
        guard about[outer] == nil, case .each(let each)? = index.element(outer)?.kind,
          each.itemOf.name == rotate.through.name
        else { return true }
        return station == thing
      }
    }
  }

  /// Whether an entry's take counts; things of a replaced take count when the new one carries them.
  package func isCurrent(_ entry: Entry, _ state: SessionState) -> Bool {
    var take = state.takes[entry.run.take - 1]
    while take.status == .superseded, entry.kind != .document, let next = take.supersededBy {
      let successor = state.takes[next - 1]
      guard successor.carries else { return false }
      take = successor
    }
    return take.isCurrent
  }

  /// The newest document of each unit and subject.
  func newestDocuments(_ outcome: OutcomeState, _ state: SessionState, _ scope: Scope) -> [Entry] {
    var newest: [DocumentOwner: Entry] = [:]
    var order: [DocumentOwner] = []
    for entry in currentEntries(outcome, state, scope) where entry.kind == .document {
      let owner = DocumentOwner(unit: entry.unit, about: subjects(of: state.takes[entry.run.take - 1]))
      if newest[owner] == nil { order.append(owner) }
      newest[owner] = entry
    }
    return order.compactMap { newest[$0] }
  }

  /// Whose document it is, about what.
  private struct DocumentOwner: Hashable {
    let unit: UnitRef?
    let about: Subjects
  }

  /// What a take was about, and in the scope of which use: the newest counts for each.
  private struct Subjects: Hashable {
    let about: [String: ThingRef]
    let use: String
    let circles: [String: String]
  }

  private func subjects(of take: Take) -> Subjects {
    Subjects(about: take.about, use: Use.scope(of: take.place), circles: take.commonCircles)
  }

  private func thingsMarked(_ outcome: OutcomeState, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    standing(currentRuns(outcome, state, scope).flatMap(\.ballot), state)
  }

  /// Runs of current takes in scope, in order.
  package func currentRuns(_ outcome: OutcomeState, _ state: SessionState, _ scope: Scope) -> [ActivityRun] {
    outcome.runs.compactMap { id in
      let take = state.takes[id.take - 1]
      guard take.isCurrent, scope.shares(with: take), var run = take.runs.first(where: { $0.id == id }) else {
        return nil
      }
      if !scope.circles.isEmpty, take.parts.count > 1 {
        run.marks = run.marks.filter { scope.sharesCircle(with: take.circles(of: $0.key)) }
      }
      return run
    }
  }

  private func thingsSelected(
    _ name: String, _ outcome: OutcomeState, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    var things: [ThingRef] = []
    for verdict in newestVerdicts(name, state, scope) { things += verdict.winners }
    for run in newestRuns(outcome, state, scope) {
      for unit in run.choiceOrder where isRead(unit, of: run, state, scope) { things += run.choices[unit] ?? [] }
    }
    return standing(things, state)
  }

  /// The newest current run for each set of subjects; filling in fields of what was chosen chooses nothing anew.
  package func newestRuns(_ outcome: OutcomeState, _ state: SessionState, _ scope: Scope) -> [ActivityRun] {
    var newest: [Subjects: ActivityRun] = [:]
    var order: [Subjects] = []
    for run in currentRuns(outcome, state, scope) where !isFilling(run, state) {
      let about = subjects(of: state.takes[run.id.take - 1])
      if newest.updateValue(run, forKey: about) == nil { order.append(about) }
    }
    return order.compactMap { newest[$0] }
  }

  private func isChosenFrom(_ run: ActivityRun, _ state: SessionState) -> Bool {
    guard case .select(let selection)? = activity(of: run.id, state)?.kind else { return false }
    return selection.isOwnChoice
  }

  private func isFilling(_ run: ActivityRun, _ state: SessionState) -> Bool {
    if case .fill? = activity(of: run.id, state)?.kind { true } else { false }
  }

  /// Whether what a unit gave in a run belongs to the reader's circle.
  func isRead(_ unit: UnitRef, of run: ActivityRun, _ state: SessionState, _ scope: Scope) -> Bool {
    scope.circles.isEmpty || scope.sharesCircle(with: state.takes[run.id.take - 1].circles(of: unit))
  }

  /// Whether a thing was withdrawn.
  func isRetired(_ thing: ThingRef, _ state: SessionState) -> Bool {
    thing.entry.flatMap { id in state.outcomeOfEntry[id].flatMap { state.outcomes[$0]?[id]?.isRetired } } ?? false
  }

  /// The verdicts of the newest round in scope; one per run, or one of each part that decides for itself.
  package func newestVerdicts(_ name: String, _ state: SessionState, _ scope: Scope) -> [Verdict] {
    newestRecords(name, state, scope).map(\.verdict)
  }

  /// The same with where each was given.
  package func newestRecords(_ name: String, _ state: SessionState, _ scope: Scope) -> [RecordedVerdict] {
    guard let outcome = outcome(name, state) else { return [] }
    let current = outcome.verdicts.filter { verdict in
      let take = state.takes[verdict.run.take - 1]
      return take.isCurrent && scope.shares(with: take)
        && verdict.verdict.unit.map { scope.sharesCircle(with: take.circles(of: $0)) } ?? true
    }
    var newest: [VerdictOwner: RecordedVerdict] = [:]
    var order: [VerdictOwner] = []
    for verdict in current {
      let about = VerdictOwner(unit: verdict.verdict.unit, about: subjects(of: state.takes[verdict.run.take - 1]))
      if newest[about] == nil { order.append(about) }
      if verdict.round >= newest[about]?.round ?? 0 { newest[about] = verdict }
    }
    let all = order.compactMap { newest[$0] }
    return all.filter { old in !all.contains { replaces($0, old, state) } }
  }

  /// Whether a later round asked the same in that circle: parts that were not asked any more no longer count.
  private func replaces(_ new: RecordedVerdict, _ old: RecordedVerdict, _ state: SessionState) -> Bool {
    guard new.round > old.round, old.verdict.unit != nil else { return false }
    let (take, earlier) = (state.takes[new.run.take - 1], state.takes[old.run.take - 1])
    return take.about == earlier.about && Use.scope(of: take.place) == Use.scope(of: earlier.place)
      && take.circles(of: new.verdict.unit) == earlier.circles(of: old.verdict.unit)
      && (new.verdict.subject == old.verdict.subject
        || !Set(new.verdict.subject).isDisjoint(with: old.verdict.subject))
  }

  /// Whose verdict it is, about what.
  private struct VerdictOwner: Hashable {
    let unit: UnitRef?
    let about: Subjects
  }

  private func thingsDecided(
    _ source: SourceRef, _ outcome: OutcomeState, _ state: SessionState, _ scope: Scope
  ) -> [ThingRef] {
    let verdicts = newestVerdicts(source.name, state, scope)
    switch source.part {
    case "objections"?: return openObjections(verdicts, state)
    case "concerns"?: return verdicts.flatMap(\.concerns).map { .entry($0) }
    case "dissent"?: return verdicts.flatMap(\.dissent).compactMap { $0.unit.person.map { .person($0) } }
    default: return verdicts.flatMap(\.winners)
    }
  }

  /// The objections that stand: raised, neither met nor withdrawn.
  func openObjections(_ verdicts: [Verdict], _ state: SessionState) -> [ThingRef] {
    verdicts.flatMap(\.objections).map { .entry($0) }.filter { thing in
      guard let entry = state.entry(thing), !entry.isRetired else { return false }
      return ["open", "qualified"].contains(entry.fields["status"] ?? "open")
    }
  }
}
