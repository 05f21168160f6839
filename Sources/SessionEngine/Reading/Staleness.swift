import MethodModel

/// That something rests on what was replaced since.
struct Replacement: Sendable, Hashable {
  /// The event that replaced it.
  let sequence: Int
  /// "“proposal” was changed since".
  let why: String
}

/// What was entered in one run of an activity, resting on something that was replaced since.
package struct StaleRun: Sendable, Hashable {
  package let run: RunID
  package let outcome: String
  /// What was replaced, in words that give away nothing of what it says.
  package let why: String
}

/// What rests on something that was replaced: derived from the events each time, never stored.
///
/// A mark rests on the thing it is on, in the version of its moment; a verdict and a choice on the takes that their
/// activity read, and through these on all that those rest on; a document on the words it began with; a copy, a
/// reply, a cluster and a link on what they are about. New words, another sorting or another mark on the thing, made
/// since, rest on the replacement. What the host kept since counts.
extension SessionEngine {
  /// What is stale now, in the order in which it was made: of each activity the newest run of each subject.
  package func stale(_ state: SessionState) -> [StaleRun] {
    guard state.hasReplacements else { return [] }
    return state.outcomes.sorted { $0.key < $1.key }.flatMap { name, outcome in
      let places = Dictionary(grouping: outcome.entries.indices) { outcome.entries[$0].run }
      return newestRuns(outcome, state, Scope()).compactMap { run in
        let found = replacement(under: run, state) ?? replacement(under: places[run.id] ?? [], outcome, run, state)
        return found.map { StaleRun(run: run.id, outcome: name, why: $0.why) }
      }
    }.sorted { ($0.run.take, $0.run.activity) < ($1.run.take, $1.run.activity) }
  }

  private func replacement(
    under places: [Int], _ outcome: OutcomeState, _ run: ActivityRun, _ state: SessionState
  ) -> Replacement? {
    newest(
      places.compactMap { place in
        let entry = outcome.entries[place]
        return isRead(entry, state, Scope()) ? replacement(under: entry, in: run, state) : nil
      })
  }

  private func newest(_ replacements: [Replacement]) -> Replacement? { replacements.max { $0.sequence < $1.sequence } }

  // MARK: Marks, choices, verdicts

  /// What was replaced under a run's marks, choices or verdict; `things`: only under the marks on these.
  func replacement(under run: ActivityRun, of things: Set<ThingRef>? = nil, _ state: SessionState) -> Replacement? {
    guard state.hasReplacements else { return nil }
    var seen: Set<RunID> = []
    return replacement(under: run, of: things, state, &seen)
  }

  private func replacement(
    under run: ActivityRun, of things: Set<ThingRef>?, _ state: SessionState, _ seen: inout Set<RunID>
  ) -> Replacement? {
    guard seen.insert(run.id).inserted else { return nil }
    var found = replacedUnderMarks(of: run, things, state) + replacedUnderChoices(of: run, state)
    for number in run.reads where state.takes.indices.contains(number - 1) {
      let take = state.takes[number - 1]
      if let at = take.supersededAt, take.status == .superseded, at > run.chosenAt {
        found.append(givenAnew(take, at, state))
      }
      for read in take.runs where read.admittedAt > max(run.openedSequence, run.chosenAt) {
        found.append(
          Replacement(
            sequence: read.admittedAt,
            why: "ballots on \(quoted(SourceRef(name: read.outcome), state)) were admitted since"))
      }
      for read in take.runs { if let inner = replacement(under: read, of: nil, state, &seen) { found.append(inner) } }
    }
    return newest(found.filter { $0.sequence > run.keptAt })
  }

  private func replacedUnderMarks(
    of run: ActivityRun, _ things: Set<ThingRef>?, _ state: SessionState
  ) -> [Replacement] {
    var found: [ThingRef: Replacement?] = [:]
    func replaced(_ thing: ThingRef) -> Replacement? {
      if let known = found[thing] { return known }
      let replacement = self.replaced(thing, state)
      found[thing] = .some(replacement)
      return replacement
    }
    var result: [Replacement] = []
    for marks in run.marks.values {
      for (key, mark) in marks where things?.contains(key.thing) ?? true && !mark.isLate {
        if let replacement = replaced(key.thing), replacement.sequence > mark.sequence { result.append(replacement) }
      }
    }
    for thing in run.tallies.keys where things?.contains(thing) ?? true {
      if let replacement = replaced(thing), replacement.sequence > run.openedSequence { result.append(replacement) }
    }
    return result
  }

  private func replacedUnderChoices(of run: ActivityRun, _ state: SessionState) -> [Replacement] {
    run.choices.values.joined().compactMap { replaced($0, state) }.filter { $0.sequence > run.chosenAt }
  }

  private func givenAnew(_ take: Take, _ at: Int, _ state: SessionState) -> Replacement {
    let what = quoted(SourceRef(name: take.runs.last?.outcome ?? take.place), state)
    return Replacement(sequence: at, why: "\(what) was worked on anew since")
  }

  // MARK: Things and documents

  /// What was replaced under an entry.
  func replacement(under entry: Entry, _ state: SessionState) -> Replacement? {
    guard state.hasReplacements, let run = run(entry.run, state) else { return nil }
    return replacement(under: entry, in: run, state)
  }

