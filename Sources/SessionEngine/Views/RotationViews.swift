package import MethodModel

/// Who is where in a rotation now, and who goes where next.
package struct RotationView: Sendable, Hashable {
  /// Somebody or something, and where it is.
  package struct Seat: Sendable, Hashable {
    package var who: String
    package var at: String
  }

  package var manner: RotationGuarantee.Manner
  package var lap: Int
  package var laps: Int
  package var seats: [Seat]
  /// In the lap after this one; empty in the last.
  package var next: [Seat]
  /// What the rotation promises, in short sentences.
  package var guarantee: [String]
}

/// A group that has become too small, and the one it could join.
package struct SmallGroupView: Sendable, Hashable {
  package var key: String
  package var title: String
  package var members: [String]
  package var into: String?
  package var intoTitle: String?
  /// People choose where to go, so that it never had more.
  package var isChosen = false
}

extension SessionEngine {
  /// The rotations around the present place, as far as the viewer may see what goes round.
  func rotationViews(_ state: SessionState, for viewer: Viewer) -> [RotationView] {
    state.frames.compactMap { frame in
      guard case .rotate(let rotate)? = index.element(frame.place)?.kind, let lap = frame.lap,
        let plan = frame.rotation.flatMap({ state.rotations[$0] }), let first = plan.circles.first
      else { return nil }
      return RotationView(
        manner: first.manner, lap: lap, laps: plan.laps,
        seats: plan.circles.flatMap { seats(in: $0, rotate, lap: lap, state, viewer) },
        next: plan.circles.flatMap { seats(in: $0, rotate, lap: lap + 1, state, viewer) },
        guarantee: plan.circles.flatMap(\.guarantee.sentences).uniqued)
    }
  }

  private func seats(
    in rotation: Rotation, _ rotate: Rotate, lap: Int, _ state: SessionState, _ viewer: Viewer
  ) -> [RotationView.Seat] {
    rotation.places.enumerated().compactMap { number, place in
      let all = Array(rotation.occupants(of: number, lap: lap).enumerated()).filter { isHere($0.element, state) }
      let hosts = rotation.hosts.indices.contains(number) ? rotation.hosts[number] : []
      let staying = Set(rotation.hosts.joined().map { ThingRef.person($0) })
      let here = all.filter { !staying.contains($0.element) }
      guard !here.isEmpty || !all.isEmpty && !hosts.isEmpty else { return nil }
      let names = here.map { turn, thing in
        let role = rotate.along.isEmpty ? "" : " (\(title(ofRole: rotate.roles[turn], state)))"
        return name(of: thing, rotation, state, viewer) + role
      }
      let stay = hosts.filter { state.roster[$0]?.isPresent ?? true }.map { state.roster[$0]?.name ?? $0.raw }
      let who = names.joined(separator: ", ") + (stay.isEmpty ? "" : " (stays: \(stay.joined(separator: ", ")))")
      return RotationView.Seat(who: who, at: name(of: place, rotation, state, viewer))
    }
  }

  private func isHere(_ thing: ThingRef, _ state: SessionState) -> Bool {
    thing.person.map { state.roster[$0]?.isPresent ?? false } ?? true
  }

  /// What is private is named by its number only.
  private func name(
    of thing: ThingRef, _ rotation: Rotation, _ state: SessionState, _ viewer: Viewer
  ) -> String {
    if let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id],
      sight(of: entry, state, for: viewer) == .counted
    {
      let number = rotation.movers.firstIndex(of: thing) ?? rotation.places.firstIndex(of: thing) ?? 0
      return "sheet \(number + 1)"
    }
    return label(of: thing, state)
  }

  func smallGroupViews(_ state: SessionState) -> [SmallGroupView] {
    smallGroups(state).map { group in
      SmallGroupView(
        key: group.key, title: group.title, members: group.members.map { state.roster[$0]?.name ?? $0.raw },
        into: group.into, intoTitle: group.into.map { title(ofGroup: $0, state) }, isChosen: group.isChosen)
    }
  }
}
