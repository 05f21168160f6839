extension SessionState {
  mutating func evolvePeople(_ event: Event) {
    switch event.body {
    case .personArrived(let content): arrive(content.person, event)
    case .personLeft(let content): leave(content.id, event)
    case .groupsFormed(let content): form(content, event)
    case .memberMoved(let content): place(content, event)
    case .scheduleSet(let content): schedule(content)
    case .partJoined(let content): join(content)
    case .roleFilled(let content):
      if !roles[content.role, default: []].contains(content.person) {
        roles[content.role, default: []].append(content.person)
      }
      timesHeld[content.role, default: [:]][content.person, default: 0] += 1
      if content.drawn { drawnRoles.insert(content.role) }
      if content.bySelection == true { selectedRoles[content.role, default: []].append(content.person) }
      changeOpenParts(of: content.role) { $0.add(content.person) }
    case .roleLeft(let content):
      roles[content.role]?.removeAll { $0 == content.person }
      if content.bySelection == true { selectedRoles[content.role]?.removeAll { $0 == content.person } }
      changeOpenParts(of: content.role) { part in part.members.removeAll { $0 == content.person } }
    default: break
    }
  }

  private mutating func arrive(_ person: Person, _ event: Event) {
    roster.put(person)
    roster.setPresent(true, person.id)
    meet(person.id)
    changeOpenRuns { $0.present.insert(person.id) }
    addToOpenParts(person)
    changeTurns { $0.add(.person(person.id), at: $1) }
    record(.arrivedLate, event, subject: person.name)
    rememberUndo(.arrival(person.id))
  }

  private mutating func leave(_ id: PersonID, _ event: Event) {
    roster.setPresent(false, id)
    miss(id, event)
    changeOpenRuns { run in
      if !run.answered.contains(.person(id)) { run.present.remove(id) }
    }
    changeTurns { $0.remove(.person(id), at: $1) }
    record(.leftEarly, event, subject: roster[id]?.name ?? id.raw)
    rememberUndo(.departure(id))
  }

  /// The holders of a role who work together now.
  private mutating func changeOpenParts(of role: String, _ body: (inout Part) -> Void) {
    for number in openTakeNumbers {
      for index in takes[number - 1].parts.indices where takes[number - 1].parts[index].key == role {
        body(&takes[number - 1].parts[index])
      }
    }
  }

  /// Turns of persons, not those of groups.
  private mutating func changeTurns(_ body: (inout Turns, Int) -> Void) {
    let running = clock.running(at: clock.elapsed)
    for number in openTakeNumbers {
      guard var turns = takes[number - 1].turns,
        (turns.done + turns.waiting + [turns.current].compactMap(\.self)).allSatisfy({ $0.person != nil })
      else { continue }
      body(&turns, running)
      takes[number - 1].turns = turns
    }
  }

  private mutating func changeOpenRuns(_ body: (inout ActivityRun) -> Void) {
    for number in openTakeNumbers {
      for index in takes[number - 1].runs.indices where takes[number - 1].runs[index].status == .open {
        body(&takes[number - 1].runs[index])
      }
    }
  }

  /// The room, those who work alone, and the group where somebody had a place take them in at once; a newcomer's group
  /// does by `memberMoved`.
  private mutating func addToOpenParts(_ person: Person) {
    let own = Set(groups.values.compactMap { $0.group(of: person.id)?.key })
    for number in openTakeNumbers {
      change(take: number) { take in
        for index in take.parts.indices where own.contains(take.parts[index].key) { take.parts[index].add(person.id) }
        if let room = take.parts.firstIndex(where: { $0.key == Part.roomKey }) {
          take.parts[room].add(person.id)
        } else if !take.parts.contains(where: { $0.key == person.id.raw }),
          let other = take.parts.first(where: { $0.kind == .person && $0.circles.values.allSatisfy(own.contains) })
        {
          take.parts.append(
            Part(
              kind: .person, key: person.id.raw, title: person.name, members: [person.id], circles: other.circles))
        }
      }
    }
  }

  private mutating func form(_ content: GroupsFormed, _ event: Event) {
    if content.adds == true {
      groups[content.set]?.groups += content.groups
      return
    }
    let before = groups[content.set]
    let circles = content.circles ?? (before?.groups ?? []).map(\.circles) + content.groups.map(\.circles)
    let kept = (before?.groups ?? []).filter { !circles.contains($0.circles) }
    var formedAt = before?.formedAt ?? [:]
    for circle in circles { formedAt[circle.circleWord] = event.sequence }
    groups[content.set] = GroupSet(
      generation: (before?.generation ?? 0) + 1, groups: kept + content.groups, remark: content.remark,
      repeats: content.repeats, formedAt: formedAt)
    let together = content.groups.map(\.members).filter { $0.count > 1 }
    if !together.isEmpty { encounters.append(Encounter(together)) }
    let open = openTakeNumbers
    guard kept.count < before?.groups.count ?? 0, let last = open.last else { return }
    let present: Int = if case .take(let number) = leaf { number } else { last }
    record(.regrouped, event, take: present, subject: content.set)
    for number in open { replaceParts(of: number, content, circles) }
  }

  /// The groups at work in a take are those formed anew.
  private mutating func replaceParts(of take: Int, _ content: GroupsFormed, _ circles: [[String: String]]) {
    change(take: take) { take in
      let isReplaced = { (part: Part) in
        part.kind == .group && part.key.hasPrefix("\(content.set)/") && circles.contains { part.isWithin($0) }
      }
      guard let first = take.parts.first(where: isReplaced) else { return }
      take.parts.removeAll(where: isReplaced)
      take.parts += content.groups.filter {
        first.circles.keys.contains(where: $0.circles.keys.contains) || $0.circles.isEmpty
      }.map {
        Part(kind: .group, key: $0.key, title: $0.number, members: $0.members, circles: $0.circles)
      }
    }
  }

  private mutating func place(_ content: MemberMoved, _ event: Event) {
    guard var set = groups[content.set] else { return }
    let circles = content.circles ?? set.groups.first { $0.key == content.to }?.circles ?? [:]
    var wasPlaced = false
    for index in set.groups.indices where set.groups[index].circles == circles {
      if set.groups[index].members.contains(content.person) { wasPlaced = true }
      set.groups[index].members.removeAll { $0 == content.person }
    }
    if let target = set.groups.firstIndex(where: { $0.key == content.to }) {
      encounters.append(Encounter([set.groups[target].members], newcomer: content.person))
      set.groups[target].members.append(content.person)
    } else {
      set.groups.append(FormedGroup(key: content.to, members: [content.person], circles: circles))
    }
    groups[content.set] = set
    let open = openTakeNumbers
    for number in open { movePart(content, in: number, circles) }
    // A newcomer's place comes with the arrival, and who signs up needs no record of it; only a move by the host does.
    if wasPlaced, event.actor == .host, let number = open.last, accepted[event.command]?.first == event.sequence {
      record(.moved, event, take: number, subject: roster[content.person]?.name ?? content.person.raw)
    }
  }

  /// Whether a take is of a track for one of the things that a set has its groups for.
  private func isApart(_ take: Take, _ set: GroupSet?) -> Bool {
    let things = Set(set?.groups.compactMap(\.about) ?? [])
    return take.about.values.contains { things.contains($0) }
  }

  private mutating func movePart(_ content: MemberMoved, in take: Int, _ circles: [String: String]) {
    let isPresent = roster[content.person]?.isPresent ?? false
    let thing = groups[content.set]?.groups.first { $0.key == content.to }?.about
    let isElsewhere = thing.map { !takes[take - 1].about.values.contains($0) } ?? false
    let staysOut = isElsewhere && isApart(takes[take - 1], groups[content.set])
    change(take: take) { take in
      let isOfSet = { (part: Part) in part.kind == .group && part.key.hasPrefix("\(content.set)/") }
      guard take.parts.contains(where: { isOfSet($0) && $0.isWithin(circles) }) else { return }
      for index in take.parts.indices where isOfSet(take.parts[index]) && take.parts[index].isWithin(circles) {
        take.parts[index].members.removeAll { $0 == content.person }
      }
      guard isPresent, !staysOut, let target = take.parts.firstIndex(where: { $0.key == content.to }) else { return }
      take.parts[target].add(content.person)
    }
  }

  private mutating func join(_ content: PartJoined) {
    change(take: content.take) { take in
      if let place = take.parts.firstIndex(where: { $0.key == content.part.key && $0.kind == content.part.kind }) {
        take.parts[place] = content.part
      } else {
        take.parts.append(content.part)
      }
      guard let ballot = content.ballot, let last = take.runs.indices.last else { return }
      take.runs[last].putUp(ballot, to: content.part)
    }
  }
}
