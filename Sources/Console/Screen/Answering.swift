import SessionEngine

extension ScreenModel {
  /// Says what became of what was submitted.
  mutating func take(_ answered: Answered) -> [Effect] {
    let before = view
    for case .mark(let mark) in answered.accepted {
      if let run = mark.run { sheets.take(mark, in: run) }
    }
    for case .handIn(let ballot) in answered.accepted {
      if let run = ballot.run { sheets.take(ballot, in: run) }
    }
    let changes = change(to: answered.view, answered.elapsed)
    var lines = echo(answered.accepted, since: before)
    if let rejection = answered.rejection { lines += refusal(rejection, accepted: answered.accepted.count) }
    return printed(lines) + changes.effects + endedEffects()
  }

  private func refusal(_ rejection: Rejection, accepted: Int) -> [Line] {
    var page = Page(width: options.width)
    if rejection.code == .movedOn {
      page.add("The session had moved on before this came, so it was not done. Look where it stands now.", .warning)
      return page.lines
    }
    if accepted > 0 {
      page.add("The first \(accepted == 1 ? "one was" : "\(accepted) were") kept, the next not:", .warning)
    }
    let isPaused = rejection.code == .notRunning && view?.status == .paused
    let remedy = isPaused ? " /resume lets the clock run again." : naming(rejection)
    let why = sentence(rejection.message)
    page.add(
      "\(why.hasSuffix("”") ? why + "." : why) Nothing\(accepted > 0 ? " more" : "") was done.\(remedy)", .warning)
    if rejection.code == .answerNeeded, let text = screenText() { page.append(text.stop()) }
    return page.lines
  }

  /// How to name somebody who is missing where they decide.
  private func naming(_ rejection: Rejection) -> String {
    guard rejection.code == .notYours, let view, let checkpoint = view.checkpoint, checkpoint.deciders.isEmpty,
      let role = view.roles.first(where: { $0.title == checkpoint.decider }),
      let person = view.people.first(where: \.isPresent)
    else { return "" }
    return " For example: /role \(role.id) \(person.name)"
  }

  /// A short word for each thing that was taken; what moves the session shows by itself.
  private func echo(_ accepted: [CommandBody], since before: SessionView?) -> [Line] {
    guard let text = screenText() else { return [] }
    var page = Page(width: options.width)
    let marked = accepted.compactMap { body -> (run: RunID?, unit: UnitRef)? in
      switch body {
      case .mark(let mark): (mark.run, mark.unit)
      case .handIn(let ballot): (ballot.run, ballot.unit)
      default: nil
      }
    }
    if let first = marked.first { page.append(text.echo(marked.map(\.unit), in: first.run)) }
    let added = accepted.count { if case .add = $0 { true } else { false } }
    if added > 5, added == accepted.count { return text.kept(added) }
    for body in accepted { page.append(echo(body, text, before)) }
    return page.lines
  }

  private func echo(_ body: CommandBody, _ text: ScreenText, _ before: SessionView?) -> [Line] {
    switch body {
    case .add(let entry): return text.echo(entry.id, text.view.activity?.run == entry.run)
    case .reword(let entry): return text.echo(entry.id, true)
    case .fill(let cell): return text.echo(cell, since: before)
    case .choose: return text.kept()
    case .sort(let sort): return text.echo(sort, since: before)
    case .merge(let merge): return text.echoRearranged([merge.id])
    case .split(let split): return text.echoRearranged(split.parts.map(\.id))
    case .link(let link): return text.echo(link)
    case .tally(let tally): return text.echo(tally)
    case .withdraw(let id): return [Line("Withdrawn\(removed(id, before)). /undo brings it back.")]
    case .undo: return undone(before)
    case .note: return [Line("Noted.")]
    case .photo: return [Line("The photo is kept with this step.")]
    case .action: return text.actions()
    case .arrive(let person): return [Line("\(person.name) is here. \(people(text.view))")]
    case .leave(let id):
      return [Line("\(text.view.people.first { $0.id == id }?.name ?? id.raw) has left. \(people(text.view))")]
    case .assign, .unassign: return text.roles()
    case .admit: return [Line("It counts now.")]
    case .admitBallot(let ballot): return [Line("The ballot of \(text.title(of: ballot.unit)) counts now.")]
    case .insert(let step): return [Line("“\(step.title)” comes after this step.")]
    case .judge: return [Line("Kept.")]
    case .queue: return text.queue()
    case .applyPlan: return text.plannedAnew()
    default: return []
    }
  }

  private func people(_ view: SessionView) -> String {
    counted(view.people.count(where: \.isPresent), "person", "people") + " now."
  }

