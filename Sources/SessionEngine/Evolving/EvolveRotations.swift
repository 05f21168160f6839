import MethodModel

extension SessionState {
  /// Who is where in a take, and so has before them what was made there.
  mutating func noteVisits(_ content: TakeOpened) {
    for part in content.parts {
      for (place, thing) in part.at ?? [:] {
        for person in part.members { visits[person, default: [:]][place, default: [:]][thing] = content.number }
      }
    }
  }

  /// Takes a schedule, and lets a newcomer take part where people are together at a place now.
  mutating func schedule(_ content: ScheduleSet) {
    var plan = RotationPlan(place: content.place, circles: content.circles)
    if let before = rotations[content.path], content.from > 1 {
      plan.former = before.former + [RotationPlan.Former(until: content.from, hosts: before.circles.map(\.hosts))]
    }
    rotations[content.path] = plan
    for number in openTakeNumbers {
      let take = takes[number - 1]
      guard let frame = take.frames.first(where: { $0.rotation == content.path }), let lap = frame.lap else { continue }
      for rotation in content.circles where rotation.manner == .people {
        for place in rotation.places.indices { addNewcomers(to: number, content.place, rotation, place, lap) }
      }
    }
  }

  private mutating func addNewcomers(
    to take: Int, _ element: String, _ rotation: Rotation, _ place: Int, _ lap: Int
  ) {
    let here = rotation.occupants(of: place, lap: lap).compactMap(\.person)
    change(take: take) { take in
      for index in take.parts.indices
      where take.parts[index].key == "\(element)/\(place + 1)" && take.parts[index].isWithin(rotation.circles) {
        for person in here { take.parts[index].add(person) }
      }
    }
  }

  /// Who comes together in a lap of a rotation of people.
  mutating func noteLap(_ frame: Frame) {
    guard frame.index < 0, let lap = frame.lap, let plan = frame.rotation.flatMap({ rotations[$0] }) else { return }
    for rotation in plan.circles where rotation.manner == .people && rotation.laps.indices.contains(lap - 1) {
      let together = rotation.laps[lap - 1].enumerated().map { place, here in
        here.compactMap(\.person) + (rotation.hosts.indices.contains(place) ? rotation.hosts[place] : [])
      }
      encounters.append(Encounter(together.filter { $0.count > 1 }))
    }
  }
}

extension Frame {
  /// The path of a lap's frame without its lap, under which a rotation's schedule is kept.
  var rotation: InstancePath? {
    guard lap != nil, let mark = path.raw.lastIndex(of: "#") else { return nil }
    return InstancePath(String(path.raw[..<mark]))
  }
}