  private func replacement(under entry: Entry, in run: ActivityRun, _ state: SessionState) -> Replacement? {
    let bases = [entry.copyOf, entry.subject].compactMap(\.self) + entry.members
    var found = bases.compactMap { replaced($0, state) }
    if let subject = entry.subject.flatMap({ state.entry($0) }), subject.isRetired, subject.successors.isEmpty {
      found.append(Replacement(sequence: subject.touchedAt, why: "what it answers was withdrawn since"))
    }
    if [.document, .row].contains(entry.kind) {
      found += run.versionsRead.compactMap { replaced($0.thing, state) }
      for number in run.reads where state.takes.indices.contains(number - 1) {
        guard let at = state.takes[number - 1].supersededAt else { continue }
        found.append(givenAnew(state.takes[number - 1], at, state))
      }
    }
    return newest(found.filter { $0.sequence > max(entry.touchedAt, run.keptAt) })
  }

  /// By what a thing was replaced last: it means something else, or its document was written anew.
  private func replaced(_ thing: ThingRef, _ state: SessionState) -> Replacement? {
    guard let id = thing.entry, let home = state.outcomeOfEntry[id] else { return nil }
    if let at = state.meanings[id]?.last {
      return Replacement(sequence: at, why: "\(quoted(SourceRef(name: home), state)) was changed since")
    }
    guard let entry = state.outcomes[home]?[id], entry.kind == .document,
      state.takes.indices.contains(entry.run.take - 1), let at = state.takes[entry.run.take - 1].supersededAt
    else { return nil }
    return Replacement(sequence: at, why: "\(quoted(SourceRef(name: home), state)) was written anew since")
  }

  // MARK: Measures

  /// Why a measure over these runs is no data; `nil`: it rests on nothing that was replaced.
  func stalenessOfMarks(
    _ readings: [(run: ActivityRun, things: Set<ThingRef>)], _ test: Test, _ state: SessionState
  ) -> String? {
    guard state.hasReplacements, test.rounds == .newest else { return nil }
    return readings.lazy.compactMap { replacement(under: $0.run, of: $0.things, state) }.first?.advice
  }

  /// The same over things and documents, and over selections and decisions by their newest runs.
  func stalenessOfThings(
    _ things: [ThingRef], of test: Test, _ state: SessionState, _ scope: Scope
  ) -> String? {
    guard state.hasReplacements, test.rounds == .newest else { return nil }
    if let stale = stalenessOfVerdicts(test.of.name, state, scope) { return stale }
    return things.lazy.compactMap { state.entry($0) }.compactMap { replacement(under: $0, state) }.first?.advice
  }

  /// The same over the verdicts of an outcome.
  func stalenessOfVerdicts(_ name: String, _ state: SessionState, _ scope: Scope) -> String? {
    guard state.hasReplacements, scope.names[name] == nil else { return nil }
    switch index.outcomeKinds[name] {
    case .decisions?, .selections?:
      let outcome = outcome(name, state) ?? index.writers[name].flatMap { self.outcome($0.target, state) }
      let runs = outcome.map { newestRuns($0, state, scope) } ?? []
      return runs.lazy.compactMap { replacement(under: $0, state) }.first?.advice
    default: return nil
    }
  }

  // MARK: What an activity reads

  /// The takes whose marks, documents, rows and verdicts an activity reads when it opens.
  func takesRead(by activity: Activity, _ state: SessionState, _ scope: Scope) -> [Int]? {
    var takes: Set<Int> = []
    for source in activity.sourcesRead where scope.names[source.name] == nil {
      switch index.outcomeKinds[source.name] {
      case .documents?, .tables?:
        // Whoever continues a document leaves it the same; another take that begins it does not.
        let begun = things(SourceRef(name: source.name), state, scope).compactMap { state.entry($0)?.run.take }
        if activity.into != nil || source != activity.of { takes.formUnion(begun) }
      case .placements?, .votes?, .ratings?, .selections?, .decisions?:
        let home = outcome(source.name, state) ?? index.writers[source.name].flatMap { outcome($0.target, state) }
        if let home { takes.formUnion(newestRuns(home, state, scope).map(\.id.take)) }
      case .things?, .clusters?, .graphs?, nil: continue
      }
    }
    return takes.isEmpty ? nil : takes.sorted()
  }

  /// The documents an activity is about or begins with, in their present versions.
  func versionsRead(by activity: Activity, _ state: SessionState, _ scope: Scope) -> [VersionRead]? {
    guard activity.into != nil else { return nil }
    let read = [activity.of, activity.from].compactMap(\.self).flatMap { source -> [ThingRef] in
      let isNamed = scope.names[source.name] != nil
      return isNamed || index.outcomeKinds[source.name] == .documents ? things(source, state, scope) : []
    }.filter { state.entry($0)?.kind == .document }
    guard !read.isEmpty else { return nil }
    return read.uniqued.map { VersionRead(thing: $0, version: $0.entry.flatMap { state.meanings[$0]?.count } ?? 0) }
  }
}

extension Replacement {
  /// Why there is no data, and what to do.
  var advice: String { "\(why): ask again, or keep it with a reason" }
}

extension Activity {
  /// All that it reads when it opens, conditions included.
  var sourcesRead: [SourceRef] {
    var sources = [of, from].compactMap(\.self) + within + except
    if case .select(let selection) = kind {
      sources += [selection.rankedBy, selection.weights].compactMap(\.self) + (selection.condition?.sourcesRead ?? [])
    }
    return sources
  }
}

extension Condition {
  /// All that it measures.
  var sourcesRead: [SourceRef] {
    switch self {
    case .test(let test): [test.of] + [test.weights].compactMap(\.self) + test.within + test.except
    case .judge: []
    case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.sourcesRead)
    case .every(let quantifier), .some(let quantifier):
      [quantifier.itemOf] + quantifier.within + quantifier.except + quantifier.condition.sourcesRead
    }
  }
}
