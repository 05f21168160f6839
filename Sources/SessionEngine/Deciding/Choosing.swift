import MethodModel

/// A choice that somebody makes: things out of several, or what one decides for all.
extension Decision {
  mutating func choose(_ chosen: ChooseThings) throws(Rejection) {
    let (run, activity, take) = try run(chosen.run)
    if let open = openTie(run), run.runOff == nil || isLate(run) {
      return try settle(
        open, run, engine.activity(of: run.runOff?.deciding ?? run.id, state) ?? activity, chosen.things,
        by: chosen.author)
    }
    let limits: Limits
    switch activity.kind {
    case .select(let selection) where selection.isOwnChoice: limits = selection.limits
    case .decide(let decide) where decide.rule == .one:
      limits = Limits(atMost: .fixed(1))
      if let by = activity.by { try requireHolder(of: by, in: take, for: chosen.author) }
    default: throw Rejection(.notActive, "nothing is chosen in this step")
    }
    guard !isLate(run) else { throw Rejection(.frozen, "the choice is closed; go back to change it") }
    if let most = engine.count(limits.atMost, state, scope(of: run)), Set(chosen.things).count > most {
      throw Rejection(.limit, "\(most) can be chosen at most, and \(chosen.things.count) were given")
    }
    let author = author(chosen.author, for: chosen.part, activity, take)
    let unit = try chooser(author, part(chosen.part, by: author, take), activity, take)
    for thing in chosen.things where !engine.isOffered(thing, in: run, to: unit, state) {
      throw notOffered(thing, to: unit, run, else: cannotBeChosen(thing, by: unit, activity))
    }
    let reason = try reason(for: chosen, activity)
    conclude(
      ThingsChosen(
        run: run.id, outcome: activity.target, unit: unit, things: chosen.things.uniqued,
        author: author ?? (reason == nil ? nil : onlyHolder(of: activity.by, in: take)), reason: reason))
    revealWhenComplete(run, adding: unit)
  }

  /// Why this was chosen, which one who decides for all has to say; `nil` where nobody is asked.
  private func reason(for chosen: ChooseThings, _ activity: Activity) throws(Rejection) -> String? {
    guard case .decide = activity.kind, !chosen.things.isEmpty else { return nil }
    let reason = (chosen.reason ?? command.reason ?? "").trimmed
    guard !reason.isEmpty else {
      throw Rejection(.reasonNeeded, "who decides for all says why, in a few words")
    }
    return reason
  }

  private func onlyHolder(of role: String?, in take: Take) -> PersonID? {
    let holders = role.map { engine.people(called: $0, in: take.frames, at: nil, state) } ?? []
    return holders.count == 1 ? holders.first : nil
  }

  private func chooser(
    _ author: PersonID?, _ part: String?, _ activity: Activity, _ take: Take
  ) throws(Rejection) -> UnitRef {
    if case .decide = activity.kind, part == nil, engine.decidingUnits(of: activity, take, state).count == 1 {
      return .part(Part.roomKey)
    }
    guard let unit = try owner(author: author, part: part, activity, take).named else {
      throw Rejection(.unknownThing, "say whose choice it is")
    }
    return unit
  }

  private func cannotBeChosen(_ thing: ThingRef, by unit: UnitRef, _ activity: Activity) -> Rejection {
    guard activity.choosesPeople, case .part(let key) = unit, key != Part.roomKey else {
      return notHere(thing, "cannot be chosen here")
    }
    return notHere(thing, "is not in \(engine.title(ofGroup: key, state)), which chooses one of its own")
  }
}
