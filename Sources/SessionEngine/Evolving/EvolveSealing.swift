extension SessionState {
  mutating func evolveSealing(_ event: Event) {
    switch event.body {
    case .handedIn(let content):
      rememberUndo(.handIn)
      change(run: content.run) { run in
        run.handedIn.insert(content.unit)
        run.answered.insert(content.unit)
        run.complete.insert(content.unit)
      }
    case .urnSealed(let content): seal(content, event)
    default: break
    }
  }

  private mutating func seal(_ content: UrnSealed, _ event: Event) {
    change(run: content.run) { run in
      run.isSealed = true
      for (place, ballot) in content.ballots.enumerated() {
        let unit = UnitRef.sheet(place + 1)
        for mark in ballot.marks {
          run.marks[unit, default: [:]][mark.key] = Mark(
            value: mark.value, reason: mark.reason, isLate: false, sequence: event.sequence)
        }
        run.codes[unit] = ballot.code
      }
      for total in content.totals {
        let tally = Tally(total: total.total, ballots: total.given)
        if total.criterion == nil { run.tallies[total.thing] = tally }
        run.totals[MarkKey(thing: total.thing, criterion: total.criterion)] = tally
      }
    }
    for (place, fields) in content.entries.enumerated() {
      let id = EntryID("\(content.outcome)-\(content.run)-\(place + 1)")
      let versions = fields.sorted { $0.key < $1.key }.map { field, text in
        Entry.Version(field: field, text: text, by: nil, wall: event.wall, take: content.run.take, isRival: false)
      }
      outcomes[content.outcome, default: OutcomeState()].add(
        Entry(
          id: id, kind: .item, run: content.run, author: nil, unit: nil, copyOf: nil, subject: nil, isLate: false,
          isRetired: false, fields: fields, versions: versions))
      outcomeOfEntry[id] = content.outcome
    }
  }
}
