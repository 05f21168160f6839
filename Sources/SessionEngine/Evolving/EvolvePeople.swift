extension SessionState {
  mutating func evolvePeople(_ event: Event) {
    switch event.body {
    case .personArrived(let content): arrive(content.person, event)
    case .personLeft(let content): leave(content.id, event)
    case .groupsFormed(let content): form(content, event)
    case .memberMoved(let content): place(content, event)
    case .roleFilled(let content):
      roles[content.role, default: []].append(content.person)
      if content.drawn { drawnRoles.insert(content.role) }
      changeOpenParts(of: content.role) { $0.add(content.person) }
    case .roleLeft(let content):
      roles[content.role]?.removeAll { $0 == content.person }
      changeOpenParts(of: content.role) { part in part.members.removeAll { $0 == content.person } }
    default: break
    }
  }

  private mutating func arrive(_ person: Person, _ event: Event) {
    roster.put(person)
    roster.setPresent(true, person.id)
    changeOpenRuns { $0.present.insert(person.id) }
    addToOpenParts(person)
    record(.arrivedLate, event, subject: person.name)
    rememberUndo(.arrival(person.id))
  }

  private mutating func leave(_ id: PersonID, _ event: Event) {
    roster.setPresent(false, id)
    changeOpenRuns { run in
      if !run.answered.contains(.person(id)) { run.present.remove(id) }
    }
    record(.leftEarly, event, subject: roster[id]?.name ?? id.raw)
    rememberUndo(.departure(id))
  }

  /// The holders of a role who work together now.
  private mutating func changeOpenParts(of role: String, _ body: (inout Part) -> Void) {
    for number in openTakes.map(\.number) {
      for index in takes[number - 1].parts.indices where takes[number - 1].parts[index].key == role {
        body(&takes[number - 1].parts[index])
      }
    }
  }

  private mutating func changeOpenRuns(_ body: (inout ActivityRun) -> Void) {
    for number in openTakes.map(\.number) {
      for index in takes[number - 1].runs.indices where takes[number - 1].runs[index].status == .open {
        body(&takes[number - 1].runs[index])
      }
    }
  }

  /// The room, those who work alone, and the group where somebody had a place take them in at once; a newcomer's group
  /// does by `memberMoved`.
  private mutating func addToOpenParts(_ person: Person) {
    let own = Set(groups.values.compactMap { $0.group(of: person.id)?.key })
    for number in openTakes.map(\.number) {
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
    let generation = (groups[content.set]?.generation ?? 0) + 1
    groups[content.set] = GroupSet(generation: generation, groups: content.groups, remark: content.remark)
    let open = openTakes.map(\.number)
    guard generation > 1, let present = open.last else { return }
    if case .take(let number) = leaf {
      record(.regrouped, event, take: number, subject: content.set)
    } else {
      record(.regrouped, event, take: present, subject: content.set)
    }
    for number in open {
      change(take: number) { take in
        guard take.parts.contains(where: { $0.kind == .group && $0.key.hasPrefix("\(content.set)/") }) else { return }
        take.parts = content.groups.map {
          Part(kind: .group, key: $0.key, title: $0.number, members: $0.members, circles: $0.circles)
        }
      }
    }
  }

  private mutating func place(_ content: MemberMoved, _ event: Event) {
    guard var set = groups[content.set] else { return }
    for index in set.groups.indices { set.groups[index].members.removeAll { $0 == content.person } }
    if let target = set.groups.firstIndex(where: { $0.key == content.to }) {
      set.groups[target].members.append(content.person)
    }
    groups[content.set] = set
    let open = openTakes.map(\.number)
    for number in open {
      change(take: number) { take in
        guard take.parts.contains(where: { $0.key == content.to }) else { return }
        for index in take.parts.indices where take.parts[index].kind == .group {
          take.parts[index].members.removeAll { $0 == content.person }
          if take.parts[index].key == content.to { take.parts[index].add(content.person) }
        }
      }
    }
    // A newcomer's place comes with the arrival; only a move by itself is the host's.
    if let number = open.last, accepted[event.command]?.first == event.sequence {
      record(.moved, event, take: number, subject: roster[content.person]?.name ?? content.person.raw)
    }
  }
}
