import MethodModel
import SessionEngine

// MARK: Items and actions

extension SimulatedActivity {
  /// Each unit says some things, some nothing; now and then somebody takes over what they said before.
  mutating func collect(_ imagination: inout Imagination) {
    guard case .collect(let limits, let isUnique, let expect) = activity.kind else { return }
    var taken = isUnique ? textsSoFar() : []
    for unit in units {
      if let asked = asked(of: unit) {
        let most = engine.count(limits.atMost, state, scope).map { left(of: $0, unit) } ?? asked.count
        for thing in asked.filter({ _ in !imagination.once(in: 9) }).prefix(most) {
          say(unit, about: thing, &taken, &imagination)
        }
      } else {
        for _ in 0..<count(of: unit, limits, expect, &imagination) { say(unit, about: nil, &taken, &imagination) }
      }
    }
  }

  /// What a unit is asked to answer, one by one; `nil` where nothing is replied to.
  private func asked(of unit: OwningUnit) -> [ThingRef]? {
    guard activity.of != nil, !run.ballot.isEmpty else { return nil }
    return engine.putUp(in: run, state).filter {
      engine.isOffered($0, to: unit, activity, state) && engine.standing($0, state) == [$0]
    }
  }

  private mutating func say(
    _ unit: OwningUnit, about: ThingRef?, _ taken: inout Set<String>, _ imagination: inout Imagination
  ) {
    guard case .collect(_, let isUnique, _) = activity.kind else { return }
    let author = author(of: unit, &imagination)
    let copied = about == nil && imagination.percent(60) ? ownThing(of: unit, not: taken, &imagination) : nil
    var fields: [String: String] = copied == nil ? ["text": imagination.idea()] : [:]
    for field in activity.fields { fields[field.id] = value(of: field, unit, &imagination) }
    // Where something has to be named of which there is nothing, nobody says anything.
    guard !activity.fields.contains(where: { $0.required && (fields[$0.id] ?? "").isEmpty }) else { return }
    if isUnique { taken.insert(Roster.folded(fields["text"] ?? copied.map { engine.label(of: $0, state) } ?? "")) }
    add(fields, author, unit, copied, about, &imagination)
  }

  /// The words that are there already, where each is wanted once.
  private func textsSoFar() -> Set<String> {
    guard let outcome = state.outcomes[activity.target] else { return [] }
    return Set(engine.currentEntries(outcome, state, scope).map { Roster.folded($0.text) })
  }

  /// What a limit leaves to a unit that may have said something before.
  private func left(of most: Int, _ unit: OwningUnit) -> Int {
    max(0, most - engine.entryCount(of: unit.ref, in: run, state))
  }

  /// How much a unit says: the more people, the more; nothing in one of nine cases.
  private func count(
    of unit: OwningUnit, _ limits: Limits, _ expect: Expectation?, _ imagination: inout Imagination
  ) -> Int {
    guard !imagination.once(in: 9) else { return 0 }
    let most = left(of: engine.count(limits.atMost, state, scope) ?? 12, unit)
    let least = engine.count(limits.atLeast, state, scope) ?? 1
    var range = unit.ref.person == nil ? 1...max(2, min(8, unit.members.count / 2)) : 1...2
    if let expect, engine.units(of: activity, take, state).count == 1 {
      range = expect.low...max(expect.low, expect.high)
    }
    return min(most, max(least, imagination.number(range)))
  }

  private func author(of unit: OwningUnit, _ imagination: inout Imagination) -> PersonID? {
    let isUnnamed = unit.ref.person == nil && imagination.once(in: 10)
    return isUnnamed ? nil : imagination.pick(speakers(unit))
  }

  /// Something the unit has brought along and that has not been said yet.
  private mutating func ownThing(
    of unit: OwningUnit, not taken: Set<String>, _ imagination: inout Imagination
  ) -> ThingRef? {
    let own = brought[unit.ref] ?? ownThings(of: unit)
    brought[unit.ref] = own
    guard !taken.isEmpty else { return imagination.pick(own) }
    return imagination.pick(own.filter { !taken.contains(Roster.folded(engine.label(of: $0, state))) })
  }

