internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  /// Every outcome that the method writes, in document order, also those that stayed empty.
  func outcomes() -> [OutcomeRecord] {
    let names = written(in: method.agenda) + state.outcomes.keys.sorted()
    var seen: Set<String> = []
    let stale = engine.stale(state)
    // What is taken from a used method stands once, under its taker's name.
    return names.filter { name in
      engine.index.outcomeKinds[name] != nil && engine.index.takers(of: name).isEmpty && seen.insert(name).inserted
    }.map { outcome($0, stale) }
  }

  private func outcome(_ name: String, _ stale: [StaleRun]) -> OutcomeRecord {
    let content = engine.outcome(name, state) ?? OutcomeState()
    let promise = method.delivers.first { $0.source == SourceRef(name: name) }
    let named = promise ?? method.delivers.first { $0.source.name == name }
    let runs = content.runs.compactMap { lens.run($0) }
    return OutcomeRecord(
      id: name, kind: kind(of: name), title: named.map { title(of: $0) }, promised: named != nil,
      delivered: isDelivered(SourceRef(name: name)), rounds: content.rounds, enter: enter(runs),
      fields: fields(of: name),
      entries: content.entries.compactMap { entry($0, in: name) }.inTheirOrder(content.entries, lens),
      withheld: withheld(content), nodes: nodes(name), ballots: runs.compactMap { ballot($0) },
      figures: figuresTogether(runs),
      selections: rest(name) ?? selections(name, content, runs), decisions: decisions(name, content),
      cells: cells(runs),
      stale: stale.filter { $0.outcome == name || engine.index.takers(of: $0.outcome).contains(name) }.compactMap {
        stale in
        place(stale.run.take).map { StaleRecord(place: $0, why: lens.covered(stale.why)) }
      })
  }

  /// The author's own; else one that is right for all that stands under it.
  func title(of promised: Deliverable) -> String {
    guard promised.title.isEmpty else { return promised.title.raw(in: language) }
    return engine.title(of: promised.source, state) ?? OutcomeNames.words(of: promised.source.description)
  }

  private func enter(_ runs: [ActivityRun]) -> Activity.Enter? {
    let ways = Set(runs.compactMap { engine.activity(of: $0.id, state)?.enter })
    return Activity.Enter.allCases.dropFirst().last { ways.contains($0) }
  }

  private func kind(of name: String) -> OutcomeRecord.Kind {
    switch engine.index.outcomeKinds[name] {
    case .documents?: .documents
    case .tables?: .tables
    case .clusters?: .clusters
    case .graphs?: .graphs
    case .placements?: .placements
    case .votes?: .votes
    case .ratings?: .ratings
    case .selections?: .selections
    case .decisions?: .decisions
    case .things?, nil: .things
    }
  }

  /// What an outcome of links joins.
  private func nodes(_ name: String) -> [ThingRecord] {
    guard engine.index.outcomeKinds[name] == .graphs else { return [] }
    return engine.graph(of: name, state, Scope()).nodes.map { lens.thing($0) }
  }

  // MARK: Delivered

  /// Whether there is something in an outcome that counts, seen or not.
  func isDelivered(_ source: SourceRef, _ scope: Scope = Scope()) -> Bool {
    guard let kind = engine.index.outcomeKinds[source.name] else {
      return !engine.things(source, state, scope).isEmpty
    }
    switch kind {
    case .things, .tables, .clusters: return !engine.things(source, state, scope).isEmpty
    case .graphs:
      return !engine.things(SourceRef(name: source.name, part: source.part ?? "links"), state, scope).isEmpty
    case .documents: return isWritten(source, scope)
    case .votes, .ratings, .placements:
      return currentRuns(source.name, scope).contains { run in
        !run.tallies.isEmpty || run.marks.values.contains { $0.values.contains { $0.value != nil && !$0.isLate } }
      }
    case .selections, .decisions:
      let isTaken = engine.index.homes(of: source.name) != nil
      let home = isTaken ? source.name : engine.index.writers[source.name]?.target ?? source.name
      return !engine.newestVerdicts(home, state, scope).isEmpty
        || engine.outcome(home, state).map {
          engine.newestRuns($0, state, scope).contains { $0.choices.values.contains { !$0.isEmpty } }
        } ?? false
    }
  }

  private func isWritten(_ source: SourceRef, _ scope: Scope) -> Bool {
    engine.things(SourceRef(name: source.name), state, scope).contains { thing in
      guard let id = thing.entry, let fields = engine.outcome(source.name, state)?[id]?.fields else { return false }
      return source.part.map { !(fields[$0] ?? "").isEmpty } ?? fields.values.contains { !$0.isEmpty }
    }
  }

  private func currentRuns(_ name: String, _ scope: Scope) -> [ActivityRun] {
    engine.outcome(name, state).map { engine.currentRuns($0, state, scope) } ?? []
  }

  // MARK: Entries

  private func entry(_ entry: Entry, in outcome: String) -> EntryRecord? {
    guard let seen = lens.entries[entry.id], let id = seen.id, let place = place(entry.run.take) else { return nil }
    let isNamed = seen.sight == .named
    let first = firstWordings(seen.wordings)
    let take = state.takes[entry.run.take - 1]
    let subjects = take.about.sorted { $0.key < $1.key }.map(\.value) + (entry.subject.map { [$0] } ?? [])
    return EntryRecord(
      id: id, kind: entry.kind.rawValue, text: seen.text, fields: seen.fields,
      first: Dictionary(uniqueKeysWithValues: first.map { (seen.wordings[$0].field, seen.wordings[$0].text) }),
      firstAt: isNamed ? Moment(first.first.map { seen.wordings[$0].wall }) : nil,
      rewordings: seen.wordings.indices.filter { !first.contains($0) }.map { wording(seen.wordings[$0], seen.sight) },
      withheldWordings: seen.withheldWordings, author: lens.attribution(author: entry.author, seen.sight),
      owner: lens.attribution(entry.unit, seen.sight), group: lens.group(of: entry, seen.sight), place: place,
      round: lens.run(entry.run)?.round ?? 1,
      about: subjects.map { lens.thing($0, at: lens.moment(of: entry, seen.sight)) },
      at: lens.stations(of: entry, seen.sight),
      copiedFrom: entry.copyOf.map { lens.thing($0) },
      members: entry.members.map { lens.thing($0) }, parents: entry.parents.map { lens.thing(.entry($0)) },
      successors: entry.successors.map { lens.thing(.entry($0)) },
      withdrawn: entry.isRetired, late: entry.isLate,
      counts: !entry.isRetired && !entry.isLate && engine.isCurrent(entry, state))
  }

  /// The places of the oldest wording of each field.
  private func firstWordings(_ wordings: [Entry.Version]) -> [Int] {
    var fields: Set<String> = []
    return wordings.indices.filter { fields.insert(wordings[$0].field).inserted }
  }

  private func wording(_ version: Entry.Version, _ sight: Sight) -> EntryRecord.Wording {
    // What is reworded outside of a step without a person's name came from the host.
    let isHost = version.by == nil && version.take == nil
    let by = sight == .named && isHost ? .facilitator : lens.attribution(author: version.by, sight)
    return EntryRecord.Wording(
      field: version.field, text: version.text, at: sight == .named ? Moment(version.wall) : nil, by: by,
      take: version.take, rival: version.isRival, changed: version.changesMeaning)
  }

  private func withheld(_ content: OutcomeState) -> [WithheldCount] {
    var counts: [WithheldCount] = []
    for entry in content.entries where (lens.entries[entry.id]?.sight ?? .counted) == .counted {
      let why = lens.whyCounted(entry)
      if let place = counts.firstIndex(where: { $0.take == entry.run.take && $0.why == why }) {
        counts[place].count += 1
      } else {
        counts.append(WithheldCount(count: 1, take: entry.run.take, why: why))
      }
    }
    return counts
  }

  // MARK: Cells

  /// Fields of things that are no entries, as far as the steps that fill them let them be seen.
  private func cells(_ runs: [ActivityRun]) -> [CellRecord] {
    let fills = runs.filter { run in
      if case .fill? = engine.activity(of: run.id, state)?.kind { true } else { false }
    }
    var seen: Set<ThingRef> = []
    return fills.flatMap(\.ballot).filter { $0.kind != .entry && seen.insert($0).inserted }.compactMap { thing in
      guard let fields = state.cells[thing] else { return nil }
      let writers = allFills(of: thing)
      let hiding = writers.first { engine.sightOfMarks(in: $0, state, for: .record) == .counted }
      return CellRecord(
        thing: lens.thing(thing),
        fields: hiding == nil
          ? fields.filter { !$0.value.isEmpty }.mapValues { FileReference($0)?.path ?? $0 } : [:],
        withheld: hiding.map { lens.reason(for: $0) })
    }
  }

  private func allFills(of thing: ThingRef) -> [ActivityRun] {
    state.takes.flatMap(\.runs).filter { run in
      guard run.ballot.contains(thing), case .fill? = engine.activity(of: run.id, state)?.kind else { return false }
      return true
    }
  }
}

extension [EntryRecord] {
  /// Named entries as they came; unnamed ones after them in the order of their words, so that no order tells who wrote.
  fileprivate func inTheirOrder(_ entries: [Entry], _ lens: RecordLens) -> [EntryRecord] {
    let unnamed = Set(
      entries.compactMap { entry -> String? in
        guard let seen = lens.entries[entry.id], seen.sight != .named else { return nil }
        return seen.id
      })
    guard !unnamed.isEmpty else { return self }
    let hidden = filter { unnamed.contains($0.id) }.sorted { ($0.text, $0.id) < ($1.text, $1.id) }
    return filter { !unnamed.contains($0.id) } + hidden
  }
}
