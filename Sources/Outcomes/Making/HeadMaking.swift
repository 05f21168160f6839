internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  func methodHead() -> MethodHead {
    MethodHead(
      id: state.start?.method ?? method.id, version: state.start?.methodVersion ?? method.version,
      variantOf: method.variantOf, hash: state.start?.methodHash ?? "", title: method.title.raw(in: language),
      purpose: method.purpose.raw(in: language), pillars: method.fit.pillars.map(\.rawValue),
      origins: method.origins.map { $0.raw(in: language) },
      delivers: method.delivers.map { promised in
        DeliverableRecord(
          source: promised.source.description, title: title(of: promised),
          delivered: isDelivered(promised.source))
      })
  }

  func sessionHead() -> SessionHead {
    var end: EndRecord?
    let status: SessionHead.Status
    switch state.status {
    case .notStarted: status = .notStarted
    case .running: status = .running
    case .paused: status = .paused
    case .ended(let ended):
      status = .ended
      end = EndRecord(
        name: ended.name, text: ended.text.map { lens.covered($0, isDynamic: isDynamic(end: ended.name)) })
    }
    let hasStarted = state.start != nil
    return SessionHead(
      id: sessionID, status: status, rehearsal: state.start?.rehearsal ?? false, language: language,
      mode: (state.start?.mode ?? .room).rawValue, site: state.start?.site, tags: state.start?.tags ?? [],
      started: hasStarted ? Moment(state.startedWall) : nil, ended: Moment(state.endedWall),
      upTo: hasStarted ? Moment(state.clock.wall) : nil, end: end)
  }

  /// When, which method, and a digest of what was known at the start, people left out.
  private var sessionID: String? {
    guard let start = state.start else { return nil }
    let first = state.accepted.first { $0.value.first == 1 }?.key.raw ?? ""
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in [start.methodHash, first, start.site ?? "", start.language].joined(separator: "\n").utf8 {
      digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let moment = Moment(state.startedWall).description.filter { $0 != "-" && $0 != ":" }
    return "\(moment)-\(start.method)-\(String(digest, radix: 16))"
  }

  private func isDynamic(end name: String) -> Bool {
    method.allElements.contains { element in
      guard case .end(let end) = element.kind, end.name == name else { return false }
      return end.text.raw(in: language).contains("{")
    }
  }

  func settings() -> [SettingRecord] {
    method.settings.map { setting in
      let values = state.start?.settings[setting.id] ?? []
      let labels = values.map { value in
        guard setting.kind == .choice, let named = setting.values.first(where: { $0.id == value }),
          !named.text.isEmpty
        else { return value }
        return named.text.raw(in: language)
      }
      return SettingRecord(
        id: setting.id, kind: setting.kind.rawValue, ask: setting.ask.raw(in: language), values: values,
        labels: labels)
    }
  }

  func attendance() -> [PersonRecord] {
    let atStart = Set((state.start?.people ?? []).filter(\.isPresent).map(\.id))
    var movements: [String: [PersonRecord.Movement]] = [:]
    for change in state.changes where change.kind == .arrivedLate || change.kind == .leftEarly {
      movements[change.subject, default: []].append(
        PersonRecord.Movement(
          kind: change.kind == .arrivedLate ? .arrived : .left, at: Moment(change.wall), reason: change.reason))
    }
    return state.roster.people.map { person in
      PersonRecord(
        id: person.id.raw, name: person.name, fields: person.fields, presentAtStart: atStart.contains(person.id),
        presentAtEnd: person.isPresent, movements: movements[person.name] ?? [],
        roles: method.roles.filter { state.roles[$0.id, default: []].contains(person.id) }.map(\.id))
    }
  }

  func roles() -> [RoleRecord] {
    method.roles.map { role in
      RoleRecord(
        id: role.id, title: engine.title(ofRole: role.id, state),
        holders: state.roles[role.id, default: []].map { named($0) },
        atStart: (state.start?.roles[role.id] ?? []).map { named($0) },
        present: state.roles[role.id, default: []].count { state.roster[$0]?.isPresent ?? false },
        drawn: state.drawnRoles.contains(role.id))
    }
  }

  func groups() -> [GroupSetRecord] {
    method.groupings.compactMap { grouping in
      guard let set = state.groups[grouping.id] else { return nil }
      return GroupSetRecord(
        id: grouping.id, title: grouping.title.isEmpty ? grouping.id : grouping.title.raw(in: language),
        formed: set.generation, remark: set.remark ?? engine.signUpRemark(grouping, state), repeats: set.repeats,
        groups: set.groups.map { group in
          GroupSetRecord.Group(
            id: group.key, title: engine.title(ofGroup: group.key, state), members: group.members.map { named($0) },
            mergedFrom: group.mergedFrom ?? [], about: group.about.map { lens.thing($0) })
        })
    }
  }

  func rotations() -> [RotationRecord] {
    state.rotations.sorted { $0.key < $1.key }.flatMap { _, plan in plan.circles.indices.map { rotation($0, of: plan) }
    }
  }

  private func rotation(_ circle: Int, of plan: RotationPlan) -> RotationRecord {
    let rotation = plan.circles[circle]
    return RotationRecord(
      id: plan.place, moving: rotation.manner.rawValue, roles: roles(in: plan.place),
      guarantee: rotation.guarantee.sentences,
      laps: rotation.laps.enumerated().map { before, lap in
        lap.enumerated().compactMap { number, here in
          here.isEmpty
            ? nil
            : RotationRecord.Seat(
              place: lens.thing(rotation.places[number]), here: here.map { lens.thing($0) },
              hosts: plan.hosts(of: number, lap: before + 1, circle: circle).map { named($0) })
        }
      })
  }

  /// The roles that go round, where there are several.
  private func roles(in place: String) -> [String] {
    guard case .rotate(let rotate)? = engine.index.element(place)?.kind, !rotate.along.isEmpty else { return [] }
    return rotate.roles.map { engine.title(ofRole: $0, state) }
  }

  func notes() -> [NoteRecord] {
    state.notes.filter { !$0.isWithdrawn }.map { note in
      NoteRecord(
        at: Moment(note.wall), place: note.take.flatMap { place($0) },
        text: note.isPhoto ? photo(note) : note.text,
        speaker: note.speaker.map { named($0) })
    }
  }

  private func photo(_ note: RecordedNote) -> String {
    if lens.hidesPhotos(of: note.take) { return RecordLens.hiddenPhoto }
    return FileReference(note.text)?.path ?? note.text
  }
}
