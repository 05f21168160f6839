/// A part of what a screen says: made once, spoken by the line mode one after the other, laid out by the full screen.
struct Section: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case place, time, say, room, tips, groups, rotations, people, task, tally, arrivals, checkpoint, stale, question,
      next
  }

  let kind: Kind
  let lines: [Line]
  /// So many of the last lines stay where there is no room for all.
  var kept = 0
}
