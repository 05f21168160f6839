extension SessionState {
  mutating func evolveEntries(_ event: Event) {
    switch event.body {
    case .entryAdded(let content): add(content, event)
    case .entryReworded(let content): reword(content, event)
    case .entryRetired(let content): retire(content, event)
    case .entryRevived(let content): change(entry: content.id, of: content.outcome) { $0.isRetired = false }
    case .entryAdmitted(let content): change(entry: content.id, of: content.outcome) { $0.isLate = false }
    case .thingsSorted(let content): sort(content)
    case .cellFilled(let content): fill(content, event)
    case .entriesClosed(let content):
      close(content)
      if content.early ?? false, takes.indices.contains(content.run.take - 1) {
        record(.closedEarly, event, take: content.run.take, subject: takes[content.run.take - 1].title)
      }
    case .revealed(let content):
      change(run: content.run) { $0.isRevealed = true }
      outcomes[content.outcome]?.arrange(content.order)
    case .decided(let content): decide(content, event)
    case .staleKept(let content): keep(content, event)
    case .noteTaken(let content):
      notes.append(
        RecordedNote(
          sequence: event.sequence, wall: event.wall, take: content.take, text: content.text,
          speaker: content.speaker, isPhoto: content.photo ?? false))
      if content.photo ?? false { rememberUndo(.photo(event.sequence)) }
    case .photoWithdrawn(let content):
      if let place = notes.lastIndex(where: { $0.sequence == content.note }) { notes[place].isWithdrawn = true }
    default: break
    }
  }

  mutating func change(run id: RunID, _ body: (inout ActivityRun) -> Void) {
    guard takes.indices.contains(id.take - 1),
      let place = takes[id.take - 1].runs.firstIndex(where: { $0.id == id })
    else { return }
    body(&takes[id.take - 1].runs[place])
  }

  private mutating func add(_ content: EntryAdded, _ event: Event) {
    let versions = content.fields.sorted { $0.key < $1.key }.map { field, text in
      Entry.Version(
        field: field, text: text, by: content.author, wall: event.wall, take: content.run.take, isRival: false)
    }
    let part = part(of: content.unit, content.author, in: content.run.take)
    outcomes[content.outcome, default: OutcomeState()].add(
      Entry(
        id: content.id, kind: content.kind, run: content.run, author: content.author, unit: content.unit,
        copyOf: content.copyOf, subject: content.about, at: part?.at ?? [:], circles: part?.circles ?? [:],
        isLate: content.late, isRetired: false,
        fields: content.fields, versions: versions, members: content.members ?? [], parents: content.parents ?? [],
        carriesMarks: content.carries ?? false))
    if content.carries ?? false { carriers.append(content.id) }
    outcomeOfEntry[content.id] = content.outcome
    touch(content.id)
    if let unit = content.unit, !content.late {
      change(run: content.run) { run in
        run.answered.insert(unit)
        run.entryCounts[unit, default: 0] += 1
      }
    }
    let isUndoneAlone = [.item, .action, .row, .link].contains(content.kind) && content.parents == nil
    if isUndoneAlone { rememberUndo(.entry(content.id)) }
  }

  /// The part of a take in which something was made.
  private func part(of unit: UnitRef?, _ author: PersonID?, in take: Int) -> Part? {
    guard takes.indices.contains(take - 1) else { return nil }
    let parts = takes[take - 1].parts
    if parts.count == 1 { return parts.first }
    switch unit {
    case .part(let key)?: if let part = parts.first(where: { $0.key == key }) { return part }
    case .person(let person)?: if let part = parts.first(where: { $0.key == person.raw }) { return part }
    case .sheet?, nil: break
    }
    return (author ?? unit?.person).flatMap { person in parts.first { $0.members.contains(person) } }
  }

  /// Changes whether an entry counts, and how many of its unit do.
  private mutating func change(entry id: EntryID, of outcome: String, _ body: (inout Entry) -> Void) {
    guard let before = outcomes[outcome]?[id] else { return }
    outcomes[outcome]?.change(id, body)
    guard let after = outcomes[outcome]?[id], let unit = after.unit, before.counts != after.counts,
      after.kind != .document
    else { return }
    change(run: after.run) { run in
      run.entryCounts[unit, default: 0] += after.counts ? 1 : -1
      if after.counts { run.answered.insert(unit) }
    }
  }

  private mutating func reword(_ content: EntryReworded, _ event: Event) {
    guard let before = outcomes[content.outcome]?[content.id] else { return }
    rememberUndo(
      .wording(content.id, fields: content.fields.reduce(into: [:]) { $0[$1.key] = before.fields[$1.key] ?? "" }))
    outcomes[content.outcome]?.change(content.id) { entry in
      for (field, text) in content.fields.sorted(by: { $0.key < $1.key }) {
        entry.fields[field] = text
        entry.versions.append(
          Entry.Version(
            field: field, text: text, by: content.by, wall: event.wall, take: nil, isRival: false,
            changesMeaning: content.changesMeaning ?? false))
      }
    }
    touch(content.id)
    if content.changesMeaning ?? false { noteMeaning(of: content.id) }
  }

  private mutating func retire(_ content: EntryRetired, _ event: Event) {
    guard let entry = outcomes[content.outcome]?[content.id] else { return }
    change(entry: content.id, of: content.outcome) { $0.isRetired = true }
    touch(content.id)
    if let successors = content.into { return replace(content, by: successors) }
    hasReplacements = true
    rememberUndo(.withdrawal(content.id))
    record(.withdrawn, event, take: entry.run.take, subject: content.id.raw)
  }

  private mutating func fill(_ content: CellFilled, _ event: Event) {
    let outcome = content.outcome
    if event.command != openingCommand { rememberUndo(.filling(content, before: words(in: content))) }
    if let unit = content.unit {
      change(run: content.run) { if $0.status == .open { $0.answered.insert(unit) } }
    }
    guard let id = content.target.entry else {
      cells[content.target, default: [:]][content.field] = content.text
      return
    }
    let home = outcomeOfEntry[id] ?? outcome
    if outcomes[home]?[id] == nil {
      let part = part(of: content.unit, content.author, in: content.run.take)
      outcomes[home, default: OutcomeState()].add(
        Entry(
          id: id, kind: .document, run: content.run, author: content.author, unit: content.unit, copyOf: nil,
          subject: nil, at: part?.at ?? [:], circles: part?.circles ?? [:], isLate: false, isRetired: false,
          fields: [:], versions: []))
      outcomeOfEntry[id] = home
    }
    outcomes[home]?.change(id) { entry in
      let seen = entry.versions.count
      entry.fields[content.field] = content.text
      entry.versions.append(
        Entry.Version(
          field: content.field, text: content.text, by: content.author, wall: event.wall, take: content.run.take,
          isRival: content.base.map { $0 < seen } ?? false, changesMeaning: content.changesMeaning ?? false))
    }
    touch(id)
    if content.changesMeaning ?? false { noteMeaning(of: id) }
  }

  /// What a cell says before it is filled.
  private func words(in content: CellFilled) -> String {
    guard let id = content.target.entry else { return cells[content.target]?[content.field] ?? "" }
    return outcomes[outcomeOfEntry[id] ?? content.outcome]?[id]?.fields[content.field] ?? ""
  }

  private mutating func close(_ content: EntriesClosed) {
    change(run: content.run) { run in
      run.status = .closed
      run.present = Set(content.present)
      run.entitledAtClose = content.entitled
      run.answeredAtClose = content.answered
    }
  }

  private mutating func decide(_ content: Decided, _ event: Event) {
    noteChosen(content.verdict.winners, in: content.run)
    let round =
      takes.indices.contains(content.run.take - 1)
      ? takes[content.run.take - 1].runs.first { $0.id == content.run }?.round ?? 1 : 1
    outcomes[content.outcome, default: OutcomeState()].verdicts.append(
      RecordedVerdict(
        run: content.run, round: round, wall: event.wall, reason: event.reason, verdict: content.verdict))
  }
}
