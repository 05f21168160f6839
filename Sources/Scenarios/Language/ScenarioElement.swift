/// Every element of the scenario language, by its name as written.
package enum ScenarioElement: String, CaseIterable, Sendable {
  // Who is there, and what was set.
  case scenario, title, people, person, field, setting, earlier, carried
  // The course.
  case start, at, rehearse, expect
  // What people enter.
  case add, reword, withdraw, admit, keep, choose, vote, rate, signal, tally, fill, sort, merge, split, link
  // What they decide and answer.
  case answer, judge, verdict
  // What the host does.
  case next, skip, undo, close, reveal, note, photo, insert, extend, end, form, move, assign, unassign
  case go, comeBack = "return"
  case wait, pause, resume, arrive, leave, turn, queue, replan, action
  // What must hold.
  case fails
  case noData = "no-data"
  case turns, ways, ended, stands, asks, path, entries, sees, says, groups, parts, partners, planned, allotted, forecast
  case decision, scores, stale, round, holds, advice, criteria, changed, events, shown, record
}

/// Every attribute of the scenario language, by its name as written.
package enum ScenarioAttribute: String, CaseIterable, Sendable {
  case method, mode, language, seed, ends, size
  case count, name, roles, id
  case refused, sender, because
  case place, lap, subject, track, until
  case by, group, groups, to, from, word, cluster, carries, whole, code, copy, entry, thing, criterion, ballots,
    conditions
  case time, gap, due, `as`, again, say, role
  case at, about, options, of, order, who, names, field, sizes, most, least, times
  case result, winners, rest, answered, present, entitled, dissent, quorum
  case kind, type, behind, `is`
  case meaning, record, own, figures, lowest, highest
}