  private func ownThings(of unit: OwningUnit) -> [ThingRef] {
    engine.offered(in: run, to: unit.ref, state) { isOwn($0, of: unit.ref, unit.members) }
  }

  private mutating func add(
    _ fields: [String: String], _ author: PersonID?, _ unit: OwningUnit, _ copied: ThingRef?, _ about: ThingRef?,
    _ imagination: inout Imagination
  ) {
    act(
      .add(
        AddEntry(
          run: run.id, id: imagination.entryID(), author: author, part: part(unit), fields: fields, copyOf: copied,
          about: about)),
      at: moment(&imagination), by: author)
  }

  /// Actions with an owner and a date, each missing now and then; from what was collected before, where that is wanted.
  mutating func commit(_ imagination: inout Imagination) {
    guard case .commit(let limits, _) = activity.kind else { return }
    var sources = imagination.shuffled(activity.from == nil ? [] : run.ballot)
    for unit in units {
      let isRoom = unit.ref.person == nil
      guard isRoom || !imagination.once(in: 4) else { continue }
      let most = left(of: engine.count(limits.atMost, state, scope) ?? 5, unit)
      let least = min(most, engine.count(limits.atLeast, state, scope) ?? 1)
      let offered = Set(engine.offered(in: run, to: unit.ref, state))
      for _ in 0..<max(least, min(most, imagination.number(isRoom ? 2...4 : 1...1))) {
        let copied = imagination.percent(70) && sources.last.map(offered.contains) == true ? sources.popLast() : nil
        commit(unit, copied, &imagination)
      }
    }
  }

  private mutating func commit(_ unit: OwningUnit, _ copied: ThingRef?, _ imagination: inout Imagination) {
    let author = imagination.pick(speakers(unit))
    var fields: [String: String] = copied == nil ? ["text": imagination.idea()] : [:]
    if !imagination.once(in: 8), let author { fields["owner"] = state.roster[author]?.name }
    if !imagination.once(in: 8) { fields["due"] = imagination.date() }
    if imagination.percent(60) { fields["measure"] = imagination.word(imagination.phrases.measures) }
    for field in activity.fields { fields[field.id] = value(of: field, unit, &imagination) }
    add(fields, author, unit, copied, nil, &imagination)
  }

  /// What somebody writes into a field.
  private func value(of field: Field, _ unit: OwningUnit, _ imagination: inout Imagination) -> String {
    switch field.kind {
    case .number, .minutes:
      if let range = field.range { return String(imagination.number(within: range)) }
      return String(field.kind == .minutes ? imagination.number(1...12) * 5 : imagination.number(1...20))
    case .date: return imagination.date()
    case .choice: return imagination.pick(field.values)?.id ?? ""
    case .person:
      let people = state.roster.present.filter { !field.neverOwn || !unit.members.contains($0.id) }
      return imagination.pick(people)?.name ?? ""
    case .source(let source):
      let things = engine.things(source, state, scope).filter {
        !field.neverOwn || !isOwn($0, of: unit.ref, unit.members)
      }
      return imagination.pick(things)?.word ?? ""
    case .text: return imagination.word(imagination.phrases.answers)
    case .file: return imagination.file()
    }
  }
}

// MARK: Choices and forms

extension SimulatedActivity {
  /// Each unit takes some of what is put up, within its limits.
  mutating func choose(_ imagination: inout Imagination) {
    guard !run.ballot.isEmpty else { return }
    var range = 1...1
    if case .select(let selection) = activity.kind {
      let most = min(run.ballot.count, engine.count(selection.limits.atMost, state, scope) ?? 3)
      let least = engine.count(selection.limits.atLeast, state, scope) ?? 1
      range = min(most, max(1, least))...max(1, most)
    }
    for unit in units where unit.ref.person == nil || !imagination.once(in: 12) {
      let offered = engine.offered(in: run, to: unit.ref, state)
      let things = Array(imagination.shuffled(offered).prefix(imagination.number(range)))
      guard !things.isEmpty else { continue }
      var chosen = ChooseThings(run: run.id, part: part(unit), things: things)
      if case .decide = activity.kind { chosen.reason = imagination.word(imagination.phrases.praise) }
      act(
        .choose(chosen), at: moment(&imagination),
        by: unit.ref.person)
    }
  }

