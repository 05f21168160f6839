import SessionEngine

/// What is still to come in a rehearsal, soonest first.
struct Script: Sendable {
  /// A command that is to come at a second of the session.
  struct Act: Sendable {
    var elapsed: Int
    var body: CommandBody
    /// Who is behind it, and has to be there for it.
    var person: PersonID?
    var reason: String?
    /// Tells acts of the same second apart.
    fileprivate var order = 0
  }

  /// Soonest last.
  private var acts: [Act] = []
  private var added = 0
  private var isSorted = true

  /// The second of the soonest act; `nil` when nothing is left.
  var soonest: Int? {
    mutating get {
      sort()
      return acts.last?.elapsed
    }
  }

  /// The second of the last act.
  var end: Int? {
    mutating get {
      sort()
      return acts.first?.elapsed
    }
  }

  /// Everything that is to come, in no order.
  var waiting: [Act] { acts }

  mutating func add(_ body: CommandBody, at elapsed: Int, by person: PersonID? = nil, reason: String? = nil) {
    added += 1
    acts.append(Act(elapsed: elapsed, body: body, person: person, reason: reason, order: added))
    isSorted = false
  }

  mutating func takeNext() -> Act? {
    sort()
    return acts.popLast()
  }

  /// Puts off everything by so many seconds.
  mutating func putOff(by seconds: Int) {
    for place in acts.indices { acts[place].elapsed += seconds }
  }

  mutating func drop(where isOff: (Act) -> Bool) { acts.removeAll(where: isOff) }

  /// Leaves out what a person would still have done, and what would have been done about it.
  mutating func dropActs(of person: PersonID) {
    let unsaid = acts.compactMap { act -> EntryID? in
      if act.person == person, case .add(let entry) = act.body { entry.id } else { nil }
    }
    acts.removeAll { act in
      act.person == person || act.body.changedEntry.map { unsaid.contains($0) } ?? false
    }
  }

  private mutating func sort() {
    guard !isSorted else { return }
    acts.sort { ($0.elapsed, $0.order) > ($1.elapsed, $1.order) }
    isSorted = true
  }
}

extension CommandBody {
  /// The entry that is reworded, withdrawn or admitted.
  var changedEntry: EntryID? {
    switch self {
    case .reword(let change): change.id
    case .withdraw(let id), .admit(let id): id
    default: nil
    }
  }
}
