import MethodModel

extension Decision {
  /// Settles who is where in each lap, and begins the first.
  mutating func enterRotate(_ rotate: Rotate, _ place: String, _ path: InstancePath) throws(Rejection) -> Entered {
    let circles = circles
    for source in [rotate.move, rotate.through] where method.grouping(source.name) != nil {
      try formIfNeeded(source.name, in: circles)
    }
    if state.rotations[path] == nil {
      let making = RotationMaking(rotate: rotate, engine: engine, state: state, scope: scope)
      var rotations: [Rotation] = []
      for circle in circles { rotations.append(try making.rotation(in: circle, using: &random)) }
      emit(ScheduleSet(path: path, place: place, circles: rotations, from: 1))
    }
    guard state.rotations[path]?.laps ?? 0 > 0 else { return .passed }
    push(Frame(place: place, path: InstancePath("\(path)#1"), index: -1, lap: 1))
    passRole(rotate)
    return .inside
  }

  /// After the body's last child: the next lap, with a changeover before it where the author wants one, or on.
  mutating func finishLap(of frame: Frame, _ rotate: Rotate) -> Int? {
    let lap = frame.lap ?? 1
    guard let plan = frame.rotation.flatMap({ state.rotations[$0] }), lap < plan.laps else {
      clearRole(rotate)
      return leaveFrame()
    }
    beginLap(lap + 1, of: frame)
    passRole(rotate)
    guard let seconds = engine.seconds(rotate.changeover, state, scope), seconds > 0, let next = state.frames.last
    else { return 0 }
    let path = next.path.appending("changeover")
    emit(
      TakeOpened(
        number: state.takes.count + 1, path: path, place: "\(frame.place)+changeover", kind: .rest,
        title: "Changeover", attempt: (state.takesByPath[path]?.count ?? 0) + 1, planned: seconds, parts: roomParts,
        about: scope.about, supersedes: nil, carries: false))
    return nil
  }

  /// Gives the roles that go round to those whose turn it is.
  private mutating func passRole(_ rotate: Rotate) {
    guard method.manner(of: rotate) == .role, let frame = state.frames.last, let lap = frame.lap,
      let plan = frame.rotation.flatMap({ state.rotations[$0] })
    else { return }
    clearRole(rotate)
    for rotation in plan.circles {
      for place in rotation.places.indices {
        let holders = rotation.occupants(of: place, lap: lap).compactMap(\.person)
        for (role, person) in zip(rotate.roles, holders) {
          freeForTurn(person, besides: rotate)
          give(role, to: person)
        }
      }
    }
    repairRoles()
  }

  /// Whoever was drawn for a role that goes with no other one gives it back when their turn comes; it is drawn anew.
  private mutating func freeForTurn(_ person: PersonID, besides rotate: Rotate) {
    for role in method.roles where role.exclusive && role.filled == .drawn && !rotate.roles.contains(role.id) {
      if state.roles[role.id, default: []].contains(person) { takeRole(role.id, from: person) }
    }
  }

  private mutating func clearRole(_ rotate: Rotate) {
    guard method.manner(of: rotate) == .role else { return }
    // Other circles, each in its own time, are at another turn.
    let elsewhere = Set(state.roster.present.map(\.id)).subtracting(
      circles(in: state.frames.dropLast()).flatMap(\.members))
    for role in rotate.roles {
      for person in state.roles[role, default: []] where !elsewhere.contains(person) { takeRole(role, from: person) }
    }
  }

  /// Changes the laps that are still to come, after somebody came, left or moved.
  mutating func repairRotations() {
    for track in state.liveTracks {
      for (depth, frame) in track.frames.enumerated() {
        guard case .rotate(let rotate)? = index.element(frame.place)?.kind, let path = frame.rotation,
          let plan = state.rotations[path], let lap = frame.lap
        else { continue }
        repair(plan, rotate, at: path, lap, in: Array(track.frames[..<depth]))
      }
    }
  }

  private mutating func repair(
    _ plan: RotationPlan, _ rotate: Rotate, at path: InstancePath, _ lap: Int, in frames: [Frame]
  ) {
    let making = RotationMaking(rotate: rotate, engine: engine, state: state, scope: engine.scope(in: frames))
    let circles = circles(in: frames)
    var rotations = plan.circles
    for place in rotations.indices {
      guard let circle = circles.first(where: { $0.circles == rotations[place].circles }) else { continue }
      making.seatNewcomers(&rotations[place], in: lap, circle)
      rotations[place] =
        making.repaired(rotations[place], after: lap, in: circle, using: &random) ?? rotations[place]
    }
    guard rotations != plan.circles else { return }
    emit(ScheduleSet(path: path, place: plan.place, circles: rotations, from: lap + 1))
  }
}

extension RotationMaking {
  /// People who go round in new company take part at once, where fewest are.
  func seatNewcomers(_ rotation: inout Rotation, in lap: Int, _ circle: Circle) {
    guard rotation.manner == .people, rotation.laps.indices.contains(lap - 1) else { return }
    let seated = Set(rotation.laps[lap - 1].joined()).union(rotation.hosts.joined().map { .person($0) })
    let present = Set(circle.members)
    for person in circle.members where !seated.contains(.person(person)) {
      let here = rotation.laps[lap - 1].map { $0.count { $0.person.map { present.contains($0) } ?? false } }
      guard let smallest = here.indices.min(by: { (here[$0], $0) < (here[$1], $1) }) else { return }
      rotation.laps[lap - 1][smallest].append(.person(person))
    }
  }
}
