import MethodModel

/// The largest circle that a place is expected to run for.
struct ExpectedCircle: Sendable {
  var people: Int
  /// It is one group, of this set where it is one of a set.
  var isGroup = false
  var set: String?
  /// What tracks side by side are about: of groups that are there for a thing each, only one is in each track.
  var inHand: Set<String> = []

  init(people: Int) { self.people = people }

  /// A group in it, or at a place of a rotation.
  func group(of people: Int, in set: String?) -> ExpectedCircle {
    var inner = self
    (inner.people, inner.isGroup, inner.set) = (people, true, set)
    return inner
  }
}

extension SessionEngine {
  /// The room, before anybody was parted.
  func expectedRoom(_ state: SessionState) -> ExpectedCircle { ExpectedCircle(people: state.roster.present.count) }

  /// The largest part that a `with` makes of a circle.
  func largest(of with: Participation?, in circle: ExpectedCircle, _ state: SessionState) -> ExpectedCircle {
    switch with {
    case .room?, nil: return circle
    case .alone?:
      var inner = circle
      inner.people = min(1, circle.people)
      return inner
    case .groups(let set)?:
      return circle.group(of: expectedSizes(set, state, in: circle).max() ?? circle.people, in: set)
    case .role(let role)?:
      var inner = circle
      if method.role(role) != nil { inner.people = expectedHolders(role, state) }
      return inner
    }
  }

  /// The largest circle that the body of an element runs for.
  func largestCircle(inside element: FlowElement, in circle: ExpectedCircle, _ state: SessionState) -> ExpectedCircle {
    switch element.kind {
    case .phase(let phase): return largest(of: phase.with, in: circle, state)
    case .rotate(let rotate): return largestStation(of: rotate, at: element.id, in: circle, state)
    case .each(let each) where each.atOnce:
      var inner = circle
      inner.inHand.insert(each.itemOf.name)
      return inner
    default: return circle
    }
  }

  /// The largest circle around a place.
  func largestCircle(around place: String, _ state: SessionState) -> ExpectedCircle {
    index.ancestry(of: place).dropFirst().reversed().reduce(expectedRoom(state)) { circle, outer in
      index.element(outer).map { largestCircle(inside: $0, in: circle, state) } ?? circle
    }
  }

  /// The largest circle inside these frames, one that is known as it is.
  func largestCircle(in frames: some Sequence<Frame>, _ state: SessionState) -> ExpectedCircle {
    frames.reduce(expectedRoom(state)) { circle, frame in
      guard let element = index.element(frame.place) else { return circle }
      var inner = largestCircle(inside: element, in: circle, state)
      if let part = frame.part { inner.people = part.members.count }
      return inner
    }
  }

  /// Those at one place of a rotation, in one lap.
  private func largestStation(
    of rotate: Rotate, at place: String, in circle: ExpectedCircle, _ state: SessionState
  ) -> ExpectedCircle {
    guard let guarantee = expectedRotation(rotate, at: place, in: circle, state) else { return circle }
    func largestGroup(_ source: SourceRef) -> ExpectedCircle {
      guard method.grouping(source.name) != nil else { return circle.group(of: 1, in: nil) }
      return circle.group(of: expectedSizes(source.name, state, in: circle).max() ?? 1, in: source.name)
    }
    switch guarantee.manner {
    case .groups:
      var station = largestGroup(rotate.move)
      // Who belongs to a place is there too.
      if method.grouping(rotate.through.name) != nil, rotate.through != rotate.move {
        station.people += largestGroup(rotate.through).people
        station.set = nil
      } else if method.role(rotate.through.name) != nil {
        station.people += 1
      }
      return station
    case .role, .things: return largestGroup(rotate.through)
    case .people:
      let hosts = circle.people - guarantee.movers
      func share(_ people: Int) -> Int { (people + guarantee.places - 1) / guarantee.places }
      return circle.group(of: share(guarantee.movers) + share(hosts), in: nil)
    }
  }
}
