extension Decision {
  /// Puts on record what came of an action.
  mutating func change(_ change: ChangeAction) throws(Rejection) {
    try requireHost()
    guard let action = state.actions.first(where: { $0.id == change.action }) else {
      throw Rejection(.unknownThing, "there is no action “\(change.action)” in this session, or it was withdrawn")
    }
    let hasNote = command.reason?.contains { !$0.isWhitespace } ?? false
    switch change.change {
    case .reopened:
      guard action.status != .open else { throw Rejection(.alreadyIn, "this action is open") }
      conclude(ActionChanged(action: action.id, kind: .reopened))
    case _ where action.status != .open:
      throw Rejection(.alreadyIn, "this action is \(action.status.rawValue) already; open it again first")
    case .done: conclude(ActionChanged(action: action.id, kind: .done))
    case .dropped:
      guard hasNote else { throw Rejection(.reasonNeeded, "say why it will not be done") }
      conclude(ActionChanged(action: action.id, kind: .dropped))
    case .moved(let day):
      guard CalendarDate(day) != nil else {
        throw Rejection(.valueInvalid, "an action is moved to a day such as 2027-03-01, and “\(day)” is none")
      }
      guard hasNote else { throw Rejection(.reasonNeeded, "say why it is moved") }
      conclude(ActionChanged(action: action.id, kind: .moved, due: day))
    }
  }

  /// How long it takes to look at what was carried here.
  static func seconds(for carried: [CarriedAction]) -> Int {
    carried.isEmpty ? 0 : min(900, 60 + 60 * carried.count)
  }

  /// What was carried here is looked at before anything else; `false` when nothing was.
  mutating func openCarried() -> Bool {
    guard let carried = state.start?.carried, !carried.isEmpty else { return false }
    let lines = carried.map { action in
      let owner = action.owner.map { "\($0): " } ?? ""
      let due = action.due.map { " (due \($0))" } ?? ""
      return "\(owner)\(action.text)\(due)"
    }
    emit(
      StepInserted(
        after: .agenda, place: InsertedStep.carried, title: "What is still open",
        seconds: Self.seconds(for: carried),
        say: "Before we begin: what became of these? " + lines.joined(separator: " · ")))
    if let step = state.inserted.last { openInserted(step) }
    return true
  }
}
