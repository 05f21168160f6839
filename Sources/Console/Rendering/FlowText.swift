import SessionEngine

extension ScreenText {
  /// What is gone through one by one.
  func queue() -> [Line] {
    guard let queue = view.queue else { return [] }
    var page = page()
    page.add("Now", queue.current.label)
    if queue.waiting.isEmpty { page.add("It is the last of “\(queue.title)”.") }
    for (number, thing) in queue.waiting.enumerated() { page.item(thing.label, mark: "\(number + 1)") }
    if !queue.dropped.isEmpty { page.add("Taken out", spokenList(queue.dropped.map(\.label)), .quiet) }
    page.add("/queue first 2 puts one first, /queue drop 2 takes it out, /queue add brings one back.")
    return page.lines
  }

  /// The ways to end in time, each with what it costs.
  func ways() -> [Line] {
    var page = page()
    let late = "The session is \(Minutes.spoken(view.time.behind / 60 * 60)) behind plan."
    let isPossible = view.ways.contains { $0.kind != .least && $0.kind != .later }
    page.add(
      "\(late) \(isPossible ? "It can still end in time:" : "It cannot end in time any more; what can be done:")")
    for (number, way) in view.ways.enumerated() {
      let more = way.costs.count > 4 ? ["and \(way.costs.count - 4) more"] : []
      page.item("\(way.title): \((way.costs.prefix(4) + more).joined(separator: "; "))", mark: "\(number + 1)")
    }
    page.add("/replan 1 takes the first; a reason behind it goes on record.")
    return page.lines
  }

  /// Whose turn it is.
  func turns() -> [Line] {
    guard let turns = view.turns else { return [] }
    var page = page()
    guard let current = turns.current else {
      page.add("Turn", "all have had theirs; /turn round goes round once more.")
      return page.lines
    }
    let time = turns.remaining.map { rest in
      let left = rest - since
      return left >= 0 ? " (\(Minutes.clock(left)) left)" : " (\(Minutes.clock(-left)) over)"
    }
    let next = turns.waiting.isEmpty ? "the last" : "then \(spokenList(Array(turns.waiting.prefix(3))))"
    let more = turns.waiting.count > 3 ? " and \(turns.waiting.count - 3) more" : ""
    let round = turns.round > 1 ? " in round \(turns.round)" : ""
    page.add("Turn", "\(current)\(time ?? "")\(round), \(next)\(more). /turn goes on, /turn pass passes it.")
    return page.lines
  }

  /// Who has just had a turn and said nothing that was entered; it counts all the same when it is typed after.
  private func passed(since old: SessionView) -> [Line] {
    var page = page()
    let new = (view.turns?.passed ?? []).filter { !(old.turns?.passed ?? []).contains($0) }
    if !new.isEmpty { page.add("\(spokenList(new)) passed.", .quiet) }
    return page.lines
  }

  /// Turns, loops passed over, and lateness that have come since another view of the same session.
  func course(since old: SessionView) -> [Line] {
    var page = page()
    for source in view.passedOver.dropFirst(old.passedOver.count) {
      page.add("There was nothing in “\(source)”, so what was to be done with each was passed over.")
    }
    for step in view.missed.dropFirst(old.missed.count) {
      page.add("“\(step)” was left out, and later steps read what it makes: they will have less, or nothing.")
    }
    if view.place.take == old.place.take {
      if view.turns?.isUp ?? false, !(old.turns?.isUp ?? false), view.turns?.current == old.turns?.current {
        page.add("Turn", "\(view.turns?.current ?? "") has used the time of one turn; /turn goes on.", .cue)
      } else if view.turns?.current != old.turns?.current || view.turns?.round != old.turns?.round {
        if view.turns?.round == old.turns?.round { page.append(passed(since: old)) }
        page.append(turns())
      }
    }
    if !view.ways.isEmpty, view.time.behind >= 60, old.time.behind < 60 {
      page.add("The session has fallen behind; /replan shows how it can still end in time.", .cue)
    }
    return page.lines
  }
}
