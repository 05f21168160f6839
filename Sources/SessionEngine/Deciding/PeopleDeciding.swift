import MethodModel

extension Decision {
  mutating func assign(_ role: String, _ person: PersonID) throws(Rejection) {
    guard let definition = method.role(role) else {
      let known = method.roles.map(\.id).joined(separator: ", ")
      throw Rejection(
        .noSuchPlace, known.isEmpty ? "this method has no roles" : "there is no role “\(role)”; there are: \(known)")
    }
    guard state.roster[person] != nil else { throw Rejection(.unknownPerson, "\(person) is not on the list") }
    if let actor = actingPerson {
      guard definition.filled == .volunteer, actor == person else {
        throw Rejection(.notYours, "the facilitator gives this role")
      }
    }
    let holders = holders(of: definition, beside: person)
    guard !state.roles[role, default: []].contains(person) else {
      throw Rejection(.roleFull, "\(name(of: person)) holds this role already")
    }
    if let most = definition.people.upper, holders.count >= most {
      let gone = holders.first { !(state.roster[$0]?.isPresent ?? false) }
      if let before = gone ?? (most == 1 ? holders.first : nil) {
        takeRole(role, from: before)
      } else {
        throw Rejection(.roleFull, "this role is for \(definition.people.ofPeople), and it is full")
      }
    }
    guard peopleFree(for: definition).contains(person) || !(state.roster[person]?.isPresent ?? false) else {
      throw Rejection(.roleFull, "\(name(of: person)) holds a role that does not go together with this one")
    }
    give(role, to: person)
    repairRotations()
    takeSeat(person)
  }

  mutating func unassign(_ role: String, _ person: PersonID) throws(Rejection) {
    try requireHost()
    guard state.roles[role, default: []].contains(person) else {
      throw Rejection(.unknownPerson, "\(name(of: person)) does not hold this role")
    }
    takeRole(role, from: person)
  }

  /// Somebody comes: new on the list, or back. Groups that stand take them in at once.
  mutating func arrive(_ person: Person) throws(Rejection) {
    if let actingPerson, actingPerson != person.id {
      throw Rejection(.notYours, "only the facilitator can say this")
    }
    if let known = state.roster[person.id] {
      guard !known.isPresent else { throw Rejection(.duplicateName, "\(known.name) is here already") }
    } else if state.roster.named(person.name) != nil {
      throw Rejection(
        .duplicateName, "somebody called “\(person.name)” is on the list; add a letter, as in “\(person.name) B”")
    }
    guard !person.name.allSatisfy(\.isWhitespace) else { throw Rejection(.empty, "say who has come") }
    var arriving = state.roster[person.id] ?? person
    arriving.isPresent = true
    emit(PersonArrived(person: arriving))
    settleRest(of: arriving.id)
    placeInGroups(arriving.id)
    repairRotations()
    takeSeat(arriving.id)
    repairRoles()
  }

  mutating func leave(_ id: PersonID) throws(Rejection) {
    guard let person = state.roster[id] else { throw Rejection(.unknownPerson, "\(id) is not on the list") }
    guard person.isPresent else { throw Rejection(.unknownPerson, "\(person.name) has left already") }
    if let actor = actingPerson, actor != id { throw Rejection(.notYours, "only the facilitator can say this") }
    emit(PersonLeft(id: id))
    repairRoles()
    repairRotations()
    for take in state.openTakes {
      // The one who left may have been the last that everybody waited for.
      if let run = take.runs.last, run.status == .open { revealWhenComplete(run, adding: nil) }
    }
  }

  /// Forms the groups of a set anew.
  mutating func reform(_ set: String) throws(Rejection) {
    try requireHost()
    guard let grouping = method.grouping(set) else {
      let known = method.groupings.map(\.id).joined(separator: ", ")
      throw Rejection(
        .cannotForm, known.isEmpty ? "this method forms no groups" : "there are no groups “\(set)”; there are: \(known)"
      )
    }
    guard !isGoingRound(set) else {
      throw Rejection(.cannotForm, "these groups are going round now; /move puts people into other groups")
    }
    try form(grouping, in: circles)
    takeSeats(in: set)
  }

  private func isGoingRound(_ set: String) -> Bool {
    state.frames.contains { frame in
      guard case .rotate(let rotate)? = index.element(frame.place)?.kind else { return false }
      return rotate.move.name == set || rotate.through.name == set
    }
  }
}
