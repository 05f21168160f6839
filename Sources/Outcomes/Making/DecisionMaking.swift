internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  // MARK: Selections

  func selections(_ name: String, _ content: OutcomeState, _ runs: [ActivityRun]) -> [SelectionRecord] {
    let newest = engine.newestRecords(name, state, Scope())
    let computed = content.verdicts.compactMap { verdict -> (run: RunID, selection: SelectionRecord)? in
      guard case .select? = engine.activity(of: verdict.run, state)?.kind else { return nil }
      return computedSelection(verdict, counts: newest.contains(verdict)).map { (verdict.run, $0) }
    }
    let newestRuns = Set(engine.newestRuns(content, state, Scope()).map(\.id))
    let all = runs.flatMap { run -> [SelectionRecord] in
      guard case .select? = engine.activity(of: run.id, state)?.kind else { return [] }
      return computed.filter { $0.run == run.id }.map(\.selection) + choices(run, count: newestRuns.contains(run.id))
    }
    return all.enumerated().map { place, selection in
      var selection = selection
      selection.id = "\(name)#\(place + 1)"
      return selection
    }
  }

  /// Of what a select leaves under a name of its own: the other side of each of its selections; `nil`: it is none.
  func rest(_ name: String) -> [SelectionRecord]? {
    guard let writer = engine.index.writers[name], case .select(let selection) = writer.kind, selection.rest == name
    else { return nil }
    let content = engine.outcome(writer.target, state) ?? OutcomeState()
    let made = selections(writer.target, content, content.runs.compactMap { lens.run($0) })
    var rests: [SelectionRecord] = []
    for selection in made {
      var rest = selection
      (rest.taken, rest.rest) = (selection.rest, selection.taken)
      // What one person left another may have taken: only what nobody chose is left over.
      if rest.rule == "choice", let place = rests.firstIndex(where: { $0.place == rest.place && $0.rule == "choice" }) {
        rests[place].taken.removeAll { selection.taken.contains($0) }
        rests[place].rest += selection.taken.filter { !rests[place].rest.contains($0) }
        rests[place].by = .room
      } else {
        rests.append(rest)
      }
    }
    return rests.enumerated().map { place, rest in
      var rest = rest
      rest.id = "\(name)#\(place + 1)"
      return rest
    }
  }

  private func computedSelection(_ recorded: RecordedVerdict, counts: Bool) -> SelectionRecord? {
    guard let activity = engine.activity(of: recorded.run, state), case .select(let selection) = activity.kind,
      let place = place(recorded.run.take)
    else { return nil }
    let verdict = recorded.verdict
    let thin = selection.rankedBy.map { lens.thinThings(ofOutcome: $0.name) } ?? []
    let withheld = selection.rankedBy.flatMap { lens.figuresWithheld(ofOutcome: $0.name) }
    return SelectionRecord(
      id: "", place: place, round: recorded.round, counts: counts,
      at: Moment(recorded.wall), rule: verdict.rule,
      by: verdict.unit.map { lens.attribution($0, .named) } ?? .room, among: things(verdict.subject, recorded),
      taken: things(verdict.winners, recorded), rest: things(verdict.rest, recorded),
      scores: withheld == nil ? scores(recorded, hiding: thin) : [], withheld: withheld, remark: verdict.remark)
  }

  private func choices(_ run: ActivityRun, count: Bool) -> [SelectionRecord] {
    guard let place = place(run.id.take) else { return [] }
    let sight = engine.sightOfMarks(in: run, state, for: .record)
    let why = sight == .counted ? lens.reason(for: run) : nil
    let choices = run.choiceOrder.map { unit in
      let taken = run.choices[unit] ?? []
      return SelectionRecord(
        id: "", place: place, round: run.round, counts: count, at: nil, rule: "choice",
        by: sight == .counted ? .withheld : lens.attribution(unit, sight), among: run.ballot.map { thing($0, in: run) },
        taken: why == nil ? taken.map { thing($0, in: run) } : [],
        rest: why == nil ? run.ballot.filter { !taken.contains($0) }.map { thing($0, in: run) } : [], scores: [],
        withheld: why, remark: nil)
    }
    guard sight == .words else { return choices }
    return choices.sorted {
      $0.taken.map(\.words).joined(separator: "\n") < $1.taken.map(\.words).joined(separator: "\n")
    }
  }

  private func scores(_ recorded: RecordedVerdict, hiding thin: Set<ThingRef>) -> [ScoreRecord] {
    let rounds = ScoredRounds(of: recorded, state)
    return recorded.verdict.scores.map { score in
      ScoreRecord(
        thing: lens.thing(score.thing, at: recorded.wall),
        score: thin.contains(score.thing) ? nil : Figure(score.score),
        holds: score.holds, round: rounds?[score.thing])
    }
  }

  /// Things in the words they had when it was decided.
  private func things(_ things: [ThingRef], _ recorded: RecordedVerdict) -> [ThingRecord] {
    things.map { lens.thing($0, at: recorded.wall) }
  }

  // MARK: Decisions

  func decisions(_ name: String, _ content: OutcomeState) -> [DecisionRecord] {
    content.verdicts.indices.compactMap { index in
      let recorded = content.verdicts[index]
      guard let activity = engine.activity(of: recorded.run, state), case .decide(let decide) = activity.kind,
        let place = place(recorded.run.take)
      else { return nil }
      return decision(
        name, index, activity, decide, place, counts: isNewest(index, in: content.verdicts), content)
    }
  }

  /// No later verdict on the same subjects has taken its place.
  private func isNewest(_ index: Int, in verdicts: [RecordedVerdict]) -> Bool {
    let take = state.takes[verdicts[index].run.take - 1]
    guard take.isCurrent else { return false }
    return !verdicts.indices.contains { other in
      let rival = state.takes[verdicts[other].run.take - 1]
      guard other != index, rival.isCurrent, rival.about == take.about,
        verdicts[other].verdict.unit == verdicts[index].verdict.unit
      else { return false }
      return (verdicts[other].round, other) > (verdicts[index].round, index)
    }
  }

  private func decision(
    _ name: String, _ index: Int, _ activity: Activity, _ decide: Decide, _ place: PlaceRecord,
    counts: Bool, _ content: OutcomeState
  ) -> DecisionRecord {
    let recorded = content.verdicts[index]
    let verdict = recorded.verdict
    let runs = lens.privacy.markedRuns(recorded.run)
    let figuresWithheld = lens.figuresWithheld(of: recorded, counting: runs, beside: content.verdicts)
    let thin = runs.reduce(into: Set<ThingRef>()) { $0.formUnion(lens.thinThings(of: $1)) }
    let sight = runs.map { engine.sightOfMarks(in: $0, state, for: .record) }.min() ?? .named
    let hiding = runs.first { engine.sightOfMarks(in: $0, state, for: .record) == .counted }
    let dissentWithheld = hiding.map { lens.reason(for: $0) } ?? (sight == .words ? figuresWithheld : nil)
    let deciding = members(of: verdict.unit, in: recorded.run)
    let electorate = (runs.last.map { engine.electorate(of: $0, state).entitled } ?? []).filter { unit in
      guard let deciding, case .person(let person) = unit.ref else { return true }
      return deciding.contains(person)
    }
    return DecisionRecord(
      id: "\(name)#\(index + 1)", outcome: name, part: verdict.unit.map { lens.attribution($0, .named) }, place: place,
      round: recorded.round, at: Moment(recorded.wall), counts: counts,
      rule: verdict.rule, about: things(verdict.subject, recorded), result: verdict.result.rawValue,
      winners: things(verdict.winners, recorded), rest: things(verdict.rest, recorded),
      electorate: electorate.map { lens.attribution($0.ref, .named) },
      entitled: runs.isEmpty ? verdict.electorate : electorate.count,
      present: verdict.electorate, answered: verdict.enteredInPart == true ? nil : verdict.answered,
      quorum: Figure(verdict.quorum),
      threshold: Figure(verdict.threshold), among: decide.among.rawValue, silence: decide.silence.rawValue,
      scores: figuresWithheld == nil ? scores(recorded, hiding: thin) : [],
      signals: figuresWithheld == nil ? verdict.counts : [:],
      figuresWithheld: figuresWithheld, dissent: dissentWithheld == nil ? dissent(verdict, sight) : [],
      dissentWithheld: dissentWithheld, objections: verdict.objections.compactMap { raised($0, content) },
      concerns: verdict.concerns.compactMap { raised($0, content) }, remark: verdict.remark,
      reason: verdict.reason ?? recorded.reason, chosenBy: choosers(recorded, activity))
  }

  private func choosers(_ recorded: RecordedVerdict, _ activity: Activity) -> [Attribution] {
    guard case .decide(let decide) = activity.kind, decide.rule == .one, activity.names == .shown else { return [] }
    let choosers = engine.run(recorded.run, state)?.choosers ?? [:]
    let unit = recorded.verdict.unit ?? .part(Part.roomKey)
    return (choosers[unit] ?? []).reversed().uniqued.reversed().map { lens.attribution(.person($0), .named) }
  }

  /// Who is in the part that decided for itself; `nil` where all decided together.
  private func members(of unit: UnitRef?, in run: RunID) -> Set<PersonID>? {
    guard case .part(let key)? = unit, key != Part.roomKey else { return nil }
    let parts = state.takes[run.take - 1].parts.filter { $0.key == key || $0.circles.values.contains(key) }
    return parts.isEmpty ? nil : Set(parts.flatMap(\.members))
  }

  private func dissent(_ verdict: Verdict, _ sight: Sight) -> [DecisionRecord.Dissent] {
    let rows = verdict.dissent.map { dissent in
      DecisionRecord.Dissent(
        by: lens.attribution(dissent.unit, sight), value: dissent.value,
        reason: (dissent.reason ?? "").isEmpty ? nil : dissent.reason)
    }
    guard sight != .named else { return rows }
    return rows.sorted { ($0.value, $0.reason ?? "") < ($1.value, $1.reason ?? "") }
  }

  private func raised(_ id: EntryID, _ content: OutcomeState) -> DecisionRecord.Raised? {
    guard let entry = content[id], let seen = lens.entries[id] else { return nil }
    let status = entry.kind == .objection ? entry.isRetired ? "withdrawn" : entry.fields["status"] : nil
    return DecisionRecord.Raised(
      entry: seen.id, text: seen.id == nil ? nil : seen.text, status: status,
      by: lens.attribution(author: entry.author, seen.sight))
  }
}