  private func removed(_ id: EntryID, _ before: SessionView?) -> String {
    before?.activity?.entries.first { $0.id == id && !$0.text.isEmpty }.map { ": \($0.text)" } ?? ""
  }

  private func undone(_ before: SessionView?) -> [Line] {
    let now = Set((view?.activity?.entries ?? []).map(\.id))
    let gone =
      view?.activity?.run == before?.activity?.run
      ? (before?.activity?.entries ?? []).filter { !now.contains($0.id) }.map(\.text) : []
    let words = gone + silenced(since: before)
    return [Line("Taken back" + (words.isEmpty ? "." : ": \(words.joined(separator: "; "))."))]
  }

  /// Whose answer was taken back.
  private func silenced(since before: SessionView?) -> [String] {
    guard let now = view?.activity, let old = before?.activity, now.run == old.run else { return [] }
    return zip(old.units, now.units).filter { $0.ref == $1.ref && $0.hasAnswered && !$1.hasAnswered }
      .map { "the answer of \($1.title)" }
  }
}

extension ScreenText {
  /// An entry with its number and the count so far; when it may not be seen, only the count.
  func echo(_ id: EntryID, _ isHere: Bool) -> [Line] {
    guard isHere, let activity = view.activity else { return [Line("Kept.")] }
    if activity.lateEntries.contains(id) {
      var page = page()
      page.add("Kept, but it came after the end and does not count yet; /admit counts it.", .warning)
      return page.lines
    }
    guard let entry = activity.entries.first(where: { $0.id == id }) else { return kept() }
    var page = page()
    page.append(line(for: entry, activity))
    let missing = activity.kind == .commit ? ["owner", "due"].filter { (entry.fields[$0] ?? "").isEmpty } : []
    if !missing.isEmpty, let number = numbers.number(of: id) {
      page.item("Missing: \(spokenList(missing)). Add it with /set \(number) \(missing[0])=…")
    }
    page.item("(\(progress(activity)))", .quiet)
    return page.lines
  }

  /// That so many entries were kept, without telling each.
  func kept(_ count: Int) -> [Line] {
    let progress = view.activity.map(progress) ?? ""
    return [Line("\(count) kept" + (progress.isEmpty ? "." : "; \(progress)."))]
  }

  /// That something was kept, and how many have answered.
  func kept() -> [Line] {
    let progress = view.activity.map(progress) ?? ""
    return [Line(progress.isEmpty ? "Kept." : "Kept; \(progress).")]
  }

  /// Whose marks were kept, never what they say: the screen may be seen by others.
  func echo(_ units: [UnitRef], in run: RunID?) -> [Line] {
    var page = page()
    let progress = view.activity.flatMap { $0.run == run ? self.progress($0) : nil } ?? ""
    let names = units.reduce(into: [UnitRef]()) { if !$0.contains($1) { $0.append($1) } }.map(title(of:)).filter {
      !$0.isEmpty
    }
    let sheets = units.filter { if case .sheet = $0 { true } else { false } }
    let isManySheets = Set(sheets).count > 1
    let whose = names.count > 8 || isManySheets ? counted(names.count, "answer") : names.joined(separator: ", ")
    page.add((whose.isEmpty ? "Kept" : "Kept: \(whose)") + (progress.isEmpty ? "." : "; \(progress)."))
    return page.lines
  }

  /// A voter as the host calls them.
  func title(of unit: UnitRef) -> String {
    switch unit {
    case .person(let id): view.people.first { $0.id == id }?.name ?? id.raw
    case .part(let key): view.activity?.units.first { $0.ref == unit }?.title ?? key
    case .sheet(let number): "sheet \(number)"
    }
  }

  func echo(_ tally: EnterTally) -> [Line] {
    let thing = view.activity?.ballot.first { $0.thing == tally.thing }
    var page = page()
    page.item("\(thing?.label ?? tally.thing.word): \(tally.total)")
    return page.lines
  }

  /// What is filled in now, and the words that it replaced.
  func echo(_ cell: FillCell, since before: SessionView?) -> [Line] {
    var page = page()
    guard let activity = view.activity, activity.run == cell.run,
      let entry = activity.entries.first(where: { $0.fields[cell.field] == cell.text })
    else { return kept() }
    let whose = [entry.unitTitle, entry.author].compactMap { $0 }.first.map { "\($0), " } ?? ""
    page.item("\(whose)\(cell.field): \(cell.text)")
    let old = before?.activity?.entries.first { $0.id == entry.id }?.fields[cell.field] ?? ""
    if !old.isEmpty, old != cell.text { page.item("instead of: \(old) (/undo brings it back)", .quiet) }
    return page.lines
  }
}
