import MethodModel

extension SessionEngine {
  /// Those at each place in the present lap of a rotation, each a circle of its own; places with nobody are none.
  func stations(of rotate: Rotate, _ frame: Frame, in circle: Circle, _ state: SessionState) -> [Circle] {
    guard let lap = frame.lap, let plan = frame.rotation.flatMap({ state.rotations[$0] }),
      let rotation = plan.circles.first(where: { $0.circles == circle.circles })
    else { return [circle] }
    return rotation.places.indices.compactMap { place in
      station(place, rotation, frame.place, lap, circle, state)
    }
  }

  private func station(
    _ place: Int, _ rotation: Rotation, _ element: String, _ lap: Int, _ circle: Circle, _ state: SessionState
  ) -> Circle? {
    let occupants = rotation.occupants(of: place, lap: lap)
    guard let first = occupants.first else { return nil }
    let hosts = rotation.hosts.indices.contains(place) ? rotation.hosts[place] : []
    var here = circle
    here.at = circle.at ?? [:]
    here.kind = .group
    switch rotation.manner {
    case .groups:
      take(first, into: &here, state)
      let stayers = Set(rotation.hosts.flatMap { $0 })
      here.members =
        here.members.filter { !stayers.contains($0) } + hosts + people(of: rotation.places[place], rotation, state)
      here.members = here.members.uniqued
      here.at?[element] = rotation.places[place]
    case .things:
      take(rotation.places[place], into: &here, state)
      here.at?[element] = first
    case .role:
      take(rotation.places[place], into: &here, state)
      here.at?[element] = first
    case .people:
      here.key = "\(element)/\(place + 1)"
      here.title = label(of: rotation.places[place], state)
      let staying = Set(rotation.hosts.joined())
      here.members = occupants.compactMap(\.person).filter { !staying.contains($0) } + hosts
      here.at?[element] = rotation.places[place]
    }
    here.members = here.members.filter { state.roster[$0]?.isPresent ?? false }
    here.circles[element] = rotation.manner == .people ? "\(here.key)#\(lap)" : here.key
    return here.members.isEmpty ? nil : here
  }

  /// Who belongs to a place that is somebody's, and does not go round.
  private func people(of place: ThingRef, _ rotation: Rotation, _ state: SessionState) -> [PersonID] {
    let here = place.person.map { [$0] } ?? (place.kind == .group ? members(ofGroup: place.id, state) : [])
    guard !here.isEmpty else { return [] }
    let moving = Set(rotation.movers.flatMap { members(ofGroup: $0.id, state) })
    return here.filter { !moving.contains($0) }
  }

  /// A person, or the people of a group.
  private func take(_ thing: ThingRef, into circle: inout Circle, _ state: SessionState) {
    if let person = thing.person {
      (circle.kind, circle.key, circle.title) = (.person, person.raw, state.roster[person]?.name ?? person.raw)
      circle.members = [person]
    } else {
      (circle.key, circle.title) = (thing.id, title(ofGroup: thing.id, state))
      circle.members = members(ofGroup: thing.id, state)
    }
  }

  /// The place of a rotation that a key such as `tables-round/2` names.
  func title(ofStation key: String, _ state: SessionState) -> String? {
    let parts = key.split(separator: "/").map { String($0) }
    guard parts.count == 2, let number = Int(parts[1]), case .rotate? = index.element(parts[0])?.kind else {
      return nil
    }
    let plan = state.rotations.values.first { $0.place == parts[0] }
    return plan?.circles.first { $0.places.indices.contains(number - 1) }.map {
      label(of: $0.places[number - 1], state)
    }
  }
}

extension SessionEngine {
  /// An instance's path in which the laps of rotations are one: they share a round.
  package func withoutRotationLaps(_ path: InstancePath) -> InstancePath {
    guard path.raw.contains("#") else { return path }
    let components = path.raw.split(separator: "/").map { component -> String in
      let name = String(component.prefix { !"#@%+".contains($0) })
      if case .rotate? = index.element(name)?.kind { return name }
      return String(component)
    }
    return InstancePath(components.joined(separator: "/"))
  }
}