  /// Each unit writes some rows, now and then with an empty cell.
  mutating func rows(_ imagination: inout Imagination) {
    guard case .fill(_, let limits) = activity.kind else { return }
    let fields = engine.fields(of: activity, state)
    for unit in units {
      let most = engine.count(limits.atMost, state, scope) ?? 6
      let least = min(most, engine.count(limits.atLeast, state, scope) ?? 1)
      for _ in 0..<max(least, min(most, imagination.number(2...4))) {
        var cells: [String: String] = [:]
        for (place, field) in fields.enumerated() where place == 0 || field.required || !imagination.once(in: 8) {
          cells[field.id] = field.kind == .text ? imagination.idea() : value(of: field, unit, &imagination)
        }
        // Where a row has to name something of which there is nothing, nobody writes one.
        guard !fields.contains(where: { $0.required && (cells[$0.id] ?? "").isEmpty }) else { continue }
        let author = imagination.pick(writers(unit))
        let row = AddEntry(run: run.id, id: imagination.entryID(), author: author, part: part(unit), fields: cells)
        act(.add(row), at: moment(&imagination), by: author)
      }
    }
  }

  /// Forms are filled by one hand; wording that stands is left or changed a little, some fields stay empty.
  mutating func fill(_ imagination: inout Imagination) {
    let isAboutThings = activity.into == nil && !run.ballot.isEmpty
    let fields = engine.fields(of: activity, state)
    for unit in isAboutThings && !isApart ? Array(units.prefix(1)) : units {
      let things: [ThingRef?] = isAboutThings ? engine.offered(in: run, to: unit.ref, state) : [nil]
      let author = imagination.pick(writers(unit))
      for (place, thing) in things.enumerated() {
        for (line, field) in fields.enumerated() where field.required || !imagination.once(in: 8) {
          let before = thing.map { engine.field(field.id, of: $0, state) } ?? begun(field, unit)
          guard let text = words(field, before, unit, &imagination) else { continue }
          let second = time * (place * fields.count + line + 1) / (things.count * fields.count + 1)
          act(
            .fill(
              FillCell(run: run.id, thing: thing, author: author, part: part(unit), field: field.id, text: text)),
            at: max(1, second + imagination.number(-10...10)), by: author)
        }
      }
    }
  }

  /// Holders of a role that has something to do here, else anybody of the unit.
  private func writers(_ unit: OwningUnit) -> [PersonID] {
    let called = step.texts.flatMap { text -> [PersonID] in
      if case .role(let role) = text.audience { state.roles[role, default: []] } else { [] }
    }
    let speakers = speakers(unit)
    let writers = speakers.filter { called.contains($0) }
    return writers.isEmpty ? speakers : writers
  }

  /// What stands in a field of the document that the unit fills in this run.
  private func begun(_ field: Field, _ unit: OwningUnit) -> String {
    state.outcomes[activity.target]?.entries.last { $0.run == run.id && $0.unit == unit.ref }?.fields[field.id] ?? ""
  }

  /// New words for a field; `nil` when it stays as it is.
  private func words(
    _ field: Field, _ before: String, _ unit: OwningUnit, _ imagination: inout Imagination
  ) -> String? {
    if field.id == "status", field.values.contains(where: { $0.id == "resolved" }) {
      return status(after: before, &imagination)
    }
    guard field.kind == .text else { return value(of: field, unit, &imagination) }
    if before.isEmpty {
      return field.id == "text" ? imagination.idea() : imagination.word(imagination.phrases.answers)
    }
    if activity.into != nil, imagination.percent(50) { return nil }
    return imagination.amended(before)
  }

  /// An objection is first heard, then, if it holds, met by a change.
  private func status(after before: String, _ imagination: inout Imagination) -> String? {
    if before == "qualified" { return imagination.percent(80) ? "resolved" : nil }
    return imagination.pick(["qualified", "qualified", "qualified", "concern", "withdrawn"])
  }
}
