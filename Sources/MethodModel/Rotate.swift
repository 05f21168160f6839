/// A body that runs once a lap, while groups, things, a role or people go on from place to place.
package struct Rotate: Sendable, Equatable {
  /// What goes round: a grouping, a role, things, or `people`.
  package var move: SourceRef
  /// Roles that go round with a role that moves.
  package var along: [String]
  /// The places: stations; for things the hands; for a role the grouping whose members get it.
  package var through: SourceRef
  /// What the place, or the thing in hand, is called inside.
  package var name: String?
  /// Roles whose holders stay where they are.
  package var stay: [String]
  /// Nothing comes to its own author.
  package var neverOwn: Bool
  /// How many laps; `nil`: as many as there are places, hands or members.
  package var rounds: Count?
  /// The time between two laps.
  package var changeover: Span?
  package var body: [FlowElement]

  package init(
    move: SourceRef, along: [String] = [], through: SourceRef, name: String? = nil, stay: [String] = [],
    neverOwn: Bool = false,
    rounds: Count? = nil, changeover: Span? = nil, body: [FlowElement]
  ) {
    self.move = move
    self.along = along
    self.through = through
    self.name = name
    self.stay = stay
    self.neverOwn = neverOwn
    self.rounds = rounds
    self.changeover = changeover
    self.body = body
  }
}

extension Rotate {
  /// The roles that go round, the one that moves first.
  package var roles: [String] { [move.name] + along }
}

extension Method {
  /// Whether a role goes round in a rotation, from one member of a group to the next.
  package func passesRound(_ role: String) -> Bool {
    allElements.contains { element in
      if case .rotate(let rotate) = element.kind { rotate.roles.contains(role) } else { false }
    }
  }

  /// What goes round in a rotation.
  package func manner(of rotate: Rotate) -> RotationGuarantee.Manner {
    if rotate.move.name == "people" { return .people }
    if role(rotate.move.name) != nil { return .role }
    return grouping(rotate.move.name) != nil ? .groups : .things
  }
}
